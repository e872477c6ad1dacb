//! Charts without numbers (row A7): shapes stay as they are, figures become words or step aside.
//!
//! What is said of a day is compared with the same stretch of days: less than usual, about as usual, more than usual,
//! by the middle half of the person's own values. Pain is said in the eleven words of its scale, so nothing is lost.
//! Clock times and dates stay: they say when, not how much.

use chrono::NaiveDate;
use wane_domain::spread::quartiles;

use super::numbers::{DayNumbers, Numbers};
use crate::{App, wire::*};

/// From so many values on there is a usual to compare with.
const USUAL_AT_LEAST: usize = 7;

impl App {
    /// Takes the numbers out of a chart, its sentence, what it says of each day, and its table.
    pub(super) fn without_numbers(&self, view: &mut ChartView, numbers: &Numbers) {
        view.svg = self.svg_without_numbers(&view.svg);
        view.sentence = self.sentences_without_numbers(&view.sentence);
        if view.sentence.is_empty() {
            view.sentence = self.words.text("plain-chart", &[]);
        }
        let usual = Usual::of(numbers);
        for day in &mut view.days {
            let one = match (&day.date, &day.until) {
                (Some(from), Some(until)) if from == until => from.parse::<NaiveDate>().ok(),
                _ => None,
            };
            match one.and_then(|date| numbers.days.get(&date)) {
                Some(said) => day.values = self.plain_values(said, &usual),
                None => day.values.retain(|value| !self.has_number(&value.text)),
            }
            if self.has_number(&day.date_text) {
                day.date_text = self.words.text("plain-group", &[]);
            }
            if day.values.is_empty() {
                day.values = vec![NamedText {
                    name: String::new(),
                    text: self.words.text("plain-group", &[]),
                }];
            }
        }
        view.table = self.plain_table(numbers, &usual);
        view.comparison = None;
    }

    fn plain_values(&self, day: &DayNumbers, usual: &Usual) -> Vec<NamedText> {
        let mut values = Vec::new();
        for (id, text) in [
            (
                "measure-asleep",
                day.asleep_min.map(|m| self.beside(m, usual.asleep)),
            ),
            (
                "measure-quality",
                day.quality.map(|quality| self.quality_word(quality)),
            ),
            (
                "measure-pain-morning",
                day.pain_morning.map(|pain| self.amount(pain)),
            ),
            (
                "measure-pain-evening",
                day.pain_evening.map(|pain| self.amount(pain)),
            ),
            (
                "measure-day",
                day.rough.then(|| self.words.text("day-rough", &[])),
            ),
        ] {
            if let Some(text) = text {
                values.push(self.named(id, text));
            }
        }
        values
    }

    fn plain_table(&self, numbers: &Numbers, usual: &Usual) -> Table {
        let columns = [
            "measure-date",
            "measure-asleep",
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
            .map(|(date, day)| {
                let cells = [
                    day.asleep_min.map(|m| self.beside(m, usual.asleep)),
                    day.quality.map(|quality| self.quality_word(quality)),
                    day.pain_morning.map(|pain| self.amount(pain)),
                    day.pain_evening.map(|pain| self.amount(pain)),
                ];
                std::iter::once(self.words.date_short_year(*date))
                    .chain(cells.into_iter().map(Option::unwrap_or_default))
                    .collect()
            })
            .collect();
        Table { columns, rows }
    }

    /// A value beside the middle half of its own kind.
    pub(crate) fn beside(&self, value: f64, usual: Option<(f64, f64)>) -> String {
        let id = match usual {
            None => "plain-noted",
            Some((low, _)) if value < low => "plain-less",
            Some((_, high)) if value > high => "plain-more",
            Some(_) => "plain-usual",
        };
        self.words.text(id, &[])
    }

    /// A step of the scale from 0 to 10 in its word.
    pub(crate) fn amount(&self, step: u8) -> String {
        self.words.text(&format!("amount-{}", step.min(10)), &[])
    }

    /// The sentences of a text that do without numbers.
    pub(crate) fn sentences_without_numbers(&self, text: &str) -> String {
        wane_text::lint::reading::sentences(text)
            .into_iter()
            .filter(|sentence| !self.has_number(sentence))
            .map(str::trim)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Whether a text says a number that is neither a clock time nor part of a date.
    pub(crate) fn has_number(&self, text: &str) -> bool {
        let months: Vec<String> = (1..=12)
            .flat_map(|m| [self.words.month_long(m), self.words.month_short(m)])
            .collect();
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let words: Vec<String> = text.split_whitespace().map(bare).collect();
        let is_month = |at: Option<usize>| {
            at.and_then(|at| words.get(at))
                .is_some_and(|word| months.contains(word))
        };
        words.iter().enumerate().any(|(at, word)| {
            word.contains(|c: char| c.is_ascii_digit())
                && !is_clock(word)
                && !is_month(at.checked_sub(1))
                && !is_month(Some(at + 1))
        })
    }

    /// A picture without its labels that say numbers.
    fn svg_without_numbers(&self, svg: &str) -> String {
        let mut out = String::with_capacity(svg.len());
        let mut rest = svg;
        while let Some(from) = rest.find("<text ") {
            let (before, label) = rest.split_at(from);
            out.push_str(before);
            let Some(to) = label.find("</text>").map(|at| at + "</text>".len()) else {
                break;
            };
            let (label, after) = label.split_at(to);
            let said = label
                .split_once('>')
                .map_or("", |(_, said)| said.trim_end_matches("</text>"));
            if !self.has_number(said) {
                out.push_str(label);
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// The middle half of each measure over one stretch of days.
struct Usual {
    asleep: Option<(f64, f64)>,
}

impl Usual {
    fn of(numbers: &Numbers) -> Usual {
        let asleep: Vec<f64> = numbers
            .days
            .values()
            .filter_map(|day| day.asleep_min)
            .collect();
        Usual {
            asleep: middle_half(&asleep),
        }
    }
}

/// The middle half of some values, once there are enough of them.
pub(crate) fn middle_half(values: &[f64]) -> Option<(f64, f64)> {
    quartiles(values)
        .filter(|_| values.len() >= USUAL_AT_LEAST)
        .map(|q| (q.low, q.high))
}

/// "23:05", "23:05–07:10"; a clock of twelve hours has its own word behind it.
fn is_clock(word: &str) -> bool {
    word.split(['–', '-']).all(|time| {
        time.split_once(':').is_some_and(|(hour, minute)| {
            [hour, minute]
                .iter()
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
        })
    })
}
