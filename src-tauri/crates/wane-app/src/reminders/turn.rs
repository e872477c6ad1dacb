//! The loop's one turn: what is due is shown, what was missed is written down.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use wane_domain::reminder::{Kind, State, Step, fading, next_change, plan};

use crate::{App, Tick, app::Rooms, fault::Fault};

/// How often the time of the last check is written down; between, it is only in memory.
const WRITE_CHECK_EVERY_MIN: i64 = 15;
/// How far back is looked for habits.
const HABIT_DAYS: i64 = 60;
/// When to try again after a turn that could not be carried out.
const AGAIN_AFTER_S: i64 = 10;

impl App {
    /// One turn of the reminder loop: reads now and zone from the host, shows what is due, writes the log.
    ///
    /// It never fails: what cannot be shown waits in the inbox, and what cannot be written is tried again next turn.
    pub fn tick(&self) -> Tick {
        self.turn().unwrap_or_else(|_| Tick {
            shown: 0,
            next_due: Some(self.now() + Duration::seconds(AGAIN_AFTER_S)),
        })
    }

    fn turn(&self) -> Result<Tick, Fault> {
        let mut rooms = self.rooms();
        let (now, zone) = (self.now(), self.zone());
        let mut gathered = self.gathered(&rooms)?;
        let steps = plan(now, zone, &gathered.known());
        let wrote = !steps.is_empty();
        let mut shown = 0;
        for step in steps {
            shown += self.carry_out(&mut rooms, step, now)?;
        }
        rooms.last_check = Some(now);
        let stale = rooms
            .last_check_saved
            .is_none_or(|t| now - t >= Duration::minutes(WRITE_CHECK_EVERY_MIN) || t > now);
        if wrote || stale {
            self.ask_about_habits(&mut rooms, now)?;
            rooms.schedule.set_last_check(now)?;
            rooms.last_check_saved = Some(now);
        }
        if wrote {
            let (first, last) = self.dates_around(gathered.since, now);
            gathered.log = rooms.schedule.log_between(first, last)?;
        }
        gathered.since = now;
        Ok(Tick {
            shown,
            next_due: next_change(now, zone, &gathered.known()),
        })
    }

    /// Does one thing; how many notifications the service took.
    fn carry_out(&self, rooms: &mut Rooms, step: Step, now: DateTime<Utc>) -> Result<usize, Fault> {
        let (occurrence, state) = match step {
            Step::Show(occurrence) => {
                if !rooms.schedule.claim(&occurrence, now)? {
                    return Ok(0);
                }
                return self.show(rooms, &occurrence.kind, occurrence.local_date);
            }
            Step::Retry { kind, local_date } => {
                // Written down as shown before it is shown again: it is tried once more, and never a third time.
                rooms.schedule.mark(&kind, local_date, State::Shown, now)?;
                return self.show(rooms, &kind, local_date);
            }
            Step::Miss(occurrence) => (occurrence, State::Missed),
            Step::Settle(occurrence) => (occurrence, State::Done),
            Step::Hush(occurrence) => (occurrence, State::Quiet),
            Step::Pause(occurrence) => (occurrence, State::Paused),
            Step::Rest(occurrence) => (occurrence, State::Rested),
        };
        rooms.schedule.record(&occurrence, state, now)?;
        Ok(0)
    }

    /// Shows one claimed occurrence and writes down what became of it; 1 if the service took it.
    fn show(&self, rooms: &mut Rooms, kind: &Kind, local_date: NaiveDate) -> Result<usize, Fault> {
        let notice = self.notice(rooms, kind, local_date);
        match self.host.notify(&notice) {
            Ok(receipt) => {
                let at = self.now();
                rooms.schedule.mark(kind, local_date, State::Shown, at)?;
                self.accepted(rooms, &receipt)?;
                Ok(1)
            }
            Err(_) => {
                rooms
                    .schedule
                    .mark(kind, local_date, State::Undelivered, self.now())?;
                Ok(0)
            }
        }
    }

    /// Asks about reminders that may have made themselves unnecessary; each is asked about once.
    fn ask_about_habits(&self, rooms: &mut Rooms, now: DateTime<Utc>) -> Result<(), Fault> {
        let asked = rooms.schedule.asked()?;
        let (first, last) = self.dates_around(now - Duration::days(HABIT_DAYS), now);
        let log = rooms.schedule.log_between(first, last)?;
        let done = rooms.schedule.done_between(first, last)?;
        for rule in rooms.schedule.rules()? {
            if asked.iter().any(|question| question.kind == rule.kind) {
                continue;
            }
            if let Some(reason) = fading(&rule, &log, &done, now) {
                rooms.schedule.ask(&rule.kind, reason, now)?;
            }
        }
        Ok(())
    }
}
