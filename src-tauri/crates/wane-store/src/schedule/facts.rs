//! Table `health`: how reminding is doing.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension as _, params};

use super::{Schedule, instant_from};
use crate::Result;

const LAST_CHECK: &str = "last_check";

impl Schedule {
    /// When the loop last looked at the schedule.
    pub fn last_check(&self) -> Result<Option<DateTime<Utc>>> {
        let millis = self.fact(LAST_CHECK)?.and_then(|text| text.parse().ok());
        instant_from(millis, "health", LAST_CHECK)
    }

    /// Notes that the loop has just looked at the schedule.
    ///
    /// # Errors
    /// As for any write.
    pub fn set_last_check(&mut self, now: DateTime<Utc>) -> Result<()> {
        self.set_fact(LAST_CHECK, &now.timestamp_millis().to_string())
    }

    /// One fact about how reminding is doing, such as `last_accepted_by`.
    pub fn fact(&self, key: &str) -> Result<Option<String>> {
        let mut statement = self
            .conn()?
            .prepare_cached("SELECT value FROM health WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Sets a fact.
    ///
    /// # Errors
    /// As for any write.
    pub fn set_fact(&mut self, key: &str, value: &str) -> Result<()> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO health (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2",
                params![key, value],
            )?;
            Ok(())
        })
    }
}
