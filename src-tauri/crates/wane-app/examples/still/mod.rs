//! The machine of a measurement: no desktop, and a clock that stands still but for what the measurement lets pass.

use std::{
    path::PathBuf,
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use wane_app::host::{Host, NotShown, Notice, Receipt};

/// A host whose clock stands still.
pub struct Still {
    now: Mutex<DateTime<Utc>>,
    numbers: AtomicU64,
}

impl Still {
    /// It stands at that instant.
    pub fn at(now: DateTime<Utc>) -> Still {
        Still {
            now: Mutex::new(now),
            numbers: AtomicU64::new(1),
        }
    }

    /// Lets so much time pass.
    #[allow(dead_code, reason = "not every measurement needs it")]
    pub fn pass(&self, time: Duration) {
        if let Ok(mut now) = self.now.lock() {
            *now += time;
        }
    }
}

impl Host for Still {
    fn now(&self) -> DateTime<Utc> {
        self.now.lock().map(|now| *now).unwrap_or_default()
    }
    fn zone(&self) -> Tz {
        Tz::Europe__London
    }
    fn random(&self, bytes: &mut [u8]) {
        // Names only have to differ; as many of them as there are days of a hundred years.
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        for (byte, from) in bytes.iter_mut().rev().zip(number.to_le_bytes()) {
            *byte = from;
        }
    }
    fn notify(&self, _: &Notice) -> Result<Receipt, NotShown> {
        Err(NotShown {
            reason: "a measurement shows nothing".to_owned(),
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
