//! Why a chart could not be drawn.

/// Why a chart could not be drawn.
///
/// No variant repeats what the user wrote: panels are named by their place, rows by their date.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ChartError {
    /// The frame is narrower than 320 or wider than 2400 pixels.
    #[error("chart width is {0} px; it must be from 320 to 2400")]
    Width(u32),
    /// The text scale is below 1, above 2, or not a number.
    #[error("text scale is {0}; it must be from 1 to 2")]
    TextScale(f64),
    /// The last day comes before the first.
    #[error("the chart's last day comes before its first")]
    Backwards,
    /// More days than any diary has: the limit is [`crate::frame::MOST_DAYS`].
    #[error("the chart's range has {0} days; the most that can be drawn is {limit}", limit = crate::frame::MOST_DAYS)]
    TooManyDays(i64),
    /// A trend without a panel has nothing to show.
    #[error("the trend has no panel")]
    NoPanel,
    /// A value is infinite or not a number.
    #[error("panel {panel} has a value that is not a finite number")]
    NotFinite {
        /// Place of the panel, from 0.
        panel: usize,
    },
    /// A value lies outside a fixed axis, such as 11 on the scale from 0 to 10.
    #[error("panel {panel} has a value outside its axis")]
    OffAxis {
        /// Place of the panel, from 0.
        panel: usize,
    },
    /// A row's interval ends before it starts, or is not finite.
    #[error("the row of {0} has an interval that ends before it starts or is not a number")]
    Interval(chrono::NaiveDate),
    /// The target window ends before it starts, or is not finite.
    #[error("the target window ends before it starts or is not a number")]
    Target,
    /// plotters refused to draw.
    #[error("the chart could not be drawn: {0}")]
    Drawing(String),
    /// No font is installed, so a PNG would lack all its words.
    #[error(
        "no font is installed on this system, so the picture would have no words; save it as SVG instead"
    )]
    NoFont,
    /// The text handed to `png` is not an SVG picture.
    #[error("the SVG could not be read: {0}")]
    BadSvg(String),
    /// The PNG would be empty or larger than 16 384 pixels on a side.
    #[error(
        "a PNG of {width} by {height} pixels cannot be made; each side must be from 1 to 16384"
    )]
    PictureSize {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// The pixels could not be written as PNG.
    #[error("the PNG could not be written: {0}")]
    Encoding(String),
}
