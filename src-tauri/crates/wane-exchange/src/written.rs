//! Lengths and dates as people write them, with words in them.

use chrono::NaiveDate;

use crate::{Unit, sheet::number, stamps};

/// Words for units.
const UNITS: &[(&[&str], Unit)] = &[
    (
        &["s", "sec", "secs", "second", "seconds", "sekunden"],
        Unit::Seconds,
    ),
    (
        &["m", "min", "mins", "minute", "minutes", "minuten"],
        Unit::Minutes,
    ),
    (
        &["h", "hr", "hrs", "hour", "hours", "std", "stunden"],
        Unit::Hours,
    ),
];

/// The unit of a word in lower case.
pub(crate) fn unit_of(word: &str) -> Option<Unit> {
    let told = UNITS.iter().find(|(words, _)| words.contains(&word));
    told.map(|(_, unit)| *unit)
}

/// Minutes of a length such as `7:05`, `07:05:06`, `7h 05m`, `7h05`, `50 min`, or a number of `unit`.
pub(crate) fn length(text: &str, unit: Unit, comma_decimals: bool) -> Option<f64> {
    if text.contains(':') {
        return stamps::hours_minutes(text);
    }
    match number(text, comma_decimals) {
        Some(number) => Some(in_minutes(number, unit)),
        None => with_units(text, comma_decimals),
    }
}

fn in_minutes(number: f64, unit: Unit) -> f64 {
    match unit {
        Unit::Minutes => number,
        Unit::Seconds => number / 60.0,
        Unit::Hours => number * 60.0,
    }
}

/// Minutes of numbers that each have their unit behind them, such as `7h 05m` or `7 hrs 5 min`.
fn with_units(text: &str, comma_decimals: bool) -> Option<f64> {
    let mut rest = text.trim();
    let mut minutes = None;
    // The unit before, in minutes: those that follow are smaller, and sixty of them would be one more of it.
    let mut larger = f64::INFINITY;
    while !rest.is_empty() {
        let digits = rest.find(|one: char| one.is_alphabetic() || one == ' ');
        let digits = digits.unwrap_or(rest.len());
        let number = number(&rest[..digits], comma_decimals)?;
        let behind = rest[digits..].trim_start();
        let ends = behind.find(|one: char| !one.is_alphabetic());
        let (word, after) = behind.split_at(ends.unwrap_or(behind.len()));
        // What stands alone behind hours is minutes.
        let unit = match unit_of(&word.to_lowercase()) {
            None if word.is_empty() && minutes.is_some() => Unit::Minutes,
            unit => unit?,
        };
        let one = in_minutes(1.0, unit);
        if one >= larger || (minutes.is_some() && number >= 60.0) {
            return None;
        }
        larger = one;
        minutes = Some(minutes.unwrap_or_default() + in_minutes(number, unit));
        rest = after.trim_start_matches(['.', ',', ' ']);
    }
    minutes
}

/// A date with its month as an English word: `31 Dec 2024`, `December 31, 2024`, `31-Dec-2024`.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text
        .split([' ', ',', '-', '/', '.'])
        .filter(|part| !part.is_empty());
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (day, month) = month(b)
        .map(|month| (a, month))
        .or_else(|| month(a).map(|month| (b, month)))?;
    let day = day.trim_end_matches(|one: char| one.is_ascii_alphabetic());
    let year = (c.len() == 4).then(|| c.parse().ok()).flatten()?;
    NaiveDate::from_ymd_opt(year, month, day.parse().ok()?)
}

/// Whether it is the name of a month, or the beginning of one.
pub(crate) fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// The month of an English word of three letters or more.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let at = MONTHS
        .iter()
        .position(|month| word.len() >= 3 && month.starts_with(&word))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_with_their_units() {
        for (text, minutes) in [
            ("7h 05m", Some(425.0)),
            ("7h05", Some(425.0)),
            ("8h 5m 3s", Some(485.05)),
            ("1.5 h", Some(90.0)),
            ("1,5 Std. 10 Min.", Some(100.0)),
            ("90 min", Some(90.0)),
            ("8h 70m", None),
            ("5m 8h", None),
            ("8h 2h", None),
            ("7 8", None),
            ("h", None),
            ("", None),
        ] {
            assert_eq!(length(text, Unit::Hours, true), minutes, "{text:?}");
        }
    }

    #[test]
    fn dates_with_their_months() {
        for (text, day) in [
            ("31 Dec 2024", Some("2024-12-31")),
            ("December 31, 2024", Some("2024-12-31")),
            ("31-Dec-2024", Some("2024-12-31")),
            ("8th Dec 2021", Some("2021-12-08")),
            ("1st March 2021", Some("2021-03-01")),
            ("31 Feb 2024", None),
            ("31 Dec 24", None),
            ("Dec 2024", None),
            ("31 De 2024", None),
        ] {
            assert_eq!(
                date(text).map(|date| date.to_string()).as_deref(),
                day,
                "{text:?}"
            );
        }
    }
}
