//! The diary laid out day by day, as the statistics need it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, Timelike};
use wane_domain::{
    Id, check, circular,
    diary::{
        DayEntry, Dose, Factor, FactorValue, Light, Night, Occasion, PainRating, Span, SpanKind,
        Timing,
    },
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

/// What a factor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// How busy the head was at bedtime.
    Arousal,
    /// Minutes of movement.
    Movement,
    /// When the last movement of the day began.
    MovementTime,
    /// Minutes outdoors.
    Light,
    /// One of the person's own.
    Own,
}

/// A factor laid out.
pub(super) struct LaidOut {
    pub kind: Kind,
    /// Its wire name; of one of the person's own, what they call it.
    pub name: String,
    pub values: Series,
    pub timing: page::Timing,
    pub yes_or_no: bool,
}

/// Everything the page is made from.
pub(super) struct Material {
    pub calendar: Calendar,
    pub pain: Series,
    /// Pain on waking.
    pub waking: Series,
    /// The final awakening, in minutes after the clock time that lies opposite the usual one.
    pub wake: Series,
    pub sleep: Vec<Series>,
    pub factors: Vec<LaidOut>,
    pub rough: Vec<bool>,
    /// Days on which anything at all was written.
    pub written: Vec<bool>,
}

impl Material {
    /// One day on which nothing was written.
    pub fn empty(day: NaiveDate) -> Material {
        Material {
            calendar: Calendar::on(day),
            pain: vec![None],
            waking: vec![None],
            wake: vec![None],
            sleep: SLEEP.iter().map(|_| vec![None]).collect(),
            factors: Vec::new(),
            rough: Vec::new(),
            written: Vec::new(),
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
        let overall = |occasion: Occasion| {
            ratings
                .iter()
                .filter(move |rating| rating.pain.is_none() && rating.occasion == occasion)
                .map(|rating| (rating.date, f64::from(rating.rating.get())))
        };
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
        let mut written = vec![false; calendar.days()];
        let dates = nights.iter().map(|night| night.wake_date);
        let dates = dates
            .chain(ratings.iter().map(|rating| rating.date))
            .chain(entries.iter().map(|entry| entry.date));
        for day in dates.filter_map(|date| calendar.day(date)) {
            written[day] = true;
        }
        Ok(Some(Material {
            pain: calendar.series(overall(Occasion::Evening)),
            waking: calendar.series(overall(Occasion::Morning)),
            wake: wakes(&calendar, &nights),
            sleep,
            factors: factors(diary, &calendar, (from, to), &entries)?,
            rough,
            written,
            calendar,
        }))
    }
}

/// Final awakenings as minutes on a scale that none of them crosses the edge of: it begins opposite their middle.
fn wakes(calendar: &Calendar, nights: &[Night]) -> Series {
    let clock: Vec<(NaiveDate, f64)> = nights
        .iter()
        .filter(|night| check::holds_together(night))
        .filter_map(|night| Some((night.wake_date, minute_of_day(night.final_wake?.time()))))
        .collect();
    let Some(middle) = circular::median(clock.iter().map(|(_, minute)| *minute)) else {
        return calendar.series([]);
    };
    let opposite = middle - circular::DAY_MIN / 2.0;
    calendar.series(
        clock
            .iter()
            .map(|(date, minute)| (*date, (minute - opposite).rem_euclid(circular::DAY_MIN))),
    )
}

fn minute_of_day(time: chrono::NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / 60.0
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

/// The clock time at which a day of movement begins, in minutes: what comes before it belongs to the evening before.
pub(super) const MOVEMENT_DAY_BEGINS: f64 = 240.0;

/// What the check-in asks everybody, and the user's own factors that are still tracked; only those that have values.
///
/// Days on which nothing was said about a factor stay out: no entry is not the same as none of it.
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
    let (minutes, times) = movement(&diary.between::<Dose>(from, to)?);
    let light = summed(
        diary
            .between::<Light>(from, to)?
            .iter()
            .filter_map(|light| Some((light.date, light.minutes?))),
    );
    let of_everybody = [
        (Kind::Arousal, "arousal", arousal),
        (Kind::Movement, "movement_min", minutes),
        (Kind::MovementTime, "movement_time", times),
        (Kind::Light, "outdoor_light_min", light),
    ];
    let mut laid_out: Vec<LaidOut> = of_everybody
        .into_iter()
        .filter(|(_, _, values)| !values.is_empty())
        .map(|(kind, name, values)| LaidOut {
            kind,
            name: name.to_owned(),
            values: calendar.series(values),
            timing: page::Timing::Day,
            yes_or_no: false,
        })
        .collect();
    for factor in diary.all::<Factor>()? {
        let Some(written) = values
            .remove(&factor.id)
            .filter(|_| factor.retired_at.is_none())
        else {
            continue;
        };
        let only_two = written.iter().all(|(_, value)| matches!(value, 0.0 | 1.0));
        laid_out.push(LaidOut {
            kind: Kind::Own,
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

/// One value for each of some days.
type Daily = Vec<(NaiveDate, f64)>;

/// Minutes of movement by day, and when its last session began, in minutes after [`MOVEMENT_DAY_BEGINS`].
fn movement(doses: &[Dose]) -> (Daily, Daily) {
    let minutes = summed(
        doses
            .iter()
            .filter_map(|dose| Some((dose.date, dose.minutes?))),
    );
    let mut last: BTreeMap<NaiveDate, f64> = BTreeMap::new();
    for dose in doses {
        let Some(start) = dose.start else { continue };
        let at = (minute_of_day(start.time()) - MOVEMENT_DAY_BEGINS).rem_euclid(circular::DAY_MIN);
        let latest = last.entry(dose.date).or_insert(at);
        *latest = latest.max(at);
    }
    (minutes, last.into_iter().collect())
}

/// The sum of what was said on each day.
fn summed(minutes: impl Iterator<Item = (NaiveDate, u16)>) -> Daily {
    let mut by_day: BTreeMap<NaiveDate, f64> = BTreeMap::new();
    for (date, minutes) in minutes {
        *by_day.entry(date).or_default() += f64::from(minutes);
    }
    by_day.into_iter().collect()
}
