//! Charts as the window gets them.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

fn house() -> House {
    let house = House::new("2026-05-05T20:00:00Z", Tz::Europe__London);
    house.import("diary_A_effect.csv");
    house
}

fn chart(house: &House, request: Value) -> Value {
    let mut whole = json!({ "name": "trend", "width": 900 });
    whole
        .as_object_mut()
        .unwrap()
        .extend(request.as_object().unwrap().clone());
    house.ask("chart", whole)
}

#[test]
fn picture_sentence_and_table_come_from_the_same_numbers() {
    let house = house();
    for name in ["trend", "raster"] {
        let view = chart(
            &house,
            json!({ "name": name, "from": "2026-03-01", "to": "2026-04-15" }),
        );
        assert!(
            view["svg"].as_str().unwrap().starts_with("<svg"),
            "{name} is a picture"
        );
        assert_eq!(
            view["days"].as_array().unwrap().len(),
            46,
            "{name}: every day of the range can be read"
        );
        assert!(
            !view["sentence"].as_str().unwrap().is_empty(),
            "{name} says what it shows"
        );
        let rows = view["table"]["rows"].as_array().unwrap();
        let columns = view["table"]["columns"].as_array().unwrap().len();
        assert!(
            rows.iter().all(|r| r.as_array().unwrap().len() == columns),
            "{name}: the table is whole"
        );
    }
}

#[test]
fn a_saved_morning_is_in_the_trend() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    let empty = chart(&house, json!({ "range": "two-weeks" }));
    assert_eq!(empty["empty"], true);
    house.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00", "lights_out": "23:10", "sol_min": 20, "waso_min": 10, "final_wake": "07:00" },
                "pain": 4 }),
    );
    let view = chart(&house, json!({ "range": "two-weeks" }));
    let last = view["days"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["date"], "2026-03-14");
    let said: Vec<&str> = last["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        said,
        ["7 h 20", "4"],
        "time asleep and pain on waking, and nothing that was not said"
    );
}

#[test]
fn days_without_an_entry_say_so_and_are_not_zero() {
    let house = house();
    let view = chart(&house, json!({ "from": "2026-01-05", "to": "2026-01-12" }));
    let gap = view["days"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["date"] == "2026-01-07")
        .unwrap()
        .clone();
    assert_eq!(
        gap["values"],
        json!([{ "name": "", "text": "no entry" }]),
        "7 January is blank in the diary"
    );
    let dates: Vec<&str> = view["table"]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r[0].as_str().unwrap())
        .collect();
    assert!(
        !dates.iter().any(|d| d.starts_with("7 Jan")),
        "a blank day has no row"
    );
}

#[test]
fn ranges_end_today_and_reach_back_as_they_say() {
    let house = house();
    let check = |range: &str, from: &str| {
        let view = chart(&house, json!({ "range": range }));
        assert_eq!(
            (view["from"].as_str().unwrap(), view["to"].as_str().unwrap()),
            (from, "2026-05-05"),
            "{range}"
        );
    };
    check("two-weeks", "2026-04-22");
    check("six-weeks", "2026-03-25");
    check("three-months", "2026-02-06");
    check("year", "2025-05-06");
    check("all", "2026-01-05");
    let (code, _) = house.refused(
        "chart",
        json!({ "name": "trend", "width": 900, "range": "since-visit" }),
    );
    assert_eq!(
        code, "not-found",
        "without a visit there is nothing to reckon from"
    );
    house.ask("mark_visit", json!({ "date": "2026-04-10" }));
    check("since-visit", "2026-04-10");
}

#[test]
fn two_stretches_are_compared_without_a_claim() {
    let house = house();
    let view = chart(&house, json!({ "range": "six-weeks", "compare": true }));
    let comparison = &view["comparison"];
    assert!(
        comparison["sentence"].as_str().unwrap().contains("chance"),
        "it says that chance is one reason"
    );
    assert_eq!(comparison["table"]["rows"].as_array().unwrap().len(), 3);
    let view = chart(
        &house,
        json!({ "from": "2026-01-05", "to": "2026-01-20", "compare": true }),
    );
    assert!(
        view["comparison"]["sentence"]
            .as_str()
            .unwrap()
            .contains("too few"),
        "with nothing before, nothing is compared"
    );
}

#[test]
fn every_width_theme_and_text_size_can_be_drawn() {
    let house = house();
    for name in ["trend", "raster"] {
        for width in [320, 900, 2400] {
            for theme in ["day", "evening", "contrast", "print"] {
                for text_scale in [1.0, 2.0] {
                    let view = chart(
                        &house,
                        json!({ "name": name, "width": width, "theme": theme, "text_scale": text_scale, "range": "all" }),
                    );
                    assert_eq!(view["width"], width, "{name} {theme} × {text_scale}");
                }
            }
        }
    }
}

#[test]
fn a_century_is_drawn_and_says_that_days_share_a_mark() {
    let house = House::new("2026-05-05T20:00:00Z", Tz::Europe__London);
    house.ask("sample_start", json!({ "days": 1500 }));
    let view = chart(&house, json!({ "range": "all", "width": 400 }));
    assert!(
        view["sentence"].as_str().unwrap().contains("stands for"),
        "{}",
        view["sentence"]
    );
}
