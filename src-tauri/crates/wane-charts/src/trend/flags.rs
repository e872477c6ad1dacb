//! Where the words of annotations stand: above the panels, like flags at the heads of their lines.

use crate::TextBox;
use crate::label::{Anchor, Label};
use crate::text::{self, Weight};

/// An annotation to place: where its line stands, and its word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flag {
    pub(super) x: f64,
    pub(super) word: String,
}

/// An annotation with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flown {
    pub(super) x: f64,
    /// The row its word stands in, counted upwards from the panels; `None` when there was no room for the word.
    pub(super) row: Option<usize>,
    /// The word, on the right of its line or on the left.
    pub(super) label: Option<Label>,
}

/// Rows of flags above each other.
const ROWS: usize = 3;

/// Room for flags.
pub(super) struct Mast {
    /// Where words may begin and must end.
    pub(super) room: (f64, f64),
    /// Font size.
    pub(super) size: f64,
}

impl Mast {
    /// Height of one row.
    pub(super) fn row_height(&self) -> f64 {
        self.size * text::LINE + 2.0
    }

    /// Places the flags so that no word touches another and no line runs through a word.
    ///
    /// Every line runs down from its word through the rows below it.
    /// Which word finds a place depends on which comes first, so both directions and both sides are tried,
    /// and the one that keeps the most words, whole and low, is taken.
    pub(super) fn fly(&self, mut flags: Vec<Flag>) -> Vec<Flown> {
        flags.sort_by(|a, b| a.x.total_cmp(&b.x));
        let sides = [[Anchor::Start, Anchor::End], [Anchor::End, Anchor::Start]];
        let tries = sides
            .into_iter()
            .flat_map(|sides| [(sides, true), (sides, false)]);
        let best = tries
            .map(|(sides, from_right)| self.attempt(&flags, sides, from_right))
            .min_by_key(|flown| {
                let missing = flown
                    .iter()
                    .zip(&flags)
                    .filter(|(f, _)| f.label.is_none())
                    .count();
                let short = flown
                    .iter()
                    .filter_map(|f| f.label.as_ref())
                    .filter(|l| l.text.ends_with('…'))
                    .count();
                let rows = flown.iter().filter_map(|f| f.row).max();
                (missing, short, rows)
            });
        best.unwrap_or_default()
    }

    fn attempt(&self, flags: &[Flag], sides: [Anchor; 2], from_right: bool) -> Vec<Flown> {
        let mut placed: Vec<Placed> = Vec::new();
        let mut flown: Vec<Flown> = Vec::with_capacity(flags.len());
        let mut place = |flag: &Flag| {
            let found = if flag.word.is_empty() {
                None
            } else {
                self.find(flag, sides, &placed)
            };
            let row = found.as_ref().map(|(spot, _)| spot.row);
            let label = found.map(|(spot, label)| {
                placed.push(spot);
                label
            });
            flown.push(Flown {
                x: flag.x,
                row,
                label,
            });
        };
        if from_right {
            flags.iter().rev().for_each(&mut place);
            flown.reverse();
        } else {
            flags.iter().for_each(&mut place);
        }
        flown
    }

    fn find(&self, flag: &Flag, sides: [Anchor; 2], placed: &[Placed]) -> Option<(Placed, Label)> {
        // The whole word in any row comes before a shortened one.
        let whole = text::width(&flag.word, self.size, Weight::Regular);
        for room in [
            whole,
            whole.min(self.size * 8.0),
            whole.min(self.size * 4.0),
        ] {
            let Some(word) = text::fit(&flag.word, self.size, Weight::Regular, room) else {
                continue;
            };
            let width = text::width(&word, self.size, Weight::Regular);
            for row in 0..ROWS {
                for anchor in sides {
                    let x = if anchor == Anchor::Start {
                        flag.x + 4.0
                    } else {
                        flag.x - 4.0
                    };
                    let edges = if anchor == Anchor::Start {
                        (x, x + width)
                    } else {
                        (x - width, x)
                    };
                    let spot = Placed {
                        line: flag.x,
                        row,
                        edges,
                    };
                    if edges.0 >= self.room.0 && edges.1 <= self.room.1 && self.free(spot, placed) {
                        let weight = Weight::Regular;
                        return Some((
                            spot,
                            Label {
                                text: word,
                                x,
                                baseline: 0.0,
                                anchor,
                                size: self.size,
                                weight,
                            },
                        ));
                    }
                }
            }
        }
        None
    }

    fn free(&self, new: Placed, placed: &[Placed]) -> bool {
        let gap = self.size * 0.6;
        let runs_through =
            |line: f64, edges: (f64, f64)| (edges.0 - 2.0..=edges.1 + 2.0).contains(&line);
        placed.iter().all(|old| {
            let touches = old.row == new.row
                && new.edges.0 < old.edges.1 + gap
                && old.edges.0 < new.edges.1 + gap;
            let through_old =
                old.row <= new.row && old.line != new.line && runs_through(new.line, old.edges);
            let through_new =
                new.row <= old.row && old.line != new.line && runs_through(old.line, new.edges);
            !(touches || through_old || through_new)
        })
    }
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Placed {
    /// Its line.
    line: f64,
    row: usize,
    /// Left and right edge of the word.
    edges: (f64, f64),
}

/// The pieces of an upright line that remain when it makes way for `titles`.
pub(super) fn around(x: f64, top: f64, bottom: f64, titles: &[TextBox]) -> Vec<(f64, f64)> {
    let mut pieces = Vec::new();
    let mut y = top;
    for title in titles
        .iter()
        .filter(|t| (t.x - 16.0..=t.x + t.w + 2.0).contains(&x))
    {
        if title.y > y {
            pieces.push((y, title.y));
        }
        y = y.max(title.y + title.h);
    }
    if bottom > y {
        pieces.push((y, bottom));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fly(flags: &[(f64, &str)]) -> Vec<Flown> {
        let mast = Mast {
            room: (0.0, 400.0),
            size: 12.0,
        };
        mast.fly(
            flags
                .iter()
                .map(|(x, word)| Flag {
                    x: *x,
                    word: (*word).to_owned(),
                })
                .collect(),
        )
    }

    #[test]
    fn words_stand_right_of_their_lines_and_left_at_the_edge() {
        let flown = fly(&[(50.0, "journey"), (390.0, "started physio")]);
        let anchors: Vec<_> = flown
            .iter()
            .map(|f| f.label.as_ref().map(|l| l.anchor))
            .collect();
        assert_eq!(
            anchors,
            [Some(Anchor::Start), Some(Anchor::End)],
            "the last would leave the picture on the right"
        );
    }

    #[test]
    fn neighbours_turn_away_from_each_other() {
        let flown = fly(&[(150.0, "journey"), (170.0, "started physio")]);
        let places: Vec<_> = flown
            .iter()
            .map(|f| (f.row, f.label.as_ref().map(|l| l.anchor)))
            .collect();
        let expected = [(Some(0), Some(Anchor::End)), (Some(0), Some(Anchor::Start))];
        assert_eq!(
            places, expected,
            "one left, one right, both in the lowest row"
        );
    }

    #[test]
    fn neighbours_without_room_on_the_left_climb_to_the_next_row() {
        let rows: Vec<_> = fly(&[(20.0, "journey"), (40.0, "started physio")])
            .iter()
            .map(|f| f.row)
            .collect();
        assert_eq!(
            rows,
            [Some(1), Some(0)],
            "the left word flies above, its line beside the right one"
        );
    }

    #[test]
    fn a_line_without_a_word_needs_no_row() {
        assert_eq!(fly(&[(50.0, "")])[0].row, None, "nothing to place");
    }

    #[test]
    fn more_words_than_room_leave_lines_without_words() {
        let flags: Vec<_> = (0..60)
            .map(|i| (5.0 + 6.5 * f64::from(i), "started physio"))
            .collect();
        let flown = fly(&flags);
        assert_eq!(flown.len(), 60, "every line is there");
        assert!(flown.iter().any(|f| f.label.is_none()), "not every word is");
    }
}
