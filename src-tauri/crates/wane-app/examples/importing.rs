//! What `cargo xtask bench --only import` measures (`tests/bench/import.py` starts it and asks the system what each
//! part cost):
//!
//! - `make FILE RECORDS`: an Apple Health export as phones write them, the same every time
//! - `wane FILE`: brings a file into a diary of its own, and prints what came in
//! - `look FILE`: reads a file to its end and says what would come in, as before every import
//! - `count FILE`: what a tokenizer of XML does with it when it merely counts, quick-xml
//! - `unpack FILE`: unpacks everything in an archive and throws it away, with the library that Wane uses
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measurement prints, and fails loudly"
)]

mod still;

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufReader, BufWriter, Write},
    path::Path,
    sync::Arc,
};

use chrono::{DateTime, Duration, Utc};
use quick_xml::{Reader, events::Event};
use serde_json::json;
use still::Still;
use wane_app::App;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["make", file, records] => make(Path::new(file), records.parse().unwrap()),
        ["wane", file] => with_a_diary(file, "import_apply"),
        ["look", file] => with_a_diary(file, "import_preview"),
        ["count", file] => count(Path::new(file)),
        ["unpack", file] => unpack(Path::new(file)),
        _ => panic!("make FILE RECORDS, wane FILE, look FILE, count FILE or unpack FILE"),
    }
}

/// The types of a busy person with a watch, by how many of a thousand records are of each.
const TYPES: [(&str, u32, &str); 8] = [
    ("HKQuantityTypeIdentifierHeartRate", 430, "count/min"),
    ("HKQuantityTypeIdentifierActiveEnergyBurned", 250, "kcal"),
    ("HKQuantityTypeIdentifierBasalEnergyBurned", 90, "kcal"),
    ("HKQuantityTypeIdentifierDistanceWalkingRunning", 80, "km"),
    ("HKQuantityTypeIdentifierStepCount", 110, "count"),
    ("HKQuantityTypeIdentifierHeartRateVariabilitySDNN", 6, "ms"),
    ("HKQuantityTypeIdentifierAppleExerciseTime", 14, "min"),
    ("HKCategoryTypeIdentifierSleepAnalysis", 20, ""),
];

/// So many records are written in a day by somebody who wears a watch day and night.
const A_DAY: u64 = 1000;

fn make(file: &Path, records: u64) {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(file).unwrap());
    out.write_all(
        b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n]>\n<HealthData locale=\"en_GB\">\n <ExportDate value=\"2026-06-01 10:00:00 +0200\"/>\n",
    )
    .unwrap();
    let last: DateTime<Utc> = "2026-06-01T00:00:00Z".parse().unwrap();
    let after = |record: u64| Duration::milliseconds((record * 86_400_000 / A_DAY) as i64);
    let first = last - after(records);
    let device = "&lt;&lt;HKDevice: 0x283e5c3c0&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:9.1&gt;";
    let mut chance: u64 = 7;
    for record in 0..records {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let dice = (chance >> 40) as u32;
        let mut of = dice % 1000;
        let (kind, _, unit) = TYPES
            .iter()
            .find(|(_, share, _)| {
                let is_it = of < *share;
                of = of.saturating_sub(*share);
                is_it
            })
            .unwrap();
        let at = |time: DateTime<Utc>| {
            (time + Duration::hours(2))
                .format("%Y-%m-%d %H:%M:%S +0200")
                .to_string()
        };
        let is_sleep = unit.is_empty();
        let start = first + after(record);
        if record % A_DAY == 0 {
            let begins = format!(
                "sourceName=\"Robin’s Apple\u{a0}Watch\" sourceVersion=\"9.1\" device=\"{device}\""
            );
            let (from, to) = (at(start), at(start + Duration::minutes(35)));
            writeln!(out, " <Record type=\"HKQuantityTypeIdentifierRestingHeartRate\" {begins} unit=\"count/min\" creationDate=\"{to}\" startDate=\"{from}\" endDate=\"{to}\" value=\"{}\"/>", 50 + dice % 20).unwrap();
            if (record / A_DAY).is_multiple_of(3) {
                writeln!(out, " <Workout workoutActivityType=\"HKWorkoutActivityTypeWalking\" duration=\"34.5\" durationUnit=\"min\" {begins} creationDate=\"{to}\" startDate=\"{from}\" endDate=\"{to}\">\n  <WorkoutStatistics type=\"HKQuantityTypeIdentifierActiveEnergyBurned\" startDate=\"{from}\" endDate=\"{to}\" sum=\"120\" unit=\"kcal\"/>\n </Workout>").unwrap();
            }
        }
        let length = if is_sleep {
            1500
        } else {
            60 + i64::from(dice % 300)
        };
        // A night's stages follow one another in the night, and in the day nobody sleeps.
        if is_sleep && (6..22).contains(&((start.timestamp() / 3600) % 24)) {
            continue;
        }
        let value = if is_sleep {
            [
                "HKCategoryValueSleepAnalysisAsleepCore",
                "HKCategoryValueSleepAnalysisAsleepDeep",
                "HKCategoryValueSleepAnalysisAsleepREM",
                "HKCategoryValueSleepAnalysisAwake",
            ][dice as usize / 1000 % 4]
                .to_owned()
        } else {
            (dice % 120 + 20).to_string()
        };
        let source = if kind.ends_with("StepCount") && dice.is_multiple_of(2) {
            "Robin’s iPhone"
        } else {
            "Robin’s Apple\u{a0}Watch"
        };
        write!(
            out,
            " <Record type=\"{kind}\" sourceName=\"{source}\" sourceVersion=\"9.1\" device=\"{device}\"{} creationDate=\"{}\" startDate=\"{}\" endDate=\"{}\" value=\"{value}\"",
            if is_sleep { String::new() } else { format!(" unit=\"{unit}\"") },
            at(start + Duration::seconds(length + 5)),
            at(start),
            at(start + Duration::seconds(length)),
        )
        .unwrap();
        if kind.ends_with("HeartRate") && dice.is_multiple_of(3) {
            out.write_all(b">\n  <MetadataEntry key=\"HKMetadataKeyHeartRateMotionContext\" value=\"1\"/>\n </Record>\n").unwrap();
        } else {
            out.write_all(b"/>\n").unwrap();
        }
    }
    out.write_all(b"</HealthData>\n").unwrap();
    out.flush().unwrap();
}

/// Counts tags by name and records by type, as quick-xml reads them; its checks are off, since real files fail them.
fn count(file: &Path) {
    let mut reader =
        Reader::from_reader(BufReader::with_capacity(1 << 20, File::open(file).unwrap()));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut types: BTreeMap<String, u64> = BTreeMap::new();
    loop {
        match reader.read_event_into(&mut buffer).unwrap() {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "Record" => {
                let kind = tag.attributes().with_checks(false).next().unwrap().unwrap();
                match types.get_mut(kind.value.as_ref()) {
                    Some(count) => *count += 1,
                    None => drop(types.insert(kind.value.to_string(), 1)),
                }
            }
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    println!("{} records", types.values().sum::<u64>());
}

fn unpack(file: &Path) {
    let mut archive = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let mut bytes = 0;
    for index in 0..archive.len() {
        bytes += io::copy(&mut archive.by_index(index).unwrap(), &mut io::sink()).unwrap();
    }
    println!("{bytes} bytes");
}

fn with_a_diary(file: &str, command: &str) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(
        folder.path(),
        Arc::new(Still::at("2026-06-02T09:00:00Z".parse().unwrap())),
    )
    .map_err(|error| error.message)
    .unwrap();
    let answer = app
        .call(command, json!({ "paths": [file] }))
        .map_err(|error| error.message)
        .unwrap();
    println!("{}", answer["changes"]);
}
