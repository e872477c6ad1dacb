//! The trash: what was removed, and bringing it back.
//!
//! Nothing is ever destroyed: a removed record keeps its row and its history. The trash is only the list of what the
//! user took away, as far back as one asks; what is no longer listed is still there, and in the history of its day.

use chrono::{DateTime, Utc};
use rusqlite::params;
use wane_domain::Id;

use crate::{
    Change, Error, Reader, Result, Value,
    table::{RawRow, Table},
    tables,
};

/// Something that was removed.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    /// The table it lay in.
    pub table: &'static str,
    /// Its name.
    pub record: Id,
    /// When the user removed it.
    pub removed_at: DateTime<Utc>,
    /// What it held, in the order of the table.
    pub fields: Vec<(&'static str, Value)>,
}

// A removal counts while its change is in effect and no later change that is in effect made the record again.
pub(crate) const REMOVED_SINCE: &str = "
    SELECT in_table, uuid, change.at FROM change
    CROSS JOIN op ON op.change_id = change.change_id AND op.field = 'alive' AND op.value = 0
    CROSS JOIN record ON record.record_no = op.record_no
    WHERE change.at >= ?1 AND change.undone_by IS NULL AND change.undoes IS NULL AND change.redoes IS NULL
    AND change.takes_back IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM op AS later CROSS JOIN change AS by ON by.change_id = later.change_id
        WHERE later.record_no = op.record_no AND later.field = 'alive' AND later.hlc > op.hlc
        AND by.undone_by IS NULL AND by.undoes IS NULL AND by.redoes IS NULL)
    ORDER BY change.at DESC, change.change_id DESC, op.device_id, op.counter DESC";

pub(crate) const TABLES_OF: &str = "SELECT in_table FROM record WHERE uuid = ?1";

/// The table, if what is removed from it goes to the trash: the record of an import does not.
fn kept_in_trash(table: &str) -> Option<&'static Table> {
    tables::named(table).filter(|table| table.name != "import_batch")
}

impl Reader {
    /// What the user removed since an instant and has not got back, newest first.
    ///
    /// What an undo took away is not among it, for a redo brings it; nor is what came with an import that was taken back.
    /// A removal that was undone is none, and one that was redone counts from when it was first made.
    pub fn removed_since(&self, since: DateTime<Utc>) -> Result<Vec<Removed>> {
        let mut statement = self.conn()?.prepare_cached(REMOVED_SINCE)?;
        let mut rows = statement.query([since.timestamp_millis()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (in_table, uuid): (String, String) = (row.get(0)?, row.get(1)?);
            let (Some(table), Ok(record)) = (kept_in_trash(&in_table), uuid.parse()) else {
                continue;
            };
            let removed_at = DateTime::from_timestamp_millis(row.get(2)?);
            let removed_at = removed_at.ok_or(Error::Unreadable {
                table: "change",
                field: "at",
            })?;
            let names = table.fields.iter().map(|field| field.name);
            if let Some(held) = self.raw(table, &uuid)?.filter(|held| !held.alive) {
                found.push(Removed {
                    table: table.name,
                    record,
                    removed_at,
                    fields: names.zip(held.values).collect(),
                });
            }
        }
        Ok(found)
    }
}

impl Change<'_> {
    /// Brings a removed record back as it was; returns whether there was one.
    ///
    /// What it refers to, such as a medicine that was removed as well, is not brought back with it.
    /// The change is commonly labelled [`crate::Label::RESTORE`].
    ///
    /// # Errors
    /// [`Error::Refused`] when the same record of an import is there again under another name: nothing was written.
    /// Else as for any write.
    pub fn bring_back(&mut self, record: Id) -> Result<bool> {
        let written = self.try_bring_back(&record.to_string());
        self.noting(written)
    }

    fn try_bring_back(&mut self, uuid: &str) -> Result<bool> {
        let in_tables: Vec<String> = self
            .conn()?
            .prepare_cached(TABLES_OF)?
            .query_map(params![uuid], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut found = false;
        for table in in_tables.iter().filter_map(|table| kept_in_trash(table)) {
            if let Some(before) = self.raw(table, uuid)?.filter(|row| !row.alive) {
                let after = RawRow {
                    alive: true,
                    ..before.clone()
                };
                found |= self.write_row(table, Some(&before), &after)?;
            }
        }
        Ok(found)
    }
}
