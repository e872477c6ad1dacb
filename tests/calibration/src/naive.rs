//! The control: days after worse nights against the others, with nothing allowed for, each measure on its own.

use wane_insight::{
    Tier,
    page::PAIN_MATTERS,
    verdict::{CLEAR_Q, FEWEST_PAIRS, HINT_Q},
};

use crate::{judge::compared, worlds::Diary};

/// The highest tier that the plain comparison would give: the same bounds, with p instead of q and no mirror.
pub fn highest(diary: &Diary) -> Tier {
    let tiers = diary.measures.iter().map(|measure| {
        let comparison = compared(diary, measure);
        let plain = comparison.numbers.ok().and_then(|numbers| numbers.plain);
        match plain {
            Some(plain) if comparison.pairs >= FEWEST_PAIRS => {
                if plain.p <= CLEAR_Q && plain.difference.abs() >= PAIN_MATTERS {
                    Tier::Clear
                } else if plain.p <= HINT_Q {
                    Tier::Hint
                } else {
                    Tier::CannotTell
                }
            }
            _ => Tier::NotEnough,
        }
    });
    tiers.max().unwrap_or(Tier::NotEnough)
}
