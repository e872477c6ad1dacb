//! Windows shows a toast only for an application it knows: the name is made known in the user's own part of the registry.
//!
//! Installers put the name on the Start menu's shortcut; a copy that was merely unpacked has none, and without it
//! Windows takes its toasts and throws them away.
//! Source: "Send a local toast notification from other types of unpackaged apps" (learn.microsoft.com).

use winreg::RegKey;
use winreg::enums::HKEY_CURRENT_USER;

use crate::{paths, trace, window};

/// Makes the program known, or puts right where its symbol lies.
pub(crate) fn register() {
    // Without it reminders wait in the window as they would without notifications.
    if let Err(error) = write() {
        trace::say("notify", &format!("not registered: {}", error.kind()));
    }
}

fn write() -> std::io::Result<()> {
    let path = format!(r"Software\Classes\AppUserModelId\{}", paths::IDENTIFIER);
    let (key, _) = RegKey::predef(HKEY_CURRENT_USER).create_subkey(path)?;
    key.set_value("DisplayName", &window::TITLE)?;
    if let Some(program) = std::env::current_exe()?.to_str() {
        key.set_value("IconUri", &program)?;
    }
    Ok(())
}
