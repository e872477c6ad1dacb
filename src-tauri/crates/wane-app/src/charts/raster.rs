//! Bed-to-wake bars across midnight.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use wane_charts::{Chart, Frame, Raster, RasterRow, raster};
use wane_domain::{Fold, Moment, check, circular, measures::Measures, spread::quartiles};
use wane_text::Arg;

use super::{Drawn, nearest_five, numbers::Numbers};
use crate::{App, fault::Fault, wire::Table};

/// Noon, where a row begins unless the user's own day lies otherwise.
const NOON_MIN: u32 = 720;

impl App {
    pub(super) fn draw_raster(&self, numbers: &Numbers, frame: &Frame) -> Result<Drawn, Fault> {
        let layout = Layout::of(numbers);
        let rows = self.rows(numbers, layout);
        let picture = Raster {
            from: numbers.from,
            to: numbers.to,
            rows,
            starts_at_min: layout.starts_at_min,
            target: None,
            hour_labels: self.hour_labels(),
            note_when_aggregated: Some(
                self.words
                    .text("chart-note-rows", &[("days", Arg::from("{days}"))]),
            ),
        };
        let chart = raster(&picture, frame, &self.calendar())?;
        let sentence = self.raster_sentence(numbers, &chart);
        Ok((chart, sentence, self.raster_table(numbers)).into())
    }

    fn rows(&self, numbers: &Numbers, layout: Layout) -> Vec<RasterRow> {
        let zone = self.zone();
        let mut rows: BTreeMap<NaiveDate, RasterRow> = BTreeMap::new();
        for night in &numbers.nights {
            let zone = night
                .final_wake
                .or(night.out_of_bed)
                .or(night.bed)
                .map_or(zone, |m| m.zone);
            let edge = Edge::of(night.wake_date, layout, zone);
            let row = rows.entry(night.wake_date).or_insert_with(|| edge.row());
            row.recalled = night.origin.recalled;
            if !check::holds_together(night) {
                continue;
            }
            row.in_bed = edge.interval(
                night.bed.or(night.lights_out),
                night.out_of_bed.or(night.final_wake),
            );
            row.asleep
                .extend(edge.interval(Measures::of(night).onset, night.final_wake));
        }
        for sleep in &numbers.device {
            let edge = Edge::of(sleep.wake_date, layout, sleep.end.zone);
            let row = rows.entry(sleep.wake_date).or_insert_with(|| edge.row());
            // What was felt is drawn first; the device's own night only where nothing was written down.
            if row.in_bed.is_none() && row.asleep.is_empty() {
                row.device = true;
                row.asleep
                    .extend(edge.interval(Some(sleep.start), Some(sleep.end)));
            }
        }
        for nap in &numbers.naps {
            let edge = Edge::of(nap.date, layout, zone);
            let row = rows.entry(nap.date).or_insert_with(|| edge.row());
            row.naps.extend(edge.interval(nap.start, nap.end));
        }
        rows.into_values().collect()
    }

    fn raster_sentence(&self, numbers: &Numbers, chart: &Chart) -> String {
        let minutes = |pick: &dyn Fn(&wane_domain::diary::Night) -> Option<Moment>| {
            circular::median(
                numbers
                    .nights
                    .iter()
                    .filter_map(pick)
                    .map(|m| minute_of_day(m.time())),
            )
        };
        let bed = minutes(&|n| n.bed.or(n.lights_out));
        let wake = minutes(&|n| n.final_wake);
        let enough = numbers
            .nights
            .iter()
            .filter(|n| n.final_wake.is_some())
            .count()
            >= 5;
        let mut parts = Vec::new();
        match (bed, wake, enough) {
            (Some(bed), Some(wake), true) => parts.push(self.words.text(
                "raster-usual",
                &[
                    (
                        "bed",
                        Arg::from(self.words.clock_of_minutes(nearest_five(bed))),
                    ),
                    (
                        "wake",
                        Arg::from(self.words.clock_of_minutes(nearest_five(wake))),
                    ),
                ],
            )),
            _ if numbers.nights.is_empty() && numbers.device.is_empty() => {
                parts.push(self.words.text("raster-nothing-yet", &[]));
            }
            _ => parts.push(self.words.text("raster-few-nights", &[])),
        }
        if let (Some(wake), true) = (wake, enough) {
            let off: Vec<f64> = numbers
                .nights
                .iter()
                .filter_map(|n| n.final_wake)
                .map(|m| around_the_clock(minute_of_day(m.time()) - wake))
                .collect();
            if let Some(q) = quartiles(&off) {
                let within = self
                    .words
                    .duration((((q.high - q.low) / 10.0).round() * 5.0).max(5.0));
                parts.push(
                    self.words
                        .text("raster-wake-spread", &[("within", Arg::from(within))]),
                );
            }
        }
        parts.extend(self.aggregated(chart));
        parts.join(" ")
    }

    fn raster_table(&self, numbers: &Numbers) -> Table {
        let columns = [
            "measure-date",
            "measure-bed",
            "measure-onset",
            "measure-final-wake",
            "measure-out-of-bed",
            "measure-asleep",
        ]
        .map(|id| self.words.text(id, &[]))
        .to_vec();
        let clock = |m: Option<Moment>| m.map(|m| self.words.clock(m.time())).unwrap_or_default();
        let mut rows: BTreeMap<NaiveDate, Vec<String>> = numbers
            .device
            .iter()
            .map(|s| {
                let asleep = s
                    .asleep_min
                    .map(|m| self.words.duration(f64::from(m)))
                    .unwrap_or_default();
                let row = vec![
                    self.words.date_short_year(s.wake_date),
                    String::new(),
                    clock(Some(s.start)),
                    clock(Some(s.end)),
                    String::new(),
                    asleep,
                ];
                (s.wake_date, row)
            })
            .collect();
        for n in &numbers.nights {
            let m = Measures::of(n);
            let sound = check::holds_together(n);
            rows.insert(
                n.wake_date,
                vec![
                    self.words.date_short_year(n.wake_date),
                    clock(n.bed.or(n.lights_out)),
                    clock(m.onset.filter(|_| sound)),
                    clock(n.final_wake),
                    clock(n.out_of_bed),
                    m.tst_min
                        .filter(|_| sound)
                        .map(|t| self.words.duration(t))
                        .unwrap_or_default(),
                ],
            );
        }
        Table {
            columns,
            rows: rows.into_values().rev().collect(),
        }
    }
}

/// The left edge of one row, and how long the row is.
struct Edge {
    date: NaiveDate,
    left: DateTime<Utc>,
    length_min: f64,
}

impl Edge {
    fn of(date: NaiveDate, layout: Layout, zone: Tz) -> Edge {
        let first_day = date - Duration::days(layout.days_back);
        let at = |d: NaiveDate| {
            let local =
                d.and_time(NaiveTime::MIN) + Duration::minutes(i64::from(layout.starts_at_min));
            Moment::from_local(local, zone, Fold::First).instant
        };
        let (left, right) = (at(first_day), at(first_day + Duration::days(1)));
        Edge {
            date,
            left,
            length_min: (right - left).num_seconds() as f64 / 60.0,
        }
    }

    fn row(&self) -> RasterRow {
        RasterRow {
            day_minutes: self.length_min,
            ..RasterRow::empty(self.date)
        }
    }

    /// Elapsed minutes since the left edge, cut to the row.
    fn interval(&self, from: Option<Moment>, to: Option<Moment>) -> Option<(f64, f64)> {
        let at = |m: Moment| (m.instant - self.left).num_seconds() as f64 / 60.0;
        let (from, to) = (at(from?).max(0.0), at(to?).min(self.length_min));
        (from < to).then_some((from, to))
    }
}

/// Where a row begins: noon to noon, or the user's own day.
#[derive(Clone, Copy)]
struct Layout {
    starts_at_min: u32,
    /// How many days before its wake date a row begins.
    days_back: i64,
}

impl Layout {
    /// Noon to noon, unless the middle of the user's sleep lies nearer to noon than to midnight: then the row turns with it.
    fn of(numbers: &Numbers) -> Layout {
        let minutes = |pick: fn(&wane_domain::diary::Night) -> Option<Moment>| {
            circular::median(
                numbers
                    .nights
                    .iter()
                    .filter_map(pick)
                    .map(|m| minute_of_day(m.time())),
            )
        };
        let (middle, wake) = (
            minutes(|n| Measures::of(n).midpoint),
            minutes(|n| n.final_wake),
        );
        let (Some(middle), Some(wake)) = (middle, wake) else {
            return Layout::NOON_TO_NOON;
        };
        if !(9.0 * 60.0..21.0 * 60.0).contains(&middle) {
            return Layout::NOON_TO_NOON;
        }
        // Twelve hours before the middle of the sleep, on a whole hour.
        let starts_at_min = ((middle / 60.0).round() as u32 * 60 + 720) % 1440;
        // The row of a wake date has to hold that date's usual awakening.
        Layout {
            starts_at_min,
            days_back: if f64::from(starts_at_min) < wake {
                0
            } else {
                1
            },
        }
    }

    const NOON_TO_NOON: Layout = Layout {
        starts_at_min: NOON_MIN,
        days_back: 1,
    };
}

fn minute_of_day(time: NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / 60.0
}

/// A difference of clock readings as −12 h … 12 h.
fn around_the_clock(minutes: f64) -> f64 {
    (minutes + 720.0).rem_euclid(1440.0) - 720.0
}
