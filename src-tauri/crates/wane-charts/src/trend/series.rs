//! What one panel has to show: its readings, one a day or one for several days, and the gaps between them.

use chrono::{Datelike, NaiveDate};

use crate::bins::{low_middle_high, median, piece_of_day, pieces};
use crate::grid::runs;
use crate::trend::{Axis, How, Panel};
use crate::{Calendar, Trend};

/// One mark to draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reading {
    /// Place of its piece of the range.
    pub(super) piece: usize,
    pub(super) how: How,
    pub(super) low: f64,
    pub(super) middle: f64,
    pub(super) high: f64,
}

/// The range, cut into days or into runs of days.
pub(super) struct Pieces {
    pub(super) from: NaiveDate,
    /// The same as a number, because every value of a hundred years asks for it.
    first: i32,
    /// First and last day of each piece.
    pub(super) days: Vec<(NaiveDate, NaiveDate)>,
    /// The piece of each day.
    of_day: Vec<usize>,
    /// Days per piece.
    pub(super) size: u32,
}

impl Pieces {
    pub(super) fn new(trend: &Trend, size: u32, calendar: &Calendar) -> Self {
        let days = pieces(trend.from, trend.to, size, calendar);
        let of_day = piece_of_day(&days);
        Pieces {
            from: trend.from,
            first: trend.from.num_days_from_ce(),
            days,
            of_day,
            size,
        }
    }

    /// The piece that `date` falls into; `None` outside the range.
    pub(super) fn of(&self, date: NaiveDate) -> Option<usize> {
        let day = usize::try_from(date.num_days_from_ce() - self.first).ok()?;
        self.of_day.get(day).copied()
    }

    /// First day and number of days of a piece, counted from the beginning of the range.
    pub(super) fn extent(&self, piece: usize) -> (f64, f64) {
        let (from, to) = self.days[piece];
        (
            (from - self.from).num_days() as f64,
            (to - from).num_days() as f64 + 1.0,
        )
    }

    /// The middle of a piece, in days from the beginning of the range.
    pub(super) fn centre(&self, piece: usize) -> f64 {
        let (start, length) = self.extent(piece);
        start + length / 2.0
    }
}

/// Every value of the panel and of the ghost behind it that lies in the range, so that the scale can hold it.
pub(super) fn values(panel: &Panel, ghost: &[Vec<(NaiveDate, f64)>], trend: &Trend) -> Vec<f64> {
    let inside = |date: NaiveDate| (trend.from..=trend.to).contains(&date);
    let points = panel
        .points
        .iter()
        .filter(|p| inside(p.date))
        .map(|p| p.value);
    let line = panel
        .line
        .iter()
        .chain(ghost)
        .flatten()
        .filter(|p| inside(p.0))
        .map(|p| p.1);
    let band = panel.band.into_iter().flat_map(|(a, b)| [a, b]);
    points.chain(line).chain(band).collect()
}

/// The marks to draw, from left to right.
pub(super) fn readings(panel: &Panel, pieces: &Pieces) -> Vec<Reading> {
    let mut placed: Vec<(usize, f64, How)> = panel
        .points
        .iter()
        .filter_map(|p| Some((pieces.of(p.date)?, p.value, p.how)))
        .collect();
    placed.sort_by_key(|p| p.0);
    if pieces.size == 1 {
        let one = |(piece, value, how)| Reading {
            piece,
            how,
            low: value,
            middle: value,
            high: value,
        };
        return placed.into_iter().map(one).collect();
    }
    let yes_or_no = matches!(panel.axis, Axis::YesNo { .. });
    let mut values = Vec::new();
    let together = placed.chunk_by(|a, b| a.0 == b.0);
    together
        .filter_map(|days| {
            let first = days.first()?;
            values.clear();
            values.extend(days.iter().map(|d| d.1));
            let (low, middle, high) = if yes_or_no {
                // The middle of yes and no says little; how often it was yes says all.
                let yes = values.iter().filter(|v| **v >= 0.5).count() as f64;
                let share = yes / values.len() as f64;
                (share, share, share)
            } else {
                low_middle_high(&mut values)?
            };
            let how = if days.iter().all(|d| d.2 == first.2) {
                first.2
            } else {
                How::Felt
            };
            Some(Reading {
                piece: first.0,
                how,
                low,
                middle,
                high,
            })
        })
        .collect()
}

/// The runs of the rolling median, in days from the beginning of the range.
///
/// Where several days share a mark, the line goes through the median of the caller's medians of those days,
/// and it is broken where a whole mark has none: a shorter break could not be seen.
pub(super) fn lines(runs: &[Vec<(NaiveDate, f64)>], pieces: &Pieces) -> Vec<Vec<(f64, f64)>> {
    if pieces.size == 1 {
        let run = |run: &Vec<(NaiveDate, f64)>| {
            let placed = run
                .iter()
                .filter_map(|(date, v)| Some((pieces.centre(pieces.of(*date)?), *v)));
            straightened(placed.collect())
        };
        return runs.iter().map(run).filter(|run| !run.is_empty()).collect();
    }
    let all = runs.iter().flatten();
    let mut placed: Vec<(usize, f64)> = all
        .filter_map(|(date, v)| Some((pieces.of(*date)?, *v)))
        .collect();
    placed.sort_by_key(|p| p.0);
    let medians: Vec<(usize, f64)> = placed
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|days| {
            let mut values: Vec<f64> = days.iter().map(|d| d.1).collect();
            Some((days.first()?.0, median(&mut values)?))
        })
        .collect();
    let unbroken = medians.chunk_by(|a, b| a.0 + 1 == b.0);
    unbroken
        .map(|run| {
            straightened(
                run.iter()
                    .map(|(piece, v)| (pieces.centre(*piece), *v))
                    .collect(),
            )
        })
        .collect()
}

/// The same line without the points in the middle of its level stretches.
fn straightened(points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    let last = points.len().saturating_sub(1);
    let needed = |i: &usize| {
        *i == 0
            || *i == last
            || points[*i].1 != points[*i - 1].1
            || points[*i].1 != points[*i + 1].1
    };
    (0..points.len())
        .filter(needed)
        .map(|i| points[i])
        .collect()
}

/// The gaps, as ranges of days from the beginning of the range.
pub(super) fn gaps(readings: &[Reading], pieces: &Pieces) -> Vec<(f64, f64)> {
    let mut missing = vec![true; pieces.days.len()];
    for reading in readings {
        missing[reading.piece] = false;
    }
    let extent = |(first, end): (usize, usize)| {
        let (start, _) = pieces.extent(first);
        let (last, length) = pieces.extent(end - 1);
        (start, last + length)
    };
    runs(&missing).into_iter().map(extent).collect()
}
