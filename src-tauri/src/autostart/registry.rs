//! The entry as a value of `HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run`.
//!
//! Source: Run and RunOnce Registry Keys (learn.microsoft.com).

use std::io;

use winreg::RegKey;
use winreg::enums::{HKEY_CURRENT_USER, KEY_READ};

use super::Start;

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
/// Where Windows notes what the user has switched off in its settings.
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";

pub(super) fn is_available() -> bool {
    true
}

pub(super) fn is_enabled(start: &Start) -> bool {
    command(start).is_some() && !switched_off(start)
}

pub(super) fn write(start: &Start) -> io::Result<()> {
    let (key, _) = RegKey::predef(HKEY_CURRENT_USER).create_subkey(RUN)?;
    key.set_value(&start.name, &line(start))?;
    // Switched on here means switched on: an earlier "off" of the settings is taken back.
    if let Ok((key, _)) = RegKey::predef(HKEY_CURRENT_USER).create_subkey(APPROVED) {
        let _ = key.delete_value(&start.name);
    }
    Ok(())
}

pub(super) fn remove(start: &Start) -> io::Result<()> {
    let (key, _) = RegKey::predef(HKEY_CURRENT_USER).create_subkey(RUN)?;
    match key.delete_value(&start.name) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Puts an entry right if the program has moved.
pub(super) fn mend(start: &Start) -> io::Result<()> {
    if command(start).is_some_and(|command| command != line(start)) {
        let (key, _) = RegKey::predef(HKEY_CURRENT_USER).create_subkey(RUN)?;
        key.set_value(&start.name, &line(start))?;
    }
    Ok(())
}

fn command(start: &Start) -> Option<String> {
    RegKey::predef(HKEY_CURRENT_USER)
        .open_subkey_with_flags(RUN, KEY_READ)
        .ok()?
        .get_value(&start.name)
        .ok()
}

/// An odd first byte means "off" there.
fn switched_off(start: &Start) -> bool {
    RegKey::predef(HKEY_CURRENT_USER)
        .open_subkey_with_flags(APPROVED, KEY_READ)
        .and_then(|key| key.get_raw_value(&start.name))
        .is_ok_and(|value| value.bytes.first().is_some_and(|first| first % 2 == 1))
}

/// Program and words as Windows reads a command line; a path holds no quotes, and ends in no backslash.
fn line(start: &Start) -> String {
    std::iter::once(start.program.to_string_lossy().into_owned())
        .chain(start.arguments.iter().cloned())
        .map(|word| format!("\"{}\"", word.trim_end_matches('\\')))
        .collect::<Vec<_>>()
        .join(" ")
}
