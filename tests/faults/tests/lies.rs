//! Disks that lie; `cargo xtask soak --only lies` goes on for long.

use std::path::Path;

use wane_faults::soak::{self, Counts};

#[test]
fn a_copy_that_is_not_what_was_written_is_no_backup() {
    let program = Path::new(env!("CARGO_BIN_EXE_wane-faults"));
    let report = soak::run("lies", &Counts::SHORT, program);
    report.lines().iter().for_each(|line| println!("{line}"));
    assert!(!report.lines().is_empty(), "something was tried");
    assert_eq!(
        report.violations(),
        0,
        "of what must never happen:\n{}",
        report.lines().join("\n")
    );
}
