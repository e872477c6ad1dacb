//! What there is to read.

use serde_json::{Value, json};
use wane_app::{App, wire::WireError};

use super::fault;
use crate::print;

/// The list of cards, or one of them.
pub(super) fn learn(app: &App, card: Option<&str>, json: bool) -> Result<(), WireError> {
    let all = app.call("learn", json!({}))?;
    let Some(id) = card else {
        print::answer(print::Kind::Cards, &all, json);
        return Ok(());
    };
    let cards = || {
        let groups = all["groups"].as_array().into_iter().flatten();
        groups.flat_map(|group| group["cards"].as_array().into_iter().flatten())
    };
    let found = cards().find(|card| card["id"] == id).ok_or_else(|| {
        fault("there is no card of that name; wane learn lists them, and nothing was changed")
    })?;
    let mut shown: Value = found.clone();
    let strengths = all["strengths"].as_array().into_iter().flatten();
    for step in strengths.filter(|step| step["strength"] == found["strength"]) {
        shown["strength_name"] = step["name"].clone();
        shown["strength_meaning"] = step["meaning"].clone();
    }
    print::answer(print::Kind::Card, &shown, json);
    Ok(())
}
