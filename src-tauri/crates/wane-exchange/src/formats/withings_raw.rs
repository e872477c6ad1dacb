//! The raw states of sleep in a Withings archive: `raw_tracker_sleep-state.csv`, `raw_bed_sleep-state.csv`.
//!
//! Rows overlap and cut nights in pieces, so a night that the summary tells of as well is taken from there.
//! Every raw file of the archive has the same three columns: what is in it the values tell, and where they cannot, the
//! name the archive gave it.

use std::io::Read;

use chrono_tz::Tz;

use crate::{
    ReadError, What, Why,
    gather::Gathered,
    ledger::Ledger,
    rules,
    sheet::{Row, Sheet, has_columns},
    stamps,
    stretches::{Phase, Segment, Stretches},
};

const COLUMNS: [&str; 3] = ["start", "duration", "value"];

/// One row holds a stretch of a night, and no night has more changes of state.
const MAX_STATES: usize = 10_000;

/// No state lasts longer than this, in seconds.
const LONGEST_STATE: i64 = 24 * 60 * 60;

/// How many rows are looked at to see whether their values can be states.
const ROWS_LOOKED_AT: usize = 50;

/// The states that are known: awake, light, deep, REM.
const KNOWN: std::ops::RangeInclusive<i64> = 0..=3;

/// Numbers that can be states; anything else is a count or a rate.
const POSSIBLE: std::ops::RangeInclusive<i64> = 0..=9;

/// Whether a file begins with such a table: with numbers that can be states, three of four of which are known.
///
/// One that nobody knows, or a row of none, must not cost all the nights of a file.
pub(super) fn looks_like(prefix: &[u8]) -> bool {
    if !has_columns(prefix, &COLUMNS) {
        return false;
    }
    // The last row may be cut off by where the prefix ends.
    let whole = prefix
        .iter()
        .rposition(|byte| matches!(byte, b'\n' | b'\r'))
        .map_or(prefix, |end| &prefix[..end]);
    let Ok(mut sheet) = Sheet::open("", whole, |name| COLUMNS.contains(&name)) else {
        return false;
    };
    if sheet.names().len() != 3 || !COLUMNS.iter().all(|name| sheet.has(name)) {
        return false;
    }
    let mut ledger = Ledger::default();
    let (mut known, mut all) = (0, 0);
    for _ in 0..ROWS_LOOKED_AT {
        let Ok(Some(row)) = sheet.next(&mut ledger) else {
            break;
        };
        let starts = row.text("start").and_then(stamps::instant).is_some();
        let Some(states) = row.text("value").and_then(list).filter(|_| starts) else {
            return false;
        };
        if !states.iter().all(|one| POSSIBLE.contains(one)) {
            return false;
        }
        known += states.iter().filter(|one| KNOWN.contains(one)).count();
        all += states.len();
    }
    all > 0 && known * 4 >= all * 3
}

/// Whole numbers in brackets, such as `[60,120]`; there may be none.
fn list(text: &str) -> Option<Vec<i64>> {
    let inner = text.trim().strip_prefix('[')?.strip_suffix(']')?;
    if inner.trim().is_empty() {
        return Some(Vec::new());
    }
    let numbers = inner.split(',').take(MAX_STATES + 1);
    let numbers: Vec<i64> = numbers
        .map(|one| one.trim().parse().ok())
        .collect::<Option<_>>()?;
    (numbers.len() <= MAX_STATES).then_some(numbers)
}

/// The device in the name of a raw file, such as `bed`; nothing if it is a raw file of something else.
fn device(file: &str) -> Option<String> {
    let last = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let Some(raw) = last
        .to_ascii_lowercase()
        .strip_prefix("raw_")
        .map(str::to_owned)
    else {
        // Renamed by its owner: the values have said what it is.
        return Some(String::new());
    };
    raw.split_once("_sleep-state")
        .map(|(device, _)| device.to_owned())
}

/// What the raw files of one import tell.
pub(super) struct Raw {
    stretches: Stretches,
    devices: Vec<String>,
}

impl Raw {
    /// Nothing yet; `rank` is that of raw states among all that tells of a night.
    pub(super) fn new(rank: usize) -> Self {
        Raw {
            stretches: Stretches::ranked(rank),
            devices: Vec::new(),
        }
    }

    /// Reads one file.
    pub(super) fn read(
        &mut self,
        file: &str,
        data: impl Read,
        home: Tz,
        gathered: &mut Gathered,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let Some(device) = device(file) else {
            ledger.skip(file, What::File, None, Why::NotKept, None);
            return Ok(());
        };
        let source = match self.devices.iter().position(|there| *there == device) {
            Some(known) => known,
            None => {
                self.devices.push(device);
                self.devices.len() - 1
            }
        };
        let mut sheet = Sheet::open(file, data, |name| COLUMNS.contains(&name))?;
        while let Some(row) = sheet.next(ledger)? {
            gathered.see(file)?;
            ledger.count("raw_rows", 1);
            let line = row.line;
            match states(&row) {
                Ok((at, zone, states)) => {
                    let zone =
                        zone.and_then(|offset| rules::zone_for(stamps::seconds(at)?, offset, home));
                    let sleeps = states.iter().any(|(_, state)| (1..=3).contains(state));
                    let mut from = at;
                    for (length, state) in states {
                        let to = from + length;
                        let phase = match state {
                            0 if sleeps => Some(Phase::Awake),
                            0 => Some(Phase::AwakeAlone),
                            1 => Some(Phase::Core),
                            2 => Some(Phase::Deep),
                            3 => Some(Phase::Rem),
                            _ => None,
                        };
                        match phase {
                            Some(phase) => {
                                let segment = Segment {
                                    source,
                                    phase,
                                    from,
                                    to,
                                    zone,
                                };
                                self.stretches.add(segment, file, line, ledger)?;
                            }
                            None => {
                                let (what, why) = (What::Value, Why::UnknownWord);
                                ledger.skip(file, what, Some("value"), why, Some(line));
                            }
                        }
                        from = to;
                    }
                }
                Err((column, why)) => {
                    ledger.skip(file, What::Row, Some(column), why, Some(line));
                }
            }
        }
        Ok(())
    }

    /// Hands every sleep on.
    pub(super) fn finish(mut self, home: Tz, gathered: &mut Gathered, ledger: &mut Ledger) {
        // Mats under the bed of the oldest kind know sleep and no stages, and some of the same name do.
        self.stretches.call_light_without_others_sleep();
        let names: Vec<&str> = self.devices.iter().map(String::as_str).collect();
        self.stretches
            .finish(&names, ("start", "duration"), home, gathered, ledger);
    }
}

/// When a row begins, the offset of its clock, and its states with their lengths in seconds.
type States = (i64, Option<i32>, Vec<(i64, i64)>);

fn states(row: &Row<'_>) -> Result<States, (&'static str, Why)> {
    let text = |name| row.text(name).ok_or((name, Why::MissingField));
    let at = stamps::instant(text("start")?).ok_or(("start", Why::NotADate))?;
    if !rules::sane_date(at.instant.date_naive()) {
        return Err(("start", Why::DateOutOfRange));
    }
    let lengths = list(text("duration")?).ok_or(("duration", Why::NotANumber))?;
    let states = list(text("value")?).ok_or(("value", Why::NotANumber))?;
    if lengths.len() != states.len() {
        return Err(("value", Why::FieldCount));
    }
    if lengths.is_empty() {
        return Err(("duration", Why::MissingField));
    }
    if !lengths
        .iter()
        .all(|length| (0..=LONGEST_STATE).contains(length))
    {
        return Err(("duration", Why::OutOfRange));
    }
    Ok((
        at.instant.timestamp(),
        at.offset,
        lengths.into_iter().zip(states).collect(),
    ))
}
