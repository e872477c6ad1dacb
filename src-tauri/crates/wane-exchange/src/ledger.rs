//! What was left out and what deserves a second look, gathered while reading.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::{Skipped, Warning, WarningCode, What, Why};

#[derive(Debug, Default)]
struct Places {
    count: u64,
    lines: Vec<u64>,
}

#[derive(Debug, Default)]
struct Dates {
    count: u64,
    first: BTreeSet<NaiveDate>,
}

/// Groups equal findings; its size does not grow with the number of broken rows.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    skipped: BTreeMap<(String, What, Option<String>, Why), Places>,
    warnings: BTreeMap<WarningCode, Dates>,
    other: BTreeMap<String, u64>,
}

impl Ledger {
    /// Notes one thing left out of `file` at `line`.
    pub(crate) fn skip(
        &mut self,
        file: &str,
        what: What,
        column: Option<&str>,
        why: Why,
        line: Option<u64>,
    ) {
        let key = (file.to_owned(), what, column.map(str::to_owned), why);
        let places = self.skipped.entry(key).or_default();
        places.count += 1;
        if let Some(line) = line
            && places.lines.len() < Skipped::MAX_LINES
        {
            places.lines.push(line);
        }
    }

    /// Notes that the record of `date` deserves a second look.
    pub(crate) fn warn(&mut self, code: WarningCode, date: NaiveDate) {
        let dates = self.warnings.entry(code).or_default();
        dates.count += 1;
        dates.first.insert(date);
        if dates.first.len() > Warning::MAX_DATES {
            dates.first.pop_last();
        }
    }

    /// Adds to one of the counts worth showing.
    pub(crate) fn count(&mut self, name: &str, more: u64) {
        *self.other.entry(name.to_owned()).or_default() += more;
    }

    pub(crate) fn finish(self) -> (Vec<Skipped>, Vec<Warning>, BTreeMap<String, u64>) {
        let skipped = self
            .skipped
            .into_iter()
            .map(|((file, what, column, why), places)| Skipped {
                file,
                what,
                column,
                why,
                count: places.count,
                lines: places.lines,
            });
        let warnings = self.warnings.into_iter().map(|(code, dates)| Warning {
            code,
            count: dates.count,
            dates: dates.first.into_iter().collect(),
        });
        (skipped.collect(), warnings.collect(), self.other)
    }
}
