//! The calendar heat map: one cell a day, month by month, readable without colour.
//!
//! Where cells have room, each has the value in digits on a tint of the series;
//! smaller cells have a square whose area is the value.
//! A day without an entry has no tint, but a faint dot; a value written down later is hollow.
//! When even the smallest cells make the picture too high, each month becomes one cell with the middle value of its days.

mod cells;
mod months;
mod years;

use chrono::NaiveDate;

use crate::axis;
use crate::frame::days_between;
use crate::plate::Plate;
use crate::{Axis, Calendar, Chart, ChartError, Frame, How, SeriesInk, Shape};

/// What a heat map shows.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatMap {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// What the values are, in the user's language.
    pub title: String,
    /// The shape in front of the title.
    pub shape: Shape,
    /// The colour of the values.
    pub ink: SeriesInk,
    /// The scale of the values; its lowest value is an empty cell with an entry, its highest a full one.
    pub axis: Axis,
    /// The days with an entry, in any order; of several for one day the last counts.
    pub days: Vec<HeatDay>,
    /// Days to mark, with or without an entry.
    pub marked: Vec<HeatMark>,
    /// The words of the key.
    pub words: HeatWords,
    /// What to write under the chart when one cell stands for a month.
    pub note_when_months: Option<String>,
}

/// The value of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatDay {
    /// The day.
    pub date: NaiveDate,
    /// The value, in the unit of the axis.
    pub value: f64,
    /// How it came about.
    pub how: How,
    /// The value as it is written in its cell, as short as it can be: `"4"`, `"7.5"`.
    pub label: String,
}

/// A day worth a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeatMark {
    /// The day.
    pub date: NaiveDate,
    /// What it was.
    pub kind: HeatKind,
}

/// What a marked day was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeatKind {
    /// A rough day: a small corner.
    Rough,
    /// A day of a flare: a bar along the foot of the cell.
    Flare,
}

/// The words of a heat map's key; an empty one leaves its entry out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeatWords {
    /// Beside the mark of a rough day.
    pub rough: String,
    /// Beside the mark of a flare.
    pub flare: String,
    /// Beside a hollow cell.
    pub recalled: String,
    /// Beside a day without an entry.
    pub none: String,
}

/// Draws a heat map.
///
/// # Errors
///
/// See [`ChartError`]: a frame or a range that cannot be drawn, a value that is not finite or lies off its axis.
pub fn heat_map(map: &HeatMap, frame: &Frame, calendar: &Calendar) -> Result<Chart, ChartError> {
    let mut plate = Plate::new(frame)?;
    days_between(map.from, map.to)?;
    let inside = |d: &&HeatDay| (map.from..=map.to).contains(&d.date);
    let mut days: Vec<&HeatDay> = map.days.iter().filter(inside).collect();
    days.sort_by_key(|d| d.date);
    days.dedup_by(|later, kept| {
        let same = later.date == kept.date;
        if same {
            std::mem::swap(later, kept);
        }
        same
    });
    let values: Vec<f64> = days.iter().map(|d| d.value).collect();
    let scale = axis::scale(&map.axis, 0, &values, 110.0, plate.name_room(), frame)?;
    let pad = frame.pad();
    let width = f64::from(frame.width) - 2.0 * pad;
    let ink = plate.ink(map.ink);
    let top = plate.top();
    let top = plate.title(&map.title, pad, top, width, (map.shape, ink.full))?;
    let cells = cells::Cells::new(&plate, map, &scale, &days);
    let grid = months::Grid::new(map, &plate, &days, top, calendar);
    let bottom = match &grid {
        Some(grid) => months::draw(&mut plate, &cells, grid, calendar)?,
        None => years::draw(&mut plate, &cells, top, calendar)?,
    };
    let y = cells.key(
        &mut plate,
        bottom,
        grid.as_ref().is_some_and(|g| g.labelled),
    )?;
    let y = match (&map.note_when_months, grid) {
        (Some(note), None) => plate.note(note, y)?,
        _ => y,
    };
    plate.finish(y)
}
