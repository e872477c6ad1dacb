//! What the user says about one reminder: done, later, not tonight, show me one now.

use chrono::{Duration, NaiveDate};
use wane_domain::reminder::{Kind, Occurrence, Rule, State, occurrences};

use crate::{App, app::Rooms, convert, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn reminder_done(&self, request: OccurrenceRequest) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let (kind, date) =
            self.named_occurrence(&rooms, &request.kind, request.local_date.as_deref())?;
        rooms.schedule.mark_done(&kind, date, self.now())?;
        rooms.schedule.mark(&kind, date, State::Done, self.now())?;
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn reminder_snooze(&self, request: SnoozeRequest) -> Result<PlanView, Fault> {
        if !(1..=180).contains(&request.minutes) {
            return Err(Fault::bad_input("minutes"));
        }
        let mut rooms = self.rooms();
        let now = self.now();
        let (kind, date) =
            self.named_occurrence(&rooms, &request.kind, request.local_date.as_deref())?;
        let Some(occurrence) = self.occurrence_on(&rooms, &kind, date)? else {
            return Err(Fault::not_found("reminder"));
        };
        if now >= occurrence.until {
            return Err(Fault::not_found("reminder"));
        }
        let until = (now + Duration::minutes(i64::from(request.minutes))).min(occurrence.until);
        if !rooms.schedule.snooze(&occurrence, until, now)? {
            return Err(Fault::not_found("reminder"));
        }
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn reminder_skip(&self, request: OccurrenceRequest) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let (kind, date) =
            self.named_occurrence(&rooms, &request.kind, request.local_date.as_deref())?;
        let Some(occurrence) = self.occurrence_on(&rooms, &kind, date)? else {
            return Err(Fault::not_found("reminder"));
        };
        // A reminder that came already can still be waved off; one that has not come will not.
        if !rooms
            .schedule
            .record(&occurrence, State::Skipped, self.now())?
        {
            rooms
                .schedule
                .mark(&kind, date, State::Skipped, self.now())?;
        }
        self.host.reminders_changed();
        self.plan_view(&rooms)
    }

    /// The occurrence a request names: its date, or else the one now in its window, or else today's.
    pub(super) fn named_occurrence(
        &self,
        rooms: &Rooms,
        kind: &str,
        local_date: Option<&str>,
    ) -> Result<(Kind, NaiveDate), Fault> {
        let kind = Kind::from_name(kind.trim());
        if let Some(date) = local_date {
            return Ok((kind, convert::date(date, "local_date")?));
        }
        let (now, zone) = (self.now(), self.zone());
        let rules: Vec<Rule> = rooms
            .schedule
            .rules()?
            .into_iter()
            .filter(|r| r.kind == kind)
            .collect();
        let light = self.light_context(rooms)?;
        let open = occurrences(
            &rules,
            now - Duration::hours(12),
            now + Duration::hours(24),
            zone,
            &light,
        )
        .into_iter()
        .find(|o| o.until > now);
        let date = match open {
            Some(occurrence) => occurrence.local_date,
            None => self.present_day(&rooms.diary)?,
        };
        Ok((kind, date))
    }

    fn occurrence_on(
        &self,
        rooms: &Rooms,
        kind: &Kind,
        date: NaiveDate,
    ) -> Result<Option<Occurrence>, Fault> {
        let rules: Vec<Rule> = rooms
            .schedule
            .rules()?
            .into_iter()
            .filter(|r| r.kind == *kind)
            .collect();
        let light = self.light_context(rooms)?;
        let middle = self.local_instant(date, 12);
        Ok(occurrences(
            &rules,
            middle - Duration::hours(40),
            middle + Duration::hours(40),
            self.zone(),
            &light,
        )
        .into_iter()
        .find(|o| o.local_date == date))
    }
}
