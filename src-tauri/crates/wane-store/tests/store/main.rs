//! Behaviour of the store through its public names, in one program so that it is linked once
//! and can start itself again as a child that is killed, limited, or confined.
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;

mod agreement;
mod backups;
mod child;
mod damage;
#[cfg(unix)]
mod disk;
mod errors;
mod finding;
mod fixture;
mod foreign;
mod garbage;
mod history;
mod hlc;
mod kill;
mod many;
mod migrating;
#[cfg(unix)]
mod modes;
mod open;
mod places;
mod plain;
mod quiet;
mod reading;
mod recovering;
mod refusing;
#[cfg(unix)]
mod reserve;
mod restoring;
mod round_trip;
mod said;
mod salvaging;
mod saving;
mod schedule;
mod search;
mod trash;
mod undo;
mod undo_model;
mod unsaid;
mod upkeep;
mod verifying;
mod versions;
mod word_index;
