//! What one cell of a heat map looks like, and the key that explains it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::ChartError;
use crate::axis::Scale;
use crate::colour::{Rgb, deepest_under};
use crate::heat_map::{HeatDay, HeatKind, HeatMap};
use crate::key::{Sample, key};
use crate::label::{Anchor, Label};
use crate::palette::Ink;
use crate::plate::{Area, Plate};
use crate::{How, Shape};

type Drawn = Result<(), ChartError>;

/// Contrast of digits with the tint they stand on.
const LEGIBLE: f64 = 7.0;

/// The values by day, and how they are painted.
pub(super) struct Cells<'a> {
    pub(super) map: &'a HeatMap,
    pub(super) scale: &'a Scale,
    pub(super) days: BTreeMap<NaiveDate, &'a HeatDay>,
    rough: BTreeSet<NaiveDate>,
    flare: BTreeSet<NaiveDate>,
    pub(super) ink: Ink,
    /// The tints of the lowest and of the highest value.
    tints: (Rgb, Rgb),
}

impl<'a> Cells<'a> {
    pub(super) fn new(
        plate: &Plate,
        map: &'a HeatMap,
        scale: &'a Scale,
        days: &[&'a HeatDay],
    ) -> Self {
        let marked = |kind: HeatKind| {
            let of_kind = map.marked.iter().filter(move |m| m.kind == kind);
            of_kind.map(|m| m.date).collect()
        };
        let ink = plate.ink(map.ink);
        let deepest = deepest_under(plate.palette.ink, ink.pale, ink.full, LEGIBLE);
        Cells {
            map,
            scale,
            days: days.iter().map(|d| (d.date, *d)).collect(),
            rough: marked(HeatKind::Rough),
            flare: marked(HeatKind::Flare),
            ink,
            // From nearly the ground on, so that the steps between tints are as large as legible digits allow.
            tints: (plate.palette.ground.towards(ink.pale, 0.6), deepest),
        }
    }

    /// The tint of a value.
    fn tint(&self, value: f64) -> Rgb {
        self.tints.0.towards(self.tints.1, self.share(value))
    }

    pub(super) fn share(&self, value: f64) -> f64 {
        self.scale.share(value).clamp(0.0, 1.0)
    }

    /// The grounds and squares of all cells, one paint after the other, then digits and marks.
    pub(super) fn draw(
        &self,
        plate: &mut Plate,
        cells: &[(NaiveDate, Area)],
        labelled: bool,
    ) -> Drawn {
        let days: Vec<Option<&HeatDay>> =
            cells.iter().map(|c| self.days.get(&c.0).copied()).collect();
        let all = || cells.iter().map(|c| c.1).zip(&days);
        for (area, _) in all().filter(|(_, day)| day.is_none()) {
            self.missing(plate, area)?;
        }
        let present = || all().filter_map(|(area, day)| Some((day.as_ref()?, area)));
        if labelled {
            for (day, area) in present() {
                self.tinted(plate, day.value, day.how, area)?;
            }
        } else {
            for area in in_runs(present().map(|(_, area)| area)) {
                plate
                    .canvas
                    .rect(area.x, area.y, area.w, area.h, self.tints.0)?;
            }
            for how in [How::Felt, How::Device, How::Recalled] {
                for (day, area) in present().filter(|(day, _)| day.how == how) {
                    self.square(plate, day.value, how, area)?;
                }
            }
        }
        for (date, area) in cells {
            if self.flare.contains(date) {
                flare(plate, *area)?;
            }
        }
        for (date, area) in cells {
            if self.rough.contains(date) {
                rough(plate, *area)?;
            }
        }
        if labelled {
            for (day, area) in present() {
                digits(plate, &day.label, area)?;
            }
        }
        Ok(())
    }

    /// What lies under digits: the tint of the value; an outline for what was recalled.
    fn tinted(&self, plate: &Plate, value: f64, how: How, cell: Area) -> Drawn {
        let Area { x, y, w, h } = cell;
        match how {
            How::Recalled => plate.canvas.outline(x, y, w, h, self.ink.full, 1.2),
            _ => plate.canvas.rect(x, y, w, h, self.tint(value)),
        }
    }

    /// The square whose area is the value.
    fn square(&self, plate: &Plate, value: f64, how: How, cell: Area) -> Drawn {
        let full = cell.w.min(cell.h) - if cell.h > 9.0 { 2.0 } else { 1.0 };
        // The lowest value still is an entry: a point remains.
        let side = (full * self.share(value).sqrt()).max(1.4);
        let (x, y) = (
            cell.x + (cell.w - side) / 2.0,
            cell.y + (cell.h - side) / 2.0,
        );
        if how == How::Recalled && side > 3.0 {
            plate.canvas.outline(x, y, side, side, self.ink.full, 1.1)
        } else {
            plate.canvas.rect(x, y, side, side, self.ink.full)
        }
    }

    /// A day without an entry: the dotted ground of gaps, one dot a cell or four.
    pub(super) fn missing(&self, plate: &Plate, cell: Area) -> Drawn {
        let centre = (cell.x + cell.w / 2.0, cell.y + cell.h / 2.0);
        let apart = 3.0;
        let at: &[(f64, f64)] = if cell.w.min(cell.h) >= 16.0 {
            &[
                (-apart, -apart),
                (apart, -apart),
                (-apart, apart),
                (apart, apart),
            ]
        } else {
            &[(0.0, 0.0)]
        };
        for (dx, dy) in at {
            plate.canvas.marker(
                centre.0 + dx,
                centre.1 + dy,
                Shape::Circle,
                0.6,
                plate.palette.dots,
            )?;
        }
        Ok(())
    }

    /// The key under the picture: low, middle and high values, and the marks that occur.
    pub(super) fn key(
        &self,
        plate: &mut Plate,
        top: f64,
        labelled: bool,
    ) -> Result<f64, ChartError> {
        let words = &self.map.words;
        let mut entries: Vec<(String, Sample)> = Vec::new();
        for (value, name) in &self.scale.ticks {
            let sample = move |plate: &Plate, area: Area| {
                if labelled {
                    return self.tinted(plate, *value, How::Felt, area);
                }
                plate
                    .canvas
                    .rect(area.x, area.y, area.w, area.h, self.tints.0)?;
                self.square(plate, *value, How::Felt, area)
            };
            entries.push((name.clone(), Box::new(sample)));
        }
        if self.days.values().any(|d| d.how == How::Recalled) {
            let sample = move |plate: &Plate, area: Area| {
                if labelled {
                    self.tinted(plate, self.scale.high, How::Recalled, area)
                } else {
                    self.square(plate, self.scale.high, How::Recalled, area)
                }
            };
            entries.push((words.recalled.clone(), Box::new(sample)));
        }
        let range = self.map.from..=self.map.to;
        if self.rough.iter().any(|d| range.contains(d)) {
            let sample = |plate: &Plate, area: Area| {
                plate
                    .canvas
                    .rect(area.x, area.y, area.w, area.h, self.tints.0)?;
                rough(plate, area)
            };
            entries.push((words.rough.clone(), Box::new(sample)));
        }
        if self.flare.iter().any(|d| range.contains(d)) {
            let sample = |plate: &Plate, area: Area| {
                plate
                    .canvas
                    .rect(area.x, area.y, area.w, area.h, self.tints.0)?;
                flare(plate, area)
            };
            entries.push((words.flare.clone(), Box::new(sample)));
        }
        let missing = (self.map.to - self.map.from).num_days() + 1 - self.days.len() as i64;
        if missing > 0 {
            let sample = |plate: &Plate, area: Area| self.missing(plate, area);
            entries.push((words.none.clone(), Box::new(sample)));
        }
        let left = plate.frame.pad();
        key(plate, entries, left, top + 10.0)
    }
}

/// Cells that follow each other in a row as one area, for the ground under squares.
fn in_runs(cells: impl Iterator<Item = Area>) -> Vec<Area> {
    let mut runs: Vec<Area> = Vec::new();
    for cell in cells {
        match runs.last_mut() {
            Some(run) if run.y == cell.y && (cell.x - run.right()).abs() < 3.0 => {
                run.w = cell.right() - run.x;
            }
            _ => runs.push(cell),
        }
    }
    runs
}

fn digits(plate: &mut Plate, label: &str, cell: Area) -> Drawn {
    let (x, y) = (cell.x + cell.w / 2.0, cell.y + cell.h / 2.0);
    let text = crate::text::clean(label);
    let label = Label::centred_at(text, x, y, Anchor::Middle, plate.small());
    plate.canvas.text(&label, plate.palette.ink)
}

/// The upper right corner.
fn rough(plate: &Plate, cell: Area) -> Drawn {
    let side = (cell.w.min(cell.h) * 0.34).clamp(2.5, 9.0);
    let (right, top) = (cell.right(), cell.y);
    let corner = [(right - side, top), (right, top), (right, top + side)];
    plate.canvas.polygon(&corner, plate.palette.ink)
}

/// A bar along the foot.
fn flare(plate: &Plate, cell: Area) -> Drawn {
    let thick = (cell.h * 0.13).clamp(1.2, 3.5);
    plate.canvas.rect(
        cell.x,
        cell.bottom() - thick,
        cell.w,
        thick,
        plate.palette.quiet,
    )
}
