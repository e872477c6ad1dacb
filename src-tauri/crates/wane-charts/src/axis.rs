//! The scale of a panel: its ends, and which values are named.

use crate::text::{self, Weight};
use crate::{Axis, ChartError, Frame};

/// The scale of a panel as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scale {
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// Named values from low to high.
    pub(crate) ticks: Vec<(f64, String)>,
}

impl Scale {
    /// How far up `value` stands: 0 at the low end, 1 at the high one.
    pub(crate) fn share(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }
}

/// The scale of `axis` for the panel at place `index`, in a plot of `height` pixels; the names get at most `room` pixels.
pub(crate) fn scale(
    axis: &Axis,
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
    let mut scale = match axis {
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
        // Marks of days with and without stand on their lines, and have to fit into the plot.
        Axis::YesNo { yes, no } => Scale {
            low: -0.35,
            high: 1.35,
            ticks: vec![(0.0, no.clone()), (1.0, yes.clone())],
        },
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
    named(&mut scale, height, room, frame);
    let tolerance = (scale.high - scale.low) * 1e-9;
    if scale.low >= scale.high || least < scale.low - tolerance || most > scale.high + tolerance {
        return Err(ChartError::OffAxis { panel: index });
    }
    Ok(scale)
}

/// Shortens the names to their room and thins them where they would touch.
fn named(scale: &mut Scale, height: f64, room: f64, frame: &Frame) {
    let small = frame.small();
    for (_, name) in &mut scale.ticks {
        *name = text::fit(&text::clean(name), small, Weight::Regular, room).unwrap_or_default();
    }
    let per_unit = height / (scale.high - scale.low);
    let ticks = std::mem::take(&mut scale.ticks);
    scale.ticks = apart(ticks, small * text::LINE * 1.1 / per_unit);
}

/// The scale for clock times already unrolled, in whole hours round them; `middle` is where an empty one stands.
pub(crate) fn clock(
    values: &[f64],
    middle: f64,
    hour_labels: &[String; 24],
    height: f64,
    room: f64,
    frame: &Frame,
) -> Scale {
    let middle = if middle.is_finite() { middle } else { 0.0 };
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let (least, most) = if least <= most {
        (least, most)
    } else {
        (middle - 60.0, middle + 60.0)
    };
    let (mut low, mut high) = ((least / 60.0).floor(), (most / 60.0).ceil());
    while high - low < 3.0 {
        if high - most / 60.0 <= least / 60.0 - low {
            high += 1.0;
        } else {
            low -= 1.0;
        }
    }
    let line = frame.small() * text::LINE;
    let fits = |step: &f64| height / ((high - low) / step) >= line * 1.5;
    let step = [1.0, 2.0, 3.0, 4.0, 6.0, 12.0]
        .into_iter()
        .find(fits)
        .unwrap_or(12.0);
    let first = (low / step).ceil() as i64;
    let last = (high / step).floor() as i64;
    let tick = |i: i64| {
        let hour = i as f64 * step;
        let name = &hour_labels[hour.rem_euclid(24.0) as usize % 24];
        (hour * 60.0, name.clone())
    };
    let mut scale = Scale {
        low: low * 60.0,
        high: high * 60.0,
        ticks: (first..=last).map(tick).collect(),
    };
    named(&mut scale, height, room, frame);
    scale
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
    fn a_clock_has_no_edge_at_midnight() {
        let labels = std::array::from_fn(|h| format!("{h:02}:00"));
        let frame = Frame::new(800, crate::Theme::Day);
        let scale = clock(&[-35.0, 10.0, 70.0], 0.0, &labels, 110.0, 80.0, &frame);
        assert_eq!(
            (scale.low, scale.high),
            (-60.0, 120.0),
            "whole hours round the times"
        );
        let names: Vec<_> = scale.ticks.iter().map(|t| t.1.as_str()).collect();
        assert_eq!(
            names,
            ["23:00", "00:00", "01:00", "02:00"],
            "through midnight"
        );
        let empty = clock(&[], 430.0, &labels, 110.0, 80.0, &frame);
        assert!(
            empty.high - empty.low >= 120.0,
            "an axis without times is still one"
        );
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
