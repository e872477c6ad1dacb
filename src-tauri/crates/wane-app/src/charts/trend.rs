//! Sleep, morning pain and evening pain as small multiples on one date axis.

use chrono::{Duration, NaiveDate};
use wane_charts::{
    Axis, Chart, Frame, How, MarkedDay, MarkedSpan, Panel, Point, SeriesInk, Shape, Trend, trend,
};
use wane_domain::{
    diary::SpanKind,
    spread::{quartiles, rolling_median},
};
use wane_text::Arg;

use super::{
    nearest_five,
    numbers::{DayNumbers, Numbers},
};
use crate::{App, fault::Fault, wire::Table};

/// Days of the rolling median's window.
const MEDIAN_DAYS: u16 = 7;
/// Days that must have a value for the median to be drawn.
const MEDIAN_AT_LEAST: usize = 4;
/// Values from which a middle half means something.
const BAND_AT_LEAST: usize = 8;

impl App {
    pub(super) fn draw_trend(
        &self,
        numbers: &Numbers,
        frame: &Frame,
        whole: bool,
    ) -> Result<(Chart, String, Table), Fault> {
        let asleep = |d: &DayNumbers| d.asleep_min.map(|m| m / 60.0);
        let hours = Axis::Hours {
            pattern: self.words.text("axis-hours", &[("n", Arg::from("{n}"))]),
        };
        let mut panels = vec![
            self.panel(
                numbers,
                "asleep",
                Shape::Circle,
                SeriesInk::Sleep,
                hours,
                asleep,
                whole,
            ),
            self.panel(
                numbers,
                "pain-morning",
                Shape::Triangle,
                SeriesInk::MorningPain,
                Axis::ZeroToTen,
                |d| d.pain_morning.map(f64::from),
                whole,
            ),
        ];
        if whole || numbers.days.values().any(|d| d.pain_evening.is_some()) {
            panels.push(self.panel(
                numbers,
                "pain-evening",
                Shape::Square,
                SeriesInk::EveningPain,
                Axis::ZeroToTen,
                |d| d.pain_evening.map(f64::from),
                whole,
            ));
        }
        let picture = Trend {
            from: numbers.from,
            to: numbers.to,
            panels,
            spans: if whole {
                self.marked_spans(numbers)
            } else {
                Vec::new()
            },
            annotations: if whole {
                numbers
                    .annotations
                    .iter()
                    .map(|a| MarkedDay {
                        date: a.date,
                        label: a.label.clone(),
                    })
                    .collect()
            } else {
                Vec::new()
            },
            note_when_aggregated: Some(
                self.words
                    .text("chart-note-aggregated", &[("days", Arg::from("{days}"))]),
            ),
        };
        let chart = trend(&picture, frame, &self.calendar())?;
        let sentence = self.trend_sentence(numbers, &chart);
        Ok((chart, sentence, self.trend_table(numbers)))
    }

    #[allow(clippy::too_many_arguments)] // A panel is its series, its look and its scale; a struct would only rename them.
    fn panel(
        &self,
        numbers: &Numbers,
        id: &str,
        shape: Shape,
        ink: SeriesInk,
        axis: Axis,
        pick: impl Fn(&DayNumbers) -> Option<f64>,
        whole: bool,
    ) -> Panel {
        let series = numbers.series(&pick);
        let values: Vec<f64> = series.iter().map(|(_, v)| *v).collect();
        let points = numbers
            .days
            .iter()
            .filter_map(|(date, day)| {
                let how = match (ink, day.device, day.recalled) {
                    (SeriesInk::Sleep, true, _) => How::Device,
                    (_, _, true) => How::Recalled,
                    _ => How::Felt,
                };
                Some(Point {
                    date: *date,
                    value: pick(day)?,
                    how,
                })
            })
            .collect();
        let band = quartiles(&values).filter(|_| values.len() >= BAND_AT_LEAST && whole);
        Panel {
            id: id.to_owned(),
            title: self.words.text(&format!("measure-{id}"), &[]),
            shape,
            ink,
            axis,
            points,
            line: runs(&rolling_median(&series, MEDIAN_DAYS, MEDIAN_AT_LEAST)),
            band: band.map(|q| (q.low, q.high)),
            emphasis: false,
        }
    }

    fn marked_spans(&self, numbers: &Numbers) -> Vec<MarkedSpan> {
        numbers
            .spans
            .iter()
            .map(|s| MarkedSpan {
                from: s.from_date.max(numbers.from),
                to: s.to_date.unwrap_or(numbers.to).min(numbers.to),
                label: self.words.text(
                    match s.kind {
                        SpanKind::Flare => "span-flare",
                        SpanKind::Illness => "span-illness",
                        SpanKind::Journey => "span-journey",
                    },
                    &[],
                ),
            })
            .collect()
    }

    fn trend_sentence(&self, numbers: &Numbers, chart: &Chart) -> String {
        if numbers.is_empty() {
            return self.words.text("chart-nothing-yet", &[]);
        }
        let mut parts = Vec::new();
        let spread = |pick: &dyn Fn(&DayNumbers) -> Option<f64>| {
            let values: Vec<f64> = numbers.series(pick).into_iter().map(|(_, v)| v).collect();
            quartiles(&values).filter(|_| values.len() >= BAND_AT_LEAST)
        };
        if let Some(q) = spread(&|d| d.asleep_min) {
            parts.push(self.words.text(
                "trend-asleep",
                &[
                    ("low", Arg::from(self.words.duration(nearest_five(q.low)))),
                    ("high", Arg::from(self.words.duration(nearest_five(q.high)))),
                ],
            ));
        }
        for (id, pick) in [
            (
                "trend-pain-morning",
                (|d: &DayNumbers| d.pain_morning.map(f64::from)) as fn(&DayNumbers) -> Option<f64>,
            ),
            ("trend-pain-evening", |d: &DayNumbers| {
                d.pain_evening.map(f64::from)
            }),
        ] {
            if let Some(q) = spread(&pick) {
                let (low, high) = (
                    self.words.number(q.low.round(), 0),
                    self.words.number(q.high.round(), 0),
                );
                parts.push(if low == high {
                    self.words
                        .text(&format!("{id}-one"), &[("value", Arg::from(low))])
                } else {
                    self.words
                        .text(id, &[("low", Arg::from(low)), ("high", Arg::from(high))])
                });
            }
        }
        if parts.is_empty() {
            parts.push(self.words.text("trend-few-days", &[]));
        }
        parts.push(self.coverage(numbers));
        parts.extend(self.aggregated(chart));
        parts.join(" ")
    }

    fn trend_table(&self, numbers: &Numbers) -> Table {
        let columns = [
            "measure-date",
            "measure-asleep",
            "measure-efficiency",
            "measure-quality",
            "measure-pain-morning",
            "measure-pain-evening",
        ]
        .map(|id| self.words.text(id, &[]))
        .to_vec();
        let rows = numbers
            .days
            .iter()
            .rev()
            .map(|(date, d)| {
                vec![
                    self.words.date_short_year(*date),
                    d.asleep_min
                        .map(|m| self.words.duration(m))
                        .unwrap_or_default(),
                    d.efficiency
                        .map(|p| self.words.percent(p))
                        .unwrap_or_default(),
                    d.quality.map(|q| self.quality_word(q)).unwrap_or_default(),
                    d.pain_morning.map(|p| p.to_string()).unwrap_or_default(),
                    d.pain_evening.map(|p| p.to_string()).unwrap_or_default(),
                ]
            })
            .collect();
        Table { columns, rows }
    }
}

/// A line is drawn only between days that are neighbours: a day without a median breaks it.
fn runs(points: &[(NaiveDate, f64)]) -> Vec<Vec<(NaiveDate, f64)>> {
    let mut runs: Vec<Vec<(NaiveDate, f64)>> = Vec::new();
    for point in points {
        match runs.last_mut() {
            Some(run)
                if run
                    .last()
                    .is_some_and(|(d, _)| point.0 - *d <= Duration::days(1)) =>
            {
                run.push(*point)
            }
            _ => runs.push(vec![*point]),
        }
    }
    runs
}
