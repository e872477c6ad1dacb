//! The traps that real exports hold, format by format, on files built from the formats' descriptions.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../fuzz/tables.rs"]
mod tables;

mod all_day;
mod apple_health;
mod damaged;
mod fhir;
mod fitbit;
mod garmin;
mod google_fit;
mod health_connect;
mod open_mhealth;
mod samsung;
mod sleep_as_android;
mod variants;
mod zepp;

use wane_exchange::FoundSleep;

/// Start and end as they are shown.
fn times(sleep: &FoundSleep) -> [String; 2] {
    [sleep.start.to_rfc3339(), sleep.end.to_rfc3339()]
}
