//! The only crate that knows plotters: numbers in, SVG and marks out.
//!
//! A chart is made from plain numbers, the language's words for dates and a [`Frame`] (how wide, which palette, how large the text).
//! What comes back is a [`Chart`]: the picture as SVG, and beside it everything a window needs to make the picture alive
//! (where each day can be read, where the panels lie, where the text stands).
//! This crate has no clock, no store and no words of its own: every label arrives as a string.
//!
//! Reading order:
//! 1. [`trend`](mod@trend) and [`raster`](mod@raster): what can be drawn, and from which numbers
//! 2. [`chart`]: what comes back
//! 3. [`frame`] and [`calendar`]: how wide, how dark, and in which language's dates
//! 4. [`palette`] and [`colour`]: the colours, computed from OKLCH, and how their contrast is measured
//! 5. [`text`]: how wide a label will be, without asking a font
//! 6. `canvas`, `pen`: plotters' drawing area over a surface that writes compact SVG paths
//! 7. `png` (feature `png`): the same picture as pixels

pub mod calendar;
pub mod chart;
pub mod colour;
pub mod error;
pub mod frame;
pub mod palette;
pub mod raster;
pub mod text;
pub mod trend;

mod bins;
mod canvas;
mod grid;
mod note;
mod pen;
mod ticks;

#[cfg(feature = "png")]
mod picture;

pub use calendar::Calendar;
pub use chart::{Chart, DayArea, Mark, PanelArea, TextBox};
pub use error::ChartError;
pub use frame::Frame;
pub use palette::{Palette, Theme};
#[cfg(feature = "png")]
pub use picture::png;
pub use raster::{Raster, RasterRow, raster};
pub use trend::{Axis, How, MarkedDay, MarkedSpan, Panel, Point, SeriesInk, Shape, Trend, trend};
