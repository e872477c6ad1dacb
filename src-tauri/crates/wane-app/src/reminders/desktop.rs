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
    /// In the protected night nothing pops up: it is said when the window is next closed by day.
    /// What the desktop did not take counts as not said, and comes when the window is next closed.
    /// It never fails: reminders come whether it was said or not.
    pub fn closed_without_tray(&self) {
        {
            let rooms = self.rooms();
            let is_said = !matches!(rooms.schedule.fact(SAID), Ok(None));
            let is_night = self
                .protected_night(&rooms)
                .is_ok_and(|(night, _)| night.end_at(self.now(), self.zone()).is_some());
            if is_said || is_night {
                return;
            }
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
