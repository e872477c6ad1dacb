//! Two kinds of rows, split by the predictor, and the difference between them in plain units.

use crate::{Obstacle, question::Scaling, student};

/// Which rows a contrast sets against which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Split {
    /// Below the predictor's own median, against the rest.
    BelowMedian,
    /// With the factor, against without.
    WithWithout,
    /// At the lowest value, against more.
    LowestMore,
}

/// A split of the rows; its difference times a slope is an effect in plain units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contrast {
    /// How the rows were split.
    pub split: Split,
    /// Rows on the first side: below the median, with the factor, or at the lowest value.
    pub first_rows: usize,
    /// Rows on the other side.
    pub rest_rows: usize,
    /// Mean of the predictor on the first side; `None` when it is empty.
    pub first_mean: Option<f64>,
    /// Mean of the predictor on the other side; `None` when it is empty.
    pub rest_mean: Option<f64>,
}

impl Contrast {
    /// Splits the rows of `predictor`.
    pub fn of(predictor: &[f64], scaling: Scaling) -> Contrast {
        let (split, first) = sides(predictor, scaling);
        let side = |wanted: bool| {
            let chosen = predictor.iter().zip(&first);
            let (mut rows, mut sum) = (0, 0.0);
            for (value, _) in chosen.filter(|(_, is_first)| **is_first == wanted) {
                rows += 1;
                sum += value;
            }
            (rows, (rows > 0).then(|| sum / rows as f64))
        };
        let (first_rows, first_mean) = side(true);
        let (rest_rows, rest_mean) = side(false);
        Contrast {
            split,
            first_rows,
            rest_rows,
            first_mean,
            rest_mean,
        }
    }

    /// Mean of the first side minus mean of the rest, in the predictor's units.
    ///
    /// # Errors
    ///
    /// [`Obstacle::OneSided`] when either side is empty.
    pub fn difference(&self) -> Result<f64, Obstacle> {
        self.first_mean
            .zip(self.rest_mean)
            .map(|(first, rest)| first - rest)
            .ok_or(Obstacle::OneSided)
    }

    /// Rows on the smaller side.
    pub fn smaller_side(&self) -> usize {
        self.first_rows.min(self.rest_rows)
    }
}

/// The median, halfway between the two middle values of an even number; `None` without values.
pub fn median(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let mut values = values.to_vec();
    let middle = values.len() / 2;
    let is_odd = values.len() % 2 == 1;
    let (below, &mut upper, _) = values.select_nth_unstable_by(middle, f64::total_cmp);
    if is_odd {
        return Some(upper);
    }
    let lower = below.iter().copied().max_by(f64::total_cmp)?;
    Some((lower + upper) / 2.0)
}

fn sides(predictor: &[f64], scaling: Scaling) -> (Split, Vec<bool>) {
    let lower_than = |bound: f64| predictor.iter().map(|value| *value < bound).collect();
    match scaling {
        Scaling::WithWithout => (
            Split::WithWithout,
            predictor.iter().map(|value| *value > 0.5).collect(),
        ),
        Scaling::BelowMedian | Scaling::Graded => {
            let below: Vec<bool> = median(predictor).map(lower_than).unwrap_or_default();
            let lowest = predictor.iter().copied().min_by(f64::total_cmp);
            match lowest {
                Some(lowest) if scaling == Scaling::Graded && !below.contains(&true) => (
                    Split::LowestMore,
                    predictor.iter().map(|value| *value <= lowest).collect(),
                ),
                _ => (Split::BelowMedian, below),
            }
        }
    }
}

/// The plain difference between the two sides, with nothing allowed for; it is what misleads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plain {
    /// Mean outcome of the first side minus mean outcome of the rest.
    pub difference: f64,
    /// Its standard error, by the spread of each side (Welch 1947).
    pub se: f64,
    /// Degrees of freedom (Welch and Satterthwaite), not whole.
    pub df: f64,
    /// Two-sided p, which would be right if no day knew of the day before.
    pub p: f64,
}

/// The plain difference of `outcome` between the sides of `predictor`.
///
/// # Errors
///
/// [`Obstacle::OneSided`] with fewer than two rows on a side, [`Obstacle::NoSpread`] when neither side varies.
pub fn plain(outcome: &[f64], predictor: &[f64], scaling: Scaling) -> Result<Plain, Obstacle> {
    let (_, first) = sides(predictor, scaling);
    let (mut rows, mut sums, mut squares) = ([0.0; 2], [0.0; 2], [0.0; 2]);
    for (value, is_first) in outcome.iter().zip(&first) {
        rows[usize::from(*is_first)] += 1.0;
        sums[usize::from(*is_first)] += value;
    }
    let means = [sums[0] / rows[0], sums[1] / rows[1]];
    for (value, is_first) in outcome.iter().zip(&first) {
        let away = value - means[usize::from(*is_first)];
        squares[usize::from(*is_first)] += away * away;
    }
    let summary = |wanted: bool| {
        let side = usize::from(wanted);
        (
            rows[side],
            means[side],
            squares[side] / (rows[side] - 1.0) / rows[side],
        )
    };
    let (n1, mean1, v1) = summary(true);
    let (n2, mean2, v2) = summary(false);
    if n1 < 2.0 || n2 < 2.0 {
        return Err(Obstacle::OneSided);
    }
    let variance = v1 + v2;
    if variance <= 0.0 {
        return Err(Obstacle::NoSpread);
    }
    let df = variance * variance / (v1 * v1 / (n1 - 1.0) + v2 * v2 / (n2 - 1.0));
    let difference = mean1 - mean2;
    Ok(Plain {
        difference,
        se: variance.sqrt(),
        df,
        p: student::two_sided_p(difference / variance.sqrt(), df),
    })
}
