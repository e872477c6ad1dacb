//! What an import would write, record by record, against what the diary already holds.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::{
    Id,
    diary::{
        DeviceSleep, Dose, Factor, FactorValue, Light, Night, Occasion, Origin, PainRating, Timing,
    },
};
use wane_exchange::{FactorKind, Found, rules};
use wane_store::{Change, Diary, Error};

use super::{clip, measured::Taker};
use crate::{App, fault::Fault, track, wire::Changes};

impl App {
    /// `now` is what every record and the batch itself are said to have come in at: by it a record's import is known.
    pub(super) fn plan_import(
        &self,
        diary: &Diary,
        found: &Found,
        now: DateTime<Utc>,
    ) -> Result<Plan, Fault> {
        let dates = found.dates();
        let (Some(first), Some(last)) = (dates.first().copied(), dates.last().copied()) else {
            return Ok(Plan::default());
        };
        let source = found.format.name();
        let origin = |key: &str| Origin {
            source: Some(source.to_owned()),
            source_key: Some(key.to_owned()),
            entered_at: now,
            recalled: false,
        };
        let mut plan = Plan::default();
        self.plan_days(&mut plan, diary, found, (first, last), &origin)?;
        self.plan_measured(&mut plan, diary, found, (first, last), now)?;
        self.plan_workouts(&mut plan, diary, found, now)?;

        let there = diary.between::<DeviceSleep>(
            first.pred_opt().unwrap_or(first),
            last.succ_opt().unwrap_or(last),
        )?;
        let mut known: HashMap<&str, &DeviceSleep> = HashMap::new();
        let mut by_day: HashMap<NaiveDate, Vec<&DeviceSleep>> = HashMap::new();
        for sleep in &there {
            if sleep.origin.format() == Some(source)
                && let Some(key) = sleep.origin.source_key.as_deref()
            {
                known.insert(key, sleep);
            }
            by_day.entry(sleep.wake_date).or_default().push(sleep);
        }
        let near = |date: NaiveDate| {
            let days = [date.pred_opt(), Some(date), date.succ_opt()];
            days.into_iter()
                .flatten()
                .filter_map(|day| by_day.get(&day))
                .flatten()
                .copied()
        };
        for sleep in &found.sleeps {
            let unit = Unit::Sleep(sleep.source_key.clone());
            let origin = Origin {
                source: Some(Origin::source_of(source, sleep.device.as_deref())),
                ..origin(&sleep.source_key)
            };
            let new = sleep.clone().into_device_sleep(self.new_id(), origin);
            // A sleep that another device told the diary of before is not a second one; nor is one that the same source
            // tells again under another name, because it knows by now that it began earlier.
            let there = known.get(sleep.source_key.as_str()).copied().or_else(|| {
                near(sleep.wake_date).find(|other| {
                    rules::same_sleep((&other.start, &other.end), (&sleep.start, &sleep.end))
                })
            });
            plan.weigh(unit, there, new, same_sleep, Record::DeviceSleep);
        }
        Ok(plan)
    }

    /// What a table of days brings: felt nights, ratings, movement, light and factors.
    fn plan_days(
        &self,
        plan: &mut Plan,
        diary: &Diary,
        found: &Found,
        (first, last): (NaiveDate, NaiveDate),
        origin: &dyn Fn(&str) -> Origin,
    ) -> Result<(), Fault> {
        let nights: HashMap<NaiveDate, Night> = diary
            .between::<Night>(first, last)?
            .into_iter()
            .map(|n| (n.wake_date, n))
            .collect();
        for night in &found.nights {
            let new = night
                .clone()
                .into_night(self.new_id(), origin(&night.source_key));
            plan.weigh(
                Unit::Day(night.wake_date),
                nights.get(&night.wake_date),
                new,
                same_night,
                Record::Night,
            );
        }
        let ratings: HashMap<(NaiveDate, Occasion), PainRating> = diary
            .between::<PainRating>(first, last)?
            .into_iter()
            .filter(|r| r.pain.is_none())
            .map(|r| ((r.date, r.occasion), r))
            .collect();
        for rating in &found.ratings {
            let new = PainRating {
                id: self.new_id(),
                date: rating.date,
                occasion: rating.occasion,
                pain: None,
                rating: rating.rating,
                origin: origin(&rating.source_key),
            };
            let old = ratings.get(&(rating.date, rating.occasion));
            plan.weigh(
                Unit::Day(rating.date),
                old,
                new,
                |a, b| a.rating == b.rating,
                Record::Rating,
            );
        }
        let doses: HashMap<NaiveDate, Dose> = diary
            .between::<Dose>(first, last)?
            .into_iter()
            .map(|d| (d.date, d))
            .collect();
        for dose in &found.doses {
            let new = Dose {
                id: self.new_id(),
                date: dose.date,
                start: None,
                kind: None,
                minutes: Some(dose.minutes),
                effort: None,
                felt: None,
                origin: origin(&dose.source_key),
            };
            plan.weigh(
                Unit::Day(dose.date),
                doses.get(&dose.date),
                new,
                |a, b| a.minutes == b.minutes,
                Record::Dose,
            );
        }
        let lights: HashMap<NaiveDate, Light> = diary
            .between::<Light>(first, last)?
            .into_iter()
            .map(|l| (l.date, l))
            .collect();
        for light in &found.light {
            let new = Light {
                id: self.new_id(),
                date: light.date,
                start: None,
                minutes: Some(light.minutes),
                origin: origin(&light.source_key),
            };
            let old = lights.get(&light.date);
            plan.weigh(
                Unit::Day(light.date),
                old,
                new,
                |a, b| a.minutes == b.minutes,
                Record::Light,
            );
        }
        self.plan_factors(plan, diary, found, (first, last), origin)
    }

    fn plan_factors(
        &self,
        plan: &mut Plan,
        diary: &Diary,
        found: &Found,
        (first, last): (NaiveDate, NaiveDate),
        origin: &dyn Fn(&str) -> Origin,
    ) -> Result<(), Fault> {
        if found.factors.is_empty() {
            return Ok(());
        }
        let known = diary.all::<Factor>()?;
        let columns = Columns::new(&known, found.factors.keys());
        let values: HashMap<(Id, NaiveDate), FactorValue> = diary
            .between::<FactorValue>(first, last)?
            .into_iter()
            .map(|v| ((v.factor, v.date), v))
            .collect();
        for (name, factor) in &found.factors {
            let id = match columns.factor_of(name) {
                Some(id) => id,
                None => {
                    let new = Factor {
                        id: self.new_id(),
                        name: name.clone(),
                        timing: Timing::Day,
                        unit: match factor.kind {
                            FactorKind::YesNo => None,
                            // The file has numbers, and does not say of what.
                            FactorKind::Amount => Some(String::new()),
                        },
                        retired_at: None,
                    };
                    let id = new.id;
                    plan.new_factors.push(new);
                    id
                }
            };
            for (date, value) in &factor.values {
                let new = FactorValue {
                    id: self.new_id(),
                    factor: id,
                    date: *date,
                    value: *value,
                    origin: origin(&format!("{date}/{name}")),
                };
                plan.weigh(
                    Unit::Day(*date),
                    values.get(&(id, *date)),
                    new,
                    |a, b| a.value == b.value,
                    Record::Value,
                );
            }
        }
        // A column that brings no new value needs no new factor either.
        let used: HashSet<Id> = plan
            .records
            .iter()
            .filter_map(|r| {
                if let Record::Value(v) = r {
                    Some(v.factor)
                } else {
                    None
                }
            })
            .collect();
        let mut wanted = std::mem::take(&mut plan.new_factors);
        wanted.retain(|f| used.contains(&f.id));
        self.put_aside_what_is_too_much(diary, &known, &mut wanted)?;
        let mut first_records: Vec<Record> = wanted.into_iter().map(Record::Factor).collect();
        first_records.append(&mut plan.records);
        plan.records = first_records;
        Ok(())
    }

    /// New factors for which there is no room among those in use, or whose name is in use, come in put aside:
    /// nothing of the file is lost, and the check-ins stay short (row L6).
    fn put_aside_what_is_too_much(
        &self,
        diary: &Diary,
        known: &[Factor],
        new: &mut [Factor],
    ) -> Result<(), Fault> {
        let mut room = track::room_for_factors(diary)?;
        let mut names: Vec<String> = known
            .iter()
            .filter(|f| f.retired_at.is_none())
            .map(|f| f.name.clone())
            .collect();
        for factor in new {
            let taken = names
                .iter()
                .any(|name| track::same_name(name, &factor.name));
            if room == 0 || taken {
                factor.retired_at = Some(self.now());
            } else {
                room -= 1;
                names.push(factor.name.clone());
            }
        }
        Ok(())
    }
}

/// Which of the diary's factors each column tells of.
struct Columns {
    factors: HashMap<String, Id>,
}

impl Columns {
    /// A column is the factor of the same name, one in use before one that was put aside.
    /// Where capitals are the only difference it is that factor too, unless another column has the name itself.
    fn new<'c>(known: &[Factor], columns: impl Iterator<Item = &'c String> + Clone) -> Columns {
        let mut ordered: Vec<&Factor> = known.iter().collect();
        ordered.sort_by_key(|f| f.retired_at.is_some());
        let mut factors: HashMap<String, Id> = HashMap::new();
        for column in columns.clone() {
            if let Some(factor) = ordered.iter().find(|f| f.name == *column) {
                factors.insert(column.clone(), factor.id);
            }
        }
        let mut taken: HashSet<Id> = factors.values().copied().collect();
        for column in columns {
            if factors.contains_key(column) {
                continue;
            }
            let alike = ordered
                .iter()
                .find(|f| track::same_name(&f.name, column) && !taken.contains(&f.id));
            if let Some(factor) = alike {
                taken.insert(factor.id);
                factors.insert(column.clone(), factor.id);
            }
        }
        Columns { factors }
    }

    fn factor_of(&self, column: &str) -> Option<Id> {
        self.factors.get(column).copied()
    }
}

/// What an import would write, and what it makes of every day or sleep it found.
#[derive(Default)]
pub(super) struct Plan {
    pub records: Vec<Record>,
    /// The factors that take up what devices measure all day.
    pub takers: Vec<Taker>,
    new_factors: Vec<Factor>,
    verdicts: BTreeMap<Unit, Verdict>,
}

/// What is counted: a day, or one sleep or one spell of exercise of a device.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Day(NaiveDate),
    Sleep(String),
    Workout(String),
}

/// In rising order: the strongest verdict of a day's records is the day's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    Same,
    New,
    /// It is there, nobody wrote it, and it is brought up to date.
    Updated,
    Conflict,
}

impl Plan {
    /// Counts a verdict, and takes up the record that is to be written.
    pub fn note(&mut self, unit: Unit, verdict: Verdict, record: Option<Record>) {
        let entry = self.verdicts.entry(unit).or_insert(verdict);
        *entry = (*entry).max(verdict);
        self.records.extend(record);
    }

    pub fn weigh<R>(
        &mut self,
        unit: Unit,
        old: Option<&R>,
        new: R,
        same: impl Fn(&R, &R) -> bool,
        record: impl Fn(R) -> Record,
    ) {
        let verdict = match old {
            None => Verdict::New,
            Some(old) if same(old, &new) => Verdict::Same,
            Some(_) => Verdict::Conflict,
        };
        let wanted = (verdict == Verdict::New).then(|| record(new));
        self.note(unit, verdict, wanted);
    }

    /// Names of the new factors that come in put aside.
    pub fn put_aside(&self) -> Vec<&str> {
        let factors = self.records.iter().filter_map(|record| match record {
            Record::Factor(factor) if factor.retired_at.is_some() => Some(factor.name.as_str()),
            _ => None,
        });
        factors.collect()
    }

    /// How many of the new ones are there already, and are brought up to date.
    pub fn updated(&self) -> u32 {
        let verdicts = self.verdicts.values();
        clip(verdicts.filter(|v| **v == Verdict::Updated).count() as u64)
    }

    pub fn changes(&self) -> Changes {
        let count = |wanted| clip(self.verdicts.values().filter(|v| **v == wanted).count() as u64);
        Changes {
            new: count(Verdict::New) + count(Verdict::Updated),
            same: count(Verdict::Same),
            conflict: count(Verdict::Conflict),
        }
    }
}

pub(super) enum Record {
    Factor(Factor),
    Night(Night),
    DeviceSleep(DeviceSleep),
    Rating(PainRating),
    Dose(Dose),
    Light(Light),
    Value(FactorValue),
}

impl Record {
    pub fn write(&self, change: &mut Change<'_>) -> Result<bool, Error> {
        match self {
            Record::Factor(r) => change.put(r),
            Record::Night(r) => change.put(r),
            Record::DeviceSleep(r) => change.put(r),
            Record::Rating(r) => change.put(r),
            Record::Dose(r) => change.put(r),
            Record::Light(r) => change.put(r),
            Record::Value(r) => change.put(r),
        }
    }
}

/// Equal in everything but name and origin.
fn same_night(a: &Night, b: &Night) -> bool {
    Night {
        id: a.id,
        origin: a.origin.clone(),
        ..b.clone()
    } == *a
}

/// Equal in everything but name and origin.
fn same_sleep(a: &DeviceSleep, b: &DeviceSleep) -> bool {
    DeviceSleep {
        id: a.id,
        origin: a.origin.clone(),
        ..b.clone()
    } == *a
}
