//! The diary: `diary.db`, open.

use std::{ops::Deref, sync::Arc};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use wane_domain::Id;

use crate::{
    Change, Error, Label, OpenError, Reader, Result, Saved,
    change::roll_back,
    data_dir::{Held, Place},
    foreign,
    oplog::{ChangeKind, Writer, Written},
    protocol::{self, Spec},
    reserve, restore, upkeep, words,
};

/// The diary's file.
///
/// To change the schema: add `sql/diary_000N.sql` with the step from the schema before, and list it here;
/// never edit a step that has been released. Freeze the file that the last release made
/// (`cargo run -p wane-store --example freeze_schema`) into `tests/fixtures/`, and extend the test that opens it.
/// A new table of records also needs the places named at [`crate::tables::ALL`].
pub(crate) const DIARY: Spec = Spec {
    file: "diary.db",
    application_id: 0x5741_4E45,
    migrations: &[
        include_str!("../sql/diary_0001.sql"),
        include_str!("../sql/diary_0002.sql"),
        include_str!("../sql/diary_0003.sql"),
        include_str!("../sql/diary_0004.sql"),
        include_str!("../sql/diary_0005.sql"),
    ],
    has_log: true,
};

/// A diary that is open. Everything saved is durable when the call that saved it returns.
///
/// It reads as a [`Reader`] does.
#[derive(Debug)]
pub struct Diary {
    pub(crate) reader: Reader,
    place: Held,
    spec: Spec,
}

impl Deref for Diary {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Diary {
    pub(crate) fn open(place: Held, now: DateTime<Utc>, device: Id) -> Result<Diary, OpenError> {
        let conn = protocol::open(place.dir(), &DIARY, now, &|conn| {
            name_device(conn, device)?;
            words::bring_up_to_date(conn)
        })?;
        place.place().note_change();
        restore::clear(place.place());
        foreign::clear(place.place().dir());
        Ok(Diary {
            reader: Reader { conn: Some(conn) },
            place,
            spec: DIARY,
        })
    }

    /// Does `work` as one change: when this returns `Ok`, all of it is on the disk; after `Err`, none of it is.
    ///
    /// A change that alters something is one step of undo, and ends the possibility of redo.
    ///
    /// # Errors
    /// What the work returned, or why it could not be saved.
    /// After [`Error::ReserveReleased`] there is room to do the same once more.
    /// After [`Error::Io`] the file has been opened afresh and only reading it again tells whether the change is in it.
    pub fn change<T>(
        &mut self,
        label: Label,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Change<'_>) -> Result<T>,
    ) -> Result<Saved<T>> {
        self.try_change(label, now, work)
    }

    /// [`Diary::change`] for work that can fail in the caller's own ways.
    ///
    /// # Errors
    /// As [`Diary::change`].
    pub fn try_change<T, E: From<Error>>(
        &mut self,
        label: Label,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<Saved<T>, E> {
        let (value, written) = self.transaction(label.code(), ChangeKind::New, now, work)?;
        Ok(Saved {
            value,
            operations: written.operations,
            touched: written.touched,
        })
    }

    /// Runs `work` in a transaction of its own and makes it durable.
    pub(crate) fn transaction<T, E: From<Error>>(
        &mut self,
        label: &str,
        kind: ChangeKind,
        now: DateTime<Utc>,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<(T, Written), E> {
        self.place.place().gate.pass();
        if let Err(error) = self.begin() {
            return Err(self.after_failure(error.into(), now));
        }
        // Rolls back on every way out but a commit, a panic in the work included.
        let guard = RollBack(&self.reader);
        let outcome = in_transaction(&self.reader, label, kind, now, work);
        drop(guard);
        // Whether it was saved or nobody knows: what was known about the backups holds no longer.
        self.place.place().note_change();
        outcome.map_err(|failure| self.after_failure(failure, now))
    }

    fn begin(&self) -> Result<()> {
        Ok(self.reader.conn()?.execute_batch("BEGIN IMMEDIATE")?)
    }

    /// Does about a failure what can be done, and returns the error to tell.
    fn after_failure<E: From<Error>>(&mut self, failure: Failure<E>, now: DateTime<Utc>) -> E {
        let dir = self.place.dir();
        match failure.cause {
            // After the disk has failed nothing that SQLite holds in memory can be trusted, nor can another fsync:
            // the connection is closed and the file opened from the beginning.
            Some(Error::Io { .. }) => {
                self.reader.conn = None;
                self.reader.conn = protocol::reopen(dir, &self.spec, now);
            }
            Some(Error::Full) if reserve::release(dir) => return Error::ReserveReleased.into(),
            Some(Error::Damaged) => {
                // If it cannot be noted, the weekly check finds it.
                let _ = upkeep::note_suspicion(dir);
            }
            _ => {}
        }
        failure.error
    }

    /// The directory, and what is shared by whatever is open in it.
    pub(crate) fn shared_place(&self) -> Arc<Place> {
        self.place.shared()
    }
}

/// How a transaction failed, and what was why, unless the work gave up by itself.
struct Failure<E> {
    error: E,
    cause: Option<Error>,
}

impl<E: From<Error>> From<Error> for Failure<E> {
    fn from(error: Error) -> Self {
        Failure {
            cause: Some(error.clone()),
            error: error.into(),
        }
    }
}

struct RollBack<'d>(&'d Reader);

impl Drop for RollBack<'_> {
    fn drop(&mut self) {
        roll_back(self.0);
    }
}

fn in_transaction<T, E: From<Error>>(
    reader: &Reader,
    label: &str,
    kind: ChangeKind,
    now: DateTime<Utc>,
    work: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
) -> Result<(T, Written), Failure<E>> {
    let mut change = Change::begin(reader, Writer::begin(reader.conn()?, label, kind, now)?);
    let value = work(&mut change).map_err(|error| Failure {
        error,
        cause: change.broken().cloned(),
    })?;
    let written = change.finish()?;
    reader
        .conn()?
        .execute_batch("COMMIT")
        .map_err(Error::from)?;
    Ok((value, written))
}

/// Gives a new diary the name of the device it lives on, and sets its clock to the beginning.
fn name_device(conn: &Connection, device: Id) -> rusqlite::Result<()> {
    let known: Option<i64> = conn
        .query_row("SELECT value FROM meta WHERE key = 'device'", [], |row| {
            row.get(0)
        })
        .optional()?;
    if known.is_none() {
        conn.execute(
            "INSERT INTO device (uuid) VALUES (?1)",
            [device.to_string()],
        )?;
        conn.execute(
            "INSERT INTO meta (key, value) VALUES ('device', ?1), ('clock', 0), ('counter', 0)",
            params![conn.last_insert_rowid()],
        )?;
    }
    Ok(())
}
