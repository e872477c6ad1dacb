//! Records of every kind in one shape, for whoever copies a whole diary out of its file or into another.
//!
//! [`sheets`] says what there is; a new table of [`crate::tables::ALL`] is in it by itself, so that no copy can forget one.

use rusqlite::params;
use wane_domain::Id;

use crate::{
    Change, Error, Reader, Record, Result,
    salvage::is_record,
    table::{RawRow, Table},
    tables,
    value::{Kind, Value},
};

/// A kind of record: the name of its table, and its fields in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The table's name, as in the schema.
    pub table: &'static str,
    /// Its fields; a record's own name is not among them.
    pub columns: Vec<Column>,
}

/// One field of a kind of record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// The field's name, as in the schema.
    pub name: &'static str,
    /// What it can hold.
    pub kind: Kind,
    /// Whether it may be missing.
    pub optional: bool,
}

/// One record, whatever its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Plain {
    /// The name of its table.
    pub table: &'static str,
    /// The record's name.
    pub id: Id,
    /// Its fields, in the order of its [`Sheet`]; a missing one is [`Value::Nothing`].
    pub values: Vec<Value>,
}

/// Every kind of record there is; what others refer to does not have to come first.
pub fn sheets() -> Vec<Sheet> {
    let of = |table: &Table| Sheet {
        table: table.name,
        columns: table
            .fields
            .iter()
            .map(|field| Column {
                name: field.name,
                kind: field.kind,
                optional: field.optional,
            })
            .collect(),
    };
    tables::ALL.into_iter().map(of).collect()
}

impl Reader {
    /// Hands over every record of a kind that is there, in the order in which they were made.
    ///
    /// Records come one by one, so that a whole diary never has to lie in memory.
    ///
    /// # Errors
    /// As reading; the first error of `take` ends it and is returned.
    pub fn each_plain<E: From<Error>>(
        &self,
        table: &str,
        mut take: impl FnMut(Plain) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let table = known(table)?;
        let conn = self.conn()?;
        let mut statement = conn
            .prepare(&table.select("WHERE deleted_at IS NULL ORDER BY uuid"))
            .map_err(Error::from)?;
        let mut rows = statement.query(params![]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            take(plain(table, table.read(row)?)?)?;
        }
        Ok(())
    }

    /// The record of that name and kind, if it is there.
    ///
    /// # Errors
    /// As reading.
    pub fn plain(&self, table: &str, id: Id) -> Result<Option<Plain>> {
        let table = known(table)?;
        match self.raw(table, &id.to_string())? {
            Some(row) if row.alive => plain(table, row).map(Some),
            _ => Ok(None),
        }
    }
}

impl Change<'_> {
    /// Makes the record, or brings the one of that name to this content, as [`Change::put`] does for a known kind.
    ///
    /// # Errors
    /// [`Error::Refused`] when these fields make no record of that kind, or the schema refuses them.
    pub fn put_plain(&mut self, record: &Plain) -> Result<bool> {
        let table = known(record.table)?;
        let after = RawRow {
            uuid: record.id.to_string(),
            alive: true,
            values: record.values.clone(),
        };
        if !record.is_sound() {
            return Err(Error::refused(table.name, "(record)"));
        }
        self.put_row(table, &after)
    }
}

fn known(table: &str) -> Result<&'static Table> {
    tables::named(table).ok_or(Error::Unreadable {
        table: "(unknown)",
        field: "(table)",
    })
}

fn plain(table: &'static Table, row: RawRow) -> Result<Plain> {
    let id = row.uuid.parse().map_err(|_| Error::Unreadable {
        table: table.name,
        field: "uuid",
    })?;
    Ok(Plain {
        table: table.name,
        id,
        values: row.values,
    })
}

impl Plain {
    /// Whether its fields make a record of its kind.
    pub fn is_sound(&self) -> bool {
        let row = RawRow {
            uuid: self.id.to_string(),
            alive: true,
            values: self.values.clone(),
        };
        tables::named(self.table)
            .is_some_and(|table| self.values.len() == table.fields.len() && is_record(table, row))
    }

    /// The record as its own type; `None` when these fields make none of it.
    pub fn as_record<R: Record>(&self) -> Option<R> {
        let row = RawRow {
            uuid: self.id.to_string(),
            alive: true,
            values: self.values.clone(),
        };
        (self.table == R::TABLE.name && self.values.len() == R::TABLE.fields.len())
            .then(|| row.into_record().ok())
            .flatten()
    }

    /// The field of that name; `None` when the kind has none.
    pub fn field(&self, name: &str) -> Option<&Value> {
        let at = tables::named(self.table)?.position(name)?;
        self.values.get(at)
    }
}
