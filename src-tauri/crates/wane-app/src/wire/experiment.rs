//! Small personal experiments: what is fixed before the first day, what a day is for, and what came out at the end.
//!
//! No shape that tells of a running experiment has room for a result.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Tried {
    /// The wind-down in the evening.
    WindDown,
    /// Daylight soon after waking.
    MorningLight,
    /// A time of movement by day.
    Movement,
    /// Something in the person's own words.
    Own,
}

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PartOfDay {
    /// Soon after waking.
    Morning,
    /// By day.
    Day,
    /// In the evening, until falling asleep.
    Evening,
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Watched {
    /// Pain on waking, 0–10.
    MorningPain,
    /// Pain in the evening, 0–10.
    EveningPain,
    /// Time asleep, minutes.
    Asleep,
    /// Sleep efficiency, per cent.
    Efficiency,
    /// How the night was, 1–5.
    Quality,
}

/// How many days the coin decides about at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Pace {
    /// Each day has a coin of its own.
    #[default]
    EveryDay,
    /// Two or three days have one coin; for four weeks alone.
    TwoOrThreeDays,
}

/// An experiment as it is to be fixed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExperimentDesign {
    /// What is tried.
    pub tried: Tried,
    /// In the person's own words, 1–60 characters; for `own` alone.
    #[serde(default)]
    pub own: Option<String>,
    /// When it is done; for `own` alone, by day if absent.
    #[serde(default)]
    pub part: Option<PartOfDay>,
    /// What is looked at.
    pub watched: Watched,
    /// How long, weeks: 2 or 4.
    pub weeks: u16,
    /// How many days the coin decides about at once.
    #[serde(default)]
    pub pace: Pace,
    /// Its first day, from tomorrow to a fortnight ahead; tomorrow if absent.
    #[serde(default)]
    pub first: Option<String>,
}

/// What can be expected of an experiment, before anything is fixed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExperimentProposal {
    /// The question in words.
    pub question: String,
    /// How it would go, in words.
    pub plan_text: String,
    /// What such a length could show, in words.
    pub expect_text: String,
    /// The smallest difference that would be noticed 4 times in 5, in the outcome's own unit; `null` when too little was
    /// written to say.
    pub smallest: Option<f64>,
    /// Days on which that rests.
    pub written: u32,
    /// Its first day.
    pub first: String,
    /// Its last day.
    pub last: String,
    /// The days it could begin on.
    pub first_days: Vec<DayChoice>,
}

/// A day that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayChoice {
    /// The day.
    pub date: String,
    /// In words.
    pub text: String,
}

/// One experiment by its name.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ExperimentRequest {
    /// The experiment; the one that has not ended, or else the newest, if absent.
    pub id: Option<String>,
}

/// Whether it was done on a day.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ExperimentSaid {
    /// The day; today if absent.
    pub date: Option<String>,
    /// It was done, or it was not; `null` takes the word back.
    pub done: Option<bool>,
}

/// What a day of an experiment is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExperimentLine {
    /// The day.
    pub date: String,
    /// "Today with: morning light".
    pub text: String,
    /// The coin said with.
    pub with: bool,
    /// What was said of the day; `null` while nothing was.
    pub done: Option<bool>,
    /// It can be said now whether it was done.
    pub asks: bool,
    /// The day is rough, or is left out: nothing is asked, and the line stands small.
    pub quiet: bool,
}

/// The experiment on Today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExperimentToday {
    /// "Experiment, day 5 of 28", or that it has ended.
    pub title: String,
    /// The day's line, and the evening before it where that was not said yet.
    pub lines: Vec<ExperimentLine>,
    /// It has ended: its result can be looked at.
    pub ended: bool,
}

/// Where an experiment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ExperimentPhase {
    /// Its first day is still to come.
    Before,
    /// It is on.
    Running,
    /// Its last day is over, and the answer that belongs to it may still come.
    Waiting,
    /// It ran to its end.
    Over,
    /// It was stopped before its end.
    Stopped,
}

/// The experiment that has not ended. It has no result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExperimentRunning {
    /// Its record's name.
    pub id: String,
    /// What is tried.
    pub title: String,
    /// The question in words.
    pub question: String,
    /// `before`, `running` or `waiting`.
    pub phase: ExperimentPhase,
    /// Its first day.
    pub first: String,
    /// Its last day.
    pub last: String,
    /// The day, from 1; `null` before the first and after the last.
    pub day: Option<u32>,
    /// How many days it lasts.
    pub days: u32,
    /// Where it stands, in words.
    pub progress_text: String,
    /// What the present day is for.
    pub lines: Vec<ExperimentLine>,
    /// On how many days it was said whether it was done, in words.
    pub said_text: String,
    /// That there is no result before the end, in words.
    pub no_result_text: String,
}

/// An experiment that has ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExperimentPast {
    /// Its record's name.
    pub id: String,
    /// What was tried.
    pub title: String,
    /// The question in words.
    pub question: String,
    /// `over` or `stopped`.
    pub phase: ExperimentPhase,
    /// Its first day.
    pub first: String,
    /// Its last day, or the one it was stopped on.
    pub last: String,
    /// From when to when, in words.
    pub when_text: String,
    /// What came of it, in one sentence.
    pub text: String,
    /// What came out; `null` when it was stopped, or when nothing can be computed.
    pub result: Option<ExperimentResult>,
}

/// What came out of an experiment that ran to its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExperimentResult {
    /// `differed`, `little` or `cant_tell`.
    pub tier: String,
    /// Mean of the days with minus mean of the days without, as drawn, in the outcome's own unit.
    pub difference: f64,
    /// 95 % range of the difference; `null` where it has no ends.
    pub ci95: Option<[f64; 2]>,
    /// The share of all ways the coins could have fallen that would show as much or more.
    pub p: f64,
    /// How many ways were counted.
    pub assignments: u32,
    /// Days with it, and without, that have an answer.
    pub days_with: u32,
    /// See `days_with`.
    pub days_without: u32,
    /// The same difference with the days counted that were left out as a flare, an illness or a journey; `null` when there
    /// were none with an answer.
    pub with_excused: Option<f64>,
    /// Days of which it was said whether it was done, of those that were not left out as marked.
    pub said: u32,
    /// Of these, days on which it was done or not done as the coin said.
    pub as_drawn: u32,
    /// Days that were not left out as marked.
    pub days: u32,
    /// Days left out.
    pub left_out: Vec<ExperimentLeftOut>,
    /// The range, in words.
    pub range_text: String,
    /// What chance could do, in words.
    pub chance_text: String,
    /// What was said of doing it, in words.
    pub said_text: String,
    /// Which days were compared, and which were left out, in words.
    pub days_text: String,
    /// What such a result can and cannot say.
    pub limits_text: String,
    /// The range to be drawn; `null` where it has no ends.
    pub picture: Option<RangePicture>,
}

/// A day of an experiment that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExperimentLeftOut {
    /// The day.
    pub date: String,
    /// `no_answer`, `recalled`, `flare`, `illness` or `journey`.
    pub why: String,
}

/// A range on a line round zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RangePicture {
    /// How far the line goes to either side of zero, in the outcome's own unit; positive.
    pub reach: f64,
    /// The lower end.
    pub low: f64,
    /// The difference.
    pub middle: f64,
    /// The upper end.
    pub high: f64,
    /// Half the width of what makes little difference.
    pub matters: f64,
    /// What lies to the left of zero, such as "less with it".
    pub left_text: String,
    /// What lies to the right.
    pub right_text: String,
    /// The word at zero.
    pub zero_text: String,
}

/// All experiments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExperimentsView {
    /// What was just done, in words; empty for a mere look.
    pub text: String,
    /// The one that has not ended.
    pub running: Option<ExperimentRunning>,
    /// Those that have, the newest first.
    pub past: Vec<ExperimentPast>,
    /// What `undo` would take back; `null` when there is nothing.
    pub undo_text: Option<String>,
    /// What `redo` would bring back.
    pub redo_text: Option<String>,
}
