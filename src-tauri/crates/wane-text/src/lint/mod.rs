//! The copy linter: what a sentence of Wane may not say, and how hard it may be to read.
//!
//! It looks at every form of every message (`PRODUCT.md` "Tone", `SCIENCE.md` 9); a test runs it over all catalogues.
//! The rules are about English; a further language brings lists of its own.
//!
//! A message that has a good reason to break a rule stands in [`allowance`] with that reason.

pub mod allowance;
pub mod reading;
pub mod samples;
pub mod words;

use crate::Catalogue;

/// The most words a sentence may have.
pub const MAX_SENTENCE_WORDS: usize = 28;

/// The hardest a message may be to read: the school grade of a twelve-year-old, as for the cards to read.
pub const MAX_GRADE: f64 = 7.0;

/// A message that is shorter once its variables are filled in is not graded: a formula for prose says nothing about a label.
pub const GRADED_FROM_WORDS: usize = 12;

/// A rule a message breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A word or phrase of [`words::FORBIDDEN`].
    Word,
    /// An exclamation mark.
    Exclamation,
    /// A word in capitals that is no abbreviation.
    Shouting,
    /// A sentence of more than [`MAX_SENTENCE_WORDS`] words.
    Length,
    /// Harder to read than [`MAX_GRADE`].
    Reading,
}

/// One thing wrong with one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The message.
    pub id: String,
    /// The rule it breaks.
    pub rule: Rule,
    /// What was found: the word, or a number and its limit.
    pub what: String,
    /// Why it is a rule, and what to write instead where there is something.
    pub why: &'static str,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} ({})", self.id, self.what, self.why)
    }
}

/// Everything wrong with one form of message `id`, in which a variable stands as `{name}`.
pub fn findings(id: &str, text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |rule, what: String, why| {
        if !allowance::allowed(id, rule, &what) {
            found.push(Finding {
                id: id.to_owned(),
                rule,
                what,
                why,
            });
        }
    };
    let spoken = words::spoken(text);
    for forbidden in words::FORBIDDEN {
        for phrase in forbidden.found_in(&spoken) {
            add(Rule::Word, phrase, forbidden.why);
        }
    }
    if text.contains(['!', '！', '¡']) {
        add(
            Rule::Exclamation,
            "!".to_owned(),
            "a quiet room: nothing shouts",
        );
    }
    for word in words::shouted(text) {
        add(Rule::Shouting, word, "a quiet room: nothing shouts");
    }
    let sentences = reading::sentences(text);
    for sentence in &sentences {
        let count = reading::words(sentence).len();
        if count > MAX_SENTENCE_WORDS {
            let what = format!("a sentence of {count} words, more than {MAX_SENTENCE_WORDS}");
            add(Rule::Length, what, "short sentences: the head may be foggy");
        }
    }
    if let Some(grade) = (!is_quoted(id)).then(|| reading::grade(text)).flatten()
        && grade > MAX_GRADE
    {
        let what = format!("reading grade {grade:.1}, above {MAX_GRADE}");
        add(
            Rule::Reading,
            what,
            "plain words: a twelve-year-old understands them",
        );
    }
    found
}

/// Whether a message is the name of a publication, which is written as its authors wrote it.
fn is_quoted(id: &str) -> bool {
    id.starts_with("card-source-")
}

/// Everything wrong with a catalogue, over all forms of all its messages.
///
/// A message that is only a second name of another is looked at under the other's name.
pub fn catalogue_findings(catalogue: &Catalogue) -> Vec<Finding> {
    let mut found: Vec<Finding> = catalogue
        .ids()
        .filter(|id| !catalogue.is_alias(id))
        .flat_map(|id| {
            catalogue
                .variants(id)
                .into_iter()
                .flat_map(move |text| findings(id, &text))
        })
        .collect();
    // Several forms of one message often share what is wrong with them.
    found.sort_by(|a, b| (&a.id, a.rule, &a.what).cmp(&(&b.id, b.rule, &b.what)));
    found.dedup();
    found
}
