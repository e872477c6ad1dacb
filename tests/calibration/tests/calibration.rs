//! The short form of the calibration: the same suite over fewer lives, with bounds wide enough for their number.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use wane_calibration::{
    figures::Count,
    judge::Judge,
    pace::{Full, numbers},
    rng::Rng,
    suite::{self, LENGTHS},
    trials::{DESIGNS, Use, trials},
    waiting,
    worlds::{World, live},
};

const SEED: u64 = 7;

fn covered(judge: Judge) -> Count {
    let counts = suite::coverage(judge, 1600, SEED);
    counts.into_iter().reduce(|a, b| a.and(b)).unwrap()
}

#[test]
fn ranges_hold_the_truth_as_often_as_they_say() {
    let count = covered(Judge::Insights);
    assert!(count.of > 1300, "most lives have an answer: {count}");
    assert!(
        (0.92..=0.98).contains(&count.share()),
        "seed {SEED}: {count}"
    );
}

#[test]
fn the_naive_comparison_does_not_pass() {
    let count = covered(Judge::Naive);
    assert!(
        count.share() < 0.90,
        "seed {SEED}: the control must fail: {count}"
    );
    let alarms = suite::false_alarms(Judge::Naive, 150, SEED);
    assert!(
        alarms.clear_per_life.share() > 0.20,
        "seed {SEED}: the control must raise alarms: {}",
        alarms.clear_per_life
    );
}

#[test]
fn where_nothing_is_little_is_called_clear() {
    let alarms = suite::false_alarms(Judge::Insights, 200, SEED);
    assert_eq!(
        alarms.clear_per_look.of,
        200 * suite::LOOKS,
        "every week of every life is looked at"
    );
    assert!(
        alarms.clear_per_look.share() <= 0.02,
        "seed {SEED}: {}",
        alarms.clear_per_look
    );
    assert!(
        alarms.clear_per_life.share() <= 0.10,
        "seed {SEED}: {}",
        alarms.clear_per_life
    );
}

#[test]
fn the_pain_on_waking_is_judged_as_soberly() {
    let all = |judge| {
        let counts = suite::waking_coverage(judge, 1600, SEED);
        counts.into_iter().reduce(|a, b| a.and(b)).unwrap()
    };
    let count = all(Judge::Insights);
    assert!(count.of > 1200, "most lives have an answer: {count}");
    assert!(
        (0.92..=0.98).contains(&count.share()),
        "seed {SEED}: {count}"
    );
    let control = all(Judge::Naive);
    assert!(
        control.share() < 0.90,
        "seed {SEED}: the control must fail: {control}"
    );
}

#[test]
fn what_is_there_is_found_about_as_often_as_by_one_who_knows_the_form() {
    for (days, power) in LENGTHS.iter().zip(suite::power(1600, SEED)) {
        let behind = power.knows_form.share() - power.insights.share();
        assert!(behind <= 0.05, "seed {SEED}, {days} days: {behind} behind");
    }
    let longest = suite::power(400, SEED)[LENGTHS.len() - 1];
    assert!(
        longest.insights.share() > 0.9,
        "a year finds 0.3 points: {}",
        longest.insights
    );
}

#[test]
fn the_wait_is_foreseen() {
    for foreseen in waiting::foresee(120, SEED) {
        assert!(
            foreseen.foresaw > 100,
            "most lives foresee a day: {foreseen:?}"
        );
        assert!(foreseen.median_error <= 0.25, "seed {SEED}: {foreseen:?}");
        assert!(
            foreseen.true_days > waiting::LOOK_AT as f64,
            "it is a wait that has yet to come: {foreseen:?}"
        );
    }
}

#[test]
fn a_shared_mood_is_not_seen_through() {
    // Nothing can be done about it but to say so; if this fails, the docs have to say something else.
    let mood = suite::shared_mood(100, 180, SEED);
    assert!(
        mood.covers.share() < 0.85,
        "seed {SEED}: ranges are off: {}",
        mood.covers
    );
}

#[test]
fn a_seed_gives_the_same_life_again() {
    let diary = |seed| live(&World::plain(60), &mut Rng::new(seed));
    assert_eq!(diary(3), diary(3), "what fails can be looked at again");
    assert_ne!(diary(3), diary(4), "another seed is another life");
}

#[test]
fn a_life_is_what_it_was_asked_to_be() {
    let share = |world: World, of: fn(&wane_calibration::worlds::Diary) -> usize| {
        of(&live(&world, &mut Rng::new(SEED))) as f64 / world.days as f64
    };
    let world = World {
        missing: 0.25,
        ..World::plain(4000)
    };
    let gaps = share(world, |diary| {
        diary.pain.iter().filter(|pain| pain.is_none()).count()
    });
    assert!(
        (0.22..0.28).contains(&gaps),
        "a quarter of days is skipped: {gaps}"
    );
    let whole = share(world, |diary| {
        diary
            .pain
            .iter()
            .flatten()
            .filter(|pain| pain.fract() == 0.0 && (0.0..=10.0).contains(*pain))
            .count()
    });
    assert!(
        (gaps + whole - 1.0).abs() < 1e-9,
        "all pain is whole points from 0 to 10"
    );
}

#[test]
fn the_page_that_is_timed_is_a_whole_page() {
    let lines = numbers(&Full::new(3 * 365, 1).insights());
    assert_eq!(
        lines.len(),
        5 + 5 + 5 + 6 + 1,
        "both arrows of five measures, the waking, six factors, the skipped days"
    );
}

#[test]
fn where_an_experiment_does_nothing_it_seldom_differs_whatever_is_left_out() {
    for design in DESIGNS {
        for what in [Use::Plain, Use::Marked, Use::MarkedByPain, Use::NotAsDrawn] {
            let none = trials(design, what, Some(0.0), 400, SEED);
            assert!(
                none.differed.of > 380,
                "most have a result: {}",
                none.differed
            );
            assert!(
                none.differed.share() <= 0.08,
                "seed {SEED}, {design:?}, {what:?}: {}",
                none.differed
            );
        }
    }
}

#[test]
fn the_range_of_an_experiment_holds_the_truth_with_gaps_and_marked_days() {
    for design in DESIGNS {
        for what in [Use::Plain, Use::Marked] {
            let two = trials(design, what, Some(-2.0), 400, SEED);
            assert!(
                two.covers.share() >= 0.92,
                "seed {SEED}, {design:?}, {what:?}: {}",
                two.covers
            );
            assert!(
                (two.mean + 2.0).abs() < 0.2,
                "seed {SEED}, {design:?}, {what:?}: {}",
                two.mean
            );
        }
    }
}

#[test]
fn what_is_expected_of_an_experiment_shows_about_as_often_as_it_says() {
    for design in DESIGNS {
        let expected = trials(design, Use::Plain, None, 400, SEED);
        assert!(
            (0.68..=0.92).contains(&expected.differed.share()),
            "seed {SEED}, {design:?}: {}",
            expected.differed
        );
    }
}

#[test]
fn what_is_not_done_as_drawn_makes_the_difference_smaller_and_never_larger() {
    let plain = trials(DESIGNS[1], Use::Plain, Some(-2.0), 400, SEED);
    let not = trials(DESIGNS[1], Use::NotAsDrawn, Some(-2.0), 400, SEED);
    assert!(
        (not.mean / plain.mean - 0.4).abs() < 0.1,
        "four days of ten more than not are as drawn: {} of {}",
        not.mean,
        plain.mean
    );
    assert!(
        not.covers.share() < plain.covers.share(),
        "so the range is not one of what doing it comes to: {}",
        not.covers
    );
}
