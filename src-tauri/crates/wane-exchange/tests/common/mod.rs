//! Short forms the tests share.

// Each test file uses a part of them.
#![allow(dead_code)]
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

pub mod fitbit;
pub mod packed;

use std::ops::ControlFlow;

use chrono::NaiveDate;
use chrono_tz::Tz;
use wane_exchange::{Format, Found, Input, ReadError, Settings, What, Why, read};

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn inputs(files: &[(&str, &[u8])]) -> Vec<Input<'static>> {
    files
        .iter()
        .map(|(name, bytes)| Input::from_bytes(*name, bytes.to_vec()))
        .collect()
}

pub fn read_in(
    zone: Tz,
    files: &[(&str, &[u8])],
    format: Option<Format>,
) -> Result<Found, ReadError> {
    read(inputs(files), format, &Settings::new(zone), &mut |_, _| {
        ControlFlow::Continue(())
    })
}

/// What comes in of one file, which is recognised by its content.
pub fn read_as(zone: Tz, format: Format, text: &str) -> Found {
    let found = read_in(zone, &[("file", text.as_bytes())], None).unwrap();
    assert_eq!(found.format, format, "recognised by its content");
    found
}

pub fn try_read(bytes: impl AsRef<[u8]>) -> Result<Found, ReadError> {
    read_in(chrono_tz::Europe::London, &[("file", bytes.as_ref())], None)
}

pub fn read_ok(bytes: impl AsRef<[u8]>) -> Found {
    try_read(bytes).unwrap()
}

/// Kind, column, reason, count, lines.
pub type LeftOut<'a> = (What, Option<&'a str>, Why, u64, Vec<u64>);

/// What was left out.
pub fn skipped(found: &Found) -> Vec<LeftOut<'_>> {
    let list = found.skipped.iter();
    list.map(|s| (s.what, s.column.as_deref(), s.why, s.count, s.lines.clone()))
        .collect()
}

/// Of what was left out, the column and the reason.
pub fn reasons(found: &Found) -> Vec<(Option<&str>, Why)> {
    let list = found.skipped.iter();
    list.map(|s| (s.column.as_deref(), s.why)).collect()
}

/// Codes, counts and dates of the warnings.
pub fn warnings(found: &Found) -> Vec<(&'static str, u64, Vec<String>)> {
    let list = found.warnings.iter();
    list.map(|w| {
        (
            w.code.code(),
            w.count,
            w.dates.iter().map(ToString::to_string).collect(),
        )
    })
    .collect()
}
