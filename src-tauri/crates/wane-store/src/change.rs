//! One change of the diary: everything in it is saved together, or nothing is.

use std::{borrow::Cow, collections::BTreeSet, fmt, ops::Deref};

use chrono::NaiveDate;
use wane_domain::Id;

use crate::{
    Error, Reader, Record, Result,
    oplog::{Writer, Written},
    table::{RawRow, Table},
    value::Value,
};

/// What a change was for, as a short code such as `save-morning`: small letters, digits and hyphens, at most 40.
///
/// It is not diary content: the catalogue has the words shown for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label(Cow<'static, str>);

impl Label {
    /// A morning check-in.
    pub const SAVE_MORNING: Label = Label::new("save-morning");
    /// An evening check-in.
    pub const SAVE_EVENING: Label = Label::new("save-evening");
    /// One entry of any other kind.
    pub const SAVE_ENTRY: Label = Label::new("save-entry");
    /// Something was removed.
    pub const REMOVE: Label = Label::new("remove");
    /// Something removed was brought back.
    pub const RESTORE: Label = Label::new("restore");
    /// An import.
    pub const IMPORT: Label = Label::new("import");
    /// The user's choices.
    pub const SETTINGS: Label = Label::new("settings");

    /// The label of that code. A code of any other form is refused when the change is saved.
    pub const fn new(code: &'static str) -> Label {
        Label(Cow::Borrowed(code))
    }

    pub(crate) fn stored(code: String) -> Label {
        Label(Cow::Owned(code))
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A change that has been saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved<T> {
    /// What the work returned.
    pub value: T,
    /// How many fields changed; with 0 the change left no trace, and there is nothing to undo.
    pub operations: u64,
    /// The local dates whose records changed.
    pub touched: BTreeSet<NaiveDate>,
}

/// A change in the making; lent to the work given to [`crate::Diary::change`].
///
/// It reads as a [`Reader`] does, and sees what it has already written.
#[derive(Debug)]
pub struct Change<'d> {
    reader: &'d Reader,
    writer: Writer,
    /// The first write that failed half-way; a change with one is not saved, even if the work goes on regardless.
    broken: Option<Error>,
}

impl Deref for Change<'_> {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl<'d> Change<'d> {
    pub(crate) fn begin(reader: &'d Reader, writer: Writer) -> Change<'d> {
        Change {
            reader,
            writer,
            broken: None,
        }
    }

    /// What was written, or the failure that the work passed over.
    pub(crate) fn finish(self) -> Result<Written> {
        match self.broken {
            Some(error) => Err(error),
            None => self.writer.finish(self.reader.conn()?),
        }
    }

    /// The first write that failed half-way, if one did.
    pub(crate) fn broken(&self) -> Option<&Error> {
        self.broken.as_ref()
    }

    /// Remembers a failure; a record that was merely refused has written nothing, so the work may go on without it.
    pub(crate) fn noting<T>(&mut self, result: Result<T>) -> Result<T> {
        if let Err(error) = &result
            && !matches!(error, Error::Refused { .. })
        {
            self.broken.get_or_insert_with(|| error.clone());
        }
        result
    }

    /// Makes the record, or brings the one of that name to this content; one that was removed comes back.
    ///
    /// Only fields that differ become part of the history. Returns whether anything differed.
    ///
    /// # Errors
    /// [`Error::Refused`] when the schema refuses the content: nothing of the record was written,
    /// and the work may give the error on or go on without the record.
    /// After any other error the change will not be saved.
    pub fn put<R: Record>(&mut self, record: &R) -> Result<bool> {
        let table = R::TABLE;
        let after = RawRow {
            uuid: record.id().to_string(),
            alive: true,
            values: record.values(),
        };
        self.put_row(&table, &after)
    }

    /// Does many writes, several times as quickly as one by one.
    ///
    /// What they did goes into the history together: a history read while the work runs may not tell of it yet.
    /// Records and settings are never behind.
    ///
    /// # Errors
    /// What the work failed with, or as for any write.
    pub fn many<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.writer.hold();
        let done = work(self);
        let told = self.reader.conn().and_then(|conn| self.writer.let_go(conn));
        self.noting(told)?;
        done
    }

    /// Brings the row of that name to this content.
    pub(crate) fn put_row(&mut self, table: &Table, after: &RawRow) -> Result<bool> {
        let written = self
            .reader
            .raw(table, &after.uuid)
            .and_then(|before| self.write_row(table, before.as_ref(), after));
        self.noting(written)
    }

    /// Removes the record of that name; its history stays, and undo brings it back.
    /// Returns whether there was one.
    ///
    /// # Errors
    /// As for any write.
    pub fn remove<R: Record>(&mut self, id: Id) -> Result<bool> {
        let table = R::TABLE;
        let written = self
            .reader
            .raw(&table, &id.to_string())
            .and_then(|before| match before {
                Some(before) if before.alive => {
                    let after = RawRow {
                        alive: false,
                        ..before.clone()
                    };
                    self.write_row(&table, Some(&before), &after)
                }
                _ => Ok(false),
            });
        self.noting(written)
    }

    /// Sets a setting, or with `None` takes it back. Returns whether that made a difference.
    ///
    /// # Errors
    /// As for any write.
    pub fn set_setting(&mut self, name: &str, value: Option<&str>) -> Result<bool> {
        let written = self.write_setting(
            name,
            &value.map_or(Value::Nothing, |text| Value::Text(text.to_owned())),
        );
        self.noting(written)
    }

    /// Brings a row to a content, from what it holds now.
    pub(crate) fn write_row(
        &mut self,
        table: &Table,
        before: Option<&RawRow>,
        after: &RawRow,
    ) -> Result<bool> {
        self.writer
            .write_row(self.reader.conn()?, table, before, after)
    }

    /// Brings a setting to a value.
    pub(crate) fn write_setting(&mut self, name: &str, after: &Value) -> Result<bool> {
        let before = self
            .reader
            .setting(name)?
            .map_or(Value::Nothing, Value::Text);
        self.writer
            .write_setting(self.reader.conn()?, name, &before, after)
    }

    /// The reader, for as long as the diary is lent.
    pub(crate) fn reader(&self) -> &'d Reader {
        self.reader
    }

    /// Notes that this change takes back what another one made, if it came to anything.
    pub(crate) fn note_taking_back(&self, target: i64) -> Result<()> {
        self.writer.note_taking_back(self.reader.conn()?, target)
    }

    /// Writes the change down even if nothing should come to differ, and returns its number.
    pub(crate) fn own_id(&mut self) -> Result<i64> {
        self.writer.change_id(self.reader.conn()?)
    }
}

/// Ends the transaction that is open, whatever became of it; used when a change is given up.
pub(crate) fn roll_back(reader: &Reader) {
    if let Some(conn) = &reader.conn
        && !conn.is_autocommit()
    {
        // SQLite has already rolled back by itself after some errors; then there is nothing left to end.
        let _ = conn.execute_batch("ROLLBACK");
    }
}
