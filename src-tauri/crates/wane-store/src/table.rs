//! The one shape of every table of records: its fields, and the statements made of them.
//!
//! Names of tables and columns are constants of this crate; everything else is bound, never written into SQL.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use chrono::NaiveDate;
use rusqlite::{Row, types::Value as Sql};
use wane_domain::{Id, Moment};

use crate::{
    Error, Result,
    value::{Kind, Shape, Stored, Value},
};

/// A record of the diary: a type of `wane_domain::diary`, or an [`crate::ImportBatch`].
///
/// The trait is implemented here for all of them and cannot be implemented elsewhere.
pub trait Record: Sized + sealed::Sealed {
    /// The table it lies in.
    #[doc(hidden)]
    const TABLE: Table;
    /// The record's name.
    fn id(&self) -> Id;
    /// Its fields, in the order of the table.
    #[doc(hidden)]
    fn values(&self) -> Vec<Value>;
    /// The record of that name with those fields.
    #[doc(hidden)]
    fn from_values(id: Id, values: Fields) -> Result<Self>;
}

/// A record that belongs to one local date.
pub trait Dated: Record {
    /// The date it belongs to.
    fn date(&self) -> NaiveDate;
}

/// A record that an import can bring.
pub trait Sourced: Record {}

pub(crate) mod sealed {
    pub trait Sealed {}
}

/// One field of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub name: &'static str,
    pub shape: Shape,
    pub kind: Kind,
    /// Whether "not said" is one of its values.
    pub optional: bool,
}

impl Field {
    pub(crate) const fn of<T: Stored>(name: &'static str) -> Field {
        Field {
            name,
            shape: T::SHAPE,
            kind: T::KIND,
            optional: T::OPTIONAL,
        }
    }
}

/// A table of records.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub(crate) name: &'static str,
    /// Fields that hold the dates the record touches; the first is the one it is found by.
    pub(crate) dates: &'static [&'static str],
    pub(crate) fields: &'static [Field],
}

/// The fields of one row on their way into a record.
#[derive(Debug)]
pub struct Fields {
    table: &'static str,
    values: std::iter::Zip<std::slice::Iter<'static, Field>, std::vec::IntoIter<Value>>,
}

impl Fields {
    /// The next field; a value that is not of its type is [`Error::Unreadable`].
    pub(crate) fn next<T: Stored>(&mut self) -> Result<T> {
        let (field, value) = self.values.next().ok_or(Error::Unreadable {
            table: self.table,
            field: "(end)",
        })?;
        T::load(value).ok_or(Error::Unreadable {
            table: self.table,
            field: field.name,
        })
    }
}

/// A row as it lies in its table, whatever its type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RawRow {
    pub uuid: String,
    /// False once it has been removed.
    pub alive: bool,
    pub values: Vec<Value>,
}

impl RawRow {
    pub(crate) fn into_record<R: Record>(self) -> Result<R> {
        let id = self.uuid.parse().map_err(|_| Error::Unreadable {
            table: R::TABLE.name,
            field: "uuid",
        })?;
        R::from_values(
            id,
            Fields {
                table: R::TABLE.name,
                values: R::TABLE.fields.iter().zip(self.values),
            },
        )
    }
}

impl Table {
    /// The field that dates the record.
    pub(crate) fn date_field(&self) -> &'static str {
        self.dates.first().copied().unwrap_or("uuid")
    }

    pub(crate) fn position(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|f| f.name == field)
    }

    /// The dates a row touches, for whoever must redraw them.
    pub(crate) fn touched(&self, values: &[Value]) -> Vec<NaiveDate> {
        let at = |field: &&str| {
            values
                .get(self.position(field)?)
                .cloned()
                .and_then(NaiveDate::load)
        };
        self.dates.iter().filter_map(at).collect()
    }

    /// `bed_utc, bed_offset, bed_zone, sol_min, …`
    pub(crate) fn columns(&self) -> Vec<String> {
        let of = |field: &Field| match field.shape {
            Shape::One => vec![field.name.to_owned()],
            Shape::Moment => ["utc", "offset", "zone"]
                .iter()
                .map(|part| format!("{}_{part}", field.name))
                .collect(),
        };
        self.fields.iter().flat_map(of).collect()
    }

    /// `SELECT uuid, deleted_at, … FROM table` and then `rest`, a constant of this crate.
    pub(crate) fn select(&self, rest: &'static str) -> Arc<str> {
        self.statement(rest, || {
            format!(
                "SELECT uuid, deleted_at, {} FROM {} {}",
                self.columns().join(", "),
                self.name,
                rest.replace("{date}", self.date_field())
            )
        })
    }

    /// Parameters: uuid, hlc, device_id, deleted_at, then every column.
    pub(crate) fn insert(&self) -> Arc<str> {
        self.statement("INSERT", || {
            let columns = self.columns();
            format!(
                "INSERT INTO {} (uuid, hlc, device_id, deleted_at, {}) VALUES (?, ?, ?, ?{})",
                self.name,
                columns.join(", "),
                ", ?".repeat(columns.len()),
            )
        })
    }

    /// Parameters: hlc, device_id, deleted_at, then every column, then uuid.
    pub(crate) fn update(&self) -> Arc<str> {
        self.statement("UPDATE", || {
            format!(
                "UPDATE {} SET hlc = ?, device_id = ?, deleted_at = ?, {} = ? WHERE uuid = ?",
                self.name,
                self.columns().join(" = ?, ")
            )
        })
    }

    /// A statement on this table, put together once: an import asks for the same three tens of thousands of times.
    fn statement(&self, which: &'static str, make: impl FnOnce() -> String) -> Arc<str> {
        type Made = HashMap<(&'static str, &'static str), Arc<str>>;
        static MADE: LazyLock<RwLock<Made>> = LazyLock::new(RwLock::default);
        let key = (self.name, which);
        let made = MADE.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(statement) = made.get(&key) {
            return Arc::clone(statement);
        }
        drop(made);
        let mut made = MADE.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(made.entry(key).or_insert_with(|| make().into()))
    }

    /// A row of [`Table::select`].
    pub(crate) fn read(&self, row: &Row<'_>) -> Result<RawRow> {
        let unreadable = |field: &'static str| Error::Unreadable {
            table: self.name,
            field,
        };
        let uuid = row.get(0).map_err(|_| unreadable("uuid"))?;
        let deleted_at: Option<i64> = row.get(1).map_err(|_| unreadable("deleted_at"))?;
        let mut values = Vec::with_capacity(self.fields.len());
        let mut column = 2;
        for field in self.fields {
            let value = match field.shape {
                Shape::One => row.get(column).ok(),
                Shape::Moment => read_moment(row, column),
            };
            values.push(value.ok_or_else(|| unreadable(field.name))?);
            column += field.shape.columns();
        }
        Ok(RawRow {
            uuid,
            alive: deleted_at.is_none(),
            values,
        })
    }

    /// The value of the field at that position, as the operation log keeps it.
    pub(crate) fn decode(&self, at: usize, stored: &Sql) -> Result<Value> {
        let field = self.fields.get(at).ok_or(Error::Unreadable {
            table: "op",
            field: "field",
        })?;
        Value::from_op(stored.into(), field.shape).ok_or(Error::Unreadable {
            table: self.name,
            field: field.name,
        })
    }

    /// The values as [`Table::insert`] and [`Table::update`] bind them.
    pub(crate) fn bind(&self, values: &[Value]) -> Result<Vec<Sql>> {
        let mut bound = Vec::with_capacity(values.len() + 8);
        for (field, value) in self.fields.iter().zip(values) {
            match (field.shape, value) {
                (Shape::One, value) => bound.push(value.to_op()),
                (Shape::Moment, Value::Nothing | Value::Moment(_)) => {
                    bound.extend(value.moment_columns())
                }
                (Shape::Moment, _) => return Err(Error::refused(self.name, field.name)),
            }
        }
        Ok(bound)
    }
}

impl Shape {
    fn columns(self) -> usize {
        match self {
            Shape::One => 1,
            Shape::Moment => 3,
        }
    }
}

fn read_moment(row: &Row<'_>, column: usize) -> Option<Value> {
    let Some(millis) = row.get::<_, Option<i64>>(column).ok()? else {
        return Some(Value::Nothing);
    };
    let zone = row.get_ref(column + 2).ok()?.as_str().ok()?.parse().ok()?;
    Some(Value::Moment(Moment::new(
        chrono::DateTime::from_timestamp_millis(millis)?,
        zone,
    )))
}

/// Declares where a record lies: the table, the dates it touches, and each field with its type.
///
/// A field of the domain type that is not listed here does not compile.
macro_rules! record {
    ($record:ident in $table:literal, dates $dates:expr, { $($field:ident: $kind:ty),+ $(,)? }, origin) => {
        impl $crate::table::sealed::Sealed for $record {}
        impl $crate::table::Record for $record {
            const TABLE: $crate::table::Table = $crate::table::Table {
                name: $table,
                dates: $dates,
                fields: &[
                    $($crate::table::Field::of::<$kind>(stringify!($field)),)+
                    $crate::table::Field::of::<Option<String>>("source"),
                    $crate::table::Field::of::<Option<String>>("source_key"),
                    $crate::table::Field::of::<chrono::DateTime<chrono::Utc>>("entered_at"),
                    $crate::table::Field::of::<bool>("recalled"),
                ],
            };
            fn id(&self) -> wane_domain::Id {
                self.id
            }
            fn values(&self) -> Vec<$crate::value::Value> {
                use $crate::value::Stored as _;
                let mut values = vec![$(self.$field.store()),+];
                values.extend($crate::tables::origin_values(&self.origin));
                values
            }
            fn from_values(id: wane_domain::Id, mut fields: $crate::table::Fields) -> $crate::Result<Self> {
                // Fields are taken in the order in which they are listed.
                $(let $field: $kind = fields.next()?;)+
                let origin = $crate::tables::origin_from(&mut fields)?;
                Ok($record { id, $($field,)+ origin })
            }
        }
        impl $crate::table::Sourced for $record {}
    };
    ($record:ident in $table:literal, dates $dates:expr, { $($field:ident: $kind:ty),+ $(,)? }) => {
        impl $crate::table::sealed::Sealed for $record {}
        impl $crate::table::Record for $record {
            const TABLE: $crate::table::Table = $crate::table::Table {
                name: $table,
                dates: $dates,
                fields: &[$($crate::table::Field::of::<$kind>(stringify!($field)),)+],
            };
            fn id(&self) -> wane_domain::Id {
                self.id
            }
            fn values(&self) -> Vec<$crate::value::Value> {
                use $crate::value::Stored as _;
                vec![$(self.$field.store()),+]
            }
            fn from_values(id: wane_domain::Id, mut fields: $crate::table::Fields) -> $crate::Result<Self> {
                $(let $field: $kind = fields.next()?;)+
                Ok($record { id, $($field,)+ })
            }
        }
    };
}
/// The record belongs to the date in that field.
macro_rules! dated {
    ($($record:ident by $field:ident),+ $(,)?) => {$(
        impl $crate::table::Dated for $record {
            fn date(&self) -> chrono::NaiveDate {
                self.$field
            }
        }
    )+};
}
pub(crate) use {dated, record};
