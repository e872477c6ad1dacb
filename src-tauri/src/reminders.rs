//! The reminder loop: it asks the app what is due, and rests until the next thing is.
//!
//! The app says at which instant anything can change, and [`Waiter`] ends the rest then, or earlier if the bell is rung,
//! the clock or the zone is set, or the computer has slept. Each turn reads clock and zone afresh,
//! so that a turn that came for no reason changes nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use wane_app::App;

use crate::trace;
use crate::upkeep::Upkeep;
use crate::wait::{Bell, Waiter};

/// How long the first turn waits for the window's first picture, which it would only slow down.
const FIRST: Duration = Duration::from_secs(2);
/// How long to rest when a turn left something undone, such as what a full disk refused to write down.
const AGAIN: Duration = Duration::from_secs(10);
/// A difference between the two clocks that is worth a remark.
const JUMP: Duration = Duration::from_secs(5);

/// Starts the loop on a thread of its own; it runs as long as the program. `after` is called after each turn.
pub(crate) fn start(app: Arc<App>, bell: Arc<Bell>, after: impl Fn() + Send + 'static) {
    std::thread::spawn(move || {
        bell.rest(FIRST);
        let waiter = Waiter::new(bell);
        let mut clocks = Clocks::read();
        let mut upkeep = Upkeep::default();
        loop {
            let next = turn(&app);
            after();
            clocks = clocks.compare();
            upkeep.turn(&app, clocks.steady);
            trace::say("reminders", "waits");
            let woken = waiter.wait(next.map(|next| not_at_once(next, clocks.wall)), clocks.wall);
            trace::say("clock", &format!("woken: {woken:?}"));
            clocks = clocks.compare();
        }
    });
}

/// One turn; gives the instant of the next, if anything is to come.
fn turn(app: &App) -> Option<SystemTime> {
    // One turn that breaks must not silence all reminders to come.
    match catch_unwind(AssertUnwindSafe(|| app.tick())) {
        Ok(tick) => {
            if tick.shown > 0 {
                trace::say("reminders", &format!("{} shown", tick.shown));
            }
            tick.next_due.map(SystemTime::from)
        }
        Err(_) => {
            eprintln!(
                "wane-desktop: a turn of the reminder loop broke; the next one follows in ten seconds."
            );
            Some(SystemTime::UNIX_EPOCH)
        }
    }
}

/// What is still due after a turn could not be done; trying again without a rest would not help it.
fn not_at_once(next: SystemTime, now: SystemTime) -> SystemTime {
    if next <= now { now + AGAIN } else { next }
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
    fn what_could_not_be_done_is_tried_again_after_a_rest() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        let second = Duration::from_secs(1);
        for (next, expected, why) in [
            (now + second, now + second, "what comes is waited for"),
            (now, now + AGAIN, "what is due was tried a moment ago"),
            (now - second, now + AGAIN, "so was what is overdue"),
            (SystemTime::UNIX_EPOCH, now + AGAIN, "and a turn that broke"),
        ] {
            assert_eq!(not_at_once(next, now), expected, "{why}");
        }
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
