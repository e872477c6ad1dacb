//! Which days make a row of the comparison, and why the others do not.
//!
//! A row is a day and the day before it on the calendar, with everything the formula needs written on both.
//! Nothing is filled in and no gap is bridged.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{Calendar, Lag, Question};

/// Why a day made no row; of several reasons the first in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// It was set aside, or the day before was.
    SetAside,
    /// The outcome was not written.
    NoOutcome,
    /// The predictor was not written on the day the formula reads it.
    NoPredictor,
    /// It is the first day, or the outcome was not written on the day before.
    NoDayBefore,
    /// What else is allowed for was not written on the day before.
    NoControl,
}

impl LeftOut {
    /// Its name, as the command line writes it.
    pub fn name(self) -> &'static str {
        match self {
            LeftOut::SetAside => "set_aside",
            LeftOut::NoOutcome => "no_outcome",
            LeftOut::NoPredictor => "no_predictor",
            LeftOut::NoDayBefore => "no_day_before",
            LeftOut::NoControl => "no_control",
        }
    }
}

/// Every day of the calendar: either used or left out with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DaysUsed {
    /// Days that made a row, in order.
    pub used: Vec<NaiveDate>,
    /// Days that made none, in order.
    pub left_out: Vec<(NaiveDate, LeftOut)>,
}

impl DaysUsed {
    /// How many days were left out for each reason that occurs.
    pub fn counts(&self) -> BTreeMap<LeftOut, usize> {
        let mut counts = BTreeMap::new();
        for (_, why) in &self.left_out {
            *counts.entry(*why).or_default() += 1;
        }
        counts
    }
}

/// The columns of one comparison, row by row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// Day numbers.
    pub days: Vec<usize>,
    /// The outcome.
    pub outcome: Vec<f64>,
    /// The predictor.
    pub predictor: Vec<f64>,
    /// What is allowed for, besides a constant: the outcome of the day before, then what else the formula names,
    /// then the weekend unless it was dropped, then days ÷ 30.
    pub controls: Vec<Vec<f64>>,
}

/// Fewest rows on weekends and on other days for the weekend to stay in the model.
const FEWEST_OF_EITHER: usize = 2;
/// Days in the unit of the trend.
pub(crate) const TREND_DAYS: f64 = 30.0;

impl Rows {
    /// The rows of a question, and what became of every day.
    pub fn of(calendar: &Calendar, question: &Question) -> (Rows, DaysUsed) {
        let mut rows = Rows::default();
        let mut days_used = DaysUsed::default();
        let (mut before, mut also, mut weekend, mut trend) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (day, date) in calendar
            .first()
            .iter_days()
            .take(calendar.days())
            .enumerate()
        {
            match read(calendar, question, day) {
                Ok(row) => {
                    rows.days.push(day);
                    rows.outcome.push(row.outcome);
                    rows.predictor.push(row.predictor);
                    before.push(row.before);
                    also.extend(row.also);
                    weekend.push(f64::from(u8::from(calendar.is_weekend(day))));
                    trend.push(day as f64 / TREND_DAYS);
                    days_used.used.push(date);
                }
                Err(why) => days_used.left_out.push((date, why)),
            }
        }
        rows.controls.push(before);
        if question.also.is_some() {
            rows.controls.push(also);
        }
        let on_weekends = weekend.iter().filter(|&&is| is > 0.0).count();
        if on_weekends >= FEWEST_OF_EITHER && weekend.len() - on_weekends >= FEWEST_OF_EITHER {
            rows.controls.push(weekend);
        }
        rows.controls.push(trend);
        (rows, days_used)
    }
}

struct Row {
    outcome: f64,
    predictor: f64,
    before: f64,
    also: Option<f64>,
}

fn read(calendar: &Calendar, question: &Question, day: usize) -> Result<Row, LeftOut> {
    let day_before = day.checked_sub(1);
    if calendar.is_set_aside(day) || day_before.is_some_and(|day| calendar.is_set_aside(day)) {
        return Err(LeftOut::SetAside);
    }
    let outcome = question.outcome.on(day).ok_or(LeftOut::NoOutcome)?;
    let day_before = day_before.ok_or(LeftOut::NoDayBefore)?;
    let read_on = match question.formula.lag() {
        Lag::SameDate => day,
        Lag::DayBefore => day_before,
    };
    let predictor = question.predictor.on(read_on).ok_or(LeftOut::NoPredictor)?;
    let before = question
        .outcome
        .on(day_before)
        .ok_or(LeftOut::NoDayBefore)?;
    let also = match question.also {
        Some(also) => Some(also.on(day_before).ok_or(LeftOut::NoControl)?),
        None => None,
    };
    Ok(Row {
        outcome,
        predictor,
        before,
        also,
    })
}
