//! The diary laid out day by day, as the statistics need it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use wane_domain::{
    Id,
    diary::{DayEntry, Factor, FactorValue, Night, Occasion, PainRating, Span, SpanKind, Timing},
    measures::Measures,
};
use wane_insight::{Calendar, calendar::Series, page};
use wane_store::Diary;

use crate::fault::Fault;

/// A sleep measure: its wire name, what matters in it, and how it is read from a night.
pub(super) struct SleepMeasure {
    pub name: &'static str,
    pub matters: f64,
    read: fn(&Night, &Measures) -> Option<f64>,
}

/// The sleep measures shown, which are one family: from times alone, because a rating of the night takes on the colour
/// of the morning's mood as pain does (`SCIENCE.md` 3.2).
pub(super) const SLEEP: [SleepMeasure; 4] = [
    SleepMeasure {
        name: "se_dse",
        matters: page::EFFICIENCY_MATTERS,
        read: |_, measures| measures.se_dse,
    },
    SleepMeasure {
        name: "tst_min",
        matters: page::ASLEEP_MATTERS,
        // An entry that does not hold together has no efficiency, and no sum of its parts is to be trusted.
        read: |_, measures| measures.tst_min.filter(|_| measures.se_dse.is_some()),
    },
    SleepMeasure {
        name: "sol_min",
        matters: page::AWAKE_MATTERS,
        read: |night, _| night.sol_min.map(f64::from),
    },
    SleepMeasure {
        name: "waso_min",
        matters: page::AWAKE_MATTERS,
        read: |night, _| night.waso_min.map(f64::from),
    },
];

/// A factor laid out.
pub(super) struct LaidOut {
    pub name: String,
    pub values: Series,
    pub timing: page::Timing,
    pub yes_or_no: bool,
}

/// Everything the page is made from.
pub(super) struct Material {
    pub calendar: Calendar,
    pub pain: Series,
    pub sleep: Vec<Series>,
    pub factors: Vec<LaidOut>,
    pub rough: Vec<bool>,
}

impl Material {
    /// One day on which nothing was written.
    pub fn empty(day: NaiveDate) -> Material {
        Material {
            calendar: Calendar::on(day),
            pain: vec![None],
            sleep: SLEEP.iter().map(|_| vec![None]).collect(),
            factors: Vec::new(),
            rough: Vec::new(),
        }
    }

    /// Reads a stretch of days; `None` when it is longer than any diary.
    pub fn read(
        diary: &Diary,
        (from, to): (NaiveDate, NaiveDate),
        leave_out_recalled: bool,
    ) -> Result<Option<Material>, Fault> {
        let Some(calendar) = Calendar::between(from, to) else {
            return Ok(None);
        };
        let nights = diary.between::<Night>(from, to)?;
        let ratings = diary.between::<PainRating>(from, to)?;
        let entries = diary.between::<DayEntry>(from, to)?;
        let mut recalled = BTreeSet::new();
        if leave_out_recalled {
            recalled.extend(
                nights
                    .iter()
                    .filter(|night| night.origin.recalled)
                    .map(|night| night.wake_date),
            );
            recalled.extend(
                ratings
                    .iter()
                    .filter(|rating| rating.origin.recalled)
                    .map(|rating| rating.date),
            );
        }
        let calendar = calendar.setting_aside(recalled);
        // The evening's word about the day as a whole; a named pain is another question.
        let of_the_day = ratings
            .iter()
            .filter(|rating| rating.pain.is_none() && rating.occasion == Occasion::Evening)
            .map(|rating| (rating.date, f64::from(rating.rating.get())));
        let measured: Vec<(&Night, Measures)> = nights
            .iter()
            .map(|night| (night, Measures::of(night)))
            .collect();
        let sleep = SLEEP
            .iter()
            .map(|measure| {
                calendar.series(measured.iter().filter_map(|(night, measures)| {
                    Some((night.wake_date, (measure.read)(night, measures)?))
                }))
            })
            .collect();
        let rough = rough_days(&calendar, &entries, &diary.all::<Span>()?);
        Ok(Some(Material {
            pain: calendar.series(of_the_day),
            sleep,
            factors: factors(diary, &calendar, (from, to), &entries)?,
            rough,
            calendar,
        }))
    }
}

/// Days marked as rough, and days of flares.
fn rough_days(calendar: &Calendar, entries: &[DayEntry], spans: &[Span]) -> Vec<bool> {
    let mut rough = vec![false; calendar.days()];
    let last = calendar.date(calendar.days() - 1);
    let flares = spans
        .iter()
        .filter(|span| span.kind == SpanKind::Flare)
        .flat_map(|span| {
            let from = span.from_date.max(calendar.first());
            let to = span.to_date.unwrap_or(last).min(last);
            from.iter_days().take_while(move |date| *date <= to)
        });
    let marked = entries
        .iter()
        .filter(|entry| entry.rough)
        .map(|entry| entry.date);
    for day in flares.chain(marked).filter_map(|date| calendar.day(date)) {
        rough[day] = true;
    }
    rough
}

/// How busy the head was, and the user's own factors that are still tracked and have values.
fn factors(
    diary: &Diary,
    calendar: &Calendar,
    (from, to): (NaiveDate, NaiveDate),
    entries: &[DayEntry],
) -> Result<Vec<LaidOut>, Fault> {
    let mut values: BTreeMap<Id, Vec<(NaiveDate, f64)>> = BTreeMap::new();
    for value in diary.between::<FactorValue>(from, to)? {
        values
            .entry(value.factor)
            .or_default()
            .push((value.date, value.value));
    }
    let arousal: Vec<(NaiveDate, f64)> = entries
        .iter()
        .filter_map(|entry| Some((entry.date, f64::from(entry.arousal?.get()))))
        .collect();
    let mut laid_out = Vec::new();
    if !arousal.is_empty() {
        laid_out.push(LaidOut {
            name: "arousal".to_owned(),
            values: calendar.series(arousal),
            timing: page::Timing::Day,
            yes_or_no: false,
        });
    }
    for factor in diary.all::<Factor>()? {
        let Some(written) = values
            .remove(&factor.id)
            .filter(|_| factor.retired_at.is_none())
        else {
            continue;
        };
        let only_two = written.iter().all(|(_, value)| matches!(value, 0.0 | 1.0));
        laid_out.push(LaidOut {
            name: factor.name,
            values: calendar.series(written),
            timing: match factor.timing {
                Timing::Day => page::Timing::Day,
                Timing::Night => page::Timing::Night,
            },
            yes_or_no: factor.unit.is_none() && only_two,
        });
    }
    Ok(laid_out)
}
