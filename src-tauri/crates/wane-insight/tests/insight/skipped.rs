//! Skipped days: where they lie, and what they could hide.

use proptest::prelude::*;
use wane_insight::{
    Numbers, Obstacle, Quantity,
    calendar::Series,
    shift::Shifts,
    skipped::{Skipped, look},
};

use crate::support::{compared, date, days, full, noise};

fn looked(pain: &Series, rough: &[bool], sleep: &Series) -> Skipped {
    let calendar = days(pain.len().max(sleep.len()));
    look(
        &calendar,
        Quantity::rating(pain),
        rough,
        Some(Quantity::open(sleep)),
        &mut Shifts::new(),
    )
}

/// Pain that is skipped where `skip` says.
fn with_gaps(pain: &Series, skip: impl Fn(usize) -> bool) -> Series {
    pain.iter()
        .enumerate()
        .map(|(day, pain)| pain.filter(|_| !skip(day)))
        .collect()
}

#[test]
fn days_skipped_after_rough_days_are_seen() {
    let n = 200;
    let rough: Vec<bool> = (0..n).map(|day| day * day % 23 == 3).collect();
    let pain = with_gaps(&noise(1, 11, n), |day| day > 0 && rough[day - 1]);
    let found = looked(&pain, &rough, &noise(2, 40, n))
        .next_to_rough
        .unwrap();
    assert!(
        found.near_skipped > 0.45,
        "about half of the days beside rough ones: {found:?}"
    );
    assert_eq!(found.other_skipped, 0.0, "and no others");
    assert!(
        found.mirror.p() <= 0.05,
        "shifted, it hardly comes up: {found:?}"
    );
}

#[test]
fn days_skipped_anywhere_are_not() {
    let n = 200;
    let rough: Vec<bool> = (0..n).map(|day| day * day % 23 == 3).collect();
    let pain = with_gaps(&noise(1, 11, n), |day| day * 7 % 10 == 4);
    let found = looked(&pain, &rough, &noise(2, 40, n))
        .next_to_rough
        .unwrap();
    assert!(
        found.mirror.p() > 0.05,
        "skipped with no regard to rough days: {found:?}"
    );
}

#[test]
fn days_skipped_after_much_pain_are_seen() {
    let n = 300;
    let whole = noise(4, 11, n);
    let pain = with_gaps(&whole, |day| day > 0 && whole[day - 1] > Some(8.0));
    let found = looked(&pain, &[], &noise(2, 40, n)).before_skipped.unwrap();
    assert!(
        found.difference > 3.0,
        "pain was higher before skipped days: {found:?}"
    );
    assert_eq!(found.mirror.as_much, 1, "no shift shows as much: {found:?}");
    let pain = with_gaps(&whole, |day| day % 9 == 4);
    let found = looked(&pain, &[], &noise(2, 40, n)).before_skipped.unwrap();
    assert!(
        found.mirror.p() > 0.05,
        "and by the calendar it is not: {found:?}"
    );
}

#[test]
fn a_diary_without_gaps_or_without_pain_has_nothing_to_compare() {
    let n = 60;
    let rough = vec![true; n];
    let found = looked(&noise(1, 11, n), &rough, &noise(2, 40, n));
    assert_eq!((found.days, found.skipped), (n, 0), "nothing skipped");
    assert_eq!(
        (found.next_to_rough, found.before_skipped),
        (None, None),
        "so nothing to compare"
    );
    let found = looked(&vec![None; n], &rough, &noise(2, 40, n));
    assert_eq!(found.skipped, n, "all skipped");
    assert_eq!(
        (found.next_to_rough, found.before_skipped),
        (None, None),
        "nothing either"
    );
    assert_eq!(
        found.bounds,
        Err(Obstacle::OneSided),
        "and nothing to bound"
    );
}

#[test]
fn bounds_without_gaps_are_the_effect() {
    let n = 60;
    let (sleep, pain) = (noise(2, 40, n), noise(1, 11, n));
    let bounds = looked(&pain, &[], &sleep).bounds.unwrap();
    let effect = compared(&days(n), &sleep, &pain).numbers.unwrap().effect;
    assert_eq!(bounds.filled, 0, "nothing is filled in");
    assert!(
        (bounds.effect.low - effect).abs() < 1e-9 && (bounds.effect.high - effect).abs() < 1e-9,
        "{bounds:?} around {effect}"
    );
}

#[test]
fn a_night_that_was_written_is_kept() {
    let n = 60;
    let mut sleep = noise(2, 40, n);
    let pain = with_gaps(&noise(1, 11, n), |day| day % 10 == 5);
    sleep[15] = None;
    let bounds = looked(&pain, &[], &sleep).bounds.unwrap();
    assert_eq!(
        (bounds.filled, bounds.with_night),
        (6, 5),
        "six days without pain, one also without its night"
    );
}

#[test]
fn days_set_aside_are_not_filled() {
    let n = 60;
    let sleep = noise(2, 40, n);
    let pain = with_gaps(&noise(1, 11, n), |day| day % 10 == 5);
    let calendar = days(n).setting_aside([date("2026-01-10")]);
    let found = look(
        &calendar,
        Quantity::rating(&pain),
        &[],
        Some(Quantity::open(&sleep)),
        &mut Shifts::new(),
    );
    assert_eq!(
        found.bounds.unwrap().filled,
        5,
        "one of the six was set aside"
    );
}

fn effect_with(sleep: &Series, pain: &Series) -> Option<Numbers> {
    compared(&days(pain.len()), sleep, pain).numbers.ok()
}

proptest! {
    #[test]
    fn the_effect_lies_within_its_bounds(
        sleep in prop::collection::vec(0..40_i32, 60..120),
        pain in prop::collection::vec(prop::option::weighted(0.8, 0..11_i32), 60..120),
    ) {
        let n = sleep.len().min(pain.len());
        let sleep = full(sleep[..n].iter().map(|night| f64::from(*night)));
        let pain: Series = pain[..n].iter().map(|pain| pain.map(f64::from)).collect();
        if let (Ok(bounds), Some(numbers)) = (looked(&pain, &[], &sleep).bounds, effect_with(&sleep, &pain)) {
            prop_assert!(
                bounds.effect.low <= numbers.effect + 1e-9 && numbers.effect - 1e-9 <= bounds.effect.high,
                "{} in {bounds:?}", numbers.effect
            );
        }
    }

    // Where a single day is missing, and the day after it has no row either way, every pain it could have had lies inside.
    #[test]
    fn whatever_a_last_day_was_the_effect_lies_within(
        sleep in prop::collection::vec(0..40_i32, 40..80),
        pain in prop::collection::vec(0..11_i32, 80),
        anything in 0..11_i32,
    ) {
        let n = sleep.len();
        let sleep = full(sleep.iter().map(|night| f64::from(*night)));
        let mut pain = full(pain[..n].iter().map(|pain| f64::from(*pain)));
        // The diary holds both ends of the scale, so that anything lies between what it has held.
        pain[0] = Some(0.0);
        pain[1] = Some(10.0);
        pain[n - 1] = None;
        if let Ok(bounds) = looked(&pain, &[], &sleep).bounds {
            prop_assert_eq!((bounds.filled, bounds.with_night), (1, 1), "the last day alone");
            // The halves are those of the written rows; only the slope moves.
            let contrast = compared(&days(n), &sleep, &pain).contrast.difference().unwrap();
            pain[n - 1] = Some(f64::from(anything));
            let effect = effect_with(&sleep, &pain).unwrap().slope * contrast;
            prop_assert!(
                bounds.effect.low <= effect + 1e-9 && effect - 1e-9 <= bounds.effect.high,
                "{effect} in {bounds:?}"
            );
        }
    }
}
