//! The copy linter: quiet about the catalogues that ship, loud about sentences that should not be there.

use wane_text::{
    Catalogue,
    languages::{LANGUAGES, Language},
    lint::{self, Rule, allowance::ALLOWANCES, reading, samples},
};

#[test]
fn the_catalogues_say_nothing_they_may_not() {
    for language in LANGUAGES.iter().filter(|language| language.tag == "en") {
        let findings = lint::catalogue_findings(&Catalogue::read(language));
        let list: Vec<_> = findings.iter().map(ToString::to_string).collect();
        assert!(
            list.is_empty(),
            "catalogue {}:\n{}",
            language.tag,
            list.join("\n")
        );
    }
}

#[test]
fn every_allowance_has_a_message_that_needs_it() {
    let catalogue = Catalogue::english();
    for allowance in ALLOWANCES {
        let forms = catalogue.variants(allowance.id);
        assert!(!forms.is_empty(), "{} is a message", allowance.id);
        // Under another id nothing is allowed, so that what the allowance covers shows.
        let findings: Vec<_> = forms
            .iter()
            .flat_map(|form| lint::findings("somewhere-else", form))
            .collect();
        let needed = findings.iter().any(|finding| {
            finding.rule == allowance.rule
                && (allowance.word.is_empty() || finding.what == allowance.word)
        });
        assert!(
            needed,
            "{} no longer needs its allowance for {:?}",
            allowance.id, allowance.word
        );
        assert!(
            !allowance.why.is_empty(),
            "{} gives its reason",
            allowance.id
        );
    }
}

fn check(text: &str, rule: Rule, what: &str) {
    let findings = lint::findings("test", text);
    assert!(
        findings
            .iter()
            .any(|finding| finding.rule == rule && finding.what.contains(what)),
        "{text:?} breaks {rule:?} with {what:?}; found {findings:?}"
    );
}

#[test]
fn each_word_that_may_not_be_said_is_found() {
    for (text, what) in [
        ("Poor sleep causes pain.", "causes"),
        ("What was the cause?", "cause"),
        ("This prevents flares.", "prevents"),
        ("A routine that cures.", "cures"),
        ("You must log tonight.", "must"),
        ("Saving failed.", "failed"),
        ("Your night was ruined.", "ruined"),
        ("A seven-day Streak", "streak"),
        ("A perfect week", "perfect"),
        ("You had a bad night.", "bad night"),
        ("You had two Bad Nights.", "bad nights"),
        ("A treatment for pain", "treatment"),
        ("Sleep therapy at home", "therapy"),
        ("Ways to relieve your pain", "relieve your pain"),
        ("It reduces morning back pain.", "reduces morning back pain"),
        ("Fast pain relief", "pain relief"),
        ("We diagnose your sleep.", "diagnose"),
        ("Your diagnosis", "diagnosis"),
        ("Sleep score {n}", "score"),
        ("Monitor your condition", "monitor your"),
        ("Your risk score", "risk score"),
        ("A clinical alert", "clinical alert"),
        ("Start sleep restriction tonight", "sleep restriction"),
        ("You should’ve rested.", "should've"),
        ("You didn't log yesterday.", "you didn't"),
        ("You slept only {hours} h.", "only {} h"),
        ("Only 5 hours asleep", "only 5 hours"),
        ("Aim for eight hours.", "eight hours"),
        ("Your adherence this week", "adherence"),
        ("Scientifically proven", "scientifically"),
    ] {
        check(text, Rule::Word, what);
    }
}

#[test]
fn the_shape_of_a_sentence_is_looked_at() {
    check("Good morning!", Rule::Exclamation, "!");
    check("Save NOTHING", Rule::Shouting, "NOTHING");
    check(
        &"one two three four five ".repeat(6),
        Rule::Length,
        "30 words",
    );
    check(
        "Considerable intraindividual variability characterises longitudinal observational investigations \
         regarding polysomnographic architecture alongside nociceptive sensitivity.",
        Rule::Reading,
        "reading grade",
    );
}

#[test]
fn every_variable_has_a_sample_and_sentences_are_graded_with_it() {
    let catalogue = Catalogue::english();
    let mut without: Vec<String> = catalogue
        .ids()
        .flat_map(|id| catalogue.variables(id))
        .filter(|name| samples::sample(name).is_none())
        .collect();
    without.sort();
    without.dedup();
    assert_eq!(without, Vec::<String>::new(), "variables without a sample");
    assert_eq!(
        samples::filled("After { nights }: {pain}, {nobody}"),
        "After { nights }: pain on waking, {nobody}",
        "what is no variable stays"
    );
    // The same words are light where a number stands in them and heavy where a long name does.
    let light = "After that, {n} was {n} higher than it had been on all of the other days.";
    let heavy =
        "After that, {format} was {format} higher than it had been on all of the other days.";
    let grade = |text| reading::grade(text).unwrap_or_default();
    assert!(grade(light) < grade(heavy), "what is filled in counts");
}

#[test]
fn running_text_is_plain_in_the_whole_catalogue_and_the_grading_would_find_what_is_not() {
    let catalogue = Catalogue::english();
    let graded = catalogue
        .ids()
        .flat_map(|id| catalogue.variants(id))
        .filter(|text| reading::grade(text).is_some())
        .count();
    assert!(graded > 600, "running texts are graded ({graded})");
    assert_eq!(lint::MAX_GRADE, 7.0, "the grade that was promised");
    // A sentence that was in the catalogue until it was written plainer.
    check(
        "Over {nights} nights, your last waking varied by about ± {wake} and the middle of the night by about ± {middle}.",
        Rule::Reading,
        "above 7",
    );
}

#[test]
fn plain_sentences_pass() {
    for text in [
        "How was the night?",
        "Saved · undo",
        "After your less efficient nights your pain was {points} points higher.",
        "No clear pattern yet. With {pairs} pairs of days we could have seen a difference of about {points} points or more.",
        "Nothing here yet. Log a morning to see the first dot.",
        "It could not be saved: the disk is full. What you wrote is still here.",
        "This counts because you were there.",
        "Your physiotherapist can bring notes in here.",
        "REM, light and deep sleep as your watch saw them",
        "In your country call {number}, e.g. 112.",
    ] {
        assert_eq!(
            lint::findings("test", text),
            [],
            "{text:?} is a sentence of Wane"
        );
    }
}

#[test]
fn an_allowance_is_for_its_own_message_only() {
    let line = Catalogue::english().text("safety-line", &[]);
    assert_eq!(
        lint::findings("safety-line", &line),
        [],
        "the safety line says what Wane does not do"
    );
    assert_eq!(
        lint::findings("another", &line).len(),
        3,
        "the same words elsewhere are found"
    );
}

#[test]
fn a_second_name_is_no_second_finding() {
    const BAD: Language = Language {
        tag: "en",
        name: "Bad",
        files: &[(
            "a.ftl",
            "bad = You must rest.\nalias = { bad }\nmore = { bad } Today.\nforms = { $n ->\n    [one] fine\n   *[other] failed\n }\n",
        )],
        first_weekday: chrono::Weekday::Mon,
    };
    let findings = lint::catalogue_findings(&Catalogue::read(&BAD));
    let found: Vec<_> = findings
        .iter()
        .map(|finding| (finding.id.as_str(), finding.what.as_str()))
        .collect();
    assert_eq!(
        found,
        [("bad", "must"), ("forms", "failed"), ("more", "must")],
        "every form of every message, once"
    );
}

#[test]
fn sentences_words_and_syllables_are_counted() {
    let count = |text| (reading::sentences(text).len(), reading::words(text).len());
    assert_eq!(
        count("One two. Three 4.5 five? Six"),
        (3, 6),
        "a point inside a number ends nothing"
    );
    assert_eq!(
        count("{from} – {to}"),
        (1, 2),
        "a dash is no word, a variable is one"
    );
    for (word, syllables) in [
        ("night", 1),
        ("morning", 2),
        ("table", 2),
        ("woke", 1),
        ("rested", 2),
        ("tried", 1),
        ("minutes", 2),
        ("evening", 3),
        ("everything", 4),
        ("the", 1),
        ("{name}", 1),
        ("12", 1),
    ] {
        assert_eq!(reading::syllables(word), syllables, "syllables of {word:?}");
    }
}

#[test]
fn the_grade_is_that_of_kincaid() {
    // 12 words of one syllable in 2 sentences: 0.39 · 6 + 11.8 · 1 − 15.59.
    let grade = reading::grade("The cat sat on the mat. The dog lay by the door.");
    assert!(
        grade.is_some_and(|grade| (grade - -1.45).abs() < 1e-9),
        "grade {grade:?}"
    );
    assert_eq!(
        reading::grade("Too short to grade"),
        None,
        "a label has no grade"
    );
}
