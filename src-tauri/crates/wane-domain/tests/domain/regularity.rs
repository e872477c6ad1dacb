//! Spread, regularity index and social jetlag against the reference numbers, and their laws.

use chrono::{Days, Duration, NaiveDate};
use proptest::prelude::*;
use serde_json::Value;
use wane_domain::{
    Moment,
    circular::CircularSummary,
    regularity::{RegularNight, Regularity, is_weekend},
};

use crate::support::{at, date, near, time};

fn reference() -> Value {
    serde_json::from_str(include_str!("../data/regularity_reference.json")).unwrap()
}

/// The fourteen reference dates, one of them without a night.
fn nights() -> Vec<RegularNight> {
    include_str!("../data/regularity_nights.csv")
        .lines()
        .skip(1)
        .filter_map(|row| {
            let [wake_date, free, onset, wake] = row.split(',').collect::<Vec<_>>()[..] else {
                panic!("four columns, please");
            };
            let wake_date = date(wake_date);
            (!onset.is_empty()).then(|| RegularNight {
                wake_date,
                onset: before(wake_date, onset),
                final_wake: utc_moment(wake_date, wake),
                free_day: free == "1",
            })
        })
        .collect()
}

fn utc_moment(date: NaiveDate, text: &str) -> Moment {
    Moment::new(date.and_time(time(text)).and_utc(), chrono_tz::UTC)
}

fn before(wake_date: NaiveDate, text: &str) -> Moment {
    let evening = time(text) >= time("12:00");
    utc_moment(
        if evening {
            wake_date - Days::new(1)
        } else {
            wake_date
        },
        text,
    )
}

#[test]
fn spreads_are_the_reference_numbers() {
    let (reference, regularity) = (reference(), Regularity::of(&nights()));
    let check = |field: &str, summary: Option<CircularSummary>| {
        let summary = summary.unwrap();
        let expected = |name: &str| reference[field][name].as_f64().unwrap();
        assert_eq!(summary.n as f64, expected("n"), "{field}: nights");
        assert!(
            near(summary.mean_min, expected("mean_min"), 1e-6),
            "{field}: mean, got {}",
            summary.mean_min
        );
        assert!(
            near(summary.sd_min, expected("sd_min"), 1e-6),
            "{field}: spread, got {}",
            summary.sd_min
        );
    };
    check("circular_sleep_onset", regularity.onset);
    check("circular_wake_time", regularity.final_wake);
    check("circular_midpoint", regularity.midpoint);
}

#[test]
fn social_jetlag_is_the_reference_number() {
    let (reference, regularity) = (reference(), Regularity::of(&nights()));
    let expected = |name: &str| reference["social_jetlag"][name].as_f64().unwrap();
    assert!(
        near(
            regularity.social_jetlag_min.unwrap(),
            expected("sjl_abs_min"),
            1e-6
        ),
        "{regularity:?}"
    );
    assert!(
        near(regularity.msf_sc_min.unwrap(), expected("msf_sc_min"), 1e-6),
        "{regularity:?}"
    );
}

#[test]
fn regularity_index_is_the_reference_number() {
    let reference = reference();
    let sri = Regularity::of(&nights()).sri.unwrap();
    assert!(
        near(sri.value, reference["sri"]["value"].as_f64().unwrap(), 1e-6),
        "got {}",
        sri.value
    );
    assert_eq!(
        sri.day_pairs as f64,
        reference["sri"]["day_pairs_valid"].as_f64().unwrap(),
        "pairs beside the gap"
    );
    let wrong = reference["sri"]["WRONG_missing_as_awake"].as_f64().unwrap();
    assert!(
        !near(sri.value, wrong, 1.0),
        "a missing night is not a night awake"
    );

    let first_eight = Regularity::of(&nights()[..8]).sri.unwrap();
    let expected = reference["sri_first8days"].as_f64().unwrap();
    assert!(
        near(first_eight.value, expected, 1e-6),
        "first eight days, got {}",
        first_eight.value
    );
}

#[test]
fn each_pair_of_days_is_the_reference_number() {
    // Five copies of one pair, weeks apart, are the fewest pairs with an index, and that index is the pair's.
    let pairs = reference()["sri"]["per_noon_day_pair"]
        .as_array()
        .unwrap()
        .clone();
    let first = date("2026-06-01");
    for (number, expected) in pairs.iter().enumerate() {
        let dates = [number as u64, number as u64 + 1].map(|day| first + Days::new(day));
        let pair: Vec<RegularNight> = nights()
            .into_iter()
            .filter(|night| dates.contains(&night.wake_date))
            .collect();
        let copies: Vec<RegularNight> = (0..5)
            .flat_map(|week| pair.iter().map(move |night| later(night, week * 7)))
            .collect();
        match (expected.as_f64(), Regularity::of(&copies).sri) {
            (Some(expected), Some(sri)) => assert!(
                near(sri.value, expected, 1e-6),
                "pair {number}: {expected}, got {}",
                sri.value
            ),
            (expected, sri) => assert_eq!(
                expected.is_some(),
                sri.is_some(),
                "pair {number}: a gap is a gap"
            ),
        }
    }
}

fn later(night: &RegularNight, days: u64) -> RegularNight {
    let by = Duration::days(i64::try_from(days).unwrap());
    RegularNight {
        wake_date: night.wake_date + Days::new(days),
        onset: Moment::new(night.onset.instant + by, night.onset.zone),
        final_wake: Moment::new(night.final_wake.instant + by, night.final_wake.zone),
        ..*night
    }
}

#[test]
fn fewer_than_five_pairs_have_no_index() {
    assert_eq!(
        Regularity::of(&nights()[..5]).sri,
        None,
        "five nights are four pairs"
    );
    assert_eq!(
        Regularity::of(&nights()[..6]).sri.unwrap().day_pairs,
        5,
        "six nights are five pairs"
    );
    let every_other: Vec<RegularNight> = nights().into_iter().step_by(2).collect();
    assert_eq!(
        Regularity::of(&every_other[..3]).sri,
        None,
        "no neighbours, no pairs"
    );
    assert_eq!(
        Regularity::of(&[]),
        Regularity::default(),
        "nothing is known of no nights"
    );
}

#[test]
fn social_jetlag_needs_three_free_and_four_other_days() {
    let free: Vec<RegularNight> = nights()
        .into_iter()
        .filter(|night| night.free_day)
        .collect();
    let other: Vec<RegularNight> = nights()
        .into_iter()
        .filter(|night| !night.free_day)
        .collect();
    let jetlag = |free: &[RegularNight], other: &[RegularNight]| {
        Regularity::of(&[free, other].concat()).social_jetlag_min
    };
    assert!(jetlag(&free[..3], &other[..4]).is_some(), "just enough");
    assert_eq!(
        jetlag(&free[..2], &other),
        None,
        "two free days are too few"
    );
    assert_eq!(
        jetlag(&free, &other[..3]),
        None,
        "three other days are too few"
    );
}

#[test]
fn the_same_clock_times_over_a_clock_change_are_regular() {
    let zone = chrono_tz::Europe::London;
    let kept: Vec<RegularNight> = (24..31)
        .map(|day| RegularNight {
            wake_date: date(&format!("2026-03-{day}")),
            onset: at(&format!("2026-03-{}T23:00", day - 1), zone),
            final_wake: at(&format!("2026-03-{day}T07:00"), zone),
            free_day: false,
        })
        .collect();
    let regularity = Regularity::of(&kept);
    assert_eq!(
        regularity.sri.unwrap().value,
        100.0,
        "every day was like the last, by the clock that was kept"
    );
    assert!(
        regularity.onset.unwrap().sd_min < 1e-4,
        "and its times did not vary"
    );
}

#[test]
fn of_two_sleeps_of_a_date_the_longest_counts() {
    let mut given = nights();
    let expected = Regularity::of(&given);
    let mut short = given[0];
    short.onset = short.final_wake;
    given.insert(0, short);
    given.push(short);
    assert_eq!(
        Regularity::of(&given),
        expected,
        "the shorter one is no main sleep"
    );
}

#[test]
fn saturday_and_sunday_are_the_weekend() {
    let week: Vec<bool> = (0..7)
        .map(|day| is_weekend(date("2026-06-01") + Days::new(day)))
        .collect();
    assert_eq!(
        week,
        [false, false, false, false, false, true, true],
        "1 June 2026 is a Monday"
    );
}

#[test]
fn a_century_of_days_is_counted_whole() {
    let first = nights()[0];
    let days = 36_525;
    let century: Vec<RegularNight> = (0..days).map(|day| later(&first, day)).collect();
    let sri = Regularity::of(&century).sri.unwrap();
    assert_eq!(
        (sri.value, sri.day_pairs as u64),
        (100.0, days - 1),
        "always the same"
    );
}

/// Nights round three in the morning, on some of sixty dates.
fn any_nights() -> impl Strategy<Value = Vec<RegularNight>> {
    let night = (any::<bool>(), -360_i64..240, 30_i64..720, any::<bool>());
    prop::collection::vec(night, 1..60).prop_map(|nights| {
        nights
            .into_iter()
            .zip(0_u64..)
            .filter(|((logged, ..), _)| *logged)
            .map(|((_, onset, asleep, free_day), day)| {
                let wake_date = date("2026-01-10") + Days::new(day);
                let midnight = utc_moment(wake_date, "00:00").instant;
                RegularNight {
                    wake_date,
                    onset: Moment::new(midnight + Duration::minutes(onset), chrono_tz::UTC),
                    final_wake: Moment::new(
                        midnight + Duration::minutes(onset + asleep),
                        chrono_tz::UTC,
                    ),
                    free_day,
                }
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn shifting_all_times_changes_no_regularity(nights in any_nights(), minutes in -4000_i64..4000) {
        let by = Duration::minutes(minutes);
        let shifted: Vec<RegularNight> = nights
            .iter()
            .map(|night| RegularNight {
                onset: Moment::new(night.onset.instant + by, night.onset.zone),
                final_wake: Moment::new(night.final_wake.instant + by, night.final_wake.zone),
                ..*night
            })
            .collect();
        let (still, shifted) = (Regularity::of(&nights), Regularity::of(&shifted));
        prop_assert_eq!(still.sri, shifted.sri, "the index counts minutes, exactly");
        let spread = |summary: Option<CircularSummary>| summary.map_or(-1.0, |summary| summary.sd_min);
        for (a, b) in [(still.onset, shifted.onset), (still.final_wake, shifted.final_wake), (still.midpoint, shifted.midpoint)] {
            prop_assert!(near(spread(a), spread(b), 1e-4), "{:?} and {:?}", a, b);
        }
        let jetlag = |regularity: &Regularity| regularity.social_jetlag_min.unwrap_or(-1.0);
        prop_assert!(near(jetlag(&still), jetlag(&shifted), 1e-6), "distance between free and other days");
    }

    #[test]
    fn the_index_is_on_its_scale_and_counts_neighbours(nights in any_nights()) {
        let pairs = nights.windows(2).filter(|pair| pair[0].wake_date.succ_opt() == Some(pair[1].wake_date)).count();
        match Regularity::of(&nights).sri {
            Some(sri) => {
                prop_assert!((-100.0..=100.0).contains(&sri.value), "got {}", sri.value);
                prop_assert_eq!(sri.day_pairs, pairs, "pairs of neighbouring dates");
            }
            None => prop_assert!(pairs < 5, "{} pairs are enough", pairs),
        }
    }

    #[test]
    fn a_missing_night_only_takes_its_own_pairs_away(nights in any_nights(), drop in any::<prop::sample::Index>()) {
        prop_assume!(!nights.is_empty());
        let mut fewer = nights.clone();
        fewer.remove(drop.index(nights.len()));
        if let (Some(all), Some(left)) = (Regularity::of(&nights).sri, Regularity::of(&fewer).sri) {
            let lost = all.day_pairs - left.day_pairs;
            prop_assert!(lost <= 2, "a night has two neighbours");
            if lost == 0 {
                prop_assert_eq!(all, left, "a night without neighbours is in no pair");
            }
        }
    }
}
