//! A diary holds everything twice, in its rows and in the log of what made them, and its words once more to be searched.
//!
//! SQLite has no checksums: a letter that has changed on the disk by itself is a letter like any other to
//! `integrity_check`. It is seen where the copies do not agree.
//!
//! The statements of its schema have their second copy in this program.
//!
//! What has no second copy cannot be seen: the label of a change, and how far the clock is ahead of the log.

use rusqlite::{Connection, params, types::Value as Sql};

use crate::{
    backup::verify,
    contents::{self, Schema},
    oplog::{ALIVE, SETTING},
    protocol::{self, Spec},
    table::{RawRow, Table},
    tables,
    value::{Shape, Value},
    words,
};

/// Whether a database passes SQLite's full check, and a diary of the newest schema is made by our own statements
/// and agrees with itself besides.
pub(crate) fn is_sound_throughout(conn: &Connection, spec: &Spec) -> rusqlite::Result<bool> {
    if !protocol::is_sound_throughout(conn)? {
        return Ok(false);
    }
    if !spec.has_log || protocol::schema_number(conn)? != spec.newest() {
        return Ok(true);
    }
    let expected = verify::expected_schema(spec, spec.newest())?;
    match is_made_as(conn, &expected).and_then(|ours| Ok(ours && agrees(conn)?)) {
        // A value of a kind that is never written there, or letters that are none.
        Err(error) if !matches!(error, rusqlite::Error::SqliteFailure(..)) => Ok(false),
        agrees => agrees,
    }
}

fn is_made_as(conn: &Connection, expected: &Schema) -> rusqlite::Result<bool> {
    Ok(contents::schema_of(conn)? == *expected)
}

/// Whether rows, log and words tell the same.
fn agrees(conn: &Connection) -> rusqlite::Result<bool> {
    let log = Log {
        conn,
        whole: is_whole(conn)?,
    };
    for table in tables::ALL {
        if !log.tells_of_rows(table)? {
            return Ok(false);
        }
    }
    Ok(log.tells_of_settings()? && log.is_behind_the_clock()? && words::are_as_written(conn)?)
}

/// Whether the log has every operation that was ever counted; after damage some may be lost, and their followers
/// then speak of values that nothing tells of.
pub(crate) fn is_whole(conn: &Connection) -> rusqlite::Result<bool> {
    conn.query_row(
        "SELECT NOT EXISTS (SELECT 1 FROM op GROUP BY device_id HAVING count(*) <> max(counter))",
        [],
        |row| row.get(0),
    )
}

pub(crate) struct Log<'c> {
    pub conn: &'c Connection,
    /// Every operation there ever was is in it.
    pub whole: bool,
}

/// What the log tells last of one field.
pub(crate) struct Last {
    pub field: String,
    pub value: Sql,
    pub stamp: i64,
}

impl Log<'_> {
    fn tells_of_rows(&self, table: &Table) -> rusqlite::Result<bool> {
        let sql = format!(
            "SELECT uuid, hlc, deleted_at, {} FROM {}",
            table.columns().join(", "),
            table.name
        );
        let mut statement = self.conn.prepare(&sql)?;
        // The offset of a moment follows from the rest of it, by the rules of time zones as they were known then.
        let compared: Vec<usize> = (3..statement.column_count())
            .filter(|&column| {
                statement
                    .column_name(column)
                    .is_ok_and(|name| !name.ends_with("_offset"))
            })
            .collect();
        let mut rows = statement.query([])?;
        let mut count: i64 = 0;
        while let Some(row) = rows.next()? {
            let uuid: String = row.get(0)?;
            let stamp: i64 = row.get(1)?;
            let deleted_at: Option<i64> = row.get(2)?;
            let Some(told) = self.last_of(table.name, &uuid)? else {
                return Ok(false);
            };
            let newest = told.iter().map(|last| last.stamp).max();
            let Some(expected) = as_told(table, uuid, &told) else {
                return Ok(false);
            };
            let Ok(values) = table.bind(&expected.values) else {
                return Ok(false);
            };
            for &column in &compared {
                if values.get(column - 3) != Some(&row.get::<_, Sql>(column)?) {
                    return Ok(false);
                }
            }
            if newest != Some(stamp) || expected.alive != deleted_at.is_none() {
                return Ok(false);
            }
            count += 1;
        }
        let known: i64 = self.conn.query_row(
            "SELECT count(*) FROM record WHERE in_table = ?1",
            [table.name],
            |row| row.get(0),
        )?;
        // A row that was lost to damage may have left its history behind.
        Ok(count == known || (!self.whole && count < known))
    }

    fn tells_of_settings(&self) -> rusqlite::Result<bool> {
        let mut statement = self.conn.prepare("SELECT name, value, hlc FROM setting")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (value, stamp): (Sql, i64) = (row.get(1)?, row.get(2)?);
            let told = self.last_of(SETTING, &row.get::<_, String>(0)?)?;
            let agrees = told.is_some_and(|told| {
                told.iter()
                    .any(|last| last.field == "value" && last.value == value && last.stamp == stamp)
            });
            if !agrees {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The last operation on each field of a record; `None` when there is none,
    /// or when two operations that follow each other do not fit together.
    pub(crate) fn last_of(&self, table: &str, uuid: &str) -> rusqlite::Result<Option<Vec<Last>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT field, value, hlc, old_value, prev_hlc FROM op
             WHERE record_no = (SELECT record_no FROM record WHERE uuid = ?1 AND in_table = ?2)
             ORDER BY field, hlc",
        )?;
        let mut rows = statement.query(params![uuid, table])?;
        let mut told: Vec<Last> = Vec::new();
        while let Some(row) = rows.next()? {
            let last = Last {
                field: row.get(0)?,
                value: row.get(1)?,
                stamp: row.get(2)?,
            };
            let (old, follows): (Sql, Option<i64>) = (row.get(3)?, row.get(4)?);
            let before = told.last().filter(|before| before.field == last.field);
            let fits = match (before, follows) {
                (Some(before), Some(follows)) if before.stamp == follows => before.value == old,
                (None, None) => old == Sql::Null,
                _ => !self.whole,
            };
            if !fits {
                return Ok(None);
            }
            if before.is_some() {
                told.pop();
            }
            told.push(last);
        }
        Ok((!told.is_empty()).then_some(told))
    }

    fn is_behind_the_clock(&self) -> rusqlite::Result<bool> {
        self.conn.query_row(
            "SELECT coalesce((SELECT max(hlc) FROM op), 0) <= (SELECT value FROM meta WHERE key = 'clock')
                AND coalesce((SELECT max(counter) FROM op WHERE device_id = (SELECT value FROM meta WHERE key = 'device')), 0)
                    <= (SELECT value FROM meta WHERE key = 'counter')",
            [],
            |row| row.get::<_, Option<bool>>(0),
        )
        .map(|behind| behind == Some(true))
    }
}

/// The row as the log tells of it; `None` when it tells of something that no row holds.
pub(crate) fn as_told(table: &Table, uuid: String, told: &[Last]) -> Option<RawRow> {
    let mut row = RawRow {
        uuid,
        alive: false,
        values: vec![Value::Nothing; table.fields.len()],
    };
    for last in told {
        if last.field == ALIVE {
            row.alive = match last.value {
                Sql::Integer(alive @ (0 | 1)) => alive == 1,
                _ => return None,
            };
        } else {
            let at = table.position(&last.field)?;
            let shape: Shape = table.fields.get(at)?.shape;
            *row.values.get_mut(at)? = Value::from_op((&last.value).into(), shape)?;
        }
    }
    Some(row)
}
