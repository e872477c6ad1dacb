//! A few kills; `cargo xtask soak --only kill` goes on for long.

use std::path::Path;

use wane_faults::soak::{self, Counts};

#[test]
fn a_killed_program_loses_nothing_that_was_acknowledged() {
    let program = Path::new(env!("CARGO_BIN_EXE_wane-faults"));
    let report = soak::run("kill", &Counts::SHORT, program);
    report.lines().iter().for_each(|line| println!("{line}"));
    assert!(!report.lines().is_empty(), "something was tried");
    assert_eq!(
        report.violations(),
        0,
        "of what must never happen:\n{}",
        report.lines().join("\n")
    );
}
