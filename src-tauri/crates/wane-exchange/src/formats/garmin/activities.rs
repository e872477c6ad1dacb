//! `*_summarizedActivities.json`: what the account did, in one list within a list.
//!
//! Stamps are milliseconds from 1970; the local clock is written as if it were one of Greenwich, so that the difference is
//! the offset.

use std::io::Read;

use chrono_tz::Tz;
use wane_domain::Moment;

use super::between;
use crate::{
    FoundWorkout, ReadError, Why,
    json::{self, List, Value},
    ledger::Ledger,
    measured::exercise::{self, Refused, Workouts},
    rules, stamps,
};

/// The name of the list within.
const LIST: &str = "\"summarizedActivitiesExport\"";

/// Whether a file begins like that list.
pub(super) fn looks_like(prefix: &[u8]) -> bool {
    json::has_words(prefix, &[LIST])
}

#[derive(Debug, Default)]
struct Activity {
    id: Value,
    kind: Value,
    begin: Value,
    local: Value,
    duration: Value,
}

json::fields!(Activity {
    "activityId" => id,
    "activityType" => kind,
    "beginTimestamp" => begin,
    "startTimeLocal" => local,
    "duration" => duration,
});

#[derive(Debug, Default)]
struct Wrapped {
    list: List<Activity>,
}

json::fields!(Wrapped { "summarizedActivitiesExport" => list });

/// Reads the spells of one file.
pub(super) fn read(
    file: &str,
    data: impl Read,
    home: Tz,
    workouts: &mut Workouts,
    ledger: &mut Ledger,
) -> Result<(), ReadError> {
    let mut line = 0;
    json::each(file, data, |wrapped: Option<Wrapped>| {
        for activity in wrapped.map(|wrapped| wrapped.list.0).unwrap_or_default() {
            line += 1;
            workouts.take(workout(&activity, home), (file, line), ledger)?;
        }
        Ok(())
    })
}

fn workout(activity: &Activity, home: Tz) -> Result<FoundWorkout, Refused> {
    // Whole milliseconds, often with a fraction of nothing.
    let millis = |value: &Value| {
        let number = value.number().filter(|number| number.abs() < 9e15)?;
        stamps::millis(number as i64)
    };
    let begin = match activity.begin {
        Value::Missing => return Err(("beginTimestamp", Why::MissingField)),
        ref at => millis(at).ok_or(("beginTimestamp", Why::NotADate))?,
    };
    let offset = millis(&activity.local).and_then(|local| between(local, begin));
    let zone = offset.and_then(|offset| rules::zone_for(begin, offset, home));
    let start = Moment::new(begin, zone.unwrap_or(home));
    let length = match activity.duration {
        Value::Missing => return Err(("duration", Why::MissingField)),
        ref length => length.number().ok_or(("duration", Why::NotANumber))?,
    };
    let name = activity
        .id
        .name()
        .unwrap_or_else(|| begin.timestamp().to_string());
    let minutes = length / 60_000.0;
    Ok(FoundWorkout {
        exercise: activity.kind.text().and_then(exercise::named),
        ..exercise::spell(&name, start, minutes, ("beginTimestamp", "duration"))?
    })
}
