//! Full-text search over everything written in words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SearchRequest {
    /// Words as typed; the last one may be unfinished. A date in words or figures finds that day.
    pub words: String,
    /// How many finds at most; 50 if absent.
    pub limit: Option<u32>,
}

/// What was found, newest day first.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct SearchView {
    /// How much was found, in words; what can be searched for, while nothing is typed.
    pub text: String,
    /// The day that the words name, if they name one.
    pub day: Option<DayFound>,
    /// The finds.
    pub finds: Vec<Find>,
    /// There are more than were asked for.
    pub more: bool,
}

/// A day named by its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayFound {
    /// The day.
    pub date: String,
    /// In words.
    pub text: String,
}

/// One find.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Find {
    /// The day to open.
    pub date: String,
    /// The day in words.
    pub date_text: String,
    /// What it stands in, such as "Note" or "What mattered".
    pub kind_text: String,
    /// The passage, in pieces, the matching ones marked.
    pub pieces: Vec<Piece>,
}

/// A piece of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// It matches.
    pub hit: bool,
}
