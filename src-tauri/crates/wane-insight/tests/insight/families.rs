//! Families, tiers and direction.

use proptest::prelude::*;
use wane_insight::{
    Direction, Numbers, Tier, comparison::Range, family::q_values, shift::Mirror, student,
    verdict::tier,
};

use crate::support::close;

fn check_family(p_values: &[f64], expected: &[f64]) {
    let ours = q_values(p_values);
    assert_eq!(ours.len(), expected.len(), "a q for each p");
    for (ours, theirs) in ours.iter().zip(expected) {
        assert!(
            close(*ours, *theirs, 1e-12),
            "{p_values:?}: {ours} is not {theirs}"
        );
    }
}

#[test]
fn q_values_are_those_of_benjamini_and_hochberg() {
    check_family(&[], &[]);
    check_family(&[0.03], &[0.03]);
    check_family(&[0.01, 0.04], &[0.02, 0.04]);
    // The smallest of what follows counts, and the order given stays.
    check_family(&[0.04, 0.01, 0.03], &[0.04, 0.03, 0.04]);
    check_family(&[0.9, 0.8], &[0.9, 0.9]);
    check_family(
        &[0.001, 0.008, 0.039, 0.041, 0.6],
        &[0.005, 0.02, 0.05125, 0.05125, 0.6],
    );
}

proptest! {
    #[test]
    fn a_q_is_never_below_its_p_and_keeps_the_order(p_values in prop::collection::vec(0.0..=1.0, 1..12)) {
        let q_values = q_values(&p_values);
        for (p, q) in p_values.iter().zip(&q_values) {
            prop_assert!(p <= q && *q <= 1.0, "{q} for {p}");
        }
        for (i, a) in p_values.iter().enumerate() {
            for (j, b) in p_values.iter().enumerate() {
                prop_assert!(a > b || q_values[i] <= q_values[j], "{a} is not above {b}, nor is its q");
            }
        }
    }
}

fn numbers(effect: f64, half: f64, as_much: usize) -> Numbers {
    Numbers {
        df: 98,
        slope: 1.0,
        se_hc3: 0.1,
        p: 0.5,
        effect,
        ci95: Range {
            low: effect - half,
            high: effect + half,
        },
        ci99: Range {
            low: effect - 1.4 * half,
            high: effect + 1.4 * half,
        },
        min_detectable: 1.4 * half,
        mirror: Mirror { as_much, of: 100 },
        plain: None,
        residual_sd: 1.0,
        predictor_own_sd: 1.0,
    }
}

#[test]
fn tiers_follow_the_table() {
    let check = |effect, half, as_much, q, expected: Tier| {
        let numbers = numbers(effect, half, as_much);
        assert_eq!(
            tier(&numbers, q, 0.5),
            expected,
            "effect {effect} ± {half}, q {q}, mirror {as_much}"
        );
    };
    check(1.0, 0.4, 1, 0.001, Tier::Clear);
    check(-1.0, 0.4, 1, 0.001, Tier::Clear);
    check(0.5, 0.2, 5, 0.01, Tier::Clear);
    // Sure, but too small to matter much.
    check(0.49, 0.2, 1, 0.001, Tier::Hint);
    // The diary shifted against itself shows it too often.
    check(1.0, 0.4, 6, 0.001, Tier::Hint);
    check(1.0, 0.8, 1, 0.02, Tier::Hint);
    check(1.0, 1.2, 9, 0.051, Tier::CannotTell);
    check(0.1, 0.3, 60, 0.6, Tier::Little);
    check(0.2, 0.3, 60, 0.6, Tier::Little);
    check(0.2, 0.31, 60, 0.6, Tier::CannotTell);
    check(-0.2, 0.31, 60, 0.6, Tier::CannotTell);
}

#[test]
fn a_direction_needs_an_answer_both_ways() {
    use Direction::{Both, CannotTell, PainFirst, SleepFirst};
    let check = |forward: &[Tier], reverse: &[Tier], expected: Direction| {
        assert_eq!(
            Direction::of(forward, reverse),
            expected,
            "{forward:?} and {reverse:?}"
        );
    };
    check(&[Tier::Clear], &[Tier::CannotTell], SleepFirst);
    check(
        &[Tier::CannotTell, Tier::Clear],
        &[Tier::Little, Tier::NotEnough],
        SleepFirst,
    );
    check(&[Tier::CannotTell], &[Tier::Clear], PainFirst);
    check(&[Tier::Clear], &[Tier::Clear], Both);
    check(&[Tier::Clear], &[Tier::Little, Tier::Hint], CannotTell);
    check(&[Tier::Clear], &[Tier::NotEnough], CannotTell);
    check(&[Tier::Hint], &[Tier::CannotTell], CannotTell);
    check(&[], &[], CannotTell);
}

// Reference values from scipy.stats.t.
#[test]
fn students_t_is_that_of_the_tables() {
    for (df, t975, t995, t80) in [
        (1.0, 12.7062047361747, 63.6567411628715, 1.37638192047117),
        (5.0, 2.57058183563631, 4.03214298355523, 0.919543780240827),
        (98.0, 1.98446745450848, 2.62693109575637, 0.845304389623415),
        (
            10_900.0,
            1.96018164786085,
            2.57628043733142,
            0.841654211047063,
        ),
    ] {
        for (probability, theirs) in [(0.975, t975), (0.995, t995), (0.8, t80)] {
            let ours = student::quantile(probability, df);
            assert!(
                close(ours, theirs, 1e-8),
                "t({probability}, {df}): {ours} is not {theirs}"
            );
        }
    }
    assert!(
        close(student::two_sided_p(5.18, 98.0), 1.18698909411433e-06, 1e-9),
        "far out"
    );
    assert!(
        close(student::two_sided_p(-0.01, 23.0), 0.992107521630466, 1e-9),
        "close to the middle"
    );
}
