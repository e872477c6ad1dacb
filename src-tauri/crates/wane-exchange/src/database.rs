//! Databases of other programs, through what the caller gives: this crate asks for tables by their names and never
//! writes a query (ADR 17).

use std::{
    collections::BTreeMap,
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

/// Where the first page's own head begins: behind that of the whole database.
const FIRST_PAGE_AT: usize = 100;

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
    let page = match short(prefix, 16)? {
        1 => 65_536,
        size if size >= 512 && size.is_power_of_two() => u64::from(size),
        _ => return None,
    };
    if !has_first_page(prefix, page)? {
        return None;
    }
    let (changes, pages, counted_at) = (number(24)?, number(28)?, number(92)?);
    if pages == 0 || changes != counted_at {
        return Some(length);
    }
    Some(length.min(page * u64::from(pages)))
}

fn short(prefix: &[u8], at: usize) -> Option<u16> {
    let bytes = prefix.get(at..at + 2)?.try_into().ok()?;
    Some(u16::from_be_bytes(bytes))
}

/// Whether the first page can be that of a database, which is the first of the table of tables.
///
/// Section 1.6 of the format: a page of a table is 5 or 13, and says how many cells it has and where they begin.
fn has_first_page(prefix: &[u8], page: u64) -> Option<bool> {
    let (reserved, fractions) = (*prefix.get(20)?, prefix.get(21..24)?);
    let head = match *prefix.get(FIRST_PAGE_AT)? {
        5 => 12,
        13 => 8,
        _ => return Some(false),
    };
    let cells = u64::from(short(prefix, FIRST_PAGE_AT + 3)?);
    let content = match short(prefix, FIRST_PAGE_AT + 5)? {
        0 => 65_536,
        at => u64::from(at),
    };
    let pointers_end = FIRST_PAGE_AT as u64 + head + 2 * cells;
    let usable = page - u64::from(reserved);
    Some(fractions == [64, 32, 32] && pointers_end <= content && content <= usable)
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
    /// No room for the copy it is read from.
    NoRoom(io::ErrorKind),
    /// The file it comes from could not be read.
    Source(io::Error),
}

impl DatabaseError {
    fn of(self, file: &str) -> ReadError {
        let file = file.to_owned();
        match self {
            DatabaseError::Unreadable => ReadError::BadDatabase { file },
            DatabaseError::NoRoom(kind) => ReadError::NoRoom { file, kind },
            DatabaseError::Source(error) => ReadError::from_io(&file, error),
        }
    }
}

/// A database that is open for reading, and trusted with nothing.
pub trait Database {
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
    /// Opens the database of `length` bytes that `data` gives, with the names of its ordinary tables; `None` if
    /// `wanted` says of them that it is none to read.
    ///
    /// `wanted` is asked as early as the names can be told, so that a database nobody wants is not read to its end.
    ///
    /// # Errors
    /// Any [`DatabaseError`].
    fn open(
        &self,
        data: &mut dyn Read,
        length: u64,
        wanted: &dyn Fn(&[String]) -> bool,
    ) -> Result<Option<Opened<'_>>, DatabaseError>;
}

/// An open database, and the names of its ordinary tables.
pub type Opened<'d> = (Box<dyn Database + 'd>, Vec<String>);

/// Nobody who can: a database is then one more file of no known format.
pub(crate) struct NoDatabases;

impl Databases for NoDatabases {
    fn open(
        &self,
        _: &mut dyn Read,
        _: u64,
        _: &dyn Fn(&[String]) -> bool,
    ) -> Result<Option<Opened<'_>>, DatabaseError> {
        Err(DatabaseError::Unreadable)
    }
}

/// Takes the rows of a table, each with its number.
pub(crate) type EachRow<'e, const N: usize> =
    &'e mut dyn FnMut(u64, &[Cell; N]) -> Result<(), ReadError>;

/// The names of a database's tables, found by theirs in lower case.
pub(crate) struct Names(BTreeMap<String, String>);

impl Names {
    pub(crate) fn of(names: &[String]) -> Self {
        let lower = |name: &String| (name.to_ascii_lowercase(), name.clone());
        Names(names.iter().map(lower).collect())
    }

    /// Whether there is a table of that name, which is given in lower case.
    pub(crate) fn has(&self, table: &str) -> bool {
        self.0.contains_key(table)
    }

    /// All of them, in lower case and in order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// An open database with its name, and its tables by theirs.
pub(crate) struct Tables<'d> {
    file: String,
    database: Box<dyn Database + 'd>,
    names: Names,
}

impl<'d> Tables<'d> {
    /// Opens the database of that name and length that `data` gives; `None` if it is not `wanted`.
    pub(crate) fn open(
        databases: &'d dyn Databases,
        file: &str,
        (data, length): (&mut dyn Read, u64),
        wanted: impl Fn(&Names) -> bool,
    ) -> Result<Option<Self>, ReadError> {
        let opened = databases
            .open(data, length, &|names| wanted(&Names::of(names)))
            .map_err(|error| error.of(file))?;
        Ok(opened.map(|(database, names)| Tables {
            file: file.to_owned(),
            database,
            names: Names::of(&names),
        }))
    }

    /// What errors and previews call it.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// The names of its tables.
    pub(crate) fn names(&self) -> &Names {
        &self.names
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
        let Some(table) = self.names.0.get(table) else {
            return Ok(());
        };
        let failed = |error: DatabaseError| error.of(&self.file);
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
            head.extend([1, 1, 0, 64, 32, 32]);
            head.extend(changes.to_be_bytes());
            head.extend(pages.to_be_bytes());
            head.resize(92, 0);
            head.extend(counted_at.to_be_bytes());
            head.resize(FIRST_PAGE_AT, 0);
            // A page of a table, and one cell at its end.
            head.extend([13, 0, 0, 0, 1, 1, 0xF0, 0]);
            head
        };
        let with = |at: usize, byte: u8| {
            let mut head = head(4096, 7, 10, 7);
            head[at] = byte;
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
            (
                "cut off in its first page",
                head(4096, 7, 10, 7)[..104].to_vec(),
                None,
            ),
            ("other fractions", with(22, 0), None),
            ("the first page is of nothing", with(FIRST_PAGE_AT, 0), None),
            ("it is of an index", with(FIRST_PAGE_AT, 10), None),
            (
                "it leads on to others",
                with(FIRST_PAGE_AT, 5),
                Some(40_960),
            ),
            (
                "more cells than there is room for",
                with(FIRST_PAGE_AT + 3, 1),
                None,
            ),
            (
                "the cells begin behind the page",
                with(FIRST_PAGE_AT + 5, 0x11),
                None,
            ),
        ] {
            assert_eq!(length_of(&head, 50_000), length, "{what}");
        }
    }
}
