//! What was promised, checked against what was seen and written, by other means than the plan's own.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Offset as _, TimeZone as _, Utc};
use chrono_tz::Tz;
use wane_domain::reminder::{Kind, LogEntry, Rule, State};

use crate::{machine::Gathered, small::due_on};

/// The name of an occurrence.
type Key = (Kind, NaiveDate);

/// Running, a reminder is shown within this time of falling due.
const PROMPT: Duration = Duration::seconds(15);
/// A showing that was cut short may be repeated within this time of its claim.
const REPEAT: Duration = Duration::minutes(2);

/// What was seen on the screen.
#[derive(Debug, Clone)]
struct Sight {
    key: Key,
    tag: String,
    at: DateTime<Utc>,
    zone: Tz,
}

/// Everything seen so far, and what of it was allowed.
#[derive(Default)]
pub struct Oracle {
    born: Option<DateTime<Utc>>,
    pub night: (NaiveTime, NaiveTime),
    /// While the program runs undisturbed: since when.
    pub runs_since: Option<DateTime<Utc>>,
    sights: Vec<Sight>,
    /// Where the present turn begins in `sights`.
    turn: usize,
    snoozes: BTreeMap<Key, (u32, DateTime<Utc>)>,
    claims: BTreeMap<Key, DateTime<Utc>>,
    /// Tried a second time.
    retried: BTreeSet<Key>,
    /// The user has said something about it.
    settled: BTreeSet<Key>,
}

impl Oracle {
    pub fn new(born: DateTime<Utc>) -> Oracle {
        Oracle {
            born: Some(born),
            ..Oracle::default()
        }
    }

    pub fn turn_begins(&mut self) {
        self.turn = self.sights.len();
    }

    pub fn claimed(&mut self, kind: &Kind, date: NaiveDate, at: DateTime<Utc>) {
        self.claims.insert((kind.clone(), date), at);
    }

    pub fn retried(&mut self, kind: &Kind, date: NaiveDate) {
        self.retried.insert((kind.clone(), date));
    }

    pub fn was_killed(&mut self) {
        self.runs_since = None;
    }

    pub fn snoozed(&mut self, kind: &Kind, date: NaiveDate, until: DateTime<Utc>) {
        let entry = self
            .snoozes
            .entry((kind.clone(), date))
            .or_insert((0, until));
        *entry = (entry.0 + 1, until);
    }

    pub fn settled(&mut self, kind: &Kind, date: NaiveDate) {
        self.settled.insert((kind.clone(), date));
    }

    pub fn shown(&mut self, kind: &Kind, date: NaiveDate, tag: &str, at: DateTime<Utc>, zone: Tz) {
        self.sights.push(Sight {
            key: (kind.clone(), date),
            tag: tag.to_owned(),
            at,
            zone,
        });
    }

    /// How many notifications were seen.
    pub fn seen(&self) -> usize {
        self.sights.len()
    }

    /// What was seen in this turn, whether or not it was carried out to its end.
    pub fn check_seen(&self) -> Result<(), String> {
        let mut kinds = BTreeSet::new();
        for sight in &self.sights[self.turn..] {
            if self.is_night(sight.at, sight.zone) {
                return Err(format!("shown in the protected night: {sight:?}"));
            }
            if !kinds.insert(&sight.key.0) {
                return Err(format!("two of a kind at once: {sight:?}"));
            }
            if sight.tag != format!("{}/{}", sight.key.0.name(), sight.key.1) {
                return Err(format!("another name would not replace it: {sight:?}"));
            }
            self.check_count(sight)?;
        }
        Ok(())
    }

    fn check_count(&self, sight: &Sight) -> Result<(), String> {
        let count = self.sights.iter().filter(|s| s.key == sight.key).count();
        let snoozes = self.snoozes.get(&sight.key).map_or(0, |(count, _)| *count) as usize;
        if count <= 1 + snoozes {
            return match self.snoozes.get(&sight.key) {
                Some((_, until)) if sight.at < *until && count > 1 => {
                    Err(format!("before its snooze was over: {sight:?}"))
                }
                _ => Ok(()),
            };
        }
        // It was on the screen when the program was killed, and was replaced by itself.
        let repeated = self.retried.contains(&sight.key)
            && self
                .claims
                .get(&sight.key)
                .is_some_and(|claim| (sight.at - *claim).abs() < REPEAT);
        if repeated && count <= 2 + 2 * snoozes {
            Ok(())
        } else {
            Err(format!("shown {count} times, {snoozes} snoozes: {sight:?}"))
        }
    }

    /// Whether the wall clock reads a time of the protected night.
    fn is_night(&self, at: DateTime<Utc>, zone: Tz) -> bool {
        let time = at.with_timezone(&zone).time();
        let (from, to) = self.night;
        if from <= to {
            from <= time && time < to
        } else {
            from <= time || time < to
        }
    }

    /// The same, where the clock may have changed over the beginning or the end of it.
    fn may_be_night(&self, at: DateTime<Utc>, zone: Tz) -> bool {
        let hours = Duration::hours(3);
        let offset = |at: DateTime<Utc>| zone.offset_from_utc_datetime(&at.naive_utc()).fix();
        self.is_night(at, zone)
            || (offset(at - hours) != offset(at + hours)
                && (-8..=8)
                    .any(|quarter| self.is_night(at + Duration::minutes(15 * quarter), zone)))
    }

    /// A whole turn: what was seen, and what was written down.
    pub fn check(
        &mut self,
        now: DateTime<Utc>,
        zone: Tz,
        before: &Gathered,
        log: &[LogEntry],
    ) -> Result<(), String> {
        self.check_seen()?;
        for sight in &self.sights[self.turn..] {
            self.check_sight(sight, before, log)?;
        }
        let known: BTreeSet<Key> = before.log.iter().map(key).collect();
        for row in log {
            if !known.contains(&key(row)) {
                self.check_new(row, now, zone, before)?;
            }
            self.check_open(row, now, zone)?;
        }
        for rule in before.rules.iter().filter(|rule| rule.enabled) {
            self.check_all_there(rule, now, zone, before, log)?;
        }
        Ok(())
    }

    fn check_sight(
        &self,
        sight: &Sight,
        before: &Gathered,
        log: &[LogEntry],
    ) -> Result<(), String> {
        if before.quiet.is_paused(sight.at) {
            return Err(format!("shown in a pause: {sight:?}"));
        }
        if before.quiet.rests(&sight.key.0) {
            return Err(format!("shown while it rests: {sight:?}"));
        }
        if before.done.contains(&sight.key) {
            return Err(format!("shown though it is done: {sight:?}"));
        }
        let row = log.iter().find(|row| key(row) == sight.key);
        if row.is_none_or(|row| sight.at < row.due.instant || row.until <= sight.at) {
            return Err(format!("shown outside its window: {sight:?}, {row:?}"));
        }
        let fresh = !before.log.iter().any(|row| key(row) == sight.key);
        let rule = before.rules.iter().find(|rule| rule.kind == sight.key.0);
        let (true, Some(rule)) = (fresh && sight.key.0 != Kind::MorningLight, rule) else {
            return Ok(());
        };
        let Some(due) = due_on(rule, sight.key.1, sight.zone, false) else {
            return Err(format!("shown on a day without: {sight:?}"));
        };
        let grace = Duration::minutes(i64::from(rule.grace_min));
        if sight.at < due || due + grace <= sight.at {
            return Err(format!("due at {due}, grace {grace}: {sight:?}"));
        }
        let undisturbed =
            self.runs_since.is_some_and(|since| since < due) && !self.may_be_night(due, sight.zone);
        if undisturbed && sight.at - due > PROMPT {
            return Err(format!("due at {due}, running, and late: {sight:?}"));
        }
        Ok(())
    }

    /// What was written down for the first time says what happened.
    fn check_new(
        &self,
        row: &LogEntry,
        now: DateTime<Utc>,
        zone: Tz,
        before: &Gathered,
    ) -> Result<(), String> {
        let key = key(row);
        let here = self.sights[self.turn..].iter();
        let seen = here.clone().any(|sight| sight.key == key);
        let another = here.clone().any(|sight| sight.key.0 == key.0 && !seen);
        let over = row.until <= now;
        let paused = before.quiet.is_paused(row.due.instant);
        let on = before.rules.iter().any(|r| r.enabled && r.kind == key.0);
        let right = match row.state {
            State::Shown => seen,
            State::Undelivered => !seen && !over,
            State::Missed => (over || another) && !paused,
            State::Quiet => over && self.may_be_night(row.due.instant, zone),
            State::Paused => paused || before.quiet.is_paused(now),
            State::Rested => before.quiet.rests(&key.0),
            State::Done => before.done.contains(&key) || !on,
            State::Skipped | State::Snoozed => self.settled.contains(&key),
            State::Claimed => false,
        };
        // Not delivered, and another of its kind took its place: either is true.
        if right
            || (row.state == State::Missed && !over && !paused) && self.tried_another(&key, now)
        {
            Ok(())
        } else {
            Err(format!("seen {seen}, over {over}, written down as {row:?}"))
        }
    }

    /// Whether another of the kind was claimed this very turn, though the service took none.
    fn tried_another(&self, key: &Key, now: DateTime<Utc>) -> bool {
        self.claims
            .iter()
            .any(|(claimed, at)| claimed.0 == key.0 && claimed != key && *at == now)
    }

    /// Nothing stays open once its window is over, nor a moment that was cut short beyond its repetition.
    fn check_open(&self, row: &LogEntry, now: DateTime<Utc>, zone: Tz) -> Result<(), String> {
        let stale = match row.state {
            State::Snoozed => row.until <= now,
            State::Claimed => {
                let claimed = row.claimed_at.unwrap_or(row.due.instant);
                row.until <= now
                    || ((now - claimed).abs() < REPEAT
                        && row.due.instant <= now
                        && !self.may_be_night(now, zone))
                    || (now - claimed).abs() >= REPEAT
            }
            _ => false,
        };
        if stale {
            return Err(format!("left open: {row:?}"));
        }
        Ok(())
    }

    /// Everything that fell due is in the log, unless it waits for the end of the protected night.
    fn check_all_there(
        &self,
        rule: &Rule,
        now: DateTime<Utc>,
        zone: Tz,
        before: &Gathered,
        log: &[LogEntry],
    ) -> Result<(), String> {
        if rule.kind == Kind::MorningLight || now < rule.changed_at {
            return Ok(());
        }
        let from = before
            .since
            .min(now - Duration::hours(36))
            .max(now - Duration::days(14))
            .max(rule.changed_at)
            .max(self.born.unwrap_or(now));
        let mut date = from.date_naive() - Duration::days(2);
        while date <= now.date_naive() + Duration::days(2) {
            let there = log
                .iter()
                .any(|row| row.kind == rule.kind && row.local_date == date);
            if let Some(due) = due_on(rule, date, zone, false) {
                let until = due + Duration::minutes(i64::from(rule.grace_min));
                let waits = now < until && self.may_be_night(now, zone);
                if from <= due && due <= now && !there && !waits {
                    return Err(format!(
                        "{} of {date}, due {due}, is nowhere",
                        rule.kind.name()
                    ));
                }
            }
            date += Duration::days(1);
        }
        Ok(())
    }
}

fn key(row: &LogEntry) -> Key {
    (row.kind.clone(), row.local_date)
}
