//! tauri-plugin-notification: the way on macOS and Windows, and the fallback on Linux.

use tauri::AppHandle;
use tauri_plugin_notification::NotificationExt;
use wane_app::host::{NotShown, Notice, Receipt};

use super::Notifier;

/// Hands notifications to the plugin, which does not learn whether they were shown.
pub(crate) struct Carrier {
    app: AppHandle,
}

impl Carrier {
    pub(crate) fn new(app: AppHandle) -> Self {
        Carrier { app }
    }
}

impl Notifier for Carrier {
    /// `Ok` means that the notification was handed over; the system may still keep it from the user.
    fn show(&self, notice: &Notice) -> Result<Receipt, NotShown> {
        let builder = self
            .app
            .notification()
            .builder()
            .title(&notice.title)
            .body(&notice.body);
        // The plugin's own words may quote the notification, so they are not passed on.
        builder.show().map_err(|_| NotShown {
            reason: "the notification could not be prepared".to_owned(),
        })?;
        let system = if cfg!(target_os = "macos") {
            "macOS"
        } else if cfg!(windows) {
            "Windows"
        } else {
            "the desktop"
        };
        Ok(Receipt {
            service: system.to_owned(),
        })
    }
}
