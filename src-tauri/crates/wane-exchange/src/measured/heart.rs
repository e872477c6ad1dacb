//! Heart rates, of which a file holds hundreds of thousands: the resting one of a day, and the mean of a night's sleep.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use wane_domain::{Moment, diary::SleepKind};

use super::{SLOT_SECONDS, SLOTS};
use crate::{FoundHeart, FoundSleep, rules, stamps};

/// More days than this are no person's: a hundred years.
const MAX_DAYS: usize = 40_000;

/// Beats per minute that a heart can do; anything else is a fault of the sensor or another unit.
const POSSIBLE: std::ops::RangeInclusive<f64> = 20.0..=300.0;

/// So many quarters of an hour with readings make a mean of a night: an hour.
const LEAST_SLOTS: usize = 4;

/// The sum of a quarter's readings, and how many there are.
type Slot = (f32, u32);

/// The quarters of a day.
type Day = Box<[Slot; SLOTS]>;

/// Readings and resting heart rates as they come.
#[derive(Debug, Default)]
pub(crate) struct Hearts {
    /// By day of Greenwich.
    days: BTreeMap<i64, Day>,
    /// The day of the reading before, which is not among the others: most readings follow one of the same day.
    last: Option<(i64, Day)>,
    /// The day's resting heart rate, and when it was told.
    resting: BTreeMap<NaiveDate, (i64, f64)>,
    full: bool,
}

impl Hearts {
    /// Takes one reading at a second of 1970's count; `false` if no heart does that.
    pub(crate) fn reading(&mut self, at: i64, per_minute: f64) -> bool {
        if !POSSIBLE.contains(&per_minute) {
            return false;
        }
        let slot = at.div_euclid(SLOT_SECONDS);
        if let Some(day) = self.day(slot.div_euclid(SLOTS as i64)) {
            let there = &mut day[slot.rem_euclid(SLOTS as i64) as usize];
            there.0 += per_minute as f32;
            there.1 = there.1.saturating_add(1);
        }
        true
    }

    /// The quarters of a day of Greenwich, unless there are too many days.
    fn day(&mut self, day: i64) -> Option<&mut Day> {
        if self.last.as_ref().is_none_or(|(last, _)| *last != day) {
            if let Some((last, slots)) = self.last.take() {
                self.days.insert(last, slots);
            }
            let slots = self.days.remove(&day);
            if slots.is_none() && self.days.len() >= MAX_DAYS {
                self.full = true;
                return None;
            }
            let slots = slots.unwrap_or_else(|| Box::new([(0.0, 0); SLOTS]));
            self.last = Some((day, slots));
        }
        self.last.as_mut().map(|(_, slots)| slots)
    }

    /// Takes a day's resting heart rate, told at a second of 1970's count; of several for a day the last counts.
    /// `false` if no heart does that.
    pub(crate) fn resting(&mut self, date: NaiveDate, told: i64, per_minute: f64) -> bool {
        if !POSSIBLE.contains(&per_minute) || !rules::sane_date(date) {
            return false;
        }
        if self.resting.len() >= MAX_DAYS && !self.resting.contains_key(&date) {
            self.full = true;
            return true;
        }
        let there = self.resting.entry(date).or_insert((told, per_minute));
        if told >= there.0 {
            *there = (told, per_minute);
        }
        true
    }

    /// As [`Hearts::resting`], of the local day of that second.
    pub(crate) fn resting_at(&mut self, at: i64, told: i64, per_minute: f64, home: Tz) -> bool {
        stamps::seconds(at)
            .is_some_and(|at| self.resting(Moment::new(at, home).date(), told, per_minute))
    }

    /// How many days there may be, if there were more.
    pub(crate) fn too_many(&self) -> Option<usize> {
        self.full.then_some(MAX_DAYS)
    }

    /// Heart rates by day: what was told of resting, and the mean over each night's sleep.
    ///
    /// A quarter of an hour counts once however often the heart was listened to in it: watches do that more often while
    /// somebody moves. Only quarters that lie within the night altogether count.
    pub(crate) fn by_day(mut self, sleeps: &[FoundSleep]) -> BTreeMap<NaiveDate, FoundHeart> {
        self.days.extend(self.last.take());
        let mut found: BTreeMap<NaiveDate, FoundHeart> = BTreeMap::new();
        for (date, (_, rate)) in &self.resting {
            found.entry(*date).or_default().resting = Some(*rate);
        }
        for night in sleeps.iter().filter(|sleep| sleep.kind == SleepKind::Night) {
            if let Some(mean) = self.mean(night) {
                found.entry(night.wake_date).or_default().asleep = Some(mean);
            }
        }
        found
    }

    fn mean(&self, night: &FoundSleep) -> Option<f64> {
        let (from, to) = (
            night.start.instant.timestamp(),
            night.end.instant.timestamp(),
        );
        let first = from.div_euclid(SLOT_SECONDS) + i64::from(from.rem_euclid(SLOT_SECONDS) > 0);
        let means: Vec<f64> = (first..to.div_euclid(SLOT_SECONDS))
            .filter_map(|slot| {
                let slots = self.days.get(&slot.div_euclid(SLOTS as i64))?;
                let (sum, count) = slots[slot.rem_euclid(SLOTS as i64) as usize];
                (count > 0).then(|| f64::from(sum) / f64::from(count))
            })
            .collect();
        (means.len() >= LEAST_SLOTS).then(|| means.iter().sum::<f64>() / means.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use wane_domain::diary::{OffsetCertainty, Stages};

    use super::*;

    fn night(from: &str, to: &str) -> FoundSleep {
        let at = |text: &str| {
            let instant: DateTime<Utc> = text.parse().unwrap_or_default();
            Moment::new(instant, Tz::Europe__London)
        };
        let (start, end) = (at(from), at(to));
        FoundSleep {
            source_key: from.to_owned(),
            device: None,
            wake_date: end.date(),
            kind: SleepKind::Night,
            start,
            end,
            offset: OffsetCertainty::Stated,
            asleep_min: None,
            in_bed_min: None,
            awake_min: None,
            unaccounted_min: None,
            stages: Stages::default(),
        }
    }

    #[test]
    fn a_quarter_counts_once_however_often_the_heart_was_heard_in_it() {
        let sleep = night("2026-01-01T23:10:00Z", "2026-01-02T06:00:00Z");
        let start = sleep.start.instant.timestamp();
        for (readings, mean) in [
            // Every ten minutes, at 50 and now and then at 80 for a minute of five readings.
            (
                vec![(0, 50.0), (20, 50.0), (35, 60.0), (50, 50.0), (65, 60.0)],
                Some(55.0),
            ),
            (
                vec![
                    (20, 50.0),
                    (35, 80.0),
                    (36, 80.0),
                    (37, 80.0),
                    (50, 50.0),
                    (65, 60.0),
                ],
                Some(60.0),
            ),
            // Three quarters are too few, and what lies before the first whole quarter is no part of it.
            (vec![(0, 50.0), (4, 55.0), (20, 50.0), (35, 60.0)], None),
            (vec![], None),
        ] {
            let mut hearts = Hearts::default();
            for (minute, rate) in readings {
                assert!(hearts.reading(start + minute * 60, rate));
            }
            let found = hearts.by_day(std::slice::from_ref(&sleep));
            let told = found.get(&sleep.wake_date).and_then(|heart| heart.asleep);
            assert_eq!(told, mean);
        }
    }

    #[test]
    fn the_last_resting_rate_of_a_day_counts_and_impossible_ones_do_not() {
        let mut hearts = Hearts::default();
        let date = NaiveDate::default();
        for (told, rate, taken) in [
            (5, 61.0, true),
            (9, 58.0, true),
            (7, 64.0, true),
            (11, 0.0, false),
            (12, f64::NAN, false),
        ] {
            assert_eq!(hearts.resting(date, told, rate), taken, "{rate}");
        }
        assert_eq!(
            hearts
                .by_day(&[])
                .get(&date)
                .and_then(|heart| heart.resting),
            Some(58.0)
        );
    }

    #[test]
    fn days_out_of_order_and_too_many_of_them() {
        let mut hearts = Hearts::default();
        for day in [3, 1, 3, 2, 1, 3] {
            assert!(hearts.reading(day * 86_400, 60.0));
        }
        assert_eq!(hearts.days.len() + 1, 3);
        for day in 0..=MAX_DAYS as i64 {
            hearts.reading(day * 86_400, 60.0);
        }
        assert_eq!(hearts.too_many(), Some(MAX_DAYS));
    }
}
