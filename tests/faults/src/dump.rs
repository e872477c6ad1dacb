//! Everything a database holds, so that two states can be compared without knowing what they are about.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
};

use rusqlite::{Connection, types::ValueRef};

/// Everything a database holds: schema, numbers in the header, and every row of every table.
///
/// What SQLite keeps for its own use (shadows of the search, statistics) is left out: its form may differ where the
/// content does not, and `integrity_check` compares it with the content.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dump {
    /// By the name of the table: how many rows, and a digest of them in the order of their content.
    tables: BTreeMap<String, (usize, u64)>,
}

impl Dump {
    /// Reads a copy of the database in `dir`, so that nothing there is touched; a file that is not there, or has
    /// nothing in it, holds nothing.
    ///
    /// # Errors
    /// What SQLite says, or which of its checks failed.
    pub fn of(dir: &Path, file: &str) -> Result<Dump, String> {
        let copy = tempfile::tempdir().map_err(text)?;
        for ending in ["", "-wal", "-journal"] {
            let name = format!("{file}{ending}");
            let from = dir.join(&name);
            if from.exists() {
                fs::copy(from, copy.path().join(&name)).map_err(text)?;
            }
        }
        let path = copy.path().join(file);
        if !path.exists() {
            return Ok(Dump::default());
        }
        let conn = Connection::open(path).map_err(text)?;
        conn.pragma_update(None, "temp_store", "MEMORY")
            .map_err(text)?;
        sound(&conn)?;
        Dump::read(&conn).map_err(text)
    }

    /// How many rows the table has.
    pub fn rows(&self, table: &str) -> usize {
        self.tables.get(table).map_or(0, |(rows, _)| *rows)
    }

    /// The same without how far the diary's clock has come, which goes on when a backup is restored.
    #[must_use]
    pub fn without_clock(&self) -> Dump {
        let mut dump = self.clone();
        dump.tables.remove("meta");
        dump
    }

    /// Where the two differ: names of tables and numbers of rows, never what is in them.
    pub fn difference(&self, other: &Dump) -> String {
        let mut words = String::new();
        let names = self.tables.keys().chain(other.tables.keys());
        for name in names.collect::<std::collections::BTreeSet<_>>() {
            let (ours, theirs) = (self.tables.get(name), other.tables.get(name));
            if ours != theirs {
                let rows = |side: Option<&(usize, u64)>| side.map_or(0, |(rows, _)| *rows);
                let _ = write!(words, "{name} ({} and {} rows) ", rows(ours), rows(theirs));
            }
        }
        words
    }

    fn read(conn: &Connection) -> rusqlite::Result<Dump> {
        let mut tables = BTreeMap::new();
        let mut add = |name: &str, mut rows: Vec<String>| {
            rows.sort();
            let mut hasher = DefaultHasher::new();
            rows.hash(&mut hasher);
            tables.insert(name.to_owned(), (rows.len(), hasher.finish()));
        };
        let schema = rows(
            conn,
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL",
        )?;
        if schema.is_empty() {
            return Ok(Dump::default());
        }
        add("(schema)", schema);
        for pragma in ["application_id", "user_version"] {
            let number: i64 = conn.pragma_query_value(None, pragma, |row| row.get(0))?;
            add(&format!("({pragma})"), vec![number.to_string()]);
        }
        let names: Vec<String> = conn
            .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for name in names {
            let columns = match name.as_str() {
                // Passages of one day are numbered as they come; which day it is stands in the upper half.
                "passage" => "passage_no >> 32, in_table, uuid, text",
                _ => "*",
            };
            let all = rows(conn, &format!("SELECT {columns} FROM \"{name}\""))?;
            add(&name, all);
        }
        Ok(Dump { tables })
    }
}

/// SQLite's own full check, with that of the search and of references between rows.
fn sound(conn: &Connection) -> Result<(), String> {
    let verdicts = rows(conn, "PRAGMA integrity_check(1)").map_err(text)?;
    if verdicts != ["'ok'|"] {
        return Err(format!("integrity_check: {verdicts:?}"));
    }
    let broken = rows(conn, "PRAGMA foreign_key_check").map_err(text)?;
    if !broken.is_empty() {
        return Err(format!("{} rows point nowhere", broken.len()));
    }
    Ok(())
}

fn rows(conn: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = conn.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let mut words = String::new();
        for column in 0..columns {
            let _ = match row.get_ref(column)? {
                ValueRef::Null => write!(words, "-|"),
                ValueRef::Integer(n) => write!(words, "{n}|"),
                ValueRef::Real(x) => write!(words, "{:x}r|", x.to_bits()),
                ValueRef::Text(bytes) => write!(words, "'{}'|", bytes.escape_ascii()),
                ValueRef::Blob(bytes) => write!(words, "x'{}'|", bytes.escape_ascii()),
            };
        }
        all.push(words);
    }
    Ok(all)
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(change: &str, alike: bool) {
        let dir = tempfile::tempdir().unwrap();
        for (file, change) in [("a.db", ""), ("b.db", change)] {
            let conn = Connection::open(dir.path().join(file)).unwrap();
            conn.execute_batch("CREATE TABLE t (x, y); INSERT INTO t VALUES (1, 'one'), (2, NULL)")
                .unwrap();
            conn.execute_batch(change).unwrap();
        }
        let [a, b] = ["a.db", "b.db"].map(|file| Dump::of(dir.path(), file).unwrap());
        assert_eq!(a == b, alike, "after: {change}");
        assert_eq!(a.difference(&b).is_empty(), alike, "and it says where");
    }

    #[test]
    fn whatever_differs_is_seen() {
        check("", true);
        check("VACUUM", true);
        check(
            "DELETE FROM t; INSERT INTO t VALUES (2, NULL), (1, 'one')",
            true,
        );
        check("UPDATE t SET y = 'One' WHERE x = 1", false);
        check("UPDATE t SET x = '1' WHERE x = 1", false);
        check("DELETE FROM t WHERE x = 2", false);
        check("UPDATE t SET y = ''", false);
        check("CREATE TABLE u (z)", false);
        check("CREATE INDEX i ON t (x)", false);
        check("PRAGMA user_version = 1", false);
    }

    #[test]
    fn nothing_is_touched_and_nothing_is_nothing() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(
            Dump::of(dir.path(), "no.db"),
            Ok(Dump::default()),
            "no file"
        );
        assert_eq!(
            dir.path().read_dir().unwrap().count(),
            0,
            "and none is made"
        );
        fs::write(dir.path().join("empty.db"), "").unwrap();
        assert_eq!(
            Dump::of(dir.path(), "empty.db"),
            Ok(Dump::default()),
            "an empty file"
        );
        fs::write(dir.path().join("garbage.db"), "garbage".repeat(1000)).unwrap();
        assert!(Dump::of(dir.path(), "garbage.db").is_err(), "no database");
    }
}
