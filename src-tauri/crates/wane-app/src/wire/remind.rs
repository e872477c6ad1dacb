//! Reminders: rules, what comes next, the inbox.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One reminder rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RuleView {
    /// `wind-down`, `bedtime`, `morning-light`, `morning-check-in`, `evening-check-in`, `movement`, or the user's own name.
    pub kind: String,
    /// What it is called, in words.
    pub title: String,
    /// Whether it fires.
    pub enabled: bool,
    /// Local time on each weekday, Monday first; `null` on days without.
    pub times: Vec<Option<String>>,
    /// `device`, or the IANA zone whose clock is always meant.
    pub zone: String,
    /// Minutes after due within which it may still be shown.
    pub grace_min: u32,
    /// The user named it; it can be removed.
    pub own: bool,
    /// It rests (row R10): it stays as it is and does not come, until it is brought back.
    pub resting: bool,
    /// What is worth knowing about it, in words: that it rests, that its time lies in the protected night; else `null`.
    pub note: Option<String>,
}

/// Sets one rule.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetRule {
    /// Which.
    pub kind: String,
    /// Whether it fires.
    pub enabled: bool,
    /// Local time on each weekday, Monday first; `null` for days without. `null` altogether keeps the times.
    #[serde(default)]
    pub times: Option<Vec<Option<String>>>,
}

/// Another name for a reminder of the user's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RenameRule {
    /// The name it has.
    pub kind: String,
    /// The name it gets: on one line, 1 to 60 characters, and no other reminder's.
    pub name: String,
}

/// The user's own times, from which the wind-down and bedtime reminders follow.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetTargets {
    /// About when the user wants to be in bed, on each weekday, Monday first.
    pub bed: Vec<Option<String>>,
    /// About when the user wants to get up, `HH:MM`.
    pub rise: Option<String>,
    /// Minutes of wind-down before bed, 5–120.
    pub lead_min: u32,
}

/// The user's own times.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TargetsView {
    /// About when to be in bed, on each weekday, Monday first.
    pub bed: Vec<Option<String>>,
    /// About when to get up.
    pub rise: Option<String>,
    /// Minutes of wind-down before bed.
    pub lead_min: u32,
}

/// A reminder to come, in words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Coming {
    /// Which kind.
    pub kind: String,
    /// Its local date.
    pub local_date: String,
    /// "tonight", "tomorrow", or the day.
    pub day_text: String,
    /// "22:15".
    pub time_text: String,
    /// What it is called.
    pub title: String,
    /// Why then, in words.
    pub why: String,
}

/// A reminder that was due, for the inbox and for what has become of the past days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InboxItem {
    /// Which kind.
    pub kind: String,
    /// Its local date.
    pub local_date: String,
    /// What it is called.
    pub title: String,
    /// What became of it, in words.
    pub text: String,
    /// `shown`, `missed`, `undelivered`, `quiet` (its window lay in the protected night), `done`, `skipped`, `snoozed`,
    /// `paused` or `rested`.
    pub state: String,
    /// It waits for the user; the others are told for completeness.
    pub open: bool,
}

/// Names one occurrence.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OccurrenceRequest {
    /// Which kind.
    pub kind: String,
    /// Its local date; the one now in its window, or else today's, if absent.
    #[serde(default)]
    pub local_date: Option<String>,
}

/// Asks to be reminded again a little later.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SnoozeRequest {
    /// Which kind.
    pub kind: String,
    /// Its local date; the one now in its window if absent.
    #[serde(default)]
    pub local_date: Option<String>,
    /// Minutes from now.
    #[serde(default = "ten")]
    pub minutes: u32,
}

fn ten() -> u32 {
    10
}

/// A span of instants.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlanRequest {
    /// From this instant on, RFC 3339.
    pub from: String,
    /// Up to this instant, not included, RFC 3339.
    pub to: String,
}

/// One occurrence, as `reminders plan --json` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OccurrenceView {
    /// Which kind.
    pub kind: String,
    /// The local date that names it.
    pub local_date: String,
    /// When it falls due.
    pub due: String,
    /// End of the window in which it may be shown.
    pub until: String,
    /// Why then, in words.
    pub why: String,
}

/// What "show me one now" found out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TestResult {
    /// The notification service accepted it.
    pub accepted: bool,
    /// What happened, in words.
    pub text: String,
}

/// Where and when to ask the sun.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SunRequest {
    /// The local date.
    pub date: String,
    /// Latitude in degrees, north positive; else the user's place, else the zone's own.
    #[serde(default)]
    pub lat: Option<f64>,
    /// Longitude in degrees, east positive.
    #[serde(default)]
    pub lon: Option<f64>,
}

/// Sun times of one local date; `null` where the event does not occur.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SunView {
    /// Upper edge of the sun on the horizon, rising.
    pub sunrise: Option<String>,
    /// Upper edge of the sun on the horizon, setting.
    pub sunset: Option<String>,
    /// Sun 6° below the horizon, rising.
    pub civil_dawn: Option<String>,
    /// Sun 6° below the horizon, setting.
    pub civil_dusk: Option<String>,
}
