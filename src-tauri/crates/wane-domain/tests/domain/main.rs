//! What the domain promises, held against published reference numbers and against laws that must hold for any input.
//!
//! `tests/data/` holds the reference numbers: computed once with other software, and read here as they are.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod another_sleep;
mod awake;
mod body;
mod breath;
mod check;
mod circular;
mod clock_times;
mod consistency;
mod day;
mod day_laws;
mod elapsed;
mod experiment;
mod fading;
mod flare;
mod id;
mod journeys;
mod ledger;
mod measures;
mod moment;
mod movement;
mod occurrences;
mod plan;
mod plan_lives;
mod present_day;
mod quarter_hours;
mod quiet;
mod regularity;
mod relax;
mod schedule;
mod spread;
mod sun;
mod support;
mod target;
mod topic;
mod usual;
mod weekly;
mod weekly_look;
mod winddown;
mod worry;
