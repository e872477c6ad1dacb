//! Clock, zone and randomness around the command line.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use wane_app::host::{Host, NotShown, Notice, Receipt};

/// The terminal: it can show no notification and no dialog.
pub struct Terminal {
    now: Option<DateTime<Utc>>,
    zone: Tz,
}

impl Terminal {
    pub fn new(now: Option<DateTime<Utc>>, zone: Option<Tz>) -> Self {
        Terminal {
            now,
            zone: zone.unwrap_or_else(system_zone),
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

    fn painted(&self) {}

    fn reminders_changed(&self) {}

    fn close_window(&self) {}

    fn quit(&self) {}
}
