//! The fitted effect as a line through a picture of its rows: the outcome that goes with each value of the predictor
//! while everything that is allowed for stays at its mean.
//!
//! With a constant in the model that line is `mean(y) + slope·(x − mean(x))`.
//! Each of its points is a weighted sum of the outcomes, `Σ wᵢ yᵢ` with `wᵢ = 1/n + aᵢ·(x − mean(x))` and `aᵢ` the
//! weight of row i in the slope, so that its HC3 standard error is `√(Σ wᵢ² eᵢ² / (1 − hᵢ)²)`.
//! The range at a point is about the mean of such days, not about a single day.

use crate::{
    Calendar, Obstacle, Question,
    comparison::Range,
    contrast::Contrast,
    least_squares::{Fit, dot},
    rows::Rows,
    student,
    verdict::{FEWEST_ON_A_SIDE, FEWEST_PAIRS},
};

/// A fitted line and what its ranges need.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Rows of the comparison.
    pub pairs: usize,
    /// Difference of the outcome for one unit of the predictor.
    pub slope: f64,
    /// 95 % range of the slope.
    pub slope95: Range,
    /// The lowest and the highest predictor of any row: beyond them the line says nothing.
    pub reach: Range,
    mean: (f64, f64),
    /// Sums of what the ranges are made of: the weighed residuals with themselves, with the weights, and both.
    level: f64,
    both: f64,
    turn: f64,
    t: f64,
}

/// The line at one value of the predictor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct At {
    /// The outcome that goes with it.
    pub middle: f64,
    /// 95 % range of the mean outcome of such days.
    pub ci95: Range,
}

impl Line {
    /// The line of a question, where it has rows enough: 28, and 8 on either side of its contrast.
    ///
    /// # Errors
    ///
    /// [`Obstacle::TooFewRows`] with fewer rows, [`Obstacle::OneSided`] with fewer on a side, else what the fit says.
    pub fn of(calendar: &Calendar, question: &Question) -> Result<Line, Obstacle> {
        let (rows, _) = Rows::of(calendar, question);
        let pairs = rows.days.len();
        if pairs < FEWEST_PAIRS {
            return Err(Obstacle::TooFewRows);
        }
        if Contrast::of(&rows.predictor, question.scaling).smaller_side() < FEWEST_ON_A_SIDE {
            return Err(Obstacle::OneSided);
        }
        let fit = Fit::of(&rows.outcome, &rows.predictor, &rows.controls)?;
        let own = dot(&fit.predictor_left, &fit.predictor_left);
        let n = pairs as f64;
        let (mut level, mut both, mut turn) = (0.0, 0.0, 0.0);
        for (x, e) in fit.predictor_left.iter().zip(&fit.weighed_residuals) {
            let (one, other) = (e / n, x / own * e);
            level += one * one;
            both += one * other;
            turn += other * other;
        }
        let t = student::quantile(0.975, fit.df as f64);
        let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
        let end = |pick: fn(f64, f64) -> f64| rows.predictor.iter().copied().reduce(pick);
        let reach = Range {
            low: end(f64::min).ok_or(Obstacle::TooFewRows)?,
            high: end(f64::max).ok_or(Obstacle::TooFewRows)?,
        };
        Ok(Line {
            pairs,
            slope: fit.slope,
            slope95: Range {
                low: fit.slope - t * fit.se_hc3,
                high: fit.slope + t * fit.se_hc3,
            },
            reach,
            mean: (mean(&rows.predictor), mean(&rows.outcome)),
            level,
            both,
            turn,
            t,
        })
    }

    /// The line at `x`, in the units of the predictor; see [`reach`](Self::reach).
    pub fn at(&self, x: f64) -> At {
        let away = x - self.mean.0;
        let middle = self.mean.1 + self.slope * away;
        // A sum of squares, which rounding alone can take below nought.
        let variance = self.level + 2.0 * away * self.both + away * away * self.turn;
        let half = self.t * variance.max(0.0).sqrt();
        At {
            middle,
            ci95: Range {
                low: middle - half,
                high: middle + half,
            },
        }
    }
}
