//! Marks on the charts: a day with a few words of the person's own, such as "started physio".

use std::cmp::Reverse;

use wane_domain::diary::Annotation;
use wane_store::Label;

use super::altered;
use crate::{App, convert, fault::Fault, wire::*};

/// The longest label, in characters: it stands above a line in a picture.
const LONGEST_LABEL: usize = 60;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn annotations(&self, request: SpanRequest) -> Result<Annotations, Fault> {
        let date =
            |text: Option<String>, field| text.map(|text| convert::date(&text, field)).transpose();
        let (from, to) = (date(request.from, "from")?, date(request.to, "to")?);
        let mut found = self.rooms().diary.all::<Annotation>()?;
        // A mark may well lie before the first entry of the diary, so no end is taken from there.
        found.retain(|mark| {
            from.is_none_or(|from| from <= mark.date) && to.is_none_or(|to| mark.date <= to)
        });
        found.sort_by_key(|mark| (Reverse(mark.date), mark.id));
        Ok(Annotations {
            marks: found
                .into_iter()
                .map(|mark| AnnotationView {
                    id: mark.id.to_string(),
                    date: mark.date.to_string(),
                    date_text: self.words.date_short_year(mark.date),
                    label: mark.label,
                })
                .collect(),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn save_annotation(&self, request: SaveAnnotation) -> Result<Saved, Fault> {
        let label = convert::short(&request.label, LONGEST_LABEL, "error-label-long")?
            .ok_or_else(|| Fault::refused("error-label-empty"))?;
        let mut rooms = self.rooms();
        let earlier: Option<Annotation> = altered(&rooms.diary, request.id.as_deref())?;
        let date = self.day_of_entry(
            &rooms.diary,
            request.date.as_deref(),
            earlier.as_ref().map(|mark| mark.date),
        )?;
        let mark = Annotation {
            id: earlier.map_or_else(|| self.new_id(), |mark| mark.id),
            date,
            label,
        };
        rooms
            .diary
            .change(Label::new("save-annotation"), self.now(), |change| {
                change.put(&mark)
            })?;
        self.saved(&mut rooms, "annotation-saved", date)
    }

    /// See [`crate::commands`].
    pub(crate) fn remove_annotation(&self, request: AnnotationRequest) -> Result<Saved, Fault> {
        self.remove::<Annotation>(&request.id, "remove-annotation")
    }
}
