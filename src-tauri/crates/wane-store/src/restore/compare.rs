//! What two diaries hold, day by day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

use crate::{
    Backup, Holdings, contents, tables,
    value::{Stored as _, Value},
};

/// What restoring a backup would change; nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestorePlan {
    /// The backup.
    pub backup: Backup,
    /// What the diary holds.
    pub now: Holdings,
    /// What it would hold.
    pub then: Holdings,
    /// Dates of which only the diary holds something: it would go.
    pub only_now: BTreeSet<NaiveDate>,
    /// Dates of which only the backup holds something: it would come back.
    pub only_then: BTreeSet<NaiveDate>,
    /// Dates of which both hold something, but not the same.
    pub differing: BTreeSet<NaiveDate>,
    /// Whether anything without a date differs: the names of pains, factors and medicines, choices, imports.
    pub undated_differ: bool,
}

/// Compares the diary with a verified backup of the same schema.
pub(super) fn compare(
    backup: Backup,
    diary: &Connection,
    other: &Connection,
) -> rusqlite::Result<RestorePlan> {
    let snapshot = diary.unchecked_transaction()?;
    let (now, then) = (days(&snapshot)?, days(other)?);
    let missing_in =
        |a: &BTreeMap<Day, Content>, b: &BTreeMap<Day, Content>| -> BTreeSet<NaiveDate> {
            a.keys()
                .filter(|day| !b.contains_key(*day))
                .filter_map(|day| *day)
                .collect()
        };
    let differing = now
        .iter()
        .filter(|(day, content)| then.get(*day).is_some_and(|other| other != *content))
        .filter_map(|(day, _)| *day)
        .collect();
    Ok(RestorePlan {
        backup,
        only_now: missing_in(&now, &then),
        only_then: missing_in(&then, &now),
        differing,
        undated_differ: now.get(&None) != then.get(&None),
        now: Holdings::of(&snapshot)?,
        then: Holdings::of(other)?,
    })
}

/// A date, or `None` for what has none.
type Day = Option<NaiveDate>;

/// What a day holds: how many rows, and the sum of their digests, so that the order of rows does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Content {
    rows: u64,
    sum: u128,
}

fn days(conn: &Connection) -> rusqlite::Result<BTreeMap<Day, Content>> {
    let mut days = BTreeMap::new();
    for table in tables::ALL {
        let sql = format!(
            "SELECT uuid, {} FROM {} WHERE deleted_at IS NULL",
            table.columns().join(", "),
            table.name
        );
        add(&mut days, conn, &sql, table.name, table.dates)?;
    }
    let settings = "SELECT name, value FROM setting WHERE value IS NOT NULL";
    add(&mut days, conn, settings, "setting", &[])?;
    Ok(days)
}

fn add(
    days: &mut BTreeMap<Day, Content>,
    conn: &Connection,
    sql: &str,
    table: &str,
    dates: &[&str],
) -> rusqlite::Result<()> {
    let mut statement = conn.prepare(sql)?;
    let columns = statement.column_count();
    let dates: Vec<usize> = dates
        .iter()
        .map(|date| statement.column_index(date))
        .collect::<rusqlite::Result<_>>()?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let mut hash = Sha256::new_with_prefix(table);
        contents::add_row(&mut hash, row, columns)?;
        let digest = hash.finalize();
        let (half, _) = digest.split_at(16);
        let sum = half
            .iter()
            .fold(0_u128, |sum, byte| (sum << 8) | u128::from(*byte));
        let mut on: BTreeSet<Day> = BTreeSet::new();
        for &at in &dates {
            let date = row.get::<_, Option<String>>(at)?;
            on.extend(date.map(|text| NaiveDate::load(Value::Text(text))));
        }
        if dates.is_empty() {
            on.insert(None);
        }
        for day in on {
            let content = days.entry(day).or_default();
            content.rows += 1;
            content.sum = content.sum.wrapping_add(sum);
        }
    }
    Ok(())
}
