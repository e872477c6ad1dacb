//! The regularity: where clock times lay, week by week, on a clock without an edge at midnight.
//!
//! Every week shows its nights as dots, their middle half as a pale box and their median as a line;
//! where a week is too narrow for dots, a thin line from the earliest to the latest takes their place.
//! Later is higher up. A week with fewer nights than the caller asks for keeps its dots and gets no summary.

use chrono::NaiveDate;
use wane_domain::{
    circular,
    weekly::{ClockSpread, unrolled},
};

use crate::axis::{self, Scale};
use crate::bins::pieces;
use crate::frame::days_between;
use crate::pen::Manner;
use crate::plate::{Area, Dates, Plate, plot_height};
use crate::words::BETWEEN;
use crate::{Calendar, Chart, ChartError, DayArea, Frame, How, Mark, Point, SeriesInk, Shape};

/// A week (or a run of weeks) gets at least so many pixels.
const LEAST_PIXELS: f64 = 7.0;
/// From this width on, a week has room for its nights.
const ROOM_FOR_NIGHTS: f64 = 26.0;
/// Whole weeks.
const SIZES: [u32; 8] = [7, 14, 28, 91, 182, 364, 728, 1456];

/// What a regularity shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Regularity {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// From top to bottom, such as final awakening and bedtime.
    pub panels: Vec<ClockPanel>,
    /// How many nights a week must have to be summarised.
    pub fewest: usize,
    /// How the clock hours 0 to 23 are written: `"00:00"` or `"12 am"`.
    pub hour_labels: [String; 24],
    /// How the number of nights of a week is written under it, with `{n}`; empty to leave it out.
    pub count: String,
    /// What to write under the chart when one box stands for several weeks, with `{days}` for the number of days.
    pub note_when_aggregated: Option<String>,
}

/// One clock time of every day, such as the final awakening.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockPanel {
    /// A name that comes back in the marks.
    pub id: String,
    /// What the panel shows, in the user's language.
    pub title: String,
    /// The shape of its dots.
    pub shape: Shape,
    /// Its colour.
    pub ink: SeriesInk,
    /// Clock times in minutes after midnight, any real number taken modulo 1440.
    /// `date` is the day whose night it was, also for a bedtime before midnight.
    pub points: Vec<Point>,
}

/// One box of one panel.
struct Week {
    /// Place of its piece of the range.
    piece: usize,
    spread: Option<ClockSpread>,
    /// Day from the beginning of the range, minutes, how.
    nights: Vec<(f64, f64, How)>,
    count: String,
}

/// Draws a regularity.
///
/// # Errors
///
/// See [`ChartError`]: a frame or a range that cannot be drawn, no panel, a time that is not finite.
pub fn regularity(
    regularity: &Regularity,
    frame: &Frame,
    calendar: &Calendar,
) -> Result<Chart, ChartError> {
    let mut plate = Plate::new(frame)?;
    let days = days_between(regularity.from, regularity.to)?;
    if regularity.panels.is_empty() {
        return Err(ChartError::NoPanel);
    }
    let (left, right) = plate.edges(&regularity.hour_labels);
    let width = right - left;
    let day = width / days as f64;
    let fits = |size: &&u32| f64::from(**size) * day >= LEAST_PIXELS || i64::from(**size) >= days;
    let size = *SIZES.iter().find(fits).unwrap_or(&SIZES[SIZES.len() - 1]);
    plate.aggregated_days = (size > 7).then_some(size);
    let pieces = pieces(regularity.from, regularity.to, size, calendar);
    let extent = |piece: usize| {
        let (from, to) = pieces[piece];
        let start = (from - regularity.from).num_days() as f64;
        let length = (to - from).num_days() as f64 + 1.0;
        (left + start * day, length * day)
    };
    let height = plot_height(regularity.panels.len(), frame) * 1.25;

    let mut y = plate.top();
    let mut last = Area {
        x: left,
        y,
        w: width,
        h: 0.0,
    };
    let mut first_top = None;
    for (i, panel) in regularity.panels.iter().enumerate() {
        if i > 0 {
            y += BETWEEN;
        }
        let (weeks, scale) = weeks(regularity, i, &pieces, height, &plate)?;
        let ink = plate.ink(panel.ink);
        let top = plate.title(&panel.title, left, y, width, (panel.shape, ink.full))?;
        let plot = Area {
            x: left,
            y: top,
            w: width,
            h: height,
        };
        first_top.get_or_insert(top);
        ground(&plate, &weeks, pieces.len(), &extent, plot)?;
        plate.grid(&scale, plot)?;
        let boxes = Boxes {
            panel,
            scale: &scale,
            plot,
            day,
            extent: &extent,
        };
        boxes.draw(&mut plate, &weeks, &pieces)?;
        plate.names(&scale, plot)?;
        plate.panel(&panel.id, plot);
        y = plot.bottom() + plate.line_height() / 2.0 + 2.0;
        let counted: Vec<bool> = weeks
            .iter()
            .map(|w| plate.caption_fits(&w.count, extent(w.piece).1 - 4.0))
            .collect();
        if counted.contains(&true) {
            for week in &weeks {
                let (x, w) = extent(week.piece);
                plate.caption(&week.count, x + w / 2.0, y, w - 4.0)?;
            }
            y += plate.line_height();
        }
        last = plot;
    }
    let (top, bottom) = (first_top.unwrap_or_default(), last.bottom());
    for (piece, (date, until)) in pieces.iter().enumerate() {
        let (x, w) = extent(piece);
        plate.days.push(DayArea {
            date: *date,
            until: *until,
            x,
            y: top,
            w,
            h: bottom - top,
        });
    }
    let dates = Dates {
        from: regularity.from,
        to: regularity.to,
        calendar,
    };
    let y = plate.dates(dates, last, y.max(bottom + 9.0) + 2.0)?;
    let y = plate.aggregation_note(regularity.note_when_aggregated.as_deref(), y)?;
    plate.finish(y)
}

/// The weeks of a panel that have nights, and a scale that holds them all.
fn weeks(
    regularity: &Regularity,
    index: usize,
    pieces: &[(NaiveDate, NaiveDate)],
    height: f64,
    plate: &Plate,
) -> Result<(Vec<Week>, Scale), ChartError> {
    let panel = &regularity.panels[index];
    let inside = |p: &&Point| (regularity.from..=regularity.to).contains(&p.date);
    let mut points: Vec<&Point> = panel.points.iter().filter(inside).collect();
    if points.iter().any(|p| !p.value.is_finite()) {
        return Err(ChartError::NotFinite { panel: index });
    }
    points.sort_by_key(|p| p.date);
    // Times that cancel out have no mean; then the first of them is as good a middle as any.
    let middle = circular::summary(points.iter().map(|p| p.value))
        .map(|s| s.mean_min)
        .or(points.first().map(|p| p.value))
        .unwrap_or_default();
    let mut rest = &points[..];
    let mut weeks = Vec::new();
    let mut values = Vec::with_capacity(points.len());
    for (piece, (_, to)) in pieces.iter().enumerate() {
        let (mine, later) = rest.split_at(rest.partition_point(|p| p.date <= *to));
        rest = later;
        if mine.is_empty() {
            continue;
        }
        let minutes: Vec<f64> = mine.iter().map(|p| p.value).collect();
        let enough = |s: &ClockSpread| s.n >= regularity.fewest.max(1);
        let spread = ClockSpread::of(&minutes)
            .filter(enough)
            .map(|s| s.near(middle));
        let night = |p: &&Point| {
            let day = (p.date - regularity.from).num_days() as f64;
            let minute = spread.map_or_else(|| unrolled(p.value, middle), |s| within(p.value, &s));
            (day, minute, p.how)
        };
        let nights: Vec<_> = mine.iter().map(night).collect();
        values.extend(nights.iter().map(|n| n.1));
        weeks.push(Week {
            piece,
            spread,
            nights,
            count: regularity.count.replace("{n}", &mine.len().to_string()),
        });
    }
    let labels = &regularity.hour_labels;
    let scale = axis::clock(
        &values,
        middle,
        labels,
        height,
        plate.name_room(),
        plate.frame,
    );
    Ok((weeks, scale))
}

/// The clock time as it lies in its own week's spread.
fn within(minute: f64, spread: &ClockSpread) -> f64 {
    let value = spread.low + (minute - spread.low).rem_euclid(circular::DAY_MIN);
    // Rounding may carry the earliest time a whole turn on.
    if value > spread.high + 1e-6 {
        value - circular::DAY_MIN
    } else {
        value
    }
}

/// The dotted ground of weeks without a night.
fn ground(
    plate: &Plate,
    weeks: &[Week],
    pieces: usize,
    extent: &dyn Fn(usize) -> (f64, f64),
    plot: Area,
) -> Result<(), ChartError> {
    let mut missing = vec![true; pieces];
    for week in weeks {
        missing[week.piece] = false;
    }
    for (first, end) in crate::grid::runs(&missing) {
        let (from, _) = extent(first);
        let (to, length) = extent(end - 1);
        plate.dotted(from, to + length, plot)?;
    }
    Ok(())
}

/// The boxes of one panel.
struct Boxes<'a> {
    panel: &'a ClockPanel,
    scale: &'a Scale,
    plot: Area,
    day: f64,
    extent: &'a dyn Fn(usize) -> (f64, f64),
}

impl Boxes<'_> {
    fn draw(
        &self,
        plate: &mut Plate,
        weeks: &[Week],
        pieces: &[(NaiveDate, NaiveDate)],
    ) -> Result<(), ChartError> {
        let ink = plate.ink(self.panel.ink);
        let ground = plate.palette.ground;
        let up = |minute: f64| self.plot.up(self.scale, minute);
        let narrow =
            |week: &Week| week.spread.is_some() && (self.extent)(week.piece).1 < ROOM_FOR_NIGHTS;
        let box_of = |week: &Week| {
            let (x, w) = (self.extent)(week.piece);
            let air = (w * 0.12).clamp(0.6, 4.0);
            (x + air, w - 2.0 * air)
        };
        for week in weeks.iter().filter(|w| narrow(w)) {
            let Some(s) = week.spread else { continue };
            let (x, w) = box_of(week);
            let x = x + w / 2.0;
            plate.canvas.line(
                (x, up(s.low)),
                (x, up(s.high)),
                ink.half,
                1.0,
                Manner::Solid,
            )?;
        }
        for week in weeks {
            let Some(s) = week.spread else { continue };
            let (x, w) = box_of(week);
            let (top, bottom) = (up(s.third_quartile), up(s.first_quartile));
            // A box without height (half of all nights at one time) can still be seen.
            let (top, bottom) = (
                top.min((top + bottom) / 2.0 - 1.5),
                bottom.max((top + bottom) / 2.0 + 1.5),
            );
            // A narrow box is all there is to see of its week, so it is less pale.
            let fill = if narrow(week) {
                ink.pale.towards(ink.half, 0.55)
            } else {
                ink.pale
            };
            plate.canvas.rect(x, top, w, bottom - top, fill)?;
        }
        for week in weeks {
            let Some(s) = week.spread else { continue };
            let ((x, w), y) = (box_of(week), up(s.median));
            plate
                .canvas
                .line((x, y), (x + w, y), ink.full, 2.2, Manner::Solid)?;
        }
        let radius = (self.day * 0.42).clamp(1.4, 3.0);
        for how in [How::Felt, How::Device, How::Recalled] {
            for week in weeks.iter().filter(|w| !narrow(w)) {
                for (day, minute, _) in week.nights.iter().filter(|n| n.2 == how) {
                    let at = (self.plot.x + (day + 0.5) * self.day, up(*minute));
                    let inks = (ink.full, ground);
                    plate
                        .canvas
                        .value(at, how, self.panel.shape, radius, inks)?;
                }
            }
        }
        for week in weeks {
            let (x, w) = (self.extent)(week.piece);
            let (date, until) = pieces[week.piece];
            let minutes = || week.nights.iter().map(|n| up(n.1));
            let top = minutes().fold(f64::INFINITY, f64::min) - radius;
            let bottom = minutes().fold(f64::NEG_INFINITY, f64::max) + radius;
            plate.marks.push(Mark {
                date,
                until,
                panel: Some(self.panel.id.clone()),
                how: in_common(week.nights.iter().map(|n| n.2)),
                x,
                y: top,
                w,
                h: bottom - top,
            });
        }
        Ok(())
    }
}

/// How several values came about: recalled or measured only when all of them are.
pub(crate) fn in_common(mut hows: impl Iterator<Item = How>) -> How {
    match hows.next() {
        Some(first) if hows.all(|how| how == first) => first,
        _ => How::Felt,
    }
}
