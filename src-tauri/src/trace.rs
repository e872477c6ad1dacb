//! What `WANE_TRACE` prints on standard error: `startup`, `steps`, `window`, `clock`, `notify`, `reminders`, several with commas.
//!
//! Nothing of the diary is ever printed.

use std::sync::Once;
use std::time::Duration;
#[cfg(not(target_os = "linux"))]
use std::{sync::OnceLock, time::Instant};

/// Prints a line if its subject was asked for.
pub(crate) fn say(subject: &str, what: &str) {
    if is_on(subject) {
        eprintln!("{subject} {what}");
    }
}

/// A step of start-up is done: prints how long after the process began.
pub(crate) fn step(what: &str) {
    if is_on("steps")
        && let Some(age) = process_age()
    {
        eprintln!("steps {what} {} ms", age.as_millis());
    }
}

/// The first picture stands: prints how long it took since the process began, once.
pub(crate) fn painted() {
    static FIRST: Once = Once::new();
    say("window", "painted");
    FIRST.call_once(|| {
        if is_on("startup")
            && let Some(age) = process_age()
        {
            eprintln!("startup_ms {}", age.as_millis());
        }
    });
}

fn is_on(subject: &str) -> bool {
    std::env::var("WANE_TRACE")
        .is_ok_and(|wanted| wanted.split(',').any(|word| word.trim() == subject))
}

/// How long ago the kernel started this process.
#[cfg(target_os = "linux")]
pub fn process_age() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    age(&stat, &uptime)
}

/// How long ago this was asked for the first time, which is as early as `main` can ask.
#[cfg(not(target_os = "linux"))]
#[allow(
    clippy::disallowed_methods,
    reason = "the shell is where clocks are read; everything inside is told"
)]
pub fn process_age() -> Option<Duration> {
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    Some(BEGUN.get_or_init(Instant::now).elapsed())
}

/// Age of a process from `/proc/<pid>/stat` and `/proc/uptime`; both count in hundredths of a second (`proc(5)`, `USER_HZ`).
#[cfg(target_os = "linux")]
fn age(stat: &str, uptime: &str) -> Option<Duration> {
    // The second field is the program's name in parentheses, and may itself hold spaces and parentheses.
    let (_, fields) = stat.rsplit_once(") ")?;
    let started = fields.split(' ').nth(19)?.parse::<u64>().ok()?;
    let (whole, hundredths) = uptime.split(' ').next()?.split_once('.')?;
    let now = whole.parse::<u64>().ok()? * 100 + hundredths.parse::<u64>().ok()?;
    Some(Duration::from_millis(now.checked_sub(started)? * 10))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_age_is_read_from_the_kernel() {
        let stat =
            "42 (a (strange) name) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 123400 20 21";
        assert_eq!(
            age(stat, "1240.50 900.00\n"),
            Some(Duration::from_millis(6500)),
            "started at 1234.00 s, now 1240.50 s"
        );
        assert_eq!(
            age("nonsense", "1.00 1.00"),
            None,
            "what cannot be read is not guessed"
        );
    }

    #[test]
    fn this_very_process_has_an_age() {
        assert!(
            process_age().is_some(),
            "Linux says when a process was started"
        );
    }
}
