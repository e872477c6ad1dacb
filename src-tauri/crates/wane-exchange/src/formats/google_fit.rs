//! Sleep sessions of Google Fit from Google Takeout: `All Sessions/<start>_SLEEP.json`, one sleep a file.
//!
//! The service is gone and the archives are not.
//! The body has instants of Greenwich; only the file's name says on which clock they were read.

use std::io::Read;

use wane_domain::diary::Stages;

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, Place, Sleep},
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

/// The offset in a name such as `2021-03-04T23_10_00+01_00_SLEEP.json`.
fn offset_in(name: &str) -> Option<i32> {
    let last = name.rsplit('/').next()?;
    let stamp = last.strip_suffix("_SLEEP.json")?;
    let at = stamp.rfind(['+', '-']).filter(|at| *at > 10)?;
    stamps::offset(&stamp[at..].replace('_', ":"))
}

/// Minutes by stage of the segments, if a session has any.
fn stages(segments: &[Tree]) -> Stages {
    let mut spans: [Vec<(i64, i64)>; 4] = Default::default();
    for segment in segments {
        let at = |name| segment.get(name).text().and_then(stamps::instant);
        let slot = match segment.get("fitnessActivity").text() {
            Some("sleep.light") => 0,
            Some("sleep.deep") => 1,
            Some("sleep.rem") => 2,
            Some("sleep.awake" | "awake") => 3,
            _ => continue,
        };
        if let Some((from, to)) = at("startTime").zip(at("endTime")) {
            spans[slot].push((from.instant.timestamp(), to.instant.timestamp()));
        }
    }
    let [light, deep, rem, awake] = spans.map(|spans| {
        let seconds = rules::seconds(&rules::union(&spans));
        (seconds > 0)
            .then(|| u32::try_from((seconds + 30) / 60).ok())
            .flatten()
    });
    Stages {
        light,
        deep,
        rem,
        awake,
        ..Stages::default()
    }
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
        let offset = offset_in(place.file);
        let at = |name: &'static str| {
            let text = session.get(name).text().ok_or((name, Why::MissingField))?;
            let stamp = stamps::instant(text).ok_or((name, Why::NotADate))?;
            Ok(Stamp {
                offset: stamp.offset.or(offset),
                ..stamp
            })
        };
        let (start, end) = (at("startTime")?, at("endTime")?);
        let stages = stages(session.get("segment").items());
        let parts = [stages.light, stages.deep, stages.rem];
        let asleep = parts.into_iter().flatten().reduce(|a, b| a + b);
        let (from, to) = (start.moment(home), end.moment(home));
        let key = from.instant.timestamp().to_string();
        let sleep = Sleep {
            // A session without stages is sleep from end to end by its own account.
            asleep: Some(asleep.map_or_else(|| rules::elapsed_minutes(&from, &to), f64::from)),
            awake: stages.awake.map(f64::from),
            stages,
            ..Sleep::new(key, from, to, end.certainty())
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
