//! What a whole diary costs in memory while it comes in: each is brought in by a process of its own, and the system says
//! what its peak was.
#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "a child tells its parent so")]

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
    process::Command,
};

use chrono_tz::Tz;
use serde_json::json;

use crate::world::House;

/// How long a file is at least, and what none may cost, both in MiB: whoever keeps what is read is over it.
const LONG_MIB: usize = 100;
const MOST_MIB: u64 = 96;

/// A case: what it is, how its file is written, and what is said of it in the end, if it is refused.
type Case = (&'static str, fn(&mut BufWriter<File>), Option<&'static str>);

const HEAD: &str = r#"{"format": "wane-diary", "version": 1, "settings": {}, "records": {"#;

/// A record of that number, with these other fields.
fn record(number: u64, fields: &str) -> String {
    format!(
        r#"{{"id": "{:08x}-0000-7000-8000-{number:012x}", "entered_at": "2026-01-01T10:00:00Z", "recalled": false, {fields}}}"#,
        number / 0xFFFF
    )
}

/// A list of records that come of their numbers.
fn list(out: &mut BufWriter<File>, kind: &str, count: u64, fields: impl Fn(u64) -> String) {
    write!(out, "\"{kind}\": [").unwrap();
    for number in 0..count {
        let comma = if number > 0 { ",\n" } else { "" };
        write!(out, "{comma}{}", record(number, &fields(number))).unwrap();
    }
    write!(out, "]").unwrap();
}

fn date(number: u64) -> String {
    let day = chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
    (day + chrono::Days::new(number)).to_string()
}

/// Notes as long as a note can be.
fn notes(out: &mut BufWriter<File>) {
    let long = "a quiet word ".repeat(760);
    write!(out, "{HEAD}").unwrap();
    list(out, "note", 11_000, |number| {
        format!(r#""date": "{}", "text": "{long}""#, date(number))
    });
    write!(out, "}}}}").unwrap();
}

/// Nights, which a preview lists one by one.
fn nights(out: &mut BufWriter<File>) {
    write!(out, "{HEAD}").unwrap();
    list(out, "night", 10_000, |number| {
        format!(r#""wake_date": "{}", "sol_min": 10"#, date(number))
    });
    write!(out, "}}}}").unwrap();
}

fn spaces(out: &mut BufWriter<File>, mib: usize) {
    let piece = " ".repeat(1 << 20);
    for _ in 0..mib {
        write!(out, "{piece}").unwrap();
    }
}

const CASES: &[Case] = &[
    ("a hundred MiB of notes", notes, None),
    ("nights of twenty-seven years", nights, None),
    (
        "one text without end",
        |out| {
            write!(out, "{HEAD}\"note\": [{{\"id\": \"").unwrap();
            spaces(out, LONG_MIB);
        },
        Some("is cut off or is no diary"),
    ),
    (
        "one record of many fields",
        |out| {
            write!(out, "{HEAD}\"note\": [{{\"id\": 1").unwrap();
            for number in 0..400_000 {
                write!(out, ",\"a{number}\":{{\"b\":[0,0]}}").unwrap();
            }
            write!(out, "}}]}}}}").unwrap();
        },
        Some("is cut off or is no diary"),
    ),
    (
        "choices without end",
        |out| {
            write!(
                out,
                r#"{{"format": "wane-diary", "version": 1, "settings": {{"a": "0""#
            )
            .unwrap();
            for number in 0..600_000 {
                write!(out, ",\"a{number}\":\"0\"").unwrap();
            }
            write!(out, "}}}}").unwrap();
        },
        Some("is cut off or is no diary"),
    ),
    (
        "lists in lists without end",
        |out| {
            write!(out, "{HEAD}\"note\": [").unwrap();
            let piece = "[".repeat(1 << 20);
            for _ in 0..LONG_MIB {
                write!(out, "{piece}").unwrap();
            }
        },
        Some("is cut off or is no diary"),
    ),
    (
        "a kind that nobody knows",
        |out| {
            write!(out, "{HEAD}\"dreams\": [{{\"text\": \"").unwrap();
            spaces(out, LONG_MIB);
            write!(out, "\"}}], \"note\": []}}}}").unwrap();
        },
        None,
    ),
    (
        "records that are none",
        |out| {
            write!(out, "{HEAD}\"note\": [0").unwrap();
            let piece = ",0".repeat(1 << 19);
            for _ in 0..4 {
                write!(out, "{piece}").unwrap();
            }
            write!(out, "]}}}}").unwrap();
        },
        None,
    ),
];

/// The name by which a child knows what to do.
const WISH: &str = "WANE_WHOLE_MEMORY";

/// The child: looks into one file, and tells its own peak.
#[test]
fn child() {
    let Ok(wish) = std::env::var(WISH) else {
        return;
    };
    let (keeps, path) = wish.split_once(':').unwrap();
    let house = House::new("2026-05-10T09:00:00Z", Tz::Europe__London);
    if keeps == "keeps" {
        // The control: who keeps what he reads.
        println!("outcome: {} bytes", fs::read(path).unwrap().len());
    } else {
        match house.app.call("import_preview", json!({ "paths": [path] })) {
            Ok(view) => println!("outcome: came in {}", view["changes"]["new"]),
            Err(error) => println!("outcome: {}", error.message),
        }
    }
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find(|line| line.starts_with("VmHWM"));
    println!("{}", peak.unwrap());
}

/// What a child said, and its peak in MiB.
fn peak_of(keeps: &str, path: &Path) -> (String, u64) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "whole_memory::child", "--nocapture"])
        .env(WISH, format!("{keeps}:{}", path.display()))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}");
    let line = |start: &str| {
        let at = said
            .find(start)
            .unwrap_or_else(|| panic!("{start} in {said}"));
        let rest = &said[at + start.len()..];
        rest.lines().next().unwrap_or_default().trim().to_owned()
    };
    let kib: u64 = line("VmHWM:")
        .trim_end_matches(" kB")
        .trim()
        .parse()
        .unwrap();
    (line("outcome: "), kib / 1024)
}

fn made(folder: &Path, write: fn(&mut BufWriter<File>)) -> PathBuf {
    let path = folder.join("whole.json");
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&path).unwrap());
    write(&mut out);
    out.flush().unwrap();
    path
}

#[test]
fn no_whole_diary_costs_more_memory_than_it_may() {
    for (what, write, refused) in CASES {
        let folder = tempfile::tempdir().unwrap();
        let path = made(folder.path(), *write);
        let (outcome, peak) = peak_of("looks", &path);
        println!("{what}: {peak} MiB, {outcome}");
        assert!(peak < MOST_MIB, "{what}: {peak} MiB ({outcome})");
        match refused {
            Some(words) => assert!(outcome.contains(words), "{what}: {outcome}"),
            None => assert!(outcome.starts_with("came in"), "{what}: {outcome}"),
        }
    }
}

#[test]
fn who_keeps_what_is_read_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let path = made(folder.path(), |out| spaces(out, LONG_MIB));
    let (_, peak) = peak_of("keeps", &path);
    assert!(
        peak >= MOST_MIB,
        "{LONG_MIB} MiB are kept, and {peak} were seen"
    );
}
