//! Full-text search, and days named by their date.

use chrono::{Datelike, NaiveDate};
use wane_text::Arg;

use crate::{App, fault::Fault, wire::*};

/// How many finds at most, unless the request says so.
const LIMIT: u32 = 50;

/// The most anybody can ask for at once.
const MOST: u32 = 1000;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn search(&self, request: SearchRequest) -> Result<SearchView, Fault> {
        let words = request.words.trim();
        if words.is_empty() {
            return Ok(SearchView {
                text: self.words.text("search-hint", &[]),
                ..SearchView::default()
            });
        }
        let limit = request.limit.unwrap_or(LIMIT).clamp(1, MOST);
        let rooms = self.rooms();
        let newest = self.newest_day(&rooms.diary)?;
        let day = self.day_named(words, newest).map(|date| DayFound {
            date: date.to_string(),
            text: self.words.date_heading(date),
        });
        let found = rooms.diary.search(words, limit as usize)?;
        let finds: Vec<Find> = found
            .hits
            .into_iter()
            .map(|hit| Find {
                date: hit.date.to_string(),
                date_text: self.words.date_short_year(hit.date),
                kind_text: self.words.text(
                    &format!("find-{}-{}", hit.table, hit.field).replace('_', "-"),
                    &[],
                ),
                pieces: hit
                    .pieces
                    .into_iter()
                    .map(|(text, hit)| Piece { text, hit })
                    .collect(),
            })
            .collect();
        let message = match (finds.len(), found.more) {
            (0, _) if day.is_some() => "search-day",
            (0, _) => "search-none",
            (_, false) => "search-found",
            (_, true) => "search-more",
        };
        Ok(SearchView {
            text: self
                .words
                .text(message, &[("count", Arg::from(finds.len() as u64))]),
            day,
            finds,
            more: found.more,
        })
    }

    /// The day that `words` name: `2026-03-14`, `14 March 2026`, `14 mar`, `March 14`, `14.3.2026`.
    ///
    /// Without a year it is the latest such day that is not in the future.
    fn day_named(&self, words: &str, newest: NaiveDate) -> Option<NaiveDate> {
        if let Ok(date) = words.parse::<NaiveDate>() {
            return (date <= newest).then_some(date);
        }
        let parts: Vec<String> = words
            .split(|c: char| c.is_whitespace() || ['.', ',', '/', '-'].contains(&c))
            .filter(|part| !part.is_empty())
            .map(str::to_lowercase)
            .collect();
        let (day, month, year) = match parts.as_slice() {
            [a, b] => self.day_and_month(a, b).map(|(d, m)| (d, m, None))?,
            [a, b, year] => {
                let year: i32 = year.parse().ok()?;
                self.day_and_month(a, b).map(|(d, m)| (d, m, Some(year)))?
            }
            _ => return None,
        };
        match year {
            Some(year) => NaiveDate::from_ymd_opt(year, month, day).filter(|date| *date <= newest),
            // The 29th of February may be up to eight years back.
            None => (0..=8).find_map(|back| {
                NaiveDate::from_ymd_opt(newest.year() - back, month, day)
                    .filter(|date| *date <= newest)
            }),
        }
    }

    /// Day before month where both are figures, as the language writes dates; a month by name on either side.
    fn day_and_month(&self, a: &str, b: &str) -> Option<(u32, u32)> {
        let figure = |text: &str| {
            text.trim_end_matches(char::is_alphabetic)
                .parse::<u32>()
                .ok()
        };
        match (self.month_named(a), self.month_named(b)) {
            (None, Some(month)) => Some((figure(a)?, month)),
            (Some(month), None) => Some((figure(b)?, month)),
            (None, None) => Some((a.parse().ok()?, b.parse().ok()?)),
            (Some(_), Some(_)) => None,
        }
    }

    /// A month by the beginning of its name, three letters at least.
    fn month_named(&self, text: &str) -> Option<u32> {
        if text.chars().count() < 3 {
            return None;
        }
        (1..=12).find(|month| {
            self.words
                .month_long(*month)
                .to_lowercase()
                .starts_with(text)
        })
    }
}
