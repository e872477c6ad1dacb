//! Sleep records of Open mHealth and IEEE 1752: `sleep-episode`, `sleep-duration`, `total-sleep-time`, each alone, in a
//! data point with its header, or in a list of either.

use std::io::Read;

use wane_domain::diary::{SleepKind, Stages};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    json::{self, Tree},
    ledger::Ledger,
    rules,
    stamps::{self, Stamp},
};

const SUBJECTS: [&str; 3] = [
    "\"sleep_duration\"",
    "\"total_sleep_time\"",
    "\"sleep_episode\"",
];

/// Whether a file begins like a record that tells of sleep.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let framed = json::has_words(prefix, &["\"effective_time_frame\""]);
    let named = |name: &str| json::has_words(prefix, &[name]);
    SUBJECTS.into_iter().any(named) || (framed && named("\"is_main_sleep\""))
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
fn frame(value: &Tree) -> Result<(Stamp, Stamp), (&'static str, Why)> {
    const FRAME: &str = "effective_time_frame";
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

/// Reads any number of files.
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

    /// A record as a sleep; `None` if it is sound and no single sleep.
    fn sleep(
        &self,
        record: &Tree,
        home: chrono_tz::Tz,
    ) -> Result<Option<Sleep>, (&'static str, Why)> {
        let body = match record.get("body") {
            Tree::Null => record,
            body => body,
        };
        let body = match body.get("sleep_episode") {
            Tree::Null => body,
            episode => episode,
        };
        let (name, is_episode) = if body.has("sleep_duration") {
            ("sleep_duration", false)
        } else {
            (
                "total_sleep_time",
                body.has("is_main_sleep")
                    || body.has("latency_to_sleep_onset")
                    || body.has("sleep_maintenance_efficiency_percentage"),
            )
        };
        let length = |name: &'static str| minutes(body.get(name)).map_err(|why| (name, why));
        let asleep = length(name)?;
        if asleep.is_none() && !is_episode {
            return Err((name, Why::MissingField));
        }
        let (start, end) = frame(body.get("effective_time_frame"))?;
        if body.has("descriptive_statistic") {
            return Ok(None);
        }
        let awake = length("wake_after_sleep_onset")?;
        let whole = |name: &'static str| {
            Ok::<_, (&'static str, Why)>(length(name)?.map(|minutes| minutes.round() as u32))
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
        Ok(Some(Sleep {
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
        }))
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let tree = json::tree(file, data)?;
        let alone = !matches!(tree, Tree::List(_));
        let records = match &tree {
            Tree::List(records) => records.as_slice(),
            record => std::slice::from_ref(record),
        };
        let home = self.settings.home_zone;
        for (record, line) in records.iter().zip(1..) {
            self.gathered.see(file)?;
            ledger.count("records", 1);
            match self.sleep(record, home) {
                Ok(Some(sleep)) => {
                    let ends = ("start_date_time", "end_date_time");
                    self.gathered.add(sleep, ends, Place { file, line }, ledger);
                }
                // A mean over many nights is none of them.
                Ok(None) => ledger.skip(
                    file,
                    What::Row,
                    Some("descriptive_statistic"),
                    Why::NotMeasured,
                    Some(line),
                ),
                Err((what, _)) if alone => {
                    return Err(ReadError::Malformed {
                        file: file.to_owned(),
                        what,
                    });
                }
                Err((column, why)) => ledger.skip(file, What::Row, Some(column), why, Some(line)),
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::OpenMHealth, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found
    }
}
