//! What a phone holds of the day besides sleep and steps: hearts, and exercise.

use chrono_tz::Tz;

use crate::{
    Exercise, FoundWorkout, ReadError, What, Why,
    database::{Cell, Tables},
    input::Meter,
    ledger::Ledger,
    measured::{
        exercise::{self, Refused, Workouts},
        heart::Hearts,
    },
    rules,
};

use super::{Apps, stamp};

pub(super) const EXERCISE: &str = "exercise_session_record_table";
const READINGS: &str = "heart_rate_record_series_table";
const RESTING: &str = "resting_heart_rate_record_table";

/// Hearts and exercise of any number of databases.
#[derive(Default)]
pub(super) struct AllDay {
    pub(super) hearts: Hearts,
    pub(super) workouts: Workouts,
}

impl AllDay {
    /// Reads what one database holds of them.
    pub(super) fn read(
        &mut self,
        tables: &Tables<'_>,
        apps: &Apps,
        home: Tz,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        self.readings(tables, meter, ledger)?;
        self.resting(tables, home, meter, ledger)?;
        self.exercise(tables, apps, home, meter, ledger)
    }

    fn readings(
        &mut self,
        tables: &Tables<'_>,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let file = tables.file();
        let hearts = &mut self.hearts;
        let mut readings = 0;
        let columns = ["epoch_millis", "beats_per_minute"];
        tables.each(READINGS, columns, meter, &mut |line, [at, rate]| {
            readings += 1;
            let told = at.whole().zip(rate_of(rate));
            let taken = told.is_some_and(|(at, rate)| hearts.reading(at.div_euclid(1000), rate));
            if !taken {
                let (what, column) = (What::Value, Some("beats_per_minute"));
                ledger.skip(file, what, column, Why::OutOfRange, Some(line));
            }
            enough(hearts, file)
        })?;
        count(ledger, "heart_rate_readings", readings);
        Ok(())
    }

    fn resting(
        &mut self,
        tables: &Tables<'_>,
        home: Tz,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let file = tables.file();
        let hearts = &mut self.hearts;
        let mut rates = 0;
        let columns = ["time", "zone_offset", "beats_per_minute"];
        tables.each(RESTING, columns, meter, &mut |line, [at, offset, rate]| {
            rates += 1;
            let taken = match stamp(at, offset, "time") {
                Err(fault) => Err(fault),
                Ok(at) => rate_of(rate)
                    .filter(|rate| {
                        let date = at.moment(home).date();
                        hearts.resting(date, at.instant.timestamp(), *rate)
                    })
                    .ok_or(("beats_per_minute", Why::OutOfRange)),
            };
            if let Err((column, why)) = taken {
                ledger.skip(file, What::Value, Some(column), why, Some(line));
            }
            enough(hearts, file)
        })?;
        count(ledger, "resting_heart_rates", rates);
        Ok(())
    }

    fn exercise(
        &mut self,
        tables: &Tables<'_>,
        apps: &Apps,
        home: Tz,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let file = tables.file();
        let workouts = &mut self.workouts;
        let columns = [
            "uuid",
            "app_info_id",
            "start_time",
            "start_zone_offset",
            "end_time",
            "exercise_type",
        ];
        tables.each(EXERCISE, columns, meter, &mut |line, row| {
            let [uuid, app, start, offset, end, kind] = row;
            let told = workout([start, offset, end], uuid, home).map(|workout| FoundWorkout {
                device: apps.name(app),
                exercise: kind.whole().and_then(of_type),
                ..workout
            });
            workouts.take(told, (file, line), ledger)
        })
    }
}

/// The spell of a row, by whom and what it was left open.
fn workout(
    [start, offset, end]: [&Cell; 3],
    uuid: &Cell,
    home: Tz,
) -> Result<FoundWorkout, Refused> {
    let (start, end) = (
        stamp(start, offset, "start_time")?,
        stamp(end, &Cell::Nothing, "end_time")?,
    );
    let minutes = (end.instant - start.instant).num_seconds() as f64 / 60.0;
    let name = uuid.name().unwrap_or_else(|| {
        rules::fallback_key(&start.instant.to_rfc3339(), &end.instant.to_rfc3339())
    });
    let fields = ("start_time", "end_time");
    exercise::spell(&name, start.moment(home), minutes, fields)
}

/// Beats per minute.
fn rate_of(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(rate) => Some(*rate),
        cell => cell.whole().map(|rate| rate as f64),
    }
}

fn count(ledger: &mut Ledger, name: &'static str, count: u64) {
    if count > 0 {
        ledger.count(name, count);
    }
}

fn enough(hearts: &Hearts, file: &str) -> Result<(), ReadError> {
    match hearts.too_many() {
        Some(max) => Err(ReadError::TooMany {
            file: file.to_owned(),
            max,
        }),
        None => Ok(()),
    }
}

/// Wane's word for a kind of exercise, by Android's number for it (`ExerciseSessionType`, API level 35).
fn of_type(number: i64) -> Option<Exercise> {
    Some(match number {
        53 => Exercise::Walking,
        21 | 40 => Exercise::Hiking,
        33 | 34 => Exercise::Running,
        4 | 5 => Exercise::Cycling,
        48 | 49 => Exercise::Swimming,
        31 | 61 => Exercise::Rowing,
        60 => Exercise::Elliptical,
        44 | 59 => Exercise::Stairs,
        8 | 45 | 55 => Exercise::Strength,
        57 => Exercise::Yoga,
        27 => Exercise::Pilates,
        46 => Exercise::Stretching,
        10 => Exercise::Dance,
        // Badminton, baseball, basketball, cricket, both footballs, frisbee, golf, handball, ice hockey, racquetball,
        // roller hockey, rugby, soccer, softball, squash, both tennises, volleyball, water polo.
        1..=3 | 9 | 13..=16 | 19 | 22 | 28 | 30 | 32 | 41..=43 | 50..=52 | 54 => Exercise::Sport,
        23 | 37..=39 => Exercise::WinterSport,
        17 => Exercise::MindAndBody,
        _ => return None,
    })
}
