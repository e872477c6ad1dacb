//! Several things in one cell, as Daylio writes its scales: `Sleep Quality: 8/10 points | Sleep Time: 8:00`.

use crate::{sheet, stamps};

/// One of them.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Scale {
    /// Minutes asleep.
    Asleep(f64),
    /// Anything else with an amount.
    Amount(String, f64),
    /// Neither.
    Unknown,
}

/// Everything in a cell.
pub(super) fn read(text: &str) -> Vec<Scale> {
    text.split('|')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| scale(part).unwrap_or(Scale::Unknown))
        .collect()
}

fn scale(part: &str) -> Option<Scale> {
    let (name, value) = part.split_once(':')?;
    let (name, value) = (name.trim(), value.trim());
    let lower = name.to_lowercase();
    if let Some(minutes) = stamps::hours_minutes(value) {
        let of_sleep = lower.contains("sleep") || lower.contains("slept");
        return Some(if of_sleep {
            Scale::Asleep(minutes)
        } else {
            Scale::Amount(name.to_owned(), minutes)
        });
    }
    let number = value.split(['/', ' ', '\u{a0}']).next()?;
    Some(Scale::Amount(name.to_owned(), amount(number)?))
}

/// A number as a phone writes it: `7,5` and `7.125` have a fraction, `1,200` and `12.345.678` are parted in thousands.
fn amount(text: &str) -> Option<f64> {
    let parts: Vec<&str> = text.split([',', '.', '\'', '’', '\u{202f}']).collect();
    let is_digits = |part: &&str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit());
    let parted = matches!(parts[..], [first, _, ..] if first.len() <= 3 && first != "0")
        && parts[1..].iter().all(|part| part.len() == 3)
        && parts.iter().all(is_digits)
        && (parts.len() > 2 || !text.contains('.'));
    if parted {
        return parts.concat().parse().ok();
    }
    sheet::number(text, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_taken_apart() {
        assert_eq!(
            read(
                "Sleep Quality:\u{a0}8/10 points | Sleep Time: 8:00 | Steps: 1200 | Walk: 0:30 | what"
            ),
            [
                Scale::Amount("Sleep Quality".into(), 8.0),
                Scale::Asleep(480.0),
                Scale::Amount("Steps".into(), 1200.0),
                Scale::Amount("Walk".into(), 30.0),
                Scale::Unknown,
            ]
        );
        assert_eq!(read("  "), []);
        assert_eq!(read("Energie: viel"), [Scale::Unknown]);
    }

    #[test]
    fn numbers_are_those_of_a_phone_in_any_country() {
        for (text, number) in [
            ("8/10 Punkte", Some(8.0)),
            ("8\u{a0}/ 10", Some(8.0)),
            ("7,5", Some(7.5)),
            ("7.125", Some(7.125)),
            ("0.125", Some(0.125)),
            ("1,200 steps", Some(1200.0)),
            ("12.345.678", Some(12_345_678.0)),
            ("1234,567", Some(1234.567)),
            ("-3", Some(-3.0)),
            ("", None),
            (",,", None),
        ] {
            let wanted = number.map_or(Scale::Unknown, |number| Scale::Amount("A".into(), number));
            assert_eq!(read(&format!("A: {text}")), [wanted], "{text}");
        }
    }
}
