//! `sleep-export.csv` of Sleep as Android, alone or in its archive.
//!
//! Every sleep is a table of its own: a row of names, a row of values, sometimes a row of noise that begins with a
//! delimiter.
//! `Id` is the start in milliseconds and `Hours` the length: the clock times beside them skip and repeat hours.

use std::io::Read;

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
    sheet::has_columns(prefix, &["id", "tz", "from", "to", "hours", "lenadjust"])
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
            let index = names.iter().position(|there| there == name)?;
            values.get(index).copied().filter(|text| !text.is_empty())
        };
        let needed = |name: &'static str| cell(name).ok_or((name, Why::MissingField));
        let instant = needed("Id")?
            .parse()
            .ok()
            .and_then(stamps::millis)
            .ok_or(("Id", Why::NotADate))?;
        let hours: f64 = sheet::number(needed("Hours")?, true)
            .filter(|hours| *hours >= 0.0)
            .ok_or(("Hours", Why::NotANumber))?;
        let stated: Option<Tz> = cell("Tz").and_then(|name| name.parse().ok());
        let start = Moment::new(instant, stated.unwrap_or(self.settings.home_zone));
        let length = hours * 60.0;
        let end = stamps::after(start, length).ok_or(("Hours", Why::TooLong))?;
        // `-1.0` says that the length was set by hand; only whole minutes are an adjustment.
        let adjust = cell("LenAdjust")
            .and_then(|text| text.parse::<i32>().ok())
            .map_or(0.0, f64::from);
        let offset = match stated {
            Some(_) => OffsetCertainty::Stated,
            None => OffsetCertainty::InstantOnly,
        };
        let key = instant.timestamp_millis().to_string();
        let stages = stages(names, values);
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
            ..Sleep::new(key, start, end, offset)
        })
    }
}

/// Minutes per stage from the events, which mark where each begins and ends.
fn stages(names: &[String], values: &[&str]) -> Stages {
    let mut open: Vec<(&str, i64)> = Vec::new();
    let mut spans: [Vec<(i64, i64)>; 4] = Default::default();
    let labels = ["DEEP", "LIGHT", "REM", "AWAKE"];
    let mut events: Vec<(i64, &str)> = names
        .iter()
        .zip(values)
        .filter(|(name, _)| *name == "Event")
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
            if let Some(slot) = labels.iter().position(|label| *label == stage) {
                spans[slot].push((from, at));
            }
        }
    }
    let minutes = |spans: &[(i64, i64)]| {
        let milli = rules::seconds(&rules::union(spans));
        (milli > 0)
            .then(|| u32::try_from((milli + 30_000) / 60_000).ok())
            .flatten()
    };
    let [deep, light, rem, awake] = spans;
    Stages {
        deep: minutes(&deep),
        light: minutes(&light),
        rem: minutes(&rem),
        awake: minutes(&awake),
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
        let mut next = table.header(|name| COLUMNS.contains(&name.trim()))?;
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
                    if first == "Id" {
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
