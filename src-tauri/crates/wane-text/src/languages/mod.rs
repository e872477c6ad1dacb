//! The languages Wane speaks; each is a room of its own.
//!
//! To add one: put its files under `catalogue/<tag>/`, write `languages/<tag>.rs` after the model of [`en`],
//! and add it to [`LANGUAGES`]. The tests then hold it to the same ids and variables as English.

pub mod en;

use chrono::Weekday;

/// One language: its catalogue files and the habits that are not messages.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 tag, such as `en`.
    pub tag: &'static str,
    /// What the language calls itself.
    pub name: &'static str,
    /// The catalogue's files: name and text.
    pub files: &'static [(&'static str, &'static str)],
    /// The day a calendar's week begins with.
    pub first_weekday: Weekday,
}

/// Every language there is a catalogue for; the first is the one all others are measured against.
pub const LANGUAGES: &[&Language] = &[&en::ENGLISH];
