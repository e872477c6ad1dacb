//! Which dates to name along an axis, so that names never touch.
//!
//! The finest step whose names have room is taken: days with their weekdays, then weeks, months, years.

use chrono::{Datelike, Days, NaiveDate};

use crate::Calendar;
use crate::text::{self, Weight};

/// How far apart the named dates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Every so many days, with weekdays.
    Days(usize),
    /// The first day of every week, or of every second.
    Weeks(i64),
    /// The first day of every month whose place in the year this divides.
    Months(u32),
    /// New Year of every year that this divides.
    Years(i32),
}

impl Step {
    /// From fine to coarse.
    pub(crate) const COARSE: [Step; 13] = [
        Step::Weeks(1),
        Step::Weeks(2),
        Step::Months(1),
        Step::Months(2),
        Step::Months(3),
        Step::Months(6),
        Step::Years(1),
        Step::Years(2),
        Step::Years(5),
        Step::Years(10),
        Step::Years(20),
        Step::Years(50),
        Step::Years(100),
    ];

    /// The dates to name from `from` to `to`, both included.
    pub(crate) fn dates(
        self,
        from: NaiveDate,
        to: NaiveDate,
        calendar: &Calendar,
    ) -> Vec<NaiveDate> {
        match self {
            Step::Days(days) => from
                .iter_days()
                .take_while(|d| *d <= to)
                .step_by(days.max(1))
                .collect(),
            Step::Weeks(weeks) => {
                let length = 7 * weeks;
                let wait = (-calendar.week_days(from)).rem_euclid(length) as u64;
                let first = from.checked_add_days(Days::new(wait)).unwrap_or(from);
                first
                    .iter_days()
                    .step_by(length as usize)
                    .take_while(|d| *d <= to)
                    .collect()
            }
            Step::Months(months) => months_from(from, to)
                .filter(|d| d.month0() % months == 0)
                .collect(),
            Step::Years(years) => months_from(from, to)
                .filter(|d| d.month0() == 0 && d.year() % years == 0)
                .collect(),
        }
    }
}

/// The first days of the months that begin from `from` to `to`.
fn months_from(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let (year, month0) = (from.year(), from.month0());
    (0..)
        .map_while(move |i| {
            let month = month0 + i;
            NaiveDate::from_ymd_opt(year + (month / 12) as i32, month % 12 + 1, 1)
        })
        .skip_while(move |d| *d < from)
        .take_while(move |d| *d <= to)
}

/// A named place on a horizontal date axis.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tick {
    /// Where the day is, in pixels.
    pub(crate) at: f64,
    /// The name on the upper line and the middle of its box.
    pub(crate) upper: (String, f64),
    /// The name on the lower line (a date under its weekday, a year under its month).
    pub(crate) lower: Option<(String, f64)>,
}

/// A horizontal date axis.
pub(crate) struct Across<'a> {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    /// Left edge of the first day.
    pub(crate) left: f64,
    /// Width of one day.
    pub(crate) day: f64,
    /// Where names may begin and must end.
    pub(crate) room: (f64, f64),
    /// Font size.
    pub(crate) size: f64,
    pub(crate) calendar: &'a Calendar,
}

impl Across<'_> {
    /// The names that have room, from left to right.
    pub(crate) fn ticks(&self) -> Vec<Tick> {
        let days = (self.to - self.from).num_days() + 1;
        let fine: &[Step] = match days {
            ..=14 => &[
                Step::Days(1),
                Step::Days(2),
                Step::Days(3),
                Step::Days(4),
                Step::Days(5),
                Step::Days(7),
            ],
            _ => &[],
        };
        // One name is enough for one day; a longer range needs two to have a direction.
        let least = days.min(2) as usize;
        fine.iter()
            .chain(&Step::COARSE)
            .filter_map(|step| self.with_step(*step))
            .find(|ticks| ticks.len() >= least)
            .unwrap_or_else(|| self.ends())
    }

    fn centre(&self, date: NaiveDate) -> f64 {
        self.left + ((date - self.from).num_days() as f64 + 0.5) * self.day
    }

    fn width(&self, text: &str) -> f64 {
        text::width(text, self.size, Weight::Regular)
    }

    /// The name with the middle of its box moved into the room, and the box's edges.
    fn placed(&self, name: String, at: f64) -> (String, f64, (f64, f64)) {
        let half = self.width(&name) / 2.0;
        let middle = at.min(self.room.1 - half).max(self.room.0 + half);
        (name, middle, (middle - half, middle + half))
    }

    /// The names at every `step`, or `None` if two of them would come too close.
    fn with_step(&self, step: Step) -> Option<Vec<Tick>> {
        let gap = self.size * 0.8;
        // Names much closer than this are read as one noise.
        let least = match step {
            Step::Days(_) => 0.0,
            _ => self.size * 5.0,
        };
        let dates = step.dates(self.from, self.to, self.calendar);
        if dates
            .windows(2)
            .any(|pair| self.centre(pair[1]) - self.centre(pair[0]) < least)
        {
            return None;
        }
        let mut ticks: Vec<Tick> = Vec::with_capacity(dates.len());
        let (mut upper_end, mut lower_end) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
        let mut year_named = None;
        for date in dates {
            let at = self.centre(date);
            let (upper, lower) = self.names(step, date, &mut year_named);
            let (upper, middle, edges) = self.placed(text::clean(&upper), at);
            if edges.0 < upper_end + gap {
                return None;
            }
            upper_end = edges.1;
            let lower = lower.map(|name| self.placed(text::clean(&name), at));
            if let Some((_, _, edges)) = &lower {
                if edges.0 < lower_end + gap {
                    if matches!(step, Step::Days(_)) {
                        return None;
                    }
                    // The year that just began says more than the one that is ending.
                    if let Some(last) = ticks.iter_mut().rev().find(|t| t.lower.is_some()) {
                        last.lower = None;
                    }
                }
                lower_end = edges.1;
            }
            ticks.push(Tick {
                at,
                upper: (upper, middle),
                lower: lower.map(|(name, middle, _)| (name, middle)),
            });
        }
        Some(ticks)
    }

    fn names(
        &self,
        step: Step,
        date: NaiveDate,
        year_named: &mut Option<i32>,
    ) -> (String, Option<String>) {
        let calendar = self.calendar;
        let mut year = || {
            (year_named.replace(date.year()) != Some(date.year())).then(|| date.year().to_string())
        };
        match step {
            Step::Days(_) => (
                calendar.weekday(date).to_owned(),
                Some(calendar.day_month(date)),
            ),
            Step::Weeks(_) => (calendar.day_month(date), year()),
            Step::Months(_) => (calendar.month_short(date).to_owned(), year()),
            Step::Years(_) => (date.year().to_string(), None),
        }
    }

    /// The first and the last day, where nothing between them has room.
    fn ends(&self) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut end = f64::NEG_INFINITY;
        for date in [self.from, self.to] {
            let at = self.centre(date);
            let (name, middle, edges) =
                self.placed(text::clean(&self.calendar.day_month(date)), at);
            if edges.0 >= end + self.size * 0.8
                && edges.0 >= self.room.0 - 0.5
                && edges.1 <= self.room.1 + 0.5
            {
                end = edges.1;
                ticks.push(Tick {
                    at,
                    upper: (name, middle),
                    lower: None,
                });
            }
        }
        ticks
    }
}
