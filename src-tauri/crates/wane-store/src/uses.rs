//! How often factors have been answered, and which of them no one has to answer.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::OptionalExtension as _;
use wane_domain::Id;

use crate::{
    Error, Reader, Result,
    value::{Stored as _, Value},
};

/// The answers a factor has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uses {
    /// How many there are; never 0.
    pub count: u64,
    /// The date of the newest.
    pub last: NaiveDate,
}

// Reads every answer once; it is asked where factors are looked after, never on the way of a save or of a day.
const USES: &str = "
    SELECT factor, count(*), max(date) FROM factor_value WHERE deleted_at IS NULL GROUP BY factor";

// Two looks into an index each, however many days a device has told of.
pub(crate) const IS_MEASURED: &str = "
    SELECT EXISTS (SELECT 1 FROM factor_value WHERE factor = ?1 AND deleted_at IS NULL AND value <> 0)
    AND NOT EXISTS (SELECT 1 FROM factor_value
        WHERE factor = ?1 AND deleted_at IS NULL AND (source_key IS NULL OR source_key < 'a'))";

pub(crate) const MEASURED_AS: &str = "
    SELECT factor FROM factor_value
    WHERE source = ?1 AND source_key >= ?2 AND source_key < ?3 AND deleted_at IS NULL
    ORDER BY source_key DESC LIMIT 1";

impl Reader {
    /// Of each factor that has answers, how many and the date of the newest.
    pub fn factor_uses(&self) -> Result<BTreeMap<Id, Uses>> {
        let unreadable = |field| Error::Unreadable {
            table: "factor_value",
            field,
        };
        let mut statement = self.conn()?.prepare_cached(USES)?;
        let mut rows = statement.query([])?;
        let mut uses = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (factor, count, last): (String, i64, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let factor = factor.parse().map_err(|_| unreadable("factor"))?;
            let count = u64::try_from(count).map_err(|_| unreadable("factor"))?;
            let last = NaiveDate::load(Value::Text(last)).ok_or(unreadable("date"))?;
            uses.insert(factor, Uses { count, last });
        }
        Ok(uses)
    }

    /// Whether a factor has values, and all of them are what a device measured: their keys begin with a small letter.
    ///
    /// What was written by hand has no key, and the key of what came in a table of days begins with the date.
    pub fn is_measured(&self, factor: Id) -> Result<bool> {
        let mut found = self.conn()?.prepare_cached(IS_MEASURED)?;
        Ok(found.query_row([factor.to_string()], |row| row.get(0))?)
    }

    /// The factor that has what a source measured under keys that begin with `code` and a slash; the one with the last
    /// of these keys, if there are several.
    pub fn factor_measured_as(&self, source: &str, code: &str) -> Result<Option<Id>> {
        // The sign after the slash.
        let (from, to) = (format!("{code}/"), format!("{code}0"));
        let factor: Option<String> = self
            .conn()?
            .prepare_cached(MEASURED_AS)?
            .query_row([source, &from, &to], |row| row.get(0))
            .optional()?;
        factor
            .map(|factor| {
                factor.parse().map_err(|_| Error::Unreadable {
                    table: "factor_value",
                    field: "factor",
                })
            })
            .transpose()
    }
}
