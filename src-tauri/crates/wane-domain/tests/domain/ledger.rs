//! The just-right ledger: its formula, its laws over random lives, and ledgers that break them.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate};
use proptest::{prelude::*, test_runner::TestRunner};
use wane_domain::movement::{
    ledger::{
        Baseline, Change, Facts, Limits, Moved, Plan, Quota, RAISE, Stays, Way, baseline, ledger,
        limits_on,
    },
    response::{Response, response},
};

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Duration::days(n)
}

/// What a diary holds of a life.
#[derive(Debug, Clone)]
struct Life {
    plan: Plan,
    moved: Vec<Moved>,
    mornings: Vec<(NaiveDate, u8)>,
    marked: BTreeSet<NaiveDate>,
    limits: Vec<Limits>,
    below_floor: Vec<NaiveDate>,
    days: i64,
}

impl Life {
    /// So many days with so many minutes each, a plan of that baseline, and mornings at 4.
    fn steady(baseline: f64, days: i64) -> Life {
        Life {
            plan: Plan {
                start: day(0),
                baseline,
                goal: None,
            },
            moved: (0..days).map(|n| moved(n, 20)).collect(),
            mornings: (-10..days).map(|n| (day(n), 4)).collect(),
            marked: BTreeSet::new(),
            limits: Vec::new(),
            below_floor: Vec::new(),
            days,
        }
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            moved: &self.moved,
            mornings: &self.mornings,
            marked: &self.marked,
            limits: &self.limits,
            below_floor: &self.below_floor,
        }
    }

    fn quotas(&self) -> Vec<Quota> {
        ledger(&self.plan, &self.facts(), day(self.days - 1))
    }

    fn minutes(&self) -> Vec<u16> {
        self.quotas().iter().map(|quota| quota.minutes).collect()
    }

    fn with_morning(mut self, n: i64, pain: u8) -> Life {
        let at = self.mornings.iter().position(|(date, _)| *date == day(n));
        self.mornings[at.unwrap()].1 = pain;
        self
    }

    fn too_much_on(mut self, n: i64) -> Life {
        let one = self
            .moved
            .iter_mut()
            .find(|one| one.date == day(n))
            .unwrap();
        one.too_much = true;
        one.comfortable = false;
        self
    }
}

fn moved(n: i64, minutes: u16) -> Moved {
    Moved {
        date: day(n),
        minutes,
        too_much: false,
        comfortable: true,
    }
}

fn limits(n: i64, floor: Option<u16>, ceiling: Option<u16>) -> Limits {
    Limits {
        from: day(n),
        floor,
        ceiling,
    }
}

// The formula, in numbers.

#[test]
fn a_steady_life_follows_the_published_example() {
    let minutes = Life::steady(200.0, 57).minutes();
    let weeks: Vec<u16> = minutes.iter().step_by(7).copied().collect();
    assert_eq!(
        weeks,
        [160, 180, 200, 220, 240, 260, 280, 300, 320],
        "200 → 160, 20 more a week, 300 in the eighth week"
    );
    assert!(
        minutes
            .chunks(7)
            .all(|week| week.iter().all(|m| *m == week[0])),
        "the same on every day of a week"
    );
}

#[test]
fn it_is_the_formula_of_the_week_up_to_goal_and_ceiling() {
    for baseline in [7.0, 12.5, 20.0, 33.0, 200.0] {
        for goal in [None, Some(22), Some(150)] {
            let mut life = Life::steady(baseline, 70);
            life.plan.goal = goal;
            for (n, minutes) in life.minutes().into_iter().enumerate() {
                let week = (n / 7) as f64;
                let formula = 0.8 * baseline + week * 0.1 * baseline;
                let expected = formula.min(goal.map_or(f64::INFINITY, f64::from)).round() as u16;
                assert_eq!(
                    minutes, expected,
                    "baseline {baseline}, goal {goal:?}, day {n}"
                );
            }
        }
    }
}

#[test]
fn the_baseline_is_the_median_of_comfortable_unmarked_days() {
    let of = |life: &Life| -> Baseline { baseline(&life.facts(), day(9)) };
    let mut life = Life::steady(1.0, 0);
    life.mornings = (-20..10).map(|n| (day(n), 4)).collect();
    life.moved = vec![moved(0, 10), moved(2, 30)];
    assert_eq!(of(&life).minutes, None, "two are too few");
    life.moved.push(moved(4, 14));
    assert_eq!(of(&life).minutes, Some(14.0));
    life.moved.push(moved(6, 90));
    assert_eq!(
        of(&life).minutes,
        Some(22.0),
        "the middle of 10, 14, 30 and 90"
    );
    assert_eq!(
        of(&life.clone().too_much_on(6)).minutes,
        Some(14.0),
        "too much is no trial"
    );
    assert_eq!(
        of(&life.clone().with_morning(7, 8)).minutes,
        Some(14.0),
        "nor what flared"
    );
    life.marked.insert(day(6));
    assert_eq!(of(&life).minutes, Some(14.0), "nor a marked day");
    let late = baseline(&life.facts(), day(60));
    assert_eq!(late.minutes, None, "four weeks later they are too old");
}

#[test]
fn a_flare_makes_it_easier_and_two_in_a_row_hold_it() {
    let once = Life::steady(20.0, 40).with_morning(10, 8);
    let quotas = once.quotas();
    assert_eq!((quotas[9].minutes, quotas[10].minutes), (18, 14), "−20 %");
    assert_eq!(quotas[10].change, Change::Flared);
    assert_eq!(quotas[10].way(), Way::Less);
    assert_eq!(
        (quotas[16].minutes, quotas[17].minutes),
        (14, 16),
        "a week later it goes on"
    );
    let twice = once.with_morning(11, 8);
    let quotas = twice.quotas();
    assert_eq!(quotas[11].minutes, 12, "easier again");
    assert_eq!(quotas[11].change, Change::FlaredAgain);
    assert!(
        quotas[11..25].iter().all(|quota| quota.minutes == 12),
        "and a further week without a change"
    );
    assert_eq!(quotas[15].stays, Stays::Holding);
    assert_eq!(quotas[25].minutes, 14, "then it goes on");
}

#[test]
fn what_takes_two_mornings_is_a_flare_and_what_settles_is_not() {
    let quotas = |life: Life| life.minutes();
    let base = || Life::steady(20.0, 30);
    assert_eq!(
        quotas(base().with_morning(10, 6)),
        quotas(base()),
        "settled within 24 h"
    );
    let long = quotas(base().with_morning(10, 6).with_morning(11, 6));
    assert_eq!(
        (long[10], long[11]),
        (18, 14),
        "still up on the second morning"
    );
}

#[test]
fn too_much_takes_one_raise_back_and_nothing_goes_up_after_it() {
    let mut life = Life::steady(20.0, 30).too_much_on(8);
    assert_eq!((life.minutes()[8], life.minutes()[9]), (18, 16));
    life.moved.retain(|one| one.date <= day(8));
    let quotas = life.quotas();
    assert!(
        quotas[9..].iter().all(|quota| quota.minutes == 16),
        "and it stays while nothing else was done"
    );
    assert_eq!(quotas[29].stays, Stays::AfterTooMuch);
}

#[test]
fn a_week_without_practice_raises_nothing() {
    let mut life = Life::steady(20.0, 30);
    life.moved
        .retain(|one| one.date <= day(1) || one.date >= day(14));
    let quotas = life.quotas();
    assert_eq!(quotas[13].minutes, 16);
    assert_eq!(quotas[13].stays, Stays::Practise);
    assert_eq!(
        quotas[17].minutes, 18,
        "after three days with movement it goes on"
    );
}

#[test]
fn marked_days_freeze_it_and_are_not_counted() {
    let mut life = Life::steady(20.0, 30);
    life.marked = (3..=9).map(day).collect();
    life = life.with_morning(5, 10).too_much_on(4);
    let quotas = life.quotas();
    assert!(
        quotas[..14].iter().all(|quota| quota.minutes == 16),
        "frozen"
    );
    assert_eq!(quotas[5].stays, Stays::Marked);
    assert_eq!(quotas[14].minutes, 18, "seven unmarked days later");
}

#[test]
fn limits_hold_from_their_day_on_and_history_stays() {
    let mut life = Life::steady(20.0, 40);
    life.limits = vec![limits(10, Some(10), Some(15)), limits(20, None, None)];
    let quotas = life.quotas();
    assert_eq!(
        (quotas[9].minutes, quotas[10].minutes),
        (18, 15),
        "the ceiling holds at once"
    );
    assert_eq!(quotas[12].stays, Stays::Ceiling);
    assert_eq!(
        quotas[20].minutes, 17,
        "without it goes up by one step, not to where it would have been"
    );
    assert_eq!(limits_on(&life.limits, day(9)), (None, None));
    assert_eq!(limits_on(&life.limits, day(19)), (Some(10), Some(15)));
}

#[test]
fn below_the_floor_only_when_the_person_says_so() {
    let mut life = Life::steady(20.0, 30).with_morning(10, 8);
    life.limits = vec![limits(0, Some(16), None)];
    let quotas = life.quotas();
    assert_eq!(
        (quotas[9].minutes, quotas[10].minutes),
        (18, 16),
        "it stops at the floor"
    );
    assert_eq!(quotas[10].asks, Some(14), "and asks about less");
    life.below_floor = vec![day(12)];
    let quotas = life.quotas();
    assert_eq!(
        (quotas[11].minutes, quotas[12].minutes),
        (16, 14),
        "the answer counts from its day"
    );
    assert_eq!(quotas[12].change, Change::BelowFloor);
    assert_eq!(quotas[12].asks, None);
    life.below_floor = vec![day(9)];
    assert_eq!(
        life.quotas()[12].minutes,
        16,
        "an answer before the question is none"
    );
}

// Laws over random lives.

fn life() -> impl Strategy<Value = Life> {
    let one_day = (
        prop::option::weighted(0.7, 1_u16..120),
        prop::bool::weighted(0.12),
        prop::option::weighted(0.8, 0_u8..=10),
        prop::bool::weighted(0.08),
        prop::bool::weighted(0.05),
    );
    let limit = (
        0_i64..60,
        prop::option::of(1_u16..40),
        prop::option::of(1_u16..80),
    );
    (
        1_u16..150,
        prop::option::of(5_u16..200),
        prop::collection::vec(one_day, 20..90),
        prop::collection::vec(limit, 0..3),
        0_u8..=8,
    )
        .prop_map(|(baseline, goal, days, said, calm)| {
            let mut life = Life::steady(f64::from(baseline), days.len() as i64);
            life.plan.goal = goal;
            life.moved.clear();
            life.mornings.retain(|(date, _)| *date < day(0));
            for (n, (minutes, too_much, pain, marked, agrees)) in (0_i64..).zip(days) {
                if let Some(minutes) = minutes {
                    life.moved.push(Moved {
                        too_much,
                        comfortable: !too_much,
                        ..moved(n, minutes)
                    });
                }
                if let Some(pain) = pain {
                    // Most mornings are calm, so that weeks pass and quotas rise.
                    let pain = if pain > calm { 4 } else { pain };
                    life.mornings.push((day(n), pain));
                }
                if marked {
                    life.marked.extend((n..n + 3).map(day));
                }
                if agrees {
                    life.below_floor.push(day(n));
                }
            }
            let mut said: Vec<Limits> = said
                .into_iter()
                .map(|(n, floor, ceiling)| {
                    let floor = floor.map(|f| f.min(ceiling.unwrap_or(f)));
                    limits(n, floor, ceiling)
                })
                .collect();
            said.sort_by_key(|one| one.from);
            said.dedup_by_key(|one| one.from);
            life.limits = said;
            life
        })
}

/// The first law that a ledger breaks in a life, if it breaks one.
fn broken(life: &Life, quotas: &[Quota]) -> Option<String> {
    let facts = life.facts();
    let step = RAISE * life.plan.baseline;
    for pair in quotas.windows(2) {
        let (was, is) = (&pair[0], &pair[1]);
        let date = is.date;
        let (floor, ceiling) = limits_on(&life.limits, date);
        let moved_limits = limits_on(&life.limits, was.date) != (floor, ceiling);
        let last = life.moved.iter().rev().find(|one| one.date < date);
        let agreed = is.change == Change::BelowFloor && is.since == date;
        let up = is.minutes > was.minutes;
        let tell = |law: &str| Some(format!("{law} on {date}: {was:?} → {is:?}"));
        if ceiling.is_some_and(|ceiling| is.minutes > ceiling) {
            return tell("above the ceiling");
        }
        if is.minutes == 0 {
            return tell("rest");
        }
        if moved_limits {
            continue;
        }
        if floor.is_some_and(|floor| is.minutes < floor.min(was.minutes)) && !agreed {
            return tell("below the floor without asking");
        }
        if agreed && !life.below_floor.contains(&date) {
            return tell("nobody agreed");
        }
        if life.marked.contains(&date) && is.minutes != was.minutes && !agreed {
            return tell("a change on a marked day");
        }
        if up && last.is_some_and(|one| one.too_much && one.date >= life.plan.start) {
            return tell("up after too much");
        }
        if f64::from(is.minutes) > f64::from(was.minutes) + step + 1.0 {
            return tell("a step of more than 10 %");
        }
        let flared = life.moved.iter().any(|one| {
            (date - one.date).num_days() == 1
                && one.date >= life.plan.start
                && !life.marked.contains(&one.date)
                && matches!(
                    response(&life.mornings, one.date, date),
                    Response::Flared { .. }
                )
        });
        if flared && !life.marked.contains(&date) && is.minutes > was.minutes {
            return tell("up after a flare");
        }
        let eased = f64::from(was.minutes) * 0.8 + 1.0;
        let bound = floor.unwrap_or(1).min(was.minutes);
        if flared
            && !life.marked.contains(&date)
            && f64::from(is.minutes) > eased.max(f64::from(bound))
        {
            return tell("no easier after a flare");
        }
    }
    let raised: Vec<NaiveDate> = quotas
        .iter()
        .filter(|quota| quota.change == Change::Raised && quota.since == quota.date)
        .map(|quota| quota.date)
        .collect();
    for pair in raised.windows(2) {
        if (pair[1] - pair[0]).num_days() < 7 {
            return Some(format!("two raises within a week: {pair:?}"));
        }
    }
    for date in raised {
        let week: Vec<&Moved> = facts
            .moved
            .iter()
            .filter(|one| one.date < date && !life.marked.contains(&one.date))
            .filter(|one| one.date >= life.plan.start)
            .collect();
        if week.len() < 3 {
            return Some(format!("a raise without practice on {date}"));
        }
    }
    None
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    })
}

#[test]
fn the_laws_hold_in_every_life() {
    runner(600)
        .run(&life(), |life| {
            let quotas = life.quotas();
            prop_assert_eq!(quotas.len() as i64, life.days, "a quota for every day");
            prop_assert_eq!(broken(&life, &quotas), None);
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_comes_later_changes_nothing_before() {
    runner(300)
        .run(&(life(), 0_i64..20), |(life, cut)| {
            let whole = life.quotas();
            let until = day(cut);
            let mut half = life.clone();
            half.moved.retain(|one| one.date <= until);
            half.mornings.retain(|(date, _)| *date <= until);
            half.marked.retain(|date| *date <= until);
            half.limits.retain(|one| one.from <= until);
            half.below_floor.retain(|date| *date <= until);
            half.days = cut + 1;
            prop_assert_eq!(half.quotas(), &whole[..=cut as usize]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_unknown_morning_never_makes_it_less() {
    runner(300)
        .run(&life(), |mut life| {
            life.mornings.clear();
            life.limits.clear();
            for one in &mut life.moved {
                one.too_much = false;
            }
            let minutes = life.minutes();
            prop_assert!(minutes.windows(2).all(|pair| pair[0] <= pair[1]));
            Ok(())
        })
        .unwrap();
}

// The control: ledgers that look away from one thing break the law about it.

#[test]
fn a_ledger_that_looks_away_is_found_out() {
    type Blind = fn(&mut Life);
    let blinds: [(&str, Blind); 6] = [
        ("above the ceiling", |life| life.limits.clear()),
        ("below the floor", |life| {
            for one in &mut life.limits {
                one.floor = None;
            }
        }),
        ("a marked day", |life| life.marked.clear()),
        ("too much", |life| {
            for one in &mut life.moved {
                one.too_much = false;
            }
        }),
        ("a flare", |life| life.mornings.clear()),
        ("10 %", |life| {
            life.plan.baseline *= 6.0;
        }),
    ];
    for (law, blind) in blinds {
        let found = std::cell::Cell::new(0);
        runner(250)
            .run(&life(), |life| {
                let mut seen = life.clone();
                blind(&mut seen);
                let told = broken(&life, &seen.quotas());
                if told.is_some_and(|told| told.contains(law)) {
                    found.set(found.get() + 1);
                }
                Ok(())
            })
            .unwrap();
        assert!(
            found.get() > 0,
            "a ledger blind to it breaks the law about {law}"
        );
    }
}
