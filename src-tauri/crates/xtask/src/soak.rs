//! `cargo xtask soak`: the fault suite for long; its short form is among the tests.

use crate::Outcome;
use crate::process::cargo;

/// Builds the fault suite as it is fast and runs it; it prints its own figures and fails on any violation.
pub fn run(arguments: &[String]) -> Outcome {
    let build = ["run", "--release", "--package", "wane-faults", "--", "soak"];
    let arguments: Vec<&str> = build
        .into_iter()
        .chain(arguments.iter().map(String::as_str))
        .collect();
    cargo(&arguments).run("the fault suite")
}
