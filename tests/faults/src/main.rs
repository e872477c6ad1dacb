//! `wane-faults soak`: every harness of the fault suite for long. `cargo xtask soak` builds and runs it.
//!
//! It also starts itself again: as the child that is killed, and on a disk that is full.

use std::{path::Path, process::ExitCode};

use wane_faults::{
    child,
    soak::{Counts, HARNESSES, Report},
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        [child::CHILD, work, root] => {
            child::work(work, Path::new(root));
            ExitCode::SUCCESS
        }
        #[cfg(target_os = "linux")]
        [wane_faults::full::ON_SMALL_DISK, disk, stride] => {
            let stride = stride.parse().unwrap_or(1);
            wane_faults::full::on_small_disk(Path::new(disk), stride, say);
            ExitCode::SUCCESS
        }
        ["soak", ref rest @ ..] => match parse(rest) {
            Ok((only, counts)) => soak(&only, &counts),
            Err(what) => {
                eprintln!("{what}\n\n{USAGE}");
                ExitCode::from(2)
            }
        },
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

const USAGE: &str = "wane-faults soak [--only HARNESS] … [--seed N]";

/// Which harnesses, and for how long.
fn parse(words: &[&str]) -> Result<(Vec<String>, Counts), String> {
    let mut only = Vec::new();
    let mut counts = Counts::LONG;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let value = words.next().ok_or(format!("{word} needs a value"))?;
        match *word {
            "--only" if HARNESSES.iter().any(|(name, _)| name == value) => {
                only.push((*value).to_owned());
            }
            "--only" => {
                let names: Vec<&str> = HARNESSES.iter().map(|(name, _)| *name).collect();
                return Err(format!(
                    "there is no harness \"{value}\"; there are {}",
                    names.join(", ")
                ));
            }
            "--seed" => counts.seed = value.parse().map_err(|_| "a seed is a number")?,
            other => return Err(format!("what is {other}?")),
        }
    }
    Ok((only, counts))
}

fn soak(only: &[String], counts: &Counts) -> ExitCode {
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => {
            eprintln!("this program cannot find itself: {error}");
            return ExitCode::FAILURE;
        }
    };
    say(&format!(
        "Everything random begins with seed {}.",
        counts.seed
    ));
    let mut report = Report::new(say);
    for (name, run) in HARNESSES {
        if only.is_empty() || only.iter().any(|one| one == name) {
            say(&format!("\n── {name}"));
            run(counts, &program, &mut report);
        }
    }
    say("\n── all of it");
    report.lines().iter().for_each(|line| say(line));
    say(&format!("\n{} violations", report.violations()));
    if report.violations() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[allow(
    clippy::print_stdout,
    reason = "telling people what was found is what this program is for"
)]
fn say(line: &str) {
    println!("{line}");
}
