//! Opening a database is a protocol: look, refuse, prepare, check, back up, create or upgrade, finish.
//!
//! A file that is not ours, or too new, is refused before a byte of its directory has changed.
//! A damaged file is moved aside whole and reported; it is never deleted and never replaced in the same breath.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, ffi};

use crate::{
    Error, OpenError, agree, backup,
    connection::{self, Use},
    files, upkeep,
};

/// One kind of database file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spec {
    /// The file's name within its directory.
    pub file: &'static str,
    /// Marks the file as ours, in its header.
    pub application_id: i32,
    /// The step to schema 1, to schema 2, …; never edited once released.
    pub migrations: &'static [&'static str],
    /// It keeps a log of its changes, as the diary does: then it can be told cheaply whether anything has changed.
    pub has_log: bool,
}

/// A file up to this size is checked whenever it is opened, which takes 3 ms for a MiB and so 45 ms at most.
/// It is three years of thirteen entries a day, or decades of a few.
/// A larger one would make its owner wait longer with every year (1.3 s for a hundred full ones), so it is checked
/// by upkeep instead, every week, after an unclean end, and when a page of it could not be read;
/// what the check finds is acted upon at the next open.
const CHECKED_AT_OPEN: u64 = 16 << 20;

impl Spec {
    /// The newest schema number known.
    pub(crate) fn newest(&self) -> u32 {
        u32::try_from(self.migrations.len()).unwrap_or(u32::MAX)
    }
}

/// What stopped an attempt to open.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The file must be moved aside before anything is said.
    Damage,
    Refused(OpenError),
}

impl From<OpenError> for Trouble {
    fn from(error: OpenError) -> Trouble {
        Trouble::Refused(error)
    }
}

impl Trouble {
    /// The error for whoever does nothing about damage.
    pub(crate) fn told_as(self, doing: &'static str) -> OpenError {
        match self {
            Trouble::Refused(error) => error,
            Trouble::Damage => OpenError::Io {
                doing,
                cause: Error::Damaged.to_string(),
            },
        }
    }

    pub(crate) fn from_sqlite(doing: &'static str) -> impl Fn(rusqlite::Error) -> Trouble {
        move |error| match Error::from(error) {
            Error::Damaged => Trouble::Damage,
            Error::Full => OpenError::Full.into(),
            Error::ReadOnly => OpenError::ReadOnly.into(),
            Error::Busy => OpenError::InUse.into(),
            other => OpenError::Io {
                doing,
                cause: other.to_string(),
            }
            .into(),
        }
    }
}

/// Opens `spec`'s file in `dir`, whose lock the caller holds, making or upgrading it where needed.
///
/// `finish` runs in the transaction that creates or upgrades, or in one of its own when it has something to do,
/// which it tells by returning without writing when it has not.
pub(crate) fn open(
    dir: &Path,
    spec: &Spec,
    now: DateTime<Utc>,
    finish: &dyn Fn(&Connection) -> rusqlite::Result<()>,
) -> Result<Connection, OpenError> {
    match attempt(dir, spec, now, finish) {
        Ok(conn) => Ok(conn),
        Err(Trouble::Refused(error)) => Err(error),
        Err(Trouble::Damage) => {
            let moved_to = files::set_aside(&dir.join(spec.file), now)?;
            if spec.has_log {
                // What was found out was about the file that lies elsewhere now.
                upkeep::forget(dir);
            }
            Err(OpenError::Damaged { moved_to })
        }
    }
}

/// Opens a file again that this process has already worked on, after the disk has failed.
///
/// `None` when it cannot be opened, or is not there any more: a fresh file in its place would look like an empty diary.
/// Damage is not moved aside here either: it is the next start that does so and says so.
pub(crate) fn reopen(dir: &Path, spec: &Spec, now: DateTime<Utc>) -> Option<Connection> {
    match files::size(&dir.join(spec.file)) {
        Ok(Some(1..)) => attempt(dir, spec, now, &|_| Ok(())).ok(),
        _ => None,
    }
}

/// Opens a file for reading only, beside whoever in this process may have it open; `None` when nothing is in it yet.
pub(crate) fn read(dir: &Path, spec: &Spec) -> Result<Option<Connection>, Trouble> {
    const DOING: &str = "read the file";
    let file = dir.join(spec.file);
    let size = files::size(&file).map_err(|error| OpenError::from_io(DOING, &error))?;
    if size.unwrap_or(0) == 0 {
        return Ok(None);
    }
    let sqlite = Trouble::from_sqlite(DOING);
    let conn = connection::open(&file, Use::Read).map_err(&sqlite)?;
    let schema = identify(&conn, spec).map_err(&sqlite)??;
    Ok((schema > 0).then_some(conn))
}

/// Opens a file, telling damage apart from refusal, and does nothing about the damage.
pub(crate) fn attempt(
    dir: &Path,
    spec: &Spec,
    now: DateTime<Utc>,
    finish: &dyn Fn(&Connection) -> rusqlite::Result<()>,
) -> Result<Connection, Trouble> {
    let file = dir.join(spec.file);
    let io = |error: std::io::Error| OpenError::from_io("open the file", &error);
    let log = files::size(&files::beside(&file, "-wal"))
        .map_err(io)?
        .unwrap_or(0);
    let mut bytes = 0;
    match files::size(&file) {
        Err(error) if error.kind() == std::io::ErrorKind::IsADirectory => {
            return Err(OpenError::NotADiary.into());
        }
        Err(error) => return Err(io(error).into()),
        // SQLite would throw the log away with the empty file it belonged to.
        Ok(None | Some(0)) if log > 0 => return Err(Trouble::Damage),
        Ok(None | Some(0)) => {}
        Ok(Some(size)) => {
            look(&file, spec, log > 0)?;
            bytes = size + log;
        }
    }
    let suspect = spec.has_log && upkeep::is_suspect(dir);
    files::private_file(&file)
        .and_then(|_| files::sync_dir(dir))
        .map_err(io)?;
    let mut conn = open_to_work(&file)?;
    if conn
        .is_readonly("main")
        .map_err(Trouble::from_sqlite("open the file"))?
    {
        return Err(OpenError::ReadOnly.into());
    }
    let sound = if suspect {
        agree::is_sound_throughout(&conn, spec)
    } else if bytes <= CHECKED_AT_OPEN {
        is_sound(&conn).and_then(|sound| {
            // The check has read every page, and the program lives all day: it keeps what is asked for, not all of it.
            conn.execute_batch("PRAGMA shrink_memory")?;
            Ok(sound)
        })
    } else {
        Ok(true)
    };
    if !sound.map_err(Trouble::from_sqlite("check the file"))? {
        return Err(Trouble::Damage);
    }
    let version = schema_number(&conn).map_err(Trouble::from_sqlite("read the schema number"))?;
    if (1..spec.newest()).contains(&version) {
        backup::before_upgrade(&conn, dir, spec, now)?;
    }
    create_or_upgrade(&mut conn, spec, version, finish)
        .map_err(Trouble::from_sqlite("create or upgrade the file"))?;
    connection::checkpoint_on_close(&conn, true).map_err(Trouble::from_sqlite("open the file"))?;
    if spec.has_log && log > 0 {
        // The last verdict stands no longer.
        upkeep::forget(dir);
    }
    Ok(conn)
}

/// Reads who wrote the file, and how new it is, without changing anything.
fn look(file: &Path, spec: &Spec, has_log: bool) -> Result<(), Trouble> {
    let sqlite = Trouble::from_sqlite("look at the file");
    // A rollback journal can only be left by the very first moment of a file's life; SQLite finishes it when it looks.
    let has_journal = files::size(&files::beside(file, "-journal"))
        .ok()
        .flatten()
        .is_some_and(|size| size > 0);
    let usage = if has_log || has_journal {
        Use::LookThroughLog
    } else {
        Use::Look
    };
    let conn = connection::open(file, usage).map_err(&sqlite)?;
    identify(&conn, spec).map_err(&sqlite)??;
    Ok(())
}

/// Whose the file is: the schema number of one of ours, 0 for one in which there is nothing yet.
pub(crate) fn identify(conn: &Connection, spec: &Spec) -> rusqlite::Result<Result<u32, OpenError>> {
    let application_id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version: i32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let tables: u32 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(match (application_id, u32::try_from(version)) {
        // Made by us but cut short before anything was in it, or made empty by somebody: there is nothing to lose.
        (0, Ok(0)) if tables == 0 => Ok(0),
        (ours, Ok(found)) if ours == spec.application_id && found > spec.newest() => {
            Err(OpenError::Newer {
                found,
                known: spec.newest(),
            })
        }
        (ours, Ok(found @ 1..)) if ours == spec.application_id => Ok(found),
        _ => Err(OpenError::NotADiary),
    })
}

/// Opens for reading and writing; on a full disk, in the way that needs no room, so that the diary can still be read.
fn open_to_work(file: &Path) -> Result<Connection, Trouble> {
    let open = |usage| -> rusqlite::Result<Connection> {
        let conn = connection::open(file, usage)?;
        connection::prepare_to_write(&conn)?;
        // The first look at the schema is what opens the log.
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(conn)
    };
    let opened = match open(Use::Work) {
        Err(error) if Error::from_sqlite(&error) == Error::Full => open(Use::WorkWithoutIndex),
        other => other,
    };
    opened.map_err(Trouble::from_sqlite("open the file"))
}

/// SQLite's own check of every page, without the indices.
pub(crate) fn is_sound(conn: &Connection) -> rusqlite::Result<bool> {
    passes(conn, "PRAGMA quick_check(1)")
}

/// Whether a check finds nothing wrong.
///
/// It speaks of a page that could not be read as of any other fault, though then it is the disk that has failed
/// and the file may be sound: that is an error here.
fn passes(conn: &Connection, check: &str) -> rusqlite::Result<bool> {
    let verdict: String = conn.query_row(check, [], |row| row.get(0))?;
    let code = match verdict.split_once("unable to get the page. error code=") {
        Some((_, code)) => code.trim().parse().unwrap_or(ffi::SQLITE_CORRUPT),
        None if verdict.contains("failed to get page") => ffi::SQLITE_IOERR_READ,
        None => return Ok(verdict == "ok"),
    };
    // The extended code's last byte is the code.
    if code & 0xff == ffi::SQLITE_IOERR {
        Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
    } else {
        Ok(false)
    }
}

/// SQLite's own check of every page and every entry of every index, and whether every reference leads somewhere.
pub(crate) fn is_sound_throughout(conn: &Connection) -> rusqlite::Result<bool> {
    let whole = passes(conn, "PRAGMA integrity_check(1)")?;
    let leads_nowhere = conn
        .prepare("PRAGMA foreign_key_check")?
        .query([])?
        .next()?
        .is_some();
    Ok(whole && !leads_nowhere)
}

pub(crate) fn schema_number(conn: &Connection) -> rusqlite::Result<u32> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Takes the steps from schema `version` to the newest, and `finish`, in one transaction.
pub(crate) fn create_or_upgrade(
    conn: &mut Connection,
    spec: &Spec,
    version: u32,
    finish: &dyn Fn(&Connection) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let steps = spec
        .migrations
        .iter()
        .skip(usize::try_from(version).unwrap_or(usize::MAX));
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for sql in steps {
        transaction.execute_batch(sql)?;
    }
    if version < spec.newest() {
        transaction.pragma_update(None, "application_id", spec.application_id)?;
        transaction.pragma_update(None, "user_version", spec.newest())?;
    }
    finish(&transaction)?;
    transaction.commit()
}
