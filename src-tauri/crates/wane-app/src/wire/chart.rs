//! Charts as the window receives them: a picture, where its days lie, a sentence and a table.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Table;

/// Which days a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Range {
    /// The last 14 days.
    TwoWeeks,
    /// The last 42 days.
    #[default]
    SixWeeks,
    /// The last three months.
    ThreeMonths,
    /// The last twelve months.
    Year,
    /// Everything.
    All,
    /// Since the last visit to the clinician that the user marked.
    SinceVisit,
}

/// Which chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ChartName {
    /// Sleep, morning pain and evening pain as small multiples on one date axis.
    Trend,
    /// Bed-to-wake bars across midnight.
    Raster,
    /// When bed and waking were, week by week.
    Regularity,
    /// How the night was, against pain on waking.
    Scatter,
    /// One measure, a cell a day.
    Calendar,
    /// Measures by day of the week.
    Weekdays,
    /// How many of the last awakenings came near the person's own time.
    Consistency,
    /// These days beside as many days just before.
    Comparison,
}

/// A number a day can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ChartMeasure {
    /// Time asleep.
    Asleep,
    /// Sleep efficiency.
    Efficiency,
    /// How the night was.
    Quality,
    /// Pain on waking.
    #[default]
    PainMorning,
    /// Pain in the evening.
    PainEvening,
}

/// Colours of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ChartTheme {
    /// Warm paper and ink.
    #[default]
    Day,
    /// Deep blue-violet.
    Evening,
    /// One warm amber without blue.
    Amber,
    /// Highest contrast.
    Contrast,
    /// Greyscale-safe, for paper.
    Print,
}

/// A chart to draw.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChartRequest {
    /// Which chart.
    pub name: ChartName,
    /// Which days, unless `from` and `to` say.
    #[serde(default)]
    pub range: Range,
    /// First day.
    #[serde(default)]
    pub from: Option<String>,
    /// Last day.
    #[serde(default)]
    pub to: Option<String>,
    /// Width in CSS pixels, 320–2400.
    pub width: u32,
    /// Colours.
    #[serde(default)]
    pub theme: ChartTheme,
    /// Text size as a factor, 1–2.
    #[serde(default = "one")]
    pub text_scale: f64,
    /// Also compare with the stretch of the same length just before.
    #[serde(default)]
    pub compare: bool,
    /// What a calendar shows.
    #[serde(default)]
    pub measure: ChartMeasure,
    /// What of the night a scatter sets against pain on waking: quality if absent, else time asleep or efficiency.
    #[serde(default)]
    pub against: Option<ChartMeasure>,
    /// What a trend shows, by the names of [`ChartView::panels`]; the usual panels when there is none.
    #[serde(default)]
    pub panels: Vec<String>,
}

fn one() -> f64 {
    1.0
}

/// A drawn chart.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChartView {
    /// Which chart.
    pub name: ChartName,
    /// The picture, SVG.
    pub svg: String,
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// "1 February – 14 March 2026".
    pub range_text: String,
    /// Where each day (or disc, or day of the week) lies and what it says, in order; the window reads them by pointer and by arrow keys.
    pub days: Vec<ChartDay>,
    /// What the chart shows, in plain words.
    pub sentence: String,
    /// The same numbers as a table.
    pub table: Table,
    /// How this stretch compares with the one before, if asked for.
    pub comparison: Option<Comparison>,
    /// Nothing to draw yet.
    pub empty: bool,
    /// What a trend can show; empty for other charts.
    pub panels: Vec<PanelChoice>,
    /// Where to move a trend from here.
    pub steps: RangeSteps,
}

/// What became of a picture that was to be saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedChart {
    /// "Saved as …"; `null` when the dialog was closed.
    pub text: Option<String>,
}

/// A form in which a chart goes into the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum CopyForm {
    /// PNG.
    Picture,
    /// The SVG's own text.
    Svg,
    /// The table, for a spreadsheet.
    Table,
}

/// A chart to copy.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CopyChart {
    /// The chart.
    pub chart: ChartRequest,
    /// In which form.
    pub form: CopyForm,
}

/// A chart as it goes into the clipboard.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CopiedChart {
    /// The PNG in base 64, for a picture.
    pub png: Option<String>,
    /// The text: the SVG, or the table with a tab between cells, in which no cell is taken for a formula.
    pub text: Option<String>,
}

/// Some days that follow one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayRange {
    /// First day.
    pub from: String,
    /// Last day, included.
    pub to: String,
}

/// Where a chart can be moved to from the days it shows; `null` where there is nothing further.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RangeSteps {
    /// As many days, half their number earlier.
    pub earlier: Option<DayRange>,
    /// As many days, half their number later.
    pub later: Option<DayRange>,
    /// Half as many days.
    pub closer: Option<DayRange>,
    /// Twice as many days.
    pub wider: Option<DayRange>,
}

/// Something a trend can show in a panel of its own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PanelChoice {
    /// Its name in a request.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// Whether it is shown now.
    pub shown: bool,
}

/// One day's place in a chart and its values in words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChartDay {
    /// The day; the first of several that share a mark; `null` for an area that is not of one time, such as all Mondays.
    pub date: Option<String>,
    /// The last day of the area.
    pub until: Option<String>,
    /// Left edge of the area that reads this day, in the picture's own units.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
    /// The day in words.
    pub date_text: String,
    /// Its values in words, such as ("Time asleep", "7 h 15").
    pub values: Vec<NamedText>,
}

/// A name and a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamedText {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// Two stretches of days side by side.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Comparison {
    /// What the two are, in words.
    pub title: String,
    /// What differs, in plain words, without a claim about why.
    pub sentence: String,
    /// Medians, middle halves and counts.
    pub table: Table,
}
