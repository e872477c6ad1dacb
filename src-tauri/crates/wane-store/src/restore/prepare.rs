//! A copy on its way to becoming the diary: made in a private directory, brought up to date, read to its end.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::MutexGuard,
};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::DOING;
use crate::{
    OpenError,
    backup::verify,
    connection::{self, Use},
    contents,
    data_dir::Place,
    diary::DIARY,
    files,
    hlc::Hlc,
    protocol, words,
};

/// The directory in which copies are prepared; whatever a crash has left in it is worth nothing.
const FOLDER: &str = ".work";

/// The private directory, empty, for as long as this is held.
#[derive(Debug)]
pub(crate) struct Workshop<'p> {
    dir: PathBuf,
    _one_at_a_time: MutexGuard<'p, ()>,
}

impl<'p> Workshop<'p> {
    /// Waits until nobody else makes, reads or restores a copy, and clears the directory.
    pub(crate) fn open(place: &'p Place) -> Result<Workshop<'p>, OpenError> {
        let one_at_a_time = place.safekeeping();
        let dir = place.dir().join(FOLDER);
        files::remove_dir(&dir)
            .and_then(|()| files::own_dir(&dir))
            .map_err(from_io)?;
        Ok(Workshop {
            dir,
            _one_at_a_time: one_at_a_time,
        })
    }

    /// The directory.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Copies a closed database into the directory under the diary's name, and compares the copy with it.
    pub(crate) fn copy_in(&self, source: &Path) -> Result<PathBuf, OpenError> {
        let path = self.dir.join(DIARY.file);
        files::copy(source, &path).map_err(from_io)?;
        let digest = |path: &Path| {
            let conn = connection::open(path, Use::Look)?;
            contents::digest(&conn)
        };
        if digest(&path).map_err(from_sqlite)? == digest(source).map_err(from_sqlite)? {
            Ok(path)
        } else {
            Err(differs())
        }
    }
}

impl Drop for Workshop<'_> {
    fn drop(&mut self) {
        // What stays is removed by whoever works here next, or when the diary is next opened.
        let _ = files::remove_dir(&self.dir);
    }
}

/// Removes what a crash has left in the private directory, unless somebody is at work there.
pub(crate) fn clear(place: &Place) {
    let dir = place.dir().join(FOLDER);
    if fs::symlink_metadata(&dir).is_ok()
        && let Some(_one_at_a_time) = place.try_safekeeping()
    {
        // Should it stay, it is only in the way of nobody.
        let _ = files::remove_dir(&dir);
    }
}

/// Who writes a diary, and how far its clock and its count have come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    device: String,
    clock: Hlc,
    counter: i64,
}

impl Identity {
    /// The identity of an open diary.
    pub(crate) fn of(conn: &Connection) -> rusqlite::Result<Identity> {
        conn.query_row(
            "SELECT (SELECT uuid FROM device WHERE device_id = (SELECT value FROM meta WHERE key = 'device')),
                    (SELECT value FROM meta WHERE key = 'clock'), (SELECT value FROM meta WHERE key = 'counter')",
            [],
            |row| {
                Ok(Identity {
                    device: row.get(0)?,
                    clock: Hlc::from_bits(row.get(1)?),
                    counter: row.get(2)?,
                })
            },
        )
    }
}

/// A copy that is being prepared, open for writing.
#[derive(Debug)]
pub(crate) struct Prepared {
    path: PathBuf,
    conn: Connection,
}

impl Prepared {
    /// A copy of a backup that was verified, brought up to date.
    pub(crate) fn copy_of(workshop: &Workshop<'_>, backup: &Path) -> Result<Prepared, OpenError> {
        let path = workshop.copy_in(backup)?;
        Prepared::open(path)
    }

    /// A new diary without a device, a clock or a count.
    pub(crate) fn blank(workshop: &Workshop<'_>) -> Result<Prepared, OpenError> {
        let path = workshop.dir().join(DIARY.file);
        drop(files::private_file(&path).map_err(from_io)?);
        Prepared::open(path)
    }

    /// Opens a database in the private directory and brings it up to date.
    pub(crate) fn open(path: PathBuf) -> Result<Prepared, OpenError> {
        let open = || -> rusqlite::Result<Connection> {
            let mut conn = connection::open(&path, Use::Work)?;
            connection::prepare_to_draft(&conn)?;
            let version = protocol::schema_number(&conn)?;
            protocol::create_or_upgrade(&mut conn, &DIARY, version, &words::bring_up_to_date)?;
            Ok(conn)
        };
        let conn = open().map_err(from_sqlite)?;
        Ok(Prepared { path, conn })
    }

    /// The connection to it.
    pub(crate) fn conn(&mut self) -> &mut Connection {
        &mut self.conn
    }

    /// Lets the copy go on where the present diary stands: as the same device, with a clock and a count
    /// that are beyond those of both, so that no stamp and no operation's name is given twice.
    pub(crate) fn go_on_as(&self, present: &Identity, now: DateTime<Utc>) -> Result<(), OpenError> {
        go_on_as(&self.conn, present, now).map_err(from_sqlite)
    }

    /// Closes the copy.
    pub(crate) fn close(self) -> Result<PathBuf, OpenError> {
        close_whole(self.conn, &self.path)?;
        Ok(self.path)
    }

    /// Closes the copy, reads it to its end, and makes it durable.
    pub(crate) fn finish(self) -> Result<PathBuf, OpenError> {
        close_whole(self.conn, &self.path)?;
        verify::verify(&self.path, &DIARY)?;
        files::sync_file(&self.path)
            .and_then(|()| files::sync_dir(self.path.parent().unwrap_or(Path::new("."))))
            .map_err(from_io)?;
        Ok(self.path)
    }
}

fn go_on_as(conn: &Connection, present: &Identity, now: DateTime<Utc>) -> rusqlite::Result<()> {
    let transaction = conn.unchecked_transaction()?;
    transaction.execute(
        "INSERT INTO device (uuid) VALUES (?1) ON CONFLICT DO NOTHING",
        [&present.device],
    )?;
    let number = |key: &str| -> rusqlite::Result<Option<i64>> {
        transaction
            .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| {
                row.get(0)
            })
            .optional()
    };
    let device: i64 = transaction.query_row(
        "SELECT device_id FROM device WHERE uuid = ?1",
        [&present.device],
        |row| row.get(0),
    )?;
    let last_used: Option<i64> = transaction.query_row(
        "SELECT max(counter) FROM op WHERE device_id = ?1",
        [device],
        |row| row.get(0),
    )?;
    // A count is a device's own: that of another says nothing.
    let counted = number("counter")?.filter(|_| number("device").ok().flatten() == Some(device));
    let counter = [Some(present.counter), last_used, counted]
        .into_iter()
        .flatten()
        .max()
        .unwrap_or(0);
    // The clock of a diary that was damaged may have been lost, or a stamp of its log be later than it was given out.
    let last_stamp: Option<i64> =
        transaction.query_row("SELECT max(hlc) FROM op", [], |row| row.get(0))?;
    let latest = [number("clock")?, last_stamp].into_iter().flatten().max();
    let clock = Hlc::from_bits(latest.unwrap_or(0)).receive(present.clock, now);
    for (key, value) in [
        ("device", device),
        ("clock", clock.to_bits()),
        ("counter", counter),
    ] {
        transaction.execute(
            "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
            params![key, value],
        )?;
    }
    transaction.commit()
}

/// Carries the log over into the file and closes it, so that the file alone is the whole database.
pub(crate) fn close_whole(conn: Connection, path: &Path) -> Result<(), OpenError> {
    let busy: bool = conn
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(from_sqlite)?;
    if busy {
        return Err(OpenError::Io {
            doing: DOING,
            cause: "somebody else has the file open".to_owned(),
        });
    }
    connection::checkpoint_on_close(&conn, true).map_err(from_sqlite)?;
    conn.close().map_err(|(_, error)| from_sqlite(error))?;
    match files::size(&files::beside(path, "-wal")) {
        Ok(None | Some(0)) => Ok(()),
        Ok(Some(_)) => Err(OpenError::Io {
            doing: DOING,
            cause: "the log could not be carried over".to_owned(),
        }),
        Err(error) => Err(from_io(error)),
    }
}

pub(super) fn from_io(error: io::Error) -> OpenError {
    OpenError::from_io(DOING, &error)
}

pub(super) fn from_sqlite(error: rusqlite::Error) -> OpenError {
    OpenError::from_sqlite(DOING, &error)
}

fn differs() -> OpenError {
    OpenError::Io {
        doing: DOING,
        cause: "the copy differs".to_owned(),
    }
}
