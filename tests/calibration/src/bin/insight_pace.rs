//! How long the whole page takes, against statsmodels doing the same: `cargo xtask bench --only insight`.
//!
//! Called with the Python that has statsmodels, and a folder to write in. Both do the same page of the same diary in the
//! same run, their numbers are compared, and the goals are checked.
#![allow(
    clippy::print_stdout,
    reason = "telling people the figures is what this program is for"
)]

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use wane_calibration::{
    figures::median,
    pace::{Full, numbers},
};

/// Goal for three years, milliseconds.
const GOAL_MS: f64 = 30.0;
/// Goal against statsmodels with the shifts as the method describes them, one by one; times.
const GOAL_TIMES: f64 = 100.0;
/// Thirty years may take at most so many times ten years: linear is three.
const GOAL_LINEAR: f64 = 4.0;
/// Runs of which the median counts.
const RUNS: usize = 25;
/// Days of a year.
const YEAR: usize = 365;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, python, folder] = arguments.as_slice() else {
        println!("usage: insight_pace PYTHON FOLDER");
        return ExitCode::from(2);
    };
    match measure(python, Path::new(folder)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(what) => {
            println!("{what}");
            ExitCode::FAILURE
        }
    }
}

fn measure(python: &str, folder: &Path) -> Result<bool, String> {
    let years = [1, 3, 10, 30];
    let mut ours = Vec::new();
    println!(
        "the whole page: 5 measures both ways and to the pain on waking, 6 factors, mirrors, patience, skipped days; median of {RUNS}"
    );
    for year in years {
        let full = Full::new(year * YEAR, 1);
        ours.push(median_ms(|| {
            std::hint::black_box(full.insights());
        }));
        println!("  {year:2} years: {:8.3} ms", ours[ours.len() - 1]);
    }
    let three = Full::new(3 * YEAR, 1);
    let expected = numbers(&three.insights());
    let (mut differ, mut times) = (0, Vec::new());
    for way in ["turned", "transformed"] {
        let said = said_by_python(python, folder, &three, way)?;
        differ += differing(&expected, &said.numbers);
        times.push(said.ms / ours[1]);
        println!(
            "  statsmodels, 3 years, shifts {way}: {:8.3} ms, {:.0} times as long",
            said.ms,
            said.ms / ours[1]
        );
    }
    let growth = ours[3] / ours[2];
    println!("  30 years against 10: {growth:.2} times; linear is 3");
    println!("  numbers that differ by more than a hundred-millionth: {differ}");
    Ok(differ == 0 && ours[1] < GOAL_MS && times[0] >= GOAL_TIMES && growth <= GOAL_LINEAR)
}

fn median_ms(mut work: impl FnMut()) -> f64 {
    let mut runs: Vec<f64> = (0..RUNS)
        .map(|_| timed(&mut work).as_secs_f64() * 1000.0)
        .collect();
    median(&mut runs)
}

fn timed(work: &mut impl FnMut()) -> Duration {
    #[allow(
        clippy::disallowed_methods,
        reason = "measuring time is what this program is for"
    )]
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// What statsmodels says, and its milliseconds.
struct Said {
    numbers: Vec<Vec<f64>>,
    ms: f64,
}

fn said_by_python(python: &str, folder: &Path, full: &Full, way: &str) -> Result<Said, String> {
    let file = folder.join("three-years.csv");
    std::fs::write(&file, full.lines())
        .map_err(|error| format!("the diary could not be written: {error}"))?;
    let output = Command::new(python)
        .arg("tests/insight/page.py")
        .arg(&file)
        .arg(RUNS.to_string())
        .arg(way)
        .output()
        .map_err(|error| format!("Python could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!(
            "page.py failed: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let mut said = Said {
        numbers: Vec::new(),
        ms: f64::NAN,
    };
    for line in text.lines() {
        let mut fields = line.split(' ');
        let kind = fields.next();
        let mut numbers: Vec<f64> = fields.filter_map(|field| field.parse().ok()).collect();
        match kind {
            Some("seconds") => said.ms = 1000.0 * median(&mut numbers),
            _ => said.numbers.push(numbers),
        }
    }
    Ok(said)
}

/// How many numbers are not the same, or are missing on either side.
fn differing(ours: &[Vec<f64>], theirs: &[Vec<f64>]) -> usize {
    let count = |lines: &[Vec<f64>]| lines.iter().map(Vec::len).sum::<usize>();
    let (ours_in_all, theirs_in_all) = (count(ours), count(theirs));
    let same = ours
        .iter()
        .flatten()
        .zip(theirs.iter().flatten())
        .filter(|(a, b)| (*a - *b).abs() <= 1e-8 * b.abs().max(1e-3))
        .count();
    ours_in_all.max(theirs_in_all) - same
}
