//! Tables `reminder_log` and `done`.
//!
//! The key of an occurrence is its kind and its local date: a second row cannot exist,
//! and so a reminder cannot be claimed twice, whatever the clock does (`RELIABILITY.md` 2.3).

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension as _, Params, Row, params};
use wane_domain::{
    Moment,
    reminder::{Kind, LogEntry, Occurrence, State},
};

use super::{Schedule, date_from, instant_from};
use crate::{Error, Result};

const TABLE: &str = "reminder_log";

pub(crate) const ENTRIES_BETWEEN: &str = "
    SELECT kind, local_date, rule_rev, due_utc, tz_used, until_utc, state, claimed_at, shown_at, acted_at, snoozed_until
    FROM reminder_log WHERE local_date BETWEEN ?1 AND ?2 ORDER BY local_date, due_utc, kind";

pub(crate) const ENTRIES_RECENT: &str = "
    SELECT kind, local_date, rule_rev, due_utc, tz_used, until_utc, state, claimed_at, shown_at, acted_at, snoozed_until
    FROM reminder_log ORDER BY due_utc DESC, kind LIMIT ?1";

/// Takes a row that is not there, or wakes one whose snooze is over; anything else is left as it is.
const CLAIM: &str = "
    INSERT INTO reminder_log (kind, local_date, rule_rev, due_utc, tz_used, until_utc, state, claimed_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'claimed', ?7)
    ON CONFLICT (kind, local_date) DO UPDATE
    SET state = 'claimed', claimed_at = ?7, shown_at = NULL, snoozed_until = NULL
    WHERE state = 'snoozed' AND coalesce(snoozed_until, ?7) <= ?7";

/// Writes down an end without showing; an occurrence that has already come to an end keeps it,
/// unless the user says "not tonight" to one that was shown or missed.
const RECORD: &str = "
    INSERT INTO reminder_log (kind, local_date, rule_rev, due_utc, tz_used, until_utc, state, acted_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT (kind, local_date) DO UPDATE
    SET state = ?7, snoozed_until = NULL, acted_at = coalesce(?8, acted_at)
    WHERE state IN ('claimed', 'snoozed') OR (?7 = 'skipped' AND state NOT IN ('done', 'skipped'))";

/// Lets an occurrence sleep, whether or not it has been written down before.
const SNOOZE: &str = "
    INSERT INTO reminder_log (kind, local_date, rule_rev, due_utc, tz_used, until_utc, state, acted_at, snoozed_until)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'snoozed', ?8, min(?7, ?6))
    ON CONFLICT (kind, local_date) DO UPDATE
    SET state = 'snoozed', snoozed_until = min(?7, until_utc), acted_at = ?8
    WHERE state NOT IN ('done', 'skipped')";

/// Each state brings its own instant. Whether a notification was accepted is no news once the user has acted.
const MARK: &str = "
    UPDATE reminder_log SET
        state = ?3,
        claimed_at = iif(?3 = 'claimed', ?4, claimed_at),
        shown_at = CASE ?3 WHEN 'shown' THEN ?4 WHEN 'undelivered' THEN NULL ELSE shown_at END,
        acted_at = iif(?3 IN ('done', 'skipped', 'snoozed'), ?4, acted_at),
        snoozed_until = iif(?3 = 'snoozed', snoozed_until, NULL)
    WHERE kind = ?1 AND local_date = ?2 AND (?3 NOT IN ('shown', 'undelivered') OR state IN ('claimed', 'shown'))";

/// An occurrence that was settled before anybody tried to show it.
const FORGET_SETTLED: &str = "
    DELETE FROM reminder_log
    WHERE kind = ?1 AND local_date = ?2 AND state = 'done' AND claimed_at IS NULL AND shown_at IS NULL";

/// An occurrence that was settled after it had come.
const REOPEN_SETTLED: &str = "
    UPDATE reminder_log SET state = iif(shown_at IS NULL, 'undelivered', 'shown'), acted_at = NULL
    WHERE kind = ?1 AND local_date = ?2 AND state = 'done'";

impl Schedule {
    /// What became of the occurrences from one local date to another, both included, in order of date and time.
    pub fn log_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<LogEntry>> {
        self.entries(ENTRIES_BETWEEN, [from.to_string(), to.to_string()])
    }

    /// The last `n` occurrences by the time they were due, the newest first.
    pub fn recent_log(&self, n: usize) -> Result<Vec<LogEntry>> {
        self.entries(ENTRIES_RECENT, [i64::try_from(n).unwrap_or(i64::MAX)])
    }

    fn entries(&self, sql: &str, params: impl Params) -> Result<Vec<LogEntry>> {
        let mut statement = self.conn()?.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// Takes the occurrence for showing, durably, before it is shown.
    ///
    /// `false` means that it must not be shown: it was claimed before, or has come to an end.
    /// An occurrence whose snooze is over can be claimed again.
    ///
    /// # Errors
    /// As for any write.
    pub fn claim(&mut self, occurrence: &Occurrence, now: DateTime<Utc>) -> Result<bool> {
        self.write(|transaction| {
            let claimed = transaction.execute(
                CLAIM,
                params![
                    occurrence.kind.name(),
                    occurrence.local_date.to_string(),
                    occurrence.rule_rev,
                    occurrence.due.instant.timestamp_millis(),
                    occurrence.due.zone.name(),
                    occurrence.until.timestamp_millis(),
                    now.timestamp_millis()
                ],
            )?;
            Ok(claimed > 0)
        })
    }

    /// Writes down what became of an occurrence that is not going to be shown: missed, silent, paused, resting, already done, or skipped.
    ///
    /// Returns `false` and changes nothing when it has come to an end before;
    /// only `Skipped`, which is the user's own word, also ends one that was shown or missed.
    ///
    /// # Errors
    /// As for any write.
    pub fn record(
        &mut self,
        occurrence: &Occurrence,
        state: State,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let acted_at = (state == State::Skipped).then(|| at.timestamp_millis());
        self.update(
            RECORD,
            params![
                occurrence.kind.name(),
                occurrence.local_date.to_string(),
                occurrence.rule_rev,
                occurrence.due.instant.timestamp_millis(),
                occurrence.due.zone.name(),
                occurrence.until.timestamp_millis(),
                code(state),
                acted_at
            ],
        )
    }

    /// Sets what has become of a claimed or shown occurrence.
    ///
    /// Whether it could be shown counts only until the user has acted:
    /// one who was quicker than the notification service has the last word.
    /// For a retried showing, `Shown` is marked first and `Undelivered` may follow.
    /// Returns whether anything was set.
    ///
    /// # Errors
    /// As for any write.
    pub fn mark(
        &mut self,
        kind: &Kind,
        local_date: NaiveDate,
        state: State,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        self.update(
            MARK,
            params![
                kind.name(),
                local_date.to_string(),
                code(state),
                at.timestamp_millis()
            ],
        )
    }

    /// Lets an occurrence sleep until an instant, though never beyond its window.
    /// Returns `false` and changes nothing when the user has said before that it is done or not wanted.
    ///
    /// # Errors
    /// As for any write.
    pub fn snooze(
        &mut self,
        occurrence: &Occurrence,
        until: DateTime<Utc>,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        self.update(
            SNOOZE,
            params![
                occurrence.kind.name(),
                occurrence.local_date.to_string(),
                occurrence.rule_rev,
                occurrence.due.instant.timestamp_millis(),
                occurrence.due.zone.name(),
                occurrence.until.timestamp_millis(),
                until.timestamp_millis(),
                at.timestamp_millis()
            ],
        )
    }

    /// Notes that the user has seen an occurrence that waited in the inbox; what became of it stays.
    ///
    /// # Errors
    /// As for any write.
    pub fn dismiss(
        &mut self,
        kind: &Kind,
        local_date: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        self.update(
            "UPDATE reminder_log SET acted_at = ?3 WHERE kind = ?1 AND local_date = ?2",
            params![kind.name(), local_date.to_string(), at.timestamp_millis()],
        )
    }

    /// Notes that the thing itself is done for that date, whether or not a reminder has come;
    /// an occurrence that was waiting is done with it. Returns whether that was news.
    ///
    /// # Errors
    /// As for any write.
    pub fn mark_done(
        &mut self,
        kind: &Kind,
        local_date: NaiveDate,
        at: DateTime<Utc>,
    ) -> Result<bool> {
        let params = (kind.name(), local_date.to_string(), at.timestamp_millis());
        self.write(|transaction| {
            transaction.execute(
                "UPDATE reminder_log SET state = 'done', acted_at = ?3, snoozed_until = NULL
                 WHERE kind = ?1 AND local_date = ?2 AND state NOT IN ('done', 'skipped')",
                params.clone(),
            )?;
            Ok(transaction.execute("INSERT INTO done (kind, local_date, at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", params)? > 0)
        })
    }

    /// Takes back [`Schedule::mark_done`], for when the entry behind it was undone. Returns whether there was one.
    ///
    /// An occurrence that was settled by it is open again: one that was never shown is forgotten, so that it may still
    /// come within its window, and one that was shown waits for an answer as it did before.
    ///
    /// # Errors
    /// As for any write.
    pub fn unmark_done(&mut self, kind: &Kind, local_date: NaiveDate) -> Result<bool> {
        let params = (kind.name(), local_date.to_string());
        self.write(|transaction| {
            let marked = transaction.execute(
                "DELETE FROM done WHERE kind = ?1 AND local_date = ?2",
                params.clone(),
            )? > 0;
            if marked {
                transaction.execute(FORGET_SETTLED, params.clone())?;
                transaction.execute(REOPEN_SETTLED, params)?;
            }
            Ok(marked)
        })
    }

    /// When it was noted that the thing itself is done for that date, if it was.
    pub fn done_at(&self, kind: &Kind, local_date: NaiveDate) -> Result<Option<DateTime<Utc>>> {
        let mut statement = self
            .conn()?
            .prepare_cached("SELECT at FROM done WHERE kind = ?1 AND local_date = ?2")?;
        let millis = statement
            .query_row([kind.name(), &local_date.to_string()], |row| row.get(0))
            .optional()?;
        instant_from(millis, "done", "at")
    }

    /// What was done, from one local date to another, both included, in order of date.
    pub fn done_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<(Kind, NaiveDate)>> {
        let mut statement = self
            .conn()?
            .prepare_cached("SELECT kind, local_date FROM done WHERE local_date BETWEEN ?1 AND ?2 ORDER BY local_date, kind")?;
        let mut rows = statement.query([from.to_string(), to.to_string()])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, date): (String, String) = (row.get(0)?, row.get(1)?);
            found.push((Kind::from_name(&kind), date_from(date, "done")?));
        }
        Ok(found)
    }

    fn update(&mut self, sql: &str, params: impl Params) -> Result<bool> {
        self.write(|transaction| Ok(transaction.execute(sql, params)? > 0))
    }
}

fn code(state: State) -> &'static str {
    match state {
        State::Claimed => "claimed",
        State::Shown => "shown",
        State::Undelivered => "undelivered",
        State::Missed => "missed",
        State::Done => "done",
        State::Snoozed => "snoozed",
        State::Skipped => "skipped",
        State::Quiet => "quiet",
        State::Paused => "paused",
        State::Rested => "rested",
    }
}

fn state_of(code: &str) -> Option<State> {
    State::ALL
        .into_iter()
        .find(|state| self::code(*state) == code)
}

fn read(row: &Row<'_>) -> Result<LogEntry> {
    let unreadable = |field| Error::Unreadable {
        table: TABLE,
        field,
    };
    let instant = |column: usize, field| instant_from(row.get(column)?, TABLE, field);
    let (kind, date, zone, state): (String, String, String, String) =
        (row.get(0)?, row.get(1)?, row.get(4)?, row.get(6)?);
    let due = instant(3, "due_utc")?.ok_or(unreadable("due_utc"))?;
    Ok(LogEntry {
        kind: Kind::from_name(&kind),
        local_date: date_from(date, TABLE)?,
        rule_rev: row.get(2)?,
        due: Moment::new(due, zone.parse().map_err(|_| unreadable("tz_used"))?),
        until: instant(5, "until_utc")?.ok_or(unreadable("until_utc"))?,
        state: state_of(&state).ok_or(unreadable("state"))?,
        claimed_at: instant(7, "claimed_at")?,
        shown_at: instant(8, "shown_at")?,
        acted_at: instant(9, "acted_at")?,
        snoozed_until: instant(10, "snoozed_until")?,
    })
}
