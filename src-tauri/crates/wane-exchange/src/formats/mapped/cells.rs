//! Cells of a table whose columns have roles.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{DateOrder, Layout, Refused, Role};
use crate::{
    Why,
    sheet::{Row, number},
    stamps::{self, Stamp},
    written,
};

/// The cells of one row, by role.
pub(super) struct Cells<'r> {
    pub(super) row: &'r Row<'r>,
    pub(super) layout: &'r Layout,
    /// Whether the offsets that stand in stamps are only how the program prints.
    pub(super) greenwich: bool,
}

/// A date and a time: an instant, or a clock reading.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum At {
    Stamp(Stamp),
    Clock(NaiveDateTime),
}

/// Words that stand for nothing.
fn is_blank(text: &str) -> bool {
    ["none", "null", "nan", "n/a", "-", "--", "–", "—"]
        .iter()
        .any(|blank| text.eq_ignore_ascii_case(blank))
}

impl<'r> Cells<'r> {
    fn dates(&self) -> DateOrder {
        self.layout.mapping.dates
    }

    /// The text of a role's column, if there is any.
    pub(super) fn text(&self, role: Role) -> Option<&'r str> {
        let index = self.layout.place(role)?;
        self.row.at(index).filter(|text| !is_blank(text))
    }

    pub(super) fn at(&self, role: Role) -> Result<Option<At>, Refused> {
        let at = self
            .text(role)
            .map(|text| at(text, self.dates()).ok_or((role, Why::NotADate)))
            .transpose()?;
        Ok(match at {
            Some(At::Stamp(stamp)) if self.greenwich => Some(At::Stamp(Stamp {
                offset: None,
                ..stamp
            })),
            at => at,
        })
    }

    pub(super) fn time(&self, role: Role) -> Result<Option<NaiveTime>, Refused> {
        self.text(role)
            .map(|text| time_of_day(text).ok_or((role, Why::NotATime)))
            .transpose()
    }

    /// A date and a time, or a time of day alone.
    pub(super) fn at_or_time(&self, role: Role) -> Result<Option<Result<At, NaiveTime>>, Why> {
        let read = |text| {
            let time = || time_of_day(text).map(Err);
            at(text, self.dates()).map(Ok).or_else(time)
        };
        self.text(role)
            .map(|text| read(text).ok_or(Why::NotATime))
            .transpose()
    }

    pub(super) fn date(&self) -> Result<Option<NaiveDate>, Refused> {
        self.text(Role::Date)
            .map(|text| date_of(text, self.dates()).ok_or((Role::Date, Why::NotADate)))
            .transpose()
    }

    /// A length in minutes.
    pub(super) fn length(&self, role: Role) -> Result<Option<f64>, Why> {
        let Some(text) = self.text(role) else {
            return Ok(None);
        };
        let unit = self.layout.unit(role);
        let minutes =
            written::length(text, unit, self.row.comma_decimals()).ok_or(Why::NotANumber)?;
        // A length below nothing is how some programs write that there is none.
        Ok((0.0..=100_000.0).contains(&minutes).then_some(minutes))
    }

    /// A whole number from 0 to 255.
    pub(super) fn whole(&self, role: Role) -> Result<Option<u8>, Why> {
        let Some(text) = self.text(role) else {
            return Ok(None);
        };
        let number = number(text, self.row.comma_decimals()).ok_or(Why::NotANumber)?;
        if number.fract() != 0.0 {
            return Err(Why::NotWhole);
        }
        if (0.0..=255.0).contains(&number) {
            Ok(Some(number as u8))
        } else {
            Err(Why::OutOfRange)
        }
    }

    pub(super) fn nap(&self) -> Option<bool> {
        yes_or_no(self.text(Role::Nap)?)
    }
}

pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "nap" => Some(true),
        "false" | "no" | "n" | "0" | "night" | "main" => Some(false),
        _ => None,
    }
}

/// A number, a yes or a no.
pub(super) fn amount(text: &str, comma_decimals: bool) -> Option<f64> {
    number(text, comma_decimals)
        .filter(|number| number.abs() < 1e15)
        .or_else(|| yes_or_no(text).map(|yes| f64::from(u8::from(yes))))
}

/// A time of day, also as `23.05`, `23h05` and `2305`.
pub(super) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    stamps::time_of_day(text).or_else(|| {
        let parts = match text.split_once(['.', 'h', 'H']) {
            Some(parts) => parts,
            None if text.len() == 4 && is_number(text) => text.split_at(2),
            None => return None,
        };
        let (hour, minute) = parts;
        let sound = (1..=2).contains(&hour.len()) && minute.len() == 2;
        (sound && is_number(hour) && is_number(minute))
            .then(|| NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0))
            .flatten()
    })
}

/// A date and a time in any of the ways tables have them.
pub(super) fn at(text: &str, order: DateOrder) -> Option<At> {
    if let Some(stamp) = stamps::instant(text) {
        return Some(At::Stamp(stamp));
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let count: i64 = text.parse().ok()?;
        let instant = match text.len() {
            9 | 10 => stamps::seconds(count),
            12 | 13 => stamps::millis(count),
            _ => None,
        };
        return instant.map(|instant| {
            At::Stamp(Stamp {
                instant,
                offset: None,
            })
        });
    }
    // A date has blanks in it where its month is a word.
    let splits = text.match_indices(['T', ' ']).filter(|(at, _)| *at >= 6);
    splits.take(MOST_WORDS).find_map(|(split, _)| {
        let date = date_alone(&text[..split], order)?;
        let time = text[split + 1..].trim().trim_start_matches("at ");
        Some(At::Clock(NaiveDateTime::new(date, time_of_day(time)?)))
    })
}

/// The most blanks before the time in a date with a time: those of `Tuesday, 31 December 2024 at 23:05`.
const MOST_WORDS: usize = 4;

/// A date such as `2024-12-31`, `31.12.2024`, `12/31/2024`, `31 Dec 2024`, or the date of a stamp.
pub(super) fn date_of(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(date) = text.get(..10).and_then(stamps::iso_date) {
        return Some(date);
    }
    let first = || date_alone(text.split([' ', 'T']).next()?, order);
    date_alone(text, order).or_else(first)
}

/// A date with nothing behind it.
fn date_alone(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches(',');
    if let Some(date) = stamps::iso_date(text) {
        return Some(date);
    }
    let behind_day = match text.split_once(' ') {
        Some((day, rest)) if is_weekday(day) => rest.trim_start(),
        _ => text,
    };
    in_numbers(behind_day, order).or_else(|| written::date(behind_day))
}

fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    // Two letters are enough in every language Wane has met, and no month is taken for a day: those stand elsewhere.
    (2..=10).contains(&word.chars().count())
        && word.chars().all(char::is_alphabetic)
        && !written::is_month(word)
}

fn in_numbers(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let mut parts = text.split(['.', '/', '-']).map(|part| {
        let sound = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| part.parse::<u32>().ok()).flatten()
    });
    let (a, b, c) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    let (year, month, day) = match order {
        _ if a > 31 => (a, b, c),
        DateOrder::DayFirst => (c, b, a),
        DateOrder::MonthFirst => (c, a, b),
    };
    let year = if year < 100 { year + 2000 } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
