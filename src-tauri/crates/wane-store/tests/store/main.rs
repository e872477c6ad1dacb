//! Behaviour of the store through its public names, in one program so that it is linked once
//! and can start itself again as a child that is killed, limited, or confined.
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;

mod child;
mod disk;
mod errors;
mod fixture;
mod hlc;
mod kill;
mod modes;
mod open;
mod reading;
mod round_trip;
mod saving;
mod schedule;
mod undo;
