//! The cards of the Learn view: each whole, plain and honest about what speaks against it.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use chrono::Weekday;
use wane_text::{
    Catalogue,
    languages::{LANGUAGES, Language},
    learn::{self, CARDS, Card, MAX_CARD_GRADE, Strength},
    lint::reading,
};

#[test]
fn every_card_is_whole_in_every_language() {
    for language in LANGUAGES {
        let catalogue = Catalogue::read(language);
        let complaints: Vec<_> = CARDS
            .iter()
            .flat_map(|card| learn::complaints(card, &catalogue))
            .collect();
        assert!(
            complaints.is_empty(),
            "{}:\n{}",
            language.tag,
            complaints.join("\n")
        );
    }
}

#[test]
fn the_guide_is_covered_and_every_card_has_a_name_of_its_own() {
    let ids: BTreeSet<_> = CARDS.iter().map(|card| card.id).collect();
    assert_eq!(ids.len(), CARDS.len(), "no two cards share a name");
    assert!(CARDS.len() >= 20, "at least twenty cards");
    for topic in [
        "both-ways",
        "first-half",
        "nervous-system",
        "inflammation",
        "hormones",
        "emotion",
        "who",
        "rest-backfires",
        "better-not-more",
        "movement",
        "dose",
        "timing",
        "brain-output",
        "consistency",
        "mornings",
        "pressure",
        "wind-down",
        "waking",
        "breathing",
        "physio",
        "wearables",
        "road-ahead",
        "myths",
    ] {
        assert!(ids.contains(topic), "a card about {topic}");
    }
}

#[test]
fn every_source_is_used_and_every_strength_is_told_apart() {
    let catalogue = Catalogue::english();
    let used: BTreeSet<_> = CARDS.iter().flat_map(|card| card.sources).collect();
    for id in catalogue.ids().filter(|id| id.starts_with("card-source-")) {
        assert!(
            used.contains(&id.trim_start_matches("card-source-")),
            "{id} supports a card"
        );
    }
    let names: BTreeSet<_> = Strength::ALL
        .map(|s| catalogue.text(&format!("strength-{}", s.code()), &[]))
        .into();
    assert_eq!(names.len(), Strength::ALL.len(), "four names");
    assert!(
        CARDS.iter().any(|card| card.strength == Strength::Practice),
        "and it is said where no study was checked"
    );
}

#[test]
fn a_card_from_practice_names_general_knowledge_as_its_source() {
    for card in CARDS
        .iter()
        .filter(|card| card.strength == Strength::Practice)
    {
        assert!(card.sources.contains(&"general"), "{}", card.id);
    }
}

#[test]
fn a_body_is_read_as_paragraphs() {
    assert_eq!(
        learn::paragraphs("One.\nTwo.\n\nThree.\n"),
        ["One. Two.", "Three."],
        "lines go together, blank lines part"
    );
}

// The controls: a card without any one of its parts is refused, and so is one that is hard to read.

const LINES: &str = "We go out in the sun and sit by the tree. ";

/// A catalogue with one whole card in it, and others that each lack something.
fn with_flaws() -> Catalogue {
    let body = LINES.repeat(20);
    let hard = "Considerable intraindividual variability characterises longitudinal observational investigations. "
        .repeat(25);
    let source = format!(
        "card-group-g = Group\nstrength-fair = Fair\nstrength-fair-meaning = Some.\ncard-source-s = A source.\n\
         card-whole = Title\ncard-whole-body = {body}\ncard-whole-against = But not for all.\n\
         card-untitled-body = {body}\ncard-untitled-against = But not for all.\n\
         card-onesided = Title\ncard-onesided-body = {body}\n\
         card-bodiless = Title\ncard-bodiless-against = But not for all.\n\
         card-short = Title\ncard-short-body = We go out.\ncard-short-against = But not for all.\n\
         card-hard = Title\ncard-hard-body = {hard}\ncard-hard-against = But not for all.\n"
    );
    let files: &'static [(&'static str, &'static str)] = Box::leak(Box::new([(
        "flaws.ftl",
        &*Box::leak(source.into_boxed_str()),
    )]));
    Catalogue::read(Box::leak(Box::new(Language {
        tag: "en",
        name: "Flaws",
        files,
        first_weekday: Weekday::Mon,
    })))
}

fn check(id: &'static str, sources: &'static [&'static str], strength: Strength, what: &str) {
    let card = Card {
        id,
        group: "g",
        strength,
        sources,
    };
    let complaints = learn::complaints(&card, &with_flaws());
    if what.is_empty() {
        assert!(complaints.is_empty(), "{id} is whole: {complaints:?}");
    } else {
        assert!(
            complaints.iter().any(|c| c.contains(what)),
            "{id} is refused for its {what}: {complaints:?}"
        );
    }
}

#[test]
fn a_card_without_any_of_its_parts_is_refused() {
    use Strength::{Fair, Firm};
    check("whole", &["s"], Fair, "");
    check("untitled", &["s"], Fair, "no title");
    check("bodiless", &["s"], Fair, "no body");
    check("onesided", &["s"], Fair, "speaks against");
    check("whole", &[], Fair, "no sources");
    check("whole", &["nowhere"], Fair, "no source");
    check("whole", &["s"], Firm, "no strength");
    check("short", &["s"], Fair, "a body of 3 words");
    check("hard", &["s"], Fair, "reading grade");
}

#[test]
fn the_reading_grade_is_the_published_formula() {
    // Eleven words of one syllable in one sentence: 0.39 * 11 + 11.8 - 15.59, raised to the twelve words it needs.
    let text = "The cat sat on the mat and the dog sat there too.";
    let grade = reading::grade(text).unwrap();
    assert!(
        (grade - (0.39 * 12.0 + 11.8 - 15.59)).abs() < 1e-9,
        "{grade}"
    );
    assert!(grade < MAX_CARD_GRADE, "a plain line passes");
}
