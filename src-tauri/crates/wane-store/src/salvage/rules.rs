//! The rules that what was salvaged has to keep, and what is done about rows that do not.

use rusqlite::{Connection, params};
use wane_domain::{
    Id,
    diary::{
        Annotation, Awakening, DayEntry, DeviceSleep, Dose, Experiment, ExperimentDay, Factor,
        FactorValue, FlareLine, FlareNote, Instruction, Interference, Light, Medicine,
        MedicineTaken, NamedPain, Nap, Night, Note, PainRating, Routine, Span, WindDown, Worry,
    },
};

use crate::{
    ImportBatch, Record,
    contents::quoted,
    hlc::Hlc,
    oplog::{ALIVE, SETTING},
    table::{RawRow, Table},
    tables,
    value::{Shape, Value},
};

/// No clock was ever so far ahead, in milliseconds of 1970's count: the beginning of the year 2200.
const LATEST_STAMP: i64 = 7_258_118_400_000;

/// The table of changes, whose rows refer to each other.
const CHANGE: &str = "change";

/// Leaves out every row that refers to one that is not there; returns how many of them were records.
///
/// A change that refers to one that could not be read stays, but can no longer be taken back.
pub(super) fn leave_out_what_leads_nowhere(conn: &Connection) -> rusqlite::Result<u64> {
    let mut left_out = 0;
    loop {
        let mut found = 0;
        for (table, column, parent, key) in references(conn)? {
            let nowhere = format!(
                "{column} IS NOT NULL AND {column} NOT IN (SELECT {} FROM {})",
                quoted(&key),
                quoted(&parent),
                column = quoted(&column)
            );
            if table == CHANGE && parent == CHANGE {
                conn.execute(
                    &format!("UPDATE change SET undone_by = change_id WHERE {nowhere}"),
                    [],
                )?;
                if column != "undone_by" {
                    conn.execute(
                        &format!(
                            "UPDATE change SET {} = NULL WHERE {nowhere}",
                            quoted(&column)
                        ),
                        [],
                    )?;
                }
                continue;
            }
            let gone = conn.execute(
                &format!("DELETE FROM {} WHERE {nowhere}", quoted(&table)),
                [],
            )?;
            found += gone;
            if tables::named(&table).is_some() {
                left_out += u64::try_from(gone).unwrap_or(u64::MAX);
            }
        }
        if found == 0 {
            return Ok(left_out);
        }
    }
}

/// Every reference of the schema: from which table and column, to which.
fn references(conn: &Connection) -> rusqlite::Result<Vec<(String, String, String, String)>> {
    conn.prepare(
        "SELECT m.name, f.\"from\", f.\"table\", f.\"to\" FROM main.sqlite_schema m, pragma_foreign_key_list(m.name) f
         WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY m.name, f.id",
    )?
    .query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?
    .collect()
}

/// The columns of a change that name another change.
pub(super) fn columns_to_changes(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    Ok(references(conn)?
        .into_iter()
        .filter(|(table, _, parent, _)| table == CHANGE && parent == CHANGE)
        .map(|(_, column, _, _)| column)
        .collect())
}

/// Closes every change of which an operation may have been lost: half a change must never be taken back.
///
/// A closed change is one that counts as taken back by itself; it stays in the history, and undo passes it over.
/// The operations of a change are numbered without a gap, and so are the changes of one device,
/// so that what is missing shows.
pub(super) fn close_incomplete_changes(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "WITH run AS (
            SELECT change_id, device_id, min(counter) AS low, max(counter) AS high, count(*) AS n
            FROM op GROUP BY change_id, device_id
        )
        UPDATE change SET undone_by = change_id
        WHERE undone_by IS NULL AND change_id IN (
            SELECT change_id FROM run WHERE n <> high - low + 1
                OR low > 1 AND NOT EXISTS (SELECT 1 FROM op WHERE op.device_id = run.device_id AND counter = low - 1)
                OR NOT EXISTS (SELECT 1 FROM op WHERE op.device_id = run.device_id AND counter = high + 1)
                    AND high IS NOT (SELECT value FROM meta WHERE key = 'counter'
                        AND run.device_id = (SELECT value FROM meta WHERE key = 'device'))
            UNION ALL SELECT change_id FROM change WHERE change_id NOT IN (SELECT change_id FROM op)
        )",
    )
}

/// Leaves out rows that do not make a record; returns how many.
pub(super) fn leave_out_unreadable_rows(conn: &Connection, table: &Table) -> rusqlite::Result<u64> {
    // As bytes, since a name that has rotted need not even be letters any more.
    let mut bad: Vec<Vec<u8>> = Vec::new();
    {
        let mut statement = conn.prepare(&table.select(""))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let makes_a_record = table.read(row).is_ok_and(|row| is_record(table, row));
            if !makes_a_record {
                bad.push(row.get_ref(0)?.as_bytes().unwrap_or_default().to_vec());
            }
        }
    }
    let mut delete = conn.prepare(&format!(
        "DELETE FROM {} WHERE CAST(uuid AS BLOB) = ?1",
        table.name
    ))?;
    // Its words go with its own passage, which is looked for by its name.
    let mut forget =
        conn.prepare("DELETE FROM unindexed WHERE in_table = ?2 AND CAST(uuid AS BLOB) = ?1")?;
    for uuid in &bad {
        delete.execute([uuid])?;
        forget.execute(params![uuid, table.name])?;
    }
    Ok(u64::try_from(bad.len()).unwrap_or(u64::MAX))
}

/// Whether a row of that table is a record of its kind; every kind of [`tables::ALL`] is named here.
pub(crate) fn is_record(table: &Table, row: RawRow) -> bool {
    macro_rules! of_its_kind {
        ($($record:ty),+ $(,)?) => {
            match table.name {
                $(name if name == <$record as Record>::TABLE.name => row.into_record::<$record>().is_ok(),)+
                _ => false,
            }
        };
    }
    of_its_kind!(
        Night,
        Nap,
        Awakening,
        DeviceSleep,
        NamedPain,
        PainRating,
        DayEntry,
        Factor,
        FactorValue,
        Dose,
        Routine,
        Instruction,
        Light,
        Medicine,
        MedicineTaken,
        Span,
        FlareLine,
        FlareNote,
        Note,
        Annotation,
        Interference,
        WindDown,
        Worry,
        Experiment,
        ExperimentDay,
        ImportBatch,
    )
}

/// Leaves out operations on what is neither a record nor a setting, and those whose values are none.
pub(super) fn leave_out_unreadable_operations(conn: &Connection) -> rusqlite::Result<()> {
    let mut bad_records: Vec<i64> = Vec::new();
    let mut bad_operations: Vec<(i64, i64, i64)> = Vec::new();
    {
        let mut statement =
            conn.prepare("SELECT record_no, in_table, CAST(uuid AS BLOB) FROM record")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let table: Option<String> = row.get(1).ok();
            let name = String::from_utf8(row.get(2)?).ok();
            let known = match (table.as_deref(), name) {
                (Some(SETTING), Some(_)) => true,
                (Some(table), Some(name)) => {
                    tables::named(table).is_some() && name.parse::<Id>().is_ok()
                }
                _ => false,
            };
            if !known {
                bad_records.push(row.get(0)?);
            }
        }
        let mut statement = conn.prepare(
            "SELECT device_id, counter, change_id, in_table, field, value, old_value, hlc FROM op JOIN record USING (record_no)",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let table: Option<String> = row.get(3).ok();
            let field: Option<String> = row.get(4).ok();
            let shape = match (table.as_deref(), field.as_deref()) {
                (Some(table), Some(field)) => shape_of(table, field),
                _ => None,
            };
            let understood = shape.is_some_and(|shape| {
                [5, 6].iter().all(|&at| {
                    row.get_ref(at)
                        .is_ok_and(|stored| Value::from_op(stored, shape).is_some())
                })
            }) && row
                .get(7)
                .is_ok_and(|stamp| (0..LATEST_STAMP).contains(&Hlc::from_bits(stamp).wall_ms()));
            if !understood {
                bad_operations.push((row.get(0)?, row.get(1)?, row.get(2)?));
            }
        }
    }
    let mut close = conn.prepare(
        "UPDATE change SET undone_by = change_id WHERE undone_by IS NULL AND change_id = ?1",
    )?;
    for (device, counter, change) in bad_operations {
        close.execute([change])?;
        conn.execute(
            "DELETE FROM op WHERE device_id = ?1 AND counter = ?2",
            params![device, counter],
        )?;
    }
    for record in bad_records {
        conn.execute(
            "UPDATE change SET undone_by = change_id WHERE undone_by IS NULL
                AND change_id IN (SELECT change_id FROM op WHERE record_no = ?1)",
            [record],
        )?;
        conn.execute("DELETE FROM op WHERE record_no = ?1", [record])?;
        conn.execute("DELETE FROM record WHERE record_no = ?1", [record])?;
    }
    Ok(())
}

/// How a field is kept in the log; `None` when there is no such field.
fn shape_of(table: &str, field: &str) -> Option<Shape> {
    match (table, field) {
        (SETTING, "value") | (_, ALIVE) => Some(Shape::One),
        (SETTING, _) => None,
        _ => {
            let table = tables::named(table)?;
            table
                .fields
                .get(table.position(field)?)
                .map(|field| field.shape)
        }
    }
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::{backup::verify, diary::DIARY};

    #[test]
    fn every_kind_of_record_is_known_by_its_rows() {
        for table in tables::ALL {
            let row = RawRow {
                uuid: "no name".into(),
                alive: true,
                values: vec![Value::Nothing; table.fields.len()],
            };
            assert!(
                !is_record(table, row),
                "{}: a row without a name is no record",
                table.name
            );
        }
        // That every kind is accepted, too, is seen where a whole diary is salvaged.
    }

    #[test]
    fn every_reference_is_seen() {
        let model = verify::made_in_memory(&DIARY, DIARY.newest()).unwrap();
        let found = references(&model).unwrap();
        let expected: i64 = model
            .query_row(
                "SELECT count(*) FROM sqlite_schema m, pragma_foreign_key_list(m.name)",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(
            i64::try_from(found.len()).unwrap(),
            expected,
            "none is passed over"
        );
        assert!(
            columns_to_changes(&model)
                .unwrap()
                .contains(&"undone_by".to_owned()),
            "changes name each other"
        );
    }
}
