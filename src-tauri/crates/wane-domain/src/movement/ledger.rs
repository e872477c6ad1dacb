//! The just-right dose ledger (rows M3 and X6): from what was done and how the mornings were, to same, less or a little more.
//!
//! `SCIENCE.md` 8: a baseline from comfortable days, a start at 80 % of it, a raise of 10 % of the baseline a week, the same on
//! good and on hard days. After a flare the last easier quota, not rest; two in a row hold the quota for a further week.
//! Pain that is known as the next morning's is read in [`super::response`].
//!
//! What is our own, because the literature leaves it open:
//! - a week only counts towards a raise if there was movement on [`PRACTISED`] of its days: a quota nobody has tried says nothing;
//! - a session that was too much, and settled, takes one raise back (10 % of the baseline);
//! - marked days (flare, illness, journey) stand outside: nothing changes on them, they are not judged, and no week counts them.
//!
//! Everything follows from the records: the same diary has the same ledger, and tomorrow's entries never change today's quota.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::response::{Mornings, Response, response};
use crate::spread::quartiles;

/// A baseline is made of so many comfortable days at least.
pub const TRIALS: usize = 3;
/// Comfortable days are looked for in so many days before.
pub const TRIAL_DAYS: u64 = 28;
/// The first quota, as a share of the baseline.
pub const START: f64 = 0.8;
/// A raise, as a share of the baseline.
pub const RAISE: f64 = 0.1;
/// What is left of a quota after a flare.
pub const EASE: f64 = 0.8;
/// So many unmarked days make a week.
pub const WEEK: u32 = 7;
/// On so many days of a week there was movement, or the week does not raise the quota.
pub const PRACTISED: usize = 3;
/// So many flares in a row hold the quota for a further week.
pub const IN_A_ROW: u32 = 2;

/// One day with movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The day.
    pub date: NaiveDate,
    /// Minutes of all its sessions.
    pub minutes: u16,
    /// One of them was too much.
    pub too_much: bool,
    /// One of them was said to be right or less, and none too much.
    pub comfortable: bool,
}

/// What a clinician said, from a day on and until the next such day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// From this day on.
    pub from: NaiveDate,
    /// Minutes a day not to go below.
    pub floor: Option<u16>,
    /// Minutes a day not to go above.
    pub ceiling: Option<u16>,
}

/// The plan that the person has chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// The first day of it.
    pub start: NaiveDate,
    /// Minutes of a comfortable day, above 0.
    pub baseline: f64,
    /// Minutes a day that the person wants to come to.
    pub goal: Option<u16>,
}

/// What the diary holds, as far as the ledger looks at it; every list in order of days, at most one entry a day.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Days with movement.
    pub moved: &'a [Moved],
    /// Pain on waking.
    pub mornings: &'a Mornings,
    /// Days in a flare, an illness or a journey.
    pub marked: &'a BTreeSet<NaiveDate>,
    /// What clinicians said.
    pub limits: &'a [Limits],
    /// Days on which the person said to go below the floor for now.
    pub below_floor: &'a [NaiveDate],
}

/// A baseline, or how far it is from one.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// The comfortable, unmarked days it comes from, in order.
    pub trials: Vec<(NaiveDate, u16)>,
    /// The median of their minutes; `None` for fewer than [`TRIALS`].
    pub minutes: Option<f64>,
}

/// The baseline as it is known on `today`: the median of the comfortable days of the last [`TRIAL_DAYS`] days.
///
/// A day is comfortable if its movement was right or less, it was not marked, and the morning after did not tell of a flare.
pub fn baseline(facts: &Facts<'_>, today: NaiveDate) -> Baseline {
    let first = today - Days::new(TRIAL_DAYS - 1);
    let trials: Vec<(NaiveDate, u16)> = facts
        .moved
        .iter()
        .filter(|day| (first..=today).contains(&day.date))
        .filter(|day| day.comfortable && day.minutes > 0 && !facts.marked.contains(&day.date))
        .filter(|day| {
            !matches!(
                response(facts.mornings, day.date, today),
                Response::Flared { .. }
            )
        })
        .map(|day| (day.date, day.minutes))
        .collect();
    let minutes: Vec<f64> = trials.iter().map(|(_, m)| f64::from(*m)).collect();
    Baseline {
        minutes: (trials.len() >= TRIALS)
            .then(|| quartiles(&minutes))
            .flatten()
            .map(|quartiles| quartiles.median),
        trials,
    }
}

/// What changed a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The plan began.
    Begun,
    /// A week of movement had settled: a little more.
    Raised,
    /// A session was too much, and settled: one raise is taken back.
    TooMuch,
    /// The morning after told of a flare: the last easier quota.
    Flared,
    /// Two flares in a row: the last easier quota, for a further week.
    FlaredAgain,
    /// A clinician's floor or ceiling moved it.
    Limits,
    /// The person agreed to go below the floor for now.
    BelowFloor,
}

/// Why a quota stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// It has changed today.
    Changed,
    /// The day is marked: nothing changes.
    Marked,
    /// Two flares in a row: a further week without a change.
    Holding,
    /// It has come to the ceiling.
    Ceiling,
    /// It has come to the goal.
    Goal,
    /// The week is not over.
    Week,
    /// A session of the last days was too much.
    AfterTooMuch,
    /// A morning is up, and it is not known yet whether it settles.
    Waiting,
    /// Fewer than [`PRACTISED`] days of the week had movement.
    Practise,
}

/// The quota of one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quota {
    /// The day.
    pub date: NaiveDate,
    /// Minutes, at least 1.
    pub minutes: u16,
    /// What it was before the last change.
    pub before: u16,
    /// What changed it last, and on which day.
    pub change: Change,
    /// The day of that change.
    pub since: NaiveDate,
    /// Why it has not changed today.
    pub stays: Stays,
    /// It would have gone to so many minutes, below the clinician's floor: the person is asked.
    pub asks: Option<u16>,
}

/// Which way the quota went, for as long as a change is news: a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The same as before.
    Same,
    /// Less than before.
    Less,
    /// A little more than before.
    More,
}

impl Quota {
    /// Same, less, or a little more than before.
    pub fn way(&self) -> Way {
        let is_news = (self.date - self.since).num_days() < i64::from(WEEK);
        match self.minutes.cmp(&self.before) {
            _ if !is_news || self.change == Change::Begun => Way::Same,
            std::cmp::Ordering::Less => Way::Less,
            std::cmp::Ordering::Equal => Way::Same,
            std::cmp::Ordering::Greater => Way::More,
        }
    }
}

/// The limits that hold on a day.
pub fn limits_on(limits: &[Limits], date: NaiveDate) -> (Option<u16>, Option<u16>) {
    limits
        .iter()
        .rev()
        .find(|limits| limits.from <= date)
        .map_or((None, None), |limits| (limits.floor, limits.ceiling))
}

/// The quota of every day from the start of the plan to `today`, in order; empty before the start.
///
/// It is never above the ceiling of its day, and never goes below the floor unless the person has said so.
pub fn ledger(plan: &Plan, facts: &Facts<'_>, today: NaiveDate) -> Vec<Quota> {
    let mut walk = Walk::begin(plan, facts);
    plan.start
        .iter_days()
        .take_while(|date| *date <= today)
        .map(|date| walk.day(date))
        .collect()
}

/// The ledger on its way through the days.
struct Walk<'a> {
    plan: &'a Plan,
    facts: &'a Facts<'a>,
    level: f64,
    before: u16,
    change: Change,
    since: NaiveDate,
    /// Unmarked days since the last change.
    counted: u32,
    /// A further week is to pass before any week counts.
    holding: bool,
    flares: u32,
    limits: (Option<u16>, Option<u16>),
    asks: Option<f64>,
    asked_on: NaiveDate,
    /// Days with movement whose morning after is not known for good, and whether they were answered for being too much.
    open: Vec<(Moved, bool)>,
    next: usize,
}

impl<'a> Walk<'a> {
    fn begin(plan: &'a Plan, facts: &'a Facts<'a>) -> Walk<'a> {
        let mut walk = Walk {
            plan,
            facts,
            level: START * plan.baseline,
            before: 0,
            change: Change::Begun,
            since: plan.start,
            counted: 0,
            holding: false,
            flares: 0,
            limits: limits_on(facts.limits, plan.start),
            asks: None,
            asked_on: plan.start,
            open: Vec::new(),
            next: facts.moved.partition_point(|day| day.date < plan.start),
        };
        walk.level = walk.within(walk.level);
        walk.before = walk.minutes();
        walk
    }

    /// Between floor and ceiling, not above the goal, and at least a minute.
    fn within(&self, level: f64) -> f64 {
        let (floor, _) = self.limits;
        self.capped(level.max(f64::from(floor.unwrap_or(1)).max(1.0)))
    }

    /// Not above ceiling and goal. A floor above the goal goes first, and the ceiling before everything.
    fn capped(&self, level: f64) -> f64 {
        level.min(self.cap()).max(1.0)
    }

    fn cap(&self) -> f64 {
        let (floor, ceiling) = self.limits;
        let goal = self.plan.goal.map(|goal| goal.max(floor.unwrap_or(0)));
        let caps = [goal, ceiling].into_iter().flatten().min();
        caps.map_or(f64::INFINITY, f64::from)
    }

    fn minutes(&self) -> u16 {
        // A day has 1440 minutes; a quota above that is none.
        self.level.round().clamp(1.0, 1440.0) as u16
    }

    fn day(&mut self, date: NaiveDate) -> Quota {
        let limited = self.take_limits(date);
        let marked = self.facts.marked.contains(&date);
        // What the person says holds on a marked day, too.
        let stays = if marked && self.take_consent(date) {
            Stays::Changed
        } else if marked {
            Stays::Marked
        } else {
            self.unmarked(date, limited)
        };
        self.take_movement(date, marked);
        Quota {
            date,
            minutes: self.minutes(),
            before: self.before,
            change: self.change,
            since: self.since,
            stays,
            asks: self.asks.map(|level| level.round().max(1.0) as u16),
        }
    }

    /// A floor or a ceiling that begins on this day holds at once, on a marked day too.
    fn take_limits(&mut self, date: NaiveDate) -> bool {
        let limits = limits_on(self.facts.limits, date);
        if limits == self.limits {
            return false;
        }
        self.limits = limits;
        self.asks = None;
        let level = self.within(self.level);
        if level.round() == self.level.round() {
            return false;
        }
        self.set(date, level, Change::Limits);
        true
    }

    fn unmarked(&mut self, date: NaiveDate, limited: bool) -> Stays {
        let eased = self.take_mornings(date);
        let agreed = self.take_consent(date);
        if limited || eased || agreed {
            return Stays::Changed;
        }
        if date == self.plan.start {
            return Stays::Changed;
        }
        self.raise(date)
    }

    /// What the mornings up to this day say about the sessions before; whether the quota was eased.
    fn take_mornings(&mut self, date: NaiveDate) -> bool {
        let mut eased = false;
        for (day, answered) in std::mem::take(&mut self.open) {
            let found = response(self.facts.mornings, day.date, date);
            let is_final = date >= day.date + Days::new(2);
            match found {
                Response::Flared { .. } => {
                    self.flares += 1;
                    let again = self.flares >= IN_A_ROW;
                    let change = if again {
                        Change::FlaredAgain
                    } else {
                        Change::Flared
                    };
                    self.ease(date, EASE * self.level, change);
                    self.holding = again;
                    eased = true;
                }
                Response::Settled { .. } if !day.too_much => self.flares = 0,
                _ => {
                    if day.too_much && !answered {
                        let less = self.level - RAISE * self.plan.baseline;
                        self.ease(date, less, Change::TooMuch);
                        eased = true;
                    }
                    if !is_final && !matches!(found, Response::Settled { .. }) {
                        self.open.push((day, true));
                    }
                }
            }
        }
        eased
    }

    fn ease(&mut self, date: NaiveDate, level: f64, change: Change) {
        let floor = f64::from(self.limits.0.unwrap_or(1)).max(1.0);
        if level.round() >= floor {
            self.asks = None;
            self.set(date, self.capped(level), change);
            return;
        }
        // Not below the floor without asking; a quota that the person let lie below it stays where it is.
        let level = level.max(1.0);
        self.asks =
            (self.limits.0.is_some() && level.round() < self.level.round()).then_some(level);
        self.asked_on = date;
        let stays = self.level.min(floor);
        self.set(date, self.capped(stays), change);
    }

    fn take_consent(&mut self, date: NaiveDate) -> bool {
        let Some(level) = self.asks else {
            return false;
        };
        let since = self.asked_on..=date;
        if !self.facts.below_floor.iter().any(|on| since.contains(on)) {
            return false;
        }
        self.asks = None;
        self.set(date, self.capped(level), Change::BelowFloor);
        true
    }

    fn raise(&mut self, date: NaiveDate) -> Stays {
        let cap = self.cap();
        if self.level >= cap {
            let is_ceiling = self
                .limits
                .1
                .is_some_and(|ceiling| f64::from(ceiling) <= cap);
            return if is_ceiling {
                Stays::Ceiling
            } else {
                Stays::Goal
            };
        }
        if self.holding {
            if self.counted < WEEK {
                return Stays::Holding;
            }
            self.holding = false;
            self.counted = 0;
        }
        if self.counted < WEEK {
            return Stays::Week;
        }
        if self.last_moved(date).is_some_and(|day| day.too_much) {
            return Stays::AfterTooMuch;
        }
        // Whichever week it was that began with the last change: what is looked at is the last one.
        let recent = self.week_before(date);
        let practised = recent.iter().filter(|day| day.minutes > 0).count();
        if practised < PRACTISED {
            return Stays::Practise;
        }
        let is_waiting = recent.last().is_some_and(|day| {
            let found = response(self.facts.mornings, day.date, date);
            day.date + Days::new(2) > date && matches!(found, Response::Waiting { .. })
        });
        if is_waiting {
            return Stays::Waiting;
        }
        self.set(
            date,
            self.capped(self.level + RAISE * self.plan.baseline),
            Change::Raised,
        );
        Stays::Changed
    }

    /// The days with movement among the last [`WEEK`] unmarked days before that day.
    fn week_before(&self, date: NaiveDate) -> Vec<Moved> {
        let marked = |day: &NaiveDate| self.facts.marked.contains(day);
        let first = std::iter::successors(date.pred_opt(), NaiveDate::pred_opt)
            .take_while(|day| *day >= self.plan.start)
            .filter(|day| !marked(day))
            .take(WEEK as usize)
            .last();
        let within = |day: &&Moved| first.is_some_and(|first| (first..date).contains(&day.date));
        let moved = self.facts.moved.iter();
        moved
            .filter(within)
            .filter(|day| !marked(&day.date))
            .copied()
            .collect()
    }

    /// The last day with movement before that day, since the plan began.
    fn last_moved(&self, date: NaiveDate) -> Option<&Moved> {
        let before = self.facts.moved.partition_point(|day| day.date < date);
        self.facts.moved[..before]
            .last()
            .filter(|day| day.date >= self.plan.start)
    }

    fn set(&mut self, date: NaiveDate, level: f64, change: Change) {
        // What was in force before the first of several changes of one day.
        if self.since != date || self.change == Change::Begun {
            self.before = self.minutes();
        }
        // Sums of tenths drift by billionths, and a half is to stay a half.
        self.level = (level * 1e6).round() / 1e6;
        self.change = change;
        self.since = date;
        self.counted = 0;
        if change == Change::Raised || change == Change::Limits {
            self.holding = false;
        }
    }

    /// The day itself counts from the next one on.
    fn take_movement(&mut self, date: NaiveDate, marked: bool) {
        let mut moved = None;
        while let Some(day) = self
            .facts
            .moved
            .get(self.next)
            .filter(|day| day.date <= date)
        {
            moved = Some(*day);
            self.next += 1;
        }
        if marked {
            return;
        }
        self.counted += 1;
        let Some(day) = moved.filter(|day| day.date == date) else {
            return;
        };
        self.open.push((day, false));
    }
}
