//! Which instant a clock reading of a day means.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use wane_domain::{Fold, Moment, day, diary::Night};
use wane_store::Diary;

use crate::{App, fault::Fault};

/// One day, as its clock readings are laid out round it.
///
/// A day runs from waking to waking, so that 00:30 of a day whose evening goes on past midnight lies on the next date.
pub(crate) struct DayClock {
    date: NaiveDate,
    zone: Tz,
    wakes: Vec<Moment>,
    turn: NaiveTime,
    now: DateTime<Utc>,
}

impl App {
    /// The clock of a day.
    ///
    /// For the present day it is the system's own; for an earlier one the clock by which its waking was written down.
    pub(crate) fn day_clock(&self, diary: &Diary, date: NaiveDate) -> Result<DayClock, Fault> {
        let nights = diary.latest::<Night>(date + Duration::days(2), day::RECENT_NIGHTS)?;
        let own = nights
            .iter()
            .filter(|night| night.wake_date == date)
            .find_map(day::awakening);
        let zone = match own {
            Some(own) if date != self.present_day(diary)? => own.zone,
            _ => self.zone(),
        };
        Ok(DayClock {
            date,
            zone,
            wakes: nights.iter().filter_map(day::awakening).collect(),
            turn: day::turn(&nights),
            now: self.now(),
        })
    }
}

impl DayClock {
    /// The instant a reading means: the one that belongs to the day, and of two such the one that has been.
    ///
    /// A reading that never belongs to the day, as one before its waking, is taken on the day's own date.
    pub fn place(&self, time: NaiveTime) -> Moment {
        let [own, next, before] = [0, 1, -1].map(|days| self.on(days, time, Fold::First));
        let belongs = |m: &Moment| day::day_of(*m, &self.wakes, self.turn) == self.date;
        let has_been = |m: &Moment| m.instant <= self.now;
        let candidates = [own, next, before];
        candidates
            .into_iter()
            .find(|m| belongs(m) && has_been(m))
            .or(Some(own).filter(has_been))
            .or_else(|| candidates.into_iter().find(belongs))
            .unwrap_or(own)
    }

    fn on(&self, days: i64, time: NaiveTime, fold: Fold) -> Moment {
        let date = self.date + Duration::days(days);
        Moment::from_local(date.and_time(time), self.zone, fold)
    }
}

/// The first instant from `start` on at which the clock that was read at `start` shows that reading.
pub(crate) fn place_from(start: Moment, time: NaiveTime) -> Moment {
    [0, 1]
        .into_iter()
        .map(|days| (start.date() + Duration::days(days)).and_time(time))
        .flat_map(|local| {
            [Fold::First, Fold::Second].map(|fold| Moment::from_local(local, start.zone, fold))
        })
        .find(|m| m.instant >= start.instant)
        .unwrap_or(start)
}

/// A reading that was not touched keeps its instant and its zone, so that altering an entry made abroad moves nothing.
pub(crate) fn keep_if_same(old: Option<Moment>, new: Option<Moment>) -> Option<Moment> {
    match (old, new) {
        (Some(old), Some(new)) if old.local() == new.local() => Some(old),
        (_, new) => new,
    }
}
