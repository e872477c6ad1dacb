//! Workouts: what the person did, when, and for how long.

use std::io::Read;

use chrono_tz::Tz;
use wane_domain::Moment;

use super::{
    attributes::meant,
    tags::{Kind, Tags},
};
use crate::{
    Exercise, FoundWorkout, ReadError, Why,
    measured::exercise::{self, Refused},
    stamps::{self, OneAfterAnother},
};

/// The attributes of a workout that are read.
pub(super) const NAMES: [&str; 7] = [
    "startDate",
    "endDate",
    "sourceName",
    "device",
    "workoutActivityType",
    "duration",
    "durationUnit",
];

/// What a workout says, as it stands there.
pub(super) struct Said<'t> {
    pub(super) record: super::Said<'t>,
    activity: Option<&'t [u8]>,
    duration: Option<&'t [u8]>,
    unit: Option<&'t [u8]>,
}

impl<'t> Said<'t> {
    /// Of the values of [`NAMES`].
    pub(super) fn of(values: [Option<&'t [u8]>; NAMES.len()]) -> Self {
        let [start, end, name, device, activity, duration, unit] = values;
        Said {
            record: super::Said {
                start,
                end,
                value: None,
                name: name.unwrap_or_default(),
                device,
            },
            activity,
            duration,
            unit,
        }
    }

    /// The workout, told by the source of that name.
    pub(super) fn workout(
        &self,
        source: &str,
        home: Tz,
        clock: &mut OneAfterAnother,
    ) -> Result<FoundWorkout, Refused> {
        let (from, to) = self.record.ends(clock)?;
        let start = stamps::seconds(from).ok_or(("startDate", Why::NotADate))?;
        let length = self.minutes();
        let field = length.map_or("endDate", |_| "duration");
        let minutes = length.unwrap_or((to - from) as f64 / 60.0);
        let name = format!("{source}/{from}/{to}");
        let start = Moment::new(start, home);
        Ok(FoundWorkout {
            device: Some(source.to_owned()).filter(|source| !source.is_empty()),
            exercise: self.activity.and_then(|name| of_activity(&meant(name))),
            ..exercise::spell(&name, start, minutes, ("startDate", field))?
        })
    }

    /// How long it took without its pauses, if it says so in a unit of time.
    fn minutes(&self) -> Option<f64> {
        let duration: f64 = meant(self.duration?).parse().ok()?;
        let per_minute = match self.unit.map(meant).as_deref() {
            None | Some("min") => 1.0,
            Some("s" | "sec") => 1.0 / 60.0,
            Some("hr" | "h") => 60.0,
            Some(_) => return None,
        };
        Some(duration * per_minute).filter(|minutes| minutes.is_finite())
    }
}

/// The zone that a workout names of which the beginning was read: the first that its metadata tell.
pub(super) fn zone<R: Read>(tags: &mut Tags<R>) -> Result<Option<Tz>, ReadError> {
    let mut zone = None;
    while tags.next(|_| ())? == Some(Kind::Metadata) {
        let told = super::zone(tags)?;
        zone = zone.or(told);
    }
    Ok(zone)
}

/// The workout on the clock of that zone.
pub(super) fn read_in(workout: FoundWorkout, zone: Tz) -> FoundWorkout {
    let start = Moment::new(workout.start.instant, zone);
    FoundWorkout {
        date: start.date(),
        start,
        ..workout
    }
}

/// Apple's kinds of workouts that Wane has a word for.
fn of_activity(name: &str) -> Option<Exercise> {
    let kind = name.strip_prefix("HKWorkoutActivityType").unwrap_or(name);
    Some(match kind {
        "Walking" | "WheelchairWalkPace" => Exercise::Walking,
        "Hiking" => Exercise::Hiking,
        "Running" | "WheelchairRunPace" => Exercise::Running,
        "Cycling" | "HandCycling" => Exercise::Cycling,
        "Swimming" => Exercise::Swimming,
        "WaterFitness" => Exercise::WaterExercise,
        "Rowing" | "PaddleSports" => Exercise::Rowing,
        "Elliptical" => Exercise::Elliptical,
        "Stairs" | "StairClimbing" | "StepTraining" => Exercise::Stairs,
        "TraditionalStrengthTraining"
        | "FunctionalStrengthTraining"
        | "CoreTraining"
        | "CrossTraining"
        | "HighIntensityIntervalTraining" => Exercise::Strength,
        "Yoga" => Exercise::Yoga,
        "Pilates" | "Barre" => Exercise::Pilates,
        "TaiChi" => Exercise::TaiChi,
        "Flexibility" | "Cooldown" | "PreparationAndRecovery" => Exercise::Stretching,
        "Dance" | "CardioDance" | "SocialDance" | "DanceInspiredTraining" => Exercise::Dance,
        "MindAndBody" => Exercise::MindAndBody,
        "CrossCountrySkiing" | "DownhillSkiing" | "Snowboarding" | "SnowSports"
        | "SkatingSports" => Exercise::WinterSport,
        "Badminton" | "Baseball" | "Basketball" | "Bowling" | "Cricket" | "DiscSports" | "Golf"
        | "Handball" | "Hockey" | "Lacrosse" | "Pickleball" | "Racquetball" | "Rugby"
        | "Soccer" | "Softball" | "Squash" | "TableTennis" | "Tennis" | "Volleyball"
        | "WaterPolo" | "AmericanFootball" | "AustralianFootball" => Exercise::Sport,
        _ => return None,
    })
}
