//! What a record looked like over time.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Params, Row};
use wane_domain::Id;

use crate::{
    Error, Label, Reader, Result,
    oplog::ALIVE,
    tables,
    value::{Shape, Value},
};

/// How a revision came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The user made, altered or removed something.
    Edit,
    /// An undo.
    Undo,
    /// A redo.
    Redo,
}

/// One field of one record at one moment of its history.
#[derive(Debug, Clone, PartialEq)]
pub struct Revision {
    /// The record.
    pub record: Id,
    /// The table it lies in.
    pub table: &'static str,
    /// Number of the change it belongs to; later changes have greater numbers.
    pub change: u64,
    /// When it was saved.
    pub at: DateTime<Utc>,
    /// What the change was for.
    pub label: Label,
    /// How it came about.
    pub cause: Cause,
    /// The field; `alive` tells that the record was made (`1`) or removed (`0`).
    pub field: &'static str,
    /// What the field held before.
    pub old: Value,
    /// What it held from then on.
    pub new: Value,
}

pub(crate) const REVISIONS_OF_RECORD: &str = "
    SELECT uuid, in_table, field, old_value, value, at, label, undoes IS NOT NULL, redoes IS NOT NULL, change_id
    FROM record JOIN op USING (record_no) JOIN change USING (change_id)
    WHERE uuid = ?1 ORDER BY hlc, op.device_id, counter";

pub(crate) const REVISIONS_ON_DATE: &str = "
    SELECT uuid, in_table, field, old_value, value, at, label, undoes IS NOT NULL, redoes IS NOT NULL, change_id
    FROM record JOIN op USING (record_no) JOIN change USING (change_id)
    WHERE record_no IN (SELECT record_no FROM op WHERE value = ?1 AND (field = 'date' OR field = 'wake_date' OR field = 'from_date'))
    ORDER BY hlc, op.device_id, counter";

impl Reader {
    /// The history of one record, oldest first; it is there even when the record is not.
    pub fn revisions(&self, record: Id) -> Result<Vec<Revision>> {
        self.read_revisions(REVISIONS_OF_RECORD, [record.to_string()])
    }

    /// The history of every record that ever belonged to a date, oldest first.
    pub fn revisions_on(&self, date: NaiveDate) -> Result<Vec<Revision>> {
        self.read_revisions(REVISIONS_ON_DATE, [date.to_string()])
    }

    fn read_revisions(&self, sql: &str, params: impl Params) -> Result<Vec<Revision>> {
        let mut statement = self.conn()?.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.extend(read_revision(row)?);
        }
        Ok(found)
    }
}

/// `None` for a table or field this version does not know.
fn read_revision(row: &Row<'_>) -> Result<Option<Revision>> {
    let unreadable = |field| Error::Unreadable { table: "op", field };
    let record: String = row.get(0)?;
    let (in_table, field): (String, String) = (row.get(1)?, row.get(2)?);
    let (Ok(record), Some(table)) = (record.parse(), tables::named(&in_table)) else {
        return Ok(None);
    };
    let (field, shape) = match table.position(&field).and_then(|at| table.fields.get(at)) {
        Some(known) => (known.name, known.shape),
        None if field == ALIVE => (ALIVE, Shape::One),
        None => return Ok(None),
    };
    let value = |at, name| Value::from_op(row.get_ref(at)?, shape).ok_or(unreadable(name));
    let at = DateTime::from_timestamp_millis(row.get(5)?).ok_or(Error::Unreadable {
        table: "change",
        field: "at",
    })?;
    let cause = match (row.get(7)?, row.get(8)?) {
        (true, _) => Cause::Undo,
        (_, true) => Cause::Redo,
        _ => Cause::Edit,
    };
    let change = u64::try_from(row.get::<_, i64>(9)?).map_err(|_| unreadable("change_id"))?;
    let (old, new) = (value(3, "old_value")?, value(4, "value")?);
    Ok(Some(Revision {
        record,
        table: table.name,
        change,
        at,
        label: Label::stored(row.get(6)?),
        cause,
        field,
        old,
        new,
    }))
}
