//! Databases made up from a text, for what reads their tables: SQLite itself is left out.
//!
//! A line `@name` begins a table, the next one names its columns, and every other is a row; cells are parted by commas.
//! A cell of nothing is NULL, a number is one, `x'0aff'` are bytes, and all else is a text,
//! in which a semicolon stands for a comma.

use std::{io::Read, ops::ControlFlow};

use wane_exchange::{Cell, Database, DatabaseError, Databases, Opened};

/// What stands before the text, by which a database is known: its name, pages of 4096 bytes that nobody counted, and
/// the head of a first page with nothing on it.
pub const HEAD: &[u8; 108] = &{
    let mut head = [0; 108];
    let (name, mut at) = (b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20", 0);
    while at < name.len() {
        head[at] = name[at];
        at += 1;
    }
    // A page of a table, whose cells begin at its end.
    head[100] = 13;
    head[105] = 0x10;
    head
};

/// Opens them.
pub struct TextDatabases;

struct Table {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

struct TextDatabase(Vec<Table>);

impl Databases for TextDatabases {
    fn open(
        &self,
        data: &mut dyn Read,
        _: u64,
        wanted: &dyn Fn(&[String]) -> bool,
    ) -> Result<Option<Opened<'_>>, DatabaseError> {
        let mut bytes = Vec::new();
        data.read_to_end(&mut bytes)
            .map_err(DatabaseError::Source)?;
        let text = bytes.strip_prefix(HEAD).ok_or(DatabaseError::Unreadable)?;
        let tables = tables(&String::from_utf8_lossy(text));
        let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
        let database: Box<dyn Database> = Box::new(TextDatabase(tables));
        Ok(wanted(&names).then_some((database, names)))
    }
}

fn tables(text: &str) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('@') {
            tables.push(Table {
                name: name.to_owned(),
                columns: Vec::new(),
                rows: Vec::new(),
            });
        } else if let Some(table) = tables.last_mut() {
            if table.columns.is_empty() {
                table.columns = line.split(',').map(str::to_owned).collect();
            } else {
                table.rows.push(line.split(',').map(cell).collect());
            }
        }
    }
    tables
}

fn cell(text: &str) -> Cell {
    let hex = text
        .strip_prefix("x'")
        .and_then(|text| text.strip_suffix('\''));
    if let Some(hex) = hex {
        return Cell::Bytes(
            hex.as_bytes()
                .chunks(2)
                .filter_map(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok())
                .collect(),
        );
    }
    if text.is_empty() {
        Cell::Nothing
    } else if let Ok(whole) = text.parse() {
        Cell::Whole(whole)
    } else if let Ok(number) = text.parse() {
        Cell::Number(number)
    } else {
        Cell::Text(text.replace(';', ","))
    }
}

impl Database for TextDatabase {
    fn columns(&self, table: &str) -> Result<Vec<String>, DatabaseError> {
        let there = self.0.iter().find(|there| there.name == table);
        Ok(there.map_or_else(Vec::new, |there| there.columns.clone()))
    }

    fn rows(
        &self,
        table: &str,
        columns: &[&str],
        each: &mut dyn FnMut(Vec<Cell>) -> ControlFlow<()>,
    ) -> Result<(), DatabaseError> {
        let there = self.0.iter().find(|there| there.name == table);
        let there = there.ok_or(DatabaseError::Unreadable)?;
        let places: Vec<Option<usize>> = columns
            .iter()
            .map(|column| there.columns.iter().position(|name| name == column))
            .collect();
        for row in &there.rows {
            let cells = places
                .iter()
                .map(|place| {
                    place
                        .and_then(|place| row.get(place))
                        .cloned()
                        .unwrap_or(Cell::Nothing)
                })
                .collect();
            if each(cells).is_break() {
                break;
            }
        }
        Ok(())
    }
}
