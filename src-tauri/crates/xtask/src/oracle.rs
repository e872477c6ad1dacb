//! The Python that statsmodels runs in: an environment of its own under `target/`, nothing on the machine itself.

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

/// Makes the environment and installs statsmodels in it; quick when that was done before.
pub fn steps() -> [Program; 2] {
    let folder = target().join("oracle").to_string_lossy().into_owned();
    let pip = ["-m", "pip", "install", "--quiet", "--requirement"];
    let list = "tests/insight/requirements.txt";
    [
        program(PYTHON, &["-m", "venv", &folder]),
        called(&[&pip[..], &[list]].concat()),
    ]
}

/// Takes the [`steps`].
pub fn provide() -> Outcome {
    steps()
        .into_iter()
        .try_for_each(|step| step.run("setting up statsmodels"))
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

fn called(arguments: &[&str]) -> Program {
    program(&python().to_string_lossy(), arguments)
}
