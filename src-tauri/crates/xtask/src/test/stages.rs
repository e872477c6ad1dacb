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
        (
            Runner::Node,
            test_files("tests/ui").map(|files| node(&files, 1)),
        ),
    ]
}

fn window() -> Vec<Step> {
    if !cfg!(target_os = "linux") {
        // WebDriver reaches the window's engine on Linux; the other systems build it and run everything else.
        println!("The real window is driven on Linux only.");
        return Vec::new();
    }
    let build = check(cargo(&["build", "--workspace", "--all-targets"]));
    let tests = match test_files("tests/desktop").and_then(side_by_side) {
        Ok((walks, others)) => vec![
            (Runner::Node, Ok(node(&walks, 2))),
            (Runner::Node, Ok(node(&others, 1))),
        ],
        Err(missing) => vec![(Runner::Node, Err(missing))],
    };
    std::iter::once(build).chain(tests).collect()
}

/// Tests of the window that wait for it most of the time and measure no time of their own: two at once are done in half
/// the time. Each has a desk to itself.
const WALKS: &[&str] = &[
    "charts",
    "import",
    "ipc",
    "log",
    "numbers",
    "payloads",
    "payloads-shown",
    "payloads-typed",
    "privacy",
    "privacy-files",
    "privacy-policy",
];

/// The walks, and all others, which run one at a time.
fn side_by_side(files: Vec<String>) -> Result<(Vec<String>, Vec<String>), String> {
    let walks: Vec<String> = WALKS
        .iter()
        .map(|name| format!("tests/desktop/{name}.test.mjs"))
        .collect();
    if let Some(gone) = walks.iter().find(|walk| !files.contains(walk)) {
        return Err(format!("{gone} is missing"));
    }
    let others = files.into_iter().filter(|file| !walks.contains(file));
    let others = others.collect();
    Ok((walks, others))
}

/// Node's test runner over these files, so many at once.
fn node(files: &[String], at_once: u8) -> Program {
    let mut arguments = vec![
        "--test".to_owned(),
        "--test-reporter=spec".to_owned(),
        format!("--test-concurrency={at_once}"),
    ];
    arguments.extend_from_slice(files);
    program("node", &arguments)
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

#[cfg(test)]
mod tests {
    use super::{WALKS, side_by_side, test_files};

    #[test]
    fn every_test_of_the_window_runs_once() {
        let files = test_files("tests/desktop").expect("there are tests");
        let (walks, others) = side_by_side(files.clone()).expect("no walk is missing");
        let mut all = [walks, others].concat();
        all.sort();
        assert_eq!(all, files);
    }

    #[test]
    fn a_walk_that_is_gone_is_told() {
        let missing = side_by_side(vec!["tests/desktop/charts.test.mjs".to_owned()]);
        assert_eq!(
            missing.err(),
            Some(format!("tests/desktop/{}.test.mjs is missing", WALKS[1]))
        );
    }
}
