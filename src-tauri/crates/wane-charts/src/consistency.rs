//! The consistency: the share of the last awakenings inside the user's own window, day by day.
//!
//! Under the line every awakening has a tick: tall inside the window, short outside, a dot where the day is excused.
//! Excused days (a flare, an illness, a journey) have a grey ground and are nobody's miss.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::axis::{self, Scale};
use crate::bins::{days_per_mark, median, piece_of_day, pieces};
use crate::colour::Rgb;
use crate::frame::days_between;
use crate::grid::runs;
use crate::key::{Sample, key};
use crate::palette::Ink;
use crate::pen::Manner;
use crate::plate::{Area, Dates, Plate};
use crate::{Axis, Calendar, Chart, ChartError, DayArea, Frame, How, Mark, SeriesInk, Shape};

/// Height of the strip of ticks, in pixels with text of ordinary size.
const STRIP: f64 = 20.0;
/// Space between the plot and the strip.
const ABOVE_STRIP: f64 = 8.0;

/// What a consistency shows.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsistencyBand {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// What the line is, in the user's language.
    pub title: String,
    /// How a per cent is written, with `{n}`: `"{n} %"`.
    pub pattern: String,
    /// The days with an awakening or an excuse, in any order; of several for one day the last counts.
    pub days: Vec<ConsistentDay>,
    /// The words of the key.
    pub words: ConsistencyWords,
    /// What to write under the chart when one tick stands for several days, with `{days}` for their number.
    pub note_when_aggregated: Option<String>,
}

/// One day of a consistency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConsistentDay {
    /// The day.
    pub date: NaiveDate,
    /// Whether its awakening was inside the window; `None` without an awakening.
    pub inside: Option<bool>,
    /// Whether the day is excused.
    pub excused: bool,
    /// The share to draw, 0 to 1; `None` where there were too few awakenings.
    pub share: Option<f64>,
    /// How the awakening came about.
    pub how: How,
}

/// The words of a consistency's key; an empty one leaves its entry out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ConsistencyWords {
    /// Beside a tall tick.
    pub inside: String,
    /// Beside a short tick.
    pub outside: String,
    /// Beside a grey ground.
    pub excused: String,
}

/// One day, or what several days have in common.
#[derive(Debug, Clone, Copy, Default)]
struct Piece {
    /// Days with an awakening that counts, and those inside.
    counted: u32,
    inside: u32,
    /// Days with an awakening, counted or not.
    awakenings: u32,
    excused: u32,
    share: Option<f64>,
    recalled: bool,
}

/// Draws a consistency.
///
/// # Errors
///
/// See [`ChartError`]: a frame or a range that cannot be drawn, a share that is not from 0 to 1.
pub fn consistency(
    band: &ConsistencyBand,
    frame: &Frame,
    calendar: &Calendar,
) -> Result<Chart, ChartError> {
    let mut plate = Plate::new(frame)?;
    let days = days_between(band.from, band.to)?;
    let height = 140.0 * (1.0 + 0.35 * (frame.text_scale - 1.0));
    let shares: Vec<f64> = band.days.iter().filter_map(|d| d.share).collect();
    let percents: Vec<f64> = std::iter::once(0.0)
        .chain(shares.iter().map(|s| s * 100.0))
        .collect();
    // The share of awakenings starts at nothing: half an axis would make it look like more or less than it is.
    let axis = Axis::Percent {
        pattern: band.pattern.clone(),
    };
    let scale = axis::scale(&axis, 0, &percents, height, plate.name_room(), frame)?;
    let (left, right) = plate.edges(scale.ticks.iter().map(|t| &t.1));
    let (width, ink) = (right - left, plate.ink(SeriesInk::Sleep));
    let top = plate.top();
    let top = plate.title(&band.title, left, top, width, (Shape::Circle, ink.full))?;
    let plot = Area {
        x: left,
        y: top,
        w: width,
        h: height,
    };
    let strip = Area {
        x: left,
        y: plot.bottom() + ABOVE_STRIP,
        w: width,
        h: STRIP * frame.text_scale.sqrt(),
    };
    let day = width / days as f64;
    let size = days_per_mark(days, width);
    plate.aggregated_days = (size > 1).then_some(size);
    let cuts = pieces(band.from, band.to, size, calendar);
    let extent = |piece: usize| {
        let (from, to) = cuts[piece];
        let start = (from - band.from).num_days() as f64;
        (
            left + start * day,
            ((to - from).num_days() as f64 + 1.0) * day,
        )
    };
    let drawn = Drawn {
        pieces: gather(band, &cuts),
        extent: &extent,
        plot,
        strip,
        scale: &scale,
        ink,
    };
    drawn.ground(&plate)?;
    plate.grid(&scale, plot)?;
    drawn.line(&plate)?;
    drawn.ticks(&plate)?;
    plate.names(&scale, plot)?;
    plate.panel(
        "consistency",
        Area {
            h: strip.bottom() - plot.y,
            ..plot
        },
    );
    drawn.marks(&mut plate, &cuts);
    let dates = Dates {
        from: band.from,
        to: band.to,
        calendar,
    };
    let y = plate.dates(dates, strip, strip.bottom() + 9.0)?;
    let y = drawn.key(&mut plate, &band.words, y)?;
    let y = plate.aggregation_note(band.note_when_aggregated.as_deref(), y)?;
    plate.finish(y)
}

/// What each piece of the range has to show.
fn gather(band: &ConsistencyBand, cuts: &[(NaiveDate, NaiveDate)]) -> Vec<Piece> {
    let places = piece_of_day(cuts);
    let inside = |d: &&ConsistentDay| (band.from..=band.to).contains(&d.date);
    let by_date: BTreeMap<NaiveDate, &ConsistentDay> = band
        .days
        .iter()
        .filter(inside)
        .map(|d| (d.date, d))
        .collect();
    let mut gathered = vec![Piece::default(); cuts.len()];
    let mut shares: Vec<Vec<f64>> = vec![Vec::new(); cuts.len()];
    let mut recalled = vec![0; cuts.len()];
    for (date, day) in by_date {
        let place = places[(date - band.from).num_days() as usize];
        let piece = &mut gathered[place];
        piece.excused += u32::from(day.excused);
        if let Some(inside) = day.inside {
            piece.awakenings += 1;
            recalled[place] += u32::from(day.how == How::Recalled);
            // A miss on an excused day does not count, a hit does.
            if inside || !day.excused {
                piece.counted += 1;
                piece.inside += u32::from(inside);
            }
        }
        shares[place].extend(day.share);
    }
    for (place, shares) in shares.iter_mut().enumerate() {
        let piece = &mut gathered[place];
        piece.share = median(shares);
        piece.recalled = piece.awakenings > 0 && recalled[place] == piece.awakenings;
    }
    gathered
}

/// Everything that is drawn.
struct Drawn<'a> {
    pieces: Vec<Piece>,
    extent: &'a dyn Fn(usize) -> (f64, f64),
    plot: Area,
    strip: Area,
    scale: &'a Scale,
    ink: Ink,
}

impl Drawn<'_> {
    /// Grey where days are excused, dotted where nothing is known.
    fn ground(&self, plate: &Plate) -> Result<(), ChartError> {
        let both = Area {
            h: self.strip.bottom() - self.plot.y,
            ..self.plot
        };
        // Where several days share a piece, it is grey when at least half of its awakenings are excused.
        let excused: Vec<bool> = self
            .pieces
            .iter()
            .map(|p| p.excused > 0 && 2 * p.excused >= p.awakenings)
            .collect();
        for (first, end) in runs(&excused) {
            let (from, _) = (self.extent)(first);
            let (to, length) = (self.extent)(end - 1);
            plate
                .canvas
                .rect(from, both.y, to + length - from, both.h, grey(plate))?;
        }
        let missing: Vec<bool> = self
            .pieces
            .iter()
            .map(|p| p.awakenings == 0 && p.excused == 0)
            .collect();
        for (first, end) in runs(&missing) {
            let (from, _) = (self.extent)(first);
            let (to, length) = (self.extent)(end - 1);
            plate.dotted(from, to + length, both)?;
        }
        Ok(())
    }

    /// The share as a line over a pale ground, broken where there is none.
    fn line(&self, plate: &Plate) -> Result<(), ChartError> {
        let at = |place: usize| {
            let (x, w) = (self.extent)(place);
            let share = self.pieces[place].share?;
            Some((x + w / 2.0, self.plot.up(self.scale, share * 100.0)))
        };
        let there: Vec<bool> = self.pieces.iter().map(|p| p.share.is_some()).collect();
        let stretches: Vec<Vec<(f64, f64)>> = runs(&there)
            .into_iter()
            .map(|(first, end)| (first..end).filter_map(at).collect())
            .collect();
        for stretch in stretches.iter().filter(|s| s.len() > 1) {
            let (first, last) = (stretch[0], stretch[stretch.len() - 1]);
            let foot = self.plot.bottom();
            let ends = [(last.0, foot), (first.0, foot)];
            let corners: Vec<_> = stretch.iter().copied().chain(ends).collect();
            plate.canvas.polygon(&corners, self.ink.pale)?;
        }
        for stretch in &stretches {
            match stretch[..] {
                [(x, y)] => plate
                    .canvas
                    .marker(x, y, Shape::Circle, 1.6, self.ink.full)?,
                _ => plate
                    .canvas
                    .path(stretch, self.ink.full, 2.2, Manner::Round)?,
            }
        }
        Ok(())
    }

    fn ticks(&self, plate: &Plate) -> Result<(), ChartError> {
        let quiet = plate.palette.quiet;
        for (place, piece) in self.pieces.iter().enumerate() {
            let (x, w) = (self.extent)(place);
            if piece.awakenings == 0 {
                continue;
            }
            let cell = Area { x, w, ..self.strip };
            if piece.counted == 0 {
                dot(plate, cell, quiet)?;
            } else {
                let share = f64::from(piece.inside) / f64::from(piece.counted);
                tick(plate, cell, share, self.ink.full, piece.recalled)?;
            }
        }
        Ok(())
    }

    fn marks(&self, plate: &mut Plate, cuts: &[(NaiveDate, NaiveDate)]) {
        let (top, bottom) = (self.plot.y, self.strip.bottom());
        for (place, piece) in self.pieces.iter().enumerate() {
            let ((x, w), (date, until)) = ((self.extent)(place), cuts[place]);
            plate.days.push(DayArea {
                date,
                until,
                x,
                y: top,
                w,
                h: bottom - top,
            });
            if piece.awakenings == 0 {
                continue;
            }
            let y = piece.share.map_or(self.strip.y, |share| {
                self.plot.up(self.scale, share * 100.0) - 3.0
            });
            let how = if piece.recalled {
                How::Recalled
            } else {
                How::Felt
            };
            plate.marks.push(Mark {
                date,
                until,
                panel: Some("consistency".to_owned()),
                how,
                x,
                y,
                w,
                h: if piece.share.is_some() {
                    6.0
                } else {
                    self.strip.h
                },
            });
        }
    }

    fn key(
        &self,
        plate: &mut Plate,
        words: &ConsistencyWords,
        top: f64,
    ) -> Result<f64, ChartError> {
        let full = self.ink.full;
        let mut entries: Vec<(String, Sample)> = Vec::new();
        if self.pieces.iter().any(|p| p.awakenings > 0) {
            entries.push((
                words.inside.clone(),
                Box::new(move |p, a| tick(p, a, 1.0, full, false)),
            ));
            entries.push((
                words.outside.clone(),
                Box::new(move |p, a| tick(p, a, 0.0, full, false)),
            ));
        }
        if self.pieces.iter().any(|p| p.excused > 0) {
            let sample = |p: &Plate, a: Area| {
                p.canvas.rect(a.x, a.y, a.w, a.h, grey(p))?;
                dot(p, a, p.palette.quiet)
            };
            entries.push((words.excused.clone(), Box::new(sample)));
        }
        key(plate, entries, self.plot.x, top + 6.0)
    }
}

/// The ground of excused days.
fn grey(plate: &Plate) -> Rgb {
    plate.palette.ground.towards(plate.palette.grey, 0.3)
}

/// A tick from the foot of its cell: as tall as the cell inside the window, a third of it outside.
fn tick(
    plate: &Plate,
    cell: Area,
    share: f64,
    colour: Rgb,
    recalled: bool,
) -> Result<(), ChartError> {
    let w = (cell.w * 0.62).clamp(0.9, 7.0);
    let h = cell.h * (0.3 + 0.7 * share);
    let (x, y) = (cell.x + (cell.w - w) / 2.0, cell.bottom() - h);
    if recalled && w >= 3.0 {
        plate.canvas.outline(x, y, w, h, colour, 1.0)
    } else {
        plate.canvas.rect(x, y, w, h, colour)
    }
}

/// What an excused miss leaves: a dot on the foot of its cell.
fn dot(plate: &Plate, cell: Area, colour: Rgb) -> Result<(), ChartError> {
    let radius = (cell.w * 0.3).clamp(0.6, 2.0);
    let at = (cell.x + cell.w / 2.0, cell.bottom() - radius);
    plate
        .canvas
        .marker(at.0, at.1, Shape::Circle, radius, colour)
}
