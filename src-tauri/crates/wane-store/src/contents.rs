//! What a database holds, in four depths: its mark (constant time), its holdings (counted), its schema (every statement),
//! its digest (every byte of every row).

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row, types::ValueRef};
use sha2::{Digest as _, Sha256};

use crate::{
    protocol::{self, Spec},
    reader::ENDS,
    tables,
    value::{Stored as _, Value},
};

/// What a diary holds, in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holdings {
    /// How many records there are of each kind, by the name of their table; removed ones do not count.
    pub counts: BTreeMap<&'static str, u64>,
    /// The first and the last date of anything measured or rated; `None` when there is nothing of the kind.
    pub dates: Option<(NaiveDate, NaiveDate)>,
    /// When the newest change was saved; `None` when nothing ever was.
    pub last_change: Option<DateTime<Utc>>,
}

impl Holdings {
    /// Counts what a diary of any schema holds; kinds that its schema does not know yet count as none.
    pub(crate) fn of(conn: &Connection) -> rusqlite::Result<Holdings> {
        let mut counts = BTreeMap::new();
        for table in tables::ALL {
            let count: i64 = if conn.table_exists(None, table.name)? {
                let sql = format!(
                    "SELECT count(*) FROM {} WHERE deleted_at IS NULL",
                    table.name
                );
                conn.query_row(&sql, [], |row| row.get(0))?
            } else {
                0
            };
            counts.insert(table.name, u64::try_from(count).unwrap_or(0));
        }
        let date = |text: Option<String>| NaiveDate::load(Value::Text(text?));
        let (first, last) =
            conn.query_row(ENDS, [], |row| Ok((row.get("first")?, row.get("last")?)))?;
        let last_change: Option<i64> = conn
            .query_row(
                "SELECT at FROM change ORDER BY change_id DESC LIMIT 1",
                [],
                |row| row.get(0),
            )
            .optional()?;
        Ok(Holdings {
            counts,
            dates: date(first).zip(date(last)),
            last_change: last_change.and_then(DateTime::from_timestamp_millis),
        })
    }
}

/// Tells one state of a diary from every other that this program has made, at the cost of a few looks into an index:
/// every change moves the clock, which never goes back, not even when a backup is restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    schema: u32,
    device: String,
    clock: i64,
    counter: i64,
    /// Number of the newest change; 0 when nothing ever was saved.
    change: i64,
}

impl Mark {
    /// `None` for a database that keeps no log of its changes.
    pub(crate) fn of(conn: &Connection, spec: &Spec) -> rusqlite::Result<Option<Mark>> {
        if !spec.has_log {
            return Ok(None);
        }
        conn.query_row(
            "SELECT (SELECT uuid FROM device WHERE device_id = (SELECT value FROM meta WHERE key = 'device')),
                    (SELECT value FROM meta WHERE key = 'clock'),
                    (SELECT value FROM meta WHERE key = 'counter'),
                    (SELECT coalesce(max(change_id), 0) FROM change)",
            [],
            |row| {
                Ok(Some(Mark {
                    schema: protocol::schema_number(conn)?,
                    device: row.get(0)?,
                    clock: row.get(1)?,
                    counter: row.get(2)?,
                    change: row.get(3)?,
                }))
            },
        )
    }

    /// Nothing was ever saved.
    pub(crate) fn is_blank(&self) -> bool {
        self.change == 0
    }
}

/// Every statement that made the schema: kind, name, table, text.
pub(crate) type Schema = Vec<(String, String, String, Option<String>)>;

/// The schema of a database.
pub(crate) fn schema_of(conn: &Connection) -> rusqlite::Result<Schema> {
    conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")?
        .query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect()
}

/// A digest of everything a database holds, read in one snapshot: owner, schema, and every row of every table.
///
/// Where in the file a row lies does not matter. Two databases with one digest hold the same.
pub(crate) fn digest(conn: &Connection) -> rusqlite::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    for pragma in ["application_id", "user_version"] {
        let number: i64 = conn.pragma_query_value(None, pragma, |row| row.get(0))?;
        hash.update(number.to_be_bytes());
    }
    let schema = schema_of(conn)?;
    for (kind, name, table, sql) in &schema {
        for text in [kind, name, table, sql.as_ref().unwrap_or(&String::new())] {
            add_bytes(&mut hash, b't', text.as_bytes());
        }
    }
    for (kind, name, _, sql) in &schema {
        // A virtual table is nothing but its shadow tables, which are here by their own names.
        let is_virtual = sql
            .as_ref()
            .is_some_and(|sql| sql.starts_with("CREATE VIRTUAL"));
        if kind == "table" && !is_virtual {
            add_rows(&mut hash, conn, name)?;
        }
    }
    Ok(hash.finalize().into())
}

fn add_rows(hash: &mut Sha256, conn: &Connection, table: &str) -> rusqlite::Result<()> {
    // A table's name cannot be bound; quoting makes any name a name. Rows come in the order of their key.
    // Without NOT INDEXED a small table could be read through an index instead.
    let mut statement = conn.prepare(&format!("SELECT * FROM {} NOT INDEXED", quoted(table)))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    add_bytes(hash, b'T', table.as_bytes());
    while let Some(row) = rows.next()? {
        hash.update(b"R");
        add_row(hash, row, columns)?;
    }
    Ok(())
}

/// Adds the values of one row.
pub(crate) fn add_row(hash: &mut Sha256, row: &Row<'_>, columns: usize) -> rusqlite::Result<()> {
    for column in 0..columns {
        match row.get_ref(column)? {
            ValueRef::Null => hash.update(b"n"),
            ValueRef::Integer(n) => add_bytes(hash, b'i', &n.to_be_bytes()),
            ValueRef::Real(x) => add_bytes(hash, b'r', &x.to_bits().to_be_bytes()),
            ValueRef::Text(text) => add_bytes(hash, b't', text),
            ValueRef::Blob(bytes) => add_bytes(hash, b'b', bytes),
        }
    }
    Ok(())
}

/// Adds what it is, how long it is, and the bytes, so that no two rows run together into the same.
fn add_bytes(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    hash.update([kind]);
    hash.update(bytes.len().to_be_bytes());
    hash.update(bytes);
}

/// A name as SQL takes it, whatever is in it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
