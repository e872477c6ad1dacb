//! Pains, factors, medicines and anchors: made, altered, put aside, asked for and answered.

mod answers;
mod lists;

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

const CANARY: &str = "zq-canary-7431";

fn morning_house() -> House {
    House::new("2026-03-14T07:30:00Z", Tz::Europe__London)
}

/// Makes a named pain; its id.
fn pain(house: &House, name: &str) -> Value {
    house.world.pass(Duration::seconds(1));
    id_of(
        &house.ask("save_pain", json!({ "name": name }))["pains"],
        name,
    )
}

/// Makes a factor; its id.
fn factor(house: &House, name: &str, timing: &str, unit: Option<&str>) -> Value {
    house.world.pass(Duration::seconds(1));
    let request = json!({ "name": name, "timing": timing, "unit": unit });
    id_of(&house.ask("save_factor", request)["factors"], name)
}

fn id_of(list: &Value, name: &str) -> Value {
    one(list, "name", name)["id"].clone()
}

/// The entry of a list whose `field` is `value`.
fn one(list: &Value, field: &str, value: impl Into<Value>) -> Value {
    let value = value.into();
    list.as_array()
        .unwrap()
        .iter()
        .find(|entry| entry[field] == value)
        .unwrap_or_else(|| panic!("{field} {value} is in {list}"))
        .clone()
}

fn names(list: &Value) -> Vec<String> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["name"].as_str().unwrap().to_owned())
        .collect()
}
