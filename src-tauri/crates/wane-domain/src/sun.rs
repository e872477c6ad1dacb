//! The sun over a place, computed offline: when there is daylight, and when there is none all day.
//!
//! The position of the sun follows the equations of the NOAA solar calculator, which are those of
//! Meeus, *Astronomical Algorithms* (1998), chapters 22, 25 and 28.
//! Rising and setting are at sea level: the centre of the sun 0.8333° below the horizon, which is half its width and
//! the refraction of ordinary air; civil twilight is at 6°.
//! Good to a minute or two, and to five above 60° of latitude, where the sun rises at a slant (`SCIENCE.md` 5).

mod position;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use crate::{Fold, Moment, place::Place};
use position::{altitude_deg, transit};

/// Altitude of the sun's centre at sunrise and sunset, degrees.
pub const SUNRISE_DEG: f64 = -0.8333;
/// Altitude of the sun's centre at civil dawn and dusk, degrees.
pub const CIVIL_DEG: f64 = -6.0;

/// What the sun does on one local date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SunDay {
    /// It rises, or sets, or both.
    RisesOrSets,
    /// It is up from midnight to midnight.
    AlwaysUp,
    /// It is down from midnight to midnight.
    AlwaysDown,
}

/// The sun's events on one local date.
///
/// On the last days before the polar day a date can have two sunsets, and one can come before the sunrise;
/// of two, the first is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SunTimes {
    /// The first sunrise of the date.
    pub sunrise: Option<DateTime<Utc>>,
    /// The first sunset of the date.
    pub sunset: Option<DateTime<Utc>>,
    /// When the sun first comes within 6° of the horizon.
    pub civil_dawn: Option<DateTime<Utc>>,
    /// When the sun first sinks more than 6° below it.
    pub civil_dusk: Option<DateTime<Utc>>,
    /// What kind of day it is.
    pub day: SunDay,
}

/// Sunrise, sunset and civil twilight at `place` within the calendar date `date` of `zone`.
///
/// An event that does not occur on that date is `None`.
pub fn sun_times(date: NaiveDate, zone: Tz, place: Place) -> SunTimes {
    let (from, to) = local_day(date, zone);
    let rising = |level| first_crossing(place, level, Way::Up, from, to);
    let setting = |level| first_crossing(place, level, Way::Down, from, to);
    let (sunrise, sunset) = (rising(SUNRISE_DEG), setting(SUNRISE_DEG));
    let day = match (sunrise, sunset) {
        (None, None) if is_up(from + (to - from) / 2, place) => SunDay::AlwaysUp,
        (None, None) => SunDay::AlwaysDown,
        _ => SunDay::RisesOrSets,
    };
    SunTimes {
        sunrise,
        sunset,
        civil_dawn: rising(CIVIL_DEG),
        civil_dusk: setting(CIVIL_DEG),
        day,
    }
}

/// Whether the sun has risen at `place` at that instant.
pub fn is_up(instant: DateTime<Utc>, place: Place) -> bool {
    altitude_deg(instant, place) >= SUNRISE_DEG
}

/// The first sunrise at `place` from `from` up to but not including `to`.
pub fn sunrise_between(
    place: Place,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    first_crossing(place, SUNRISE_DEG, Way::Up, from, to)
}

/// The first sunset at `place` from `from` up to but not including `to`.
pub fn sunset_between(
    place: Place,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    first_crossing(place, SUNRISE_DEG, Way::Down, from, to)
}

/// The instants at which the calendar date begins and ends by the clocks of `zone`.
pub(crate) fn local_day(date: NaiveDate, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    let midnight = |date: NaiveDate| {
        Moment::from_local(date.and_time(NaiveTime::MIN), zone, Fold::First).instant
    };
    (midnight(date), midnight(date.succ_opt().unwrap_or(date)))
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Up,
    Down,
}

/// The first instant from `from` up to but not including `to` at which the sun passes `level` degrees that way.
///
/// Between its lowest and its highest point the sun passes a level at most once,
/// so each half turn from `from` on is looked at until one holds a crossing.
fn first_crossing(
    place: Place,
    level: f64,
    way: Way,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let half_turn = Duration::hours(12);
    let mut noon = transit(from - half_turn, place.lon_deg());
    while noon - half_turn < to {
        let (begin, end) = match way {
            Way::Up => (noon - half_turn, noon),
            Way::Down => (noon, noon + half_turn),
        };
        if let Some(instant) = crossing(place, level, way, begin, end)
            && from <= instant
            && instant < to
        {
            return Some(instant);
        }
        noon = transit(noon + half_turn * 2, place.lon_deg());
    }
    None
}

/// The first second at which the sun has passed the level, between `begin` and `end`, which are whole seconds.
fn crossing(
    place: Place,
    level: f64,
    way: Way,
    begin: DateTime<Utc>,
    end: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    // Turned so that a crossing always goes from below to above.
    let above = |seconds: i64| {
        let height = altitude_deg(begin + Duration::seconds(seconds), place) - level;
        if way == Way::Up { height } else { -height }
    };
    let (mut low, mut high) = (0, (end - begin).num_seconds());
    let (mut at_low, mut at_high) = (above(low), above(high));
    if at_low >= 0.0 || at_high < 0.0 {
        return None;
    }
    // False position after the Illinois rule: as sure as halving, and several times fewer looks at the sun.
    let mut kept = Kept::Neither;
    while high - low > 1 {
        let chord = at_low / (at_low - at_high) * (high - low) as f64;
        let middle = (low + chord as i64).clamp(low + 1, high - 1);
        let at_middle = above(middle);
        if at_middle < 0.0 {
            (low, at_low) = (middle, at_middle);
            if kept == Kept::High {
                at_high /= 2.0;
            }
            kept = Kept::High;
        } else {
            (high, at_high) = (middle, at_middle);
            if kept == Kept::Low {
                at_low /= 2.0;
            }
            kept = Kept::Low;
        }
    }
    Some(begin + Duration::seconds(high))
}

/// Which end of the interval the last step of false position left where it was.
#[derive(PartialEq)]
enum Kept {
    Neither,
    Low,
    High,
}
