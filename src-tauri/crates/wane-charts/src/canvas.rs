//! plotters' drawing area over the [`Pen`](crate::pen::Pen), in pixels, with a record of every label.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters_backend::BackendColor;
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use crate::colour::Rgb;
use crate::label::{Anchor, Label};
use crate::marker::Marker;
use crate::pen::{Manner, Pen, STEPS, Sheet};
use crate::text::Weight;
use crate::trend::Shape;
use crate::{ChartError, How, TextBox};

/// Height of a canvas whose end is not known yet: plotters leaves out whatever lies beyond.
const TALLEST: u32 = 100_000;

type Drawn = Result<(), ChartError>;

fn failed<E: std::fmt::Display>(error: E) -> ChartError {
    ChartError::Drawing(error.to_string())
}

pub(crate) fn steps(pixels: f64) -> i32 {
    (pixels * STEPS).round() as i32
}

fn backend(colour: Rgb) -> BackendColor {
    BackendColor {
        alpha: 1.0,
        rgb: (colour.r, colour.g, colour.b),
    }
}

fn filled(colour: Rgb) -> ShapeStyle {
    ShapeStyle {
        color: RGBColor(colour.r, colour.g, colour.b).to_rgba(),
        filled: true,
        stroke_width: 0,
    }
}

fn stroked(colour: Rgb, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: RGBColor(colour.r, colour.g, colour.b).to_rgba(),
        filled: false,
        stroke_width: steps(width) as u32,
    }
}

/// The picture while it is being drawn.
pub(crate) struct Canvas {
    root: DrawingArea<Pen, Shift>,
    sheet: Rc<RefCell<Sheet>>,
    texts: Vec<TextBox>,
    height: u32,
}

impl Canvas {
    /// A canvas painted with `ground`.
    pub(crate) fn new(width: u32, height: u32, ground: Rgb) -> Result<Self, ChartError> {
        let sheet = Rc::new(RefCell::new(Sheet::new(width, height)));
        let root = Pen(Rc::clone(&sheet)).into_drawing_area();
        root.fill(&RGBColor(ground.r, ground.g, ground.b))
            .map_err(failed)?;
        Ok(Canvas {
            root,
            sheet,
            texts: Vec::new(),
            height,
        })
    }

    /// A canvas that is as high as [`Canvas::end_at`] says in the end.
    pub(crate) fn open(width: u32) -> Self {
        let sheet = Rc::new(RefCell::new(Sheet::new(width, TALLEST)));
        let root = Pen(Rc::clone(&sheet)).into_drawing_area();
        Canvas {
            root,
            sheet,
            texts: Vec::new(),
            height: 0,
        }
    }

    /// Says how high the picture is, and what it is painted on.
    pub(crate) fn end_at(&mut self, height: u32, ground: Rgb) {
        self.height = height;
        self.sheet.borrow_mut().ground = Some((ground.r, ground.g, ground.b));
    }

    /// The finished SVG and the boxes of its labels.
    pub(crate) fn finish(self) -> Result<(String, Vec<TextBox>), ChartError> {
        self.root.present().map_err(failed)?;
        let svg = self.sheet.borrow_mut().finish(self.height);
        Ok((svg, self.texts))
    }

    fn manner(&self, manner: Manner) {
        self.sheet.borrow_mut().manner = manner;
    }

    /// A filled rectangle.
    pub(crate) fn rect(&self, x: f64, y: f64, w: f64, h: f64, colour: Rgb) -> Drawn {
        let corners = [(steps(x), steps(y)), (steps(x + w), steps(y + h))];
        self.root
            .draw(&Rectangle::new(corners, filled(colour)))
            .map_err(failed)
    }

    /// The outline of a rectangle; the stroke lies inside it.
    pub(crate) fn outline(&self, x: f64, y: f64, w: f64, h: f64, colour: Rgb, width: f64) -> Drawn {
        self.manner(Manner::Solid);
        let inset = width / 2.0;
        let corners = [
            (steps(x + inset), steps(y + inset)),
            (
                steps((x + w - inset).max(x + inset)),
                steps((y + h - inset).max(y + inset)),
            ),
        ];
        self.root
            .draw(&Rectangle::new(corners, stroked(colour, width)))
            .map_err(failed)
    }

    /// A filled polygon.
    pub(crate) fn polygon(&self, corners: &[(f64, f64)], colour: Rgb) -> Drawn {
        let corners: Vec<_> = corners
            .iter()
            .map(|(x, y)| (steps(*x), steps(*y)))
            .collect();
        self.root
            .draw(&Polygon::new(corners, filled(colour)))
            .map_err(failed)
    }

    /// A line through points, with round corners.
    pub(crate) fn path(
        &self,
        points: &[(f64, f64)],
        colour: Rgb,
        width: f64,
        manner: Manner,
    ) -> Drawn {
        self.manner(manner);
        let points: Vec<_> = points.iter().map(|(x, y)| (steps(*x), steps(*y))).collect();
        self.root
            .draw(&PathElement::new(points, stroked(colour, width)))
            .map_err(failed)
    }

    /// A straight stroke.
    pub(crate) fn line(
        &self,
        from: (f64, f64),
        to: (f64, f64),
        colour: Rgb,
        width: f64,
        manner: Manner,
    ) -> Drawn {
        self.manner(manner);
        let ends = vec![(steps(from.0), steps(from.1)), (steps(to.0), steps(to.1))];
        self.root
            .draw(&PathElement::new(ends, stroked(colour, width)))
            .map_err(failed)
    }

    /// A marker at a place of the picture rather than of a plot.
    pub(crate) fn marker(&self, x: f64, y: f64, shape: Shape, radius: f64, colour: Rgb) -> Drawn {
        let at = (steps(x), steps(y));
        self.root
            .draw(&Marker {
                at,
                shape,
                radius,
                style: filled(colour),
            })
            .map_err(failed)
    }

    /// The outline of a marker; what lies behind shows inside.
    pub(crate) fn ring(
        &self,
        x: f64,
        y: f64,
        shape: Shape,
        radius: f64,
        colour: Rgb,
        width: f64,
    ) -> Drawn {
        self.manner(Manner::Solid);
        let at = (steps(x), steps(y));
        let style = stroked(colour, width);
        self.root
            .draw(&Marker {
                at,
                shape,
                radius,
                style,
            })
            .map_err(failed)
    }

    /// A value as it came about: filled, hollow, or a cross.
    pub(crate) fn value(
        &self,
        at: (f64, f64),
        how: How,
        shape: Shape,
        radius: f64,
        inks: (Rgb, Rgb),
    ) -> Drawn {
        let (ink, ground) = inks;
        match how {
            How::Felt => self.marker(at.0, at.1, shape, radius, ink),
            How::Recalled => {
                let width = (radius * 0.45).clamp(0.7, 1.5);
                self.marker(at.0, at.1, shape, radius, ground)?;
                self.ring(at.0, at.1, shape, radius - width / 2.0, ink, width)
            }
            How::Device => {
                self.manner(Manner::Solid);
                let style = stroked(ink, (radius * 0.5).clamp(0.8, 1.6));
                self.root
                    .draw(&Cross::new(
                        (steps(at.0), steps(at.1)),
                        steps(radius * 0.85),
                        style,
                    ))
                    .map_err(failed)
            }
        }
    }

    /// A label; its box is remembered.
    pub(crate) fn text(&mut self, label: &Label, colour: Rgb) -> Drawn {
        if label.text.is_empty() {
            return Ok(());
        }
        let weight = match label.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let h_pos = match label.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, label.size, weight),
            color: backend(colour),
            pos: Pos::new(h_pos, VPos::Bottom),
        };
        self.root
            .draw_text(&label.text, &style, (steps(label.x), steps(label.baseline)))
            .map_err(failed)?;
        self.texts.push(label.area());
        Ok(())
    }

    /// A plot: a rectangle of the picture with a scale across and a scale upwards.
    pub(crate) fn plot(
        &self,
        area: (f64, f64, f64, f64),
        across: Range<f64>,
        up: Range<f64>,
    ) -> Plot {
        let (x, y, w, h) = area;
        let pixels = (steps(x)..steps(x + w), steps(y + h)..steps(y));
        let scale = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(across, up, pixels);
        Plot {
            area: self.root.apply_coord_spec(scale),
            sheet: Rc::clone(&self.sheet),
        }
    }
}

/// A rectangle of the picture with a scale across and a scale upwards.
pub(crate) struct Plot {
    area: DrawingArea<Pen, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    sheet: Rc<RefCell<Sheet>>,
}

impl Plot {
    fn manner(&self, manner: Manner) {
        self.sheet.borrow_mut().manner = manner;
    }

    /// A filled rectangle between two corners.
    pub(crate) fn rect(&self, from: (f64, f64), to: (f64, f64), colour: Rgb) -> Drawn {
        let (a, b) = (
            self.area.map_coordinate(&from),
            self.area.map_coordinate(&to),
        );
        let corners = [(a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))];
        self.area
            .strip_coord_spec()
            .draw(&Rectangle::new(corners, filled(colour)))
            .map_err(failed)
    }

    /// A line through points.
    pub(crate) fn line(
        &self,
        points: impl IntoIterator<Item = (f64, f64)>,
        colour: Rgb,
        width: f64,
    ) -> Drawn {
        self.manner(Manner::Round);
        for element in LineSeries::new(points, stroked(colour, width)) {
            self.area.draw(&element).map_err(failed)?;
        }
        Ok(())
    }

    /// Upright strokes from one value to another.
    pub(crate) fn whiskers(
        &self,
        ends: impl IntoIterator<Item = (f64, f64, f64)>,
        colour: Rgb,
        width: f64,
    ) -> Drawn {
        self.manner(Manner::Solid);
        for (x, low, high) in ends {
            let whisker = PathElement::new(vec![(x, low), (x, high)], stroked(colour, width));
            self.area.draw(&whisker).map_err(failed)?;
        }
        Ok(())
    }

    /// Filled marks.
    pub(crate) fn filled(
        &self,
        at: &[(f64, f64)],
        shape: Shape,
        radius: f64,
        colour: Rgb,
    ) -> Drawn {
        let style = filled(colour);
        for at in at {
            self.area
                .draw(&Marker {
                    at: *at,
                    shape,
                    radius,
                    style,
                })
                .map_err(failed)?;
        }
        Ok(())
    }

    /// Hollow marks: the ground shows inside, not the line behind.
    pub(crate) fn hollow(
        &self,
        at: &[(f64, f64)],
        shape: Shape,
        radius: f64,
        colour: Rgb,
        ground: Rgb,
    ) -> Drawn {
        self.filled(at, shape, radius, ground)?;
        self.manner(Manner::Solid);
        let style = stroked(colour, (radius * 0.45).clamp(0.7, 1.5));
        for at in at {
            self.area
                .draw(&Marker {
                    at: *at,
                    shape,
                    radius,
                    style,
                })
                .map_err(failed)?;
        }
        Ok(())
    }

    /// Crosses, for what a device measured.
    pub(crate) fn crosses(&self, at: &[(f64, f64)], radius: f64, colour: Rgb) -> Drawn {
        self.manner(Manner::Solid);
        let style = stroked(colour, (radius * 0.5).clamp(0.8, 1.6));
        for at in at {
            self.area
                .draw(&Cross::new(*at, steps(radius * 0.85), style))
                .map_err(failed)?;
        }
        Ok(())
    }
}
