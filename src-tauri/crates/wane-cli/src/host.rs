//! Clock, zone and randomness around the command line.

use std::{
    io::IsTerminal as _,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use wane_app::{
    host::{Host, NotShown, Notice, Receipt},
    wire::ImportProgress,
};

/// The terminal: it can show no notification and no dialog.
pub struct Terminal {
    now: Option<DateTime<Utc>>,
    zone: Tz,
    /// What is said of an import that is going on, as it stands on the terminal; empty if nothing does.
    said: Mutex<String>,
}

impl Terminal {
    /// Says how far an import has come, in the place of what was said before; nothing where nobody is looking.
    #[allow(clippy::print_stderr, reason = "it is for the person who waits")]
    fn say(&self, line: String) {
        if !std::io::stderr().is_terminal() {
            return;
        }
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if *said != line {
            // Back to the beginning of the line, and nothing of what stood there.
            eprint!("\r\u{1b}[K{line}");
            *said = line;
        }
    }

    /// Takes away what was said of an import, before its outcome is.
    pub fn quiet(&self) {
        self.say(String::new());
    }

    pub fn new(now: Option<DateTime<Utc>>, zone: Option<Tz>) -> Self {
        Terminal {
            now,
            zone: zone.unwrap_or_else(system_zone),
            said: Mutex::new(String::new()),
        }
    }
}

/// The zone that `TZ` names, else the system's own, else UTC.
fn system_zone() -> Tz {
    let named = std::env::var("TZ")
        .ok()
        .and_then(|name| name.trim_start_matches(':').parse().ok());
    named
        .or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok())
        .unwrap_or(Tz::UTC)
}

impl Host for Terminal {
    #[allow(clippy::disallowed_methods)] // The command line is one of the two places where the clock is read.
    fn now(&self) -> DateTime<Utc> {
        self.now
            .unwrap_or_else(|| DateTime::<Utc>::from(std::time::SystemTime::now()))
    }

    fn zone(&self) -> Tz {
        self.zone
    }

    fn random(&self, bytes: &mut [u8]) {
        // Without randomness no name would be unique, and nothing could be saved.
        getrandom::fill(bytes).expect("the system gives random bytes");
    }

    fn notify(&self, _: &Notice) -> Result<Receipt, NotShown> {
        Err(NotShown {
            reason: "the command line shows no notifications".to_owned(),
        })
    }

    fn pick_files(&self) -> Option<Vec<PathBuf>> {
        None
    }

    fn import_progress(&self, how_far: &dyn Fn() -> ImportProgress) {
        if !std::io::stderr().is_terminal() {
            return;
        }
        let progress = how_far();
        let part = progress.part.map(|part| format!(", {:.0} %", part * 100.0));
        let left = progress.left.as_ref().map(|left| format!(", {left}"));
        let [part, left] = [part, left].map(Option::unwrap_or_default);
        self.say(format!("{}{part}{left}", progress.text));
    }

    fn painted(&self) {}

    fn reminders_changed(&self) {}

    fn close_window(&self) {}

    fn quit(&self) {}
}
