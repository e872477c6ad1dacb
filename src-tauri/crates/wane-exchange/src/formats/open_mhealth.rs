//! Sleep records of Open mHealth and IEEE 1752: `sleep-episode`, `sleep-duration`, `total-sleep-time`, each alone, in a
//! data point with its header, in a list of either, in the envelope of Shimmer, or one a line.

use std::io::Read;

use wane_domain::diary::{SleepKind, Stages};

use crate::{
    Format, Found, FoundDuration, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    json::{self, Document, Tree},
    ledger::Ledger,
    rules,
    stamps::{self, Stamp},
};

const SUBJECTS: [&str; 3] = [
    "\"sleep_duration\"",
    "\"total_sleep_time\"",
    "\"sleep_episode\"",
];

/// The name of the schema of an episode, and what only an episode tells.
const EPISODE: &str = "sleep-episode";
const OF_EPISODES: [&str; 4] = [
    "is_main_sleep",
    "latency_to_sleep_onset",
    "sleep_efficiency_percentage",
    "sleep_maintenance_efficiency_percentage",
];

const FRAME: &str = "effective_time_frame";

/// Whether a file begins like a record that tells of sleep.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let named = |name: &str| json::has_words(prefix, &[name]);
    let mut of_episodes = OF_EPISODES.iter().chain([&EPISODE]);
    SUBJECTS.into_iter().any(named)
        || (named(&format!("\"{FRAME}\"")) && of_episodes.any(|name| named(&format!("\"{name}\""))))
}

/// Minutes of a length with its unit; `Err` if it is none the standard knows.
fn minutes(value: &Tree) -> Result<Option<f64>, Why> {
    if *value == Tree::Null {
        return Ok(None);
    }
    let number = value.get("value").number().ok_or(Why::NotANumber)?;
    let unit = match value.get("unit").text() {
        Some("ms") => 1.0 / 60_000.0,
        Some("sec") => 1.0 / 60.0,
        Some("min") => 1.0,
        Some("h") => 60.0,
        Some("d") => 1440.0,
        _ => return Err(Why::UnknownWord),
    };
    let minutes = number * unit;
    if (0.0..1e6).contains(&minutes) {
        Ok(Some(minutes))
    } else {
        Err(Why::OutOfRange)
    }
}

/// Start and end of a time frame.
fn frame(value: &Tree) -> Result<(Stamp, Stamp), Refused> {
    if *value == Tree::Null {
        return Err((FRAME, Why::MissingField));
    }
    let interval = value.get("time_interval");
    if *interval == Tree::Null {
        return Err((FRAME, Why::NoInterval));
    }
    let stamp = |name: &'static str| match interval.get(name) {
        Tree::Null => Ok(None),
        there => {
            let stamp = there.text().and_then(stamps::instant);
            stamp.map(Some).ok_or((name, Why::NotADate))
        }
    };
    let length = minutes(interval.get("duration")).map_err(|why| ("duration", why))?;
    let later = |stamp: Stamp, minutes: f64| {
        let milli = (minutes * 60_000.0).round() as i64;
        let instant = stamp
            .instant
            .checked_add_signed(chrono::Duration::milliseconds(milli));
        instant
            .map(|instant| Stamp { instant, ..stamp })
            .ok_or(("duration", Why::DateOutOfRange))
    };
    match (stamp("start_date_time")?, stamp("end_date_time")?, length) {
        (Some(start), Some(end), _) => Ok((start, end)),
        (Some(start), None, Some(length)) => Ok((start, later(start, length)?)),
        (None, Some(end), Some(length)) => Ok((later(end, -length)?, end)),
        _ => Err((FRAME, Why::NoInterval)),
    }
}

/// Why a record tells of no sleep: the field that was the reason, and the reason.
type Refused = (&'static str, Why);

/// What a record tells.
enum Told {
    Sleep(Box<Sleep>),
    /// How long somebody slept on a day, and not when.
    Duration(FoundDuration),
    /// A mean over many nights, which is none of them.
    Mean,
}

/// The records of a document: it is one, or a list of them; what another program handed out may lie in the body of its
/// envelope.
fn records(document: &Tree) -> impl Iterator<Item = &Tree> {
    let outer = match document {
        Tree::List(records) => records.as_slice(),
        record => std::slice::from_ref(record),
    };
    outer.iter().flat_map(|record| match record.get("body") {
        Tree::List(inner) => inner.as_slice(),
        _ => std::slice::from_ref(record),
    })
}

/// Reads any number of files.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
    durations: Vec<FoundDuration>,
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
            durations: Vec::new(),
        }
    }

    /// What a record tells.
    fn told(&self, record: &Tree) -> Result<Told, Refused> {
        let home = self.settings.home_zone;
        let body = match record.get("body") {
            Tree::Null => record,
            body => body,
        };
        let body = match body.get("sleep_episode") {
            Tree::Null => body,
            episode => episode,
        };
        let schema = record.get("header").get("schema_id").get("name").text();
        let (name, is_episode) = if body.has("sleep_duration") {
            ("sleep_duration", false)
        } else {
            let tells = OF_EPISODES.iter().any(|name| body.has(name));
            ("total_sleep_time", tells || schema == Some(EPISODE))
        };
        let length = |name: &'static str| minutes(body.get(name)).map_err(|why| (name, why));
        let asleep = length(name)?;
        if asleep.is_none() && !is_episode {
            return Err((name, Why::MissingField));
        }
        let (start, end) = frame(body.get(FRAME))?;
        if body.has("descriptive_statistic") {
            return Ok(Told::Mean);
        }
        let awake = length("wake_after_sleep_onset")?;
        let whole = |name: &'static str| {
            Ok::<_, Refused>(length(name)?.map(|minutes| minutes.round() as u32))
        };
        let stages = Stages {
            deep: whole("deep_sleep_duration")?,
            light: whole("light_sleep_duration")?,
            rem: whole("rem_sleep_duration")?,
            ..Stages::default()
        };
        let id = record
            .get("header")
            .get("id")
            .text()
            .or_else(|| record.get("header").get("uuid").text());
        let (from, to) = (start.moment(home), end.moment(home));
        let key = id.map_or_else(
            || rules::fallback_key(&from.instant.to_rfc3339(), &to.instant.to_rfc3339()),
            str::to_owned,
        );
        let sleep = Sleep {
            kind: match body.get("is_main_sleep").truth() {
                Some(true) => Some(SleepKind::Night),
                Some(false) => Some(SleepKind::Nap),
                None => None,
            },
            asleep,
            awake,
            in_bed: InBed::Minutes(rules::elapsed_minutes(&from, &to)),
            stages,
            ..Sleep::new(key, from, to, end.certainty())
        };
        Ok(match sleep.only_length(start, end, home) {
            Some(duration) => Told::Duration(duration),
            None => Told::Sleep(Box::new(sleep)),
        })
    }

    /// Takes a record in, or says why not.
    fn take(
        &mut self,
        record: &Tree,
        place: Place<'_>,
        ledger: &mut Ledger,
    ) -> Result<Result<(), Refused>, ReadError> {
        self.gathered.see(place.file)?;
        ledger.count("records", 1);
        let told = match self.told(record) {
            Ok(told) => told,
            Err(refused) => return Ok(Err(refused)),
        };
        let left_out = match told {
            Told::Sleep(sleep) => {
                let ends = ("start_date_time", "end_date_time");
                self.gathered.add(*sleep, ends, place, ledger);
                return Ok(Ok(()));
            }
            Told::Duration(duration) => {
                self.durations.push(duration);
                (FRAME, Why::NoInterval)
            }
            Told::Mean => ("descriptive_statistic", Why::NotMeasured),
        };
        let (column, why) = left_out;
        ledger.skip(place.file, What::Row, Some(column), why, Some(place.line));
        Ok(Ok(()))
    }

    /// As [`Reader::take`], of one of several records: the others are none the worse if it tells nothing.
    fn take_one(
        &mut self,
        record: &Tree,
        place: Place<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        if let Err((column, why)) = self.take(record, place, ledger)? {
            ledger.skip(place.file, What::Row, Some(column), why, Some(place.line));
        }
        Ok(())
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        json::each_document(file, data, |document| match document {
            Document::Alone(document) => {
                let is_one = records(&document).any(|record| std::ptr::eq(record, &document));
                if is_one {
                    let taken = self.take(&document, Place { file, line: 1 }, ledger)?;
                    return taken.map_err(|(what, _)| ReadError::Malformed {
                        file: file.to_owned(),
                        what,
                    });
                }
                for (record, line) in records(&document).zip(1..) {
                    self.take_one(record, Place { file, line }, ledger)?;
                }
                Ok(())
            }
            Document::OnLine(line, document) => {
                for record in records(&document) {
                    self.take_one(record, Place { file, line }, ledger)?;
                }
                Ok(())
            }
            Document::Broken(line) => {
                ledger.skip(file, What::Row, None, Why::NotARecord, Some(line));
                Ok(())
            }
        })
    }

    fn finish(mut self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::OpenMHealth, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        self.durations.sort_by_key(|duration| duration.date);
        found.durations = self.durations;
        found
    }
}
