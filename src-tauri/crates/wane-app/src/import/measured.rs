//! What devices measure all day besides sleep: steps and heart rates become factors that nobody is asked for, and
//! exercise becomes movement.
//!
//! What the diary holds stays, as for everything; but the last day of a file is seldom over when the file is made, so a
//! later file may bring that one day up to date, unless somebody wrote it.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::{
    Id, Moment,
    diary::{Dose, Factor, FactorValue, Origin, Timing},
};
use wane_exchange::{Format, Found, FoundHeart, FoundWorkout, rules};
use wane_store::Diary;

use super::plan::{Plan, Record, Unit, Verdict};
use crate::{App, fault::Fault, track};

/// What the key of exercise begins with.
const WORKOUT: &str = "workout/";

/// A figure for every day that devices bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Steps,
    Resting,
    Asleep,
}

impl Measure {
    pub const ALL: [Measure; 3] = [Measure::Steps, Measure::Resting, Measure::Asleep];

    /// What the key of its values begins with; it stays whatever the factor is called.
    const fn code(self) -> &'static str {
        match self {
            Measure::Steps => "steps",
            Measure::Resting => "resting-heart-rate",
            Measure::Asleep => "heart-rate-asleep",
        }
    }

    fn key(self, date: NaiveDate) -> String {
        format!("{}/{date}", self.code())
    }

    /// A night's figure stands on the date of its waking, as the answers of that morning do.
    const fn timing(self) -> Timing {
        match self {
            Measure::Steps | Measure::Resting => Timing::Day,
            Measure::Asleep => Timing::Night,
        }
    }

    /// Messages: its name, the name it has where something else is called so, and its unit.
    const fn words(self) -> [&'static str; 3] {
        match self {
            Measure::Steps => ["watch-steps", "watch-steps-too", "watch-steps-unit"],
            Measure::Resting => ["watch-resting", "watch-resting-too", "watch-heart-unit"],
            Measure::Asleep => ["watch-asleep", "watch-asleep-too", "watch-heart-unit"],
        }
    }

    /// What was found of it, in order of date.
    fn days(self, found: &Found) -> Vec<(NaiveDate, f64)> {
        let hearts = |rate: fn(&FoundHeart) -> Option<f64>| {
            let told = found.heart.iter();
            told.filter_map(|(date, heart)| Some((*date, tenths(rate(heart)?))))
                .collect()
        };
        match self {
            Measure::Steps => {
                let told = found.steps.iter();
                told.map(|(date, steps)| (*date, f64::from(*steps)))
                    .collect()
            }
            Measure::Resting => hearts(|heart| heart.resting),
            Measure::Asleep => hearts(|heart| heart.asleep),
        }
    }

    /// Whether a file whose last day is `last` knows more of a day that was not over when it was told.
    fn grown(self, (date, value): (NaiveDate, f64), old: f64, last: NaiveDate) -> bool {
        // Steps of one day only become more, so that of two files that end on it the later one is known.
        last > date || (self == Measure::Steps && value > old)
    }
}

/// A rate as it is kept: a tenth of a beat is finer than any device.
fn tenths(rate: f64) -> f64 {
    (rate * 10.0).round() / 10.0
}

/// Whether a device told of it besides sleep: no answer to anything that was asked.
pub(crate) fn is_measured(origin: &Origin) -> bool {
    let Some(key) = origin
        .source_key
        .as_deref()
        .filter(|_| origin.source.is_some())
    else {
        return false;
    };
    key.starts_with(WORKOUT)
        || Measure::ALL.into_iter().any(|measure| {
            key.strip_prefix(measure.code())
                .is_some_and(|rest| rest.starts_with('/'))
        })
}

/// A factor that takes up what devices bring.
pub(super) struct Taker {
    pub name: String,
    /// It is made with the import.
    pub is_new: bool,
    /// It is put aside, by the person or because something else is called so.
    pub is_aside: bool,
}

impl App {
    /// Days of steps and heart rates.
    pub(super) fn plan_measured(
        &self,
        plan: &mut Plan,
        diary: &Diary,
        found: &Found,
        (first, last): (NaiveDate, NaiveDate),
        now: DateTime<Utc>,
    ) -> Result<(), Fault> {
        if found.steps.is_empty() && found.heart.is_empty() {
            return Ok(());
        }
        let source = found.format.name();
        let known = diary.all::<Factor>()?;
        let mut there: HashMap<Id, BTreeMap<NaiveDate, FactorValue>> = HashMap::new();
        for value in diary.between::<FactorValue>(first, last)? {
            there
                .entry(value.factor)
                .or_default()
                .insert(value.date, value);
        }
        let nothing = BTreeMap::new();
        for measure in Measure::ALL {
            let days = measure.days(found);
            let Some((last, _)) = days.last().copied() else {
                continue;
            };
            let there_already = self.taker_of(measure, diary, &known, source)?;
            let is_new = there_already.is_none();
            let taker = there_already.unwrap_or_else(|| self.new_taker(measure, &known));
            plan.takers.push(Taker {
                name: taker.name.clone(),
                is_new,
                is_aside: taker.retired_at.is_some(),
            });
            let factor = taker.id;
            if is_new {
                plan.records.push(Record::Factor(taker));
            }
            let there = there.get(&factor).unwrap_or(&nothing);
            let open = open_days(there, source);
            for (date, value) in days {
                let new = FactorValue {
                    id: self.new_id(),
                    factor,
                    date,
                    value,
                    origin: Origin {
                        source: Some(source.to_owned()),
                        source_key: Some(measure.key(date)),
                        entered_at: now,
                        recalled: false,
                    },
                };
                let unit = Unit::Day(date);
                match there.get(&date) {
                    None => plan.note(unit, Verdict::New, Some(Record::Value(new))),
                    Some(old) if old.value == value => plan.note(unit, Verdict::Same, None),
                    Some(old)
                        if open.get(&old.origin.entered_at) == Some(&date)
                            && old.origin.source_key == new.origin.source_key
                            && measure.grown((date, value), old.value, last) =>
                    {
                        let new = FactorValue { id: old.id, ..new };
                        plan.note(unit, Verdict::Updated, Some(Record::Value(new)));
                    }
                    Some(_) => plan.note(unit, Verdict::Conflict, None),
                }
            }
        }
        Ok(())
    }

    /// The factor that has such values already, whatever it is called now and whether it is in use; else one of that
    /// name that counts the same.
    fn taker_of(
        &self,
        measure: Measure,
        diary: &Diary,
        known: &[Factor],
        source: &str,
    ) -> Result<Option<Factor>, Fault> {
        let mut sources = vec![source];
        sources.extend(Format::ALL.map(Format::name));
        for source in sources {
            let id = diary.factor_measured_as(source, measure.code())?;
            let factor = id.and_then(|id| known.iter().find(|factor| factor.id == id));
            if let Some(factor) = factor {
                return Ok(Some(factor.clone()));
            }
        }
        let [name, name_too, unit] = measure.words().map(|id| self.words.text(id, &[]));
        let counts_the_same = |factor: &&Factor| {
            let own = factor.unit.as_deref();
            factor.timing == measure.timing()
                && own.is_some_and(|own| own.is_empty() || track::same_name(own, &unit))
        };
        let mut in_use_first: Vec<&Factor> = known.iter().collect();
        in_use_first.sort_by_key(|factor| factor.retired_at.is_some());
        Ok([name, name_too].iter().find_map(|name| {
            let called = in_use_first.iter().copied();
            let mut called = called.filter(|factor| track::same_name(&factor.name, name));
            called.find(counts_the_same).cloned()
        }))
    }

    /// A factor of its own; put aside where both of its names are in use for something else.
    fn new_taker(&self, measure: Measure, known: &[Factor]) -> Factor {
        let [name, name_too, unit] = measure.words().map(|id| self.words.text(id, &[]));
        let is_taken = |name: &str| {
            let mut in_use = known.iter().filter(|factor| factor.retired_at.is_none());
            in_use.any(|factor| track::same_name(&factor.name, name))
        };
        let name = if is_taken(&name) { name_too } else { name };
        Factor {
            id: self.new_id(),
            retired_at: is_taken(&name).then(|| self.now()),
            name,
            timing: measure.timing(),
            unit: Some(unit),
        }
    }

    /// Exercise, which becomes movement.
    pub(super) fn plan_workouts(
        &self,
        plan: &mut Plan,
        diary: &Diary,
        found: &Found,
        now: DateTime<Utc>,
    ) -> Result<(), Fault> {
        let dates = found.workouts.iter().map(|workout| workout.date);
        let (Some(first), Some(last)) = (dates.clone().min(), dates.max()) else {
            return Ok(());
        };
        let source = found.format.name();
        // A spell that goes on over midnight can be the same as one of the day before.
        let there = diary.between::<Dose>(
            first.pred_opt().unwrap_or(first),
            last.succ_opt().unwrap_or(last),
        )?;
        let mut known: HashMap<&str, &Dose> = HashMap::new();
        let mut by_day: HashMap<NaiveDate, Vec<&Dose>> = HashMap::new();
        for dose in &there {
            if dose.origin.format() == Some(source)
                && let Some(key) = dose.origin.source_key.as_deref()
            {
                known.insert(key, dose);
            }
            by_day.entry(dose.date).or_default().push(dose);
        }
        for workout in &found.workouts {
            let new = self.movement_from(workout, source, now);
            let days = [
                workout.date.pred_opt(),
                Some(workout.date),
                workout.date.succ_opt(),
            ];
            let mut near = days
                .into_iter()
                .flatten()
                .filter_map(|day| by_day.get(&day))
                .flatten()
                .copied();
            let old = known
                .get(workout.source_key.as_str())
                .copied()
                .or_else(|| near.find(|old| may_be_one(old, &new)));
            let unit = Unit::Workout(workout.source_key.clone());
            plan.weigh(unit, old, new, same_spell, Record::Dose);
        }
        Ok(())
    }

    fn movement_from(&self, workout: &FoundWorkout, source: &str, now: DateTime<Utc>) -> Dose {
        Dose {
            id: self.new_id(),
            date: workout.date,
            start: Some(workout.start),
            kind: workout.exercise.map(|exercise| {
                self.words
                    .text(&format!("exercise-{}", exercise.code()), &[])
            }),
            minutes: Some(workout.minutes),
            effort: None,
            felt: None,
            origin: Origin {
                source: Some(Origin::source_of(source, workout.device.as_deref())),
                source_key: Some(workout.source_key.clone()),
                entered_at: now,
                recalled: false,
            },
        }
    }
}

/// The last day of each earlier file of that source, by when it came in: it may not have been over.
fn open_days(
    there: &BTreeMap<NaiveDate, FactorValue>,
    source: &str,
) -> HashMap<DateTime<Utc>, NaiveDate> {
    there
        .iter()
        .filter(|(_, value)| value.origin.source.as_deref() == Some(source))
        .map(|(date, value)| (value.origin.entered_at, *date))
        .collect()
}

/// Equal in what a device can know: what it was may have been said in another language, and how it felt since then.
fn same_spell(old: &Dose, new: &Dose) -> bool {
    let instant = |dose: &Dose| dose.start.map(|start| start.instant);
    (old.date, instant(old), old.minutes) == (new.date, instant(new), new.minutes)
}

/// Whether movement that is there can be the spell a device tells of now.
fn may_be_one(old: &Dose, new: &Dose) -> bool {
    match (ends(old), ends(new)) {
        (Some(old_ends), Some(new_ends)) if is_measured(&old.origin) => {
            rules::same_sleep((&old_ends.0, &old_ends.1), (&new_ends.0, &new_ends.1))
        }
        // Whoever writes down when they began does so from memory.
        (Some((from, to)), Some((new_from, new_to))) => {
            from.instant < new_to.instant && new_from.instant < to.instant
        }
        // Nobody knows when it was; what says neither when nor how long adds no minutes to the day.
        _ => {
            old.date == new.date
                && old.start.is_none()
                && (old.minutes.is_some() || old.kind == new.kind)
        }
    }
}

/// From when to when it was, if both are known; a start without a length is taken for a minute.
fn ends(dose: &Dose) -> Option<(Moment, Moment)> {
    let start = dose.start?;
    let length = chrono::Duration::minutes(i64::from(dose.minutes.unwrap_or(1).max(1)));
    let end = start.instant.checked_add_signed(length)?;
    Some((start, Moment::new(end, start.zone)))
}
