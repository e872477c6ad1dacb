//! Draws a trend as its layout says.

use chrono::NaiveDate;

use crate::canvas::{Canvas, Plot};
use crate::grid::rows_of_dots;
use crate::label::{Anchor, Label};
use crate::palette::Ink;
use crate::pen::Manner;
use crate::text;
use crate::trend::below::THICK;
use crate::trend::flags::around;
use crate::trend::ghost;
use crate::trend::layout::{GHOST_SAMPLE, Layout, TICK, TICK_SAMPLE};
use crate::trend::series::{self, Reading};
use crate::trend::{Axis, Ghost, How, Panel, Shape, Trend};
use crate::words::{BEFORE_TITLE, BESIDE_TICK};
use crate::{Calendar, Chart, ChartError, DayArea, Frame, Mark, Palette, PanelArea, TextBox};

type Drawn = Result<(), ChartError>;

pub(super) fn draw(
    trend: &Trend,
    ghost: Option<&Ghost>,
    frame: &Frame,
    calendar: &Calendar,
) -> Result<Chart, ChartError> {
    let layout = Layout::new(trend, ghost, frame, calendar)?;
    let palette = Palette::of(frame.theme);
    let height = layout.height as u32;
    let mut picture = Picture {
        canvas: Canvas::new(frame.width, height, palette.ground)?,
        layout: &layout,
        frame,
        palette,
        marks: Vec::new(),
    };
    let readings: Vec<Vec<Reading>> = trend
        .panels
        .iter()
        .map(|p| series::readings(p, &layout.pieces))
        .collect();
    for (i, panel) in trend.panels.iter().enumerate() {
        picture.ground(i, panel, &readings[i])?;
    }
    picture.flags()?;
    for (i, panel) in trend.panels.iter().enumerate() {
        picture.ghost(i, ghost::runs_of(ghost, panel))?;
        picture.series(i, panel, &readings[i])?;
        picture.words(i, panel)?;
    }
    picture.dates()?;
    picture.bars()?;
    picture.ticked()?;
    picture.ghost_name()?;
    for label in &layout.note {
        picture.canvas.text(label, palette.quiet)?;
    }
    let marks = picture.marks;
    let (svg, texts) = picture.canvas.finish()?;
    Ok(Chart {
        svg,
        width: frame.width,
        height,
        marks,
        days: days(&layout),
        panels: panels(trend, &layout),
        texts,
        groups: Vec::new(),
        gathered: false,
        aggregated_days: (layout.pieces.size > 1).then_some(layout.pieces.size),
        unlabelled: unlabelled(trend, &layout),
    })
}

fn days(layout: &Layout) -> Vec<DayArea> {
    let (top, bottom) = layout.plots();
    let area = |(piece, (date, until)): (usize, &(_, _))| {
        let (start, length) = layout.pieces.extent(piece);
        let (x, w) = (layout.left + start * layout.day, length * layout.day);
        DayArea {
            date: *date,
            until: *until,
            x,
            y: top,
            w,
            h: bottom - top,
        }
    };
    layout.pieces.days.iter().enumerate().map(area).collect()
}

fn panels(trend: &Trend, layout: &Layout) -> Vec<PanelArea> {
    let area = |(panel, place): (&Panel, &crate::trend::layout::PanelPlace)| PanelArea {
        id: panel.id.clone(),
        x: layout.left,
        y: place.top,
        w: layout.width,
        h: place.height,
    };
    trend.panels.iter().zip(&layout.panels).map(area).collect()
}

fn unlabelled(trend: &Trend, layout: &Layout) -> u32 {
    let wanted = |label: &str| !text::clean(label).is_empty();
    let flags = trend
        .annotations
        .iter()
        .filter(|a| (trend.from..=trend.to).contains(&a.date) && wanted(&a.label));
    let bars = trend
        .spans
        .iter()
        .filter(|s| s.from.max(trend.from) <= s.to.min(trend.to) && wanted(&s.label));
    let shown = layout.flags.iter().filter(|f| f.label.is_some()).count()
        + layout.bars.iter().filter(|b| b.label.is_some()).count();
    (flags.count() + bars.count() - shown) as u32
}

struct Picture<'a> {
    canvas: Canvas,
    layout: &'a Layout,
    frame: &'a Frame,
    palette: Palette,
    marks: Vec<Mark>,
}

impl Picture<'_> {
    fn plot(&self, panel: usize) -> Plot {
        let (layout, place) = (self.layout, &self.layout.panels[panel]);
        let days = layout.pieces.extent(layout.pieces.days.len() - 1);
        let area = (layout.left, place.top, layout.width, place.height);
        self.canvas.plot(
            area,
            0.0..days.0 + days.1,
            place.scale.low..place.scale.high,
        )
    }

    /// The band, the grid and the dotted ground of the gaps.
    fn ground(&mut self, panel: usize, drawn: &Panel, readings: &[Reading]) -> Drawn {
        let (layout, place) = (self.layout, &self.layout.panels[panel]);
        let right = layout.left + layout.width;
        if let Some((low, high)) = drawn.band {
            let days = layout.width / layout.day;
            // A band without height (half of all values are one value) is still a line of two pixels.
            let thin = (place.scale.high - place.scale.low) / place.height;
            let (low, high) = if high - low < 2.0 * thin {
                (low - thin, high + thin)
            } else {
                (low, high)
            };
            self.plot(panel).rect(
                (0.0, low),
                (days, high),
                self.palette.series(drawn.ink).pale,
            )?;
        }
        let gaps = series::gaps(readings, &layout.pieces);
        for (start, end) in gaps {
            let (from, to) = (
                layout.left + start * layout.day,
                layout.left + end * layout.day,
            );
            for x in rows_of_dots(from, to) {
                let (top, bottom) = (place.top + 3.0, place.top + place.height - 2.0);
                self.canvas.line(
                    (x, top),
                    (x, bottom),
                    self.palette.dots,
                    1.1,
                    Manner::Dotted,
                )?;
            }
        }
        for (value, _) in &place.scale.ticks {
            let y = crisp(layout.y(panel, *value));
            self.canvas.line(
                (layout.left, y),
                (right, y),
                self.palette.line,
                1.0,
                Manner::Solid,
            )?;
        }
        Ok(())
    }

    /// The medians of the other stretch of time.
    fn ghost(&self, panel: usize, runs: &[Vec<(NaiveDate, f64)>]) -> Drawn {
        let layout = self.layout;
        for run in series::lines(runs, &layout.pieces) {
            let at = |(day, value): &(f64, f64)| {
                (layout.left + day * layout.day, layout.y(panel, *value))
            };
            let points: Vec<_> = run.iter().map(at).collect();
            if points.len() > 1 {
                self.canvas
                    .path(&points, self.palette.quiet, 1.4, Manner::Dashed)?;
            }
        }
        Ok(())
    }

    /// The strokes of days that have one thing in common, and what that is.
    fn ticked(&mut self) -> Drawn {
        let (strokes, top) = &self.layout.ticked;
        let stroke = |x: f64, top: f64| {
            let ends = ((x, top), (x, top + TICK));
            self.canvas
                .line(ends.0, ends.1, self.palette.quiet, 2.0, Manner::Solid)
        };
        for x in strokes {
            stroke(*x, *top)?;
        }
        let Some(label) = &self.layout.ticked_label else {
            return Ok(());
        };
        let middle = label.baseline - label.size * 0.34;
        stroke(self.frame.pad() + TICK_SAMPLE / 2.0, middle - TICK / 2.0)?;
        self.canvas.text(label, self.palette.quiet)
    }

    /// A sample of the other stretch's line, and its name.
    fn ghost_name(&mut self) -> Drawn {
        let Some(label) = &self.layout.ghost_label else {
            return Ok(());
        };
        let (left, y) = (self.frame.pad(), label.baseline - label.size * 0.34);
        let ends = [(left, y), (left + GHOST_SAMPLE, y)];
        self.canvas
            .path(&ends, self.palette.quiet, 1.4, Manner::Dashed)?;
        self.canvas.text(label, self.palette.quiet)
    }

    /// The values, the median through them, and their marks.
    fn series(&mut self, panel: usize, drawn: &Panel, readings: &[Reading]) -> Drawn {
        let plot = self.plot(panel);
        let ink = self.palette.series(drawn.ink);
        let radius = self.layout.radius();
        let pieces = &self.layout.pieces;
        let wide = readings.iter().filter(|r| r.high > r.low);
        plot.whiskers(
            wide.map(|r| (pieces.centre(r.piece), r.low, r.high)),
            ink.half,
            1.0,
        )?;
        let at = |how: How| -> Vec<(f64, f64)> {
            readings
                .iter()
                .filter(|r| r.how == how)
                .map(|r| (pieces.centre(r.piece), r.middle))
                .collect()
        };
        let yes_or_no = matches!(drawn.axis, Axis::YesNo { .. }) && pieces.size == 1;
        let (yes, no): (Vec<_>, Vec<_>) = at(How::Felt)
            .into_iter()
            .partition(|(_, value)| !yes_or_no || *value >= 0.5);
        plot.filled(&yes, drawn.shape, radius, ink.full)?;
        // A day without is an entry too, but a quiet one.
        plot.filled(&no, Shape::Circle, (radius * 0.5).max(1.0), ink.full)?;
        plot.crosses(&at(How::Device), radius, ink.full)?;
        self.lines(&plot, drawn, ink)?;
        plot.hollow(
            &at(How::Recalled),
            drawn.shape,
            radius,
            ink.full,
            self.palette.ground,
        )?;
        for reading in readings {
            let (start, length) = pieces.extent(reading.piece);
            let (date, until) = pieces.days[reading.piece];
            let (top, bottom) = (
                self.layout.y(panel, reading.high),
                self.layout.y(panel, reading.low),
            );
            self.marks.push(Mark {
                date,
                until,
                panel: Some(drawn.id.clone()),
                how: reading.how,
                x: self.layout.left + start * self.layout.day,
                y: top - radius,
                w: length * self.layout.day,
                h: bottom - top + 2.0 * radius,
            });
        }
        Ok(())
    }

    fn lines(&self, plot: &Plot, drawn: &Panel, ink: Ink) -> Drawn {
        let width = match (drawn.emphasis, self.frame.narrow()) {
            (true, _) => 2.6,
            (false, false) => 2.2,
            (false, true) => 1.9,
        };
        // A median that holds for one day only has no length; the day's own dot is there.
        for run in series::lines(&drawn.line, &self.layout.pieces)
            .into_iter()
            .filter(|run| run.len() > 1)
        {
            plot.line(run, ink.full, width)?;
        }
        Ok(())
    }

    /// The title with its shape, and the names of the values.
    fn words(&mut self, panel: usize, drawn: &Panel) -> Drawn {
        let (layout, place) = (self.layout, &self.layout.panels[panel]);
        let small = self.frame.small();
        for (value, name) in &place.scale.ticks {
            let y = layout.y(panel, *value);
            let label = Label::centred_at(
                name.clone(),
                layout.left - BESIDE_TICK,
                y,
                Anchor::End,
                small,
            );
            self.canvas.text(&label, self.palette.quiet)?;
        }
        if let Some(title) = place.title.first() {
            let radius = 4.6 * self.frame.text_scale;
            let x = layout.left + BEFORE_TITLE * self.frame.text_scale / 2.0 - 2.0;
            let y = title.baseline - title.size * 0.34;
            self.canvas.marker(
                x,
                y,
                drawn.shape,
                radius,
                self.palette.series(drawn.ink).full,
            )?;
        }
        for line in &place.title {
            self.canvas.text(line, self.palette.ink)?;
        }
        Ok(())
    }

    /// The annotations' lines, which make way for the titles, and their words.
    fn flags(&mut self) -> Drawn {
        let layout = self.layout;
        let titles: Vec<TextBox> = layout
            .panels
            .iter()
            .flat_map(|p| &p.title)
            .map(Label::area)
            .collect();
        let (_, bottom) = layout.plots();
        for flag in &layout.flags {
            let top = match flag.row {
                Some(row) => layout.flag_row.0 - row as f64 * layout.flag_row.1 + 1.0,
                None => layout.panels.first().map_or(0.0, |p| p.top),
            };
            for (from, to) in around(flag.x, top, bottom, &titles) {
                let x = crisp(flag.x);
                self.canvas
                    .line((x, from), (x, to), self.palette.grey, 1.2, Manner::Dashed)?;
            }
            if let Some(label) = &flag.label {
                let baseline = top + text::ASCENT * label.size;
                self.canvas.text(
                    &Label {
                        baseline,
                        ..label.clone()
                    },
                    self.palette.quiet,
                )?;
            }
        }
        Ok(())
    }

    /// Small strokes under the last panel, and the names of dates below them.
    fn dates(&mut self) -> Drawn {
        let layout = self.layout;
        let (_, bottom) = layout.plots();
        let small = self.frame.small();
        for tick in &layout.dates {
            let x = crisp(tick.at);
            self.canvas.line(
                (x, bottom),
                (x, bottom + 5.0),
                self.palette.grey,
                1.0,
                Manner::Solid,
            )?;
        }
        for tick in &layout.dates {
            let mut top = layout.dates_top;
            for (name, middle) in std::iter::once(&tick.upper).chain(&tick.lower) {
                self.canvas.text(
                    &Label::below(name.clone(), *middle, top, Anchor::Middle, small),
                    self.palette.quiet,
                )?;
                top += small * text::LINE + 1.0;
            }
        }
        Ok(())
    }

    /// The bars of flares and journeys with their words.
    fn bars(&mut self) -> Drawn {
        let (top, lane) = self.layout.lane;
        for bar in &self.layout.bars {
            let y = top + bar.lane as f64 * lane + THICK / 2.0;
            let (from, to) = (
                bar.from + THICK / 2.0,
                (bar.to - THICK / 2.0).max(bar.from + THICK / 2.0 + 0.1),
            );
            self.canvas
                .line((from, y), (to, y), self.palette.grey, THICK, Manner::Round)?;
        }
        for bar in &self.layout.bars {
            if let Some(label) = &bar.label {
                let under = top + bar.lane as f64 * lane + THICK + 2.0;
                let baseline = under + text::ASCENT * label.size;
                self.canvas.text(
                    &Label {
                        baseline,
                        ..label.clone()
                    },
                    self.palette.quiet,
                )?;
            }
        }
        Ok(())
    }
}

/// The middle of a pixel, so that a line of one pixel is one pixel wide.
fn crisp(at: f64) -> f64 {
    at.floor() + 0.5
}
