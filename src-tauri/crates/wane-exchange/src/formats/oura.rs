//! `sleepmodel.csv` of an Oura account's archive: delimited by semicolons, with JSON standing bare in its cells.
//!
//! Quotation marks mean nothing to the table, only to the JSON, so rows are split at semicolons and nothing else.
//! The same columns parted by commas, as people's own tools save them, have JSON between quotation marks like any table.

use std::{collections::HashMap, io::Read};

use wane_domain::diary::{SleepKind, Stages};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    sheet::{self, Sheet, has_columns},
    stamps,
    table::{Lines, MAX_COLUMNS},
};

/// The columns a sleep's start and end stand in.
const ENDS: (&str, &str) = ("bedtime_start", "bedtime_end");

/// Beside the ends, any of these tells sleeps from the trends of days: what the service calls a sleep, which tables
/// made from its answers have too, or the row of five minutes.
const MARKS: [&str; 2] = ["type", "sleep_phase_5_min"];

fn names(line: &[u8]) -> Vec<String> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    String::from_utf8_lossy(line)
        .split(';')
        .map(|name| name.trim().trim_matches('"').to_lowercase())
        .collect()
}

/// Whether a file begins with the row of names.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let end = prefix
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .unwrap_or(prefix.len());
    let names = names(&prefix[..end]);
    is_bare(&names)
        || MARKS
            .iter()
            .any(|mark| has_columns(prefix, &[ENDS.0, ENDS.1, mark]))
}

/// Whether these are all the names that are needed, so that semicolons part the table.
fn is_bare(names: &[String]) -> bool {
    let has = |column: &str| names.iter().any(|name| name == column);
    has(ENDS.0) && has(ENDS.1) && MARKS.into_iter().any(has)
}

/// Minutes of deep, light and REM sleep and awake, in pieces of five minutes each; `None` if there are none.
fn phases(text: &str) -> Option<[u32; 4]> {
    let digits = text.trim().trim_matches('"');
    let mut minutes = [0; 4];
    for digit in digits.bytes() {
        let phase = digit.checked_sub(b'1').map(usize::from);
        // Another mark is a piece of which nothing is known.
        if let Some(there) = phase.and_then(|phase| minutes.get_mut(phase)) {
            *there += 5;
        }
    }
    (minutes.iter().sum::<u32>() > 0).then_some(minutes)
}

/// Reads any number of files.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
        }
    }

    fn sleep<'c>(
        &self,
        cell: impl Fn(&str) -> Option<&'c str>,
    ) -> Result<Sleep, (&'static str, Why)> {
        let cell = |name: &str| {
            let text = cell(name)?.trim().trim_matches('"');
            (!text.is_empty() && text != "null" && text != "None").then_some(text)
        };
        let home = self.settings.home_zone;
        let at = |name: &'static str| {
            let text = cell(name).ok_or((name, Why::MissingField))?;
            stamps::instant(text).ok_or((name, Why::NotADate))
        };
        let (start, end) = (at("bedtime_start")?, at("bedtime_end")?);
        let seconds = |name: &str| cell(name).and_then(|text| sheet::number(text, false));
        let asleep = seconds("total_sleep_duration").filter(|seconds| *seconds >= 0.0);
        let kind = match cell("type") {
            Some("long_sleep") => Some(SleepKind::Night),
            Some("sleep" | "late_nap") => Some(SleepKind::Nap),
            Some("rest" | "deleted") => return Err(("type", Why::NotMeasured)),
            _ if asleep == Some(0.0) => return Err(("total_sleep_duration", Why::NotMeasured)),
            _ => None,
        };
        let minutes = |name: &str| {
            seconds(name)
                .filter(|seconds| (0.0..1e6).contains(seconds))
                .map(|seconds| seconds / 60.0)
        };
        let whole = |name: &str| minutes(name).map(|minutes| minutes.round() as u32);
        let stated = Stages {
            deep: whole("deep_sleep_duration"),
            light: whole("light_sleep_duration"),
            rem: whole("rem_sleep_duration"),
            awake: whole("awake_time"),
            ..Stages::default()
        };
        // The row of five minutes tells the stages where the lengths are missing, and never in place of them.
        let told = cell("sleep_phase_5_min").and_then(phases);
        let (stages, slept, awake) = match told {
            Some([deep, light, rem, awake]) if stated == Stages::default() && asleep.is_none() => (
                Stages {
                    deep: Some(deep),
                    light: Some(light),
                    rem: Some(rem),
                    awake: Some(awake),
                    ..Stages::default()
                },
                Some(f64::from(deep + light + rem)).filter(|minutes| *minutes > 0.0),
                Some(f64::from(awake)),
            ),
            _ => (
                stated,
                minutes("total_sleep_duration"),
                minutes("awake_time"),
            ),
        };
        let key = cell("id").map_or_else(|| start.instant.timestamp().to_string(), str::to_owned);
        let (from, to) = (start.moment(home), end.moment(home));
        Ok(Sleep {
            kind,
            asleep: slept,
            awake,
            in_bed: minutes("time_in_bed").map_or(InBed::Interval(None), InBed::Minutes),
            stages,
            date: cell("day").and_then(stamps::iso_date),
            ..Sleep::new(key, from, to, end.certainty())
        })
    }
}

impl Reader {
    /// Reads a table whose cells are quoted as in any other.
    fn table(&mut self, file: &str, data: impl Read, ledger: &mut Ledger) -> Result<(), ReadError> {
        let mut sheet = Sheet::open(file, data, |name| {
            [ENDS.0, ENDS.1].contains(&name) || MARKS.contains(&name)
        })?;
        while let Some(row) = sheet.next(ledger)? {
            self.gathered.see(file)?;
            ledger.count("rows", 1);
            let place = Place {
                file,
                line: row.line,
            };
            match self.sleep(|name| row.text(name)) {
                Ok(sleep) => self.gathered.add(sleep, ENDS, place, ledger),
                Err((column, why)) => {
                    ledger.skip(file, What::Row, Some(column), why, Some(place.line));
                }
            }
        }
        Ok(())
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let (start, _) = super::first_bytes(file, data)?;
        let data = start.as_slice().chain(data);
        let end = start.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let first = names(&start[..end.unwrap_or(start.len())]);
        // A row of names longer than the first bytes is told by its first delimiter.
        let by_commas = !is_bare(&first) && first.len() < 2;
        if by_commas {
            return self.table(file, data, ledger);
        }
        let mut lines = Lines::new(file, data);
        let mut header: Option<Vec<String>> = None;
        while let Some(line) = lines.next()? {
            if line.bytes.trim_ascii().is_empty() {
                continue;
            }
            let Some(names) = &header else {
                let names = names(&line.bytes);
                if names.len() > MAX_COLUMNS {
                    return Err(ReadError::TooManyColumns {
                        file: file.to_owned(),
                        max: MAX_COLUMNS,
                    });
                }
                header = Some(names);
                continue;
            };
            self.gathered.see(file)?;
            ledger.count("rows", 1);
            let place = Place {
                file,
                line: line.number,
            };
            let skip = |ledger: &mut Ledger, column: Option<&str>, why| {
                ledger.skip(file, What::Row, column, why, Some(place.line));
            };
            let Ok(text) = std::str::from_utf8(&line.bytes) else {
                skip(ledger, None, Why::NotText);
                continue;
            };
            let cells: HashMap<&str, &str> = names
                .iter()
                .map(String::as_str)
                .zip(text.split(';'))
                .collect();
            match self.sleep(|name| cells.get(name).copied()) {
                Ok(sleep) => self.gathered.add(sleep, ENDS, place, ledger),
                Err((column, why)) => skip(ledger, Some(column), why),
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::Oura, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found
    }
}
