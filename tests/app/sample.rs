//! The sample diary lies beside the user's own and never mixes with it.

use chrono_tz::Tz;
use serde_json::json;

use crate::world::House;

#[test]
fn looking_around_leaves_the_own_diary_untouched() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask("save_morning", json!({ "pain": 3 }));
    let own = house.ask("days", json!({}));
    let start = house.ask("sample_start", json!({ "days": 365 }));
    assert_eq!(start["today"]["sample"], true);
    assert!(
        house.ask("days", json!({})).as_array().unwrap().len() > 300,
        "a year to look at"
    );
    house.ask("save_morning", json!({ "pain": 9 }));
    let start = house.ask("sample_remove", json!({}));
    assert_eq!(start["today"]["sample"], false);
    assert_eq!(
        house.ask("days", json!({})),
        own,
        "one click, and everything is as before"
    );
    assert!(
        !house.dir.path().join("sample").exists(),
        "nothing of the sample is left on the disk"
    );
}

#[test]
fn the_same_seed_gives_the_same_days() {
    let days = |seed: u64| {
        let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
        house.ask("sample_start", json!({ "days": 60, "seed": seed }));
        house.ask("days", json!({}))
    };
    assert_eq!(days(1), days(1));
    assert_ne!(days(1), days(2));
}

#[test]
fn a_sample_is_still_there_after_a_restart_and_says_so() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask("sample_start", json!({ "days": 30 }));
    let house = house.restart();
    assert_eq!(house.ask("today", json!({}))["sample"], true);
}

#[test]
fn the_nights_of_a_sample_hold_together() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask("sample_start", json!({ "days": 730, "seed": 5 }));
    for night in house.ask("measures", json!({}))["nights"]
        .as_array()
        .unwrap()
    {
        assert!(night["tst_min"].is_number(), "{night} has a time asleep");
        assert_eq!(night["questions"], json!([]), "{night} raises no question");
    }
}

#[test]
fn half_a_sample_is_never_opened() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask("save_morning", json!({ "pain": 3 }));
    // What a program leaves behind that was killed while it made a sample.
    let world = house.world.clone();
    drop(
        wane_app::App::open(&house.dir.path().join("sample"), world)
            .expect("a diary without a sample's mark"),
    );
    let house = house.restart();
    assert_eq!(
        house.ask("today", json!({}))["sample"],
        false,
        "the own diary is open"
    );
    assert_eq!(house.day("2026-03-14")["pain_morning"], 3);
    assert!(
        !house.dir.path().join("sample").exists(),
        "and the rest is cleared away"
    );
}

#[test]
fn choices_made_while_looking_around_are_kept() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask(
        "first_run",
        json!({ "bed": "23:00", "rise": "07:00", "sample": true }),
    );
    assert_eq!(
        house.ask("plan", json!({}))["targets"]["rise"],
        "07:00",
        "the own times are there in the sample"
    );
    house.ask("save_settings", json!({ "theme": "contrast" }));
    house.ask("sample_remove", json!({}));
    assert_eq!(
        house.ask("settings", json!({}))["settings"]["theme"],
        "contrast"
    );
    assert_eq!(house.ask("plan", json!({}))["targets"]["rise"], "07:00");
}

#[test]
fn a_sample_of_three_years_has_something_for_every_view() {
    let house = House::new("2026-03-14T19:30:00Z", Tz::Europe__London);
    house.ask("sample_start", json!({ "days": 1096 }));
    let ledger = house.ask("ledger", json!({}));
    assert_eq!(ledger["state"], "running", "a plan of movement");
    assert!(
        ledger["quota_min"]
            .as_u64()
            .is_some_and(|minutes| minutes > 0)
    );
    assert!(!ledger["instructions"].as_array().unwrap().is_empty());
    let past = house.ask("experiments", json!({}))["past"].clone();
    assert!(
        past[0]["result"].is_object(),
        "an experiment with a result: {past}"
    );
    let marks = house.ask("annotations", json!({}));
    assert!(!marks["marks"].as_array().unwrap().is_empty());
    let flare = house.ask("flare", json!({}));
    assert!(
        flare.to_string().contains("pass again"),
        "a plan for flares"
    );
    let days = house.ask("days", json!({}));
    let days = days.as_array().unwrap();
    let some =
        |what: &dyn Fn(&serde_json::Value) -> bool| days.iter().filter(|day| what(day)).count();
    assert!(some(&|day| !day["wind_downs"].as_array().unwrap().is_empty()) > 300);
    assert!(some(&|day| !day["flare"].as_array().unwrap().is_empty()) > 5);
    let sessions: Vec<_> = (1..=14)
        .flat_map(|day| {
            let date = format!("2026-03-{day:02}");
            let view = house.ask("movement", json!({ "date": date }));
            view["sessions"].as_array().unwrap().clone()
        })
        .collect();
    assert!(sessions.len() > 4);
    for session in &sessions {
        let dose = &session["dose"];
        for field in ["kind", "minutes", "effort", "felt"] {
            assert!(!dose[field].is_null(), "{field} of {dose}");
        }
    }
    let again = House::new("2026-03-14T19:30:00Z", Tz::Europe__London);
    again.ask("sample_start", json!({ "days": 1096 }));
    assert_eq!(
        again.ask("experiments", json!({}))["past"],
        past,
        "the same every time"
    );
}
