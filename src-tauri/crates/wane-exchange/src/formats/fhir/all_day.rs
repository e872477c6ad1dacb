//! What is measured all day: steps, heart rates and exercise, by their LOINC codes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{AT, LOINC, PERIOD, device_of, is_coded, minutes, period};
use crate::{
    Found, FoundWorkout, ReadError, Why,
    gather::Place,
    json::Tree,
    ledger::Ledger,
    measured::{
        exercise::{self, Refused, Workouts},
        heart::Hearts,
        steps::{Preferred, Steps},
    },
    rules,
    stamps::{self, Stamp},
};

/// Where what was measured stands.
const QUANTITY: &str = "valueQuantity";

/// A mean over longer than this is none of a moment, in seconds.
const LONGEST_READING: i64 = 15 * 60;

/// What an observation measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Steps of a day.
    DaySteps,
    /// Steps of any time.
    Steps,
    /// The heart rate of a moment.
    Heart,
    /// The resting heart rate of a day.
    Resting,
    /// How long somebody moved.
    Exercise,
}

impl Kind {
    /// By its code in LOINC.
    pub(super) fn of(code: &Tree) -> Option<Kind> {
        [
            ("41950-7", Kind::DaySteps),
            ("55423-8", Kind::Steps),
            ("8867-4", Kind::Heart),
            ("40443-4", Kind::Resting),
            ("55411-3", Kind::Exercise),
        ]
        .into_iter()
        .find(|(name, _)| is_coded(code, Some(LOINC), name))
        .map(|(_, kind)| kind)
    }
}

/// When an observation was made.
enum When {
    Between(Stamp, Stamp),
    At(Stamp),
    On(NaiveDate),
}

impl When {
    fn of(seen: &Tree) -> Result<When, Refused> {
        if *seen.get(PERIOD) == Tree::Null {
            let text = seen.get(AT).text().ok_or((AT, Why::MissingField))?;
            return stamps::instant(text)
                .map(When::At)
                .or_else(|| stamps::iso_date(text).map(When::On))
                .ok_or((AT, Why::NotADate));
        }
        // A period from a date to the same date is that day.
        let date = |name| {
            let text = seen.get(PERIOD).get(name).text();
            text.and_then(stamps::iso_date)
        };
        match (date("start"), date("end")) {
            (Some(start), Some(end)) if start == end => Ok(When::On(start)),
            _ => {
                let (start, end) = period(seen)?;
                if end.instant < start.instant {
                    return Err((PERIOD, Why::EndsBeforeStart));
                }
                Ok(When::Between(start, end))
            }
        }
    }

    /// The local date; of a period, that on which it began.
    fn date(&self, home: Tz) -> Result<NaiveDate, Refused> {
        let (field, date) = match *self {
            When::Between(start, _) => (PERIOD, start.moment(home).date()),
            When::At(at) => (AT, at.moment(home).date()),
            When::On(date) => (AT, date),
        };
        rules::sane_date(date)
            .then_some(date)
            .ok_or((field, Why::DateOutOfRange))
    }
}

/// Takes such observations.
#[derive(Debug, Default)]
pub(super) struct AllDay {
    steps: Steps,
    /// Days of which the steps are told as one figure; of several the largest counts.
    days: BTreeMap<NaiveDate, u32>,
    hearts: Hearts,
    workouts: Workouts,
}

impl AllDay {
    /// Takes an observation in, or says why not: what a device of this number told, under its own name if it has one.
    pub(super) fn take(
        &mut self,
        kind: Kind,
        seen: &Tree,
        (source, key): (usize, Option<&str>),
        place: &Place<'_>,
        home: Tz,
        ledger: &mut Ledger,
    ) -> Result<Result<(), Refused>, ReadError> {
        let taken = match kind {
            Kind::DaySteps | Kind::Steps => self.walked(kind, seen, source, home),
            Kind::Heart => self.heard(seen),
            Kind::Resting => self.rested(seen, home),
            Kind::Exercise => {
                self.workouts
                    .take(moved(seen, key, home), (place.file, place.line), ledger)?;
                return Ok(Ok(()));
            }
        };
        if let Some(max) = self.steps.too_many().or(self.hearts.too_many()) {
            return Err(ReadError::TooMany {
                file: place.file.to_owned(),
                max,
            });
        }
        Ok(taken)
    }

    fn walked(&mut self, kind: Kind, seen: &Tree, source: usize, home: Tz) -> Result<(), Refused> {
        let count = seen.get(QUANTITY).get("value").number();
        let count = count
            .filter(|count| (0.0..1e7).contains(count))
            .ok_or((QUANTITY, Why::NotANumber))?;
        let when = When::of(seen)?;
        let date = when.date(home)?;
        match when {
            When::Between(start, end) => {
                let (from, to) = (start.instant.timestamp(), end.instant.timestamp());
                if !self.steps.add(source, from, to, count) {
                    return Err((PERIOD, Why::TooLong));
                }
            }
            // Nobody knows over what time they were counted.
            When::At(_) if kind == Kind::Steps => return Err((AT, Why::NoInterval)),
            When::At(_) | When::On(_) => {
                let there = self.days.entry(date).or_default();
                *there = (*there).max(count.round() as u32);
            }
        }
        Ok(())
    }

    fn heard(&mut self, seen: &Tree) -> Result<(), Refused> {
        let rate = rate(seen)?;
        let at = match When::of(seen)? {
            When::At(at) => at,
            When::Between(start, end) => {
                if (end.instant - start.instant).num_seconds() > LONGEST_READING {
                    return Err((PERIOD, Why::TooLong));
                }
                start
            }
            When::On(_) => return Err((AT, Why::NoInterval)),
        };
        if self.hearts.reading(at.instant.timestamp(), rate) {
            Ok(())
        } else {
            Err((QUANTITY, Why::OutOfRange))
        }
    }

    fn rested(&mut self, seen: &Tree, home: Tz) -> Result<(), Refused> {
        let rate = rate(seen)?;
        let when = When::of(seen)?;
        let told = match when {
            When::Between(_, end) => end.instant.timestamp(),
            When::At(at) => at.instant.timestamp(),
            When::On(_) => 0,
        };
        if self.hearts.resting(when.date(home)?, told, rate) {
            Ok(())
        } else {
            Err((QUANTITY, Why::OutOfRange))
        }
    }

    /// What was taken in, by day; the nights have to be there.
    pub(super) fn finish(self, found: &mut Found, home: Tz, ledger: &mut Ledger) {
        found.steps = self.steps.by_day(Preferred::Worn(&[]), home);
        for (date, count) in self.days {
            let there = found.steps.entry(date).or_default();
            *there = (*there).max(count);
        }
        found.heart = self.hearts.by_day(&found.sleeps);
        found.workouts = self.workouts.finish(ledger);
    }
}

/// Beats per minute.
fn rate(seen: &Tree) -> Result<f64, Refused> {
    let quantity = seen.get(QUANTITY);
    let unit = ["code", "unit"].map(|name| quantity.get(name).text());
    let per_minute =
        |unit: &str| unit.ends_with("/min") || unit.ends_with("/minute") || unit == "bpm";
    // Whoever names no unit means beats per minute.
    let is_known = unit.iter().flatten().any(|unit| per_minute(unit)) || unit == [None, None];
    quantity
        .get("value")
        .number()
        .filter(|_| is_known)
        .ok_or((QUANTITY, Why::NotANumber))
}

/// A spell of exercise: its length is that which is told, or its time from start to end.
fn moved(seen: &Tree, key: Option<&str>, home: Tz) -> Result<FoundWorkout, Refused> {
    let (start, whole) = match When::of(seen)? {
        When::Between(start, end) => {
            let seconds = (end.instant - start.instant).num_seconds();
            (start, Some(seconds as f64 / 60.0))
        }
        When::At(at) => (at, None),
        When::On(_) => return Err((AT, Why::NoInterval)),
    };
    let length = minutes(seen.get(QUANTITY))
        .or(whole)
        .ok_or((QUANTITY, Why::NotANumber))?;
    let from = start.moment(home);
    let key = key.map_or_else(
        || rules::fallback_key(&from.instant.to_rfc3339(), "exercise"),
        str::to_owned,
    );
    let field = if *seen.get(PERIOD) == Tree::Null {
        AT
    } else {
        PERIOD
    };
    let name = seen.get("code").get("text").text();
    Ok(FoundWorkout {
        device: device_of(seen).map(str::to_owned),
        exercise: name.and_then(exercise::named),
        ..exercise::spell(&key, from, length, (field, QUANTITY))?
    })
}
