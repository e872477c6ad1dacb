//! When to look again: the next instant at which a plan can come to something.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;

use super::{Known, LONGEST_LOOK_BACK, RETRY_WITHIN, SHORTEST_LOOK_BACK, State, occurrences};

/// How far ahead is looked.
pub const LOOK_AHEAD: Duration = Duration::days(8);

/// The first instant after `now` at which [`super::plan`] can have something to do, once what it says at `now` is done;
/// `None` if there is none within [`LOOK_AHEAD`].
///
/// Until then nothing changes of itself: a loop may sleep, if the clock, the zone and the rules stay as they are.
pub fn next_change(
    now: DateTime<Utc>,
    device_zone: Tz,
    known: &Known<'_>,
) -> Option<DateTime<Utc>> {
    let has_row = |kind, date| {
        known
            .log
            .iter()
            .any(|row| row.kind == kind && row.local_date == date)
    };
    let mut instants = Vec::new();
    let from = known
        .since
        .min(now - SHORTEST_LOOK_BACK)
        .max(now - LONGEST_LOOK_BACK);
    let mut waits = false;
    for occurrence in occurrences(
        known.rules,
        from,
        now + LOOK_AHEAD,
        device_zone,
        known.light,
    ) {
        if has_row(occurrence.kind, occurrence.local_date) {
            continue;
        }
        if occurrence.due.instant <= now {
            waits = true;
            instants.push(occurrence.until);
        } else {
            instants.push(occurrence.due.instant);
            break;
        }
    }
    for row in known.log {
        let open = matches!(row.state, State::Snoozed)
            || (row.state == State::Claimed && row.shown_at.is_none());
        if open {
            waits = true;
            instants.extend([row.due.instant, row.until]);
            instants.extend(row.snoozed_until);
            if let Some(claimed_at) = row.claimed_at {
                // A claim from before the clock was put back can come into reach as well as go out of it.
                instants.extend([
                    claimed_at - RETRY_WITHIN + Duration::nanoseconds(1),
                    claimed_at + RETRY_WITHIN,
                ]);
            }
        }
    }
    if waits {
        instants.extend(known.quiet.night.end_at(now, device_zone));
    }
    for pause in &known.quiet.pauses {
        instants.push(pause.from);
        instants.extend(pause.until);
    }
    // A rule from the future was changed before the clock was put back, and speaks again then.
    instants.extend(known.rules.iter().map(|rule| rule.changed_at));
    instants
        .into_iter()
        .filter(|at| now < *at && *at <= now + LOOK_AHEAD)
        .min()
}
