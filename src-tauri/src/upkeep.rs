//! What keeps the diary safe while nobody looks: backups, checks, the room kept for a full disk.
//!
//! It rides on the turns of the reminder loop and has no clock of its own. Each round has a thread of its own,
//! so that no reminder waits for the reading of a long diary.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use wane_app::App;

use crate::trace;

/// How long the first round rests after the first turn: the first picture must not wait for it, and the shortest visit is longer.
const FIRST: Duration = Duration::from_secs(3);
/// How long there is at least between two rounds.
const ROUND: Duration = Duration::from_secs(300);

/// When the last round was, and whether it is still going on.
#[derive(Default)]
pub(crate) struct Upkeep {
    last: Option<Instant>,
    round: Option<JoinHandle<()>>,
}

impl Upkeep {
    /// Begins a round on a thread of its own if one is due at `now` on the steady clock and none is going on.
    pub(crate) fn turn(&mut self, app: &Arc<App>, now: Instant) {
        let due = self
            .last
            .is_none_or(|last| now.saturating_duration_since(last) >= ROUND);
        if !due
            || self
                .round
                .as_ref()
                .is_some_and(|round| !round.is_finished())
        {
            return;
        }
        let first = self.last.is_none();
        self.last = Some(now);
        let app = Arc::clone(app);
        self.round = Some(std::thread::spawn(move || {
            if first {
                std::thread::sleep(FIRST);
            }
            round(&app);
        }));
    }
}

fn round(app: &App) {
    // One round that breaks must not end all rounds to come.
    match catch_unwind(AssertUnwindSafe(|| app.upkeep())) {
        Ok(round) => {
            if round.backed_up {
                trace::say("upkeep", "backed up");
            }
            if let Some(sound) = round.sound {
                trace::say("upkeep", if sound { "sound" } else { "damaged" });
            }
        }
        Err(_) => eprintln!("wane-desktop: a round of upkeep broke; the next one follows."),
    }
}
