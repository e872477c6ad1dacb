//! Runs of many traces.

use std::ops::Range;

use crate::{
    common::dir_in_memory,
    machine::Machine,
    small::Mutant,
    trace::{GROUP, Trace},
};

/// What a run went through.
#[derive(Debug, Clone, Copy, Default)]
pub struct Report {
    pub traces: u64,
    pub turns: u64,
    pub shown: usize,
}

/// Lives through the traces of those numbers; the first broken promise is the error.
pub fn run(small: Option<Mutant>, seed: u64, numbers: Range<u64>) -> Result<Report, String> {
    let mut report = Report::default();
    let mut group = None;
    let mut turns = 0;
    for number in numbers {
        if number % GROUP == 0 || group.is_none() {
            let dir = dir_in_memory();
            turns = 0;
            group = Some((Machine::new(dir.path(), small), dir));
        }
        let Some((machine, _)) = &mut group else {
            continue;
        };
        machine.live(&Trace::of(seed, number)).map_err(|broken| {
            let trace = Trace::of(seed, number);
            format!("seed {seed}, trace {number}: {broken}\n{trace:#?}")
        })?;
        report.traces += 1;
        report.turns += machine.turns - turns;
        turns = machine.turns;
        report.shown += machine.oracle.seen();
    }
    Ok(report)
}

/// How many traces it took to catch that mutant, of at most `most`.
pub fn catch(mutant: Mutant, seed: u64, most: u64) -> Option<u64> {
    for number in (0..most).step_by(GROUP as usize) {
        if run(Some(mutant), seed, number..(number + GROUP).min(most)).is_err() {
            return Some(number + GROUP);
        }
    }
    None
}
