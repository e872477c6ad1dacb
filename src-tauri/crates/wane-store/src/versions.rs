//! A day as it was: every record of a date brought back to what it held right after a change.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value as Sql;

use crate::{
    Change, Diary, Error, Label, Reader, Result, Saved,
    oplog::ALIVE,
    table::{RawRow, Table},
    tables,
    value::{Stored as _, Value},
};

pub(crate) const EVER_ON_DATE: &str = "
    SELECT DISTINCT in_table, uuid, record_no FROM op JOIN record USING (record_no)
    WHERE value = ?1 AND (field = 'date' OR field = 'wake_date' OR field = 'from_date') ORDER BY record_no";

pub(crate) const AS_OF: &str = "
    SELECT field, value FROM op WHERE record_no = ?1 AND change_id <= ?2 ORDER BY hlc, device_id, counter";

/// A record of the day, as it is and as it was.
struct Turned {
    table: &'static Table,
    now: RawRow,
    then: RawRow,
}

impl Diary {
    /// Brings a date back to how it was right after the change of that number; 0 is before anything was written.
    ///
    /// Every record that lies on the date now, or lay on it then, gets the content it had then:
    /// one that was made later is removed, one that was removed since comes back,
    /// and one that has been moved to or from another date since goes back to where it lay, with what it said there.
    /// A record that is elsewhere now and was elsewhere then is left alone, even if it lay on the date in between.
    /// A marked run of days lies on its first day.
    ///
    /// It is one change, which an undo takes back; what it removes can be found in the trash.
    /// The value tells whether anything differed.
    ///
    /// # Errors
    /// As for any change; [`Error::Refused`] when a record of an import would be there twice,
    /// because it has since come to another date under another name.
    pub fn restore_day(
        &mut self,
        date: NaiveDate,
        as_of_change: u64,
        label: Label,
        now: DateTime<Utc>,
    ) -> Result<Saved<bool>> {
        self.change(label, now, |change| turn_back(change, date, as_of_change))
    }
}

fn turn_back(change: &mut Change<'_>, date: NaiveDate, as_of_change: u64) -> Result<bool> {
    let as_of_change = i64::try_from(as_of_change).unwrap_or(i64::MAX);
    let mut turned = change.turned(date, as_of_change)?;
    // What goes makes room for what comes back: two records of an import cannot be there at once.
    turned.sort_by_key(|record| record.then.alive);
    let mut differs = false;
    for Turned { table, now, then } in &turned {
        differs |= change.write_row(table, Some(now), then)?;
    }
    Ok(differs)
}

impl Reader {
    /// The records that lie on a date now, or lay on it right after a change.
    fn turned(&self, date: NaiveDate, as_of_change: i64) -> Result<Vec<Turned>> {
        let date = date.store();
        let mut statement = self.conn()?.prepare_cached(EVER_ON_DATE)?;
        let mut rows = statement.query([&date])?;
        let mut turned = Vec::new();
        while let Some(row) = rows.next()? {
            let (in_table, uuid): (String, String) = (row.get(0)?, row.get(1)?);
            let Some(table) = tables::named(&in_table) else {
                continue;
            };
            let now = self.raw(table, &uuid)?.ok_or(Error::Unreadable {
                table: table.name,
                field: "uuid",
            })?;
            let then = self.as_of(table, &now, row.get(2)?, as_of_change)?;
            let lies = |row: &RawRow| {
                let at = table.position(table.date_field());
                row.alive && at.and_then(|at| row.values.get(at)) == Some(&date)
            };
            if lies(&now) || lies(&then) {
                turned.push(Turned { table, now, then });
            }
        }
        Ok(turned)
    }

    /// The row as it was right after a change; one that was not there keeps what it holds, unseen.
    fn as_of(
        &self,
        table: &'static Table,
        now: &RawRow,
        record_no: i64,
        as_of_change: i64,
    ) -> Result<RawRow> {
        let mut then = RawRow {
            uuid: now.uuid.clone(),
            alive: false,
            values: vec![Value::Nothing; table.fields.len()],
        };
        let mut statement = self.conn()?.prepare_cached(AS_OF)?;
        let mut rows = statement.query([record_no, as_of_change])?;
        while let Some(row) = rows.next()? {
            let field: String = row.get(0)?;
            let value: Sql = row.get(1)?;
            if field == ALIVE {
                then.alive = value == Sql::Integer(1);
            } else if let Some(at) = table.position(&field)
                && let Some(slot) = then.values.get_mut(at)
            {
                *slot = table.decode(at, &value)?;
            }
        }
        if !then.alive {
            then.values.clone_from(&now.values);
        }
        Ok(then)
    }
}
