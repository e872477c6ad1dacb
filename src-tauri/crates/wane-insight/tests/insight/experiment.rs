//! Experiments: fair coins over balanced weekdays, no peeking, and a result that only the coins decide.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use wane_insight::{
    Obstacle,
    experiment::{
        Arm, Blocks, Expectation, FEWEST_PAIRS, Finished, Outcome, Plan, PlanError, Read, Running,
    },
    student::quantile,
};

use crate::support::{close, date, scattered};

fn plan(fortnights: u8, blocks: Blocks) -> Plan {
    Plan::new(
        "wind-down",
        "pain_day",
        date("2026-03-02"),
        fortnights,
        blocks,
        Read::SameDate,
    )
    .unwrap()
}

fn dates(plan: &Plan) -> impl Iterator<Item = NaiveDate> + use<> {
    plan.first().iter_days().take(plan.days())
}

fn finished(plan: Plan, random: &[u8]) -> Finished {
    let over = plan.last() + Days::new(1);
    Running::begin(plan, random).unwrap().finish(over).unwrap()
}

/// Outcomes that follow no pattern, with `more` on days with.
fn outcomes(finished: &Finished, seed: u64, more: f64) -> Vec<(NaiveDate, f64)> {
    dates(finished.plan())
        .zip(scattered(seed, 7))
        .map(|(date, pain)| {
            let on = finished.arm(date) == Some(Arm::On);
            (date, pain as f64 + if on { more } else { 0.0 })
        })
        .collect()
}

#[test]
fn a_plan_that_could_never_say_anything_is_refused() {
    let new = |fortnights, blocks| {
        Plan::new(
            "light",
            "se_dse",
            date("2026-03-02"),
            fortnights,
            blocks,
            Read::DateAfter,
        )
        .map(|plan| plan.assignments())
    };
    assert_eq!(
        new(0, Blocks::SingleDays),
        Err(PlanError::Length),
        "no days"
    );
    assert_eq!(
        new(5, Blocks::SingleDays),
        Err(PlanError::Length),
        "ten weeks"
    );
    assert_eq!(
        new(1, Blocks::TwoOrThreeDays),
        Err(PlanError::TooFewAssignments),
        "eight ways"
    );
    assert_eq!(
        new(1, Blocks::SingleDays),
        Ok(128),
        "two weeks of single days"
    );
    assert_eq!(
        new(2, Blocks::TwoOrThreeDays),
        Ok(64),
        "four weeks of blocks"
    );
    assert_eq!(
        new(2, Blocks::SingleDays),
        Ok(16_384),
        "four weeks of single days"
    );
    let last = Plan::new(
        "light",
        "se_dse",
        NaiveDate::MAX,
        1,
        Blocks::SingleDays,
        Read::SameDate,
    );
    assert_eq!(last, Err(PlanError::Date), "the end of time");
}

#[test]
fn every_weekday_is_as_often_with_as_without() {
    for (fortnights, blocks) in [
        (1, Blocks::SingleDays),
        (2, Blocks::TwoOrThreeDays),
        (4, Blocks::SingleDays),
    ] {
        for byte in [0, 7, 129, 255] {
            let plan = plan(fortnights, blocks);
            let running = Running::begin(plan.clone(), &vec![byte; plan.bytes_to_begin()]).unwrap();
            let mut balance = BTreeMap::new();
            for date in dates(&plan) {
                *balance
                    .entry(date.weekday().num_days_from_monday())
                    .or_insert(0) += if running.arm(date).unwrap() == Arm::On {
                    1
                } else {
                    -1
                };
            }
            assert_eq!(balance.len(), 7, "every weekday occurs");
            assert!(
                balance.values().all(|balance| *balance == 0),
                "{blocks:?}, coins {byte}: {balance:?}"
            );
        }
    }
}

#[test]
fn the_coins_decide_and_nothing_else() {
    let plan = plan(2, Blocks::TwoOrThreeDays);
    let arms = |byte: u8| -> String {
        let running = Running::begin(plan.clone(), &[byte]).unwrap();
        dates(&plan)
            .map(|date| {
                if running.arm(date) == Some(Arm::On) {
                    '+'
                } else {
                    '-'
                }
            })
            .collect()
    };
    assert_eq!(
        arms(0b00_0001),
        "++-----".to_owned() + "--+++++" + "-------" + "+++++++",
        "the first block of the first week"
    );
    assert_eq!(
        arms(0b10_0000),
        "-------".to_owned() + "+++++++" + "----+++" + "++++---",
        "the last block of the third"
    );
    assert_eq!(arms(5), arms(5), "the same bytes are the same experiment");
    assert_eq!(
        Running::begin(plan.clone(), &[]),
        Err(PlanError::TooFewBytes),
        "no coins, no experiment"
    );
    let running = Running::begin(plan.clone(), &[1]).unwrap();
    assert_eq!(running.arm(date("2026-03-01")), None, "the day before");
    assert_eq!(
        running.arm(plan.last() + Days::new(1)),
        None,
        "the day after"
    );
}

#[test]
fn it_ends_after_its_last_day_and_can_be_stopped_on_any() {
    let plan = plan(1, Blocks::SingleDays);
    let running = Running::begin(plan.clone(), &[3]).unwrap();
    let running = *running.finish(plan.last()).unwrap_err();
    let stopped = running.clone().stop(date("2026-03-04"));
    assert_eq!(
        (stopped.on(), stopped.plan()),
        (date("2026-03-04"), &plan),
        "stopped, with nothing but its plan"
    );
    assert!(running.finish(plan.last() + Days::new(1)).is_ok(), "over");
}

/// The definition: every assignment of four weeks of blocks, laid out day by day.
fn by_hand(finished: &Finished, outcomes: &[(NaiveDate, f64)]) -> (f64, f64) {
    let plan = finished.plan();
    let difference = |arm: &dyn Fn(NaiveDate) -> Option<Arm>| {
        let mean = |wanted: Arm| {
            let chosen: Vec<f64> = outcomes
                .iter()
                .filter(|(date, _)| arm(*date) == Some(wanted))
                .map(|(_, value)| *value)
                .collect();
            chosen.iter().sum::<f64>() / chosen.len() as f64
        };
        mean(Arm::On) - mean(Arm::Off)
    };
    let real = difference(&|date| finished.arm(date));
    let as_much = (0..64_u8)
        .filter(|byte| {
            let other = Running::begin(plan.clone(), &[*byte]).unwrap();
            difference(&|date| other.arm(date)).abs() >= real.abs() - 1e-9
        })
        .count();
    (real, as_much as f64 / 64.0)
}

#[test]
fn p_is_counted_over_every_assignment() {
    for byte in 0..64_u8 {
        let finished = finished(plan(2, Blocks::TwoOrThreeDays), &[byte]);
        // Gaps as well: every ninth day has no outcome.
        let outcomes: Vec<_> = outcomes(&finished, u64::from(byte), 1.0)
            .into_iter()
            .enumerate()
            .filter(|(day, _)| day % 9 != 4)
            .map(|(_, outcome)| outcome)
            .collect();
        let ours = Outcome::of(&finished, &outcomes, &[]).unwrap();
        let (difference, p) = by_hand(&finished, &outcomes);
        assert!(
            close(ours.difference, difference, 1e-12),
            "coins {byte}: {} is not {difference}",
            ours.difference
        );
        assert!(
            close(ours.p, p, 1e-12),
            "coins {byte}: {} is not {p}",
            ours.p
        );
        assert_eq!(
            (ours.assignments, ours.counted_all),
            (64, true),
            "all of them"
        );
        assert_eq!(
            ours.days_on + ours.days_off + ours.left_out.len(),
            28,
            "every day is told of"
        );
    }
}

#[test]
fn the_range_is_the_test_turned_round() {
    for byte in 0..64_u8 {
        let finished = finished(plan(2, Blocks::TwoOrThreeDays), &[byte]);
        let outcomes = outcomes(&finished, 77 + u64::from(byte), 1.5);
        let range = Outcome::of(&finished, &outcomes, &[])
            .unwrap()
            .ci95
            .unwrap();
        let p_of = |effect: f64| {
            let without: Vec<(NaiveDate, f64)> = outcomes
                .iter()
                .map(|(date, value)| {
                    let on = finished.arm(*date) == Some(Arm::On);
                    (*date, value - if on { effect } else { 0.0 })
                })
                .collect();
            Outcome::of(&finished, &without, &[]).unwrap().p
        };
        for (effect, inside) in [
            (range.low + 1e-6, true),
            (range.high - 1e-6, true),
            (range.low - 1e-6, false),
            (range.high + 1e-6, false),
        ] {
            assert_eq!(
                p_of(effect) > 0.05,
                inside,
                "coins {byte}: {effect} at the end of {range:?}"
            );
        }
    }
}

#[test]
fn long_experiments_count_a_declared_sample() {
    let plan = plan(4, Blocks::SingleDays);
    assert!(
        !plan.counts_all() && plan.bytes_to_finish() > 30_000,
        "too many to count"
    );
    let random: Vec<u8> = scattered(5, 256)
        .map(|byte| byte as u8)
        .take(plan.bytes_to_finish())
        .collect();
    let finished = finished(plan, &random[..4]);
    let outcomes = outcomes(&finished, 9, 3.0);
    let outcome = Outcome::of(&finished, &outcomes, &random).unwrap();
    assert_eq!(
        (outcome.assignments, outcome.counted_all),
        (10_000, false),
        "9,999 drawn and the real one"
    );
    assert!(
        outcome.p < 0.01 && outcome.ci95.unwrap().holds(3.0),
        "three points are found: {outcome:?}"
    );
    assert_eq!(
        Outcome::of(&finished, &outcomes, &random[1..]).unwrap_err(),
        Obstacle::TooFewAssignments,
        "fewer bytes than declared are refused"
    );
}

#[test]
fn outcomes_are_read_on_the_date_that_the_plan_says() {
    let plan = Plan::new(
        "wind-down",
        "se_dse",
        date("2026-03-02"),
        1,
        Blocks::SingleDays,
        Read::DateAfter,
    )
    .unwrap();
    let finished = finished(plan, &[0b101]);
    let outcomes: Vec<(NaiveDate, f64)> = dates(finished.plan())
        .map(|date| {
            (
                date + Days::new(1),
                if finished.arm(date) == Some(Arm::On) {
                    90.0
                } else {
                    80.0
                },
            )
        })
        .collect();
    let outcome = Outcome::of(&finished, &outcomes, &[]).unwrap();
    assert!(
        close(outcome.difference, 10.0, 1e-12),
        "the nights after: {outcome:?}"
    );
    assert_eq!(
        outcome.left_out,
        [],
        "the night after the last day is still one of them"
    );
}

#[test]
fn what_was_done_is_told_beside_the_result() {
    let plan = plan(1, Blocks::SingleDays);
    let mut running = Running::begin(plan.clone(), &[0b111_1111]).unwrap();
    running.note(date("2026-03-02"), true); // with, done
    running.note(date("2026-03-03"), false); // with, not done
    running.note(date("2026-03-09"), true); // without, done
    running.note(date("2026-03-10"), true);
    running.note(date("2026-03-10"), false); // without, not done, on second thoughts
    running.note(date("2026-04-10"), true); // long over
    let finished = running.finish(plan.last() + Days::new(1)).unwrap();
    let outcome = Outcome::of(&finished, &outcomes(&finished, 3, 0.0), &[]).unwrap();
    let adherence = outcome.adherence;
    assert_eq!(
        (adherence.as_drawn, adherence.noted, adherence.days),
        (2, 4, 14),
        "two of four notes"
    );
}

#[test]
fn what_has_no_answer_says_why() {
    let finished = finished(plan(1, Blocks::SingleDays), &[0b111_1111]);
    let first_week: Vec<(NaiveDate, f64)> =
        outcomes(&finished, 3, 0.0).into_iter().take(7).collect();
    let flat: Vec<(NaiveDate, f64)> = dates(finished.plan()).map(|date| (date, 4.0)).collect();
    let check = |outcomes: &[(NaiveDate, f64)], expected: Obstacle| {
        assert_eq!(
            Outcome::of(&finished, outcomes, &[]).unwrap_err(),
            expected,
            "{outcomes:?}"
        );
    };
    check(&[], Obstacle::OneSided);
    check(&first_week, Obstacle::OneSided);
    check(&flat, Obstacle::ConstantOutcome);
}

proptest! {
    #[test]
    fn the_range_holds_the_difference_and_agrees_with_p(byte in 0..128_u8, seed in any::<u64>(), more in -4.0..4.0) {
        let finished = finished(plan(1, Blocks::SingleDays), &[byte]);
        let outcome = Outcome::of(&finished, &outcomes(&finished, seed, more), &[]).unwrap();
        prop_assert!(outcome.p >= 2.0 / 128.0 && outcome.p <= 1.0, "the real one and its mirror always count");
        if let Ok(range) = outcome.ci95 {
            prop_assert!(range.holds(outcome.difference), "{outcome:?}");
            prop_assert!(outcome.p <= 0.05 || range.holds(0.0), "what p does not rule out lies inside: {outcome:?}");
            prop_assert!(outcome.p > 0.05 || range.low > -1e-9 || range.high < 1e-9, "and what it does lies outside");
        }
    }
}

proptest! {
    // Whatever the days were like, of all ways the coins could have fallen at most one in twenty misleads.
    #[test]
    fn of_all_falls_of_the_coins_at_most_one_in_twenty_misleads(
        pains in prop::collection::vec(0..11_i32, 28),
        effect in -3..4_i32,
    ) {
        let (mut alarms, mut misses, mut falls) = (0, 0, 0);
        for byte in 0..64_u8 {
            let finished = finished(plan(2, Blocks::TwoOrThreeDays), &[byte]);
            let without: Vec<(NaiveDate, f64)> =
                dates(finished.plan()).zip(&pains).map(|(date, pain)| (date, f64::from(*pain))).collect();
            let with: Vec<(NaiveDate, f64)> = without
                .iter()
                .map(|(date, pain)| {
                    let on = finished.arm(*date) == Some(Arm::On);
                    (*date, pain + if on { f64::from(effect) } else { 0.0 })
                })
                .collect();
            let Ok(nothing) = Outcome::of(&finished, &without, &[]) else { continue };
            falls += 1;
            alarms += u32::from(nothing.p <= 0.05);
            if let Ok(Ok(range)) = Outcome::of(&finished, &with, &[]).map(|outcome| outcome.ci95) {
                let slack = 1e-9;
                misses += u32::from(f64::from(effect) < range.low - slack || f64::from(effect) > range.high + slack);
            }
        }
        prop_assert!(20 * alarms <= falls, "{alarms} alarms in {falls}, where there is nothing");
        prop_assert!(20 * misses <= falls, "{misses} ranges of {falls} miss the effect");
    }
}

/// What can be expected, worked out the long way: the mean square of the difference over every fall of the coins.
#[test]
fn what_can_be_expected_is_the_spread_of_the_difference_over_all_falls_of_the_coins() {
    // A fortnight that repeats, so that a stretch and the one a week later are there in fourteen ways.
    let fortnight: Vec<f64> = scattered(3, 9).map(|pain| pain as f64).take(14).collect();
    let before: Vec<Option<f64>> = fortnight
        .iter()
        .cycle()
        .take(14 * 40)
        .copied()
        .map(Some)
        .collect();
    for (fortnights, blocks) in [(1, Blocks::SingleDays), (2, Blocks::TwoOrThreeDays)] {
        let plan = plan(fortnights, blocks);
        // The mean over where in the fortnight it begins, and over all falls.
        let mut squares = Vec::new();
        for begin in 0..14 {
            for fall in 0..plan.assignments() {
                let running = Running::begin(plan.clone(), &fall.to_le_bytes()).unwrap();
                let sum: f64 = dates(&plan)
                    .enumerate()
                    .map(|(day, date)| {
                        let pain = fortnight[(begin + day) % 14];
                        if running.arm(date) == Some(Arm::On) {
                            pain
                        } else {
                            -pain
                        }
                    })
                    .sum();
                squares.push((sum / (plan.days() as f64 / 2.0)).powi(2));
            }
        }
        let spread = (squares.iter().sum::<f64>() / squares.len() as f64).sqrt();
        let df = plan.coins() as f64 - 1.0;
        // Of 128 falls three pairs are at most one in twenty, of 64 one.
        let level = if fortnights == 1 {
            6.0 / 128.0
        } else {
            2.0 / 64.0
        };
        let expected = spread * (quantile(1.0 - level / 2.0, df) + quantile(0.8, df));
        let found = Expectation::of(&plan, &before).unwrap();
        // The diary ends within a fortnight, so that not every stretch is there equally often.
        assert!(
            close(found.smallest, expected, 0.02),
            "{fortnights} fortnights, {blocks:?}: {} against {expected}",
            found.smallest
        );
        assert_eq!(found.written, before.len());
    }
}

#[test]
fn what_cannot_be_expected_is_not_said() {
    let plan = plan(1, Blocks::SingleDays);
    let noise: Vec<Option<f64>> = scattered(5, 7)
        .map(|pain| Some(pain as f64))
        .take(60)
        .collect();
    let days = |many: usize| Expectation::of(&plan, &noise[..many]);
    assert_eq!(days(0), None, "nothing written");
    assert_eq!(days(6 + FEWEST_PAIRS), None, "one pair too few");
    assert!(days(7 + FEWEST_PAIRS).is_some(), "just enough");
    assert_eq!(
        Expectation::of(&plan, &[Some(4.0); 60]),
        None,
        "it never differed"
    );
    assert_eq!(Expectation::of(&plan, &[None; 60]), None, "all missing");
    let gaps: Vec<Option<f64>> = noise
        .iter()
        .enumerate()
        .map(|(day, pain)| pain.filter(|_| day % 3 != 0))
        .collect();
    let (full, gappy) = (days(60).unwrap(), Expectation::of(&plan, &gaps).unwrap());
    assert_eq!(gappy.written, 40);
    assert!(
        gappy.smallest > full.smallest * 0.9,
        "gaps make nothing easier to see"
    );
}

proptest! {
    /// Twice as many points are twice as much to notice, and adding the same to all days changes nothing.
    #[test]
    fn what_can_be_expected_keeps_to_the_unit(seed: u64, times in 0.1_f64..20.0, more in -50.0_f64..50.0) {
        let plan = plan(2, Blocks::TwoOrThreeDays);
        let before: Vec<Option<f64>> = scattered(seed, 11).map(|pain| Some(pain as f64)).take(70).collect();
        let other: Vec<Option<f64>> = before.iter().map(|pain| pain.map(|pain| times * pain + more)).collect();
        let (one, two) = (Expectation::of(&plan, &before).unwrap(), Expectation::of(&plan, &other).unwrap());
        prop_assert!(close(two.smallest, times * one.smallest, 1e-9));
    }
}
