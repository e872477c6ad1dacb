//! How often the insights are wrong, in made-up diaries whose truth is known.
//!
//! [`worlds`] makes the diaries and [`suite`] counts; `cargo xtask soak --only insight` runs it for long, the tests for
//! short. The [`suite`] also asks a naive comparison, which must not pass: it is the control of the whole.

pub mod figures;
pub mod judge;
pub mod naive;
pub mod pace;
pub mod rng;
pub mod suite;
pub mod trials;
pub mod waiting;
pub mod worlds;
