//! One question answered: the numbers, what they rest on, and what they leave out.

use crate::{
    Calendar, Obstacle, Question,
    contrast::{self, Contrast, Plain},
    least_squares::Fit,
    question::{Formula, Quantity, Scaling},
    rows::{DaysUsed, Rows},
    shift::{Mirror, Shifts},
    student,
};

/// A range from its lower to its upper end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Range {
    /// The range of `half` to either side of `middle`.
    fn around(middle: f64, half: f64) -> Range {
        Range {
            low: middle - half.abs(),
            high: middle + half.abs(),
        }
    }

    /// Whether `value` lies in it, ends included.
    pub fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// Something about the values that makes an answer less sure than its range says (`SCIENCE.md` 3.3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Warning {
    /// More than half of the rows share one value of the outcome.
    OutcomeSharesOneValue(f64),
    /// More than half of the rows share one value of the predictor.
    PredictorSharesOneValue(f64),
    /// On more than half of the rows the outcome sits at an end of its scale.
    OutcomeAtAnEnd,
    /// On more than half of the rows the predictor sits at an end of its scale.
    PredictorAtAnEnd,
}

/// The numbers of one comparison; an effect is in the outcome's units.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    /// Degrees of freedom: rows minus columns.
    pub df: usize,
    /// Difference of the outcome for one unit of the predictor.
    pub slope: f64,
    /// Standard error of the slope (HC3).
    pub se_hc3: f64,
    /// Two-sided p of the slope.
    pub p: f64,
    /// The slope in plain units: times the difference of the contrast.
    pub effect: f64,
    /// 95 % range of the effect.
    pub ci95: Range,
    /// 99 % range of the effect.
    pub ci99: Range,
    /// The smallest effect that would be noticed 4 times in 5: `(t_.975 + t_.80)·SE·|difference|`.
    pub min_detectable: f64,
    /// All circular shifts of the outcome against the predictor, both freed of what is allowed for.
    pub mirror: Mirror,
    /// The plain difference with nothing allowed for; `None` when there is none to compute.
    pub plain: Option<Plain>,
    /// Standard deviation of what is left of the outcome.
    pub residual_sd: f64,
    /// Standard deviation of what is left of the predictor after what is allowed for.
    pub predictor_own_sd: f64,
}

/// One question, with everything its answer rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The equation.
    pub formula: Formula,
    /// Rows of the comparison.
    pub pairs: usize,
    /// How the rows were split.
    pub contrast: Contrast,
    /// Every day: used, or left out with the reason.
    pub days: DaysUsed,
    /// What makes the answer less sure than its range says.
    pub warnings: Vec<Warning>,
    /// The numbers, or why there are none.
    pub numbers: Result<Numbers, Obstacle>,
}

impl Comparison {
    /// Answers one question.
    pub fn of(calendar: &Calendar, question: &Question, shifts: &mut Shifts) -> Comparison {
        let (rows, days) = Rows::of(calendar, question);
        let contrast = Contrast::of(&rows.predictor, question.scaling);
        Comparison {
            formula: question.formula,
            pairs: rows.days.len(),
            contrast,
            days,
            warnings: warnings(question, &rows),
            numbers: numbers(&rows, question, &contrast, shifts),
        }
    }
}

fn numbers(
    rows: &Rows,
    question: &Question,
    contrast: &Contrast,
    shifts: &mut Shifts,
) -> Result<Numbers, Obstacle> {
    let fit = Fit::of(&rows.outcome, &rows.predictor, &rows.controls)?;
    let difference = contrast.difference()?;
    let mirror = shifts
        .mirror(&fit.predictor_left, &fit.outcome_left)
        .ok_or(Obstacle::TooFewRows)?;
    let df = fit.df as f64;
    let effect = fit.slope * difference;
    let se = fit.se_hc3 * difference.abs();
    let own: f64 = fit.predictor_left.iter().map(|value| value * value).sum();
    Ok(Numbers {
        df: fit.df,
        slope: fit.slope,
        se_hc3: fit.se_hc3,
        p: student::two_sided_p(fit.slope / fit.se_hc3, df),
        effect,
        ci95: Range::around(effect, student::quantile(0.975, df) * se),
        ci99: Range::around(effect, student::quantile(0.995, df) * se),
        min_detectable: (student::quantile(0.975, df) + student::quantile(0.8, df)) * se,
        mirror,
        plain: contrast::plain(&rows.outcome, &rows.predictor, question.scaling).ok(),
        residual_sd: fit.residual_sd,
        // The predictor was freed of one column less than the outcome will be.
        predictor_own_sd: (own / (df + 1.0)).sqrt(),
    })
}

fn warnings(question: &Question, rows: &Rows) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if let Some(value) = shared_by_most(&rows.outcome) {
        warnings.push(Warning::OutcomeSharesOneValue(value));
    }
    // What is yes or no has only two values to share.
    if question.scaling != Scaling::WithWithout
        && let Some(value) = shared_by_most(&rows.predictor)
    {
        warnings.push(Warning::PredictorSharesOneValue(value));
    }
    if mostly_at_an_end(&question.outcome, &rows.outcome) {
        warnings.push(Warning::OutcomeAtAnEnd);
    }
    if mostly_at_an_end(&question.predictor, &rows.predictor) {
        warnings.push(Warning::PredictorAtAnEnd);
    }
    warnings
}

/// The value that more than half of the rows share; only the middle one in order can be it.
fn shared_by_most(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let mut ordered = values.to_vec();
    let middle = ordered.len() / 2;
    let candidate = *ordered.select_nth_unstable_by(middle, f64::total_cmp).1;
    let share = values.iter().filter(|value| **value == candidate).count();
    (2 * share > values.len()).then_some(candidate)
}

fn mostly_at_an_end(quantity: &Quantity, values: &[f64]) -> bool {
    quantity.ends.is_some_and(|ends| {
        let at_an_end = values.iter().filter(|value| ends.contains(value)).count();
        2 * at_an_end > values.len()
    })
}
