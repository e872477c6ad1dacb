//! A first proposal for a table nobody has told us about.

use std::{cmp::Ordering, io::Read};

use chrono::{NaiveDate, Timelike};

use super::{
    DateOrder, Mapping, Role, Unit, cells,
    names::{SAID, Words},
    open,
};
use crate::{Input, ReadError, ledger::Ledger, sheet, stamps, written};

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

/// Proposes what the columns of a table are.
///
/// # Errors
/// [`ReadError::Empty`], [`ReadError::NotATable`] if it has fewer than two columns or no rows, and whatever the
/// reading gives.
pub fn guess(input: Input<'_>) -> Result<Columns, ReadError> {
    let (names, rows) = look(input)?;
    let texts = by_column(&names, &rows);
    let dates = order(&texts);
    let roles = roles(&names, &texts, dates);
    let has = |role| roles.contains(&role);
    let mapping = Mapping {
        unit: unit(&names, &texts, &roles),
        dates,
        // No device tells how long it took to fall asleep, or when somebody got up, and no stages of sleep.
        by_hand: [Role::Latency, Role::Bed, Role::OutOfBed]
            .into_iter()
            .any(has)
            && ![Role::Light, Role::Deep, Role::Rem].into_iter().any(has),
        roles,
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

/// The order in which a table's dates are written; day first if it does not say, or is none.
pub(super) fn order_of(input: Input<'_>) -> DateOrder {
    look(input).map_or_else(
        |_| DateOrder::default(),
        |(names, rows)| order(&by_column(&names, &rows)),
    )
}

/// The names of a table's columns, and its first rows.
fn look(input: Input<'_>) -> Result<(Vec<String>, Vec<Vec<String>>), ReadError> {
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
    Ok((names, rows))
}

/// What stands in each column, without what is empty.
fn by_column<'r>(names: &[String], rows: &'r [Vec<String>]) -> Vec<Vec<&'r str>> {
    let column = |index: usize| {
        let texts = rows.iter().map(move |row| row[index].as_str());
        texts.filter(|text| !text.is_empty()).collect()
    };
    (0..names.len()).map(column).collect()
}

/// What the columns are: of those whose names and contents fit, the first for each role, the plainest names before
/// others.
fn roles(names: &[String], texts: &[Vec<&str>], dates: DateOrder) -> Vec<Role> {
    let words: Vec<Words> = names.iter().map(|name| Words::of(name)).collect();
    let mut roles = vec![Role::Ignore; names.len()];
    for (phrases, role) in SAID {
        for (index, words) in words.iter().enumerate() {
            let is_free = roles[index] == Role::Ignore && !texts[index].is_empty();
            let is_meant = words.say_one_of(phrases) && !words.mean_something_else();
            // Shares of the night are no lengths.
            if !is_free || !is_meant || names[index].contains('%') {
                continue;
            }
            if let Some(role) = fits(*role, words, &texts[index], dates)
                && !roles.iter().any(|there| is_same_question(*there, role))
            {
                roles[index] = role;
            }
        }
    }
    roles
}

/// Whether two roles answer the same question, so that one table has one of them.
fn is_same_question(a: Role, b: Role) -> bool {
    let plain = |role| match role {
        Role::StartTime => Role::Start,
        Role::EndTime => Role::End,
        role => role,
    };
    plain(a) == plain(b)
}

/// The role that a column has whose name speaks for `role`, if its contents do not speak against it.
fn fits(role: Role, words: &Words, texts: &[&str], dates: DateOrder) -> Option<Role> {
    let most = |fits: &dyn Fn(&str) -> bool| {
        let count = texts.iter().filter(|text| fits(text)).count();
        count * 2 > texts.len()
    };
    let is_at = |text: &str| cells::at(text, dates).is_some();
    let is_time = |text: &str| cells::time_of_day(text).is_some();
    let is_length = |text: &str| written::length(text, Unit::Minutes, true).is_some();
    // What stands between five in the afternoon and four at night is when, and not how long.
    let is_bedtime =
        |text: &str| cells::time_of_day(text).is_some_and(|time| !(4..17).contains(&time.hour()));
    let is_whole = |most: f64| {
        move |text: &str| {
            sheet::number(text, true)
                .is_some_and(|number| (0.0..=most).contains(&number) && number.fract() == 0.0)
        }
    };
    let does = match role {
        Role::Start if most(&is_at) => return Some(Role::Start),
        Role::Start => return most(&is_time).then_some(Role::StartTime),
        Role::End if most(&is_at) => return Some(Role::End),
        Role::End => return most(&is_time).then_some(Role::EndTime),
        Role::Bed | Role::OutOfBed => most(&is_at) || most(&is_time),
        Role::Date => most(&|text| cells::date_of(text, dates).is_some()),
        Role::Offset => most(&|text| stamps::offset(text).is_some()),
        Role::Nap => most(&|text| cells::yes_or_no(text).is_some()),
        Role::PainMorning | Role::PainDay => most(&is_whole(10.0)),
        Role::Quality => {
            words.top().is_none_or(|top| top <= 5) && texts.iter().all(|text| is_whole(5.0)(text))
        }
        Role::Awakenings => most(&is_whole(99.0)),
        Role::Asleep | Role::InBed => most(&is_length) && !most(&is_bedtime),
        _ => most(&is_length),
    };
    does.then_some(role)
}

/// The order of dates that fits most of what is there; if both do, the one by which the rows lie closer together, for a
/// diary goes on from day to day; then month first beside clocks of twelve hours, or else day first.
fn order(columns: &[Vec<&str>]) -> DateOrder {
    let both = [DateOrder::DayFirst, DateOrder::MonthFirst];
    let read = both.map(|order| {
        let dates = |texts: &Vec<&str>| -> Vec<NaiveDate> {
            let dates = texts.iter().filter_map(|text| cells::date_of(text, order));
            dates.collect()
        };
        columns.iter().map(dates).collect::<Vec<_>>()
    });
    let [day, month] = &read;
    let count = |read: &[Vec<NaiveDate>]| read.iter().map(Vec::len).sum::<usize>();
    let spread = |read: &[Vec<NaiveDate>]| -> i64 {
        let of = |dates: &Vec<NaiveDate>| {
            let ends = dates.iter().min().zip(dates.iter().max());
            ends.map_or(0, |(first, last)| (*last - *first).num_days())
        };
        read.iter().map(of).sum()
    };
    let halved = |text: &&str| {
        let text = text.to_ascii_lowercase();
        text.ends_with("am") || text.ends_with("pm")
    };
    let is_month = match count(month).cmp(&count(day)) {
        Ordering::Equal if day == month => false,
        Ordering::Equal => match spread(day).cmp(&spread(month)) {
            Ordering::Equal => columns.iter().flatten().any(halved),
            nearer => nearer.is_gt(),
        },
        more => more.is_gt(),
    };
    both[usize::from(is_month)]
}

/// The unit of lengths whose names tell none: the one under which the largest is a night's.
fn unit(names: &[String], texts: &[Vec<&str>], roles: &[Role]) -> Unit {
    let largest_of = |wanted: &[Role]| {
        roles
            .iter()
            .enumerate()
            .filter(|(index, role)| {
                wanted.contains(role) && Words::of(&names[*index]).unit().is_none()
            })
            .flat_map(|(index, _)| &texts[index])
            .filter_map(|text| sheet::number(text, true))
            .reduce(f64::max)
    };
    let whole = largest_of(&[Role::Asleep, Role::InBed]).map(|largest| (largest, 24.0));
    let part = || largest_of(&[Role::Light, Role::Deep, Role::Rem]).map(|largest| (largest, 12.0));
    if let Some((largest, most_hours)) = whole.or_else(part) {
        return if largest > 2880.0 {
            Unit::Seconds
        } else if largest > 0.0 && largest <= most_hours {
            Unit::Hours
        } else {
            Unit::Minutes
        };
    }
    // Of lengths whose names all tell one, the first does for the table.
    names
        .iter()
        .zip(roles)
        .filter(|(_, role)| role.is_length())
        .find_map(|(name, _)| Words::of(name).unit())
        .unwrap_or_default()
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
