//! `cargo xtask soak`: the fault suite, the proofs of the reminders, the calibration of the insights and the fuzz targets
//! of the importers for long; their short forms are among the tests.

use crate::Outcome;
use crate::fuzz;
use crate::process::cargo;

/// What proves the reminders, each with its package and its counts:
/// every quarter of an hour in every zone, and random traces with as many for each mutant.
const REMINDERS: [(&str, &str, &[&str]); 2] = [
    ("wane-domain", "every_quarter_hour", &["1"]),
    ("wane-store", "reminders_soak", &["100000", "1", "1000"]),
];

/// Builds everything as it is fast and runs it; each prints its own figures and fails on any violation.
///
/// `--only reminders` runs the proofs of the reminders, `--only insight` the calibration of the insights, `--only fuzz`
/// the fuzz targets, each as often as a number at the end says, and `--only` with a harness of the fault suite that one.
pub fn run(arguments: &[String]) -> Outcome {
    let only = arguments
        .iter()
        .position(|argument| argument == "--only")
        .and_then(|at| arguments.get(at + 1));
    if only.is_none_or(|name| name != "reminders" && name != "insight" && name != "fuzz") {
        faults(arguments)?;
    }
    if only.is_none_or(|name| name == "insight") {
        insight(arguments)?;
    }
    if only.is_none_or(|name| name == "reminders") {
        for (package, example, counts) in REMINDERS {
            let run = [
                "run",
                "--release",
                "--package",
                package,
                "--example",
                example,
                "--",
            ];
            cargo(&[&run, counts].concat()).run(example)?;
        }
    }
    // Last, since nothing else takes as long.
    if only.map_or(fuzz::IS_SET_UP, |name| name == "fuzz") {
        fuzz::run(arguments)?;
    }
    Ok(())
}

fn insight(arguments: &[String]) -> Outcome {
    let run = ["run", "--release", "--package", "wane-calibration"];
    let which = ["--bin", "insight-soak", "--"];
    let arguments: Vec<&str> = run
        .into_iter()
        .chain(which)
        .chain(arguments.iter().map(String::as_str))
        .collect();
    cargo(&arguments).run("the calibration of the insights")
}

fn faults(arguments: &[String]) -> Outcome {
    let run = ["run", "--release", "--package", "wane-faults", "--", "soak"];
    let arguments: Vec<&str> = run
        .into_iter()
        .chain(arguments.iter().map(String::as_str))
        .collect();
    cargo(&arguments).run("the fault suite")
}
