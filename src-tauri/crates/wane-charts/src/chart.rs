//! What comes back from drawing: the picture, and where everything in it stands.

use chrono::NaiveDate;

use crate::trend::How;

/// A drawn chart.
///
/// All positions are in the pixels of the SVG's own view box, from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The picture: one well-formed `<svg>` element with presentation attributes only, no style, no script, no identifiers.
    pub svg: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What can be read, day by day and panel by panel; a day without an entry has no mark,
    /// and neither have values that bars in a chart of columns stand for together.
    pub marks: Vec<Mark>,
    /// One area for every day of the range, with an entry or without, oldest first, so that a cursor can walk over gaps too.
    /// In a trend these are columns over the height of all panels, in a raster rows, in a heat map cells,
    /// and in the regularity one column for each of its weeks; empty where a picture is not laid out by date.
    pub days: Vec<DayArea>,
    /// The areas of what is not a day: the weekdays, the stretches of a comparison, the discs of a scatter.
    pub groups: Vec<GroupArea>,
    /// Where the panels' plots lie, in the order in which they were given; a raster has one.
    pub panels: Vec<PanelArea>,
    /// The estimated box of every label.
    pub texts: Vec<TextBox>,
    /// When the range has too many days to show each: how many days one mark stands for.
    /// A caller that gets a number should say it beside the chart.
    pub aggregated_days: Option<u32>,
    /// Whether neighbouring values that are not equal share one mark, for want of room; said beside the chart as well.
    pub gathered: bool,
    /// How many annotations and spans stand in the picture without their label, for want of room.
    pub unlabelled: u32,
}

/// Where one day's value (or the middle value of several days) is drawn in one panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The day; the first of them when several are drawn as one.
    pub date: NaiveDate,
    /// The last day the mark stands for; equal to `date` unless the chart is aggregated.
    pub until: NaiveDate,
    /// The panel's `id`; `None` in a raster and in a heat map.
    pub panel: Option<String>,
    /// How the value came about, which is also how the mark is drawn.
    /// Several days drawn as one count as recalled or as a device's only when all of them are.
    pub how: How,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width; as wide as the day's column in a trend, as the bars in a raster.
    pub w: f64,
    /// Height; in an aggregated trend from the lowest to the highest value.
    pub h: f64,
}

impl Mark {
    /// The middle of the mark, across.
    pub fn centre_x(&self) -> f64 {
        self.x + self.w / 2.0
    }

    /// The middle of the mark, down.
    pub fn centre_y(&self) -> f64 {
        self.y + self.h / 2.0
    }
}

/// The area in which the pointer is over one day (or over the days drawn as one).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayArea {
    /// The day; the first of them when several are drawn as one.
    pub date: NaiveDate,
    /// The last day of the area; equal to `date` unless the chart is aggregated.
    pub until: NaiveDate,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// The area of several values that belong together without being neighbours in time.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupArea {
    /// The panel's `id`.
    pub panel: String,
    /// Which group: days since Monday (0–6) for a weekday, the place of the stretch in a comparison,
    /// the place of its first pair in a scatter.
    pub place: usize,
    /// How many values lie in it; 0 for a group without any.
    pub n: u32,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// The plot rectangle of one panel.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelArea {
    /// The panel's `id`; `"raster"`, `"scatter"`, `"heat-map"` or `"consistency"` where there is only one.
    pub id: String,
    /// Left edge.
    pub x: f64,
    /// Upper edge: the axis' highest value.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// The estimated box of one label, generous enough for the common interface fonts.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// The label as drawn, shortened if it had to be.
    pub text: String,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl TextBox {
    /// Whether two labels would touch.
    pub fn overlaps(&self, other: &TextBox) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }
}
