//! The table a Fitbit account gave out on its own pages: a line `Sleep`, then one row per sleep.
//!
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
    open("", prefix).is_ok_and(|sheet| COLUMNS.iter().all(|name| sheet.has(name)))
}

fn open<R: Read>(file: &str, data: R) -> Result<Sheet<R>, ReadError> {
    let known = |name: &str| COLUMNS.contains(&name);
    let mut table = Table::new(file, data);
    table.skip_title("Sleep")?;
    Sheet::after(table, file, known)
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
        let mut sheet = open(file, data)?;
        while let Some(row) = sheet.next(ledger)? {
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
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::FitbitCsv, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found
    }
}
