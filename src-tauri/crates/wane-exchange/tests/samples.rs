//! Published samples of other programs' files, each held to what a correct import finds in it.
//!
//! `tests/data/imports/expected.json` says what that is, by hand-checked numbers from outside; `README.md` beside it
//! says where every file is from.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use std::{fs, path::Path};

use chrono::DateTime;
use chrono_tz::Tz;
use common::{read_in, skipped};
use serde_json::Value;
use wane_domain::diary::SleepKind;
use wane_exchange::{Found, FoundSleep, ReadError};

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data"))
}

fn sample(name: &str, zone: Tz) -> Result<Found, ReadError> {
    let path = match name.strip_prefix("fitbit_takeout/") {
        Some(file) => folder().join(file),
        None => folder().join("imports").join(name),
    };
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let short = name.rsplit('/').next().unwrap();
    read_in(zone, &[(short, &bytes)], None)
}

fn expected() -> serde_json::Map<String, Value> {
    let text = fs::read_to_string(folder().join("imports/expected.json")).unwrap();
    serde_json::from_str::<Value>(&text)
        .unwrap()
        .as_object()
        .unwrap()
        .clone()
}

/// One sleep against the fields that are there to hold it to.
fn check_sleep(name: &str, sleep: &FoundSleep, wanted: &Value) {
    let near = |what: &str, got: Option<f64>, wanted: &Value| {
        if let Some(wanted) = wanted.as_f64() {
            let got = got.unwrap_or_else(|| panic!("{name}: {what} is missing"));
            assert!(
                (got - wanted).abs() <= 0.51,
                "{name}: {what} is {got} and not {wanted}"
            );
        }
    };
    let at = |what: &str, got: &wane_domain::Moment, wanted: &Value| {
        if let Some(text) = wanted.as_str() {
            let wanted = DateTime::parse_from_rfc3339(text).unwrap();
            assert_eq!(
                got.instant.timestamp(),
                wanted.timestamp(),
                "{name}: {what}"
            );
        }
    };
    at("start", &sleep.start, &wanted["start_utc"]);
    at("end", &sleep.end, &wanted["end_utc"]);
    at("start", &sleep.start, &wanted["start"]);
    if name.ends_with(".csv") {
        if let Some(end) = wanted["end"].as_str() {
            let local = sleep.end.local().format("%Y-%m-%d %H:%M").to_string();
            assert_eq!(local, end, "{name}: end on the clock");
        }
    } else {
        at("end", &sleep.end, &wanted["end"]);
    }
    for date in ["calendarDate", "dateOfSleep"] {
        if let Some(date) = wanted[date].as_str() {
            assert_eq!(sleep.wake_date.to_string(), date, "{name}: wake date");
        }
    }
    if let Some(offset) = wanted["utc_offset_min"].as_i64() {
        let east = (sleep.end.local() - sleep.end.instant.naive_utc()).num_minutes();
        assert_eq!(east, offset, "{name}: minutes east of Greenwich");
    }
    near("asleep", sleep.asleep_min, &wanted["asleep_min"]);
    near("asleep", sleep.asleep_min, &wanted["minutes"]);
    near("in bed", sleep.in_bed_min, &wanted["in_bed_min"]);
    if wanted.as_object().unwrap().contains_key("in_bed_min") && wanted["in_bed_min"].is_null() {
        assert_eq!(
            sleep.in_bed_min, None,
            "{name}: nobody says how long in bed"
        );
    }
    let stage = |minutes: Option<u32>| minutes.map(f64::from);
    near("deep", stage(sleep.stages.deep), &wanted["deep"]);
    near("light", stage(sleep.stages.light), &wanted["light"]);
    near("light", stage(sleep.stages.light), &wanted["core"]);
    near("REM", stage(sleep.stages.rem), &wanted["rem"]);
    near(
        "restless",
        stage(sleep.stages.restless),
        &wanted["restless"],
    );
    near("awake", sleep.awake_min, &wanted["waso"]);
    near("awake", sleep.awake_min, &wanted["waso_min"]);
    near("awake", sleep.awake_min, &wanted["awake_min"]);
    let awake = stage(sleep.stages.awake);
    near("awake", awake.or(sleep.awake_min), &wanted["awake"]);
    if wanted["main"] == true {
        assert_eq!(sleep.kind, SleepKind::Night, "{name}: the main sleep");
    }
}

#[test]
fn every_published_sample_gives_what_is_in_it() {
    let mut seen = 0;
    for (name, wanted) in expected() {
        seen += 1;
        let found = sample(&name, chrono_tz::Europe::London);
        if wanted.get("error").is_some() || wanted["must"] == "be refused" {
            let error = found.expect_err(&name);
            assert!(
                !error.to_string().is_empty(),
                "{name} is refused with a reason"
            );
            continue;
        }
        let found = found.unwrap_or_else(|error| panic!("{name}: {error}"));
        let sleeps = &found.sleeps;
        for (key, count) in [
            ("sleep_records", "sleep_records"),
            ("records_top_level", "records_top_level"),
            ("records", "records"),
            ("rows", "rows"),
            ("diary_rows", "rows"),
            ("logs_in_files", "logs_in_files"),
            ("stages", "stages"),
            ("classic", "classic"),
        ] {
            if let Some(wanted) = wanted[key].as_u64() {
                let got = found.other.get(count).copied().unwrap_or_default();
                assert_eq!(got, wanted, "{name}: {key}");
            }
        }
        if let Some(nights) = wanted["nights"].as_u64() {
            let got = sleeps.iter().filter(|sleep| sleep.kind == SleepKind::Night);
            assert_eq!(got.count() as u64, nights, "{name}: nights");
        }
        for (key, kind) in [("main", SleepKind::Night), ("naps", SleepKind::Nap)] {
            if let Some(count) = wanted[key].as_u64() {
                let got = sleeps.iter().filter(|sleep| sleep.kind == kind);
                assert_eq!(got.count() as u64, count, "{name}: {key}");
            }
        }
        let total: f64 = sleeps.iter().filter_map(|sleep| sleep.asleep_min).sum();
        if let Some(wanted) = wanted["asleep_min_total"].as_f64() {
            assert!(
                (total - wanted).abs() < 0.1,
                "{name}: {total} minutes asleep"
            );
        }
        for (key, sleep) in [
            ("first_start", sleeps.first()),
            ("last_start", sleeps.last()),
        ] {
            if let Some(at) = wanted[key].as_str() {
                let at = DateTime::parse_from_rfc3339(at).unwrap();
                let start = sleep.unwrap().start.instant;
                assert_eq!(start.timestamp(), at.timestamp(), "{name}: {key}");
            }
        }
        if let Some(asleep) = wanted["asleep_min"].as_array() {
            for (sleep, (asleep, awake)) in sleeps
                .iter()
                .zip(asleep.iter().zip(wanted["awake_min"].as_array().unwrap()))
            {
                assert_eq!(sleep.asleep_min, asleep.as_f64(), "{name}: asleep");
                assert_eq!(sleep.awake_min, awake.as_f64(), "{name}: awake");
                assert_eq!(sleep.start.zone.name(), wanted["zone"], "{name}: zone");
            }
            assert_eq!(sleeps.len(), asleep.len(), "{name}: sleeps");
        } else if wanted["effective"].is_string() {
            assert_eq!(
                found.durations.len(),
                1,
                "{name}: a night without its times"
            );
            let wanted = wanted["asleep_min"].as_f64().unwrap();
            assert_eq!(found.durations[0].asleep_min, wanted, "{name}: asleep");
        } else if let Some(spots) = wanted["spot"].as_array()
            && name.starts_with("fitbit")
        {
            for (sleep, spot) in sleeps.iter().zip(spots) {
                check_sleep(&name, sleep, spot);
            }
        } else if sleeps.len() == 1 {
            check_sleep(&name, &sleeps[0], &wanted);
        }
    }
    assert!(seen > 50, "the table is there");
}

#[test]
fn the_printed_clock_of_apple_health_is_not_believed() {
    let found = sample(
        "apple_health/alxdrcirilo_export.xml",
        chrono_tz::America::New_York,
    )
    .unwrap();
    let [sleep] = &found.sleeps[..] else {
        panic!("one night: {found:?}")
    };
    // The file prints +0200, the offset of the day it was written; the record names its zone.
    assert_eq!(sleep.start.to_rfc3339(), "2024-01-01T02:27:53+01:00");
    assert_eq!(sleep.end.to_rfc3339(), "2024-01-01T02:40:23+01:00");
    assert_eq!(sleep.stages.light, Some(13), "core sleep is light sleep");
    assert_eq!(
        found.other["in_bed_alone"], 1,
        "a minute in bed is no night"
    );
    assert_eq!(found.other["heart_rate_readings"], 2);
}

#[test]
fn the_archive_gives_what_its_file_gives() {
    let alone = sample(
        "apple_health/alxdrcirilo_export.xml",
        chrono_tz::Europe::London,
    )
    .unwrap();
    let packed = sample(
        "apple_health/alxdrcirilo_export.zip",
        chrono_tz::Europe::London,
    )
    .unwrap();
    assert_eq!(packed.sleeps, alone.sleeps, "the same sleeps");
    assert_eq!(packed.format, alone.format);
}

#[test]
fn plees_tracker_keeps_milliseconds() {
    let found = sample(
        "plees_tracker/sleepdiary_plees-tracker.csv",
        chrono_tz::Europe::London,
    )
    .unwrap();
    let wanted = expected()["plees_tracker/sleepdiary_plees-tracker.csv"]["spot"].clone();
    assert_eq!(found.sleeps.len(), 3);
    for (sleep, spot) in found.sleeps.iter().zip(wanted.as_array().unwrap()) {
        assert_eq!(
            sleep.start.instant.timestamp_millis(),
            spot["start_ms"].as_i64().unwrap()
        );
        assert_eq!(
            sleep.end.instant.timestamp_millis(),
            spot["stop_ms"].as_i64().unwrap()
        );
    }
    assert_eq!(found.other["ratings"], 2, "0 is no rating");
}

#[test]
fn the_hard_fitbit_table_is_read_row_by_row() {
    let found = sample("fitbit_csv/sleepdiary_hard.csv", chrono_tz::Europe::London).unwrap();
    assert_eq!(
        skipped(&found),
        [],
        "four spellings, N/A and thousands commas are all read"
    );
    assert_eq!(found.sleeps.len(), 4);
    for sleep in &found.sleeps {
        assert_eq!(sleep.end.to_rfc3339(), "2010-11-12T14:34:00+00:00");
    }
    let missing: Vec<usize> = found
        .sleeps
        .iter()
        .map(|sleep| {
            let stages = [sleep.stages.rem, sleep.stages.light, sleep.stages.deep];
            stages.iter().filter(|stage| stage.is_none()).count()
        })
        .collect();
    assert_eq!(
        missing.iter().sum::<usize>(),
        3,
        "what was not available is missing"
    );
}

#[test]
fn a_file_called_an_archive_that_is_none_is_refused_by_name() {
    let error = sample(
        "sleep_as_android/sleepdiary/sleep-as-android-diary.zip",
        chrono_tz::UTC,
    )
    .unwrap_err();
    assert_eq!(error.code(), "bad-archive");
}

#[test]
fn importing_a_sample_again_gives_the_same_names() {
    for (name, wanted) in expected() {
        if wanted.get("error").is_some() || wanted["must"] == "be refused" {
            continue;
        }
        let keys = || {
            let found = sample(&name, chrono_tz::Europe::London).unwrap();
            found
                .sleeps
                .into_iter()
                .map(|sleep| sleep.source_key)
                .collect::<Vec<_>>()
        };
        let first = keys();
        assert_eq!(first, keys(), "{name}");
        let mut unique = first.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), first.len(), "{name}: no two of one name");
    }
}
