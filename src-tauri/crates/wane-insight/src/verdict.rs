//! What may be said: the tier of one answer, and the direction of all of them.

use crate::{Comparison, Numbers};

/// Fewest rows for an answer.
pub const FEWEST_PAIRS: usize = 28;
/// Fewest rows on either side of the contrast.
pub const FEWEST_ON_A_SIDE: usize = 8;
/// Highest q of a clear pattern.
pub const CLEAR_Q: f64 = 0.01;
/// Highest q of a hint.
pub const HINT_Q: f64 = 0.05;
/// Highest share of shifts that may show as much as a clear pattern.
pub const CLEAR_MIRROR: f64 = 0.05;

/// What may be said about one comparison (`SCIENCE.md` 3.3), from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Too few rows, or no numbers: no effect is shown.
    NotEnough,
    /// Neither a pattern nor its absence.
    CannotTell,
    /// The 95 % range lies within what matters.
    Little,
    /// May well disappear.
    Hint,
    /// A clear pattern.
    Clear,
}

impl Tier {
    /// Its name, as the command line writes it.
    pub fn name(self) -> &'static str {
        match self {
            Tier::NotEnough => "not_enough",
            Tier::CannotTell => "cant_tell",
            Tier::Little => "little",
            Tier::Hint => "hint",
            Tier::Clear => "clear",
        }
    }
}

/// The numbers of a comparison that has enough rows for an answer.
pub fn enough(comparison: &Comparison) -> Option<&Numbers> {
    let numbers = comparison.numbers.as_ref().ok()?;
    (comparison.pairs >= FEWEST_PAIRS && comparison.contrast.smaller_side() >= FEWEST_ON_A_SIDE)
        .then_some(numbers)
}

/// The tier of numbers that are enough, with their q within the family and the smallest effect that matters.
pub fn tier(numbers: &Numbers, q: f64, matters: f64) -> Tier {
    if q <= CLEAR_Q && numbers.effect.abs() >= matters && numbers.mirror.p() <= CLEAR_MIRROR {
        Tier::Clear
    } else if q <= HINT_Q {
        Tier::Hint
    } else if -matters <= numbers.ci95.low && numbers.ci95.high <= matters {
        Tier::Little
    } else {
        Tier::CannotTell
    }
}

/// Which of the two seems to come first; never from comparing sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Forward is clear and reverse is not even a hint.
    SleepFirst,
    /// Reverse is clear and forward is not even a hint.
    PainFirst,
    /// Both are clear.
    Both,
    /// Nothing of that, or one of the two has no answer yet.
    CannotTell,
}

impl Direction {
    /// Its name, as the command line writes it.
    pub fn name(self) -> &'static str {
        match self {
            Direction::SleepFirst => "sleep_first",
            Direction::PainFirst => "pain_first",
            Direction::Both => "both",
            Direction::CannotTell => "cant_tell",
        }
    }

    /// The direction, from the tiers of all forward and all reverse comparisons.
    pub fn of(forward: &[Tier], reverse: &[Tier]) -> Direction {
        let highest = |tiers: &[Tier]| tiers.iter().copied().max().unwrap_or(Tier::NotEnough);
        let quiet = |tier: Tier| matches!(tier, Tier::CannotTell | Tier::Little);
        match (highest(forward), highest(reverse)) {
            (Tier::Clear, Tier::Clear) => Direction::Both,
            (Tier::Clear, reverse) if quiet(reverse) => Direction::SleepFirst,
            (forward, Tier::Clear) if quiet(forward) => Direction::PainFirst,
            _ => Direction::CannotTell,
        }
    }
}
