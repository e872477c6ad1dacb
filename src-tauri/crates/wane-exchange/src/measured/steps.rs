//! Steps, which a phone in the pocket and a watch at the wrist both count.

use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

use chrono::{NaiveDate, Offset as _, TimeZone as _};
use chrono_tz::Tz;

use super::{SLOT_SECONDS, SLOTS};
use crate::{rules, stamps};

/// A record over more than a day is no count of steps.
const MAX_SECONDS: i64 = 26 * 60 * 60;

/// More days of one source each than this are no person's: fifty years of ten sources.
const MAX_DAYS: usize = 200_000;

/// Which of several sources of the same time counts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Preferred<'a> {
    /// One that is worn at the wrist, as we reckon: a wrist may be bare for a while that shows in no quarter of an hour,
    /// so a day has never less than its largest single source.
    Worn(&'a [bool]),
    /// As the person or the account itself has put them in order, nought first: their word holds, whoever counted more.
    Ranked(&'a [usize]),
}

impl Preferred<'_> {
    /// The place of a source: the lower, the sooner it counts.
    fn rank(self, source: usize) -> usize {
        match self {
            Preferred::Worn(worn) => worn
                .get(source)
                .map_or(usize::MAX, |worn| usize::from(!worn)),
            Preferred::Ranked(ranks) => ranks.get(source).copied().unwrap_or(usize::MAX),
        }
    }
}

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

    /// Steps by local day: in every slot what the preferred source counted, of several the largest count, and never a
    /// sum over sources.
    pub(crate) fn by_day(self, preferred: Preferred<'_>, home: Tz) -> BTreeMap<NaiveDate, u32> {
        let has_floor = matches!(preferred, Preferred::Worn(_));
        let mut merged: BTreeMap<NaiveDate, f64> = BTreeMap::new();
        let mut alone: BTreeMap<NaiveDate, BTreeMap<usize, f64>> = BTreeMap::new();
        let mut days = self.days.into_iter().peekable();
        while let Some(((day, source), slots)) = days.next() {
            // All sources of one day, so that nothing has to be held for every slot of every year.
            let mut told = vec![(source, slots)];
            while let Some(((_, source), slots)) = days.next_if(|((next, _), _)| *next == day) {
                told.push((source, slots));
            }
            let ranks: Vec<usize> = told.iter().map(|(one, _)| preferred.rank(*one)).collect();
            for (date, slots) in local_dates(day, home) {
                let in_slots = slots.clone().filter_map(|slot| {
                    let counts = ranks.iter().zip(&told);
                    counts
                        .map(|(rank, (_, slots))| (Reverse(*rank), slots[slot]))
                        .filter(|(_, count)| !count.is_nan())
                        .map(|(rank, count)| (rank, f64::from(count)))
                        .reduce(|best, one| if one > best { one } else { best })
                });
                let best = in_slots.map(|(_, count)| count).reduce(|a, b| a + b);
                let Some(best) = best else { continue };
                *merged.entry(date).or_default() += best;
                if !has_floor {
                    continue;
                }
                let alone = alone.entry(date).or_default();
                for (source, counts) in &told {
                    let counts = counts[slots.clone()].iter().filter(|count| !count.is_nan());
                    *alone.entry(*source).or_default() +=
                        counts.copied().map(f64::from).sum::<f64>();
                }
            }
        }
        merged
            .into_iter()
            .map(|(date, slots)| {
                let single = alone.get(&date).into_iter().flat_map(BTreeMap::values);
                let most = single.copied().fold(slots, f64::max);
                (date, most.round() as u32)
            })
            .collect()
    }
}

/// The local dates of a day of Greenwich, and the slots of it that lie on each.
fn local_dates(day: i64, home: Tz) -> Vec<(NaiveDate, Range<usize>)> {
    let slot_at = |slot: usize| (day * SLOTS as i64 + slot as i64) * SLOT_SECONDS;
    let offset = |slot: usize| {
        let at = stamps::seconds(slot_at(slot))?.naive_utc();
        Some(i64::from(
            home.offset_from_utc_datetime(&at).fix().local_minus_utc(),
        ))
    };
    // Asking a zone is dear, and on nearly every day it says the same from morning to evening.
    let (first, last) = (offset(0), offset(SLOTS - 1));
    let all_day = first.filter(|_| first == last);
    let mut dates: Vec<(NaiveDate, Range<usize>)> = Vec::with_capacity(2);
    for slot in 0..SLOTS {
        let date = all_day
            .or_else(|| offset(slot))
            .and_then(|offset| stamps::seconds(slot_at(slot) + offset))
            .map(|local| local.date_naive())
            .filter(|date| rules::sane_date(*date));
        match (date, dates.last_mut()) {
            (Some(date), Some((same, slots))) if *same == date && slots.end == slot => {
                slots.end += 1;
            }
            (Some(date), _) => dates.push((date, slot..slot + 1)),
            (None, _) => {}
        }
    }
    dates
}

#[cfg(test)]
mod tests {
    // A failed unwrap is a failed test.
    #![allow(clippy::unwrap_used)]

    use chrono_tz::TZ_VARIANTS;
    use proptest::prelude::*;
    use wane_domain::Moment;

    use super::*;

    fn one_by_one(day: i64, home: Tz) -> Vec<NaiveDate> {
        let at = |slot: usize| (day * SLOTS as i64 + slot as i64) * SLOT_SECONDS;
        (0..SLOTS)
            .map(|slot| Moment::new(stamps::seconds(at(slot)).unwrap(), home).date())
            .collect()
    }

    fn spread(day: i64, home: Tz) -> Vec<NaiveDate> {
        let dates = local_dates(day, home);
        let slots = dates
            .into_iter()
            .flat_map(|(date, slots)| slots.map(move |slot| (slot, date)));
        let slots: BTreeMap<usize, NaiveDate> = slots.collect();
        slots.into_values().collect()
    }

    proptest! {
        // From 1970 to 2059.
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn every_slot_lies_on_its_local_date(day in 0_i64..32_800, zone in 0..TZ_VARIANTS.len()) {
            let home = TZ_VARIANTS[zone];
            prop_assert_eq!(spread(day, home), one_by_one(day, home), "{} {}", day, home);
        }
    }

    #[test]
    fn days_on_which_clocks_change_are_told_slot_by_slot() {
        for (zone, date) in [
            ("Europe/Berlin", "2026-03-29"),
            ("Europe/Berlin", "2026-10-25"),
            ("America/St_Johns", "2006-10-29"),
            ("Asia/Beirut", "2025-03-30"),
            ("Pacific/Apia", "2011-12-30"),
            ("Australia/Lord_Howe", "2026-04-05"),
        ] {
            let home: Tz = zone.parse().unwrap();
            let date: NaiveDate = date.parse().unwrap();
            let day = date.signed_duration_since(NaiveDate::default()).num_days();
            for day in day - 1..=day + 1 {
                assert_eq!(spread(day, home), one_by_one(day, home), "{zone} {date}");
            }
        }
    }
}
