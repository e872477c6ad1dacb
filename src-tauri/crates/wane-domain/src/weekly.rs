//! Clock times by week: how far apart they lay, on a clock without an edge at midnight.

use chrono::{Datelike, Duration, NaiveDate, Weekday};

use crate::{circular, spread::quartiles};

/// Where some clock times lay.
///
/// Minutes after midnight, unrolled around the circular mean so that `low ≤ first_quartile ≤ median ≤ third_quartile ≤ high`;
/// a time before midnight may therefore be negative, and one after it 1440 or more.
/// The mean itself lies from 0 up to but not including 1440.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClockSpread {
    /// How many times there were.
    pub n: usize,
    /// The earliest.
    pub low: f64,
    /// A quarter of them were earlier.
    pub first_quartile: f64,
    /// Half of them were earlier.
    pub median: f64,
    /// Three quarters of them were earlier.
    pub third_quartile: f64,
    /// The latest.
    pub high: f64,
}

impl ClockSpread {
    /// The spread of clock times in minutes after midnight; any real number is taken modulo 1440.
    ///
    /// Unrolled as in [`circular::median`], then quartiles of type 7 (Hyndman & Fan 1996).
    /// `None` where [`circular::summary`] is: without times, or when they cancel out.
    pub fn of(minutes: &[f64]) -> Option<ClockSpread> {
        let mean = circular::summary(minutes.iter().copied())?.mean_min;
        let unrolled: Vec<f64> = minutes.iter().map(|m| unrolled(*m, mean)).collect();
        let quartiles = quartiles(&unrolled)?;
        Some(ClockSpread {
            n: unrolled.len(),
            low: unrolled.iter().copied().fold(f64::INFINITY, f64::min),
            first_quartile: quartiles.low,
            median: quartiles.median,
            third_quartile: quartiles.high,
            high: unrolled.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        })
    }

    /// The same spread, whole turns later or earlier, so that its median lies within twelve hours of `minute`.
    pub fn near(self, minute: f64) -> ClockSpread {
        let by = unrolled(self.median, minute) - self.median;
        ClockSpread {
            low: self.low + by,
            first_quartile: self.first_quartile + by,
            median: self.median + by,
            third_quartile: self.third_quartile + by,
            high: self.high + by,
            ..self
        }
    }
}

/// The clock time `minute`, whole turns later or earlier, so that it lies within twelve hours of `around`.
///
/// Whole turns are added instead of a distance taken, so that whole minutes stay whole.
pub fn unrolled(minute: f64, around: f64) -> f64 {
    minute + ((around - minute) / circular::DAY_MIN).round() * circular::DAY_MIN
}

/// The clock times of one week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Week {
    /// First day of the week within the range.
    pub from: NaiveDate,
    /// Last day of the week within the range, included.
    pub to: NaiveDate,
    /// How many times fell into it.
    pub n: usize,
    /// Their spread; `None` with fewer than were asked for, or when they cancel out.
    pub spread: Option<ClockSpread>,
}

/// The spread of dated clock times in every week from `from` to `to`, oldest first.
///
/// Weeks begin on `first_weekday`; the first and the last are cut where the range is.
/// A week without times is there with `n` 0: a gap stays a gap.
/// `fewest` is how many times a week must have for its spread to be told; times outside the range are left out.
pub fn by_week(
    times: &[(NaiveDate, f64)],
    from: NaiveDate,
    to: NaiveDate,
    first_weekday: Weekday,
    fewest: usize,
) -> Vec<Week> {
    let mut times: Vec<(NaiveDate, f64)> = times
        .iter()
        .copied()
        .filter(|(date, minute)| (from..=to).contains(date) && minute.is_finite())
        .collect();
    times.sort_by_key(|(date, _)| *date);
    let mut rest = &times[..];
    let mut weeks = Vec::new();
    let mut start = from;
    while start <= to {
        let into = start.weekday().days_since(first_weekday);
        let end = (start + Duration::days(i64::from(6 - into))).min(to);
        let (mine, later) = rest.split_at(rest.partition_point(|(date, _)| *date <= end));
        rest = later;
        let minutes: Vec<f64> = mine.iter().map(|(_, minute)| *minute).collect();
        weeks.push(Week {
            from: start,
            to: end,
            n: minutes.len(),
            spread: ClockSpread::of(&minutes).filter(|s| s.n >= fewest),
        });
        let Some(next) = end.succ_opt() else { break };
        start = next;
    }
    weeks
}
