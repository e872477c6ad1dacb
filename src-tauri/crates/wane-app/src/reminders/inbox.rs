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
        let mut items = self.past(rooms, Duration::hours(WAITING_HOURS))?;
        // What was shown is not asked about again on the first page; the Plan view has it.
        items.retain(|item| item.open && item.state != "shown");
        Ok(items)
    }

    /// Everything that was due within the last time, newest first.
    pub(super) fn past(&self, rooms: &Rooms, within: Duration) -> Result<Vec<InboxItem>, Fault> {
        let now = self.now();
        let (first, last) = self.dates_around(now - within, now);
        let done = rooms.schedule.done_between(first, last)?;
        let mut entries: Vec<LogEntry> = rooms
            .schedule
            .log_between(first, last)?
            .into_iter()
            .filter(|e| now - within <= e.due.instant && e.due.instant <= now)
            .collect();
        entries.sort_by_key(|e| std::cmp::Reverse(e.due.instant));
        Ok(entries
            .iter()
            .map(|entry| {
                let is_done = done.contains(&(entry.kind.clone(), entry.local_date));
                self.inbox_item(entry, is_done)
            })
            .collect())
    }

    fn inbox_item(&self, entry: &LogEntry, is_done: bool) -> InboxItem {
        let waits = matches!(
            entry.state,
            State::Missed | State::Undelivered | State::Quiet | State::Shown
        );
        let state = match entry.state {
            _ if is_done => "done",
            State::Claimed | State::Shown => "shown",
            State::Undelivered => "undelivered",
            State::Missed => "missed",
            State::Quiet => "quiet",
            State::Done => "done",
            State::Snoozed => "snoozed",
            State::Skipped => "skipped",
            State::Paused => "paused",
            State::Rested => "rested",
        };
        InboxItem {
            kind: entry.kind.name().to_owned(),
            local_date: entry.local_date.to_string(),
            title: self.title(&entry.kind),
            text: self.words.text(
                &format!("inbox-{state}"),
                &[
                    ("time", Arg::from(self.words.clock(entry.due.time()))),
                    ("day", Arg::from(self.words.date_heading(entry.due.date()))),
                ],
            ),
            state: state.to_owned(),
            open: waits && !is_done && entry.acted_at.is_none(),
        }
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
