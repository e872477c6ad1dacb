//! What an experiment could show, from days that were already written before it is fixed.
//!
//! A coin decides which of two stretches of days, seven days apart, is with and which without. So how far such stretches
//! lie apart by themselves is all the difference has against it; weekdays, and whatever lingers from day to day, are in
//! it as they are in the diary. With D the difference between the sums of two stretches of one length, written n times a
//! fortnight, the difference between the means has the variance Σ E[D²] / n², for it is a sum of D with random signs.
//! Days that are not written leave less of everything: the variance is divided by the share that is.

use super::plan::Plan;
use crate::student;

/// The fewest pairs of stretches, of each length, that say how far they lie apart.
pub const FEWEST_PAIRS: usize = 7;

/// What can be expected of an experiment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expectation {
    /// The smallest difference, in the outcome's units, that would be noticed at 5 % 4 times in 5.
    pub smallest: f64,
    /// Days that this rests on.
    pub written: usize,
}

impl Expectation {
    /// What can be expected of `plan`, from the outcome on consecutive days, oldest first.
    ///
    /// `None` when too little was written to say, or when it never differed.
    pub fn of(plan: &Plan, before: &[Option<f64>]) -> Option<Expectation> {
        let blocks = plan.blocks_of_a_week();
        let days_with = plan.days() as f64 / 2.0;
        let fortnights = plan.days() as f64 / 14.0;
        let mut of_a_fortnight = 0.0;
        for &length in blocks {
            of_a_fortnight += mean_square(before, length)?;
        }
        let written = before.iter().flatten().count();
        let share = written as f64 / before.len() as f64;
        let variance = fortnights * of_a_fortnight / (days_with * days_with) / share;
        let df = plan.coins() as f64 - 1.0;
        // Falls of the coins come in pairs that show as much, so few coins reach less than one in twenty.
        let assignments = plan.assignments() as f64;
        let pairs = (0.025 * assignments).floor();
        let times = student::quantile(1.0 - pairs / assignments, df) + student::quantile(0.8, df);
        let smallest = times * variance.sqrt();
        (smallest > 0.0 && smallest.is_finite()).then_some(Expectation { smallest, written })
    }
}

/// Mean square of the difference between two stretches of `length` days, a week apart.
fn mean_square(before: &[Option<f64>], length: usize) -> Option<f64> {
    let sum = |days: &[Option<f64>]| days.iter().copied().sum::<Option<f64>>();
    let squares: Vec<f64> = before
        .windows(7 + length)
        .filter_map(|days| Some((sum(&days[..length])? - sum(&days[7..])?).powi(2)))
        .collect();
    (squares.len() >= FEWEST_PAIRS).then(|| squares.iter().sum::<f64>() / squares.len() as f64)
}
