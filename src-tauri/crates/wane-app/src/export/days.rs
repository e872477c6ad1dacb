//! One row per day, from the diary's records.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use wane_domain::{
    Id, Moment,
    diary::{Dose, Factor, FactorValue, Light, Night, Occasion, PainRating},
};
use wane_exchange::Row;
use wane_store::Diary;

use crate::fault::Fault;

/// The days on which anything of a row was said, and the names of the factors in the order of their columns.
#[derive(Debug, Default)]
pub(super) struct Days {
    pub rows: Vec<Row>,
    pub factors: Vec<String>,
}

impl Days {
    /// Reads the days from one date to another, both included.
    pub fn read(diary: &Diary, first: NaiveDate, last: NaiveDate) -> Result<Days, Fault> {
        let mut rows: BTreeMap<NaiveDate, Row> = BTreeMap::new();
        fn row(rows: &mut BTreeMap<NaiveDate, Row>, date: NaiveDate) -> &mut Row {
            rows.entry(date).or_insert_with(|| Row::blank(date))
        }
        let clock = |moment: Option<Moment>| moment.map(|moment| moment.time());
        for night in diary.between::<Night>(first, last)? {
            let row = row(&mut rows, night.wake_date);
            row.bed = clock(night.bed);
            row.lights_out = clock(night.lights_out);
            row.sol_min = night.sol_min;
            row.nawk = night.nwak;
            row.waso_min = night.waso_min;
            row.final_wake = clock(night.final_wake);
            row.tasafa_min = night.tasafa_min;
            row.out_of_bed = clock(night.out_of_bed);
            row.quality = night.quality;
        }
        for rating in diary.between::<PainRating>(first, last)? {
            if rating.pain.is_some() {
                continue;
            }
            match rating.occasion {
                Occasion::Morning => {
                    row(&mut rows, rating.date).pain_morning = Some(rating.rating);
                }
                Occasion::Evening => row(&mut rows, rating.date).pain_day = Some(rating.rating),
                Occasion::Moment => {}
            }
        }
        // Several sessions of a day are one number in its row; what was not counted adds nothing.
        let add = |sum: &mut Option<u16>, more: u16| {
            *sum = Some(sum.unwrap_or(0).saturating_add(more));
        };
        for dose in diary.between::<Dose>(first, last)? {
            if let Some(minutes) = dose.minutes {
                add(&mut row(&mut rows, dose.date).movement_min, minutes);
            }
        }
        for light in diary.between::<Light>(first, last)? {
            if let Some(minutes) = light.minutes {
                add(&mut row(&mut rows, light.date).outdoor_light_min, minutes);
            }
        }
        let factors = diary.all::<Factor>()?;
        let values = diary.between::<FactorValue>(first, last)?;
        let answered: HashSet<Id> = values.iter().map(|value| value.factor).collect();
        let used: Vec<&Factor> = factors
            .iter()
            .filter(|factor| answered.contains(&factor.id))
            .collect();
        let column: HashMap<Id, usize> = used
            .iter()
            .enumerate()
            .map(|(at, factor)| (factor.id, at))
            .collect();
        for value in values {
            let Some(at) = column.get(&value.factor) else {
                continue;
            };
            let row = row(&mut rows, value.date);
            row.factors.resize(used.len(), None);
            row.factors[*at] = Some(value.value);
        }
        Ok(Days {
            rows: rows.into_values().collect(),
            factors: used.iter().map(|factor| factor.name.clone()).collect(),
        })
    }
}
