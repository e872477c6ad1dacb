//! Insights, as `insight --json` prints them; effects are below-median minus rest (`docs/INSIGHTS.md`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which days the insights are about.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct InsightRequest {
    /// First day; the diary's first if absent.
    pub from: Option<String>,
    /// Last day; the diary's last if absent.
    pub to: Option<String>,
    /// Leaves out days that hold something written down more than 48 hours later.
    pub leave_out_recalled: bool,
}

/// Everything the diary can answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InsightView {
    /// Each sleep measure to the pain of the day after, which is one family; then each to the pain on waking, which is
    /// another and of less weight.
    pub forward: Vec<InsightFinding>,
    /// The pain of the day before to each sleep measure: one family.
    pub reverse: Vec<InsightFinding>,
    /// Factors, each with the one outcome that its timing gives it: one family.
    pub factors: Vec<InsightFinding>,
    /// `sleep_first`, `pain_first`, `both` or `cant_tell`.
    pub direction: String,
    /// The direction in words.
    pub direction_text: String,
    /// What skipped days could hide.
    pub skipped: InsightSkipped,
    /// What no diary can show, in words.
    pub limits_text: String,
}

/// One comparison; what is not enough to show is `null`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InsightFinding {
    /// The predictor or, in reverse, the sleep measure: `se_dse`, `tst_min`, `sol_min`, `waso_min`; of factors `arousal`,
    /// `movement_min`, `movement_time`, `outdoor_light_min`, or the name of one of the person's own.
    pub measure: String,
    /// What it was compared with: `pain_day`, `pain_waking`, or a sleep measure.
    pub outcome: String,
    /// The equation: `sleep_to_pain`, `sleep_to_waking_pain`, `pain_to_sleep`, `day_factor_to_sleep`, `night_factor_to_pain`.
    pub formula: String,
    /// Pairs of neighbouring days.
    pub pairs: u32,
    /// Degrees of freedom.
    pub df: Option<u32>,
    /// Difference of the outcome for one unit of the predictor.
    pub slope: Option<f64>,
    /// Its standard error (HC3).
    pub se_hc3: Option<f64>,
    /// Two-sided p.
    pub p: Option<f64>,
    /// q within the family.
    pub q: Option<f64>,
    /// Below-median minus rest (with minus without for yes or no), in the outcome's units.
    pub effect: Option<f64>,
    /// 95 % range of the effect.
    pub ci95: Option<[f64; 2]>,
    /// 99 % range of the effect.
    pub ci99: Option<[f64; 2]>,
    /// The smallest effect that would be noticed 4 times in 5.
    pub min_detectable: Option<f64>,
    /// The same difference with nothing allowed for; it is what misleads.
    pub plain: Option<f64>,
    /// Circular shifts of the diary against itself that show as much or more, and all there are.
    pub shuffle: Option<[u32; 2]>,
    /// Mean of the predictor below its median (with it, for yes or no), and of the rest.
    pub sides: Option<[f64; 2]>,
    /// `not_enough`, `cant_tell`, `little`, `hint` or `clear`.
    pub tier: String,
    /// More days of writing until a difference worth noticing could be known; 0 for now, `null` where it cannot be said.
    pub days_until: Option<u32>,
    /// Days left out, by reason.
    pub left_out: BTreeMap<String, u32>,
    /// Every day that was left out, with its reason.
    pub left_out_days: Vec<InsightLeftOut>,
    /// What makes the answer less sure than its range says, in words.
    pub warnings: Vec<String>,
    /// What may be said.
    pub text: String,
}

/// One day left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InsightLeftOut {
    /// The day.
    pub date: String,
    /// `set_aside`, `no_outcome`, `no_predictor`, `no_day_before` or `no_control`.
    pub why: String,
}

/// What days without pain written could mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InsightSkipped {
    /// Days without pain.
    pub days: u32,
    /// Of all days.
    pub of: u32,
    /// Share of days beside a rough day that were skipped, and of all others.
    pub beside_rough: Option<[f64; 2]>,
    /// Share of all circular shifts that show as much.
    pub beside_rough_p: Option<f64>,
    /// Mean pain before a skipped day minus mean pain before a written one.
    pub pain_before: Option<f64>,
    /// Share of all circular shifts that show as much.
    pub pain_before_p: Option<f64>,
    /// The lowest and the highest the first effect could be, had skipped days been anything this diary has held.
    pub bounds: Option<[f64; 2]>,
}
