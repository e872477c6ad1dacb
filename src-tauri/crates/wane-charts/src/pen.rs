//! A drawing surface for plotters that writes compact SVG.
//!
//! plotters' own SVG surface writes one element for every dot and rounds every position to whole pixels.
//! This one counts in tenths of a pixel and joins neighbouring strokes of the same paint into one `<path>`,
//! so that ten years of days are a few dozen elements.
//! Everything is said in presentation attributes, which the window's content policy allows; there is no style, script or identifier.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use crate::digits::{push_points, push_steps};

/// Steps of the surface per pixel.
pub(crate) const STEPS: f64 = 10.0;

/// The faces asked for; the first that exists is used.
const FACES: &str = "system-ui, sans-serif";

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// How strokes run until told otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Manner {
    /// Without a break, square ends.
    #[default]
    Solid,
    /// Without a break, round ends and corners.
    Round,
    /// Dashes, for annotations.
    Dashed,
    /// A row of dots [`crate::grid::PITCH`] apart, for the ground of gaps.
    Dotted,
}

/// A colour that can be compared, with its opacity in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Colour {
    rgb: (u8, u8, u8),
    opacity: u16,
}

impl From<BackendColor> for Colour {
    fn from(colour: BackendColor) -> Self {
        Colour {
            rgb: colour.rgb,
            opacity: (colour.alpha.clamp(0.0, 1.0) * 1000.0).round() as u16,
        }
    }
}

/// What a path is painted with; paths of equal paint are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paint {
    Fill(Colour),
    Stroke(Colour, u32, Manner),
}

/// The picture being written.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    svg: String,
    size: (u32, u32),
    paint: Option<Paint>,
    path: String,
    /// How the next strokes run.
    pub(crate) manner: Manner,
    /// What lies under everything, if it is not drawn like everything else.
    pub(crate) ground: Option<(u8, u8, u8)>,
}

impl Sheet {
    /// An empty picture of so many pixels.
    pub(crate) fn new(width: u32, height: u32) -> Self {
        Sheet {
            svg: String::with_capacity(32 * 1024),
            size: (width, height),
            ..Sheet::default()
        }
    }

    /// The finished picture, `height` pixels high.
    pub(crate) fn finish(&mut self, height: u32) -> String {
        self.flush();
        let width = self.size.0;
        // The direction is fixed because the date axis always runs to the right, on a right-to-left page too.
        let mut whole = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             direction=\"ltr\" font-family=\"{FACES}\">"
        );
        whole.reserve_exact(self.svg.len() + 128);
        if let Some(rgb) = self.ground {
            whole.push_str("\n<path fill=\"");
            push_colour(&mut whole, Colour { rgb, opacity: 1000 });
            whole.push_str(&format!("\" d=\"M0 0h{width}v{height}h-{width}z\"/>"));
        }
        whole.push_str(&self.svg);
        whole.push_str("\n</svg>\n");
        self.svg.clear();
        whole
    }

    /// The path to add to, painted with `paint`.
    fn path(&mut self, paint: Paint) -> &mut String {
        if self.paint != Some(paint) {
            self.flush();
            self.paint = Some(paint);
        }
        &mut self.path
    }

    fn flush(&mut self) {
        let Some(paint) = self.paint.take() else {
            return;
        };
        let svg = &mut self.svg;
        match paint {
            Paint::Fill(colour) => {
                svg.push_str("\n<path fill=\"");
                push_colour(svg, colour);
                push_opacity(svg, "fill-opacity", colour);
            }
            Paint::Stroke(colour, width, manner) => {
                svg.push_str("\n<path fill=\"none\" stroke=\"");
                push_colour(svg, colour);
                push_opacity(svg, "stroke-opacity", colour);
                svg.push_str("\" stroke-width=\"");
                push_steps(svg, width as i32);
                svg.push_str(match manner {
                    Manner::Solid => "",
                    Manner::Round => "\" stroke-linecap=\"round\" stroke-linejoin=\"round",
                    Manner::Dashed => "\" stroke-dasharray=\"3 4",
                    // Dashes with no length would be dots too, but not every renderer draws them.
                    Manner::Dotted => "\" stroke-linecap=\"round\" stroke-dasharray=\".01 6",
                });
            }
        }
        svg.push_str("\" d=\"");
        svg.push_str(&self.path);
        svg.push_str("\"/>");
        self.path.clear();
    }
}

/// The surface that plotters draws on; it shares its sheet with the canvas.
pub(crate) struct Pen(pub(crate) Rc<RefCell<Sheet>>);

impl Pen {
    fn fill(&mut self, colour: BackendColor, points: &[BackendCoord]) {
        if colour.alpha > 0.0 && points.len() > 2 {
            // All outlines run the same way round: joined shapes that overlap would else cut holes into each other.
            let doubled_area: i64 = (0..points.len())
                .map(|i| (points[i], points[(i + 1) % points.len()]))
                .map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1))
                .sum();
            let mut sheet = self.0.borrow_mut();
            let path = sheet.path(Paint::Fill(colour.into()));
            if doubled_area < 0 {
                push_points(path, points.iter().rev().copied());
            } else {
                push_points(path, points.iter().copied());
            }
            path.push('z');
        }
    }

    fn stroke<S: BackendStyle>(
        &mut self,
        style: &S,
        points: impl Iterator<Item = BackendCoord>,
        closed: bool,
    ) {
        let colour = style.color();
        if colour.alpha > 0.0 {
            let mut sheet = self.0.borrow_mut();
            let paint = Paint::Stroke(colour.into(), style.stroke_width(), sheet.manner);
            let path = sheet.path(paint);
            push_points(path, points);
            if closed {
                path.push('z');
            }
        }
    }
}

impl DrawingBackend for Pen {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let (w, h) = self.0.borrow().size;
        (w * STEPS as u32, h * STEPS as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.fill(colour, &[(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.stroke(style, [from, to].into_iter(), false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x0, y0): BackendCoord,
        (x1, y1): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if fill {
            // From the upper left corner clockwise, as all outlines run.
            let (x0, y0, x1, y1) = (x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1));
            let colour = style.color();
            if colour.alpha > 0.0 {
                let mut sheet = self.0.borrow_mut();
                let path = sheet.path(Paint::Fill(colour.into()));
                push_points(path, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].into_iter());
                path.push('z');
            }
        } else {
            let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)];
            self.stroke(style, corners.into_iter(), true);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.stroke(style, path.into_iter(), false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let colour = style.color();
        if colour.alpha == 0.0 {
            return Ok(());
        }
        let mut sheet = self.0.borrow_mut();
        if fill {
            // The shortest way to say "dot": a stroke of next to no length with round ends.
            let path = sheet.path(Paint::Stroke(colour.into(), 2 * radius, Manner::Round));
            push_points(path, std::iter::once((x, y)));
            path.push_str("h.01");
        } else {
            let manner = sheet.manner;
            let path = sheet.path(Paint::Stroke(colour.into(), style.stroke_width(), manner));
            let r = radius as i32;
            push_points(path, std::iter::once((x - r, y)));
            for across in [2 * r, -2 * r] {
                path.push('a');
                push_steps(path, r);
                path.push(' ');
                push_steps(path, r);
                path.push_str(" 0 1 1 ");
                push_steps(path, across);
                path.push_str(" 0");
            }
            path.push('z');
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let corners: Vec<_> = corners.into_iter().collect();
        self.fill(style.color(), &corners);
        Ok(())
    }

    /// Writes a label whose baseline is at `pos`; the size is in pixels.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let mut sheet = self.0.borrow_mut();
        sheet.flush();
        let svg = &mut sheet.svg;
        svg.push_str("\n<text x=\"");
        push_steps(svg, x);
        svg.push_str("\" y=\"");
        push_steps(svg, y);
        svg.push_str("\" font-size=\"");
        push_steps(svg, (style.size() * STEPS).round() as i32);
        svg.push_str("\" fill=\"");
        push_colour(svg, style.color().into());
        if matches!(style.style(), FontStyle::Bold) {
            svg.push_str("\" font-weight=\"600");
        }
        svg.push_str(match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => "\" text-anchor=\"middle",
            HPos::Right => "\" text-anchor=\"end",
        });
        svg.push_str("\">");
        for c in text.chars() {
            match c {
                '<' => svg.push_str("&lt;"),
                '>' => svg.push_str("&gt;"),
                '&' => svg.push_str("&amp;"),
                '"' => svg.push_str("&quot;"),
                '\'' => svg.push_str("&#39;"),
                other => svg.push(other),
            }
        }
        svg.push_str("</text>");
        Ok(())
    }
}

fn push_colour(out: &mut String, colour: Colour) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    out.push('#');
    let (r, g, b) = colour.rgb;
    for channel in [r, g, b] {
        out.push(char::from(DIGITS[usize::from(channel >> 4)]));
        out.push(char::from(DIGITS[usize::from(channel & 15)]));
    }
}

fn push_opacity(out: &mut String, name: &str, colour: Colour) {
    if colour.opacity < 1000 {
        out.push_str(&format!(
            "\" {name}=\"{}",
            f64::from(colour.opacity) / 1000.0
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_drawn_either_way_round_do_not_cut_holes() {
        let sheet = Rc::new(RefCell::new(Sheet::new(10, 10)));
        let mut pen = Pen(Rc::clone(&sheet));
        let black = BackendColor {
            alpha: 1.0,
            rgb: (0, 0, 0),
        };
        pen.fill(black, &[(0, 0), (10, 0), (10, 10), (0, 10)]);
        pen.fill(black, &[(0, 10), (10, 10), (10, 0), (0, 0)]);
        let svg = sheet.borrow_mut().finish(10);
        assert!(
            svg.contains("d=\"M0 0h1v1h-1zM0 0h1v1h-1z\""),
            "both outlines run clockwise: {svg}"
        );
    }
}
