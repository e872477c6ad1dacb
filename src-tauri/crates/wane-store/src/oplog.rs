//! The operation log: what every change did, field by field, in the order in which it did it.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::{
    Result,
    hlc::Hlc,
    table::{RawRow, Table},
    value::Value,
    words,
};

/// The field that says whether a row is there.
pub(crate) const ALIVE: &str = "alive";
/// The table of settings, whose rows are called by the setting's name.
pub(crate) const SETTING: &str = "setting";

/// Writes rows and the operations that tell of them; both belong to one transaction, which the caller keeps.
#[derive(Debug)]
pub(crate) struct Writer {
    /// The change being written; `None` until something really changes.
    change_id: Option<i64>,
    kind: ChangeKind,
    label: String,
    now: DateTime<Utc>,
    device_id: i64,
    clock: Hlc,
    counter: i64,
    written: u64,
    touched: BTreeSet<NaiveDate>,
}

/// Whether a change is the user's, or takes back or brings back one of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    New,
    UndoOf(i64),
    RedoOf(i64),
}

/// What was written.
#[derive(Debug)]
pub(crate) struct Written {
    pub operations: u64,
    pub touched: BTreeSet<NaiveDate>,
}

impl Writer {
    /// Reads where the clock and the count of operations stand; the transaction must have begun.
    pub(crate) fn begin(
        conn: &Connection,
        label: &str,
        kind: ChangeKind,
        now: DateTime<Utc>,
    ) -> Result<Writer> {
        let mut meta = conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        let mut number = |key: &str| meta.query_row([key], |row| row.get::<_, i64>(0));
        Ok(Writer {
            change_id: None,
            kind,
            label: label.to_owned(),
            now,
            device_id: number("device")?,
            clock: Hlc::from_bits(number("clock")?),
            counter: number("counter")?,
            written: 0,
            touched: BTreeSet::new(),
        })
    }

    /// The number of the change, if anything was written.
    pub(crate) fn written_as(&self) -> Option<i64> {
        self.change_id
    }

    /// Writes down how far the clock and the count have come.
    pub(crate) fn finish(self, conn: &Connection) -> Result<Written> {
        if self.change_id.is_some() {
            let mut meta = conn.prepare_cached("UPDATE meta SET value = ?2 WHERE key = ?1")?;
            meta.execute(params!["clock", self.clock.to_bits()])?;
            meta.execute(params!["counter", self.counter])?;
        }
        Ok(Written {
            operations: self.written,
            touched: self.touched,
        })
    }

    /// Brings a row to the given content, from what it holds now (`None`: there never was such a row).
    /// Returns whether anything differed.
    pub(crate) fn write_row(
        &mut self,
        conn: &Connection,
        table: &Table,
        before: Option<&RawRow>,
        after: &RawRow,
    ) -> Result<bool> {
        let fresh = vec![Value::Nothing; table.fields.len()];
        let (old_values, was_alive) = before.map_or((&fresh, Value::Nothing), |row| {
            (&row.values, Value::Whole(row.alive.into()))
        });
        let is_alive = Value::Whole(after.alive.into());
        let changed: Vec<usize> = (0..table.fields.len())
            .filter(|&at| old_values.get(at) != after.values.get(at))
            .collect();
        if changed.is_empty() && was_alive == is_alive {
            return Ok(false);
        }
        // The row comes first, so that the operations are only of what the schema has accepted.
        let stamp = self.next_stamp();
        let deleted_at = (!after.alive).then(|| self.now.timestamp_millis());
        let columns = table.bind(&after.values)?;
        let mut bound: Vec<rusqlite::types::Value> = Vec::with_capacity(columns.len() + 4);
        let head = [
            stamp.to_bits().into(),
            self.device_id.into(),
            deleted_at.into(),
        ];
        if before.is_some() {
            bound.extend(head);
            bound.extend(columns);
            bound.push(after.uuid.clone().into());
            conn.prepare_cached(&table.update())?
                .execute(rusqlite::params_from_iter(bound))?;
        } else {
            bound.push(after.uuid.clone().into());
            bound.extend(head);
            bound.extend(columns);
            conn.prepare_cached(&table.insert())?
                .execute(rusqlite::params_from_iter(bound))?;
        }
        if words::worded(table.name).is_some() {
            words::bring_up_to_date(conn)?;
        }
        let record_no = record_no(conn, table.name, &after.uuid)?;
        if was_alive != is_alive {
            self.log(conn, stamp, record_no, ALIVE, &was_alive, &is_alive)?;
        }
        for at in changed {
            if let (Some(field), Some(old), Some(new)) = (
                table.fields.get(at),
                old_values.get(at),
                after.values.get(at),
            ) {
                self.log(conn, stamp, record_no, field.name, old, new)?;
            }
        }
        self.touched.extend(
            before
                .filter(|row| row.alive)
                .map(|row| table.touched(&row.values))
                .unwrap_or_default(),
        );
        if after.alive {
            self.touched.extend(table.touched(&after.values));
        }
        Ok(true)
    }

    /// Brings a setting to the given value, from what it is now. Returns whether it differed.
    pub(crate) fn write_setting(
        &mut self,
        conn: &Connection,
        name: &str,
        before: &Value,
        after: &Value,
    ) -> Result<bool> {
        if before == after {
            return Ok(false);
        }
        let stamp = self.next_stamp();
        conn.prepare_cached(
            "INSERT INTO setting (name, value, hlc, device_id) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (name) DO UPDATE SET value = ?2, hlc = ?3, device_id = ?4",
        )?
        .execute(params![name, after, stamp.to_bits(), self.device_id])?;
        let record_no = record_no(conn, SETTING, name)?;
        self.log(conn, stamp, record_no, "value", before, after)?;
        Ok(true)
    }

    fn next_stamp(&mut self) -> Hlc {
        self.clock = self.clock.tick(self.now);
        self.clock
    }

    fn log(
        &mut self,
        conn: &Connection,
        stamp: Hlc,
        record_no: i64,
        field: &str,
        old: &Value,
        new: &Value,
    ) -> Result<()> {
        let change_id = self.change_id(conn)?;
        self.counter += 1;
        self.written += 1;
        conn.prepare_cached(
            "INSERT INTO op (device_id, counter, change_id, hlc, record_no, field, value, old_value, prev_hlc)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, (SELECT max(hlc) FROM op WHERE record_no = ?5 AND field = ?6))",
        )?
        .execute(params![self.device_id, self.counter, change_id, stamp.to_bits(), record_no, field, new.to_op(), old.to_op()])?;
        Ok(())
    }

    /// Notes in the change, if one was written, that it takes back what another one made.
    pub(crate) fn note_taking_back(&self, conn: &Connection, target: i64) -> Result<()> {
        if let Some(change_id) = self.change_id {
            conn.prepare_cached("UPDATE change SET takes_back = ?2 WHERE change_id = ?1")?
                .execute([change_id, target])?;
        }
        Ok(())
    }

    /// The change these operations belong to, written down with the first of them.
    pub(crate) fn change_id(&mut self, conn: &Connection) -> Result<i64> {
        if let Some(change_id) = self.change_id {
            return Ok(change_id);
        }
        let (undoes, redoes) = match self.kind {
            ChangeKind::New => (None, None),
            ChangeKind::UndoOf(change) => (Some(change), None),
            ChangeKind::RedoOf(change) => (None, Some(change)),
        };
        conn.prepare_cached(
            "INSERT INTO change (label, at, undoes, redoes) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            self.label,
            self.now.timestamp_millis(),
            undoes,
            redoes
        ])?;
        let change_id = conn.last_insert_rowid();
        self.change_id = Some(change_id);
        Ok(change_id)
    }
}

/// The short name of a record in the log, given to it with its first operation.
fn record_no(conn: &Connection, table: &str, uuid: &str) -> Result<i64> {
    let known: Option<i64> = conn
        .prepare_cached("SELECT record_no FROM record WHERE uuid = ?1 AND in_table = ?2")?
        .query_row([uuid, table], |row| row.get(0))
        .optional()?;
    if let Some(record_no) = known {
        return Ok(record_no);
    }
    conn.prepare_cached("INSERT INTO record (uuid, in_table) VALUES (?1, ?2)")?
        .execute([uuid, table])?;
    Ok(conn.last_insert_rowid())
}
