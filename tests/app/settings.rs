//! What the user has chosen, and how the window looks by it.

use chrono_tz::Tz;
use serde_json::json;

use crate::world::House;

#[test]
fn the_first_run_is_asked_once() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    assert_eq!(house.ask("start", json!({}))["first_run"], true);
    let start = house.ask("first_run", json!({}));
    assert_eq!(start["first_run"], false, "every question may be skipped");
    assert_eq!(
        house.restart().ask("start", json!({}))["first_run"],
        false,
        "and it is not asked again"
    );
}

#[test]
fn a_diary_with_an_entry_needs_no_first_run() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask("save_morning", json!({ "pain": 1 }));
    assert_eq!(house.ask("start", json!({}))["first_run"], false);
}

#[test]
fn the_theme_follows_the_own_wind_down_and_rise() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask("first_run", json!({ "bed": "22:00", "rise": "06:00" }));
    let check = |now: &str, theme: &str| {
        house.world.set_now(now);
        let look = house.ask("appearance", json!({}));
        assert_eq!(look["theme"], theme, "at {now}");
        assert!(
            look["again_in_s"].as_u64().unwrap() <= 3601,
            "the window asks again within the hour"
        );
    };
    check("2026-03-14T12:00:00Z", "day");
    check("2026-03-14T21:14:00Z", "day");
    check("2026-03-14T21:16:00Z", "evening"); // 45 minutes before bed
    check("2026-03-15T05:59:00Z", "evening");
    check("2026-03-15T06:01:00Z", "day");
}

#[test]
fn a_pinned_theme_stays() {
    let house = House::new("2026-03-14T12:00:00Z", Tz::Europe__London);
    house.ask("save_settings", json!({ "theme": "evening" }));
    assert_eq!(house.ask("appearance", json!({}))["theme"], "evening");
    assert_eq!(
        house.restart().ask("settings", json!({}))["settings"]["theme"],
        "evening"
    );
}

#[test]
fn the_place_is_the_zones_own_until_set() {
    let house = House::new("2026-03-14T12:00:00Z", Tz::Europe__London);
    let text = house.ask("settings", json!({}))["place_text"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(text, "Europe/London: 51.5° north, 0.1° west");
    house.ask(
        "save_settings",
        json!({ "place": { "lat": -33.9, "lon": 151.2 } }),
    );
    let text = house.ask("settings", json!({}))["place_text"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(text, "Your place: 33.9° south, 151.2° east");
    let (code, _) = house.refused(
        "save_settings",
        json!({ "place": { "lat": 91.0, "lon": 0.0 } }),
    );
    assert_eq!(code, "bad-input");
}
