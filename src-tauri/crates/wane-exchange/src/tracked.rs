//! What somebody tracks, under names that a file brings: gathered by name and day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{FactorKind, FoundFactor, Why};

/// The most names that one import brings; a file with more has something else in its column.
const MOST: usize = 200;
/// The longest name, in characters.
const LONGEST: usize = 80;

/// Amounts by name and day.
#[derive(Default)]
pub(crate) struct Tracked(BTreeMap<String, BTreeMap<NaiveDate, f64>>);

impl Tracked {
    /// Keeps the first amount of a day.
    ///
    /// # Errors
    ///
    /// Why nothing is kept: there is no name, or there are too many.
    pub(crate) fn first(&mut self, name: &str, date: NaiveDate, amount: f64) -> Result<(), Why> {
        self.days(name)?.entry(date).or_insert(amount);
        Ok(())
    }

    /// Keeps the highest amount of a day.
    ///
    /// # Errors
    ///
    /// As for [`Tracked::first`].
    pub(crate) fn highest(&mut self, name: &str, date: NaiveDate, amount: f64) -> Result<(), Why> {
        let there = self.days(name)?.entry(date).or_insert(amount);
        *there = there.max(amount);
        Ok(())
    }

    fn days(&mut self, name: &str) -> Result<&mut BTreeMap<NaiveDate, f64>, Why> {
        let printable = name.trim().chars().filter(|one| !one.is_control());
        let name: String = printable.take(LONGEST).collect();
        if name.is_empty() {
            return Err(Why::MissingField);
        }
        if self.0.len() >= MOST && !self.0.contains_key(&name) {
            return Err(Why::NotKept);
        }
        Ok(self.0.entry(name).or_default())
    }

    /// All of it; `kind` says of the amounts of one name what they are.
    pub(crate) fn found(
        self,
        kind: impl Fn(&BTreeMap<NaiveDate, f64>) -> FactorKind,
    ) -> BTreeMap<String, FoundFactor> {
        let factor = |(name, values)| {
            let kind = kind(&values);
            (name, FoundFactor { kind, values })
        };
        self.0.into_iter().map(factor).collect()
    }
}
