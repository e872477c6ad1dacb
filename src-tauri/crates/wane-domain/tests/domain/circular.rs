//! Means, spreads and medians round the clock.

use proptest::prelude::*;
use serde_json::Value;
use wane_domain::circular::{median, signed_distance, summary};

use crate::support::near;

#[test]
fn midnight_is_no_wall() {
    let around_midnight = summary([1430.0, 10.0]).unwrap();
    assert!(
        signed_distance(around_midnight.mean_min, 0.0).abs() < 1e-9,
        "23:50 and 00:10 meet at midnight"
    );
    assert!(
        near(around_midnight.sd_min, 10.0, 0.01),
        "each is ten minutes away, got {}",
        around_midnight.sd_min
    );
    assert_eq!(
        median([1430.0, 10.0, 20.0]),
        Some(10.0),
        "the middle one of 23:50, 00:10, 00:20"
    );
    assert_eq!(
        median([1430.0, 20.0]),
        Some(5.0),
        "half-way from 23:50 to 00:20"
    );
}

#[test]
fn times_that_cancel_out_have_no_mean() {
    assert_eq!(
        summary([360.0, 1080.0]),
        None,
        "06:00 and 18:00 pull equally"
    );
    assert_eq!(
        median([0.0, 480.0, 960.0]),
        None,
        "a third of a turn apart each"
    );
    assert_eq!(summary([]), None, "nothing has no mean");
    assert_eq!(
        summary([f64::NAN, 10.0]),
        None,
        "what is no number has no time of day"
    );
}

#[test]
fn one_time_is_its_own_mean_without_spread() {
    let one = summary([439.0]).unwrap();
    assert_eq!(one.n, 1, "one time");
    assert!(
        near(one.mean_min, 439.0, 1e-9) && one.sd_min < 1e-5,
        "itself, got {one:?}"
    );
}

#[test]
fn medians_of_a_reference_diary() {
    let reference: Value =
        serde_json::from_str(include_str!("../data/bedtime_reference.json")).unwrap();
    let diary = include_str!("../data/diary_A_effect.csv");
    let rows: Vec<Vec<&str>> = diary
        .lines()
        .skip(1)
        .map(|row| row.split(',').collect())
        .collect();
    let (first, last) = (
        reference["first"].as_str().unwrap(),
        reference["last"].as_str().unwrap(),
    );
    let minutes = |column: usize| -> Vec<f64> {
        rows.iter()
            .filter(|row| (first..=last).contains(&row[0]) && !row[column].is_empty())
            .map(|row| {
                let (hours, minutes) = row[column].split_once(':').unwrap();
                hours.parse::<f64>().unwrap() * 60.0 + minutes.parse::<f64>().unwrap()
            })
            .collect()
    };
    let out_of_bed = minutes(8);
    assert_eq!(
        out_of_bed.len() as u64,
        reference["nights_used"].as_u64().unwrap(),
        "the reference's nights"
    );
    let rise = median(out_of_bed).unwrap();
    assert!(
        near(
            rise,
            reference["rise_circular_median"].as_f64().unwrap(),
            1e-6
        ),
        "median of getting up, got {rise}"
    );
    let dark = median(minutes(2)).unwrap();
    let (hours, minutes) = reference["current_lights_out"]
        .as_str()
        .unwrap()
        .split_once(':')
        .unwrap();
    let expected = hours.parse::<f64>().unwrap() * 60.0 + minutes.parse::<f64>().unwrap();
    assert!(
        near(dark, expected, 2.5),
        "lights out is given to five minutes: {expected}, got {dark}"
    );
}

proptest! {
    #[test]
    fn turning_the_clock_turns_the_mean_and_keeps_the_spread(
        minutes in prop::collection::vec(0.0..600.0_f64, 1..30),
        turn in -3000.0..3000.0_f64,
    ) {
        // Within ten hours the times cannot cancel out.
        let still = summary(minutes.iter().copied()).unwrap();
        let turned = summary(minutes.iter().map(|minute| minute + turn)).unwrap();
        prop_assert!(signed_distance(still.mean_min + turn, turned.mean_min).abs() < 1e-6, "the mean turns along");
        prop_assert!(near(still.sd_min, turned.sd_min, 1e-4), "{} and {}", still.sd_min, turned.sd_min);
        let medians = (median(minutes.iter().copied()).unwrap(), median(minutes.iter().map(|m| m + turn)).unwrap());
        prop_assert!(signed_distance(medians.0 + turn, medians.1).abs() < 1e-6, "the median turns along");
    }

    #[test]
    fn answers_are_on_the_clock(minutes in prop::collection::vec(-5000.0..5000.0_f64, 1..20)) {
        if let Some(summary) = summary(minutes.iter().copied()) {
            prop_assert!((0.0..1440.0).contains(&summary.mean_min), "a time of day, got {}", summary.mean_min);
            prop_assert!(summary.sd_min >= 0.0, "a spread, got {}", summary.sd_min);
            let median = median(minutes).unwrap();
            prop_assert!((0.0..1440.0).contains(&median), "a time of day, got {median}");
        }
    }
}
