//! `export.xml` of Apple Health, alone or in the archive the phone gives out.
//!
//! There are no nights in it, only stretches: in bed, asleep, a stage, awake, told by a phone, a watch and any number of
//! apps, at once.
//! Every stamp is printed with the offset the phone had when it wrote the file, so the printed clock is wrong for half
//! of the year and on every journey: only the instants count.

mod attributes;
mod tags;
mod topic;
mod workout;

use std::{collections::HashMap, io::Read};

use chrono_tz::Tz;
use memchr::memmem;

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::Gathered,
    ledger::Ledger,
    measured::{
        exercise::{Refused, Workouts},
        heart::Hearts,
        steps::{Preferred, Steps},
    },
    stamps::{self, OneAfterAnother},
    stretches::{Phase, Segment, Stretches},
};
use attributes::{Beginnings, meant};
use tags::{Kind, Tags};
use topic::Topic;

/// The attributes of a record that are read.
const NAMES: [&str; 6] = [
    "startDate",
    "endDate",
    "value",
    "sourceName",
    "device",
    "type",
];

/// Where among them the name of the source is, and what they are where it has its oldest name.
const SOURCE: usize = 3;
const OLDEST_NAMES: [&str; 6] = ["startDate", "endDate", "value", "source", "device", "type"];

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
    /// Whether it has nothing more to say.
    is_closed: bool,
}

/// What a record tells that is not simply counted.
enum Told {
    Nothing,
    Stretch(Segment),
    /// Nothing, and why: of what, and in which attribute, if one was the reason.
    Refused(What, Option<&'static str>, Why),
}

/// Reads exports.
pub(crate) struct Reader {
    settings: Settings,
    stretches: Stretches,
    steps: Steps,
    hearts: Hearts,
    workouts: Workouts,
    sources: HashMap<String, usize>,
    /// The sources as they stand in the file, so that a name is understood only once.
    spelled: HashMap<Vec<u8>, usize>,
    names: Vec<(String, bool)>,
    clock: OneAfterAnother,
    /// Records of the topics of which there are hundreds of thousands.
    taken: Taken,
}

/// How many records were taken in.
#[derive(Default)]
struct Taken {
    steps: u64,
    heart: u64,
}

/// What a record says, as it stands there.
struct Said<'t> {
    start: Option<&'t [u8]>,
    end: Option<&'t [u8]>,
    value: Option<&'t [u8]>,
    name: &'t [u8],
    device: Option<&'t [u8]>,
}

impl Said<'_> {
    /// Start and end, in seconds of 1970's count.
    fn ends(&self, clock: &mut OneAfterAnother) -> Result<(i64, i64), Refused> {
        Ok((
            seconds(self.start, "startDate", clock)?,
            seconds(self.end, "endDate", clock)?,
        ))
    }

    /// A finite number.
    fn number(&self) -> Result<f64, Refused> {
        self.value
            .and_then(|value| whole(value).or_else(|| meant(value).parse().ok()))
            .filter(|value| value.is_finite())
            .ok_or(("value", Why::NotANumber))
    }
}

/// A number of digits alone, as most values are.
fn whole(text: &[u8]) -> Option<f64> {
    let digits = (1..=9).contains(&text.len()) && text.iter().all(u8::is_ascii_digit);
    let number = |sum: u32, digit: &u8| sum * 10 + u32::from(digit - b'0');
    digits.then(|| text.iter().fold(0, number).into())
}

/// A stamp, in seconds of 1970's count.
fn seconds(
    stamp: Option<&[u8]>,
    name: &'static str,
    clock: &mut OneAfterAnother,
) -> Result<i64, Refused> {
    let elsewhere = |stamp| {
        let text = meant(stamp);
        let stamp = stamps::instant(&text).or_else(|| stamps::in_one_piece(&text));
        stamp.map(|stamp| stamp.instant.timestamp())
    };
    stamp
        .and_then(|stamp| clock.seconds(stamp).or_else(|| elsewhere(stamp)))
        .ok_or((name, Why::NotADate))
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            stretches: Stretches::default(),
            steps: Steps::default(),
            hearts: Hearts::default(),
            workouts: Workouts::default(),
            sources: HashMap::new(),
            spelled: HashMap::new(),
            names: Vec::new(),
            clock: OneAfterAnother::default(),
            taken: Taken::default(),
        }
    }

    /// The number of a source.
    fn source(&mut self, said: &Said<'_>, file: &str) -> Result<usize, ReadError> {
        if let Some(&known) = self.spelled.get(said.name) {
            return Ok(known);
        }
        let number = self.find_source(said, file)?;
        if self.spelled.len() < MAX_SOURCES {
            self.spelled.insert(said.name.to_owned(), number);
        }
        Ok(number)
    }

    fn find_source(&mut self, said: &Said<'_>, file: &str) -> Result<usize, ReadError> {
        let name: String = meant(said.name)
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
        let device = said.device.map(meant).unwrap_or_default();
        let worn = name.contains("Watch") || device.contains("Watch");
        let number = self.names.len();
        self.sources.insert(name.clone(), number);
        self.names.push((name, worn));
        Ok(number)
    }

    /// Takes a record in; of sleep it gives back the stretch, which may go on to name its zone.
    fn record(
        &mut self,
        topic: Topic,
        said: &Said<'_>,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<Told, ReadError> {
        let told = match topic {
            Topic::Sleep => {
                let source = self.source(said, file)?;
                return Ok(match stretch(said, source, &mut self.clock, ledger) {
                    Ok(segment) => Told::Stretch(segment),
                    Err((field, why)) => Told::Refused(What::Row, Some(field), why),
                });
            }
            Topic::Steps => {
                let source = self.source(said, file)?;
                self.count_steps(said, source)
            }
            Topic::Heart => self.hear(said),
            Topic::Resting => self.rest(said, ledger),
            Topic::Counted(name) => {
                ledger.count(name, 1);
                Ok(())
            }
            Topic::Other => Ok(()),
        };
        if let Some(max) = self.steps.too_many().or(self.hearts.too_many()) {
            return Err(ReadError::TooMany {
                file: file.to_owned(),
                max,
            });
        }
        Ok(match told {
            Ok(()) => Told::Nothing,
            Err((field @ "value", why)) => Told::Refused(What::Value, Some(field), why),
            Err((field, why)) => Told::Refused(What::Row, Some(field), why),
        })
    }

    fn count_steps(&mut self, said: &Said<'_>, source: usize) -> Result<(), Refused> {
        let (from, to) = said.ends(&mut self.clock)?;
        let count = said.number()?;
        if !(0.0..1e7).contains(&count) {
            return Err(("value", Why::NotANumber));
        }
        if !self.steps.add(source, from, to, count) {
            return Err(("endDate", Why::TooLong));
        }
        self.taken.steps += 1;
        Ok(())
    }

    fn hear(&mut self, said: &Said<'_>) -> Result<(), Refused> {
        let at = seconds(said.start, "startDate", &mut self.clock)?;
        if !self.hearts.reading(at, said.number()?) {
            return Err(("value", Why::OutOfRange));
        }
        self.taken.heart += 1;
        Ok(())
    }

    fn rest(&mut self, said: &Said<'_>, ledger: &mut Ledger) -> Result<(), Refused> {
        let (from, to) = said.ends(&mut self.clock)?;
        let home = self.settings.home_zone;
        if !self.hearts.resting_at(from, to, said.number()?, home) {
            return Err(("value", Why::OutOfRange));
        }
        ledger.count("resting_heart_rates", 1);
        Ok(())
    }

    /// Takes the workout in that it stands on, with what the workout says about itself.
    fn take_workout<R: Read>(
        &mut self,
        tags: &mut Tags<R>,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let line = tags.line();
        let Some(tag) = tags.tag(workout::NAMES)? else {
            ledger.skip(file, What::Row, None, Why::NotARecord, Some(line));
            return Ok(());
        };
        let said = workout::Said::of(tag.values);
        let source = self.source(&said.record, file)?;
        let name = &self.names[source].0;
        let mut told = said.workout(name, self.settings.home_zone, &mut self.clock);
        if !tag.is_closed
            && let Some(zone) = workout::zone(tags)?
        {
            told = told.map(|workout| workout::read_in(workout, zone));
        }
        self.workouts.take(told, (file, line), ledger)
    }

    /// Reads the record it stands on.
    fn take_record<R: Read>(
        &mut self,
        tags: &mut Tags<R>,
        beginnings: &mut Beginnings<{ NAMES.len() }>,
        topic: Option<Topic>,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<Option<Open>, ReadError> {
        let tag = match tags.tag_alike(beginnings)? {
            Some(tag) if tag.values[SOURCE].is_none() => tags.again(OLDEST_NAMES),
            tag => tag,
        };
        let told = match tag {
            Some(tag) => {
                let [start, end, value, name, device, kind] = tag.values;
                let topic = topic.unwrap_or_else(|| {
                    kind.map_or(Topic::Other, |kind| Topic::of(meant(kind).as_bytes()))
                });
                let said = Said {
                    start,
                    end,
                    value,
                    name: name.unwrap_or_default(),
                    device,
                };
                let told = self.record(topic, &said, file, ledger)?;
                (told, tag.is_closed)
            }
            None => (Told::Refused(What::Row, None, Why::NotARecord), true),
        };
        // Lines are counted only where somebody wants to know.
        match told {
            (Told::Nothing, _) => Ok(None),
            (Told::Stretch(segment), is_closed) => Ok(Some(Open {
                segment,
                line: tags.line(),
                is_closed,
            })),
            (Told::Refused(what, field, why), _) => {
                ledger.skip(file, what, field, why, Some(tags.line()));
                Ok(None)
            }
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
        let mut beginnings = Beginnings::new(NAMES, &["creationDate", "startDate"]);
        let mut open: Option<Open> = None;
        let mut inside = false;
        let mut records = 0;
        let mut complete = false;
        while let Some(kind) = tags.next(Topic::of)? {
            match kind {
                Kind::Record(_) if inside => tags.step(),
                Kind::Record(Some(topic @ (Topic::Other | Topic::Counted(_)))) => {
                    self.keep(&mut open, file, ledger)?;
                    records += 1;
                    if let Topic::Counted(name) = topic {
                        ledger.count(name, 1);
                    }
                    tags.step();
                }
                Kind::Record(topic) => {
                    self.keep(&mut open, file, ledger)?;
                    records += 1;
                    open = self.take_record(&mut tags, &mut beginnings, topic, file, ledger)?;
                    if open.as_ref().is_some_and(|open| open.is_closed) {
                        self.keep(&mut open, file, ledger)?;
                    }
                }
                Kind::Metadata => {
                    let Some(there) = &mut open else {
                        tags.step();
                        continue;
                    };
                    there.segment.zone = zone(&mut tags)?.or(there.segment.zone);
                }
                Kind::RecordEnd => {
                    self.keep(&mut open, file, ledger)?;
                    tags.step();
                }
                Kind::Correlation => {
                    self.keep(&mut open, file, ledger)?;
                    inside = tags.tag([])?.is_some_and(|tag| !tag.is_closed);
                }
                Kind::CorrelationEnd => {
                    inside = false;
                    tags.step();
                }
                Kind::Workout => {
                    self.keep(&mut open, file, ledger)?;
                    self.take_workout(&mut tags, file, ledger)?;
                }
                Kind::WorkoutEnd => tags.step(),
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
        for (name, count) in [
            ("step_records", self.taken.steps),
            ("heart_rate_readings", self.taken.heart),
        ] {
            if count > 0 {
                ledger.count(name, count);
            }
        }
        found.steps = self.steps.by_day(Preferred::Worn(&worn), home);
        found.heart = self.hearts.by_day(&found.sleeps);
        found.workouts = self.workouts.finish(ledger);
        found
    }
}

/// The zone that the metadata it stands on names, if it names one.
fn zone<R: Read>(tags: &mut Tags<R>) -> Result<Option<Tz>, ReadError> {
    Ok(match tags.tag(["key", "value"])?.map(|tag| tag.values) {
        Some([Some(b"HKTimeZone"), Some(zone)]) => meant(zone).parse().ok(),
        _ => None,
    })
}

/// The stretch a record of sleep tells of.
fn stretch(
    said: &Said<'_>,
    source: usize,
    clock: &mut OneAfterAnother,
    ledger: &mut Ledger,
) -> Result<Segment, Refused> {
    let (from, to) = said.ends(clock)?;
    ledger.count("sleep_records", 1);
    let value = said.value.map(meant).unwrap_or_default();
    let phase = Phase::of(&value).ok_or(("value", Why::UnknownWord))?;
    if from >= to {
        return Err(("endDate", Why::EndsBeforeStart));
    }
    Ok(Segment {
        source,
        phase,
        from,
        to,
        zone: None,
    })
}
