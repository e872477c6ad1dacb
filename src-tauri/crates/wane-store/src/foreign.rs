//! Databases that other programs made: read only, and trusted with nothing (ADR 17).
//!
//! A foreign database is foreign code as much as foreign data.
//! It is copied to a private file first, opened read-only and immutable, with views and triggers off, and nothing may
//! be asked of it but the rows of ordinary tables, by an authorizer that refuses everything else.
//! Lengths and steps are bounded; how many rows there can be is bounded by how long the file is, so that a tree of
//! pages that leads back into itself ends.

use std::{
    io::{self, Read},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use rusqlite::{Connection, ffi, limits::Limit, types::ValueRef};

use crate::{
    DataDir, connection,
    files::{self, Filled, Filling},
};

/// The directory in which copies lie while they are read; whatever a crash has left in it is worth nothing.
const FOLDER: &str = ".reading";

/// Bounds of lengths, in bytes or counts; the databases that are read stay far below all of them.
const LIMITS: [(Limit, i32); 6] = [
    (Limit::SQLITE_LIMIT_LENGTH, 1024 * 1024),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 32 * 1024),
    (Limit::SQLITE_LIMIT_COLUMN, 500),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];

/// So much of a database is copied before its tables are looked at, in bytes: their names stand at its beginning.
const BEGINNING: u64 = 16 * 1024 * 1024;

/// How many steps of SQLite's machine pass between two looks at the budget.
const STEPS_A_LOOK: i32 = 1000;

/// Steps that reading the schema, or coming from one row to the next, may take.
const MOST_STEPS: i64 = 100_000;

/// No row of a table takes less room in a file than this, in bytes.
const SMALLEST_ROW: u64 = 4;

/// No database that is read has more tables.
const MOST_TABLES: usize = 3000;

/// Tells the copies apart that are read at the same time.
static COPIES: AtomicU64 = AtomicU64::new(0);

/// Why another program's database could not be read; nothing in it is of what stands in the database.
#[derive(Debug, thiserror::Error)]
pub enum ForeignError {
    /// Not a database, a damaged or encrypted one, or one that was made to do harm.
    #[error("not a readable database")]
    Unreadable,
    /// The copy could not be made.
    #[error("the copy to read from could not be made ({0})")]
    Copy(io::ErrorKind),
    /// The file itself could not be read.
    #[error("the file could not be read")]
    Source(io::Error),
}

impl From<Filling> for ForeignError {
    fn from(failed: Filling) -> Self {
        match failed {
            Filling::Source(error) => ForeignError::Source(error),
            Filling::Target(error) => ForeignError::Copy(error.kind()),
        }
    }
}

impl From<rusqlite::Error> for ForeignError {
    fn from(error: rusqlite::Error) -> Self {
        let code = error.sqlite_error().map(|error| error.extended_code & 0xFF);
        match code {
            Some(ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN) => {
                ForeignError::Copy(io::ErrorKind::Other)
            }
            _ => ForeignError::Unreadable,
        }
    }
}

/// One value of a foreign table, whatever its column is said to hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// NULL.
    Nothing,
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A text; what is not UTF-8 in it is replaced.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// The copy, which goes when the reading ends, whatever happens.
#[derive(Debug)]
struct PrivateCopy {
    path: PathBuf,
}

impl Drop for PrivateCopy {
    fn drop(&mut self) {
        // What stays is removed when the diary is next opened.
        let _ = files::remove(&self.path);
        if let Some(folder) = self.path.parent() {
            files::remove_if_empty(folder);
        }
    }
}

/// Another program's database, open for reading.
#[derive(Debug)]
pub struct Foreign {
    // Before the copy: Windows removes no file that is open.
    conn: Connection,
    _copy: PrivateCopy,
    steps: Arc<AtomicI64>,
    most_rows: u64,
    tables: Vec<String>,
}

impl DataDir {
    /// Copies the database of `length` bytes that `data` gives and opens the copy for reading; `None` if `wanted` says
    /// of the names of its tables that it is not.
    ///
    /// The names are looked at as soon as the beginning of the database tells them, so that one nobody wants costs no
    /// more than its beginning.
    ///
    /// # Errors
    /// Any [`ForeignError`]; nothing of the copy is left then.
    pub fn foreign(
        &self,
        data: &mut dyn Read,
        length: u64,
        wanted: &dyn Fn(&[String]) -> bool,
    ) -> Result<Option<Foreign>, ForeignError> {
        let folder = self.path().join(FOLDER);
        files::own_dir(&folder).map_err(Filling::Target)?;
        let number = COPIES.fetch_add(1, Ordering::Relaxed);
        let copy = PrivateCopy {
            path: folder.join(format!("{number}.db")),
        };
        let path = copy.path.clone();
        let mut filled = Filled::begin(&path).map_err(Filling::Target)?;
        let is_short = filled.take(data, length.min(BEGINNING))?;
        if !is_short && filled.length() < length {
            // Its length is what SQLite expects, and what is not there yet is no page of a database: names are told
            // by pages that are there, or not at all.
            filled.stretch(length).map_err(Filling::Target)?;
            if tables_of(&path).is_ok_and(|tables| !wanted(&tables)) {
                return Ok(None);
            }
            filled.take(data, length)?;
            filled.stretch(filled.length()).map_err(Filling::Target)?;
        }
        let foreign = Foreign::open(copy, filled.length())?;
        Ok(wanted(&foreign.tables).then_some(foreign))
    }
}

/// Removes what a crash has left of copies.
pub(crate) fn clear(dir: &Path) {
    // Should it stay, it is only in the way of nobody.
    let _ = files::remove_dir(&dir.join(FOLDER));
}

/// Opens a copy within bounds; the steps it may take are counted down in what comes with it.
fn open_bounded(path: &Path) -> Result<(Connection, Arc<AtomicI64>), ForeignError> {
    let steps = Arc::new(AtomicI64::new(MOST_STEPS));
    let left = Arc::clone(&steps);
    let conn = connection::open_foreign(path, &LIMITS, move |conn| {
        conn.progress_handler(
            STEPS_A_LOOK,
            Some(move || {
                let looks = i64::from(STEPS_A_LOOK);
                left.fetch_sub(looks, Ordering::Relaxed) <= looks
            }),
        )
    })?;
    Ok((conn, steps))
}

/// The names of the ordinary tables of a database that is not open.
fn tables_of(path: &Path) -> Result<Vec<String>, ForeignError> {
    let (conn, _) = open_bounded(path)?;
    read_tables(&conn)
}

/// The names of a database's ordinary tables.
fn read_tables(conn: &Connection) -> Result<Vec<String>, ForeignError> {
    let mut statement =
        conn.prepare("SELECT type, name, tbl_name, rootpage, sql FROM main.sqlite_schema")?;
    let mut rows = statement.query([])?;
    let mut tables = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |index| match row.get_ref(index) {
            Ok(ValueRef::Text(bytes)) => std::str::from_utf8(bytes).ok(),
            _ => None,
        };
        let root = matches!(row.get_ref(3), Ok(ValueRef::Integer(root)) if root > 0);
        // SQLite itself writes the first words this way, whoever made the table.
        let ordinary = text(4).is_some_and(|sql| {
            sql.get(..13)
                .is_some_and(|start| start.eq_ignore_ascii_case("CREATE TABLE "))
        });
        if let (Some("table"), Some(name), true, true) = (text(0), text(1), root, ordinary)
            && text(2) == Some(name)
            && !name.to_ascii_lowercase().starts_with("sqlite_")
        {
            if tables.len() >= MOST_TABLES {
                return Err(ForeignError::Unreadable);
            }
            tables.push(name.to_owned());
        }
    }
    Ok(tables)
}

impl Foreign {
    fn open(copy: PrivateCopy, length: u64) -> Result<Foreign, ForeignError> {
        let (conn, steps) = open_bounded(&copy.path)?;
        let tables = read_tables(&conn)?;
        Ok(Foreign {
            conn,
            _copy: copy,
            steps,
            most_rows: length / SMALLEST_ROW,
            tables,
        })
    }

    /// The names of its ordinary tables; views, virtual tables and what SQLite keeps for itself are not among them.
    pub fn tables(&self) -> &[String] {
        &self.tables
    }

    fn ordinary(&self, table: &str) -> Option<String> {
        let known = self.tables.iter().any(|name| name == table);
        known.then(|| quoted(table))
    }

    /// The names of an ordinary table's own columns; none if there is no such table. What is computed when it is read
    /// counts as not there.
    ///
    /// # Errors
    /// [`ForeignError::Unreadable`].
    pub fn columns(&self, table: &str) -> Result<Vec<String>, ForeignError> {
        let Some(name) = self.ordinary(table) else {
            return Ok(Vec::new());
        };
        self.steps.store(MOST_STEPS, Ordering::Relaxed);
        let mut statement = self
            .conn
            .prepare(&format!("PRAGMA main.table_info({name})"))?;
        let names = statement.query_map([], |row| row.get::<_, String>(1))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    /// Hands every row of an ordinary table to `each`, with the values of these columns, in the table's own order,
    /// until it answers [`ControlFlow::Break`].
    ///
    /// # Errors
    /// [`ForeignError::Unreadable`] also if there is no such table or column, and if there are more rows than the file
    /// has room for.
    pub fn rows(
        &self,
        table: &str,
        columns: &[&str],
        each: &mut dyn FnMut(Vec<Cell>) -> ControlFlow<()>,
    ) -> Result<(), ForeignError> {
        let name = self.ordinary(table).ok_or(ForeignError::Unreadable)?;
        let mut wanted: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
        if wanted.is_empty() {
            wanted.push("NULL".to_owned());
        }
        self.steps.store(MOST_STEPS, Ordering::Relaxed);
        // Not through an index: what an index says of a row need not be what the row says.
        let mut statement = self.conn.prepare(&format!(
            "SELECT {} FROM main.{name} NOT INDEXED",
            wanted.join(", ")
        ))?;
        let mut rows = statement.query([])?;
        let mut count = 0;
        loop {
            self.steps.store(MOST_STEPS, Ordering::Relaxed);
            let Some(row) = rows.next()? else {
                return Ok(());
            };
            count += 1;
            if count > self.most_rows {
                return Err(ForeignError::Unreadable);
            }
            let values = (0..columns.len())
                .map(|index| row.get_ref(index).map(value))
                .collect::<rusqlite::Result<Vec<_>>>()?;
            if each(values).is_break() {
                return Ok(());
            }
        }
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn value(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Nothing,
        ValueRef::Integer(whole) => Cell::Whole(whole),
        ValueRef::Real(number) => Cell::Number(number),
        ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
    }
}
