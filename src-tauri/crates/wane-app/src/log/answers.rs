//! Named pains and factors: what both check-ins ask beside their own questions, and what was answered.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use wane_domain::{
    Id,
    diary::{Factor, FactorValue, NamedPain, Occasion, Origin, PainRating, Timing},
    scale::Rating,
};
use wane_store::{Change, Diary, Error, Record};

use crate::{App, convert, fault::Fault, import::measured::is_measured, track, wire::*};

/// The largest number a factor can be answered with.
const MOST: f64 = 100_000.0;

/// What one check-in has heard about named pains and factors.
pub(crate) struct Asked {
    /// Named pains in use, and any other with an answer.
    pub pains: Vec<PainAsked>,
    /// Factors of the check-in's own timing in use, and any other with an answer; none that a device alone tells of.
    pub factors: Vec<FactorAsked>,
    /// Somebody has given an answer to at least one of them.
    pub answered: bool,
    /// One of the answers was written down more than 48 hours later.
    pub recalled: bool,
}

impl App {
    /// What a check-in asks about named pains and factors, with the answers it has.
    pub(crate) fn asked(
        &self,
        diary: &Diary,
        date: NaiveDate,
        occasion: Occasion,
    ) -> Result<Asked, Fault> {
        let ratings = ratings_on(diary, date, occasion)?;
        let values = values_on(diary, date)?;
        let pains: Vec<PainAsked> = diary
            .all::<NamedPain>()?
            .into_iter()
            .filter(|pain| pain.retired_at.is_none() || ratings.contains_key(&pain.id))
            .map(|pain| PainAsked {
                id: pain.id.to_string(),
                regions_text: track::regions_text(&self.words, &pain.regions),
                rating: ratings.get(&pain.id).map(|r| r.rating.get()),
                name: pain.name,
            })
            .collect();
        let mut recalled = ratings.values().any(|r| r.origin.recalled);
        let mut factors = Vec::new();
        let mut answered = pains.iter().any(|pain| pain.rating.is_some());
        for factor in diary.all::<Factor>()? {
            let value = values.get(&factor.id);
            if factor.timing != timing_asked(occasion)
                || (factor.retired_at.is_some() && value.is_none())
                || diary.is_measured(factor.id)?
            {
                continue;
            }
            answered |= value.is_some_and(|v| !is_measured(&v.origin));
            recalled |= value.is_some_and(|v| v.origin.recalled);
            factors.push(FactorAsked {
                id: factor.id.to_string(),
                name: factor.name,
                unit: factor.unit,
                value: value.map(|v| v.value),
            });
        }
        Ok(Asked {
            pains,
            factors,
            answered,
            recalled,
        })
    }

    /// What the answers of a check-in make of the diary; what is not among them stays as it was.
    pub(super) fn answers(
        &self,
        diary: &Diary,
        date: NaiveDate,
        occasion: Occasion,
        pains: &[PainAnswer],
        factors: &[FactorAnswer],
        keep_absent: bool,
    ) -> Result<Answers, Fault> {
        let mut answers = Answers::default();
        let ratings = ratings_on(diary, date, occasion)?;
        // Of two answers about one thing the later one counts.
        let said: BTreeMap<&str, Option<u8>> =
            pains.iter().map(|a| (a.id.as_str(), a.rating)).collect();
        for (id, rating) in said {
            let pain: NamedPain = named(diary, id, "pain")?;
            let rating = convert::rating(rating, "pains")?;
            let earlier = ratings.get(&pain.id).cloned();
            match (rating, earlier) {
                (Some(rating), earlier) => answers
                    .ratings
                    .push(self.named_rating(date, occasion, pain.id, rating, earlier)),
                (None, Some(earlier)) if !keep_absent => answers.ratings_gone.push(earlier.id),
                (None, _) => {}
            }
        }
        let values = values_on(diary, date)?;
        let said: BTreeMap<&str, Option<f64>> =
            factors.iter().map(|a| (a.id.as_str(), a.value)).collect();
        for (id, value) in said {
            let factor: Factor = named(diary, id, "factor")?;
            if factor.timing != timing_asked(occasion) {
                return Err(Fault::bad_input("factors"));
            }
            let earlier = values.get(&factor.id).cloned();
            match (value, earlier) {
                (Some(value), earlier) => {
                    let value = possible(&factor, value)?;
                    answers.values.push(match earlier {
                        // What a device measured and somebody corrects is theirs from then on.
                        Some(earlier) if is_measured(&earlier.origin) && earlier.value != value => {
                            FactorValue {
                                value,
                                origin: self.asked_at(date, occasion),
                                ..earlier
                            }
                        }
                        Some(earlier) => FactorValue { value, ..earlier },
                        None => FactorValue {
                            id: self.new_id(),
                            factor: factor.id,
                            date,
                            value,
                            origin: self.asked_at(date, occasion),
                        },
                    });
                }
                (None, Some(earlier)) if !keep_absent => answers.values_gone.push(earlier.id),
                (None, _) => {}
            }
        }
        Ok(answers)
    }

    fn named_rating(
        &self,
        date: NaiveDate,
        occasion: Occasion,
        pain: Id,
        rating: Rating,
        earlier: Option<PainRating>,
    ) -> PainRating {
        match earlier {
            Some(earlier) => PainRating { rating, ..earlier },
            None => PainRating {
                id: self.new_id(),
                date,
                occasion,
                pain: Some(pain),
                rating,
                origin: self.asked_at(date, occasion),
            },
        }
    }

    /// The origin of an answer given by hand now: a morning tells of the time until noon, an evening of the whole day.
    pub(super) fn asked_at(&self, date: NaiveDate, occasion: Occasion) -> Origin {
        let hour = match occasion {
            Occasion::Morning => 12,
            Occasion::Evening | Occasion::Moment => 24,
        };
        self.by_hand(self.local_instant(date, hour))
    }
}

/// What becomes of the answers about named pains and factors.
#[derive(Default)]
pub(super) struct Answers {
    ratings: Vec<PainRating>,
    ratings_gone: Vec<Id>,
    values: Vec<FactorValue>,
    values_gone: Vec<Id>,
}

impl Answers {
    pub(super) fn write(&self, change: &mut Change<'_>) -> Result<(), Error> {
        for rating in &self.ratings {
            change.put(rating)?;
        }
        for id in &self.ratings_gone {
            change.remove::<PainRating>(*id)?;
        }
        for value in &self.values {
            change.put(value)?;
        }
        for id in &self.values_gone {
            change.remove::<FactorValue>(*id)?;
        }
        Ok(())
    }
}

/// The factors a check-in asks for: the night's in the morning, the day's in the evening.
fn timing_asked(occasion: Occasion) -> Timing {
    match occasion {
        Occasion::Morning => Timing::Night,
        Occasion::Evening | Occasion::Moment => Timing::Day,
    }
}

/// The value, if the factor can have it: 0 or 1 for yes or no, else a number from 0 to [`MOST`].
fn possible(factor: &Factor, value: f64) -> Result<f64, Fault> {
    let can_be = match factor.unit {
        None => value == 0.0 || value == 1.0,
        Some(_) => (0.0..=MOST).contains(&value),
    };
    if can_be {
        // A minus sign before nought would be a second way of saying no.
        Ok(value.abs())
    } else if factor.unit.is_none() {
        Err(Fault::refused("error-factor-yes-no"))
    } else {
        Err(Fault::refused("error-factor-number"))
    }
}

/// The record of that name, or the fault that there is none; `what` is the kind of thing in words.
fn named<R: Record>(diary: &Diary, id: &str, what: &str) -> Result<R, Fault> {
    let found = match id.parse() {
        Ok(id) => diary.get::<R>(id)?,
        Err(_) => None,
    };
    found.ok_or_else(|| Fault::not_found(what))
}

/// The day's ratings of named pains on one occasion.
fn ratings_on(
    diary: &Diary,
    date: NaiveDate,
    occasion: Occasion,
) -> Result<BTreeMap<Id, PainRating>, Fault> {
    // The first of several counts, as for pain overall.
    let ratings = diary.between::<PainRating>(date, date)?.into_iter().rev();
    Ok(ratings
        .filter(|r| r.occasion == occasion)
        .filter_map(|r| Some((r.pain?, r)))
        .collect())
}

/// The day's values of factors.
fn values_on(diary: &Diary, date: NaiveDate) -> Result<BTreeMap<Id, FactorValue>, Fault> {
    let values = diary.between::<FactorValue>(date, date)?.into_iter().rev();
    Ok(values.map(|v| (v.factor, v)).collect())
}
