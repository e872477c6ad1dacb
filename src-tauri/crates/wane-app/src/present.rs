//! Which day it is for the person, and which days can be written down.

use chrono::{Duration, NaiveDate};
use wane_domain::{Moment, day, diary::Night};
use wane_store::Diary;

use crate::{App, convert, fault::Fault};

impl App {
    /// The day that "today" means: from the latest final awakening to the next, whatever midnight says (see [`day`]).
    pub(crate) fn present_day(&self, diary: &Diary) -> Result<NaiveDate, Fault> {
        let now = Moment::new(self.now(), self.zone());
        Ok(day::present_day(now, &self.recent_nights(diary)?))
    }

    /// The newest nights, by which days begin and turn.
    pub(crate) fn recent_nights(&self, diary: &Diary) -> Result<Vec<Night>, Fault> {
        let today = Moment::new(self.now(), self.zone()).date();
        // Of nights written down east of here the date can be ahead by two.
        Ok(diary.latest::<Night>(today + Duration::days(2), day::RECENT_NIGHTS)?)
    }

    /// The newest day that can be written down: the present one, or the calendar's date where that is already later.
    pub(crate) fn newest_day(&self, diary: &Diary) -> Result<NaiveDate, Fault> {
        let local_today = Moment::new(self.now(), self.zone()).date();
        Ok(self.present_day(diary)?.max(local_today))
    }

    /// The day a request is about, or else the present one; a day that has not begun cannot be logged.
    pub(crate) fn loggable(&self, diary: &Diary, date: Option<&str>) -> Result<NaiveDate, Fault> {
        let date = self.day_or_present(diary, date)?;
        if date > self.newest_day(diary)? {
            Err(Fault::in_the_future())
        } else {
            Ok(date)
        }
    }

    /// The day a request is about, or else the present one.
    pub(crate) fn day_or_present(
        &self,
        diary: &Diary,
        date: Option<&str>,
    ) -> Result<NaiveDate, Fault> {
        match date {
            Some(text) => convert::date(text, "date"),
            None => self.present_day(diary),
        }
    }
}
