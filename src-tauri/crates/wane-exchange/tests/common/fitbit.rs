//! Fitbit sleep logs built from the format's description.

use chrono_tz::Tz;
use wane_exchange::{Format, Found, FoundSleep};

use super::read_in;

/// Reads one file as Fitbit's on the clocks of `zone`.
pub fn read(zone: Tz, text: &str) -> Found {
    read_in(
        zone,
        &[("sleep.json", text.as_bytes())],
        Some(Format::FitbitTakeoutJson),
    )
    .unwrap()
}

/// A log with an interval and whatever else is given, each field followed by a comma.
pub fn log(id: u64, start: &str, end: &str, fields: &str) -> String {
    let date = &end[..10];
    format!(
        "{{\"logId\": {id}, \"dateOfSleep\": \"{date}\", {fields} \"startTime\": \"{start}\", \"endTime\": \"{end}\"}}"
    )
}

pub fn list(logs: &[String]) -> String {
    format!("[{}]", logs.join(",\n"))
}

pub fn only(found: &Found) -> &FoundSleep {
    assert_eq!(found.sleeps.len(), 1, "one sleep: {found:?}");
    &found.sleeps[0]
}
