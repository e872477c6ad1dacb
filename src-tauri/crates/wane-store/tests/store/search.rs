//! What can be typed into the search, and what it finds in texts of many scripts.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use wane_domain::{Id, diary::Note};
use wane_store::{Diary, Found, Hit, Label};

use crate::common::{at, by_hand, day, dir_in_memory, id, open_diary};

/// The day of notes whose day does not matter.
pub const LAST: &str = "2026-12-31";

pub fn note(n: u16, date: &str, text: &str) -> Note {
    Note {
        id: id(n),
        date: day(date),
        text: text.into(),
        origin: by_hand(),
    }
}

pub fn diary_with(notes: &[Note]) -> (tempfile::TempDir, Diary) {
    let dir = dir_in_memory();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            notes.iter().try_for_each(|note| change.put(note).map(drop))
        })
        .unwrap();
    (dir, diary)
}
pub fn find(diary: &Diary, words: &str) -> Vec<Hit> {
    let found = diary.search(words, 100).unwrap();
    assert!(!found.more, "a hundred are enough for {words:?}");
    found.hits
}

pub fn records(hits: &[Hit]) -> Vec<Id> {
    hits.iter().map(|hit| hit.record).collect()
}

/// The pieces as one text, with brackets around what matches.
pub fn shown(hit: &Hit) -> String {
    hit.pieces
        .iter()
        .map(|(piece, matches)| {
            if *matches {
                format!("[{piece}]")
            } else {
                piece.clone()
            }
        })
        .collect()
}

/// The one note must be found by those words, with the match as shown; `None`: it must not be found.
fn check(text: &str, words: &str, expected: Option<&str>) {
    let (_dir, diary) = diary_with(&[note(1, LAST, text)]);
    let hits = find(&diary, words);
    let told: Vec<String> = hits.iter().map(shown).collect();
    assert_eq!(
        told,
        expected.into_iter().collect::<Vec<_>>(),
        "searching {words:?} in {text:?}"
    );
    assert!(
        hits.iter()
            .all(|hit| hit.record == id(1) && hit.table == "note" && hit.field == "text"),
        "the hit tells where it stands"
    );
}
#[test]
fn words_are_found_in_any_case_and_with_any_accents() {
    check(
        "Walked to the harbour",
        "walked",
        Some("[Walked] to the harbour"),
    );
    check(
        "Walked to the harbour",
        "HARBOUR",
        Some("Walked to the [harbour]"),
    );
    check(
        "Walked to the harbour",
        "harbour walked",
        Some("[Walked] to the [harbour]"),
    );
    check("a café at noon", "cafe", Some("a [café] at noon"));
    check("a cafe at noon", "CAFÉ", Some("a [cafe] at noon"));
    check(
        "a cafe\u{301} at noon",
        "café",
        Some("a [cafe\u{301}] at noon"),
    );
    check("a café at noon", "cafe\u{301}", Some("a [café] at noon"));
    check("viel zu müde", "mude", Some("viel zu [müde]"));
    check("Việt Nam", "viet", Some("[Việt] Nam"));
    check("ΠΟΝΟΣ στη μέση", "πονοσ ΜΈΣΗ", Some("[ΠΟΝΟΣ] στη [μέση]"));
    // An accent outside the Latin letters is part of its letter.
    check("ΠΟΝΟΣ στη μέση", "μεση", None);
    check("Болит спина", "СПИНА", Some("Болит [спина]"));
}

#[test]
fn the_last_word_may_be_unfinished_and_the_others_not() {
    check(
        "Walked to the harbour",
        "w",
        Some("[Walked] to the harbour"),
    );
    check(
        "Walked to the harbour",
        "walked har",
        Some("[Walked] to the [harbour]"),
    );
    check("Walked to the harbour", "wal har", None);
    check("Walked to the harbour", "walkedto", None);
    check("Walked to the harbour", "alked", None);
    check("Walked to the harbour", "walked home", None);
    check(
        "Walked to the harbour",
        "har ",
        Some("Walked to the [harbour]"),
    );
    check(
        "Walked to the harbour",
        "har —",
        Some("Walked to the [harbour]"),
    );
    check(
        "extraordinarily tired",
        "extraordin",
        Some("[extraordinarily] tired"),
    );
}

#[test]
fn what_is_typed_is_text_and_never_a_language() {
    let said = "O'Neill said \"well done\" (twice) AND left; 38.5 at 5*";
    check(
        said,
        "o'neill",
        Some("[O'Neill] said \"well done\" (twice) AND left; 38.5 at 5*"),
    );
    check(
        said,
        "\"well done\"",
        Some("O'Neill said \"[well] [done]\" (twice) AND left; 38.5 at 5*"),
    );
    check(
        said,
        "and",
        Some("O'Neill said \"well done\" (twice) [AND] left; 38.5 at 5*"),
    );
    check(
        said,
        "38.5",
        Some("O'Neill said \"well done\" (twice) AND left; [38.5] at 5*"),
    );
    check(
        said,
        "AND",
        Some("O'Neill said \"well done\" (twice) [AND] left; 38.5 at 5*"),
    );
    for nothing in [
        "well OR nothing",
        "NOT well",
        "left NEAR(well)",
        "text:well",
        "{text} : well",
        "well NOT done",
        "^said",
        "words",
        "rank",
        "well + undone",
        "well -done2",
        "'; DROP TABLE note; --",
    ] {
        // Each of them asks for a word that is not there, or for one that a sign does not change.
        let (_dir, diary) = diary_with(&[note(1, LAST, said)]);
        let found = find(&diary, nothing);
        let signs_only = nothing == "^said";
        assert_eq!(
            found.len(),
            usize::from(signs_only),
            "{nothing:?} is words, not orders"
        );
    }
}

#[test]
fn there_is_nothing_that_cannot_be_typed() {
    let (_dir, diary) = diary_with(&[note(1, LAST, "nothing \u{0} to \u{1}see\u{2} here\u{3} 🌙")]);
    let long = "x".repeat(10_000);
    let many: String = (0..5_000).map(|n| format!("w{n} ")).collect();
    let quotes = "\"".repeat(10_000);
    let stars = "* ".repeat(5_000);
    let ideographs = "痛".repeat(10_000);
    for typed in [
        "",
        " ",
        "*",
        "\"",
        "\"\"",
        "\0",
        "\u{1}",
        "a\0b",
        "🌙",
        "-",
        "(",
        ")",
        "{",
        "a:",
        ":",
        "^",
        "AND",
        "NEAR",
        "NEAR(",
        "\u{FFFD}",
        "\u{202E}",
        "' OR 1=1 --",
        &long,
        &many,
        &quotes,
        &stars,
        &ideographs,
    ] {
        let found = diary.search(typed, 10).unwrap();
        assert_eq!(
            found,
            Found::default(),
            "there is nothing of the kind: {typed:.20?}"
        );
    }
    let hits = find(&diary, "to see here");
    assert_eq!(
        hits.iter().map(shown).collect::<Vec<_>>(),
        ["nothing [to] [see] [here] 🌙"],
        "signs that cannot be seen are not in the way, neither of finding nor of showing"
    );
}

#[test]
fn scripts_without_spaces_are_found_from_anywhere_in_a_line() {
    check("今日は腰痛がひどい", "腰痛", Some("今日は[腰痛]がひどい"));
    check("今日は腰痛がひどい", "ひどい", Some("今日は腰痛が[ひどい]"));
    check(
        "今日は腰痛がひどい",
        "腰 ひどい",
        Some("今日は[腰]痛が[ひどい]"),
    );
    check("今日は腰痛がひどい", "痛腰", None);
    check("头痛了一整天", "整天", Some("头痛了一[整天]"));
    check("ปวดหลังมาก", "หลัง", Some("ปวด[หลัง]มาก"));
    check("yoga 30分 and 散歩", "散", Some("yoga 30分 and [散]歩"));
    check("yoga 30分 and 散歩", "30分", Some("yoga [30分] and 散歩"));
}

#[test]
fn scripts_with_marks_and_from_right_to_left_are_found_by_their_words() {
    check("आज पीठ में दर्द है", "दर्द", Some("आज पीठ में [दर्द] है"));
    check("आज पीठ में दर्द है", "दर", Some("आज पीठ में [दर्द] है"));
    check("ألم في الظهر اليوم", "الظهر", Some("ألم في [الظهر] اليوم"));
    check("כאב גב היום", "גב", Some("כאב [גב] היום"));
    check("허리가 아프다", "허리", Some("[허리가] 아프다"));
}
/// Texts of many scripts, cut into words by spaces, line breaks and signs.
fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zA-Z]{1,12}",
        "[a-zà-öø-ÿ]{1,8}",
        "[α-ωΑ-ΡΣ-Ω]{1,8}",
        "[а-яА-Я]{1,8}",
        "[\u{5D0}-\u{5EA}]{1,6}",
        "[\u{620}-\u{64A}]{1,6}",
        "[가-힣]{1,5}",
        "[ぁ-ん]{1,6}",
        "[一-龠]{1,6}",
        "[ก-ฮ]{1,6}",
        "[0-9]{1,4}",
    ];
    let between = prop_oneof![
        Just(" "),
        Just("\n"),
        Just(", "),
        Just(" — "),
        Just("\""),
        Just("'"),
        Just("\0"),
        Just("\u{1}"),
        Just("\u{3}"),
        Just(" 🌙 "),
        Just("*"),
        Just("("),
        Just("."),
    ];
    prop::collection::vec((word, between), 1..40).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, between)| word + between)
            .collect()
    })
}

#[test]
fn any_word_of_any_note_finds_that_note() {
    // No file of past failures: the repository's tests are the same for everybody.
    let config = Config {
        cases: 64,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(
            &(prose(), any::<prop::sample::Index>(), any::<String>()),
            |(text, which, typed)| {
                let (_dir, mut diary) = diary_with(&[note(1, LAST, &text), note(2, LAST, "1")]);
                let words: Vec<&str> = text
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| !word.is_empty())
                    .collect();
                for word in &words {
                    prop_assert!(
                        records(&find(&diary, word)).contains(&id(1)),
                        "{word:?} must find {text:?}"
                    );
                }
                let word = which.get(&words);
                let beginning: String = word.chars().take(1 + word.chars().count() / 2).collect();
                prop_assert!(
                    records(&find(&diary, &beginning)).contains(&id(1)),
                    "so must its beginning {beginning:?}"
                );
                let hits = find(&diary, word);
                let hit = hits.iter().find(|hit| hit.record == id(1)).unwrap();
                prop_assert!(
                    hit.pieces.iter().any(|(_, matches)| *matches),
                    "the match is marked"
                );
                let all = words.join(" ");
                prop_assert!(
                    records(&find(&diary, &all)).contains(&id(1)),
                    "so must all of its words together"
                );
                diary
                    .change(Label::REMOVE, at(1), |c| c.remove::<Note>(id(1)))
                    .unwrap();
                prop_assert!(
                    !records(&find(&diary, word)).contains(&id(1)),
                    "removed, it is not found"
                );
                diary.undo(at(2)).unwrap();
                prop_assert!(
                    records(&find(&diary, word)).contains(&id(1)),
                    "undone, it is found again"
                );
                prop_assert!(
                    diary.search(&typed, 10).is_ok(),
                    "and nothing that is typed is an error"
                );
                Ok(())
            },
        )
        .unwrap();
}
