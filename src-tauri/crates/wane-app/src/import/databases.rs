//! Databases of other programs: the store can open them, the exchange knows what they mean.

use std::{io::Read, ops::ControlFlow};

use wane_exchange::{Cell, Database, DatabaseError, Databases, Opened};
use wane_store::{DataDir, Foreign, ForeignError};

/// Opens databases in the diary's own directory, where nobody else can read them.
pub(super) struct InStore(pub(super) DataDir);

impl Databases for InStore {
    fn open(
        &self,
        data: &mut dyn Read,
        length: u64,
        wanted: &dyn Fn(&[String]) -> bool,
    ) -> Result<Option<Opened<'_>>, DatabaseError> {
        let foreign = self.0.foreign(data, length, wanted).map_err(of_store)?;
        Ok(foreign.map(|foreign| {
            let tables = foreign.tables().to_vec();
            (Box::new(InCopy(foreign)) as Box<dyn Database>, tables)
        }))
    }
}

/// An open database.
struct InCopy(Foreign);

impl Database for InCopy {
    fn columns(&self, table: &str) -> Result<Vec<String>, DatabaseError> {
        self.0.columns(table).map_err(of_store)
    }

    fn rows(
        &self,
        table: &str,
        columns: &[&str],
        each: &mut dyn FnMut(Vec<Cell>) -> ControlFlow<()>,
    ) -> Result<(), DatabaseError> {
        self.0
            .rows(table, columns, &mut |cells| {
                each(cells.into_iter().map(cell).collect())
            })
            .map_err(of_store)
    }
}

fn of_store(error: ForeignError) -> DatabaseError {
    match error {
        ForeignError::Unreadable => DatabaseError::Unreadable,
        ForeignError::Copy(kind) => DatabaseError::NoRoom(kind),
        ForeignError::Source(error) => DatabaseError::Source(error),
    }
}

fn cell(cell: wane_store::Cell) -> Cell {
    match cell {
        wane_store::Cell::Nothing => Cell::Nothing,
        wane_store::Cell::Whole(whole) => Cell::Whole(whole),
        wane_store::Cell::Number(number) => Cell::Number(number),
        wane_store::Cell::Text(text) => Cell::Text(text),
        wane_store::Cell::Bytes(bytes) => Cell::Bytes(bytes),
    }
}
