//! The only crate that knows plotters: numbers in, SVG and marks out.
//!
//! A chart is made from plain numbers, the language's words for dates and a [`Frame`] (how wide, which palette, how large the text).
//! What comes back is a [`Chart`]: the picture as SVG, and beside it everything a window needs to make the picture alive
//! (where each day can be read, where the panels lie, where the text stands).
//! This crate has no clock, no store and no words of its own: every label arrives as a string.
//!
//! Reading order:
//! 1. [`trend`](mod@trend), [`raster`](mod@raster), [`regularity`](mod@regularity), [`scatter`](mod@scatter),
//!    [`heat_map`](mod@heat_map), [`columns`] (days of the week, comparisons) and [`consistency`](mod@consistency):
//!    what can be drawn, and from which numbers; `docs/CHARTS.md` says what each of them refuses to show
//! 2. [`chart`]: what comes back
//! 3. [`frame`] and [`calendar`]: how wide, how dark, and in which language's dates
//! 4. [`palette`] and [`colour`]: the colours, computed from OKLCH, how their contrast is measured, and how others see them
//! 5. [`text`]: how wide a label will be, without asking a font
//! 6. `axis`, `plate`, `key`: scales, titles, grounds and keys, the same in every chart
//! 7. `canvas`, `label`, `marker`, `pen`, `digits`: plotters' drawing area over a surface that writes compact SVG paths
//! 8. `png` (feature `png`): the same picture as pixels

pub mod calendar;
pub mod chart;
pub mod colour;
pub mod columns;
pub mod consistency;
pub mod error;
pub mod frame;
pub mod heat_map;
pub mod palette;
pub mod raster;
pub mod regularity;
pub mod scatter;
pub mod text;
pub mod trend;

mod axis;
mod bins;
mod canvas;
mod digits;
mod grid;
mod key;
mod label;
mod marker;
mod note;
mod pen;
mod plate;
mod ticks;
mod words;

#[cfg(feature = "png")]
mod picture;

pub use calendar::Calendar;
pub use chart::{Chart, DayArea, GroupArea, Mark, PanelArea, TextBox};
pub use columns::{Compared, Comparison, WeekdayPanel, Weekdays, comparison, weekday};
pub use consistency::{ConsistencyBand, ConsistencyWords, ConsistentDay, consistency};
pub use error::ChartError;
pub use frame::Frame;
pub use heat_map::{HeatDay, HeatKind, HeatMap, HeatMark, HeatWords, heat_map};
pub use palette::{Palette, Theme};
#[cfg(feature = "png")]
pub use picture::png;
pub use raster::{Raster, RasterRow, raster};
pub use regularity::{ClockPanel, Regularity, regularity};
pub use scatter::{FitAt, Pair, Scatter, ScatterAxis, scatter};
pub use trend::{
    Axis, Ghost, GhostLine, How, MarkedDay, MarkedSpan, Panel, Point, SeriesInk, Shape, TickedDays,
    Trend, trend, trend_over,
};
