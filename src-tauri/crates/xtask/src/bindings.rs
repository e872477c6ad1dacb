//! The window's types, written from the command table.

use std::fs;

use crate::Outcome;
use crate::process::{cargo, root};

const FILE: &str = "ui/ipc/bindings.d.ts";

/// Writes the file anew, or with `--check` says whether it is fresh.
pub fn run(arguments: &[String]) -> Outcome {
    let text = cargo(&[
        "run",
        "--quiet",
        "--package",
        "wane-app",
        "--example",
        "bindings",
    ])
    .output()
    .ok_or("the command table did not compile; `cargo check -p wane-app` says why")?;
    let text = format!("{text}\n");
    let path = root().join(FILE);
    if arguments.iter().any(|argument| argument == "--check") {
        let there = fs::read_to_string(&path).unwrap_or_default();
        return if there == text {
            Ok(())
        } else {
            Err(format!(
                "{FILE} is stale; `cargo xtask bindings` writes it anew"
            ))
        };
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| format!("{FILE} could not be written: {error}"))?;
    }
    fs::write(&path, text).map_err(|error| format!("{FILE} could not be written: {error}"))?;
    println!("{FILE} is fresh.");
    Ok(())
}
