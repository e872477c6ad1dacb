//! The language's words for dates.

use chrono::{Datelike, NaiveDate, Weekday};

/// The language's words for dates, and the day on which its weeks begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// January to December, abbreviated as on an axis.
    pub months_short: [String; 12],
    /// January to December in full.
    pub months_long: [String; 12],
    /// Monday to Sunday, abbreviated.
    pub weekdays_short: [String; 7],
    /// The day on which a week begins.
    pub first_weekday: Weekday,
    /// How a day is written, with `{day}` and `{month}`; the month is the short one.
    pub day_month: String,
    /// How a month is written, with `{month}` and `{year}`; the month is the short one.
    pub month_year: String,
}

impl Calendar {
    /// "14 Mar"
    pub(crate) fn day_month(&self, date: NaiveDate) -> String {
        self.day_month
            .replace("{day}", &date.day().to_string())
            .replace("{month}", self.month_short(date))
    }

    /// "Mar 2026"
    pub(crate) fn month_year(&self, date: NaiveDate) -> String {
        self.month_year
            .replace("{month}", self.month_short(date))
            .replace("{year}", &date.year().to_string())
    }

    /// "Mar"
    pub(crate) fn month_short(&self, date: NaiveDate) -> &str {
        &self.months_short[date.month0() as usize]
    }

    /// "Sat"
    pub(crate) fn weekday(&self, date: NaiveDate) -> &str {
        &self.weekdays_short[date.weekday().num_days_from_monday() as usize]
    }

    /// Days since a first day of the week long ago: multiples of seven begin a week in every diary alike.
    pub(crate) fn week_days(&self, date: NaiveDate) -> i64 {
        // 1 January of the year 1 was a Monday in the calendar that chrono extends backwards, and has number 1.
        i64::from(date.num_days_from_ce())
            - 1
            - i64::from(self.first_weekday.num_days_from_monday())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_the_language_s_own_day() {
        for first in [Weekday::Mon, Weekday::Sun, Weekday::Sat] {
            let calendar = Calendar {
                months_short: Default::default(),
                months_long: Default::default(),
                weekdays_short: Default::default(),
                first_weekday: first,
                day_month: String::new(),
                month_year: String::new(),
            };
            for date in NaiveDate::default().iter_days().take(30) {
                let begins = calendar.week_days(date) % 7 == 0;
                assert_eq!(
                    begins,
                    date.weekday() == first,
                    "{date} with weeks from {first}"
                );
            }
        }
    }
}
