//! Medicines taken: facts only.

use wane_domain::diary::{Medicine, MedicineTaken, Purpose};
use wane_store::{Diary, Label};

use super::{altered, placing::keep_if_same};
use crate::{App, convert, fault::Fault, track, wire::*};

/// The longest text about how much, in characters.
const LONGEST_AMOUNT: usize = 120;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_taken(&self, request: SaveTaken) -> Result<Saved, Fault> {
        let fields = request.medicine;
        let name = track::a_name(&fields.name)?;
        let at = convert::time_option(fields.at.as_deref(), "at")?;
        let amount = fields.amount.as_deref().unwrap_or_default();
        let amount = convert::short(amount, LONGEST_AMOUNT, "error-amount-long")?;
        let mut rooms = self.rooms();
        let diary = &rooms.diary;
        let earlier: Option<MedicineTaken> = altered(diary, request.id.as_deref())?;
        let date = self.day_of_entry(
            diary,
            request.date.as_deref(),
            earlier.as_ref().map(|t| t.date),
        )?;
        let clock = self.day_clock(diary, date)?;
        let at = keep_if_same(
            earlier.as_ref().and_then(|t| t.at),
            at.map(|time| clock.place(time)),
        );
        let (medicine, is_new) = match track::medicine_named(diary, &name)? {
            Some(known) => (known, false),
            None => (track::new_medicine(self.new_id(), name), true),
        };
        let about = at.map_or_else(|| self.local_instant(date, 24), |m| m.instant);
        let taken = MedicineTaken {
            id: earlier.as_ref().map_or_else(|| self.new_id(), |t| t.id),
            medicine: medicine.id,
            date,
            at,
            purpose: fields.purpose.map(|purpose| match purpose {
                MedicinePurpose::Planned => Purpose::Planned,
                MedicinePurpose::Rescue => Purpose::Rescue,
            }),
            amount,
            origin: self.origin_of_entry(earlier.as_ref().map(|t| &t.origin), about),
        };
        rooms
            .diary
            .change(Label::new("log-medicine"), self.now(), |change| {
                if is_new {
                    change.put(&medicine)?;
                }
                change.put(&taken)
            })?;
        let in_the_future = taken.at.is_some_and(|m| m.instant > self.now());
        let questions: &[&str] = if in_the_future {
            &["question-entry-future"]
        } else {
            &[]
        };
        self.saved_asking(&mut rooms, date, questions)
    }

    pub(super) fn taken_view(
        &self,
        diary: &Diary,
        taken: &MedicineTaken,
    ) -> Result<EntryView, Fault> {
        let name = match diary.get::<Medicine>(taken.medicine)? {
            Some(medicine) => medicine.name,
            None => self.words.text("line-medicine-nameless", &[]),
        };
        let purpose = taken.purpose.map(|purpose| match purpose {
            Purpose::Planned => "value-purpose-planned",
            Purpose::Rescue => "value-purpose-rescue",
        });
        let parts = [
            Some(name.clone()),
            taken.amount.clone(),
            taken.at.map(|m| self.words.clock(m.time())),
            purpose.map(|message| self.words.text(message, &[])),
        ];
        Ok(EntryView {
            id: taken.id.to_string(),
            kind: EntryKind::Medicine,
            text: self.in_one_line(parts.into_iter().flatten()),
            recalled: taken.origin.recalled,
            nap: None,
            medicine: Some(medicine_fields(taken, name)),
            note: None,
        })
    }
}

/// A medicine taken as a form holds it, with what the person calls the medicine.
pub(crate) fn medicine_fields(taken: &MedicineTaken, name: String) -> MedicineFields {
    MedicineFields {
        name,
        at: taken.at.map(|m| convert::clock(m.time())),
        purpose: taken.purpose.map(|purpose| match purpose {
            Purpose::Planned => MedicinePurpose::Planned,
            Purpose::Rescue => MedicinePurpose::Rescue,
        }),
        amount: taken.amount.clone(),
    }
}
