//! Rows are brought up to what the log tells of them: it is a second copy of everything.

use rusqlite::{Connection, params_from_iter, types::Value as Sql};

use super::rules;
use crate::{
    Error,
    hlc::Hlc,
    oplog::{ALIVE, SETTING},
    table::{RawRow, Table},
    tables,
    value::{Shape, Value},
};

/// Applies to every row the operations that are newer than the row; returns how many rows were made or altered.
///
/// A row always bears the stamp of its last operation. One that is older than the log, or missing,
/// has been lost where it was newest.
pub(super) fn apply_newer_operations(conn: &Connection) -> rusqlite::Result<u64> {
    let mut applied = 0;
    for table in tables::ALL {
        for (record_no, uuid) in behind(conn, table.name, "uuid")? {
            applied += u64::from(bring_up(conn, table, record_no, &uuid)?);
        }
    }
    for (record_no, name) in behind(conn, SETTING, "name")? {
        bring_up_setting(conn, record_no, &name)?;
    }
    Ok(applied)
}

/// The records of a table whose rows are missing or older than their last operation.
fn behind(conn: &Connection, table: &str, key: &str) -> rusqlite::Result<Vec<(i64, String)>> {
    conn.prepare(&format!(
        "SELECT record_no, record.uuid FROM main.record LEFT JOIN main.{table} AS row ON row.{key} = record.uuid
         WHERE in_table = ?1 AND coalesce(row.hlc, -1) < (SELECT max(hlc) FROM main.op WHERE op.record_no = record.record_no)"
    ))?
    .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// One operation that is newer than its row.
struct Newer {
    field: String,
    value: Sql,
    stamp: i64,
    device: i64,
}

fn newer(conn: &Connection, record_no: i64, than: i64) -> rusqlite::Result<Vec<Newer>> {
    conn.prepare_cached(
        "SELECT field, value, hlc, device_id FROM main.op WHERE record_no = ?1 AND hlc > ?2 ORDER BY hlc, device_id, counter",
    )?
    .query_map([record_no, than], |row| {
        Ok(Newer {
            field: row.get(0)?,
            value: row.get(1)?,
            stamp: row.get(2)?,
            device: row.get(3)?,
        })
    })?
    .collect()
}

fn bring_up(
    conn: &Connection,
    table: &Table,
    record_no: i64,
    uuid: &str,
) -> rusqlite::Result<bool> {
    let before = conn
        .prepare_cached(&table.select("WHERE uuid = ?1"))?
        .query([uuid])?
        .next()?
        .map(|row| table.read(row));
    let before = match before {
        Some(Ok(row)) => Some(row),
        // Such rows were left out before.
        Some(Err(_)) => return Ok(false),
        None => None,
    };
    let stamp = match before {
        Some(_) => conn.query_row(
            &format!("SELECT hlc FROM {} WHERE uuid = ?1", table.name),
            [uuid],
            |row| row.get(0),
        )?,
        None => -1,
    };
    let is_there = before.is_some();
    let mut row = before.unwrap_or_else(|| RawRow {
        uuid: uuid.to_owned(),
        alive: false,
        values: vec![Value::Nothing; table.fields.len()],
    });
    let operations = newer(conn, record_no, stamp)?;
    let Some(last) = operations.last() else {
        return Ok(false);
    };
    for operation in &operations {
        if operation.field == ALIVE {
            row.alive = operation.value == Sql::Integer(1);
        } else if let Some(at) = table.position(&operation.field)
            && let (Some(slot), Some(field)) = (row.values.get_mut(at), table.fields.get(at))
            && let Some(value) = Value::from_op((&operation.value).into(), field.shape)
        {
            *slot = value;
        }
    }
    if !rules::is_record(table, row.clone()) {
        return Ok(false);
    }
    let Ok(columns) = table.bind(&row.values) else {
        return Ok(false);
    };
    let deleted_at = (!row.alive).then(|| Hlc::from_bits(last.stamp).wall_ms());
    let head: [Sql; 3] = [last.stamp.into(), last.device.into(), deleted_at.into()];
    let name = Sql::from(uuid.to_owned());
    let written = if is_there {
        let values = head.into_iter().chain(columns).chain([name]);
        conn.prepare_cached(&table.update())?
            .execute(params_from_iter(values))
    } else {
        let values = [name].into_iter().chain(head).chain(columns);
        conn.prepare_cached(&table.insert())?
            .execute(params_from_iter(values))
    };
    kept_rules(written)
}

fn bring_up_setting(conn: &Connection, record_no: i64, name: &str) -> rusqlite::Result<()> {
    let operations = newer(conn, record_no, -1)?;
    let Some(last) = operations
        .iter()
        .rfind(|operation| operation.field == "value")
    else {
        return Ok(());
    };
    let Some(value) = Value::from_op((&last.value).into(), Shape::One) else {
        return Ok(());
    };
    let written = conn
        .prepare_cached(
            "INSERT INTO main.setting (name, value, hlc, device_id) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (name) DO UPDATE SET value = ?2, hlc = ?3, device_id = ?4",
        )?
        .execute(rusqlite::params![name, value, last.stamp, last.device]);
    kept_rules(written).map(drop)
}

/// Whether a row was written; one that breaks a rule of the schema was not.
fn kept_rules(written: rusqlite::Result<usize>) -> rusqlite::Result<bool> {
    match written {
        Ok(_) => Ok(true),
        Err(error) if matches!(Error::from_sqlite(&error), Error::Refused { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}
