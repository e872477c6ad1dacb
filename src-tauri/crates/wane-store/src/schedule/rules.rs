//! Tables `reminder_rule` and `reminder_time`.

use chrono::NaiveTime;
use rusqlite::{Row, params};
use wane_domain::reminder::{Kind, Rule, RuleZone};

use super::{Schedule, instant_from};
use crate::{Error, Result};

const TABLE: &str = "reminder_rule";

impl Schedule {
    /// Every rule, in the order of [`Kind`].
    pub fn rules(&self) -> Result<Vec<Rule>> {
        let conn = self.conn()?;
        let mut rules = Vec::new();
        {
            let mut statement = conn.prepare_cached(
                "SELECT kind, tz_iana, grace_min, enabled, rev, changed_at FROM reminder_rule",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                rules.push(read(row)?);
            }
        }
        let mut times =
            conn.prepare_cached("SELECT weekday, local_time FROM reminder_time WHERE kind = ?1")?;
        for rule in &mut rules {
            let mut rows = times.query([rule.kind.name()])?;
            while let Some(row) = rows.next()? {
                let (weekday, time): (u8, String) = (row.get(0)?, row.get(1)?);
                let unreadable = Error::Unreadable {
                    table: "reminder_time",
                    field: "local_time",
                };
                let time: NaiveTime = time.parse().map_err(|_| unreadable.clone())?;
                *rule.times.get_mut(usize::from(weekday)).ok_or(unreadable)? = Some(time);
            }
        }
        rules.sort_by(|a, b| a.kind.cmp(&b.kind));
        Ok(rules)
    }

    /// Makes the rule, or replaces the one of its kind. Times are kept to the second.
    ///
    /// # Errors
    /// As for any write.
    pub fn put_rule(&mut self, rule: &Rule) -> Result<()> {
        let zone = match rule.zone {
            RuleZone::Device => None,
            RuleZone::Fixed(zone) => Some(zone.name()),
        };
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO reminder_rule (kind, tz_iana, grace_min, enabled, rev, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (kind) DO UPDATE SET tz_iana = ?2, grace_min = ?3, enabled = ?4, rev = ?5, changed_at = ?6",
                params![rule.kind.name(), zone, rule.grace_min, rule.enabled, rule.rev, rule.changed_at.timestamp_millis()],
            )?;
            transaction.execute("DELETE FROM reminder_time WHERE kind = ?1", [rule.kind.name()])?;
            for (weekday, time) in (0_i64..).zip(rule.times) {
                if let Some(time) = time {
                    transaction.execute(
                        "INSERT INTO reminder_time (kind, weekday, local_time) VALUES (?1, ?2, ?3)",
                        params![rule.kind.name(), weekday, time.format("%H:%M:%S").to_string()],
                    )?;
                }
            }
            Ok(())
        })
    }

    /// Gives the rule of one kind to another kind, with everything that is known of its occurrences,
    /// so that what has come today does not come again. Returns whether there was one.
    ///
    /// Where the other kind has had an occurrence on the same date, of a rule that was removed since,
    /// the one of the rule that lives on is kept.
    ///
    /// # Errors
    /// [`Error::Refused`] when the other kind has a rule; otherwise as for any write.
    pub fn rename_rule(&mut self, from: &Kind, to: &Kind) -> Result<bool> {
        let names = [from.name(), to.name()];
        self.write(|transaction| {
            let made = transaction.execute(
                "INSERT INTO reminder_rule (kind, tz_iana, grace_min, enabled, rev, changed_at)
                 SELECT ?2, tz_iana, grace_min, enabled, rev, changed_at FROM reminder_rule WHERE kind = ?1",
                names,
            )?;
            for table in ["reminder_time", "reminder_log", "done", "fading"] {
                transaction.execute(
                    &format!("UPDATE OR REPLACE {table} SET kind = ?2 WHERE kind = ?1"),
                    names,
                )?;
            }
            transaction.execute("DELETE FROM reminder_rule WHERE kind = ?1", [from.name()])?;
            Ok(made > 0)
        })
    }

    /// Removes the rule of that kind; what became of its occurrences stays. Returns whether there was one.
    ///
    /// # Errors
    /// As for any write.
    pub fn remove_rule(&mut self, kind: &Kind) -> Result<bool> {
        self.write(|transaction| {
            Ok(
                transaction.execute("DELETE FROM reminder_rule WHERE kind = ?1", [kind.name()])?
                    > 0,
            )
        })
    }
}

/// The rule without its times.
fn read(row: &Row<'_>) -> Result<Rule> {
    let kind: String = row.get(0)?;
    let zone: Option<String> = row.get(1)?;
    let zone = match zone {
        None => RuleZone::Device,
        Some(name) => RuleZone::Fixed(name.parse().map_err(|_| Error::Unreadable {
            table: TABLE,
            field: "tz_iana",
        })?),
    };
    let changed_at = instant_from(row.get(5)?, TABLE, "changed_at")?.ok_or(Error::Unreadable {
        table: TABLE,
        field: "changed_at",
    })?;
    Ok(Rule {
        kind: Kind::from_name(&kind),
        times: [None; 7],
        zone,
        grace_min: row.get(2)?,
        enabled: row.get(3)?,
        rev: row.get(4)?,
        changed_at,
    })
}
