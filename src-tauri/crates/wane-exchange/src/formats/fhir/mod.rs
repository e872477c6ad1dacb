//! Observations of FHIR R4, alone, in a bundle, in a list, or one a line: sleep, and what is measured all day.
//!
//! Of the published codes for sleep stages several contradict each other, so only those are taken whose meaning is
//! beyond doubt: LOINC 93832-4 for how long somebody slept, SNOMED's "asleep", and the words of the personal health
//! record guide, which are Apple's.

mod all_day;

use std::{collections::HashMap, io::Read};

use wane_domain::diary::{SleepKind, Stages};

use crate::{
    Format, Found, FoundDuration, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    json::{self, Document, Tree},
    ledger::Ledger,
    measured::exercise::Refused,
    rules,
    stamps::{self, Stamp},
    stretches::{Phase, Segment, Stretches},
};
use all_day::AllDay;

const LOINC: &str = "http://loinc.org";
const SLEEP_DURATION: &str = "93832-4";
const SNOMED: &str = "http://snomed.info/sct";
const SLEEP: &str = "258158006";
const ASLEEP: &str = "248220008";
const EPISODE: &str = "sleepEpisode";
const ANALYSIS: &str = "sleepAnalysis";
/// Where it stands from when to when an observation was made, and where at what time.
const PERIOD: &str = "effectivePeriod";
const AT: &str = "effectiveDateTime";
const QUANTITY: &str = "valueQuantity";

/// Whether a file begins like an observation, or like a bundle, in which they may come later.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let resource = |name: &str| json::has_words(prefix, &["\"resourceType\"", name]);
    resource("\"Observation\"") || resource("\"Bundle\"")
}

/// Whether one of a concept's codes is this one; a code without a system counts if no system is asked for.
fn is_coded(concept: &Tree, system: Option<&str>, code: &str) -> bool {
    concept.get("coding").items().iter().any(|coding| {
        let same = coding.get("code").text() == Some(code);
        same && system.is_none_or(|system| coding.get("system").text() == Some(system))
    })
}

/// Minutes of a quantity, by its UCUM code or its unit.
fn minutes(quantity: &Tree) -> Option<f64> {
    let unit = quantity
        .get("code")
        .text()
        .or_else(|| quantity.get("unit").text())?;
    let value = quantity.get("value").number()?;
    let minutes = match unit {
        "h" | "hr" | "hour" | "hours" => value * 60.0,
        "min" | "minute" | "minutes" => value,
        "s" | "sec" | "seconds" => value / 60.0,
        "d" => value * 1440.0,
        _ => return None,
    };
    (0.0..1e6).contains(&minutes).then_some(minutes)
}

/// What its own system calls an observation.
fn key_of(seen: &Tree) -> Option<&str> {
    let identifier = seen.get("identifier").items().first();
    identifier
        .and_then(|one| one.get("value").text())
        .or_else(|| seen.get("id").text())
}

/// The device that measured.
fn device_of(seen: &Tree) -> Option<&str> {
    let device = seen.get("device");
    let display = device.get("display").text();
    display
        .or_else(|| device.get("reference").text())
        .filter(|name| !name.is_empty())
}

/// From when to when an observation was made.
fn period(seen: &Tree) -> Result<(Stamp, Stamp), Refused> {
    let period = seen.get(PERIOD);
    if *period == Tree::Null {
        return Err((PERIOD, Why::NoInterval));
    }
    let stamp = |name| match period.get(name) {
        Tree::Null => Err((PERIOD, Why::NoInterval)),
        there => there
            .text()
            .and_then(stamps::instant)
            .ok_or((PERIOD, Why::NotADate)),
    };
    Ok((stamp("start")?, stamp("end")?))
}

/// How long somebody slept: the observation's own quantity, or that of its part with the same code.
fn slept(seen: &Tree) -> Result<f64, Refused> {
    let parts = seen.get("component").items().iter();
    let part = parts
        .filter(|part| is_coded(part.get("code"), Some(LOINC), SLEEP_DURATION))
        .map(|part| part.get(QUANTITY))
        .find(|quantity| **quantity != Tree::Null);
    let own = seen.get(QUANTITY);
    let quantity = if *own == Tree::Null { part } else { Some(own) };
    let quantity = quantity.ok_or((QUANTITY, Why::MissingField))?;
    minutes(quantity).ok_or((QUANTITY, Why::NotANumber))
}

/// Reads any number of files.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
    stretches: Stretches,
    all_day: AllDay,
    sources: HashMap<String, usize>,
    durations: Vec<FoundDuration>,
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
            stretches: Stretches::default(),
            all_day: AllDay::default(),
            sources: HashMap::new(),
            durations: Vec::new(),
        }
    }

    fn resource(
        &mut self,
        resource: &Tree,
        file: &str,
        line: u64,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        match resource.get("resourceType").text() {
            Some("Bundle") => {
                for (entry, line) in resource.get("entry").items().iter().zip(1..) {
                    // A bundle within a bundle is no export.
                    let inner = entry.get("resource");
                    if inner.get("resourceType").text() == Some("Observation") {
                        self.observation(inner, file, line, ledger)?;
                    }
                }
                Ok(())
            }
            Some("Observation") => self.observation(resource, file, line, ledger),
            _ => Ok(()),
        }
    }

    fn observation(
        &mut self,
        seen: &Tree,
        file: &str,
        line: u64,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        self.gathered.see(file)?;
        ledger.count("observations", 1);
        let void = matches!(
            seen.get("status").text(),
            Some("entered-in-error" | "cancelled")
        );
        let taken = if void {
            Err(("status", Why::NotMeasured))
        } else {
            self.taken(seen, file, line, ledger)?
        };
        if let Err((column, why)) = taken {
            ledger.skip(file, What::Row, Some(column), why, Some(line));
        }
        Ok(())
    }

    fn taken(
        &mut self,
        seen: &Tree,
        file: &str,
        line: u64,
        ledger: &mut Ledger,
    ) -> Result<Result<(), Refused>, ReadError> {
        let code = seen.get("code");
        let place = Place { file, line };
        if is_coded(code, Some(LOINC), SLEEP_DURATION) {
            let asleep = match slept(seen) {
                Ok(asleep) => asleep,
                Err(refused) => return Ok(Err(refused)),
            };
            return Ok(match period(seen) {
                Ok((start, end)) => {
                    let mut sleep = self.new_sleep(seen, start, end);
                    sleep.asleep = Some(asleep);
                    self.keep(sleep, (start, end), place, ledger)
                }
                Err(_) => self.duration(seen, asleep),
            });
        }
        if is_coded(code, None, EPISODE) {
            return Ok(period(seen).and_then(|(start, end)| {
                let sleep = self.episode(seen, start, end);
                self.keep(sleep, (start, end), place, ledger)
            }));
        }
        if let Some(kind) = all_day::Kind::of(code) {
            let source = self.source(seen);
            let home = self.settings.home_zone;
            let told_by = (source, key_of(seen));
            return self.all_day.take(kind, seen, told_by, &place, home, ledger);
        }
        let snomed = is_coded(code, Some(SNOMED), SLEEP);
        if !snomed && !is_coded(code, None, ANALYSIS) {
            return Ok(Err(("code", Why::NotKept)));
        }
        let value = seen.get("valueCodeableConcept");
        let phase = if snomed {
            is_coded(value, Some(SNOMED), ASLEEP).then_some(Phase::Asleep)
        } else {
            let codings = value.get("coding").items().iter();
            codings
                .filter_map(|coding| coding.get("code").text())
                .find_map(phase)
        };
        let Some(phase) = phase else {
            return Ok(Err(("valueCodeableConcept", Why::UnknownWord)));
        };
        let (start, end) = match period(seen) {
            Ok(period) => period,
            Err(refused) => return Ok(Err(refused)),
        };
        let (from, to) = (start.instant.timestamp(), end.instant.timestamp());
        if from >= to {
            return Ok(Err((PERIOD, Why::EndsBeforeStart)));
        }
        let source = self.source(seen);
        let zone = end
            .offset
            .and_then(|offset| rules::zone_for(end.instant, offset, self.settings.home_zone));
        let segment = Segment {
            source,
            phase,
            from,
            to,
            zone,
        };
        self.stretches.add(segment, file, line, ledger)?;
        Ok(Ok(()))
    }

    /// The number of the device that measured.
    fn source(&mut self, seen: &Tree) -> usize {
        let name = device_of(seen).unwrap_or_default();
        let next = self.sources.len();
        *self.sources.entry(name.to_owned()).or_insert(next)
    }

    /// Keeps a sleep; one of a whole day, of which only a part was slept, is a length without times.
    fn keep(
        &mut self,
        sleep: Sleep,
        (start, end): (Stamp, Stamp),
        place: Place<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), Refused> {
        let home = self.settings.home_zone;
        if let Some(duration) = sleep.only_length(start, end, home) {
            self.durations.push(duration);
            return Err((PERIOD, Why::NoInterval));
        }
        self.gathered.add(sleep, (PERIOD, PERIOD), place, ledger);
        Ok(())
    }

    fn new_sleep(&self, seen: &Tree, start: Stamp, end: Stamp) -> Sleep {
        let home = self.settings.home_zone;
        let (from, to) = (start.moment(home), end.moment(home));
        let key = key_of(seen).map_or_else(
            || rules::fallback_key(&from.instant.to_rfc3339(), &to.instant.to_rfc3339()),
            str::to_owned,
        );
        Sleep::new(key, from, to, end.certainty())
    }

    fn episode(&self, seen: &Tree, start: Stamp, end: Stamp) -> Sleep {
        let component = |code: &str| {
            seen.get("component")
                .items()
                .iter()
                .find(|part| is_coded(part.get("code"), None, code))
        };
        let length =
            |code: &str| component(code).and_then(|part| minutes(part.get("valueQuantity")));
        let whole = |code: &str| length(code).map(|minutes| minutes.round() as u32);
        let sleep = self.new_sleep(seen, start, end);
        Sleep {
            kind: component("isMainSleep")
                .and_then(|part| part.get("valueBoolean").truth())
                .map(|main| {
                    if main {
                        SleepKind::Night
                    } else {
                        SleepKind::Nap
                    }
                }),
            asleep: length("totalSleepTime"),
            awake: length("wakeAfterSleepOnset"),
            in_bed: InBed::Minutes(rules::elapsed_minutes(&sleep.start, &sleep.end)),
            stages: Stages {
                deep: whole("deepSleepDuration"),
                light: whole("coreSleepDuration"),
                rem: whole("remSleepDuration"),
                ..Stages::default()
            },
            ..sleep
        }
    }

    /// A night of which is known how long it was and not when; its date is that of its period's end, if it has one.
    fn duration(&mut self, seen: &Tree, asleep_min: f64) -> Result<(), Refused> {
        let period = seen.get(PERIOD);
        let (field, text, none) = if *period == Tree::Null {
            (AT, seen.get(AT), Why::MissingField)
        } else {
            (PERIOD, period.get("end"), Why::NoInterval)
        };
        if *text == Tree::Null {
            return Err((field, none));
        }
        let text = text.text().ok_or((field, Why::NotADate))?;
        let home = self.settings.home_zone;
        let date = stamps::instant(text)
            .map(|stamp| stamp.moment(home).date())
            .or_else(|| stamps::iso_date(text));
        let date = date
            .filter(|date| rules::sane_date(*date))
            .ok_or((field, Why::NotADate))?;
        self.durations.push(FoundDuration { date, asleep_min });
        Err((field, Why::NoInterval))
    }
}

/// What the guide's word for a stretch means.
fn phase(code: &str) -> Option<Phase> {
    match code {
        "inBed" => Some(Phase::InBed),
        "asleepUnspecified" | "asleep" => Some(Phase::Asleep),
        "asleepCore" => Some(Phase::Core),
        "asleepDeep" => Some(Phase::Deep),
        "asleepREM" => Some(Phase::Rem),
        "awake" => Some(Phase::Awake),
        _ => None,
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
            Document::Alone(Tree::List(resources)) => {
                for (resource, line) in resources.iter().zip(1..) {
                    self.resource(resource, file, line, ledger)?;
                }
                Ok(())
            }
            Document::Alone(resource) => self.resource(&resource, file, 1, ledger),
            Document::OnLine(line, resource) => self.resource(&resource, file, line, ledger),
            Document::Broken(line) => {
                ledger.skip(file, What::Row, None, Why::NotARecord, Some(line));
                Ok(())
            }
        })
    }

    fn finish(mut self: Box<Self>, ledger: &mut Ledger) -> Found {
        let home = self.settings.home_zone;
        let mut names = vec![""; self.sources.len()];
        for (name, source) in &self.sources {
            names[*source] = name;
        }
        self.stretches
            .finish(&names, (PERIOD, PERIOD), home, &mut self.gathered, ledger);
        let mut found = Found::nothing(Format::Fhir, home);
        found.sleeps = self.gathered.finish(ledger);
        self.durations.sort_by_key(|duration| duration.date);
        found.durations = self.durations;
        self.all_day.finish(&mut found, home, ledger);
        found
    }
}
