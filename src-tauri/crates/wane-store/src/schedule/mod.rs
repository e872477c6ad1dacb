//! The schedule: `schedule.db`, open.
//!
//! It holds when to remind of what and what became of it, and nothing of the diary's content,
//! so that reminders can go on while the diary is locked.

mod facts;
pub(crate) mod log;
mod quiet;
mod rules;

use chrono::{DateTime, NaiveDate, Utc};
pub use quiet::Asked;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{
    Error, OpenError, Result,
    data_dir::Held,
    protocol::{self, Spec},
    value::{Stored, Value},
};

/// The schedule's file.
///
/// To change the schema: add `sql/schedule_000N.sql` with the step from the schema before, and list it here;
/// never edit a step that has been released. Freeze the released file as a fixture, as for [`crate::diary::DIARY`].
pub(crate) const SCHEDULE: Spec = Spec {
    file: "schedule.db",
    application_id: 0x5741_4E53,
    migrations: &[
        include_str!("../../sql/schedule_0001.sql"),
        include_str!("../../sql/schedule_0002.sql"),
    ],
    has_log: false,
};

/// A schedule that is open. Everything written is durable when the call that wrote it returns.
#[derive(Debug)]
pub struct Schedule {
    /// `None` once the file could not be opened again after a disk error.
    conn: Option<Connection>,
    place: Held,
    opened_at: DateTime<Utc>,
}

impl Schedule {
    pub(crate) fn open(place: Held, now: DateTime<Utc>) -> Result<Schedule, OpenError> {
        let conn = protocol::open(place.dir(), &SCHEDULE, now, &|_| Ok(()))?;
        Ok(Schedule {
            conn: Some(conn),
            place,
            opened_at: now,
        })
    }

    fn conn(&self) -> Result<&Connection> {
        self.conn.as_ref().ok_or(Error::Stopped)
    }

    /// Writes in one transaction; after a disk failure the file is opened afresh.
    fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let conn = self.conn.as_mut().ok_or(Error::Stopped)?;
        let written = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)
            .and_then(|transaction| {
                let value = work(&transaction)?;
                transaction.commit()?;
                Ok(value)
            });
        if let Err(Error::Io { .. }) = written {
            self.conn = None;
            self.conn = protocol::reopen(self.place.dir(), &SCHEDULE, self.opened_at);
        }
        written
    }
}

/// A stored date; one that is none is named by its table and column.
fn date_from(text: String, table: &'static str) -> Result<NaiveDate> {
    NaiveDate::load(Value::Text(text)).ok_or(Error::Unreadable {
        table,
        field: "local_date",
    })
}

/// A stored instant, if there is one.
fn instant_from(
    millis: Option<i64>,
    table: &'static str,
    field: &'static str,
) -> Result<Option<DateTime<Utc>>> {
    millis
        .map(|millis| {
            DateTime::from_timestamp_millis(millis).ok_or(Error::Unreadable { table, field })
        })
        .transpose()
}
