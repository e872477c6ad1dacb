//! What to do now about each reminder: a pure function of the clock, the zone, the rules and the schedule's memory.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use super::{Kind, LightContext, LogEntry, Occurrence, Quiet, Rule, State, Why, occurrences};

/// How far back missed occurrences are looked for, however long the machine was off.
pub const LONGEST_LOOK_BACK: Duration = Duration::days(14);

/// How far back is always looked, however recent the last check.
///
/// A journey or a clock change can put a local time into the past that was in the future at the last check,
/// by at most the 26 hours between the first and the last zone on Earth.
pub const SHORTEST_LOOK_BACK: Duration = Duration::hours(36);

/// How long after a claim a showing that was cut short is tried again.
pub const RETRY_WITHIN: Duration = Duration::minutes(2);

/// One thing for the loop to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Write it down as [`State::Claimed`], show it, then write [`State::Shown`] or [`State::Undelivered`].
    Show(Occurrence),
    /// Write it down as [`State::Missed`] and show nothing: it waits in the inbox.
    Miss(Occurrence),
    /// The thing was already done: write it down as [`State::Done`] and show nothing.
    Settle(Occurrence),
    /// All of its window lay in the protected night: write it down as [`State::Quiet`]; it waits in the inbox.
    Hush(Occurrence),
    /// Reminders pause: write it down as [`State::Paused`]; it counts for nothing.
    Pause(Occurrence),
    /// Its reminder rests: write it down as [`State::Rested`]; it counts for nothing.
    Rest(Occurrence),
    /// It was claimed a moment ago and something broke before it was known to be shown:
    /// write it down as [`State::Shown`], then show it with the same notification id, so that it is tried once and seen once.
    Retry {
        /// Of which rule.
        kind: Kind,
        /// On which local date.
        local_date: NaiveDate,
    },
}

/// Everything a plan goes by, besides the clock.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The rules; there is one of a kind, and should there be more, the first counts.
    pub rules: &'a [Rule],
    /// What the schedule remembers of at least the last [`LONGEST_LOOK_BACK`], in any order.
    pub log: &'a [LogEntry],
    /// What the user has already done, by kind and local date.
    pub done: &'a [(Kind, NaiveDate)],
    /// What morning light depends on.
    pub light: &'a LightContext,
    /// What keeps reminders quiet.
    pub quiet: &'a Quiet,
    /// When the plan was last carried out.
    /// It is only a hint: [`SHORTEST_LOOK_BACK`] is always looked at, and never more than [`LONGEST_LOOK_BACK`].
    pub since: DateTime<Utc>,
}

/// What to do at `now`, by due instant, then kind.
///
/// An occurrence is named by its kind and local date and is dealt with once, whatever the clock and the zone do:
/// what has a row in the log is left alone, unless it was snoozed or its showing was cut short.
///
/// - What is done is settled, not shown (row R4).
/// - What falls due in a pause, or would be shown in one, is paused; what rests, rests (rows R5, R10).
/// - Nothing is shown in the protected night (row R7): what is due then waits for its end if its window is longer,
///   and else goes quietly to the inbox.
/// - What is in its window is shown; what is past it is missed (row R6).
/// - Of one kind at most one, the latest, is shown in one plan; the others are missed.
///
/// What would have been due before its rule was last changed is nobody's business,
/// and what was left open by a rule that is now switched off is settled.
pub fn plan(now: DateTime<Utc>, device_zone: Tz, known: &Known<'_>) -> Vec<Step> {
    let from = known
        .since
        .min(now - SHORTEST_LOOK_BACK)
        .max(now - LONGEST_LOOK_BACK);
    // The end of the span is not part of it, but what is due this very instant is due.
    let due = occurrences(
        known.rules,
        from,
        now + Duration::nanoseconds(1),
        device_zone,
        known.light,
    );
    let changed: HashMap<&Kind, DateTime<Utc>> = known
        .rules
        .iter()
        .rev()
        .map(|rule| (&rule.kind, rule.changed_at))
        .collect();
    let logged: HashSet<(&Kind, NaiveDate)> = known
        .log
        .iter()
        .map(|row| (&row.kind, row.local_date))
        .collect();
    let scene = Scene::new(now, device_zone, known);

    let mut verdicts = Vec::new();
    for occurrence in due {
        let before_the_rule = match changed.get(&occurrence.kind) {
            // A change from the future was made before the clock was put back. It silences nothing until then,
            // but what such a rule has missed cannot be known.
            Some(at) if now < *at => occurrence.until <= now,
            Some(at) => occurrence.due.instant < *at,
            None => false,
        };
        if before_the_rule || logged.contains(&(&occurrence.kind, occurrence.local_date)) {
            continue;
        }
        verdicts.push((scene.verdict(&occurrence), occurrence));
    }
    for row in known.log {
        if let Some(open) = Open::of(row, now) {
            let occurrence = remembered(row);
            verdicts.push((scene.verdict_of_open(&open, row, &occurrence), occurrence));
        }
    }
    verdicts.sort_by(|(_, a), (_, b)| (a.due.instant, &a.kind).cmp(&(b.due.instant, &b.kind)));
    only_the_latest_of_a_kind(verdicts)
}

/// What holds for all occurrences of one plan.
struct Scene<'a> {
    now: DateTime<Utc>,
    zone: Tz,
    known: &'a Known<'a>,
    done: HashSet<(&'a Kind, NaiveDate)>,
    paused: bool,
    night: bool,
}

impl<'a> Scene<'a> {
    fn new(now: DateTime<Utc>, zone: Tz, known: &'a Known<'a>) -> Scene<'a> {
        Scene {
            now,
            zone,
            known,
            done: known
                .done
                .iter()
                .map(|(kind, date)| (kind, *date))
                .collect(),
            paused: known.quiet.is_paused(now),
            night: known.quiet.night.end_at(now, zone).is_some(),
        }
    }

    /// What becomes of an occurrence that nobody has written down yet.
    fn verdict(&self, occurrence: &Occurrence) -> Verdict {
        let quiet = self.known.quiet;
        let over = occurrence.until <= self.now;
        let due = occurrence.due.instant;
        if self.is_done(occurrence) {
            Verdict::Settle
        } else if self.rests(occurrence) {
            Verdict::Rest
        } else if quiet.is_paused(due) || (self.paused && !over) {
            Verdict::Pause
        } else if over && quiet.night.hushes(due, occurrence.until, self.zone) {
            Verdict::Hush
        } else if over {
            Verdict::Miss
        } else {
            self.seen(Verdict::Show)
        }
    }

    /// What becomes of one that was left open.
    fn verdict_of_open(&self, open: &Open, row: &LogEntry, occurrence: &Occurrence) -> Verdict {
        let enabled = self
            .known
            .rules
            .iter()
            .any(|rule| rule.enabled && rule.kind == row.kind);
        // Whoever switches a rule off wants to hear no more of it, not even in the inbox.
        if self.is_done(occurrence) || !enabled {
            Verdict::Settle
        } else if self.rests(occurrence) {
            Verdict::Rest
        } else if self.paused {
            Verdict::Pause
        } else {
            self.seen(open.verdict(row, self.now))
        }
    }

    /// Nothing is seen in the protected night.
    fn seen(&self, verdict: Verdict) -> Verdict {
        if self.night && verdict.is_seen() {
            Verdict::Wait
        } else {
            verdict
        }
    }

    fn is_done(&self, occurrence: &Occurrence) -> bool {
        self.done
            .contains(&(&occurrence.kind, occurrence.local_date))
    }

    fn rests(&self, occurrence: &Occurrence) -> bool {
        self.known.quiet.rests(&occurrence.kind)
    }
}

/// What is to become of one occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Show,
    Miss,
    Settle,
    Hush,
    Pause,
    Rest,
    Retry,
    Wait,
}

impl Verdict {
    fn is_seen(self) -> bool {
        matches!(self, Verdict::Show | Verdict::Retry)
    }
}

/// A row that is not the last word on its occurrence.
enum Open {
    /// The user asked to be reminded again.
    Snoozed { again_at: DateTime<Utc> },
    /// It was claimed, and nobody wrote down what came of it.
    CutShort { claimed_at: DateTime<Utc> },
}

impl Open {
    fn of(row: &LogEntry, now: DateTime<Utc>) -> Option<Open> {
        match row.state {
            State::Snoozed => Some(Open::Snoozed {
                again_at: row.snoozed_until.unwrap_or(now),
            }),
            State::Claimed if row.shown_at.is_none() => Some(Open::CutShort {
                claimed_at: row.claimed_at.unwrap_or(row.due.instant),
            }),
            _ => None,
        }
    }

    fn verdict(&self, row: &LogEntry, now: DateTime<Utc>) -> Verdict {
        let in_window = row.due.instant <= now && now < row.until;
        match self {
            Open::Snoozed { .. } if now >= row.until => Verdict::Miss,
            Open::Snoozed { again_at } if in_window && *again_at <= now => Verdict::Show,
            Open::Snoozed { .. } => Verdict::Wait,
            // A claim from the future was made before the clock was put back; how old it is cannot be known.
            Open::CutShort { claimed_at }
                if in_window && (now - *claimed_at).abs() < RETRY_WITHIN =>
            {
                Verdict::Retry
            }
            Open::CutShort { .. } => Verdict::Miss,
        }
    }
}

/// The occurrence a row tells of, as it was when it was written down.
fn remembered(row: &LogEntry) -> Occurrence {
    Occurrence {
        kind: row.kind.clone(),
        local_date: row.local_date,
        due: row.due,
        until: row.until,
        // The schedule remembers what and when, not why; a second showing needs no reason of its own.
        why: Why::ClockTime,
        rule_rev: row.rule_rev,
    }
}

/// Turns verdicts, ordered by due instant, into steps; after a long suspend nobody wants the same reminder twice.
fn only_the_latest_of_a_kind(verdicts: Vec<(Verdict, Occurrence)>) -> Vec<Step> {
    let mut seen: HashSet<Kind> = HashSet::new();
    let mut steps: Vec<Step> = verdicts
        .into_iter()
        .rev()
        .filter_map(|(verdict, occurrence)| {
            let older = verdict.is_seen() && !seen.insert(occurrence.kind.clone());
            match verdict {
                _ if older => Some(Step::Miss(occurrence)),
                Verdict::Show => Some(Step::Show(occurrence)),
                Verdict::Retry => Some(Step::Retry {
                    kind: occurrence.kind,
                    local_date: occurrence.local_date,
                }),
                Verdict::Miss => Some(Step::Miss(occurrence)),
                Verdict::Settle => Some(Step::Settle(occurrence)),
                Verdict::Hush => Some(Step::Hush(occurrence)),
                Verdict::Pause => Some(Step::Pause(occurrence)),
                Verdict::Rest => Some(Step::Rest(occurrence)),
                Verdict::Wait => None,
            }
        })
        .collect();
    steps.reverse();
    steps
}
