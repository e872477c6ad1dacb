//! Wake-to-wake days (row L13): a day runs from one final awakening to the next, not from midnight to midnight.

use chrono::{Duration, NaiveDate, NaiveTime};

use crate::{Fold, Moment};

/// Longest waking, in hours, that is believed to be one day; after it an awakening has probably gone unlogged.
///
/// Shorter than a day, so that whoever wakes at seven and skips tomorrow's entry still begins tomorrow at seven,
/// and longer than the waking of a night worker who gets up at four in the afternoon.
pub const LONGEST_WAKING_H: i64 = 20;

/// The local hour at which a day begins when no awakening says otherwise.
pub const DAY_BEGINS_AT_H: u32 = 4;

/// The day a moment belongs to, given the final awakenings of the diary in any order.
///
/// It is the local date of the latest final awakening at or before the moment, by the clock of that awakening,
/// if that was less than [`LONGEST_WAKING_H`] hours ago.
/// Otherwise it is the local date by the moment's own clock, with days that begin at 04:00.
///
/// Every moment belongs to exactly one day, and within one zone a later moment never belongs to an earlier day.
pub fn day_of(moment: Moment, wakes: &[Moment]) -> NaiveDate {
    let latest = wakes
        .iter()
        .filter(|wake| wake.instant <= moment.instant)
        .max_by_key(|wake| wake.instant);
    match latest {
        Some(wake) if moment.instant - wake.instant < Duration::hours(LONGEST_WAKING_H) => {
            wake.date()
        }
        _ => clock_day(moment),
    }
}

/// The local date by the moment's own clock, with days that begin at [`DAY_BEGINS_AT_H`].
///
/// The beginning is compared as an instant, so that a clock put back over it does not begin the day twice.
fn clock_day(moment: Moment) -> NaiveDate {
    let date = moment.date();
    let hour = NaiveTime::from_hms_opt(DAY_BEGINS_AT_H, 0, 0).unwrap_or_default();
    let begins = Moment::from_local(date.and_time(hour), moment.zone, Fold::First);
    if moment.instant < begins.instant {
        date.pred_opt().unwrap_or(date)
    } else {
        date
    }
}
