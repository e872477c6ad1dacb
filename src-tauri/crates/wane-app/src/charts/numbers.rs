//! One stretch of days as numbers: what every chart, sentence and table is made from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use wane_domain::{
    Id, check,
    diary::{
        Annotation, DayEntry, DeviceSleep, Factor, FactorValue, MedicineTaken, Nap, Night,
        Occasion, PainRating, Purpose, SleepKind, Span,
    },
    measures::Measures,
};
use wane_store::Diary;

use super::panels::FactorDays;
use crate::fault::Fault;

/// A stretch of days.
pub(super) struct Numbers {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Only days with an entry.
    pub days: BTreeMap<NaiveDate, DayNumbers>,
    pub nights: Vec<Night>,
    pub device: Vec<DeviceSleep>,
    /// What stands around the nights and the ratings, once it has been asked for.
    pub naps: Vec<Nap>,
    pub spans: Vec<Span>,
    pub annotations: Vec<Annotation>,
    /// Days on which a medicine was taken for relief.
    pub rescue: BTreeSet<NaiveDate>,
    /// The factors that are to be shown, in the order they were asked for.
    pub factors: Vec<FactorDays>,
}

/// What one day says.
#[derive(Debug, Clone, Default)]
pub(super) struct DayNumbers {
    /// Total sleep time in minutes: as felt, or a device's own if nothing was felt down.
    pub asleep_min: Option<f64>,
    /// Sleep efficiency over the sleep episode, per cent; felt nights only.
    pub efficiency: Option<f64>,
    pub quality: Option<u8>,
    pub pain_morning: Option<u8>,
    pub pain_evening: Option<u8>,
    /// Written down more than 48 hours later.
    pub recalled: bool,
    /// The sleep comes from a device.
    pub device: bool,
    pub rough: bool,
}

impl Numbers {
    /// The days alone, which is all that the small trend shows.
    pub fn read(diary: &Diary, from: NaiveDate, to: NaiveDate) -> Result<Numbers, Fault> {
        let mut days: BTreeMap<NaiveDate, DayNumbers> = BTreeMap::new();
        let nights = diary.between::<Night>(from, to)?;
        for night in &nights {
            let day = days.entry(night.wake_date).or_default();
            if check::holds_together(night) {
                let m = Measures::of(night);
                day.asleep_min = m.tst_min;
                day.efficiency = m.se_dse;
            }
            day.quality = night.quality.map(|q| q.get());
            day.recalled |= night.origin.recalled;
        }
        let mut device = diary.between::<DeviceSleep>(from, to)?;
        device.retain(|s| s.kind == SleepKind::Night);
        for sleep in &device {
            let day = days.entry(sleep.wake_date).or_default();
            if day.asleep_min.is_none() {
                day.asleep_min = sleep.asleep_min.map(f64::from);
                day.device = day.asleep_min.is_some();
            }
        }
        for rating in diary.between::<PainRating>(from, to)? {
            if rating.pain.is_some() {
                continue;
            }
            let day = days.entry(rating.date).or_default();
            day.recalled |= rating.origin.recalled;
            match rating.occasion {
                Occasion::Morning => day.pain_morning = Some(rating.rating.get()),
                Occasion::Evening => day.pain_evening = Some(rating.rating.get()),
                Occasion::Moment => {}
            }
        }
        for entry in diary.between::<DayEntry>(from, to)? {
            let day = days.entry(entry.date).or_default();
            day.rough = entry.rough;
            day.recalled |= entry.origin.recalled;
        }
        Ok(Numbers {
            from,
            to,
            days,
            nights,
            device,
            naps: Vec::new(),
            spans: Vec::new(),
            annotations: Vec::new(),
            rescue: BTreeSet::new(),
            factors: Vec::new(),
        })
    }

    /// The days with what stands around them: naps, marked runs of days, annotations, medicines for relief.
    pub fn read_whole(diary: &Diary, from: NaiveDate, to: NaiveDate) -> Result<Numbers, Fault> {
        Ok(Numbers {
            naps: diary.between::<Nap>(from, to)?,
            spans: diary.spans_over(from, to)?,
            annotations: diary.between::<Annotation>(from, to)?,
            rescue: diary
                .between::<MedicineTaken>(from, to)?
                .into_iter()
                .filter(|taken| taken.purpose == Some(Purpose::Rescue))
                .map(|taken| taken.date)
                .collect(),
            ..Numbers::read(diary, from, to)?
        })
    }

    /// Adds the values of those factors; one that is not there is left out.
    pub fn with_factors(mut self, diary: &Diary, ids: &[Id]) -> Result<Numbers, Fault> {
        if ids.is_empty() {
            return Ok(self);
        }
        let mut values: BTreeMap<Id, BTreeMap<NaiveDate, f64>> = BTreeMap::new();
        for value in diary.between::<FactorValue>(self.from, self.to)? {
            values
                .entry(value.factor)
                .or_default()
                .insert(value.date, value.value);
        }
        for id in ids {
            if let Some(factor) = diary.get::<Factor>(*id)? {
                self.factors.push(FactorDays {
                    values: values.remove(id).unwrap_or_default(),
                    factor,
                });
            }
        }
        Ok(self)
    }

    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The values of one measure with their days, in order.
    pub fn series(&self, pick: impl Fn(&DayNumbers) -> Option<f64>) -> Vec<(NaiveDate, f64)> {
        self.days
            .iter()
            .filter_map(|(date, day)| Some((*date, pick(day)?)))
            .collect()
    }
}
