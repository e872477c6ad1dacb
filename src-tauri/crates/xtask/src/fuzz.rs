//! `cargo xtask soak --only fuzz [-- RUNS]`: a fuzzer thinks up files for everything that reads them (`fuzz/`).
//!
//! Every target runs twice: with files of up to 4 KiB, which is where almost everything is found, and a hundredth as
//! often with files of up to 64 KiB. As many targets run at once as there are cores.

use std::fs;
use std::process::Stdio;
use std::sync::Mutex;
use std::thread;

use crate::Outcome;
use crate::process::{Program, on_path, program, root};

/// How often each target is run unless a number is given.
const RUNS: u64 = 10_000_000;

/// A round of one target.
struct Pass {
    /// The largest file, in bytes.
    most: u32,
    /// It has the runs asked for, divided by this.
    part: u64,
    /// Whether a branch taken more often than before is something new, as one taken for the first time is.
    ///
    /// Without it the first pass is up to twice as fast and reaches as many branches, or more, in the same time.
    counts_repeats: bool,
}

const PASSES: [Pass; 2] = [
    Pass {
        most: 4096,
        part: 1,
        counts_repeats: false,
    },
    Pass {
        most: 65_536,
        part: 100,
        counts_repeats: true,
    },
];

/// Where a nightly compiler puts instrumented programs for this machine.
const MACHINE: &str = "x86_64-unknown-linux-gnu";

/// Whether this machine is one it is set up for.
pub const IS_SET_UP: bool = cfg!(all(target_os = "linux", target_arch = "x86_64"));

fn nightly(arguments: &[&str]) -> Program {
    program("rustup", &[&["run", "nightly"], arguments].concat()).within("fuzz")
}

/// Builds every target and runs it; `arguments` may end with a number of runs.
pub fn run(arguments: &[String]) -> Outcome {
    let runs = match arguments.last().map(|last| last.parse::<u64>()) {
        Some(Ok(0)) => return Err("a target runs at least once".to_owned()),
        Some(Ok(runs)) => runs,
        _ => RUNS,
    };
    if !IS_SET_UP {
        return Err("fuzzing is set up for Linux on x86-64 alone".to_owned());
    }
    provide()?;
    println!("Building every target with instruments; the first time takes a few minutes.");
    let seeds = [
        "cargo",
        "run",
        "--quiet",
        "--example",
        "seeds",
        "--",
        "corpus",
    ];
    let names = nightly(&seeds)
        .output()
        .ok_or("the seeds of the fuzz targets could not be put down")?;
    nightly(&[
        "cargo",
        "fuzz",
        "build",
        "--fuzz-dir",
        ".",
        "--sanitizer",
        "none",
        "--release",
        "--debug-assertions",
        // Watching every comparison costs more than half of the time; the dictionaries have the words.
        "--no-trace-compares",
    ])
    .run("the build of the fuzz targets")?;
    println!(
        "{:18} {:>12} {:>12}  what",
        "target", "to 4 KiB", "to 64 KiB"
    );
    // The slowest stand at the end, and begin first.
    let waiting = Mutex::new(names.lines().rev());
    let failed = Mutex::new(Vec::new());
    let next = || waiting.lock().ok()?.next();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(name) = next() {
                    if !whole(name, runs)
                        && let Ok(mut failed) = failed.lock()
                    {
                        failed.push(name);
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().map_err(|_| "a run broke off")?;
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "{} broke a law; the files that do it lie in fuzz/artifacts",
            failed.join(", ")
        ))
    }
}

/// The nightly compiler and cargo-fuzz; the latter is installed if it is missing, after saying so.
fn provide() -> Outcome {
    if nightly(&["rustc", "--version"]).output().is_none() {
        return Err(
            "fuzzing needs a nightly compiler: rustup toolchain install nightly".to_owned(),
        );
    }
    if !on_path("cargo-fuzz") {
        println!(
            "cargo-fuzz is missing, which builds the targets with instruments; installing it."
        );
        program("cargo", &["install", "cargo-fuzz", "--locked"]).run("cargo-fuzz")?;
    }
    Ok(())
}

/// Runs one target through every pass and prints how it went; whether nothing was found.
fn whole(name: &str, runs: u64) -> bool {
    let mut reached = [const { String::new() }; PASSES.len()];
    let mut what = Ok(());
    for (pass, reached) in PASSES.iter().zip(&mut reached) {
        what = pass
            .run(name, (runs / pass.part).max(1))
            .map(|count| *reached = count.to_string());
        if what.is_err() {
            break;
        }
    }
    let [small, large] = reached;
    let told = what.as_ref().err().map_or("nothing found", String::as_str);
    println!("{name:18} {small:>12} {large:>12}  {told}");
    what.is_ok()
}

impl Pass {
    /// Runs one target so many times; how many it reached, or where its report is.
    fn run(&self, name: &str, runs: u64) -> Result<u64, String> {
        let folder = root().join("fuzz");
        let artifacts = folder.join("artifacts");
        let text = |error: std::io::Error| error.to_string();
        fs::create_dir_all(&artifacts).map_err(text)?;
        let report = artifacts.join(format!("{name}-{}.log", self.most));
        let mut command = program(
            &format!("{}/target/{MACHINE}/release/{name}", folder.display()),
            &[
                format!("corpus/{name}"),
                format!("-dict=corpus/{name}.dict"),
                format!("-max_len={}", self.most),
                format!("-runs={runs}"),
                format!("-use_counters={}", u8::from(self.counts_repeats)),
                "-timeout=10".to_owned(),
                "-rss_limit_mb=256".to_owned(),
                "-print_final_stats=1".to_owned(),
                format!("-artifact_prefix={}/{name}-", artifacts.display()),
            ],
        )
        .within("fuzz")
        .into_command();
        let status = command
            .stdout(Stdio::null())
            .stderr(fs::File::create(&report).map_err(text)?)
            .status()
            .map_err(text)?;
        let told = String::from_utf8_lossy(&fs::read(&report).map_err(text)?).into_owned();
        match (status.success(), reached(&told)) {
            (true, Some(count)) => Ok(count),
            _ => Err(format!("failed, see {}", report.display())),
        }
    }
}

/// How many runs a report of the fuzzer tells of.
fn reached(report: &str) -> Option<u64> {
    report
        .lines()
        .filter_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .find_map(|count| count.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_read_out_of_a_report() {
        let report = "#2 INITED\nDone 10 runs in 1 second(s)\nstat::number_of_executed_units: 4711\nstat::peak_rss_mb: 35\n";
        assert_eq!(reached(report), Some(4711));
        assert_eq!(reached("==1== ERROR: libFuzzer: timeout"), None);
    }

    #[test]
    fn every_target_has_its_file() {
        let folder = root().join("fuzz");
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("the package is there");
        let files = fs::read_dir(folder.join("fuzz_targets")).expect("its targets are there");
        let mut count = 0;
        for file in files {
            let name = file.expect("they can be listed").file_name();
            let named = format!("\"fuzz_targets/{}\"", name.to_string_lossy());
            assert!(manifest.contains(&named), "{named} is built");
            count += 1;
        }
        assert_eq!(manifest.matches("[[bin]]").count(), count);
    }
}
