//! Sleep of a Withings account: `sleep.csv` of its archive, in the language of the account, and what its service
//! answers.
//!
//! The table's columns are known by their place, and checked by the unit that four of them in a row share, `(s)` in
//! most languages.

use std::io::Read;

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, Stages},
};

use super::withings_raw::{self, Raw};
use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    json::{self, Tree},
    ledger::Ledger,
    rules,
    sheet::{self, Row, Sheet, has_columns},
    stamps::{self, Stamp},
};

/// Beginnings of words for the stages, in languages the account can have; without one of them the place counts.
const WORDS: [(&[&str], usize); 4] = [
    (
        &["light", "leicht", "lég", "lig", "legg", "lev", "licht"],
        2,
    ),
    (&["deep", "tief", "prof", "diep", "djup", "dyb"], 3),
    (&["rem", "paradox", "mor"], 4),
    (
        &[
            "awake", "wach", "éveil", "desp", "acord", "wakker", "vaken", "svegli",
        ],
        5,
    ),
];

/// Whether a file begins with the table or with an answer of the service.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    json::has_words(
        prefix,
        &["\"startdate\"", "\"enddate\"", "\"lightsleepduration\""],
    ) || is_summary(prefix)
        || withings_raw::looks_like(prefix)
}

/// Whether a file begins with the table and a row of it, or nothing but its names.
fn is_summary(prefix: &[u8]) -> bool {
    // Every file is asked this; most have not even the brackets.
    if memchr::memchr_iter(b'(', prefix).nth(3).is_none() {
        return false;
    }
    let Ok(mut sheet) = Sheet::open("", prefix, is_length) else {
        return false;
    };
    if !is_sleep(sheet.names()) {
        return false;
    }
    // Other tables have lengths side by side too, but no stamps before them.
    match sheet.next(&mut Ledger::default()) {
        Ok(Some(row)) => [0, 1]
            .into_iter()
            .all(|index| row.at(index).is_some_and(|text| at(text).is_some())),
        Ok(None) => sheet.names()[2].trim_end().ends_with("(s)"),
        Err(_) => false,
    }
}

/// The unit that a column's name ends with in brackets.
fn unit_of(name: &str) -> Option<&str> {
    let (_, unit) = name.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    (!unit.trim().is_empty()).then(|| unit.trim())
}

fn is_length(name: &str) -> bool {
    unit_of(name).is_some()
}

fn is_sleep(names: &[String]) -> bool {
    names.len() >= 6
        && names[..2].iter().all(|name| !name.contains('('))
        && is_length(&names[2])
        && names[2..6]
            .iter()
            .all(|name| unit_of(name) == unit_of(&names[2]))
}

/// The places of light, deep, REM and awake: by their words if every one is known, else by where they have always stood.
fn places(names: &[String]) -> [usize; 4] {
    let by_word = WORDS.map(|(words, _)| {
        names[2..6].iter().position(|name| {
            let name = name.trim().to_lowercase();
            words.iter().any(|word| name.starts_with(word))
        })
    });
    let mut known: Vec<usize> = by_word.into_iter().flatten().collect();
    known.sort_unstable();
    known.dedup();
    if known.len() == WORDS.len() {
        return by_word.map(|place| place.unwrap_or_default() + 2);
    }
    WORDS.map(|(_, place)| place)
}

/// When a row begins or ends: a stamp with its offset, or a clock time of the oldest tables.
enum At {
    Stamp(Stamp),
    Clock(NaiveDateTime),
}

fn at(text: &str) -> Option<At> {
    let stamp = stamps::instant(text).map(At::Stamp);
    stamp.or_else(|| stamps::clock(text).map(At::Clock))
}

/// Reads any number of files.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
    raw: Raw,
}

/// Seconds of light, deep and REM sleep and awake.
type Parts = [Option<f64>; 4];

/// What tells of a night goes before what is longer: a row of the table with its parts, then raw states, then a row
/// that says from when to when and no more.
const PARTS: usize = 0;
const STATES: usize = 1;
const INTERVAL: usize = 2;

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
            raw: Raw::new(STATES),
        }
    }

    fn table(
        &mut self,
        file: &str,
        data: &[u8],
        rest: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut sheet = Sheet::open(file, data.chain(rest), is_length)?;
        if !is_sleep(sheet.names()) {
            return Err(ReadError::Malformed {
                file: file.to_owned(),
                what: "the row of names",
            });
        }
        let places = places(sheet.names());
        while let Some(row) = sheet.next(ledger)? {
            self.gathered.see(file)?;
            ledger.count("rows", 1);
            let line = row.line;
            match self.row(&row, places, file, ledger) {
                Ok(sleep) => self
                    .gathered
                    .add(sleep, ("from", "to"), Place { file, line }, ledger),
                Err((column, why)) => {
                    ledger.skip(file, What::Row, Some(column), why, Some(line));
                }
            }
        }
        Ok(())
    }

    fn row(
        &self,
        row: &Row<'_>,
        places: [usize; 4],
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<Sleep, (&'static str, Why)> {
        let home = self.settings.home_zone;
        let stamp = |index, name| {
            let text = row.at(index).ok_or((name, Why::MissingField))?;
            at(text).ok_or((name, Why::NotADate))
        };
        let ends = (stamp(0, "from")?, stamp(1, "to")?);
        let mut parts: Parts = [None; 4];
        for (part, place) in parts.iter_mut().zip(places) {
            let text = row.at(place);
            *part = text.and_then(|text| sheet::number(text, row.comma_decimals()));
            if text.is_some() && part.is_none() {
                ledger.skip(file, What::Value, None, Why::NotANumber, Some(row.line));
            }
        }
        let (start, end, certainty) = match ends {
            (At::Stamp(start), At::Stamp(end)) => {
                (start.moment(home), end.moment(home), end.certainty())
            }
            (At::Clock(start), At::Clock(end)) => {
                // The parts make the whole, so they tell which of two equal clock times is meant.
                let seconds = parts.iter().flatten().sum::<f64>();
                let stated = (seconds > 0.0).then_some(seconds / 60.0);
                let (start, end) = rules::on_home_clock(start, end, home, stated);
                (start, end, OffsetCertainty::Assumed)
            }
            _ => return Err(("to", Why::NotADate)),
        };
        match parts.iter().flatten().sum::<f64>() {
            // Noughts alone are how it writes that it knows from when to when, and no more.
            0.0 => Ok(sleep(start, end, certainty, [None; 4])),
            all if parts[3] == Some(all) => Err(("to", Why::NotMeasured)),
            _ => Ok(sleep(start, end, certainty, parts)),
        }
    }

    fn answer(&mut self, file: &str, tree: &Tree, ledger: &mut Ledger) -> Result<(), ReadError> {
        let body = match tree.get("body") {
            Tree::Null => tree,
            body => body,
        };
        for (night, line) in body.get("series").items().iter().zip(1..) {
            self.gathered.see(file)?;
            ledger.count("rows", 1);
            let at = |name| night.get(name).whole().and_then(stamps::seconds);
            let Some((start, end)) = at("startdate").zip(at("enddate")) else {
                ledger.skip(
                    file,
                    What::Row,
                    Some("startdate"),
                    Why::NotADate,
                    Some(line),
                );
                continue;
            };
            let stated: Option<Tz> = night
                .get("timezone")
                .text()
                .and_then(|zone| zone.parse().ok());
            let zone = stated.unwrap_or(self.settings.home_zone);
            let data = night.get("data");
            let part = |name| data.get(name).number().filter(|seconds| *seconds >= 0.0);
            let parts = [
                part("lightsleepduration"),
                part("deepsleepduration"),
                part("remsleepduration"),
                part("wakeupduration"),
            ];
            let certainty = match stated {
                Some(_) => OffsetCertainty::Stated,
                None => OffsetCertainty::InstantOnly,
            };
            let mut sleep = sleep(
                Moment::new(start, zone),
                Moment::new(end, zone),
                certainty,
                parts,
            );
            sleep.date = night.get("date").text().and_then(stamps::iso_date);
            self.gathered.add(
                sleep,
                ("startdate", "enddate"),
                Place { file, line },
                ledger,
            );
        }
        Ok(())
    }
}

fn sleep(start: Moment, end: Moment, certainty: OffsetCertainty, parts: Parts) -> Sleep {
    let [light, deep, rem, awake] = parts.map(|part| part.filter(|part| *part >= 0.0));
    let whole = |part: Option<f64>| part.map(|seconds| (seconds / 60.0).round() as u32);
    let asleep = [light, deep, rem]
        .into_iter()
        .flatten()
        .reduce(|a, b| a + b);
    Sleep {
        asleep: asleep.map(|seconds| seconds / 60.0),
        awake: awake.map(|seconds| seconds / 60.0),
        in_bed: InBed::Minutes(rules::elapsed_minutes(&start, &end)),
        stages: Stages {
            light: whole(light),
            deep: whole(deep),
            rem: whole(rem),
            awake: whole(awake),
            ..Stages::default()
        },
        // Beside raw states, which are told apart by their devices and come after.
        device: Some(String::new()),
        rank: if asleep.is_some() { PARTS } else { INTERVAL },
        // A row that is told again with the same start and a later end is the same sleep, seen to its end.
        ..Sleep::new(start.instant.timestamp().to_string(), start, end, certainty)
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let (start, is_json) = super::first_bytes(file, data)?;
        let is_raw = has_columns(&start, &["start", "duration", "value"]);
        if is_raw && !is_json {
            let data = start.as_slice().chain(data);
            let home = self.settings.home_zone;
            self.raw.read(file, data, home, &mut self.gathered, ledger)
        } else if is_json {
            let tree = json::tree(file, start.as_slice().chain(data))?;
            self.answer(file, &tree, ledger)
        } else {
            self.table(file, &start, data, ledger)
        }
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(Format::Withings, self.settings.home_zone);
        let mut gathered = self.gathered;
        self.raw
            .finish(self.settings.home_zone, &mut gathered, ledger);
        found.sleeps = gathered.finish(ledger);
        found
    }
}
