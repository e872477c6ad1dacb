//! The sleep raster: one row a day, bars from bed to wake across midnight.
//!
//! The oldest day is at the top, as in the actograms of sleep research:
//! time runs down the page as it runs along a line of text, a later bedtime moves to the right,
//! and a rhythm that drifts shows as a slant in the direction in which the page is read.
//!
//! Positions are minutes elapsed since the left edge, not clock readings,
//! so that a bar is as long as the sleep was, on the night of a clock change too.

mod draw;
mod intervals;
mod layout;
mod rows;

use chrono::NaiveDate;

use crate::{Calendar, Chart, ChartError, Frame};

/// Minutes elapsed since a row's left edge: start and end.
pub type Interval = (f64, f64);

/// What a raster shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Raster {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// The days with an entry, in any order; days without a row, or with an empty one, are gaps.
    pub rows: Vec<RasterRow>,
    /// The clock time at the left edge, in minutes after midnight; 720 for noon to noon.
    pub starts_at_min: u32,
    /// The user's own target window, in minutes after the left edge.
    pub target: Option<Interval>,
    /// How the clock hours 0 to 23 are written: `"00:00"` or `"12 am"`.
    pub hour_labels: [String; 24],
    /// What to write under the chart when one row stands for several days, with `{days}` for their number.
    pub note_when_aggregated: Option<String>,
}

/// One day of a raster: the night that ended on `date`, and that day's naps.
///
/// All minutes are elapsed minutes since the left edge (by default local noon of the day before `date`).
#[derive(Debug, Clone, PartialEq)]
pub struct RasterRow {
    /// The day of the final awakening.
    pub date: NaiveDate,
    /// Into bed and out of bed.
    pub in_bed: Option<Interval>,
    /// From sleep onset to final awakening; several when the sleep came in parts.
    pub asleep: Vec<Interval>,
    /// Time awake whose place in the night is known; left open in the bar.
    /// A diary's WASO has no place in the night and does not belong here.
    pub awake: Vec<Interval>,
    /// Any other sleep.
    pub naps: Vec<Interval>,
    /// Written down long afterwards: drawn hollow.
    pub recalled: bool,
    /// Known from a device only: drawn pale with an outline.
    pub device: bool,
    /// Length of the row: 1440, or 1380 or 1500 where the clock changed.
    pub day_minutes: f64,
}

impl RasterRow {
    /// A row of an ordinary day without anything in it yet.
    pub fn empty(date: NaiveDate) -> Self {
        RasterRow {
            date,
            in_bed: None,
            asleep: Vec::new(),
            awake: Vec::new(),
            naps: Vec::new(),
            recalled: false,
            device: false,
            day_minutes: 1440.0,
        }
    }
}

/// Draws a raster.
///
/// # Errors
///
/// See [`ChartError`]: a frame or a range that cannot be drawn, an interval that ends before it starts.
pub fn raster(raster: &Raster, frame: &Frame, calendar: &Calendar) -> Result<Chart, ChartError> {
    draw::draw(raster, frame, calendar)
}
