//! The catalogues that ship, and how messages become sentences.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use chrono::Weekday;
use wane_text::{
    Arg, Catalogue,
    languages::{LANGUAGES, Language},
};

const SMALL: Language = Language {
    tag: "en",
    name: "Test",
    files: &[
        (
            "ui.ftl",
            "-name = Wane\n\
             plain = Good morning\n\
             greeting = { -name }: { $who } at { $time }\n\
             quoted = { \"  two blanks\" }\n\
             brace = { \"{\" }\n\
             counted = { $n ->\n    [one] one night\n   *[other] { $n } nights\n }\n",
        ),
        (
            "app.ftl",
            "refers = { greeting }!\n\
             pairs = { $a ->\n    [one] a day\n   *[other] days\n } and { $b ->\n    [one] a night\n   *[other] nights\n }\n\
             circle = { circle }\n",
        ),
    ],
    first_weekday: Weekday::Mon,
};

#[test]
fn no_shipped_catalogue_has_a_fault() {
    for language in LANGUAGES {
        let catalogue = Catalogue::read(language);
        assert_eq!(catalogue.faults(), [], "catalogue {}", language.tag);
    }
}

#[test]
fn every_language_has_the_messages_and_variables_of_the_first() {
    let first = Catalogue::read(LANGUAGES[0]);
    let ids: BTreeSet<_> = first.ids().collect();
    for language in LANGUAGES {
        let other = Catalogue::read(language);
        assert_eq!(
            other.ids().collect::<BTreeSet<_>>(),
            ids,
            "messages of {}",
            language.tag
        );
        for id in &ids {
            assert_eq!(
                other.variables(id),
                first.variables(id),
                "variables of {id} in {}",
                language.tag
            );
        }
    }
}

#[test]
fn every_message_of_the_window_is_a_plain_pattern() {
    for language in LANGUAGES {
        let catalogue = Catalogue::read(language);
        let patterns = catalogue.patterns();
        for id in catalogue
            .ids()
            .filter(|id| catalogue.file_of(id).is_some_and(|f| f.starts_with("ui")))
        {
            assert!(
                patterns.contains_key(id),
                "{id} of {} holds more than text and variables",
                language.tag
            );
        }
    }
}

#[test]
fn a_window_filling_in_a_pattern_gets_what_fluent_gives() {
    let catalogue = Catalogue::english();
    for (id, pattern) in catalogue.patterns() {
        let names: Vec<_> = catalogue.variables(&id).into_iter().collect();
        let args: Vec<_> = names
            .iter()
            .map(|name| (name.as_str(), Arg::Text(format!("<{name}>"))))
            .collect();
        let filled = names.iter().fold(pattern, |text, name| {
            text.replace(&format!("{{{name}}}"), &format!("<{name}>"))
        });
        assert_eq!(
            filled,
            catalogue.text(&id, &args),
            "{id} filled in both ways"
        );
    }
}

#[test]
fn text_is_filled_in_without_marks_between() {
    let catalogue = Catalogue::read(&SMALL);
    let args = [("who", "Ada".into()), ("time", "07:10".into())];
    assert_eq!(
        catalogue.text("greeting", &args),
        "Wane: Ada at 07:10",
        "no direction marks round the arguments"
    );
}

#[test]
fn numbers_choose_the_form() {
    let catalogue = Catalogue::read(&SMALL);
    assert_eq!(
        catalogue.text("counted", &[("n", 1.into())]),
        "one night",
        "singular"
    );
    assert_eq!(
        catalogue.text("counted", &[("n", 14_u64.into())]),
        "14 nights",
        "plural"
    );
    assert_eq!(
        catalogue.text("counted", &[("n", 0_usize.into())]),
        "0 nights",
        "nought is plural"
    );
}

#[test]
fn slips_are_visible_and_do_not_crash() {
    let catalogue = Catalogue::read(&SMALL);
    assert!(!catalogue.has("nowhere"), "there is no such message");
    assert_eq!(
        catalogue.text("nowhere", &[]),
        "⟦nowhere⟧",
        "an unknown id shows itself"
    );
    assert_eq!(
        catalogue.text("greeting", &[("who", "Ada".into())]),
        "Wane: Ada at {$time}",
        "so does a variable"
    );
    assert!(
        !catalogue.text("circle", &[]).contains("circle = "),
        "a message about itself ends"
    );
}

#[test]
fn patterns_are_of_the_window_only_and_lossless() {
    let catalogue = Catalogue::read(&SMALL);
    let patterns = catalogue.patterns();
    assert_eq!(
        patterns["greeting"], "Wane: {who} at {time}",
        "terms are put in, variables named"
    );
    assert_eq!(patterns["quoted"], "  two blanks", "literals are put in");
    for id in ["counted", "brace"] {
        assert!(
            !patterns.contains_key(id),
            "{id} cannot be a pattern without loss"
        );
    }
    assert!(
        !patterns.contains_key("refers"),
        "messages of other files stay inside"
    );
    assert_eq!(catalogue.pattern("circle"), None, "a circle has no pattern");
}

#[test]
fn every_form_of_a_message_is_written_out() {
    let catalogue = Catalogue::read(&SMALL);
    assert_eq!(
        catalogue.variants("counted"),
        ["one night", "{n} nights"],
        "two forms"
    );
    assert_eq!(
        catalogue.variants("pairs"),
        [
            "a day and a night",
            "a day and nights",
            "days and a night",
            "days and nights"
        ],
        "selectors combine"
    );
    assert_eq!(
        catalogue.variants("refers"),
        ["Wane: {who} at {time}!"],
        "references are followed"
    );
    let names: Vec<_> = catalogue.variables("pairs").into_iter().collect();
    assert_eq!(names, ["a", "b"], "variables of selectors count");
}

#[test]
fn faults_are_found() {
    const BROKEN: Language = Language {
        tag: "en",
        name: "Broken",
        files: &[
            ("a.ftl", "good = yes\nbad = { $\n"),
            ("b.ftl", "good = again\nwith = x\n    .title = y\n"),
        ],
        first_weekday: Weekday::Mon,
    };
    let catalogue = Catalogue::read(&BROKEN);
    let faults: Vec<_> = catalogue.faults().iter().map(|fault| fault.file).collect();
    assert_eq!(
        faults,
        ["a.ftl", "b.ftl", "b.ftl"],
        "a syntax error, a second message of one id, an attribute"
    );
    assert_eq!(
        catalogue.text("good", &[]),
        "yes",
        "the rest stays usable and the first message counts"
    );
}

#[test]
fn a_catalogue_can_be_shared_between_threads() {
    let texts: Vec<_> = std::thread::scope(|scope| {
        let threads =
            [(), ()].map(|()| scope.spawn(|| Catalogue::english().text("month-long-3", &[])));
        threads.map(|thread| thread.join().unwrap()).to_vec()
    });
    assert_eq!(
        texts,
        ["March", "March"],
        "both threads read the same catalogue"
    );
}
