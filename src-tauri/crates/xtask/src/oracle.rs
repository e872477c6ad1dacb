//! The Python in which other people's programs check ours: statsmodels the insights, `jsonschema` and `fhirclient` the
//! exports. It is an environment of its own under `target/`, nothing on the machine itself.

use std::path::PathBuf;

use crate::Outcome;
use crate::process::{Program, program, root, target};

/// What the machine calls Python 3.
pub const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// The environment's own Python, which is there once [`steps`] have been taken.
pub fn python() -> PathBuf {
    let inside = if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    };
    target().join("oracle").join(inside)
}

/// Makes the environment and installs what is needed in it; quick when that was done before.
pub fn steps() -> [Program; 2] {
    let folder = target().join("oracle").to_string_lossy().into_owned();
    let pip = ["-m", "pip", "install", "--quiet", "--requirement"];
    let lists = [
        "tests/insight/requirements.txt",
        "--requirement",
        "tests/exchange/requirements.txt",
    ];
    [
        program(PYTHON, &["-m", "venv", &folder]),
        called(&[&pip[..], &lists[..]].concat()),
    ]
}

/// Takes the [`steps`].
pub fn provide() -> Outcome {
    steps()
        .into_iter()
        .try_for_each(|step| step.run("setting up statsmodels and what reads the exports"))
}

/// Computes the frozen numbers of the insights anew.
pub fn check() -> Program {
    let frozen = root().join("src-tauri/crates/wane-insight/tests/data/oracle.tsv");
    called(&[
        "tests/insight/oracle.py",
        "check",
        &frozen.to_string_lossy(),
    ])
}

/// Lets others read what is exported; the command line has to be built before.
pub fn check_exports() -> Program {
    let wane = format!("wane{}", std::env::consts::EXE_SUFFIX);
    let wane = target().join("debug").join(wane);
    let folder = target().join("outside");
    called(&[
        "tests/exchange/outside.py",
        &wane.to_string_lossy(),
        &folder.to_string_lossy(),
    ])
}

fn called(arguments: &[&str]) -> Program {
    program(&python().to_string_lossy(), arguments)
}
