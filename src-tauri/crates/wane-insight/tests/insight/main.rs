//! The statistics against outside numbers, by laws, and at their edges.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod edges;
mod experiment;
mod families;
mod laws;
mod line;
mod look_back;
mod oracle;
mod patience;
mod reference;
mod shift;
mod skipped;
mod support;
mod waking;
