//! Undo and redo.
//!
//! Taking a change back is a change of its own, which gives every field the value it had before.
//! Nothing is ever struck from the log, so undo and redo survive a restart and reach other devices like any edit.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension as _, types::Value as Sql};
use wane_domain::Id;

use crate::{
    Change, Diary, Error, Label, Reader, Result, Saved,
    oplog::{ALIVE, ChangeKind, SETTING},
    table::{RawRow, Table},
    tables,
    value::{Shape, Value},
};

/// What an undo or redo did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The label of the change that was taken back or brought back.
    pub label: Label,
    /// The local dates whose records changed.
    pub touched: BTreeSet<NaiveDate>,
}

pub(crate) const UNDO_NEXT: &str = "
    SELECT change_id, label FROM change WHERE change_id =
        (SELECT max(change_id) FROM change WHERE undone_by IS NULL AND undoes IS NULL AND redoes IS NULL)";

// An undo can be taken back only while nothing new has been saved since.
pub(crate) const REDO_NEXT: &str = "
    SELECT change_id, label, undoes FROM change WHERE change_id =
        (SELECT max(change_id) FROM change WHERE undone_by IS NULL AND undoes IS NOT NULL)
    AND change_id > (SELECT max(change_id) FROM change WHERE undoes IS NULL AND redoes IS NULL)";

// The operations of one change are those of one device.
pub(crate) const OPERATIONS_OF: &str = "
    SELECT in_table, uuid, field, old_value, value FROM op JOIN record USING (record_no)
    WHERE change_id = ?1 ORDER BY op.device_id DESC, counter DESC";

pub(crate) const CHANGE_THAT_MADE: &str = "
    SELECT change_id FROM record JOIN op USING (record_no)
    WHERE uuid = ?1 AND field = 'alive' AND value = 1 ORDER BY hlc DESC LIMIT 1";

impl Reader {
    /// What the next undo would take back.
    pub fn can_undo(&self) -> Result<Option<Label>> {
        Ok(self
            .conn()?
            .prepare_cached(UNDO_NEXT)?
            .query_row([], |row| row.get(1))
            .optional()?
            .map(Label::stored))
    }

    /// What the next redo would bring back.
    pub fn can_redo(&self) -> Result<Option<Label>> {
        Ok(self
            .conn()?
            .prepare_cached(REDO_NEXT)?
            .query_row([], |row| row.get(1))
            .optional()?
            .map(Label::stored))
    }
}

impl Diary {
    /// Takes back the newest change that is still in effect; `None` when there is none.
    ///
    /// # Errors
    /// As for any change.
    pub fn undo(&mut self, now: DateTime<Utc>) -> Result<Option<Undone>> {
        let next = self
            .conn()?
            .prepare_cached(UNDO_NEXT)?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((target, label)): Option<(i64, String)> = next else {
            return Ok(None);
        };
        let (_, written) = self.transaction(&label, ChangeKind::UndoOf(target), now, |change| {
            let undo = change.own_id()?;
            take_back(change, target, LaterEdits::Ignore)?;
            set_undone_by(change.conn()?, target, Some(undo))
        })?;
        Ok(Some(Undone {
            label: Label::stored(label),
            touched: written.touched,
        }))
    }

    /// Brings back what the newest undo took back; `None` when there is none, or something new was saved since.
    ///
    /// # Errors
    /// As for any change.
    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Option<Undone>> {
        let next = self
            .conn()?
            .prepare_cached(REDO_NEXT)?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((undo, label, target)): Option<(i64, String, i64)> = next else {
            return Ok(None);
        };
        let (_, written) = self.transaction(&label, ChangeKind::RedoOf(target), now, |change| {
            let redo = change.own_id()?;
            take_back(change, undo, LaterEdits::Ignore)?;
            set_undone_by(change.conn()?, undo, Some(redo))?;
            set_undone_by(change.conn()?, target, None)
        })?;
        Ok(Some(Undone {
            label: Label::stored(label),
            touched: written.touched,
        }))
    }

    /// Takes back the change that made `record`, such as an import by its [`crate::ImportBatch`], however long ago it was.
    ///
    /// What has been edited since stays as it was edited: records the change made and somebody altered are kept,
    /// and fields it changed and somebody changed again keep their newer value.
    /// It is a change like any other, with its own label, and can itself be undone;
    /// the history tells it by that label. What it removes does not go to the trash.
    /// Nothing happens when there never was such a record.
    ///
    /// # Errors
    /// As for any change.
    pub fn take_back_change_of(
        &mut self,
        record: Id,
        label: Label,
        now: DateTime<Utc>,
    ) -> Result<Saved<()>> {
        self.change(label, now, |change| {
            let target = change
                .conn()?
                .prepare_cached(CHANGE_THAT_MADE)?
                .query_row([record.to_string()], |row| row.get(0))
                .optional()?;
            let Some(target) = target else {
                return Ok(());
            };
            take_back(change, target, LaterEdits::Keep)?;
            change.note_taking_back(target)
        })
    }
}

fn set_undone_by(conn: &Connection, change_id: i64, by: Option<i64>) -> Result<()> {
    conn.prepare_cached("UPDATE change SET undone_by = ?2 WHERE change_id = ?1")?
        .execute((change_id, by))?;
    Ok(())
}

/// What to do about fields that have been written again since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LaterEdits {
    /// There are none, or they are taken back too.
    Ignore,
    /// They are the last word.
    Keep,
}

/// One operation that is to be taken back.
struct Op {
    table: String,
    row: String,
    field: String,
    old: Sql,
    new: Sql,
}

/// Gives every field that `target` changed the value it had before, the last one first.
fn take_back(change: &mut Change<'_>, target: i64, later: LaterEdits) -> Result<()> {
    // The operations are read while others are written, so that a large import is never in memory as a whole;
    // those of a change that is over do not alter.
    let reader = change.reader();
    let mut statement = reader.conn()?.prepare_cached(OPERATIONS_OF)?;
    let mut rows = statement.query([target])?;
    // Writes to one row are taken back in one statement; but the order of rows is kept,
    // because in between two rows may have held the same key.
    let mut run: Vec<Op> = Vec::new();
    while let Some(row) = rows.next()? {
        let op = Op {
            table: row.get(0)?,
            row: row.get(1)?,
            field: row.get(2)?,
            old: row.get(3)?,
            new: row.get(4)?,
        };
        if run
            .last()
            .is_some_and(|last| last.row != op.row || last.table != op.table)
        {
            take_back_run(change, &run, later)?;
            run.clear();
        }
        run.push(op);
    }
    take_back_run(change, &run, later)
}

/// Takes back the operations of one change on one row or setting, given the last one first.
fn take_back_run(change: &mut Change<'_>, run: &[Op], later: LaterEdits) -> Result<()> {
    let (Some(newest), Some(oldest)) = (run.first(), run.last()) else {
        return Ok(());
    };
    if newest.table == SETTING {
        return take_back_setting(change, newest, oldest, later);
    }
    let table = tables::named(&newest.table).ok_or(Error::Unreadable {
        table: "record",
        field: "in_table",
    })?;
    take_back_row(change, table, run, later)
}

fn take_back_setting(
    change: &mut Change<'_>,
    newest: &Op,
    oldest: &Op,
    later: LaterEdits,
) -> Result<()> {
    let value = |sql: &Sql| {
        Value::from_op(sql.into(), Shape::One).ok_or(Error::Unreadable {
            table: SETTING,
            field: "value",
        })
    };
    let now = change
        .setting(&newest.row)?
        .map_or(Value::Nothing, Value::Text);
    if later == LaterEdits::Keep && now != value(&newest.new)? {
        return Ok(());
    }
    change
        .write_setting(&newest.row, &value(&oldest.old)?)
        .map(drop)
}

/// Takes back one run of operations on one row.
fn take_back_row(
    change: &mut Change<'_>,
    table: &'static Table,
    run: &[Op],
    later: LaterEdits,
) -> Result<()> {
    let Some(first) = run.first() else {
        return Ok(());
    };
    let before = change.raw(table, &first.row)?.ok_or(Error::Unreadable {
        table: table.name,
        field: "uuid",
    })?;
    let mut after = before.clone();
    // A row that was made by the change goes back to being removed and keeps its fields: there are no older ones.
    if run
        .iter()
        .any(|op| op.field == ALIVE && op.old == Sql::Null)
    {
        if later == LaterEdits::Keep && written_by(table, run, &before)? != before {
            return Ok(());
        }
        after.alive = false;
    } else {
        let kept = if later == LaterEdits::Keep {
            Some(written_by(table, run, &before)?)
        } else {
            None
        };
        for op in run {
            if op.field == ALIVE {
                if kept.as_ref().is_none_or(|kept| kept.alive == before.alive) {
                    after.alive = op.old == Sql::Integer(1);
                }
            } else if let Some(at) = table.position(&op.field)
                && kept
                    .as_ref()
                    .is_none_or(|kept| kept.values.get(at) == before.values.get(at))
                && let Some(slot) = after.values.get_mut(at)
            {
                *slot = table.decode(at, &op.old)?;
            }
        }
    }
    // What the schema has once accepted it does not refuse.
    change.write_row(table, Some(&before), &after).map(drop)
}

/// The row as the run left it: what it wrote, and for a row it made nothing else;
/// what it did not write in a row that was there is taken from what the row holds now.
fn written_by(table: &'static Table, run: &[Op], now: &RawRow) -> Result<RawRow> {
    let made = run
        .iter()
        .any(|op| op.field == ALIVE && op.old == Sql::Null);
    let mut row = now.clone();
    if made {
        row.values.fill(Value::Nothing);
    }
    // From the oldest operation to the newest, so that the last word counts.
    for op in run.iter().rev() {
        if op.field == ALIVE {
            row.alive = op.new == Sql::Integer(1);
        } else if let Some(at) = table.position(&op.field)
            && let Some(slot) = row.values.get_mut(at)
        {
            *slot = table.decode(at, &op.new)?;
        }
    }
    Ok(row)
}
