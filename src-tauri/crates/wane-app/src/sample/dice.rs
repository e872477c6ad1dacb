//! Chance, repeatable.

use chrono::{DateTime, Utc};
use wane_domain::Id;

/// A small repeatable generator (SplitMix64, Steele and others 2014): the same seed gives the same sample everywhere.
pub(super) struct Dice {
    state: u64,
    /// The name that was given last.
    named: Option<Id>,
}

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice {
            state: seed,
            named: None,
        }
    }

    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Evenly spread over 0–1.
    pub(super) fn even(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub(super) fn chance(&mut self, probability: f64) -> bool {
        self.even() < probability
    }

    /// Bell-shaped around 0 with a standard deviation of 1: the sum of twelve even numbers.
    pub(super) fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.even()).sum::<f64>() - 6.0
    }

    /// One of several; the first of none is the caller's mistake, and gives a blank.
    pub(super) fn one_of<'a>(&mut self, several: &[&'a str]) -> &'a str {
        let at = (self.even() * several.len() as f64) as usize;
        several.get(at).copied().unwrap_or_default()
    }

    /// A record's name given at `now`: when it was written, so that the records of a time lie together as in any diary.
    pub(super) fn id(&mut self, now: DateTime<Utc>) -> Id {
        let mut random = [0; 10];
        for half in random.chunks_mut(5) {
            half.copy_from_slice(&self.next().to_le_bytes()[..half.len()]);
        }
        let name = match self.named {
            Some(last) => last.following(now, random),
            None => Id::new(now, random),
        };
        self.named = Some(name);
        name
    }
}
