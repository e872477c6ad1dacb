//! What stands below the panels: the bars of flares and journeys, with their words.

use crate::label::{Anchor, Label};
use crate::text::{self, Weight};

/// A run of days in pixels, with its word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bar {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) word: String,
}

/// A bar with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Laid {
    pub(super) from: f64,
    pub(super) to: f64,
    /// Counted downwards from the axis.
    pub(super) lane: usize,
    /// The word under the bar, if it has room.
    pub(super) label: Option<Label>,
}

/// Lanes below each other.
const LANES: usize = 3;
/// Thickness of a bar.
pub(super) const THICK: f64 = 5.0;

/// Room for bars.
pub(super) struct Lanes {
    /// Where words may begin and must end.
    pub(super) room: (f64, f64),
    /// Font size.
    pub(super) size: f64,
}

impl Lanes {
    /// Height of one lane: the bar, its word, and some air.
    pub(super) fn height(&self) -> f64 {
        THICK + 2.0 + self.size * text::LINE + 4.0
    }

    /// Lays the bars so that neither bars nor words touch; a bar whose word finds no room goes without it.
    pub(super) fn lay(&self, mut bars: Vec<Bar>) -> Vec<Laid> {
        bars.sort_by(|a, b| a.from.total_cmp(&b.from));
        let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); LANES];
        let mut words: Vec<Vec<(f64, f64)>> = vec![Vec::new(); LANES];
        let mut laid = Vec::new();
        for bar in bars {
            let lane = (0..LANES).find(|lane| is_free(&taken[*lane], bar.from, bar.to, 1.0));
            // With every lane taken, bars lie on each other in the last: still grey where there was something.
            let first = lane.unwrap_or(LANES - 1);
            let mut place = (first, None);
            if !bar.word.is_empty() {
                let found = (first..LANES)
                    .filter(|lane| is_free(&taken[*lane], bar.from, bar.to, 1.0))
                    .find_map(|lane| Some((lane, self.word(&bar, &words[lane])?)));
                if let Some((lane, label)) = found {
                    let area = label.area();
                    words[lane].push((area.x, area.x + area.w));
                    place = (lane, Some(label));
                }
            }
            let (lane, label) = place;
            taken[lane].push((bar.from, bar.to));
            laid.push(Laid {
                from: bar.from,
                to: bar.to,
                lane,
                label,
            });
        }
        laid
    }

    /// The bar's word in the middle under it, moved into the room; shortened only if nothing else fits.
    fn word(&self, bar: &Bar, words: &[(f64, f64)]) -> Option<Label> {
        let whole = text::width(&bar.word, self.size, Weight::Regular);
        for room in [
            whole,
            whole.min(self.size * 8.0),
            whole.min(self.size * 4.0),
        ] {
            let Some(word) = text::fit(&bar.word, self.size, Weight::Regular, room) else {
                continue;
            };
            let half = text::width(&word, self.size, Weight::Regular) / 2.0;
            let middle = ((bar.from + bar.to) / 2.0)
                .min(self.room.1 - half)
                .max(self.room.0 + half);
            let fits = middle + half <= self.room.1 + 0.01;
            if fits && is_free(words, middle - half, middle + half, self.size * 0.6) {
                return Some(Label {
                    text: word,
                    x: middle,
                    baseline: 0.0,
                    anchor: Anchor::Middle,
                    size: self.size,
                    weight: Weight::Regular,
                });
            }
        }
        None
    }
}

fn is_free(taken: &[(f64, f64)], from: f64, to: f64, gap: f64) -> bool {
    taken
        .iter()
        .all(|(a, b)| to + gap <= *a || *b + gap <= from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lay(bars: &[(f64, f64, &str)]) -> Vec<Laid> {
        let lanes = Lanes {
            room: (0.0, 300.0),
            size: 12.0,
        };
        lanes.lay(
            bars.iter()
                .map(|(from, to, word)| Bar {
                    from: *from,
                    to: *to,
                    word: (*word).to_owned(),
                })
                .collect(),
        )
    }

    #[test]
    fn bars_that_meet_take_different_lanes() {
        let lanes: Vec<_> = lay(&[(10.0, 90.0, "flare"), (60.0, 160.0, "journey")])
            .iter()
            .map(|l| l.lane)
            .collect();
        assert_eq!(lanes, [0, 1], "the second begins before the first ends");
    }

    #[test]
    fn words_that_would_meet_take_different_lanes() {
        let laid = lay(&[(10.0, 20.0, "a long flare"), (30.0, 40.0, "a long journey")]);
        assert_eq!(
            (laid[0].lane, laid[1].lane),
            (0, 1),
            "the bars are apart but their words are not"
        );
        assert!(
            laid.iter().all(|l| l.label.is_some()),
            "both have their words"
        );
    }

    #[test]
    fn words_stay_in_the_picture() {
        let laid = lay(&[
            (0.0, 5.0, "started physio"),
            (295.0, 300.0, "started physio"),
        ]);
        for bar in laid {
            let area = bar.label.map(|l| l.area());
            assert!(
                area.is_some_and(|a| a.x >= 0.0 && a.x + a.w <= 300.01),
                "the word is moved inwards"
            );
        }
    }
}
