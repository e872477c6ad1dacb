//! One line of text, where it stands, and the box it needs.

use crate::TextBox;
use crate::text::{self, Weight};

/// Where a label hangs on its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text and where its baseline is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) x: f64,
    pub(crate) baseline: f64,
    pub(crate) anchor: Anchor,
    pub(crate) size: f64,
    pub(crate) weight: Weight,
}

impl Label {
    /// A label in the middle of whose box is `y`.
    pub(crate) fn centred_at(text: String, x: f64, y: f64, anchor: Anchor, size: f64) -> Self {
        let baseline = y + (text::ASCENT - text::LINE / 2.0) * size;
        Label {
            text,
            x,
            baseline,
            anchor,
            size,
            weight: Weight::Regular,
        }
    }

    /// A label whose box begins at `top`.
    pub(crate) fn below(text: String, x: f64, top: f64, anchor: Anchor, size: f64) -> Self {
        Label {
            text,
            x,
            baseline: top + text::ASCENT * size,
            anchor,
            size,
            weight: Weight::Regular,
        }
    }

    /// The box the label will need at most.
    pub(crate) fn area(&self) -> TextBox {
        let w = text::width(&self.text, self.size, self.weight);
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - w / 2.0,
            Anchor::End => self.x - w,
        };
        TextBox {
            text: self.text.clone(),
            x,
            y: self.baseline - text::ASCENT * self.size,
            w,
            h: text::LINE * self.size,
        }
    }
}
