//! On which dates the diary is looked at: once a week, on the person's own weekday (`SCIENCE.md` 3.3.7).
//!
//! Whoever asks a diary every day whether there is a pattern is told of one by chance far more often than whoever asks
//! once a week. So an answer is worked out on the day of the look and stays until the next one.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Days from one look to the next.
const WEEK: u64 = 7;

/// The person's own weekday, and the look that was the last one when it was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeeklyLook {
    /// The weekday of every look from now on.
    pub weekday: Weekday,
    /// The last look when the weekday was chosen: the next comes a week after it at the earliest, so that choosing
    /// anew brings no look of its own. `None` if it was never chosen.
    pub held: Option<NaiveDate>,
}

impl WeeklyLook {
    /// The latest look up to and including `today`.
    pub fn last(&self, today: NaiveDate) -> NaiveDate {
        let back = u64::from(today.weekday().days_since(self.weekday));
        let latest = today.checked_sub_days(Days::new(back)).unwrap_or(today);
        match self.held {
            Some(held) if held <= today && latest < after_a_week(held) => held,
            _ => latest,
        }
    }

    /// The first look after `today`.
    pub fn next(&self, today: NaiveDate) -> NaiveDate {
        let earliest = after_a_week(self.last(today));
        let ahead = u64::from(self.weekday.days_since(earliest.weekday()));
        earliest
            .checked_add_days(Days::new(ahead))
            .unwrap_or(earliest)
    }

    /// The last day that a look at `look` knows: the day before it, because the day itself is not over.
    pub fn until(look: NaiveDate) -> NaiveDate {
        look.pred_opt().unwrap_or(look)
    }

    /// The same with another weekday, chosen on `today`.
    pub fn moved_to(&self, weekday: Weekday, today: NaiveDate) -> WeeklyLook {
        if weekday == self.weekday {
            return *self;
        }
        WeeklyLook {
            weekday,
            held: Some(self.last(today)),
        }
    }
}

fn after_a_week(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(WEEK)).unwrap_or(date)
}
