//! Messages that may break a rule, each with the reason.
//!
//! A test holds that every one of them still exists and still needs its allowance.

use super::Rule;

/// One message that may break one rule.
#[derive(Debug)]
pub struct Allowance {
    /// The message.
    pub id: &'static str,
    /// The rule.
    pub rule: Rule,
    /// The word, for [`Rule::Word`] and [`Rule::Shouting`]; empty for the others.
    pub word: &'static str,
    /// Why.
    pub why: &'static str,
}

/// Every allowance there is.
pub const ALLOWANCES: &[Allowance] = &[
    Allowance {
        id: "safety-line",
        rule: Rule::Word,
        word: "diagnose",
        why: "it says what Wane does not do",
    },
    Allowance {
        id: "safety-line",
        rule: Rule::Word,
        word: "treat",
        why: "it says what Wane does not do",
    },
    Allowance {
        id: "safety-line",
        rule: Rule::Word,
        word: "prevent",
        why: "it says what Wane does not do",
    },
    Allowance {
        id: "card-source-jank-2017",
        rule: Rule::Word,
        word: "treatment",
        why: "the name of a journal",
    },
    Allowance {
        id: "card-source-pacing-au",
        rule: Rule::Word,
        word: "therapeutic",
        why: "the name of a publication",
    },
];

/// Whether message `id` may break `rule` with what was found.
pub fn allowed(id: &str, rule: Rule, what: &str) -> bool {
    ALLOWANCES.iter().any(|allowance| {
        allowance.id == id
            && allowance.rule == rule
            && (allowance.word.is_empty() || allowance.word == what)
    })
}
