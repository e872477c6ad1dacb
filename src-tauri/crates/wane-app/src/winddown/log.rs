//! Evenings in the diary: written down without being asked, read back, undone like anything else.

use chrono::{Duration, NaiveDate};
use wane_domain::{
    Id, Moment,
    diary::{Dose, WindDown},
    reminder::{Kind, LightContext, Rule, occurrences},
    winddown::Session,
};
use wane_store::Label;
use wane_text::Arg;

use super::{kind, name};
use crate::{App, app::Rooms, convert, fault::Fault, wire::*};

/// A wind-down belongs to the reminder that falls due within so many hours of its beginning.
const NEAR_H: i64 = 8;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn log_wind_down(&self, request: LogWindDown) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let date = self.loggable(&rooms.diary, request.date.as_deref())?;
        let minutes = convert::minutes(request.minutes, "minutes")?;
        let record = WindDown {
            id: self.new_id(),
            date,
            start: None,
            minutes,
            blocks: request.blocks.into_iter().map(kind).collect(),
            origin: self.by_hand(self.local_instant(date, 24)),
        };
        self.put_wind_down(&mut rooms, &record, &[])?;
        self.saved(&mut rooms, "saved-wind-down", date)
    }

    fn put_wind_down(
        &self,
        rooms: &mut Rooms,
        record: &WindDown,
        moved: &[Dose],
    ) -> Result<(), Fault> {
        let before = self.answered(rooms)?;
        rooms
            .diary
            .change(Label::new("wind-down"), self.now(), |change| {
                change.put(record)?;
                moved.iter().try_for_each(|dose| change.put(dose).map(drop))
            })?;
        self.follow_the_diary(rooms, &before)
    }

    /// Writes an evening down that was led by the window.
    pub(super) fn write_wind_down(
        &self,
        rooms: &mut Rooms,
        session: Session,
        routines: &[Option<String>],
        (date, settled): (NaiveDate, Option<NaiveDate>),
    ) -> Result<(), Fault> {
        let start = Moment::new(session.started, self.zone());
        // From now on it is the diary that answers the reminder, so that an undo takes the answer back.
        if let Some(settled) = settled
            && !self.answered(rooms)?.holds(&Kind::WindDown, settled)
        {
            rooms.schedule.unmark_done(&Kind::WindDown, settled)?;
        }
        let moved = self.routines_of(rooms, &session, routines, date);
        let record = WindDown {
            id: self.new_id(),
            date,
            start: Some(start),
            minutes: Some(session.minutes()),
            blocks: session.done,
            origin: self.by_hand(start.instant),
        };
        self.put_wind_down(rooms, &record, &moved)
    }

    /// A session of movement for each routine that was played in the evening.
    ///
    /// How long it took is not said: the block has soft timing, and a gentle end of the day is not what a plan of movement counts.
    fn routines_of(
        &self,
        rooms: &Rooms,
        session: &Session,
        routines: &[Option<String>],
        date: NaiveDate,
    ) -> Vec<Dose> {
        session
            .done
            .iter()
            .filter_map(|kind| {
                let mut blocks = session.blocks.iter().zip(routines);
                blocks.find(|(block, _)| block.kind == *kind)
            })
            .filter_map(|(_, key)| self.routine_of(&rooms.diary, key.as_deref()?).ok())
            .map(|routine| Dose {
                id: self.new_id(),
                date,
                start: None,
                kind: Some(routine.name),
                minutes: None,
                effort: None,
                felt: None,
                origin: self.by_hand(session.started),
            })
            .collect()
    }

    /// The date of the reminder that a wind-down at `at` answers: of the occurrence nearest to it, else `date`, its own day.
    ///
    /// A wind-down after midnight may belong to a reminder of the new date or of the old one.
    pub(crate) fn wind_down_evening(
        &self,
        rooms: &Rooms,
        at: Moment,
        date: NaiveDate,
    ) -> Result<NaiveDate, Fault> {
        let rules: Vec<Rule> = rooms
            .schedule
            .rules()?
            .into_iter()
            .filter(|rule| rule.kind == Kind::WindDown)
            .collect();
        let near = Duration::hours(NEAR_H);
        let (from, to) = (at.instant - near, at.instant + near);
        let found = occurrences(&rules, from, to, self.zone(), &LightContext::default());
        let nearest = found
            .into_iter()
            .min_by_key(|o| (o.due.instant - at.instant).num_seconds().abs());
        Ok(nearest.map_or(date, |o| o.local_date))
    }

    /// What is said of this evening's wind-down, once it is written down.
    pub(super) fn done_text(&self, rooms: &Rooms) -> Result<String, Fault> {
        let today = self.present_day(&rooms.diary)?;
        let done = rooms.diary.between::<WindDown>(today, today)?;
        if done.is_empty() {
            return Ok(String::new());
        }
        let minutes: u32 = done.iter().filter_map(|d| d.minutes).map(u32::from).sum();
        Ok(if minutes == 0 {
            self.words.text("wind-down-done", &[])
        } else {
            let time = self.words.duration(f64::from(minutes));
            self.words
                .text("wind-down-done-time", &[("time", Arg::from(time))])
        })
    }

    /// A wind-down as it stands on its day.
    pub(crate) fn wind_down_entry(&self, record: &WindDown) -> EntryView {
        let what = record
            .blocks
            .iter()
            .map(|kind| {
                self.words
                    .text(&format!("value-block-{}", kind.code()), &[])
            })
            .reduce(|list, next| {
                self.words.text(
                    "line-list",
                    &[("list", Arg::from(list)), ("next", Arg::from(next))],
                )
            });
        let time = record
            .minutes
            .filter(|minutes| *minutes > 0)
            .map(|minutes| self.words.duration(f64::from(minutes)));
        let mut args = Vec::new();
        let mut message = "line-wind-down".to_owned();
        if let Some(time) = time {
            message += "-time";
            args.push(("time", Arg::from(time)));
        }
        if let Some(what) = what {
            message += "-what";
            args.push(("what", Arg::from(what)));
        }
        EntryView {
            id: Id::to_string(&record.id),
            kind: EntryKind::WindDown,
            text: self.words.text(&message, &args),
            recalled: record.origin.recalled,
            nap: None,
            medicine: None,
            note: None,
        }
    }
}

/// A wind-down, read back.
pub(crate) fn wind_down_of_day(record: &WindDown) -> WindDownOfDay {
    WindDownOfDay {
        start: record.start.map(|start| start.to_rfc3339()),
        minutes: record.minutes,
        blocks: record.blocks.iter().copied().map(name).collect(),
    }
}
