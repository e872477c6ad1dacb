//! Two stretches of days side by side, without a claim about why they differ.

use wane_charts::{Compared, Comparison as Picture, Frame, comparison};
use wane_domain::spread::{Quartiles, quartiles};
use wane_text::Arg;

use super::{
    Drawn, Said,
    numbers::{DayNumbers, Numbers},
    panels::{Shown, id, look, points},
};
use crate::{
    App,
    fault::Fault,
    wire::{ChartMeasure, Comparison, NamedText, Table},
};

/// Values needed on each side before anything is said.
const AT_LEAST: usize = 8;

type Pick = fn(&DayNumbers) -> Option<f64>;

impl App {
    /// These days beside those just before, a column each.
    pub(super) fn draw_comparison(
        &self,
        before: &Numbers,
        now: &Numbers,
        frame: &Frame,
    ) -> Result<Drawn, Fault> {
        let stretches = [before, now];
        let names: Vec<String> = stretches
            .iter()
            .map(|n| self.words.date_range(n.from, n.to))
            .collect();
        let shown: Vec<ChartMeasure> = Shown::MEASURES
            .into_iter()
            .filter(|m| *m != ChartMeasure::Efficiency)
            .filter(|m| stretches.iter().any(|n| !points(*m, n).is_empty()))
            .collect();
        // With nothing at all there is still one empty panel, rather than no picture.
        let shown = if shown.is_empty() {
            vec![ChartMeasure::Asleep]
        } else {
            shown
        };
        let measures = shown
            .iter()
            .map(|measure| {
                let (shape, ink) = look(*measure);
                Compared {
                    id: id(*measure).to_owned(),
                    title: self.measure_name(*measure),
                    shape,
                    ink,
                    axis: self.measure_axis(*measure),
                    values: stretches.iter().map(|n| points(*measure, n)).collect(),
                }
            })
            .collect();
        let picture = Picture {
            stretches: names.clone(),
            measures,
            fewest: AT_LEAST,
            count: self.words.text("chart-count", &[("n", Arg::from("{n}"))]),
            note_when_gathered: Some(self.words.text("chart-note-bars", &[])),
        };
        let chart = comparison(&picture, frame)?;
        let said = chart.groups.iter().filter_map(|group| {
            let measure = shown.iter().find(|m| id(**m) == group.panel)?;
            let numbers = stretches.get(group.place)?;
            let values: Vec<f64> = points(*measure, numbers).iter().map(|p| p.value).collect();
            let write = |v: f64| self.measure_text(*measure, v);
            Some(Said {
                days: None,
                title: names.get(group.place).cloned().unwrap_or_default(),
                values: vec![NamedText {
                    name: self.measure_name(*measure),
                    text: match quartiles(&values) {
                        Some(_) => self.spread(&quartiles(&values), values.len(), &write),
                        None => self.words.text("chart-no-entry", &[]),
                    },
                }],
            })
        });
        let said = said.collect();
        let found = self.compare(before, now);
        Ok(Drawn {
            chart,
            sentence: found.sentence,
            table: found.table,
            said: Some(said),
        })
    }

    pub(super) fn compare(&self, before: &Numbers, now: &Numbers) -> Comparison {
        let measures: [(&str, Pick); 3] = [
            ("measure-asleep", |d| d.asleep_min),
            ("measure-pain-morning", |d| d.pain_morning.map(f64::from)),
            ("measure-pain-evening", |d| d.pain_evening.map(f64::from)),
        ];
        let mut rows = Vec::new();
        let mut said = Vec::new();
        for (id, pick) in measures {
            let name = self.words.text(id, &[]);
            let duration = id == "measure-asleep";
            let write = |v: f64| {
                if duration {
                    self.words.duration(v)
                } else {
                    // A middle value can lie half-way between two.
                    self.words.number(v, usize::from(v.fract() != 0.0))
                }
            };
            let (a, b) = (values(before, pick), values(now, pick));
            let (qa, qb) = (quartiles(&a), quartiles(&b));
            rows.push(vec![
                name.clone(),
                self.spread(&qa, a.len(), &write),
                self.spread(&qb, b.len(), &write),
            ]);
            if let (Some(qa), Some(qb), true) = (qa, qb, a.len() >= AT_LEAST && b.len() >= AT_LEAST)
            {
                said.push(self.words.text(
                    "compare-medians",
                    &[
                        ("measure", Arg::from(name)),
                        ("before", Arg::from(write(qa.median))),
                        ("now", Arg::from(write(qb.median))),
                    ],
                ));
            }
        }
        if said.is_empty() {
            said.push(self.words.text("compare-few-days", &[]));
        } else {
            said.push(self.words.text("compare-limits", &[]));
        }
        let (first, second) = (
            self.words.date_range(before.from, before.to),
            self.words.date_range(now.from, now.to),
        );
        Comparison {
            title: self.words.text(
                "compare-title",
                &[
                    ("before", Arg::from(first.as_str())),
                    ("now", Arg::from(second.as_str())),
                ],
            ),
            sentence: said.join(" "),
            table: Table {
                columns: vec![self.words.text("measure", &[]), first, second],
                rows,
            },
        }
    }

    fn spread(&self, q: &Option<Quartiles>, n: usize, write: &dyn Fn(f64) -> String) -> String {
        match q {
            Some(q) => self.words.text(
                "compare-spread",
                &[
                    ("median", Arg::from(write(q.median))),
                    ("low", Arg::from(write(q.low))),
                    ("high", Arg::from(write(q.high))),
                    ("days", Arg::from(n)),
                ],
            ),
            None => String::new(),
        }
    }
}

fn values(numbers: &Numbers, pick: Pick) -> Vec<f64> {
    numbers.series(pick).into_iter().map(|(_, v)| v).collect()
}
