//! The present day: what a person means by today, before the next awakening is known.

use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;
use wane_domain::{Moment, day::present_day, diary::Night};

use crate::support::{LONDON, at, blank_night, date, slept};

/// Nights in London on the dates from `first` to `last` January 2026, each from one clock time to another.
fn habit(first: u32, last: u32, bed: &str, wake: &str) -> Vec<Night> {
    (first..=last)
        .map(|day| {
            let wake = at(&format!("2026-01-{day:02}T{wake}"), LONDON);
            let mut into = at(&format!("2026-01-{day:02}T{bed}"), LONDON);
            if into.instant >= wake.instant {
                into.instant -= Duration::days(1);
            }
            slept(into, wake)
        })
        .collect()
}

/// Checks what is today at a clock reading in London.
fn check(now: &str, nights: &[Night], expected: &str, why: &str) {
    assert_eq!(
        present_day(at(now, LONDON), nights),
        date(expected),
        "{now}: {why}"
    );
}

#[test]
fn nobody_who_writes_nothing_is_locked_out_of_a_day() {
    check(
        "2026-02-04T03:59",
        &[],
        "2026-02-03",
        "a new diary, at night",
    );
    check("2026-02-04T04:00", &[], "2026-02-04", "a new diary, by day");
    let weeks_ago = habit(1, 10, "23:00", "07:00");
    check(
        "2026-02-04T02:59",
        &weeks_ago,
        "2026-02-03",
        "their middle of sleep was three",
    );
    check(
        "2026-02-04T03:00",
        &weeks_ago,
        "2026-02-04",
        "and still is, for all that is known",
    );
    let once = habit(1, 1, "23:00", "07:00");
    check(
        "2026-02-04T03:59",
        &once,
        "2026-02-03",
        "one night tells no habit",
    );
    check(
        "2026-02-04T04:00",
        &once,
        "2026-02-04",
        "so days turn at four",
    );
}

#[test]
fn a_late_sunday_does_not_swallow_monday() {
    let mut nights = habit(1, 10, "23:00", "07:00");
    nights.push(slept(
        at("2026-01-11T01:30", LONDON),
        at("2026-01-11T10:00", LONDON),
    ));
    check(
        "2026-01-12T01:59",
        &nights,
        "2026-01-11",
        "up late on Sunday",
    );
    check(
        "2026-01-12T05:30",
        &nights,
        "2026-01-12",
        "up early on Monday, 19 hours and a half later",
    );
    check(
        "2026-01-12T05:30",
        &nights[10..],
        "2026-01-12",
        "also while days turn at four",
    );
}

#[test]
fn a_night_worker_keeps_the_day_that_began_in_the_afternoon() {
    let nights = habit(1, 12, "09:00", "16:00");
    check("2026-01-12T16:00", &nights, "2026-01-12", "getting up");
    check("2026-01-13T00:30", &nights, "2026-01-12", "at work");
    check("2026-01-13T07:00", &nights, "2026-01-12", "coming home");
    check(
        "2026-01-13T10:00",
        &nights,
        "2026-01-12",
        "awake in bed, eighteen hours on",
    );
    check(
        "2026-01-13T15:50",
        &nights,
        "2026-01-13",
        "up a little early",
    );
}

#[test]
fn a_first_night_shift_is_one_day() {
    let mut nights = habit(1, 10, "23:00", "07:00");
    nights.push(slept(
        at("2026-01-11T02:00", LONDON),
        at("2026-01-11T13:00", LONDON),
    ));
    check(
        "2026-01-12T04:59",
        &nights,
        "2026-01-11",
        "sixteen hours are one waking, whatever the habit",
    );
    check(
        "2026-01-12T05:00",
        &nights,
        "2026-01-12",
        "then the habit decides",
    );
}

#[test]
fn awake_in_the_small_hours_it_is_still_yesterday_evening() {
    let nights = habit(1, 12, "23:30", "07:30");
    check("2026-01-13T00:10", &nights, "2026-01-12", "reading in bed");
    check(
        "2026-01-13T03:00",
        &nights,
        "2026-01-12",
        "awake, before the middle of their night",
    );
    check(
        "2026-01-13T04:30",
        &nights,
        "2026-01-13",
        "after it, a short night may be over",
    );
}

#[test]
fn a_written_awakening_begins_the_day_however_early() {
    let mut nights = habit(1, 12, "23:00", "07:00");
    check(
        "2026-01-13T02:15",
        &nights,
        "2026-01-12",
        "nothing is written down yet",
    );
    nights.push(slept(
        at("2026-01-12T21:00", LONDON),
        at("2026-01-13T02:10", LONDON),
    ));
    check(
        "2026-01-13T02:15",
        &nights,
        "2026-01-13",
        "a night that ended at ten past two",
    );
}

#[test]
fn what_has_not_happened_yet_tells_nothing() {
    let mut nights = habit(1, 12, "23:00", "07:00");
    let expected = present_day(at("2026-01-12T22:00", LONDON), &nights);
    nights.push(slept(
        at("2026-01-12T23:00", LONDON),
        at("2026-01-13T07:00", LONDON),
    ));
    check(
        "2026-01-12T22:00",
        &nights,
        &expected.to_string(),
        "tonight's awakening is in the future",
    );
    check(
        "2026-01-13T03:30",
        &nights,
        "2026-01-13",
        "the habit decides before it",
    );
    nights.push(blank_night(date("2026-01-14")));
    check(
        "2026-01-13T08:00",
        &nights,
        "2026-01-13",
        "a night without times begins no day",
    );
}

#[test]
fn a_night_in_question_begins_no_day() {
    let mut nights = habit(1, 12, "23:00", "07:00");
    // Seven in the evening was written for seven in the morning: twenty hours in bed.
    nights.push(slept(
        at("2026-01-12T23:00", LONDON),
        at("2026-01-13T19:00", LONDON),
    ));
    check(
        "2026-01-14T08:00",
        &nights,
        "2026-01-14",
        "or Tuesday would last until Wednesday noon",
    );
}

#[test]
fn getting_up_stands_in_for_an_awakening_that_was_not_said() {
    let up = Night {
        final_wake: None,
        out_of_bed: Some(at("2026-01-12T16:00", LONDON)),
        ..blank_night(date("2026-01-12"))
    };
    check(
        "2026-01-13T06:00",
        &[up],
        "2026-01-12",
        "fourteen hours after getting up",
    );
}

/// Checks today on another clock, for somebody whose latest night is `bed` to `wake` after a regular week.
fn check_abroad(now: &str, zone: Tz, nights: &[Night], expected: &str, why: &str) {
    let now = at(now, zone);
    assert_eq!(
        present_day(now, nights),
        date(expected),
        "{}: {why}",
        now.to_rfc3339()
    );
}

/// A week of nights in a zone, 23:00 to 07:00, the last of them ending on 5 March 2026.
fn week_in(zone: Tz) -> Vec<Night> {
    (0..7)
        .map(|back| {
            let wakes: NaiveDate = date("2026-03-05") - Duration::days(back);
            let evening = wakes - Duration::days(1);
            slept(
                at(&format!("{evening}T23:00"), zone),
                at(&format!("{wakes}T07:00"), zone),
            )
        })
        .collect()
}

#[test]
fn flying_east_over_the_date_line_the_day_goes_on_though_the_date_goes_back() {
    let honolulu = Tz::Pacific__Honolulu;
    let mut nights = week_in(Tz::Pacific__Auckland);
    let check = |nights: &[Night], now: &str, expected: &str, why: &str| {
        check_abroad(now, honolulu, nights, expected, why);
    };
    check(
        &nights,
        "2026-03-04T13:00",
        "2026-03-05",
        "up at seven in Auckland, five hours ago",
    );
    check(
        &nights,
        "2026-03-04T23:00",
        "2026-03-05",
        "the day of an awakening is never taken back",
    );
    check(&nights, "2026-03-05T02:59", "2026-03-05", "awake late");
    check(
        &nights,
        "2026-03-05T09:00",
        "2026-03-05",
        "the date comes a second time, and is the same day",
    );
    nights.push(slept(
        at("2026-03-04T23:00", honolulu),
        at("2026-03-05T07:00", honolulu),
    ));
    check(
        &nights,
        "2026-03-05T23:30",
        "2026-03-05",
        "the second awakening of that date",
    );
    check(&nights, "2026-03-06T06:00", "2026-03-06", "and on it goes");
}

#[test]
fn flying_west_over_the_date_line_no_day_is_begun_by_a_date_nobody_woke_on() {
    let auckland = Tz::Pacific__Auckland;
    let mut nights = week_in(Tz::Pacific__Honolulu);
    let check = |nights: &[Night], now: &str, expected: &str, why: &str| {
        check_abroad(now, auckland, nights, expected, why);
    };
    check(
        &nights,
        "2026-03-06T15:00",
        "2026-03-05",
        "up at seven in Honolulu, nine hours ago",
    );
    check(
        &nights,
        "2026-03-07T02:59",
        "2026-03-05",
        "awake late, twenty-one hours on",
    );
    check(
        &nights,
        "2026-03-07T03:00",
        "2026-03-07",
        "the next day is the date of the next morning",
    );
    nights.push(slept(
        at("2026-03-06T23:00", auckland),
        at("2026-03-07T07:00", auckland),
    ));
    check(
        &nights,
        "2026-03-07T22:00",
        "2026-03-07",
        "the sixth is nobody's, and a gap",
    );
}

#[test]
fn flying_along_the_clock_never_begins_a_day_by_itself() {
    let nights = week_in(LONDON);
    for zone in [
        Tz::America__New_York,
        Tz::Asia__Tokyo,
        Tz::America__Los_Angeles,
        Tz::Pacific__Kiritimati,
        Tz::Pacific__Pago_Pago,
    ] {
        for hours in 0..16 {
            let now = Moment::new(
                at("2026-03-05T07:00", LONDON).instant + Duration::hours(hours),
                zone,
            );
            assert_eq!(
                present_day(now, &nights),
                date("2026-03-05"),
                "{hours} hours after waking, now in {zone}"
            );
        }
    }
}
