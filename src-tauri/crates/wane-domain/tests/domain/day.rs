//! Wake-to-wake days.

use chrono::Duration;
use chrono_tz::Tz;
use proptest::prelude::*;
use wane_domain::{Moment, day::day_of};

use crate::support::{LONDON, at, date, utc};

/// Checks to which day a moment in London belongs, given final awakenings there.
fn check(moment: &str, wakes: &[&str], expected: &str, why: &str) {
    let wakes: Vec<Moment> = wakes.iter().map(|wake| at(wake, LONDON)).collect();
    assert_eq!(
        day_of(at(moment, LONDON), &wakes),
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
        "2026-02-05T06:29",
        &wakes,
        "2026-02-05",
        "twenty-three hours on, the clock decides",
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
        "before the first record, days begin at four",
    );
}

#[test]
fn a_night_worker_keeps_one_day_through_the_night() {
    let wakes = ["2026-02-04T16:00", "2026-02-05T15:30"];
    check("2026-02-04T23:59", &wakes, "2026-02-04", "at work");
    check("2026-02-05T08:00", &wakes, "2026-02-04", "going home");
    check("2026-02-05T15:30", &wakes, "2026-02-05", "awake again");
}

#[test]
fn without_records_days_begin_at_four() {
    check("2026-02-04T03:59", &[], "2026-02-03", "the night before");
    check("2026-02-04T04:00", &[], "2026-02-04", "the new day");
    check("2026-02-04T23:59", &[], "2026-02-04", "its end");
}

#[test]
fn a_morning_nobody_logged_begins_its_own_day() {
    check(
        "2026-02-05T09:00",
        &["2026-02-04T07:00"],
        "2026-02-05",
        "yesterday's awakening is 26 hours ago",
    );
}

#[test]
fn a_clock_put_back_begins_no_day_twice() {
    let nuuk = Tz::America__Nuuk;
    let fold = utc("2026-10-25T00:30");
    let dates: Vec<_> = (0..12)
        .map(|hours| day_of(Moment::new(fold + Duration::hours(hours), nuuk), &[]))
        .collect();
    assert!(dates.is_sorted(), "days only go forward: {dates:?}");
}

proptest! {
    #[test]
    fn later_is_never_an_earlier_day(
        zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
        wakes in prop::collection::vec(0_i64..60 * 24 * 400, 0..40),
        moments in prop::collection::vec(0_i64..60 * 24 * 400, 2..40),
    ) {
        let start = utc("2026-01-01T00:00");
        let moment = |minutes: &i64| Moment::new(start + Duration::minutes(*minutes), zone);
        let wakes: Vec<Moment> = wakes.iter().map(moment).collect();
        let mut moments: Vec<Moment> = moments.iter().map(moment).collect();
        moments.sort_by_key(|moment| moment.instant);
        let days: Vec<_> = moments.iter().map(|moment| day_of(*moment, &wakes)).collect();
        prop_assert!(days.is_sorted(), "{:?} in {}", days, zone);
        for (moment, day) in moments.iter().zip(&days) {
            let away = (moment.date() - *day).num_days();
            prop_assert!((0..=1).contains(&away), "a day is called after today or yesterday, not {} ago", away);
        }
        for wake in &wakes {
            prop_assert_eq!(day_of(*wake, &wakes), wake.date(), "an awakening begins the day of its date");
        }
    }
}
