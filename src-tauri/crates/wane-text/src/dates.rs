//! Dates, clock times, durations and numbers in the form of a catalogue's language.
//!
//! The forms themselves are messages of `dates.ftl`; this file only chooses among them and rounds.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use crate::Catalogue;

/// Minutes of a day on the clock.
const DAY: i64 = 24 * 60;

impl Catalogue {
    /// `March`; `month` counts from 1, and any other number gives an empty text.
    pub fn month_long(&self, month: u32) -> String {
        self.name("month-long", month, 12)
    }

    /// `Mar`; `month` counts from 1, and any other number gives an empty text.
    pub fn month_short(&self, month: u32) -> String {
        self.name("month-short", month, 12)
    }

    /// `Saturday`.
    pub fn weekday_long(&self, weekday: Weekday) -> String {
        self.name("weekday-long", weekday.number_from_monday(), 7)
    }

    /// `Sat`.
    pub fn weekday_short(&self, weekday: Weekday) -> String {
        self.name("weekday-short", weekday.number_from_monday(), 7)
    }

    fn name(&self, series: &str, number: u32, last: u32) -> String {
        if (1..=last).contains(&number) {
            self.text(&format!("{series}-{number}"), &[])
        } else {
            String::new()
        }
    }

    /// The day a calendar's week begins with.
    pub fn first_weekday(&self) -> Weekday {
        self.language().first_weekday
    }

    /// The seven weekdays in the order of a calendar's columns.
    pub fn weekdays(&self) -> [Weekday; 7] {
        let mut day = self.first_weekday().pred();
        std::array::from_fn(|_| {
            day = day.succ();
            day
        })
    }

    /// `Saturday, 14 March 2026`.
    pub fn date_long(&self, date: NaiveDate) -> String {
        self.text(
            "date-long",
            &[
                ("weekday", self.weekday_long(date.weekday()).into()),
                ("day", date.day().into()),
                ("month", self.month_long(date.month()).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `Sat 14 March`, as at the head of a day's view.
    pub fn date_heading(&self, date: NaiveDate) -> String {
        self.text(
            "date-heading",
            &[
                ("weekday", self.weekday_short(date.weekday()).into()),
                ("day", date.day().into()),
                ("month", self.month_long(date.month()).into()),
            ],
        )
    }

    /// `14 Mar`.
    pub fn date_short(&self, date: NaiveDate) -> String {
        self.text(
            "date-short",
            &[
                ("day", date.day().into()),
                ("month", self.month_short(date.month()).into()),
            ],
        )
    }

    /// `14 Mar 2026`.
    pub fn date_short_year(&self, date: NaiveDate) -> String {
        self.text(
            "date-short-year",
            &[
                ("day", date.day().into()),
                ("month", self.month_short(date.month()).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `March 2026`.
    pub fn month_year(&self, date: NaiveDate) -> String {
        self.text(
            "date-month-year",
            &[
                ("month", self.month_long(date.month()).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// `14 Mar – 2 Apr 2026`: the first year is named only where it differs from the second,
    /// and a range of one day is that day.
    pub fn date_range(&self, from: NaiveDate, to: NaiveDate) -> String {
        if from == to {
            return self.date_short_year(to);
        }
        let first = if from.year() == to.year() {
            self.date_short(from)
        } else {
            self.date_short_year(from)
        };
        self.text(
            "date-range",
            &[
                ("from", first.into()),
                ("to", self.date_short_year(to).into()),
            ],
        )
    }

    /// `07:10`; seconds are left out, not rounded, as on a clock face.
    pub fn clock(&self, time: NaiveTime) -> String {
        self.text(
            "clock",
            &[
                ("hour", format!("{:02}", time.hour()).into()),
                ("minute", format!("{:02}", time.minute()).into()),
            ],
        )
    }

    /// The clock time `minutes` after midnight, rounded to the minute and counted round the clock:
    /// −30 is `23:30`, as circular means need.
    /// A number that is not finite gives an empty text.
    pub fn clock_of_minutes(&self, minutes: f64) -> String {
        if !minutes.is_finite() {
            return String::new();
        }
        let whole = (minutes.round() as i64).rem_euclid(DAY) as u32;
        NaiveTime::from_hms_opt(whole / 60, whole % 60, 0)
            .map(|time| self.clock(time))
            .unwrap_or_default()
    }

    /// `07:10–08:40`.
    pub fn clock_range(&self, from: NaiveTime, to: NaiveTime) -> String {
        self.text(
            "clock-range",
            &[
                ("from", self.clock(from).into()),
                ("to", self.clock(to).into()),
            ],
        )
    }

    /// `7 h 15`, `8 h`, or `40 min` below an hour; rounded to the minute.
    /// A number that is not finite gives an empty text.
    pub fn duration(&self, minutes: f64) -> String {
        if !minutes.is_finite() {
            return String::new();
        }
        let whole = minutes.abs().round();
        let (hours, rest) = ((whole / 60.0).floor(), whole % 60.0);
        let text = if hours == 0.0 {
            self.text("duration-minutes", &[("minutes", rest.into())])
        } else if rest == 0.0 {
            self.text("duration-hours", &[("hours", hours.into())])
        } else {
            self.text(
                "duration-hours-minutes",
                &[
                    ("hours", hours.into()),
                    ("minutes", format!("{rest:02}").into()),
                ],
            )
        };
        if minutes < 0.0 && whole > 0.0 {
            self.negative(text)
        } else {
            text
        }
    }

    /// `1,234.5` with exactly `decimals` digits after the separator; `−3` with a true minus sign.
    /// What rounds to nought has no sign. A number that is not finite gives an empty text.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return String::new();
        }
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        let group = self.text("number-group-separator", &[]);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                text.push_str(&group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(&self.text("number-decimal-separator", &[]));
            text.push_str(fraction);
        }
        let nought = plain.chars().all(|c| matches!(c, '0' | '.'));
        if value < 0.0 && !nought {
            self.negative(text)
        } else {
            text
        }
    }

    /// `83 %` for 82.6: `value` is already a percentage, and is rounded to whole ones.
    /// A number that is not finite gives an empty text.
    pub fn percent(&self, value: f64) -> String {
        if !value.is_finite() {
            return String::new();
        }
        self.text(
            "number-percent",
            &[("number", self.number(value, 0).into())],
        )
    }

    fn negative(&self, text: String) -> String {
        self.text("number-negative", &[("number", text.into())])
    }
}
