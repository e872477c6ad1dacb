//! `sleep-export.csv` of Sleep as Android, alone or in its archive.
//!
//! Every sleep is a table of its own: a row of names, a row of values, sometimes a row of noise that begins with a
//! delimiter.
//! `Id` is the start in milliseconds and `Hours` the length: the clock times beside them skip and repeat hours.
//! A spreadsheet that has saved the file leaves of `Id` only its first digits; then the clock time is all there is.

use std::io::Read;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, Stages},
};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules, sheet, stamps,
    table::{Record, Table},
};

/// The columns every row of names begins with.
const COLUMNS: [&str; 6] = ["Id", "Tz", "From", "To", "Sched", "Hours"];

/// Whether a file begins with a row of names.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    // The first versions had no `LenAdjust`.
    sheet::has_columns(prefix, &["id", "tz", "from", "to", "sched", "hours"])
}

fn texts(fields: &[Vec<u8>]) -> Vec<&str> {
    fields
        .iter()
        .map(|field| std::str::from_utf8(field).unwrap_or_default().trim())
        .collect()
}

/// Reads exports.
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

    fn sleep(&self, names: &[String], values: &[&str]) -> Result<Sleep, (&'static str, Why)> {
        let cell = |name: &str| {
            let index = names
                .iter()
                .position(|there| there.eq_ignore_ascii_case(name))?;
            values.get(index).copied().filter(|text| !text.is_empty())
        };
        let needed = |name: &'static str| cell(name).ok_or((name, Why::MissingField));
        let hours: f64 = sheet::number(needed("Hours")?, true)
            .filter(|hours| *hours >= 0.0)
            .ok_or(("Hours", Why::NotANumber))?;
        let length = hours * 60.0;
        let home = self.settings.home_zone;
        let named: Option<Tz> = cell("Tz").and_then(|name| name.parse().ok());
        // A phone that does not know its place writes an offset, such as `GMT+01:00`.
        let offset = match named {
            Some(_) => None,
            None => cell("Tz").and_then(stamps::offset),
        };
        let zone = named.unwrap_or(home);
        let id = needed("Id")?;
        let (start, key, unsure) = match id.parse().ok().and_then(stamps::millis) {
            Some(instant) => (
                Moment::new(instant, zone),
                instant.timestamp_millis().to_string(),
                OffsetCertainty::InstantOnly,
            ),
            None => {
                let from = clock(needed("From")?).ok_or(("Id", Why::NotADate))?;
                let to = cell("To").and_then(clock).unwrap_or(from);
                let start = match offset {
                    Some(east) => from
                        .checked_sub_signed(Duration::seconds(east.into()))
                        .map(|instant| Moment::new(instant.and_utc(), zone))
                        .ok_or(("From", Why::DateOutOfRange))?,
                    None => rules::on_home_clock(from, to, zone, Some(length)).0,
                };
                let key = rules::fallback_key(&from.to_string(), &to.to_string());
                (start, key, OffsetCertainty::Assumed)
            }
        };
        let end = stamps::after(start, length).ok_or(("Hours", Why::TooLong))?;
        let there = offset
            .and_then(|offset| rules::zone_for_sleep(start.instant, end.instant, offset, home));
        let [start, end] = [start, end].map(|at| Moment::new(at.instant, there.unwrap_or(at.zone)));
        // `-1.0` says that the length was set by hand; only whole minutes are an adjustment.
        let adjust = cell("LenAdjust")
            .and_then(|text| text.parse::<i32>().ok())
            .map_or(0.0, f64::from);
        let certainty = if named.is_some() || offset.is_some() {
            OffsetCertainty::Stated
        } else {
            unsure
        };
        let span = (start.instant, end.instant);
        let stages = stages(
            names,
            values,
            span.0.timestamp_millis(),
            span.1.timestamp_millis(),
        );
        let mut counts = Vec::new();
        if cell("Rating").is_some_and(|rating| sheet::number(rating, false) > Some(0.0)) {
            counts.push("ratings");
        }
        if stages != Stages::default() {
            counts.push("stages");
        }
        Ok(Sleep {
            asleep: Some((length + adjust).max(0.0)),
            in_bed: InBed::Minutes(length),
            stages,
            counts,
            ..Sleep::new(key, start, end, certainty)
        })
    }
}

/// A clock time such as `03. 05. 2020 6:22`, or as a spreadsheet has written it again.
fn clock(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text.trim().rsplit_once(' ')?;
    let parts: Vec<u32> = date
        .split(['.', '/', '-'])
        .map(|part| part.trim().parse().ok())
        .collect::<Option<_>>()?;
    let (year, month, day) = match parts[..] {
        [year, month, day] if year > 31 => (year, month, day),
        [day, month, year] => (year, month, day),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(NaiveDateTime::new(date, stamps::time_of_day(time)?))
}

/// Minutes per stage from the events, which mark where each begins and ends between two milliseconds.
///
/// REM lies within what is called deep, and being awake within anything; a stage that does not end goes on to the end.
fn stages(names: &[String], values: &[&str], start: i64, end: i64) -> Stages {
    let mut open: Vec<(&str, i64)> = Vec::new();
    let mut spans: [Vec<(i64, i64)>; 4] = Default::default();
    let labels = ["DEEP", "LIGHT", "REM", "AWAKE"];
    let mut keep = |stage: &str, from: i64, to: i64| {
        if let Some(slot) = labels.iter().position(|label| *label == stage) {
            spans[slot].push((from.max(start), to.min(end)));
        }
    };
    let mut events: Vec<(i64, &str)> = names
        .iter()
        .zip(values)
        .filter(|(name, _)| name.eq_ignore_ascii_case("Event"))
        .filter_map(|(_, event)| {
            let mut parts = event.split('-');
            let label = parts.next()?;
            Some((parts.next()?.parse().ok()?, label))
        })
        .collect();
    events.sort_by_key(|(at, _)| *at);
    for (at, label) in events {
        if let Some(stage) = label.strip_suffix("_START") {
            open.retain(|(there, _)| *there != stage);
            open.push((stage, at));
        } else if let Some(stage) = label.strip_suffix("_END")
            && let Some(index) = open.iter().position(|(there, _)| *there == stage)
        {
            let (_, from) = open.swap_remove(index);
            keep(stage, from, at);
        }
    }
    for (stage, from) in open {
        keep(stage, from, end);
    }
    let [deep, light, rem, awake] = spans;
    let minutes = |spans: &[(i64, i64)], over: &[(i64, i64)]| {
        let milli = rules::seconds(&rules::without(spans, over));
        (milli > 0)
            .then(|| u32::try_from((milli + 30_000) / 60_000).ok())
            .flatten()
    };
    let over = [&rem[..], &awake].concat();
    Stages {
        deep: minutes(&deep, &over),
        light: minutes(&light, &over),
        rem: minutes(&rem, &awake),
        awake: minutes(&awake, &[]),
        ..Stages::default()
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut table = Table::new(file, data);
        let mut next = table.header(|name| {
            let name = name.trim();
            COLUMNS.iter().any(|there| there.eq_ignore_ascii_case(name))
        })?;
        if next.is_none() {
            return Err(ReadError::Empty {
                file: file.to_owned(),
            });
        }
        table.lenient();
        let mut names: Vec<String> = Vec::new();
        while let Some(record) = next {
            match record {
                Record::Unclosed { line } => {
                    ledger.skip(file, What::Row, None, Why::UnclosedQuote, Some(line));
                }
                Record::Fields { line, fields } => {
                    let values = texts(&fields);
                    let first = values.first().copied().unwrap_or_default();
                    if first.eq_ignore_ascii_case("Id") {
                        names = values.into_iter().map(str::to_owned).collect();
                    } else if !first.is_empty() {
                        self.gathered.see(file)?;
                        ledger.count("records", 1);
                        match self.sleep(&names, &values) {
                            Ok(sleep) => {
                                let place = Place { file, line };
                                self.gathered.add(sleep, ("Id", "Hours"), place, ledger);
                            }
                            Err((column, why)) => {
                                ledger.skip(file, What::Row, Some(column), why, Some(line));
                            }
                        }
                    }
                }
            }
            next = table.next()?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::SleepAsAndroid, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found
    }
}
