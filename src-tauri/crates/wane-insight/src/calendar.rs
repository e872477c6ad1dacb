//! Days as numbers: one stretch of the calendar, without holes, on which everything is laid out.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The longest stretch of days, about two hundred years: beyond that a date is a slip of the keyboard.
pub const LONGEST: usize = 73_100;

/// One value for each day of a [`Calendar`]; `None` where nothing was written.
pub type Series = Vec<Option<f64>>;

/// A stretch of the calendar without holes; day `i` is `first` plus `i` days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    first: NaiveDate,
    set_aside: Vec<bool>,
}

impl Calendar {
    /// The stretch from the first of `dates` to the last; `None` without dates or when it is longer than [`LONGEST`].
    pub fn covering(dates: impl IntoIterator<Item = NaiveDate>) -> Option<Calendar> {
        let mut dates = dates.into_iter();
        let only = dates.next()?;
        let (first, last) = dates.fold((only, only), |(first, last), date| {
            (first.min(date), last.max(date))
        });
        Calendar::between(first, last)
    }

    /// The stretch from `first` to `last`, both included; `None` when it is empty or longer than [`LONGEST`].
    pub fn between(first: NaiveDate, last: NaiveDate) -> Option<Calendar> {
        let days = usize::try_from((last - first).num_days() + 1).ok()?;
        (1..=LONGEST).contains(&days).then(|| Calendar {
            first,
            set_aside: vec![false; days],
        })
    }

    /// One day alone.
    pub fn on(day: NaiveDate) -> Calendar {
        Calendar {
            first: day,
            set_aside: vec![false],
        }
    }

    /// The same stretch with these days set aside: whatever was written on them is left out of every comparison.
    pub fn setting_aside(mut self, dates: impl IntoIterator<Item = NaiveDate>) -> Calendar {
        for date in dates {
            if let Some(day) = self.day(date) {
                self.set_aside[day] = true;
            }
        }
        self
    }

    /// How many days it has, at least one.
    pub fn days(&self) -> usize {
        self.set_aside.len()
    }

    /// The first day.
    pub fn first(&self) -> NaiveDate {
        self.first
    }

    /// The date of day `day`; the last date there is when `day` lies beyond every calendar.
    pub fn date(&self, day: usize) -> NaiveDate {
        self.first
            .checked_add_days(Days::new(day as u64))
            .unwrap_or(NaiveDate::MAX)
    }

    /// The number of a date; `None` when it lies outside.
    pub fn day(&self, date: NaiveDate) -> Option<usize> {
        let day = usize::try_from((date - self.first).num_days()).ok()?;
        (day < self.days()).then_some(day)
    }

    /// Whether day `day` was set aside; `false` outside.
    pub fn is_set_aside(&self, day: usize) -> bool {
        self.set_aside.get(day).copied().unwrap_or(false)
    }

    /// Whether day `day` is a Saturday or a Sunday.
    pub fn is_weekend(&self, day: usize) -> bool {
        let weekday = self.first.weekday().num_days_from_monday() as usize;
        (weekday + day) % 7 >= Weekday::Sat.num_days_from_monday() as usize
    }

    /// Values laid out on these days.
    ///
    /// Dates outside and values that are not finite are left out; of two values for one date the later one counts.
    pub fn series(&self, values: impl IntoIterator<Item = (NaiveDate, f64)>) -> Series {
        let mut series = vec![None; self.days()];
        for (date, value) in values {
            if let Some(day) = self.day(date).filter(|_| value.is_finite()) {
                series[day] = Some(value);
            }
        }
        series
    }
}
