//! A copy that has been read back before it gets its name.
//!
//! A copy in the making is called `.partial-…`, so that whatever bears a backup's name is whole.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::{
    Error, OpenError,
    connection::{self, Use},
    files,
    protocol::{self, Spec},
};

/// How the name of a copy in the making begins.
const PARTIAL: &str = ".partial-";

/// Copies the database to `backups/` before its schema is changed.
pub(crate) fn before_upgrade(
    conn: &Connection,
    dir: &Path,
    spec: &Spec,
    now: DateTime<Utc>,
) -> Result<PathBuf, OpenError> {
    let backups = dir.join("backups");
    files::make_dir(&backups)
        .map_err(|error| OpenError::from_io("make the folder for backups", &error))?;
    remove_partial_copies(&backups).map_err(from_io)?;
    let version = protocol::schema_number(conn).map_err(from_sqlite)?;
    let name = spec.file.strip_suffix(".db").unwrap_or(spec.file);
    let target = backups.join(format!("{name}-schema-{version}-{}.db", files::stamp(now)));
    verified_copy(conn, &target)?;
    Ok(target)
}

/// Removes what a copy that was cut short has left; it never became a backup.
fn remove_partial_copies(backups: &Path) -> io::Result<()> {
    for entry in fs::read_dir(backups)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(PARTIAL) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Copies the database into a new file, reads the copy back, makes it durable, and only then gives it its name.
fn verified_copy(conn: &Connection, target: &Path) -> Result<(), OpenError> {
    let file_name = target.file_name().unwrap_or_default().to_string_lossy();
    let partial = target.with_file_name(format!("{PARTIAL}{file_name}"));
    let result =
        copy_and_verify(conn, &partial).and_then(|()| keep(&partial, target).map_err(from_io));
    if result.is_err() {
        // SQLite leaves half a copy behind on a full disk. If even removing it fails, its name says what it is.
        let _ = fs::remove_file(&partial);
    }
    result
}

fn copy_and_verify(conn: &Connection, partial: &Path) -> Result<(), OpenError> {
    // SQLite copies into an empty file that is already there, and so into one only its owner can read.
    drop(files::private_file(partial).map_err(from_io)?);
    let path = partial.to_str().ok_or_else(|| OpenError::Io {
        doing: "make a backup",
        cause: "the path is not Unicode".to_owned(),
    })?;
    conn.execute("VACUUM INTO ?1", [path])
        .map_err(from_sqlite)?;
    if is_faithful(conn, partial).map_err(from_sqlite)? {
        Ok(())
    } else {
        Err(OpenError::Io {
            doing: "make a backup",
            cause: "the copy differs".to_owned(),
        })
    }
}

/// Whether the copy is sound and holds what the original holds.
fn is_faithful(original: &Connection, copy: &Path) -> rusqlite::Result<bool> {
    let copy = connection::open(copy, Use::Look)?;
    Ok(protocol::is_sound(&copy)? && contents(&copy)? == contents(original)?)
}

/// Makes the copy durable and gives it its name.
fn keep(partial: &Path, target: &Path) -> io::Result<()> {
    files::private_file(partial)?.sync_all()?;
    fs::rename(partial, target)?;
    files::sync_dir(target.parent().unwrap_or(Path::new(".")))
}

/// Schema number, owner, and the rows of every table.
fn contents(conn: &Connection) -> rusqlite::Result<Vec<(String, i64)>> {
    let mut found = Vec::new();
    for pragma in ["application_id", "user_version"] {
        found.push((
            pragma.to_owned(),
            conn.pragma_query_value(None, pragma, |row| row.get(0))?,
        ));
    }
    let mut names =
        conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    for name in names.query_map([], |row| row.get::<_, String>(0))? {
        let name = name?;
        // A table's name cannot be bound; quoting makes any name a name.
        let count = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
        found.push((name, conn.query_row(&count, [], |row| row.get(0))?));
    }
    Ok(found)
}

fn from_io(error: io::Error) -> OpenError {
    OpenError::from_io("make a backup", &error)
}

fn from_sqlite(error: rusqlite::Error) -> OpenError {
    match Error::from(error) {
        Error::Full => OpenError::Full,
        Error::ReadOnly => OpenError::ReadOnly,
        other => OpenError::Io {
            doing: "make a backup",
            cause: other.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn check(difference: &str, faithful: bool) {
        let dir = tempfile::tempdir().unwrap();
        let original = Connection::open(dir.path().join("original.db")).unwrap();
        let made = "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1), (2); PRAGMA user_version = 1";
        original.execute_batch(made).unwrap();
        let path = dir.path().join("copy.db");
        let copy = Connection::open(&path).unwrap();
        copy.execute_batch(&format!("{made}; {difference}"))
            .unwrap();
        drop(copy);
        assert_eq!(
            is_faithful(&original, &path).unwrap_or(false),
            faithful,
            "a copy that differs by: {difference}"
        );
    }

    #[test]
    fn a_copy_that_lacks_something_is_no_backup() {
        check("", true);
        check("DELETE FROM a WHERE x = 2", false);
        check("DROP TABLE a", false);
        check("CREATE TABLE b (y INTEGER) STRICT", false);
        check("PRAGMA user_version = 2", false);
        check(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 7",
            false,
        );
    }
}
