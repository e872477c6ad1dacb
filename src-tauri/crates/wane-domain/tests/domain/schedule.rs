//! A reminder loop without a clock: it plans, and writes down what the real one would.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use wane_domain::reminder::{
    Kind, Known, LightContext, LogEntry, Occurrence, Quiet, Rule, State, Step, next_change, plan,
};

use crate::support::{LONDON, no_light, utc};

/// A schedule with its memory, as the loop around the plan keeps it.
pub struct Schedule {
    pub zone: Tz,
    pub rules: Vec<Rule>,
    pub log: Vec<LogEntry>,
    pub done: Vec<(Kind, NaiveDate)>,
    pub light: LightContext,
    pub quiet: Quiet,
    pub since: DateTime<Utc>,
}

impl Schedule {
    pub fn new(rules: Vec<Rule>, since: &str) -> Schedule {
        Schedule {
            zone: LONDON,
            rules,
            log: Vec::new(),
            done: Vec::new(),
            light: no_light(),
            quiet: Quiet::default(),
            since: utc(since),
        }
    }

    pub fn steps(&self, now: DateTime<Utc>) -> Vec<Step> {
        plan(now, self.zone, &self.known())
    }

    /// When there is something to do again.
    pub fn next(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        next_change(now, self.zone, &self.known())
    }

    fn known(&self) -> Known<'_> {
        Known {
            rules: &self.rules,
            log: &self.log,
            done: &self.done,
            light: &self.light,
            quiet: &self.quiet,
            since: self.since,
        }
    }

    /// Plans, writes down what the loop would, and returns the plan.
    pub fn tick(&mut self, now: DateTime<Utc>) -> Vec<Step> {
        let steps = self.steps(now);
        for step in &steps {
            match step {
                Step::Show(occurrence) => self.write(occurrence, State::Shown, now),
                Step::Miss(occurrence) => self.write(occurrence, State::Missed, now),
                Step::Settle(occurrence) => self.write(occurrence, State::Done, now),
                Step::Hush(occurrence) => self.write(occurrence, State::Quiet, now),
                Step::Pause(occurrence) => self.write(occurrence, State::Paused, now),
                Step::Rest(occurrence) => self.write(occurrence, State::Rested, now),
                Step::Retry { kind, local_date } => {
                    self.row(kind, *local_date).state = State::Shown
                }
            }
        }
        self.since = now;
        steps
    }

    fn write(&mut self, occurrence: &Occurrence, state: State, now: DateTime<Utc>) {
        let row = LogEntry {
            kind: occurrence.kind.clone(),
            local_date: occurrence.local_date,
            rule_rev: occurrence.rule_rev,
            due: occurrence.due,
            until: occurrence.until,
            state,
            claimed_at: (state == State::Shown).then_some(now),
            shown_at: (state == State::Shown).then_some(now),
            acted_at: None,
            snoozed_until: None,
        };
        self.log
            .retain(|old| (&old.kind, old.local_date) != (&row.kind, row.local_date));
        self.log.push(row);
    }

    pub fn row(&mut self, kind: &Kind, local_date: NaiveDate) -> &mut LogEntry {
        self.log
            .iter_mut()
            .find(|row| (&row.kind, row.local_date) == (kind, local_date))
            .unwrap()
    }

    /// Ticks and says the plan as `show bedtime 4`, by day of the month.
    pub fn say(&mut self, now: &str) -> Vec<String> {
        self.tick(utc(now)).iter().map(said).collect()
    }
}

fn said(step: &Step) -> String {
    let (verb, kind, date) = match step {
        Step::Show(o) => ("show", &o.kind, o.local_date),
        Step::Miss(o) => ("miss", &o.kind, o.local_date),
        Step::Settle(o) => ("settle", &o.kind, o.local_date),
        Step::Hush(o) => ("hush", &o.kind, o.local_date),
        Step::Pause(o) => ("pause", &o.kind, o.local_date),
        Step::Rest(o) => ("rest", &o.kind, o.local_date),
        Step::Retry { kind, local_date } => ("retry", kind, *local_date),
    };
    format!("{verb} {} {}", kind.name(), date.day())
}
