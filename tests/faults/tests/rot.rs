//! A little rot; `cargo xtask soak --only rot` goes on for long.

use std::path::Path;

use wane_faults::{
    rot::{Rot, rot},
    soak::{self, Counts},
};

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

/// Seeds of long runs in which something was wrong once.
#[test]
fn what_has_happened_once_does_not_happen_again() {
    for (kind, seed, what) in [
        (Rot::Flip, 299, "a letter of the schema was none any more"),
        (Rot::Flip, 602, "a letter of the schema was another"),
        (Rot::Flip, 1144, "a letter of an entry was none any more"),
        (Rot::Truncation, 45, "a morning came back in part, unsaid"),
    ] {
        let rotten = rot(kind, seed..seed + 1, true);
        assert!(
            rotten.violations.is_empty(),
            "{what}: {:?}",
            rotten.violations
        );
    }
}
