//! The words of an open diary: the catalogue, told with figures or without.
//!
//! Where numbers are not wished for (row A7), a message that says one has a second form without: `NAME-in-words`.
//! It is chosen here and nowhere else, so that a sentence has one place where it is made, whichever way it is told.

use std::{
    ops::Deref,
    sync::atomic::{AtomicBool, Ordering},
};

use wane_text::{Arg, Catalogue};

/// What the second form of a message is called behind its name.
const IN_WORDS: &str = "-in-words";

/// From so much of what matters on, a difference is clear; from the second on, a good deal (`SCIENCE.md` 3.3: below one
/// point of pain, which is twice what matters, a pattern is called small).
const CLEAR: f64 = 2.0;
const A_GOOD_DEAL: f64 = 4.0;

/// A catalogue that knows whether figures are wished for.
#[derive(Debug)]
pub(crate) struct Words {
    catalogue: &'static Catalogue,
    without: AtomicBool,
}

impl Clone for Words {
    fn clone(&self) -> Self {
        Words {
            catalogue: self.catalogue,
            without: AtomicBool::new(self.without_figures()),
        }
    }
}

impl Deref for Words {
    type Target = Catalogue;

    fn deref(&self) -> &Catalogue {
        self.catalogue
    }
}

impl Words {
    /// With figures, until something else is wished for.
    pub(crate) fn new(catalogue: &'static Catalogue) -> Words {
        Words {
            catalogue,
            without: AtomicBool::new(false),
        }
    }

    /// The catalogue as it stands, with its figures.
    pub(crate) fn catalogue(&self) -> &'static Catalogue {
        self.catalogue
    }

    /// Whether figures about the person are left out.
    pub(crate) fn without_figures(&self) -> bool {
        self.without.load(Ordering::Relaxed)
    }

    /// Leaves figures out from now on, or tells them.
    pub(crate) fn leave_figures_out(&self, without: bool) {
        self.without.store(without, Ordering::Relaxed);
    }

    /// The sentence of message `id`, in its form without figures where that is wished for and there is one.
    pub(crate) fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        if self.without_figures() {
            let in_words = format!("{id}{IN_WORDS}");
            if self.catalogue.has(&in_words) {
                return self.catalogue.text(&in_words, args);
            }
        }
        self.catalogue.text(id, args)
    }

    /// How much a difference is in words, where `matters` is the smallest worth noticing: a little, clearly, a good deal.
    pub(crate) fn how_much(&self, difference: f64, matters: f64) -> String {
        let times = difference.abs() / matters;
        let id = if times < CLEAR {
            "much-a-little"
        } else if times < A_GOOD_DEAL {
            "much-clearly"
        } else {
            "much-a-good-deal"
        };
        self.catalogue.text(id, &[])
    }

    /// How large a difference is in words, where `matters` is the smallest worth noticing: small, fair, large.
    pub(crate) fn how_large(&self, difference: f64, matters: f64) -> String {
        let times = difference.abs() / matters;
        let id = if times < CLEAR {
            "size-small"
        } else if times < A_GOOD_DEAL {
            "size-fair"
        } else {
            "size-large"
        };
        self.catalogue.text(id, &[])
    }

    /// A part of a whole in words: none, few, about half, most, all of them.
    pub(crate) fn how_many(&self, part: f64, whole: f64) -> String {
        let share = if whole > 0.0 { part / whole } else { 0.0 };
        let id = match share {
            share if share <= 0.0 => "share-none",
            share if share < 0.35 => "share-few",
            share if share < 0.65 => "share-half",
            share if share < 1.0 => "share-most",
            _ => "share-all",
        };
        self.catalogue.text(id, &[])
    }

    /// A count; in words none, one, some.
    pub(crate) fn count(&self, count: u64) -> String {
        if !self.without_figures() {
            // Counts of entries stay far below what a number with a fraction holds exactly.
            return self.catalogue.number(count as f64, 0);
        }
        let id = match count {
            0 => "count-none",
            1 => "count-one",
            _ => "count-some",
        };
        self.catalogue.text(id, &[])
    }

    /// A count that stands beside another; in words none, fewer, as many, more.
    pub(crate) fn count_beside(&self, count: u64, other: u64) -> String {
        if !self.without_figures() || count == 0 {
            return self.count(count);
        }
        let id = match count.cmp(&other) {
            std::cmp::Ordering::Less => "count-fewer",
            std::cmp::Ordering::Equal => "count-as-many",
            std::cmp::Ordering::Greater => "count-more",
        };
        self.catalogue.text(id, &[])
    }

    /// How often chance shows as much, in words; `times` in a hundred.
    pub(crate) fn how_often(&self, times: f64) -> String {
        let id = match times {
            times if times <= 5.0 => "often-seldom",
            times if times <= 20.0 => "often-now-and-then",
            _ => "often-often",
        };
        self.catalogue.text(id, &[])
    }
}
