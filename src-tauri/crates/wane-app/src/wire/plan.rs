//! The Plan view: tonight and tomorrow, targets, pauses, the protected night, questions; and the tray's menu.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Coming, InboxItem, RuleView, TargetsView};

/// The Plan view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PlanView {
    /// Tonight and tomorrow, in that order: what lies ahead whether or not a reminder is on.
    pub glance: Vec<GlancePart>,
    /// What comes in the next two days, in order.
    pub coming: Vec<Coming>,
    /// The rules: the built-in ones in a fixed order, then the user's own.
    pub rules: Vec<RuleView>,
    /// The user's own times.
    pub targets: TargetsView,
    /// One small step towards regular times, if the diary suggests one now (row R11); only taken with consent.
    pub suggestion: Option<SuggestionView>,
    /// The pause that is on, if one is.
    pub pause: Option<PauseView>,
    /// The hours in which nothing is ever shown (row R7).
    pub protected_night: ProtectedNightView,
    /// Whether a reminder shall rest; each is asked once (row R10).
    pub questions: Vec<QuestionView>,
    /// What waits in the inbox, newest first.
    pub inbox: Vec<InboxItem>,
    /// Everything that was due in the last fortnight with what became of it, newest first; the inbox is part of it.
    pub past: Vec<InboxItem>,
    /// "Last check 12 s ago. Next: 22:15, Europe/Berlin. Last accepted by dunst at 22:15 on 14 March."
    pub health: Vec<String>,
    /// How the morning light is to be had (row R2).
    pub light: LightView,
    /// Whether notifications name what they are about (row R12).
    pub notice_text: NoticeTextView,
}

/// Tonight, or tomorrow.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GlancePart {
    /// `tonight` or `tomorrow`.
    pub id: String,
    /// "Tonight", "Tomorrow".
    pub heading: String,
    /// What lies ahead, in order of time.
    pub lines: Vec<GlanceLine>,
}

/// One thing that lies ahead.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GlanceLine {
    /// `wind-down`, `bed`, `protected-night`, `light`, `rise` or `check-in`.
    pub id: String,
    /// What it is, in words.
    pub title: String,
    /// "22:15", or "23:30–07:00".
    pub time_text: String,
    /// Whether a reminder comes, and else why none does, in words.
    pub note: String,
    /// A reminder is going to come.
    pub reminds: bool,
}

/// A pair of clock times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BedAndRise {
    /// About when to be in bed, `HH:MM`.
    pub bed: String,
    /// About when to get up, `HH:MM`.
    pub rise: String,
}

/// One step towards regular times: at most a quarter of an hour, at most every third day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SuggestionView {
    /// The suggestion, in words.
    pub text: String,
    /// What the diary says is usual now.
    pub from: BedAndRise,
    /// What is suggested for the next days.
    pub to: BedAndRise,
    /// Why, in words: from how many nights, and where it leads.
    pub why: String,
    /// How many nights it was made from.
    pub nights: u32,
}

/// Why reminders pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum PauseReason {
    /// Pain is up.
    Flare,
    /// The user is ill.
    Illness,
    /// The user is travelling.
    Journey,
    /// Just some days without; no reason is asked for.
    Days,
}

/// The pause that is on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PauseView {
    /// Why.
    pub reason: PauseReason,
    /// When it ends by itself, RFC 3339; `null` if the user ends it.
    pub until: Option<String>,
    /// That it is on and until when, in words.
    pub text: String,
}

/// Starts a pause, or replaces the one that is on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PauseStart {
    /// Why.
    pub reason: PauseReason,
    /// For how many days, today included, 1–365: it ends when the last of them does; `null` or absent: until the user ends it.
    #[serde(default)]
    pub days: Option<u32>,
}

/// The hours in which nothing is ever shown.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProtectedNightView {
    /// It follows the targets: from half an hour after bed until rising.
    pub automatic: bool,
    /// When it next begins or began, `HH:MM`.
    pub from: String,
    /// When it then ends, `HH:MM`.
    pub to: String,
    /// The same, in words, with where it comes from.
    pub text: String,
    /// It is on right now.
    pub now: bool,
}

/// Sets the protected night.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetProtectedNight {
    /// It follows the targets; `from` and `to` are then not looked at.
    pub automatic: bool,
    /// When it begins, `HH:MM`.
    #[serde(default)]
    pub from: Option<String>,
    /// When it ends, `HH:MM`; one to sixteen hours later.
    #[serde(default)]
    pub to: Option<String>,
}

/// The one question about a reminder that may have made itself unnecessary.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionView {
    /// Which reminder.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// The question, in words.
    pub text: String,
    /// `steady` (what it reminds of is done without it) or `ignored` (three in a row were not answered).
    pub reason: String,
    /// "Let it rest".
    pub rest_text: String,
    /// "Keep it".
    pub keep_text: String,
}

/// Answers a question; it is not asked again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AnswerQuestion {
    /// Which reminder.
    pub kind: String,
    /// It shall rest; `false` keeps it.
    pub rest: bool,
}

/// Names a kind of reminder.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KindRequest {
    /// Which.
    pub kind: String,
}

/// How the morning light is to be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LightWay {
    /// Outdoors, from a quarter of an hour after waking on, as soon as it is light.
    #[default]
    AfterWaking,
    /// By a window, for those who cannot go out.
    Indoor,
    /// In the shade or behind a blind, for those whom light hurts.
    LightSensitive,
}

/// How the morning light is to be had, and where the sun is asked.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LightView {
    /// The user's choice.
    pub way: LightWay,
    /// The choices, in words.
    pub choices: Vec<LightChoice>,
    /// On days without sunrise, remind of room lights after waking.
    pub dark_winter_lamp: bool,
    /// "Europe/London: 51.5° north, 0.1° west", or that no place is known and so no light is reminded of.
    pub place_text: String,
    /// The place follows the system's zone; the user's own is set with `save_settings`.
    pub place_of_zone: bool,
}

/// One way to have the morning light.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LightChoice {
    /// Which.
    pub way: LightWay,
    /// What it is, in words.
    pub text: String,
}

/// Sets how the morning light is to be had; what is absent stays.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetLight {
    /// The way.
    #[serde(default)]
    pub way: Option<LightWay>,
    /// On days without sunrise, remind of room lights after waking.
    #[serde(default)]
    pub dark_winter_lamp: Option<bool>,
}

/// Whether notifications name what they are about.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoticeTextView {
    /// They do; off by default, since lock screens show them.
    pub plain: bool,
    /// What a notification of the wind-down would say now.
    pub example: String,
}

/// Sets whether notifications name what they are about.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SetNoticeText {
    /// They do.
    pub plain: bool,
}

/// The tray's menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrayMenu {
    /// What the tray's symbol says; discreet.
    pub tooltip: String,
    /// The entries, in order.
    pub items: Vec<TrayItem>,
}

/// One entry of the tray's menu; what it does is [`crate::App::tray_action`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrayItem {
    /// `quick-log`, `rough-day`, `wind-down`, `night-screen`, `pause` or `quit`.
    pub id: String,
    /// What it says.
    pub text: String,
    /// It can be chosen now.
    pub enabled: bool,
    /// It is on (a rough day, a pause).
    pub checked: bool,
}
