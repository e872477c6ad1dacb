//! Which questions are asked about which entries.

use wane_domain::{
    check::{Question, holds_together, questions},
    diary::Night,
};

use crate::{
    measures::edge_cases,
    support::{LONDON, at, blank_night, date, id, ordinary_night, utc},
};

fn codes(night: &Night, now: &str, others: &[Night]) -> Vec<&'static str> {
    questions(night, utc(now), others)
        .into_iter()
        .map(Question::code)
        .collect()
}

#[test]
fn the_reference_cases_ask_what_the_reference_asks() {
    for case in edge_cases() {
        let expected: Vec<&str> = case.expect["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|code| code.as_str().unwrap())
            .collect();
        assert_eq!(
            codes(&case.night, "2027-01-01T00:00", &[]),
            expected,
            "{}",
            case.name
        );
        assert_eq!(
            holds_together(&case.night),
            expected.is_empty(),
            "{}: in or out of statistics",
            case.name
        );
    }
}

/// Checks what is asked the next noon about an ordinary night with one change.
fn check(change: impl Fn(&mut Night), expected: &[&str], why: &str) {
    let mut night = ordinary_night();
    change(&mut night);
    assert_eq!(codes(&night, "2026-02-04T12:00", &[]), expected, "{why}");
}

#[test]
fn times_out_of_order_are_asked_about_once() {
    check(|_| {}, &[], "an ordinary night raises no question");
    check(
        |n| n.lights_out = Some(at("2026-02-03T22:30", LONDON)),
        &["lights_out_before_bed"],
        "lights out a quarter of an hour before bed",
    );
    check(
        |n| n.final_wake = Some(at("2026-02-03T23:00", LONDON)),
        &["final_wake_before_lights_out"],
        "the awakening is the slip; that the latency does not fit follows from it",
    );
    check(
        |n| n.out_of_bed = Some(at("2026-02-04T06:30", LONDON)),
        &["out_of_bed_before_final_wake"],
        "up before awake; that ten minutes of trying do not fit follows from it",
    );
    check(
        |n| {
            n.lights_out = None;
            n.final_wake = Some(at("2026-02-03T22:00", LONDON));
        },
        &["final_wake_before_lights_out"],
        "without lights out the awakening is held against getting into bed",
    );
    check(
        |n| {
            (n.lights_out, n.final_wake) = (None, None);
            n.out_of_bed = Some(at("2026-02-03T22:00", LONDON));
        },
        &["out_of_bed_before_final_wake"],
        "out of bed before into bed",
    );
    check(
        |n| n.lights_out = n.bed,
        &[],
        "lights out on getting into bed is ordinary",
    );
}

#[test]
fn minutes_that_do_not_fit_are_asked_about() {
    check(
        |n| n.sol_min = Some(405),
        &[],
        "405 and 40 minutes awake fill the 445 exactly",
    );
    check(
        |n| n.sol_min = Some(406),
        &["sol_plus_waso_exceed_time_available"],
        "one minute too many",
    );
    check(
        |n| (n.sol_min, n.waso_min) = (Some(446), None),
        &["sol_plus_waso_exceed_time_available"],
        "latency alone is too long already",
    );
    check(
        |n| n.tasafa_min = Some(30),
        &[],
        "the whole half hour was spent trying",
    );
    check(
        |n| n.tasafa_min = Some(31),
        &["tasafa_exceeds_wake_to_rise"],
        "one minute too many",
    );
    check(
        |n| n.nwak = Some(0),
        &["awake_minutes_without_awakenings"],
        "awake 40 minutes without awakening",
    );
    check(
        |n| (n.nwak, n.waso_min) = (Some(0), Some(0)),
        &[],
        "slept through",
    );
    check(
        |n| (n.nwak, n.waso_min) = (Some(0), None),
        &[],
        "not said is not awake",
    );
}

#[test]
fn awake_without_awakenings_is_odd_but_stays_in_statistics() {
    let night = Night {
        nwak: Some(0),
        ..ordinary_night()
    };
    assert!(
        holds_together(&night),
        "no measure depends on the number of awakenings"
    );
}

#[test]
fn more_than_sixteen_hours_is_asked_about_and_sixteen_is_not() {
    check(
        |n| n.out_of_bed = Some(at("2026-02-04T14:45", LONDON)),
        &["night_in_the_future"],
        "sixteen hours, two of them to come",
    );
    check(
        |n| n.bed = Some(at("2026-02-03T15:00", LONDON)),
        &["time_in_bed_over_16h_check_am_pm"],
        "sixteen hours and ten minutes",
    );
    check(
        |n| {
            (n.bed, n.out_of_bed) = (None, None);
            n.lights_out = Some(at("2026-02-03T11:15", LONDON));
        },
        &["time_in_bed_over_16h_check_am_pm"],
        "a slip in lights out is seen without a time of getting into bed",
    );
}

#[test]
fn what_has_not_happened_is_asked_about() {
    let night = ordinary_night();
    assert_eq!(
        codes(&night, "2026-02-04T07:10", &[]),
        [""; 0],
        "up this very minute"
    );
    assert_eq!(
        codes(&night, "2026-02-04T07:09", &[]),
        ["night_in_the_future"],
        "up in a minute"
    );
    let dated = |text| blank_night(date(text));
    assert_eq!(
        codes(&dated("2026-02-05"), "2026-02-04T09:59", &[]),
        ["night_in_the_future"],
        "begun nowhere on Earth"
    );
    assert_eq!(
        codes(&dated("2026-02-05"), "2026-02-04T10:00", &[]),
        [""; 0],
        "begun at UTC+14"
    );
    let mut zoned = dated("2026-02-05");
    zoned.bed = Some(at("2026-02-04T01:00", LONDON));
    assert_eq!(
        codes(&zoned, "2026-02-04T12:00", &[]),
        ["night_in_the_future"],
        "by the clock the user reads"
    );
}

#[test]
fn nights_that_share_time_are_asked_about() {
    let night = ordinary_night();
    let other = |number: u8, bed: &str, up: &str| Night {
        id: id(number),
        bed: Some(at(bed, LONDON)),
        out_of_bed: Some(at(up, LONDON)),
        ..blank_night(date("2026-02-03"))
    };
    let asked = |other: Night| codes(&night, "2026-02-04T12:00", &[other]);
    assert_eq!(
        asked(other(1, "2026-02-03T21:00", "2026-02-03T23:00")),
        ["overlaps_another_night"],
        "a quarter of an hour is shared"
    );
    assert_eq!(
        asked(other(1, "2026-02-03T14:00", "2026-02-03T22:45")),
        [""; 0],
        "touching ends share nothing"
    );
    assert_eq!(
        asked(other(1, "2026-02-04T01:00", "2026-02-04T01:00")),
        ["overlaps_another_night"],
        "one instant inside the night"
    );
    assert_eq!(
        asked(other(0, "2026-02-03T21:00", "2026-02-03T23:00")),
        [""; 0],
        "an earlier revision is not another night"
    );
    assert_eq!(
        asked(blank_night(date("2026-02-04"))),
        [""; 0],
        "a night without times overlaps nothing"
    );
}

#[test]
fn codes_are_different_and_fit_for_a_message_name() {
    let mut codes: Vec<&str> = Question::ALL.into_iter().map(Question::code).collect();
    assert!(
        codes.iter().all(|code| code
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')),
        "lower case, digits and underscores only: {codes:?}"
    );
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(
        codes.len(),
        Question::ALL.len(),
        "no two questions share a code"
    );
}
