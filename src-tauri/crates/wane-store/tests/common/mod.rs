//! What the tests and the example that freezes fixtures share: fixed names and instants, and a diary with every record in it.

pub mod everything;

use std::path::Path;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone as _, Utc};
use wane_domain::{
    Fold, Id, Moment,
    diary::{Note, Origin},
};
use wane_store::{DataDir, Diary, Schedule};

/// A directory in memory, where the system has one: for tests that save thousands of times and pull no plug.
pub fn dir_in_memory() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .expect("a directory is made")
}

/// The instant `minute` minutes after the one at which every test begins.
pub fn at(minute: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 29, 7, 0, 0)
        .single()
        .expect("a real instant")
        + chrono::Duration::minutes(minute)
}

/// The `n`-th name; later numbers sort later.
pub fn id(n: u16) -> Id {
    let [high, low] = n.to_be_bytes();
    Id::new(at(i64::from(n)), [0, 0, 0, 0, 0, 0, 0, 0, high, low])
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A clock reading such as `2026-03-28T23:10` in a zone such as `Europe/London`.
pub fn clock(text: &str, zone: &str) -> Moment {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a clock reading");
    Moment::from_local(local, zone.parse().expect("a zone"), Fold::First)
}

/// An entry made by hand at the instant every test begins.
pub fn by_hand() -> Origin {
    Origin {
        source: None,
        source_key: None,
        entered_at: at(0),
        recalled: false,
    }
}

/// A record that an import brought under that key.
pub fn imported(source: &str, key: &str) -> Origin {
    Origin {
        source: Some(source.into()),
        source_key: Some(key.into()),
        entered_at: at(0),
        recalled: true,
    }
}

/// The name of this installation.
pub fn device() -> Id {
    id(999)
}

pub fn open_diary(dir: &Path) -> Diary {
    DataDir::open(dir)
        .expect("the directory opens")
        .diary(at(0), device())
        .expect("the diary opens")
}

pub fn open_schedule(dir: &Path) -> Schedule {
    DataDir::open(dir)
        .expect("the directory opens")
        .schedule(at(0))
        .expect("the schedule opens")
}

/// A note that is in the trash of the fixtures since schema 2.
pub fn removed_note() -> Note {
    Note {
        id: id(200),
        date: day("2026-03-28"),
        text: "removed by hand".into(),
        origin: by_hand(),
    }
}
