//! Reading a backup from beginning to end, without trusting it.
//!
//! A backup may have rotted, or have been put there by somebody: it is opened read-only, nothing in its schema is run,
//! and its schema has to be ours word for word before anything else in it is read.

use std::path::Path;

use rusqlite::Connection;

use crate::{
    Error, Holdings, OpenError,
    connection::{self, Use},
    contents::{self, Mark, Schema},
    files,
    protocol::{self, Spec},
};

/// What goes wrong here is told as this.
const DOING: &str = "read the backup";

/// A database that was read from beginning to end and found sound.
#[derive(Debug)]
pub(crate) struct Verified {
    /// A connection that can only read.
    pub conn: Connection,
    /// Its schema number.
    pub schema: u32,
    /// What it holds.
    pub holdings: Holdings,
}

/// Reads a diary that nobody has open.
pub(crate) fn verify(path: &Path, spec: &Spec) -> Result<Verified, OpenError> {
    match files::size(path) {
        Ok(Some(_)) => {}
        Ok(None) => return Err(OpenError::NoSuchBackup),
        Err(error) => return Err(OpenError::from_io(DOING, &error)),
    }
    let conn = connection::open(path, Use::Look).map_err(unsound)?;
    let schema = match protocol::identify(&conn, spec).map_err(unsound)? {
        Ok(0) | Err(OpenError::NotADiary) => return Err(because("it is no diary")),
        Ok(schema) => schema,
        Err(error) => return Err(error),
    };
    let expected =
        expected_schema(spec, schema).map_err(|error| OpenError::from_sqlite(DOING, &error))?;
    if contents::schema_of(&conn).map_err(unsound)? != expected {
        return Err(because("its schema is not ours"));
    }
    if !protocol::is_sound_throughout(&conn).map_err(unsound)? {
        return Err(because("it is damaged"));
    }
    let holdings = Holdings::of(&conn).map_err(unsound)?;
    // A diary always knows its device, its clock and its count.
    Mark::of(&conn, spec).map_err(unsound)?;
    Ok(Verified {
        conn,
        schema,
        holdings,
    })
}

/// The schema of that number as this program makes it.
pub(crate) fn expected_schema(spec: &Spec, number: u32) -> rusqlite::Result<Schema> {
    contents::schema_of(&made_in_memory(spec, number)?)
}

/// An empty database of that schema, in memory.
pub(crate) fn made_in_memory(spec: &Spec, number: u32) -> rusqlite::Result<Connection> {
    let conn = Connection::open_in_memory()?;
    let steps = usize::try_from(number).unwrap_or(usize::MAX);
    for sql in spec.migrations.iter().take(steps) {
        conn.execute_batch(sql)?;
    }
    Ok(conn)
}

fn because(why: &'static str) -> OpenError {
    OpenError::UnsoundBackup { why }
}

/// A backup that cannot be read to its end is not sound, unless it is the disk or the permissions that are to blame.
fn unsound(error: rusqlite::Error) -> OpenError {
    match Error::from_sqlite(&error) {
        Error::ReadOnly | Error::Io { .. } | Error::Full | Error::Busy => {
            OpenError::from_sqlite(DOING, &error)
        }
        _ => because("it is damaged"),
    }
}
