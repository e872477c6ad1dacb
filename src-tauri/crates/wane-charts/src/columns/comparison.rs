//! A comparison: the same measures in two or more stretches of time, beside each other on one axis each.

use super::{Column, Columns};
use crate::axis::{self, Scale};
use crate::plate::{Area, Plate, plot_height};
use crate::words::{self, BETWEEN};
use crate::{Axis, Chart, ChartError, Frame, Point, SeriesInk, Shape};

/// Narrowest small multiple, in pixels with text of ordinary size.
const LEAST_WIDTH: f64 = 210.0;
/// Space between small multiples beside each other.
const BESIDE: f64 = 26.0;

/// What a comparison shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The names of the stretches of time, such as `"14 Jan – 10 Feb"`; two to four can be read.
    pub stretches: Vec<String>,
    /// The measures, each with its values in every stretch.
    pub measures: Vec<Compared>,
    /// How many values a stretch must have for its median and middle half.
    pub fewest: usize,
    /// How the number of values is written under each stretch, with `{n}`; empty to leave it out.
    pub count: String,
    /// What to write under the chart when bars as wide as the number of values take the place of dots.
    pub note_when_gathered: Option<String>,
}

/// One measure in every stretch of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// A name that comes back in the marks and groups.
    pub id: String,
    /// What it is, in the user's language.
    pub title: String,
    /// The shape of its dots.
    pub shape: Shape,
    /// Its colour.
    pub ink: SeriesInk,
    /// Its scale, the same for all stretches.
    pub axis: Axis,
    /// The values, in the order of the stretches; what has no stretch is left out.
    pub values: Vec<Vec<Point>>,
}

/// Draws a comparison.
///
/// # Errors
///
/// See [`ChartError`]: a frame that cannot be drawn, no measure or no stretch, a value that is not finite or lies off its axis.
pub fn comparison(comparison: &Comparison, frame: &Frame) -> Result<Chart, ChartError> {
    let mut plate = Plate::new(frame)?;
    if comparison.measures.is_empty() || comparison.stretches.is_empty() {
        return Err(ChartError::NoPanel);
    }
    let height = plot_height(1, frame);
    let scales = scales(comparison, &plate, height)?;
    let pad = frame.pad();
    let whole = f64::from(frame.width) - 2.0 * pad;
    let least = LEAST_WIDTH * frame.text_scale * (comparison.stretches.len() as f64 / 2.0).max(1.0);
    let fit = ((whole + BESIDE) / (least + BESIDE)).floor().max(1.0) as usize;
    let count = comparison.measures.len();
    // As even as it can be: four measures stand two and two, not three and one.
    let rows = count.div_ceil(fit);
    let across = count.div_ceil(rows);
    let width = (whole - BESIDE * (across as f64 - 1.0)) / across as f64;
    let names = scales.iter().flat_map(|s| s.ticks.iter().map(|t| &t.1));
    let (left, _) = plate.edges(names);
    let before = left - pad;

    let mut y = plate.top();
    for (row, measures) in comparison.measures.chunks(across).enumerate() {
        if row > 0 {
            y += BETWEEN;
        }
        let x = |i: usize| pad + i as f64 * (width + BESIDE) + before;
        let plot_width = width - before;
        let lines = measures
            .iter()
            .map(|m| words::title(&m.title, 0.0, 0.0, plot_width, frame).len());
        let lines = lines.max().unwrap_or(1);
        let mut bottom = y;
        for (i, measure) in measures.iter().enumerate() {
            let place = row * across + i;
            let ink = plate.ink(measure.ink);
            let own = words::title(&measure.title, 0.0, 0.0, plot_width, frame).len();
            let top = plate.title(
                &measure.title,
                x(i),
                y,
                plot_width,
                (measure.shape, ink.full),
            )?;
            // Plots beside each other begin at one height, however long their titles are.
            let line = (top - y - words::UNDER_TITLE) / own.max(1) as f64;
            let plot = Area {
                x: x(i),
                y: top + (lines.max(1) - own.max(1)) as f64 * line,
                w: plot_width,
                h: height,
            };
            let end = draw_measure(&mut plate, comparison, measure, &scales[place], plot)?;
            bottom = bottom.max(end);
        }
        y = bottom;
    }
    let y = match &comparison.note_when_gathered {
        Some(note) if plate.gathered => plate.note(note, y)?,
        _ => y,
    };
    plate.finish(y)
}

/// One scale for each measure, which holds the values of all stretches.
fn scales(comparison: &Comparison, plate: &Plate, height: f64) -> Result<Vec<Scale>, ChartError> {
    let stretches = comparison.stretches.len();
    let scale = |(i, measure): (usize, &Compared)| {
        let points = measure.values.iter().take(stretches).flatten();
        let values: Vec<f64> = points.map(|p| p.value).collect();
        let room = (LEAST_WIDTH * 0.3 * plate.frame.text_scale).min(plate.name_room());
        axis::scale(&measure.axis, i, &values, height, room, plate.frame)
    };
    comparison.measures.iter().enumerate().map(scale).collect()
}

/// Draws one measure and gives where its words end.
fn draw_measure(
    plate: &mut Plate,
    comparison: &Comparison,
    measure: &Compared,
    scale: &Scale,
    plot: Area,
) -> Result<f64, ChartError> {
    let column = |(place, name): (usize, &String)| {
        let mut points: Vec<&Point> = measure.values.get(place).into_iter().flatten().collect();
        points.sort_by_key(|p| p.date);
        Column {
            place,
            name: name.clone(),
            points,
        }
    };
    let drawn: Vec<Column> = comparison
        .stretches
        .iter()
        .enumerate()
        .map(column)
        .collect();
    let columns = Columns {
        id: &measure.id,
        shape: measure.shape,
        ink: measure.ink,
        scale,
        plot,
        fewest: comparison.fewest,
        count: &comparison.count,
        joined: true,
    };
    columns.draw(plate, &drawn)?;
    plate.names(scale, plot)?;
    plate.panel(&measure.id, plot);
    let top = plot.bottom() + plate.line_height() / 2.0 + 2.0;
    columns.captions(plate, &drawn, top)
}
