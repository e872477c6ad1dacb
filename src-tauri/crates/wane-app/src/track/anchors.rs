//! What single numbers of the pain scale mean to the person (row L14).
//!
//! They are settings, one for each number: the person's own words about the scale, not about any day.

use wane_store::{Diary, Label};

use crate::{App, convert, fault::Fault, wire::*};

/// The longest text of one number, in characters.
const LONGEST_ANCHOR: usize = 120;

/// The setting of each number, from 0 to 10.
const SETTINGS: [&str; 11] = [
    "anchor-0",
    "anchor-1",
    "anchor-2",
    "anchor-3",
    "anchor-4",
    "anchor-5",
    "anchor-6",
    "anchor-7",
    "anchor-8",
    "anchor-9",
    "anchor-10",
];

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_anchors(&self, request: SaveAnchors) -> Result<Tracked, Fault> {
        // Each number has one meaning.
        let mut named = [false; SETTINGS.len()];
        let mut texts: [Option<String>; SETTINGS.len()] = Default::default();
        for anchor in &request.anchors {
            if let Some(named) = named.get_mut(usize::from(anchor.rating))
                && std::mem::replace(named, true)
            {
                return Err(Fault::bad_input("anchors"));
            }
            let text = convert::short(&anchor.text, LONGEST_ANCHOR, "error-anchor-long")?;
            *texts
                .get_mut(usize::from(anchor.rating))
                .ok_or_else(|| Fault::off_scale("rating", 0, 10))? = text;
        }
        let mut rooms = self.rooms();
        rooms
            .diary
            .change(Label::new("save-anchors"), self.now(), |change| {
                write_anchors(change, &texts)
            })?;
        self.tracked_now(&rooms, Some("tracked-saved"))
    }
}

/// Writes the texts of all numbers, from 0 to 10.
pub(crate) fn write_anchors(
    change: &mut wane_store::Change<'_>,
    texts: &[Option<String>; 11],
) -> Result<(), wane_store::Error> {
    SETTINGS
        .iter()
        .zip(texts)
        .try_for_each(|(name, text)| change.set_setting(name, text.as_deref()).map(drop))
}

/// The numbers that mean something to the person, by rising rating.
pub(crate) fn anchors(diary: &Diary) -> Result<Vec<Anchor>, Fault> {
    let mut anchors = Vec::new();
    for (rating, name) in (0u8..).zip(SETTINGS) {
        if let Some(text) = diary.setting(name)? {
            anchors.push(Anchor { rating, text });
        }
    }
    Ok(anchors)
}
