//! Reading the diary, the same inside a change and outside.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, Params};
use wane_domain::{Id, diary::Span};

use crate::{
    Dated, Error, Record, Result, Sourced,
    table::{RawRow, Table},
    tables,
    value::{Stored as _, Value},
};

/// Ends of [`Table::select`]; `{date}` stands for the field by which the table is found.
pub(crate) const BY_NAME: &str = "WHERE uuid = ?1 AND deleted_at IS NULL";
pub(crate) const BETWEEN: &str =
    "WHERE {date} BETWEEN ?1 AND ?2 AND deleted_at IS NULL ORDER BY {date}, uuid";
pub(crate) const LATEST: &str =
    "WHERE {date} <= ?1 AND deleted_at IS NULL ORDER BY {date} DESC, uuid DESC LIMIT ?2";
pub(crate) const BY_KEY: &str =
    "WHERE source = ?1 AND source_key = ?2 AND deleted_at IS NULL ORDER BY uuid LIMIT 1";

// The signs keep SQLite from going through all that begin before a day: few end after it, unless it is long ago.
pub(crate) const OVER: &str = "
    WHERE +from_date <= ?2
    AND ((to_date IS NULL AND deleted_at IS NULL) OR (to_date >= ?1 AND deleted_at IS NULL))
    ORDER BY +from_date, uuid";

// One `min` or `max` alone is answered from the end of an index, however long the diary is.
pub(crate) const ENDS: &str = "
    SELECT min(d) AS first, max(d) AS last FROM (
        SELECT (SELECT min(wake_date) FROM night WHERE deleted_at IS NULL) AS d
        UNION ALL SELECT (SELECT max(wake_date) FROM night WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT min(wake_date) FROM device_sleep WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT max(wake_date) FROM device_sleep WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT min(date) FROM pain_rating WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT max(date) FROM pain_rating WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT min(date) FROM day_entry WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT max(date) FROM day_entry WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT min(date) FROM factor_value WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT max(date) FROM factor_value WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT min(date) FROM dose WHERE deleted_at IS NULL)
        UNION ALL SELECT (SELECT max(date) FROM dose WHERE deleted_at IS NULL))";

/// Every way of reading the diary. [`crate::Diary`] and [`crate::Change`] both lend one:
/// a function that only reads takes `&Reader` and works inside a change and outside.
///
/// Removed records are never returned, except by the history.
#[derive(Debug)]
pub struct Reader {
    /// `None` once the file could not be opened again after a disk error.
    pub(crate) conn: Option<Connection>,
}

impl Reader {
    pub(crate) fn conn(&self) -> Result<&Connection> {
        self.conn.as_ref().ok_or(Error::Stopped)
    }

    /// The record of that name, if there is one.
    pub fn get<R: Record>(&self, id: Id) -> Result<Option<R>> {
        let rows = self.rows(&R::TABLE, BY_NAME, [id.to_string()])?;
        rows.into_iter().next().map(RawRow::into_record).transpose()
    }

    /// The records from one date to another, both included, ordered by date and then by name.
    pub fn between<R: Dated>(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<R>> {
        self.records(BETWEEN, [from.to_string(), to.to_string()])
    }

    /// Every record of the kind, ordered by name, which is the order in which they were made.
    pub fn all<R: Record>(&self) -> Result<Vec<R>> {
        self.records("WHERE deleted_at IS NULL ORDER BY uuid", [])
    }

    /// The newest `n` records up to and including a date, the oldest of them first.
    pub fn latest<R: Dated>(&self, up_to: NaiveDate, n: usize) -> Result<Vec<R>> {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let mut records: Vec<R> = self.records(LATEST, rusqlite::params![up_to.to_string(), n])?;
        records.reverse();
        Ok(records)
    }

    /// The marked runs of days that share at least one day with the days from `from` to `to`, both included.
    pub fn spans_over(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Span>> {
        self.records(OVER, [from.to_string(), to.to_string()])
    }

    /// The record that an import knows by that key.
    pub fn find_by_source_key<R: Sourced>(&self, source: &str, key: &str) -> Result<Option<R>> {
        let rows = self.rows(&R::TABLE, BY_KEY, [source, key])?;
        rows.into_iter().next().map(RawRow::into_record).transpose()
    }

    /// Every record that came from that source under a key, by its key.
    pub fn by_source_key<R: Sourced>(&self, source: &str) -> Result<BTreeMap<String, R>> {
        let table = R::TABLE;
        let key_at = table.position("source_key").ok_or(Error::Unreadable {
            table: table.name,
            field: "source_key",
        })?;
        let rows = self.rows(&table, "WHERE source = ?1 AND source_key IS NOT NULL AND deleted_at IS NULL ORDER BY uuid DESC", [source])?;
        let mut found = BTreeMap::new();
        for row in rows {
            let Some(Value::Text(key)) = row.values.get(key_at).cloned() else {
                return Err(Error::Unreadable {
                    table: table.name,
                    field: "source_key",
                });
            };
            found.insert(key, row.into_record()?);
        }
        Ok(found)
    }

    /// The first and the last date of anything measured or rated: nights, device sleeps, ratings, day entries, values of
    /// factors, movement.
    pub fn first_and_last_date(&self) -> Result<Option<(NaiveDate, NaiveDate)>> {
        let ends: (Option<String>, Option<String>) = self
            .conn()?
            .prepare_cached(ENDS)?
            .query_row([], |row| Ok((row.get("first")?, row.get("last")?)))?;
        let (Some(first), Some(last)) = ends else {
            return Ok(None);
        };
        let date = |text| {
            NaiveDate::load(Value::Text(text)).ok_or(Error::Unreadable {
                table: "night",
                field: "wake_date",
            })
        };
        Ok(Some((date(first)?, date(last)?)))
    }

    /// A setting's value; `None` when it is not set.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        let mut found = self
            .conn()?
            .prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
        Ok(found
            .query_row([name], |row| row.get(0))
            .optional()?
            .flatten())
    }

    /// Every setting that is set.
    pub fn settings(&self) -> Result<BTreeMap<String, String>> {
        let mut found = self
            .conn()?
            .prepare_cached("SELECT name, value FROM setting WHERE value IS NOT NULL")?;
        let pairs = found.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(pairs.collect::<rusqlite::Result<_>>()?)
    }

    /// How many records there are of each kind, by the name of their table.
    pub fn counts(&self) -> Result<BTreeMap<&'static str, u64>> {
        let mut counts = BTreeMap::new();
        for table in tables::ALL {
            let sql = format!(
                "SELECT count(*) FROM {} WHERE deleted_at IS NULL",
                table.name
            );
            let count: i64 = self
                .conn()?
                .prepare_cached(&sql)?
                .query_row([], |row| row.get(0))?;
            counts.insert(table.name, u64::try_from(count).unwrap_or(0));
        }
        Ok(counts)
    }

    /// The row of that name, removed or not.
    pub(crate) fn raw(&self, table: &Table, uuid: &str) -> Result<Option<RawRow>> {
        Ok(self
            .rows(table, "WHERE uuid = ?1", [uuid])?
            .into_iter()
            .next())
    }

    fn records<R: Record>(&self, rest: &'static str, params: impl Params) -> Result<Vec<R>> {
        self.rows(&R::TABLE, rest, params)?
            .into_iter()
            .map(RawRow::into_record)
            .collect()
    }

    fn rows(&self, table: &Table, rest: &'static str, params: impl Params) -> Result<Vec<RawRow>> {
        let mut statement = self.conn()?.prepare_cached(&table.select(rest))?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(table.read(row)?);
        }
        Ok(found)
    }
}
