//! Wake-to-wake days (row L13): a day runs from one final awakening to the next, not from midnight to midnight.
//!
//! A day is named by the local date of the awakening that begins it, by the clock that was read at that awakening.
//! Days are a way of looking at instants: nothing is stored about them, and nothing stored changes with them.
//!
//! One rule says which day an instant belongs to, [`day_of`]:
//!
//! - A day begins with its final awakening, and goes on at least [`GOES_ON_H`] hours, whatever midnight says.
//! - A day whose awakening nobody wrote down begins at the *turn*: the hour that [`turn`] takes from the person's own sleep.
//!
//! [`present_day`] is the same rule, asked about now, when the next awakening is not known yet.
//! So an evening that was shown as Sunday's stays Sunday's when Monday's awakening is written down;
//! only the stretch between the turn and that awakening, when the new day was a guess, goes back to the day before.
//!
//! The arithmetic is on instants throughout.
//! Clocks that go forward or back, and dates that a zone or a journey skips or repeats, need no case of their own.

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;

use crate::{
    Fold, Moment,
    check::holds_together,
    circular::{self, DAY_MIN},
    diary::Night,
    measures::Measures,
    usual::FEWEST_NIGHTS,
};

/// For so many hours after a final awakening it is surely still the day of that awakening.
///
/// It covers the waking of most people, so that nobody's evening ends at midnight,
/// and leaves at least eight hours for the sleep before the same hour of the next day.
pub const GOES_ON_H: i64 = 16;

/// How many of the newest nights say when a person's day turns; few, so that new shifts are soon understood.
pub const RECENT_NIGHTS: usize = 7;

/// Circular standard deviation, in minutes, beyond which the middles of those nights have no usual hour.
pub const WIDEST_SPREAD_MIN: f64 = 180.0;

/// The turn of somebody whose sleep is not known: 04:00.
pub const TURN_OF_ANYBODY: NaiveTime = match NaiveTime::from_hms_opt(4, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// The day a moment belongs to, given final awakenings in any order and the person's [`turn`].
///
/// - Less than [`GOES_ON_H`] hours after an awakening it is the day of that awakening.
/// - Later it is still that day, until the turn comes round on the moment's own clock.
/// - A turn begins no day whose awakening is known to come later: that day begins with the awakening.
///
/// Laws, in every zone:
/// every moment belongs to exactly one day; an awakening begins the day of its date;
/// no day is earlier than the date of the latest awakening,
/// and none but the day of the latest awakening is as late as the date of the next.
/// While the clock stays in one zone, a later moment never belongs to an earlier day,
/// what lies between the awakenings of one date and of the next belongs wholly to the first,
/// and a moment belongs to its own date or to the date before.
pub fn day_of(moment: Moment, wakes: &[Moment], turn: NaiveTime) -> NaiveDate {
    // Two awakenings at one instant, by two clocks, are told apart by their date, so that order means nothing.
    let order = |wake: &&Moment| (wake.instant, wake.date());
    let so_far = wakes.iter().filter(|wake| wake.instant <= moment.instant);
    let latest = so_far.max_by_key(order);
    if let Some(wake) = latest
        && moment.instant - wake.instant < Duration::hours(GOES_ON_H)
    {
        return wake.date();
    }

    let mut day = turned_to(moment, turn);
    let to_come = wakes.iter().filter(|wake| wake.instant > moment.instant);
    if let Some(next) = to_come.min_by_key(order)
        && next.date() <= day
    {
        day = before(next.date(), moment.zone);
    }
    match latest {
        Some(wake) if turns_at(day, turn, moment.zone) <= wake.instant => wake.date(),
        Some(wake) => day.max(wake.date()),
        None => day,
    }
}

/// The day that a person means by today, from the newest nights in any order; nights still to come tell nothing.
///
/// It is [`day_of`] now, given what is written down so far.
/// It may differ from the calendar's date by the hours of one waking: the day of a night worker who got up at four
/// in the afternoon goes on through the next morning,
/// and after a flight over the date line it is still the day of the last awakening, whatever date the clocks there show.
pub fn present_day(now: Moment, nights: &[Night]) -> NaiveDate {
    let past = so_far(now, nights);
    let wakes: Vec<Moment> = past.iter().filter_map(|night| awakening(night)).collect();
    day_of(now, &wakes, turn_of(&past))
}

/// Whether the date of the latest awakening has come a second time, so that the person may well have slept since.
///
/// It has after a flight eastwards over the date line, and after an awakening well before the person's usual hours.
/// `nights` are the newest ones in any order, as for [`present_day`].
pub fn has_come_again(now: Moment, nights: &[Night]) -> bool {
    let past = so_far(now, nights);
    let wakes = past.iter().filter_map(|night| awakening(night));
    let Some(wake) = wakes.max_by_key(|wake| (wake.instant, wake.date())) else {
        return false;
    };
    let turn = turn_of(&past);
    now.instant - wake.instant >= Duration::hours(GOES_ON_H)
        && turned_to(now, turn) == wake.date()
        && turns_at(wake.date(), turn, now.zone) > wake.instant
}

/// Whether a sleep that is said now cannot be the one that `night` tells of, though both ended on one date.
///
/// Two main sleeps share a date after a flight eastwards over the date line, or for somebody who gets up round midnight.
/// A record that was written down after its own night and before the other sleep began is not about that sleep.
/// That is certain when both were read on one clock.
/// On another clock the readings could also be meant to put `night` right;
/// then at least [`GOES_ON_H`] hours must have gone by since its awakening.
///
/// Of a sleep that is not said to its end yet only [`has_come_again`] can tell, as `come_again`.
pub fn is_another_sleep(
    night: &Night,
    start: Moment,
    end: Option<Moment>,
    now: DateTime<Utc>,
    come_again: bool,
) -> bool {
    let Some(over) = night.final_wake.or(night.out_of_bed) else {
        return false;
    };
    let written = night.origin.entered_at;
    let after = over.instant <= written && written <= start.instant;
    let last = end.unwrap_or(start).instant;
    let has_been = start.instant <= last && last <= now;
    let one_clock = over.zone == start.zone;
    let long_ago = now - over.instant >= Duration::hours(GOES_ON_H);
    after && has_been && (come_again || (end.is_some() && (one_clock || long_ago)))
}

/// The nights whose awakening has come.
fn so_far(now: Moment, nights: &[Night]) -> Vec<&Night> {
    let has_come = |night: &&Night| awakening(night).is_some_and(|w| w.instant <= now.instant);
    nights.iter().filter(has_come).collect()
}

/// The final awakening by which a night begins a day: getting up stands in for it when it was not said.
///
/// `None` for a night that does not hold together: its times are in question.
pub fn awakening(night: &Night) -> Option<Moment> {
    night
        .final_wake
        .or(night.out_of_bed)
        .filter(|_| holds_together(night))
}

/// When a day whose awakening nobody wrote down begins, by the clock: the usual middle of the person's own sleep.
///
/// Before the middle of their sleep most people have not got up yet, and after it they do not go to bed any more.
/// It is the circular median of the [`RECENT_NIGHTS`] newest nights, given in any order,
/// or [`TURN_OF_ANYBODY`] when fewer than three tell it or when they lie too far apart.
/// For sleep whose middle falls on the date before the awakening it is midnight, where the date to be named begins.
pub fn turn(nights: &[Night]) -> NaiveTime {
    turn_of(&nights.iter().collect::<Vec<_>>())
}

fn turn_of(nights: &[&Night]) -> NaiveTime {
    let mut sleeps: Vec<Sleep> = nights.iter().filter_map(|night| Sleep::of(night)).collect();
    sleeps.sort_by_key(|sleep| std::cmp::Reverse(sleep.wake));
    sleeps.truncate(RECENT_NIGHTS);
    if sleeps.len() < FEWEST_NIGHTS {
        return TURN_OF_ANYBODY;
    }
    let middles = || sleeps.iter().map(|sleep| sleep.middle_min);
    let gathered = circular::summary(middles()).is_some_and(|s| s.sd_min <= WIDEST_SPREAD_MIN);
    let Some(middle) = circular::median(middles()).filter(|_| gathered) else {
        return TURN_OF_ANYBODY;
    };
    let mut halves: Vec<f64> = sleeps.iter().map(|sleep| sleep.half_min).collect();
    halves.sort_by(f64::total_cmp);
    let half = halves[halves.len() / 2];
    if middle + half >= DAY_MIN {
        NaiveTime::MIN
    } else {
        NaiveTime::MIN + Duration::minutes(middle.floor() as i64)
    }
}

/// What one night tells about the turn.
struct Sleep {
    /// The awakening.
    wake: DateTime<Utc>,
    /// Clock reading half-way through, by the clock of waking, minutes after midnight.
    middle_min: f64,
    /// Minutes from the middle to the awakening.
    half_min: f64,
}

impl Sleep {
    fn of(night: &Night) -> Option<Sleep> {
        let wake = awakening(night)?;
        // Somebody who tells little about a night still tells roughly where its middle was.
        let from = Measures::of(night)
            .onset
            .or(night.lights_out)
            .or(night.bed)?;
        let half = (wake.instant - from.instant) / 2;
        if half <= Duration::zero() {
            return None;
        }
        let middle = Moment::new(wake.instant - half, wake.zone).time();
        Some(Sleep {
            wake: wake.instant,
            middle_min: f64::from(middle.num_seconds_from_midnight()) / 60.0,
            half_min: half.num_seconds() as f64 / 60.0,
        })
    }
}

/// The latest date whose turn has come on the moment's own clock.
///
/// Turns are compared as instants, so that a clock put back over one does not begin a day twice.
fn turned_to(moment: Moment, turn: NaiveTime) -> NaiveDate {
    let date = moment.date();
    // The date of the clock can be one behind, where a clock was put back over midnight, and two ahead,
    // where a zone has skipped a date and the evening before it still goes on.
    [1, 0, -1, -2]
        .into_iter()
        .filter_map(|days| shifted(date, days))
        .filter(|date| exists(*date, moment.zone))
        .find(|date| turns_at(*date, turn, moment.zone) <= moment.instant)
        .unwrap_or(date)
}

/// The instant at which a date begins in a zone when no awakening says otherwise.
fn turns_at(date: NaiveDate, turn: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let reading =
        |date: NaiveDate, time| Moment::from_local(date.and_time(time), zone, Fold::First).instant;
    let turns = reading(date, turn);
    // A clock put forward over a late turn does not carry it into the next date.
    match shifted(date, 1) {
        Some(next) => turns.min(reading(next, NaiveTime::MIN)),
        None => turns,
    }
}

/// The date before, on the clocks of a zone; zones that moved over the date line have skipped one.
fn before(date: NaiveDate, zone: Tz) -> NaiveDate {
    [-1, -2]
        .into_iter()
        .filter_map(|days| shifted(date, days))
        .find(|date| exists(*date, zone))
        .unwrap_or(date)
}

/// Whether the clocks of a zone showed a date at all: no clock has ever skipped noon without the whole of its date.
fn exists(date: NaiveDate, zone: Tz) -> bool {
    let noon = date.and_time(NaiveTime::MIN) + Duration::hours(12);
    Moment::from_local(noon, zone, Fold::First).date() == date
}

fn shifted(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(by)
    } else {
        date.checked_add_days(by)
    }
}
