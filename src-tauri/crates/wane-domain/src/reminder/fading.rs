//! Reminders that make themselves unnecessary (row R10): when to ask whether one shall rest.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Kind, LogEntry, Rule, State};

/// How many reminders in a row that nobody answered are enough to ask.
pub const IGNORED_IN_A_ROW: usize = 3;
/// How many of the latest occurrences say whether a habit is steady.
pub const STEADY_OF: usize = 14;
/// How many of those were done before the reminder came, at the least, for a steady habit.
pub const STEADY_AT_LEAST: usize = 12;

/// Why a reminder may have made itself unnecessary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FadeReason {
    /// What it reminds of is done without it.
    Steady,
    /// The last ones were shown and nobody answered.
    Ignored,
}

/// Whether it is time to ask about that rule, going by what became of its occurrences since it was last changed.
///
/// - Only what was over by `now` counts, and only what the user could answer:
///   missed, undelivered, silent, paused and rested occurrences say nothing, neither for nor against.
/// - Steady: of the last [`STEADY_OF`], at least [`STEADY_AT_LEAST`] were done before the reminder came.
/// - Ignored: the last [`IGNORED_IN_A_ROW`] were shown, and neither answered nor done.
///   "Later" and "not tonight" are answers.
///
/// Asking once and for all is up to the caller. `log` and `done` may be in any order.
/// The numbers are a choice of this project; no study gives them (ADR 12).
pub fn fading(
    rule: &Rule,
    log: &[LogEntry],
    done: &[(Kind, NaiveDate)],
    now: DateTime<Utc>,
) -> Option<FadeReason> {
    if !rule.enabled {
        return None;
    }
    let mut telling: Vec<(&LogEntry, Told)> = log
        .iter()
        .filter(|row| row.kind == rule.kind && row.until <= now)
        .filter(|row| rule.changed_at <= row.due.instant)
        .filter_map(|row| Some((row, told(row, done)?)))
        .collect();
    telling.sort_by_key(|(row, _)| std::cmp::Reverse(row.due.instant));
    let count = |n: usize, what: Told| telling.iter().take(n).filter(|(_, t)| *t == what).count();
    if telling.len() >= STEADY_OF && count(STEADY_OF, Told::Unneeded) >= STEADY_AT_LEAST {
        Some(FadeReason::Steady)
    } else if count(IGNORED_IN_A_ROW, Told::Ignored) == IGNORED_IN_A_ROW {
        Some(FadeReason::Ignored)
    } else {
        None
    }
}

/// What one occurrence tells of its reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// The thing was done before the reminder came.
    Unneeded,
    /// It was shown, and nobody answered.
    Ignored,
    /// It was shown, and answered.
    Answered,
}

fn told(row: &LogEntry, done: &[(Kind, NaiveDate)]) -> Option<Told> {
    match row.state {
        State::Done if row.claimed_at.is_none() && row.shown_at.is_none() => Some(Told::Unneeded),
        State::Done | State::Skipped | State::Snoozed => Some(Told::Answered),
        State::Shown => {
            let answered = row.acted_at.is_some()
                || done
                    .iter()
                    .any(|(kind, date)| *kind == row.kind && *date == row.local_date);
            Some(if answered {
                Told::Answered
            } else {
                Told::Ignored
            })
        }
        State::Claimed
        | State::Undelivered
        | State::Missed
        | State::Quiet
        | State::Paused
        | State::Rested => None,
    }
}
