//! The answers that an experiment looks at, by date.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use wane_domain::{
    diary::{Night, Occasion, Origin, PainRating, Watched},
    measures::Measures,
};
use wane_store::Diary;

use crate::fault::Fault;

/// Answers by date.
#[derive(Default)]
pub(super) struct Answers {
    values: BTreeMap<NaiveDate, f64>,
    /// Dates whose answer was written more than 48 hours later: by then it is known how the days went.
    recalled: BTreeSet<NaiveDate>,
}

impl Answers {
    fn note(&mut self, date: NaiveDate, value: Option<f64>, origin: &Origin) {
        match value {
            Some(_) if origin.recalled => {
                self.recalled.insert(date);
            }
            Some(value) => {
                self.values.insert(date, value);
            }
            None => {}
        }
    }

    /// The answer of a date, written in time.
    pub fn on(&self, date: NaiveDate) -> Option<f64> {
        self.values.get(&date).copied()
    }

    /// Whether a date has an answer that was written late, and no other.
    pub fn is_late(&self, date: NaiveDate) -> bool {
        self.recalled.contains(&date) && !self.values.contains_key(&date)
    }

    /// Whether a date has an answer, written whenever.
    pub fn is_any(&self, date: NaiveDate) -> bool {
        self.recalled.contains(&date) || self.values.contains_key(&date)
    }

    /// How many dates have an answer that was written in time.
    pub fn written(&self) -> usize {
        self.values.len()
    }

    /// Day by day from the first that has an answer, at the earliest from `from`, to `to`.
    pub fn day_by_day(&self, from: NaiveDate, to: NaiveDate) -> Vec<Option<f64>> {
        let first = self
            .values
            .first_key_value()
            .map_or(from, |(first, _)| *first);
        first
            .iter_days()
            .take_while(|date| *date <= to)
            .map(|date| self.on(date))
            .collect()
    }
}

/// What was answered from `from` to `to`.
///
/// Pain is pain overall; of sleep only nights that were felt and written count, as in every insight.
pub(super) fn answers(
    diary: &Diary,
    watched: Watched,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Answers, Fault> {
    let mut answers = Answers::default();
    let occasion = match watched {
        Watched::MorningPain => Some(Occasion::Morning),
        Watched::EveningPain => Some(Occasion::Evening),
        Watched::Asleep | Watched::Efficiency | Watched::Quality => None,
    };
    if let Some(occasion) = occasion {
        for rating in diary.between::<PainRating>(from, to)? {
            if rating.pain.is_none() && rating.occasion == occasion {
                let value = Some(f64::from(rating.rating.get()));
                answers.note(rating.date, value, &rating.origin);
            }
        }
        return Ok(answers);
    }
    for night in diary.between::<Night>(from, to)? {
        let measures = Measures::of(&night);
        let value = match watched {
            Watched::Quality => night.quality.map(|quality| f64::from(quality.get())),
            Watched::Efficiency => measures.se_dse,
            // An entry that does not hold together has no efficiency, and no sum of its parts is to be trusted.
            _ => measures.tst_min.filter(|_| measures.se_dse.is_some()),
        };
        answers.note(night.wake_date, value, &night.origin);
    }
    Ok(answers)
}
