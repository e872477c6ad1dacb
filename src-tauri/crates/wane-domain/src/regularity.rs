//! How regular sleep is: spread of clock times, the sleep regularity index, social jetlag.
//!
//! A diary knows when sleep began and ended but not when in between the person lay awake,
//! so here "asleep" means from onset to final awakening.
//! Everything is by the clock that was read: whoever keeps the same clock times over a clock change is regular.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

use crate::{
    Moment,
    circular::{self, CircularSummary, signed_distance},
};

/// Fewest pairs of neighbouring days for which a sleep regularity index is given (`SCIENCE.md` 2.3).
pub const FEWEST_DAY_PAIRS: usize = 5;
/// Fewest free days for which social jetlag is given.
pub const FEWEST_FREE_DAYS: usize = 3;
/// Fewest other days for which social jetlag is given.
pub const FEWEST_OTHER_DAYS: usize = 4;

/// Days of the week that are not free, in the formula that corrects the midpoint of free days.
const OTHER_DAYS_A_WEEK: f64 = 5.0;
const DAY_MIN: i64 = 1440;

/// One night as regularity sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegularNight {
    /// Local date of the final awakening.
    pub wake_date: NaiveDate,
    /// When sleep began.
    pub onset: Moment,
    /// When it ended for good.
    pub final_wake: Moment,
    /// Whether the user was free to sleep as long as they liked; [`is_weekend`] of the wake date unless they say otherwise.
    pub free_day: bool,
}

/// Whether the date is a Saturday or a Sunday: what counts as a free day unless the user says otherwise.
pub fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The sleep regularity index (SRI; Phillips 2017).
///
/// −100 + 200 × the share of minutes in which the person was asleep or awake just as 24 hours earlier:
/// 100 is the same every day, 0 is random, −100 the opposite every day.
/// Published distributions depend on how it was computed, so it has no percentile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sri {
    /// The index, −100–100.
    pub value: f64,
    /// Pairs of neighbouring days with a night each, on which it rests.
    pub day_pairs: usize,
}

/// How regular some nights were; each number is `None` when there are too few nights for it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Regularity {
    /// Sleep onset, by the clock.
    pub onset: Option<CircularSummary>,
    /// Final awakening, by the clock.
    pub final_wake: Option<CircularSummary>,
    /// Half-way through sleep in elapsed time, by the clock of waking.
    pub midpoint: Option<CircularSummary>,
    /// Sleep regularity index, from [`FEWEST_DAY_PAIRS`] pairs of days on.
    pub sri: Option<Sri>,
    /// Social jetlag: minutes between the mean midpoints of free and of other days by the shorter way round, 0–720.
    pub social_jetlag_min: Option<f64>,
    /// Midpoint of free days corrected for sleeping in (MSFsc), minutes after midnight.
    ///
    /// Assumes five days of the week that are not free, and free days without an alarm clock.
    pub msf_sc_min: Option<f64>,
}

impl Regularity {
    /// How regular `nights` were, in any order.
    ///
    /// Days without a night are unknown, never awake.
    /// A date has one main sleep; if several are given for one, the longest counts.
    pub fn of(nights: &[RegularNight]) -> Regularity {
        let nights = one_a_date(nights);
        let free = Sleepers::of(nights.values().filter(|night| night.free_day));
        let other = Sleepers::of(nights.values().filter(|night| !night.free_day));
        let (social_jetlag_min, msf_sc_min) = match free.zip(other) {
            Some((free, other))
                if free.nights >= FEWEST_FREE_DAYS && other.nights >= FEWEST_OTHER_DAYS =>
            {
                (
                    Some(signed_distance(other.midpoint_min, free.midpoint_min).abs()),
                    Some(msf_sc(
                        free.midpoint_min,
                        free.asleep_min,
                        other.asleep_min,
                        OTHER_DAYS_A_WEEK,
                    )),
                )
            }
            _ => (None, None),
        };
        Regularity {
            onset: circular::summary(nights.values().map(|night| clock_min(&night.onset))),
            final_wake: circular::summary(
                nights.values().map(|night| clock_min(&night.final_wake)),
            ),
            midpoint: circular::summary(nights.values().map(|night| clock_min(&midpoint(night)))),
            sri: sri(&nights),
            social_jetlag_min,
            msf_sc_min,
        }
    }
}

/// Midpoint of free days corrected for sleeping in after short nights (MSFsc; Roenneberg), minutes after midnight.
///
/// `msf_min` is the mean midpoint of free days, `free_min` and `other_min` the mean minutes asleep on free and other days,
/// and `other_days` how many days of the week are not free.
/// Whoever sleeps no longer on free days than on others needs no correction.
pub fn msf_sc(msf_min: f64, free_min: f64, other_min: f64, other_days: f64) -> f64 {
    if free_min <= other_min {
        return msf_min;
    }
    let week_min = (other_min * other_days + free_min * (7.0 - other_days)) / 7.0;
    (msf_min - (free_min - week_min) / 2.0).rem_euclid(circular::DAY_MIN)
}

/// The mean sleep of one kind of day.
#[derive(Clone, Copy)]
struct Sleepers {
    nights: usize,
    midpoint_min: f64,
    asleep_min: f64,
}

impl Sleepers {
    fn of<'a>(nights: impl Iterator<Item = &'a RegularNight> + Clone) -> Option<Sleepers> {
        let midpoint = circular::summary(
            nights
                .clone()
                .map(|night| clock_min(&self::midpoint(night))),
        )?;
        let asleep_min: f64 = nights
            .map(|night| night.final_wake.minutes_since(&night.onset))
            .sum();
        Some(Sleepers {
            nights: midpoint.n,
            midpoint_min: midpoint.mean_min,
            asleep_min: asleep_min / midpoint.n as f64,
        })
    }
}

fn one_a_date(nights: &[RegularNight]) -> BTreeMap<NaiveDate, RegularNight> {
    let mut by_date: BTreeMap<NaiveDate, RegularNight> = BTreeMap::new();
    for night in nights {
        let kept = by_date.entry(night.wake_date).or_insert(*night);
        if night.final_wake.minutes_since(&night.onset) > kept.final_wake.minutes_since(&kept.onset)
        {
            *kept = *night;
        }
    }
    by_date
}

fn midpoint(night: &RegularNight) -> Moment {
    let half = (night.final_wake.instant - night.onset.instant) / 2;
    Moment::new(night.onset.instant + half, night.final_wake.zone)
}

fn clock_min(moment: &Moment) -> f64 {
    let time = moment.time();
    f64::from(time.num_seconds_from_midnight()) / 60.0
}

/// The index over all pairs of neighbouring dates that both have a night.
///
/// Comparing two days minute by minute comes to comparing two intervals, so the work grows with the number of nights.
fn sri(nights: &BTreeMap<NaiveDate, RegularNight>) -> Option<Sri> {
    let (mut day_pairs, mut agreeing) = (0_usize, 0_i64);
    let mut nights = nights.iter();
    let (mut yesterday, mut before) = nights
        .next()
        .map(|(date, night)| (*date, Asleep::of(night)))?;
    for (date, night) in nights {
        let after = Asleep::of(night);
        if yesterday.succ_opt() == Some(*date) {
            day_pairs += 1;
            agreeing += before.agrees_with(after);
        }
        (yesterday, before) = (*date, after);
    }
    (day_pairs >= FEWEST_DAY_PAIRS).then(|| Sri {
        value: index(agreeing, day_pairs),
        day_pairs,
    })
}

/// −100 + 200 × the agreeing share of the minutes of `day_pairs` days.
fn index(agreeing: i64, day_pairs: usize) -> f64 {
    -100.0 + 200.0 * agreeing as f64 / (DAY_MIN as f64 * day_pairs as f64)
}

/// A sleep on the clock face, in whole minutes from a midnight, by the clock of waking; at most one turn long.
#[derive(Clone, Copy)]
struct Asleep {
    from: i64,
    to: i64,
}

impl Asleep {
    fn of(night: &RegularNight) -> Asleep {
        let to_the_minute = |reading: NaiveDateTime| reading.with_second(0).unwrap_or(reading);
        let wake = to_the_minute(night.final_wake.local());
        let onset = to_the_minute(Moment::new(night.onset.instant, night.final_wake.zone).local());
        let to = i64::from(wake.hour()) * 60 + i64::from(wake.minute());
        // Only a clock put back within a short sleep can let it end, by the clock, before it began.
        let asleep = (wake - onset).num_minutes().clamp(0, DAY_MIN);
        Asleep {
            from: to - asleep,
            to,
        }
    }

    /// Minutes of the clock face in which both are asleep or both awake.
    fn agrees_with(self, other: Asleep) -> i64 {
        let both: i64 = [-DAY_MIN, 0, DAY_MIN]
            .into_iter()
            .map(|turn| (self.to.min(other.to + turn) - self.from.max(other.from + turn)).max(0))
            .sum();
        DAY_MIN - (self.to - self.from) - (other.to - other.from) + 2 * both
    }
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_hour_of_difference_is_91_667() {
        let first = Asleep { from: -60, to: 420 };
        let second = Asleep { from: -60, to: 360 };
        let value = index(first.agrees_with(second), 1);
        assert!(
            (value - 91.666_666_666).abs() < 1e-6,
            "60 of 1440 minutes differ, got {value}"
        );
    }

    #[test]
    fn minutes_compared_one_by_one_give_the_same() {
        let cases = [
            ((-60, 420), (0, 500)),
            ((-300, -10), (10, 400)),
            ((480, 900), (-60, 420)),
            ((950, 1430), (-470, 10)),
            ((-700, 700), (-400, 900)),
            ((5, 5), (0, 60)),
        ];
        for (a, b) in cases {
            let asleep = |(from, to): (i64, i64), minute: i64| {
                (minute - from).rem_euclid(DAY_MIN) < to - from
            };
            let counted = (0..DAY_MIN)
                .filter(|m| asleep(a, *m) == asleep(b, *m))
                .count();
            let computed = Asleep { from: a.0, to: a.1 }.agrees_with(Asleep { from: b.0, to: b.1 });
            assert_eq!(
                i64::try_from(counted).unwrap(),
                computed,
                "{a:?} against {b:?}"
            );
        }
    }

    #[test]
    fn corrected_midpoint_follows_the_published_example() {
        let minutes = msf_sc(240.0, 8.0 * 60.0, 6.0 * 60.0, 5.0);
        let expected = 3.0 * 60.0 + 17.0 + 8.571_428_571 / 60.0;
        assert!(
            (minutes - expected).abs() < 1e-6,
            "03:17:08.57 expected, got {minutes} minutes"
        );
        assert_eq!(
            msf_sc(240.0, 360.0, 480.0, 5.0),
            240.0,
            "no sleeping in, no correction"
        );
    }
}
