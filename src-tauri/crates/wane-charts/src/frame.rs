//! How wide a chart is, which palette it wears and how large its text is.

use chrono::NaiveDate;

use crate::{ChartError, Theme};

/// Narrowest chart, in pixels: a 360-pixel window with its margins.
pub const LEAST_WIDTH: u32 = 320;
/// Widest chart, in pixels.
pub const MOST_WIDTH: u32 = 2400;
/// Longest range, in days: somewhat more than a hundred years.
pub const MOST_DAYS: i64 = 45_000;

/// How wide a chart is, which palette it wears and how large its text is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Width in pixels, 320 to 2400; the height follows from what is drawn.
    pub width: u32,
    /// The palette.
    pub theme: Theme,
    /// How much larger than usual the text is, 1.0 to 2.0; at 1.0 the smallest text has 12 pixels.
    pub text_scale: f64,
}

impl Frame {
    /// A frame with text of ordinary size.
    pub fn new(width: u32, theme: Theme) -> Self {
        Frame {
            width,
            theme,
            text_scale: 1.0,
        }
    }

    pub(crate) fn check(&self) -> Result<(), ChartError> {
        if !(LEAST_WIDTH..=MOST_WIDTH).contains(&self.width) {
            return Err(ChartError::Width(self.width));
        }
        if !(1.0..=2.0).contains(&self.text_scale) {
            return Err(ChartError::TextScale(self.text_scale));
        }
        Ok(())
    }

    /// Narrow pictures save on margins and text size.
    pub(crate) fn narrow(&self) -> bool {
        self.width < 480
    }

    /// Size of tick labels, notes and annotations, in pixels.
    pub(crate) fn small(&self) -> f64 {
        self.text_scale * if self.narrow() { 12.0 } else { 13.0 }
    }

    /// Size of panel titles, in pixels.
    pub(crate) fn title(&self) -> f64 {
        self.text_scale * if self.narrow() { 13.5 } else { 15.0 }
    }

    /// From where to where a word may reach across, in pixels: a saved picture has nothing around it.
    pub(crate) fn words(&self) -> (f64, f64) {
        (4.0, f64::from(self.width) - 4.0)
    }

    /// Space kept free at the picture's edges, in pixels.
    pub(crate) fn pad(&self) -> f64 {
        if self.narrow() { 8.0 } else { 14.0 }
    }
}

/// Days from `from` to `to`, both included, or why the range cannot be drawn.
pub(crate) fn days_between(from: NaiveDate, to: NaiveDate) -> Result<i64, ChartError> {
    let days = (to - from).num_days() + 1;
    match days {
        ..=0 => Err(ChartError::Backwards),
        1..=MOST_DAYS => Ok(days),
        _ => Err(ChartError::TooManyDays(days)),
    }
}
