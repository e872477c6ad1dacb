//! Sleep, morning pain and evening pain as small multiples on one date axis.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate};
use wane_charts::{
    Chart, Frame, Ghost, GhostLine, How, MarkedDay, MarkedSpan, Panel, Point, SeriesInk, Shape,
    TickedDays, Trend, trend, trend_over,
};
use wane_domain::{
    diary::SpanKind,
    spread::{quartiles, rolling_median},
};
use wane_text::Arg;

use super::{
    Drawn, nearest_five,
    numbers::{DayNumbers, Numbers},
    panels::{FactorDays, Shown, id, look, points},
};
use crate::{
    App,
    fault::Fault,
    wire::{ChartMeasure, Table},
};

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
        before: Option<&Numbers>,
        shown: &[Shown],
        frame: &Frame,
        whole: bool,
    ) -> Result<Drawn, Fault> {
        let has_evenings = numbers.days.values().any(|d| d.pain_evening.is_some());
        let panels: Vec<Panel> = shown
            .iter()
            .filter_map(|shown| match shown {
                Shown::Measure(ChartMeasure::PainEvening) if !whole && !has_evenings => None,
                Shown::Measure(measure) => Some(self.measure_panel(numbers, *measure, whole)),
                Shown::Factor(id) => {
                    let days = numbers.factors.iter().find(|days| days.factor.id == *id)?;
                    Some(self.factor_panel(days))
                }
            })
            .collect();
        if panels.is_empty() {
            // Every factor that was asked for has been deleted since.
            return Err(Fault::not_found("factor"));
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
            ticked: (whole && !numbers.rescue.is_empty()).then(|| TickedDays {
                days: numbers.rescue.iter().copied().collect(),
                label: self.words.text("trend-rescue", &[]),
            }),
            note_when_aggregated: Some(
                self.words
                    .text("chart-note-aggregated", &[("days", Arg::from("{days}"))]),
            ),
        };
        let chart = match before {
            Some(before) => {
                let ghost = self.ghost(before, shown);
                trend_over(&picture, &ghost, frame, &self.calendar())?
            }
            None => trend(&picture, frame, &self.calendar())?,
        };
        let sentence = self.trend_sentence(numbers, &chart);
        Ok((chart, sentence, self.trend_table(numbers)).into())
    }

    fn measure_panel(&self, numbers: &Numbers, measure: ChartMeasure, whole: bool) -> Panel {
        let points = points(measure, numbers);
        let values: Vec<f64> = points.iter().map(|p| p.value).collect();
        let (shape, ink) = look(measure);
        let band = quartiles(&values).filter(|_| values.len() >= BAND_AT_LEAST && whole);
        Panel {
            id: id(measure).to_owned(),
            title: self.measure_name(measure),
            shape,
            ink,
            axis: self.measure_axis(measure),
            line: median_line(&series(&points)),
            points,
            band: band.map(|q| (q.low, q.high)),
            emphasis: false,
        }
    }

    /// Of yes and no there is no middle value; an amount has one as any other number.
    fn factor_panel(&self, days: &FactorDays) -> Panel {
        let is_number = days.factor.unit.is_some();
        let series: Vec<(NaiveDate, f64)> = days.values.iter().map(|(d, v)| (*d, *v)).collect();
        let values: Vec<f64> = series.iter().map(|(_, v)| *v).collect();
        let band = quartiles(&values).filter(|_| is_number && values.len() >= BAND_AT_LEAST);
        Panel {
            id: Shown::Factor(days.factor.id).name(),
            title: days.factor.name.clone(),
            shape: Shape::Wedge,
            ink: SeriesInk::Factor,
            axis: self.factor_axis(days),
            points: series
                .iter()
                .map(|(date, value)| Point {
                    date: *date,
                    value: *value,
                    how: How::Felt,
                })
                .collect(),
            line: if is_number {
                median_line(&series)
            } else {
                Vec::new()
            },
            band: band.map(|q| (q.low, q.high)),
            emphasis: false,
        }
    }

    /// The medians of the stretch before, to lie behind.
    fn ghost(&self, before: &Numbers, shown: &[Shown]) -> Ghost {
        let line = |shown: &Shown| match shown {
            Shown::Measure(measure) => median_line(&series(&points(*measure, before))),
            // A factor's scale follows from its own days, on which those of other days may not lie.
            Shown::Factor(_) => Vec::new(),
        };
        Ghost {
            from: before.from,
            lines: shown
                .iter()
                .map(|shown| GhostLine {
                    panel: shown.name(),
                    line: line(shown),
                })
                .collect(),
            label: self.words.date_range(before.from, before.to),
        }
    }

    fn marked_spans(&self, numbers: &Numbers) -> Vec<MarkedSpan> {
        numbers
            .spans
            .iter()
            .map(|s| MarkedSpan {
                from: s.from_date.max(numbers.from),
                to: s.to_date.unwrap_or(numbers.to).min(numbers.to),
                label: self.span_name(s.kind),
            })
            .collect()
    }

    fn span_name(&self, kind: SpanKind) -> String {
        let id = match kind {
            SpanKind::Flare => "span-flare",
            SpanKind::Illness => "span-illness",
            SpanKind::Journey => "span-journey",
            SpanKind::Holiday => "span-holiday",
        };
        self.words.text(id, &[])
    }

    /// What a day is marked with: flares and journeys it lies in, a medicine for relief, the person's own words.
    pub(super) fn marks_of(&self, numbers: &Numbers, date: NaiveDate) -> Vec<String> {
        let spans = numbers.spans.iter().filter(|span| {
            span.from_date <= date && span.to_date.is_none_or(|to_date| date <= to_date)
        });
        let mut marks: Vec<String> = spans.map(|span| self.span_name(span.kind)).collect();
        if numbers.rescue.contains(&date) {
            marks.push(self.words.text("trend-rescue", &[]));
        }
        let own = numbers.annotations.iter().filter(|mark| mark.date == date);
        marks.extend(own.map(|mark| mark.label.clone()));
        marks
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
            let (low, high) = (
                self.words.duration(nearest_five(q.low)),
                self.words.duration(nearest_five(q.high)),
            );
            parts.push(if low == high {
                self.words
                    .text("trend-asleep-one", &[("value", Arg::from(low))])
            } else {
                self.words.text(
                    "trend-asleep",
                    &[("low", Arg::from(low)), ("high", Arg::from(high))],
                )
            });
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
            "measure-marked",
        ]
        .map(|id| self.words.text(id, &[]))
        .to_vec();
        // A day may be marked without an entry; it is told then, as the picture shows it.
        let marked = numbers.annotations.iter().map(|mark| mark.date);
        let dates: BTreeSet<NaiveDate> = marked
            .chain(numbers.rescue.iter().copied())
            .chain(numbers.days.keys().copied())
            .collect();
        let none = DayNumbers::default();
        let rows = dates
            .iter()
            .rev()
            .map(|date| {
                let d = numbers.days.get(date).unwrap_or(&none);
                let marks = self.marks_of(numbers, *date).into_iter();
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
                    marks
                        .reduce(|list, next| {
                            let both = [("list", Arg::from(list)), ("next", Arg::from(next))];
                            self.words.text("line-list", &both)
                        })
                        .unwrap_or_default(),
                ]
            })
            .collect();
        Table { columns, rows }
    }
}

fn series(points: &[Point]) -> Vec<(NaiveDate, f64)> {
    points.iter().map(|p| (p.date, p.value)).collect()
}

/// The rolling median, broken wherever there are too few days for one.
fn median_line(series: &[(NaiveDate, f64)]) -> Vec<Vec<(NaiveDate, f64)>> {
    runs(&rolling_median(series, MEDIAN_DAYS, MEDIAN_AT_LEAST))
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
