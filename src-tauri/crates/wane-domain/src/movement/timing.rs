//! Hard sessions late in the evening (row M4, `SCIENCE.md` 8).
//!
//! Evening movement is harmless for most people; a hard session that ends within an hour of bed may hurt the night
//! (Stutz 2019), and one that ends four hours before has gone along with nothing (Leota 2025, observational).
//! Gentle movement is fine at any time, so that nothing is ever said about it.

use chrono::{DateTime, Duration, Utc};

use crate::{diary::Dose, scale::Effort};

/// From this effort on a session counts as vigorous: on a scale from 0 at rest to 10, vigorous begins at 7
/// (Physical Activity Guidelines for Americans, second edition, 2018).
pub const VIGOROUS: u8 = 7;

/// A vigorous session is best over so many hours before bed.
pub const BETTER_BEFORE_H: i64 = 4;

/// A vigorous session is not to end within so many hours of bed.
pub const NOT_WITHIN_H: i64 = 1;

/// How close to bed a vigorous session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Late {
    /// Within [`BETTER_BEFORE_H`] hours.
    Late,
    /// Within [`NOT_WITHIN_H`] hour, or after the usual time of going to bed.
    VeryLate,
}

/// Whether an effort counts as vigorous.
pub fn is_vigorous(effort: Effort) -> bool {
    effort.get() >= VIGOROUS
}

/// Whether a session was vigorous and ended close to `bed`, the usual time of going to bed of the evening it lies before.
///
/// `None` for gentle ones, for those of which it is not known when they began or how hard they were,
/// and for those that lie after a whole night: from six hours after bed on it is another day.
pub fn lateness(dose: &Dose, bed: DateTime<Utc>) -> Option<Late> {
    let (start, effort) = (dose.start?, dose.effort?);
    let end = start.instant + Duration::minutes(i64::from(dose.minutes.unwrap_or(0)));
    if !is_vigorous(effort) || end >= bed + Duration::hours(6) {
        return None;
    }
    match bed - end {
        left if left < Duration::hours(NOT_WITHIN_H) => Some(Late::VeryLate),
        left if left < Duration::hours(BETTER_BEFORE_H) => Some(Late::Late),
        _ => None,
    }
}
