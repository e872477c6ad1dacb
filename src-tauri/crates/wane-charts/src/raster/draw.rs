//! Draws a raster as its layout says.

use crate::canvas::Canvas;
use crate::colour::Rgb;
use crate::grid::{rows_of_dots, runs};
use crate::pen::Manner;
use crate::raster::layout::Layout;
use crate::raster::rows::{Bars, bars};
use crate::raster::{Interval, Raster};
use crate::{Calendar, Chart, ChartError, DayArea, Frame, How, Mark, Palette, PanelArea};

type Drawn = Result<(), ChartError>;

/// The lowest bar that can be seen to be an outline.
const LEAST_OUTLINE: f64 = 4.5;

pub(super) fn draw(
    raster: &Raster,
    frame: &Frame,
    calendar: &Calendar,
) -> Result<Chart, ChartError> {
    let layout = Layout::new(raster, frame, calendar)?;
    let palette = Palette::of(frame.theme);
    let height = layout.height as u32;
    let rows = bars(raster, &layout.pieces, layout.minutes);
    let picture = Picture {
        canvas: Canvas::new(frame.width, height, palette.ground)?,
        layout: &layout,
        rows: &rows,
        palette,
    };
    picture.ground(raster)?;
    picture.gaps()?;
    picture.in_bed()?;
    picture.asleep()?;
    picture.naps()?;
    picture.target_edges(raster)?;
    let mut canvas = picture.canvas;
    for label in layout.labels.iter().chain(&layout.note) {
        canvas.text(label, palette.quiet)?;
    }
    let (svg, texts) = canvas.finish()?;
    Ok(Chart {
        svg,
        width: frame.width,
        height,
        marks: marks(&layout, &rows),
        days: days(&layout),
        panels: vec![PanelArea {
            id: "raster".to_owned(),
            x: layout.left,
            y: layout.top,
            w: layout.width,
            h: layout.bottom() - layout.top,
        }],
        texts,
        groups: Vec::new(),
        gathered: false,
        aggregated_days: (layout.size > 1).then_some(layout.size),
        unlabelled: 0,
    })
}

fn days(layout: &Layout) -> Vec<DayArea> {
    let area = |(row, (date, until)): (usize, &(_, _))| DayArea {
        date: *date,
        until: *until,
        x: layout.left,
        y: layout.y(row),
        w: layout.width,
        h: layout.row,
    };
    layout.pieces.iter().enumerate().map(area).collect()
}

fn marks(layout: &Layout, rows: &[Option<Bars>]) -> Vec<Mark> {
    let mark = |(row, bars): (usize, &Option<Bars>)| {
        let bars = bars.as_ref()?;
        let (first, last) = bars.extent()?;
        let (date, until) = layout.pieces[row];
        let (x, end) = (layout.x(first), layout.x(last));
        Some(Mark {
            date,
            until,
            panel: None,
            how: bars.how,
            x,
            y: layout.y(row),
            w: end - x,
            h: layout.row,
        })
    };
    rows.iter().enumerate().filter_map(mark).collect()
}

struct Picture<'a> {
    canvas: Canvas,
    layout: &'a Layout,
    rows: &'a [Option<Bars>],
    palette: Palette,
}

impl Picture<'_> {
    /// The target window, the hours, and the beginnings of months.
    fn ground(&self, raster: &Raster) -> Drawn {
        let (layout, palette) = (self.layout, self.palette);
        let (top, bottom) = (layout.top, layout.bottom());
        if let Some((from, to)) = raster.target {
            let (from, to) = (
                from.clamp(0.0, layout.minutes),
                to.clamp(0.0, layout.minutes),
            );
            self.canvas.rect(
                layout.x(from),
                top,
                layout.x(to) - layout.x(from),
                bottom - top,
                palette.target,
            )?;
        }
        for (minute, midnight) in &layout.grid {
            let x = layout.x(*minute).floor() + 0.5;
            let colour = if *midnight {
                palette.dots
            } else {
                palette.line
            };
            self.canvas.line(
                (x, top - 3.0),
                (x, bottom + 3.0),
                colour,
                1.0,
                Manner::Solid,
            )?;
        }
        for row in &layout.separators {
            let y = layout.y(*row).floor() + 0.5;
            self.canvas.line(
                (layout.left - 6.0, y),
                (layout.left + layout.width, y),
                palette.line,
                1.0,
                Manner::Solid,
            )?;
        }
        Ok(())
    }

    /// Rows without an entry: a faint dotted ground.
    fn gaps(&self) -> Drawn {
        let layout = self.layout;
        let missing: Vec<bool> = self.rows.iter().map(Option::is_none).collect();
        let right = layout.left + layout.width;
        for (first, end) in runs(&missing) {
            let centres: Vec<f64> = if layout.row >= 6.0 {
                (first..end)
                    .map(|row| layout.y(row) + layout.row / 2.0)
                    .collect()
            } else {
                rows_of_dots(layout.y(first), layout.y(end))
            };
            for y in centres {
                self.canvas.line(
                    (layout.left + 3.0, y),
                    (right - 2.0, y),
                    self.palette.dots,
                    1.1,
                    Manner::Dotted,
                )?;
            }
        }
        Ok(())
    }

    /// Every row with bars of one kind, and where they lie.
    fn each(&self, how: How) -> impl Iterator<Item = (&Bars, f64, f64)> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(move |(row, bars)| {
            let bars = bars.as_ref().filter(|b| b.how == how)?;
            let (y, h) = self.layout.bar(row);
            Some((bars, y, h))
        })
    }

    fn fill(&self, stretch: Interval, y: f64, h: f64, colour: Rgb) -> Drawn {
        let (x, end) = (self.layout.x(stretch.0), self.layout.x(stretch.1));
        self.canvas.rect(x, y, (end - x).max(0.6), h, colour)
    }

    fn outline(&self, stretch: Interval, y: f64, h: f64, colour: Rgb, width: f64) -> Drawn {
        let (x, end) = (self.layout.x(stretch.0), self.layout.x(stretch.1));
        self.canvas
            .outline(x, y, (end - x).max(2.0 * width), h, colour, width)
    }

    fn in_bed(&self) -> Drawn {
        let ink = self.palette.sleep;
        for how in [How::Felt, How::Device] {
            for (bars, y, h) in self.each(how) {
                for stretch in &bars.in_bed {
                    self.fill(*stretch, y, h, self.palette.in_bed)?;
                }
            }
        }
        for (bars, y, h) in self.each(How::Recalled) {
            for stretch in &bars.in_bed {
                if h < LEAST_OUTLINE {
                    self.fill(*stretch, y, h, self.palette.in_bed)?;
                } else {
                    // Hollow: what lies behind must not look like time asleep or in bed.
                    self.fill(*stretch, y, h, self.palette.ground)?;
                    self.outline(*stretch, y, h, ink.half, 1.0)?;
                }
            }
        }
        Ok(())
    }

    fn asleep(&self) -> Drawn {
        let ink = self.palette.sleep;
        for (bars, y, h) in self.each(How::Felt) {
            for stretch in &bars.asleep {
                self.fill(*stretch, y, h, ink.full)?;
            }
        }
        for (bars, y, h) in self.each(How::Device) {
            for stretch in &bars.asleep {
                self.fill(*stretch, y, h, ink.half)?;
            }
        }
        for (bars, y, h) in self.each(How::Recalled) {
            for stretch in &bars.asleep {
                if h < LEAST_OUTLINE {
                    // Too low for an outline: a thread in the middle of the row.
                    self.fill(*stretch, y + h * 0.35, h * 0.3, ink.full)?;
                } else {
                    self.fill(*stretch, y, h, self.palette.ground)?;
                }
            }
        }
        for how in [How::Device, How::Recalled] {
            for (bars, y, h) in self.each(how) {
                for stretch in bars.asleep.iter().filter(|_| h >= LEAST_OUTLINE) {
                    self.outline(*stretch, y, h, ink.full, 1.3)?;
                }
            }
        }
        Ok(())
    }

    /// Naps are flat lozenges: half as high as a night, with round ends.
    fn naps(&self) -> Drawn {
        let ink = self.palette.sleep;
        for how in [How::Felt, How::Device, How::Recalled] {
            for (bars, y, h) in self.each(how) {
                let thick = (h * 0.5).max(1.0);
                let middle = y + h / 2.0;
                for nap in &bars.naps {
                    let ends = (
                        self.layout.x(nap.0) + thick / 2.0,
                        self.layout.x(nap.1) - thick / 2.0,
                    );
                    let ends = (ends.0, ends.1.max(ends.0 + 0.1));
                    self.canvas.line(
                        (ends.0, middle),
                        (ends.1, middle),
                        ink.full,
                        thick,
                        Manner::Round,
                    )?;
                }
            }
            if how == How::Felt {
                continue;
            }
            // The same lozenge again, smaller: what remains of the first is its outline.
            let inside = if how == How::Device {
                ink.half
            } else {
                self.palette.ground
            };
            for (bars, y, h) in self.each(how).filter(|(_, _, h)| *h >= LEAST_OUTLINE) {
                let thick = (h * 0.5 - 2.4).max(0.6);
                let middle = y + h / 2.0;
                for nap in &bars.naps {
                    let ends = (
                        self.layout.x(nap.0) + h * 0.25,
                        self.layout.x(nap.1) - h * 0.25,
                    );
                    let ends = (ends.0, ends.1.max(ends.0 + 0.1));
                    self.canvas.line(
                        (ends.0, middle),
                        (ends.1, middle),
                        inside,
                        thick,
                        Manner::Round,
                    )?;
                }
            }
        }
        Ok(())
    }

    /// The ends of the target window lie over the bars, so that both can be compared.
    fn target_edges(&self, raster: &Raster) -> Drawn {
        let Some((from, to)) = raster.target else {
            return Ok(());
        };
        for minute in [from, to] {
            if (0.0..=self.layout.minutes).contains(&minute) {
                let x = self.layout.x(minute).floor() + 0.5;
                let colour = self.palette.target_edge;
                self.canvas.line(
                    (x, self.layout.top),
                    (x, self.layout.bottom()),
                    colour,
                    1.2,
                    Manner::Dashed,
                )?;
            }
        }
        Ok(())
    }
}
