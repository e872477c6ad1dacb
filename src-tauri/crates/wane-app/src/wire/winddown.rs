//! The evening's help: the wind-down, breathing, and worries that are put away until tomorrow.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::StepView;

/// What one block of the evening is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BlockName {
    /// Worries are written down and put away.
    Worries,
    /// Gentle movement.
    Movement,
    /// Stretching.
    Stretching,
    /// Slow breathing.
    Breathing,
    /// A body scan.
    BodyScan,
    /// Muscle relaxation.
    Muscles,
    /// Quiet time.
    Quiet,
}

/// One block of a sequence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlockFields {
    /// What it is.
    pub kind: BlockName,
    /// Minutes, within what its kind can be.
    pub minutes: u16,
    /// The routine it plays, by its key; for gentle movement and stretching alone. Absent for a few ideas to choose from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub routine: Option<String>,
}

/// The person's own sequence: one to eight blocks, 5–45 minutes in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveWindDown {
    /// The blocks in their order; an empty list takes the ready-made one again.
    pub blocks: Vec<BlockFields>,
}

/// What is done about an evening under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WindDownAct {
    /// Begins the sequence, or goes on with the one that was interrupted.
    Start,
    /// Says that somebody is there, and asks how far it is.
    Look,
    /// Stands still.
    Pause,
    /// Goes on.
    Resume,
    /// On to the next block.
    Next,
    /// To the beginning of the block, or to the one before.
    Back,
    /// Passes over what is left of the step.
    Pass,
    /// Ends it here.
    Finish,
}

/// Does something about the evening under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WindDownRequest {
    /// What.
    pub act: WindDownAct,
}

/// Writes down that the wind-down was done without the window.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LogWindDown {
    /// The day; today if absent.
    pub date: Option<String>,
    /// How long it took, in minutes.
    pub minutes: Option<u16>,
    /// What was done, if said.
    pub blocks: Vec<BlockName>,
}

/// A kind of block, as it is offered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BlockOffer {
    /// What it is.
    pub kind: BlockName,
    /// "Body scan".
    pub name: String,
    /// What it is good for, in a few words.
    pub note: String,
    /// The fewest minutes.
    pub least: u16,
    /// The most minutes.
    pub most: u16,
    /// Minutes it begins with.
    pub usual: u16,
    /// It can play a routine.
    pub plays: bool,
}

/// A routine that a block can play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RoutineChoice {
    /// What it is called by.
    pub key: String,
    /// Its name.
    pub name: String,
    /// About how long it takes, in minutes.
    pub minutes: u16,
}

/// Where a block of the evening under way stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum BlockState {
    /// It was done, or passed over.
    Past,
    /// It is the one that is large.
    Current,
    /// It is still to come.
    Later,
}

/// A block of the evening under way.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SessionBlock {
    /// What it is.
    pub kind: BlockName,
    /// Its name.
    pub name: String,
    /// "5 min".
    pub minutes_text: String,
    /// Where it stands.
    pub state: BlockState,
}

/// One step of a block that is led.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LedStep {
    /// What is said.
    pub text: String,
    /// One more line, where the person hurts; may be empty.
    pub more: String,
    /// Seconds into the block at which it begins.
    pub from_s: u32,
    /// Seconds into the block at which it ends.
    pub to_s: u32,
    /// What happens: `arrive`, `notice`, `tense`, `imagine`, `release`, `still` or `move`.
    pub cue: String,
    /// The movement, of a step of a routine.
    pub movement: Option<StepView>,
}

/// The evening under way.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// All blocks, in their order.
    pub blocks: Vec<SessionBlock>,
    /// What the present one is.
    pub kind: BlockName,
    /// A sentence or two about it.
    pub text: String,
    /// Seconds into it.
    pub at_s: f64,
    /// How long it is, in seconds.
    pub length_s: f64,
    /// It goes on to the next only when it is told to.
    pub waits: bool,
    /// It stands still.
    pub paused: bool,
    /// What is said when it goes on: how far it came before.
    pub paused_text: String,
    /// Steps that are led, one at a time; empty for a block without.
    pub steps: Vec<LedStep>,
    /// Things to choose from, all at once; empty for a block without.
    pub list: Vec<String>,
    /// Which block it is, from 0.
    pub current: u32,
}

/// The Wind-down view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WindDownView {
    /// The sequence.
    pub blocks: Vec<BlockFields>,
    /// "20 min in all".
    pub total_text: String,
    /// The person has made it their own.
    pub own: bool,
    /// Every kind of block there is.
    pub offers: Vec<BlockOffer>,
    /// Every routine that a block can play, the person's own first.
    pub routines: Vec<RoutineChoice>,
    /// The most blocks there can be.
    pub most_blocks: u32,
    /// The most minutes there can be in all.
    pub most_min: u16,
    /// The fewest minutes there can be in all.
    pub least_min: u16,
    /// The evening under way, if there is one.
    pub session: Option<SessionView>,
    /// What was just done, in words; may be empty.
    pub said: String,
    /// This evening's wind-down is written down; in words, else empty.
    pub done_text: String,
    /// Breathing, as it is set.
    pub breathing: BreathingView,
    /// Worries that are put away or given back.
    pub worries: WorriesView,
    /// "Undo: wind-down", if there is something to undo.
    pub undo_text: Option<String>,
    /// "Redo: wind-down", if there is something to redo.
    pub redo_text: Option<String>,
}

/// How the pacer shows a breath.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum BreathShow {
    /// A shape that grows and shrinks, with a word.
    #[default]
    Shape,
    /// Words alone.
    Words,
    /// Seconds counted, and nothing else.
    Numbers,
}

/// Breathing, as the person has chosen it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Breathing {
    /// `4-6`, `5-5`, `5.5-5.5`, `sigh`, `4-7-8` or `box`; `null` for a rate of one's own.
    pub preset: Option<String>,
    /// A rate of one's own, 3–12 breaths a minute.
    pub rate: f64,
    /// How much longer the breath out is than the breath in, 1–3; with a rate of one's own.
    pub out_per_in: f64,
    /// How it is shown.
    pub show: BreathShow,
    /// A soft tone for each breath.
    pub sound: bool,
    /// It begins at the person's own pace and slows, by at most one breath a minute in a session.
    pub slow: bool,
    /// The person's own pace, in breaths a minute, if it was found.
    pub pace: Option<f64>,
}

impl Default for Breathing {
    fn default() -> Self {
        Breathing {
            preset: Some("4-6".to_owned()),
            rate: 6.0,
            out_per_in: 1.5,
            show: BreathShow::default(),
            sound: false,
            slow: false,
            pace: None,
        }
    }
}

/// A pattern, as it is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BreathPreset {
    /// Its name for [`Breathing`].
    pub code: String,
    /// "4 in, 6 out".
    pub name: String,
    /// "6 breaths a minute".
    pub rate_text: String,
    /// The breath is held.
    pub holds: bool,
}

/// A part of a breath: `in`, `more`, `hold`, `out` or `rest`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BreathPart {
    /// Its name.
    pub part: String,
    /// Its length in milliseconds, at the rate that the session comes to.
    pub ms: u32,
}

/// What a pacer goes by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BreathPlan {
    /// The parts of a breath, in their order.
    pub parts: Vec<BreathPart>,
    /// Breaths a minute at the beginning.
    pub from_rate: f64,
    /// Breaths a minute at the end, at which `parts` have their lengths.
    pub to_rate: f64,
    /// For so many milliseconds the rate goes evenly from the one to the other.
    pub slowing_ms: u32,
}

/// Breathing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BreathingView {
    /// What the person has chosen.
    pub chosen: Breathing,
    /// What there is to choose from.
    pub presets: Vec<BreathPreset>,
    /// What the pacer goes by.
    pub plan: BreathPlan,
    /// What to heed when the breath is held; empty for a pattern without holds.
    pub caution: String,
    /// What is known of the person's own pace, in words.
    pub pace_text: String,
    /// "6 breaths a minute": what the next session comes to.
    pub rate_text: String,
    /// The same of the person's own rate, whatever a session slows to.
    pub own_rate_text: String,
    /// "Undo: breathing", if there is something to undo.
    pub undo_text: Option<String>,
    /// "Redo: breathing", if there is something to redo.
    pub redo_text: Option<String>,
}

/// Finds the person's own pace.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BreathTaps {
    /// Instants of taps, one at the beginning of each breath in, in milliseconds from any beginning; at least four.
    pub taps_ms: Vec<f64>,
}

/// A session of breathing is over.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct BreathDone {
    /// How long it was.
    pub seconds: f64,
}

/// Puts worries away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ParkWorries {
    /// One text each, of at most 500 characters; empty ones count for nothing.
    pub texts: Vec<String>,
}

/// What becomes of a worry that was given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WorryWay {
    /// It is kept as a note of the day.
    Keep,
    /// It is let go.
    LetGo,
    /// A next step is written down with it, as a note of the day.
    Plan,
}

/// Decides about a worry that was given back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SettleWorry {
    /// Which.
    pub id: String,
    /// What becomes of it.
    pub way: WorryWay,
    /// The next step, for a plan; at most 500 characters.
    #[serde(default)]
    pub step: Option<String>,
}

/// A worry that was given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorryView {
    /// Which.
    pub id: String,
    /// The person's own words.
    pub text: String,
    /// "Friday evening".
    pub from_text: String,
}

/// Worries that are put away or given back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct WorriesView {
    /// What was just done, in words; may be empty.
    pub text: String,
    /// How many are put away, in words; empty where there are none.
    pub parked_text: String,
    /// How many are put away.
    pub parked: u32,
    /// Those that are given back and wait for an answer.
    pub given: Vec<WorryView>,
    /// "Undo: …", if there is something to undo.
    pub undo_text: Option<String>,
    /// "Redo: …", if there is something to redo.
    pub redo_text: Option<String>,
}

/// One evening's wind-down, read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WindDownOfDay {
    /// When it began, RFC 3339, if said.
    pub start: Option<String>,
    /// Minutes really spent, if known.
    pub minutes: Option<u16>,
    /// What was done, in its order.
    pub blocks: Vec<BlockName>,
}
