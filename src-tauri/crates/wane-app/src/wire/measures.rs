//! Derived measures, as `measures --json` and `nights --json` print them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    AwakeningView, CameFrom, FlareNoteView, MedicineFields, NapFields, NightFields, Table,
    WindDownOfDay,
};

/// A span of days, both included; everything where absent.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SpanRequest {
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
}

/// Derived measures of a span of nights.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MeasuresView {
    /// One entry per night with a record.
    pub nights: Vec<NightMeasures>,
    /// Over all felt nights of the span that hold together.
    pub summary: MeasuresSummary,
}

/// Derived measures of one night (`SCIENCE.md` 1.2); minutes and percent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NightMeasures {
    /// Local date of the final awakening.
    pub wake_date: String,
    /// Time in bed.
    pub tib_min: Option<f64>,
    /// Sleep period.
    pub spt_min: Option<f64>,
    /// Total sleep time.
    pub tst_min: Option<f64>,
    /// Duration of the sleep episode, the denominator that leaves out resting in bed.
    pub dse_min: Option<f64>,
    /// Terminal wakefulness.
    pub twak_min: Option<f64>,
    /// Sleep efficiency over time in bed.
    pub se_tib: Option<f64>,
    /// Sleep efficiency over the sleep episode.
    pub se_dse: Option<f64>,
    /// Sleep onset, RFC 3339.
    pub onset: Option<String>,
    /// Midpoint of the sleep period, RFC 3339.
    pub midpoint: Option<String>,
    /// `felt` for the diary, `device` where only a device has this night.
    pub source: String,
    /// Names of questions the entry raises.
    pub questions: Vec<String>,
}

/// Regularity of a span of nights (`SCIENCE.md` 2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MeasuresSummary {
    /// Sleep onset.
    pub onset: ClockSpread,
    /// Final awakening.
    pub final_wake: ClockSpread,
    /// Midpoint.
    pub midpoint: ClockSpread,
    /// Sleep regularity index.
    pub sri: SriView,
    /// Social jetlag in minutes.
    pub social_jetlag_min: Option<f64>,
}

/// Circular mean and standard deviation, in minutes after local midnight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ClockSpread {
    /// How many nights.
    pub n: u32,
    /// Mean.
    pub mean_min: Option<f64>,
    /// Standard deviation.
    pub sd_min: Option<f64>,
}

/// Sleep regularity index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SriView {
    /// −100 … 100; `null` below five valid pairs of days.
    pub value: Option<f64>,
    /// Valid pairs of days.
    pub day_pairs: f64,
}

/// The records of one day, read back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DayView {
    /// The day.
    pub date: String,
    /// The night, if there is one.
    pub night: Option<NightFields>,
    /// Its measures.
    pub measures: Option<NightMeasures>,
    /// 1–5.
    pub quality: Option<u8>,
    /// 0–10 on waking.
    pub pain_morning: Option<u8>,
    /// 0–10 for the day.
    pub pain_day: Option<u8>,
    /// 0–4.
    pub arousal: Option<u8>,
    /// One line.
    pub mattered: Option<String>,
    /// Marked as rough.
    pub rough: bool,
    /// Minutes of movement.
    pub movement_min: Option<u32>,
    /// Minutes outdoors.
    pub outdoor_light_min: Option<u32>,
    /// Factors by name.
    pub factors: std::collections::BTreeMap<String, f64>,
    /// Ratings of named pains.
    pub pains: Vec<PainOfDay>,
    /// Naps.
    pub naps: Vec<NapFields>,
    /// Medicines taken.
    pub medicines: Vec<MedicineFields>,
    /// When the person noted being awake in the night that ended the day, once the morning after has come.
    pub awakenings: Vec<AwakeningView>,
    /// Wind-downs of the evening.
    pub wind_downs: Vec<WindDownOfDay>,
    /// How a flare was, as it was noted.
    pub flare: Vec<FlareNoteView>,
    /// Notes of the day.
    pub notes: Vec<String>,
    /// Made more than 48 hours later.
    pub recalled: bool,
    /// What of the day came from elsewhere, and how; empty where everything was written by hand.
    pub came_from: Vec<CameFrom>,
}

/// What was said about one named pain on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainOfDay {
    /// What the person calls it.
    pub name: String,
    /// 0–10 on waking.
    pub morning: Option<u8>,
    /// 0–10 for the day.
    pub evening: Option<u8>,
}

/// One change to one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryChange {
    /// When, RFC 3339.
    pub at: String,
    /// Which kind of change.
    pub label: String,
    /// Which field.
    pub field: String,
    /// What it was.
    pub old: Option<String>,
    /// What it became.
    pub new: Option<String>,
}

/// Nights that somebody wrote down and a device measured, side by side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DeviceFelt {
    /// There is nothing to show.
    pub empty: bool,
    /// How the two usually differ, in words.
    pub text: String,
    /// How to take it.
    pub note: String,
    /// How many nights both tell of.
    pub nights: u32,
    /// How many minutes more the device usually counts than were felt, below nothing when fewer; `null` below seven nights.
    pub median_min: Option<f64>,
    /// A quarter of the nights differ by less than this.
    pub quarter_min: Option<f64>,
    /// Three quarters of the nights differ by less than this.
    pub three_quarters_min: Option<f64>,
    /// Night by night, newest first; without rows where numbers are not wished for.
    pub table: Table,
}
