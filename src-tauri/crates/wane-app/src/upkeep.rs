//! What keeps the diary safe while nobody looks: the daily backup, the weekly check, the room kept for a full disk.

use wane_store::{DataDir, OpenError, Reason};

use crate::App;

/// What one round of upkeep did; a round with nothing due does nothing and costs next to nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Upkeep {
    /// A backup was made, read back, and put among the others.
    pub backed_up: bool,
    /// The whole diary was read; `Some(false)` when something in it is damaged.
    pub sound: Option<bool>,
}

impl App {
    /// One round of upkeep; the shell calls it every few minutes, away from the thread that shows reminders.
    ///
    /// It works over connections of its own and never holds the diary, so that nobody waits for it.
    /// It never fails: what could not be done now is due again at the next round.
    pub fn upkeep(&self) -> Upkeep {
        let rooms = self.rooms();
        if rooms.sample {
            return Upkeep::default();
        }
        let dir = rooms.dir.clone();
        drop(rooms);
        // Each of the three is worth trying whatever became of the others.
        let _ = dir.keep_reserve();
        Upkeep {
            backed_up: self.daily_backup(&dir).unwrap_or(false),
            sound: self.weekly_check(&dir).unwrap_or(None),
        }
    }

    fn daily_backup(&self, dir: &DataDir) -> Result<bool, OpenError> {
        let now = self.now();
        Ok(dir.backup_due(now)? && dir.back_up(Reason::Daily, now)?.is_some())
    }

    fn weekly_check(&self, dir: &DataDir) -> Result<Option<bool>, OpenError> {
        let now = self.now();
        if dir.check_due(now)? {
            Ok(Some(dir.check(now)?.sound))
        } else {
            Ok(None)
        }
    }
}
