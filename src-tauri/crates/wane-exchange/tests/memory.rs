//! What hostile files cost in memory: each is read in a process of its own, and the system says what its peak was.
#![cfg(target_os = "linux")]
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]
#![allow(clippy::print_stdout, reason = "a child tells its parent so")]

use std::{
    fs,
    io::{self, Read, Seek, SeekFrom},
    ops::ControlFlow,
    process::Command,
};

use chrono_tz::UTC;
use wane_exchange::{Format, Input, Settings, read};

/// No file may cost more, in MiB.
const MOST_MIB: u64 = 256;

/// A file that is made while it is read: a beginning, and so many pieces that come of their number.
struct Made {
    start: Vec<u8>,
    left: Vec<u8>,
    at: usize,
    piece: fn(u64) -> String,
    next: u64,
    pieces: u64,
}

impl Made {
    fn new(start: &str, pieces: u64, piece: fn(u64) -> String) -> Made {
        Made {
            start: start.as_bytes().to_vec(),
            left: start.as_bytes().to_vec(),
            at: 0,
            piece,
            next: 0,
            pieces,
        }
    }
}

impl Read for Made {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.left.len() && self.next < self.pieces {
            self.left = (self.piece)(self.next).into_bytes();
            self.at = 0;
            self.next += 1;
        }
        let count = (self.left.len() - self.at).min(buffer.len());
        buffer[..count].copy_from_slice(&self.left[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

impl Seek for Made {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        // Begun again before anything was read away; how long it is nobody has to know.
        match to {
            SeekFrom::End(_) => Ok(200 << 20),
            _ => {
                if self.next > 0 || self.at > 0 {
                    self.next = 0;
                    self.at = 0;
                    self.left = self.start.clone();
                }
                Ok(0)
            }
        }
    }
}

/// A file by its case: the format it is read as, what it begins with, how many pieces, and each.
type Case = (&'static str, Format, &'static str, u64, fn(u64) -> String);

const SLEEPS: &str = "<HealthData>";
const GARMIN: &str = "[{\"calendarDate\":\"2024-01-01\",\"sleepStartTimestampGMT\":\"\"}";

fn long_line(_: u64) -> String {
    "x".repeat(1 << 20)
}

fn nested(_: u64) -> String {
    "[".repeat(1 << 16)
}

fn text(_: u64) -> String {
    format!(",\"{}\"", "y".repeat(4000))
}

fn values(_: u64) -> String {
    ",{}".repeat(1000)
}

fn stage(number: u64) -> String {
    let (day, second) = (number / 80_000, number % 80_000);
    let at = |second: u64| {
        format!(
            "20{:02}-{:02}-{:02} {:02}:{:02}:{:02} +0000",
            day / 300 % 100,
            day / 25 % 12 + 1,
            day % 25 + 1,
            second / 3600,
            second / 60 % 60,
            second % 60
        )
    };
    format!(
        "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" startDate=\"{}\" endDate=\"{}\" value=\"HKCategoryValueSleepAnalysisAwake\"/>",
        at(second),
        at(second + 1)
    )
}

fn steps(number: u64) -> String {
    let (day, source) = (number / 200, number % 200);
    let date = format!(
        "{:04}-{:02}-{:02}",
        1900 + day / 300,
        day / 25 % 12 + 1,
        day % 25 + 1
    );
    format!(
        "<Record type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"{source}\" startDate=\"{date} 00:00:00 +0000\" endDate=\"{date} 23:59:59 +0000\" value=\"9\"/>"
    )
}

const CASES: [Case; 8] = [
    (
        "a line of a gibibyte, in XML",
        Format::AppleHealth,
        "<HealthData><Record type=\"",
        1024,
        long_line,
    ),
    (
        "a line of a gibibyte, in a table",
        Format::SleepCycle,
        "Start;End;",
        1024,
        long_line,
    ),
    (
        "a line of a gibibyte, in JSON",
        Format::Garmin,
        "[\"",
        1024,
        long_line,
    ),
    (
        "JSON in JSON without end",
        Format::OpenMHealth,
        "",
        1024,
        nested,
    ),
    ("JSON of texts", Format::Garmin, GARMIN, 50_000, text),
    ("JSON of nothing", Format::Garmin, GARMIN, 20_000, values),
    (
        "stretches of a second",
        Format::AppleHealth,
        SLEEPS,
        2_100_000,
        stage,
    ),
    (
        "steps of all days",
        Format::AppleHealth,
        SLEEPS,
        400_000,
        steps,
    ),
];

/// The name by which a child knows what to do.
const WISH: &str = "WANE_MEMORY_CASE";

/// The child: reads one file, and tells its own peak.
#[test]
fn child() {
    let Ok(wish) = std::env::var(WISH) else {
        return;
    };
    let wish: usize = wish.parse().unwrap();
    match CASES.get(wish) {
        Some((_, format, start, pieces, piece)) => {
            let input = Input::new("file", Made::new(start, *pieces, *piece));
            let mut settings = Settings::new(UTC);
            settings.max_bytes = u64::MAX;
            let found = read(vec![input], Some(*format), &settings, &mut |_, _| {
                ControlFlow::Continue(())
            });
            match found {
                Ok(found) => println!("outcome: {} sleeps", found.sleeps.len()),
                Err(error) => println!("outcome: {}", error.code()),
            }
        }
        // The control: a reader that keeps what it reads.
        None => {
            let mut kept = Vec::new();
            Made::new("", 300, long_line)
                .read_to_end(&mut kept)
                .unwrap();
            println!("outcome: {}", kept.len());
        }
    }
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let peak = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    println!("{peak}");
}

/// What a child said, and its peak in MiB.
fn peak_of(case: usize) -> (String, u64) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture"])
        .env(WISH, case.to_string())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let said = String::from_utf8(output.stdout).unwrap();
    let line = |start: &str| {
        let at = said
            .find(start)
            .unwrap_or_else(|| panic!("{start} in {said}"));
        said[at + start.len()..]
            .lines()
            .next()
            .unwrap()
            .trim()
            .to_owned()
    };
    let kib: u64 = line("VmHWM:")
        .trim_end_matches(" kB")
        .trim()
        .parse()
        .unwrap();
    (line("outcome: "), kib / 1024)
}

#[test]
fn no_file_costs_more_memory_than_it_may() {
    for (case, (what, ..)) in CASES.iter().enumerate() {
        let (outcome, peak) = peak_of(case);
        assert!(peak < MOST_MIB, "{what}: {peak} MiB ({outcome})");
    }
}

#[test]
fn a_reader_that_keeps_what_it_reads_is_seen() {
    let (_, peak) = peak_of(CASES.len());
    assert!(peak >= MOST_MIB, "300 MiB are kept, and {peak} were seen");
}
