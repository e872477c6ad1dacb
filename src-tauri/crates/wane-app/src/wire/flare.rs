//! Flares, with the plan written on a calm day; and holidays from writing down.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the plan for a flare asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FlarePrompt {
    /// What the person wants to tell themselves.
    Words,
    /// What has helped before.
    Helps,
    /// What can still be done, gently.
    Gentle,
    /// What can wait.
    Wait,
    /// Who can be told or asked.
    People,
    /// What the physiotherapist or the doctor said.
    Clinician,
}

/// How a flare is just now, beside how it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FlareHow {
    /// Rough.
    Rough,
    /// About the same.
    Same,
    /// Easing.
    Easing,
}

/// One prompt of the plan, with what was written for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlareLineView {
    /// Which prompt.
    pub prompt: FlarePrompt,
    /// Its heading above what was written.
    pub title: String,
    /// A gentle question, for writing.
    pub question: String,
    /// What was written; empty where nothing was.
    pub text: String,
}

/// The plan for flares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlareView {
    /// Every prompt, the person's own words first.
    pub lines: Vec<FlareLineView>,
    /// Something was written.
    pub written: bool,
    /// "Written on 3 March." or how to begin.
    pub text: String,
    /// The flare that is on, if one is.
    pub flare: Option<FlareToday>,
}

/// One prompt's new words; empty words take the old ones back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlareWords {
    /// Which prompt.
    pub prompt: FlarePrompt,
    /// The words.
    pub text: String,
}

/// Saves the plan; what is not named stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveFlarePlan {
    /// The prompts that were written or altered.
    pub lines: Vec<FlareWords>,
}

/// Notes how a flare is, in one tap.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct FlareNoteRequest {
    /// How it is.
    pub how: FlareHow,
}

/// A flare that is on, as Today shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlareToday {
    /// "Flare mode since Tuesday, 3 March. Nothing needs to be filled in."
    pub text: String,
    /// The person's own words, one paragraph each; empty where none were written.
    pub words: Vec<String>,
    /// What was noted last today, in words.
    pub noted: Option<String>,
    /// Whether it has passed, where it is time to ask.
    pub question: Option<String>,
}

/// Begins a holiday from writing down.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct HolidayStart {
    /// How many days, today included, 1–365; until it is ended where absent.
    pub days: Option<u32>,
}

/// A holiday from writing down that is on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HolidayToday {
    /// "Wane is on holiday until Sunday. Nothing is asked, and nothing is missed."
    pub text: String,
}

/// How a flare was at one instant, read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FlareNoteView {
    /// When, RFC 3339.
    pub at: String,
    /// How it was.
    pub how: FlareHow,
}
