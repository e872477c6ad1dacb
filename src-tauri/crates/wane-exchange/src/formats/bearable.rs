//! The table of Bearable, in which a row is one reading: a night, how it was, a symptom at one part of the day.
//!
//! Everything in it was written by the person, so its nights are felt ones.
//! Symptoms are rated from 0 to 4 there and by a word, which is no rating from 0 to 10 and is not made one: they become
//! something the person tracks, by the day's highest, and pains besides by what they were in the morning.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    io::Read,
};

use chrono::{Days, NaiveDate, NaiveTime};
use wane_domain::{Moment, scale::Quality};

use crate::{
    FactorKind, Format, Found, FoundDuration, FoundNight, ReadError, Settings, Unit, What, Why,
    ledger::Ledger,
    rules,
    sheet::{self, Row, Sheet, has_columns},
    stamps,
    tracked::Tracked,
    written,
};

const MARKS: [&str; 4] = ["date", "time of day", "category", "rating/amount"];

/// More readings than this are no person's.
const MAX_ROWS: usize = 2_000_000;

/// Parts of the day that are the morning, in the table's own words.
const MORNING: [&str; 2] = ["pre", "am"];

/// Whether a file begins with the table.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    has_columns(prefix, &MARKS)
}

/// From when to when.
type Span = (Moment, Moment);

/// A sleep as rows tell it.
struct Told {
    /// Where the first of them stands.
    file: String,
    line: u64,
    asleep: Option<Span>,
    in_bed: Option<Span>,
}

impl Told {
    fn span(&self) -> Option<Span> {
        self.asleep.or(self.in_bed)
    }

    fn minutes(&self) -> f64 {
        self.span()
            .map_or(0.0, |(from, to)| rules::elapsed_minutes(&from, &to))
    }

    /// Whether both are about one sleep.
    fn is_of(&self, other: &Told) -> bool {
        let both = self.span().zip(other.span());
        both.is_some_and(|(a, b)| rules::same_sleep((&a.0, &a.1), (&b.0, &b.1)))
    }

    /// Adds what another row tells of the same sleep; `false` if that row says something else of it.
    fn agrees(&mut self, other: &Told) -> bool {
        let agree = |there: &mut Option<Span>, new: Option<Span>| {
            new.is_none_or(|new| *there.get_or_insert(new) == new)
        };
        agree(&mut self.asleep, other.asleep) & agree(&mut self.in_bed, other.in_bed)
    }
}

/// Reads tables.
pub(crate) struct Reader {
    settings: Settings,
    rows: usize,
    /// The night of each date.
    sleeps: BTreeMap<NaiveDate, Told>,
    qualities: BTreeMap<NaiveDate, Quality>,
    symptoms: Tracked,
    durations: Vec<FoundDuration>,
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            rows: 0,
            sleeps: BTreeMap::new(),
            qualities: BTreeMap::new(),
            symptoms: Tracked::default(),
            durations: Vec::new(),
        }
    }

    fn row(
        &mut self,
        row: &Row<'_>,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<(), (&'static str, Why)> {
        let date = row
            .text("date formatted")
            .and_then(date)
            .or_else(|| row.text("date").and_then(date))
            .ok_or(("date", Why::NotADate))?;
        if !rules::sane_date(date) {
            return Err(("date", Why::DateOutOfRange));
        }
        let category = row.text("category").unwrap_or_default().to_lowercase();
        match category.as_str() {
            "sleep" => self.sleep(row, date, file, ledger),
            "sleep quality" => {
                let amount = amount(row)?;
                let whole = (amount.fract() == 0.0).then_some(amount);
                let number = whole.ok_or(("rating/amount", Why::NotWhole))?;
                let quality = (0.0..=255.0)
                    .contains(&number)
                    .then(|| Quality::new(number as u8).ok())
                    .flatten()
                    .ok_or(("rating/amount", Why::OutOfRange))?;
                // A night has one; which of several was meant, nobody can know.
                let first = *self.qualities.entry(date).or_insert(quality);
                (first == quality)
                    .then_some(())
                    .ok_or(("rating/amount", Why::DuplicateDate))
            }
            "symptom" | "symptoms" => self.symptom(row, date),
            _ => Err(("category", Why::NotKept)),
        }
    }

    /// `Asleep 23:10-06:50. In bed 22:45-07:10`, of the sleep that ends on that date.
    fn sleep(
        &mut self,
        row: &Row<'_>,
        date: NaiveDate,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<(), (&'static str, Why)> {
        let detail = row.text("detail").unwrap_or_default().to_lowercase();
        let home = self.settings.home_zone;
        let placed = |(from, to): (NaiveTime, NaiveTime)| {
            let begins = if from < to {
                Some(date)
            } else {
                date.checked_sub_days(Days::new(1))
            };
            let (from, to) = (begins?.and_time(from), date.and_time(to));
            Some(rules::on_home_clock(from, to, home, None))
        };
        let asleep = times(&detail, "asleep").and_then(placed);
        let in_bed = times(&detail, "in bed").and_then(placed);
        if asleep.is_none() && in_bed.is_none() {
            if let Some(asleep_min) = row
                .text("rating/amount")
                .and_then(|text| written::length(text, Unit::Hours, row.comma_decimals()))
                .filter(|minutes| *minutes > 0.0 && *minutes <= 1440.0)
            {
                self.durations.push(FoundDuration { date, asleep_min });
            }
            return Err(("detail", Why::NoInterval));
        }
        let told = Told {
            file: file.to_owned(),
            line: row.line,
            asleep,
            in_bed,
        };
        let agrees = match self.sleeps.entry(date) {
            Entry::Vacant(free) => {
                free.insert(told);
                true
            }
            Entry::Occupied(mut there) if there.get().is_of(&told) => there.get_mut().agrees(&told),
            // The first sleep of a date is its night, unless it is a nap before a longer one.
            Entry::Occupied(mut there) => {
                let first = there.get().minutes();
                let is_nap = first < rules::NAP_BELOW_MIN && first < told.minutes();
                if is_nap {
                    let nap = there.insert(told);
                    let (what, column, why) = (What::Row, Some("detail"), Why::NotKept);
                    ledger.skip(&nap.file, what, column, why, Some(nap.line));
                }
                is_nap
            }
        };
        agrees.then_some(()).ok_or(("detail", Why::DuplicateDate))
    }

    /// The nights, in order of date.
    fn nights(&self) -> Vec<FoundNight> {
        let mut nights: BTreeMap<NaiveDate, FoundNight> = BTreeMap::new();
        let of = |date: &NaiveDate| FoundNight::of(*date);
        for (date, told) in &self.sleeps {
            let night = nights.entry(*date).or_insert_with_key(of);
            (night.lights_out, night.final_wake) = told.asleep.unzip();
            (night.bed, night.out_of_bed) = told.in_bed.unzip();
        }
        for (date, quality) in &self.qualities {
            let night = nights.entry(*date).or_insert_with_key(of);
            night.quality = Some(*quality);
        }
        nights.into_values().collect()
    }

    /// A symptom with its word in brackets, such as `Back (lower) pain (Moderate)`.
    fn symptom(&mut self, row: &Row<'_>, date: NaiveDate) -> Result<(), (&'static str, Why)> {
        let detail = row.text("detail").ok_or(("detail", Why::MissingField))?;
        let name = match detail.rsplit_once(" (") {
            Some((name, word)) if word.ends_with(')') => name,
            _ => detail,
        };
        let amount = amount(row)?;
        if !(0.0..=10.0).contains(&amount) {
            return Err(("rating/amount", Why::OutOfRange));
        }
        let mut keep = |name: &str| {
            let kept = self.symptoms.highest(name, date, amount);
            kept.map_err(|why| ("detail", why))
        };
        keep(name)?;
        let part = row.text("time of day").unwrap_or_default().to_lowercase();
        let hurts = ["pain", "ache"]
            .iter()
            .any(|word| name.to_lowercase().contains(word));
        if hurts && MORNING.contains(&part.as_str()) {
            keep(&format!("{name} · am"))?;
        }
        Ok(())
    }
}

/// The number of a reading; `3/5` is three.
fn amount(row: &Row<'_>) -> Result<f64, (&'static str, Why)> {
    let text = row
        .text("rating/amount")
        .ok_or(("rating/amount", Why::MissingField))?;
    let number = text.split('/').next().unwrap_or_default().trim();
    sheet::number(number, row.comma_decimals()).ok_or(("rating/amount", Why::NotANumber))
}

/// Two times of day after a word, such as `asleep 23:10-06:50` or `in bed 10:45 pm - 7:10 am`.
fn times(text: &str, word: &str) -> Option<(NaiveTime, NaiveTime)> {
    let after = &text[text.find(word)? + word.len()..];
    let part = after.split(['.', ',', ';', '\n']).next()?;
    let (from, to) = part.split_once(['-', '–', '—'])?;
    let time = |text: &str| stamps::time_of_day(text.trim().trim_start_matches(':').trim());
    Some((time(from)?, time(to)?))
}

/// A date such as `2021-12-08` or `8th Dec 2021`.
fn date(text: &str) -> Option<NaiveDate> {
    stamps::iso_date(text).or_else(|| written::date(text))
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut sheet = Sheet::open(file, data, |name| MARKS.contains(&name))?;
        sheet.lenient();
        while let Some(row) = sheet.next(ledger)? {
            self.rows += 1;
            if self.rows > MAX_ROWS {
                return Err(ReadError::TooMany {
                    file: file.to_owned(),
                    max: MAX_ROWS,
                });
            }
            ledger.count("rows", 1);
            if let Err((column, why)) = self.row(&row, file, ledger) {
                ledger.skip(file, What::Row, Some(column), why, Some(row.line));
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>, _: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::Bearable, self.settings.home_zone);
        found.nights = self.nights();
        found.durations = self.durations;
        found.durations.sort_by_key(|duration| duration.date);
        found.factors = self.symptoms.found(|_| FactorKind::Amount);
        found
    }
}
