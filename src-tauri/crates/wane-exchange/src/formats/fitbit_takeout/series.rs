//! What the account counted all day: steps, and resting heart rates.
//!
//! Steps are there up to three times, in `steps-YYYY-MM-DD.json` and in tables with one or more sources, and are never
//! added up.
//! The stamps of the JSON are those of Greenwich.
//! Distances and minutes of activity look the same as steps do, so here, and here alone, the file's name decides.
//! Resting heart rates are a list, or in newer archives one table; a table of heart rates all day has the same columns.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    io::Read,
};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

use crate::{
    ReadError, What, Why,
    json::{self, Value},
    ledger::Ledger,
    measured::{
        heart::Hearts,
        steps::{Preferred, Steps},
    },
    rules,
    sheet::{Row, Sheet, has_columns},
    stamps::{self, Stamp},
};

/// The columns of a table of steps.
const COLUMNS: [&str; 3] = ["timestamp", "steps", "data source"];

/// A column of the tables of pace, which tell steps of the same minutes once more.
const PACE: &str = "distance millimeters";

/// The columns of a table of heart rates, of which nothing but its rhythm says whether they are resting ones.
const RATES: [&str; 3] = ["timestamp", "beats per minute", "data source"];

/// When a table of resting heart rates was told, for all that can be known: the account's own list goes before it.
const BEFORE_THE_LIST: i64 = -1;

/// More sources than this count nobody's steps.
const MAX_SOURCES: usize = 1000;

/// What a file of them is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A list of counts by minute, of steps or of something else.
    Counts,
    /// A list of resting heart rates by day.
    Resting,
    /// A table of steps.
    Table,
    /// A table of resting heart rates by day.
    RestingTable,
}

/// What a file is, by how it begins.
pub(super) fn kind(prefix: &[u8]) -> Option<Kind> {
    if has_columns(prefix, &COLUMNS) {
        let is_pace = has_columns(prefix, &[PACE]);
        return (!is_pace).then_some(Kind::Table);
    }
    if has_columns(prefix, &RATES) {
        return tells_once_a_day(prefix).then_some(Kind::RestingTable);
    }
    let text = prefix
        .strip_prefix(json::BYTE_ORDER_MARK)
        .unwrap_or(prefix)
        .trim_ascii_start();
    let first = text.strip_prefix(b"[")?.trim_ascii_start();
    let first = &first[..first.len().min(400)];
    let at = after(
        first.strip_prefix(b"{")?.trim_ascii_start(),
        b"\"dateTime\"",
    )?;
    // Such as `05/31/24 22:59:00`: no other program writes its stamps so.
    let is_stamp =
        at.first() == Some(&b'"') && at.get(3) == Some(&b'/') && at.get(6) == Some(&b'/');
    let (_, rest) = at.split_at_checked(9).filter(|_| is_stamp)?;
    let value =
        memchr::memmem::find(rest, b"\"value\"").and_then(|at| after(&rest[at..], b"\"value\""))?;
    match value.first()? {
        b'"' if value.get(1).is_some_and(u8::is_ascii_digit) => Some(Kind::Counts),
        b'{' if memchr::memmem::find(value, b"\"error\"").is_some() => Some(Kind::Resting),
        _ => None,
    }
}

/// Whether a table of heart rates begins with one of a day from each source, at its midnight.
fn tells_once_a_day(prefix: &[u8]) -> bool {
    let Ok(mut sheet) = Sheet::open("", prefix, |name| RATES.contains(&name)) else {
        return false;
    };
    let (mut days, mut cut_off) = (HashSet::new(), false);
    while let Ok(Some(row)) = sheet.next(&mut Ledger::default()) {
        // Only the last row can be one that the beginning of a file ends in.
        if cut_off {
            return false;
        }
        let Some(stamp) = row.text("timestamp").and_then(stamps::instant) else {
            cut_off = true;
            continue;
        };
        let source = row.text("data source").unwrap_or_default().to_owned();
        let is_new = day_of(stamp).is_some_and(|day| days.insert((day, source)));
        if !is_new {
            return false;
        }
    }
    !days.is_empty()
}

/// The day that a stamp of its midnight stands for, on whatever clock: they are written as those of Greenwich.
fn day_of(stamp: Stamp) -> Option<NaiveDate> {
    let at = stamp.instant.naive_utc();
    (at.time() == NaiveTime::MIN && stamp.offset.is_none()).then(|| at.date())
}

/// The day and the rate of a row.
fn resting_day(row: &Row<'_>) -> Result<(NaiveDate, f64), (&'static str, Why)> {
    let [at, rate, _] = RATES;
    let stamp = row.text(at).ok_or((at, Why::MissingField))?;
    let stamp = stamps::instant(stamp).ok_or((at, Why::NotADate))?;
    let date = day_of(stamp).ok_or((at, Why::NotADate))?;
    match row.number(rate) {
        Ok(Some(number)) => Ok((date, number)),
        Ok(None) => Err((rate, Why::MissingField)),
        Err(_) => Err((rate, Why::NotANumber)),
    }
}

/// Whether a file's name begins with the word.
fn is_called(file: &str, word: &str) -> bool {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    name.starts_with(word)
}

/// What stands behind a name and its colon.
fn after<'t>(text: &'t [u8], name: &[u8]) -> Option<&'t [u8]> {
    let rest = text.strip_prefix(name)?.trim_ascii_start();
    Some(rest.strip_prefix(b":")?.trim_ascii_start())
}

/// A count and when it was made.
#[derive(Default)]
struct Count {
    at: Value,
    value: Value,
}

json::fields!(Count { "dateTime" => at, "value" => value });

/// A day's resting heart rate.
#[derive(Default)]
struct Resting {
    date: Value,
    value: Value,
}

json::fields!(Resting { "date" => date, "value" => value });

impl Resting {
    /// Its day, and beats per minute.
    fn told(&self) -> Option<(NaiveDate, f64)> {
        let text = self.date.text()?;
        let date = ["%m/%d/%y", "%m/%d/%Y", "%Y-%m-%d"]
            .iter()
            .find_map(|form| NaiveDate::parse_from_str(text, form).ok())?;
        Some((date, self.value.number()?))
    }
}

#[derive(Default)]
struct RestingDay {
    value: Resting,
}

json::fields!(RestingDay { "value" => value (object) });

/// Steps of every source.
#[derive(Default)]
pub(super) struct Series {
    steps: Steps,
    pub(super) hearts: Hearts,
    /// The number of each source; that of the lists has no name.
    sources: HashMap<String, usize>,
}

impl Series {
    pub(super) fn read(
        &mut self,
        kind: Kind,
        file: &str,
        data: impl Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        match kind {
            Kind::Counts => {
                if !is_called(file, "steps") {
                    ledger.count("files_not_needed", 1);
                    return Ok(());
                }
                self.list(file, data, ledger)
            }
            Kind::Resting => {
                let (mut rates, mut line) = (0, 0);
                json::each(file, data, |day: Option<RestingDay>| {
                    line += 1;
                    // Days to come, and those without a night, are there with no date and a rate of nought.
                    let Some(day) = day.filter(|day| day.value.date.text().is_some()) else {
                        return Ok(());
                    };
                    rates += 1;
                    let told = day.value.told();
                    let taken = told.is_some_and(|(date, rate)| self.hearts.resting(date, 0, rate));
                    if !taken {
                        let (what, why) = (What::Value, Why::OutOfRange);
                        ledger.skip(file, what, Some("value"), why, Some(line));
                    }
                    Ok(())
                })?;
                ledger.count("resting_heart_rates", rates);
                Ok(())
            }
            Kind::Table => self.table(file, data, ledger),
            // A day of which one heart rate is known, and that at midnight.
            Kind::RestingTable if is_called(file, "heart_rate") => {
                ledger.count("files_not_needed", 1);
                Ok(())
            }
            Kind::RestingTable => self.resting_table(file, data, ledger),
        }
    }

    fn resting_table(
        &mut self,
        file: &str,
        data: impl Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut sheet = Sheet::open(file, data, |name| RATES.contains(&name))?;
        let mut rates = 0;
        while let Some(row) = sheet.next(ledger)? {
            match resting_day(&row) {
                // How it is written that nothing was measured.
                Ok((_, 0.0)) => {}
                Ok((date, rate)) => {
                    rates += 1;
                    if !self.hearts.resting(date, BEFORE_THE_LIST, rate) {
                        let (what, why) = (What::Value, Why::OutOfRange);
                        ledger.skip(file, what, Some(RATES[1]), why, Some(row.line));
                    }
                }
                Err((column, why)) => {
                    ledger.skip(file, What::Row, Some(column), why, Some(row.line));
                }
            }
        }
        ledger.count("resting_heart_rates", rates);
        Ok(())
    }

    fn list(&mut self, file: &str, data: impl Read, ledger: &mut Ledger) -> Result<(), ReadError> {
        let mut line = 0;
        json::each(file, data, |count: Option<Count>| {
            line += 1;
            let Some(count) = count else {
                ledger.skip(file, What::Row, None, Why::NotARecord, Some(line));
                return Ok(());
            };
            let at = count
                .at
                .text()
                .and_then(|text| NaiveDateTime::parse_from_str(text, "%m/%d/%y %H:%M:%S").ok());
            let number = count.value.name().and_then(|text| text.parse::<u32>().ok());
            match (at, number) {
                (Some(at), Some(number)) => self.add(
                    "",
                    at.and_utc().timestamp(),
                    f64::from(number),
                    file,
                    ledger,
                ),
                (None, _) => {
                    ledger.skip(file, What::Row, Some("dateTime"), Why::NotADate, Some(line));
                    Ok(())
                }
                (_, None) => {
                    ledger.skip(file, What::Row, Some("value"), Why::NotANumber, Some(line));
                    Ok(())
                }
            }
        })
    }

    fn table(&mut self, file: &str, data: impl Read, ledger: &mut Ledger) -> Result<(), ReadError> {
        let mut sheet = Sheet::open(file, data, |name| COLUMNS.contains(&name))?;
        while let Some(row) = sheet.next(ledger)? {
            let line = row.line;
            let Some(stamp) = row.text("timestamp").and_then(stamps::instant) else {
                ledger.skip(
                    file,
                    What::Row,
                    Some("timestamp"),
                    Why::NotADate,
                    Some(line),
                );
                continue;
            };
            let Some(number) = row.amount("steps", file, ledger) else {
                continue;
            };
            let source = row.text("data source").unwrap_or("-");
            let at = stamp.instant.timestamp();
            self.add(source, at, number.min(1e7), file, ledger)?;
        }
        Ok(())
    }

    fn add(
        &mut self,
        source: &str,
        at: i64,
        number: f64,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let sane = stamps::seconds(at).is_some_and(|at| rules::sane_date(at.date_naive()));
        if !sane {
            return Ok(());
        }
        let next = self.sources.len();
        let number_of = match self.sources.get(source) {
            Some(number) => *number,
            None if next >= MAX_SOURCES => {
                return Err(ReadError::TooMany {
                    file: file.to_owned(),
                    max: MAX_SOURCES,
                });
            }
            None => {
                self.sources.insert(source.to_owned(), next);
                next
            }
        };
        self.steps.add(number_of, at, at, number);
        if let Some(max) = self.steps.too_many() {
            return Err(ReadError::TooMany {
                file: file.to_owned(),
                max,
            });
        }
        ledger.count("step_records", 1);
        Ok(())
    }

    /// Steps by local day: those of the lists, which are the account's own sum over its devices, before any other.
    pub(super) fn by_day(self, home: Tz) -> BTreeMap<NaiveDate, u32> {
        let mut ranks = vec![1; self.sources.len()];
        if let Some(own) = self.sources.get("") {
            ranks[*own] = 0;
        }
        self.steps.by_day(Preferred::Ranked(&ranks), home)
    }
}
