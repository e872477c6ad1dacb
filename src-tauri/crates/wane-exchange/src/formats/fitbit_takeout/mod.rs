//! Sleep logs of a Fitbit account, as Google Takeout gives them out: `sleep-YYYY-MM-DD.json`, thirty days each.
//!
//! Clock times stand there without a zone, and `duration` and `timeInBed` are differences of clock times, wrong by the
//! change wherever the clock was changed in the night.
//! Neighbouring files repeat logs; `logId` tells.

mod log;

use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
};

use chrono::{NaiveDate, NaiveDateTime};
use wane_domain::diary::{OffsetCertainty, SleepKind, Stages};

use crate::{
    Format, Found, FoundSleep, ReadError, Settings, WarningCode, What, Why,
    json::{self, Value},
    ledger::Ledger,
    rules,
};
use log::{Log, MAX_MINUTES};

/// More logs than this are no person's: a thousand years of nights.
const MAX_LOGS: usize = 400_000;

/// Whether a file begins like a list of sleep logs.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let text = prefix
        .strip_prefix(json::BYTE_ORDER_MARK)
        .unwrap_or(prefix)
        .trim_ascii_start();
    let has = |word: &[u8]| text.windows(word.len()).any(|window| window == word);
    text.starts_with(b"[") && has(b"\"logId\"") && has(b"\"dateOfSleep\"") && has(b"\"startTime\"")
}

/// Reads a stamp such as `2018-02-01T22:36:00.000`; `None` for anything else.
fn stamp(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f").ok()
}

/// One log that was kept, with what has to be settled once all are read.
struct Kept {
    sleep: FoundSleep,
    stated: Option<SleepKind>,
    staged: bool,
    manual: bool,
    flags: Vec<WarningCode>,
}

/// Why a log was left out, and the field that was the reason.
struct Refused(&'static str, Why);

/// Reads any number of files as one import.
pub(crate) struct Reader {
    settings: Settings,
    kept: Vec<Kept>,
    by_key: HashMap<String, usize>,
    logs: usize,
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            kept: Vec::new(),
            by_key: HashMap::new(),
            logs: 0,
        }
    }

    /// Reads one file.
    pub(crate) fn read(
        &mut self,
        file: &str,
        data: impl Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut place = 0;
        json::each(file, data, |log: Option<Log>| {
            place += 1;
            self.logs += 1;
            if self.logs > MAX_LOGS {
                return Err(ReadError::TooMany {
                    file: file.to_owned(),
                    max: MAX_LOGS,
                });
            }
            let Some(log) = log else {
                ledger.skip(file, What::Row, None, Why::NotARecord, Some(place));
                return Ok(());
            };
            ledger.count("logs_in_files", 1);
            match self.kept(&log, file, place, ledger) {
                Ok(kept) => self.keep(kept, ledger),
                Err(Refused(field, why)) => {
                    ledger.skip(file, What::Row, Some(field), why, Some(place))
                }
            }
            Ok(())
        })
    }

    fn kept(
        &self,
        log: &Log,
        file: &str,
        place: u64,
        ledger: &mut Ledger,
    ) -> Result<Kept, Refused> {
        let clock = |field: &'static str, value: &Value| match value {
            Value::Missing => Err(Refused(field, Why::MissingField)),
            value => value
                .text()
                .and_then(stamp)
                .ok_or(Refused(field, Why::NotADate))
                .and_then(|at| {
                    rules::sane_date(at.date())
                        .then_some(at)
                        .ok_or(Refused(field, Why::DateOutOfRange))
                }),
        };
        let (from, to) = (
            clock("startTime", &log.start_time)?,
            clock("endTime", &log.end_time)?,
        );
        let mut minutes = |field: &'static str, value: &Value| {
            value.count(MAX_MINUTES).unwrap_or_else(|_| {
                ledger.skip(file, What::Value, Some(field), Why::NotANumber, Some(place));
                None
            })
        };
        let asleep_min = minutes("minutesAsleep", &log.minutes_asleep);
        let awake_min = minutes("minutesAwake", &log.minutes_awake);
        let stated_in_bed = minutes("timeInBed", &log.time_in_bed);
        let parts = asleep_min
            .zip(awake_min)
            .map(|(asleep, awake)| f64::from(asleep) + f64::from(awake));
        let (start, end) = rules::on_home_clock(from, to, self.settings.home_zone, parts);
        rules::interval(&start, &end).map_err(|why| Refused("endTime", why))?;
        let (in_bed, flag) = rules::in_bed(&start, &end, stated_in_bed);
        let stages = log.levels.stages();
        let mut sleep = FoundSleep {
            source_key: String::new(),
            wake_date: rules::wake_date(&end),
            kind: SleepKind::Night,
            start,
            end,
            offset: OffsetCertainty::Assumed,
            asleep_min,
            in_bed_min: Some(in_bed),
            awake_min,
            unaccounted_min: rules::unaccounted(Some(in_bed), asleep_min, awake_min),
            stages,
        };
        sleep.source_key = log.log_id.name().unwrap_or_else(|| {
            let text = |value: &Value| value.text().unwrap_or_default().to_owned();
            rules::fallback_key(&text(&log.start_time), &text(&log.end_time))
        });
        let mut flags: Vec<WarningCode> = flag.into_iter().chain(rules::flags(&sleep)).collect();
        let stated_date = log
            .date_of_sleep
            .text()
            .and_then(|date| date.parse::<NaiveDate>().ok());
        if stated_date.is_some_and(|date| date != sleep.wake_date) {
            flags.push(WarningCode::WakeDateDisagrees);
        }
        let stated = match log.main_sleep {
            Value::Bool(true) => Some(SleepKind::Night),
            Value::Bool(false) => Some(SleepKind::Nap),
            _ => None,
        };
        let staged = match log.kind.text() {
            Some(kind) => kind == "stages",
            None => has_stages(&stages),
        };
        let manual = log.log_type.text() == Some("manual");
        Ok(Kept {
            sleep,
            stated,
            staged,
            manual,
            flags,
        })
    }

    /// Keeps a log once; of two that differ under one name, the one that ends later.
    fn keep(&mut self, kept: Kept, ledger: &mut Ledger) {
        let Some(&index) = self.by_key.get(&kept.sleep.source_key) else {
            self.by_key
                .insert(kept.sleep.source_key.clone(), self.kept.len());
            self.kept.push(kept);
            return;
        };
        ledger.count("duplicate_logs", 1);
        let there = &mut self.kept[index];
        if there.sleep != kept.sleep || there.stated != kept.stated {
            ledger.warn(WarningCode::DuplicateDiffers, kept.sleep.wake_date);
            if kept.sleep.end.instant > there.sleep.end.instant {
                *there = kept;
            }
        }
    }

    pub(crate) fn finish(mut self, ledger: &mut Ledger) -> Found {
        self.kept.sort_by(|a, b| {
            (a.sleep.start.instant, &a.sleep.source_key)
                .cmp(&(b.sleep.start.instant, &b.sleep.source_key))
        });
        let mut sleeps = Vec::with_capacity(self.kept.len());
        let mut stated = Vec::with_capacity(self.kept.len());
        for kept in self.kept {
            for flag in kept.flags {
                ledger.warn(flag, kept.sleep.wake_date);
            }
            ledger.count(if kept.staged { "stages" } else { "classic" }, 1);
            if kept.manual {
                ledger.count("manual", 1);
            }
            if kept
                .sleep
                .unaccounted_min
                .is_some_and(|minutes| minutes != 0)
            {
                ledger.count("with_unaccounted_minutes", 1);
            }
            stated.push(kept.stated);
            sleeps.push(kept.sleep);
        }
        rules::settle_kinds(&mut sleeps, &stated);
        let mut nights: BTreeMap<NaiveDate, u64> = BTreeMap::new();
        for sleep in sleeps.iter().filter(|sleep| sleep.kind == SleepKind::Night) {
            *nights.entry(sleep.wake_date).or_default() += 1;
        }
        for (date, _) in nights.into_iter().filter(|(_, count)| *count > 1) {
            ledger.warn(WarningCode::SeveralNights, date);
        }
        let mut found = Found::nothing(Format::FitbitTakeoutJson, self.settings.home_zone);
        found.sleeps = sleeps;
        found
    }
}

fn has_stages(stages: &Stages) -> bool {
    stages.deep.is_some() || stages.light.is_some() || stages.rem.is_some()
}
