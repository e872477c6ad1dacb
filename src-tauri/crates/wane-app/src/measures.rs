//! Derived measures and days, read back for people and programs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use wane_domain::{
    Id, Moment, check,
    circular::CircularSummary,
    diary::{
        DayEntry, DeviceSleep, Dose, Factor, FactorValue, FlareNote, Light, Medicine,
        MedicineTaken, NamedPain, Nap, Night, Note, Occasion, PainRating, SleepKind, WindDown,
    },
    measures::Measures,
    regularity::{RegularNight, Regularity, is_weekend},
};
use wane_store::{Diary, Record};

use crate::{App, convert, entries, fault::Fault, flare, night, winddown, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn measures(&self, request: SpanRequest) -> Result<MeasuresView, Fault> {
        let rooms = self.rooms();
        let Some((from, to)) = span(&rooms.diary, &request)? else {
            return Ok(MeasuresView {
                nights: Vec::new(),
                summary: summary(&Regularity::of(&[])),
            });
        };
        let felt = rooms.diary.between::<Night>(from, to)?;
        let regular: Vec<RegularNight> = felt.iter().filter_map(regular_night).collect();
        let mut nights: BTreeMap<NaiveDate, NightMeasures> = rooms
            .diary
            .between::<DeviceSleep>(from, to)?
            .iter()
            .filter(|s| s.kind == SleepKind::Night)
            .map(|s| (s.wake_date, device_measures(s)))
            .collect();
        // What the person felt comes first; a device only fills nights nobody wrote down (row X3).
        nights.extend(
            felt.iter()
                .map(|n| (n.wake_date, felt_measures(n, self.now()))),
        );
        Ok(MeasuresView {
            nights: nights.into_values().collect(),
            summary: summary(&Regularity::of(&regular)),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn days(&self, request: SpanRequest) -> Result<Vec<DayView>, Fault> {
        let rooms = self.rooms();
        let diary = &rooms.diary;
        let Some((from, to)) = span(diary, &request)? else {
            return Ok(Vec::new());
        };
        let mut days: BTreeMap<NaiveDate, DayView> = BTreeMap::new();
        fn day(days: &mut BTreeMap<NaiveDate, DayView>, date: NaiveDate) -> &mut DayView {
            days.entry(date).or_insert_with(|| blank_day(date))
        }
        for night in diary.between::<Night>(from, to)? {
            let day = day(&mut days, night.wake_date);
            day.measures = Some(felt_measures(&night, self.now()));
            day.quality = night.quality.map(|q| q.get());
            day.recalled |= night.origin.recalled;
            day.night = Some(convert::fields_from_night(&night));
        }
        for sleep in diary
            .between::<DeviceSleep>(from, to)?
            .iter()
            .filter(|s| s.kind == SleepKind::Night)
        {
            let day = day(&mut days, sleep.wake_date);
            day.measures.get_or_insert_with(|| device_measures(sleep));
        }
        let pains = names_of::<NamedPain>(diary, |p| (p.id, p.name))?;
        for rating in diary.between::<PainRating>(from, to)? {
            let day = day(&mut days, rating.date);
            day.recalled |= rating.origin.recalled;
            let (morning, evening) = match rating.pain {
                None => (&mut day.pain_morning, &mut day.pain_day),
                Some(pain) => {
                    let Some(name) = pains.get(&pain) else {
                        continue;
                    };
                    let of_day = pain_of_day(&mut day.pains, name);
                    (&mut of_day.morning, &mut of_day.evening)
                }
            };
            match rating.occasion {
                Occasion::Morning => *morning = Some(rating.rating.get()),
                Occasion::Evening => *evening = Some(rating.rating.get()),
                Occasion::Moment => {}
            }
        }
        for entry in diary.between::<DayEntry>(from, to)? {
            let day = day(&mut days, entry.date);
            day.arousal = entry.arousal.map(|a| a.get());
            day.mattered = entry.mattered;
            day.rough = entry.rough;
            day.recalled |= entry.origin.recalled;
        }
        for dose in diary.between::<Dose>(from, to)? {
            add(&mut day(&mut days, dose.date).movement_min, dose.minutes);
        }
        for light in diary.between::<Light>(from, to)? {
            add(
                &mut day(&mut days, light.date).outdoor_light_min,
                light.minutes,
            );
        }
        let names = names_of::<Factor>(diary, |f| (f.id, f.name))?;
        for value in diary.between::<FactorValue>(from, to)? {
            if let Some(name) = names.get(&value.factor) {
                day(&mut days, value.date)
                    .factors
                    .insert(name.clone(), value.value);
            }
        }
        for nap in diary.between::<Nap>(from, to)? {
            day(&mut days, nap.date)
                .naps
                .push(entries::nap_fields(&nap));
        }
        let medicines = names_of::<Medicine>(diary, |m| (m.id, m.name))?;
        for taken in diary.between::<MedicineTaken>(from, to)? {
            let name = medicines.get(&taken.medicine).cloned().unwrap_or_default();
            let fields = entries::medicine_fields(&taken, name);
            day(&mut days, taken.date).medicines.push(fields);
        }
        for awakening in self.seen_awakenings(&rooms, from, to)? {
            let view = night::awakening_view(&awakening);
            day(&mut days, awakening.date).awakenings.push(view);
        }
        for record in diary.between::<WindDown>(from, to)? {
            let view = winddown::wind_down_of_day(&record);
            day(&mut days, record.date).wind_downs.push(view);
        }
        for note in diary.between::<FlareNote>(from, to)? {
            let view = flare::flare_note_view(&note);
            day(&mut days, note.date).flare.push(view);
        }
        for note in diary.between::<Note>(from, to)? {
            day(&mut days, note.date).notes.push(note.text);
        }
        for (date, came_from) in self.came_from(diary, from, to)? {
            day(&mut days, date).came_from = came_from;
        }
        Ok(days.into_values().collect())
    }
}

/// What the person calls each record of a kind.
fn names_of<R: Record>(
    diary: &Diary,
    name: impl Fn(R) -> (Id, String),
) -> Result<BTreeMap<Id, String>, Fault> {
    Ok(diary.all::<R>()?.into_iter().map(name).collect())
}

/// The day's place for the ratings of the pain of that name.
fn pain_of_day<'p>(pains: &'p mut Vec<PainOfDay>, name: &str) -> &'p mut PainOfDay {
    let at = pains
        .iter()
        .position(|p| p.name == name)
        .unwrap_or_else(|| {
            pains.push(PainOfDay {
                name: name.to_owned(),
                morning: None,
                evening: None,
            });
            pains.len() - 1
        });
    &mut pains[at]
}

/// The days a request asks for; `None` when it asks for everything and there is nothing.
pub(crate) fn span(
    diary: &Diary,
    request: &SpanRequest,
) -> Result<Option<(NaiveDate, NaiveDate)>, Fault> {
    let from = request
        .from
        .as_deref()
        .map(|t| convert::date(t, "from"))
        .transpose()?;
    let to = request
        .to
        .as_deref()
        .map(|t| convert::date(t, "to"))
        .transpose()?;
    let whole = diary.first_and_last_date()?;
    let (Some(from), Some(to)) = (from.or(whole.map(|w| w.0)), to.or(whole.map(|w| w.1))) else {
        return Ok(None);
    };
    if from > to {
        Err(Fault::bad_time("to"))
    } else {
        Ok(Some((from, to)))
    }
}

fn add(total: &mut Option<u32>, minutes: Option<u16>) {
    if let Some(minutes) = minutes {
        *total = Some(total.unwrap_or(0) + u32::from(minutes));
    }
}

fn blank_day(date: NaiveDate) -> DayView {
    DayView {
        date: date.to_string(),
        night: None,
        measures: None,
        quality: None,
        pain_morning: None,
        pain_day: None,
        arousal: None,
        mattered: None,
        rough: false,
        movement_min: None,
        outdoor_light_min: None,
        factors: BTreeMap::new(),
        pains: Vec::new(),
        naps: Vec::new(),
        medicines: Vec::new(),
        awakenings: Vec::new(),
        wind_downs: Vec::new(),
        flare: Vec::new(),
        notes: Vec::new(),
        recalled: false,
        came_from: Vec::new(),
    }
}

fn felt_measures(night: &Night, now: chrono::DateTime<chrono::Utc>) -> NightMeasures {
    let m = Measures::of(night);
    let sound = check::holds_together(night);
    // A night that cannot have been as written keeps its plain intervals; what rests on its parts stays open.
    let sure = |value: Option<f64>| value.filter(|_| sound);
    NightMeasures {
        wake_date: night.wake_date.to_string(),
        tib_min: m.tib_min,
        spt_min: sure(m.spt_min),
        tst_min: sure(m.tst_min),
        dse_min: sure(m.dse_min),
        twak_min: m.twak_min,
        se_tib: sure(m.se_tib),
        se_dse: sure(m.se_dse),
        onset: m.onset.filter(|_| sound).map(|t| t.to_rfc3339()),
        midpoint: m.midpoint.filter(|_| sound).map(|t| t.to_rfc3339()),
        source: "felt".to_owned(),
        questions: check::questions(night, now, &[])
            .into_iter()
            .map(|q| q.code().to_owned())
            .collect(),
    }
}

fn device_measures(sleep: &DeviceSleep) -> NightMeasures {
    let in_bed = sleep.in_bed_min.map(f64::from);
    let asleep = sleep.asleep_min.map(f64::from);
    let middle = sleep.start.instant + (sleep.end.instant - sleep.start.instant) / 2;
    NightMeasures {
        wake_date: sleep.wake_date.to_string(),
        tib_min: in_bed,
        spt_min: Some(sleep.end.minutes_since(&sleep.start)),
        tst_min: asleep,
        // A device does not know when somebody was trying to sleep.
        dse_min: None,
        twak_min: None,
        se_tib: asleep
            .zip(in_bed)
            .filter(|(_, b)| *b > 0.0)
            .map(|(a, b)| 100.0 * a / b),
        se_dse: None,
        onset: Some(sleep.start.to_rfc3339()),
        midpoint: Some(Moment::new(middle, sleep.end.zone).to_rfc3339()),
        source: "device".to_owned(),
        questions: Vec::new(),
    }
}

/// A night as the regularity measures need it: with an onset and a final awakening, and not impossible.
pub(crate) fn regular_night(night: &Night) -> Option<RegularNight> {
    if !check::holds_together(night) {
        return None;
    }
    Some(RegularNight {
        wake_date: night.wake_date,
        onset: Measures::of(night).onset?,
        final_wake: night.final_wake?,
        free_day: is_weekend(night.wake_date),
    })
}

fn summary(regularity: &Regularity) -> MeasuresSummary {
    let spread = |s: &Option<CircularSummary>| ClockSpread {
        n: s.as_ref().map_or(0, |s| s.n as u32),
        mean_min: s.as_ref().map(|s| s.mean_min),
        sd_min: s.as_ref().map(|s| s.sd_min),
    };
    MeasuresSummary {
        onset: spread(&regularity.onset),
        final_wake: spread(&regularity.final_wake),
        midpoint: spread(&regularity.midpoint),
        sri: SriView {
            value: regularity.sri.as_ref().map(|s| s.value),
            day_pairs: regularity.sri.as_ref().map_or(0.0, |s| s.day_pairs as f64),
        },
        social_jetlag_min: regularity.social_jetlag_min,
    }
}
