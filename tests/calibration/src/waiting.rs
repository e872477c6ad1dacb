//! How well the days until an answer are foreseen.

use wane_insight::patience::{Patience, days_until};

use crate::{
    figures::{Count, median},
    judge::{Judge, compared},
    rng::Rng,
    suite::first_days,
    worlds::{World, live},
};

/// What was foreseen of one kind of life, and what it came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foreseen {
    /// Days until a true difference is found 4 times in 5, from simulation.
    pub true_days: f64,
    /// Median of the days that the diaries foresaw, from their first day on.
    pub foreseen_days: f64,
    /// Median of the error, as a share of the true days.
    pub median_error: f64,
    /// Diaries that foresaw a day.
    pub foresaw: usize,
}

/// Days of writing after which the diaries foresee.
pub const LOOK_AT: usize = 56;
/// A difference that is foreseen, points between nights below the median and the rest.
pub const TO_NOTICE: f64 = 0.7;
/// Half the distance between the two halves of a normal distribution, in standard deviations: √(2/π).
const HALF: f64 = 0.797_884_560_802_865_4;

/// Lives in which the difference between the two halves is the one asked about, for each world of the table.
pub fn foresee(lives: usize, seed: u64) -> Vec<Foreseen> {
    worlds()
        .into_iter()
        .enumerate()
        .map(|(number, world)| one(&world, lives, seed.wrapping_add(1000 * number as u64)))
        .collect()
}

/// Lives that differ in what patience is made of: autocorrelation, and gaps.
fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for pain_follows in [0.3, 0.55, 0.8] {
        for (missing, sleep_follows) in [(0.05, 0.2), (0.15, 0.5)] {
            worlds.push(World {
                pain_follows,
                sleep_follows,
                missing,
                sleep_to_pain: -TO_NOTICE / (2.0 * HALF),
                ..World::plain(LONGEST)
            });
        }
    }
    worlds
}

/// Days lived, more than any of the answers take.
const LONGEST: usize = 400;

fn one(world: &World, lives: usize, seed: u64) -> Foreseen {
    let mut rng = Rng::new(seed);
    let diaries: Vec<_> = (0..lives).map(|_| live(world, &mut rng)).collect();
    let power = |days: usize| {
        let mut found = Count::default();
        for diary in &diaries {
            let diary = first_days(diary, days);
            let said = Judge::Insights.range(&diary, &diary.sleep);
            found.note(said.is_some_and(|said| !said.range.holds(0.0)));
        }
        found.share()
    };
    // The first day on which four in five have found it, by halving.
    let (mut low, mut high) = (28, LONGEST);
    while low < high {
        let middle = low.midpoint(high);
        if power(middle) >= 0.8 {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    let true_days = low as f64;
    let mut foreseen: Vec<f64> = diaries
        .iter()
        .filter_map(|diary| {
            let early = first_days(diary, LOOK_AT.min(low));
            match days_until(&compared(&early, &early.sleep), TO_NOTICE) {
                Patience::Days { more, .. } => Some((early.calendar.days() + more) as f64),
                Patience::Now => Some(early.calendar.days() as f64),
                _ => None,
            }
        })
        .collect();
    let mut errors: Vec<f64> = foreseen
        .iter()
        .map(|days| (days - true_days).abs() / true_days)
        .collect();
    Foreseen {
        true_days,
        median_error: median(&mut errors),
        foresaw: foreseen.len(),
        foreseen_days: median(&mut foreseen),
    }
}
