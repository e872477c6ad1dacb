//! The loop's one turn: what is due is shown, what was missed is written down.

use chrono::{Duration, NaiveDate};
use wane_domain::reminder::{Kind, State, Step, occurrences, plan};

use super::LOOK_BACK_DAYS;
use crate::{App, Tick, app::Rooms, fault::Fault, host::Notice, settings};

/// How often the time of the last check is written down; between, it is only in memory.
const WRITE_CHECK_EVERY_MIN: i64 = 15;

impl App {
    /// One turn of the reminder loop: reads now and zone from the host, shows what is due, writes the log.
    ///
    /// It never fails: what cannot be shown waits in the inbox, and what cannot be written is tried again next turn.
    pub fn tick(&self) -> Tick {
        self.turn().unwrap_or(Tick {
            shown: 0,
            next_due: None,
        })
    }

    fn turn(&self) -> Result<Tick, Fault> {
        let mut rooms = self.rooms();
        let (now, zone) = (self.now(), self.zone());
        let rules = rooms.schedule.rules()?;
        let since = match rooms.last_check {
            Some(t) => t,
            None => rooms.schedule.last_check()?.unwrap_or(now),
        };
        let since = since.clamp(now - Duration::days(LOOK_BACK_DAYS), now);
        let (first, last) = self.dates_around(now - Duration::days(LOOK_BACK_DAYS), now);
        let log = rooms.schedule.log_between(first, last)?;
        let done = rooms.schedule.done_between(first, last)?;
        let light = self.light_context(&rooms)?;

        let mut shown = 0;
        let mut wrote = false;
        for step in plan(now, zone, &rules, &log, &done, &light, since) {
            wrote = true;
            match step {
                Step::Show(occurrence) => {
                    if rooms.schedule.claim(&occurrence, now)? {
                        shown += self.show(&mut rooms, &occurrence.kind, occurrence.local_date)?;
                    }
                }
                Step::Retry { kind, local_date } => {
                    // Written down as shown before it is shown again: it is tried once more, and never a third time.
                    rooms.schedule.mark(&kind, local_date, State::Shown, now)?;
                    shown += self.show(&mut rooms, &kind, local_date)?;
                }
                Step::Miss(occurrence) => {
                    rooms.schedule.record(&occurrence, State::Missed, now)?;
                }
                Step::Settle(occurrence) => {
                    rooms.schedule.record(&occurrence, State::Done, now)?;
                }
            }
        }
        rooms.last_check = Some(now);
        let stale = rooms
            .last_check_saved
            .is_none_or(|t| now - t >= Duration::minutes(WRITE_CHECK_EVERY_MIN) || t > now);
        if wrote || stale {
            rooms.schedule.set_last_check(now)?;
            rooms.last_check_saved = Some(now);
        }
        let coming = occurrences(&rules, now, now + Duration::days(2), zone, &light);
        Ok(Tick {
            shown,
            next_due: coming.first().map(|o| o.due.instant),
        })
    }

    /// Shows one claimed occurrence and writes down what became of it; 1 if the service took it.
    fn show(&self, rooms: &mut Rooms, kind: &Kind, local_date: NaiveDate) -> Result<usize, Fault> {
        let plain = settings::read(&rooms.diary)?.plain_notifications;
        let notice = Notice {
            tag: format!("{}/{local_date}", kind.name()),
            title: self.words.text("notice-title", &[]),
            body: self.notice_text(kind, plain),
        };
        match self.host.notify(&notice) {
            Ok(receipt) => {
                let at = self.now();
                rooms.schedule.mark(kind, local_date, State::Shown, at)?;
                rooms
                    .schedule
                    .set_fact("last-accepted-by", &receipt.service)?;
                rooms
                    .schedule
                    .set_fact("last-accepted-at", &at.to_rfc3339())?;
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

    fn notice_text(&self, kind: &Kind, plain: bool) -> String {
        match (kind, plain) {
            // A reminder of the user's own says its own name only if the user wants names on the screen.
            (Kind::Own(name), true) => name.clone(),
            (Kind::Own(_), false) => self.words.text("notice-quiet-own", &[]),
            (kind, true) => self
                .words
                .text(&format!("notice-plain-{}", kind.name()), &[]),
            (kind, false) => self
                .words
                .text(&format!("notice-quiet-{}", kind.name()), &[]),
        }
    }
}
