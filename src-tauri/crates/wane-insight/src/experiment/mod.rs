//! Small personal experiments: days with and without something, by the fall of coins, counted only at the end.
//!
//! A [`Plan`] fixes what is tried, what is looked at, for how long and in which blocks. Drawing it gives a [`Running`]
//! experiment, which can say what a day is for and take note of what was done, and nothing else. It ends as [`Finished`]
//! after its last day, or as [`Stopped`] on any day before; only a finished one has a result:
//!
//! ```compile_fail
//! use wane_insight::experiment::{Outcome, Running};
//! fn peek(running: &Running) {
//!     // A running experiment is not a finished one.
//!     let _ = Outcome::of(running, &[], &[]);
//! }
//! ```
//!
//! ```
//! use wane_insight::experiment::{Finished, Outcome};
//! fn look(finished: &Finished) {
//!     let _ = Outcome::of(finished, &[], &[]);
//! }
//! ```

mod coins;
mod expect;
mod outcome;
mod plan;
mod running;

pub use expect::{Expectation, FEWEST_PAIRS};
pub use outcome::{Adherence, Outcome};
pub use plan::{Arm, Blocks, Plan, PlanError, Read};
pub use running::{Finished, Running, Stopped};
