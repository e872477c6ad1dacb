//! Every word the user reads: message catalogues (Fluent) and the copy linter.
//!
//! A message has an id and stands in one `.ftl` file of `catalogue/<language>/`; code holds ids, never sentences.
//! Start with [`Catalogue::english`] and [`Catalogue::text`].
//!
//! ```
//! use chrono::NaiveDate;
//! use wane_text::Catalogue;
//!
//! let text = Catalogue::english();
//! let date = NaiveDate::from_ymd_opt(2026, 3, 14).expect("a real date");
//! assert_eq!(text.date_long(date), "Saturday, 14 March 2026");
//! ```
//!
//! Reading order:
//! 1. [`languages`]: which catalogues there are; a new language is a new room there
//! 2. [`catalogue`]: from an id and its arguments to a sentence
//! 3. [`dates`]: dates, clock times, durations and numbers in a language's own form
//! 4. [`patterns`]: the messages of the window, for the window to fill in by itself
//! 5. [`learn`]: the cards of the Learn view, and what each of them may not lack
//! 6. [`lint`]: what a sentence of Wane may not say

pub mod catalogue;
pub mod dates;
pub mod languages;
pub mod learn;
pub mod lint;
pub mod patterns;

pub use catalogue::{Arg, Catalogue};
