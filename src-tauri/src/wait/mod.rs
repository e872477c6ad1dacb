//! How the loop waits: until something is due, or until something happens that may have changed what is due.
//!
//! On Linux the kernel is asked to wake the program, and nothing runs in between (`kernel`).
//! Elsewhere, and where the kernel refuses, the loop looks again every few seconds (`slow`).

#[cfg(target_os = "linux")]
mod kernel;
#[cfg(target_os = "linux")]
pub(crate) mod resume;

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// How long a wait lasts at most on Linux: correctness must not hang on the kernel's hints alone.
#[cfg(target_os = "linux")]
const GUARD: Duration = Duration::from_secs(15 * 60);
/// How long a wait lasts at most where nobody tells of changed clocks, and long rests are stretched (macOS App Nap).
const SLOW: Duration = Duration::from_secs(15);

/// Why a wait has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Woken {
    /// The instant waited for has come.
    Due,
    /// The bell was rung.
    Rung,
    /// The clock was set, or the computer has slept.
    #[cfg(target_os = "linux")]
    ClockSet,
    /// The system's zone was changed.
    #[cfg(target_os = "linux")]
    ZoneSet,
    /// Nothing happened for as long as the loop rests at most.
    Guard,
}

/// Ends a wait before its time.
#[derive(Default)]
pub(crate) struct Bell {
    rung: Mutex<bool>,
    sound: Condvar,
    #[cfg(target_os = "linux")]
    kernel: kernel::Bell,
}

impl Bell {
    /// Makes the loop look again at once; a ringing before the wait is not lost.
    pub(crate) fn ring(&self) {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.sound.notify_all();
        #[cfg(target_os = "linux")]
        self.kernel.ring();
    }

    /// Takes the ringing, if there was one.
    #[cfg(any(target_os = "linux", test))]
    fn take(&self) -> bool {
        std::mem::take(&mut *self.rung.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Rests until the bell rings or the time has passed; says whether it rang.
    pub(crate) fn rest(&self, at_most: Duration) -> bool {
        let rung = self.rung.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut rung, _) = self
            .sound
            .wait_timeout_while(rung, at_most, |rung| !*rung)
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *rung)
    }
}

/// Waits for the loop.
pub(crate) struct Waiter {
    bell: Arc<Bell>,
    #[cfg(target_os = "linux")]
    kernel: Option<kernel::Waiter>,
}

impl Waiter {
    /// A waiter that hears `bell`.
    pub(crate) fn new(bell: Arc<Bell>) -> Self {
        Waiter {
            bell,
            #[cfg(target_os = "linux")]
            kernel: kernel::Waiter::new(crate::zone::file()).ok(),
        }
    }

    /// Waits until `due` by the wall clock, or until something may have changed; without `due`, for the latter alone.
    ///
    /// `now` is the wall clock as the caller has just read it.
    pub(crate) fn wait(&self, due: Option<SystemTime>, now: SystemTime) -> Woken {
        #[cfg(target_os = "linux")]
        if let Some(kernel) = &self.kernel
            && let Ok(woken) = kernel.wait(&self.bell.kernel, due, now, GUARD)
        {
            // Rung and due at once is one turn, and the ringing is taken with it.
            return if self.bell.take() { Woken::Rung } else { woken };
        }
        self.slow(due, now)
    }

    /// Waits by looking again before long.
    fn slow(&self, due: Option<SystemTime>, now: SystemTime) -> Woken {
        let left = due.map(|due| due.duration_since(now).unwrap_or_default());
        if self.bell.rest(left.unwrap_or(SLOW).min(SLOW)) {
            Woken::Rung
        } else if left.is_some_and(|left| left <= SLOW) {
            Woken::Due
        } else {
            Woken::Guard
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::disallowed_methods,
        reason = "what waits for the wall clock is tried with the wall clock"
    )]
    use super::*;

    const HOUR: Duration = Duration::from_secs(3600);

    fn waiter() -> (Arc<Bell>, Waiter) {
        let bell = Arc::new(Bell::default());
        (Arc::clone(&bell), Waiter::new(bell))
    }

    #[test]
    fn a_rung_bell_is_heard_even_before_the_wait() {
        let (bell, waiter) = waiter();
        bell.ring();
        // Were the ringing lost, each of these would rest for minutes.
        assert_eq!(waiter.wait(None, SystemTime::now()), Woken::Rung, "heard");
        bell.ring();
        assert_eq!(
            waiter.slow(None, SystemTime::now()),
            Woken::Rung,
            "heard without the kernel too"
        );
        bell.ring();
        assert!(bell.rest(HOUR), "and by a plain rest");
        assert!(!bell.take(), "one ringing wakes once");
    }

    #[test]
    fn what_is_due_already_is_not_waited_for() {
        let (_bell, waiter) = waiter();
        let now = SystemTime::now();
        for (due, why) in [(now, "due now"), (now - HOUR, "due an hour ago")] {
            assert_eq!(waiter.wait(Some(due), now), Woken::Due, "{why}");
            assert_eq!(
                waiter.slow(Some(due), now),
                Woken::Due,
                "{why}, without the kernel"
            );
        }
    }

    #[test]
    fn a_bell_rung_from_elsewhere_ends_a_long_wait() {
        let (bell, waiter) = waiter();
        let other = std::thread::spawn(move || bell.ring());
        let now = SystemTime::now();
        assert_eq!(
            waiter.wait(Some(now + HOUR), now),
            Woken::Rung,
            "it does not last an hour"
        );
        assert!(other.join().is_ok(), "the bell was rung");
    }

    #[test]
    fn a_faked_clock_is_waited_for_by_its_own_time() {
        let (_bell, waiter) = waiter();
        // A program that is told another time than the kernel keeps: what is due by its clock is due.
        let told = SystemTime::now() - 200 * HOUR;
        assert_eq!(
            waiter.wait(Some(told), told),
            Woken::Due,
            "due by the clock it was told"
        );
    }
}
