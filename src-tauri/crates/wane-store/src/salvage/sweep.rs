//! Reading a damaged table row by row, from both ends and then in between.
//!
//! A table is a tree of pages in the order of its key. Reading stops where a page is damaged, from whichever side
//! it comes. What lies between two damaged pages is found by looking for rows in the middle of what is missing,
//! and in the middle of what is still missing then, the largest gaps first: by the names that the log of changes
//! knows, and where it knows none, half-way between two keys. The number of looks is limited,
//! and keys have to rise (or fall) from row to row, so that the search ends whatever the pages hold.

use std::collections::VecDeque;

use rusqlite::{
    Connection, Row, params_from_iter,
    types::{ToSqlOutput, Value, ValueRef},
};

use crate::contents::quoted;

/// How often one table is looked into where a row is known to have been.
const LOOKS_BY_NAME: u32 = 1 << 17;
/// How often one table is looked into half-way between two keys.
const LOOKS_HALF_WAY: u32 = 1 << 12;

/// A table that is to be read.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub table: String,
    pub columns: Vec<String>,
    /// The column whose order is that of the rows; of a key of two columns the second.
    pub key: String,
    /// The first column of a key of two, and its value.
    pub within: Option<(String, i64)>,
    /// Keys that rows are known to have had, rising.
    pub names: Vec<String>,
}

/// Reads what can be read, and hands each row to `take` once. Returns whether nothing was out of reach.
pub(super) fn sweep(
    conn: &Connection,
    target: &Target,
    take: &mut dyn FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<bool> {
    let mut scan = |bounds: &Bounds, way| one_way(conn, target, bounds, way, take);
    let whole = Bounds::default();
    let from_start = scan(&whole, Way::Up)?;
    if from_start.ended {
        return Ok(true);
    }
    let rest = whole.without(Way::Up, from_start.last);
    let from_end = scan(&rest, Way::Down)?;
    let mut gaps = VecDeque::new();
    if !from_end.ended {
        gaps.push_back(rest.without(Way::Down, from_end.last));
    }
    let (mut by_name, mut half_way) = (LOOKS_BY_NAME, LOOKS_HALF_WAY);
    while let Some(gap) = gaps.pop_front() {
        let named = gap.middle_name(&target.names);
        let (middle, looks) = match named {
            Some(name) => (Some(name), &mut by_name),
            None => (gap.middle(), &mut half_way),
        };
        let Some(middle) = middle.filter(|_| *looks > 0) else {
            continue;
        };
        *looks -= 1;
        let (lower, upper) = gap.split(middle);
        for (half, way) in [(upper, Way::Up), (lower, Way::Down)] {
            let found = scan(&half, way)?;
            if !found.ended {
                gaps.push_back(half.without(way, found.last));
            }
        }
    }
    Ok(false)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// A stretch of keys; without a bound it goes on to the end on that side.
#[derive(Debug, Clone, Default, PartialEq)]
struct Bounds {
    /// The lower bound, and whether a row may have it.
    lower: Option<(Key, Included)>,
    /// The upper bound; the rows are below it.
    below: Option<Key>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Included {
    Yes,
    No,
}

impl Bounds {
    /// What lies below a key, and what lies at it or above.
    fn split(&self, middle: Key) -> (Bounds, Bounds) {
        let lower = Bounds {
            lower: self.lower.clone(),
            below: Some(middle.clone()),
        };
        let upper = Bounds {
            lower: Some((middle, Included::Yes)),
            below: self.below.clone(),
        };
        (lower, upper)
    }

    /// What is left after everything up to a key was read on the way there.
    fn without(&self, way: Way, last: Option<Key>) -> Bounds {
        match (way, last) {
            (_, None) => self.clone(),
            (Way::Up, Some(last)) => Bounds {
                lower: Some((last, Included::No)),
                below: self.below.clone(),
            },
            (Way::Down, last) => Bounds {
                lower: self.lower.clone(),
                below: last,
            },
        }
    }

    fn low(&self) -> Option<&Key> {
        self.lower.as_ref().map(|(key, _)| key)
    }

    /// The middle one of the names that lie within.
    fn middle_name(&self, names: &[String]) -> Option<Key> {
        let count_until = |key: &Key, at_it: bool| match key {
            Key::Text(bytes) => names.partition_point(|name| {
                name.as_bytes() < bytes.as_slice() || at_it && name.as_bytes() == bytes.as_slice()
            }),
            Key::Whole(_) => names.len(),
        };
        let first = self.low().map_or(0, |key| count_until(key, true));
        let end = self
            .below
            .as_ref()
            .map_or(names.len(), |key| count_until(key, false));
        let within = names.get(first..end)?;
        let name = within.get(within.len() / 2)?;
        Some(Key::Text(name.clone().into_bytes()))
    }

    /// A key half-way between the bounds; `None` when there is none.
    fn middle(&self) -> Option<Key> {
        match (self.low(), &self.below) {
            (None, None) => None,
            (Some(Key::Text(_)), _) | (_, Some(Key::Text(_))) => self.middle_text(),
            _ => {
                let bound = |key: Option<&Key>, without: i64| match key {
                    Some(Key::Whole(n)) => i128::from(*n),
                    _ => i128::from(without),
                };
                // Keys that are numbers are given out from 1 on.
                let (low, below) = (bound(self.low(), 0), bound(self.below.as_ref(), i64::MAX));
                let middle = (low + below + 1) / 2;
                (low < middle && middle < below)
                    .then(|| i64::try_from(middle).ok().map(Key::Whole))
                    .flatten()
            }
        }
    }

    /// Texts are taken as fractions: past what the two have in common, eight bytes of each are enough to tell.
    fn middle_text(&self) -> Option<Key> {
        let bytes = |key: Option<&Key>| match key {
            Some(Key::Text(bytes)) => Some(bytes.clone()),
            _ => None,
        };
        let low = bytes(self.low()).unwrap_or_default();
        let below = bytes(self.below.as_ref()).unwrap_or_else(|| vec![0x7F]);
        let common = low.iter().zip(&below).take_while(|(a, b)| a == b).count();
        let fraction = |bytes: &[u8]| {
            let mut eight = [0; 8];
            for (to, from) in eight.iter_mut().zip(bytes.iter().skip(common)) {
                *to = *from;
            }
            u64::from_be_bytes(eight)
        };
        let start = fraction(&low);
        let half = start + fraction(&below).checked_sub(start)? / 2;
        if half <= start {
            return None;
        }
        let mut middle: Vec<u8> = low.get(..common)?.to_vec();
        middle.extend(half.to_be_bytes());
        Some(Key::Text(middle))
    }
}

/// A key: a whole number, or a text as its bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Whole(i64),
    Text(Vec<u8>),
}

impl Key {
    fn of(value: ValueRef<'_>) -> Option<Key> {
        match value {
            ValueRef::Integer(n) => Some(Key::Whole(n)),
            ValueRef::Text(bytes) => Some(Key::Text(bytes.to_vec())),
            _ => None,
        }
    }
}

impl rusqlite::ToSql for Key {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Key::Whole(n) => ToSqlOutput::Owned(Value::Integer(*n)),
            Key::Text(bytes) => ToSqlOutput::Borrowed(ValueRef::Text(bytes)),
        })
    }
}

/// How far one way led.
struct Found {
    /// The end was reached, and not a damaged page.
    ended: bool,
    /// The key of the last row that could be read.
    last: Option<Key>,
}

fn one_way(
    conn: &Connection,
    target: &Target,
    bounds: &Bounds,
    way: Way,
    take: &mut dyn FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<Found> {
    let mut found = Found {
        ended: false,
        last: None,
    };
    let key = quoted(&target.key);
    let mut conditions = vec!["1".to_owned()];
    let mut bound: Vec<Key> = Vec::new();
    if let Some((column, value)) = &target.within {
        conditions.push(format!("{} = ?", quoted(column)));
        bound.push(Key::Whole(*value));
    }
    if let Some((limit, included)) = &bounds.lower {
        let sign = if *included == Included::Yes {
            ">="
        } else {
            ">"
        };
        conditions.push(format!("{key} {sign} ?"));
        bound.push(limit.clone());
    }
    if let Some(limit) = &bounds.below {
        conditions.push(format!("{key} < ?"));
        bound.push(limit.clone());
    }
    let columns: Vec<String> = target.columns.iter().map(|name| quoted(name)).collect();
    let sql = format!(
        "SELECT {}, {key} FROM main.{} NOT INDEXED WHERE {} ORDER BY {key} {}",
        columns.join(", "),
        quoted(&target.table),
        conditions.join(" AND "),
        if way == Way::Up { "ASC" } else { "DESC" },
    );
    // Whatever SQLite says of a damaged file, it says that this way leads no further.
    let Ok(mut statement) = conn.prepare_cached(&sql) else {
        return Ok(found);
    };
    let Ok(mut rows) = statement.query(params_from_iter(bound)) else {
        return Ok(found);
    };
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => {
                found.ended = true;
                return Ok(found);
            }
            Err(_) => return Ok(found),
        };
        let Some(here) = row.get_ref(columns.len()).ok().and_then(Key::of) else {
            return Ok(found);
        };
        let goes_on = found.last.as_ref().is_none_or(|last| match way {
            Way::Up => here > *last,
            Way::Down => here < *last,
        });
        if !goes_on {
            return Ok(found);
        }
        take(row)?;
        found.last = Some(here);
    }
}
