//! What one person's diary can say about their sleep and their pain, and how sure anyone can be.
//!
//! Numbers in, estimates with intervals out: this crate has no words, no clock and no randomness.
//! The method, its limits and how often it is wrong stand in `docs/INSIGHTS.md`; the procedure is `SCIENCE.md` 3.3.
//!
//! Reading order:
//! 1. [`calendar`] and [`question`]: days, and what is asked about them
//! 2. [`rows`]: which days make a row, and why the others do not
//! 3. [`least_squares`] and [`student`]: the fit and its standard error
//! 4. [`contrast`] and [`comparison`]: the slope in plain units, with all it rests on
//! 5. [`shift`]: the diary shifted against itself
//! 6. [`family`] and [`verdict`]: many questions at once, tiers, direction
//! 7. [`page`]: everything at once
//! 8. [`patience`], [`skipped`] and [`look_back`]: when could we know, do gaps bend the picture, the week
//! 9. [`line`]: what a comparison looks like in a picture of its rows
//! 10. [`experiment`]: randomised blocks of days

pub mod calendar;
pub mod comparison;
pub mod contrast;
pub mod experiment;
pub mod family;
pub mod least_squares;
pub mod line;
pub mod look_back;
pub mod obstacle;
pub mod page;
pub mod patience;
pub mod question;
pub mod rows;
pub mod shift;
pub mod skipped;
pub mod student;
pub mod verdict;

pub use calendar::Calendar;
pub use comparison::{Comparison, Numbers};
pub use obstacle::Obstacle;
pub use page::{Insights, Page};
pub use question::{Lag, Quantity, Question};
pub use verdict::{Direction, Tier};
