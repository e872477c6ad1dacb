//! Clock times by week: no edge at midnight, no week invented, no night lost.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use wane_domain::{
    circular,
    weekly::{ClockSpread, by_week, unrolled},
};

use crate::support::{date, near};

fn day(n: u64) -> NaiveDate {
    // A Monday.
    date("2026-01-05") + Days::new(n)
}

#[test]
fn times_around_midnight_lie_together() {
    let spread = ClockSpread::of(&[1420.0, 1430.0, 0.0, 10.0, 20.0]).unwrap();
    assert_eq!(
        (spread.low, spread.median, spread.high, spread.n),
        (-20.0, 0.0, 20.0, 5),
        "from 23:40 to 00:20 around midnight"
    );
    assert_eq!(
        (spread.first_quartile, spread.third_quartile),
        (-10.0, 10.0),
        "quartiles of type 7"
    );
    let evening = spread.near(1400.0);
    assert_eq!(
        (evening.low, evening.median, evening.high),
        (1420.0, 1440.0, 1460.0),
        "the same times, told from the evening"
    );
}

#[test]
fn times_without_a_middle_have_no_spread() {
    assert_eq!(ClockSpread::of(&[]), None, "nothing");
    assert_eq!(ClockSpread::of(&[0.0, 720.0]), None, "noon and midnight");
}

#[test]
fn weeks_begin_on_the_given_day_and_keep_their_gaps() {
    let times: Vec<_> = [0, 1, 2, 3, 4, 14, 15]
        .map(|n| (day(n), 420.0 + n as f64))
        .to_vec();
    let weeks = by_week(&times, day(0), day(17), Weekday::Mon, 5);
    let told: Vec<_> = weeks.iter().map(|w| (w.n, w.spread.is_some())).collect();
    assert_eq!(
        told,
        [(5, true), (0, false), (2, false)],
        "five nights, a gap, too few"
    );
    assert_eq!(weeks[2].to, day(17), "the last week ends with the range");
    let from_sunday = by_week(&times, day(0), day(17), Weekday::Sun, 5);
    assert_eq!(from_sunday[0].to, day(5), "the first week ends on Saturday");
    assert_eq!(
        from_sunday[1].from.weekday(),
        Weekday::Sun,
        "the second begins on Sunday"
    );
}

fn times() -> impl Strategy<Value = Vec<(NaiveDate, f64)>> {
    proptest::collection::vec((0_u64..60, 0.0..600.0_f64), 0..60)
        .prop_map(|times| times.into_iter().map(|(n, m)| (day(n), m)).collect())
}

proptest! {
    #[test]
    fn turning_the_clock_turns_every_week_along(times in times(), turn in -3000.0..3000.0_f64) {
        let turned: Vec<_> = times.iter().map(|(d, m)| (*d, m + turn)).collect();
        let still = by_week(&times, day(0), day(59), Weekday::Mon, 3);
        let moved = by_week(&turned, day(0), day(59), Weekday::Mon, 3);
        for (still, moved) in still.iter().zip(&moved) {
            prop_assert_eq!(still.n, moved.n, "as many times");
            if let Some((a, b)) = still.spread.zip(moved.spread) {
                prop_assert!(circular::signed_distance(a.median + turn, b.median).abs() < 1e-6, "the median turns");
                prop_assert!(near(a.high - a.low, b.high - b.low, 1e-6), "the range stays");
                prop_assert!(
                    near(a.third_quartile - a.first_quartile, b.third_quartile - b.first_quartile, 1e-6),
                    "the middle half stays"
                );
            }
        }
    }

    #[test]
    fn every_time_falls_into_one_week_and_spreads_are_in_order(times in times(), first in 0..60_u64, length in 0..60_u64) {
        let (from, to) = (day(first), day(first + length));
        let weeks = by_week(&times, from, to, Weekday::Sat, 1);
        let inside = times.iter().filter(|(d, _)| (from..=to).contains(d)).count();
        prop_assert_eq!(weeks.iter().map(|w| w.n).sum::<usize>(), inside, "no time is lost or doubled");
        let days: i64 = weeks.iter().map(|w| (w.to - w.from).num_days() + 1).sum();
        prop_assert_eq!(days, length as i64 + 1, "the weeks cover the range once");
        for spread in weeks.iter().filter_map(|w| w.spread) {
            let five = [spread.low, spread.first_quartile, spread.median, spread.third_quartile, spread.high];
            prop_assert!(five.is_sorted(), "in order: {five:?}");
        }
    }

    #[test]
    fn taking_nights_away_never_makes_a_week_wider(times in times(), keep in 0_usize..60) {
        let fewer: Vec<_> = times.iter().copied().take(keep).collect();
        let all = by_week(&times, day(0), day(59), Weekday::Mon, 1);
        let some = by_week(&fewer, day(0), day(59), Weekday::Mon, 1);
        for (all, some) in all.iter().zip(&some) {
            if let Some((a, b)) = all.spread.zip(some.spread) {
                prop_assert!(b.high - b.low <= a.high - a.low + 1e-9, "missing nights add nothing");
            }
        }
    }

    #[test]
    fn unrolled_times_are_the_same_time_nearby(minute in -5000.0..5000.0_f64, around in -5000.0..5000.0_f64) {
        let near_by = unrolled(minute, around);
        prop_assert!((near_by - around).abs() <= 720.0 + 1e-9, "within twelve hours");
        prop_assert!(circular::signed_distance(minute, near_by).abs() < 1e-6, "the same time");
    }
}
