//! Reminders follow the diary: what it answers is not asked, and what is taken back is asked again.

use std::fs;

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

/// Half past seven, with one reminder at eight on every day.
fn house_with(kind: &str) -> House {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask(
        "set_rule",
        json!({ "kind": kind, "enabled": true, "times": vec!["08:00"; 7] }),
    );
    house
}

/// Whether the reminder is shown when its time has come.
fn comes(house: &House, kind: &str) -> bool {
    house.world.set_now("2026-03-14T08:05:00Z");
    house.app.tick();
    house.world.shown().contains(&format!("{kind}/2026-03-14"))
}

/// Each way of answering a reminder in the diary.
fn answers() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("morning-check-in", "save_morning", json!({ "pain": 3 })),
        (
            "morning-check-in",
            "save_morning",
            json!({ "night": { "bed": "23:00" } }),
        ),
        ("morning-check-in", "mark_rough", json!({ "rough": true })),
        ("evening-check-in", "save_evening", json!({ "pain": 3 })),
        ("evening-check-in", "save_evening", json!({ "arousal": 0 })),
        (
            "evening-check-in",
            "save_evening",
            json!({ "mattered": "the beans" }),
        ),
        ("evening-check-in", "mark_rough", json!({ "rough": true })),
        ("movement", "save_evening", json!({ "movement_min": 10 })),
        ("wind-down", "log_wind_down", json!({ "minutes": 20 })),
        ("wind-down", "log_wind_down", json!({})),
        ("morning-light", "log_light", json!({ "minutes": 20 })),
        ("morning-light", "log_light", json!({})),
        ("morning-light", "save_evening", json!({ "light_min": 5 })),
    ]
}

/// Morning light follows waking and the sun; a waking at twenty past seven has it come a quarter of an hour later.
fn rule_for_light(house: &House) {
    house.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00", "final_wake": "07:20" } }),
    );
}

fn house_for(kind: &str) -> House {
    let house = house_with(kind);
    if kind == "morning-light" {
        rule_for_light(&house);
    }
    house
}

#[test]
fn an_answer_settles_its_reminder_and_taking_it_back_brings_it_back() {
    for (kind, command, request) in answers() {
        let house = house_for(kind);
        assert!(comes(&house, kind), "the control: {kind} comes by itself");

        let house = house_for(kind);
        house.ask(command, request.clone());
        assert!(!comes(&house, kind), "{command} {request} answers {kind}");

        let house = house_for(kind);
        house.ask(command, request.clone());
        house.ask("undo", json!({}));
        assert!(
            comes(&house, kind),
            "{command} {request}, undone before its time"
        );

        let house = house_for(kind);
        house.ask(command, request.clone());
        assert!(!comes(&house, kind));
        house.ask("undo", json!({}));
        assert!(
            comes(&house, kind),
            "{command} {request}, undone within its window"
        );

        let house = house_for(kind);
        house.ask(command, request.clone());
        house.ask("undo", json!({}));
        house.ask("redo", json!({}));
        assert!(!comes(&house, kind), "{command} {request}, redone");
    }
}

#[test]
fn no_movement_and_no_daylight_are_answers_that_leave_the_reminder_be() {
    for (kind, request) in [
        ("movement", json!({ "movement_min": 0 })),
        ("morning-light", json!({ "light_min": 0 })),
    ] {
        let house = house_for(kind);
        house.ask("save_evening", request);
        assert!(comes(&house, kind), "{kind} can still be done");
    }
}

#[test]
fn a_check_in_without_an_answer_settles_nothing() {
    let house = house_with("morning-check-in");
    house.ask("save_morning", json!({}));
    assert!(comes(&house, "morning-check-in"));
}

#[test]
fn what_was_shown_and_answered_waits_again_when_the_answer_is_undone() {
    let house = house_with("morning-check-in");
    assert!(comes(&house, "morning-check-in"));
    house.ask("save_morning", json!({ "pain": 3 }));
    assert_eq!(house.ask("due", json!({})), json!([]), "it is answered");
    house.ask("undo", json!({}));
    let due = house.ask("due", json!({}));
    assert_eq!(
        due[0]["kind"], "morning-check-in",
        "it is open again, as it was"
    );
    house.app.tick();
    assert_eq!(
        house.world.shown().len(),
        1,
        "and is not shown a second time"
    );
}

#[test]
fn taking_a_rough_day_back_brings_both_check_ins_back() {
    let house = house_with("morning-check-in");
    house.ask("mark_rough", json!({ "rough": true }));
    house.ask("mark_rough", json!({ "rough": false }));
    assert!(comes(&house, "morning-check-in"));
}

#[test]
fn did_it_stays_whatever_is_undone() {
    let house = house_with("movement");
    house.ask("reminder_done", json!({ "kind": "movement" }));
    house.ask("save_evening", json!({ "pain": 3 }));
    house.ask("save_note", json!({ "text": "x" }));
    house.ask("undo", json!({}));
    house.ask("undo", json!({}));
    assert!(
        !comes(&house, "movement"),
        "the person said it to the reminder, not to the diary"
    );
}

#[test]
fn did_it_stays_when_the_diary_says_so_too_and_takes_it_back() {
    let house = house_with("morning-check-in");
    house.ask("reminder_done", json!({ "kind": "morning-check-in" }));
    house.world.pass(Duration::minutes(1));
    house.ask("save_morning", json!({ "pain": 3 }));
    house.ask("undo", json!({}));
    assert!(!comes(&house, "morning-check-in"));
}

#[test]
fn an_undo_of_something_else_leaves_an_answered_reminder_alone() {
    let house = house_with("morning-check-in");
    house.ask("save_morning", json!({ "pain": 3 }));
    house.ask("save_morning", json!({ "pain": 3, "quality": 4 }));
    house.ask("undo", json!({}));
    assert!(
        !comes(&house, "morning-check-in"),
        "the morning is still answered"
    );
}

#[test]
fn an_import_answers_and_taking_it_back_asks_again() {
    let check = |taken_back: bool| {
        let house = house_with("morning-check-in");
        let file = house.dir.path().join("days.csv");
        fs::write(&file, "date,pain_morning\n2026-03-14,4\n").unwrap();
        let imported = house.ask(
            "import_apply",
            json!({ "paths": [file.display().to_string()] }),
        );
        if taken_back {
            house.ask("import_undo", json!({ "id": imported["batch"] }));
        }
        comes(&house, "morning-check-in")
    };
    assert!(!check(false), "the file has this morning");
    assert!(check(true), "without it nobody has answered");
}

#[test]
fn bringing_a_day_back_to_before_it_was_written_asks_again() {
    let house = house_with("morning-check-in");
    house.ask("save_morning", json!({ "pain": 3 }));
    house.ask(
        "restore_version",
        json!({ "date": "2026-03-14", "change": 0 }),
    );
    assert!(comes(&house, "morning-check-in"));
}

#[test]
fn the_days_of_a_sample_answer_nobodys_reminders() {
    let house = house_with("morning-check-in");
    house.ask("sample_start", json!({ "days": 20 }));
    house.ask("save_morning", json!({ "pain": 3 }));
    assert!(
        comes(&house, "morning-check-in"),
        "looking around is no entry"
    );
}
