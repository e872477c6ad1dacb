//! Import: what was found, what will change, what was done.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ColumnMapping, NamedText};

/// Files to look into before anything is written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRequest {
    /// Paths of files and folders.
    pub paths: Vec<String>,
    /// The format's name, such as `apple-health`; recognised by content if absent.
    #[serde(default)]
    pub format: Option<String>,
    /// IANA zone whose clock the files were written by; the diary's own if absent.
    #[serde(default)]
    pub home_zone: Option<String>,
    /// What the columns of a table nobody knows are; what was said before of such a table if absent.
    #[serde(default)]
    pub mapping: Option<ColumnMapping>,
}

/// What an import found and would change; the shape of `import --dry-run --json`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportPreview {
    /// The format's name, such as `apple-health`.
    pub format: String,
    /// The format in words.
    pub title: String,
    /// Every sleep found.
    pub sleeps: Vec<SleepFound>,
    /// Steps by day.
    pub steps_by_day: BTreeMap<String, u32>,
    /// Heart rates by day.
    pub heart_by_day: BTreeMap<String, HeartFound>,
    /// Every spell of exercise found, which becomes movement.
    pub workouts: Vec<WorkoutFound>,
    /// Counts of everything else found.
    pub other: BTreeMap<String, u32>,
    /// What was left out, and why.
    pub skipped: Vec<SkippedView>,
    /// What deserves a second look.
    pub warnings: Vec<String>,
    /// What will change.
    pub changes: Changes,
    /// How many of the new ones are there already, as a device told them before their day was over.
    pub updated: u32,
    /// The same in words, for the window.
    pub summary: Vec<NamedText>,
    /// The zone that was assumed.
    pub home_zone: String,
}

/// One sleep found in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SleepFound {
    /// RFC 3339; the time of falling asleep or the start of the record; `null` if the file does not say.
    pub start: Option<String>,
    /// RFC 3339; the final awakening or the end of the record.
    pub end: Option<String>,
    /// `night` or `nap`.
    pub kind: String,
    /// Local date of the awakening.
    pub wake_date: String,
    /// Minutes asleep.
    pub asleep_min: Option<f64>,
    /// Minutes in bed.
    pub in_bed_min: Option<f64>,
    /// Minutes awake.
    pub awake_min: Option<f64>,
    /// Minutes per stage, if the file has stages.
    pub stages_min: Option<BTreeMap<String, u32>>,
    /// Which source: the format's name.
    pub source: String,
    /// The device or program in it, in the words of the file; `null` if the file does not say.
    pub device: Option<String>,
}

/// A day's heart rates, in beats a minute; `null` where nothing was measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct HeartFound {
    /// The resting heart rate, as the source works it out for the day.
    pub resting: Option<f64>,
    /// The mean over the sleep of the night that ended on the day.
    pub asleep: Option<f64>,
}

/// One spell of exercise found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkoutFound {
    /// RFC 3339.
    pub start: String,
    /// How long it took, minutes.
    pub minutes: u16,
    /// What it was, as a stable word such as `walking`; `null` if Wane has no word for it.
    pub exercise: Option<String>,
    /// The device or program in the source, in the words of the file; `null` if the file does not say.
    pub device: Option<String>,
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SkippedView {
    /// What, such as "row" or "column".
    pub what: String,
    /// Why and where, in words, without diary content.
    pub why: String,
    /// How many.
    pub count: u32,
}

/// What is being done with files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ImportPhase {
    /// Nothing.
    #[default]
    Idle,
    /// They are read.
    Reading,
    /// What stands in them is held against the diary.
    Comparing,
    /// It is written down.
    Writing,
}

/// How far a look into files or an import has come.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportProgress {
    /// What is being done.
    pub phase: ImportPhase,
    /// How much of it is done, from 0 to 1; `null` while that is not known.
    pub part: Option<f64>,
    /// What is being done, in words.
    pub text: String,
    /// About how long the reading still takes, in words; `null` while nobody can know.
    pub left: Option<String>,
}

/// What an import will change, in records of days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changes {
    /// Not in the diary yet, or not as it is by now.
    pub new: u32,
    /// Already there, unchanged.
    pub same: u32,
    /// Already there and different: the diary's own entry is kept.
    pub conflict: u32,
}

/// What of a day came from elsewhere, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CameFrom {
    /// The same in words.
    pub text: String,
    /// The format's name, such as `apple-health`.
    pub format: String,
    /// The device or program in it, in the words of the file; `null` if the file does not say.
    pub device: Option<String>,
    /// What came: `night`, `measured`, `pain`, `movement`, `light`, `factors`.
    pub parts: Vec<String>,
    /// Name of the import; `null` if it is not known any more.
    pub import: Option<String>,
    /// RFC 3339; when it came in.
    pub imported_at: Option<String>,
}

/// An import that was carried out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Imported {
    /// What came in, in words.
    pub text: String,
    /// Counts.
    pub changes: Changes,
    /// How many of the new ones were there already, as a device told them before their day was over.
    pub updated: u32,
    /// Name of the batch, by which it can be undone; `null` when nothing changed.
    pub batch: Option<String>,
}

/// Files the user picked; empty when the dialog was closed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PickedFiles {
    /// Paths.
    pub paths: Vec<String>,
}
