//! What there is to read.

use serde_json::{Value, json};
use wane_app::{App, host::Host, wire::WireError};

use super::fault;
use crate::{args::Flare, print};

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

/// Numbers to call; first the person's own list is altered, where that is asked for.
pub(super) fn help(
    app: &App,
    add: Option<(String, String)>,
    remove: Option<&str>,
    json: bool,
) -> Result<(), WireError> {
    let mut help = app.call("help_now", json!({}))?;
    if add.is_some() || remove.is_some() {
        let mut own: Vec<Value> = help["own"].as_array().cloned().unwrap_or_default();
        if let Some((name, number)) = add {
            own.insert(0, json!({ "name": name, "number": number, "note": "" }));
        }
        if let Some(name) = remove {
            let before = own.len();
            own.retain(|one| one["name"] != name);
            if own.len() == before {
                return Err(fault(
                    "nobody of that name is on your own list; nothing was changed",
                ));
            }
        }
        let away: Vec<&Value> = help["places"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|place| place["away"] == true)
            .map(|place| &place["id"])
            .collect();
        help = app.call("save_help", json!({ "own": own, "away": away }))?;
    }
    print::answer(print::Kind::Help, &help, json);
    Ok(())
}

/// Numbers to call where there is no diary to be had.
pub(super) fn help_without_diary(host: &dyn Host, json: bool) -> Result<(), WireError> {
    let help = serde_json::to_value(wane_app::help_without_diary(host))
        .map_err(|_| fault("the numbers could not be printed"))?;
    print::answer(print::Kind::Help, &help, json);
    Ok(())
}

/// Flares: the plan, and flare mode.
pub(super) fn flare(app: &App, flare: Flare, json: bool) -> Result<(), WireError> {
    let (kind, answer) = match flare {
        Flare::Start => (print::Kind::Text, app.call("flare_start", json!({}))?),
        Flare::End => (print::Kind::Text, app.call("flare_end", json!({}))?),
        Flare::Note { how } => (
            print::Kind::Text,
            app.call("flare_note", json!({ "how": how }))?,
        ),
        Flare::Plan { write, text } => {
            let plan = match write.zip(text) {
                Some((prompt, text)) => app.call(
                    "save_flare_plan",
                    json!({ "lines": [{ "prompt": prompt, "text": text }] }),
                )?,
                None => app.call("flare", json!({}))?,
            };
            (print::Kind::FlarePlan, plan)
        }
    };
    print::answer(kind, &answer, json);
    Ok(())
}
