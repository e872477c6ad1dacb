//! Reminders follow the diary: what it answers need not be asked, and what was taken back may be asked again (row R4).
//!
//! Every change of the diary goes through here: [`App::answered`] before it, [`App::follow_the_diary`] after it.
//! Comparing the two is what keeps apart what the diary said and what the person said to the reminder itself:
//! "did it" stays, whatever is undone.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use wane_domain::{
    Moment,
    diary::{
        DayEntry, Dose, Factor, FactorValue, Light, Night, Occasion, Origin, PainRating, Timing,
        WindDown,
    },
    reminder::Kind,
};
use wane_store::Diary;

use super::LOOK_BACK_DAYS;
use crate::{App, app::Rooms, fault::Fault, import::measured::is_measured};

/// What the diary answers of what reminders ask, in the days a reminder can still be about,
/// and since when: the earliest instant at which one of the answers was written down.
#[derive(Debug, Default)]
pub(crate) struct Answered(BTreeMap<(Kind, NaiveDate), DateTime<Utc>>);

impl App {
    /// What the diary answers now.
    pub(crate) fn answered(&self, rooms: &Rooms) -> Result<Answered, Fault> {
        // By the calendar, not by the diary: what is compared before and after a change is about the same days.
        let today = Moment::new(self.now(), self.zone()).date();
        let (first, last) = (
            today - Duration::days(LOOK_BACK_DAYS),
            today + Duration::days(2),
        );
        let mut answered = Answered::between(&rooms.diary, first, last)?;
        for done in rooms.diary.between::<WindDown>(first, last)? {
            // The reminder of an evening that goes on after midnight may be called by either date.
            let date = match done.start {
                Some(start) => self.wind_down_evening(rooms, start, done.date)?,
                None => done.date,
            };
            answered.note(Kind::WindDown, date, &done.origin);
        }
        Ok(answered)
    }

    /// Settles the reminders of what the diary has come to answer since `before`,
    /// and lets those come again, from yesterday on, whose answer is gone. The loop may look again.
    pub(crate) fn follow_the_diary(
        &self,
        rooms: &mut Rooms,
        before: &Answered,
    ) -> Result<(), Fault> {
        // The days of a sample are nobody's, and the reminders are the person's own.
        if !rooms.sample {
            let after = self.answered(rooms)?;
            for ((kind, date), _) in after.beyond(before) {
                rooms.schedule.mark_done(kind, *date, self.now())?;
            }
            let yesterday = self.present_day(&rooms.diary)? - Duration::days(1);
            for ((kind, date), since) in before.beyond(&after) {
                // What was done before the diary said so was said to the reminder itself.
                let by_hand = rooms
                    .schedule
                    .done_at(kind, *date)?
                    .is_some_and(|at| at < *since);
                if *date >= yesterday && !by_hand {
                    rooms.schedule.unmark_done(kind, *date)?;
                }
            }
            self.pause_with_the_days(rooms)?;
        }
        self.host.reminders_changed();
        Ok(())
    }
}

impl Answered {
    fn between(diary: &Diary, first: NaiveDate, last: NaiveDate) -> Result<Answered, Fault> {
        let mut answered = Answered::default();
        for night in diary.between::<Night>(first, last)? {
            answered.note(Kind::MorningCheckIn, night.wake_date, &night.origin);
        }
        for rating in diary.between::<PainRating>(first, last)? {
            match rating.occasion {
                Occasion::Morning => {
                    answered.note(Kind::MorningCheckIn, rating.date, &rating.origin);
                }
                Occasion::Evening => {
                    answered.note(Kind::EveningCheckIn, rating.date, &rating.origin);
                }
                Occasion::Moment => {}
            }
        }
        for entry in diary.between::<DayEntry>(first, last)? {
            // A rough day counts as taking part in both.
            if entry.rough {
                answered.note(Kind::MorningCheckIn, entry.date, &entry.origin);
            }
            if entry.rough || entry.arousal.is_some() || entry.mattered.is_some() {
                answered.note(Kind::EveningCheckIn, entry.date, &entry.origin);
            }
        }
        // Saying how a flare is counts as taking part in both.
        for (date, origin) in crate::flare::noted(diary, first, last)? {
            answered.note(Kind::MorningCheckIn, date, &origin);
            answered.note(Kind::EveningCheckIn, date, &origin);
        }
        answered.note_factors(diary, first, last)?;
        for dose in diary.between::<Dose>(first, last)? {
            // That a watch saw somebody walk is no answer to how the day was.
            if !is_measured(&dose.origin) {
                answered.note(Kind::EveningCheckIn, dose.date, &dose.origin);
            }
            if dose.minutes != Some(0) {
                answered.note(Kind::Movement, dose.date, &dose.origin);
            }
        }
        for light in diary.between::<Light>(first, last)? {
            if light.minutes != Some(0) {
                answered.note(Kind::MorningLight, light.date, &light.origin);
            }
        }
        Ok(answered)
    }

    fn note_factors(
        &mut self,
        diary: &Diary,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<(), Fault> {
        let mut values = diary.between::<FactorValue>(first, last)?;
        values.retain(|value| !is_measured(&value.origin));
        if values.is_empty() {
            return Ok(());
        }
        let timings: BTreeMap<_, _> = diary
            .all::<Factor>()?
            .into_iter()
            .map(|factor| (factor.id, factor.timing))
            .collect();
        for value in values {
            let kind = match timings.get(&value.factor) {
                Some(Timing::Night) => Kind::MorningCheckIn,
                Some(Timing::Day) | None => Kind::EveningCheckIn,
            };
            self.note(kind, value.date, &value.origin);
        }
        Ok(())
    }

    fn note(&mut self, kind: Kind, date: NaiveDate, origin: &Origin) {
        let since = self.0.entry((kind, date)).or_insert(origin.entered_at);
        *since = origin.entered_at.min(*since);
    }

    /// Whether that is answered.
    pub(crate) fn holds(&self, kind: &Kind, date: NaiveDate) -> bool {
        self.0.contains_key(&(kind.clone(), date))
    }

    /// What is answered here and not there.
    fn beyond(
        &self,
        other: &Answered,
    ) -> impl Iterator<Item = (&(Kind, NaiveDate), &DateTime<Utc>)> {
        self.0
            .iter()
            .filter(|(asked, _)| !other.0.contains_key(*asked))
    }
}
