//! The quiet thread that keeps the diary safe: backups, checks, the room kept for a full disk.
//!
//! It has a thread of its own, so that no reminder waits for the reading of a long diary.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use wane_app::App;

use crate::trace;

/// How long the first round waits: longer than the first picture takes, shorter than the shortest visit.
const FIRST: Duration = Duration::from_secs(5);
/// How long the thread rests between two rounds.
const ROUND: Duration = Duration::from_secs(300);

/// Starts the thread; it runs as long as the program.
pub(crate) fn start(app: Arc<App>) {
    std::thread::spawn(move || {
        std::thread::sleep(FIRST);
        loop {
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
            std::thread::sleep(ROUND);
        }
    });
}
