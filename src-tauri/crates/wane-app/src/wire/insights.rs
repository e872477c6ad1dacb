//! The Insights view: what one weekly look at the diary says, ready to show.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::NamedText;

/// Which stretch of the diary is looked at; each ends with the last day before the weekly look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum InsightRange {
    /// Everything.
    #[default]
    All,
    /// The last twelve months.
    Year,
    /// The last six months.
    HalfYear,
}

/// What the Insights view asks for.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InsightsRequest {
    /// The stretch.
    pub range: InsightRange,
    /// Leaves out days that hold something written down more than 48 hours later.
    pub leave_out_recalled: bool,
}

/// Everything on the Insights view.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InsightsView {
    /// Nothing was written before the look: there is only the invitation to write.
    pub empty: bool,
    /// On which weekday the diary is looked at, and when next.
    pub look: WeeklyLookView,
    /// What else is good to know about the stretch that was chosen; `null` for everything.
    pub range_note: Option<String>,
    /// First and last day that were looked at; `null` when there are none.
    pub days: Option<[String; 2]>,
    /// The first sleep measure to the pain of the day after.
    pub forward: InsightShown,
    /// The pain of the day before to the first sleep measure.
    pub reverse: InsightShown,
    /// Which of the two seems to come first, in words.
    pub direction_text: String,
    /// The other findings, by kind; a kind without any is not there.
    pub groups: Vec<InsightGroup>,
    /// What skipped days could mean, sentence by sentence.
    pub skipped: Vec<String>,
    /// What no diary can show, sentence by sentence.
    pub limits: Vec<String>,
    /// How many of the last awakenings came near the person's own time; `null` while it cannot be said.
    pub consistency: Option<String>,
    /// The week in three facts.
    pub look_back: LookBackView,
}

/// Findings of one kind.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InsightGroup {
    /// `nights`, `waking`, `pains` or `factors`.
    pub name: String,
    /// What they are.
    pub title: String,
    /// What is good to know about all of them.
    pub note: String,
    /// The findings.
    pub findings: Vec<InsightShown>,
}

/// One finding, ready to show; everything in words but the two numbers of its arrow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InsightShown {
    /// Which it is, for `insight_detail`.
    pub key: InsightKey,
    /// What is compared, in short.
    pub title: String,
    /// `not_enough`, `cant_tell`, `little`, `hint` or `clear`.
    pub tier: String,
    /// The tier in words.
    pub verdict: String,
    /// What may be said.
    pub text: String,
    /// The shortest form of it, beside an arrow.
    pub label: String,
    /// Difference, range, days, what shifting shows, when it could be known.
    pub facts: Vec<NamedText>,
    /// What would help to know more.
    pub help: Vec<String>,
    /// What makes the answer less sure than its range says.
    pub warnings: Vec<String>,
    /// Pairs of days so far, and those at which the comparison starts; `null` once it has started.
    pub progress: Option<[u32; 2]>,
    /// How thick the arrow is, 0–1: the size of the effect against four times what matters. Arrows with different
    /// outcomes have different scales.
    pub weight: f64,
    /// How much haze lies around it, 0–1: half the 95 % range on the same scale.
    pub haze: f64,
}

/// Names one finding of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InsightKey {
    /// The family.
    pub family: InsightFamily,
    /// Its place in the family, from 0.
    pub at: u32,
}

/// A family of findings that are looked at together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum InsightFamily {
    /// The night to the pain of the day.
    Forward,
    /// The night to the pain on waking.
    Waking,
    /// The pain of the day to the night after.
    Reverse,
    /// Factors.
    Factors,
}

/// What one finding rests on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct InsightDetailRequest {
    /// The stretch.
    pub range: InsightRange,
    /// Leaves out days that hold something written down more than 48 hours later.
    #[serde(default)]
    pub leave_out_recalled: bool,
    /// Which finding.
    pub key: InsightKey,
}

/// How one finding was worked out, and from which days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InsightDetail {
    /// The formula in words, step by step.
    pub steps: Vec<String>,
    /// The numbers of the last step, by name.
    pub numbers: Vec<NamedText>,
    /// The days that were used.
    pub used: InsightDays,
    /// The days that were not, by reason.
    pub left_out: Vec<InsightDays>,
}

/// Days that have something in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InsightDays {
    /// What they have in common, and how many they are.
    pub title: String,
    /// The days, by month.
    pub months: Vec<InsightMonth>,
}

/// The days of one month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InsightMonth {
    /// "May 2026".
    pub title: String,
    /// Each day as `YYYY-MM-DD`, in order.
    pub days: Vec<String>,
    /// What a screen reader says of each, in the same order.
    pub labels: Vec<String>,
}

/// When the diary is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WeeklyLookView {
    /// The date of the latest look.
    pub date: String,
    /// The last day it knows.
    pub until: String,
    /// The date of the next look.
    pub next: String,
    /// When this was worked out, and from which days.
    pub text: String,
    /// When the next look is, and why not before.
    pub next_text: String,
    /// The weekday, from 0 for Monday.
    pub weekday: u8,
    /// All weekdays in the order of a calendar: number and name.
    pub weekdays: Vec<NamedText>,
}

/// Chooses the weekday of the look.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct SetWeeklyLook {
    /// From 0 for Monday.
    pub weekday: u8,
}

/// Asks for the look back on the week.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct LookBackRequest {
    /// Nothing is asked of the diary unless today is the day of the look and the look back was not skipped.
    pub only_on_its_day: bool,
}

/// Skips the look back on the week, or brings it back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct SkipLookBack {
    /// Skipped until the next look, or not.
    pub skip: bool,
}

/// The week in three facts, in words without numbers; each is `null` where there is none to tell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LookBackView {
    /// A good thing.
    pub good: Option<String>,
    /// A steady thing.
    pub steady: Option<String>,
    /// An open question.
    pub open: Option<String>,
    /// One line above them: the week, that it was skipped, or that nothing was written in it.
    pub text: String,
    /// Today is the day of the look.
    pub is_today: bool,
    /// It was skipped for this week.
    pub skipped: bool,
}
