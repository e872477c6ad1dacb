//! All circular shifts at once are what shifting one by one gives.

use proptest::prelude::*;
use wane_insight::shift::{Mirror, Shifts};

/// The definition, step by step.
fn one_by_one(x: &[f64], y: &[f64]) -> Vec<f64> {
    let n = x.len();
    (0..n)
        .map(|shift| (0..n).map(|i| x[(i + n - shift) % n] * y[i]).sum())
        .collect()
}

fn check(x: &[f64], y: &[f64]) {
    let ours = Shifts::new().sums(x, y);
    let theirs = one_by_one(x, y);
    let size: f64 = x.iter().map(|value| value * value).sum::<f64>()
        + y.iter().map(|value| value * value).sum::<f64>();
    assert_eq!(ours.len(), theirs.len(), "a sum for each shift");
    for (shift, (ours, theirs)) in ours.iter().zip(&theirs).enumerate() {
        assert!(
            (ours - theirs).abs() <= 1e-12 * (1.0 + size),
            "{} rows shifted by {shift}: {ours} is not {theirs}",
            x.len()
        );
    }
}

#[test]
fn every_length_from_none_to_beyond_the_change_of_method() {
    for length in (0..200).chain([257, 1023, 1024, 1025, 1095, 2187]) {
        let x: Vec<f64> = (0..length)
            .map(|i| ((i * i * 7 + 3) % 11) as f64 - 5.0)
            .collect();
        let y: Vec<f64> = (0..length)
            .map(|i| ((i * 5 + i / 3) % 13) as f64 - 6.0)
            .collect();
        check(&x, &y);
    }
}

proptest! {
    #[test]
    fn any_values(values in prop::collection::vec((-10.0..10.0, -10.0..10.0), 1..400)) {
        let (x, y): (Vec<f64>, Vec<f64>) = values.into_iter().unzip();
        check(&x, &y);
    }

    #[test]
    fn the_one_in_place_is_always_counted(values in prop::collection::vec((-3..4_i32, -3..4_i32), 1..300)) {
        let (x, y): (Vec<f64>, Vec<f64>) =
            values.into_iter().map(|(x, y)| (f64::from(x), f64::from(y))).unzip();
        let mirror = Shifts::new().mirror(&x, &y).unwrap();
        prop_assert!(mirror.as_much >= 1 && mirror.as_much <= mirror.of, "{mirror:?}");
        prop_assert!(mirror.p() > 0.0 && mirror.p() <= 1.0, "{mirror:?} is a probability");
    }
}

#[test]
fn a_series_against_itself_is_seldom_matched_by_a_shift() {
    let x: Vec<f64> = (0..400_u64)
        .map(|i| (i * 2_654_435_761 % 1009) as f64 - 504.0)
        .collect();
    let mirror = Shifts::new().mirror(&x, &x).unwrap();
    assert_eq!(mirror.as_much, 1, "nothing goes with a series like itself");
}

#[test]
fn a_weekly_rhythm_comes_up_every_seventh_shift() {
    // The mirror must not call a shared weekly rhythm rare: every seventh shift has it whole.
    let x: Vec<f64> = (0..700)
        .map(|day| if day % 7 >= 5 { 5.0 } else { -2.0 })
        .collect();
    let mirror = Shifts::new().mirror(&x, &x).unwrap();
    assert_eq!(mirror.as_much, 100, "one in seven of 700, ties included");
}

#[test]
fn nothing_has_no_mirror() {
    assert_eq!(Shifts::new().mirror(&[], &[]), None, "no rows, no shifts");
}

#[test]
fn a_mirror_is_told_in_a_hundred() {
    for (as_much, of, in_100) in [
        (1, 103, 1),
        (82, 92, 89),
        (1, 1000, 0),
        (3, 100, 3),
        (5, 10, 50),
        (7, 7, 100),
    ] {
        assert_eq!(Mirror { as_much, of }.in_100(), in_100, "{as_much} of {of}");
    }
}
