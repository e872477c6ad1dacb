//! Forgiving consistency (row I6): the share of the last awakenings that fell into the user's own window.
//!
//! Days of a flare, an illness or a journey are excused.
//! An awakening outside the window on such a day is as if it were not there; one inside the window counts as it would on any day.
//! So excusing a day never lowers the share of any day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::circular::DAY_MIN;

/// How many awakenings a share looks back on.
pub const AWAKENINGS: usize = 14;
/// Fewest counted awakenings for a share.
pub const FEWEST: usize = 7;
/// After more days than this without an awakening written down, counting begins anew.
pub const LONGEST_PAUSE_DAYS: i64 = 14;
/// How many shares in a row the smoothed one is the mean of.
pub const SMOOTHED_OVER: usize = 7;

/// The user's own window on the clock, in minutes after midnight; it may run across midnight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Its beginning, included.
    pub from_min: f64,
    /// Its end, included.
    pub to_min: f64,
}

impl Window {
    /// Whether a clock time, in minutes after midnight, lies in the window.
    pub fn contains(&self, minute: f64) -> bool {
        let length = (self.to_min - self.from_min).rem_euclid(DAY_MIN);
        (minute - self.from_min).rem_euclid(DAY_MIN) <= length
    }
}

/// A final awakening.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Awakening {
    /// Its local date.
    pub date: NaiveDate,
    /// Its clock time, minutes after midnight.
    pub clock_min: f64,
    /// Whether the day lies in a flare, an illness or a journey.
    pub excused: bool,
}

/// What one awakening was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kept {
    /// Inside the window, on any day.
    Inside,
    /// Outside the window.
    Outside,
    /// Outside the window on an excused day: not counted.
    Excused,
}

/// How consistent the awakenings up to one day were.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Consistency {
    /// The day.
    pub date: NaiveDate,
    /// What its own awakening was.
    pub kept: Kept,
    /// Whether the day is excused, which is drawn as grey ground whatever its awakening was.
    pub excused: bool,
    /// How many awakenings are counted, 0–[`AWAKENINGS`].
    pub counted: usize,
    /// The share of the counted ones inside the window, 0–1; `None` with fewer than [`FEWEST`].
    pub share: Option<f64>,
    /// The mean of up to [`SMOOTHED_OVER`] shares up to this day, without a look across a long pause; `None` where `share` is.
    pub smoothed: Option<f64>,
}

/// The consistency up to every awakening, oldest first; a day without an awakening is not in the answer.
///
/// `awakenings` may come in any order; the last of several on one date counts, and a time that is not finite is left out.
pub fn consistency(awakenings: &[Awakening], window: Window) -> Vec<Consistency> {
    let finite = awakenings.iter().filter(|a| a.clock_min.is_finite());
    let by_date: BTreeMap<NaiveDate, Awakening> = finite.map(|a| (a.date, *a)).collect();
    let mut answer = Vec::with_capacity(by_date.len());
    let (mut counted, mut shares): (Vec<bool>, Vec<f64>) = (Vec::new(), Vec::new());
    let mut before: Option<NaiveDate> = None;
    for awakening in by_date.into_values() {
        let paused = |last: NaiveDate| (awakening.date - last).num_days() > LONGEST_PAUSE_DAYS + 1;
        if before.replace(awakening.date).is_some_and(paused) {
            counted.clear();
            shares.clear();
        }
        let kept = match (window.contains(awakening.clock_min), awakening.excused) {
            (true, _) => Kept::Inside,
            (false, true) => Kept::Excused,
            (false, false) => Kept::Outside,
        };
        if kept != Kept::Excused {
            counted.push(kept == Kept::Inside);
        }
        let latest = &counted[counted.len().saturating_sub(AWAKENINGS)..];
        let inside = latest.iter().filter(|inside| **inside).count();
        let share = (latest.len() >= FEWEST).then(|| inside as f64 / latest.len() as f64);
        shares.extend(share);
        let together = &shares[shares.len().saturating_sub(SMOOTHED_OVER)..];
        answer.push(Consistency {
            date: awakening.date,
            kept,
            excused: awakening.excused,
            counted: latest.len(),
            share,
            smoothed: share.map(|_| together.iter().sum::<f64>() / together.len() as f64),
        });
    }
    answer
}
