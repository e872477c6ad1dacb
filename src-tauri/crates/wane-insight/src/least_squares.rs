//! One coefficient of a linear model by least squares, with a standard error that does not assume equal spread.
//!
//! With the columns orthogonalised one after the other and the predictor last, the coefficient is the slope of what is
//! left of the outcome on what is left of the predictor (Frisch, Waugh and Lovell), and the leverages are the row sums
//! of squares of the orthonormal columns. A column that loses much of its length is orthogonalised once more, so that no
//! digits worth speaking of are lost (Giraud, Langou and Rozložník 2005).

use crate::Obstacle;

/// A column of which less than this share is its own says the same as the others.
const OWN_SHARE: f64 = 1e-9;
/// A column that varies by less than this share of its size does not vary: what is seen is rounding.
const ROUNDING: f64 = 1e-13;
/// A column that keeps this share of its squared length was orthogonal enough the first time.
const KEPT: f64 = 0.5;
/// A row whose leverage is closer to 1 than this decides alone.
const LEVERAGE_GAP: f64 = 1e-10;

/// A fitted model, as far as one coefficient is concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Rows minus columns.
    pub df: usize,
    /// The coefficient of the predictor.
    pub slope: f64,
    /// Its standard error (HC3; MacKinnon and White 1985): `√(Σ aᵢ² eᵢ² / (1 − hᵢ)²)` with `aᵢ` the weight of row i.
    pub se_hc3: f64,
    /// Standard deviation of the residuals, on `df`.
    pub residual_sd: f64,
    /// What the controls leave of the predictor.
    pub predictor_left: Vec<f64>,
    /// What the controls leave of the outcome.
    pub outcome_left: Vec<f64>,
    /// Residuals, each divided by one minus its leverage, as HC3 weighs them.
    pub(crate) weighed_residuals: Vec<f64>,
}

impl Fit {
    /// Fits `outcome` on a constant, `controls` and `predictor`; all columns are equally long.
    ///
    /// # Errors
    ///
    /// When the design has no answer: too few rows, a constant or a redundant column, a row that decides alone, or an
    /// outcome without any spread left.
    pub fn of(outcome: &[f64], predictor: &[f64], controls: &[Vec<f64>]) -> Result<Fit, Obstacle> {
        let rows = outcome.len();
        let columns = controls.len() + 2;
        if rows <= columns {
            return Err(Obstacle::TooFewRows);
        }
        if is_constant(predictor) {
            return Err(Obstacle::ConstantPredictor);
        }
        if is_constant(outcome) {
            return Err(Obstacle::ConstantOutcome);
        }
        let mut leverages = vec![1.0 / rows as f64; rows];
        let mut basis: Vec<Vec<f64>> = Vec::with_capacity(columns);
        for control in controls {
            let own = left_of(control, &basis).ok_or(Obstacle::Collinear)?;
            basis.push(unit(own, &mut leverages));
        }
        let predictor_left = left_of(predictor, &basis).ok_or(Obstacle::Collinear)?;
        let outcome_left = left_of(outcome, &basis).ok_or(Obstacle::NoSpread)?;

        let own = dot(&predictor_left, &predictor_left);
        for (leverage, x) in leverages.iter_mut().zip(&predictor_left) {
            *leverage += x * x / own;
        }
        if leverages
            .iter()
            .any(|leverage| 1.0 - leverage < LEVERAGE_GAP)
        {
            return Err(Obstacle::OneDayDecides);
        }
        let slope = dot(&predictor_left, &outcome_left) / own;
        let (mut unexplained, mut sandwich) = (0.0, 0.0);
        let mut weighed_residuals = Vec::with_capacity(rows);
        for ((x, y), leverage) in predictor_left.iter().zip(&outcome_left).zip(&leverages) {
            let residual = y - slope * x;
            unexplained += residual * residual;
            let weighed = residual / (1.0 - leverage);
            sandwich += x * weighed * (x * weighed);
            weighed_residuals.push(weighed);
        }
        if unexplained <= OWN_SHARE * OWN_SHARE * dot(&outcome_left, &outcome_left) {
            return Err(Obstacle::NoSpread);
        }
        let df = rows - columns;
        Ok(Fit {
            df,
            slope,
            se_hc3: sandwich.sqrt() / own,
            residual_sd: (unexplained / df as f64).sqrt(),
            predictor_left,
            outcome_left,
            weighed_residuals,
        })
    }
}

fn is_constant(column: &[f64]) -> bool {
    column.windows(2).all(|pair| pair[0] == pair[1])
}

/// What a constant and the orthonormal `basis` leave of a column; `None` when that is nothing.
fn left_of(column: &[f64], basis: &[Vec<f64>]) -> Option<Vec<f64>> {
    let mut left = column.to_vec();
    let size = dot(&left, &left);
    centre(&mut left);
    let whole = dot(&left, &left);
    if whole <= ROUNDING * ROUNDING * size {
        return None;
    }
    let mut before = whole;
    loop {
        for direction in basis {
            let along = dot(&left, direction);
            for (value, direction) in left.iter_mut().zip(direction) {
                *value -= along * direction;
            }
        }
        centre(&mut left);
        let after = dot(&left, &left);
        // What lost little of its length lost few digits; the rest is gone over once more.
        if after >= KEPT * before || after <= OWN_SHARE * OWN_SHARE * whole {
            break;
        }
        before = after;
    }
    (dot(&left, &left) > OWN_SHARE * OWN_SHARE * whole).then_some(left)
}

fn centre(column: &mut [f64]) {
    let mean = column.iter().sum::<f64>() / column.len() as f64;
    for value in column {
        *value -= mean;
    }
}

/// The column at length one, its squares added to the leverages.
fn unit(mut column: Vec<f64>, leverages: &mut [f64]) -> Vec<f64> {
    let length = dot(&column, &column).sqrt();
    for (value, leverage) in column.iter_mut().zip(leverages) {
        *value /= length;
        *leverage += *value * *value;
    }
    column
}

/// The sum of products, in eight lanes, so that a processor can add several at once.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a_lanes, a_rest) = a.as_chunks::<8>();
    let (b_lanes, b_rest) = b.as_chunks::<8>();
    let mut lanes = [0.0; 8];
    for (a, b) in a_lanes.iter().zip(b_lanes) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    lanes.iter().sum::<f64>() + rest
}
