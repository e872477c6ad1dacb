//! A first proposal for a table nobody has told us about.

use std::io::Read;

use super::{DateOrder, Mapping, Role, Unit, cells, open};
use crate::{Input, ReadError, ledger::Ledger, sheet, stamps};

/// How many rows the proposal looks at.
const LOOKED_AT: usize = 50;

/// How many rows are shown.
const SHOWN: usize = 4;

/// The longest text of a cell that is shown, in characters.
const SHOWN_CHARS: usize = 40;

/// The most bytes that are looked at.
pub(super) const MOST_BYTES: u64 = 256 * 1024;

/// A table's columns, its first rows, and what they may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// The names, as they stand in the file.
    pub names: Vec<String>,
    /// The first rows, cell by cell, cut to a length that can be shown.
    pub rows: Vec<Vec<String>>,
    /// The proposal.
    pub mapping: Mapping,
}

impl Columns {
    /// What tells tables of one kind apart from others: the names of their columns.
    pub fn signature(&self) -> String {
        self.names
            .iter()
            .map(|name| name.trim().to_lowercase())
            .collect::<Vec<_>>()
            .join("\u{1f}")
    }
}

/// Words in a column's name, in the order in which they are looked for, and what they speak for.
const WORDS: &[(&[&str], Role)] = &[
    (&["offset", "timezone", "time zone", "utc"], Role::Offset),
    (&["nap"], Role::Nap),
    (&["deep", "sws", "tief", "profond"], Role::Deep),
    (&["rem"], Role::Rem),
    (&["light", "core", "shallow", "leicht"], Role::Light),
    (&["awake", "waso", "wach"], Role::Awake),
    (&["in bed", "inbed", "in_bed", "time in bed"], Role::InBed),
    (
        &[
            "asleep",
            "sleep duration",
            "total sleep",
            "sleep time",
            "slept",
            "hours of sleep",
        ],
        Role::Asleep,
    ),
    (
        &[
            "morning pain",
            "pain morning",
            "pain_morning",
            "pain on waking",
        ],
        Role::PainMorning,
    ),
    (&["pain", "schmerz", "douleur", "dolor"], Role::PainDay),
    (&["quality", "rating", "qualit"], Role::Quality),
    (
        &[
            "start",
            "bedtime",
            "went to bed",
            "sleep onset",
            "from",
            "begin",
            "fell asleep",
            "von",
        ],
        Role::Start,
    ),
    (
        &["end", "wake", "woke", "got up", "until", "to", "bis", "up"],
        Role::End,
    ),
    (&["date", "day", "night", "datum"], Role::Date),
];

/// Proposes what the columns of a table are.
///
/// # Errors
/// [`ReadError::Empty`], [`ReadError::NotATable`] if it has fewer than two columns or no rows, and whatever the
/// reading gives.
pub fn guess(input: Input<'_>) -> Result<Columns, ReadError> {
    let file = input.name;
    // A look at the beginning is enough, and a row that is cut off there is not looked at.
    let mut sheet = open(&file, input.data.take(MOST_BYTES))?;
    let names = sheet.names().to_vec();
    // Archives, pictures and JSON have commas too.
    let is_text = |name: &String| {
        !name.starts_with(['{', '['])
            && !name.contains(|one: char| one.is_control() || one == char::REPLACEMENT_CHARACTER)
    };
    if !names.iter().all(is_text) {
        return Err(ReadError::NotATable { file, line: 1 });
    }
    let mut ledger = Ledger::default();
    let mut rows: Vec<Vec<String>> = Vec::new();
    while rows.len() < LOOKED_AT
        && let Some(row) = sheet.next(&mut ledger)?
    {
        let cell = |index| row.at(index).unwrap_or_default().to_owned();
        rows.push((0..names.len()).map(cell).collect());
    }
    if names.len() < 2 || rows.is_empty() {
        return Err(ReadError::NotATable { file, line: 1 });
    }
    let column = |index: usize| {
        rows.iter()
            .map(move |row| row[index].as_str())
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
    };
    let dates = order((0..names.len()).flat_map(column));
    let mut roles: Vec<Role> = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let role = role(name, &column(index), dates);
        let taken = !role.is_shared() && roles.contains(&role);
        roles.push(if taken { Role::Ignore } else { role });
    }
    let lengths: Vec<(&str, Vec<&str>)> = roles
        .iter()
        .enumerate()
        .filter(|(_, role)| is_length(**role))
        .map(|(index, _)| (names[index].as_str(), column(index)))
        .collect();
    let mapping = Mapping {
        unit: unit(&lengths),
        roles,
        dates,
        by_hand: false,
    };
    let shown = rows
        .iter()
        .take(SHOWN)
        .map(|row| {
            let cut = |text: &String| text.chars().take(SHOWN_CHARS).collect();
            row.iter().map(cut).collect()
        })
        .collect();
    Ok(Columns {
        names,
        rows: shown,
        mapping,
    })
}

fn is_length(role: Role) -> bool {
    matches!(
        role,
        Role::Asleep | Role::InBed | Role::Awake | Role::Light | Role::Deep | Role::Rem
    )
}

/// Whether a word stands in a name, not within another word.
fn says(name: &str, word: &str) -> bool {
    name.match_indices(word).any(|(at, _)| {
        let before = name[..at].chars().next_back();
        let after = name[at + word.len()..].chars().next();
        let short = word.len() <= 4;
        let goes_on = short && after.is_some_and(char::is_alphanumeric);
        !goes_on && !before.is_some_and(char::is_alphanumeric)
    })
}

fn role(name: &str, texts: &[&str], dates: DateOrder) -> Role {
    let lower = name.to_lowercase();
    let Some((_, role)) = WORDS
        .iter()
        .find(|(words, _)| words.iter().any(|word| says(&lower, word)))
    else {
        return Role::Ignore;
    };
    if texts.is_empty() {
        return Role::Ignore;
    }
    let most = |fits: &dyn Fn(&str) -> bool| {
        let count = texts.iter().filter(|text| fits(text)).count();
        count * 2 > texts.len()
    };
    let is_at = |text: &str| cells::at(text, dates).is_some();
    let is_time = |text: &str| stamps::time_of_day(text).is_some();
    let is_length = |text: &str| cells::length(text, Unit::Minutes, true).is_some();
    let is_whole = |most: f64| {
        move |text: &str| {
            sheet::number(text, true)
                .is_some_and(|number| (0.0..=most).contains(&number) && number.fract() == 0.0)
        }
    };
    let fits = match role {
        Role::Start if most(&is_at) => return Role::Start,
        Role::Start if most(&is_time) => return Role::StartTime,
        Role::End if most(&is_at) => return Role::End,
        Role::End if most(&is_time) => return Role::EndTime,
        Role::Start | Role::End => false,
        Role::Date => most(&|text| cells::date_of(text, dates).is_some()),
        Role::Offset => most(&|text| stamps::offset(text).is_some()),
        Role::Nap => most(&|text| cells::amount(text, true).is_some()),
        Role::PainMorning | Role::PainDay => most(&is_whole(10.0)),
        Role::Quality => texts.iter().all(|text| is_whole(5.0)(text)),
        _ => most(&is_length),
    };
    if fits { *role } else { Role::Ignore }
}

/// The order of dates that fits most of what is there; day first if both do.
fn order<'t>(texts: impl Iterator<Item = &'t str>) -> DateOrder {
    let (mut day, mut month) = (0, 0);
    for text in texts {
        day += usize::from(cells::date_of(text, DateOrder::DayFirst).is_some());
        month += usize::from(cells::date_of(text, DateOrder::MonthFirst).is_some());
    }
    if month > day {
        DateOrder::MonthFirst
    } else {
        DateOrder::DayFirst
    }
}

/// The unit the names tell, or the one under which the largest length is a night's.
fn unit(lengths: &[(&str, Vec<&str>)]) -> Unit {
    for (name, _) in lengths {
        let name = name.to_lowercase();
        for (words, unit) in [
            (["(s)", "second", "_s"], Unit::Seconds),
            (["(h)", "hour", "hrs"], Unit::Hours),
            (["(m)", "minute", "min"], Unit::Minutes),
        ] {
            if words.iter().any(|word| name.contains(word)) {
                return unit;
            }
        }
    }
    let numbers = lengths.iter().flat_map(|(_, texts)| texts.iter());
    let largest = numbers
        .filter_map(|text| sheet::number(text, true))
        .fold(0.0, f64::max);
    if largest > 2880.0 {
        Unit::Seconds
    } else if largest > 0.0 && largest <= 24.0 {
        Unit::Hours
    } else {
        Unit::Minutes
    }
}

/// Whether the row of times a proposal found is an instant; kept apart for the tests.
#[cfg(test)]
fn is_instant(text: &str) -> bool {
    matches!(
        cells::at(text, DateOrder::DayFirst),
        Some(cells::At::Stamp(_))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_only_as_words() {
        assert!(says("time to bed", "to"));
        assert!(!says("total", "to"), "not within a word");
        assert!(says("sleep onset (local)", "sleep onset"));
        assert!(!says("supper", "up"));
    }

    #[test]
    fn stamps_and_clocks_are_told_apart() {
        for (text, instant) in [
            ("2024-01-31T23:05:00+01:00", true),
            ("1706738700", true),
            ("1706738700000", true),
            ("31.01.2024 23:05", false),
            ("1/31/2024 11:05 PM", false),
        ] {
            assert_eq!(is_instant(text), instant, "{text}");
        }
    }
}
