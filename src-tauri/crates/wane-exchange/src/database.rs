//! Databases of other programs, through what the caller gives: this crate asks for tables by their names and never
//! writes a query (ADR 17).

use std::{
    collections::HashMap,
    io::{self, Read},
    ops::ControlFlow,
};

use crate::{ReadError, input::Meter};

/// What every file of the database SQLite begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// After so many rows it is asked whether to go on.
const ROWS_A_LOOK: u64 = 4096;

/// Whether a file begins like a database.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    prefix.starts_with(MAGIC)
}

/// How much of a file of that length is a database, by what its first bytes say; `None` if they cannot be those of one.
///
/// A database is copied before it is read, and what does not belong to it need not be.
pub(crate) fn length_of(prefix: &[u8], length: u64) -> Option<u64> {
    let number = |at: usize| {
        let bytes = prefix.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(bytes))
    };
    // The format of SQLite's files, section 1.3: pages of 1 are those of 65,536 bytes, and the count of pages holds if
    // the last change was written by who knows to keep it.
    let page = match u16::from_be_bytes([*prefix.get(16)?, *prefix.get(17)?]) {
        1 => 65_536,
        size if size >= 512 && size.is_power_of_two() => u64::from(size),
        _ => return None,
    };
    let (changes, pages, counted_at) = (number(24)?, number(28)?, number(92)?);
    if pages == 0 || changes != counted_at {
        return Some(length);
    }
    Some(length.min(page * u64::from(pages)))
}

/// One value of a table, whatever its column is said to hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing there.
    Nothing,
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Cell {
    /// The whole number, also where it was written as a text or with a fraction of nothing.
    pub(crate) fn whole(&self) -> Option<i64> {
        match self {
            Cell::Whole(whole) => Some(*whole),
            Cell::Number(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                Some(*number as i64)
            }
            Cell::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// The text, without control characters and of a length that can be shown.
    pub(crate) fn text(&self) -> Option<String> {
        let Cell::Text(text) = self else {
            return None;
        };
        let plain: String = text
            .trim()
            .chars()
            .filter(|one| !one.is_control())
            .take(100)
            .collect();
        (!plain.is_empty()).then_some(plain)
    }

    /// Bytes as hexadecimal digits, or the text as it is.
    pub(crate) fn name(&self) -> Option<String> {
        match self {
            Cell::Bytes(bytes) if (1..=64).contains(&bytes.len()) => {
                Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
            }
            other => other.text(),
        }
    }
}

/// Why a database could not be read.
#[derive(Debug)]
pub enum DatabaseError {
    /// Damaged, encrypted, or made to do harm.
    Unreadable,
    /// Longer than was allowed.
    TooLarge,
    /// No room for the copy it is read from.
    NoRoom(io::ErrorKind),
    /// The file it comes from could not be read.
    Source(io::Error),
}

impl DatabaseError {
    fn of(self, file: &str, max_bytes: u64) -> ReadError {
        let file = file.to_owned();
        match self {
            DatabaseError::Unreadable => ReadError::BadDatabase { file },
            DatabaseError::TooLarge => ReadError::TooLarge { file, max_bytes },
            DatabaseError::NoRoom(kind) => ReadError::NoRoom { file, kind },
            DatabaseError::Source(error) => ReadError::from_io(&file, error),
        }
    }
}

/// A database that is open for reading, and trusted with nothing.
pub trait Database {
    /// The names of its ordinary tables.
    ///
    /// # Errors
    /// [`DatabaseError::Unreadable`].
    fn tables(&self) -> Result<Vec<String>, DatabaseError>;

    /// The names of a table's columns.
    ///
    /// # Errors
    /// [`DatabaseError::Unreadable`].
    fn columns(&self, table: &str) -> Result<Vec<String>, DatabaseError>;

    /// Hands every row of a table to `each`, in the table's own order, with the values of these columns, until it
    /// answers [`ControlFlow::Break`].
    ///
    /// # Errors
    /// [`DatabaseError::Unreadable`].
    fn rows(
        &self,
        table: &str,
        columns: &[&str],
        each: &mut dyn FnMut(Vec<Cell>) -> ControlFlow<()>,
    ) -> Result<(), DatabaseError>;
}

/// Whoever can open a database.
pub trait Databases {
    /// Opens the database that `data` gives, of at most `max_bytes`.
    ///
    /// # Errors
    /// Any [`DatabaseError`].
    fn open(
        &self,
        data: &mut dyn Read,
        max_bytes: u64,
    ) -> Result<Box<dyn Database + '_>, DatabaseError>;
}

/// Nobody who can: a database is then one more file of no known format.
pub(crate) struct NoDatabases;

impl Databases for NoDatabases {
    fn open(&self, _: &mut dyn Read, _: u64) -> Result<Box<dyn Database + '_>, DatabaseError> {
        Err(DatabaseError::Unreadable)
    }
}

/// Takes the rows of a table, each with its number.
pub(crate) type EachRow<'e, const N: usize> =
    &'e mut dyn FnMut(u64, &[Cell; N]) -> Result<(), ReadError>;

/// An open database with its name, and its tables by theirs.
pub(crate) struct Tables<'d> {
    file: String,
    database: Box<dyn Database + 'd>,
    names: HashMap<String, String>,
}

impl<'d> Tables<'d> {
    /// Opens the database of that name that `data` gives.
    pub(crate) fn open(
        databases: &'d dyn Databases,
        file: &str,
        data: &mut dyn Read,
        max_bytes: u64,
    ) -> Result<Self, ReadError> {
        let database = databases
            .open(data, max_bytes)
            .map_err(|error| error.of(file, max_bytes))?;
        let names = database
            .tables()
            .map_err(|error| error.of(file, max_bytes))?;
        Ok(Tables {
            file: file.to_owned(),
            database,
            names: names
                .into_iter()
                .map(|name| (name.to_ascii_lowercase(), name))
                .collect(),
        })
    }

    /// What errors and previews call it.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// Whether there is a table of that name, which is given in lower case.
    pub(crate) fn has(&self, table: &str) -> bool {
        self.names.contains_key(table)
    }

    /// The names of all tables, in lower case and in order.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.names.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// Hands every row of a table to `each`, with its number; a column that is not there has nothing in it, and a table
    /// that is not there has no rows.
    ///
    /// # Errors
    /// What the database, the meter and `each` say.
    pub(crate) fn each<const N: usize>(
        &self,
        table: &str,
        columns: [&str; N],
        meter: &mut Meter<'_>,
        each: EachRow<'_, N>,
    ) -> Result<(), ReadError> {
        let Some(table) = self.names.get(table) else {
            return Ok(());
        };
        let failed = |error: DatabaseError| error.of(&self.file, 0);
        let there = self.database.columns(table).map_err(failed)?;
        let mut wanted: Vec<&str> = Vec::new();
        let mut places = [None; N];
        for (place, column) in places.iter_mut().zip(columns) {
            if let Some(name) = there.iter().find(|name| name.eq_ignore_ascii_case(column)) {
                *place = Some(wanted.len());
                wanted.push(name);
            }
        }
        let mut number = 0;
        let mut stopped = None;
        let read = self.database.rows(table, &wanted, &mut |mut cells| {
            number += 1;
            let row = places.map(|place| {
                place
                    .and_then(|place| cells.get_mut(place))
                    .map_or(Cell::Nothing, |cell| std::mem::replace(cell, Cell::Nothing))
            });
            let told = if number % ROWS_A_LOOK == 0 {
                meter.advance(0)
            } else {
                Ok(())
            };
            match told.and_then(|()| each(number, &row)) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    stopped = Some(error);
                    ControlFlow::Break(())
                }
            }
        });
        match stopped {
            Some(error) => Err(error),
            None => read.map_err(failed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_say_how_long_a_database_is() {
        let head = |page: u16, changes: u32, pages: u32, counted_at: u32| {
            let mut head = MAGIC.to_vec();
            head.extend(page.to_be_bytes());
            head.resize(24, 0);
            head.extend(changes.to_be_bytes());
            head.extend(pages.to_be_bytes());
            head.resize(92, 0);
            head.extend(counted_at.to_be_bytes());
            head
        };
        for (what, head, length) in [
            ("all of it", head(4096, 7, 10, 7), Some(40_960)),
            (
                "more is there than belongs to it",
                head(1024, 7, 10, 7),
                Some(10_240),
            ),
            (
                "less is there than it says",
                head(4096, 7, 1000, 7),
                Some(50_000),
            ),
            ("the largest pages", head(1, 7, 1, 7), Some(50_000)),
            ("nobody counted", head(4096, 7, 0, 7), Some(50_000)),
            (
                "somebody who does not count changed it",
                head(4096, 8, 2, 7),
                Some(50_000),
            ),
            ("no pages", head(0, 7, 10, 7), None),
            ("no power of two", head(1000, 7, 10, 7), None),
            ("cut off", MAGIC.to_vec(), None),
        ] {
            assert_eq!(length_of(&head, 50_000), length, "{what}");
        }
    }
}
