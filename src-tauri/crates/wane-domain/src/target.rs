//! Suggested regular times (row R11, `SCIENCE.md` 6): wake-anchored, in small steps, and only ever a suggestion.
//!
//! Nothing here shortens the time in bed below what is habitual, or below seven hours.

use chrono::{Duration, NaiveDate, NaiveTime, Timelike};

use crate::{check::holds_together, circular, diary::Night, spread::quartiles};

/// How many of the latest nights say what is usual.
pub const NIGHTS: usize = 14;
/// How many nights of the last [`NIGHTS`] days there must be before anything is suggested.
pub const FEWEST_NIGHTS: usize = 7;
/// Nights further back than this many days say nothing about now.
pub const OLDEST_DAYS: i64 = 28;
/// The shortest window of time in bed that is ever suggested, in minutes.
pub const SHORTEST_WINDOW_MIN: i64 = 420;
/// The longest step, in minutes.
pub const STEP_MIN: i64 = 15;
/// Days between one step and the next, at the least.
pub const STEP_EVERY_DAYS: i64 = 3;
/// Days without a suggestion after "not now".
pub const AFTER_NOT_NOW_DAYS: i64 = 14;
/// How near to its target a rising must be to have followed it, in minutes.
pub const FOLLOWED_WITHIN_MIN: f64 = 30.0;
/// Targets nearer than this to what would be suggested are left alone, in minutes.
const WORTH_A_WORD_MIN: f64 = 10.0;
/// Clock times are given in these minutes.
const ROUND_MIN: i64 = 5;
const DAY_MIN: i64 = 1440;

/// A pair of clock times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BedAndRise {
    /// Lights out.
    pub bed: NaiveTime,
    /// Out of bed.
    pub rise: NaiveTime,
}

/// What the diary says about regular times.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Usual {
    /// Circular median of lights out, minutes after midnight.
    pub bed_min: f64,
    /// Circular median of getting up, minutes after midnight.
    pub rise_min: f64,
    /// Median of the time from lights out to getting up, minutes.
    pub window_min: f64,
    /// How many nights it was made from.
    pub nights: usize,
}

/// Where regular times would lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Goal {
    /// The pair of times.
    pub times: BedAndRise,
    /// The time in bed between them, minutes; at least what is habitual, and at least [`SHORTEST_WINDOW_MIN`].
    pub window_min: i64,
}

/// One step, to be taken only with consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// What is usual now, to five minutes.
    pub from: BedAndRise,
    /// What is suggested for the next days.
    pub to: BedAndRise,
    /// Where it leads.
    pub goal: BedAndRise,
    /// How many nights it was made from.
    pub nights: usize,
}

/// How the last suggestion was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The step was taken.
    Accepted,
    /// Not now.
    NotNow,
}

/// What a suggestion goes by.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// The nights of at least the last [`OLDEST_DAYS`], in any order.
    pub nights: &'a [Night],
    /// The present local date.
    pub today: NaiveDate,
    /// The time to get up that the user has fixed, if they have.
    pub fixed_rise: Option<NaiveTime>,
    /// The targets in force, if there are any.
    pub current: Option<BedAndRise>,
    /// The last answer to a suggestion, and on which local date.
    pub last: Option<(NaiveDate, Answer)>,
    /// A flare, an illness or a rough day in the last three days: nothing is moved then.
    pub held: bool,
}

/// The next small step towards regular times; `None` whenever there is nothing to say.
///
/// Nothing is said before there are [`FEWEST_NIGHTS`] nights, while `held`, within [`STEP_EVERY_DAYS`] of a step,
/// within [`AFTER_NOT_NOW_DAYS`] of "not now", while the last step is not followed yet
/// (fewer than two of the last three risings within [`FOLLOWED_WITHIN_MIN`]), and once the targets are about there.
pub fn suggest(asking: &Asking<'_>) -> Option<Suggestion> {
    if asking.held || too_soon(asking) {
        return None;
    }
    let usual = usual(asking.nights, asking.today)?;
    if let (Some((_, Answer::Accepted)), Some(current)) = (asking.last, asking.current)
        && !follows(asking, current.rise)
    {
        return None;
    }
    let goal = goal(&usual, asking.fixed_rise);
    let to = step(&usual, &goal);
    if asking
        .current
        .is_some_and(|current| about_equal(current, to))
    {
        return None;
    }
    Some(Suggestion {
        from: BedAndRise {
            bed: clock(rounded(usual.bed_min)),
            rise: clock(rounded(usual.rise_min)),
        },
        to,
        goal: goal.times,
        nights: usual.nights,
    })
}

/// What is usual at `today`; `None` with fewer than [`FEWEST_NIGHTS`] nights in the last [`NIGHTS`] days.
///
/// A night counts if it holds together and tells both lights out and getting up.
pub fn usual(nights: &[Night], today: NaiveDate) -> Option<Usual> {
    let mut told = told(nights, today);
    let recent = today - Duration::days(NIGHTS as i64);
    if told.iter().filter(|night| night.date > recent).count() < FEWEST_NIGHTS {
        return None;
    }
    told.truncate(NIGHTS);
    let windows: Vec<f64> = told.iter().map(|night| night.window_min).collect();
    Some(Usual {
        bed_min: circular::median(told.iter().map(|night| night.bed_min))?,
        rise_min: circular::median(told.iter().map(|night| night.rise_min))?,
        window_min: quartiles(&windows)?.median,
        nights: told.len(),
    })
}

/// Where regular times would lead: the time to get up is the user's own, else the usual one;
/// lights out follows from it and from the habitual time in bed.
///
/// `SCIENCE.md` 6 holds the window to nine hours at most as well. A habit of more than that stays as it is,
/// because a shorter one would be a restriction of the time in bed, and that is never suggested.
pub fn goal(usual: &Usual, fixed_rise: Option<NaiveTime>) -> Goal {
    let rise = fixed_rise.map_or_else(|| rounded(usual.rise_min), minutes);
    let habitual = (usual.window_min / ROUND_MIN as f64).ceil() as i64 * ROUND_MIN;
    let window_min = habitual.max(SHORTEST_WINDOW_MIN);
    Goal {
        times: BedAndRise {
            bed: clock(rise - window_min),
            rise: clock(rise),
        },
        window_min,
    }
}

/// One step from what is usual towards the goal: neither time moves by more than [`STEP_MIN`], by the shorter way round the clock,
/// and the time in bed gets no shorter than it is or than the goal's, whichever is less.
///
/// Rising moves first, and lights out follows as far as it can.
pub fn step(usual: &Usual, goal: &Goal) -> BedAndRise {
    let mut rise = towards(usual.rise_min, minutes(goal.times.rise));
    let bed = towards(usual.bed_min, rise - goal.window_min);
    let now = (usual.rise_min - usual.bed_min).rem_euclid(DAY_MIN as f64);
    let least = now.min(goal.window_min as f64);
    // Rounding may take up to five minutes; they are given back in the morning.
    if ((rise - bed).rem_euclid(DAY_MIN) as f64) < least {
        rise += ROUND_MIN;
    }
    BedAndRise {
        bed: clock(bed),
        rise: clock(rise),
    }
}

/// One step from a clock time towards another, never further than [`STEP_MIN`]: the other itself where it is that near,
/// else a multiple of five minutes.
///
/// Whole minutes come out, so that what is derived from them has no rounding of its own.
fn towards(from: f64, to: i64) -> i64 {
    let way = circular::signed_distance(from, to as f64);
    let limit = STEP_MIN as f64;
    if way.abs() <= limit {
        return to;
    }
    let round = ROUND_MIN as f64;
    let steps = if way > 0.0 {
        ((from + limit) / round).floor()
    } else {
        ((from - limit) / round).ceil()
    };
    steps as i64 * ROUND_MIN
}

/// One night's part in what is usual.
struct Told {
    date: NaiveDate,
    bed_min: f64,
    rise_min: f64,
    window_min: f64,
}

/// The nights that tell, the latest first.
fn told(nights: &[Night], today: NaiveDate) -> Vec<Told> {
    let oldest = today - Duration::days(OLDEST_DAYS);
    let mut told: Vec<Told> = nights
        .iter()
        .filter(|night| night.wake_date > oldest && night.wake_date <= today)
        .filter(|night| holds_together(night))
        .filter_map(|night| {
            let (bed, rise) = (night.lights_out?, night.out_of_bed?);
            Some(Told {
                date: night.wake_date,
                bed_min: minutes(bed.time()) as f64,
                rise_min: minutes(rise.time()) as f64,
                window_min: rise.minutes_since(&bed),
            })
        })
        .collect();
    told.sort_by_key(|night| std::cmp::Reverse(night.date));
    told
}

fn too_soon(asking: &Asking<'_>) -> bool {
    asking.last.is_some_and(|(date, answer)| {
        let days = match answer {
            Answer::Accepted => STEP_EVERY_DAYS,
            Answer::NotNow => AFTER_NOT_NOW_DAYS,
        };
        (asking.today - date).num_days() < days
    })
}

fn follows(asking: &Asking<'_>, rise: NaiveTime) -> bool {
    let target = minutes(rise) as f64;
    let near = |night: &&Told| {
        circular::signed_distance(night.rise_min, target).abs() <= FOLLOWED_WITHIN_MIN
    };
    let told = told(asking.nights, asking.today);
    told.iter().take(3).filter(near).count() >= 2
}

fn about_equal(a: BedAndRise, b: BedAndRise) -> bool {
    let near = |a: NaiveTime, b: NaiveTime| {
        circular::signed_distance(minutes(a) as f64, minutes(b) as f64).abs() < WORTH_A_WORD_MIN
    };
    near(a.bed, b.bed) && near(a.rise, b.rise)
}

/// To the nearest five minutes, ties to the even multiple.
fn rounded(min: f64) -> i64 {
    (min / ROUND_MIN as f64).round_ties_even() as i64 * ROUND_MIN
}

fn minutes(time: NaiveTime) -> i64 {
    i64::from(time.num_seconds_from_midnight() / 60)
}

fn clock(min: i64) -> NaiveTime {
    NaiveTime::MIN + Duration::minutes(min.rem_euclid(DAY_MIN))
}
