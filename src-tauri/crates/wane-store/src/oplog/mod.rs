//! The operation log: what every change did, field by field, in the order in which it did it.

mod statement;

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
use statement::{Before, Operation};

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
    /// Operations that are still to be written down; without [`Writer::hold`] none, between two records.
    held: Vec<Operation>,
    holds: bool,
}

/// Whether a change is the user's, or takes back or brings back one of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    New,
    UndoOf(i64),
    RedoOf(i64),
}

/// A field, what it was, and what it is now.
type Differs<'v> = (&'static str, &'v Value, &'v Value);

/// A record whose operations are being logged.
struct Logged {
    stamp: Hlc,
    /// Its short name in the log.
    number: i64,
    /// Whether the log knew nothing of it before.
    is_new: bool,
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
            held: Vec::new(),
            holds: false,
        })
    }

    /// From now on the operations of new records are written down together.
    pub(crate) fn hold(&mut self) {
        self.holds = true;
    }

    /// Writes down what is held, and holds nothing any more.
    pub(crate) fn let_go(&mut self, conn: &Connection) -> Result<()> {
        self.holds = false;
        self.write_held(conn, 1)
    }

    /// Writes down what is held, as long as there are so many.
    fn write_held(&mut self, conn: &Connection, at_least: usize) -> Result<()> {
        while self.held.len() >= at_least {
            let of = (self.device_id, self.change_id(conn)?);
            let some = self.held.len().min(statement::MOST);
            let some: Vec<Operation> = self.held.drain(..some).collect();
            statement::write(conn, of, &some, Before::None)?;
        }
        Ok(())
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
        let record = match before {
            Some(_) => Logged::of(conn, stamp, table.name, &after.uuid)?,
            None => Logged::of_new_row(conn, stamp, table.name, &after.uuid)?,
        };
        let presence = (was_alive != is_alive).then_some((ALIVE, &was_alive, &is_alive));
        let fields = changed.into_iter().filter_map(|at| {
            let (old, new) = (old_values.get(at)?, after.values.get(at)?);
            Some((table.fields.get(at)?.name, old, new))
        });
        let operations: Vec<Differs<'_>> = presence.into_iter().chain(fields).collect();
        self.log(conn, &record, &operations)?;
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
        let record = Logged::of(conn, stamp, SETTING, name)?;
        self.log(conn, &record, &[("value", before, after)])?;
        Ok(true)
    }

    fn next_stamp(&mut self) -> Hlc {
        self.clock = self.clock.tick(self.now);
        self.clock
    }

    /// Writes down what happened to the fields of one record.
    fn log(
        &mut self,
        conn: &Connection,
        record: &Logged,
        operations: &[Differs<'_>],
    ) -> Result<()> {
        if !record.is_new {
            // What is held may be the operation before one of these.
            self.write_held(conn, 1)?;
        }
        for (field, old, new) in operations {
            self.counter += 1;
            self.written += 1;
            self.held.push(Operation {
                counter: self.counter,
                stamp: record.stamp.to_bits(),
                record: record.number,
                field,
                value: new.to_op(),
                old: old.to_op(),
            });
        }
        if record.is_new {
            return self.write_held(conn, if self.holds { statement::MOST } else { 1 });
        }
        let of = (self.device_id, self.change_id(conn)?);
        let of_this_record = std::mem::take(&mut self.held);
        statement::write(conn, of, &of_this_record, Before::Perhaps)
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

impl Logged {
    /// As [`Logged::of`] of a row that was not there, which the log hardly ever knows.
    fn of_new_row(conn: &Connection, stamp: Hlc, table: &str, uuid: &str) -> Result<Logged> {
        let made = conn
            .prepare_cached(
                "INSERT INTO record (uuid, in_table) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            )?
            .execute([uuid, table])?;
        if made == 0 {
            return Logged::of(conn, stamp, table, uuid);
        }
        Ok(Logged {
            stamp,
            number: conn.last_insert_rowid(),
            is_new: true,
        })
    }

    /// The record's short name in the log is given to it with its first operation.
    fn of(conn: &Connection, stamp: Hlc, table: &str, uuid: &str) -> Result<Logged> {
        let known: Option<i64> = conn
            .prepare_cached("SELECT record_no FROM record WHERE uuid = ?1 AND in_table = ?2")?
            .query_row([uuid, table], |row| row.get(0))
            .optional()?;
        if known.is_none() {
            conn.prepare_cached("INSERT INTO record (uuid, in_table) VALUES (?1, ?2)")?
                .execute([uuid, table])?;
        }
        Ok(Logged {
            stamp,
            number: known.unwrap_or_else(|| conn.last_insert_rowid()),
            is_new: known.is_none(),
        })
    }
}
