//! Two pages that are always within reach: help now, and when to seek care.

use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_app::help_without_diary;

use crate::world::{House, World};

fn house(zone: Tz) -> House {
    House::new("2026-03-14T08:00:00Z", zone)
}

/// The country that stands first in a zone, and the numbers told for it.
fn check(zone: Tz, first: Option<&str>, number: &str) {
    let help = house(zone).ask("help_now", json!({}));
    let place = &help["places"][0];
    match first {
        Some(id) => {
            assert_eq!(place["id"], id, "{zone}");
            assert_eq!(place["here"], true, "{zone}");
            assert!(place["lines"].to_string().contains(number), "{place}");
        }
        None => assert!(
            help["places"]
                .as_array()
                .unwrap()
                .iter()
                .all(|place| place["here"] == false),
            "nobody guesses about {zone}"
        ),
    }
}

#[test]
fn the_numbers_of_the_country_one_is_in_stand_first() {
    check(Tz::Europe__London, Some("uk"), "116 123");
    check(Tz::Europe__Dublin, Some("ie"), "116 123");
    check(Tz::America__New_York, Some("us"), "988");
    check(Tz::America__Indiana__Knox, Some("us"), "988");
    check(Tz::America__Toronto, Some("ca"), "988");
    check(Tz::Europe__Paris, Some("eu"), "112");
    check(Tz::Europe__Berlin, Some("de"), "112");
    check(Tz::Australia__Perth, Some("au"), "13 11 14");
    check(Tz::Pacific__Auckland, Some("nz"), "1737");
    check(Tz::Asia__Tokyo, None, "");
    check(Tz::America__Mexico_City, None, "");
    check(Tz::UTC, None, "");
}

#[test]
fn the_persons_own_list_is_kept_and_can_be_undone() {
    let house = house(Tz::Europe__London);
    let own = json!([{ "name": "Ada, next door", "number": "0123 / 45", "note": "has a key" }]);
    let help = house.ask("save_help", json!({ "own": own, "away": ["us"] }));
    assert_eq!(help["own"], own, "as it was written");
    let house = house.restart();
    let help = house.ask("help_now", json!({}));
    assert_eq!(help["own"], own, "and it stays");
    let away = |help: &Value| {
        help["places"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|place| place["away"] == true)
            .map(|place| place["id"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(away(&help), ["us"], "a country is put away, not lost");
    house.ask("undo", json!({}));
    let help = house.ask("help_now", json!({}));
    assert_eq!((help["own"].clone(), away(&help).len()), (json!([]), 0));
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let house = house(Tz::Europe__London);
    let long = "1".repeat(300);
    for request in [
        json!({ "own": [{ "name": "Ada", "number": " " }] }),
        json!({ "own": [{ "name": "", "number": "1" }] }),
        json!({ "own": [{ "name": "Ada", "number": long }] }),
        json!({ "own": vec![json!({ "name": "Ada", "number": "1" }); 21] }),
        json!({ "away": ["atlantis"] }),
    ] {
        let (_, message) = house.refused("save_help", request);
        assert!(message.contains("Nothing was changed"), "{message}");
        assert!(!message.contains("Ada"), "no content in {message}");
    }
    assert_eq!(house.ask("help_now", json!({}))["own"], json!([]));
}

#[test]
fn help_is_there_without_a_diary() {
    let world = World::at("2026-03-14T08:00:00Z", Tz::Europe__London);
    let view = serde_json::to_value(help_without_diary(&*world)).unwrap();
    assert_eq!(
        view,
        house(Tz::Europe__London).ask("help_now", json!({})),
        "the same page"
    );
}

#[test]
fn the_signs_are_a_list_and_nothing_of_the_diary_stands_there() {
    let house = house(Tz::Europe__London);
    let before = house.ask("care", json!({}));
    house.ask(
        "save_morning",
        json!({ "quality": 1, "pain": 10, "night": { "nwak": 9 } }),
    );
    assert_eq!(house.ask("care", json!({})), before, "it weighs nothing up");
    let text = before.to_string();
    assert!(!text.contains('⟦'), "no message is missing");
    for sign in [
        "gasping",
        "legs want to move",
        "numb",
        "felt low",
        "ending your life",
    ] {
        assert!(text.contains(sign), "{sign}");
    }
    assert!(
        before["safety"]
            .as_str()
            .unwrap()
            .contains("medical device"),
        "it says what Wane is not"
    );
}
