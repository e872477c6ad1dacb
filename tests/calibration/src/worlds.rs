//! Made-up diaries whose truth is known.
//!
//! Pain and the quality of sleep each follow their own day before; pain may follow the night, the night may follow the
//! pain, and both may follow a mood that nobody writes down. What is written is rounded, clipped and full of gaps.

use chrono::{Days, NaiveDate};
use wane_insight::{Calendar, calendar::Series};

use crate::rng::Rng;

/// How a made-up life goes. Sleep is counted in its own standard deviations, pain in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct World {
    /// Days written, gaps included.
    pub days: usize,
    /// How much of a day's pain is left the day after, 0.3–0.8.
    pub pain_follows: f64,
    /// How much of a night's goodness is left the night after.
    pub sleep_follows: f64,
    /// Points of pain for each standard deviation of better sleep: at most 0.
    pub sleep_to_pain: f64,
    /// Points of pain on waking for each standard deviation of better sleep: at most 0.
    pub sleep_to_waking: f64,
    /// Standard deviations of sleep for each point of pain: at most 0.
    pub pain_to_sleep: f64,
    /// Points more on weekends, and as much better sleep.
    pub weekend: f64,
    /// Points more after a hundred days.
    pub trend: f64,
    /// Standard deviation of a day's step of the level that pain returns to.
    pub drift: f64,
    /// Days on which the pain, and nights that, are not written, each independently.
    pub missing: f64,
    /// How much more likely a day is skipped for each point above five.
    pub missing_with_pain: f64,
    /// Standard deviations by which a shared mood colours both the word about the night and the word about pain.
    pub mood: f64,
}

impl World {
    /// A life with nothing in common but the ordinary: rounded and with gaps.
    pub fn plain(days: usize) -> World {
        World {
            days,
            pain_follows: 0.5,
            sleep_follows: 0.3,
            sleep_to_pain: 0.0,
            sleep_to_waking: 0.0,
            pain_to_sleep: 0.0,
            weekend: 0.0,
            trend: 0.0,
            drift: 0.0,
            missing: 0.15,
            missing_with_pain: 0.0,
            mood: 0.0,
        }
    }

    /// One of the lives in which nothing is hidden: anything from mild to wild in autocorrelation, gaps, weekday, trend,
    /// drift and feedback, and no effect of sleep on pain.
    pub fn any_null(days: usize, rng: &mut Rng) -> World {
        World {
            pain_follows: rng.between(0.3, 0.8),
            sleep_follows: rng.between(0.1, 0.6),
            pain_to_sleep: if rng.chance(0.5) {
                rng.between(-0.3, 0.0)
            } else {
                0.0
            },
            weekend: if rng.chance(0.5) {
                rng.between(-0.6, 0.6)
            } else {
                0.0
            },
            trend: if rng.chance(0.5) {
                rng.between(-0.8, 0.8)
            } else {
                0.0
            },
            drift: if rng.chance(0.5) {
                rng.between(0.0, 0.1)
            } else {
                0.0
            },
            missing: rng.between(0.15, 0.30) / 2.0,
            ..World::plain(days)
        }
    }
}

/// How many sleep measures a diary has; all are about the same night, each with an error of its own.
pub const MEASURES: usize = 5;
/// Standard deviation of a measure's own error, against 1 of the night's goodness.
const OWN_ERROR: f64 = 0.7;
/// Standard deviation of what no day before and no night says about pain, points.
const PAIN_SD: f64 = 1.1;
/// How much of the pain at bedtime is there on waking.
const OVERNIGHT: f64 = 0.6;
/// How much of what is the waking's own, such as stiffness, is left the day after.
const OWN_WAKING_FOLLOWS: f64 = 0.4;
/// Standard deviation of what is new in it, points.
const WAKING_SD: f64 = 0.9;
/// Makes the chances of wakings others than those of the rest of a life, which so goes as it went without them.
const WAKINGS: u64 = 0x57AB_1E5E_ED0F_DA40;
/// Days lived before the first is written.
const BEFORE: usize = 60;

/// A diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Diary {
    /// Its days.
    pub calendar: Calendar,
    /// Pain, whole points from 0 to 10.
    pub pain: Series,
    /// Pain on waking, whole points from 0 to 10: what is left of the evening before, and something of its own.
    pub waking: Series,
    /// The night as it was, to a quarter of a per cent of efficiency: 8 points for a standard deviation.
    pub sleep: Series,
    /// What five measures say about it, each with an error of its own.
    pub measures: [Series; MEASURES],
    /// Points of pain for each unit of [`Diary::sleep`], in truth.
    pub slope: f64,
    /// Points of pain on waking for each unit of [`Diary::sleep`], in truth.
    pub waking_slope: f64,
}

/// Points of efficiency for a standard deviation of sleep.
const EFFICIENCY: f64 = 8.0;

/// Lives one life and writes the diary.
///
/// # Panics
///
/// When the world has more days than a calendar can.
pub fn live(world: &World, rng: &mut Rng) -> Diary {
    let began = rng.any();
    let mut wakings = Rng::new(began ^ WAKINGS);
    let first = NaiveDate::default() + Days::new(20_000 + began % 7);
    let last = first + Days::new(world.days as u64 - 1);
    let Some(calendar) = Calendar::between(first, last) else {
        panic!("{} days are more than a calendar has", world.days)
    };
    let level = rng.between(3.5, 5.5);
    let (mut pain, mut sleep, mut mood, mut drifted, mut stiff) = (level, 0.0, 0.0, 0.0, 0.0);
    let mut diary = Diary {
        calendar,
        pain: Series::new(),
        waking: Series::new(),
        sleep: Series::new(),
        measures: Default::default(),
        slope: world.sleep_to_pain / EFFICIENCY,
        waking_slope: world.sleep_to_waking / EFFICIENCY,
    };
    for step in 0..BEFORE + world.days {
        let day = step.checked_sub(BEFORE);
        let weekend = day.is_some_and(|day| diary.calendar.is_weekend(day));
        let free = if weekend { world.weekend } else { 0.0 };
        drifted += world.drift * rng.normal();
        mood = 0.5 * mood + (1.0_f64 - 0.25).sqrt() * rng.normal();
        let own = (1.0 - world.sleep_follows * world.sleep_follows).sqrt();
        sleep = world.sleep_follows * sleep
            + own * rng.normal()
            + world.pain_to_sleep * (pain - level)
            + free;
        let now = level + drifted + world.trend * day.unwrap_or(0) as f64 / 100.0;
        stiff = OWN_WAKING_FOLLOWS * stiff + WAKING_SD * wakings.normal();
        let waking = now + OVERNIGHT * (pain - now) + stiff + world.sleep_to_waking * sleep + free;
        pain = now
            + world.pain_follows * (pain - now)
            + world.sleep_to_pain * sleep
            + PAIN_SD * rng.normal()
            + free;
        if day.is_none() {
            continue;
        }
        let told = |pain: f64| (pain + world.mood * mood).round().clamp(0.0, 10.0);
        let told_sleep = sleep - world.mood * mood;
        let efficiency = |night: f64| ((85.0 + EFFICIENCY * night) * 4.0).round() / 4.0;
        let skip = world.missing + world.missing_with_pain * (pain - 5.0).max(0.0);
        let pain_written = !rng.chance(skip);
        let night_written = !rng.chance(world.missing);
        diary.pain.push(pain_written.then_some(told(pain)));
        // Both are asked of a morning, and now and then the one is skipped.
        let waking_written = !wakings.chance(world.missing / 2.0) && night_written;
        diary.waking.push(waking_written.then_some(told(waking)));
        diary
            .sleep
            .push(night_written.then_some(efficiency(told_sleep)));
        for measure in &mut diary.measures {
            let night = told_sleep + OWN_ERROR * rng.normal();
            measure.push(night_written.then_some(efficiency(night)));
        }
    }
    diary
}
