//! Writing a day down: the two check-ins, a rough day, daylight.
//!
//! [`morning`] and [`evening`] are the check-ins; what both of them ask, named pains and factors, is in [`answers`].

mod another_sleep;
mod answers;
mod evening;
mod morning;
mod rating;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use wane_domain::{
    Fold, Moment,
    diary::{DayEntry, Light, Night},
};
use wane_store::{Change, Diary, Error, Label};

use crate::{App, app::Rooms, convert, fault::Fault, wire::*};

pub(crate) use rating::overall_rating;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn mark_rough(&self, request: MarkRough) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let date = self.loggable(&rooms.diary, request.date.as_deref())?;
        let before = self.answered(&rooms)?;
        let earlier = day_entry(&rooms.diary, date)?;
        let mut entry = earlier.clone().unwrap_or_else(|| self.blank_day(date));
        entry.rough = request.rough;
        rooms
            .diary
            .change(Label::new("rough-day"), self.now(), |change| {
                write_day_entry(change, &entry, earlier.as_ref())
            })?;
        // Marking a rough day counts as taking part: neither check-in needs to ask any more.
        self.follow_the_diary(&mut rooms, &before)?;
        self.saved(
            &mut rooms,
            if request.rough {
                "saved-rough"
            } else {
                "saved-not-rough"
            },
            date,
        )
    }

    /// See [`crate::commands`].
    pub(crate) fn log_light(&self, request: LogLight) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let date = self.loggable(&rooms.diary, request.date.as_deref())?;
        let minutes = convert::minutes(request.minutes, "minutes")?;
        let before = self.answered(&rooms)?;
        let light = match first_on::<Light>(&rooms.diary, date)? {
            Some(earlier) => Light {
                minutes: minutes.or(earlier.minutes),
                ..earlier
            },
            None => Light {
                id: self.new_id(),
                date,
                start: None,
                minutes,
                origin: self.by_hand(self.local_instant(date, 24)),
            },
        };
        rooms
            .diary
            .change(Label::new("log-light"), self.now(), |change| {
                change.put(&light)
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.saved(&mut rooms, "saved-light", date)
    }

    /// The instant of an hour of a local date; 24 is its end.
    pub(crate) fn local_instant(&self, date: NaiveDate, hour: i64) -> DateTime<Utc> {
        let local = date.and_time(NaiveTime::MIN) + Duration::hours(hour);
        Moment::from_local(local, self.zone(), Fold::First).instant
    }

    fn blank_day(&self, date: NaiveDate) -> DayEntry {
        DayEntry {
            id: self.new_id(),
            date,
            arousal: None,
            mattered: None,
            rough: false,
            origin: self.by_hand(self.local_instant(date, 24)),
        }
    }

    pub(crate) fn saved(
        &self,
        rooms: &mut Rooms,
        message: &str,
        date: NaiveDate,
    ) -> Result<Saved, Fault> {
        Ok(Saved {
            text: self.words.text(message, &[]),
            today: self.show_day(rooms, date)?,
        })
    }
}

/// Writes the day's own entry; one that says nothing any more is removed, or not made.
fn write_day_entry(
    change: &mut Change<'_>,
    entry: &DayEntry,
    earlier: Option<&DayEntry>,
) -> Result<bool, Error> {
    let blank = entry.arousal.is_none() && entry.mattered.is_none() && !entry.rough;
    match (blank, earlier) {
        (true, Some(earlier)) => change.remove::<DayEntry>(earlier.id),
        (true, None) => Ok(false),
        (false, _) => change.put(entry),
    }
}

/// The day's felt night, whoever wrote it down.
pub(crate) fn night_by_hand(diary: &Diary, date: NaiveDate) -> Result<Option<Night>, Fault> {
    first_on::<Night>(diary, date)
}

/// The day's own entry.
pub(crate) fn day_entry(diary: &Diary, date: NaiveDate) -> Result<Option<DayEntry>, Fault> {
    first_on::<DayEntry>(diary, date)
}

/// The day's first record of a kind.
pub(crate) fn first_on<R: wane_store::Dated>(
    diary: &Diary,
    date: NaiveDate,
) -> Result<Option<R>, Fault> {
    Ok(diary.between::<R>(date, date)?.into_iter().next())
}
