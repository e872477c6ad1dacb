//! Two main sleeps that end on one date, and one sleep that is put right.

use chrono_tz::Tz;
use wane_domain::{
    Moment,
    day::{has_come_again, is_another_sleep},
    diary::Night,
};

use crate::support::{LONDON, at, slept};

const AUCKLAND: Tz = Tz::Pacific__Auckland;
const HONOLULU: Tz = Tz::Pacific__Honolulu;

/// A night that was written down at `written`.
fn night(bed: Moment, wake: Moment, written: Moment) -> Night {
    let mut night = slept(bed, wake);
    night.origin.entered_at = written.instant;
    night
}

/// The ordinary night of 4 March in London, written down at twenty past seven.
fn ordinary() -> Night {
    let [bed, wake, written] =
        ["2026-03-03T23:00", "2026-03-04T07:00", "2026-03-04T07:20"].map(|t| at(t, LONDON));
    night(bed, wake, written)
}

#[test]
fn a_sleep_after_the_night_was_written_down_is_another_one() {
    let check = |start: &str, end: &str, now: &str, expected: bool, why: &str| {
        let [start, end, now] = [start, end, now].map(|t| at(t, LONDON));
        let got = is_another_sleep(&ordinary(), start, Some(end), now.instant, false);
        assert_eq!(got, expected, "{}: {why}", start.to_rfc3339());
    };
    check(
        "2026-03-04T09:00",
        "2026-03-04T16:00",
        "2026-03-04T16:30",
        true,
        "a day's sleep",
    );
    check(
        "2026-03-04T07:20",
        "2026-03-04T09:00",
        "2026-03-04T09:05",
        true,
        "from that very minute",
    );
    check(
        "2026-03-03T23:30",
        "2026-03-04T07:40",
        "2026-03-04T08:00",
        false,
        "the night itself, dozed on",
    );
    check(
        "2026-03-04T00:30",
        "2026-03-04T08:00",
        "2026-03-04T23:50",
        false,
        "the night itself, late at night",
    );
    check(
        "2026-03-04T07:10",
        "2026-03-04T09:00",
        "2026-03-04T09:05",
        false,
        "begun before it was written down",
    );
    check(
        "2026-03-04T09:00",
        "2026-03-04T16:00",
        "2026-03-04T15:00",
        false,
        "not over yet: a slip to ask about",
    );
    check(
        "2026-03-04T16:00",
        "2026-03-04T09:00",
        "2026-03-04T17:00",
        false,
        "its end before its beginning",
    );
}

#[test]
fn a_record_made_before_its_night_was_over_can_be_about_any_sleep() {
    let suggested = Night {
        origin: wane_domain::diary::Origin {
            entered_at: at("2026-03-04T00:30", LONDON).instant,
            ..ordinary().origin
        },
        ..ordinary()
    };
    let [start, end] = ["2026-03-04T09:00", "2026-03-04T16:00"].map(|t| at(t, LONDON));
    assert!(
        !is_another_sleep(&suggested, start, Some(end), end.instant, false),
        "a night confirmed before it was slept is put right by how it was"
    );
    let without_end = Night {
        final_wake: None,
        ..ordinary()
    };
    assert!(
        !is_another_sleep(&without_end, start, Some(end), end.instant, true),
        "a night without an end may be going on"
    );
}

#[test]
fn readings_on_another_clock_may_be_meant_for_the_night_that_is_there() {
    let [bed, wake, written] =
        ["2026-03-04T23:00", "2026-03-05T07:00", "2026-03-05T07:30"].map(|t| at(t, AUCKLAND));
    let there = night(bed, wake, written);
    let [start, end] = ["2026-03-04T22:00", "2026-03-05T06:00"].map(|t| at(t, HONOLULU));
    let check = |end: Option<Moment>, now: &str, come_again: bool, expected: bool, why: &str| {
        let now = at(now, HONOLULU).instant;
        assert_eq!(
            is_another_sleep(&there, start, end, now, come_again),
            expected,
            "{why}"
        );
    };
    check(
        Some(end),
        "2026-03-05T06:30",
        false,
        true,
        "nearly a day after the awakening",
    );
    check(
        None,
        "2026-03-05T06:30",
        true,
        true,
        "half said, when the date has come again",
    );
    check(
        None,
        "2026-03-05T06:30",
        false,
        false,
        "half said, and nothing tells of another sleep",
    );
    let soon = [
        at("2026-03-05T08:00", AUCKLAND),
        at("2026-03-05T10:00", AUCKLAND),
    ]
    .map(|m| Moment::new(m.instant, HONOLULU));
    assert!(
        !is_another_sleep(&there, soon[0], Some(soon[1]), soon[1].instant, false),
        "three hours after waking, by another clock, it could be either"
    );
}

#[test]
fn a_date_comes_again_east_of_the_line_and_after_a_very_early_awakening() {
    let week = |zone: Tz, bed: &str, wake: &str, last: u32| -> Vec<Night> {
        (last - 6..=last)
            .map(|day| {
                let evening = at(&format!("2026-03-{:02}T{bed}", day - 1), zone);
                slept(evening, at(&format!("2026-03-{day:02}T{wake}"), zone))
            })
            .collect()
    };
    let check = |nights: &[Night], now: (&str, Tz), expected: bool, why: &str| {
        assert_eq!(
            has_come_again(at(now.0, now.1), nights),
            expected,
            "{} in {}: {why}",
            now.0,
            now.1
        );
    };
    let auckland = week(AUCKLAND, "23:00", "07:00", 12);
    check(
        &auckland,
        ("2026-03-12T06:30", HONOLULU),
        true,
        "the twelfth for the second time, past the middle of the night",
    );
    check(
        &auckland,
        ("2026-03-12T02:30", HONOLULU),
        false,
        "before it nobody need have slept",
    );
    check(
        &auckland,
        ("2026-03-11T15:00", HONOLULU),
        false,
        "five hours after waking",
    );
    check(
        &auckland,
        ("2026-03-13T06:30", HONOLULU),
        false,
        "the date after",
    );
    for now in [
        "2026-03-12T12:00",
        "2026-03-12T23:30",
        "2026-03-13T01:00",
        "2026-03-13T06:30",
    ] {
        check(
            &auckland,
            (now, AUCKLAND),
            false,
            "at home no date comes again",
        );
    }
    let mut early = week(LONDON, "23:00", "07:00", 12);
    early.push(slept(
        at("2026-03-12T22:00", LONDON),
        at("2026-03-13T02:10", LONDON),
    ));
    check(
        &early,
        ("2026-03-13T12:00", LONDON),
        false,
        "up since ten past two, and it is noon",
    );
    check(
        &early,
        ("2026-03-13T18:30", LONDON),
        true,
        "by the evening they may well have slept again",
    );
    check(
        &early,
        ("2026-03-14T06:30", LONDON),
        false,
        "the date after",
    );
    check(&[], ("2026-03-14T06:30", LONDON), false, "nothing is known");
}
