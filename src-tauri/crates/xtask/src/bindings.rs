//! What is written from the code for others to read: the window's types, from the command table,
//! and the description of a whole diary as JSON, from the tables of the store.

use std::fs;

use crate::Outcome;
use crate::process::{cargo, root};

/// The files, and the example of `wane-app` that prints each.
const FILES: [(&str, &str); 2] = [
    ("ui/ipc/bindings.d.ts", "bindings"),
    ("docs/export/wane-diary.schema.json", "export_schema"),
];

/// Writes the files anew, or with `--check` says whether they are fresh.
pub fn run(arguments: &[String]) -> Outcome {
    let check = arguments.iter().any(|argument| argument == "--check");
    FILES
        .iter()
        .try_for_each(|(file, example)| write(file, example, check))
}

fn write(file: &str, example: &str, check: bool) -> Outcome {
    let text = cargo(&[
        "run",
        "--quiet",
        "--package",
        "wane-app",
        "--example",
        example,
    ])
    .output()
    .ok_or("the command table did not compile; `cargo check -p wane-app` says why")?;
    let text = format!("{text}\n");
    let path = root().join(file);
    if check {
        let there = fs::read_to_string(&path).unwrap_or_default();
        return if there == text {
            Ok(())
        } else {
            Err(format!(
                "{file} is stale; `cargo xtask bindings` writes it anew"
            ))
        };
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| format!("{file} could not be written: {error}"))?;
    }
    fs::write(&path, text).map_err(|error| format!("{file} could not be written: {error}"))?;
    println!("{file} is fresh.");
    Ok(())
}
