//! Exercise: one spell told by two sources is not two.

use crate::{FoundWorkout, ledger::Ledger, rules, stamps};

/// Longer than this is a watch that was never told to stop, in minutes.
pub(crate) const LONGEST_MIN: f64 = 24.0 * 60.0;

/// More spells than this are no person's: five a day over fifty years.
pub(crate) const MAX_WORKOUTS: usize = 100_000;

/// Whole minutes of a spell; nothing if it is none, or if it never ended.
pub(crate) fn whole_minutes(minutes: f64) -> Option<u16> {
    (minutes > 0.0 && minutes <= LONGEST_MIN).then(|| (minutes.round() as u16).max(1))
}

/// The spells in order of their start, each once: of two that share half of the shorter one or more, the longer stays.
pub(crate) fn distinct(mut workouts: Vec<FoundWorkout>, ledger: &mut Ledger) -> Vec<FoundWorkout> {
    let before = workouts.len();
    workouts.sort_by(|a, b| {
        let by = |one: &FoundWorkout| (one.start.instant, std::cmp::Reverse(one.minutes));
        by(a)
            .cmp(&by(b))
            .then_with(|| a.source_key.cmp(&b.source_key))
    });
    let mut kept: Vec<FoundWorkout> = Vec::with_capacity(before);
    for workout in workouts {
        // No spell is longer than a day, so only those of the last day can overlap with it.
        let day = chrono::Duration::days(1);
        let near = kept
            .iter()
            .rposition(|other| other.start.instant + day < workout.start.instant)
            .map_or(0, |at| at + 1);
        match (near..kept.len()).find(|at| is_same(&kept[*at], &workout)) {
            Some(at) if kept[at].minutes < workout.minutes => kept[at] = workout,
            Some(_) => {}
            None => kept.push(workout),
        }
    }
    kept.sort_by_key(|workout| workout.start.instant);
    if kept.len() < before {
        ledger.count("duplicate_workouts", (before - kept.len()) as u64);
    }
    kept
}

fn is_same(a: &FoundWorkout, b: &FoundWorkout) -> bool {
    if a.source_key == b.source_key {
        return true;
    }
    let end = |one: &FoundWorkout| stamps::after(one.start, f64::from(one.minutes));
    match (end(a), end(b)) {
        (Some(a_end), Some(b_end)) => rules::same_sleep((&a.start, &a_end), (&b.start, &b_end)),
        _ => false,
    }
}
