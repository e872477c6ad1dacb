//! The short form of the fuzz targets (`fuzz/`): the same seeds and the same laws, some thousand damaged files each.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod laws;
mod mutate;
mod seeds;
mod tables;

use std::panic::{AssertUnwindSafe, catch_unwind};

use laws::Target;
use mutate::{Chance, mutate};
use wane_exchange::{Format, recognise};

/// How many damaged files every target reads.
const RUNS: usize = 1_000;

/// Damaged files of a target, handed over one by one.
fn each_damaged(target: Target, runs: usize, mut take: impl FnMut(&[u8])) {
    let seeds = seeds::seeds(target);
    let words: Vec<String> = seeds::words(target).into_iter().collect();
    let mut chance = Chance(target.name().bytes().map(u64::from).sum());
    for run in 0..runs {
        let mut bytes = seeds[run % seeds.len()].clone();
        let other = &seeds[chance.below(seeds.len())];
        // What one file's damage leads to is damaged further now and then.
        mutate(&mut bytes, &words, other, 4096, &mut chance);
        take(&bytes);
    }
}

#[test]
fn damaged_files_break_no_law_of_any_target() {
    for target in Target::all() {
        each_damaged(target, RUNS, |bytes| {
            let held = catch_unwind(AssertUnwindSafe(|| laws::hold(target, bytes, true)));
            assert!(
                held.is_ok(),
                "{} with {:?}",
                target.name(),
                String::from_utf8_lossy(bytes)
            );
        });
    }
}

#[test]
fn every_seed_is_of_its_format_and_holds() {
    for target in Target::all() {
        assert!(
            !seeds::seeds(target).is_empty(),
            "{} has a seed",
            target.name()
        );
        for seed in seeds::seeds(target) {
            laws::hold(target, &seed, true);
            // Any table may be a table of no known kind, and only its tables tell what a database is.
            let unknown = [Format::Table, Format::HealthConnect, Format::Gadgetbridge];
            if let Target::Format(format) = target
                && !unknown.contains(&format)
            {
                assert_eq!(
                    recognise(&seed),
                    Some(format),
                    "{}",
                    String::from_utf8_lossy(&seed)
                );
            }
        }
    }
}

#[test]
fn a_planted_fault_is_found_from_the_seeds_of_every_target() {
    // A reader that cannot bear a certain year, as a real one might not.
    let bears = |bytes: &[u8]| !bytes.windows(4).any(|part| part == b"9999");
    for target in Target::all() {
        let mut found = 0;
        each_damaged(target, RUNS, |bytes| found += usize::from(!bears(bytes)));
        assert!(found > 0, "{}: the damage is too mild", target.name());
        let mut unhurt = 0;
        for seed in seeds::seeds(target) {
            unhurt += usize::from(bears(&seed));
        }
        assert!(unhurt > 0, "{}: and the seeds are not it", target.name());
    }
}
