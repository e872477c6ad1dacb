//! Sleep logs of a Fitbit account, as Google Takeout gives them out: `sleep-YYYY-MM-DD.json`, thirty days each.
//!
//! Clock times stand there without a zone, and `duration` and `timeInBed` are differences of clock times, wrong by the
//! change wherever the clock was changed in the night.
//! Neighbouring files repeat logs; `logId` tells.
//! What the account's service answers is the same one level deeper, in a field `sleep`.
//! Newer archives tell the same sleeps in tables too, with their offsets; where both do, the tables count.
//! Steps, resting heart rates and exercise are told beside them.

mod exercise;
mod log;
mod series;
mod tables;

use std::io::Read;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use wane_domain::diary::{OffsetCertainty, SleepKind, Stages};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    json::{self, Value},
    ledger::Ledger,
    measured::exercise::Workouts,
    rules,
};
use log::{Log, MAX_MINUTES};
use series::Series;
use tables::Tables;

/// Whether a file begins like a list of sleep logs or one of the tables.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    looks_like_logs(prefix)
        || tables::looks_like(prefix)
        || exercise::looks_like(prefix)
        || series::kind(prefix).is_some()
}

fn looks_like_logs(prefix: &[u8]) -> bool {
    if is_answer(prefix) {
        // Some answers do not say which sleep was the night.
        return json::has_words(prefix, &["\"sleep\"", "\"isMainSleep\""])
            || json::has_words(prefix, &["\"sleep\"", "\"dateOfSleep\""]);
    }
    json::has_words(prefix, &["\"logId\"", "\"dateOfSleep\"", "\"startTime\""])
}

/// Whether a file begins as what the service answers: an object with the logs in a field of it.
fn is_answer(start: &[u8]) -> bool {
    let text = start.strip_prefix(json::BYTE_ORDER_MARK).unwrap_or(start);
    text.trim_ascii_start().starts_with(b"{")
}

/// Reads a stamp such as `2018-02-01T22:36:00.000`; `None` for anything else.
fn stamp(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok()
}

/// Why a log was left out, and the field that was the reason.
struct Refused(&'static str, Why);

/// Reads any number of files as one import.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
    tables: Tables,
    series: Series,
    workouts: Workouts,
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
            tables: Tables::default(),
            series: Series::default(),
            workouts: Workouts::default(),
        }
    }

    fn sleep(
        &self,
        log: &Log,
        file: &str,
        place: u64,
        ledger: &mut Ledger,
    ) -> Result<Sleep, Refused> {
        let clock = |field: &'static str, value: &Value| match value {
            Value::Missing => Err(Refused(field, Why::MissingField)),
            value => value
                .text()
                .and_then(stamp)
                .ok_or(Refused(field, Why::NotADate)),
        };
        let from = clock("startTime", &log.start_time)?;
        // The oldest answers say how long instead, which is a difference of clock times like everything here.
        let to = match (&log.end_time, &log.duration) {
            (Value::Missing, Value::Whole(millis)) => Duration::try_milliseconds(*millis)
                .and_then(|long| from.checked_add_signed(long))
                .ok_or(Refused("duration", Why::NotANumber))?,
            (end, _) => clock("endTime", end)?,
        };
        let mut minutes = |field: &'static str, value: &Value| {
            value.count(MAX_MINUTES).unwrap_or_else(|_| {
                ledger.skip(file, What::Value, Some(field), Why::NotANumber, Some(place));
                None
            })
        };
        let asleep = minutes("minutesAsleep", &log.minutes_asleep).map(f64::from);
        let awake = minutes("minutesAwake", &log.minutes_awake).map(f64::from);
        let stated_in_bed = minutes("timeInBed", &log.time_in_bed);
        let parts = asleep.zip(awake).map(|(asleep, awake)| asleep + awake);
        let (start, end) = rules::on_home_clock(from, to, self.settings.home_zone, parts);
        let stages = log.levels.stages();
        let key = log.log_id.name().unwrap_or_else(|| {
            let text = |value: &Value| value.text().unwrap_or_default().to_owned();
            rules::fallback_key(&text(&log.start_time), &text(&log.end_time))
        });
        let staged = match log.kind.text() {
            Some(kind) => kind == "stages",
            None => has_stages(&stages),
        };
        let mut counts = vec![if staged { "stages" } else { "classic" }];
        if log.log_type.text() == Some("manual") {
            counts.push("manual");
        }
        Ok(Sleep {
            kind: match log.main_sleep {
                Value::Bool(true) => Some(SleepKind::Night),
                Value::Bool(false) => Some(SleepKind::Nap),
                _ => None,
            },
            asleep,
            awake,
            in_bed: InBed::Interval(stated_in_bed),
            stages,
            date: log
                .date_of_sleep
                .text()
                .and_then(|date| date.parse::<NaiveDate>().ok()),
            counts,
            rank: rank(has_stages(&stages), false),
            ..Sleep::new(key, start, end, OffsetCertainty::Assumed)
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
        let (start, _) = super::first_bytes(file, data)?;
        let is_table = tables::looks_like(&start);
        let data = start.as_slice().chain(data);
        if is_table {
            let (settings, gathered) = (self.settings, &mut self.gathered);
            return self.tables.read(file, data, settings, gathered, ledger);
        }
        if exercise::looks_like(&start) {
            let home = self.settings.home_zone;
            return exercise::read(file, data, home, &mut self.workouts, ledger);
        }
        if let Some(kind) = series::kind(&start) {
            return self.series.read(kind, file, data, ledger);
        }
        let mut line = 0;
        let take = |log: Option<Log>| {
            line += 1;
            self.gathered.see(file)?;
            let Some(log) = log else {
                ledger.skip(file, What::Row, None, Why::NotARecord, Some(line));
                return Ok(());
            };
            ledger.count("logs_in_files", 1);
            match self.sleep(&log, file, line, ledger) {
                Ok(sleep) => {
                    let place = Place { file, line };
                    self.gathered
                        .add(sleep, ("startTime", "endTime"), place, ledger);
                }
                Err(Refused(field, why)) => {
                    ledger.skip(file, What::Row, Some(field), why, Some(line))
                }
            }
            Ok(())
        };
        if is_answer(&start) {
            json::each_in(file, data, "sleep", take)
        } else {
            json::each(file, data, take)
        }
    }

    fn finish(mut self: Box<Self>, ledger: &mut Ledger) -> Found {
        let tables = std::mem::take(&mut self.tables);
        tables.finish(&mut self.gathered, ledger);
        let mut found = Found::nothing(Format::FitbitTakeoutJson, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found.heart = std::mem::take(&mut self.series.hearts).by_day(&found.sleeps);
        found.steps = self.series.by_day(self.settings.home_zone);
        found.workouts = self.workouts.finish(ledger);
        found
    }
}

/// Of several tellers of one sleep, the one that knows stages comes first, and of equals the table, which knows the
/// offset.
const fn rank(staged: bool, in_table: bool) -> usize {
    match (staged, in_table) {
        (true, true) => 0,
        (true, false) => 1,
        (false, true) => 2,
        (false, false) => 3,
    }
}

fn has_stages(stages: &Stages) -> bool {
    stages.deep.is_some() || stages.light.is_some() || stages.rem.is_some()
}
