//! The evening check-in.

use chrono::NaiveDate;
use wane_domain::diary::{Dose, Light, Occasion};
use wane_store::{Change, Error, Label};

use super::{day_entry, first_on, write_day_entry};
use crate::{App, convert, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_evening(&self, request: SaveEvening) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let date = self.loggable(&rooms.diary, request.date.as_deref())?;
        let pain = convert::rating(request.pain, "pain")?;
        let arousal = convert::arousal(request.arousal)?;
        let movement = convert::minutes(request.movement_min, "movement_min")?;
        let light = convert::minutes(request.light_min, "light_min")?;
        let note = convert::note(request.note.as_deref().unwrap_or_default())?;
        let mattered = convert::line(request.mattered.as_deref());
        let keep = request.keep_absent;
        let before = self.answered(&rooms)?;
        let diary = &rooms.diary;
        let rating = self.rating_change(diary, date, Occasion::Evening, pain, keep)?;
        let answers = self.answers(
            diary,
            date,
            Occasion::Evening,
            &request.pains,
            &request.factors,
            keep,
        )?;

        let earlier = day_entry(diary, date)?;
        let mut entry = earlier.clone().unwrap_or_else(|| self.blank_day(date));
        entry.arousal = if keep {
            arousal.or(entry.arousal)
        } else {
            arousal
        };
        entry.mattered = if keep {
            mattered.or(entry.mattered)
        } else {
            mattered
        };
        let dose = Minutes {
            said: movement,
            earlier: first_on::<Dose>(diary, date)?,
            new: self.blank_dose(date),
        };
        let seen = Minutes {
            said: light,
            earlier: first_on::<Light>(diary, date)?,
            new: self.blank_light(date),
        };
        let note = note.map(|text| self.new_note(date, text));
        rooms
            .diary
            .change(Label::new("save-evening"), self.now(), |change| {
                rating.write(change)?;
                answers.write(change)?;
                write_day_entry(change, &entry, earlier.as_ref())?;
                dose.write(change, keep)?;
                seen.write(change, keep)?;
                note.iter().try_for_each(|note| change.put(note).map(drop))
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
        self.saved(&mut rooms, "saved-evening", date)
    }

    fn blank_dose(&self, date: NaiveDate) -> Dose {
        Dose {
            id: self.new_id(),
            date,
            start: None,
            kind: None,
            minutes: None,
            effort: None,
            felt: None,
            origin: self.asked_at(date, Occasion::Evening),
        }
    }

    fn blank_light(&self, date: NaiveDate) -> Light {
        Light {
            id: self.new_id(),
            date,
            start: None,
            minutes: None,
            origin: self.asked_at(date, Occasion::Evening),
        }
    }
}

/// The minutes a check-in says, the day's record of them if there is one, and a blank one if there is none.
struct Minutes<R> {
    said: Option<u16>,
    earlier: Option<R>,
    new: R,
}

impl Minutes<Dose> {
    fn write(self, change: &mut Change<'_>, keep_absent: bool) -> Result<bool, Error> {
        match (self.said, self.earlier) {
            (Some(minutes), earlier) => change.put(&Dose {
                minutes: Some(minutes),
                ..earlier.unwrap_or(self.new)
            }),
            // A session that says more than its minutes was logged as a session; an empty field here is no reason to drop it.
            (None, Some(dose))
                if !keep_absent
                    && dose.kind.is_none()
                    && dose.effort.is_none()
                    && dose.felt.is_none() =>
            {
                change.remove::<Dose>(dose.id)
            }
            (None, _) => Ok(false),
        }
    }
}

impl Minutes<Light> {
    fn write(self, change: &mut Change<'_>, keep_absent: bool) -> Result<bool, Error> {
        match (self.said, self.earlier) {
            (Some(minutes), earlier) => change.put(&Light {
                minutes: Some(minutes),
                ..earlier.unwrap_or(self.new)
            }),
            (None, Some(light)) if !keep_absent && light.minutes.is_some() => {
                change.remove::<Light>(light.id)
            }
            (None, _) => Ok(false),
        }
    }
}
