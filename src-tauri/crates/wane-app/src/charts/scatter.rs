//! How the night was against the pain on waking from it.

use wane_charts::{Axis, Chart, Frame, How, Pair, Scatter, ScatterAxis, SeriesInk, Shape, scatter};
use wane_domain::spread::quartiles;
use wane_text::Arg;

use super::{Drawn, Said, numbers::Numbers};
use crate::{
    App,
    fault::Fault,
    wire::{ChartMeasure, Table},
};

/// Mornings that poorer and better nights need each before anything is said of them.
const AT_LEAST: usize = 8;

impl App {
    pub(super) fn draw_scatter(&self, numbers: &Numbers, frame: &Frame) -> Result<Drawn, Fault> {
        let pairs = pairs(numbers);
        let axis = |id: &str, axis| ScatterAxis {
            title: self.words.text(id, &[]),
            axis,
        };
        let picture = Scatter {
            across: axis(
                "measure-quality",
                Axis::Fixed {
                    from: 1.0,
                    to: 5.0,
                    ticks: (1..=5)
                        .map(|q| (f64::from(q), self.quality_word(q)))
                        .collect(),
                },
            ),
            up: axis("measure-pain-morning", Axis::ZeroToTen),
            shape: Shape::Triangle,
            ink: SeriesInk::MorningPain,
            pairs: pairs.clone(),
            fit: Vec::new(),
            note_when_numbered: Some(self.words.text("scatter-note", &[])),
            note_when_gathered: Some(self.words.text("chart-note-gathered", &[])),
        };
        let chart = scatter(&picture, frame)?;
        let sentence = self.scatter_sentence(&pairs);
        let said = self.scatter_said(&pairs, &chart);
        Ok(Drawn {
            chart,
            sentence,
            table: self.scatter_table(&pairs),
            said: Some(said),
        })
    }

    /// What each disc says: its day, or how many mornings it stands for.
    fn scatter_said(&self, pairs: &[Pair], chart: &Chart) -> Vec<Said> {
        chart
            .groups
            .iter()
            .filter_map(|group| Some((group, pairs.get(group.place)?)))
            .map(|(group, first)| Said {
                days: (group.n == 1).then_some((first.date, first.date)),
                title: if group.n == 1 {
                    self.words.date_heading(first.date)
                } else {
                    self.words
                        .text("scatter-mornings", &[("count", Arg::from(group.n))])
                },
                values: vec![
                    self.named("measure-quality", self.quality_word(first.across as u8)),
                    self.named("measure-pain-morning", self.words.number(first.up, 0)),
                ],
            })
            .collect()
    }

    fn scatter_sentence(&self, pairs: &[Pair]) -> String {
        let range = |from: f64, to: f64| {
            let ratings: Vec<f64> = pairs
                .iter()
                .filter(|p| (from..=to).contains(&p.across))
                .map(|p| p.up)
                .collect();
            quartiles(&ratings).filter(|_| ratings.len() >= AT_LEAST)
        };
        let (Some(poorer), Some(better)) = (range(1.0, 2.0), range(4.0, 5.0)) else {
            return self
                .words
                .text("scatter-few", &[("count", Arg::from(pairs.len()))]);
        };
        let middle = |n: f64| Arg::from(self.measure_text(ChartMeasure::PainMorning, n));
        let said = self.words.text(
            "scatter-sides",
            &[
                ("poorer", middle(poorer.median)),
                ("better", middle(better.median)),
                ("count", Arg::from(pairs.len())),
            ],
        );
        format!("{said} {}", self.words.text("scatter-limits", &[]))
    }

    /// How often each pain came after each kind of night: the same as the discs.
    fn scatter_table(&self, pairs: &[Pair]) -> Table {
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
}

fn pairs(numbers: &Numbers) -> Vec<Pair> {
    numbers
        .days
        .iter()
        .filter_map(|(date, day)| {
            Some(Pair {
                date: *date,
                across: f64::from(day.quality?),
                up: f64::from(day.pain_morning?),
                how: if day.recalled {
                    How::Recalled
                } else {
                    How::Felt
                },
            })
        })
        .collect()
}
