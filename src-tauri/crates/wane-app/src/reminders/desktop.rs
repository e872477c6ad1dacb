//! What a desktop without a tray is told, once.

use crate::{
    App,
    host::{Notice, Opens, Urgency},
};

/// The fact that it has been said.
const SAID: &str = "said-without-tray";

impl App {
    /// The window was closed and nothing on the screen shows that Wane runs on: says so, once ever.
    ///
    /// What the desktop did not take counts as not said, and comes when the window is next closed.
    /// It never fails: reminders come whether it was said or not.
    pub fn closed_without_tray(&self) {
        if !matches!(self.rooms().schedule.fact(SAID), Ok(None)) {
            return;
        }
        let notice = Notice {
            tag: "without-tray".to_owned(),
            title: self.words.text("notice-title", &[]),
            body: self.words.text("notice-without-tray", &[]),
            actions: Vec::new(),
            urgency: Urgency::Low,
            opens: Opens::Today,
        };
        // The databases stay unlocked meanwhile: a slow notification service must not hold up the reminders.
        if self.host.notify(&notice).is_ok() {
            // Should the disk be full, it is said once more.
            let _ = self
                .rooms()
                .schedule
                .set_fact(SAID, &self.now().to_rfc3339());
        }
    }
}
