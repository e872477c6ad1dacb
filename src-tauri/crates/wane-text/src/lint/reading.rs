//! How hard a text is to read.

/// The sentences of a text: it is cut behind `.`, `!`, `?` and `…` where a blank or the end follows, and at line ends.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let stop = match c {
            '\n' => true,
            '.' | '!' | '?' | '…' => {
                next.is_none_or(|next| next.is_whitespace() || matches!(next, '”' | '"' | ')'))
            }
            _ => false,
        };
        if stop {
            let end = at + c.len_utf8();
            sentences.push(&text[start..end]);
            start = end;
        }
    }
    sentences.push(&text[start..]);
    sentences.retain(|sentence| !words(sentence).is_empty());
    sentences
}

/// The words of a text; a variable `{name}` is one word, and a sign that stands alone is none.
pub fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '–' | '—' | '/' | '·' | '▸'))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

/// Syllables of an English word, by its groups of vowels; a number or a variable counts as one.
pub fn syllables(word: &str) -> usize {
    if word.contains(['{', '}']) || !word.chars().any(char::is_alphabetic) {
        return 1;
    }
    let word: String = word
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        let now = vowel(c);
        count += usize::from(now && !before);
        before = now;
    }
    // A last e is silent, except where it carries the syllable (“table”); so is that of “-ed” unless t or d goes before.
    let silent_e = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    let silent_ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    let silent_es = word.ends_with("es")
        && ![
            "ses", "zes", "xes", "ces", "ges", "ches", "shes", "ies", "les",
        ]
        .iter()
        .any(|end| word.ends_with(end));
    if count > 1 && (silent_e || silent_ed || silent_es) {
        count -= 1;
    }
    count.max(1)
}

/// The Flesch–Kincaid grade of a text (Kincaid 1975): 0.39 words per sentence + 11.8 syllables per word − 15.59.
/// Variables count as the sample that stands for them ([`samples`](super::samples)).
/// `None` for a text of fewer than [`GRADED_FROM_WORDS`](super::GRADED_FROM_WORDS) words.
pub fn grade(text: &str) -> Option<f64> {
    let text = &super::samples::filled(text);
    let words = words(text);
    if words.len() < super::GRADED_FROM_WORDS {
        return None;
    }
    let sentences = sentences(text).len().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    Some(0.39 * count / sentences as f64 + 11.8 * syllables as f64 / count - 15.59)
}
