//! Quartiles and rolling medians of plain numbers: the personal middle half of the charts, and their calm line.

use chrono::{Days, NaiveDate};

/// The middle half of some numbers, and their middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// A quarter of the numbers lie below.
    pub low: f64,
    /// Half of the numbers lie below.
    pub median: f64,
    /// Three quarters of the numbers lie below.
    pub high: f64,
}

/// Quartiles by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, the default of R and NumPy).
///
/// Numbers that are not finite are left out; `None` if none remains.
pub fn quartiles(values: &[f64]) -> Option<Quartiles> {
    let mut sorted: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| value.is_finite())
        .collect();
    sorted.sort_unstable_by(f64::total_cmp);
    Some(Quartiles {
        low: quantile(&sorted, 0.25)?,
        median: quantile(&sorted, 0.5)?,
        high: quantile(&sorted, 0.75)?,
    })
}

/// The median of the points in a window of `window_days` centred on each date that has a point.
///
/// A date gets a median only if at least `at_least` points lie in its window: gaps stay gaps, nothing is interpolated.
/// Points may come in any order and several to a date; each date appears once in the answer, in order.
/// An even window counts as the next larger odd one, and values that are not finite are left out.
pub fn rolling_median(
    points: &[(NaiveDate, f64)],
    window_days: u16,
    at_least: usize,
) -> Vec<(NaiveDate, f64)> {
    let mut points: Vec<(NaiveDate, f64)> = points
        .iter()
        .copied()
        .filter(|(_, value)| value.is_finite())
        .collect();
    points.sort_by_key(|(date, _)| *date);
    let reach = Days::new(u64::from(window_days / 2));

    let mut medians: Vec<(NaiveDate, f64)> = Vec::with_capacity(points.len());
    let (mut from, mut to) = (0, 0);
    for &(date, _) in &points {
        if medians.last().is_some_and(|(last, _)| *last == date) {
            continue;
        }
        let first = date.checked_sub_days(reach).unwrap_or(NaiveDate::MIN);
        let last = date.checked_add_days(reach).unwrap_or(NaiveDate::MAX);
        while points[from].0 < first {
            from += 1;
        }
        while to < points.len() && points[to].0 <= last {
            to += 1;
        }
        if to - from >= at_least.max(1) {
            let mut inside: Vec<f64> = points[from..to].iter().map(|(_, value)| *value).collect();
            inside.sort_by(f64::total_cmp);
            medians.extend(quantile(&inside, 0.5).map(|median| (date, median)));
        }
    }
    medians
}

/// Type-7 quantile of sorted numbers; `None` without numbers.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let position = share * last as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(last);
    Some(sorted[below] + (position - below as f64) * (sorted[above] - sorted[below]))
}
