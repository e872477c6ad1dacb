//! The week in three facts: one good thing, one steady thing, one open question. The words are the app's.

use crate::{
    Calendar, Insights, Quantity, Tier, contrast::median, page::Finding, patience::Patience,
    verdict::FEWEST_PAIRS,
};

/// Days of the week that is looked back on.
pub const WEEK: usize = 7;
/// Days before it that it is held against: eight weeks.
pub const BEFORE: usize = 56;
/// Fewest written days in the week for a fact about it.
pub const FEWEST_IN_WEEK: usize = 4;
/// Fewest written days before it.
pub const FEWEST_BEFORE: usize = 14;
/// A change is worth a word from this share of the ordinary spread on.
pub const WORTH_A_WORD: f64 = 0.5;
/// A change is none up to this share of the ordinary spread.
pub const AS_BEFORE: f64 = 0.25;

/// Which way of a quantity is the welcome one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Welcome {
    /// More of it.
    More,
    /// Less of it.
    Less,
    /// Neither: a time of day, which can only be steady.
    Neither,
}

/// A quantity that a week can be told by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Aspect<'a> {
    /// Its name, given back with the fact.
    pub name: &'a str,
    /// Its values; clock times as minutes after a noon that none of them crosses.
    pub values: Quantity<'a>,
    /// Which way is welcome.
    pub welcome: Welcome,
}

/// How one quantity was this week against the eight weeks before.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The quantity.
    pub name: String,
    /// Median of the week.
    pub week: f64,
    /// Median of the weeks before.
    pub before: f64,
    /// Days written in the week.
    pub days: usize,
    /// Days written in the weeks before.
    pub days_before: usize,
    /// Difference of the medians, as a share of the ordinary spread before (its median distance from its median).
    pub in_spreads: f64,
}

/// A good thing about the week.
#[derive(Debug, Clone, PartialEq)]
pub enum Good {
    /// Something moved the welcome way.
    Better(Change),
    /// Nothing did, and days were written.
    Written {
        /// Days of the week with anything written.
        days: usize,
    },
}

/// What is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// A hint, which may well disappear.
    Hint {
        /// The sleep measure.
        name: String,
    },
    /// No answer yet, with the days until there could be one.
    CouldBeKnownIn {
        /// The sleep measure.
        name: String,
        /// More days of writing.
        days: usize,
    },
    /// Too few rows for any answer.
    TooEarly {
        /// Rows so far, of the measure that has most.
        pairs: usize,
        /// Rows at which comparisons start.
        needed: usize,
    },
}

/// The week in three facts; each is `None` when there is none to tell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LookBack {
    /// What moved the welcome way most, against its own spread; else that days were written.
    pub good: Option<Good>,
    /// What stayed most as it was.
    pub steady: Option<Change>,
    /// What could be known next.
    pub open: Option<Open>,
}

/// Looks back on the week that ends on day `last`.
///
/// `written` says on which days anything at all was written; a day that counts as rough is one of them.
pub fn of(
    calendar: &Calendar,
    last: usize,
    aspects: &[Aspect],
    written: &[bool],
    insights: &Insights,
) -> LookBack {
    let last = last.min(calendar.days() - 1);
    let changes: Vec<(Welcome, Change)> = aspects
        .iter()
        .filter_map(|aspect| Some((aspect.welcome, change(calendar, last, aspect)?)))
        .collect();
    let welcome = |(welcome, change): &(Welcome, Change)| match welcome {
        Welcome::More => change.in_spreads,
        Welcome::Less => -change.in_spreads,
        Welcome::Neither => f64::NEG_INFINITY,
    };
    let better = changes
        .iter()
        .filter(|one| welcome(one) >= WORTH_A_WORD)
        .max_by(|a, b| welcome(a).total_cmp(&welcome(b)))
        .map(|(_, change)| Good::Better(change.clone()));
    let days = (last.saturating_sub(WEEK - 1)..=last)
        .filter(|day| written.get(*day).copied().unwrap_or(false))
        .count();
    let steady = changes
        .iter()
        .map(|(_, change)| change)
        .filter(|change| change.in_spreads.abs() <= AS_BEFORE)
        .min_by(|a, b| a.in_spreads.abs().total_cmp(&b.in_spreads.abs()));
    LookBack {
        good: better.or((days > 0).then_some(Good::Written { days })),
        steady: steady.cloned(),
        open: open(&insights.forward),
    }
}

/// The week against the weeks before; `None` with too few days of either, or when it moved from where it mostly stayed.
fn change(calendar: &Calendar, last: usize, aspect: &Aspect) -> Option<Change> {
    let first = (last + 1).checked_sub(WEEK)?;
    let values = |from: usize, to: usize| -> Vec<f64> {
        (from..to)
            .filter(|day| !calendar.is_set_aside(*day))
            .filter_map(|day| aspect.values.on(day))
            .collect()
    };
    let week = values(first, last + 1);
    let before = values(first.saturating_sub(BEFORE), first);
    if week.len() < FEWEST_IN_WEEK || before.len() < FEWEST_BEFORE {
        return None;
    }
    let (week_median, before_median) = (median(&week)?, median(&before)?);
    let away: Vec<f64> = before
        .iter()
        .map(|value| (value - before_median).abs())
        .collect();
    let spread = median(&away)?;
    let moved = week_median - before_median;
    let in_spreads = match (spread > 0.0, moved == 0.0) {
        (true, _) => moved / spread,
        // What mostly stayed the same before and is the same now is as steady as can be.
        (false, true) => 0.0,
        (false, false) => return None,
    };
    Some(Change {
        name: aspect.name.to_owned(),
        week: week_median,
        before: before_median,
        days: week.len(),
        days_before: before.len(),
        in_spreads,
    })
}

/// A hint first, then what could be known soonest, then how many rows there are.
fn open(forward: &[Finding]) -> Option<Open> {
    let hint = forward.iter().find(|finding| finding.tier == Tier::Hint);
    if let Some(finding) = hint {
        return Some(Open::Hint {
            name: finding.name.clone(),
        });
    }
    let soonest = forward
        .iter()
        .filter(|finding| matches!(finding.tier, Tier::NotEnough | Tier::CannotTell))
        .filter_map(|finding| match finding.patience {
            Patience::Days { more, .. } => Some((more, finding)),
            _ => None,
        })
        .min_by_key(|(more, _)| *more);
    if let Some((days, finding)) = soonest {
        return Some(Open::CouldBeKnownIn {
            name: finding.name.clone(),
            days,
        });
    }
    let pairs = forward
        .iter()
        .map(|finding| finding.comparison.pairs)
        .max()?;
    (pairs < FEWEST_PAIRS).then_some(Open::TooEarly {
        pairs,
        needed: FEWEST_PAIRS,
    })
}
