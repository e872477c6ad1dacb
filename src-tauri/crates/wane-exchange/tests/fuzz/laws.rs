//! What holds for any bytes whatever, whoever made them up: the fuzz targets and their short form hold files to it.

use std::{
    collections::BTreeSet,
    io::{Cursor, Write},
    ops::ControlFlow,
};

use chrono_tz::Tz;
use wane_exchange::{
    DateOrder, Format, Found, FoundNight, Input, Mapping, ReadError, Role, Settings, Unit,
    WarningCode, guess, read, read_mapped, read_with, recognise, rules,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::tables::{HEAD, TextDatabases};

/// Stands in the seeds wherever people write things; no error may ever repeat it.
pub const MARK: &[u8] = b"Zq7mark";

/// Formats that are databases: SQLite reads their bytes, and is fuzzed elsewhere better than here; what stands in their
/// tables is made up from a text.
const DATABASES: [Format; 2] = [Format::HealthConnect, Format::Gadgetbridge];

/// What is fuzzed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The reader of a format, whatever the bytes look like; of a database, whatever stands in its tables.
    Format(Format),
    /// The raw states of Withings, which its reader tells from the summary by their columns.
    WithingsRaw,
    /// Recognising a file by its content, and reading it as what it was recognised as.
    Recognise,
    /// Proposing what the columns of a table are, and reading it so.
    Guess,
    /// Reading a table by any mapping.
    Mapped,
    /// The bytes of an archive.
    Archive,
    /// The bytes of files in an archive that is whole.
    Packed,
}

impl Target {
    /// Every target.
    pub fn all() -> Vec<Target> {
        let others = [
            Target::WithingsRaw,
            Target::Recognise,
            Target::Guess,
            Target::Mapped,
            Target::Archive,
            Target::Packed,
        ];
        Format::ALL
            .into_iter()
            .map(Target::Format)
            .chain(others)
            .collect()
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Target::Format(format) => format.name(),
            Target::WithingsRaw => "withings-raw",
            Target::Recognise => "recognise",
            Target::Guess => "guess",
            Target::Mapped => "mapped",
            Target::Archive => "archive",
            Target::Packed => "packed",
        }
    }

    /// The target of that name.
    #[allow(dead_code, reason = "the fuzz targets ask by name")]
    pub fn of_name(name: &str) -> Option<Target> {
        Target::all()
            .into_iter()
            .find(|target| target.name() == name)
    }
}

/// A zone whose clocks change, at midnight in some years and by half an hour in others.
const ZONES: [Tz; 4] = [
    Tz::Europe__London,
    Tz::Australia__Lord_Howe,
    Tz::America__Sao_Paulo,
    Tz::Pacific__Apia,
];

/// The name a file of the target has; Google Fit's says something.
fn name(target: Target) -> &'static str {
    match target {
        Target::Format(Format::GoogleFit) => "2021-03-04T23_10_00+01_00_SLEEP.json",
        Target::WithingsRaw => "raw_bed_sleep-state.csv",
        Target::Archive | Target::Packed => "a.zip",
        _ => "file",
    }
}

/// An archive of the bytes, cut in up to three files whose names and packing the first byte chooses.
fn packed(bytes: &[u8]) -> Vec<u8> {
    const NAMES: [&str; 4] = [
        "export/export.xml",
        "Takeout/a_SLEEP.json",
        "a/b.csv",
        "UserSleeps_1.csv",
    ];
    let (choice, content) = bytes.split_first().unwrap_or((&0, &[]));
    let choice = usize::from(*choice);
    let parts = 1 + choice % 3;
    let packing = [CompressionMethod::Stored, CompressionMethod::Deflated][choice / 64 % 2];
    let options = SimpleFileOptions::default().compression_method(packing);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..parts {
        let (from, to) = (
            content.len() * part / parts,
            content.len() * (part + 1) / parts,
        );
        let name = format!("{part}{}", NAMES[(choice / 4 + part) % NAMES.len()]);
        writer.start_file(name, options).expect("a name of its own");
        writer
            .write_all(&content[from..to])
            .expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// A mapping that the first byte chooses.
fn mapping(choice: u8) -> Mapping {
    let (at, step) = (usize::from(choice % 16), 1 + usize::from(choice / 16));
    let roles = (0..6)
        .map(|column| Role::ALL[(at + column * step) % Role::ALL.len()])
        .collect();
    Mapping {
        roles,
        dates: if choice.is_multiple_of(2) {
            DateOrder::DayFirst
        } else {
            DateOrder::MonthFirst
        },
        unit: [Unit::Minutes, Unit::Seconds, Unit::Hours][usize::from(choice) % 3],
        by_hand: choice % 5 == 1,
    }
}

/// Reads the bytes as the target does; stops after so many calls of its progress.
fn once(target: Target, bytes: &[u8], stop_after: Option<u32>) -> Result<Found, ReadError> {
    let settings = Settings::new(ZONES[bytes.len() % ZONES.len()]);
    let mut before = 0;
    let mut calls = 0;
    let mut progress = |done: u64, total: u64| {
        assert!(done <= total, "no more is done than there is");
        assert!(done >= before, "what is done stays done");
        before = done;
        calls += 1;
        if stop_after.is_some_and(|most| calls > most) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let input = |bytes: &[u8]| Input::from_bytes(name(target), bytes.to_vec());
    match target {
        Target::Format(format) if DATABASES.contains(&format) => read_with(
            vec![input(&[HEAD, bytes].concat())],
            Some(format),
            &settings,
            &TextDatabases,
            &mut progress,
        ),
        Target::Format(format) => read(vec![input(bytes)], Some(format), &settings, &mut progress),
        Target::WithingsRaw => {
            let (files, format) = (vec![input(bytes)], Some(Format::Withings));
            read(files, format, &settings, &mut progress)
        }
        Target::Recognise => {
            let by_content = recognise(bytes);
            let found = read(vec![input(bytes)], None, &settings, &mut progress);
            if let (Ok(found), false) = (&found, bytes.starts_with(b"PK")) {
                assert_eq!(Some(found.format), by_content, "read as what it looks like");
            }
            found
        }
        Target::Guess => {
            let columns = guess(input(bytes))?;
            assert_eq!(
                columns.mapping.roles.len(),
                columns.names.len(),
                "a role for every column"
            );
            read_mapped(
                vec![input(bytes)],
                columns.mapping,
                &settings,
                &mut progress,
            )
        }
        Target::Mapped => {
            let (choice, table) = bytes.split_first().unwrap_or((&0, &[]));
            let (mapping, files) = (mapping(*choice), vec![input(table)]);
            read_mapped(files, mapping, &settings, &mut progress)
        }
        Target::Archive => read(vec![input(bytes)], None, &settings, &mut progress),
        Target::Packed => read(vec![input(&packed(bytes))], None, &settings, &mut progress),
    }
}

/// Reads the bytes and holds what comes of it to every law; `again` also reads them a second time, and stops a third
/// reading on the way.
///
/// # Panics
/// If a law is broken.
pub fn hold(target: Target, bytes: &[u8], again: bool) {
    let first = once(target, bytes, None);
    match &first {
        Ok(found) => is_sane(found),
        Err(error) => says_nothing_of(error, bytes),
    }
    if !again {
        return;
    }
    match (&first, &once(target, bytes, None)) {
        (Ok(first), Ok(second)) => assert_eq!(first, second, "reading twice gives the same"),
        (Err(first), Err(second)) => {
            assert_eq!(first.to_string(), second.to_string(), "and the same error");
        }
        _ => panic!("read once and refused once"),
    }
    let stop = bytes.last().map_or(0, |byte| u32::from(*byte) % 4);
    if let Err(error) = once(target, bytes, Some(stop)) {
        let as_before = first
            .as_ref()
            .is_err_and(|first| first.code() == error.code());
        assert!(
            error.code() == "cancelled" || as_before,
            "whoever stops is told that it stopped: {error}"
        );
    }
}

/// What holds for anything that was read.
fn is_sane(found: &Found) {
    let sane = rules::sane_date;
    assert!(
        found.dates().into_iter().all(sane),
        "no absurd date comes in"
    );
    let mut keys = BTreeSet::new();
    let mut last = None;
    for sleep in &found.sleeps {
        assert!(
            sleep.start.instant < sleep.end.instant,
            "no sleep ends before it starts"
        );
        assert_eq!(
            sleep.wake_date,
            sleep.end.date(),
            "a sleep belongs to the date of waking"
        );
        for minutes in [sleep.asleep_min, sleep.in_bed_min, sleep.awake_min]
            .into_iter()
            .flatten()
        {
            assert!(minutes.is_finite() && minutes >= 0.0, "minutes are minutes");
        }
        assert!(keys.insert(&sleep.source_key), "a name is a name of one");
        assert!(last <= Some(sleep.start.instant), "sleeps are in order");
        last = Some(sleep.start.instant);
    }
    let mut days = BTreeSet::new();
    for night in &found.nights {
        assert!(days.insert(night.wake_date), "one night for each day");
        is_night(found, night);
    }
    for duration in &found.durations {
        assert!(duration.asleep_min.is_finite() && duration.asleep_min >= 0.0);
    }
    for factor in found.factors.values() {
        assert!(factor.values.values().all(|value| value.is_finite()));
    }
    assert!(found.steps.keys().all(|date| sane(*date)));
    for heart in found.heart.values() {
        let rates = [heart.resting, heart.asleep];
        assert_ne!(rates, [None, None], "a day of nothing is no day");
        let possible = |rate: f64| (20.0..=300.0).contains(&rate);
        assert!(
            rates.into_iter().flatten().all(possible),
            "a heart does that"
        );
    }
    let mut spells = BTreeSet::new();
    let mut begun = None;
    for workout in &found.workouts {
        assert!((1..=1440).contains(&workout.minutes), "within a day");
        assert_eq!(workout.date, workout.start.date(), "of the day it began on");
        let key = &workout.source_key;
        assert!(key.starts_with("workout/"), "known for what it is");
        assert!(spells.insert(key), "a name is a name of one");
        assert!(begun <= Some(workout.start.instant), "in order");
        begun = Some(workout.start.instant);
    }
    for skipped in &found.skipped {
        assert!(skipped.count > 0, "what was left out is something");
    }
}

fn is_night(found: &Found, night: &FoundNight) {
    let times = [night.lights_out, night.final_wake];
    if let [Some(dark), Some(wake)] = times {
        // What somebody wrote into Wane's own table comes in as it is, and is asked about.
        let is_question = |code| matches!(code, WarningCode::Question(_));
        let asked = found.format == Format::WaneCsv
            && found
                .warnings
                .iter()
                .any(|warning| is_question(warning.code));
        assert!(
            asked || dark.instant < wake.instant,
            "no night ends before it starts"
        );
    }
}

/// No error repeats what stands in a file; the names of files stand before the last colon.
fn says_nothing_of(error: &ReadError, bytes: &[u8]) {
    let text = error.to_string();
    let said = text.rsplit(": ").next().unwrap_or_default();
    assert!(
        memchr::memmem::find(said.as_bytes(), MARK).is_none(),
        "an error repeats what somebody wrote: {text}"
    );
    // Words of the formats are in errors and in files; anything longer that is in both was copied.
    // A fuzzer sees what is compared, and would put our own words into the file.
    let parts = if cfg!(test) { said.as_bytes() } else { &[] };
    for part in parts.windows(24) {
        assert!(
            memchr::memmem::find(bytes, part).is_none(),
            "an error repeats what stands in the file: {text}"
        );
    }
}
