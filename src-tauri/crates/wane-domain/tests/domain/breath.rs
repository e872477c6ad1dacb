//! Slow breathing: the numbers of `SCIENCE.md` 7, rates of one's own, and a pace that slows.

use proptest::prelude::*;
use wane_domain::breath::{
    DROP, FASTEST, OUT_PER_IN, Part, Preset, SLOWEST, own, pace_of_taps, rate, session,
};

#[test]
fn presets_have_the_seconds_and_rates_of_the_literature() {
    let check = |preset: Preset, parts: &[(Part, u32)], a_minute: f64, holds: bool| {
        assert_eq!(preset.parts(), parts, "{}: its parts", preset.code());
        let found = rate(&preset.parts());
        assert!(
            (found - a_minute).abs() < 0.005,
            "{}: {a_minute} a minute, not {found}",
            preset.code()
        );
        assert_eq!(preset.holds(), holds, "{}: holds", preset.code());
        assert_eq!(
            Preset::from_code(preset.code()),
            Some(preset),
            "and it is found by its name"
        );
    };
    use Part::{Hold, In, More, Out, Rest};
    check(Preset::FourSix, &[(In, 4000), (Out, 6000)], 6.0, false);
    check(Preset::FiveFive, &[(In, 5000), (Out, 5000)], 6.0, false);
    check(Preset::Longer, &[(In, 5500), (Out, 5500)], 5.45, false);
    check(
        Preset::FourSevenEight,
        &[(In, 4000), (Hold, 7000), (Out, 8000)],
        3.16,
        true,
    );
    check(
        Preset::Box,
        &[(In, 4000), (Hold, 4000), (Out, 4000), (Rest, 4000)],
        3.75,
        true,
    );
    check(
        Preset::Sigh,
        &[(In, 3000), (More, 1000), (Out, 8000)],
        5.0,
        false,
    );
    assert_eq!(
        Preset::ALL.first(),
        Some(&Preset::FourSix),
        "the default comes first"
    );
}

#[test]
fn a_rate_of_ones_own_lies_between_three_and_twelve() {
    assert_eq!(
        own(6.0, 1.5),
        Some(vec![(Part::In, 4000), (Part::Out, 6000)]),
        "the default, said as a rate"
    );
    for (rate, ratio) in [
        (2.9, 1.5),
        (12.1, 1.5),
        (f64::NAN, 1.5),
        (6.0, 0.9),
        (6.0, 3.1),
        (6.0, f64::INFINITY),
    ] {
        assert_eq!(own(rate, ratio), None, "{rate} a minute, {ratio} to one");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rate_of_ones_own_is_breathed_as_it_was_said(wanted in SLOWEST..=FASTEST, ratio in OUT_PER_IN.0..=OUT_PER_IN.1) {
        let parts = own(wanted, ratio).unwrap();
        prop_assert!((rate(&parts) - wanted).abs() < 0.01, "{wanted}: {parts:?}");
        prop_assert!(parts.iter().all(|(part, ms)| *ms > 0 && !matches!(part, Part::Hold | Part::Rest)), "nothing is held");
        prop_assert!(parts[1].1 + 1 >= parts[0].1, "out is not shorter than in");
    }

    #[test]
    fn a_session_never_slows_by_more_than_one_and_never_speeds_up(pace in 1.0..40.0f64, target in SLOWEST..=FASTEST) {
        let (from, to) = session(Some(pace), target);
        prop_assert!(to <= from && from - to <= DROP + 1e-9, "{from} to {to}");
        prop_assert!(to >= target, "not beyond what was wished");
        prop_assert!(from <= pace.max(target), "not faster than the person");
    }

    #[test]
    fn evening_after_evening_comes_to_the_target_and_stays(pace in 3.0..40.0f64, target in SLOWEST..=FASTEST) {
        let mut pace = pace;
        for _ in 0..40 {
            pace = session(Some(pace), target).1;
        }
        prop_assert!((pace - target).abs() < 1e-9);
    }
}

#[test]
fn without_a_pace_a_session_begins_at_the_target() {
    assert_eq!(session(None, 6.0), (6.0, 6.0));
    assert_eq!(session(Some(5.0), 6.0), (6.0, 6.0), "slower already");
    assert_eq!(session(Some(14.0), 6.0), (14.0, 13.0), "one step");
    assert_eq!(
        session(Some(6.4), 6.0),
        (6.4, 6.0),
        "the last step is shorter"
    );
}

#[test]
fn taps_tell_a_pace_by_their_middle_interval() {
    let check = |taps: &[f64], expected: Option<f64>, why: &str| {
        assert_eq!(pace_of_taps(taps), expected, "{why}");
    };
    check(&[0.0, 4000.0, 8000.0, 12000.0], Some(15.0), "even breaths");
    check(
        &[0.0, 4000.0, 8000.0, 8100.0, 12000.0, 16000.0],
        Some(15.0),
        "one tap too many changes nothing",
    );
    check(&[0.0, 4000.0, 8000.0], None, "three taps are two breaths");
    check(&[], None, "no taps");
    check(&[0.0, 100.0, 200.0, 300.0], None, "nobody breathes so fast");
    check(
        &[0.0, 4000.0, 3000.0, 8000.0],
        None,
        "time does not go back",
    );
    check(&[0.0, f64::NAN, 1.0, 2.0], None, "and is a number");
}
