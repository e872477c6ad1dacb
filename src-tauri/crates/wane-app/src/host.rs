//! What the app asks of the program around it: the clock, the zone, randomness, and the desktop.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::wire::ImportProgress;

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
    /// Lets the user pick files; empty when the dialog was closed, or stands already. `None` where there is no window.
    fn pick_files(&self) -> Option<Vec<PathBuf>>;
    /// Lets the user say where a file is to be saved, and under which name; `Some(None)` when the dialog was closed, or
    /// stands already. `None` where there is no window.
    fn pick_place(&self, _suggested: &str) -> Option<Option<PathBuf>> {
        None
    }
    /// An import goes on, and says how far it has come if it is asked; told often, and from whatever thread it runs on.
    fn import_progress(&self, _how_far: &dyn Fn() -> ImportProgress) {}
    /// The window has painted its first picture.
    fn painted(&self);
    /// Something changed that reminders depend on: the loop should look again at once.
    fn reminders_changed(&self);
    /// Closes the window and keeps the program.
    fn close_window(&self);
    /// Ends the program.
    fn quit(&self);
    /// The night screen is on, and dark: nothing bright and no clock should stand beside it. Or it is over.
    fn night(&self, _on: bool) {}
    /// Whether the program is started with the session; a host without a desktop of its own cannot be.
    fn autostart(&self) -> Autostart {
        Autostart::default()
    }
    /// Lets the program be started with the session, or no longer.
    ///
    /// # Errors
    /// The desktop was not told, and starts what it started before.
    fn set_autostart(&self, _enabled: bool) -> Result<(), NotSet> {
        Err(NotSet)
    }
}

/// Starting with the session, as the desktop has it now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Autostart {
    /// The desktop can be asked to start the program.
    pub available: bool,
    /// It has been asked to.
    pub enabled: bool,
}

/// The desktop could not be told what to start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what starts with the session could not be changed")]
pub struct NotSet;

/// A notification to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Names the occurrence (kind and local date); showing the same name again replaces the earlier one.
    pub tag: String,
    /// First line.
    pub title: String,
    /// The rest.
    pub body: String,
    /// Buttons, the most useful first; many services draw none, so that each is a bonus.
    pub actions: Vec<NoticeAction>,
    /// How much it presses.
    pub urgency: Urgency,
    /// What a click on the body opens.
    pub opens: Opens,
}

/// A button of a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeAction {
    /// What to hand to [`crate::App::notice_action`]: `start`, `later`, `not-tonight` or `done`.
    pub id: String,
    /// What it says.
    pub text: String,
}

/// How much a notification presses. There is no third: nothing here breaks through "do not disturb".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// It may come without a popup.
    Low,
    /// It pops up.
    Normal,
}

/// A place in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// The Today view.
    Today,
    /// The morning's questions, on Today.
    Morning,
    /// The evening's questions, on Today.
    Evening,
    /// The Plan view.
    Plan,
    /// The Movement view.
    Movement,
    /// The night screen.
    Night,
    /// The wind-down, which begins by itself.
    WindDown,
}

impl Opens {
    /// Its name: `today`, `morning`, `evening`, `plan`, `movement`, `night`, `wind-down`.
    pub fn name(self) -> &'static str {
        match self {
            Opens::Today => "today",
            Opens::Morning => "morning",
            Opens::Evening => "evening",
            Opens::Plan => "plan",
            Opens::Movement => "movement",
            Opens::Night => "night",
            Opens::WindDown => "wind-down",
        }
    }
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
