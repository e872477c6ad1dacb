//! The statements that write operations down, many at once.
//!
//! Opening and closing the tables costs as much as the operations of a record, and what SQLite copies in case a
//! statement should fail costs more; both are paid once for a statement.

use std::{fmt::Write as _, sync::OnceLock};

use rusqlite::Connection;

use crate::Result;

/// So many operations are written by one statement at most: those of about ten records.
pub(super) const MOST: usize = 96;

/// An operation that is to be written down.
#[derive(Debug)]
pub(super) struct Operation {
    pub counter: i64,
    pub stamp: i64,
    pub record: i64,
    pub field: &'static str,
    pub value: rusqlite::types::Value,
    pub old: rusqlite::types::Value,
}

/// Whether there may be operations on the same fields before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// The log did not know the records.
    None,
    /// It may have known them; then all operations of one statement are of different fields.
    Perhaps,
}

/// Writes operations of one change of one device.
pub(super) fn write(
    conn: &Connection,
    (device, change): (i64, i64),
    operations: &[Operation],
    before: Before,
) -> Result<()> {
    // No record has more fields than fit; if one ever should, the rest goes into a statement of its own.
    for some in operations.chunks(MOST) {
        let mut insert = conn.prepare_cached(statement(some.len(), before))?;
        insert.raw_bind_parameter(1, device)?;
        insert.raw_bind_parameter(2, change)?;
        for (at, one) in some.iter().enumerate() {
            let first = parameters(at);
            insert.raw_bind_parameter(first, one.counter)?;
            insert.raw_bind_parameter(first + 1, one.stamp)?;
            insert.raw_bind_parameter(first + 2, one.record)?;
            insert.raw_bind_parameter(first + 3, one.field)?;
            insert.raw_bind_parameter(first + 4, &one.value)?;
            insert.raw_bind_parameter(first + 5, &one.old)?;
        }
        insert.raw_execute()?;
    }
    Ok(())
}

/// The first parameter of one of the operations; the device and the change come before all.
fn parameters(at: usize) -> usize {
    3 + at * 6
}

/// Each is put together once.
fn statement(operations: usize, before: Before) -> &'static str {
    static MADE: [[OnceLock<String>; MOST + 1]; 2] =
        [const { [const { OnceLock::new() }; MOST + 1] }; 2];
    MADE[before as usize][operations].get_or_init(|| make(operations, before))
}

fn make(operations: usize, before: Before) -> String {
    let mut statement = String::from(
        "INSERT INTO op (device_id, change_id, counter, hlc, record_no, field, value, old_value, prev_hlc) VALUES ",
    );
    for at in 0..operations {
        let comma = if at == 0 { "" } else { ", " };
        // Writing to a text cannot fail.
        let _ = write!(statement, "{comma}(?1, ?2");
        let first = parameters(at);
        for parameter in first..parameters(at + 1) {
            let _ = write!(statement, ", ?{parameter}");
        }
        let _ = match before {
            Before::None => write!(statement, ", NULL)"),
            Before::Perhaps => write!(
                statement,
                ", (SELECT max(hlc) FROM op WHERE record_no = ?{} AND field = ?{}))",
                first + 2,
                first + 3
            ),
        };
    }
    statement
}
