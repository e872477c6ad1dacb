//! Worries that were written down in the evening: when they are given back (row W7).

use chrono::{DateTime, Duration, Utc};

/// For somebody whose morning light has no time, worries come back so many hours after the usual time of getting up.
pub const LATE_MORNING_H: i64 = 4;

/// What is known of the day after the evening on which a worry was parked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayAfter {
    /// Time in daylight has been logged for it.
    pub has_had_light: bool,
    /// When its time for morning light is over, if it has one.
    pub light_until: Option<DateTime<Utc>>,
    /// When the person usually gets up on it.
    pub rise: DateTime<Utc>,
}

/// Whether a worry is given back: after the light of the day after is logged, or its time has passed, or late in that morning.
///
/// Once it is given back it stays so: nothing is hidden again.
pub fn is_given_back(now: DateTime<Utc>, day: DayAfter) -> bool {
    let late = day.rise + Duration::hours(LATE_MORNING_H);
    day.has_had_light || now >= day.light_until.map_or(late, |light| light.min(late))
}
