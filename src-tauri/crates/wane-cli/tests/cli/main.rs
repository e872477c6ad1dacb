//! The command line as a program: what it prints, how it exits, what it leaves behind.
#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

mod basics;
mod desk;
mod evening;
mod experimenting;
mod keeping;
mod logging;
mod moving;
mod reading;
mod reminding;
mod tracking;
