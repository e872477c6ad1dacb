//! `export.xml` of Apple Health, alone or in the archive the phone gives out.
//!
//! There are no nights in it, only stretches: in bed, asleep, a stage, awake, told by a phone, a watch and any number of
//! apps, at once.
//! Every stamp is printed with the offset the phone had when it wrote the file, so the printed clock is wrong for half
//! of the year and on every journey: only the instants count.

pub(in crate::formats) mod steps;
mod tags;

use std::{collections::HashMap, io::Read};

use chrono_tz::Tz;
use memchr::memmem;

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::Gathered,
    ledger::Ledger,
    stamps,
    stretches::{Phase, Segment, Stretches},
};
use steps::Steps;
use tags::{Kind, Tags, attribute, attributes, is_closed, meant};

const SLEEP: &str = "HKCategoryTypeIdentifierSleepAnalysis";
const STEPS: &str = "HKQuantityTypeIdentifierStepCount";

/// Types of which Wane keeps nothing but says how many there are.
const COUNTED: [(&str, &str); 4] = [
    ("HKQuantityTypeIdentifierHeartRate", "heart_rate_readings"),
    (
        "HKQuantityTypeIdentifierRestingHeartRate",
        "resting_heart_rates",
    ),
    (
        "HKQuantityTypeIdentifierHeartRateVariabilitySDNN",
        "heart_rate_variabilities",
    ),
    (
        "HKQuantityTypeIdentifierAppleExerciseTime",
        "exercise_minutes_records",
    ),
];

/// More sources than this are no person's.
const MAX_SOURCES: usize = 10_000;

/// Whether a file begins like an export, whose document type alone may be longer than what is looked at.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let text = prefix
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(prefix)
        .trim_ascii_start();
    text.starts_with(b"<")
        && (memmem::find(text, b"<HealthData").is_some()
            || memmem::find(text, b"<!DOCTYPE HealthData").is_some())
}

/// A record that was read, and waits for what it may say about itself.
struct Open {
    segment: Segment,
    line: u64,
}

/// Reads exports.
pub(crate) struct Reader {
    settings: Settings,
    stretches: Stretches,
    steps: Steps,
    sources: HashMap<String, usize>,
    names: Vec<(String, bool)>,
    /// The source of the record before, as it stood there: most records follow one of the same.
    last: (Vec<u8>, usize),
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            stretches: Stretches::default(),
            steps: Steps::default(),
            sources: HashMap::new(),
            names: Vec::new(),
            last: (Vec::new(), usize::MAX),
        }
    }

    /// The number of a source, and whether it is worn at the wrist.
    fn source(
        &mut self,
        name: &[u8],
        device: Option<&[u8]>,
        file: &str,
    ) -> Result<usize, ReadError> {
        if self.last.1 != usize::MAX && self.last.0 == name {
            return Ok(self.last.1);
        }
        let number = self.find_source(name, device, file)?;
        self.last = (name.to_owned(), number);
        Ok(number)
    }

    fn find_source(
        &mut self,
        name: &[u8],
        device: Option<&[u8]>,
        file: &str,
    ) -> Result<usize, ReadError> {
        let name: String = meant(name)
            .chars()
            .filter(|one| !one.is_control())
            .take(100)
            .collect();
        if let Some(&known) = self.sources.get(&name) {
            return Ok(known);
        }
        if self.names.len() >= MAX_SOURCES {
            return Err(ReadError::TooMany {
                file: file.to_owned(),
                max: MAX_SOURCES,
            });
        }
        let device = device.map(meant).unwrap_or_default();
        let worn = name.contains("Watch") || device.contains("Watch");
        let number = self.names.len();
        self.sources.insert(name.clone(), number);
        self.names.push((name, worn));
        Ok(number)
    }

    fn record(
        &mut self,
        tag: &[u8],
        file: &str,
        line: u64,
        ledger: &mut Ledger,
    ) -> Result<Option<Segment>, ReadError> {
        let [kind, start, end, name, device, value] = attributes(
            tag,
            [
                "type",
                "startDate",
                "endDate",
                "sourceName",
                "device",
                "value",
            ],
        );
        let kind = kind.map(meant).unwrap_or_default();
        let is_sleep = kind == SLEEP;
        if !is_sleep && kind != STEPS {
            self.other(kind.as_bytes(), ledger);
            return Ok(None);
        }
        let stamp = |value: Option<&[u8]>, name| {
            value
                .and_then(|value| stamps::instant(&meant(value)))
                .ok_or(name)
        };
        let ends = stamp(start, "startDate").and_then(|start| Ok((start, stamp(end, "endDate")?)));
        let (start, end) = match ends {
            Ok(ends) => ends,
            Err(name) => {
                ledger.skip(file, What::Row, Some(name), Why::NotADate, Some(line));
                return Ok(None);
            }
        };
        let (from, to) = (start.instant.timestamp(), end.instant.timestamp());
        let source = self.source(name.unwrap_or_default(), device, file)?;
        let value = value.map(meant).unwrap_or_default();
        if !is_sleep {
            match value.parse::<f64>() {
                Ok(count) if (0.0..1e7).contains(&count) => {
                    self.steps.add(source, from, to, count);
                    if let Some(max) = self.steps.too_many() {
                        let file = file.to_owned();
                        return Err(ReadError::TooMany { file, max });
                    }
                    ledger.count("step_records", 1);
                }
                _ => ledger.skip(
                    file,
                    What::Value,
                    Some("value"),
                    Why::NotANumber,
                    Some(line),
                ),
            }
            return Ok(None);
        }
        ledger.count("sleep_records", 1);
        let Some(phase) = Phase::of(&value) else {
            ledger.skip(file, What::Row, Some("value"), Why::UnknownWord, Some(line));
            return Ok(None);
        };
        if from >= to {
            ledger.skip(
                file,
                What::Row,
                Some("endDate"),
                Why::EndsBeforeStart,
                Some(line),
            );
            return Ok(None);
        }
        Ok(Some(Segment {
            source,
            phase,
            from,
            to,
            zone: None,
        }))
    }

    fn other(&self, kind: &[u8], ledger: &mut Ledger) {
        if let Some((_, name)) = COUNTED.iter().find(|(of, _)| of.as_bytes() == kind) {
            ledger.count(name, 1);
        }
    }

    fn keep(
        &mut self,
        open: &mut Option<Open>,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        match open.take() {
            Some(open) => self.stretches.add(open.segment, file, open.line, ledger),
            None => Ok(()),
        }
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut tags = Tags::new(file, data);
        if !tags.skip_past(b"<HealthData")? {
            return Err(ReadError::Malformed {
                file: file.to_owned(),
                what: "the beginning of the health data",
            });
        }
        let wanted = |kind: &[u8]| {
            kind == SLEEP.as_bytes()
                || kind == STEPS.as_bytes()
                || COUNTED.iter().any(|(of, _)| of.as_bytes() == kind)
        };
        let mut open: Option<Open> = None;
        let mut inside = false;
        let mut records = 0;
        let mut complete = false;
        while let Some(kind) = tags.next(wanted)? {
            match kind {
                Kind::OtherRecord => {
                    self.keep(&mut open, file, ledger)?;
                    records += u64::from(!inside);
                    tags.step();
                }
                Kind::Record if inside => tags.step(),
                Kind::Record => {
                    self.keep(&mut open, file, ledger)?;
                    records += 1;
                    let line = tags.line();
                    let Some(tag) = tags.tag()? else {
                        ledger.skip(file, What::Row, None, Why::NotARecord, Some(line));
                        continue;
                    };
                    let closed = is_closed(tag);
                    if let Some(segment) = self.record(tag, file, line, ledger)? {
                        open = Some(Open { segment, line });
                    }
                    if closed {
                        self.keep(&mut open, file, ledger)?;
                    }
                }
                Kind::Metadata => {
                    let Some(there) = &mut open else {
                        tags.step();
                        continue;
                    };
                    if let Some(tag) = tags.tag()?
                        && attribute(tag, "key").as_deref() == Some("HKTimeZone")
                    {
                        let zone = attribute(tag, "value").and_then(|name| name.parse::<Tz>().ok());
                        there.segment.zone = zone.or(there.segment.zone);
                    }
                }
                Kind::RecordEnd => {
                    self.keep(&mut open, file, ledger)?;
                    tags.step();
                }
                Kind::Correlation => {
                    self.keep(&mut open, file, ledger)?;
                    inside = tags.tag()?.is_some_and(|tag| !is_closed(tag));
                }
                Kind::CorrelationEnd => {
                    inside = false;
                    tags.step();
                }
                Kind::Workout => {
                    self.keep(&mut open, file, ledger)?;
                    ledger.count("workouts", 1);
                    tags.step();
                }
                Kind::End => {
                    complete = true;
                    break;
                }
            }
        }
        self.keep(&mut open, file, ledger)?;
        ledger.count("records_top_level", records);
        if complete {
            // Whatever follows is not looked at, but read, so that a broken archive is noticed.
            tags.drain()?;
        } else {
            let line = tags.line();
            ledger.skip(file, What::File, None, Why::CutOff, Some(line));
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let home = self.settings.home_zone;
        let mut found = Found::nothing(Format::AppleHealth, home);
        let mut gathered = Gathered::default();
        let ends = ("startDate", "endDate");
        let names: Vec<&str> = self.names.iter().map(|(name, _)| name.as_str()).collect();
        self.stretches
            .finish(&names, ends, home, &mut gathered, ledger);
        found.sleeps = gathered.finish(ledger);
        let worn: Vec<bool> = self.names.iter().map(|(_, worn)| *worn).collect();
        found.steps = self.steps.by_day(&worn, home);
        found
    }
}
