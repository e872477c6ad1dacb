//! Wake-to-wake days: which day a moment belongs to, and when a day turns that nobody began.

use chrono::{Duration, NaiveTime};
use chrono_tz::Tz;
use wane_domain::{
    Moment,
    day::{TURN_OF_ANYBODY, day_of, turn},
    diary::Night,
};

use crate::support::{LONDON, at, blank_night, date, slept, time, utc};

/// Checks to which day a moment in London belongs, given final awakenings there, with days that turn at four.
fn check(moment: &str, wakes: &[&str], expected: &str, why: &str) {
    let wakes: Vec<Moment> = wakes.iter().map(|wake| at(wake, LONDON)).collect();
    assert_eq!(
        day_of(at(moment, LONDON), &wakes, TURN_OF_ANYBODY),
        date(expected),
        "{moment}: {why}"
    );
}

#[test]
fn a_day_runs_from_waking_to_waking() {
    let wakes = ["2026-02-04T07:00", "2026-02-05T06:30"];
    check(
        "2026-02-04T07:00",
        &wakes,
        "2026-02-04",
        "it begins with the awakening itself",
    );
    check(
        "2026-02-05T01:30",
        &wakes,
        "2026-02-04",
        "after midnight is still the same evening",
    );
    check(
        "2026-02-05T05:00",
        &wakes,
        "2026-02-04",
        "the turn begins no day whose awakening comes later",
    );
    check(
        "2026-02-05T06:29",
        &wakes,
        "2026-02-04",
        "up to the next awakening",
    );
    check(
        "2026-02-05T06:30",
        &wakes,
        "2026-02-05",
        "the next awakening begins the next day",
    );
    check(
        "2026-02-04T02:00",
        &wakes,
        "2026-02-03",
        "before the first record days turn at four",
    );
    check(
        "2026-02-04T05:00",
        &wakes,
        "2026-02-03",
        "and before an awakening the day has not begun",
    );
}

#[test]
fn a_day_ends_at_the_turn_when_the_next_awakening_is_not_known() {
    let wakes = ["2026-02-04T07:00"];
    check(
        "2026-02-05T03:59",
        &wakes,
        "2026-02-04",
        "the turn is at four",
    );
    check(
        "2026-02-05T04:00",
        &wakes,
        "2026-02-05",
        "a morning nobody wrote down",
    );
    check(
        "2026-02-06T03:59",
        &wakes,
        "2026-02-05",
        "and so is the next",
    );
}

#[test]
fn a_night_worker_keeps_one_day_through_the_night() {
    let wakes = ["2026-02-04T16:00", "2026-02-05T15:30"];
    check("2026-02-04T23:59", &wakes, "2026-02-04", "at work");
    check("2026-02-05T07:59", &wakes, "2026-02-04", "going home");
    check("2026-02-05T12:00", &wakes, "2026-02-04", "asleep by day");
    check("2026-02-05T15:30", &wakes, "2026-02-05", "awake again");
    check(
        "2026-02-05T08:00",
        &wakes[..1],
        "2026-02-05",
        "sixteen hours on, with nothing else known, the clock decides",
    );
}

#[test]
fn a_day_is_never_earlier_than_the_latest_awakening() {
    check(
        "2026-02-05T03:00",
        &["2026-02-05T02:00"],
        "2026-02-05",
        "up at two for good: the day has begun, though it is not four",
    );
    check(
        "2026-02-05T19:00",
        &["2026-02-05T02:00", "2026-02-04T07:00"],
        "2026-02-05",
        "and the turn at four, after it, begins nothing else",
    );
}

#[test]
fn without_records_days_turn_at_four() {
    check("2026-02-04T03:59", &[], "2026-02-03", "the night before");
    check("2026-02-04T04:00", &[], "2026-02-04", "the new day");
    check("2026-02-04T23:59", &[], "2026-02-04", "its end");
}

#[test]
fn a_clock_put_back_begins_no_day_twice() {
    let nuuk = Tz::America__Nuuk;
    let fold = utc("2026-10-25T00:30");
    for turn in ["23:00", "23:30", "00:00", "00:30", "04:00"].map(time) {
        let dates: Vec<_> = (0..300)
            .map(|minutes| Moment::new(fold + Duration::minutes(minutes), nuuk))
            .map(|moment| day_of(moment, &[], turn))
            .collect();
        assert!(dates.is_sorted(), "days only go forward: {dates:?}");
    }
}

#[test]
fn a_turn_that_comes_twice_is_the_first() {
    let check = |at: &str, expected: &str, why: &str| {
        let moment = Moment::new(utc(at), LONDON);
        assert_eq!(
            day_of(moment, &[], time("01:30")),
            date(expected),
            "{at}: {why}"
        );
    };
    check("2026-10-25T00:29", "2026-10-24", "01:29 in summer time");
    check("2026-10-25T00:30", "2026-10-25", "01:30 in summer time");
    check(
        "2026-10-25T01:10",
        "2026-10-25",
        "01:10 in winter time, after it",
    );
}

#[test]
fn a_clock_put_back_over_midnight_takes_no_day_back() {
    // In St John's of 2010, a minute into the seventh of November it was 23:01 on the sixth again.
    let st_johns = Tz::America__St_Johns;
    let midnight = utc("2010-11-07T02:30");
    let moment = |minutes| Moment::new(midnight + Duration::minutes(minutes), st_johns);
    assert_eq!(
        (moment(0).date(), moment(30).date()),
        (date("2010-11-07"), date("2010-11-06")),
        "the date of the clock goes back, says the time zone database"
    );
    let dates: Vec<_> = (-120..120)
        .map(|minutes| day_of(moment(minutes), &[], time("00:00")))
        .collect();
    assert!(dates.is_sorted(), "and the day, once begun, goes on");
    assert_eq!(dates[240 - 1], date("2010-11-07"), "to the end of it");
}

/// Nights of successive dates from 1 February 2026 on, each from one clock time to another in London.
fn nights(times: &[(&str, &str)]) -> Vec<Night> {
    times
        .iter()
        .zip(1..)
        .map(|((bed, wake), day)| {
            let wake = at(&format!("2026-02-{day:02}T{wake}"), LONDON);
            let mut into = Moment::new(wake.instant, LONDON);
            while into.time() != time(bed) {
                into.instant -= Duration::minutes(1);
            }
            slept(into, wake)
        })
        .collect()
}

#[test]
fn the_turn_is_the_usual_middle_of_sleep() {
    let check = |times: &[(&str, &str)], expected: &str, why: &str| {
        assert_eq!(turn(&nights(times)), time(expected), "{times:?}: {why}");
    };
    check(&[("23:00", "07:00"); 3], "03:00", "by night");
    check(&[("09:00", "16:00"); 5], "12:30", "by day");
    check(&[("20:30", "04:30"); 5], "00:30", "before the birds");
    check(
        &[("23:40", "07:20"), ("00:10", "08:00"), ("00:30", "08:10")],
        "04:05",
        "the middle one of 03:30, 04:05 and 04:20",
    );
    check(
        &[("19:00", "03:00"); 5],
        "00:00",
        "a middle at 23:00 lies on the date before; the date to be named begins at midnight",
    );
    check(
        &[("16:00", "23:30"); 5],
        "19:45",
        "awake by 23:30, the middle is on the date itself",
    );
}

#[test]
fn the_turn_is_at_four_while_too_little_is_known() {
    assert_eq!(turn(&[]), time("04:00"), "no night");
    assert_eq!(
        turn(&nights(&[("21:00", "05:00"); 2])),
        time("04:00"),
        "two nights"
    );
    let mut told = nights(&[("21:00", "05:00"); 4]);
    assert_eq!(turn(&told), time("01:00"), "four nights tell");
    (told[1].final_wake, told[2].bed) = (None, None);
    assert_eq!(
        turn(&told),
        time("04:00"),
        "two of them tell nothing of a middle"
    );
    let mut wrong = nights(&[("21:00", "05:00"); 4]);
    for night in &mut wrong[2..] {
        night.lights_out = night
            .final_wake
            .map(|wake| Moment::new(wake.instant + Duration::hours(1), LONDON));
    }
    assert_eq!(
        turn(&wrong),
        time("04:00"),
        "two of them do not hold together"
    );
    assert_eq!(
        turn(&nights(&[
            ("23:00", "07:00"),
            ("07:00", "15:00"),
            ("15:00", "23:00")
        ])),
        time("04:00"),
        "sleep all round the clock has no usual middle"
    );
    assert_eq!(
        turn(&nights(&[
            ("23:00", "07:00"),
            ("23:00", "07:00"),
            ("10:00", "18:00"),
            ("10:00", "18:00")
        ])),
        time("04:00"),
        "two shifts have none either, and nothing between them is anybody's"
    );
}

#[test]
fn new_habits_are_learnt_from_the_newest_nights() {
    let changed = [
        [("23:00", "07:00"); 14].as_slice(),
        &[("09:00", "17:00"); 7],
    ]
    .concat();
    let mut told = nights(&changed);
    assert_eq!(turn(&told), time("13:00"), "a week of night shifts");
    told.reverse();
    assert_eq!(
        turn(&told),
        time("13:00"),
        "whatever order the records come in"
    );
}

#[test]
fn a_night_tells_its_middle_with_whatever_was_said_of_it() {
    let full = |night: Night| vec![night.clone(), night.clone(), night];
    let (bed, wake) = (
        at("2026-02-03T22:00", LONDON),
        at("2026-02-04T07:00", LONDON),
    );
    let said = Night {
        bed: Some(bed),
        lights_out: Some(at("2026-02-03T23:00", LONDON)),
        sol_min: Some(60),
        final_wake: Some(wake),
        ..blank_night(date("2026-02-04"))
    };
    assert_eq!(
        turn(&full(said.clone())),
        time("03:30"),
        "from falling asleep at midnight"
    );
    let no_latency = Night {
        sol_min: None,
        ..said.clone()
    };
    assert_eq!(turn(&full(no_latency)), time("03:00"), "from lights out");
    assert_eq!(
        turn(&full(slept(bed, wake))),
        time("02:30"),
        "from getting into bed"
    );
    let only_up = Night {
        final_wake: None,
        out_of_bed: Some(wake),
        ..slept(bed, wake)
    };
    assert_eq!(turn(&full(only_up)), time("02:30"), "to getting up");
    assert_ne!(
        turn(&full(slept(bed, wake))),
        TURN_OF_ANYBODY,
        "three nights are enough"
    );
    assert_eq!(
        TURN_OF_ANYBODY,
        NaiveTime::from_hms_opt(4, 0, 0).unwrap(),
        "nobody knows: at four"
    );
}
