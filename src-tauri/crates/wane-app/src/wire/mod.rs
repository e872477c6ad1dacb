//! The shapes that cross to the window, to the command line's `--json`, and to other programs.
//!
//! Dates are `YYYY-MM-DD`, clock readings `HH:MM`, instants RFC 3339 with their offset.
//! What is missing is `null`. Sentences are ready to show; the window formats nothing but its own fixed labels.

mod chart;
mod columns;
mod desktop;
mod entries;
mod exchange;
mod experiment;
mod export;
mod flare;
mod help;
mod insight;
mod insights;
mod learn;
mod measures;
mod movement;
mod night;
mod plan;
mod remind;
mod safety;
mod search;
mod settings;
mod today;
mod track;
mod winddown;

pub use chart::*;
pub use columns::*;
pub use desktop::*;
pub use entries::*;
pub use exchange::*;
pub use experiment::*;
pub use export::*;
pub use flare::*;
pub use help::*;
pub use insight::*;
pub use insights::*;
pub use learn::*;
pub use measures::*;
pub use movement::*;
pub use night::*;
pub use plan::*;
pub use remind::*;
pub use safety::*;
pub use search::*;
pub use settings::*;
pub use today::*;
pub use track::*;
pub use winddown::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request without content.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// What could not be done, for people and for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WireError {
    /// Stable word that somebody branches on: `bad-input`, `in-use`, `newer`, `damaged`, `read-only`, `full`,
    /// `not-found`, `file`, `no-notifications`, `unsupported`, `internal`.
    pub code: String,
    /// What happened, what was kept, what to do; from the catalogue, without diary content.
    pub message: String,
}

/// One day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DayRequest {
    /// The day; today if absent.
    #[serde(default)]
    pub date: Option<String>,
}

/// A table with its headings; every chart has one made from the same numbers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Table {
    /// Headings, the first one for the row's own name.
    pub columns: Vec<String>,
    /// Rows of ready texts; an empty text is a missing value.
    pub rows: Vec<Vec<String>>,
}
