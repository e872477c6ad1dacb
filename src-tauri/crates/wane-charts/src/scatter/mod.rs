//! The scatter: one number against another, day by day, without jitter.
//!
//! Pairs that are equal share one disc whose area is their number; the number stands in it where it has room.
//! A fitted line and its interval are drawn where the caller gives them; this crate fits nothing.

mod discs;

use chrono::NaiveDate;

use crate::axis::{self, Scale};
use crate::colour::deepest_under;
use crate::label::{Anchor, Label};
use crate::pen::Manner;
use crate::plate::{Area, Plate, crisp};
use crate::regularity::in_common;
use crate::text::{self, Weight};
use crate::{Axis, Chart, ChartError, Frame, GroupArea, How, Mark, SeriesInk, Shape};
use discs::{Gathered, gather};

/// Radius of a single pair, and the largest of any disc.
const RADIUS: (f64, f64) = (3.2, 15.0);
/// Space between the ends of the scales and the edges of the plot.
const INSET: (f64, f64) = (18.0, 15.0);

/// What a scatter shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// What runs to the right, such as sleep quality.
    pub across: ScatterAxis,
    /// What runs upwards, such as pain on the next morning.
    pub up: ScatterAxis,
    /// The shape in front of the title; the discs are round.
    pub shape: Shape,
    /// Their colour.
    pub ink: SeriesInk,
    /// The pairs, in any order.
    pub pairs: Vec<Pair>,
    /// The fitted line with its interval, from left to right; empty for none.
    pub fit: Vec<FitAt>,
    /// What to write under the chart when a fitted line is drawn: what the line and its band are.
    pub note_when_fitted: Option<String>,
    /// What to write under the chart when numbers stand in discs: what they count.
    pub note_when_numbered: Option<String>,
    /// What to write under the chart when pairs that are near, not equal, share a disc.
    pub note_when_gathered: Option<String>,
}

/// One direction of a scatter.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterAxis {
    /// What it is, in the user's language.
    pub title: String,
    /// Its scale.
    pub axis: Axis,
}

/// Two numbers of one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The day.
    pub date: NaiveDate,
    /// The number to the right.
    pub across: f64,
    /// The number upwards.
    pub up: f64,
    /// How the two came about: recalled when either was.
    pub how: How,
}

/// A fitted value with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FitAt {
    /// Where, to the right.
    pub across: f64,
    /// The fitted value.
    pub middle: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

/// Pairs that share a disc.
struct Disc<'a> {
    first: usize,
    x: f64,
    y: f64,
    radius: f64,
    pairs: Vec<&'a Pair>,
}

/// Draws a scatter. In its errors, panel 0 is the axis across and panel 1 the axis upwards.
///
/// # Errors
///
/// See [`ChartError`]: a frame that cannot be drawn, a number that is not finite or lies off its axis.
pub fn scatter(scatter: &Scatter, frame: &Frame) -> Result<Chart, ChartError> {
    let mut plate = Plate::new(frame)?;
    let fit = |f: &FitAt| {
        [f.across, f.middle, f.low, f.high]
            .iter()
            .all(|v| v.is_finite())
    };
    if !scatter.fit.iter().all(fit) {
        return Err(ChartError::NotFinite { panel: 1 });
    }
    let height = (f64::from(frame.width) * 0.42).clamp(230.0, 400.0)
        * (1.0 + 0.35 * (frame.text_scale - 1.0));
    let room = plate.name_room();
    let across: Vec<f64> = scatter.pairs.iter().map(|p| p.across).collect();
    let up: Vec<f64> = scatter.pairs.iter().map(|p| p.up).collect();
    // Three names share the width.
    let third = f64::from(frame.width) * 0.31;
    let right = axis::scale(&scatter.across.axis, 0, &across, 400.0, third, frame)?;
    let upward = axis::scale(
        &scatter.up.axis,
        1,
        &up,
        height - 2.0 * INSET.1,
        room,
        frame,
    )?;

    let (x, end) = plate.edges(upward.ticks.iter().map(|t| &t.1));
    let ink = plate.ink(scatter.ink);
    let top = plate.top();
    let top = plate.title(
        &scatter.up.title,
        x,
        top,
        end - x,
        (scatter.shape, ink.full),
    )?;
    let plot = Area {
        x,
        y: top,
        w: end - x,
        h: height,
    };
    let inner = Area {
        x: plot.x + INSET.0,
        y: plot.y + INSET.1,
        w: plot.w - 2.0 * INSET.0,
        h: plot.h - 2.0 * INSET.1,
    };
    for (value, _) in &upward.ticks {
        let y = crisp(inner.up(&upward, *value));
        let ends = ((plot.x, y), (plot.right(), y));
        plate
            .canvas
            .line(ends.0, ends.1, plate.palette.line, 1.0, Manner::Solid)?;
    }
    if scatter.pairs.is_empty() {
        plate.dotted(plot.x, plot.right(), plot)?;
    }
    let fitted = draw_fit(&plate, scatter, &right, &upward, inner)?;
    let place = |p: &Pair| {
        let x = inner.x + inner.w * right.share(p.across);
        (x, inner.up(&upward, p.up))
    };
    let discs = discs(&mut plate, scatter, place, inner);
    let numbered = draw_discs(&mut plate, scatter, &discs)?;
    plate.names(&upward, Area { x: plot.x, ..inner })?;
    plate.panel("scatter", plot);
    let y = names_across(&mut plate, &right, plot, inner)?;
    let y = title_across(&mut plate, &scatter.across.title, plot, y)?;
    let y = match &scatter.note_when_fitted {
        Some(note) if fitted => plate.note(note, y)?,
        _ => y,
    };
    let y = match &scatter.note_when_numbered {
        Some(note) if numbered => plate.note(note, y)?,
        _ => y,
    };
    let y = match &scatter.note_when_gathered {
        Some(note) if plate.gathered => plate.note(note, y)?,
        _ => y,
    };
    plate.finish(y)
}

/// The pairs in their discs, the largest first so that no small one is hidden.
fn discs<'a>(
    plate: &mut Plate,
    scatter: &'a Scatter,
    place: impl Fn(&Pair) -> (f64, f64),
    inner: Area,
) -> Vec<Disc<'a>> {
    let at: Vec<(f64, f64)> = scatter.pairs.iter().map(place).collect();
    let (gathered, spacing) = gather(&at, inner.w);
    plate.gathered = gathered.iter().any(|g| g.unequal);
    let most = gathered.iter().map(|g| g.places.len()).max().unwrap_or(1) as f64;
    let largest = (spacing * 0.5).clamp(4.5, RADIUS.1);
    let single = RADIUS.0.min(largest / most.sqrt());
    let disc = |g: Gathered| Disc {
        first: g.places.first().copied().unwrap_or_default(),
        x: g.middle.0,
        y: g.middle.1,
        radius: (single * (g.places.len() as f64).sqrt()).max(1.2),
        pairs: g.places.iter().map(|i| &scatter.pairs[*i]).collect(),
    };
    let mut discs: Vec<Disc> = gathered.into_iter().map(disc).collect();
    discs.sort_by(|a, b| b.radius.total_cmp(&a.radius));
    discs
}

/// Draws the discs and says whether a number stands in any.
fn draw_discs(plate: &mut Plate, scatter: &Scatter, discs: &[Disc]) -> Result<bool, ChartError> {
    let mut any_numbered = false;
    let ink = plate.ink(scatter.ink);
    let ground = plate.palette.ground;
    let tint = deepest_under(plate.palette.ink, ink.pale, ink.full, 7.0);
    let size = plate.small();
    for disc in discs {
        let n = disc.pairs.len();
        let how = in_common(disc.pairs.iter().map(|p| p.how));
        let at = (disc.x, disc.y);
        let r = disc.radius;
        let name = n.to_string();
        let half = text::width(&name, size, Weight::Regular) / 2.0;
        let numbered = n > 1 && half.hypot(size * 0.6) <= r * 1.12 && half <= r && size * 0.6 <= r;
        if numbered || (n > 1 && r >= 3.6) {
            let inside = if how == How::Recalled { ground } else { tint };
            plate.canvas.marker(at.0, at.1, Shape::Circle, r, inside)?;
            plate
                .canvas
                .ring(at.0, at.1, Shape::Circle, r - 0.6, ink.full, 1.2)?;
        } else {
            plate
                .canvas
                .value(at, how, Shape::Circle, r, (ink.full, ground))?;
        }
        any_numbered |= numbered;
        if numbered {
            let label = Label::centred_at(name, at.0, at.1, Anchor::Middle, size);
            plate.canvas.text(&label, plate.palette.ink)?;
        }
        let square = (at.0 - r, at.1 - r, 2.0 * r);
        plate.groups.push(GroupArea {
            panel: "scatter".to_owned(),
            place: disc.first,
            n: n as u32,
            x: square.0,
            y: square.1,
            w: square.2,
            h: square.2,
        });
        for pair in &disc.pairs {
            plate.marks.push(Mark {
                date: pair.date,
                until: pair.date,
                panel: Some("scatter".to_owned()),
                how: pair.how,
                x: square.0,
                y: square.1,
                w: square.2,
                h: square.2,
            });
        }
    }
    plate.groups.sort_by_key(|g| g.place);
    plate.marks.sort_by_key(|m| m.date);
    Ok(any_numbered)
}

/// The interval as a pale band, and the line; both end where the scales do. Says whether there is one.
fn draw_fit(
    plate: &Plate,
    scatter: &Scatter,
    right: &Scale,
    upward: &Scale,
    inner: Area,
) -> Result<bool, ChartError> {
    let mut fit: Vec<&FitAt> = scatter
        .fit
        .iter()
        .filter(|f| (right.low..=right.high).contains(&f.across))
        .collect();
    fit.sort_by(|a, b| a.across.total_cmp(&b.across));
    if fit.len() < 2 {
        return Ok(false);
    }
    let at = |f: &FitAt, value: f64| {
        let value = value.clamp(upward.low, upward.high);
        (
            inner.x + inner.w * right.share(f.across),
            inner.up(upward, value),
        )
    };
    let ink = plate.ink(scatter.ink);
    let above = fit.iter().map(|f| at(f, f.high));
    let below = fit.iter().rev().map(|f| at(f, f.low));
    let band: Vec<_> = above.chain(below).collect();
    plate.canvas.polygon(&band, ink.pale)?;
    let inside = |f: &&&FitAt| (upward.low..=upward.high).contains(&f.middle);
    let line: Vec<_> = fit.iter().filter(inside).map(|f| at(f, f.middle)).collect();
    if line.len() > 1 {
        plate.canvas.path(&line, ink.full, 2.2, Manner::Round)?;
    }
    Ok(true)
}

/// Strokes and names of the scale across; gives where they end.
fn names_across(
    plate: &mut Plate,
    right: &Scale,
    plot: Area,
    inner: Area,
) -> Result<f64, ChartError> {
    let size = plate.small();
    let top = plot.bottom() + 9.0;
    let room = plate.frame.words();
    let mut taken = f64::NEG_INFINITY;
    for (value, name) in &right.ticks {
        let x = inner.x + inner.w * right.share(*value);
        let stroke = crisp(x);
        let ends = ((stroke, plot.bottom()), (stroke, plot.bottom() + 5.0));
        plate
            .canvas
            .line(ends.0, ends.1, plate.palette.grey, 1.0, Manner::Solid)?;
        let half = text::width(name, size, Weight::Regular) / 2.0;
        let middle = x.min(room.1 - half).max(room.0 + half);
        if middle - half >= taken + size * 0.5 {
            taken = middle + half;
            let label = Label::below(name.clone(), middle, top, Anchor::Middle, size);
            plate.canvas.text(&label, plate.palette.quiet)?;
        }
    }
    Ok(top + size * text::LINE + 1.0)
}

/// What runs to the right, under its names, on the right.
fn title_across(plate: &mut Plate, title: &str, plot: Area, top: f64) -> Result<f64, ChartError> {
    let size = plate.frame.title();
    let lines = text::wrap(
        &text::clean(title),
        size,
        Weight::Bold,
        plot.right() - plate.frame.pad(),
    );
    let mut y = top + 2.0;
    for line in lines.into_iter().take(2) {
        let label = Label {
            weight: Weight::Bold,
            ..Label::below(line, plot.right(), y, Anchor::End, size)
        };
        plate.canvas.text(&label, plate.palette.ink)?;
        y += size * text::LINE + 1.0;
    }
    Ok(y)
}
