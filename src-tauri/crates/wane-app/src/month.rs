//! A month of days, to jump to any of them.

use std::collections::HashSet;

use chrono::{Datelike, Duration, Months, NaiveDate};
use wane_domain::{
    Id,
    diary::{DayEntry, Factor, FactorValue, Night, Occasion, PainRating, Timing},
};
use wane_text::Arg;

use crate::{App, convert, fault::Fault, import::measured::is_measured, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn month(&self, request: MonthRequest) -> Result<Month, Fault> {
        let first = convert::date(&format!("{}-01", request.month.trim()), "month")?;
        let after = first
            .checked_add_months(Months::new(1))
            .ok_or_else(|| Fault::bad_time("month"))?;
        let before = first
            .checked_sub_months(Months::new(1))
            .ok_or_else(|| Fault::bad_time("month"))?;
        let last = after - Duration::days(1);

        let rooms = self.rooms();
        let diary = &rooms.diary;
        let newest = self.newest_day(diary)?;
        let mut mornings: HashSet<NaiveDate> = diary
            .between::<Night>(first, last)?
            .into_iter()
            .map(|n| n.wake_date)
            .collect();
        let mut evenings = HashSet::new();
        for rating in diary.between::<PainRating>(first, last)? {
            match rating.occasion {
                Occasion::Morning => mornings.insert(rating.date),
                Occasion::Evening => evenings.insert(rating.date),
                Occasion::Moment => false,
            };
        }
        let by_night: HashSet<Id> = diary
            .all::<Factor>()?
            .into_iter()
            .filter(|f| f.timing == Timing::Night)
            .map(|f| f.id)
            .collect();
        let mut values = diary.between::<FactorValue>(first, last)?;
        values.retain(|value| !is_measured(&value.origin));
        for value in values {
            if by_night.contains(&value.factor) {
                mornings.insert(value.date);
            } else {
                evenings.insert(value.date);
            }
        }
        let mut rough = HashSet::new();
        for entry in diary.between::<DayEntry>(first, last)? {
            if entry.rough {
                rough.insert(entry.date);
            }
            if entry.arousal.is_some() || entry.mattered.is_some() {
                evenings.insert(entry.date);
            }
        }
        drop(rooms);

        let columns = self.words.weekdays();
        let first_column = columns
            .iter()
            .position(|w| *w == first.weekday())
            .unwrap_or(0);
        let days = first
            .iter_days()
            .take_while(|d| *d <= last)
            .map(|date| {
                let (morning, evening, rough) = (
                    mornings.contains(&date),
                    evenings.contains(&date),
                    rough.contains(&date),
                );
                let what = match (rough, morning, evening) {
                    (true, _, _) => "month-day-rough",
                    (_, true, true) => "month-day-both",
                    (_, true, false) => "month-day-morning",
                    (_, false, true) => "month-day-evening",
                    _ => "month-day-empty",
                };
                MonthDay {
                    date: date.to_string(),
                    number: date.day() as u8,
                    named: self.words.date_short_year(date),
                    text: self
                        .words
                        .text(what, &[("date", Arg::from(self.words.date_heading(date)))]),
                    morning,
                    evening,
                    rough,
                    future: date > newest,
                }
            })
            .collect();
        let name = |d: NaiveDate| d.format("%Y-%m").to_string();
        Ok(Month {
            month: name(first),
            title: self.words.month_year(first),
            previous: name(before),
            next: (after <= newest).then(|| name(after)),
            weekdays: columns
                .iter()
                .map(|w| self.words.weekday_short(*w))
                .collect(),
            first_column: first_column as u8,
            days,
        })
    }
}
