//! Steps, which a phone in the pocket and a watch at the wrist both count.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;
use wane_domain::Moment;

use crate::{rules, stamps};

/// Sources are told apart quarter of an hour by quarter of an hour; every zone's days begin at one.
const SLOT_SECONDS: i64 = 15 * 60;

/// A record over more than a day is no count of steps.
const MAX_SECONDS: i64 = 26 * 60 * 60;

/// Counts by slot and source.
#[derive(Debug, Default)]
pub(super) struct Steps {
    slots: HashMap<(i64, usize), f64>,
}

impl Steps {
    /// Spreads a count evenly over its time.
    pub(super) fn add(&mut self, source: usize, from: i64, to: i64, count: f64) {
        let to = to.max(from);
        if to - from > MAX_SECONDS {
            return;
        }
        let (first, last) = (
            from.div_euclid(SLOT_SECONDS),
            // A record that ends on the line between two slots lies in the first.
            (to - i64::from(to > from)).div_euclid(SLOT_SECONDS),
        );
        for slot in first..=last {
            let share = if to == from {
                1.0
            } else {
                let begins = from.max(slot * SLOT_SECONDS);
                let ends = to.min((slot + 1) * SLOT_SECONDS);
                (ends - begins) as f64 / (to - from) as f64
            };
            *self.slots.entry((slot, source)).or_default() += count * share;
        }
    }

    /// Steps by local day: in every slot what the wrist counted, else the largest count; never less than the largest
    /// single source of the day, and never a sum over sources.
    pub(super) fn by_day(self, worn: &[bool], home: Tz) -> BTreeMap<NaiveDate, u32> {
        let mut dates: HashMap<i64, NaiveDate> = HashMap::new();
        let mut best: HashMap<i64, (bool, f64)> = HashMap::new();
        let mut alone: BTreeMap<NaiveDate, HashMap<usize, f64>> = BTreeMap::new();
        for (&(slot, source), &count) in &self.slots {
            let date = *dates.entry(slot).or_insert_with(|| {
                stamps::seconds(slot * SLOT_SECONDS)
                    .map_or(NaiveDate::MIN, |at| Moment::new(at, home).date())
            });
            if !rules::sane_date(date) {
                continue;
            }
            let candidate = (worn.get(source).copied().unwrap_or_default(), count);
            let there = best.entry(slot).or_insert(candidate);
            if candidate > *there {
                *there = candidate;
            }
            *alone.entry(date).or_default().entry(source).or_default() += count;
        }
        let mut merged: BTreeMap<NaiveDate, f64> = BTreeMap::new();
        for (slot, (_, count)) in best {
            if let Some(date) = dates.get(&slot) {
                *merged.entry(*date).or_default() += count;
            }
        }
        alone
            .into_iter()
            .map(|(date, sources)| {
                let single = sources.into_values().fold(0.0, f64::max);
                let slots = merged.get(&date).copied().unwrap_or_default();
                (date, single.max(slots).round() as u32)
            })
            .collect()
    }
}
