//! What was due and waits for the user: missed, undeliverable, or shown and not answered.

use chrono::Duration;
use wane_domain::reminder::{LogEntry, State};
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, wire::*};

/// How long an item stays in the inbox of the Today view.
const WAITING_HOURS: i64 = 36;

impl App {
    /// What waits for the user on Today: reminders that could not be shown in time.
    pub(crate) fn waiting(&self, rooms: &Rooms) -> Result<Vec<InboxItem>, Fault> {
        self.inbox(rooms, Duration::hours(WAITING_HOURS), false)
    }

    pub(super) fn inbox(
        &self,
        rooms: &Rooms,
        within: Duration,
        also_shown: bool,
    ) -> Result<Vec<InboxItem>, Fault> {
        let now = self.now();
        let (first, last) = self.dates_around(now - within, now);
        let done = rooms.schedule.done_between(first, last)?;
        let mut entries: Vec<LogEntry> = rooms
            .schedule
            .log_between(first, last)?
            .into_iter()
            .filter(|e| e.acted_at.is_none() && e.due.instant >= now - within)
            .filter(|e| !done.contains(&(e.kind.clone(), e.local_date)))
            .filter(|e| match e.state {
                State::Missed | State::Undelivered => true,
                State::Shown => also_shown,
                State::Claimed | State::Done | State::Snoozed | State::Skipped => false,
            })
            .collect();
        entries.sort_by_key(|e| std::cmp::Reverse(e.due.instant));
        Ok(entries
            .into_iter()
            .map(|e| {
                let (id, state) = match e.state {
                    State::Shown => ("inbox-shown", "shown"),
                    State::Undelivered => ("inbox-undelivered", "undelivered"),
                    _ => ("inbox-missed", "missed"),
                };
                InboxItem {
                    kind: e.kind.name().to_owned(),
                    local_date: e.local_date.to_string(),
                    title: self.title(&e.kind),
                    text: self.words.text(
                        id,
                        &[
                            ("time", Arg::from(self.words.clock(e.due.time()))),
                            ("day", Arg::from(self.words.date_heading(e.due.date()))),
                        ],
                    ),
                    state: state.to_owned(),
                }
            })
            .collect())
    }

    /// See [`crate::commands`].
    pub(crate) fn inbox_dismiss(&self, request: OccurrenceRequest) -> Result<PlanView, Fault> {
        let mut rooms = self.rooms();
        let (kind, date) =
            self.named_occurrence(&rooms, &request.kind, request.local_date.as_deref())?;
        rooms.schedule.dismiss(&kind, date, self.now())?;
        self.plan_view(&rooms)
    }
}
