//! Behaviour of the store through its public names, in one program so that it is linked once
//! and can start itself again as a child that is killed, limited, or confined.
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;

mod child;
mod damage;
#[cfg(unix)]
mod disk;
mod errors;
mod fixture;
mod history;
mod hlc;
mod kill;
#[cfg(unix)]
mod modes;
mod open;
mod reading;
mod refusing;
mod round_trip;
mod said;
mod saving;
mod schedule;
mod undo;
mod undo_model;
mod unsaid;
