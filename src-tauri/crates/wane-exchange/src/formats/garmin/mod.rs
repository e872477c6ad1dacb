//! Sleep of a Garmin account: `*_sleepData.json` of the account's archive, and what its service answers.
//!
//! Instants are stated and offsets are not; the archive's daily summaries give the day's, the service writes the local
//! clock as if it were one of Greenwich.
//! Older summaries write dates and clocks in words, within a field `date`.

mod activities;

use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
};

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, SleepKind, Stages},
};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    json::{self, Tree},
    ledger::Ledger,
    measured::{exercise::Workouts, heart::Hearts},
    rules, stamps,
};

/// Whether a file begins like a list of sleeps, a day's answer, the daily summaries with their offsets, or a list of
/// activities.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    activities::looks_like(prefix)
        || json::has_words(prefix, &["\"calendarDate\"", "\"sleepStartTimestampGMT\""])
        || json::has_words(prefix, &["\"calendarDate\"", "\"wellnessStartTimeGmt\""])
        || json::has_words(
            prefix,
            &["\"calendarDate\"", "\"sleepWindowConfirmationType\""],
        )
}

/// Reads any number of files.
pub(crate) struct Reader {
    settings: Settings,
    /// Sleeps wait for the summaries, which may come later: the record, its file and its place in it.
    waiting: Vec<(Raw, String, u64)>,
    /// The offset of a day's clock, and an instant at which it was read.
    offsets: HashMap<NaiveDate, (DateTime<Utc>, i32)>,
    steps: BTreeMap<NaiveDate, u32>,
    hearts: Hearts,
    workouts: Workouts,
    gathered: Gathered,
}

/// A sleep without its offset.
struct Raw {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    /// What the record itself says of its offset, in seconds.
    offset: Option<i32>,
    date: Option<NaiveDate>,
    kind: SleepKind,
    asleep: Option<f64>,
    awake: Option<f64>,
    stages: Stages,
}

/// A clock reading in words, such as `Sep 26, 2021 12:00:00 AM`, of some with one more comma.
fn in_words(text: &str) -> Option<NaiveDateTime> {
    let (day, rest) = text.split_once(", ")?;
    let (year, time) = rest.trim_start().split_once([' ', ','])?;
    let date = NaiveDate::parse_from_str(&format!("{day} {year}"), "%b %d %Y").ok()?;
    Some(date.and_time(stamps::time_of_day(time)?))
}

/// What a value is, or its field `date`.
fn plain(value: &Tree) -> &Tree {
    match value {
        Tree::Object(_) => value.get("date"),
        value => value,
    }
}

/// An instant as milliseconds, or as a clock reading of Greenwich.
fn instant(value: &Tree) -> Option<DateTime<Utc>> {
    match plain(value) {
        Tree::Text(text) => stamps::instant(text)
            .map(|stamp| stamp.instant)
            .or_else(|| Some(stamps::clock(text).or_else(|| in_words(text))?.and_utc())),
        number => stamps::millis(number.whole()?),
    }
}

/// A date, or that of a clock reading in words.
fn date_of(value: &Tree) -> Option<NaiveDate> {
    let text = plain(value).text()?;
    stamps::iso_date(text).or_else(|| Some(in_words(text)?.date()))
}

/// The offset between a local clock and the same moment in Greenwich, if it is one a clock can have.
fn between(local: DateTime<Utc>, utc: DateTime<Utc>) -> Option<i32> {
    let seconds = (local - utc).num_seconds();
    let offset = i32::try_from(seconds).ok()?;
    (offset % 900 == 0 && offset.abs() <= 14 * 3600).then_some(offset)
}

fn minutes(value: &Tree) -> Option<f64> {
    value
        .number()
        .filter(|seconds| (0.0..1e6).contains(seconds))
        .map(|seconds| seconds / 60.0)
}

fn whole(value: &Tree) -> Option<u32> {
    minutes(value).map(|minutes| minutes.round() as u32)
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            waiting: Vec::new(),
            offsets: HashMap::new(),
            steps: BTreeMap::new(),
            hearts: Hearts::default(),
            workouts: Workouts::default(),
            gathered: Gathered::default(),
        }
    }

    /// Takes what the summary of a day tells.
    fn day(&mut self, record: &Tree, date: NaiveDate, ledger: &mut Ledger) {
        let offset = instant(record.get("wellnessStartTimeLocal"))
            .zip(instant(record.get("wellnessStartTimeGmt")))
            .and_then(|(local, utc)| Some((utc, between(local, utc)?)));
        if let Some(offset) = offset {
            self.offsets.insert(date, offset);
        }
        let steps = record.get("totalSteps").whole();
        if let Some(steps) = steps.and_then(|steps| u32::try_from(steps).ok())
            && rules::sane_date(date)
        {
            self.steps.insert(date, steps);
        }
        // What a watch makes of the day so far stands beside it, under another name, and is less than this.
        let resting = record.get("restingHeartRate").number();
        if resting.is_some_and(|rate| self.hearts.resting(date, 0, rate)) {
            ledger.count("resting_heart_rates", 1);
        }
    }

    fn record(
        &mut self,
        record: &Tree,
        file: &str,
        line: u64,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        self.gathered.see(file)?;
        if !matches!(record, Tree::Object(_)) {
            ledger.skip(file, What::Row, None, Why::NotARecord, Some(line));
            return Ok(());
        }
        let date = date_of(record.get("calendarDate"));
        if record.has("wellnessStartTimeGmt") {
            match date {
                Some(date) => self.day(record, date, ledger),
                None => {
                    let why = match record.get("calendarDate") {
                        Tree::Null => Why::MissingField,
                        _ => Why::NotADate,
                    };
                    ledger.skip(file, What::Row, Some("calendarDate"), why, Some(line));
                }
            }
            return Ok(());
        }
        let dto = match record.get("dailySleepDTO") {
            Tree::Null => record,
            dto => dto,
        };
        ledger.count("records", 1);
        let local = instant(dto.get("sleepEndTimestampLocal"));
        let offset = local
            .zip(instant(dto.get("sleepEndTimestampGMT")))
            .and_then(|(local, end)| between(local, end));
        let inner = (!std::ptr::eq(record, dto)).then_some(dto);
        let lists = std::iter::once(record)
            .chain(inner)
            .flat_map(|holder| ["napList", "dailyNapDTOS"].map(|name| holder.get(name).items()));
        for nap in lists.flatten() {
            self.nap(nap, date, offset, file, line);
        }
        let skip = |ledger: &mut Ledger, column, why| {
            ledger.skip(file, What::Row, Some(column), why, Some(line));
        };
        let ends = (
            dto.get("sleepStartTimestampGMT"),
            dto.get("sleepEndTimestampGMT"),
        );
        if *ends.0 == Tree::Null || *ends.1 == Tree::Null {
            skip(ledger, "sleepStartTimestampGMT", Why::MissingField);
            return Ok(());
        }
        let (Some(start), Some(end)) = (instant(ends.0), instant(ends.1)) else {
            skip(ledger, "sleepStartTimestampGMT", Why::NotADate);
            return Ok(());
        };
        let confirmation = dto
            .get("sleepWindowConfirmationType")
            .text()
            .unwrap_or_default();
        if confirmation.eq_ignore_ascii_case("OFF_WRIST") {
            skip(ledger, "sleepWindowConfirmationType", Why::NotMeasured);
            return Ok(());
        }
        let date = date_of(dto.get("calendarDate")).or(date);
        let parts = ["deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds"]
            .map(|name| minutes(dto.get(name)));
        let sum = parts.iter().flatten().copied().reduce(|a, b| a + b);
        self.waiting.push((
            Raw {
                start,
                end,
                offset,
                date,
                kind: SleepKind::Night,
                // Nothing slept in a whole night is how it is written that nobody knows.
                asleep: [minutes(dto.get("sleepTimeSeconds")), sum]
                    .into_iter()
                    .flatten()
                    .find(|minutes| *minutes > 0.0),
                awake: minutes(dto.get("awakeSleepSeconds")),
                stages: Stages {
                    deep: whole(dto.get("deepSleepSeconds")),
                    light: whole(dto.get("lightSleepSeconds")),
                    rem: whole(dto.get("remSleepSeconds")),
                    awake: whole(dto.get("awakeSleepSeconds")),
                    ..Stages::default()
                },
            },
            file.to_owned(),
            line,
        ));
        Ok(())
    }

    fn nap(
        &mut self,
        nap: &Tree,
        date: Option<NaiveDate>,
        offset: Option<i32>,
        file: &str,
        line: u64,
    ) {
        let asleep = minutes(nap.get("napTimeSec"));
        let own_date = date_of(nap.get("calendarDate"));
        let Some(start) = instant(nap.get("napStartTimestampGMT")) else {
            return;
        };
        let by_length = || {
            let milli = asleep.filter(|minutes| *minutes > 0.0)? * 60_000.0;
            start.checked_add_signed(chrono::Duration::milliseconds(milli as i64))
        };
        let Some(end) = instant(nap.get("napEndTimestampGMT")).or_else(by_length) else {
            return;
        };
        self.waiting.push((
            Raw {
                start,
                end,
                offset,
                date: own_date.or(date),
                kind: SleepKind::Nap,
                asleep,
                awake: None,
                stages: Stages::default(),
            },
            file.to_owned(),
            line,
        ));
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
        if activities::looks_like(&start) {
            let home = self.settings.home_zone;
            return activities::read(file, data, home, &mut self.workouts, ledger);
        }
        match json::tree(file, data)? {
            Tree::List(records) => {
                for (record, line) in records.iter().zip(1..) {
                    self.record(record, file, line, ledger)?;
                }
                Ok(())
            }
            record => self.record(&record, file, 1, ledger),
        }
    }

    fn finish(mut self: Box<Self>, ledger: &mut Ledger) -> Found {
        let home = self.settings.home_zone;
        for (raw, file, line) in std::mem::take(&mut self.waiting) {
            let own = raw.offset.map(|offset| (raw.end, offset));
            let known = own.or_else(|| self.offsets.get(&raw.date?).copied());
            let zone = known.and_then(|(at, offset)| rules::zone_for(at, offset, home));
            let at = |instant| Moment::new(instant, zone.unwrap_or(home));
            let certainty = match zone {
                Some(_) => OffsetCertainty::Stated,
                None => OffsetCertainty::InstantOnly,
            };
            let key = raw.start.timestamp().to_string();
            let sleep = Sleep {
                kind: Some(raw.kind),
                asleep: raw.asleep,
                awake: raw.awake,
                in_bed: InBed::Minutes((raw.end - raw.start).num_seconds() as f64 / 60.0),
                stages: raw.stages,
                date: raw.date,
                ..Sleep::new(key, at(raw.start), at(raw.end), certainty)
            };
            let place = Place { file: &file, line };
            let ends = ("sleepStartTimestampGMT", "sleepEndTimestampGMT");
            self.gathered.add(sleep, ends, place, ledger);
        }
        let mut found = Found::nothing(Format::Garmin, home);
        found.sleeps = self.gathered.finish(ledger);
        found.steps = self.steps;
        found.heart = self.hearts.by_day(&found.sleeps);
        found.workouts = self.workouts.finish(ledger);
        found
    }
}
