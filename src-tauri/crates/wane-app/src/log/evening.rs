//! The evening check-in.

use chrono::NaiveDate;
use wane_domain::diary::{Dose, Light, Occasion};
use wane_store::{Change, Error, Label};

use super::{day_entry, first_on, write_day_entry};
use crate::{App, convert, fault::Fault, import::measured::is_measured, wire::*};

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
        let moved = Moved {
            said: movement,
            sessions: diary.between::<Dose>(date, date)?,
            new: self.blank_dose(date),
        };
        let seen = Seen {
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
                moved.write(change, keep)?;
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

/// The minutes outdoors a check-in says, the day's record of them if there is one, and a blank one if there is none.
struct Seen {
    said: Option<u16>,
    earlier: Option<Light>,
    new: Light,
}

/// The minutes of movement a check-in says, the day's sessions, and a blank one.
///
/// The question is about the whole day, and its field shows the sum of the sessions.
struct Moved {
    said: Option<u16>,
    sessions: Vec<Dose>,
    new: Dose,
}

impl Moved {
    fn write(self, change: &mut Change<'_>, keep_absent: bool) -> Result<(), Error> {
        let Moved {
            said,
            mut sessions,
            new,
        } = self;
        // What says more than its minutes was logged as a session, or measured as one; an empty field is no reason to
        // drop it.
        let is_plain = |dose: &Dose| {
            let says_no_more = dose.kind.is_none() && dose.effort.is_none() && dose.felt.is_none();
            says_no_more && !is_measured(&dose.origin)
        };
        let Some(minutes) = said else {
            let plain = sessions
                .iter()
                .filter(|dose| is_plain(dose) && !keep_absent);
            return plain.take(1).try_for_each(|dose| {
                change.remove::<Dose>(dose.id)?;
                Ok(())
            });
        };
        // What a device measured stays what it is where more is said; that it was less only the person can know.
        let stays = |dose: &Dose| is_measured(&dose.origin) && dose.minutes <= Some(minutes);
        if sessions.len() <= 1 && !sessions.iter().any(stays) {
            let dose = sessions.pop().unwrap_or(new);
            change.put(&Dose {
                minutes: Some(minutes),
                ..dose
            })?;
            return Ok(());
        }
        let of = |doses: &[Dose]| -> u16 {
            let minutes = doses.iter().filter_map(|dose| dose.minutes);
            minutes.fold(0, u16::saturating_add)
        };
        if of(&sessions) == minutes {
            return Ok(());
        }
        // Several sessions stay what they are; what is said beyond them goes into one that says nothing else.
        let plain = sessions.iter().position(is_plain);
        let plain = plain.map(|at| sessions.remove(at));
        match (minutes.saturating_sub(of(&sessions)), plain) {
            (0, Some(dose)) => {
                change.remove::<Dose>(dose.id)?;
            }
            (0, None) => {}
            (rest, dose) => {
                change.put(&Dose {
                    minutes: Some(rest),
                    ..dose.unwrap_or(new)
                })?;
            }
        }
        Ok(())
    }
}

impl Seen {
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
