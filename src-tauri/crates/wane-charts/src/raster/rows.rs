//! What each row shows: one day, or what several days have in common.

use chrono::NaiveDate;

use crate::raster::intervals::{clip, shared, without};
use crate::raster::{Interval, Raster, RasterRow};
use crate::{ChartError, How};

/// The bars of one row, in minutes after the left edge.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bars {
    pub(super) how: How,
    pub(super) in_bed: Vec<Interval>,
    pub(super) asleep: Vec<Interval>,
    pub(super) naps: Vec<Interval>,
}

impl Bars {
    /// From the first minute with a bar to the last.
    pub(super) fn extent(&self) -> Option<Interval> {
        let all = || self.in_bed.iter().chain(&self.asleep).chain(&self.naps);
        let first = all().map(|i| i.0).min_by(f64::total_cmp)?;
        let last = all().map(|i| i.1).max_by(f64::total_cmp)?;
        Some((first, last))
    }
}

/// Refuses intervals that are none.
pub(super) fn check(raster: &Raster) -> Result<(), ChartError> {
    let fine = |(a, b): &Interval| a.is_finite() && b.is_finite() && a <= b;
    if raster.target.as_ref().is_some_and(|t| !fine(t)) {
        return Err(ChartError::Target);
    }
    for row in &raster.rows {
        let mut all = row
            .in_bed
            .iter()
            .chain(&row.asleep)
            .chain(&row.awake)
            .chain(&row.naps);
        if !all.all(fine) || !row.day_minutes.is_finite() {
            return Err(ChartError::Interval(row.date));
        }
    }
    Ok(())
}

/// Length of the rows, in minutes: a day, or 25 hours if the clock was put back on one of them.
pub(super) fn minutes(raster: &Raster) -> f64 {
    let inside = raster
        .rows
        .iter()
        .filter(|r| (raster.from..=raster.to).contains(&r.date));
    inside
        .map(|r| r.day_minutes)
        .fold(1440.0, f64::max)
        .min(1560.0)
}

/// The bars of every piece of the range; `None` where no day of it has any.
pub(super) fn bars(
    raster: &Raster,
    pieces: &[(NaiveDate, NaiveDate)],
    end: f64,
) -> Vec<Option<Bars>> {
    let mut rows: Vec<&RasterRow> = raster
        .rows
        .iter()
        .filter(|r| r.date >= raster.from)
        .collect();
    rows.sort_by_key(|r| r.date);
    let mut rest = &rows[..];
    let of_piece = |(from, to): &(NaiveDate, NaiveDate)| {
        let (mine, later) = rest.split_at(rest.partition_point(|r| r.date <= *to));
        rest = later;
        let days = mine.chunk_by(|a, b| a.date == b.date);
        let each: Vec<Bars> = days.filter_map(|rows| together(rows, end)).collect();
        if from == to {
            each.into_iter().next()
        } else {
            in_common(&each)
        }
    };
    pieces.iter().map(of_piece).collect()
}

/// The bars of one day, which may have come in several rows.
fn together(rows: &[&RasterRow], end: f64) -> Option<Bars> {
    let all = |part: fn(&RasterRow) -> &[Interval]| -> Vec<Interval> {
        rows.iter()
            .flat_map(|r| part(r))
            .filter_map(|i| clip(*i, end))
            .collect()
    };
    let in_bed = all(|r| r.in_bed.as_slice());
    let mut asleep = all(|r| &r.asleep);
    if asleep.len() > 1 {
        asleep = shared(&asleep, 1);
    }
    if rows.iter().any(|r| !r.awake.is_empty()) {
        asleep = without(&asleep, &all(|r| &r.awake));
    }
    let naps = all(|r| &r.naps);
    let how = if rows.iter().all(|r| r.device) {
        How::Device
    } else if rows.iter().all(|r| r.recalled) {
        How::Recalled
    } else {
        How::Felt
    };
    let bars = Bars {
        how,
        in_bed,
        asleep,
        naps,
    };
    bars.extent().is_some().then_some(bars)
}

/// What several days have in common: in bed on any of them, asleep on at least half of them.
fn in_common(days: &[Bars]) -> Option<Bars> {
    let first = days.first()?;
    let how = if days.iter().all(|d| d.how == first.how) {
        first.how
    } else {
        How::Felt
    };
    let all = |part: fn(&Bars) -> &Vec<Interval>| -> Vec<Interval> {
        days.iter().flat_map(part).copied().collect()
    };
    let asleep = all(|d| &d.asleep);
    let anywhere: Vec<Interval> = all(|d| &d.in_bed)
        .into_iter()
        .chain(asleep.iter().copied())
        .collect();
    Some(Bars {
        how,
        in_bed: shared(&anywhere, 1),
        asleep: shared(&asleep, days.len().div_ceil(2)),
        naps: shared(&all(|d| &d.naps), 1),
    })
}
