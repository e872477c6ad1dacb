//! The morning check-in.

use wane_domain::diary::{Night, Occasion};
use wane_store::Label;

use super::night_by_hand;
use crate::{App, app::blank_night, convert, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_morning(&self, request: SaveMorning) -> Result<Saved, Fault> {
        let mut rooms = self.rooms();
        let date = self.day_of_morning(&rooms.diary, &request)?;
        let pain = convert::rating(request.pain, "pain")?;
        let quality = convert::quality(request.quality)?;
        let note = convert::note(request.note.as_deref().unwrap_or_default())?;
        let keep = request.keep_absent;
        let zone = self.zone();
        let before = self.answered(&rooms)?;
        let earlier = night_by_hand(&rooms.diary, date)?;
        let other = match &earlier {
            Some(night) => self.another_sleep(&rooms.diary, night, &request.night)?,
            None => None,
        };
        let mut night = match &earlier {
            Some(night) => night.clone(),
            None => blank_night(
                self.new_id(),
                date,
                self.by_hand(self.local_instant(date, 12)),
            ),
        };
        let (fields, quality) = if keep {
            (
                request.night.or(convert::fields_from_night(&night)),
                quality.or(night.quality),
            )
        } else {
            (request.night, quality)
        };
        convert::night_from_fields(&mut night, &fields, zone)?;
        night.quality = quality;
        let diary = &rooms.diary;
        let rating = self.rating_change(diary, date, Occasion::Morning, pain, keep)?;
        let answers = self.answers(
            diary,
            date,
            Occasion::Morning,
            &request.pains,
            &request.factors,
            keep,
        )?;
        let note = note.map(|text| self.new_note(date, text));
        rooms
            .diary
            .change(Label::new("save-morning"), self.now(), |change| {
                match (&other, is_blank(&night), &earlier) {
                    // The night that is there stays as it is.
                    (Some(nap), _, _) => change.put(nap)?,
                    (None, true, Some(earlier)) => change.remove::<Night>(earlier.id)?,
                    (None, true, None) => false,
                    (None, false, _) => change.put(&night)?,
                };
                rating.write(change)?;
                answers.write(change)?;
                note.iter().try_for_each(|note| change.put(note).map(drop))
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
        let message = match other {
            Some(_) => "saved-another-sleep",
            None => "saved-morning",
        };
        self.saved(&mut rooms, message, date)
    }
}

fn is_blank(night: &Night) -> bool {
    night.bed.is_none()
        && night.lights_out.is_none()
        && night.sol_min.is_none()
        && night.nwak.is_none()
        && night.waso_min.is_none()
        && night.final_wake.is_none()
        && night.tasafa_min.is_none()
        && night.out_of_bed.is_none()
        && night.quality.is_none()
}
