//! How the night was against the pain on waking from it, with the fitted effect.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use wane_charts::{Axis, Chart, FitAt, Frame, Pair, Scatter, ScatterAxis, scatter};
use wane_domain::spread::quartiles;
use wane_insight::{Calendar, Quantity, Question, line::Line};
use wane_text::Arg;

use super::{
    Drawn, Said, nearest_five,
    numbers::{DayNumbers, Numbers},
    panels,
};
use crate::{
    App,
    fault::Fault,
    wire::{ChartMeasure, Table},
};

/// Mornings that either kind of night needs before anything is said of the two.
const AT_LEAST: usize = 8;
/// Places at which a fitted line is worked out, so that the edge of its range is a smooth curve.
const STEPS: u32 = 24;

impl App {
    pub(super) fn draw_scatter(
        &self,
        numbers: &Numbers,
        against: Option<ChartMeasure>,
        frame: &Frame,
    ) -> Result<Drawn, Fault> {
        let night = Night::of(against.unwrap_or(ChartMeasure::Quality))?;
        let pairs = pairs(numbers, night);
        let line = line(numbers, night);
        let (shape, ink) = panels::look(ChartMeasure::PainMorning);
        let picture = Scatter {
            across: ScatterAxis {
                title: self.measure_name(night.measure()),
                axis: self.night_axis(night),
            },
            up: ScatterAxis {
                title: self.measure_name(ChartMeasure::PainMorning),
                axis: Axis::ZeroToTen,
            },
            shape,
            ink,
            pairs: pairs.clone(),
            fit: line.as_ref().map(drawn).unwrap_or_default(),
            note_when_fitted: Some(self.words.text("scatter-note-line", &[])),
            note_when_numbered: Some(self.words.text("scatter-note", &[])),
            note_when_gathered: Some(self.words.text("chart-note-gathered", &[])),
        };
        let chart = scatter(&picture, frame)?;
        let sentence = self.scatter_sentence(night, &pairs, line.as_ref());
        let said = self.scatter_said(night, &pairs, &chart);
        Ok(Drawn {
            chart,
            sentence,
            table: match night {
                Night::Quality => self.counts_table(&pairs),
                Night::Asleep | Night::Efficiency => self.pairs_table(night, &pairs),
            },
            said: Some(said),
        })
    }

    fn night_axis(&self, night: Night) -> Axis {
        match night {
            Night::Quality => Axis::Fixed {
                from: 1.0,
                to: 5.0,
                ticks: (1..=5)
                    .map(|q| (f64::from(q), self.quality_word(q)))
                    .collect(),
            },
            Night::Asleep | Night::Efficiency => self.measure_axis(night.measure()),
        }
    }

    /// A value of the night in words, from the unit of its axis.
    fn night_text(&self, night: Night, value: f64) -> String {
        match night {
            Night::Quality => self.quality_word(value as u8),
            Night::Asleep => self.words.duration(value * 60.0),
            Night::Efficiency => self.words.percent(value),
        }
    }

    /// What each disc says: its day, or how many mornings it stands for.
    fn scatter_said(&self, night: Night, pairs: &[Pair], chart: &Chart) -> Vec<Said> {
        chart
            .groups
            .iter()
            .filter_map(|group| Some((group, pairs.get(group.place)?)))
            .map(|(group, first)| {
                let several = group.n > 1;
                // The mornings of a disc are those whose marks lie where it does.
                let dates: BTreeSet<NaiveDate> = chart
                    .marks
                    .iter()
                    .filter(|mark| (mark.x, mark.y, mark.w) == (group.x, group.y, group.w))
                    .map(|mark| mark.date)
                    .collect();
                let of: Vec<&Pair> = pairs.iter().filter(|p| dates.contains(&p.date)).collect();
                let across =
                    self.spanning(of.iter().map(|p| p.across), &|v| self.night_text(night, v));
                let up = self.spanning(of.iter().map(|p| p.up), &|v| self.words.number(v, 0));
                let values = vec![
                    self.named(night.message(), across),
                    self.named("measure-pain-morning", up),
                ];
                Said {
                    days: (!several).then_some((first.date, first.date)),
                    title: if several {
                        self.words
                            .text("scatter-mornings", &[("count", Arg::from(group.n))])
                    } else {
                        self.words.date_heading(first.date)
                    },
                    values,
                }
            })
            .collect()
    }

    /// The lowest and the highest in words, or the one that both are.
    fn spanning(
        &self,
        values: impl Iterator<Item = f64> + Clone,
        write: &dyn Fn(f64) -> String,
    ) -> String {
        let low = values.clone().reduce(f64::min).map(write);
        let high = values.reduce(f64::max).map(write);
        match (low, high) {
            (Some(low), Some(high)) if low != high => self.words.text(
                "scatter-between",
                &[("low", Arg::from(low)), ("high", Arg::from(high))],
            ),
            (Some(one), _) => one,
            _ => String::new(),
        }
    }

    fn scatter_sentence(&self, night: Night, pairs: &[Pair], line: Option<&Line>) -> String {
        let mut said = match self.sides_text(night, pairs) {
            Some(sides) => vec![sides],
            None => vec![
                self.words
                    .text("scatter-few", &[("count", Arg::from(pairs.len()))]),
            ],
        };
        match line {
            Some(line) => {
                said.push(self.line_text(night, line));
                said.push(self.words.text("scatter-line-allows", &[]));
            }
            None if said.len() == 1 && pairs.len() >= AT_LEAST => {
                said.push(self.words.text("scatter-no-line", &[]));
            }
            None => {}
        }
        if night == Night::Quality && pairs.len() >= AT_LEAST {
            said.push(self.words.text("scatter-limits", &[]));
        }
        said.join(" ")
    }

    /// The middle of pain on waking after either kind of night, where there are enough of both.
    fn sides_text(&self, night: Night, pairs: &[Pair]) -> Option<String> {
        let middle = |side: &dyn Fn(f64) -> bool| {
            let ratings: Vec<f64> = pairs
                .iter()
                .filter(|p| side(p.across))
                .map(|p| p.up)
                .collect();
            quartiles(&ratings)
                .filter(|_| ratings.len() >= AT_LEAST)
                .map(|q| Arg::from(self.measure_text(ChartMeasure::PainMorning, q.median)))
        };
        let count = ("count", Arg::from(pairs.len()));
        if night == Night::Quality {
            let poorer = ("poorer", middle(&|q| q <= 2.0)?);
            let better = ("better", middle(&|q| q >= 4.0)?);
            return Some(self.words.text("scatter-sides", &[poorer, better, count]));
        }
        let all: Vec<f64> = pairs.iter().map(|p| p.across).collect();
        let half = quartiles(&all)?.median;
        // The bound that is told is the one that divides: a rounded one would put nights on the other side.
        let half = match night {
            Night::Asleep => nearest_five(half * 60.0) / 60.0,
            Night::Quality | Night::Efficiency => half.round(),
        };
        let less = ("less", middle(&|v| v < half)?);
        let more = ("more", middle(&|v| v >= half)?);
        let bound = ("bound", Arg::from(self.night_text(night, half)));
        let id = match night {
            Night::Asleep => "scatter-sides-asleep",
            Night::Quality | Night::Efficiency => "scatter-sides-efficiency",
        };
        Some(self.words.text(id, &[less, more, bound, count]))
    }

    /// How the line runs, with its range; level when the range holds a level line.
    fn line_text(&self, night: Night, line: &Line) -> String {
        let step = night.step();
        let points = |value: f64| Arg::from(self.words.number((value * step).abs(), 1));
        let range = line.slope95;
        let (id, low, high) = if range.holds(0.0) {
            ("level", range.low, range.high)
        } else if line.slope < 0.0 {
            ("lower", range.high, range.low)
        } else {
            ("higher", range.low, range.high)
        };
        let step = self.words.text(
            &format!("scatter-step-{}", panels::id(night.measure())),
            &[],
        );
        self.words.text(
            &format!("scatter-line-{id}"),
            &[
                ("step", Arg::from(step)),
                ("points", points(line.slope)),
                ("low", points(low)),
                ("high", points(high)),
                ("pairs", Arg::from(line.pairs)),
            ],
        )
    }

    /// How often each pain came after each kind of night: the same as the discs.
    fn counts_table(&self, pairs: &[Pair]) -> Table {
        let qualities: Vec<u8> = (1..=5).collect();
        let mut columns = vec![self.words.text("measure-pain-morning", &[])];
        columns.extend(qualities.iter().map(|q| self.quality_word(*q)));
        let rows = (0..=10_u8)
            .rev()
            .map(|pain| {
                let mut row = vec![pain.to_string()];
                row.extend(qualities.iter().map(|quality| {
                    let count = pairs
                        .iter()
                        .filter(|p| p.across == f64::from(*quality) && p.up == f64::from(pain))
                        .count();
                    // No morning is an empty cell, not a nought among noughts.
                    if count == 0 {
                        String::new()
                    } else {
                        count.to_string()
                    }
                }));
                row
            })
            .collect();
        Table { columns, rows }
    }

    /// Every morning with its night, the latest first.
    fn pairs_table(&self, night: Night, pairs: &[Pair]) -> Table {
        let columns = ["measure-date", night.message(), "measure-pain-morning"]
            .map(|id| self.words.text(id, &[]))
            .to_vec();
        let rows = pairs
            .iter()
            .rev()
            .map(|pair| {
                vec![
                    self.words.date_short_year(pair.date),
                    self.night_text(night, pair.across),
                    self.words.number(pair.up, 0),
                ]
            })
            .collect();
        Table { columns, rows }
    }
}

/// What of the night pain on waking is set against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Night {
    Quality,
    Asleep,
    Efficiency,
}

impl Night {
    fn of(measure: ChartMeasure) -> Result<Night, Fault> {
        match measure {
            ChartMeasure::Quality => Ok(Night::Quality),
            ChartMeasure::Asleep => Ok(Night::Asleep),
            ChartMeasure::Efficiency => Ok(Night::Efficiency),
            ChartMeasure::PainMorning | ChartMeasure::PainEvening => {
                Err(Fault::bad_input("against"))
            }
        }
    }

    fn measure(self) -> ChartMeasure {
        match self {
            Night::Quality => ChartMeasure::Quality,
            Night::Asleep => ChartMeasure::Asleep,
            Night::Efficiency => ChartMeasure::Efficiency,
        }
    }

    /// Its name in the catalogue.
    fn message(self) -> &'static str {
        match self {
            Night::Quality => "measure-quality",
            Night::Asleep => "measure-asleep",
            Night::Efficiency => "measure-efficiency",
        }
    }

    /// The step of the axis that a sentence tells the line's fall for: one word better, an hour, ten in a hundred.
    fn step(self) -> f64 {
        match self {
            Night::Quality | Night::Asleep => 1.0,
            Night::Efficiency => 10.0,
        }
    }

    /// A day's value, in the unit of the axis; nights that a device alone measured are not set against felt pain.
    fn value(self, day: &DayNumbers) -> Option<f64> {
        panels::value(self.measure(), day).filter(|_| self == Night::Quality || !day.device)
    }
}

fn pairs(numbers: &Numbers, night: Night) -> Vec<Pair> {
    numbers
        .days
        .iter()
        .filter_map(|(date, day)| {
            Some(Pair {
                date: *date,
                across: night.value(day)?,
                up: f64::from(day.pain_morning?),
                how: panels::how(ChartMeasure::PainMorning, day),
            })
        })
        .collect()
}

/// The fitted effect over these days, where there are pairs enough: the comparison of Insights, with pain on waking as
/// what may differ, so that pain on waking of the day before, weekends and slow change are allowed for.
fn line(numbers: &Numbers, night: Night) -> Option<Line> {
    let calendar = Calendar::between(numbers.from, numbers.to)?;
    let sleep = calendar.series(numbers.series(|day| night.value(day)));
    let pain = calendar.series(numbers.series(|day| day.pain_morning.map(f64::from)));
    let question = Question::sleep_to_pain(Quantity::open(&sleep), Quantity::rating(&pain));
    Line::of(&calendar, &question).ok()
}

/// The line from the lowest night to the highest, and no further.
fn drawn(line: &Line) -> Vec<FitAt> {
    let (low, high) = (line.reach.low, line.reach.high);
    (0..=STEPS)
        .map(|step| {
            let across = low + (high - low) * f64::from(step) / f64::from(STEPS);
            let at = line.at(across);
            FitAt {
                across,
                middle: at.middle,
                low: at.ci95.low,
                high: at.ci95.high,
            }
        })
        .collect()
}
