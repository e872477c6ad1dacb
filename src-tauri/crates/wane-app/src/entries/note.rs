//! Notes.

use chrono::NaiveDate;
use wane_domain::diary::Note;
use wane_store::Label;

use super::altered;
use crate::{App, convert, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_note(&self, request: SaveNote) -> Result<Saved, Fault> {
        let text = convert::note(&request.text)?;
        let mut rooms = self.rooms();
        let earlier: Option<Note> = altered(&rooms.diary, request.id.as_deref())?;
        let date = self.day_of_entry(
            &rooms.diary,
            request.date.as_deref(),
            earlier.as_ref().map(|n| n.date),
        )?;
        let note = match (text, earlier) {
            (Some(text), Some(earlier)) => Note {
                date,
                text,
                ..earlier
            },
            (Some(text), None) => self.new_note(date, text),
            (None, Some(earlier)) => {
                rooms
                    .diary
                    .change(Label::new("remove-note"), self.now(), |change| {
                        change.remove::<Note>(earlier.id)
                    })?;
                return self.saved(&mut rooms, "entry-removed", date);
            }
            (None, None) => return self.saved(&mut rooms, "note-empty", date),
        };
        rooms
            .diary
            .change(Label::new("save-note"), self.now(), |change| {
                change.put(&note)
            })?;
        self.saved(&mut rooms, "entry-saved", date)
    }

    /// A note written by hand now about a day.
    pub(crate) fn new_note(&self, date: NaiveDate, text: String) -> Note {
        Note {
            id: self.new_id(),
            date,
            text,
            origin: self.by_hand(self.local_instant(date, 24)),
        }
    }
}
