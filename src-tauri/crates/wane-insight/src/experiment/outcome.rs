//! The result of a finished experiment, from how the coins could have fallen and nothing else.
//!
//! With d the difference between the means with and without, p is the share of all assignments under which the same
//! values would have differed by |d| or more. The range holds every effect τ that, taken off the days with, leaves a
//! difference which more than one assignment in twenty would show (the test turned round; Rosenbaum 2002, 2.6).
//! For an assignment z with difference a(z), and c(z) the difference it makes between the days that really were with
//! and without, that is the case exactly for τ between (d − a)/(1 − c) and (d + a)/(1 + c); so the ends of the range
//! are order statistics of these, with nothing searched for.

use chrono::{Days, NaiveDate};

use super::{
    coins,
    plan::{Plan, Read, SAMPLE},
    running::Finished,
};
use crate::{Obstacle, comparison::Range};

/// Differences closer than this, against the largest value, count as the same: what differs is rounding.
const SAME: f64 = 1e-9;

/// How far what was drawn was also done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Adherence {
    /// Days noted as done when they were for it, or as not done when they were not.
    pub as_drawn: usize,
    /// Days with a note.
    pub noted: usize,
    /// All days.
    pub days: usize,
}

/// What came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Mean on days with minus mean on days without, as drawn, in the outcome's units.
    pub difference: f64,
    /// The share of assignments that would show as much or more, the real one among them.
    pub p: f64,
    /// 95 % range of the difference, or why it has no ends.
    pub ci95: Result<Range, Obstacle>,
    /// Days with that have an outcome.
    pub days_on: usize,
    /// Days without that have an outcome.
    pub days_off: usize,
    /// Days of the experiment without an outcome.
    pub left_out: Vec<NaiveDate>,
    /// How far what was drawn was also done.
    pub adherence: Adherence,
    /// How many assignments were counted.
    pub assignments: usize,
    /// Whether these are all there could have been.
    pub counted_all: bool,
}

/// What one coin decides, over the days that have an outcome: sums and numbers of its days, straight and mirrored.
#[derive(Clone, Copy, Default)]
struct Coin {
    days: [f64; 2],
    values: [f64; 2],
    really_on: [f64; 2],
}

impl Outcome {
    /// The result, from the outcome by date; `random` is for [`Plan::bytes_to_finish`] alone.
    ///
    /// Values that are not finite and dates that belong to no day of the experiment are left out; of two values for a
    /// date the later one counts.
    ///
    /// # Errors
    ///
    /// [`Obstacle::OneSided`] when days with or days without have no outcome at all, [`Obstacle::ConstantOutcome`] when
    /// every outcome is the same, [`Obstacle::TooFewAssignments`] when too few bytes are given.
    pub fn of(
        finished: &Finished,
        outcomes: &[(NaiveDate, f64)],
        random: &[u8],
    ) -> Result<Outcome, Obstacle> {
        let running = &finished.0;
        let plan = &running.plan;
        let values = laid_out(plan, outcomes);
        let layout = plan.layout();
        let mut coins = vec![Coin::default(); plan.coins()];
        for (&(coin, mirrored), value) in layout.iter().zip(&values) {
            if let Some(value) = value {
                let side = usize::from(mirrored);
                let on = coins::is_on(running.fall, (coin, mirrored));
                let coin = &mut coins[coin];
                coin.days[side] += 1.0;
                coin.values[side] += value;
                coin.really_on[side] += f64::from(u8::from(on));
            }
        }
        let written: Vec<f64> = values.iter().flatten().copied().collect();
        if written.windows(2).all(|pair| pair[0] == pair[1]) && written.len() > 1 {
            return Err(Obstacle::ConstantOutcome);
        }
        let (difference, _) = differences(&coins, running.fall).ok_or(Obstacle::OneSided)?;
        let others = falls(plan, running.fall, random)?;
        let falls: Vec<(f64, f64)> = others
            .filter_map(|fall| differences(&coins, fall))
            .collect();

        let largest = written
            .iter()
            .fold(0.0, |most: f64, value| most.max(value.abs()));
        let same = SAME * largest;
        let as_much = falls
            .iter()
            .filter(|(other, _)| other.abs() >= difference.abs() - same)
            .count();
        let days_on = layout
            .iter()
            .zip(&values)
            .filter(|(day, value)| value.is_some() && coins::is_on(running.fall, **day))
            .count();
        Ok(Outcome {
            difference,
            p: as_much as f64 / falls.len() as f64,
            ci95: range(difference, &falls),
            days_on,
            days_off: written.len() - days_on,
            left_out: plan
                .first()
                .iter_days()
                .zip(&values)
                .filter(|(_, value)| value.is_none())
                .map(|(date, _)| date)
                .collect(),
            adherence: adherence(finished),
            assignments: falls.len(),
            counted_all: plan.counts_all(),
        })
    }
}

/// The outcome of each day of the experiment, read on the date that the plan says.
fn laid_out(plan: &Plan, outcomes: &[(NaiveDate, f64)]) -> Vec<Option<f64>> {
    let mut values = vec![None; plan.days()];
    for (date, value) in outcomes.iter().filter(|(_, value)| value.is_finite()) {
        let day_of = match plan.read() {
            Read::SameDate => Some(*date),
            Read::DateAfter => date.checked_sub_days(Days::new(1)),
        };
        if let Some(day) = day_of.and_then(|date| plan.day(date)) {
            values[day] = Some(*value);
        }
    }
    values
}

/// Difference of the values, and of the days that really were on, if the coins had fallen so; `None` when one side is
/// empty.
fn differences(coins: &[Coin], fall: u64) -> Option<(f64, f64)> {
    let (mut on, mut off) = (Coin::default(), Coin::default());
    for (number, coin) in coins.iter().enumerate() {
        for mirrored in [false, true] {
            let side = usize::from(mirrored);
            let sum = if coins::is_on(fall, (number, mirrored)) {
                &mut on
            } else {
                &mut off
            };
            sum.days[0] += coin.days[side];
            sum.values[0] += coin.values[side];
            sum.really_on[0] += coin.really_on[side];
        }
    }
    let mean = |sum: [f64; 2], of: &Coin| sum[0] / of.days[0];
    (on.days[0] > 0.0 && off.days[0] > 0.0).then(|| {
        (
            mean(on.values, &on) - mean(off.values, &off),
            mean(on.really_on, &on) - mean(off.really_on, &off),
        )
    })
}

/// Every fall of the coins, or the declared number of them with the real one.
fn falls(plan: &Plan, real: u64, random: &[u8]) -> Result<Box<dyn Iterator<Item = u64>>, Obstacle> {
    if plan.counts_all() {
        return Ok(Box::new(0..plan.assignments()));
    }
    let mut bits = coins::bits(random);
    let drawn: Option<Vec<u64>> = (0..SAMPLE)
        .map(|_| coins::fall(&mut bits, plan.coins()))
        .collect();
    let drawn = drawn.ok_or(Obstacle::TooFewAssignments)?;
    Ok(Box::new(std::iter::once(real).chain(drawn)))
}

/// All effects that more than one assignment in twenty leaves possible.
fn range(difference: f64, falls: &[(f64, f64)]) -> Result<Range, Obstacle> {
    let (mut lows, mut highs) = (Vec::new(), Vec::new());
    for (other, really_on) in falls {
        let straight = divided(difference - other, 1.0 - really_on);
        let mirrored = divided(difference + other, 1.0 + really_on);
        // An assignment that is the real one, or its mirror, shows as much whatever the effect is.
        let (low, high) = match (straight, mirrored) {
            (Some(a), Some(b)) => (a.min(b), a.max(b)),
            _ => (f64::NEG_INFINITY, f64::INFINITY),
        };
        lows.push(low);
        highs.push(high);
    }
    // Of all ranges, each around the difference itself, one in twenty may be left out at either end.
    let out = falls.len() / 20;
    lows.sort_by(f64::total_cmp);
    highs.sort_by(|a, b| b.total_cmp(a));
    match (lows.get(out), highs.get(out)) {
        (Some(&low), Some(&high)) if low.is_finite() && high.is_finite() => Ok(Range { low, high }),
        _ => Err(Obstacle::TooFewAssignments),
    }
}

/// A quotient; `None` when the divisor is nothing but rounding.
fn divided(what: f64, by: f64) -> Option<f64> {
    (by.abs() > SAME).then(|| what / by)
}

fn adherence(finished: &Finished) -> Adherence {
    let running = &finished.0;
    let is_on = |date: &NaiveDate| running.arm(*date) == Some(super::Arm::On);
    Adherence {
        as_drawn: running
            .done
            .iter()
            .filter(|(date, done)| is_on(date) == **done)
            .count(),
        noted: running.done.len(),
        days: running.plan.days(),
    }
}
