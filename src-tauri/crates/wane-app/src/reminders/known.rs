//! What a turn of the loop and the Plan view go by: rules, log, light, and what keeps reminders quiet.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;
use wane_domain::{
    place::Place,
    reminder::{Kind, Known, LightContext, LogEntry, ProtectedNight, Quiet, Rule},
};

use super::LOOK_BACK_DAYS;
use crate::{App, app::Rooms, fault::Fault, settings};

/// Everything that [`Known`] borrows.
pub(crate) struct Gathered {
    pub rules: Vec<Rule>,
    pub log: Vec<LogEntry>,
    pub done: Vec<(Kind, NaiveDate)>,
    pub light: LightContext,
    pub quiet: Quiet,
    pub since: DateTime<Utc>,
}

impl Gathered {
    pub(crate) fn known(&self) -> Known<'_> {
        Known {
            rules: &self.rules,
            log: &self.log,
            done: &self.done,
            light: &self.light,
            quiet: &self.quiet,
            since: self.since,
        }
    }
}

impl App {
    /// Reads everything from the schedule, and what morning light depends on from the diary.
    ///
    /// A diary that cannot be read keeps no reminder from coming: light then goes by the rule's own time.
    pub(crate) fn gathered(&self, rooms: &Rooms) -> Result<Gathered, Fault> {
        let (now, zone) = (self.now(), self.zone());
        let since = match rooms.last_check {
            Some(at) => at,
            None => rooms.schedule.last_check()?.unwrap_or(now),
        };
        let (first, last) = self.dates_around(now - Duration::days(LOOK_BACK_DAYS), now);
        Ok(Gathered {
            rules: rooms.schedule.rules()?,
            log: rooms.schedule.log_between(first, last)?,
            done: rooms.schedule.done_between(first, last)?,
            light: self
                .light_context(rooms)
                .unwrap_or_else(|_| light_without_a_diary(zone)),
            quiet: self.quiet(rooms)?,
            since: since.clamp(now - Duration::days(LOOK_BACK_DAYS), now),
        })
    }

    /// What keeps reminders quiet; a protected night that nobody has set follows the targets.
    pub(crate) fn quiet(&self, rooms: &Rooms) -> Result<Quiet, Fault> {
        Ok(Quiet {
            night: self.protected_night(rooms)?.0,
            ..rooms.schedule.quiet()?
        })
    }

    /// The protected night, and whether it follows the targets.
    pub(crate) fn protected_night(&self, rooms: &Rooms) -> Result<(ProtectedNight, bool), Fault> {
        if let Some(set) = rooms.schedule.protected_night()? {
            return Ok(set);
        }
        let targets = settings::targets(&rooms.diary).unwrap_or_default();
        Ok((ProtectedNight::following(&targets.bed, targets.rise), true))
    }
}

fn light_without_a_diary(zone: Tz) -> LightContext {
    LightContext {
        place: Place::of_zone(zone),
        ..LightContext::default()
    }
}
