//! Being awake in the night, as it was noted there and then: until when it stays out of sight, to which day it belongs,
//! and how many times awake it comes to in the morning (rows W4 and W5).
//!
//! What is noted is an instant. It is never taken for an answer: the morning is offered a count, and asks.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};

use crate::{Fold, Moment, day, diary::Night, measures::Measures};

/// Notes that lie less than so many minutes behind one another tell of one time awake.
///
/// Somebody who breathes for a while and then looks for advice was awake once.
pub const ONE_TIME_AWAKE_MIN: i64 = 20;

/// For so many hours after the usual time of getting up, somebody who notes being awake is still lying in.
pub const LYING_IN_H: i64 = 3;

/// The longest night that noted instants are looked for in, in hours before its awakening.
pub const LONGEST_NIGHT_H: i64 = 16;

/// The awakening that a noted instant is taken to lie before, as long as nobody has written one down.
///
/// It is the next time the person usually gets up, by the clock that was read at `at`;
/// for somebody who is lying in, the end of [`LYING_IN_H`].
pub fn assumed_awakening(at: Moment, rise: NaiveTime) -> Moment {
    let lying_in = Duration::hours(LYING_IN_H);
    let instant = (-1..=2)
        .map(|days| (at.date() + Duration::days(days)).and_time(rise))
        .map(|local| Moment::from_local(local, at.zone, Fold::First).instant)
        .find_map(|rise| match rise {
            rise if at.instant < rise => Some(rise),
            rise if at.instant < rise + lying_in => Some(rise + lying_in),
            _ => None,
        });
    // Two days hold a time to get up in every zone; were it not so, a day is long enough for any night.
    Moment::new(instant.unwrap_or(at.instant + Duration::hours(24)), at.zone)
}

/// The day that an instant noted at night belongs to: from waking to waking, the one that the night ends.
///
/// It is [`day::day_of`] with the awakening that is still to come taken as [`assumed_awakening`],
/// so that before and after the turn of the day one night's notes lie on one day.
pub fn day_of_note(at: Moment, wakes: &[Moment], turn: NaiveTime, rise: NaiveTime) -> NaiveDate {
    let mut wakes = wakes.to_vec();
    wakes.push(assumed_awakening(at, rise));
    day::day_of(at, &wakes, turn)
}

/// Whether a noted instant is still to stay out of sight: the morning after it has not come.
///
/// The morning has come when an awakening later than the instant is written down and past.
/// Without one it comes with [`assumed_awakening`], and not before `protected_until`,
/// the end of the protected night in which the instant lies.
pub fn is_hidden(
    at: Moment,
    now: DateTime<Utc>,
    wakes: &[Moment],
    rise: NaiveTime,
    protected_until: Option<DateTime<Utc>>,
) -> bool {
    let has_got_up = wakes
        .iter()
        .any(|wake| at.instant < wake.instant && wake.instant <= now);
    // Protected nights that touch have no end within the day; a day is long enough.
    let protected = protected_until.map(|end| end.min(at.instant + Duration::hours(24)));
    let by_the_clock = assumed_awakening(at, rise).instant;
    !has_got_up && now < protected.map_or(by_the_clock, |end| end.max(by_the_clock))
}

/// How many times awake the noted instants of one night come to; instants may come in any order.
///
/// The night is the one that ended on `date`, with what was said of it in `night`, and without that at the time
/// of getting up, `rise`, and [`LYING_IN_H`] later for somebody who lay in. It goes back to the latest of `wakes`
/// before it, and at most [`LONGEST_NIGHT_H`] hours.
/// Where it is known when the person fell asleep, or lay down, what was noted before that is no awakening.
pub fn times_awake(
    noted: &[Moment],
    date: NaiveDate,
    night: Option<&Night>,
    wakes: &[Moment],
    rise: Moment,
) -> usize {
    let said = night.and_then(day::awakening);
    let over = said.unwrap_or(rise).instant;
    let last = match said {
        Some(_) => over,
        None => over + Duration::hours(LYING_IN_H),
    };
    let before = wakes
        .iter()
        .filter(|wake| wake.date() != date && wake.instant < over)
        .map(|wake| wake.instant)
        .max();
    let asleep =
        night.and_then(|night| Measures::of(night).onset.or(night.lights_out).or(night.bed));
    let first = [
        Some(over - Duration::hours(LONGEST_NIGHT_H)),
        before,
        asleep.map(|m| m.instant).filter(|start| *start < over),
    ]
    .into_iter()
    .flatten()
    .max();
    let mut within: Vec<DateTime<Utc>> = noted
        .iter()
        .map(|m| m.instant)
        .filter(|at| first.is_none_or(|first| first <= *at) && *at <= last)
        .collect();
    within.sort();
    let gap = Duration::minutes(ONE_TIME_AWAKE_MIN);
    let further = within.windows(2).filter(|pair| pair[1] - pair[0] >= gap);
    further.count() + usize::from(!within.is_empty())
}
