//! Random lives of reminders over a real schedule: suspended, switched off, killed between any two steps, taken abroad,
//! with the clock set, the diary locked and the notification service gone.
//!
//! The long form is the example `reminders_soak`. The mutants are the control: the machine must catch each of them.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
#[allow(dead_code, reason = "shared with tests that use all of it")]
mod common;
mod dice;
mod machine;
mod oracle;
mod runs;
mod small;
mod trace;

use runs::{catch, run};
use small::Mutant;

/// The seed of the short runs; the long ones take theirs from the command line.
const SEED: u64 = 20_260_329;

#[test]
fn the_plan_keeps_its_promises_whatever_happens() {
    let report = run(None, SEED, 0..200).unwrap_or_else(|broken| panic!("{broken}"));
    assert!(
        report.shown > 400,
        "a machine that shows nothing proves nothing: {report:?}"
    );
}

#[test]
fn the_small_plan_keeps_them_too() {
    run(Some(Mutant::None), SEED, 0..100).unwrap_or_else(|broken| panic!("{broken}"));
}

#[test]
fn every_mutant_is_caught() {
    let escaped: Vec<Mutant> = Mutant::ALL
        .into_iter()
        .filter(|mutant| catch(*mutant, SEED, 300).is_none())
        .collect();
    assert_eq!(
        escaped,
        [],
        "each of them breaks a promise, and nobody noticed"
    );
}
