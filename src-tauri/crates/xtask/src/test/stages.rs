//! The stages of the tests, quickest answer first.

use std::fs;

use super::tally::Runner;
use crate::oracle;
use crate::process::{Program, cargo, program, root};

/// A step: who counts it, and the program, or why there is none.
pub type Step = (Runner, Result<Program, String>);

/// One stage.
pub struct Stage {
    /// What one types to run it alone.
    pub name: &'static str,
    /// What it does.
    pub does: &'static str,
    /// Its programs, in order; a failing check ends the stage.
    pub steps: fn() -> Vec<Step>,
}

/// All stages.
///
/// `rust`, `lint` and `window` name the same packages with the same features,
/// so that cargo resolves them alike and builds each dependency once.
pub const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        does: "the sources are formatted",
        steps: format,
    },
    Stage {
        name: "rust",
        does: "every test of every crate",
        steps: rust,
    },
    Stage {
        name: "lint",
        does: "clippy has nothing to say",
        steps: lint,
    },
    Stage {
        name: "oracle",
        does: "statsmodels still says what the insights are held against, and others can read what is exported",
        steps: oracle_steps,
    },
    Stage {
        name: "pages",
        does: "types, units and views of the pages",
        steps: pages,
    },
    Stage {
        name: "window",
        does: "the real window, its notifications and its clock",
        steps: window,
    },
];

fn check(program: Program) -> Step {
    (Runner::Check, Ok(program))
}

fn format() -> Vec<Step> {
    vec![check(cargo(&["fmt", "--all", "--check"]))]
}

fn rust() -> Vec<Step> {
    // Unit tests, tests over the whole, and the examples in the documentation.
    vec![(
        Runner::Cargo,
        Ok(cargo(&["test", "--workspace", "--no-fail-fast"])),
    )]
}

fn lint() -> Vec<Step> {
    vec![check(cargo(&[
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))]
}

fn oracle_steps() -> Vec<Step> {
    let set_up = oracle::steps().into_iter();
    set_up
        .chain([
            oracle::check(),
            cargo(&["build", "--workspace", "--all-targets"]),
            oracle::check_exports(),
        ])
        .map(check)
        .collect()
}

fn pages() -> Vec<Step> {
    vec![
        check(program("npm", &["ci", "--no-audit", "--no-fund"]).within("tests/ui")),
        (Runner::Node, node("tests/ui")),
    ]
}

fn window() -> Vec<Step> {
    if !cfg!(target_os = "linux") {
        // WebDriver reaches the window's engine on Linux; the other systems build it and run everything else.
        println!("The real window is driven on Linux only.");
        return Vec::new();
    }
    vec![
        check(cargo(&["build", "--workspace", "--all-targets"])),
        (Runner::Node, node("tests/desktop")),
    ]
}

/// Node's test runner over the `*.test.mjs` of one folder.
fn node(folder: &str) -> Result<Program, String> {
    let files = test_files(folder)?;
    let mut arguments = vec!["--test".to_owned(), "--test-reporter=spec".to_owned()];
    arguments.extend(files);
    Ok(program("node", &arguments))
}

/// The test files of a folder, by name.
fn test_files(folder: &str) -> Result<Vec<String>, String> {
    let entries =
        fs::read_dir(root().join(folder)).map_err(|_| format!("the folder {folder} is missing"))?;
    let mut files: Vec<String> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        Err(format!("there are no tests in {folder}"))
    } else {
        Ok(files)
    }
}
