//! Being awake in the night: when it may be seen, to which day it belongs, and how many times awake it comes to.

use chrono::{Duration, NaiveTime};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::{prelude::*, sample::select};
use wane_domain::{
    Moment,
    awake::{assumed_awakening, day_of_note, is_hidden, times_awake},
    day::TURN_OF_ANYBODY,
    diary::Night,
};

use crate::support::{LONDON, at, blank_night, date, ordinary_night, time, utc};

fn seven() -> NaiveTime {
    time("07:00")
}

#[test]
fn the_morning_comes_at_the_usual_time_or_after_lying_in() {
    let check = |noted: &str, rise: &str, expected: &str, why: &str| {
        assert_eq!(
            assumed_awakening(at(noted, LONDON), time(rise)),
            at(expected, LONDON),
            "{why}"
        );
    };
    check(
        "2026-03-15T03:10",
        "07:00",
        "2026-03-15T07:00",
        "in the small hours",
    );
    check(
        "2026-03-14T23:30",
        "07:00",
        "2026-03-15T07:00",
        "before midnight",
    );
    check(
        "2026-03-15T06:59",
        "07:00",
        "2026-03-15T07:00",
        "a minute before",
    );
    check(
        "2026-03-15T07:00",
        "07:00",
        "2026-03-15T10:00",
        "on the minute they lie in",
    );
    check(
        "2026-03-15T09:59",
        "07:00",
        "2026-03-15T10:00",
        "lying in goes on for three hours",
    );
    check(
        "2026-03-15T10:00",
        "07:00",
        "2026-03-16T07:00",
        "then it is day",
    );
    check(
        "2026-03-15T12:00",
        "16:00",
        "2026-03-15T16:00",
        "somebody who sleeps by day",
    );
    check(
        "2026-03-15T00:30",
        "23:30",
        "2026-03-15T02:30",
        "lying in across midnight",
    );
    check(
        "2026-03-29T00:30",
        "01:30",
        "2026-03-29T02:30",
        "a time that the clock skips",
    );
}

#[test]
fn a_note_stays_hidden_until_the_morning_after_it() {
    let hidden = |noted: &str, now: &str, wakes: &[&str], protected: Option<&str>| {
        let wakes: Vec<Moment> = wakes.iter().map(|wake| at(wake, LONDON)).collect();
        is_hidden(
            at(noted, LONDON),
            utc(now),
            &wakes,
            seven(),
            protected.map(utc),
        )
    };
    let note = "2026-03-15T03:10";
    for (now, wakes, protected, expected, why) in [
        ("2026-03-15T03:10", vec![], None, true, "at once"),
        ("2026-03-15T06:59", vec![], None, true, "all night"),
        (
            "2026-03-15T07:00",
            vec![],
            None,
            false,
            "until the time to get up",
        ),
        (
            "2026-03-15T07:00",
            vec![],
            Some("2026-03-15T08:30"),
            true,
            "the protected night goes on",
        ),
        (
            "2026-03-15T08:30",
            vec![],
            Some("2026-03-15T08:30"),
            false,
            "and ends",
        ),
        (
            "2026-03-15T07:00",
            vec![],
            Some("2026-03-15T06:00"),
            false,
            "one that ended before adds nothing",
        ),
        (
            "2026-03-16T03:10",
            vec![],
            Some("2026-03-20T08:30"),
            false,
            "nights without end hide nothing for ever",
        ),
        (
            "2026-03-15T05:20",
            vec!["2026-03-15T05:15"],
            Some("2026-03-15T06:30"),
            false,
            "somebody who has got up may see it",
        ),
        (
            "2026-03-15T05:10",
            vec!["2026-03-15T05:15"],
            None,
            true,
            "an awakening still to come tells nothing",
        ),
        (
            "2026-03-15T05:20",
            vec!["2026-03-15T03:00", "2026-03-14T07:00"],
            None,
            true,
            "nor does one before the note",
        ),
    ] {
        assert_eq!(
            hidden(note, now, &wakes, protected),
            expected,
            "{now}: {why}"
        );
    }
}

#[test]
fn the_notes_of_one_night_lie_on_one_day() {
    let check = |noted: &str, wakes: &[&str], expected: &str, why: &str| {
        let wakes: Vec<Moment> = wakes.iter().map(|wake| at(wake, LONDON)).collect();
        assert_eq!(
            day_of_note(at(noted, LONDON), &wakes, TURN_OF_ANYBODY, seven()),
            date(expected),
            "{noted}: {why}"
        );
    };
    for wakes in [&["2026-03-14T07:05"][..], &[]] {
        for noted in [
            "2026-03-14T23:30",
            "2026-03-15T00:10",
            "2026-03-15T03:59",
            "2026-03-15T04:01",
            "2026-03-15T06:50",
            "2026-03-15T08:30",
        ] {
            check(
                noted,
                wakes,
                "2026-03-14",
                "before and after the turn of the day",
            );
        }
    }
    check(
        "2026-03-15T14:00",
        &["2026-03-14T07:05"],
        "2026-03-15",
        "by day it is that day",
    );
    check(
        "2026-03-15T07:30",
        &["2026-03-15T07:05"],
        "2026-03-15",
        "after an awakening it is its day",
    );
}

#[test]
fn times_awake_are_counted_within_the_night() {
    let rise = at("2026-02-04T07:00", LONDON);
    let check = |noted: &[&str], night: Option<&Night>, expected: usize, why: &str| {
        let noted: Vec<Moment> = noted.iter().map(|text| at(text, LONDON)).collect();
        let wakes = [
            at("2026-02-03T06:50", LONDON),
            at("2026-02-04T06:40", LONDON),
        ];
        let wakes = if night.is_some() {
            &wakes[..]
        } else {
            &wakes[..1]
        };
        assert_eq!(
            times_awake(&noted, date("2026-02-04"), night, wakes, rise),
            expected,
            "{why}"
        );
    };
    let said = ordinary_night();
    let blank = blank_night(date("2026-02-04"));
    let (one, two, again) = ("2026-02-04T01:10", "2026-02-04T04:30", "2026-02-04T01:25");
    check(&[], None, 0, "nothing noted is nothing offered");
    check(&[one], None, 1, "one note");
    check(&[two, one], None, 2, "in any order");
    check(
        &[one, again, two],
        None,
        2,
        "a quarter of an hour later it is the same time awake",
    );
    check(
        &[one, "2026-02-04T01:30"],
        None,
        2,
        "twenty minutes later it is another",
    );
    check(
        &[one, two],
        Some(&said),
        2,
        "the same for a night that is written down",
    );
    check(
        &[one, two],
        Some(&blank),
        2,
        "and for one of which nothing else was said",
    );
    check(
        &["2026-02-03T23:20", one],
        Some(&said),
        1,
        "before falling asleep is no awakening",
    );
    check(
        &["2026-02-03T23:20", one],
        None,
        2,
        "where nobody knows when that was, it may be one",
    );
    check(
        &[one, "2026-02-04T06:50"],
        Some(&said),
        1,
        "after the final awakening is none",
    );
    check(&[one, "2026-02-04T08:20"], None, 2, "lying in may be");
    check(&[one, "2026-02-04T10:20"], None, 1, "the day is not");
    check(
        &["2026-02-03T06:10", one],
        None,
        1,
        "the night before is another",
    );
    check(
        &["2026-02-03T14:00", one],
        None,
        1,
        "and so is the day before",
    );
}

proptest! {
    #[test]
    fn a_morning_always_comes_within_a_day_and_three_hours(
        zone in select(&TZ_VARIANTS[..]), minute in 0i64..60 * 24 * 366, rise in 0u32..1440,
    ) {
        let noted = Moment::new(utc("2026-01-01T00:00") + Duration::minutes(minute), zone);
        let rise = NaiveTime::from_hms_opt(rise / 60, rise % 60, 0).unwrap();
        let until = assumed_awakening(noted, rise).instant - noted.instant;
        prop_assert!(until > Duration::zero(), "never before the note itself: {until}");
        prop_assert!(until <= Duration::hours(27), "and never much later than a day: {until}");
        prop_assert!(
            is_hidden(noted, noted.instant, &[], rise, None),
            "what has just been noted is hidden"
        );
        let day = day_of_note(noted, &[], TURN_OF_ANYBODY, rise);
        let apart = (noted.date() - day).num_days();
        prop_assert!((0..=1).contains(&apart), "its day is its own date or the one before: {day}");
    }

    #[test]
    fn more_notes_are_never_fewer_times_awake(minutes in prop::collection::vec(0i64..480, 1..12)) {
        let from = at("2026-02-03T23:00", Tz::Europe__London);
        let noted: Vec<Moment> = minutes
            .iter()
            .map(|m| Moment::new(from.instant + Duration::minutes(*m), LONDON))
            .collect();
        let rise = at("2026-02-04T07:00", LONDON);
        let count = |noted: &[Moment]| times_awake(noted, date("2026-02-04"), None, &[], rise);
        let (all, fewer) = (count(&noted), count(&noted[1..]));
        prop_assert!((1..=noted.len()).contains(&all), "at least one, at most one for each note");
        // A note between two others can join them into one time awake, so that one fewer is counted, never two.
        prop_assert!(fewer <= all + 1, "{fewer} without one of them, {all} with it");
    }
}
