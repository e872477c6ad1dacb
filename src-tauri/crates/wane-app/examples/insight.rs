//! Insights as the app answers them: reading the diary, the statistics and the words, for diaries of several lengths.
//!
//! `cargo xtask bench --only insight` runs it on a release build. It fails when three years cost more than [`GOAL_MS`].

#![allow(clippy::disallowed_methods, reason = "a measurement reads the clock")]
#![allow(
    clippy::print_stdout,
    reason = "a measurement is there to be read on the terminal"
)]

mod still;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Instant,
};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use still::Still;
use wane_app::App;

/// What the whole view may cost for three years, in milliseconds.
const GOAL_MS: f64 = 30.0;
/// Years of the diaries; the goal is about the second.
const YEARS: [u32; 4] = [1, 3, 10, 30];
/// The present instant, so that every run works on the same days; a Monday, on which a week is looked back on.
const NOW: &str = "2026-06-15T08:00:00Z";

fn main() -> ExitCode {
    let runs = std::env::args().nth(1).and_then(|runs| runs.parse().ok());
    match measure(runs.unwrap_or(15)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            println!("The measurement could not be made: {message}");
            ExitCode::FAILURE
        }
    }
}

fn measure(runs: usize) -> Result<bool, String> {
    let key = json!({ "family": "forward", "at": 0 });
    let asked = [
        ("insights", json!({})),
        ("insight", json!({})),
        ("insight_detail", json!({ "range": "all", "key": key })),
        ("look_back", json!({})),
        ("look_back", json!({ "only_on_its_day": true })),
        ("today", json!({})),
    ];
    println!("Insights as the app answers them, median of {runs} runs, in ms:");
    println!("years   insights    insight     detail   look back   on Today    (Today)");
    let mut is_met = true;
    for years in YEARS {
        let folder = tempfile_in_target(years)?;
        let app = open(&folder)?;
        call(
            &app,
            "sample_start",
            json!({ "days": (f64::from(years) * 365.25) as u32, "seed": 1 }),
        )?;
        let mut row = format!("{years:>5}");
        for (at, (command, request)) in asked.iter().enumerate() {
            let ms = median(runs, || call(&app, command, request.clone()).map(drop))?;
            row.push_str(&format!(" {ms:>10.2}"));
            if at == 0 && years == 3 {
                is_met = ms <= GOAL_MS;
            }
        }
        println!("{row}");
        drop(app);
        std::fs::remove_dir_all(&folder).map_err(|e| e.to_string())?;
    }
    println!(
        "The whole view of three years in {GOAL_MS} ms: {}.",
        if is_met { "met" } else { "missed" }
    );
    Ok(is_met)
}

fn tempfile_in_target(years: u32) -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("wane-insight-{}-{years}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    Ok(folder)
}

fn open(folder: &Path) -> Result<App, String> {
    let now = DateTime::parse_from_rfc3339(NOW).map_err(|e| e.to_string())?;
    let host = Arc::new(Still::at(now.with_timezone(&Utc)));
    App::open(folder, host).map_err(|e| e.message)
}

fn call(app: &App, command: &str, request: Value) -> Result<Value, String> {
    app.call(command, request)
        .map_err(|e| format!("{command}: {}", e.message))
}

fn median(runs: usize, mut run: impl FnMut() -> Result<(), String>) -> Result<f64, String> {
    let mut times = Vec::with_capacity(runs);
    for _ in 0..=runs {
        let begun = Instant::now();
        run()?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    // The first run warms the caches and is not counted.
    let mut times = times.split_off(1);
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}
