//! Columns that are not the format's own: they become factors if they hold numbers.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::cells;
use crate::{FactorKind, FoundFactor, Skipped, What, Why, ledger::Ledger};

/// Cells of one column that are no value.
#[derive(Debug, Default)]
struct Broken {
    count: u64,
    lines: Vec<u64>,
}

/// One column, while it is read.
#[derive(Debug)]
pub(super) struct Gathered {
    name: String,
    values: BTreeMap<NaiveDate, f64>,
    broken: BTreeMap<Why, Broken>,
}

impl Gathered {
    pub(super) fn new(name: String) -> Self {
        Gathered {
            name,
            values: BTreeMap::new(),
            broken: BTreeMap::new(),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Takes one cell that is not blank.
    pub(super) fn take(&mut self, date: NaiveDate, line: u64, cell: &str, comma_decimals: bool) {
        match cells::amount(cell, comma_decimals) {
            Ok(value) => {
                self.values.insert(date, value);
            }
            Err(why) => {
                let broken = self.broken.entry(why).or_default();
                broken.count += 1;
                if broken.lines.len() < Skipped::MAX_LINES {
                    broken.lines.push(line);
                }
            }
        }
    }

    /// What the column was.
    ///
    /// If more cells are words than numbers it is a column of words, which no factor can hold, and none of it is taken.
    /// Otherwise the cells that are no numbers are left out one by one.
    /// A column that is blank throughout is nothing.
    pub(super) fn finish(self, file: &str, ledger: &mut Ledger) -> Option<(String, FoundFactor)> {
        let words = self
            .broken
            .get(&Why::NotANumber)
            .map_or(0, |broken| broken.count);
        if words > self.values.len() as u64 {
            ledger.skip(file, What::Column, Some(&self.name), Why::TextColumn, None);
            return None;
        }
        for (why, broken) in self.broken {
            for index in 0..broken.count {
                let line = usize::try_from(index)
                    .ok()
                    .and_then(|index| broken.lines.get(index))
                    .copied();
                ledger.skip(file, What::Value, Some(&self.name), why, line);
            }
        }
        if self.values.is_empty() {
            return None;
        }
        let yes_no = self
            .values
            .values()
            .all(|value| *value == 0.0 || *value == 1.0);
        let kind = if yes_no {
            FactorKind::YesNo
        } else {
            FactorKind::Amount
        };
        Some((
            self.name,
            FoundFactor {
                kind,
                values: self.values,
            },
        ))
    }
}
