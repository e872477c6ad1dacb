//! `com.samsung.shealth.exercise`: what somebody did, by the app's number for it.

use chrono::Duration;
use chrono_tz::Tz;
use wane_domain::Moment;

use super::{instant, offset, text};
use crate::{
    Exercise, FoundWorkout,
    measured::exercise::{self, Refused},
    rules,
    sheet::{self, Row},
};

/// One row; its times may turn out to be local ones.
pub(super) struct Done {
    /// Its time is read as one of Greenwich, on the home clock.
    spell: FoundWorkout,
    offset: Option<i32>,
}

impl Done {
    /// What a row tells.
    pub(super) fn of(row: &Row<'_>, home: Tz) -> Result<Done, Refused> {
        let start = instant(row, "start_time")?;
        // Without its pauses, in milliseconds.
        let active = text(row, "duration").and_then(|text| sheet::number(text, false));
        let (minutes, field) = match active.filter(|millis| *millis > 0.0) {
            Some(millis) => (millis / 60_000.0, "duration"),
            None => {
                let seconds = (instant(row, "end_time")? - start).num_seconds();
                (seconds as f64 / 60.0, "end_time")
            }
        };
        let name =
            text(row, "datauuid").map_or_else(|| start.timestamp().to_string(), str::to_owned);
        let fields = ("start_time", field);
        Ok(Done {
            spell: FoundWorkout {
                device: text(row, "pkg_name").map(str::to_owned),
                exercise: text(row, "exercise_type").and_then(of_type),
                ..exercise::spell(&name, Moment::new(start, home), minutes, fields)?
            },
            offset: offset(row),
        })
    }

    /// The spell, with its time read as it was proved to be meant.
    pub(super) fn found(self, local: bool, home: Tz) -> FoundWorkout {
        let east = i64::from(self.offset.filter(|_| local).unwrap_or_default());
        let at = self.spell.start.instant - Duration::seconds(east);
        let zone = self
            .offset
            .and_then(|offset| rules::zone_for(at, offset, home));
        let start = Moment::new(at, zone.unwrap_or(home));
        FoundWorkout {
            date: start.date(),
            start,
            ..self.spell
        }
    }
}

/// Wane's word for a kind of exercise, by the number that Samsung Health gives it.
fn of_type(number: &str) -> Option<Exercise> {
    Some(match number.trim().parse::<u32>().ok()? {
        1001 => Exercise::Walking,
        1002 | 15005 => Exercise::Running,
        2001..=2003 | 3001..=3003 | 4001..=4006 | 5001 | 5002 | 6001..=6005 => Exercise::Sport,
        7001 => Exercise::TaiChi,
        8001..=8003 => Exercise::Dance,
        9001 => Exercise::Pilates,
        9002 => Exercise::Yoga,
        10001 => Exercise::Stretching,
        10004..=10006 | 15002 => Exercise::Strength,
        11007 | 13004 | 15003 => Exercise::Cycling,
        13001 | 13003 | 16009 => Exercise::Hiking,
        14001 => Exercise::Swimming,
        14002 => Exercise::WaterExercise,
        14010 | 15004 => Exercise::Rowing,
        15001 => Exercise::Stairs,
        15006 => Exercise::Elliptical,
        11001 | 11009 | 16001..=16004 | 16007 | 16008 => Exercise::WinterSport,
        _ => return None,
    })
}
