//! Tables `pause`, `protected_night`, `fading` and `suggestion`: what keeps reminders quiet, and what was answered.

use chrono::{DateTime, NaiveTime, Utc};
use rusqlite::{OptionalExtension as _, params};
use wane_domain::{
    reminder::{FadeReason, Kind, NightSpan, Pause, ProtectedNight, Quiet},
    target::Answer,
};

use super::{Schedule, instant_from};
use crate::{Error, Result};

/// The question whether a reminder shall rest, and what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which reminder.
    pub kind: Kind,
    /// Why it was asked.
    pub reason: FadeReason,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Whether it shall rest; `None` until it is answered.
    pub rest: Option<bool>,
    /// When it was brought back after it had rested.
    pub back_at: Option<DateTime<Utc>>,
}

impl Asked {
    /// Whether the reminder rests now.
    pub fn rests(&self) -> bool {
        self.rest == Some(true) && self.back_at.is_none()
    }
}

impl Schedule {
    /// Everything that keeps reminders quiet. A protected night that nobody has set yet is none.
    pub fn quiet(&self) -> Result<Quiet> {
        Ok(Quiet {
            night: self
                .protected_night()?
                .map_or_else(ProtectedNight::default, |(night, _)| night),
            pauses: self.pauses()?,
            resting: self
                .asked()?
                .into_iter()
                .filter(Asked::rests)
                .map(|asked| asked.kind)
                .collect(),
        })
    }

    /// Every pause there was, in order of its beginning.
    pub fn pauses(&self) -> Result<Vec<Pause>> {
        let mut statement = self
            .conn()?
            .prepare_cached("SELECT from_utc, until_utc FROM pause ORDER BY from_utc, id")?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let from = instant_from(row.get(0)?, "pause", "from_utc")?;
            found.push(Pause {
                from: from.ok_or(Error::Unreadable {
                    table: "pause",
                    field: "from_utc",
                })?,
                until: instant_from(row.get(1)?, "pause", "until_utc")?,
            });
        }
        Ok(found)
    }

    /// Begins a pause at `from`; one that was on ends there, and one that had not begun is forgotten.
    ///
    /// # Errors
    /// As for any write.
    pub fn start_pause(&mut self, from: DateTime<Utc>, until: Option<DateTime<Utc>>) -> Result<()> {
        self.write(|transaction| {
            end_pauses(transaction, from)?;
            insert_pause(transaction, &Pause { from, until })?;
            Ok(())
        })
    }

    /// Writes down a pause that was told elsewhere, as it is; every other stays.
    ///
    /// # Errors
    /// As for any write.
    pub fn put_pause(&mut self, pause: &Pause) -> Result<()> {
        self.write(|transaction| {
            insert_pause(transaction, pause)?;
            Ok(())
        })
    }

    /// Ends every pause that is on at `at` or yet to come. Returns whether there was one.
    ///
    /// # Errors
    /// As for any write.
    pub fn end_pause(&mut self, at: DateTime<Utc>) -> Result<bool> {
        self.write(|transaction| end_pauses(transaction, at))
    }

    /// The protected night, and whether it follows the targets; `None` where nobody has set one.
    pub fn protected_night(&self) -> Result<Option<(ProtectedNight, bool)>> {
        const TABLE: &str = "protected_night";
        let unreadable = |field| Error::Unreadable {
            table: TABLE,
            field,
        };
        let mut statement = self
            .conn()?
            .prepare_cached("SELECT weekday, begins, ends, automatic FROM protected_night")?;
        let mut rows = statement.query([])?;
        let mut found: Option<(ProtectedNight, bool)> = None;
        while let Some(row) = rows.next()? {
            let (weekday, begins, ends): (u8, String, String) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let time =
                |text: String, field| text.parse::<NaiveTime>().map_err(|_| unreadable(field));
            let span = NightSpan {
                from: time(begins, "begins")?,
                to: time(ends, "ends")?,
            };
            let (night, automatic) = found.get_or_insert_with(Default::default);
            *night
                .spans
                .get_mut(usize::from(weekday))
                .ok_or(unreadable("weekday"))? = Some(span);
            *automatic = row.get(3)?;
        }
        Ok(found)
    }

    /// Sets the protected night; `automatic` says that it follows the targets. Times are kept to the second.
    ///
    /// # Errors
    /// As for any write.
    pub fn set_protected_night(&mut self, night: &ProtectedNight, automatic: bool) -> Result<()> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM protected_night", [])?;
            for (weekday, span) in (0_i64..).zip(night.spans) {
                if let Some(span) = span {
                    let text = |time: NaiveTime| time.format("%H:%M:%S").to_string();
                    transaction.execute(
                        "INSERT INTO protected_night (weekday, begins, ends, automatic) VALUES (?1, ?2, ?3, ?4)",
                        params![weekday, text(span.from), text(span.to), automatic],
                    )?;
                }
            }
            Ok(())
        })
    }

    /// Every question that was ever asked, in the order of the reminders' names.
    pub fn asked(&self) -> Result<Vec<Asked>> {
        const TABLE: &str = "fading";
        let unreadable = |field| Error::Unreadable {
            table: TABLE,
            field,
        };
        let mut statement = self.conn()?.prepare_cached(
            "SELECT kind, reason, asked_at, answer, back_at FROM fading ORDER BY kind",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, reason, answer): (String, String, Option<String>) =
                (row.get(0)?, row.get(1)?, row.get(3)?);
            found.push(Asked {
                kind: Kind::from_name(&kind),
                reason: match reason.as_str() {
                    "steady" => FadeReason::Steady,
                    "ignored" => FadeReason::Ignored,
                    _ => return Err(unreadable("reason")),
                },
                asked_at: instant_from(row.get(2)?, TABLE, "asked_at")?
                    .ok_or(unreadable("asked_at"))?,
                rest: match answer.as_deref() {
                    None => None,
                    Some("keep") => Some(false),
                    Some("rest") => Some(true),
                    Some(_) => return Err(unreadable("answer")),
                },
                back_at: instant_from(row.get(4)?, TABLE, "back_at")?,
            });
        }
        Ok(found)
    }

    /// Asks whether that reminder shall rest, unless it was ever asked before. Returns whether it is a new question.
    ///
    /// # Errors
    /// As for any write.
    pub fn ask(&mut self, kind: &Kind, reason: FadeReason, at: DateTime<Utc>) -> Result<bool> {
        let reason = match reason {
            FadeReason::Steady => "steady",
            FadeReason::Ignored => "ignored",
        };
        self.write(|transaction| {
            Ok(transaction.execute(
                "INSERT INTO fading (kind, reason, asked_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                params![kind.name(), reason, at.timestamp_millis()],
            )? > 0)
        })
    }

    /// Writes down the answer to an open question. Returns whether there was one.
    ///
    /// # Errors
    /// As for any write.
    pub fn answer(&mut self, kind: &Kind, rest: bool, at: DateTime<Utc>) -> Result<bool> {
        let answer = if rest { "rest" } else { "keep" };
        self.write(|transaction| {
            Ok(transaction.execute(
                "UPDATE fading SET answer = ?2, answered_at = ?3 WHERE kind = ?1 AND answer IS NULL",
                params![kind.name(), answer, at.timestamp_millis()],
            )? > 0)
        })
    }

    /// Brings a resting reminder back. Returns whether it rested.
    ///
    /// # Errors
    /// As for any write.
    pub fn bring_back(&mut self, kind: &Kind, at: DateTime<Utc>) -> Result<bool> {
        self.write(|transaction| {
            Ok(transaction.execute(
                "UPDATE fading SET back_at = ?2 WHERE kind = ?1 AND answer = 'rest' AND back_at IS NULL",
                params![kind.name(), at.timestamp_millis()],
            )? > 0)
        })
    }

    /// How the last suggestion was answered, and when.
    pub fn last_suggestion(&self) -> Result<Option<(DateTime<Utc>, Answer)>> {
        const TABLE: &str = "suggestion";
        let mut statement = self.conn()?.prepare_cached(
            "SELECT answered_at, answer FROM suggestion ORDER BY id DESC LIMIT 1",
        )?;
        let row: Option<(i64, String)> = statement
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((at, answer)) = row else {
            return Ok(None);
        };
        let answer = match answer.as_str() {
            "accepted" => Answer::Accepted,
            "not-now" => Answer::NotNow,
            _ => {
                return Err(Error::Unreadable {
                    table: TABLE,
                    field: "answer",
                });
            }
        };
        Ok(instant_from(Some(at), TABLE, "answered_at")?.map(|at| (at, answer)))
    }

    /// Writes down how a suggestion was answered.
    ///
    /// # Errors
    /// As for any write.
    pub fn answer_suggestion(&mut self, answer: Answer, at: DateTime<Utc>) -> Result<()> {
        let answer = match answer {
            Answer::Accepted => "accepted",
            Answer::NotNow => "not-now",
        };
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO suggestion (answered_at, answer) VALUES (?1, ?2)",
                params![at.timestamp_millis(), answer],
            )?;
            Ok(())
        })
    }
}

fn insert_pause(transaction: &rusqlite::Transaction<'_>, pause: &Pause) -> Result<()> {
    transaction.execute(
        "INSERT INTO pause (from_utc, until_utc) VALUES (?1, ?2)",
        params![
            pause.from.timestamp_millis(),
            pause.until.map(|at| at.timestamp_millis())
        ],
    )?;
    Ok(())
}

fn end_pauses(transaction: &rusqlite::Transaction<'_>, at: DateTime<Utc>) -> Result<bool> {
    let at = at.timestamp_millis();
    let begun = transaction.execute(
        "UPDATE pause SET until_utc = ?1 WHERE from_utc < ?1 AND (until_utc IS NULL OR until_utc > ?1)",
        [at],
    )?;
    let forgotten = transaction.execute("DELETE FROM pause WHERE from_utc >= ?1", [at])?;
    Ok(begun + forgotten > 0)
}
