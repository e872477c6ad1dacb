//! What shows a notification, and what can be said about whether it was shown.
//!
//! On Linux the bus tells whether the desktop's service took a notification, so it is asked directly.
//! On macOS and Windows nobody tells: a notification is handed over, and that is what the receipt means there.

#[cfg(target_os = "linux")]
mod bus;
mod carrier;

use tauri::AppHandle;
use wane_app::host::{NotShown, Notice, Receipt};

/// Shows notifications.
pub(crate) trait Notifier: Send + Sync {
    /// Shows one; showing the same tag again replaces the earlier one where the desktop can.
    ///
    /// # Errors
    /// Nothing was shown, as far as the desktop tells.
    fn show(&self, notice: &Notice) -> Result<Receipt, NotShown>;
}

/// The best way this desktop has.
pub(crate) fn for_this_desktop(app: &AppHandle) -> Box<dyn Notifier> {
    let carrier = carrier::Carrier::new(app.clone());
    #[cfg(target_os = "linux")]
    let notifier = bus::Bus::new(None, Box::new(carrier));
    #[cfg(not(target_os = "linux"))]
    let notifier = carrier;
    Box::new(notifier)
}
