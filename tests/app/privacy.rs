//! Nothing the user wrote shows up in an error; two programs never hold one diary.

use chrono_tz::Tz;
use serde_json::json;
use wane_app::App;

use crate::world::House;

const CANARY: &str = "zq-canary-7431";

#[test]
fn no_error_repeats_what_was_written() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask("save_evening", json!({ "mattered": CANARY, "pain": 4 }));
    let requests = [
        ("save_morning", json!({ "date": CANARY })),
        ("save_morning", json!({ "night": { "bed": CANARY } })),
        ("save_morning", json!({ "pain": CANARY })),
        ("save_evening", json!({ "mattered": { "text": CANARY } })),
        (
            "set_rule",
            json!({ "kind": "wind-down", "enabled": true, "times": [CANARY] }),
        ),
        (
            "set_targets",
            json!({ "bed": [CANARY, null, null, null, null, null, null], "rise": null, "lead_min": 45 }),
        ),
        ("chart", json!({ "name": CANARY, "width": 900 })),
        ("occurrences", json!({ "from": CANARY, "to": CANARY })),
        ("import_undo", json!({ "id": CANARY })),
        ("month", json!({ "month": CANARY })),
        (CANARY, json!({})),
    ];
    for (name, request) in requests {
        let (code, message) = house.refused(name, request);
        assert!(
            !message.contains(CANARY) && !code.contains(CANARY),
            "{message:?} repeats what was written"
        );
    }
}

#[test]
fn a_second_program_is_refused_in_plain_words() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    let error = App::open(house.dir.path(), house.world.clone())
        .err()
        .expect("a second holder is refused");
    assert_eq!(error.code, "in-use");
    assert!(
        error.message.contains("safe"),
        "{} says what was kept",
        error.message
    );
}
