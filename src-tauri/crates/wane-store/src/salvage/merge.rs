//! One diary is completed by what another holds that is newer, or missing in it.
//!
//! Rows are settled by their stamps, as for a merge of two devices; the log is completed operation by operation,
//! and what only the log still tells of a row is applied to it. Both files are sound and of the newest schema.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, config::DbConfig, params};

use super::{DOING, replay, rules};
use crate::{OpenError, contents::quoted, oplog::SETTING, tables};

/// Completes the diary that `conn` has open for writing; returns how many records it gained or got newer.
pub(super) fn complete(conn: &mut Connection, other: &Path) -> Result<u64, OpenError> {
    let path = other.to_str().ok_or_else(|| OpenError::Io {
        doing: DOING,
        cause: "the path is not Unicode".to_owned(),
    })?;
    let result = conn
        .execute("ATTACH ?1 AS found", [path])
        .and_then(|_| merge(conn))
        .map_err(super::from_sqlite);
    // After a failure the connection is given up as a whole.
    if result.is_ok() {
        conn.execute_batch("DETACH found")
            .map_err(super::from_sqlite)?;
    }
    result
}

fn merge(conn: &mut Connection) -> rusqlite::Result<u64> {
    // Rows come before those they refer to; what leads nowhere in the end is left out.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    let transaction = conn.transaction()?;
    match_devices(&transaction)?;
    match_changes(&transaction)?;
    add_operations(&transaction)?;
    let mut gained = 0;
    for table in tables::ALL {
        gained += complete_table(&transaction, table.name, "uuid")?;
    }
    complete_table(&transaction, SETTING, "name")?;
    gained += replay::apply_newer_operations(&transaction)?;
    rules::leave_out_what_leads_nowhere(&transaction)?;
    crate::words::bring_up_to_date(&transaction)?;
    transaction.execute_batch(
        "DROP TABLE temp.device_of; DROP TABLE temp.change_of; DROP TABLE temp.op_of",
    )?;
    transaction.commit()?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    Ok(gained)
}

/// `device_of`: what a device of the other diary is called here.
fn match_devices(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "INSERT INTO main.device (uuid) SELECT uuid FROM found.device WHERE true ON CONFLICT DO NOTHING;
         CREATE TEMP TABLE device_of (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL);
         INSERT INTO device_of
            SELECT f.device_id, m.device_id FROM found.device f JOIN main.device m ON m.uuid = f.uuid;",
    )
}

/// `op_of`: the other diary's operations, with those that are here already; `change_of`: what its changes are called here.
///
/// A change is the same as one here if they share an operation, or, having none, if they say the same.
/// Any other gets a number after all that are here, in the order they had.
fn match_changes(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "CREATE TEMP TABLE op_of (
            theirs_device INTEGER, theirs_counter INTEGER, theirs_change INTEGER, ours_device INTEGER, ours_change INTEGER,
            PRIMARY KEY (theirs_device, theirs_counter)
         ) WITHOUT ROWID;
         INSERT INTO op_of
            SELECT f.device_id, f.counter, f.change_id, d.ours, (
                SELECT m.change_id FROM main.op m JOIN main.record mr ON mr.record_no = m.record_no
                WHERE m.device_id = d.ours AND m.counter = f.counter AND m.hlc = f.hlc AND m.field = f.field
                  AND mr.uuid = fr.uuid AND mr.in_table = fr.in_table)
            FROM found.op f JOIN found.record fr ON fr.record_no = f.record_no JOIN device_of d ON d.theirs = f.device_id;
         CREATE TEMP TABLE change_of (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL);
         INSERT INTO change_of
            SELECT theirs_change, min(ours_change) FROM op_of WHERE ours_change IS NOT NULL GROUP BY theirs_change;
         INSERT OR IGNORE INTO change_of
            SELECT f.change_id, m.change_id FROM found.change f JOIN main.change m ON m.at = f.at AND m.label = f.label
            WHERE f.change_id NOT IN (SELECT theirs_change FROM op_of)
              AND m.change_id NOT IN (SELECT change_id FROM main.op);",
    )?;
    let last: i64 = conn.query_row(
        "SELECT coalesce(max(change_id), 0) FROM main.change",
        [],
        |row| row.get(0),
    )?;
    conn.execute(
        "INSERT INTO change_of SELECT change_id, ?1 + row_number() OVER (ORDER BY change_id) FROM found.change
         WHERE change_id NOT IN (SELECT theirs FROM change_of)",
        [last],
    )?;
    let to_changes = rules::columns_to_changes(conn)?;
    let columns = columns(conn, "change")?;
    let values: Vec<String> = columns
        .iter()
        .map(|column| match column.as_str() {
            "change_id" => "c.ours".to_owned(),
            name if to_changes.iter().any(|to| to == name) => format!(
                "(SELECT ours FROM change_of WHERE theirs = f.{})",
                quoted(name)
            ),
            name => format!("f.{}", quoted(name)),
        })
        .collect();
    let sql = format!(
        "INSERT INTO main.change ({}) SELECT {} FROM found.change f JOIN change_of c ON c.theirs = f.change_id
         WHERE c.ours > ?1 ORDER BY c.ours",
        list(&columns),
        values.join(", ")
    );
    conn.execute(&sql, [last])?;
    // What was taken back, or brought back, since. That the other has lost a part of a change does not matter here.
    conn.execute(
        "UPDATE main.change SET undone_by = x.ours
         FROM found.change f JOIN change_of c ON c.theirs = f.change_id LEFT JOIN change_of x ON x.theirs = f.undone_by
         WHERE c.ours = change.change_id AND c.ours <= ?1 AND f.undone_by IS NOT f.change_id",
        [last],
    )?;
    Ok(())
}

/// Adds the operations that are not here. One whose number is taken by another here gets one after all.
fn add_operations(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "INSERT INTO main.record (uuid, in_table)
            SELECT uuid, in_table FROM found.record WHERE record_no IN (
                SELECT record_no FROM found.op JOIN op_of ON theirs_device = device_id AND theirs_counter = counter
                WHERE ours_change IS NULL)
            ON CONFLICT DO NOTHING;",
    )?;
    let columns = columns(conn, "op")?;
    let values: Vec<String> = columns
        .iter()
        .map(|column| match column.as_str() {
            "device_id" => "o.ours_device".to_owned(),
            "counter" => "CASE WHEN taken THEN beyond + row_number() OVER (PARTITION BY o.ours_device, taken ORDER BY f.counter)
                          ELSE f.counter END"
                .to_owned(),
            "change_id" => "c.ours".to_owned(),
            "record_no" => "m.record_no".to_owned(),
            name => format!("f.{}", quoted(name)),
        })
        .collect();
    let sql = format!(
        "INSERT INTO main.op ({columns})
         WITH new AS (
            SELECT op_of.*,
                EXISTS (SELECT 1 FROM main.op WHERE device_id = ours_device AND counter = theirs_counter) AS taken,
                max((SELECT coalesce(max(counter), 0) FROM main.op WHERE device_id = ours_device),
                    (SELECT coalesce(max(counter), 0) FROM found.op WHERE device_id = theirs_device)) AS beyond
            FROM op_of WHERE ours_change IS NULL)
         SELECT {values} FROM new o
         JOIN found.op f ON f.device_id = o.theirs_device AND f.counter = o.theirs_counter
         JOIN change_of c ON c.theirs = f.change_id
         JOIN found.record r ON r.record_no = f.record_no
         JOIN main.record m ON m.uuid = r.uuid AND m.in_table = r.in_table",
        columns = list(&columns),
        values = values.join(", ")
    );
    conn.execute(&sql, [])?;
    Ok(())
}

/// Takes over the rows that are newer, then those that are missing; a row that breaks a rule here is passed over.
fn complete_table(conn: &Connection, table: &str, key: &str) -> rusqlite::Result<u64> {
    let columns = columns(conn, table)?;
    let value = |column: &String| match column.as_str() {
        "device_id" => "d.ours".to_owned(),
        name => format!("f.{}", quoted(name)),
    };
    let table = quoted(table);
    let set: Vec<String> = columns
        .iter()
        .filter(|column| *column != key)
        .map(|column| format!("{} = {}", quoted(column), value(column)))
        .collect();
    // Removals free the keys under which others are taken over.
    let newer = conn.execute(
        &format!(
            "UPDATE OR IGNORE main.{table} SET {} FROM found.{table} f JOIN device_of d ON d.theirs = f.device_id
             WHERE f.{key} = {table}.{key} AND f.hlc > {table}.hlc",
            set.join(", ")
        ),
        [],
    )?;
    let missing = conn.execute(
        &format!(
            "INSERT OR IGNORE INTO main.{table} ({}) SELECT {} FROM found.{table} f JOIN device_of d ON d.theirs = f.device_id
             WHERE NOT EXISTS (SELECT 1 FROM main.{table} m WHERE m.{key} = f.{key})",
            list(&columns),
            columns.iter().map(value).collect::<Vec<_>>().join(", ")
        ),
        [],
    )?;
    Ok(u64::try_from(newer + missing).unwrap_or(u64::MAX))
}

fn columns(conn: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    conn.prepare("SELECT name FROM pragma_table_info(?1, 'main') ORDER BY cid")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

fn list(columns: &[String]) -> String {
    columns
        .iter()
        .map(|name| quoted(name))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Whether anything was ever saved in a diary.
pub(super) fn is_blank(conn: &Connection) -> rusqlite::Result<bool> {
    let any: Option<i64> = conn
        .query_row("SELECT 1 FROM change LIMIT 1", params![], |row| row.get(0))
        .optional()?;
    Ok(any.is_none())
}
