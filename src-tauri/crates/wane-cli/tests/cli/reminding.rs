//! Reminders, from a terminal.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn a_plan_is_made_by_hand() {
    let desk = Desk::new();
    desk.ok(&["reminders", "targets", "--bed", "23:00", "--rise", "07:00"]);
    desk.ok(&["reminders", "set", "wind-down"]);
    let glance = desk.json(&["reminders", "glance"]);
    assert_eq!(glance["glance"][0]["lines"][0]["time_text"], "22:15");
    assert_eq!(
        glance["protected_night"]["from"], "23:30",
        "the night follows"
    );
    let night = desk.json(&["reminders", "night", "--from", "22:00", "--to", "06:30"]);
    assert_eq!(
        (&night["automatic"], &night["to"]),
        (&json!(false), &json!("06:30"))
    );
    assert_eq!(
        desk.json(&["reminders", "night", "--automatic"])["to"],
        "07:00"
    );
    let text = desk.ok(&["reminders", "glance"]);
    for word in ["Tonight", "22:15", "Tomorrow", "Getting up"] {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn a_pause_is_begun_and_ended() {
    let desk = Desk::new();
    let plan = desk.json(&["reminders", "pause", "--reason", "journey", "--days", "3"]);
    assert_eq!(plan["pause"]["reason"], "journey");
    assert_eq!(desk.json(&["reminders", "resume"])["pause"], json!(null));
}

#[test]
fn an_own_reminder_is_made_and_removed() {
    let desk = Desk::new();
    let rules = desk.json(&[
        "reminders",
        "set",
        "water",
        "--at",
        "15:00",
        "--days",
        "mon,thu",
    ]);
    assert_eq!(
        rules[6]["times"],
        json!(["15:00", null, null, "15:00", null, null, null])
    );
    let rules = desk.json(&["reminders", "remove", "water"]);
    assert_eq!(
        rules.as_array().map(Vec::len),
        Some(6),
        "the built-in ones are left"
    );
}

#[test]
fn choices_are_read_and_set() {
    let desk = Desk::new();
    assert_eq!(
        desk.json(&["reminders", "text"])["plain"],
        false,
        "discreet by default"
    );
    assert_eq!(desk.json(&["reminders", "text", "plain"])["plain"], true);
    let light = desk.json(&[
        "reminders",
        "light",
        "--way",
        "light-sensitive",
        "--lamp",
        "true",
    ]);
    assert_eq!(
        (&light["way"], &light["dark_winter_lamp"]),
        (&json!("light-sensitive"), &json!(true))
    );
    assert_eq!(
        desk.json(&["reminders", "inbox"]),
        json!([]),
        "nothing was due yet"
    );
    assert_eq!(
        desk.json(&["reminders", "suggestion"]),
        json!(null),
        "there is nothing to suggest from"
    );
    assert_eq!(
        desk.json(&["reminders", "test"])["accepted"],
        false,
        "a terminal shows none, and says so"
    );
}

#[test]
fn what_was_not_asked_cannot_be_answered() {
    let desk = Desk::new();
    for args in [
        ["reminders", "rest", "movement"],
        ["reminders", "keep", "movement"],
        ["reminders", "bring-back", "movement"],
    ] {
        assert_eq!(desk.refused(&args).0, 1, "{args:?}");
    }
}
