//! The long form of the random lives of reminders, and of its control.
//!
//! `cargo run --release -p wane-store --example reminders_soak -- TRACES [SEED [MUTANT_TRACES]]`
//!
//! Lives through TRACES traces by the real plan, then gives every mutant up to MUTANT_TRACES traces to be caught in
//! (500 unless said). Prints what it went through; ends with status 1 when a promise is broken or a mutant escapes.
// A failed unwrap is a failed run.
#![allow(clippy::unwrap_used)]
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that reports"
)]

#[path = "../tests/common/mod.rs"]
#[allow(dead_code, reason = "shared with tests that use all of it")]
mod common;
#[path = "../tests/reminders/dice.rs"]
mod dice;
#[path = "../tests/reminders/machine.rs"]
mod machine;
#[path = "../tests/reminders/oracle.rs"]
mod oracle;
#[path = "../tests/reminders/runs.rs"]
mod runs;
#[path = "../tests/reminders/small.rs"]
mod small;
#[path = "../tests/reminders/trace.rs"]
mod trace;

use std::process::ExitCode;

use runs::{Report, catch, run};
use small::Mutant;

/// Traces between two lines of progress.
const STRIDE: u64 = 1000;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).map(|text| text.parse::<u64>());
    let mut next = |default| numbers.next().map_or(Ok(default), |number| number);
    let (Ok(traces), Ok(seed), Ok(most)) = (next(100_000), next(1), next(500)) else {
        eprintln!("usage: reminders_soak TRACES [SEED [MUTANT_TRACES]]");
        return ExitCode::from(2);
    };
    let mut sum = Report::default();
    for from in (0..traces).step_by(STRIDE as usize) {
        match run(None, seed, from..(from + STRIDE).min(traces)) {
            Ok(report) => {
                sum.traces += report.traces;
                sum.turns += report.turns;
                sum.shown += report.shown;
            }
            Err(broken) => {
                println!("broken: {broken}");
                return ExitCode::FAILURE;
            }
        }
        println!(
            "{} traces, {} turns, {} notifications, 0 promises broken",
            sum.traces, sum.turns, sum.shown
        );
    }
    // The control is only a control if it keeps the promises itself, unbroken.
    if let Err(broken) = run(Some(Mutant::None), seed, 0..most.min(traces)) {
        println!("the small plan is broken: {broken}");
        return ExitCode::FAILURE;
    }
    let mut escaped = 0;
    for mutant in Mutant::ALL {
        match catch(mutant, seed, most) {
            Some(after) => println!("{mutant:?}: caught within {after} traces"),
            None => {
                escaped += 1;
                println!("{mutant:?}: escaped {most} traces");
            }
        }
    }
    println!("{} mutants, {escaped} escaped", Mutant::ALL.len());
    if escaped == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
