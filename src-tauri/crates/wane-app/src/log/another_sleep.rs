//! A second main sleep that ended on a date which has a night already: it is kept beside the night, not in its place.
//!
//! Which two sleeps these are, and how they are told apart from one sleep put right, says [`day::is_another_sleep`].

use chrono::{Duration, NaiveDate};
use wane_domain::{
    Fold, Moment, day,
    diary::{Nap, Night},
    measures::Measures,
};
use wane_store::Diary;

use super::night_by_hand;
use crate::{App, app::blank_night, convert, fault::Fault, wire::*};

impl App {
    /// The day of a morning: the one it names, or else the present one.
    ///
    /// An awakening said without a date is the latest that the clock here can have shown,
    /// also while the present day is still the one before: whoever says six o'clock at ten past six has just got up.
    pub(super) fn day_of_morning(
        &self,
        diary: &Diary,
        request: &SaveMorning,
    ) -> Result<NaiveDate, Fault> {
        let present = self.loggable(diary, request.date.as_deref())?;
        let [_, _, final_wake, out_of_bed] = convert::times_from_fields(&request.night)?;
        let Some(said) = final_wake.or(out_of_bed).filter(|_| request.date.is_none()) else {
            return Ok(present);
        };
        // People round up: an awakening may be said a little before it.
        let soon = Moment::new(self.now() + Duration::hours(1), self.zone());
        let reading = Moment::from_local(soon.date().and_time(said), soon.zone, Fold::First);
        let latest = if reading.instant <= soon.instant {
            soon.date()
        } else {
            soon.date() - Duration::days(1)
        };
        Ok(latest.min(self.newest_day(diary)?).max(present))
    }

    /// The sleep that a morning of the present day tells of, if it cannot be the night that is there.
    pub(super) fn another_sleep(
        &self,
        diary: &Diary,
        night: &Night,
        said: &NightFields,
    ) -> Result<Option<Nap>, Fault> {
        let date = night.wake_date;
        if date != self.present_day(diary)? {
            return Ok(None);
        }
        let anew = said_anew(said, night);
        let Some(other) = self.another_night(diary, night, &anew)? else {
            return Ok(None);
        };
        let (start, end) = ends_of(&other);
        let asleep_min = Measures::of(&other)
            .tst_min
            .filter(|minutes| *minutes >= 0.0)
            .map(|minutes| minutes as u16);
        let naps = diary.between::<Nap>(date, date)?;
        let earlier = naps.into_iter().find(|nap| {
            let overlaps = match (nap.start, nap.end, start, end) {
                (Some(from), Some(to), Some(start), Some(end)) => {
                    from.instant < end.instant && start.instant < to.instant
                }
                _ => false,
            };
            // Answers are saved one by one as they are given: the sleep may be half written down.
            let half = nap.start.is_some() && nap.end.is_none();
            let just_now = self.now() - nap.origin.entered_at < Duration::hours(1);
            overlaps || (half && just_now)
        });
        let (id, origin) = match earlier {
            Some(nap) => (nap.id, nap.origin),
            None => (self.new_id(), other.origin),
        };
        Ok(Some(Nap {
            id,
            date,
            start,
            end,
            asleep_min,
            origin,
        }))
    }

    /// Whether to ask, beside a night, if the person has slept since.
    pub(crate) fn may_have_slept_since(&self, diary: &Diary, night: &Night) -> Result<bool, Fault> {
        let date = night.wake_date;
        let Some(stored) = night_by_hand(diary, date)?.filter(|stored| stored.id == night.id)
        else {
            return Ok(false);
        };
        let now = Moment::new(self.now(), self.zone());
        let recent = self.recent_nights(diary)?;
        if date != day::present_day(now, &recent) || !day::has_come_again(now, &recent) {
            return Ok(false);
        }
        let over = stored.final_wake.or(stored.out_of_bed);
        let slept = |nap: &Nap| {
            nap.end.or(nap.start).zip(over).is_some_and(|(end, over)| {
                end.instant - over.instant >= Duration::hours(day::GOES_ON_H)
            })
        };
        Ok(!diary.between::<Nap>(date, date)?.iter().any(slept))
    }

    /// What is said, laid out round the same date on the clock here, if it cannot be the sleep that `night` tells of.
    fn another_night(
        &self,
        diary: &Diary,
        night: &Night,
        said: &NightFields,
    ) -> Result<Option<Night>, Fault> {
        let now = Moment::new(self.now(), self.zone());
        let date = night.wake_date;
        let mut other = blank_night(
            self.new_id(),
            date,
            self.by_hand(self.local_instant(date, 12)),
        );
        convert::night_from_fields(&mut other, said, now.zone)?;
        let (Some(start), end) = ends_of(&other) else {
            return Ok(None);
        };
        let come_again = day::has_come_again(now, &self.recent_nights(diary)?);
        Ok(day::is_another_sleep(night, start, end, now.instant, come_again).then_some(other))
    }
}

/// When a sleep began and ended, as far as it was said.
fn ends_of(night: &Night) -> (Option<Moment>, Option<Moment>) {
    (
        night.lights_out.or(night.bed),
        night.final_wake.or(night.out_of_bed),
    )
}

/// The answers that differ from what the diary has of the night.
///
/// A form sends every answer each time, and what nobody touched is still about the night that is there.
fn said_anew(said: &NightFields, night: &Night) -> NightFields {
    fn anew<T: Clone + PartialEq>(said: &Option<T>, stored: Option<T>) -> Option<T> {
        said.clone().filter(|said| stored.as_ref() != Some(said))
    }
    let stored = convert::fields_from_night(night);
    NightFields {
        bed: anew(&said.bed, stored.bed),
        lights_out: anew(&said.lights_out, stored.lights_out),
        sol_min: anew(&said.sol_min, stored.sol_min),
        nwak: anew(&said.nwak, stored.nwak),
        waso_min: anew(&said.waso_min, stored.waso_min),
        final_wake: anew(&said.final_wake, stored.final_wake),
        tasafa_min: anew(&said.tasafa_min, stored.tasafa_min),
        out_of_bed: anew(&said.out_of_bed, stored.out_of_bed),
        second_reading: said.second_reading.clone(),
    }
}
