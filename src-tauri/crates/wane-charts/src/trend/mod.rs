//! The trend: small multiples over one shared date axis.
//!
//! Every panel shows its raw values as dots, the caller's rolling median as a line and the caller's middle half as a pale band.
//! Days without a value stay empty over a faint dotted ground.
//! Values written down later are hollow, values from a device have a mark of their own.

mod below;
mod draw;
mod flags;
mod ghost;
mod layout;
mod series;

use chrono::NaiveDate;

use crate::{Calendar, Chart, ChartError, Frame};

/// What a trend shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// From top to bottom.
    pub panels: Vec<Panel>,
    /// Flares, journeys: grey bars below the panels.
    pub spans: Vec<MarkedSpan>,
    /// Single days worth a word: dashed lines through all panels.
    pub annotations: Vec<MarkedDay>,
    /// Days that have one thing in common, such as a medicine for relief: a row of strokes below the panels.
    pub ticked: Option<TickedDays>,
    /// What to write under the chart when one mark stands for several days, with `{days}` for their number.
    pub note_when_aggregated: Option<String>,
}

/// A run of days with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkedSpan {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// What it was; empty for a bar without a word.
    pub label: String,
}

/// A day with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkedDay {
    /// The day.
    pub date: NaiveDate,
    /// What it was; empty for a line without a word.
    pub label: String,
}

/// Days that have one thing in common, without a word of their own each.
#[derive(Debug, Clone, PartialEq)]
pub struct TickedDays {
    /// The days, in any order.
    pub days: Vec<NaiveDate>,
    /// What they have in common; stands beside a sample of the stroke. Empty for strokes without a name.
    pub label: String,
}

/// One of the small multiples.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// A name that comes back in the marks.
    pub id: String,
    /// What the panel shows, in the user's language.
    pub title: String,
    /// The shape of its dots.
    pub shape: Shape,
    /// Its colour.
    pub ink: SeriesInk,
    /// Its scale.
    pub axis: Axis,
    /// The raw values; days outside the chart's range are left out, several values on one day are all drawn.
    pub points: Vec<Point>,
    /// The rolling median, split wherever there were too few days for one; each run in order of date.
    pub line: Vec<Vec<(NaiveDate, f64)>>,
    /// The middle half of the user's own values: first and third quartile.
    pub band: Option<(f64, f64)>,
    /// Whether the panel is the one to look at first; it is drawn taller.
    pub emphasis: bool,
}

/// One value of one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The day it belongs to.
    pub date: NaiveDate,
    /// The value, in the unit of the panel's axis.
    pub value: f64,
    /// How it came about.
    pub how: How,
}

/// How a value came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum How {
    /// Written down when it was fresh: a filled mark.
    Felt,
    /// Written down long afterwards: a hollow mark.
    Recalled,
    /// Measured by a device: a small cross in a trend, a pale outlined bar in a raster.
    Device,
}

/// The shape of a series' dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Round.
    Circle,
    /// Point up.
    Triangle,
    /// Flat.
    Square,
    /// On its corner.
    Diamond,
    /// Point down.
    Wedge,
}

/// The colour of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SeriesInk {
    /// Sleep: blue-violet.
    Sleep,
    /// Pain on waking: amber.
    MorningPain,
    /// Pain in the evening: dark rose.
    EveningPain,
    /// What the user chose to track: sea green.
    Factor,
}

/// The scale of a panel.
#[derive(Debug, Clone, PartialEq)]
pub enum Axis {
    /// Hours; the range follows the data in whole hours.
    Hours {
        /// How a number of hours is written, with `{n}`: `"{n} h"`.
        pattern: String,
    },
    /// Pain and everything else rated from 0 to 10; always drawn whole.
    ZeroToTen,
    /// Per cent, up to 100; starts at 0, or at 50 when no value lies below.
    Percent {
        /// How a per cent is written, with `{n}`: `"{n} %"`.
        pattern: String,
    },
    /// Ratings from 1 to 5, always drawn whole.
    OneToFive,
    /// A factor that was there (1) or not (0): marks on two lines; where several days share a mark, the share of days with it.
    YesNo {
        /// The name of the upper line.
        yes: String,
        /// The name of the lower line.
        no: String,
    },
    /// A scale of the caller's own.
    Fixed {
        /// Lowest value.
        from: f64,
        /// Highest value; above `from`.
        to: f64,
        /// Values to label, with their labels.
        ticks: Vec<(f64, String)>,
    },
}

/// Another stretch of time, to lay behind a trend: its medians as grey dashed lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Ghost {
    /// The day of the other stretch that lies on the trend's first day.
    pub from: NaiveDate,
    /// Its medians, by panel.
    pub lines: Vec<GhostLine>,
    /// What it is, such as `"14 Jan – 10 Feb"`; stands beside a sample of the line under the chart.
    pub label: String,
}

/// The medians of another stretch of time in one panel.
#[derive(Debug, Clone, PartialEq)]
pub struct GhostLine {
    /// The panel's `id`.
    pub panel: String,
    /// The rolling median with its own dates, split wherever there were too few days for one; each run in order of date.
    pub line: Vec<Vec<(NaiveDate, f64)>>,
}

/// Draws a trend.
///
/// # Errors
///
/// See [`ChartError`]: a frame or a range that cannot be drawn, no panel, a value that is not finite or lies off its axis.
pub fn trend(trend: &Trend, frame: &Frame, calendar: &Calendar) -> Result<Chart, ChartError> {
    draw::draw(trend, None, frame, calendar)
}

/// Draws a trend over the medians of another stretch of time.
///
/// What of the other stretch lies beyond the trend's own last day is left out.
///
/// # Errors
///
/// Those of [`trend`]; the other stretch's values must be finite and lie on the axes as well.
pub fn trend_over(
    trend: &Trend,
    ghost: &Ghost,
    frame: &Frame,
    calendar: &Calendar,
) -> Result<Chart, ChartError> {
    draw::draw(trend, Some(&ghost::moved(ghost, trend)), frame, calendar)
}
