//! Writing a day down: medicines, naps, notes, named pains, factors.

use serde_json::{Value, json};

use crate::desk::Desk;

fn entries(answer: &Value) -> Vec<&str> {
    answer["today"]["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["text"].as_str().unwrap())
        .collect()
}

#[test]
fn a_medicine_is_written_down_with_what_was_said_of_it() {
    let desk = Desk::new();
    let check = |args: &[&str], text: &str, fields: Value| {
        let mut all = vec!["log", "medicine"];
        all.extend(args);
        let saved = desk.json(&all);
        assert_eq!(entries(&saved), [text], "wane {all:?}");
        assert_eq!(saved["today"]["entries"][0]["medicine"], fields);
        desk.ok(&["undo"]);
    };
    check(
        &["Gel"],
        "Gel",
        json!({ "name": "Gel", "at": null, "purpose": null, "amount": null }),
    );
    check(
        &[
            "Gel",
            "2026-03-13",
            "--at",
            "08:10",
            "--planned",
            "--amount",
            "a thin layer",
        ],
        "Gel, a thin layer, 08:10, as planned",
        json!({ "name": "Gel", "at": "08:10", "purpose": "planned", "amount": "a thin layer" }),
    );
    check(
        &["Gel", "--rescue"],
        "Gel, for relief",
        json!({ "name": "Gel", "at": null, "purpose": "rescue", "amount": null }),
    );
    let (status, _) = desk.refused(&["log", "medicine", "Gel", "--planned", "--rescue"]);
    assert_eq!(status, 2, "it is one or the other");
}

#[test]
fn a_nap_is_written_down_and_what_does_not_fit_is_asked_about() {
    let desk = Desk::new();
    let saved = desk.json(&[
        "log",
        "nap",
        "2026-03-13",
        "--start",
        "14:10",
        "--end",
        "14:40",
        "--asleep",
        "25",
    ]);
    assert_eq!(entries(&saved), ["Nap 14:10–14:40, 25 min asleep"]);
    let said = desk.ok(&[
        "log", "nap", "--start", "10:00", "--end", "10:20", "--asleep", "30",
    ]);
    assert!(
        said.starts_with("Saved. ") && said.contains('?'),
        "a question, and nothing held back: {said}"
    );
    let (status, said) = desk.refused(&["log", "nap"]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("Nothing was saved"), "{said}");
}

#[test]
fn notes_are_written_alone_and_with_a_check_in() {
    let desk = Desk::new();
    desk.ok(&["log", "note", "new pillow", "2026-03-13"]);
    desk.ok(&["log", "morning", "--pain", "3", "--note", "woke at four"]);
    desk.ok(&["log", "evening", "--note", "visitors"]);
    desk.ok(&["log", "morning", "--quality", "4"]);
    let day = &desk.json(&["day", "2026-03-14"])[0];
    // The clock stands still in this test, so that neither note is the earlier one.
    let mut notes: Vec<&str> = day["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note.as_str().unwrap())
        .collect();
    notes.sort_unstable();
    assert_eq!(notes, ["visitors", "woke at four"]);
    assert_eq!(
        desk.json(&["day", "2026-03-13"])[0]["notes"],
        json!(["new pillow"])
    );
    desk.ok(&["undo"]);
    desk.ok(&["undo"]);
    desk.ok(&["undo"]);
    assert_eq!(
        desk.json(&["day", "2026-03-14"]),
        json!([]),
        "a check-in and its note are one change"
    );
    let long = "x".repeat(10_001);
    let (status, said) = desk.refused(&["log", "morning", "--pain", "3", "--note", &long]);
    assert_eq!(status, 1);
    assert!(!said.contains("xxx"), "what was typed is not repeated");
    assert_eq!(
        desk.json(&["day", "2026-03-14"]),
        json!([]),
        "nothing half-done"
    );
}

#[test]
fn named_pains_and_factors_are_answered_by_their_names() {
    let desk = Desk::new();
    desk.ok(&["track", "pain", "Right knee"]);
    desk.ok(&["track", "factor", "window open", "--night"]);
    desk.ok(&["track", "factor", "tea", "--unit", "cups"]);
    desk.ok(&["log", "pain", "right KNEE", "0", "--morning"]);
    desk.ok(&["log", "pain", "Right knee", "4", "2026-03-13", "--evening"]);
    desk.ok(&["log", "factor", "window open", "no"]);
    desk.ok(&["log", "factor", "Tea", "2.5"]);
    let day = &desk.json(&["day", "2026-03-14"])[0];
    assert_eq!(
        day["pains"],
        json!([{ "name": "Right knee", "morning": 0, "evening": null }])
    );
    assert_eq!(day["factors"], json!({ "tea": 2.5, "window open": 0.0 }));
    assert_eq!(
        desk.json(&["day", "2026-03-13"])[0]["pains"][0]["evening"],
        4
    );

    let check = |args: &[&str], status: i32, says: &str| {
        let (got, said) = desk.refused(args);
        assert_eq!(got, status, "wane {args:?}: {said}");
        assert!(said.contains(says), "{said}");
    };
    check(&["log", "pain", "Right knee", "3"], 2, "--morning");
    check(
        &["log", "pain", "Right knee", "3", "--morning", "--evening"],
        2,
        "--morning",
    );
    check(
        &["log", "pain", "Right knee", "11", "--morning"],
        1,
        "0 to 10",
    );
    check(
        &["log", "pain", "elbow", "3", "--morning"],
        1,
        "wane track pain",
    );
    check(&["log", "factor", "coffee", "yes"], 1, "wane track factor");
    check(&["log", "factor", "window open", "2"], 1, "yes or no");
    check(&["log", "factor", "tea", "often"], 2, "yes, no or a number");
    check(&["log", "factor", "tea", "NaN"], 2, "yes, no or a number");
}

#[test]
fn not_this_time_is_said_from_a_terminal_too() {
    let due = |skipped: bool| {
        let mut desk = Desk::new();
        desk.ok(&["reminders", "set", "wind-down", "--at", "22:15"]);
        if skipped {
            desk.ok(&["reminders", "skip", "wind-down", "--date", "2026-03-14"]);
        }
        desk.now = "2026-03-14T22:20:00Z";
        desk.json(&["reminders", "due"])
            .as_array()
            .map_or(0, Vec::len)
    };
    assert_eq!(due(false), 1, "the control: it is due");
    assert_eq!(due(true), 0, "and not when it was waved off");
    let desk = Desk::new();
    let (status, said) = desk.refused(&["reminders", "skip", "wind-down", "--date", "2026-03-99"]);
    assert_eq!(status, 1, "{said}");
}

#[test]
fn being_awake_is_noted_from_a_terminal_and_told_in_the_morning() {
    let mut desk = Desk::new();
    desk.now = "2026-03-15T03:10:00Z";
    let said = desk.ok(&["log", "awake"]);
    assert!(
        !said.chars().any(|c| c.is_ascii_digit()),
        "no time is told at night: {said}"
    );
    desk.now = "2026-03-15T04:30:00Z";
    desk.ok(&["log", "awake", "--choice", "breathe"]);
    desk.now = "2026-03-15T08:00:00Z";
    desk.ok(&["log", "morning", "--pain", "3"]);
    let day = &desk.json(&["day", "2026-03-14"])[0];
    assert_eq!(
        day["awakenings"],
        json!([
            { "at": "2026-03-15T03:10:00+00:00", "choice": "note" },
            { "at": "2026-03-15T04:30:00+00:00", "choice": "breathe" },
        ]),
        "on the day that the night ends"
    );
    let saved = desk.json(&["log", "morning", "--quality", "4"]);
    assert_eq!(saved["today"]["morning"]["noted"]["count"], 2, "offered");
    let (status, said) = desk.refused(&["log", "awake", "--choice", "dance"]);
    assert_eq!(status, 2, "there are three choices: {said}");
}
