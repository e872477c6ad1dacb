//! The sentences under a chart, such as how many days one mark stands for.

use crate::Frame;
use crate::label::{Anchor, Label};
use crate::text::{self, Weight};

/// The note's lines, or none when every day has its own mark.
pub(crate) fn lines(pattern: Option<&str>, aggregated: Option<u32>, frame: &Frame) -> Vec<String> {
    let (Some(pattern), Some(days)) = (pattern, aggregated) else {
        return Vec::new();
    };
    wrapped(&pattern.replace("{days}", &days.to_string()), frame)
}

/// A sentence broken into lines as wide as the picture.
pub(crate) fn wrapped(sentence: &str, frame: &Frame) -> Vec<String> {
    text::wrap(
        &text::clean(sentence),
        frame.small(),
        Weight::Regular,
        f64::from(frame.width) - 2.0 * frame.pad(),
    )
}

/// The note's labels from `top` down, and where they end.
pub(crate) fn labels(lines: Vec<String>, frame: &Frame, top: f64) -> (Vec<Label>, f64) {
    let mut y = top;
    let size = frame.small();
    let mut labels = Vec::new();
    for line in lines {
        labels.push(Label::below(line, frame.pad(), y, Anchor::Start, size));
        y += size * text::LINE + 1.0;
    }
    (labels, y)
}
