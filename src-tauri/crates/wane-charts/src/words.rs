//! Titles, and the distances that words keep from what they name; the same in every chart.

use crate::Frame;
use crate::label::{Anchor, Label};
use crate::text::{self, Weight};

/// Space between a panel's title and its plot.
pub(crate) const UNDER_TITLE: f64 = 6.0;
/// Room for the shape that stands before a title.
pub(crate) const BEFORE_TITLE: f64 = 16.0;
/// Space between a tick's name and the plot.
pub(crate) const BESIDE_TICK: f64 = 8.0;
/// Space between one panel's words and the next panel's title.
pub(crate) const BETWEEN: f64 = 20.0;

/// Lines that a title may have.
const MOST_LINES: usize = 3;

/// The lines of a title from `left` and `top`, behind room for its shape: one, or more where one is too short.
pub(crate) fn title(title: &str, left: f64, top: f64, width: f64, frame: &Frame) -> Vec<Label> {
    let size = frame.title();
    let x = left + BEFORE_TITLE * frame.text_scale;
    let mut lines = text::wrap(&text::clean(title), size, Weight::Bold, left + width - x);
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES);
        // Whatever did not fit is still told: the title is in the accessible table too.
        lines[MOST_LINES - 1] = text::fit(
            &format!("{} …", lines[MOST_LINES - 1]),
            size,
            Weight::Bold,
            left + width - x,
        )
        .unwrap_or_default();
    }
    let label = |(i, text)| {
        let top = top + i as f64 * (size * text::LINE + 1.0);
        Label {
            weight: Weight::Bold,
            ..Label::below(text, x, top, Anchor::Start, size)
        }
    };
    lines.into_iter().enumerate().map(label).collect()
}
