//! A chart while it is drawn from top to bottom: the canvas, what has been drawn on it, and what every chart draws alike.

use chrono::NaiveDate;

use crate::axis::Scale;
use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::grid::rows_of_dots;
use crate::label::{Anchor, Label};
use crate::palette::Ink;
use crate::pen::Manner;
use crate::text::{self, Weight};
use crate::ticks::Across;
use crate::words::{self, BEFORE_TITLE, BESIDE_TICK, UNDER_TITLE};
use crate::{Calendar, Chart, ChartError, DayArea, Frame, GroupArea, Mark, Palette, PanelArea};
use crate::{SeriesInk, Shape, note};

type Drawn = Result<(), ChartError>;

/// A rectangle of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) w: f64,
    pub(crate) h: f64,
}

impl Area {
    pub(crate) fn right(&self) -> f64 {
        self.x + self.w
    }

    pub(crate) fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// Where `value` of `scale` stands, down.
    pub(crate) fn up(&self, scale: &Scale, value: f64) -> f64 {
        self.y + self.h * (1.0 - scale.share(value))
    }
}

/// The dates across a plot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dates<'a> {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) calendar: &'a Calendar,
}

/// A chart while it is drawn.
pub(crate) struct Plate<'a> {
    pub(crate) canvas: Canvas,
    pub(crate) frame: &'a Frame,
    pub(crate) palette: Palette,
    pub(crate) marks: Vec<Mark>,
    pub(crate) days: Vec<DayArea>,
    pub(crate) groups: Vec<GroupArea>,
    pub(crate) panels: Vec<PanelArea>,
    pub(crate) aggregated_days: Option<u32>,
    pub(crate) gathered: bool,
}

impl<'a> Plate<'a> {
    /// An empty picture, or why the frame cannot be drawn.
    pub(crate) fn new(frame: &'a Frame) -> Result<Self, ChartError> {
        frame.check()?;
        Ok(Plate {
            canvas: Canvas::open(frame.width),
            frame,
            palette: Palette::of(frame.theme),
            marks: Vec::new(),
            days: Vec::new(),
            groups: Vec::new(),
            panels: Vec::new(),
            aggregated_days: None,
            gathered: false,
        })
    }

    /// The picture, whose last word ends at `bottom`.
    pub(crate) fn finish(mut self, bottom: f64) -> Result<Chart, ChartError> {
        let height = (bottom + self.frame.pad().min(8.0)).ceil() as u32;
        self.canvas.end_at(height, self.palette.ground);
        let (svg, texts) = self.canvas.finish()?;
        Ok(Chart {
            svg,
            width: self.frame.width,
            height,
            marks: self.marks,
            days: self.days,
            groups: self.groups,
            panels: self.panels,
            texts,
            aggregated_days: self.aggregated_days,
            gathered: self.gathered,
            unlabelled: 0,
        })
    }

    /// Size of small text.
    pub(crate) fn small(&self) -> f64 {
        self.frame.small()
    }

    /// Height of a line of small text.
    pub(crate) fn line_height(&self) -> f64 {
        self.frame.small() * text::LINE
    }

    /// The first edge of everything, from the top.
    pub(crate) fn top(&self) -> f64 {
        self.frame.pad().min(10.0)
    }

    /// Left and right edge of plots whose tick names are at most as wide as `names`.
    pub(crate) fn edges<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> (f64, f64) {
        let width = |name: &String| text::width(name, self.small(), Weight::Regular);
        // Longer names are shortened to their room when the scale is made.
        let widest = names.into_iter().map(width).fold(0.0, f64::max);
        let widest = widest.min(self.name_room());
        let pad = self.frame.pad();
        (
            pad + widest + BESIDE_TICK,
            f64::from(self.frame.width) - pad - 4.0,
        )
    }

    /// Room for the names of ticks: longer ones would leave too little of the picture for the data.
    pub(crate) fn name_room(&self) -> f64 {
        f64::from(self.frame.width) * 0.25
    }

    pub(crate) fn ink(&self, ink: SeriesInk) -> Ink {
        self.palette.series(ink)
    }

    /// A title with its shape; gives where a plot under it begins.
    pub(crate) fn title(
        &mut self,
        title: &str,
        left: f64,
        top: f64,
        width: f64,
        sign: (Shape, Rgb),
    ) -> Result<f64, ChartError> {
        let lines = words::title(title, left, top, width, self.frame);
        if let Some(first) = lines.first() {
            let radius = 4.6 * self.frame.text_scale;
            let x = left + BEFORE_TITLE * self.frame.text_scale / 2.0 - 2.0;
            let y = first.baseline - first.size * 0.34;
            self.canvas.marker(x, y, sign.0, radius, sign.1)?;
        }
        for line in &lines {
            self.canvas.text(line, self.palette.ink)?;
        }
        let line = self.frame.title() * text::LINE + 1.0;
        Ok(top + lines.len().max(1) as f64 * line + UNDER_TITLE)
    }

    /// The grid lines of a scale, across the plot.
    pub(crate) fn grid(&self, scale: &Scale, plot: Area) -> Drawn {
        for (value, _) in &scale.ticks {
            let y = crisp(plot.up(scale, *value));
            let ends = ((plot.x, y), (plot.right(), y));
            self.canvas
                .line(ends.0, ends.1, self.palette.line, 1.0, Manner::Solid)?;
        }
        Ok(())
    }

    /// The names of a scale, left of the plot.
    pub(crate) fn names(&mut self, scale: &Scale, plot: Area) -> Drawn {
        let size = self.small();
        for (value, name) in &scale.ticks {
            let y = plot.up(scale, *value);
            let label = Label::centred_at(name.clone(), plot.x - BESIDE_TICK, y, Anchor::End, size);
            self.canvas.text(&label, self.palette.quiet)?;
        }
        Ok(())
    }

    /// The dotted ground of a gap.
    pub(crate) fn dotted(&self, from: f64, to: f64, plot: Area) -> Drawn {
        for x in rows_of_dots(from, to) {
            let ends = ((x, plot.y + 3.0), (x, plot.bottom() - 2.0));
            self.canvas
                .line(ends.0, ends.1, self.palette.dots, 1.1, Manner::Dotted)?;
        }
        Ok(())
    }

    /// Strokes and names of dates under `plot`, from `top`; gives where they end.
    pub(crate) fn dates(&mut self, dates: Dates, plot: Area, top: f64) -> Result<f64, ChartError> {
        let days = (dates.to - dates.from).num_days() + 1;
        let size = self.small();
        let ticks = Across {
            from: dates.from,
            to: dates.to,
            left: plot.x,
            day: plot.w / days as f64,
            room: self.frame.words(),
            size,
            calendar: dates.calendar,
        }
        .ticks();
        for tick in &ticks {
            let x = crisp(tick.at);
            let ends = ((x, plot.bottom()), (x, plot.bottom() + 5.0));
            self.canvas
                .line(ends.0, ends.1, self.palette.grey, 1.0, Manner::Solid)?;
        }
        let row = size * text::LINE + 1.0;
        let mut rows = 1.0;
        for tick in ticks {
            let (name, middle) = tick.upper;
            let label = Label::below(name, middle, top, Anchor::Middle, size);
            self.canvas.text(&label, self.palette.quiet)?;
            if let Some((name, middle)) = tick.lower {
                rows = 2.0;
                let label = Label::below(name, middle, top + row, Anchor::Middle, size);
                self.canvas.text(&label, self.palette.quiet)?;
            }
        }
        Ok(top + rows * row)
    }

    /// Whether a line of small text has `room`; one without a letter has nothing to show.
    pub(crate) fn caption_fits(&self, name: &str, room: f64) -> bool {
        let name = text::clean(name);
        !name.is_empty() && text::width(&name, self.small(), Weight::Regular) <= room
    }

    /// One line of small text in the middle of `x`, if it has `room`; whole or not at all.
    pub(crate) fn caption(&mut self, name: &str, x: f64, top: f64, room: f64) -> Drawn {
        if !self.caption_fits(name, room) {
            return Ok(());
        }
        let label = Label::below(text::clean(name), x, top, Anchor::Middle, self.small());
        self.canvas.text(&label, self.palette.quiet)
    }

    /// A sentence under the picture, over as many lines as it needs; gives where it ends.
    pub(crate) fn note(&mut self, sentence: &str, top: f64) -> Result<f64, ChartError> {
        let lines = note::wrapped(sentence, self.frame);
        if lines.is_empty() {
            return Ok(top);
        }
        let (labels, bottom) = note::labels(lines, self.frame, top + 4.0);
        for label in &labels {
            self.canvas.text(label, self.palette.quiet)?;
        }
        Ok(bottom)
    }

    /// The caller's sentence for joined days, if days were joined.
    pub(crate) fn aggregation_note(
        &mut self,
        pattern: Option<&str>,
        top: f64,
    ) -> Result<f64, ChartError> {
        match (pattern, self.aggregated_days) {
            (Some(pattern), Some(days)) => {
                self.note(&pattern.replace("{days}", &days.to_string()), top)
            }
            _ => Ok(top),
        }
    }

    /// Remembers the plot of a panel.
    pub(crate) fn panel(&mut self, id: &str, plot: Area) {
        self.panels.push(PanelArea {
            id: id.to_owned(),
            x: plot.x,
            y: plot.y,
            w: plot.w,
            h: plot.h,
        });
    }
}

/// Height of the plot of one of `panels` small multiples.
pub(crate) fn plot_height(panels: usize, frame: &Frame) -> f64 {
    let usual = match (panels, frame.narrow()) {
        (1, false) => 160.0,
        (1, true) => 130.0,
        (_, false) => 110.0,
        (_, true) => 90.0,
    };
    usual * (1.0 + 0.35 * (frame.text_scale - 1.0))
}

/// The middle of a pixel, so that a line of one pixel is one pixel wide.
pub(crate) fn crisp(at: f64) -> f64 {
    at.floor() + 0.5
}
