//! Values in columns beside each other: by day of the week, or by stretch of time.
//!
//! Every column shows each of its values as a dot, equal ones beside each other, their middle half as a pale box
//! and their median as a line; the number of values stands under it.
//! With more values than dots have room for, bars as wide as their number take the place of the dots.

mod comparison;
mod swarm;
mod weekday;

pub use comparison::{Compared, Comparison, comparison};
pub use weekday::{WeekdayPanel, Weekdays, weekday};

use wane_domain::spread::{Quartiles, quartiles};

use crate::axis::Scale;
use crate::label::{Anchor, Label};
use crate::pen::Manner;
use crate::plate::{Area, Plate};
use crate::text::{self, Weight};
use crate::{ChartError, GroupArea, How, Mark, Point, SeriesInk, Shape};
use swarm::Swarm;

/// Lines that the name of a column may have.
const NAME_LINES: usize = 3;

/// One column.
struct Column<'a> {
    /// What tells it apart, which comes back in the groups.
    place: usize,
    /// Its name under it; broken where it is too long.
    name: String,
    points: Vec<&'a Point>,
}

impl Column<'_> {
    fn quartiles(&self, fewest: usize) -> Option<Quartiles> {
        let values: Vec<f64> = self.points.iter().map(|p| p.value).collect();
        quartiles(&values).filter(|_| values.len() >= fewest.max(1))
    }
}

/// What the columns of one panel have in common.
struct Columns<'a> {
    id: &'a str,
    shape: Shape,
    ink: SeriesInk,
    scale: &'a Scale,
    plot: Area,
    /// How many values a column must have for its median and middle half.
    fewest: usize,
    /// How a number of values is written, with `{n}`.
    count: &'a str,
    /// Whether a dotted line leads from median to median.
    joined: bool,
}

impl Columns<'_> {
    /// Width of a column with the space around it.
    fn slot(&self, columns: usize) -> f64 {
        self.plot.w / columns.max(1) as f64
    }

    fn draw(&self, plate: &mut Plate, columns: &[Column]) -> Result<(), ChartError> {
        let slot = self.slot(columns.len());
        let middle = |i: usize| self.plot.x + (i as f64 + 0.5) * slot;
        let up = |value: f64| self.plot.up(self.scale, value);
        let ink = plate.ink(self.ink);
        // Seven columns on a wide picture would else be seven deserts.
        let half = (slot * 0.42).min(84.0);
        for (i, column) in columns.iter().enumerate() {
            if column.points.is_empty() {
                plate.dotted(middle(i) - slot * 0.42, middle(i) + slot * 0.42, self.plot)?;
            }
        }
        let boxes: Vec<_> = columns.iter().map(|c| c.quartiles(self.fewest)).collect();
        for (i, q) in boxes.iter().enumerate() {
            let Some(q) = q else { continue };
            let (top, bottom) = (up(q.high), up(q.low));
            let centre = (top + bottom) / 2.0;
            let (top, bottom) = (top.min(centre - 1.5), bottom.max(centre + 1.5));
            let x = middle(i) - half;
            plate
                .canvas
                .rect(x, top, 2.0 * half, bottom - top, ink.pale)?;
        }
        plate.grid(self.scale, self.plot)?;
        if self.joined {
            self.join(plate, &boxes, slot, half)?;
        }
        let rows: Vec<Vec<f64>> = columns
            .iter()
            .map(|c| c.points.iter().map(|p| up(p.value)).collect())
            .collect();
        let swarm = Swarm::fit(&rows, 2.0 * half * 0.86);
        if let Swarm::Bars { most } = swarm {
            plate.gathered = true;
            let colour = ink.half.towards(ink.full, 0.35);
            for (i, row) in rows.iter().enumerate() {
                for (y, n) in swarm::bars(row) {
                    let w = (2.0 * half * 0.86 * n as f64 / most as f64).max(0.8);
                    let (x, h) = (middle(i) - w / 2.0, swarm::BAR * 0.8);
                    plate.canvas.rect(x, y - h / 2.0, w, h, colour)?;
                }
            }
        }
        for (i, q) in boxes.iter().enumerate() {
            let Some(q) = q else { continue };
            let (x, y) = (middle(i), up(q.median));
            let ends = ((x - half, y), (x + half, y));
            plate
                .canvas
                .line(ends.0, ends.1, ink.full, 2.4, Manner::Solid)?;
        }
        if let Swarm::Dots(radius) = swarm {
            for (i, column) in columns.iter().enumerate() {
                for (point, y) in column.points.iter().zip(&rows[i]) {
                    plate.marks.push(Mark {
                        date: point.date,
                        until: point.date,
                        panel: Some(self.id.to_owned()),
                        how: point.how,
                        x: middle(i) - slot / 2.0,
                        y: y - 3.0,
                        w: slot,
                        h: 6.0,
                    });
                }
            }
            for how in [How::Felt, How::Device, How::Recalled] {
                for (i, column) in columns.iter().enumerate() {
                    let beside = swarm::beside(&rows[i], radius);
                    let dots = column.points.iter().zip(&rows[i]).zip(beside);
                    for ((_, y), dx) in dots.filter(|((p, _), _)| p.how == how) {
                        let inks = (ink.full, plate.palette.ground);
                        let at = (middle(i) + dx, *y);
                        plate.canvas.value(at, how, self.shape, radius, inks)?;
                    }
                }
            }
        }
        for (i, column) in columns.iter().enumerate() {
            plate.groups.push(GroupArea {
                panel: self.id.to_owned(),
                place: column.place,
                n: column.points.len() as u32,
                x: middle(i) - slot / 2.0,
                y: self.plot.y,
                w: slot,
                h: self.plot.h,
            });
        }
        Ok(())
    }

    /// A thin dotted line from median to median, in the space between the boxes.
    fn join(
        &self,
        plate: &Plate,
        boxes: &[Option<Quartiles>],
        slot: f64,
        half: f64,
    ) -> Result<(), ChartError> {
        for (i, pair) in boxes.windows(2).enumerate() {
            if let [Some(a), Some(b)] = pair {
                let x = self.plot.x + (i as f64 + 0.5) * slot;
                let from = (x + half, self.plot.up(self.scale, a.median));
                let to = (x + slot - half, self.plot.up(self.scale, b.median));
                plate
                    .canvas
                    .line(from, to, plate.palette.grey, 1.2, Manner::Dashed)?;
            }
        }
        Ok(())
    }

    /// The names of the columns and the numbers of their values under the plot; gives where they end.
    fn captions(&self, plate: &mut Plate, columns: &[Column], top: f64) -> Result<f64, ChartError> {
        let slot = self.slot(columns.len());
        let size = plate.small();
        let line = plate.line_height() + 1.0;
        let room = slot - 6.0;
        let wrapped = |c: &Column| -> Vec<String> {
            let mut lines = text::wrap(&text::clean(&c.name), size, Weight::Regular, room);
            lines.truncate(NAME_LINES);
            lines
        };
        let names: Vec<Vec<String>> = columns.iter().map(wrapped).collect();
        let most = names.iter().map(Vec::len).max().unwrap_or_default() as f64;
        let mut bottom = top + most * line;
        for (i, lines) in names.into_iter().enumerate() {
            let x = self.plot.x + (i as f64 + 0.5) * slot;
            for (row, name) in lines.into_iter().enumerate() {
                let y = top + row as f64 * line;
                let label = Label::below(name, x, y, Anchor::Middle, size);
                plate.canvas.text(&label, plate.palette.ink)?;
            }
        }
        if !self.count.is_empty() {
            for (i, column) in columns.iter().enumerate() {
                let x = self.plot.x + (i as f64 + 0.5) * slot;
                let count = self.count.replace("{n}", &column.points.len().to_string());
                plate.caption(&count, x, bottom, room)?;
            }
            bottom += line;
        }
        Ok(bottom)
    }
}
