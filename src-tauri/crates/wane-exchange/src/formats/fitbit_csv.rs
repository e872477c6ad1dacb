//! The table a Fitbit account gave out on its own pages: a line `Sleep`, then one row per sleep.
//!
//! An export of more than sleep has other parts before and behind it, each with its title and its row of names.
//! Numbers have commas between their thousands, dates stand in two orders, times in four spellings.
//! The end is the time that counts: the start is as long before it as the person was asleep and awake.

use std::io::Read;

use chrono::{NaiveDate, NaiveDateTime};
use wane_domain::diary::{OffsetCertainty, Stages};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules,
    sheet::{Row, Sheet},
    stamps,
    table::Table,
};

const COLUMNS: [&str; 4] = ["start time", "end time", "minutes asleep", "minutes awake"];

/// Whether a file has the row of names, behind the line that says what the table is.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    // Whatever is not about sleep need not be taken apart into lines.
    [b"sleep", b"SLEEP"]
        .iter()
        .any(|word| memchr::memmem::find(prefix, *word).is_some())
        && part(Table::new("", prefix), "").is_ok_and(|sheet| {
            sheet.is_some_and(|sheet| COLUMNS.iter().all(|name| sheet.has(name)))
        })
}

/// The next part of a file that tells of sleep.
fn part<R: Read>(mut table: Table<R>, file: &str) -> Result<Option<Sheet<R>>, ReadError> {
    let names = |line: &[u8]| {
        let line = String::from_utf8_lossy(line).to_lowercase();
        COLUMNS.iter().all(|name| line.contains(name))
    };
    if !table.skip_to(names)? {
        return Ok(None);
    }
    Sheet::after(table, file, |name| COLUMNS.contains(&name)).map(Some)
}

/// A stamp such as `2010-11-12 1:23AM` or `12-11-2010 2:34 pm`.
fn stamp(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text.split_once(' ')?;
    let date = stamps::iso_date(date).or_else(|| {
        let parts: Vec<u32> = date
            .split('-')
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        let [day, month, year] = parts[..] else {
            return None;
        };
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    })?;
    Some(NaiveDateTime::new(date, stamps::time_of_day(time)?))
}

/// Minutes such as `5,000`; `N/A` is nothing.
fn minutes(row: &Row<'_>, name: &'static str, file: &str, ledger: &mut Ledger) -> Option<u32> {
    let text = row.text(name).filter(|text| *text != "N/A")?;
    let plain = text.replace(',', "");
    let number = plain.parse::<u32>().ok().filter(|_| plain.len() <= 6);
    if number.is_none() {
        let why = Why::NotANumber;
        ledger.skip(file, What::Value, Some(name), why, Some(row.line));
    }
    number
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

    fn sleep(
        &self,
        row: &Row<'_>,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<Sleep, (&'static str, Why)> {
        let text = |name| row.text(name).ok_or((name, Why::MissingField));
        let clock = |name| stamp(text(name)?).ok_or((name, Why::NotADate));
        let (from, to) = (clock("start time")?, clock("end time")?);
        let asleep = minutes(row, "minutes asleep", file, ledger).map(f64::from);
        let awake = minutes(row, "minutes awake", file, ledger).map(f64::from);
        let stated = minutes(row, "time in bed", file, ledger);
        let parts = asleep.zip(awake).map(|(asleep, awake)| asleep + awake);
        let (start, end) = rules::on_home_clock(from, to, self.settings.home_zone, parts);
        let counted = parts
            .filter(|parts| (1.0..=rules::LONGEST_INTERVAL_MIN).contains(parts))
            .and_then(|parts| stamps::after(end, -parts));
        // A row has no name of its own, so it is known by all it says.
        let numbers = [
            "minutes asleep",
            "minutes awake",
            "time in bed",
            "minutes rem sleep",
            "minutes light sleep",
            "minutes deep sleep",
        ]
        .map(|name| row.text(name).unwrap_or_default().replace(',', ""));
        let key = format!("{from}/{to}/{}", numbers.join("/"));
        Ok(Sleep {
            asleep,
            awake,
            in_bed: InBed::Interval(stated),
            stages: Stages {
                rem: minutes(row, "minutes rem sleep", file, ledger),
                light: minutes(row, "minutes light sleep", file, ledger),
                deep: minutes(row, "minutes deep sleep", file, ledger),
                ..Stages::default()
            },
            ..Sleep::new(key, counted.unwrap_or(start), end, OffsetCertainty::Assumed)
        })
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut next = part(Table::new(file, data), file)?;
        if next.is_none() {
            return Err(ReadError::Malformed {
                file: file.to_owned(),
                what: "a column for the times",
            });
        }
        while let Some(mut sheet) = next {
            while let Some(row) = sheet.next(ledger)? {
                if row.is_title() {
                    break;
                }
                self.gathered.see(file)?;
                ledger.count("rows", 1);
                let line = row.line;
                match self.sleep(&row, file, ledger) {
                    Ok(sleep) => {
                        let place = Place { file, line };
                        let ends = ("start time", "end time");
                        self.gathered.add(sleep, ends, place, ledger);
                    }
                    Err((column, why)) => {
                        ledger.skip(file, What::Row, Some(column), why, Some(line));
                    }
                }
            }
            next = part(sheet.into_table(), file)?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::FitbitCsv, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found
    }
}
