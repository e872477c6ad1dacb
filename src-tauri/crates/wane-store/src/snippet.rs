//! The part of a passage that is shown with a match.

use crate::words::{JOINT, MATCH_BEGINS, MATCH_ENDS};

/// How many words are shown.
const WORDS: usize = 12;
/// How many of them before the first match, where there are enough after it.
const BEFORE: usize = 4;
/// A longer word counts as several, so that a line without spaces is cut too.
const LONG: usize = 12;

/// A character, and whether it is part of a match.
type Marked = (char, bool);

/// About twelve words around the first match of a passage with its matches marked,
/// in pieces that match and pieces that do not, in turn.
pub(crate) fn pieces(marked: &str) -> Vec<(String, bool)> {
    let text = read_marks(marked);
    let words = words_of(&text);
    let first_match = words
        .iter()
        .position(|word| word.iter().any(|(_, hit)| *hit))
        .unwrap_or(0);
    // Near the end of the passage more is shown before the match.
    let from = first_match
        .saturating_sub(BEFORE)
        .min(words.len().saturating_sub(WORDS));
    let to = words.len().min(from + WORDS);
    let mut pieces: Vec<(String, bool)> = Vec::new();
    if from > 0 {
        push(&mut pieces, ('…', false));
    }
    for marked in words.get(from..to).unwrap_or_default().concat() {
        push(&mut pieces, marked);
    }
    // A word brings along the space after it.
    if let Some((last, _)) = pieces.last_mut() {
        last.truncate(last.trim_end().len());
    }
    if to < words.len() {
        push(&mut pieces, ('…', false));
    }
    pieces.retain(|(piece, _)| !piece.is_empty());
    pieces
}

fn push(pieces: &mut Vec<(String, bool)>, (c, hit): Marked) {
    match pieces.last_mut() {
        Some((piece, last)) if *last == hit => piece.push(c),
        _ => pieces.push((c.into(), hit)),
    }
}

/// Takes the marks out; spaces, line breaks and other control characters become single spaces.
fn read_marks(marked: &str) -> Vec<Marked> {
    let mut text: Vec<Marked> = Vec::with_capacity(marked.len());
    let mut hit = false;
    for c in marked.chars() {
        match c {
            MATCH_BEGINS => hit = true,
            MATCH_ENDS => hit = false,
            JOINT => {}
            c if c.is_whitespace() || c.is_control() => {
                if text.last().is_some_and(|(last, _)| *last != ' ') {
                    text.push((' ', hit));
                }
            }
            c => text.push((c, hit)),
        }
    }
    text
}

/// Words with the space after them, long ones in parts.
fn words_of(text: &[Marked]) -> Vec<&[Marked]> {
    text.split_inclusive(|(c, _)| *c == ' ')
        .flat_map(|word| {
            // The space does not count, nor is it a part of its own.
            let parts = word.len().saturating_sub(1).max(1).div_ceil(LONG);
            (0..parts).map(move |part| {
                let end = if part + 1 == parts {
                    word.len()
                } else {
                    (part + 1) * LONG
                };
                word.get(part * LONG..end).unwrap_or_default()
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The passage has its matches in brackets, and so has what is shown.
    fn check(passage: &str, expected: &str) {
        let marked: String = passage
            .chars()
            .map(|c| match c {
                '[' => MATCH_BEGINS,
                ']' => MATCH_ENDS,
                '|' => JOINT,
                c => c,
            })
            .collect();
        let shown: String = pieces(&marked)
            .into_iter()
            .map(|(piece, hit)| if hit { format!("[{piece}]") } else { piece })
            .collect();
        assert_eq!(shown, expected, "of {passage:?}");
    }

    #[test]
    fn a_short_passage_is_shown_whole() {
        check("", "");
        check("[one]", "[one]");
        check("a [b] c", "a [b] c");
        check("no match at all", "no match at all");
        check(
            "1 2 3 4 5 6 7 8 9 10 11 [12]",
            "1 2 3 4 5 6 7 8 9 10 11 [12]",
        );
    }

    #[test]
    fn a_long_passage_is_cut_around_its_first_match() {
        check(
            "[1] 2 3 4 5 6 7 8 9 10 11 12 13",
            "[1] 2 3 4 5 6 7 8 9 10 11 12…",
        );
        check(
            "1 2 3 4 5 6 7 8 9 10 11 12 [13]",
            "…2 3 4 5 6 7 8 9 10 11 12 [13]",
        );
        check(
            "1 2 3 4 5 [6] 7 8 9 10 11 12 [13] 14 15",
            "…2 3 4 5 [6] 7 8 9 10 11 12 [13]…",
        );
    }

    #[test]
    fn a_line_without_spaces_is_cut_between_characters() {
        let long = "痛".repeat(100);
        check(
            &format!("{long}[腰]{long}"),
            &format!("…{}[腰]{}…", "痛".repeat(52), "痛".repeat(91)),
        );
        let word = "x".repeat(1_000);
        check(&format!("[{word}]"), &format!("[{}]…", "x".repeat(144)));
        check(&format!("{word} [y]"), &format!("…{} [y]", "x".repeat(124)));
    }

    #[test]
    fn what_cannot_be_seen_is_a_space_and_spaces_are_single() {
        check("a\n\n  b\t[c]\r\nd\u{0}e\u{7}", "a b [c] d e");
        check("  [a]  ", "[a]");
        check("今|日|[腰|痛]", "今日[腰痛]");
        check("[a] [b]", "[a] [b]");
    }
}
