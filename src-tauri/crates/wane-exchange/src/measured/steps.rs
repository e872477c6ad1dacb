//! Steps, which a phone in the pocket and a watch at the wrist both count.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use wane_domain::Moment;

use super::{SLOT_SECONDS, SLOTS};
use crate::{rules, stamps};

/// A record over more than a day is no count of steps.
const MAX_SECONDS: i64 = 26 * 60 * 60;

/// More days of one source each than this are no person's: fifty years of ten sources.
const MAX_DAYS: usize = 200_000;

/// Counts by day of Greenwich and source, slot by slot, since sources are told apart in each; no number where nothing was
/// counted.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    days: BTreeMap<(i64, usize), Box<[f32; SLOTS]>>,
    full: bool,
}

impl Steps {
    /// Spreads a count evenly over its time; `false` if that is more than a day.
    pub(crate) fn add(&mut self, source: usize, from: i64, to: i64, count: f64) -> bool {
        let to = to.max(from);
        if to - from > MAX_SECONDS {
            return false;
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
            let day = (slot.div_euclid(SLOTS as i64), source);
            if self.days.len() >= MAX_DAYS && !self.days.contains_key(&day) {
                self.full = true;
                return true;
            }
            let slots = self.days.entry(day);
            let slots = slots.or_insert_with(|| Box::new([f32::NAN; SLOTS]));
            let there = &mut slots[slot.rem_euclid(SLOTS as i64) as usize];
            *there = if there.is_nan() { 0.0 } else { *there } + (count * share) as f32;
        }
        true
    }

    /// How many days there may be, if there were more.
    pub(crate) fn too_many(&self) -> Option<usize> {
        self.full.then_some(MAX_DAYS)
    }

    /// Steps by local day: in every slot what the wrist counted, else the largest count; never less than the largest
    /// single source of the day, and never a sum over sources.
    pub(crate) fn by_day(self, worn: &[bool], home: Tz) -> BTreeMap<NaiveDate, u32> {
        let mut merged: BTreeMap<NaiveDate, f64> = BTreeMap::new();
        let mut alone: BTreeMap<NaiveDate, BTreeMap<usize, f64>> = BTreeMap::new();
        let mut days = self.days.into_iter().peekable();
        while let Some(((day, source), slots)) = days.next() {
            // All sources of one day, so that nothing has to be held for every slot of every year.
            let mut told = vec![(source, slots)];
            while let Some(((_, source), slots)) = days.next_if(|((next, _), _)| *next == day) {
                told.push((source, slots));
            }
            for slot in 0..SLOTS {
                let counts = told
                    .iter()
                    .map(|(source, slots)| (*source, f64::from(slots[slot])))
                    .filter(|(_, count)| !count.is_nan());
                let best = counts
                    .clone()
                    .map(|(source, count)| (worn.get(source).copied().unwrap_or_default(), count))
                    .reduce(|best, one| if one > best { one } else { best });
                let at = (day * SLOTS as i64 + slot as i64) * SLOT_SECONDS;
                let date = best
                    .and_then(|_| stamps::seconds(at))
                    .map(|at| Moment::new(at, home).date())
                    .filter(|date| rules::sane_date(*date));
                let (Some((_, best)), Some(date)) = (best, date) else {
                    continue;
                };
                *merged.entry(date).or_default() += best;
                let alone = alone.entry(date).or_default();
                for (source, count) in counts {
                    *alone.entry(source).or_default() += count;
                }
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
