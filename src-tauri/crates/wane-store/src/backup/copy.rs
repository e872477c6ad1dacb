//! A copy that has been compared with the original before it gets its name.
//!
//! A copy in the making is called `.partial-…`, so that whatever bears a backup's name is whole.

use std::{io, path::Path};

use rusqlite::Connection;

use crate::{
    OpenError,
    connection::{self, Use},
    contents::{self, Mark},
    files,
    gate::Gate,
    protocol::{self, Spec},
    seam::{self, Sown},
};

/// How the name of a copy in the making begins.
const PARTIAL: &str = ".partial-";

/// What came of copying.
enum Copied {
    Faithful,
    /// Something was saved between the copying and the comparing, so that nothing can be said.
    Overtaken,
}

/// Copies the database that `original` reads into a new file, reads the copy back, makes it durable,
/// and only then gives it its name.
///
/// Whoever saves comes in through `gate`.
pub(super) fn verified_copy(
    original: &Connection,
    gate: &Gate,
    spec: &Spec,
    target: &Path,
) -> Result<(), OpenError> {
    let file_name = target.file_name().unwrap_or_default().to_string_lossy();
    let partial = target.with_file_name(format!("{PARTIAL}{file_name}"));
    let result = copy_faithfully(original, gate, spec, &partial)
        .and_then(|()| keep(&partial, target).map_err(from_io));
    if result.is_err() {
        // SQLite leaves half a copy behind on a full disk. If even removing it fails, its name says what it is.
        let _ = files::remove(&partial);
    }
    result
}

/// Removes what a copy that was cut short has left; it never became a backup.
pub(super) fn remove_partial_copies(backups: &Path) -> io::Result<()> {
    files::names_in(backups)?
        .iter()
        .filter(|name| name.starts_with(PARTIAL))
        .try_for_each(|name| files::remove(&backups.join(name)))
}

fn copy_faithfully(
    original: &Connection,
    gate: &Gate,
    spec: &Spec,
    partial: &Path,
) -> Result<(), OpenError> {
    // SQLite lets nobody copy in a snapshot that can be read again. So it is done without being in anybody's way,
    // and if something was saved just then, once more while whoever wants to save waits.
    for gate in [None, Some(gate)] {
        if let Copied::Faithful = copy_once(original, gate, spec, partial)? {
            return Ok(());
        }
    }
    Err(OpenError::Io {
        doing: DOING,
        cause: "the diary kept changing".to_owned(),
    })
}

/// Copies and compares; nobody can save through `gate` while it is copied, if one is given.
fn copy_once(
    original: &Connection,
    gate: Option<&Gate>,
    spec: &Spec,
    partial: &Path,
) -> Result<Copied, OpenError> {
    // What the try before has left.
    files::remove(partial).map_err(from_io)?;
    // SQLite copies into an empty file that is already there, and so into one only its owner can read.
    drop(files::private_file(partial).map_err(from_io)?);
    let path = partial.to_str().ok_or_else(|| OpenError::Io {
        doing: DOING,
        cause: "the path is not Unicode".to_owned(),
    })?;
    let copied = || -> rusqlite::Result<Option<Copied>> {
        let hold = match gate {
            // Whoever had passed the gate is done when the right to write is ours.
            Some(gate) => Some((gate.close(), hold_writers(original)?)),
            None => None,
        };
        original.execute("VACUUM INTO ?1", [path])?;
        if seam::sown(Sown::NoVerify) {
            return Ok(Some(Copied::Faithful));
        }
        // Everything that is read of the original from here on is of one instant; it ends when this is dropped.
        let snapshot = original.unchecked_transaction()?;
        let mark = Mark::of(&snapshot, spec)?;
        drop(hold);
        compare(&snapshot, mark.as_ref(), spec, partial)
    };
    copied().map_err(from_sqlite)?.ok_or_else(|| OpenError::Io {
        doing: DOING,
        cause: "the copy differs".to_owned(),
    })
}

/// A connection of its own that holds the right to write until it is dropped, and writes nothing.
fn hold_writers(original: &Connection) -> rusqlite::Result<Connection> {
    let path = original.path().unwrap_or_default();
    let holder = connection::open(Path::new(path), Use::Work)?;
    holder.execute_batch("BEGIN IMMEDIATE")?;
    Ok(holder)
}

/// Reads the copy back; `None` when it is not what the original is.
fn compare(
    original: &Connection,
    mark: Option<&Mark>,
    spec: &Spec,
    copy: &Path,
) -> rusqlite::Result<Option<Copied>> {
    let copy = connection::open(copy, Use::Look)?;
    if !protocol::is_sound(&copy)? {
        return Ok(None);
    }
    if Mark::of(&copy, spec)?.as_ref() != mark {
        return Ok(Some(Copied::Overtaken));
    }
    let same = contents::digest(&copy)? == contents::digest(original)?;
    Ok(same.then_some(Copied::Faithful))
}

/// Makes the copy durable and gives it its name.
fn keep(partial: &Path, target: &Path) -> io::Result<()> {
    files::sync_file(partial)?;
    files::rename(partial, target)?;
    files::sync_dir(target.parent().unwrap_or(Path::new(".")))
}

/// What goes wrong here is told as this.
pub(super) const DOING: &str = "make a backup";

pub(super) fn from_io(error: io::Error) -> OpenError {
    OpenError::from_io(DOING, &error)
}

pub(super) fn from_sqlite(error: rusqlite::Error) -> OpenError {
    OpenError::from_sqlite(DOING, &error)
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use super::*;

    const ANY: Spec = Spec {
        file: "any.db",
        application_id: 0,
        migrations: &[],
        has_log: false,
    };

    fn check(difference: &str, faithful: bool) {
        let dir = tempfile::tempdir().unwrap();
        let original = Connection::open(dir.path().join("original.db")).unwrap();
        let made = "CREATE TABLE a (x INTEGER, t TEXT) STRICT; CREATE INDEX by_x ON a (x);
            INSERT INTO a VALUES (1, 'one'), (2, NULL); PRAGMA user_version = 1";
        original.execute_batch(made).unwrap();
        let path = dir.path().join("copy.db");
        let copy = Connection::open(&path).unwrap();
        copy.execute_batch(&format!("{made}; {difference}"))
            .unwrap();
        drop(copy);
        let found = compare(&original, None, &ANY, &path).ok().flatten();
        assert_eq!(
            matches!(found, Some(Copied::Faithful)),
            faithful,
            "a copy that differs by: {difference}"
        );
    }

    #[test]
    fn a_copy_that_lacks_something_is_no_backup() {
        check("", true);
        check("VACUUM", true);
        check("DELETE FROM a WHERE x = 2", false);
        check("UPDATE a SET x = 3 WHERE x = 2", false);
        check("UPDATE a SET t = '' WHERE x = 2", false);
        check("UPDATE a SET t = 'onf' WHERE x = 1", false);
        check("DROP TABLE a", false);
        check("DROP INDEX by_x", false);
        check("CREATE TABLE b (y INTEGER) STRICT", false);
        check("CREATE VIEW v AS SELECT 1", false);
        check("PRAGMA user_version = 2", false);
        check("PRAGMA application_id = 2", false);
        check(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 7",
            false,
        );
    }
}
