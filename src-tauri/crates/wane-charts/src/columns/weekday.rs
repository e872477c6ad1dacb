//! The days of the week: how values lie on Mondays, on Tuesdays, and so on, in the language's own order.

use chrono::{Datelike, NaiveDate};

use super::{Column, Columns};
use crate::axis;
use crate::frame::days_between;
use crate::plate::{Area, Plate, plot_height};
use crate::text::{self, Weight};
use crate::words::BETWEEN;
use crate::{Axis, Calendar, Chart, ChartError, Frame, Point, SeriesInk, Shape};

/// What a chart of the days of the week shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Weekdays {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// From top to bottom.
    pub panels: Vec<WeekdayPanel>,
    /// How many values a day of the week must have for its median and middle half.
    pub fewest: usize,
    /// How the number of values is written under each day of the week, with `{n}`; empty to leave it out.
    pub count: String,
    /// What to write under the chart when bars as wide as the number of values take the place of dots.
    pub note_when_gathered: Option<String>,
}

/// One measure by day of the week.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekdayPanel {
    /// A name that comes back in the marks and groups.
    pub id: String,
    /// What the panel shows, in the user's language.
    pub title: String,
    /// The shape of its dots.
    pub shape: Shape,
    /// Its colour.
    pub ink: SeriesInk,
    /// Its scale.
    pub axis: Axis,
    /// The raw values; days outside the chart's range are left out.
    pub points: Vec<Point>,
}

/// Draws values by day of the week.
///
/// # Errors
///
/// See [`ChartError`]: a frame or a range that cannot be drawn, no panel, a value that is not finite or lies off its axis.
pub fn weekday(
    weekdays: &Weekdays,
    frame: &Frame,
    calendar: &Calendar,
) -> Result<Chart, ChartError> {
    let mut plate = Plate::new(frame)?;
    days_between(weekdays.from, weekdays.to)?;
    if weekdays.panels.is_empty() {
        return Err(ChartError::NoPanel);
    }
    let inside = |p: &&Point| (weekdays.from..=weekdays.to).contains(&p.date);
    let height = plot_height(weekdays.panels.len(), frame) * 1.25;
    let room = plate.name_room();
    let mut panels = Vec::new();
    for (i, panel) in weekdays.panels.iter().enumerate() {
        let mut points: Vec<&Point> = panel.points.iter().filter(inside).collect();
        points.sort_by_key(|p| p.date);
        let values: Vec<f64> = points.iter().map(|p| p.value).collect();
        let scale = axis::scale(&panel.axis, i, &values, height, room, frame)?;
        panels.push((panel, points, scale));
    }
    let names = panels.iter().flat_map(|p| p.2.ticks.iter().map(|t| &t.1));
    let (left, right) = plate.edges(names);
    let days = names_of_days(&plate, calendar, (right - left) / 7.0);
    let mut y = plate.top();
    for (i, (panel, points, scale)) in panels.iter().enumerate() {
        if i > 0 {
            y += BETWEEN;
        }
        let ink = plate.ink(panel.ink);
        let width = right - left;
        let top = plate.title(&panel.title, left, y, width, (panel.shape, ink.full))?;
        let plot = Area {
            x: left,
            y: top,
            w: width,
            h: height,
        };
        let mut of_day: [Vec<&Point>; 7] = Default::default();
        for point in points {
            of_day[point.date.weekday().num_days_from_monday() as usize].push(point);
        }
        let column = |(place, name): &(usize, String)| Column {
            place: *place,
            name: name.clone(),
            points: std::mem::take(&mut of_day[*place]),
        };
        let drawn: Vec<Column> = days.iter().map(column).collect();
        let columns = Columns {
            id: &panel.id,
            shape: panel.shape,
            ink: panel.ink,
            scale,
            plot,
            fewest: weekdays.fewest,
            count: &weekdays.count,
            joined: false,
        };
        columns.draw(&mut plate, &drawn)?;
        plate.names(scale, plot)?;
        plate.panel(&panel.id, plot);
        let top = plot.bottom() + plate.line_height() / 2.0 + 2.0;
        y = columns.captions(&mut plate, &drawn, top)?;
    }
    let y = match &weekdays.note_when_gathered {
        Some(note) if plate.gathered => plate.note(note, y)?,
        _ => y,
    };
    plate.finish(y)
}

/// Days since Monday and name of each day of the week, from the language's first day on.
///
/// All names are whole, or all are initials where the widest does not fit.
fn names_of_days(plate: &Plate, calendar: &Calendar, slot: f64) -> Vec<(usize, String)> {
    let first = calendar.first_weekday.num_days_from_monday() as usize;
    let names: Vec<(usize, String)> = (0..7)
        .map(|i| (first + i) % 7)
        .map(|place| (place, text::clean(&calendar.weekdays_short[place])))
        .collect();
    let width = |name: &String| text::width(name, plate.small(), Weight::Regular);
    if names.iter().all(|(_, name)| width(name) <= slot - 6.0) {
        return names;
    }
    let initial = |name: String| name.chars().take(1).collect();
    names
        .into_iter()
        .map(|(place, name)| (place, initial(name)))
        .collect()
}
