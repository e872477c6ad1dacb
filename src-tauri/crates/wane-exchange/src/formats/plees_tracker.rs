//! Sleeps of Plees-tracker: `sid,start,stop[,rating,comment,wakes]` in milliseconds, or, if the person asked for a
//! readable table, `sid,start,stop,length,rating,comment,wakes` in clock times with or without their offset.
//! The first versions had no ratings.

use std::io::Read;

use wane_domain::{Moment, diary::OffsetCertainty};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules,
    sheet::{self, Row, Sheet},
    stamps,
};

const COLUMNS: [&str; 3] = ["sid", "start", "stop"];

/// Whether a file begins with the row of names.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    sheet::has_columns(prefix, &COLUMNS)
}

/// The noughts of digits that phones in other languages write, Arabic, Persian, Devanagari, Bengali, Burmese; the other
/// nine stand behind each.
const NOUGHTS: [char; 5] = ['٠', '۰', '०', '০', '၀'];

/// The text with its digits as they are written in English.
fn plain_digits(text: &str) -> String {
    text.chars()
        .map(|one| {
            let value = |nought: char| u32::from(one).checked_sub(u32::from(nought));
            let digit = NOUGHTS
                .into_iter()
                .filter_map(value)
                .find(|digit| *digit < 10);
            digit
                .and_then(|digit| char::from_digit(digit, 10))
                .unwrap_or(one)
        })
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

    /// Start, end and how sure the offset is.
    fn interval(
        &self,
        row: &Row<'_>,
    ) -> Result<(Moment, Moment, OffsetCertainty), (&'static str, Why)> {
        let home = self.settings.home_zone;
        let text = |name| row.text(name).map(plain_digits);
        let needed = |name| text(name).ok_or((name, Why::MissingField));
        let (start, stop) = (needed("start")?, needed("stop")?);
        let (start, stop) = (start.as_str(), stop.as_str());
        let count = |text: &str| text.parse::<i64>().ok().and_then(stamps::millis);
        if let (Some(start), Some(stop)) = (count(start), count(stop)) {
            let at = |instant| Moment::new(instant, home);
            return Ok((at(start), at(stop), OffsetCertainty::InstantOnly));
        }
        if let (Some(start), Some(stop)) = (stamps::instant(start), stamps::instant(stop)) {
            return Ok((start.moment(home), stop.moment(home), stop.certainty()));
        }
        let from = stamps::clock(start).ok_or(("start", Why::NotADate))?;
        let to = stamps::clock(stop).ok_or(("stop", Why::NotADate))?;
        let length = text("length").and_then(|text| stamps::hours_minutes(&text));
        let (from, to) = rules::on_home_clock(from, to, home, length);
        Ok((from, to, OffsetCertainty::Assumed))
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut sheet = Sheet::open(file, data, |name| COLUMNS.contains(&name))?;
        while let Some(row) = sheet.next(ledger)? {
            self.gathered.see(file)?;
            ledger.count("rows", 1);
            let line = row.line;
            let (start, end, offset) = match self.interval(&row) {
                Ok(interval) => interval,
                Err((column, why)) => {
                    ledger.skip(file, What::Row, Some(column), why, Some(line));
                    continue;
                }
            };
            let key = format!("{}", start.instant.timestamp_millis());
            let asleep = rules::elapsed_minutes(&start, &end);
            let mut counts = Vec::new();
            // No rating is written as 0.
            if row
                .text("rating")
                .is_some_and(|text| plain_digits(text) != "0")
            {
                counts.push("ratings");
            }
            let sleep = Sleep {
                asleep: Some(asleep),
                in_bed: InBed::Unknown,
                counts,
                ..Sleep::new(key, start, end, offset)
            };
            let place = Place { file, line };
            self.gathered.add(sleep, ("start", "stop"), place, ledger);
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::PleesTracker, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found
    }
}
