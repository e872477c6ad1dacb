//! The Plan view: suggested times, ways to have the morning light, tonight and tomorrow at a glance.

use serde_json::{Value, json};

use crate::{
    planning::{house, set, sleep_until},
    world::House,
};

/// Ten nights from half past midnight to half past eight.
fn late_nights(house: &House) {
    log_nights(house, "2026-03", 5..=14, "00:30", "08:30");
}

fn log_nights(
    house: &House,
    month: &str,
    days: std::ops::RangeInclusive<u8>,
    bed: &str,
    rise: &str,
) {
    for day in days {
        house.ask(
            "save_morning",
            json!({ "date": format!("{month}-{day:02}"), "night": { "lights_out": bed, "final_wake": rise, "out_of_bed": rise } }),
        );
    }
}

#[test]
fn regular_times_are_suggested_in_small_steps_and_only_taken_with_consent() {
    let house = house();
    late_nights(&house);
    let suggestion = house.ask("plan", json!({}))["suggestion"].clone();
    assert_eq!(
        suggestion["from"],
        json!({ "bed": "00:30", "rise": "08:30" })
    );
    assert_eq!(
        suggestion["to"],
        json!({ "bed": "00:15", "rise": "08:15" }),
        "a quarter of an hour"
    );
    assert_eq!(
        house.ask("plan", json!({}))["targets"]["rise"],
        "07:00",
        "nothing is changed by looking"
    );
    let plan = house.ask("suggestion_accept", json!({}));
    assert_eq!(plan["targets"]["rise"], "08:15");
    assert_eq!(
        plan["rules"][0]["times"][0], "23:30",
        "the wind-down follows"
    );
    assert_eq!(plan["protected_night"]["to"], "08:15", "and the night");
    assert_eq!(plan["suggestion"], json!(null), "one step at a time");
    assert_eq!(house.refused("suggestion_accept", json!({})).0, "not-found");
    house.world.set_now("2026-03-17T12:00:00Z");
    assert_eq!(
        house.ask("plan", json!({}))["suggestion"],
        json!(null),
        "what is usual has not moved yet, so the step that was taken is still the next one"
    );
    // A month on, having followed it: the next step, still towards the seven o'clock of the beginning.
    house.world.set_now("2026-04-17T12:00:00Z");
    log_nights(&house, "2026-04", 4..=17, "00:15", "08:15");
    let next = house.ask("plan", json!({}))["suggestion"].clone();
    assert_eq!(next["to"], json!({ "bed": "00:00", "rise": "08:00" }));
    assert!(next["why"].as_str().unwrap().contains("07:00"), "{next}");
}

#[test]
fn not_now_is_not_now() {
    let house = house();
    late_nights(&house);
    assert_eq!(
        house.ask("suggestion_dismiss", json!({}))["suggestion"],
        json!(null)
    );
    assert_eq!(
        house.ask("plan", json!({}))["targets"]["rise"],
        "07:00",
        "nothing was changed"
    );
    let other = self::house();
    late_nights(&other);
    other.ask("mark_rough", json!({ "rough": true }));
    assert_eq!(
        other.ask("plan", json!({}))["suggestion"],
        json!(null),
        "nothing moves on a rough day"
    );
}

#[test]
fn light_has_other_ways() {
    let house = house();
    house.ask(
        "set_rule",
        json!({ "kind": "morning-light", "enabled": true }),
    );
    let plan = house.ask(
        "set_light",
        json!({ "way": "light-sensitive", "dark_winter_lamp": true }),
    );
    assert_eq!(plan["light"]["way"], "light-sensitive");
    assert_eq!(plan["light"]["dark_winter_lamp"], true);
    let plan = house.ask("set_light", json!({ "way": "indoor" }));
    assert_eq!(
        plan["light"]["dark_winter_lamp"], true,
        "what was not said stays"
    );
    house.ask("set_notice_text", json!({ "plain": true }));
    sleep_until(&house, "2026-03-15T12:00:00Z");
    assert!(
        house.world.last_notice().body.contains("window"),
        "{:?}",
        house.world.last_notice()
    );
}

#[test]
fn the_glance_shows_tonight_and_tomorrow() {
    let house = house();
    set(&house, "morning-check-in", "09:00");
    house.ask(
        "set_rule",
        json!({ "kind": "morning-light", "enabled": true }),
    );
    let line = |part: usize, id: &str| -> Value {
        let plan = house.ask("plan", json!({}));
        let lines = plan["glance"][part]["lines"].as_array().unwrap().clone();
        lines
            .into_iter()
            .find(|line| line["id"] == id)
            .unwrap_or_default()
    };
    assert_eq!(line(0, "wind-down")["time_text"], "22:15");
    assert_eq!(line(0, "wind-down")["reminds"], true);
    assert_eq!(
        line(0, "bed")["reminds"],
        false,
        "no bedtime reminder is set"
    );
    assert_eq!(line(0, "protected-night")["time_text"], "23:30–07:00");
    assert_eq!(line(1, "light")["time_text"], "07:15");
    assert_eq!(line(1, "rise")["time_text"], "07:00");
    assert_eq!(line(1, "check-in")["time_text"], "09:00");
    house.ask("pause_start", json!({ "reason": "days", "days": 1 }));
    assert_eq!(line(0, "wind-down")["reminds"], false, "not in a pause");
    assert_eq!(
        line(1, "check-in")["reminds"],
        true,
        "which is over by then"
    );
}
