//! The rules that hold across formats.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use chrono_tz::{
    Europe::{Berlin, London},
    Tz,
};
use common::date;
use proptest::prelude::*;
use wane_domain::{Fold, Moment};
use wane_exchange::{
    WarningCode, Why,
    rules::{self, Stretch, paint},
};

fn clock(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn at(text: &str, zone: Tz) -> Moment {
    Moment::from_local(clock(text), zone, Fold::First)
}

#[test]
fn dates_of_a_life_are_sane() {
    for (text, sane) in [
        ("1900-01-01", true),
        ("2200-12-31", true),
        ("1899-12-31", false),
        ("2201-01-01", false),
        ("0001-01-01", false),
    ] {
        assert_eq!(rules::sane_date(date(text)), sane, "{text}");
    }
}

#[test]
fn minutes_in_bed_are_those_that_passed() {
    let check = |start: &str, end: &str, stated, expected| {
        let got = rules::in_bed(&at(start, Berlin), &at(end, Berlin), stated);
        assert_eq!(got, expected, "from {start} to {end}, stated {stated:?}");
    };
    let (plain, spring, autumn) = (
        "2021-02-01T23:00:00",
        "2021-03-27T23:00:00",
        "2021-10-30T23:00:00",
    );
    check(plain, "2021-02-02T07:00:00", Some(480), (480, None));
    check(plain, "2021-02-02T07:00:30", Some(480), (480, None));
    check(plain, "2021-02-02T07:00:00", None, (480, None));
    check(
        plain,
        "2021-02-02T07:00:00",
        Some(300),
        (480, Some(WarningCode::InBedDisagrees)),
    );
    check(
        spring,
        "2021-03-28T07:00:00",
        Some(480),
        (420, Some(WarningCode::ClockChange)),
    );
    check(
        spring,
        "2021-03-28T07:00:00",
        Some(420),
        (420, Some(WarningCode::ClockChange)),
    );
    check(
        autumn,
        "2021-10-31T07:00:00",
        None,
        (540, Some(WarningCode::ClockChange)),
    );
}

#[test]
fn a_clock_that_skips_an_hour_still_gives_an_instant() {
    let (start, end) = rules::on_home_clock(
        clock("2026-03-29T01:30:00"),
        clock("2026-03-29T07:00:00"),
        London,
        None,
    );
    assert_eq!(
        start.to_rfc3339(),
        "2026-03-29T02:30:00+01:00",
        "the reading that never was, by the old offset"
    );
    assert_eq!(
        rules::elapsed_minutes(&start, &end),
        270.0,
        "from there to seven"
    );
}

#[test]
fn an_interval_has_to_be_one_sleep() {
    let check = |end: &str, expected| {
        assert_eq!(
            rules::interval(&at("2021-02-01T22:00:00", Berlin), &at(end, Berlin)),
            expected,
            "until {end}"
        );
    };
    check("2021-02-01T22:00:00", Err(Why::EndsBeforeStart));
    check("2021-02-01T21:00:00", Err(Why::EndsBeforeStart));
    check("2021-02-01T22:00:30", Ok(()));
    check("2021-02-04T22:00:00", Ok(()));
    check("2021-02-04T22:01:00", Err(Why::TooLong));
}

#[test]
fn what_is_unaccounted_is_known_only_from_all_parts() {
    for (in_bed, asleep, awake, expected) in [
        (Some(480.0), Some(400.0), Some(60.0), Some(20)),
        (Some(480.0), Some(450.0), Some(60.0), Some(-30)),
        (Some(480.0), Some(480.0), Some(0.0), Some(0)),
        (None, Some(400.0), Some(60.0), None),
        (Some(480.0), None, Some(60.0), None),
        (Some(480.0), Some(400.0), None, None),
        (Some(0.0), Some(1e10), Some(1e10), None),
    ] {
        assert_eq!(
            rules::unaccounted(in_bed, asleep, awake),
            expected,
            "{in_bed:?} − {asleep:?} − {awake:?}"
        );
    }
}

fn stretches() -> impl Strategy<Value = Vec<Stretch<u8>>> {
    let one = (0..200i64, 0..60i64, 0..4u8).prop_map(|(from, seconds, level)| Stretch {
        from,
        seconds,
        level,
    });
    prop::collection::vec(one, 0..12)
}

fn seconds_of(stretches: &[Stretch<u8>]) -> BTreeSet<i64> {
    stretches
        .iter()
        .flat_map(|stretch| stretch.from..stretch.from + stretch.seconds)
        .collect()
}

proptest! {
    #[test]
    fn paint_loses_and_invents_no_second(base in stretches(), over in stretches()) {
        let painted = paint(&base, &over);
        let mut all = seconds_of(&base);
        all.extend(seconds_of(&over));
        prop_assert_eq!(painted.values().sum::<i64>(), all.len() as i64, "every second has one level");
        prop_assert!(painted.values().all(|seconds| *seconds >= 0), "no level is owed time");
        let over_alone = paint(&[], &over);
        for (level, seconds) in &over_alone {
            prop_assert!(painted[level] >= *seconds, "paint is never painted over");
        }
        if seconds_of(&base).is_disjoint(&seconds_of(&over)) {
            let together: i64 = paint(&base, &[]).values().sum::<i64>() + over_alone.values().sum::<i64>();
            prop_assert_eq!(painted.values().sum::<i64>(), together, "what does not touch adds up");
        }
    }
}
