//! What to do now about each reminder: a pure function of the clock, the zone, the rules and the schedule's memory.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use super::{Kind, LightContext, LogEntry, Occurrence, Rule, State, Why, occurrences};

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
    /// It was claimed a moment ago and something broke before it was known to be shown:
    /// write it down as [`State::Shown`], then show it with the same notification id, so that it is tried once and seen once.
    Retry {
        /// Of which rule.
        kind: Kind,
        /// On which local date.
        local_date: NaiveDate,
    },
}

/// What to do at `now`, by due instant, then kind.
///
/// - `log` holds what the schedule remembers of at least the last [`LONGEST_LOOK_BACK`], in any order.
/// - `done` names what the user has already done, by kind and local date; it is settled, not shown (row R4).
/// - `since` is when the plan was last carried out.
///   It is only a hint: [`SHORTEST_LOOK_BACK`] is always looked at, and never more than [`LONGEST_LOOK_BACK`].
///
/// An occurrence is named by its kind and local date and is dealt with once, whatever the clock and the zone do:
/// what has a row in `log` is left alone, unless it was snoozed or its showing was cut short.
/// What falls into its window is shown; what is past it is missed.
/// Of one kind at most one, the latest, is shown in one plan; the others are missed.
/// What would have been due before its rule was last changed is nobody's business,
/// and what was left open by a rule that is now switched off is settled.
pub fn plan(
    now: DateTime<Utc>,
    device_zone: Tz,
    rules: &[Rule],
    log: &[LogEntry],
    done: &[(Kind, NaiveDate)],
    light: &LightContext,
    since: DateTime<Utc>,
) -> Vec<Step> {
    let from = since
        .min(now - SHORTEST_LOOK_BACK)
        .max(now - LONGEST_LOOK_BACK);
    // The end of the span is not part of it, but what is due this very instant is due.
    let due = occurrences(
        rules,
        from,
        now + Duration::nanoseconds(1),
        device_zone,
        light,
    );
    let changed: HashMap<&Kind, DateTime<Utc>> = rules
        .iter()
        .rev()
        .map(|rule| (&rule.kind, rule.changed_at))
        .collect();
    let known: HashSet<(&Kind, NaiveDate)> =
        log.iter().map(|row| (&row.kind, row.local_date)).collect();
    let done: HashSet<(&Kind, NaiveDate)> = done.iter().map(|(kind, date)| (kind, *date)).collect();
    let is_done =
        |occurrence: &Occurrence| done.contains(&(&occurrence.kind, occurrence.local_date));

    let mut verdicts = Vec::new();
    for occurrence in due {
        let before_the_rule = match changed.get(&occurrence.kind) {
            // A change from the future was made before the clock was put back. It silences nothing until then,
            // but what such a rule has missed cannot be known.
            Some(at) if now < *at => occurrence.until <= now,
            Some(at) => occurrence.due.instant < *at,
            None => false,
        };
        if before_the_rule || known.contains(&(&occurrence.kind, occurrence.local_date)) {
            continue;
        }
        let verdict = if is_done(&occurrence) {
            Verdict::Settle
        } else if now < occurrence.until {
            Verdict::Show
        } else {
            Verdict::Miss
        };
        verdicts.push((verdict, occurrence));
    }
    for row in log {
        if let Some(open) = Open::of(row, now) {
            let occurrence = remembered(row);
            let enabled = rules
                .iter()
                .any(|rule| rule.enabled && rule.kind == row.kind);
            // Whoever switches a rule off wants to hear no more of it, not even in the inbox.
            let verdict = if is_done(&occurrence) || !enabled {
                Verdict::Settle
            } else {
                open.verdict(row, now)
            };
            verdicts.push((verdict, occurrence));
        }
    }
    verdicts.sort_by(|(_, a), (_, b)| (a.due.instant, &a.kind).cmp(&(b.due.instant, &b.kind)));
    only_the_latest_of_a_kind(verdicts)
}

/// What is to become of one occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Show,
    Miss,
    Settle,
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
                Verdict::Wait => None,
            }
        })
        .collect();
    steps.reverse();
    steps
}
