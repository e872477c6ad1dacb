//! A small disk; `cargo xtask soak --only full` goes on for long.

use std::path::Path;

use wane_faults::soak::{self, Counts};

#[test]
fn a_full_disk_keeps_everything_and_takes_one_last_entry() {
    let program = Path::new(env!("CARGO_BIN_EXE_wane-faults"));
    let report = soak::run("full", &Counts::SHORT, program);
    report.lines().iter().for_each(|line| println!("{line}"));
    assert!(!report.lines().is_empty(), "something was tried");
    assert_eq!(
        report.violations(),
        0,
        "of what must never happen:\n{}",
        report.lines().join("\n")
    );
}
