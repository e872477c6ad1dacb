//! The shapes of marks, as elements of plotters.

use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;
use plotters_backend::{BackendCoord, DrawingErrorKind};

use crate::Shape;
use crate::canvas::steps;

/// A mark with a shape, as large to the eye as a circle of `radius` pixels.
pub(crate) struct Marker<C> {
    pub(crate) at: C,
    pub(crate) shape: Shape,
    pub(crate) radius: f64,
    pub(crate) style: ShapeStyle,
}

impl<'a, C: 'a> PointCollection<'a, C> for &'a Marker<C> {
    type Point = &'a C;
    type IntoIter = std::iter::Once<&'a C>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl<C, DB: DrawingBackend> Drawable<DB> for Marker<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut at: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let Some((x, y)) = at.next() else {
            return Ok(());
        };
        let r = |share: f64| steps(self.radius * share);
        // The shares give each shape about the area of the circle.
        let corners = match self.shape {
            Shape::Circle => {
                return backend.draw_circle((x, y), r(1.0) as u32, &self.style, self.style.filled);
            }
            Shape::Square => vec![
                (x - r(0.9), y - r(0.9)),
                (x + r(0.9), y - r(0.9)),
                (x + r(0.9), y + r(0.9)),
                (x - r(0.9), y + r(0.9)),
            ],
            Shape::Triangle => vec![
                (x, y - r(1.3)),
                (x + r(1.2), y + r(0.85)),
                (x - r(1.2), y + r(0.85)),
            ],
            Shape::Wedge => vec![
                (x - r(1.2), y - r(0.85)),
                (x + r(1.2), y - r(0.85)),
                (x, y + r(1.3)),
            ],
            Shape::Diamond => vec![
                (x, y - r(1.3)),
                (x + r(1.3), y),
                (x, y + r(1.3)),
                (x - r(1.3), y),
            ],
        };
        if self.style.filled {
            return backend.fill_polygon(corners, &self.style);
        }
        // A little longer than closed, so that the first corner is as sharp as the others.
        let around: Vec<_> = corners.iter().chain(&corners[..2]).copied().collect();
        backend.draw_path(around, &self.style)
    }
}
