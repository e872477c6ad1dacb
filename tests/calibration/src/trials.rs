//! Experiments as the app uses them, in made-up lives: days that are not written, days that are marked, days on which it
//! was not done as the coin said.

use chrono::{Days, NaiveDate};
use wane_insight::experiment::{Arm, Blocks, Expectation, Outcome, Plan, Read, Running};

use crate::{
    figures::Count,
    rng::Rng,
    worlds::{World, live},
};

/// The designs that can be chosen: fortnights and blocks.
pub const DESIGNS: [(u8, Blocks); 3] = [
    (1, Blocks::SingleDays),
    (2, Blocks::SingleDays),
    (2, Blocks::TwoOrThreeDays),
];
/// Days written before an experiment.
const BEFORE: usize = 84;

/// What happens to the days of an experiment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Gaps as in every made-up life, and nothing else.
    Plain,
    /// A run of three to seven days is marked and left out, wherever it falls.
    Marked,
    /// Days of seven points and more are marked and left out: with and without alike, but by the outcome itself.
    MarkedByPain,
    /// On three days of ten it is not done as the coin says.
    NotAsDrawn,
}

/// What came of many experiments.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Trials {
    /// Experiments in which at most one fall of the coins in twenty would show as much.
    pub differed: Count,
    /// The 95 % range holds the true difference between days on which it is done and days on which it is not.
    pub covers: Count,
    /// The mean of the differences that came out, points.
    pub mean: f64,
}

/// Many experiments of one design in any life; `effect` is in points on the days on which it is done, and `None` is as
/// much as the life itself says would show 4 times in 5.
pub fn trials(
    design: (u8, Blocks),
    what: Use,
    effect: Option<f64>,
    many: usize,
    seed: u64,
) -> Trials {
    let mut rng = Rng::new(seed);
    let mut trials = Trials::default();
    let (mut sum, mut counted) = (0.0, 0.0);
    for _ in 0..many {
        if let Some((effect, outcome)) = one(design, what, effect, &mut rng) {
            trials.differed.note(outcome.p <= 0.05);
            if let Ok(range) = outcome.ci95 {
                trials
                    .covers
                    .note(range.low <= effect && effect <= range.high);
            }
            sum += outcome.difference;
            counted += 1.0;
        }
    }
    trials.mean = sum / counted;
    trials
}

fn one(
    (fortnights, blocks): (u8, Blocks),
    what: Use,
    effect: Option<f64>,
    rng: &mut Rng,
) -> Option<(f64, Outcome)> {
    let days = 14 * usize::from(fortnights);
    let diary = live(&World::any_null(BEFORE + days, rng), rng);
    let first: NaiveDate = diary.calendar.date(BEFORE);
    let plan = Plan::new("it", "pain", first, fortnights, blocks, Read::SameDate).ok()?;
    let effect = match effect {
        Some(effect) => effect,
        None => -Expectation::of(&plan, &diary.pain[..BEFORE])?.smallest,
    };
    let random: Vec<u8> = (0..plan.bytes_to_begin())
        .map(|_| rng.any() as u8)
        .collect();
    let running = Running::begin(plan.clone(), &random).ok()?;
    let marked_from = rng.any() as usize % days;
    let marked = marked_from..marked_from + 3 + rng.any() as usize % 5;
    let mut values = Vec::new();
    for (day, date) in first.iter_days().take(days).enumerate() {
        let drawn = running.arm(date) == Some(Arm::On);
        let done = drawn != (what == Use::NotAsDrawn && rng.chance(0.3));
        let Some(pain) = diary.pain[BEFORE + day] else {
            continue;
        };
        // The effect is added to what is written, so that it is exactly what it is said to be.
        let pain = pain + if done { effect } else { 0.0 };
        let left_out = match what {
            Use::Marked => marked.contains(&day),
            Use::MarkedByPain => pain >= 7.0,
            Use::Plain | Use::NotAsDrawn => false,
        };
        if !left_out {
            values.push((date, pain));
        }
    }
    let finished = running.finish(plan.last() + Days::new(1)).ok()?;
    Some((effect, Outcome::of(&finished, &values, &[]).ok()?))
}
