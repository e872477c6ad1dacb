//! When nothing is shown: the protected night, pauses, and reminders that rest (rows R5, R7, R10).

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::Kind;
use crate::{Fold, Moment};

/// Minutes between the bed time and the protected night that follows from it: time for the bedtime reminder itself.
pub const NIGHT_AFTER_BED_MIN: i64 = 30;
/// The protected night where neither bed nor rise is known begins at midnight and ends at this hour.
const UNKNOWN_NIGHT_ENDS_H: i64 = 6;
/// Hours between bed and rise, where only one of the two is known.
const ASSUMED_IN_BED_H: i64 = 8;
/// Times further apart than this are no night; the assumed length stands in.
const LONGEST_NIGHT_H: i64 = 14;
/// A night that begins before this minute belongs to the evening before; a bed time before six does, and its night follows it.
const EVENING_ENDS_MIN: i64 = 6 * 60 + NIGHT_AFTER_BED_MIN;

const DAY_MIN: i64 = 1440;

/// From when to when nothing is shown, by the clock; it ends on the next day unless `to` is later than `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NightSpan {
    /// The first silent reading.
    pub from: NaiveTime,
    /// The first reading at which something may be shown again.
    pub to: NaiveTime,
}

/// The hours in which nothing is ever shown, by the weekday of the evening, Monday first.
///
/// A night that begins before half past six in the morning belongs to the evening before: Monday's 00:30 is on Tuesday.
///
/// They are meant by the clock of wherever the machine is.
/// Where the clock changes, the longer silence is meant: the first reading of the beginning, the second of the end,
/// and of readings that are left out the earlier instant of the beginning, the later one of the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProtectedNight {
    /// The span of each weekday's evening.
    pub spans: [Option<NightSpan>; 7],
}

impl ProtectedNight {
    /// The same hours every night.
    pub fn every(from: NaiveTime, to: NaiveTime) -> ProtectedNight {
        ProtectedNight {
            spans: [Some(NightSpan { from, to }); 7],
        }
    }

    /// The night that follows from the user's own times: from [`NIGHT_AFTER_BED_MIN`] after bed until rising.
    ///
    /// A weekday without a bed time borrows the one before it.
    /// Without a time to rise the night lasts eight hours from bed, without a time for bed it begins eight hours before rising,
    /// and without either it is from midnight to six.
    pub fn following(bed: &[Option<NaiveTime>; 7], rise: Option<NaiveTime>) -> ProtectedNight {
        let mut spans = [None; 7];
        for weekday in 0..7 {
            // The nearest weekday up to this one that has a bed time.
            let borrowed = (0..7).find_map(|back| bed[(weekday + 7 - back) % 7]);
            let bed_min = match (borrowed, rise) {
                (Some(bed), _) => minutes(bed),
                (None, Some(rise)) => (minutes(rise) - ASSUMED_IN_BED_H * 60).rem_euclid(DAY_MIN),
                (None, None) => DAY_MIN - NIGHT_AFTER_BED_MIN,
            };
            let length = match (borrowed, rise) {
                (None, None) => UNKNOWN_NIGHT_ENDS_H * 60 + NIGHT_AFTER_BED_MIN,
                (_, None) => ASSUMED_IN_BED_H * 60,
                (_, Some(rise)) => (minutes(rise) - bed_min).rem_euclid(DAY_MIN),
            };
            let length = if (NIGHT_AFTER_BED_MIN + 1..=LONGEST_NIGHT_H * 60).contains(&length) {
                length
            } else {
                ASSUMED_IN_BED_H * 60
            };
            spans[weekday] = Some(NightSpan {
                from: clock(bed_min + NIGHT_AFTER_BED_MIN),
                to: clock(bed_min + length),
            });
        }
        ProtectedNight { spans }
    }

    /// When the protected night that is on at `now` ends; `None` if none is on. Nights that touch are one.
    pub fn end_at(&self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        let mut end = self.end_of_one(now, zone)?;
        // A night can be followed by the next one, but not for ever: a week of them is all there is.
        for _ in 0..7 {
            match self.end_of_one(end, zone) {
                Some(later) if later > end => end = later,
                _ => break,
            }
        }
        Some(end)
    }

    /// When the protected night that is on at `now`, or else the next one within eight days, begins and ends.
    pub fn current_or_next(
        &self,
        now: DateTime<Utc>,
        zone: Tz,
    ) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let today = Moment::new(now, zone).date();
        let first = today.checked_sub_days(Days::new(3))?;
        first
            .iter_days()
            .take(12)
            .filter_map(|date| self.on(date, zone))
            .find(|(_, end)| now < *end)
    }

    /// Whether all of the time from `due` up to `until` is silent.
    pub fn hushes(&self, due: DateTime<Utc>, until: DateTime<Utc>, zone: Tz) -> bool {
        self.end_at(due, zone).is_some_and(|end| until <= end)
    }

    fn end_of_one(&self, now: DateTime<Utc>, zone: Tz) -> Option<DateTime<Utc>> {
        let today = Moment::new(now, zone).date();
        // A night begins on its date or the next, is less than a day long, and a change of the clock adds less than another.
        (0..=3)
            .filter_map(|back| today.checked_sub_days(Days::new(back)))
            .filter_map(|date| self.on(date, zone))
            .filter(|(start, end)| *start <= now && now < *end)
            .map(|(_, end)| end)
            .max()
    }

    /// The instants of the night of that date's evening.
    fn on(&self, date: NaiveDate, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let span = self.spans[date.weekday().num_days_from_monday() as usize]?;
        let begins = if minutes(span.from) < EVENING_ENDS_MIN {
            date.succ_opt()?
        } else {
            date
        };
        let end_date = if span.to > span.from {
            begins
        } else {
            begins.succ_opt()?
        };
        let reading = begins.and_time(span.from);
        let start = Moment::from_local(reading, zone, Fold::First);
        // A beginning that the clock goes forward over is read with the offset after it: rather too early than too late.
        let start = start.instant - (start.local() - reading);
        let end = Moment::from_local(end_date.and_time(span.to), zone, Fold::Second).instant;
        (start < end).then_some((start, end))
    }
}

/// A time without reminders: what falls due in it, and what would be shown in it, is paused and counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// Its first instant.
    pub from: DateTime<Utc>,
    /// When it is over; `None` while nobody has said.
    pub until: Option<DateTime<Utc>>,
}

impl Pause {
    /// Whether it is on at that instant.
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// Everything that keeps reminders quiet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quiet {
    /// The hours in which nothing is ever shown.
    pub night: ProtectedNight,
    /// Pauses, past ones too.
    pub pauses: Vec<Pause>,
    /// Kinds that rest.
    pub resting: Vec<Kind>,
}

impl Quiet {
    /// Whether a pause is on at that instant.
    pub fn is_paused(&self, at: DateTime<Utc>) -> bool {
        self.pauses.iter().any(|pause| pause.covers(at))
    }

    /// Whether that kind rests.
    pub fn rests(&self, kind: &Kind) -> bool {
        self.resting.contains(kind)
    }
}

fn minutes(time: NaiveTime) -> i64 {
    (time - NaiveTime::MIN).num_minutes()
}

fn clock(minutes: i64) -> NaiveTime {
    NaiveTime::MIN + Duration::minutes(minutes.rem_euclid(DAY_MIN))
}
