//! Routines: movements in an order, ready-made or the person's own.

use super::library::movement_of;

/// The longest a routine can be, in steps.
pub const MOST_STEPS: usize = 24;

/// The most minutes one step can have.
pub const MOST_MINUTES: u16 = 30;

/// The most times one step can be repeated.
pub const MOST_TIMES: u16 = 50;

/// How long one repetition takes at an easy pace, in seconds: about one slow breath in and out
/// (4 s and 6 s, `SCIENCE.md` 7). It is only used to say about how long a routine is.
pub const ONE_TIME_S: u32 = 10;

/// How much of a movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// For so many minutes, 1 to [`MOST_MINUTES`].
    Minutes(u16),
    /// So many times, 1 to [`MOST_TIMES`].
    Times(u16),
}

/// One step of a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The code of a movement of the library.
    pub movement: &'static str,
    /// How much of it.
    pub amount: Amount,
}

/// What cannot be a step or a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoRoutine {
    /// No movement of the library is called that.
    #[error("no movement of the library")]
    UnknownMovement,
    /// Too few or too many minutes or times.
    #[error("an amount out of range")]
    Amount,
    /// Nothing in it, or more than [`MOST_STEPS`].
    #[error("too few or too many steps")]
    Length,
    /// Not written as steps are.
    #[error("not written as steps are")]
    Form,
}

impl Step {
    /// A step, if there is such a movement and the amount is in range.
    ///
    /// # Errors
    /// [`NoRoutine::UnknownMovement`] or [`NoRoutine::Amount`].
    pub fn new(code: &str, amount: Amount) -> Result<Step, NoRoutine> {
        let movement = movement_of(code).ok_or(NoRoutine::UnknownMovement)?.code;
        let in_range = match amount {
            Amount::Minutes(n) => (1..=MOST_MINUTES).contains(&n),
            Amount::Times(n) => (1..=MOST_TIMES).contains(&n),
        };
        if in_range {
            Ok(Step { movement, amount })
        } else {
            Err(NoRoutine::Amount)
        }
    }

    /// About how long it takes, in seconds.
    pub fn seconds(&self) -> u32 {
        match self.amount {
            Amount::Minutes(n) => u32::from(n) * 60,
            Amount::Times(n) => u32::from(n) * ONE_TIME_S,
        }
    }
}

/// The steps of a routine, in order: 1 to [`MOST_STEPS`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps(Vec<Step>);

impl Steps {
    /// Steps, if there is at least one and not too many.
    ///
    /// # Errors
    /// [`NoRoutine::Length`].
    pub fn new(steps: Vec<Step>) -> Result<Steps, NoRoutine> {
        if (1..=MOST_STEPS).contains(&steps.len()) {
            Ok(Steps(steps))
        } else {
            Err(NoRoutine::Length)
        }
    }

    /// The steps in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Step> {
        self.0.iter()
    }

    /// About how long all of it takes, in whole minutes, at least 1.
    pub fn minutes(&self) -> u16 {
        let seconds: u32 = self.0.iter().map(Step::seconds).sum();
        u16::try_from(seconds.div_ceil(60).max(1)).unwrap_or(u16::MAX)
    }
}

/// `heel-slide 2m, bridge 6x`: what a diary and other programs read.
impl std::fmt::Display for Steps {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            let gap = if at == 0 { "" } else { ", " };
            match step.amount {
                Amount::Minutes(n) => write!(f, "{gap}{} {n}m", step.movement)?,
                Amount::Times(n) => write!(f, "{gap}{} {n}x", step.movement)?,
            }
        }
        Ok(())
    }
}

impl std::str::FromStr for Steps {
    type Err = NoRoutine;

    fn from_str(text: &str) -> Result<Steps, NoRoutine> {
        let step = |text: &str| {
            let (code, amount) = text.trim().split_once(' ').ok_or(NoRoutine::Form)?;
            let number = |digits: &str| digits.parse().map_err(|_| NoRoutine::Form);
            let amount = match (amount.strip_suffix('m'), amount.strip_suffix('x')) {
                (Some(digits), _) => Amount::Minutes(number(digits)?),
                (None, Some(digits)) => Amount::Times(number(digits)?),
                (None, None) => return Err(NoRoutine::Form),
            };
            Step::new(code, amount)
        };
        Steps::new(text.split(',').map(step).collect::<Result<_, _>>()?)
    }
}

/// A routine that comes with Wane; its name lies in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadyMade {
    /// What it is called by, everywhere; it never changes.
    pub code: &'static str,
    /// Its steps, in order.
    pub steps: &'static [Step],
}

const fn minutes(movement: &'static str, n: u16) -> Step {
    Step {
        movement,
        amount: Amount::Minutes(n),
    }
}

const fn times(movement: &'static str, n: u16) -> Step {
    Step {
        movement,
        amount: Amount::Times(n),
    }
}

/// The routines that come with Wane, in the order of a day.
pub const READY_MADE: [ReadyMade; 6] = [
    ReadyMade {
        code: "morning-in-bed",
        steps: &[
            times("ankle-pump", 10),
            times("heel-slide", 6),
            times("pelvis-rock", 6),
            times("knees-side", 6),
            times("arms-overhead", 5),
        ],
    },
    ReadyMade {
        code: "at-the-desk",
        steps: &[
            times("shoulder-roll", 6),
            times("head-turn", 6),
            times("elbows-back", 6),
            times("wrist-bend", 6),
            times("seated-round", 5),
            times("knee-straighten", 6),
        ],
    },
    ReadyMade {
        code: "kitchen-counter",
        steps: &[
            minutes("weight-shift", 1),
            times("heel-raise", 8),
            times("counter-push", 6),
            times("leg-swing", 8),
            times("small-squat", 5),
            minutes("calf-ease", 1),
            minutes("long-back", 1),
        ],
    },
    ReadyMade {
        code: "on-a-chair",
        steps: &[
            minutes("seated-march", 1),
            times("knee-straighten", 6),
            times("seated-turn", 6),
            times("seated-side-bend", 4),
            times("fold-forward", 4),
            times("sit-to-stand", 4),
        ],
    },
    ReadyMade {
        code: "before-sleep",
        steps: &[
            times("shoulder-roll", 5),
            times("ear-to-shoulder", 4),
            times("knee-to-chest", 4),
            times("knees-side", 6),
            minutes("legs-up-rest", 3),
        ],
    },
    ReadyMade {
        code: "lying-only",
        steps: &[
            times("pelvis-rock", 6),
            times("heel-slide", 6),
            times("open-book", 4),
            times("leg-ease", 5),
            times("bridge", 5),
            minutes("legs-up-rest", 2),
        ],
    },
];

/// The ready-made routine of that code.
pub fn ready_made(code: &str) -> Option<&'static ReadyMade> {
    READY_MADE.iter().find(|routine| routine.code == code)
}
