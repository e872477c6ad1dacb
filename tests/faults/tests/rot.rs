//! A little rot; `cargo xtask soak --only rot` goes on for long.

use std::path::Path;

use wane_faults::soak::{self, Counts};

#[test]
fn a_rotten_file_is_noticed_or_harmless_and_its_diary_comes_back() {
    let program = Path::new(env!("CARGO_BIN_EXE_wane-faults"));
    let report = soak::run("rot", &Counts::SHORT, program);
    report.lines().iter().for_each(|line| println!("{line}"));
    assert!(!report.lines().is_empty(), "something was tried");
    assert_eq!(
        report.violations(),
        0,
        "of what must never happen:\n{}",
        report.lines().join("\n")
    );
}
