//! Movement: sessions, the library, routines, and the just-right ledger.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Table;

/// How a session felt in hindsight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FeltChoice {
    /// Could have been more.
    Less,
    /// Just right.
    Right,
    /// Too much.
    TooMuch,
}

/// What is said of a movement session; at least one field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DoseFields {
    /// What it was, in the person's words, at most 60 characters.
    pub kind: Option<String>,
    /// When it began, `HH:MM`.
    pub start: Option<String>,
    /// Minutes.
    pub minutes: Option<u16>,
    /// Effort, 0–10.
    pub effort: Option<u8>,
    /// Less, right, too much.
    pub felt: Option<FeltChoice>,
}

/// Writes down a movement session, or alters one.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveDose {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// The day; if absent, the session's own day, or today for a new one.
    pub date: Option<String>,
    /// What is said of it.
    pub dose: DoseFields,
    /// It has just ended: the beginning follows from the minutes, and `dose.start` is not looked at.
    pub just_ended: bool,
}

/// Names one record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecordRequest {
    /// Which.
    pub id: String,
}

/// One movement session of a day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DoseView {
    /// Its record's name.
    pub id: String,
    /// In words, such as "Walking, 20 min from 17:00, effort 4, just right".
    pub text: String,
    /// Written down more than 48 hours later.
    pub recalled: bool,
    /// Its fields.
    pub dose: DoseFields,
}

/// The Movement view of a day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MovementView {
    /// The day.
    pub date: String,
    /// In words.
    pub date_text: String,
    /// The day before.
    pub previous: String,
    /// The day after, if it can be written down.
    pub next: Option<String>,
    /// It is the present day.
    pub is_today: bool,
    /// Its sessions, in the order in which they were.
    pub sessions: Vec<DoseView>,
    /// "35 min in two sessions"; what can be done where there is none.
    pub sessions_text: String,
    /// Kinds to choose from, those used last first.
    pub kinds: Vec<String>,
    /// One gentle note about a hard session close to bed.
    pub late_text: Option<String>,
    /// What counts as hard, and by which source.
    pub effort_text: String,
    /// What the ledger suggests today, in one sentence; nothing without a plan.
    pub suggestion_text: Option<String>,
    /// What the next undo would take back.
    pub undo_text: Option<String>,
    /// What the next redo would bring back.
    pub redo_text: Option<String>,
}

/// What was saved, and the day as it now is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MovementSaved {
    /// "Saved".
    pub text: String,
    /// The day.
    pub movement: MovementView,
}

/// A code and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Called {
    /// The code.
    pub code: String,
    /// In words.
    pub name: String,
}

/// One movement of the library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MovementItem {
    /// What it is called by, everywhere; its drawing is found by it.
    pub code: String,
    /// In words.
    pub name: String,
    /// `lying`, `sitting` or `standing`.
    pub posture: String,
    /// In words.
    pub posture_text: String,
    /// Codes of what it moves.
    pub areas: Vec<String>,
    /// What it moves, in words.
    pub areas_text: String,
    /// How it goes, step by step.
    pub steps: Vec<String>,
    /// When to breathe in and out.
    pub breath: String,
    /// How to make it smaller.
    pub ease: String,
    /// What the drawing shows.
    pub picture: String,
    /// The person said "not for me".
    pub hidden: bool,
}

/// The library.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LibraryView {
    /// Every movement, those that are not for the person included.
    pub movements: Vec<MovementItem>,
    /// The postures, to choose from.
    pub postures: Vec<Called>,
    /// The areas, to choose from.
    pub areas: Vec<Called>,
    /// What holds for all of them: stop when it does not feel right.
    pub care_text: String,
    /// What was done, after a change.
    pub said: Option<String>,
    /// What the next undo would take back.
    pub undo_text: Option<String>,
    /// What the next redo would bring back.
    pub redo_text: Option<String>,
}

/// Puts a movement aside, or takes it up again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HideMovement {
    /// Which.
    pub code: String,
    /// `true`: not for me.
    pub hidden: bool,
}

/// How much of a movement a step of a routine is: minutes or times, one of the two.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct StepFields {
    /// The movement's code.
    pub movement: String,
    /// Minutes, 1–30.
    pub minutes: Option<u16>,
    /// Times, 1–50.
    pub times: Option<u16>,
}

/// One step of a routine, ready to be shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StepView {
    /// The movement's code; its drawing is found by it.
    pub movement: String,
    /// What it is called.
    pub name: String,
    /// "6 times", "2 minutes".
    pub amount_text: String,
    /// About how long it takes, in seconds; for a soft ring, never to be counted down.
    pub seconds: u32,
    /// Minutes, if it goes by minutes.
    pub minutes: Option<u16>,
    /// Times, if it goes by times.
    pub times: Option<u16>,
    /// How it goes, step by step.
    pub steps: Vec<String>,
    /// When to breathe in and out.
    pub breath: String,
    /// How to make it smaller.
    pub ease: String,
    /// What the drawing shows.
    pub picture: String,
    /// The person said "not for me": a player passes it over.
    pub hidden: bool,
}

/// A routine, ready-made or the person's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoutineView {
    /// What it is called by: the code of a ready-made one, the record's name of an own one.
    pub key: String,
    /// It is the person's own, and can be altered and removed.
    pub own: bool,
    /// What it is called.
    pub name: String,
    /// "About 5 min, 6 movements".
    pub text: String,
    /// About how long it takes, in minutes, without what is not for the person.
    pub minutes: u16,
    /// Its steps.
    pub steps: Vec<StepView>,
}

/// All routines.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoutinesView {
    /// The person's own first, then the ready-made ones.
    pub routines: Vec<RoutineView>,
    /// What was done, after a change.
    pub said: Option<String>,
    /// What the next undo would take back.
    pub undo_text: Option<String>,
    /// What the next redo would bring back.
    pub redo_text: Option<String>,
}

/// Names a routine.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoutineRequest {
    /// What it is called by ([`RoutineView::key`]).
    pub key: String,
}

/// Makes or alters a routine of the person's own.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveRoutine {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// 1–60 characters, unlike the name of any other routine.
    pub name: String,
    /// 1–24 steps.
    pub steps: Vec<StepFields>,
}

/// A routine was done: it is written down as a movement session that has just ended.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RoutineDone {
    /// Which.
    pub key: String,
    /// How long it took, in minutes, as the player saw it.
    pub minutes: u16,
}

/// How far the ledger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LedgerState {
    /// Too few comfortable days for a baseline.
    Collecting,
    /// There is a baseline, and no plan.
    Ready,
    /// There is a plan.
    Running,
}

/// Which way the quota went, for the week after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum QuotaWay {
    /// The same as before.
    Same,
    /// Less than before.
    Less,
    /// A little more than before.
    More,
}

/// One day of the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LedgerDay {
    /// The day.
    pub date: String,
    /// In words, short.
    pub date_text: String,
    /// Minutes moved; `null` where nothing was written down.
    pub minutes: Option<u16>,
    /// The quota of that day; `null` before the plan.
    pub quota: Option<u16>,
    /// One of its sessions was too much.
    pub too_much: bool,
    /// It lies in a flare, an illness or a journey.
    pub marked: bool,
    /// The morning after: `unknown`, `settled`, `waiting` or `flared`; `null` without movement.
    pub response: Option<String>,
    /// The day in one line.
    pub text: String,
}

/// What a clinician said, read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InstructionView {
    /// Its record's name.
    pub id: String,
    /// The day it holds from.
    pub date: String,
    /// In words: "From 3 March: 10 to 30 min a day".
    pub text: String,
    /// Minutes a day not to go below.
    pub floor_min: Option<u16>,
    /// Minutes a day not to go above.
    pub ceiling_min: Option<u16>,
    /// The clinician's own words.
    pub said: Option<String>,
    /// It is the one that holds now.
    pub holds: bool,
}

/// The ledger: what is suggested, why, and from what.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedgerView {
    /// How far it is.
    pub state: LedgerState,
    /// The suggestion, or how far it is, in one sentence.
    pub text: String,
    /// Why, in sentences.
    pub reasons: Vec<String>,
    /// Minutes suggested for today.
    pub quota_min: Option<u16>,
    /// Minutes moved today, as far as written down.
    pub today_min: Option<u16>,
    /// Which way the quota went.
    pub way: Option<QuotaWay>,
    /// The question whether to go below the clinician's floor for now.
    pub asks: Option<String>,
    /// Minutes of a comfortable day: the plan's, or those of the last four weeks.
    pub baseline_min: Option<f64>,
    /// Where the baseline comes from.
    pub baseline_text: String,
    /// Minutes a day that the person wants to come to.
    pub goal_min: Option<u16>,
    /// The kind of movement that is counted; `null` for all.
    pub kind: Option<String>,
    /// Kinds to choose from.
    pub kinds: Vec<String>,
    /// What clinicians said, the newest first.
    pub instructions: Vec<InstructionView>,
    /// The last four weeks, in order; empty where nothing was written down.
    pub days: Vec<LedgerDay>,
    /// The picture in one sentence.
    pub days_text: String,
    /// The same as a table.
    pub table: Table,
    /// What this is, and what it is not.
    pub about_text: String,
    /// What was done, after a change.
    pub said: Option<String>,
    /// What the next undo would take back.
    pub undo_text: Option<String>,
    /// What the next redo would bring back.
    pub redo_text: Option<String>,
}

/// Begins a plan from the baseline of the last four weeks, or begins it anew.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LedgerBegin {
    /// Minutes a day to come to, 1–600.
    pub goal_min: Option<u16>,
    /// The kind of movement that is counted; all if absent.
    pub kind: Option<String>,
}

/// Which days of the ledger are looked at before there is a plan.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LedgerRequest {
    /// The kind of movement that is counted, where no plan says it; all if absent.
    pub kind: Option<String>,
}

/// Writes down what a clinician said, or alters it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveInstruction {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// The day it holds from; today if absent.
    pub date: Option<String>,
    /// Minutes a day not to go below, 1–600.
    pub floor_min: Option<u16>,
    /// Minutes a day not to go above, 1–600, not below the floor.
    pub ceiling_min: Option<u16>,
    /// The clinician's own words, at most 10,000 characters.
    pub said: Option<String>,
}
