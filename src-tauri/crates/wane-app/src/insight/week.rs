//! The weekly look: on which date the diary was looked at last, and when it will be again.

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use wane_domain::weekly_look::WeeklyLook;
use wane_store::{Diary, Label};
use wane_text::Arg;

use crate::{App, convert, fault::Fault, settings, wire::*};

/// The setting that holds the person's own weekday.
const WEEKLY_LOOK: &str = "weekly-look";

/// The weekday as the diary keeps it.
#[derive(Serialize, Deserialize)]
struct Kept {
    weekday: u8,
    held: Option<String>,
}

/// One look, on a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// The present day.
    pub today: NaiveDate,
    /// The latest look up to it.
    pub date: NaiveDate,
    /// The last day that look knows.
    pub until: NaiveDate,
    weekly: WeeklyLook,
}

impl Look {
    /// Today is the day of the look.
    pub fn is_today(&self) -> bool {
        self.date == self.today
    }
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn set_weekly_look(&self, request: SetWeeklyLook) -> Result<WeeklyLookView, Fault> {
        let weekday =
            Weekday::try_from(request.weekday).map_err(|_| Fault::bad_input("weekday"))?;
        let mut rooms = self.rooms();
        let look = self.weekly_look(&rooms.diary)?;
        let moved = look.weekly.moved_to(weekday, look.today);
        if moved != look.weekly {
            let text = settings::to_json(&Kept {
                weekday: request.weekday,
                held: moved.held.map(|date| date.to_string()),
            })?;
            rooms
                .diary
                .change(Label::new("weekly-look"), self.now(), |change| {
                    change.set_setting(WEEKLY_LOOK, Some(&text))
                })?;
        }
        let look = self.weekly_look(&rooms.diary)?;
        let first = rooms.diary.first_and_last_date()?.map(|(first, _)| first);
        Ok(self.look_view(&look, first))
    }

    /// The latest look. Without a weekday of one's own it is the first of the week, so that a look knows whole weeks.
    pub(super) fn weekly_look(&self, diary: &Diary) -> Result<Look, Fault> {
        let kept: Option<Kept> = settings::read_json(diary, WEEKLY_LOOK)?;
        let own = kept.and_then(|kept| {
            let held = kept.held.as_deref();
            Some(WeeklyLook {
                weekday: Weekday::try_from(kept.weekday).ok()?,
                held: held.and_then(|date| convert::date(date, "held").ok()),
            })
        });
        let weekly = own.unwrap_or(WeeklyLook {
            weekday: self.words.first_weekday(),
            held: None,
        });
        let today = self.present_day(diary)?;
        let date = weekly.last(today);
        Ok(Look {
            today,
            date,
            until: WeeklyLook::until(date),
            weekly,
        })
    }

    /// The look in words; `from` is the first day it is about.
    pub(super) fn look_view(&self, look: &Look, from: Option<NaiveDate>) -> WeeklyLookView {
        let next = look.weekly.next(look.today);
        let day = |date| Arg::from(self.words.date_heading(date));
        let text = match from.filter(|from| *from <= look.until) {
            Some(from) => self.words.text(
                "insights-as-of",
                &[
                    ("day", day(look.date)),
                    ("days", Arg::from(self.words.date_range(from, look.until))),
                ],
            ),
            None => self.words.text("insights-before-the-first", &[]),
        };
        WeeklyLookView {
            date: look.date.to_string(),
            until: look.until.to_string(),
            next: next.to_string(),
            text,
            next_text: self.words.text("insights-next", &[("day", day(next))]),
            weekday: look.weekly.weekday.num_days_from_monday() as u8,
            weekdays: self
                .words
                .weekdays()
                .map(|weekday| NamedText {
                    name: weekday.num_days_from_monday().to_string(),
                    text: self.words.weekday_long(weekday),
                })
                .to_vec(),
        }
    }
}
