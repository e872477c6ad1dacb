//! The cards of the Learn view, and the one that Today offers.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

fn house() -> House {
    House::new("2026-03-14T08:00:00Z", Tz::Europe__London)
}

fn cards(view: &Value) -> Vec<Value> {
    view["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["cards"].as_array().unwrap().clone())
        .collect()
}

fn offered(house: &House) -> Value {
    house.ask("today", json!({}))["card"]["card"].clone()
}

#[test]
fn every_card_is_open_from_the_start_and_whole() {
    let house = house();
    let view = house.ask("learn", json!({}));
    let cards = cards(&view);
    assert!(cards.len() >= 20, "at least twenty cards");
    let strengths = view["strengths"].as_array().unwrap();
    for card in &cards {
        for part in ["id", "title", "against"] {
            assert!(
                !card[part].as_str().unwrap().is_empty(),
                "{card} has its {part}"
            );
        }
        for part in ["paragraphs", "sources"] {
            assert!(
                !card[part].as_array().unwrap().is_empty(),
                "{card} has {part}"
            );
        }
        assert!(
            strengths
                .iter()
                .any(|step| step["strength"] == card["strength"]),
            "its strength is explained"
        );
        assert_eq!(card["read"], false, "nothing is read yet");
    }
    assert!(
        !view.to_string().contains('⟦'),
        "no message is missing from it"
    );
}

#[test]
fn a_card_is_marked_unmarked_and_undone() {
    let house = house();
    let read = |view: &Value| {
        cards(view)
            .iter()
            .filter(|card| card["read"] == true)
            .map(|card| card["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let view = house.ask("learn_mark", json!({ "card": "breathing", "read": true }));
    assert_eq!(read(&view), ["breathing"], "it is marked");
    assert!(view["text"].as_str().unwrap().starts_with("1 of"), "{view}");
    let house = house.restart();
    assert_eq!(
        read(&house.ask("learn", json!({}))),
        ["breathing"],
        "and stays so"
    );
    house.ask("undo", json!({}));
    assert!(
        read(&house.ask("learn", json!({}))).is_empty(),
        "undo takes the mark back"
    );
    house.ask("redo", json!({}));
    let view = house.ask("learn_mark", json!({ "card": "breathing", "read": false }));
    assert!(read(&view).is_empty(), "it can be unmarked");
    let (code, message) = house.refused("learn_mark", json!({ "card": "nowhere", "read": true }));
    assert_eq!(code, "not-found", "{message}");
}

/// A fresh diary in which one thing was said, and the card that Today offers.
fn check(said: &[(&str, Value)], expected: Option<&str>, what: &str) {
    let house = house();
    for (command, request) in said {
        house.ask(command, request.clone());
    }
    assert_eq!(offered(&house), json!(expected), "{what}");
}

#[test]
fn today_offers_the_card_that_the_entry_gives_occasion_for() {
    let morning = |night: Value| ("save_morning", night);
    check(&[], None, "a blank day");
    check(
        &[morning(json!({ "quality": 4, "pain": 3 }))],
        None,
        "an ordinary morning",
    );
    check(
        &[morning(json!({ "night": { "nwak": 4 } }))],
        Some("waking"),
        "a night with times awake",
    );
    check(
        &[morning(json!({ "quality": 2 }))],
        Some("emotion"),
        "a hard night",
    );
    check(
        &[("mark_rough", json!({ "rough": true }))],
        Some("nervous-system"),
        "a rough day",
    );
    check(
        &[("save_evening", json!({ "arousal": 4 }))],
        Some("pressure"),
        "a busy head",
    );
    check(
        &[
            ("save_evening", json!({ "date": "2026-03-13", "pain": 3 })),
            morning(json!({ "pain": 6 })),
        ],
        Some("first-half"),
        "a harder morning",
    );
    check(
        &[(
            "save_morning",
            json!({ "date": "2026-03-13", "quality": 1 }),
        )],
        None,
        "yesterday's night is not today's",
    );
}

#[test]
fn at_most_one_card_a_day_and_none_that_was_read_or_put_away() {
    let house = house();
    let hard = json!({ "quality": 1, "night": { "nwak": 5 } });
    house.ask("save_morning", hard.clone());
    assert_eq!(offered(&house), "waking", "the nearest first");
    let today = house.ask("learn_put_away", json!({ "card": "waking" }));
    assert_eq!(
        today["card"],
        Value::Null,
        "not another one on the same day"
    );
    house.world.set_now("2026-03-15T08:00:00Z");
    house.ask("save_morning", hard.clone());
    assert_eq!(
        offered(&house),
        "emotion",
        "what was put away is gone for ever"
    );
    house.ask("learn_mark", json!({ "card": "emotion", "read": true }));
    assert_eq!(offered(&house), Value::Null, "read, and enough for the day");
    house.world.set_now("2026-03-16T08:00:00Z");
    house.ask("save_morning", hard);
    assert_eq!(
        offered(&house),
        Value::Null,
        "nothing is left about such a day"
    );
    let kept = cards(&house.ask("learn", json!({})));
    assert!(
        kept.iter().any(|card| card["id"] == "waking"),
        "Learn still has what was put away"
    );
}

#[test]
fn another_day_offers_nothing_and_neither_does_a_wish_for_none() {
    let house = house();
    house.ask("save_morning", json!({ "quality": 1 }));
    house.ask(
        "save_morning",
        json!({ "date": "2026-03-13", "quality": 1 }),
    );
    let other = house.ask("today", json!({ "date": "2026-03-13" }));
    assert_eq!(other["card"], Value::Null, "another day is only looked at");
    let mut settings = house.ask("settings", json!({}))["settings"].clone();
    settings["offer_cards"] = json!(false);
    house.ask("save_settings", settings);
    assert_eq!(offered(&house), Value::Null, "no cards are wished for");
}
