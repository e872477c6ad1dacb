//! The whole app without a window: every command through `App::call`, as the window and the command line use it.
#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

mod charts;
mod databases;
mod days;
mod entries;
mod experiments;
mod export;
mod flare;
mod following;
mod harmful;
mod help;
mod import;
mod importing;
mod insight;
mod insights;
mod keeping;
mod learn;
mod logging;
mod measured;
mod measures;
mod movement;
mod night;
#[path = "../../src-tauri/crates/wane-exchange/tests/common/packed.rs"]
mod packed;
mod planning;
mod privacy;
mod reminders;
mod sample;
mod settings;
mod suggesting;
mod tone;
mod tracking;
mod whole_memory;
mod winddown;
mod world;
