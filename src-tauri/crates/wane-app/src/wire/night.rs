//! The night screen, and what becomes of it in the morning.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody chooses who is awake in the night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum NightChoice {
    /// Slow breathing.
    Breathe,
    /// Advice on settling down.
    Settle,
    /// To have it noted, and nothing else.
    Note,
}

/// The words of the night screen; no digit stands in them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NightView {
    /// The one sentence.
    pub sentence: String,
    /// Advice that works lying down, one card after the other; none of them has to be followed.
    pub cards: Vec<String>,
}

/// Notes that the person is awake now.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct NightNote {
    /// What was chosen.
    pub choice: NightChoice,
}

/// It is noted.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NightNoted {
    /// A few words, without a time.
    pub text: String,
}

/// What was noted in a night, as the morning offers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotedAwake {
    /// The number of awakenings it comes to, at least 1.
    pub count: u16,
    /// "You noted being awake twice in the night."
    pub text: String,
}

/// One noted awakening, read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AwakeningView {
    /// When, RFC 3339.
    pub at: String,
    /// What was chosen.
    pub choice: NightChoice,
}
