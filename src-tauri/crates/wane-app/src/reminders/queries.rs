//! Questions about time: occurrences of a span, what is due now, the sun.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use wane_domain::{
    Moment,
    diary::Night,
    place::Place,
    reminder::{LightContext, Occurrence, State, occurrences},
    sun::sun_times,
};

use super::LOOK_BACK_DAYS;
use crate::{App, app::Rooms, convert, fault::Fault, settings, wire::*};

impl App {
    pub(super) fn dates_around(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> (NaiveDate, NaiveDate) {
        // Local dates differ from the UTC date by a day at most, whatever zone a rule or an earlier log entry was in.
        (
            from.date_naive() - Duration::days(2),
            to.date_naive() + Duration::days(2),
        )
    }

    pub(crate) fn light_context(&self, rooms: &Rooms) -> Result<LightContext, Fault> {
        let zone = self.zone();
        let today = Moment::new(self.now(), zone).date();
        let usual = self.usual(&rooms.diary, today)?;
        let woke: BTreeMap<NaiveDate, Moment> = rooms
            .diary
            .between::<Night>(today - Duration::days(LOOK_BACK_DAYS + 1), today)?
            .into_iter()
            .filter_map(|n| Some((n.wake_date, n.final_wake.or(n.out_of_bed)?)))
            .collect();
        Ok(LightContext {
            place: settings::place(&rooms.diary, zone)?,
            usual_wake: usual.final_wake.or(usual.out_of_bed),
            woke,
            dark_winter_lamp: settings::read(&rooms.diary)?.dark_winter_lamp,
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn occurrences(&self, request: PlanRequest) -> Result<Vec<OccurrenceView>, Fault> {
        let (from, to) = (
            convert::instant(&request.from, "from")?,
            convert::instant(&request.to, "to")?,
        );
        if to - from > Duration::days(366 * 20) {
            return Err(Fault::bad_input("to"));
        }
        let rooms = self.rooms();
        let light = self.light_context(&rooms)?;
        let rules = rooms.schedule.rules()?;
        Ok(occurrences(&rules, from, to, self.zone(), &light)
            .iter()
            .map(|o| self.occurrence_view(o))
            .collect())
    }

    /// See [`crate::commands`].
    pub(crate) fn due(&self, _: Nothing) -> Result<Vec<OccurrenceView>, Fault> {
        let rooms = self.rooms();
        let now = self.now();
        let (first, last) = self.dates_around(now - Duration::days(1), now);
        let log = rooms.schedule.log_between(first, last)?;
        let done = rooms.schedule.done_between(first, last)?;
        let light = self.light_context(&rooms)?;
        let rules = rooms.schedule.rules()?;
        Ok(occurrences(
            &rules,
            now - Duration::days(1),
            now + Duration::seconds(1),
            self.zone(),
            &light,
        )
        .iter()
        .filter(|o| o.due.instant <= now && now < o.until)
        // A rule made or changed after the due instant starts with its next one, as in the loop's own plan.
        .filter(|o| {
            let changed = rules
                .iter()
                .find(|r| r.kind == o.kind)
                .map(|r| r.changed_at);
            changed.is_none_or(|at| at <= o.due.instant || at > now)
        })
        .filter(|o| !done.contains(&(o.kind.clone(), o.local_date)))
        .filter(|o| {
            let entry = log
                .iter()
                .find(|e| e.kind == o.kind && e.local_date == o.local_date);
            entry.is_none_or(|e| match e.state {
                State::Snoozed => e.snoozed_until.is_none_or(|until| until <= now),
                State::Done
                | State::Skipped
                | State::Missed
                | State::Quiet
                | State::Paused
                | State::Rested => false,
                State::Claimed | State::Shown | State::Undelivered => e.acted_at.is_none(),
            })
        })
        .map(|o| self.occurrence_view(o))
        .collect())
    }

    fn occurrence_view(&self, o: &Occurrence) -> OccurrenceView {
        OccurrenceView {
            kind: o.kind.name().to_owned(),
            local_date: o.local_date.to_string(),
            due: o.due.to_rfc3339(),
            until: Moment::new(o.until, o.due.zone).to_rfc3339(),
            why: self.why(o),
        }
    }

    /// See [`crate::commands`].
    pub(crate) fn sun(&self, request: SunRequest) -> Result<SunView, Fault> {
        let date = convert::date(&request.date, "date")?;
        let zone = self.zone();
        let place = match (request.lat, request.lon) {
            (Some(lat), Some(lon)) => {
                Place::new(lat, lon).map_err(|_| Fault::bad_input("place"))?
            }
            (None, None) => settings::place(&self.rooms().diary, zone)?
                .ok_or_else(|| Fault::not_found("place"))?,
            _ => return Err(Fault::bad_input("place")),
        };
        let times = sun_times(date, zone, place);
        let text = |t: Option<DateTime<Utc>>| t.map(|t| Moment::new(t, zone).to_rfc3339());
        Ok(SunView {
            sunrise: text(times.sunrise),
            sunset: text(times.sunset),
            civil_dawn: text(times.civil_dawn),
            civil_dusk: text(times.civil_dusk),
        })
    }
}
