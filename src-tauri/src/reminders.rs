//! The reminder loop: it looks at the clock again and again, and asks the app what is due.
//!
//! It looks every ten seconds instead of sleeping until the next reminder, because a computer that was
//! suspended, moved to another zone or given another time tells nobody.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use wane_app::App;

use crate::trace;

/// How long the loop rests when nothing rings.
const TURN: Duration = Duration::from_secs(10);
/// How long the first turn waits for the window's first picture, which it would only slow down.
const FIRST: Duration = Duration::from_secs(2);
/// A difference between the two clocks that is worth a remark.
const JUMP: Duration = Duration::from_secs(5);

/// Wakes the loop before its time.
#[derive(Default)]
pub(crate) struct Bell {
    rung: Mutex<bool>,
    sound: Condvar,
}

impl Bell {
    /// Makes the loop look again at once.
    pub(crate) fn ring(&self) {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.sound.notify_all();
    }

    /// Rests until the bell rings or the time has passed.
    fn wait(&self, at_most: Duration) {
        let rung = self.rung.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut rung, _) = self
            .sound
            .wait_timeout_while(rung, at_most, |rung| !*rung)
            .unwrap_or_else(PoisonError::into_inner);
        *rung = false;
    }
}

/// Starts the loop on a thread of its own; it runs as long as the program.
pub(crate) fn start(app: Arc<App>, bell: Arc<Bell>) {
    std::thread::spawn(move || {
        bell.wait(FIRST);
        let mut clocks = Clocks::read();
        loop {
            // One turn that breaks must not silence all reminders to come.
            let turn = catch_unwind(AssertUnwindSafe(|| app.tick()));
            match turn {
                Ok(tick) if tick.shown > 0 => {
                    trace::say("reminders", &format!("{} shown", tick.shown))
                }
                Ok(_) => {}
                Err(_) => eprintln!(
                    "wane-desktop: a turn of the reminder loop broke; the next one follows in ten seconds."
                ),
            }
            bell.wait(TURN);
            clocks = clocks.compare();
        }
    });
}

/// The wall clock and the steady clock side by side: they part when the clock is set or the computer was asleep.
///
/// That is worth a line for somebody who looks into a late reminder; nothing depends on it.
struct Clocks {
    wall: SystemTime,
    steady: Instant,
}

impl Clocks {
    #[allow(
        clippy::disallowed_methods,
        reason = "the shell is where clocks are read; everything inside is told"
    )]
    fn read() -> Self {
        Clocks {
            wall: SystemTime::now(),
            steady: Instant::now(),
        }
    }

    /// Reads the clocks again and remarks on a jump.
    fn compare(self) -> Self {
        let now = Clocks::read();
        let steady = now.steady.saturating_duration_since(self.steady);
        if let Some(jump) = jump(
            now.wall
                .duration_since(self.wall)
                .map_err(|back| back.duration()),
            steady,
        ) {
            trace::say("clock", &jump);
        }
        now
    }
}

/// What to say when the wall clock went forward (`Ok`) or back (`Err`) by something else than the steady clock.
fn jump(wall: Result<Duration, Duration>, steady: Duration) -> Option<String> {
    match wall {
        Ok(wall) if wall > steady + JUMP => Some(format!(
            "{} s ahead: resumed, or set forward",
            (wall - steady).as_secs()
        )),
        Ok(wall) if wall + JUMP < steady => {
            Some(format!("{} s back: set back", (steady - wall).as_secs()))
        }
        Ok(_) => None,
        Err(back) => Some(format!("{} s back: set back", (back + steady).as_secs())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rung_bell_is_heard_even_before_the_wait() {
        let bell = Bell::default();
        bell.ring();
        // Were the ringing lost, this would rest for an hour.
        bell.wait(Duration::from_secs(3600));
        assert!(
            !*bell.rung.lock().unwrap_or_else(PoisonError::into_inner),
            "one ringing wakes once"
        );
    }

    #[test]
    fn a_jump_of_the_clock_is_remarked_upon() {
        let seconds = Duration::from_secs;
        for (wall, steady, expected) in [
            (Ok(10), 10, None),
            (Ok(12), 10, None),
            (Ok(3610), 10, Some("3600 s ahead: resumed, or set forward")),
            (Ok(0), 10, Some("10 s back: set back")),
            (Err(3590), 10, Some("3600 s back: set back")),
        ] {
            let said = jump(wall.map(seconds).map_err(seconds), seconds(steady));
            assert_eq!(said.as_deref(), expected, "wall {wall:?}, steady {steady}");
        }
    }
}
