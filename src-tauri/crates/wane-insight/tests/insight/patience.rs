//! When could we know: the rule at its edges; how well it foresees is measured in wane-calibration.

use wane_insight::{
    Obstacle,
    calendar::Series,
    patience::{FEWEST_TO_FORESEE, Patience, days_until},
};

use crate::support::{compared, days, full, noise};

/// Pain around 5, nights around 85.
fn diary(n: usize) -> (Series, Series) {
    (noise(11, 24, n), noise(12, 6, n))
}

fn until(n: usize, to_notice: f64) -> Patience {
    let (sleep, pain) = diary(n);
    days_until(&compared(&days(n), &sleep, &pain), to_notice)
}

#[test]
fn too_few_rows_foresee_nothing() {
    assert_eq!(
        until(FEWEST_TO_FORESEE, 1.0),
        Patience::TooEarly,
        "thirteen rows"
    );
    assert_ne!(
        until(FEWEST_TO_FORESEE + 1, 1.0),
        Patience::TooEarly,
        "fourteen rows"
    );
}

#[test]
fn no_answer_without_a_design() {
    let n = 40;
    let comparison = compared(&days(n), &full(vec![80.0; n]), &noise(1, 11, n));
    assert_eq!(
        days_until(&comparison, 1.0),
        Patience::Unknown(Obstacle::ConstantPredictor),
        "nights that never change foresee nothing"
    );
}

#[test]
fn a_large_difference_needs_the_fewest_rows_there_may_be() {
    assert!(
        matches!(
            until(20, 100.0),
            Patience::Days {
                pairs: 28,
                more: 10
            }
        ),
        "nine more rows, at nineteen in twenty days: {:?}",
        until(20, 100.0)
    );
    assert_eq!(until(60, 100.0), Patience::Now, "sixty days have them");
}

#[test]
fn a_tiny_difference_takes_very_long() {
    assert_eq!(
        until(60, 0.001),
        Patience::VeryLong,
        "longer than three years"
    );
}

#[test]
fn half_the_difference_takes_about_four_times_the_rows() {
    let pairs = |to_notice| match until(60, to_notice) {
        Patience::Days { pairs, .. } => pairs as f64,
        other => panic!("{to_notice}: {other:?}"),
    };
    let ratio = pairs(0.4) / pairs(0.8);
    assert!((3.5..4.2).contains(&ratio), "a root law: {ratio}");
}

#[test]
fn gaps_make_it_longer() {
    let n = 60;
    let (sleep, pain) = diary(n);
    let gappy: Series = pain
        .iter()
        .enumerate()
        .map(|(day, pain)| pain.filter(|_| day % 5 != 0))
        .collect();
    let more = |pain: &Series| match days_until(&compared(&days(n), &sleep, pain), 0.5) {
        Patience::Days { more, .. } => more,
        other => panic!("{other:?}"),
    };
    assert!(
        more(&gappy) > more(&pain),
        "two rows in five are lost to gaps"
    );
}
