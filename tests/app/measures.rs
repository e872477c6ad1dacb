//! Derived measures against reference numbers.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

#[test]
fn the_reference_diary_gives_the_measures_of_the_science_notes() {
    let house = House::new("2026-05-10T09:00:00Z", Tz::UTC);
    let imported = house.import("diary_A_effect.csv");
    assert_eq!(imported["changes"]["conflict"], 0);
    let measures = house.ask("measures", json!({}));
    let night = |date: &str| -> Value {
        measures["nights"]
            .as_array()
            .unwrap()
            .iter()
            .find(|n| n["wake_date"] == date)
            .cloned()
            .unwrap()
    };
    let spring = night("2026-03-29");
    assert_eq!(
        spring["tib_min"], 435.0,
        "an hour less in bed than the clock says, in the night it goes forward"
    );
    assert_eq!(spring["tst_min"], 375.0);
    let first = night("2026-01-05");
    // 22:25 bed, 22:40 try, SOL 20, WASO 40, wake 07:10, TASAFA 10, up 07:20: by hand from SCIENCE.md 1.2.
    assert_eq!(first["tib_min"], 535.0);
    assert_eq!(first["spt_min"], 490.0);
    assert_eq!(first["tst_min"], 450.0);
    assert_eq!(first["dse_min"], 520.0);
    assert_eq!(first["twak_min"], 10.0);
    assert_eq!(first["onset"], "2026-01-04T23:00:00+00:00");
    assert_eq!(first["midpoint"], "2026-01-05T03:05:00+00:00");
}

#[test]
fn an_empty_diary_has_empty_measures() {
    let house = House::new("2026-05-10T09:00:00Z", Tz::UTC);
    let measures = house.ask("measures", json!({}));
    assert_eq!(measures["nights"], json!([]));
    assert_eq!(
        measures["summary"]["onset"]["mean_min"],
        Value::Null,
        "no mean of nothing"
    );
    assert_eq!(measures["summary"]["sri"]["value"], Value::Null);
}

#[test]
fn a_device_fills_only_nights_nobody_wrote_down() {
    let house = House::new("2018-02-05T09:00:00Z", Tz::Europe__London);
    house.ask(
        "save_morning",
        json!({ "date": "2018-02-02", "night": { "bed": "22:30", "out_of_bed": "07:00" } }),
    );
    house.import("fitbit_sleep.json");
    let measures = house.ask("measures", json!({}));
    let sources: Vec<&str> = measures["nights"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| n["source"].as_str().unwrap())
        .collect();
    assert_eq!(sources, ["felt", "device"], "what was felt comes first");
}
