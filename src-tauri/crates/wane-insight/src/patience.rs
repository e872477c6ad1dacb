//! When could we know? Days of writing until a difference of a given size would be noticed 4 times in 5.

use crate::{
    Comparison, Obstacle, student,
    verdict::{FEWEST_ON_A_SIDE, FEWEST_PAIRS},
};

/// Fewest rows from which the spread is taken.
pub const FEWEST_TO_FORESEE: usize = 14;
/// The longest wait that is named, days: three years.
pub const LONGEST_WAIT: usize = 1096;

/// When a question could be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// There are enough rows already.
    Now,
    /// After about so many more days like the ones so far.
    Days {
        /// Days of the calendar from the last one on.
        more: usize,
        /// Rows needed in all.
        pairs: usize,
    },
    /// Not within [`LONGEST_WAIT`].
    VeryLong,
    /// Fewer than [`FEWEST_TO_FORESEE`] rows so far, which say too little about the spread.
    TooEarly,
    /// The comparison cannot be computed, for this reason, and so nothing can be foreseen.
    Unknown(Obstacle),
}

/// When a difference of `to_notice`, in the outcome's units, could be noticed.
///
/// With σ the spread left of the outcome after the day before, v the spread of the predictor that is its own, k columns
/// and Δ the difference of the contrast, n rows give a standard error of about `σ / (v·√(n − k + 1)) · √(n / (n − k))`,
/// the last factor being what HC3 adds. Wanted is the smallest n for which `(t_.975 + t_.80)·SE·|Δ|` is at most
/// `to_notice`. All of σ, v, Δ and the share of days that made a row are this diary's own.
pub fn days_until(comparison: &Comparison, to_notice: f64) -> Patience {
    if comparison.pairs < FEWEST_TO_FORESEE {
        return Patience::TooEarly;
    }
    let numbers = match &comparison.numbers {
        Ok(numbers) => numbers,
        Err(why) => return Patience::Unknown(*why),
    };
    let difference = match comparison.contrast.difference() {
        Ok(difference) => difference.abs(),
        Err(why) => return Patience::Unknown(why),
    };
    let columns = comparison.pairs - numbers.df;
    let one_row = numbers.residual_sd / numbers.predictor_own_sd * difference;
    let detectable = |rows: usize| {
        let df = (rows - columns) as f64;
        let t = student::quantile(0.975, df) + student::quantile(0.8, df);
        t * one_row / (df + 1.0).sqrt() * (rows as f64 / df).sqrt()
    };
    // Either side of the contrast needs its own fewest rows as well.
    let smaller = comparison.contrast.smaller_side();
    let for_both_sides = (FEWEST_ON_A_SIDE * comparison.pairs).div_ceil(smaller.max(1));
    let fewest_pairs = FEWEST_PAIRS.max(for_both_sides);
    if fewest_pairs <= comparison.pairs && detectable(comparison.pairs) <= to_notice {
        return Patience::Now;
    }
    let days_so_far = comparison.days.used.len() + comparison.days.left_out.len();
    let share = comparison.pairs as f64 / days_so_far as f64;
    let most = comparison.pairs + (LONGEST_WAIT as f64 * share).ceil() as usize;
    let Some(needed) = fewest(columns + 1, most, |rows| detectable(rows) <= to_notice) else {
        return Patience::VeryLong;
    };
    let pairs = needed.max(fewest_pairs);
    let more = ((pairs - comparison.pairs) as f64 / share).ceil() as usize;
    if more > LONGEST_WAIT {
        Patience::VeryLong
    } else {
        Patience::Days { more, pairs }
    }
}

/// The smallest number from `from` to `to` that is enough, when more is never worse.
fn fewest(from: usize, to: usize, is_enough: impl Fn(usize) -> bool) -> Option<usize> {
    let (mut low, mut high) = (from, to);
    if low > high || !is_enough(high) {
        return None;
    }
    while low < high {
        let middle = low.midpoint(high);
        if is_enough(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}
