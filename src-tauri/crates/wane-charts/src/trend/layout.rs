//! Where everything in a trend stands; nothing is drawn here.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::axis::{self, Scale};
use crate::bins::days_per_mark;
use crate::frame::days_between;
use crate::label::{Anchor, Label};
use crate::text::{self, Weight};
use crate::ticks::{Across, Tick};
use crate::trend::below::{Bar, Laid, Lanes};
use crate::trend::flags::{Flag, Flown, Mast};
use crate::trend::ghost;
use crate::trend::series::{self, Pieces};
use crate::trend::{Axis, Ghost, Panel};
use crate::words::{BESIDE_TICK, UNDER_TITLE, title};
use crate::{Calendar, ChartError, Frame, Trend, note};

/// Space between one panel's axis and the next panel's title.
const BETWEEN: f64 = 20.0;

/// Where one panel stands.
#[derive(Debug)]
pub(super) struct PanelPlace {
    pub(super) scale: Scale,
    /// The title's lines: one, or two where one is too short.
    pub(super) title: Vec<Label>,
    pub(super) top: f64,
    pub(super) height: f64,
}

/// Where everything stands.
pub(super) struct Layout {
    /// Left edge of the plots.
    pub(super) left: f64,
    /// Width of the plots.
    pub(super) width: f64,
    /// Width of one day.
    pub(super) day: f64,
    pub(super) pieces: Pieces,
    pub(super) panels: Vec<PanelPlace>,
    pub(super) flags: Vec<Flown>,
    /// Top of the lowest row of flags, and the height of a row.
    pub(super) flag_row: (f64, f64),
    /// Upper edge of the names of dates.
    pub(super) dates_top: f64,
    pub(super) dates: Vec<Tick>,
    pub(super) bars: Vec<Laid>,
    /// Upper edge of the first lane, and the height of a lane.
    pub(super) lane: (f64, f64),
    /// Where the strokes of ticked days stand, from left to right, and their upper edge.
    pub(super) ticked: (Vec<f64>, f64),
    /// The name of the ticked days, behind room for a sample of their stroke.
    pub(super) ticked_label: Option<Label>,
    /// The name of the ghost, behind room for a sample of its line.
    pub(super) ghost_label: Option<Label>,
    pub(super) note: Vec<Label>,
    /// Height of the picture.
    pub(super) height: f64,
}

impl Layout {
    pub(super) fn new(
        trend: &Trend,
        ghost: Option<&Ghost>,
        frame: &Frame,
        calendar: &Calendar,
    ) -> Result<Self, ChartError> {
        frame.check()?;
        let days = days_between(trend.from, trend.to)?;
        if trend.panels.is_empty() {
            return Err(ChartError::NoPanel);
        }
        let (small, pad) = (frame.small(), frame.pad());
        let scales = scales(trend, ghost, frame)?;
        let names = scales
            .iter()
            .flat_map(|s| &s.ticks)
            .map(|(_, name)| text::width(name, small, Weight::Regular));
        let left = pad + names.fold(0.0, f64::max) + BESIDE_TICK;
        let right = f64::from(frame.width) - pad - 4.0;
        let width = right - left;
        let day = width / days as f64;
        let pieces = Pieces::new(trend, days_per_mark(days, width), calendar);
        let x = |date: NaiveDate| left + ((date - trend.from).num_days() as f64 + 0.5) * day;
        let room = frame.words();

        let mast = Mast { room, size: small };
        let flags = mast.fly(flags(trend, x));
        let rows = flags
            .iter()
            .filter_map(|f| f.row)
            .max()
            .map_or(0, |row| row + 1);
        let mut y = pad.min(10.0) + rows as f64 * mast.row_height();
        let flag_row = (y - mast.row_height(), mast.row_height());
        if rows > 0 {
            y += 3.0;
        }

        let mut panels = Vec::with_capacity(trend.panels.len());
        for (i, (panel, scale)) in trend.panels.iter().zip(scales).enumerate() {
            if i > 0 {
                y += BETWEEN;
            }
            let title = title(&panel.title, left, y, width, frame);
            let top =
                y + title.len().max(1) as f64 * (frame.title() * text::LINE + 1.0) + UNDER_TITLE;
            let height = plot_height(trend, i, frame);
            y = top + height;
            panels.push(PanelPlace {
                scale,
                title,
                top,
                height,
            });
        }

        // The lowest tick's name reaches below the axis by half its height.
        let dates_top = y + (small * text::LINE / 2.0 + 2.0).max(9.0);
        let dates = Across {
            from: trend.from,
            to: trend.to,
            left,
            day,
            room,
            size: small,
            calendar,
        }
        .ticks();
        let date_rows = if dates.iter().any(|t| t.lower.is_some()) {
            2.0
        } else {
            1.0
        };
        y = dates_top + date_rows * (small * text::LINE + 1.0) + 3.0;

        let lanes = Lanes { room, size: small };
        let bars = lanes.lay(bars(trend, x, day));
        let lane = (y + 3.0, lanes.height());
        for bar in &bars {
            let words = if bar.label.is_some() {
                lane.1
            } else {
                crate::trend::below::THICK + 4.0
            };
            y = y.max(lane.0 + bar.lane as f64 * lane.1 + words);
        }

        let ticked = (ticked(trend, x), y + 4.0);
        let mut ticked_label = None;
        if let (Some(days), false) = (&trend.ticked, ticked.0.is_empty()) {
            y = ticked.1 + TICK;
            ticked_label = sampled(&days.label, TICK_SAMPLE, y, frame);
            if let Some(label) = &ticked_label {
                y += label.size * text::LINE + 4.0;
            }
        }

        // A name for a line of which nothing lies in the picture would be looked for in vain.
        let ghost_label = ghost
            .filter(|g| ghost::is_drawn(g, trend, &pieces))
            .and_then(|g| sampled(&g.label, GHOST_SAMPLE, y, frame));
        if let Some(label) = &ghost_label {
            y += label.size * text::LINE + 4.0;
        }

        let lines = note::lines(
            trend.note_when_aggregated.as_deref(),
            (pieces.size > 1).then_some(pieces.size),
            frame,
        );
        let (note, y) = note::labels(lines, frame, y + 4.0);
        let height = (y + pad.min(8.0)).ceil();
        Ok(Layout {
            left,
            width,
            day,
            pieces,
            panels,
            flags,
            flag_row,
            dates_top,
            dates,
            bars,
            lane,
            ticked,
            ticked_label,
            ghost_label,
            note,
            height,
        })
    }

    /// Where a value of a panel is drawn, down.
    pub(super) fn y(&self, panel: usize, value: f64) -> f64 {
        let place = &self.panels[panel];
        place.top
            + place.height
                * (1.0 - (value - place.scale.low) / (place.scale.high - place.scale.low))
    }

    /// Upper edge of the first plot and lower edge of the last.
    pub(super) fn plots(&self) -> (f64, f64) {
        let top = self.panels.first().map_or(0.0, |p| p.top);
        let bottom = self.panels.last().map_or(0.0, |p| p.top + p.height);
        (top, bottom)
    }

    /// Radius of a mark.
    pub(super) fn radius(&self) -> f64 {
        let mark = self.day * f64::from(self.pieces.size);
        if self.pieces.size > 1 {
            (mark * 0.3).clamp(1.3, 3.0)
        } else {
            (mark * 0.42).clamp(1.3, 3.8)
        }
    }
}

fn scales(trend: &Trend, ghost: Option<&Ghost>, frame: &Frame) -> Result<Vec<Scale>, ChartError> {
    // Names longer than a quarter of the picture would leave too little of it for the days.
    let room = f64::from(frame.width) * 0.25;
    let scale = |(i, panel): (usize, &Panel)| {
        let values = series::values(panel, ghost::runs_of(ghost, panel), trend);
        axis::scale(
            &panel.axis,
            i,
            &values,
            plot_height(trend, i, frame),
            room,
            frame,
        )
    };
    trend.panels.iter().enumerate().map(scale).collect()
}

fn plot_height(trend: &Trend, panel: usize, frame: &Frame) -> f64 {
    let usual = match (trend.panels.len(), frame.narrow()) {
        (1, false) => 160.0,
        (1, true) => 130.0,
        (_, false) => 110.0,
        (_, true) => 90.0,
    };
    if matches!(trend.panels[panel].axis, Axis::YesNo { .. }) {
        // Two lines with their names.
        return (frame.small() * text::LINE * 2.6).round();
    }
    let emphasis = if trend.panels.len() > 1 && trend.panels[panel].emphasis {
        1.3
    } else {
        1.0
    };
    (usual * emphasis * (1.0 + 0.35 * (frame.text_scale - 1.0))).round()
}

/// Width of the sample of the ghost's line.
pub(super) const GHOST_SAMPLE: f64 = 26.0;

/// Height of the stroke of a ticked day.
pub(super) const TICK: f64 = 8.0;
/// Width of the room for a sample of it.
pub(super) const TICK_SAMPLE: f64 = 4.0;

/// Where the strokes of ticked days stand; a day that is named twice has one.
fn ticked(trend: &Trend, x: impl Fn(NaiveDate) -> f64) -> Vec<f64> {
    let days = trend.ticked.iter().flat_map(|ticked| &ticked.days);
    let inside: BTreeSet<NaiveDate> = days
        .copied()
        .filter(|date| (trend.from..=trend.to).contains(date))
        .collect();
    inside.into_iter().map(x).collect()
}

/// A name behind room for a sample of what it names, on a line of its own, which begins at `top`.
fn sampled(label: &str, sample: f64, top: f64, frame: &Frame) -> Option<Label> {
    let (size, x) = (frame.small(), frame.pad() + sample + 6.0);
    let room = f64::from(frame.width) - frame.pad() - x;
    let name = text::fit(&text::clean(label), size, Weight::Regular, room)?;
    (!name.is_empty()).then(|| Label::below(name, x, top + 4.0, Anchor::Start, size))
}

fn flags(trend: &Trend, x: impl Fn(NaiveDate) -> f64) -> Vec<Flag> {
    let inside = trend
        .annotations
        .iter()
        .filter(|a| (trend.from..=trend.to).contains(&a.date));
    inside
        .map(|a| Flag {
            x: x(a.date),
            word: text::clean(&a.label),
        })
        .collect()
}

fn bars(trend: &Trend, x: impl Fn(NaiveDate) -> f64, day: f64) -> Vec<Bar> {
    let mut bars = Vec::new();
    for span in &trend.spans {
        let (from, to) = (span.from.max(trend.from), span.to.min(trend.to));
        if from <= to {
            // A day of a long range is thinner than a line, but the bar has to be seen.
            let (mut a, mut b) = (x(from) - day / 2.0, x(to) + day / 2.0);
            if b - a < 4.0 {
                let middle = (a + b) / 2.0;
                (a, b) = (middle - 2.0, middle + 2.0);
            }
            bars.push(Bar {
                from: a,
                to: b,
                word: text::clean(&span.label),
            });
        }
    }
    bars
}
