//! Sleep sessions of Google Fit from Google Takeout: `All Sessions/<start>_SLEEP.json`, one sleep a file.
//!
//! The service is gone and the archives are not.
//! The body has instants of Greenwich; only the file's name says on which clock they were read.

use std::io::Read;

use wane_domain::{
    Moment,
    diary::{OffsetCertainty, Stages},
};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    json::{self, Tree},
    ledger::Ledger,
    rules,
    stamps::{self, Stamp},
};

/// Whether a file begins like a session of sleep.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    json::has_words(
        prefix,
        &["\"fitnessActivity\"", "\"sleep\"", "\"startTime\""],
    )
}

/// Reads any number of files.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
}

/// The offset in a name such as `2021-03-04T23_10_00+01_00_SLEEP.json`, whatever the word for sleep is.
fn offset_in(name: &str) -> Option<i32> {
    let last = name.rsplit('/').next()?;
    let date = last.get(..10).and_then(stamps::iso_date);
    // Behind the date and the time of day, whose colons a file's name cannot have.
    let rest = last.get(19..).filter(|_| date.is_some())?;
    let at = rest.find(|one: char| !one.is_ascii_digit() && one != '.')?;
    let offset = rest.get(at..at + 6)?;
    stamps::offset(&offset.replace(['_', '-'], ":").replacen(
        ':',
        "-",
        usize::from(offset.starts_with('-')),
    ))
}

/// What the segments of a session say: how long it was slept, how long not, and the stages.
struct Told {
    asleep: Option<f64>,
    awake: Option<f64>,
    stages: Stages,
}

/// Adds a session's segments up: the union of those asleep without those awake.
/// `None` if it has none that says anything.
fn told(segments: &[Tree], whole: (i64, i64)) -> Option<Told> {
    let mut spans: [Vec<(i64, i64)>; 5] = Default::default();
    for segment in segments {
        let at = |name| segment.get(name).text().and_then(stamps::instant);
        let word = segment.get("fitnessActivity").text().unwrap_or("sleep");
        let slot = match word.trim_start_matches("sleep.") {
            "light" => 0,
            "deep" => 1,
            "rem" => 2,
            "awake" | "out_of_bed" => 3,
            "sleep" | "sleeping" => 4,
            _ => continue,
        };
        if let Some((from, to)) = at("startTime").zip(at("endTime")) {
            let (from, to) = (from.instant.timestamp(), to.instant.timestamp());
            spans[slot].push((from.max(whole.0), to.min(whole.1)));
        }
    }
    if spans.iter().all(Vec::is_empty) {
        return None;
    }
    let [light, deep, rem, awake, plain] = spans;
    let awake = rules::union(&awake);
    let seconds = |spans: &[(i64, i64)]| rules::seconds(&rules::without(spans, &awake));
    let staged = !(light.is_empty() && deep.is_empty() && rem.is_empty());
    let whole_minutes = |seconds: i64| {
        let there = seconds > 0 && staged;
        there
            .then(|| u32::try_from((seconds + 30) / 60).ok())
            .flatten()
    };
    let mut slept = [&light[..], &deep, &rem, &plain].concat();
    if slept.is_empty() {
        // Only the wakings are told; the rest was sleep, as in a session without segments.
        slept.push(whole);
    }
    let awake_seconds = rules::seconds(&awake);
    Some(Told {
        asleep: Some(seconds(&slept) as f64 / 60.0),
        awake: (awake_seconds > 0).then(|| awake_seconds as f64 / 60.0),
        stages: Stages {
            light: whole_minutes(seconds(&light)),
            deep: whole_minutes(seconds(&deep)),
            rem: whole_minutes(seconds(&rem)),
            awake: whole_minutes(awake_seconds),
            asleep: whole_minutes(seconds(&plain)),
            ..Stages::default()
        },
    })
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
        }
    }

    fn session(
        &mut self,
        session: &Tree,
        place: Place<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), (&'static str, Why)> {
        if session.get("fitnessActivity").text() != Some("sleep") {
            return Err(("fitnessActivity", Why::NotKept));
        }
        let home = self.settings.home_zone;
        let at = |name: &'static str| {
            let text = session.get(name).text().ok_or((name, Why::MissingField))?;
            stamps::instant(text).ok_or((name, Why::NotADate))
        };
        let (start, end) = (at("startTime")?, at("endTime")?);
        let stated = start.offset.or_else(|| offset_in(place.file));
        let zone = stated
            .and_then(|offset| rules::zone_for_sleep(start.instant, end.instant, offset, home));
        let moment = |stamp: Stamp| Moment::new(stamp.instant, zone.unwrap_or(home));
        let (from, to) = (moment(start), moment(end));
        let certainty = match zone {
            Some(_) => OffsetCertainty::Stated,
            None => OffsetCertainty::InstantOnly,
        };
        let whole = (from.instant.timestamp(), to.instant.timestamp());
        let key = whole.0.to_string();
        let elapsed = rules::elapsed_minutes(&from, &to);
        let sleep = match told(session.get("segment").items(), whole) {
            Some(told) => Sleep {
                asleep: told.asleep,
                awake: told.awake,
                in_bed: InBed::Minutes(elapsed),
                stages: told.stages,
                ..Sleep::new(key, from, to, certainty)
            },
            // A session without segments is sleep from end to end by its own account.
            None => Sleep {
                asleep: Some(elapsed),
                ..Sleep::new(key, from, to, certainty)
            },
        };
        self.gathered
            .add(sleep, ("startTime", "endTime"), place, ledger);
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
        let tree = json::tree(file, data)?;
        let sessions = match &tree {
            Tree::List(sessions) => sessions.as_slice(),
            session => std::slice::from_ref(session),
        };
        for (session, line) in sessions.iter().zip(1..) {
            self.gathered.see(file)?;
            ledger.count("sessions", 1);
            if let Err((column, why)) = self.session(session, Place { file, line }, ledger) {
                ledger.skip(file, What::Row, Some(column), why, Some(line));
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::GoogleFit, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found
    }
}
