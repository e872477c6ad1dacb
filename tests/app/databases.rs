//! Databases of other programs: what comes in of them, and that none of them can do harm.
//!
//! The databases are made here from the formats' descriptions.

mod gadgetbridge;
mod health_connect;
mod hostile;
mod staged;

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono_tz::Tz;
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{packed::archive, world::House};

/// A diary in Vienna and a folder for files.
struct Desk {
    house: House,
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk {
            house: House::new("2026-05-10T09:00:00Z", Tz::Europe__Vienna),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A file of that name with a database in it.
    fn database(&self, name: &str, statements: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        let conn = Connection::open(&path).unwrap();
        // The mode of the log cannot be changed within a change.
        let (before, rest) = match statements.split_once(';') {
            Some((pragma, rest)) if pragma.starts_with("PRAGMA") => (pragma, rest),
            _ => ("", statements),
        };
        conn.execute_batch(before).unwrap();
        conn.execute_batch(&format!("BEGIN; {rest} COMMIT;"))
            .unwrap();
        conn.close().unwrap();
        path
    }

    /// A file of that name with these bytes.
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn preview(&self, path: &Path) -> Value {
        self.house.ask("import_preview", request(path))
    }

    fn import(&self, path: &Path) -> Value {
        self.house.ask("import_apply", request(path))
    }
}

fn request(path: &Path) -> Value {
    json!({ "paths": [path.display().to_string()] })
}

/// Milliseconds since 1970.
fn ms(instant: &str) -> i64 {
    crate::world::instant(instant).timestamp_millis()
}

/// Nothing of a database that was read lies about in the diary's directory.
fn nothing_left(house: &House) {
    let folder = house.dir.path().join(".reading");
    assert!(!folder.exists(), "the copy is gone with its folder");
}
