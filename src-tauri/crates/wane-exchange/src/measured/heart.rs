//! Heart rates, of which a file holds hundreds of thousands: the resting one of a day, and the mean of a night's sleep.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use wane_domain::{Moment, diary::SleepKind};

use crate::{FoundHeart, FoundSleep, rules, stamps};

/// Readings are kept by quarters of an hour, so that memory grows with the days and not with the readings.
const SLOT_SECONDS: i64 = 15 * 60;

/// Slots of a day.
const SLOTS: i64 = 96;

/// More days than this are no person's: a hundred years.
const MAX_DAYS: usize = 40_000;

/// Beats per minute that a heart can do; anything else is a fault of the sensor or another unit.
const POSSIBLE: std::ops::RangeInclusive<f64> = 20.0..=300.0;

/// So many quarters of an hour with readings make a mean of a night: an hour.
const LEAST_SLOTS: usize = 4;

/// The sum of a quarter's readings, and how many there are.
type Slot = (f32, u32);

/// Readings and resting heart rates as they come.
#[derive(Debug, Default)]
pub(crate) struct Hearts {
    /// By day of Greenwich.
    days: BTreeMap<i64, Box<[Slot; SLOTS as usize]>>,
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
        let day = slot.div_euclid(SLOTS);
        if self.days.len() >= MAX_DAYS && !self.days.contains_key(&day) {
            self.full = true;
            return true;
        }
        let slots = self
            .days
            .entry(day)
            .or_insert_with(|| Box::new([(0.0, 0); SLOTS as usize]));
        let there = &mut slots[slot.rem_euclid(SLOTS) as usize];
        there.0 += per_minute as f32;
        there.1 = there.1.saturating_add(1);
        true
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
    pub(crate) fn by_day(self, sleeps: &[FoundSleep]) -> BTreeMap<NaiveDate, FoundHeart> {
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
                let slots = self.days.get(&slot.div_euclid(SLOTS))?;
                let (sum, count) = slots[slot.rem_euclid(SLOTS) as usize];
                (count > 0).then(|| f64::from(sum) / f64::from(count))
            })
            .collect();
        (means.len() >= LEAST_SLOTS).then(|| means.iter().sum::<f64>() / means.len() as f64)
    }
}
