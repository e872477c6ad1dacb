//! What the app asks of the program around it: the clock, the zone, randomness, and the desktop.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The program around the app: the window's shell, the command line, or a test.
///
/// The app itself reads no clock, no system zone and no randomness; it asks its host each time,
/// so that a journey or a changed clock is seen at once.
pub trait Host: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
    /// The zone of the system's clock, read afresh.
    fn zone(&self) -> Tz;
    /// Fills `bytes` with unpredictable bytes.
    fn random(&self, bytes: &mut [u8]);
    /// Shows a notification. `Ok` means that the desktop's service has taken it.
    fn notify(&self, notice: &Notice) -> Result<Receipt, NotShown>;
    /// Lets the user pick files; empty when the dialog was closed. `None` where there is no window.
    fn pick_files(&self) -> Option<Vec<PathBuf>>;
    /// The window has painted its first picture.
    fn painted(&self);
    /// Something changed that reminders depend on: the loop should look again at once.
    fn reminders_changed(&self);
    /// Closes the window and keeps the program.
    fn close_window(&self);
    /// Ends the program.
    fn quit(&self);
}

/// A notification to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Names the occurrence (kind and local date); showing the same name again replaces the earlier one.
    pub tag: String,
    /// First line.
    pub title: String,
    /// The rest.
    pub body: String,
}

/// The desktop's service has taken a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// What the service calls itself, such as "dunst 1.9.0".
    pub service: String,
}

/// A notification could not be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no notification was shown: {reason}")]
pub struct NotShown {
    /// Why, in technical words without diary content.
    pub reason: String,
}
