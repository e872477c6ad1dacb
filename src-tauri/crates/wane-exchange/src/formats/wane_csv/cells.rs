//! Cells: from what stands there to a value, or to the reason why not.

use chrono::{NaiveDate, NaiveTime};
use wane_domain::scale::{Quality, Rating};

use crate::{Why, rules};

/// Minutes of a day; no part of one is longer.
const MAX_MINUTES: u16 = 24 * 60;

/// More awakenings than minutes in a night say nothing.
const MAX_AWAKENINGS: u16 = 999;

/// The largest amount a factor may have, either way: up to here every whole number is exact.
const MAX_AMOUNT: f64 = 1e15;

/// A date written `YYYY-MM-DD`.
pub(super) fn date(cell: &str) -> Result<NaiveDate, Why> {
    let date = parts(cell, '-')
        .filter(|parts| parts.len() == 3 && parts[0].1 == 4 && parts[1].1 == 2 && parts[2].1 == 2)
        .and_then(|parts| {
            NaiveDate::from_ymd_opt(i32::try_from(parts[0].0).ok()?, parts[1].0, parts[2].0)
        })
        .ok_or(Why::NotADate)?;
    if rules::sane_date(date) {
        Ok(date)
    } else {
        Err(Why::DateOutOfRange)
    }
}

/// A time of day written `H:MM`, `HH:MM` or `HH:MM:SS`.
pub(super) fn time(cell: &str) -> Result<NaiveTime, Why> {
    parts(cell, ':')
        .filter(|parts| {
            matches!(parts.len(), 2 | 3)
                && parts[0].1 <= 2
                && parts[1..].iter().all(|part| part.1 == 2)
        })
        .and_then(|parts| {
            NaiveTime::from_hms_opt(
                parts[0].0,
                parts[1].0,
                parts.get(2).map_or(0, |part| part.0),
            )
        })
        .ok_or(Why::NotATime)
}

/// Numbers between separators, each with how many digits it was written in; `None` if anything else stands there.
fn parts(cell: &str, separator: char) -> Option<Vec<(u32, usize)>> {
    cell.split(separator)
        .map(|part| {
            let digits =
                (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            digits
                .then(|| part.parse().ok().map(|number| (number, part.len())))
                .flatten()
        })
        .collect()
}

/// A number, with a comma for its decimals if commas do not tell the columns apart.
pub(super) fn number(cell: &str, comma_decimals: bool) -> Result<f64, Why> {
    let plain = if comma_decimals {
        cell.replacen(',', ".", 1)
    } else {
        cell.to_owned()
    };
    // `f64` also parses words such as "inf" and "nan".
    if !plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'))
    {
        return Err(Why::NotANumber);
    }
    plain
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
        .ok_or(Why::NotANumber)
}

fn whole(cell: &str, comma_decimals: bool, most: u16) -> Result<u16, Why> {
    let number = number(cell, comma_decimals)?;
    if number.fract() != 0.0 {
        return Err(Why::NotWhole);
    }
    if (0.0..=f64::from(most)).contains(&number) {
        Ok(number as u16)
    } else {
        Err(Why::OutOfRange)
    }
}

/// Whole minutes, from none to a day's.
pub(super) fn minutes(cell: &str, comma_decimals: bool) -> Result<u16, Why> {
    whole(cell, comma_decimals, MAX_MINUTES)
}

/// A number of awakenings.
pub(super) fn awakenings(cell: &str, comma_decimals: bool) -> Result<u16, Why> {
    whole(cell, comma_decimals, MAX_AWAKENINGS)
}

/// A 0–10 rating.
pub(super) fn rating(cell: &str, comma_decimals: bool) -> Result<Rating, Why> {
    let number = whole(cell, comma_decimals, u16::from(Rating::HIGH))?;
    u8::try_from(number)
        .ok()
        .and_then(|number| Rating::new(number).ok())
        .ok_or(Why::OutOfRange)
}

/// A quality from 1 to 5.
pub(super) fn quality(cell: &str, comma_decimals: bool) -> Result<Quality, Why> {
    let number = whole(cell, comma_decimals, u16::from(Quality::HIGH))?;
    u8::try_from(number)
        .ok()
        .and_then(|number| Quality::new(number).ok())
        .ok_or(Why::OutOfRange)
}

/// A factor's value: a number, or a plain yes or no as 1 or 0.
pub(super) fn amount(cell: &str, comma_decimals: bool) -> Result<f64, Why> {
    if ["yes", "true"]
        .iter()
        .any(|word| cell.eq_ignore_ascii_case(word))
    {
        return Ok(1.0);
    }
    if ["no", "false"]
        .iter()
        .any(|word| cell.eq_ignore_ascii_case(word))
    {
        return Ok(0.0);
    }
    let number = number(cell, comma_decimals)?;
    if number.abs() <= MAX_AMOUNT {
        Ok(number)
    } else {
        Err(Why::OutOfRange)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: PartialEq + std::fmt::Debug>(
        cell: &str,
        got: Result<T, Why>,
        expected: Result<T, Why>,
    ) {
        assert_eq!(got, expected, "reading {cell:?}");
    }

    #[test]
    fn times_of_day() {
        for (cell, expected) in [
            ("7:10", Ok((7, 10, 0))),
            ("07:10", Ok((7, 10, 0))),
            ("00:00", Ok((0, 0, 0))),
            ("23:59:59", Ok((23, 59, 59))),
            ("24:00", Err(Why::NotATime)),
            ("25:61", Err(Why::NotATime)),
            ("7:5", Err(Why::NotATime)),
            ("07:10:60", Err(Why::NotATime)),
            ("0710", Err(Why::NotATime)),
            ("-7:10", Err(Why::NotATime)),
            ("07:10 pm", Err(Why::NotATime)),
            ("٠٧:١٠", Err(Why::NotATime)),
        ] {
            let expected =
                expected.map(|(h, m, s)| NaiveTime::from_hms_opt(h, m, s).unwrap_or_default());
            check(cell, time(cell), expected);
        }
    }

    #[test]
    fn dates() {
        for (cell, expected) in [
            ("2026-03-29", Ok((2026, 3, 29))),
            ("2024-02-29", Ok((2024, 2, 29))),
            ("2026-02-29", Err(Why::NotADate)),
            ("2026-3-29", Err(Why::NotADate)),
            ("29.03.2026", Err(Why::NotADate)),
            ("2026-03-29T00:00", Err(Why::NotADate)),
            ("0000-01-01", Err(Why::DateOutOfRange)),
            ("1899-12-31", Err(Why::DateOutOfRange)),
            ("9999-12-31", Err(Why::DateOutOfRange)),
            ("", Err(Why::NotADate)),
        ] {
            let expected =
                expected.map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default());
            check(cell, date(cell), expected);
        }
    }

    #[test]
    fn whole_numbers_and_scales() {
        check("20", minutes("20", false), Ok(20));
        check("20.0", minutes("20.0", false), Ok(20));
        check("20,0", minutes("20,0", true), Ok(20));
        check("20,0", minutes("20,0", false), Err(Why::NotANumber));
        check("20.5", minutes("20.5", false), Err(Why::NotWhole));
        check("-1", minutes("-1", false), Err(Why::OutOfRange));
        check("1441", minutes("1441", false), Err(Why::OutOfRange));
        check("nan", minutes("nan", false), Err(Why::NotANumber));
        check("1e400", minutes("1e400", false), Err(Why::NotANumber));
        check(
            "11",
            rating("11", false).map(Rating::get),
            Err(Why::OutOfRange),
        );
        check("0", rating("0", false).map(Rating::get), Ok(0));
        check(
            "0",
            quality("0", false).map(Quality::get),
            Err(Why::OutOfRange),
        );
        check("5", quality("5", false).map(Quality::get), Ok(5));
        check("Yes", amount("Yes", false), Ok(1.0));
        check("-2.5", amount("-2.5", false), Ok(-2.5));
        check("1e16", amount("1e16", false), Err(Why::OutOfRange));
    }
}
