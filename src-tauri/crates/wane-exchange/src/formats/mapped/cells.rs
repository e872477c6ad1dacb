//! Cells of a table whose columns have roles.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{DateOrder, Mapping, Refused, Role, Unit};
use crate::{
    Why,
    sheet::{Row, number},
    stamps::{self, Stamp},
};

/// The cells of one row, by role.
pub(super) struct Cells<'r> {
    pub(super) row: &'r Row<'r>,
    pub(super) mapping: &'r Mapping,
    pub(super) places: &'r HashMap<Role, usize>,
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
    /// The text of a role's column, if there is any.
    pub(super) fn text(&self, role: Role) -> Option<&'r str> {
        let index = *self.places.get(&role)?;
        self.row.at(index).filter(|text| !is_blank(text))
    }

    pub(super) fn at(&self, role: Role) -> Result<Option<At>, Refused> {
        let at = self
            .text(role)
            .map(|text| at(text, self.mapping.dates).ok_or((role, Why::NotADate)))
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
            .map(|text| stamps::time_of_day(text).ok_or((role, Why::NotATime)))
            .transpose()
    }

    pub(super) fn date(&self) -> Result<Option<NaiveDate>, Refused> {
        self.text(Role::Date)
            .map(|text| date_of(text, self.mapping.dates).ok_or((Role::Date, Why::NotADate)))
            .transpose()
    }

    /// A length in minutes.
    pub(super) fn length(&self, role: Role) -> Result<Option<f64>, Why> {
        let Some(text) = self.text(role) else {
            return Ok(None);
        };
        let minutes =
            length(text, self.mapping.unit, self.row.comma_decimals()).ok_or(Why::NotANumber)?;
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

fn yes_or_no(text: &str) -> Option<bool> {
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

/// Minutes of a length such as `7:05`, `07:05:06` or a number of `unit`.
pub(super) fn length(text: &str, unit: Unit, comma_decimals: bool) -> Option<f64> {
    if text.contains(':') {
        return stamps::hours_minutes(text);
    }
    let number = number(text, comma_decimals)?;
    Some(match unit {
        Unit::Minutes => number,
        Unit::Seconds => number / 60.0,
        Unit::Hours => number * 60.0,
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
    let split = text.find(['T', ' ']).filter(|at| *at >= 6)?;
    let date = date_of(&text[..split], order)?;
    let time = text[split + 1..].trim().trim_start_matches("at ");
    Some(At::Clock(NaiveDateTime::new(
        date,
        stamps::time_of_day(time)?,
    )))
}

/// A date such as `2024-12-31`, `31.12.2024`, `12/31/2024`, or the date of a stamp.
pub(super) fn date_of(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches(',');
    if let Some(date) = text.get(..10).and_then(stamps::iso_date) {
        return Some(date);
    }
    let first = text.split([' ', 'T']).next()?;
    let parts: Vec<u32> = first
        .split(['.', '/', '-'])
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [a, b, c] = parts[..] else {
        return None;
    };
    let (year, month, day) = match order {
        _ if a > 31 => (a, b, c),
        DateOrder::DayFirst => (c, b, a),
        DateOrder::MonthFirst => (c, a, b),
    };
    let year = if year < 100 { year + 2000 } else { year };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
