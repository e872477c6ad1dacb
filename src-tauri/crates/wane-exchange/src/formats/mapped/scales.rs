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
    let number = value.split(['/', ' ']).next()?;
    Some(Scale::Amount(name.to_owned(), sheet::number(number, true)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_taken_apart() {
        assert_eq!(
            read("Sleep Quality: 8/10 points | Sleep Time: 8:00 | Steps: 1200 | Walk: 0:30 | what"),
            [
                Scale::Amount("Sleep Quality".into(), 8.0),
                Scale::Asleep(480.0),
                Scale::Amount("Steps".into(), 1200.0),
                Scale::Amount("Walk".into(), 30.0),
                Scale::Unknown,
            ]
        );
        assert_eq!(read("  "), []);
    }
}
