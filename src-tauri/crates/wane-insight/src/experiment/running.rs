//! From the first day to the last: what a day is for, and what was done. There is no result here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    coins,
    plan::{Arm, Plan, PlanError},
};

/// An experiment that has begun.
///
/// It is the same again from the same plan, bytes and notes, which is how it is kept from one day to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    pub(super) plan: Plan,
    pub(super) fall: u64,
    pub(super) done: BTreeMap<NaiveDate, bool>,
}

/// An experiment whose last day is over; it alone has a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished(pub(super) Running);

/// An experiment that was stopped before its last day; it has no result, because its length was part of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    plan: Plan,
    on: NaiveDate,
}

impl Running {
    /// Begins an experiment; the coins fall as `random` says.
    ///
    /// # Errors
    ///
    /// [`PlanError::TooFewBytes`] when fewer than [`Plan::bytes_to_begin`] are given.
    pub fn begin(plan: Plan, random: &[u8]) -> Result<Running, PlanError> {
        let fall =
            coins::fall(&mut coins::bits(random), plan.coins()).ok_or(PlanError::TooFewBytes)?;
        Ok(Running {
            plan,
            fall,
            done: BTreeMap::new(),
        })
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What a date is for; `None` when it is no day of the experiment.
    pub fn arm(&self, date: NaiveDate) -> Option<Arm> {
        let day = *self.plan.layout().get(self.plan.day(date)?)?;
        Some(if coins::is_on(self.fall, day) {
            Arm::On
        } else {
            Arm::Off
        })
    }

    /// Notes whether it was done on a date; a later note for the same date counts. Dates outside change nothing.
    pub fn note(&mut self, date: NaiveDate, done: bool) {
        if self.plan.day(date).is_some() {
            self.done.insert(date, done);
        }
    }

    /// Ends it, once `today` lies after its last day; until then it goes on and is given back.
    ///
    /// # Errors
    ///
    /// The experiment itself, when it is not over.
    pub fn finish(self, today: NaiveDate) -> Result<Finished, Box<Running>> {
        if today > self.plan.last() {
            Ok(Finished(self))
        } else {
            Err(Box::new(self))
        }
    }

    /// Stops it, on any day and for any reason.
    pub fn stop(self, on: NaiveDate) -> Stopped {
        Stopped {
            plan: self.plan,
            on,
        }
    }
}

impl Finished {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.0.plan
    }

    /// What a date was for; `None` when it was no day of the experiment.
    pub fn arm(&self, date: NaiveDate) -> Option<Arm> {
        self.0.arm(date)
    }
}

impl Stopped {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The day it was stopped on.
    pub fn on(&self) -> NaiveDate {
        self.on
    }
}
