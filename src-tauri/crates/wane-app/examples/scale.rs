//! Scale: the same work in a diary of one year and in one of a hundred, in turn, as ratios of medians.
//!
//! `cargo xtask bench` runs it on a release build. It fails when anything costs more than [`GOAL`] times as much.

#![allow(
    clippy::print_stdout,
    reason = "a measurement is there to be read on the terminal"
)]

mod still;

use std::{path::PathBuf, process::ExitCode, sync::Arc, time::Instant};

use chrono::{Duration, NaiveDate};
use serde_json::{Value, json};
use still::Still;
use wane_app::{App, host::Host};
use wane_domain::Id;
use wane_store::DataDir;

/// How much more the long diary may cost.
const GOAL: f64 = 1.2;

/// Days of the two diaries.
const DAYS: [u32; 2] = [365, 36_500];

/// The present day of the measurement, so that every run works on the same days.
const TODAY: &str = "2026-06-15";

/// One thing a person does, timed.
struct Task {
    name: &'static str,
    /// Does it once; the number makes each run a little different.
    run: fn(&Room, u64) -> Result<(), String>,
}

/// A diary to measure in.
struct Room {
    dir: PathBuf,
    host: Arc<Still>,
    app: Option<App>,
    first: NaiveDate,
    last: NaiveDate,
}

impl Room {
    fn make(dir: PathBuf, days: u32) -> Result<Room, String> {
        let last: NaiveDate = TODAY.parse().map_err(|e| format!("{e}"))?;
        let now = last.and_hms_opt(8, 0, 0).unwrap_or_default().and_utc();
        let host = Arc::new(Still::at(now));
        let app = open(&dir, &host)?;
        call(&app, "sample_start", json!({ "days": days, "seed": 1 }))?;
        Ok(Room {
            dir,
            host,
            app: Some(app),
            first: last - Duration::days(i64::from(days) - 1),
            last,
        })
    }

    /// Closes the diary, so that both begin as files, and says how large it is.
    fn put_away(&mut self) -> Result<String, String> {
        self.app = None;
        let dir = DataDir::open(&self.dir.join("sample")).map_err(|e| e.to_string())?;
        let nobody = Id::new(self.host.now(), [0; 10]);
        let diary = dir
            .diary(self.host.now(), nobody)
            .map_err(|e| e.to_string())?;
        let records: u64 = diary.counts().map_err(|e| e.to_string())?.values().sum();
        drop(diary);
        let file = std::fs::metadata(dir.path().join("diary.db")).map_err(|e| e.to_string())?;
        Ok(format!("{records} records, {} KiB", file.len() / 1024))
    }

    fn call(&self, command: &str, request: Value) -> Result<Value, String> {
        let app = self.app.as_ref().ok_or("the diary is closed")?;
        call(app, command, request)
    }

    /// A day somewhere in the diary.
    fn day(&self, n: u64) -> String {
        let length = (self.last - self.first).num_days().max(1);
        let at = (n.wrapping_mul(2_654_435_761) % length.unsigned_abs()) as i64;
        (self.first + Duration::days(at)).to_string()
    }
}

fn open(dir: &std::path::Path, host: &Arc<Still>) -> Result<App, String> {
    App::open(dir, Arc::clone(host) as Arc<dyn Host>).map_err(|e| e.message)
}

fn call(app: &App, command: &str, request: Value) -> Result<Value, String> {
    let answer = app
        .call(command, request)
        .map_err(|e| format!("{command}: {}", e.message))?;
    Ok(answer)
}

const TASKS: [Task; 5] = [
    Task {
        name: "Today",
        run: |room, _| room.call("today", json!({})).map(drop),
    },
    Task {
        name: "save a morning",
        run: |room, n| {
            let request = json!({
                "night": { "bed": "23:05", "out_of_bed": "07:10" },
                "quality": 1 + n % 5,
                "pain": n % 11,
            });
            room.call("save_morning", request).map(drop)
        },
    },
    Task {
        name: "save a note",
        run: |room, n| {
            let text = format!("a short note, number {n}, about a walk in the park");
            room.call("save_note", json!({ "text": text })).map(drop)
        },
    },
    Task {
        name: "undo",
        run: |room, _| room.call("undo", json!({})).map(drop),
    },
    Task {
        name: "search",
        run: |room, n| {
            let words = ["wa", "walk", "gar", "slow morning", "phon"];
            let words = words[(n % 5) as usize];
            room.call("search", json!({ "words": words })).map(drop)
        },
    },
];

fn jump(room: &Room, n: u64) -> Result<(), String> {
    let date = room.day(n);
    room.call("today", json!({ "date": date })).map(drop)
}

#[allow(
    clippy::disallowed_methods,
    reason = "a measurement reads the steady clock"
)]
fn timed(work: impl FnOnce() -> Result<(), String>) -> Result<f64, String> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_secs_f64() * 1000.0)
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    let half = numbers.len() / 2;
    numbers.get(half).copied().unwrap_or(f64::NAN)
}

fn measure(runs: u64) -> Result<bool, String> {
    let home = tempfile::tempdir().map_err(|e| e.to_string())?;
    let mut rooms = Vec::new();
    for days in DAYS {
        println!("Making a diary of {days} days …");
        rooms.push(Room::make(home.path().join(days.to_string()), days)?);
    }
    for (room, days) in rooms.iter_mut().zip(DAYS) {
        println!("{days} days: {}", room.put_away()?);
    }
    println!(
        "\n{:<20}{:>12}{:>14}{:>10}",
        format!("{runs} runs each"),
        "one year",
        "hundred years",
        "ratio"
    );
    let mut good = true;
    let mut report = |name: &str, took: [Vec<f64>; 2]| {
        let [short, long] = took.map(median);
        let ratio = long / short;
        println!("{name:<20}{short:>9.2} ms{long:>11.2} ms{ratio:>10.2}");
        good &= ratio <= GOAL;
    };
    let mut opening = [Vec::new(), Vec::new()];
    let mut jumping = [Vec::new(), Vec::new()];
    // The first opening reads the files from the disk and is not counted.
    for run in 0..=runs {
        for ((room, took), jumped) in rooms.iter_mut().zip(&mut opening).zip(&mut jumping) {
            room.app = None;
            let (dir, host) = (room.dir.clone(), Arc::clone(&room.host));
            let mut opened = None;
            let ms = timed(|| {
                let app = open(&dir, &host)?;
                call(&app, "start", json!({ "chart_width": 360 }))?;
                opened = Some(app);
                Ok(())
            })?;
            room.app = opened;
            // From a diary that was just opened, as a person would: later on, a year lies in memory as a whole
            // and a hundred years do not, which is shown below.
            let jump = timed(|| jump(room, run))?;
            if run > 0 {
                took.push(ms);
                jumped.push(jump);
            }
        }
    }
    report("open, with Today", opening);
    report("jump to any day", jumping);
    for task in TASKS {
        let mut took = [Vec::new(), Vec::new()];
        for run in 0..=runs * 4 {
            for (room, took) in rooms.iter().zip(&mut took) {
                room.host.pass(Duration::seconds(1));
                let ms = timed(|| (task.run)(room, run))?;
                if run > 0 {
                    took.push(ms);
                }
            }
        }
        report(task.name, took);
    }
    let mut warm = [Vec::new(), Vec::new()];
    for run in 0..runs * 4 {
        for (room, took) in rooms.iter().zip(&mut warm) {
            took.push(timed(|| jump(room, run))?);
        }
    }
    let [short, long] = warm.map(median);
    println!(
        "\njumping on and on, where the year lies in memory and the hundred years are read: {short:.2} and {long:.2} ms"
    );
    println!("goal: a ratio of at most {GOAL} each");
    Ok(good)
}

fn main() -> ExitCode {
    let runs = std::env::args()
        .nth(1)
        .and_then(|runs| runs.parse().ok())
        .unwrap_or(15);
    match measure(runs) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(what) => {
            eprintln!("{what}");
            ExitCode::FAILURE
        }
    }
}
