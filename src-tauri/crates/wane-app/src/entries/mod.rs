//! Naps, medicines taken, notes, noted awakenings and wind-downs: what stands in a day beside the two check-ins; and marks on the charts.

mod annotation;
mod nap;
mod note;
pub(crate) mod placing;
mod taken;

pub(crate) use nap::nap_fields;
pub(crate) use taken::medicine_fields;

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::{
    Id,
    diary::{Awakening, FlareNote, MedicineTaken, Nap, NightChoice, Note, Origin, WindDown},
};
use wane_store::{Dated, Diary, Label, Record};
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn remove_entry(&self, request: EntryRequest) -> Result<Saved, Fault> {
        match request.kind {
            EntryKind::Nap => self.remove::<Nap>(&request.id, "remove-nap"),
            EntryKind::Medicine => self.remove::<MedicineTaken>(&request.id, "remove-medicine"),
            EntryKind::Note => self.remove::<Note>(&request.id, "remove-note"),
            EntryKind::Awakening => self.remove::<Awakening>(&request.id, "remove-awakening"),
            EntryKind::WindDown => self.remove::<WindDown>(&request.id, "remove-wind-down"),
            EntryKind::Flare => self.remove::<FlareNote>(&request.id, "remove-flare"),
        }
    }

    fn remove<R: Dated>(&self, id: &str, label: &'static str) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let entry: R = entry(&rooms.diary, id)?;
        let before = self.answered(&rooms)?;
        rooms
            .diary
            .change(Label::new(label), self.now(), |change| {
                change.remove::<R>(entry.id())
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.saved(&mut rooms, "entry-removed", entry.date())
    }

    /// The entries of a day, in the order in which they were written.
    pub(crate) fn entries(&self, rooms: &Rooms, date: NaiveDate) -> Result<Vec<EntryView>, Fault> {
        let diary = &rooms.diary;
        let mut entries: Vec<((DateTime<Utc>, Id), EntryView)> = Vec::new();
        for nap in diary.between::<Nap>(date, date)? {
            entries.push(((nap.origin.entered_at, nap.id), self.nap_view(&nap)));
        }
        for taken in diary.between::<MedicineTaken>(date, date)? {
            let view = self.taken_view(diary, &taken)?;
            entries.push(((taken.origin.entered_at, taken.id), view));
        }
        for note in diary.between::<Note>(date, date)? {
            entries.push(((note.origin.entered_at, note.id), note_view(note)));
        }
        for awakening in self.seen_awakenings(rooms, date, date)? {
            let written = (awakening.origin.entered_at, awakening.id);
            entries.push((written, self.awakening_view(&awakening)));
        }
        for record in diary.between::<WindDown>(date, date)? {
            let written = (record.origin.entered_at, record.id);
            entries.push((written, self.wind_down_entry(&record)));
        }
        for note in diary.between::<FlareNote>(date, date)? {
            let written = (note.origin.entered_at, note.id);
            entries.push((written, self.flare_note_view(&note)));
        }
        entries.sort_by_key(|(written, _)| *written);
        Ok(entries.into_iter().map(|(_, view)| view).collect())
    }

    fn awakening_view(&self, awakening: &Awakening) -> EntryView {
        let message = match awakening.choice {
            NightChoice::Breathe => "line-awake-breathe",
            NightChoice::Settle => "line-awake-settle",
            NightChoice::Note => "line-awake",
        };
        let time = self.words.clock(awakening.at.time());
        EntryView {
            id: awakening.id.to_string(),
            kind: EntryKind::Awakening,
            text: self.words.text(message, &[("time", Arg::from(time))]),
            recalled: awakening.origin.recalled,
            nap: None,
            medicine: None,
            note: None,
        }
    }

    /// The day an entry is to belong to: the one named, else the one it has, else today.
    fn day_of_entry(
        &self,
        diary: &Diary,
        named: Option<&str>,
        earlier: Option<NaiveDate>,
    ) -> Result<NaiveDate, Fault> {
        match (named, earlier) {
            (None, Some(date)) => Ok(date),
            (named, _) => self.loggable(diary, named),
        }
    }

    /// Where an entry comes from: as before when it is altered, else by hand now about `about`.
    fn origin_of_entry(&self, earlier: Option<&Origin>, about: DateTime<Utc>) -> Origin {
        earlier.cloned().unwrap_or_else(|| self.by_hand(about))
    }

    /// "Saved", followed by the questions there are; a question never blocks.
    fn saved_asking(
        &self,
        rooms: &mut Rooms,
        date: NaiveDate,
        questions: &[&str],
    ) -> Result<Saved, Fault> {
        let message = if questions.is_empty() {
            "entry-saved"
        } else {
            "entry-saved-with-questions"
        };
        let mut saved = self.saved(rooms, message, date)?;
        for question in questions {
            let question = self.words.text(question, &[]);
            saved.text = self.words.text(
                "entry-saved-asking",
                &[
                    ("saved", Arg::from(saved.text)),
                    ("question", Arg::from(question)),
                ],
            );
        }
        Ok(saved)
    }

    /// Parts of one line, such as "Nap 14:10–14:40" and "25 min asleep".
    fn in_one_line(&self, parts: impl IntoIterator<Item = String>) -> String {
        parts
            .into_iter()
            .reduce(|list, next| {
                self.words.text(
                    "line-list",
                    &[("list", Arg::from(list)), ("next", Arg::from(next))],
                )
            })
            .unwrap_or_default()
    }
}

/// The entry of that name, or the fault that there is none.
fn entry<R: Record>(diary: &Diary, id: &str) -> Result<R, Fault> {
    let found = match id.parse() {
        Ok(id) => diary.get::<R>(id)?,
        Err(_) => None,
    };
    found.ok_or_else(|| Fault::not_found("entry"))
}

/// The entry a request is to alter; `None` when it is to make one.
fn altered<R: Record>(diary: &Diary, id: Option<&str>) -> Result<Option<R>, Fault> {
    id.map(|id| entry(diary, id)).transpose()
}

fn note_view(note: Note) -> EntryView {
    EntryView {
        id: note.id.to_string(),
        kind: EntryKind::Note,
        text: note.text.clone(),
        recalled: note.origin.recalled,
        nap: None,
        medicine: None,
        note: Some(note.text),
    }
}
