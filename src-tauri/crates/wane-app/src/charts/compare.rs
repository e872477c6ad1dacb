//! Two stretches of days side by side, without a claim about why they differ.

use wane_domain::spread::{Quartiles, quartiles};
use wane_text::Arg;

use super::numbers::{DayNumbers, Numbers};
use crate::{
    App,
    wire::{Comparison, Table},
};

/// Values needed on each side before anything is said.
const AT_LEAST: usize = 8;

type Pick = fn(&DayNumbers) -> Option<f64>;

impl App {
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
                    self.words.number(v, 1)
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
