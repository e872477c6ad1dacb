//! The key under a picture: samples with their words, as many to a line as have room.

use crate::ChartError;
use crate::label::{Anchor, Label};
use crate::plate::{Area, Plate};
use crate::text::{self, Weight};

/// Draws a sample into its square.
pub(crate) type Sample<'s> = Box<dyn Fn(&Plate, Area) -> Result<(), ChartError> + 's>;

/// Space between a sample and its word.
const BESIDE: f64 = 6.0;
/// Space between one word and the next sample.
const APART: f64 = 18.0;

/// Draws the key from `left` and `top` and gives where it ends; an entry without a word is left out.
pub(crate) fn key(
    plate: &mut Plate,
    entries: Vec<(String, Sample)>,
    left: f64,
    top: f64,
) -> Result<f64, ChartError> {
    let size = plate.small();
    let line = plate.line_height();
    let side = (line * 0.9).floor();
    let right = f64::from(plate.frame.width) - plate.frame.pad();
    let (mut x, mut y) = (left, top);
    let mut any = false;
    for (word, sample) in entries {
        let room = right - left - side - BESIDE;
        let lines = text::wrap(&text::clean(&word), size, Weight::Regular, room);
        let widths = lines.iter().map(|l| text::width(l, size, Weight::Regular));
        let width = side + BESIDE + widths.fold(0.0, f64::max);
        if lines.is_empty() {
            continue;
        }
        if x > left && x + width > right {
            (x, y) = (left, y + line + 4.0);
        }
        let square = Area {
            x,
            y: y + (line - side) / 2.0,
            w: side,
            h: side,
        };
        sample(plate, square)?;
        let last = lines.len() - 1;
        for (i, word) in lines.into_iter().enumerate() {
            let at = y + i as f64 * (line + 1.0) + line / 2.0;
            let label = Label::centred_at(word, x + side + BESIDE, at, Anchor::Start, size);
            plate.canvas.text(&label, plate.palette.quiet)?;
        }
        x += width + APART;
        if last > 0 {
            // A word of several lines has them to itself.
            y += last as f64 * (line + 1.0);
            x = right;
        }
        any = true;
    }
    Ok(if any { y + line + 4.0 } else { top })
}
