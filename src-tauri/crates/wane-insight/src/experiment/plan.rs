//! What is fixed before the first day.

use chrono::{Days, NaiveDate};

use super::coins;

/// The longest experiment, fortnights.
pub const MOST_FORTNIGHTS: u8 = 4;
/// Up to so many assignments all are counted; of more, a sample.
pub const COUNT_ALL: u64 = 1 << 16;
/// Assignments drawn where not all are counted, besides the real one.
pub const SAMPLE: usize = 9_999;

/// Days that are on or off together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Blocks {
    /// Every day for itself: seven coins a fortnight.
    SingleDays,
    /// Two, two and three days, for what lingers into the next day: three coins a fortnight.
    TwoOrThreeDays,
}

impl Blocks {
    /// The lengths of the blocks of a week.
    pub(super) fn of_a_week(self) -> &'static [usize] {
        match self {
            Blocks::SingleDays => &[1; 7],
            Blocks::TwoOrThreeDays => &[2, 2, 3],
        }
    }
}

/// Which date's outcome belongs to a day of the experiment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Read {
    /// The same date: something done in the morning, and the pain of that day.
    SameDate,
    /// The date after: something done in the evening, and the night or the pain that follows.
    DateAfter,
}

/// What a day is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Arm {
    /// With it.
    On,
    /// Without it.
    Off,
}

/// Why a plan cannot be made or begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No fortnight, or more than [`MOST_FORTNIGHTS`].
    #[error("an experiment lasts one to four fortnights")]
    Length,
    /// The coins could fall in so few ways that no result would say anything.
    #[error("so short an experiment needs blocks of single days")]
    TooFewAssignments,
    /// It would end after the last date there is.
    #[error("the experiment would end after the last date there is")]
    Date,
    /// Fewer random bits than coins.
    #[error("too few random bytes were given")]
    TooFewBytes,
}

/// An experiment as it is fixed before its first day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What is tried; the caller's own name for it.
    what: String,
    /// What is looked at; the caller's own name for it.
    outcome: String,
    first: NaiveDate,
    last: NaiveDate,
    fortnights: u8,
    blocks: Blocks,
    read: Read,
}

impl Plan {
    /// Fixes an experiment of so many fortnights from `first` on.
    ///
    /// # Errors
    ///
    /// When it is too short or too long, or could be drawn in so few ways that 95 % could never be reached.
    pub fn new(
        what: &str,
        outcome: &str,
        first: NaiveDate,
        fortnights: u8,
        blocks: Blocks,
        read: Read,
    ) -> Result<Plan, PlanError> {
        if !(1..=MOST_FORTNIGHTS).contains(&fortnights) {
            return Err(PlanError::Length);
        }
        let days = 14 * u64::from(fortnights);
        let last = first
            .checked_add_days(Days::new(days - 1))
            .ok_or(PlanError::Date)?;
        let plan = Plan {
            what: what.to_owned(),
            outcome: outcome.to_owned(),
            first,
            last,
            fortnights,
            blocks,
            read,
        };
        // The real assignment and its mirror always show as much, and they have to be fewer than one in twenty.
        if plan.assignments() < 40 {
            return Err(PlanError::TooFewAssignments);
        }
        Ok(plan)
    }

    /// What is tried.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// What is looked at.
    pub fn outcome(&self) -> &str {
        &self.outcome
    }

    /// Its first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last(&self) -> NaiveDate {
        self.last
    }

    /// How many days it lasts.
    pub fn days(&self) -> usize {
        14 * usize::from(self.fortnights)
    }

    /// Which date's outcome belongs to a day.
    pub fn read(&self) -> Read {
        self.read
    }

    /// How many coins are thrown.
    pub fn coins(&self) -> usize {
        self.blocks.of_a_week().len() * usize::from(self.fortnights)
    }

    /// In how many ways they can fall.
    pub fn assignments(&self) -> u64 {
        1 << self.coins()
    }

    /// Whether all of them are counted at the end.
    pub fn counts_all(&self) -> bool {
        self.assignments() <= COUNT_ALL
    }

    /// Random bytes that beginning it takes.
    pub fn bytes_to_begin(&self) -> usize {
        self.coins().div_ceil(8)
    }

    /// Random bytes that its result takes; none when all assignments are counted.
    pub fn bytes_to_finish(&self) -> usize {
        if self.counts_all() {
            0
        } else {
            (SAMPLE * self.coins()).div_ceil(8)
        }
    }

    /// The lengths of the blocks of a week, days.
    pub(super) fn blocks_of_a_week(&self) -> &'static [usize] {
        self.blocks.of_a_week()
    }

    /// The number of a date, from 0; `None` outside.
    pub(super) fn day(&self, date: NaiveDate) -> Option<usize> {
        let day = usize::try_from((date - self.first).num_days()).ok()?;
        (day < self.days()).then_some(day)
    }

    /// For each day its coin, and whether it is in the week that mirrors.
    pub(super) fn layout(&self) -> Vec<(usize, bool)> {
        coins::layout(self.blocks.of_a_week(), usize::from(self.fortnights))
    }
}
