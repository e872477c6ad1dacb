//! Messages without figures: each stands for one that is there, and says no number in any of its forms.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

use wane_text::{Catalogue, languages::LANGUAGES};

const IN_WORDS: &str = "-in-words";

/// Variables that only the form without figures has: how much, how many and how often in words.
const OWN: [&str; 6] = ["amount", "kept", "often", "share", "size", "effect"];

/// Messages that hold a figure of their own and need no second form, by the beginning of their name, each with the reason.
const KEPT: &[(&str, &str)] = &[
    ("card-", "facts about studies"),
    ("help-", "numbers to call"),
    ("error-", "the limits of a field, and how to type into it"),
    ("question-", "what may be wrong with what was typed"),
    ("skip-", "why a line of a file was left out"),
    ("export-", "what leaves the machine"),
    ("column-role-", "what a column of somebody's table holds"),
    ("unread-encoding", "a name of a way to write text"),
    ("insights-step-", "how it was worked out: behind a choice"),
    ("insights-number-", "how it was worked out: behind a choice"),
    ("insights-left-", "how it was worked out: behind a choice"),
    (
        "insights-fact-range-",
        "left out as a whole where figures are not wished for",
    ),
    (
        "scatter-",
        "sentences of charts with a figure are left out as a whole",
    ),
    (
        "chart-",
        "sentences of charts with a figure are left out as a whole",
    ),
    (
        "weekdays-",
        "sentences of charts with a figure are left out as a whole",
    ),
    (
        "compare-",
        "the comparison is left out as a whole where figures are not wished for",
    ),
    ("breath", "a rhythm is a number of breaths"),
    ("search-hint", "how to type a date"),
    ("time-help", "how to type a time"),
    ("minutes-help", "how to type minutes"),
    ("count-help", "how to type a number"),
    ("number-help", "how to type a number"),
    ("keys-hint-", "keys of the keyboard"),
    ("key", "keys of the keyboard"),
    ("pain-ends", "the ends of the scale of figures"),
    ("settings-place-help", "how to type a place"),
    ("pause-count-help", "how to type a number"),
];

#[test]
fn a_form_without_figures_stands_for_a_message_and_says_no_number() {
    for language in LANGUAGES {
        let catalogue = Catalogue::read(language);
        let mut forms = 0;
        for id in catalogue.ids() {
            let Some(of) = id.strip_suffix(IN_WORDS) else {
                continue;
            };
            forms += 1;
            assert!(catalogue.has(of), "{id} stands for nothing");
            for name in catalogue.variables(id) {
                assert!(
                    catalogue.variables(of).contains(&name) || OWN.contains(&name.as_str()),
                    "{id} has a variable that {of} has not: {name}"
                );
            }
            for text in catalogue.variants(id) {
                assert!(
                    !text.contains(|c: char| c.is_ascii_digit()),
                    "{id} says a number: {text}"
                );
            }
        }
        assert!(forms > 80, "they are there ({forms})");
    }
}

#[test]
fn a_message_with_a_figure_of_its_own_has_a_form_without_or_a_reason() {
    let catalogue = Catalogue::english();
    let has_figure = |id: &str| {
        catalogue
            .variants(id)
            .iter()
            .any(|text| text.contains(|c: char| c.is_ascii_digit()))
    };
    let kept = |id: &str| KEPT.iter().any(|(begins, _)| id.starts_with(begins));
    let open: Vec<&str> = catalogue
        .ids()
        .filter(|id| !catalogue.has(&format!("{id}{IN_WORDS}")))
        .filter(|id| !kept(id) && has_figure(id))
        .collect();
    assert_eq!(open, Vec::<&str>::new());
    assert!(
        has_figure("range-two-weeks"),
        "the control: a figure is seen"
    );
    for (begins, why) in KEPT {
        let needed = catalogue
            .ids()
            .any(|id| id.starts_with(begins) && has_figure(id));
        assert!(needed, "{begins} holds no figure any more: {why}");
    }
}
