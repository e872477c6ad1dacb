//! The scale of a panel: its ends, and which values are named.

use crate::text::{self, Weight};
use crate::trend::{Axis, Panel};
use crate::{ChartError, Frame};

/// The scale of a panel as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Named values from low to high.
    pub(super) ticks: Vec<(f64, String)>,
}

/// The scale for `panel` (place `index`) in a plot of `height` pixels; the names get at most `room` pixels.
pub(super) fn scale(
    panel: &Panel,
    index: usize,
    values: &[f64],
    height: f64,
    room: f64,
    frame: &Frame,
) -> Result<Scale, ChartError> {
    if values.iter().any(|v| !v.is_finite()) {
        return Err(ChartError::NotFinite { panel: index });
    }
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let line = frame.small() * text::LINE;
    let numbers = |low: f64, high: f64, ticks: &[f64], name: &dyn Fn(f64) -> String| Scale {
        low,
        high,
        ticks: ticks.iter().map(|t| (*t, name(*t))).collect(),
    };
    let mut scale = match &panel.axis {
        Axis::ZeroToTen => numbers(0.0, 10.0, &[0.0, 5.0, 10.0], &plain),
        Axis::OneToFive => numbers(1.0, 5.0, &[1.0, 3.0, 5.0], &plain),
        Axis::Percent { pattern } => {
            let name = |n: f64| pattern.replace("{n}", &plain(n));
            if least < 50.0 {
                numbers(0.0, 100.0, &[0.0, 50.0, 100.0], &name)
            } else {
                numbers(50.0, 100.0, &[50.0, 75.0, 100.0], &name)
            }
        }
        Axis::Hours { pattern } => {
            let (low, high, step) = hours(least, most, height, line);
            let count = ((high - low) / step).round() as usize;
            let ticks: Vec<f64> = (0..=count).map(|i| low + i as f64 * step).collect();
            numbers(low, high, &ticks, &|n| pattern.replace("{n}", &plain(n)))
        }
        Axis::Fixed { from, to, ticks } => {
            let finite =
                from.is_finite() && to.is_finite() && ticks.iter().all(|(t, _)| t.is_finite());
            if !finite {
                return Err(ChartError::NotFinite { panel: index });
            }
            let mut ticks: Vec<_> = ticks
                .iter()
                .filter(|(t, _)| (*from..=*to).contains(t))
                .cloned()
                .collect();
            ticks.sort_by(|a, b| a.0.total_cmp(&b.0));
            Scale {
                low: *from,
                high: *to,
                ticks,
            }
        }
    };
    let tolerance = (scale.high - scale.low) * 1e-9;
    if scale.low >= scale.high || least < scale.low - tolerance || most > scale.high + tolerance {
        return Err(ChartError::OffAxis { panel: index });
    }
    for (_, name) in &mut scale.ticks {
        *name =
            text::fit(&text::clean(name), frame.small(), Weight::Regular, room).unwrap_or_default();
    }
    let per_unit = height / (scale.high - scale.low);
    scale.ticks = apart(scale.ticks, line * 1.1 / per_unit);
    Ok(scale)
}

/// Whole hours round the data, at least four of them, in even steps that leave room between their names.
fn hours(least: f64, most: f64, height: f64, line: f64) -> (f64, f64, f64) {
    let (least, most) = if least <= most {
        (least, most)
    } else {
        (5.0, 9.0)
    };
    let (mut low, mut high) = (least.floor(), most.ceil());
    while high - low < 4.0 {
        high += 1.0;
        if high - low < 4.0 && low >= 1.0 {
            low -= 1.0;
        }
    }
    let steps = [2.0, 3.0, 4.0, 6.0, 8.0, 12.0, 24.0, 48.0];
    for step in steps {
        let (from, to) = ((low / step).floor() * step, (high / step).ceil() * step);
        let count = (to - from) / step;
        if count <= 4.0 && height / count >= line * 1.5 {
            return (from, to, step);
        }
    }
    // Only values that no night has come here; they still get an axis.
    let step = ((high - low) / 2.0).ceil().max(1.0);
    (low, low + 2.0 * step, step)
}

/// The ticks that stand at least `distance` apart; the highest stays whatever happens.
fn apart(ticks: Vec<(f64, String)>, distance: f64) -> Vec<(f64, String)> {
    let mut kept: Vec<(f64, String)> = Vec::new();
    for tick in ticks.into_iter().rev() {
        if kept.last().is_none_or(|last| last.0 - tick.0 >= distance) {
            kept.push(tick);
        }
    }
    kept.reverse();
    kept
}

/// A number as short as it can be.
fn plain(n: f64) -> String {
    format!("{n}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(least: f64, most: f64, expected: (f64, f64, f64)) {
        assert_eq!(
            hours(least, most, 110.0, 15.6),
            expected,
            "hours from {least} to {most}"
        );
    }

    #[test]
    fn hours_are_whole_and_in_even_steps() {
        check(5.5, 8.6, (4.0, 10.0, 2.0));
        check(7.0, 7.0, (4.0, 10.0, 2.0));
        check(0.0, 0.0, (0.0, 4.0, 2.0));
        check(0.0, 12.0, (0.0, 12.0, 3.0));
        check(f64::INFINITY, f64::NEG_INFINITY, (4.0, 10.0, 2.0));
    }

    #[test]
    fn crowded_ticks_are_thinned_from_the_top() {
        let ticks = [0.0, 1.0, 2.0, 3.0].map(|t| (t, String::new())).to_vec();
        let kept: Vec<f64> = apart(ticks, 2.0).into_iter().map(|t| t.0).collect();
        assert_eq!(
            kept,
            [1.0, 3.0],
            "the highest stays, and those far enough from it"
        );
    }
}
