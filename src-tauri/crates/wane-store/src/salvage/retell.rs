//! After a loss the log is made to tell everything again.
//!
//! Rows and log are two copies of one diary, and a check compares them. Where operations were lost, the rows that
//! could be read are written down anew, as one change that nobody can take back; where rows were lost for good,
//! what the log says of them is left out.

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::DOING;
use crate::{
    OpenError,
    agree::{self, Log},
    oplog::{ALIVE, ChangeKind, SETTING, Writer},
    table::{RawRow, Table},
    tables,
    value::Value,
};

/// The label of the change that writes down anew.
const LABEL: &str = "recover";

/// Lets the log tell of every row and every setting what it holds. The diary must know its device already.
pub(super) fn retell(conn: &mut Connection, now: DateTime<Utc>) -> Result<(), OpenError> {
    let mut tell = || -> crate::Result<()> {
        let transaction = conn.transaction()?;
        let mut writer = Writer::begin(&transaction, LABEL, ChangeKind::New, now)?;
        for table in tables::ALL {
            forget_lost_rows(&transaction, table)?;
            for uuid in names(&transaction, table.name, "uuid")? {
                tell_of_row(&transaction, &mut writer, table, &uuid)?;
            }
        }
        for name in names(&transaction, SETTING, "name")? {
            tell_of_setting(&transaction, &mut writer, &name)?;
        }
        if let Some(change) = writer.written_as() {
            transaction.execute(
                "UPDATE change SET undone_by = change_id WHERE change_id = ?1",
                [change],
            )?;
        }
        writer.finish(&transaction)?;
        crate::words::bring_up_to_date(&transaction)?;
        Ok(transaction.commit()?)
    };
    tell().map_err(|error| OpenError::from_error(DOING, error))
}

fn names(conn: &Connection, table: &str, key: &str) -> rusqlite::Result<Vec<String>> {
    conn.prepare(&format!("SELECT {key} FROM {table}"))?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// Leaves out the history of records whose rows could not be brought back.
fn forget_lost_rows(conn: &Connection, table: &Table) -> rusqlite::Result<()> {
    let lost: Vec<i64> = conn
        .prepare(&format!(
            "SELECT record_no FROM record WHERE in_table = ?1
             AND NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.uuid = record.uuid)",
            table = table.name
        ))?
        .query_map([table.name], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for record_no in lost {
        forget(conn, record_no)?;
        conn.execute("DELETE FROM record WHERE record_no = ?1", [record_no])?;
    }
    Ok(())
}

/// Leaves out the operations on a record, and closes the changes they belonged to.
fn forget(conn: &Connection, record_no: i64) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "UPDATE change SET undone_by = change_id WHERE undone_by IS NULL
         AND change_id IN (SELECT change_id FROM op WHERE record_no = ?1)",
    )?
    .execute([record_no])?;
    conn.prepare_cached("DELETE FROM op WHERE record_no = ?1")?
        .execute([record_no])?;
    Ok(())
}

fn forget_named(conn: &Connection, table: &str, name: &str) -> rusqlite::Result<()> {
    let known: Vec<i64> = conn
        .prepare_cached("SELECT record_no FROM record WHERE in_table = ?1 AND uuid = ?2")?
        .query_map([table, name], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    known
        .into_iter()
        .try_for_each(|record_no| forget(conn, record_no))
}

fn tell_of_row(
    conn: &Connection,
    writer: &mut Writer,
    table: &'static Table,
    uuid: &str,
) -> crate::Result<()> {
    let row = conn
        .prepare_cached(&table.select("WHERE uuid = ?1"))?
        .query([uuid])?
        .next()?
        .map(|row| table.read(row));
    let Some(row) = row.transpose()? else {
        return Ok(());
    };
    let told = told_of_row(conn, table, uuid)?;
    match told {
        Some((told, _)) if told != row => {
            writer.write_row(conn, table, Some(&told), &row)?;
        }
        Some((_, newest)) => {
            conn.prepare_cached(&format!(
                "UPDATE {} SET hlc = ?2 WHERE uuid = ?1 AND hlc <> ?2",
                table.name
            ))?
            .execute(rusqlite::params![uuid, newest])?;
        }
        None => {
            forget_named(conn, table.name, uuid)?;
            conn.prepare_cached(&format!("DELETE FROM {} WHERE uuid = ?1", table.name))?
                .execute([uuid])?;
            if row.alive {
                writer.write_row(conn, table, None, &row)?;
            } else {
                // A row is made before it is removed.
                let made = RawRow {
                    alive: true,
                    ..row.clone()
                };
                writer.write_row(conn, table, None, &made)?;
                writer.write_row(conn, table, Some(&made), &row)?;
            }
        }
    }
    Ok(())
}

/// The row as the log tells of it, and the stamp of its last operation;
/// `None` when the log does not tell of its making, or tells what cannot be.
fn told_of_row(
    conn: &Connection,
    table: &'static Table,
    uuid: &str,
) -> rusqlite::Result<Option<(RawRow, i64)>> {
    // Whether the log is whole can change while it is being mended: what does not follow is never taken for told.
    let log = Log { conn, whole: true };
    let Some(told) = log.last_of(table.name, uuid)? else {
        return Ok(None);
    };
    if !told.iter().any(|last| last.field == ALIVE) {
        return Ok(None);
    }
    let newest = told.iter().map(|last| last.stamp).max();
    Ok(agree::as_told(table, uuid.to_owned(), &told).zip(newest))
}

fn tell_of_setting(conn: &Connection, writer: &mut Writer, name: &str) -> crate::Result<()> {
    let value: Value = conn
        .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
        .query_row([name], |row| row.get(0))?;
    let log = Log { conn, whole: true };
    let told = log.last_of(SETTING, name)?.and_then(|told| {
        let last = told.into_iter().find(|last| last.field == "value")?;
        let known = Value::from_op((&last.value).into(), crate::value::Shape::One)?;
        Some((known, last.stamp))
    });
    match told {
        Some((known, stamp)) if known == value => {
            conn.prepare_cached("UPDATE setting SET hlc = ?2 WHERE name = ?1 AND hlc <> ?2")?
                .execute(rusqlite::params![name, stamp])?;
        }
        Some((known, _)) => {
            writer.write_setting(conn, name, &known, &value)?;
        }
        None => {
            forget_named(conn, SETTING, name)?;
            conn.prepare_cached("DELETE FROM setting WHERE name = ?1")?
                .execute([name])?;
            writer.write_setting(conn, name, &Value::Nothing, &value)?;
        }
    }
    Ok(())
}
