//! Small personal experiments: which days they lie on, which date's answer belongs to a day, and which days are left out
//! (row I9).
//!
//! Nothing here knows a result: that is made from the finished whole alone, by the statistics.

use chrono::{Duration, NaiveDate};

use crate::diary::{Experiment, Pace, PartOfDay, Span, SpanKind, Tried, Watched};

/// Lengths that can be chosen, weeks: whole fortnights, because the second week of each mirrors the first.
pub const LENGTHS_WEEKS: [u16; 2] = [2, 4];

/// So many days ahead the first day may lie, counted from the day of setting up; the day itself is too late for coins
/// that are thrown before the first day.
pub const FIRST_DAY_WITHIN_DAYS: i64 = 14;

/// Where an experiment stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Its first day is still to come.
    Before,
    /// The day is one of its days, counted from 1.
    Running(i64),
    /// Its last day is over, and the answer that belongs to it may still come.
    Waiting,
    /// It ran to its end; it alone can have a result.
    Over,
    /// It was stopped before its end.
    Stopped,
}

impl Tried {
    /// When it is done, for what is always done at the same part of the day; one's own is said.
    pub fn part(self) -> Option<PartOfDay> {
        match self {
            Tried::WindDown => Some(PartOfDay::Evening),
            Tried::MorningLight => Some(PartOfDay::Morning),
            Tried::Movement => Some(PartOfDay::Day),
            Tried::Own => None,
        }
    }
}

impl Watched {
    /// Whether the answer about a date comes after what is done by day on that date.
    ///
    /// The night that ends on a date and the pain on waking lie before its day; the evening's pain lies after.
    fn follows_the_day(self) -> bool {
        match self {
            Watched::EveningPain => true,
            Watched::MorningPain | Watched::Asleep | Watched::Efficiency | Watched::Quality => {
                false
            }
        }
    }
}

/// Whether the coins of such an experiment can fall in enough ways for any result to say something.
pub fn is_possible(weeks: u16, pace: Pace) -> bool {
    match pace {
        Pace::EveryDay => LENGTHS_WEEKS.contains(&weeks),
        // Eight ways are too few.
        Pace::TwoOrThreeDays => weeks == 4,
    }
}

impl Experiment {
    /// How many days it lasts.
    pub fn days(&self) -> i64 {
        7 * i64::from(self.weeks)
    }

    /// Its last day, as it was fixed.
    pub fn last_date(&self) -> NaiveDate {
        self.first_date + Duration::days(self.days() - 1)
    }

    /// Whether the date is one of its days, as they were fixed.
    pub fn holds(&self, date: NaiveDate) -> bool {
        (self.first_date..=self.last_date()).contains(&date)
    }

    /// Whether the answer about the date after belongs to a day, not the one about the same date.
    ///
    /// It is the first answer after the thing was done: in the evening none of its own date is left.
    pub fn reads_the_date_after(&self) -> bool {
        self.part == PartOfDay::Evening || !self.watched.follows_the_day()
    }

    /// The date whose answer belongs to a day.
    pub fn read_on(&self, day: NaiveDate) -> NaiveDate {
        day + Duration::days(i64::from(self.reads_the_date_after()))
    }

    /// Where it stands on the day `today`; `last_answer` says whether the answer that belongs to its last day is there.
    ///
    /// It is over when the last answer is there, or its date is past; never on one of its days.
    pub fn phase(&self, today: NaiveDate, last_answer: bool) -> Phase {
        if self.stopped_on.is_some() {
            return Phase::Stopped;
        }
        if today < self.first_date {
            return Phase::Before;
        }
        if today <= self.last_date() {
            return Phase::Running((today - self.first_date).num_days() + 1);
        }
        if last_answer || today > self.read_on(self.last_date()) {
            Phase::Over
        } else {
            Phase::Waiting
        }
    }

    /// Why a day is left out of the comparison; `None` when it is not.
    ///
    /// A day is left out when it, or the date whose answer belongs to it, is marked as a flare, an illness or a journey.
    pub fn excused(&self, day: NaiveDate, spans: &[Span]) -> Option<SpanKind> {
        let dates = [day, self.read_on(day)];
        spans
            .iter()
            .find(|span| {
                dates.iter().any(|date| {
                    span.from_date <= *date && span.to_date.is_none_or(|last| *date <= last)
                })
            })
            .map(|span| span.kind)
    }
}
