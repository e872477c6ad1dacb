//! Measures by day of the week.

use chrono::{Datelike, Weekday};
use wane_charts::{Chart, Frame, Point, WeekdayPanel, Weekdays, weekday};
use wane_domain::spread::quartiles;
use wane_text::Arg;

use super::{
    Drawn, Said,
    numbers::Numbers,
    panels::{id, look, points},
};
use crate::{
    App,
    fault::Fault,
    wire::{ChartMeasure, NamedText, Table},
};

/// Values a day of the week must have for a middle value.
const FEWEST: usize = 4;

/// What is shown by day of the week.
const SHOWN: [ChartMeasure; 3] = [
    ChartMeasure::Asleep,
    ChartMeasure::PainMorning,
    ChartMeasure::PainEvening,
];

impl App {
    pub(super) fn draw_weekdays(&self, numbers: &Numbers, frame: &Frame) -> Result<Drawn, Fault> {
        let shown = shown(numbers);
        let panels = shown
            .iter()
            .map(|(measure, points)| {
                let (shape, ink) = look(*measure);
                WeekdayPanel {
                    id: id(*measure).to_owned(),
                    title: self.measure_name(*measure),
                    shape,
                    ink,
                    axis: self.measure_axis(*measure),
                    points: points.clone(),
                }
            })
            .collect();
        let picture = Weekdays {
            from: numbers.from,
            to: numbers.to,
            panels,
            fewest: FEWEST,
            count: self.words.text("chart-count", &[("n", Arg::from("{n}"))]),
            note_when_gathered: Some(self.words.text("chart-note-bars", &[])),
        };
        let chart = weekday(&picture, frame, &self.calendar())?;
        let sentence = self.weekday_sentence(&shown);
        let said = self.weekdays_said(&shown, &chart);
        Ok(Drawn {
            chart,
            sentence,
            table: self.weekday_table(&shown),
            said: Some(said),
        })
    }

    /// What each column says: the middle value of its day of the week.
    fn weekdays_said(&self, shown: &[(ChartMeasure, Vec<Point>)], chart: &Chart) -> Vec<Said> {
        chart
            .groups
            .iter()
            .filter_map(|group| {
                let (measure, points) = shown.iter().find(|(m, _)| id(*m) == group.panel)?;
                let day = Weekday::try_from(u8::try_from(group.place).ok()?).ok()?;
                let (values, median) = self.of_weekday(points, day);
                let text = match median {
                    Some(median) => self.median_text(*measure, median, values.len()),
                    None => self
                        .words
                        .text("weekdays-days", &[("days", Arg::from(values.len()))]),
                };
                Some(Said {
                    days: None,
                    title: self.words.weekday_long(day),
                    values: vec![NamedText {
                        name: self.measure_name(*measure),
                        text,
                    }],
                })
            })
            .collect()
    }

    fn median_text(&self, measure: ChartMeasure, median: f64, days: usize) -> String {
        self.words.text(
            "weekdays-median",
            &[
                ("median", Arg::from(self.measure_text(measure, median))),
                ("days", Arg::from(days)),
            ],
        )
    }

    /// The values of one day of the week, and their middle one where there are enough.
    fn of_weekday(&self, points: &[Point], day: Weekday) -> (Vec<f64>, Option<f64>) {
        let values: Vec<f64> = points
            .iter()
            .filter(|p| p.date.weekday() == day)
            .map(|p| p.value)
            .collect();
        let median = quartiles(&values).filter(|_| values.len() >= FEWEST);
        (values, median.map(|q| q.median))
    }

    /// The median of a measure on each day of the week, in the language's own order.
    fn medians(&self, points: &[Point]) -> Vec<(Vec<f64>, Option<f64>)> {
        let days = self.words.weekdays();
        days.iter()
            .map(|day| self.of_weekday(points, *day))
            .collect()
    }

    fn weekday_sentence(&self, shown: &[(ChartMeasure, Vec<Point>)]) -> String {
        let mut parts = Vec::new();
        for (measure, points) in shown {
            let medians: Vec<f64> = self
                .medians(points)
                .iter()
                .filter_map(|(_, m)| *m)
                .collect();
            if medians.len() < 7 {
                continue;
            }
            let low = medians.iter().copied().fold(f64::INFINITY, f64::min);
            let high = medians.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            parts.push(self.measure_range("weekdays-medians", *measure, low, high));
        }
        if parts.is_empty() {
            return self.words.text("weekdays-few", &[]);
        }
        parts.push(self.words.text("weekdays-limits", &[]));
        parts.join(" ")
    }

    fn weekday_table(&self, shown: &[(ChartMeasure, Vec<Point>)]) -> Table {
        let mut columns = vec![self.words.text("measure-weekday", &[])];
        columns.extend(shown.iter().map(|(measure, _)| self.measure_name(*measure)));
        let medians: Vec<_> = shown
            .iter()
            .map(|(_, points)| self.medians(points))
            .collect();
        let rows = self
            .words
            .weekdays()
            .iter()
            .enumerate()
            .map(|(at, day)| {
                let mut row = vec![self.words.weekday_long(*day)];
                row.extend(shown.iter().zip(&medians).map(|((measure, _), medians)| {
                    match medians.get(at) {
                        Some((values, Some(median))) => {
                            self.median_text(*measure, *median, values.len())
                        }
                        _ => String::new(),
                    }
                }));
                row
            })
            .collect();
        Table { columns, rows }
    }
}

/// The measures that have a value at all, or the first of them.
fn shown(numbers: &Numbers) -> Vec<(ChartMeasure, Vec<Point>)> {
    let mut shown: Vec<(ChartMeasure, Vec<Point>)> = SHOWN
        .map(|measure| (measure, points(measure, numbers)))
        .to_vec();
    if shown.iter().any(|(_, points)| !points.is_empty()) {
        shown.retain(|(_, points)| !points.is_empty());
    } else {
        shown.truncate(1);
    }
    shown
}
