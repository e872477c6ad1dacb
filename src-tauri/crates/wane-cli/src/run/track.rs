//! What is tracked by name.

use serde_json::{Value, json};
use wane_app::{App, wire::WireError};

use super::text;
use crate::{
    args::{Track, TrackedKind},
    print,
};

/// Shows what is tracked, or alters it and shows that.
pub fn track(app: &App, track: Track, json: bool) -> Result<(), WireError> {
    let now = app.call("tracked", json!({}))?;
    let (name, request) = match track {
        Track::List => {
            print::answer(print::Kind::Tracked, &now, json);
            return Ok(());
        }
        Track::Regions => {
            print::answer(print::Kind::Regions, &now["body"], json);
            return Ok(());
        }
        Track::Pain {
            name,
            regions,
            rename,
        } => {
            let known = known(&now["pains"], &name);
            // `--regions ""` is one empty code, and means none.
            let said = regions.map(|codes| {
                json!(
                    codes
                        .into_iter()
                        .filter(|c| !c.is_empty())
                        .collect::<Vec<_>>()
                )
            });
            let kept = || known.map_or(json!([]), |pain| pain["regions"].clone());
            (
                "save_pain",
                json!({
                    "id": known.map(|pain| &pain["id"]),
                    "name": rename.unwrap_or(name),
                    "regions": said.unwrap_or_else(kept),
                }),
            )
        }
        Track::Factor(factor) => {
            let known = known(&now["factors"], &factor.name);
            let timing = match (factor.day, factor.night, known) {
                (true, _, _) => json!("day"),
                (_, true, _) => json!("night"),
                (_, _, Some(known)) => known["timing"].clone(),
                _ => json!("day"),
            };
            let unit = match (factor.unit, known) {
                (Some(unit), _) => json!(unit),
                (None, Some(known)) => known["unit"].clone(),
                (None, None) => Value::Null,
            };
            (
                "save_factor",
                json!({
                    "id": known.map(|factor| &factor["id"]),
                    "name": factor.rename.unwrap_or(factor.name),
                    "timing": timing,
                    "unit": unit,
                }),
            )
        }
        Track::Medicine { name, rename } => (
            "save_medicine",
            json!({
                "id": known(&now["medicines"], &name).map(|medicine| &medicine["id"]),
                "name": rename.unwrap_or(name),
            }),
        ),
        Track::Anchor { rating, text } => {
            let mut anchors: Vec<Value> = now["anchors"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|anchor| anchor["rating"] != rating)
                .cloned()
                .collect();
            anchors.push(json!({ "rating": rating, "text": text.unwrap_or_default() }));
            ("save_anchors", json!({ "anchors": anchors }))
        }
        Track::Retire { kind, name } => ("retire", put_aside(&now, kind, &name, true)?),
        Track::TakeUp { kind, name } => ("retire", put_aside(&now, kind, &name, false)?),
    };
    let answer = app.call(name, request)?;
    print::answer(print::Kind::Text, &answer, json);
    Ok(())
}

fn put_aside(
    now: &Value,
    kind: TrackedKind,
    name: &str,
    retired: bool,
) -> Result<Value, WireError> {
    let (list, kind) = match kind {
        TrackedKind::Pain => ("pains", "pain"),
        TrackedKind::Factor => ("factors", "factor"),
        TrackedKind::Medicine => ("medicines", "medicine"),
    };
    // Of two of one name the one that is not so yet is meant.
    let wanted = called(&now[list], name)
        .find(|one| one["retired"] != retired)
        .or_else(|| known(&now[list], name));
    match wanted {
        Some(one) => Ok(json!({ "kind": kind, "id": one["id"], "retired": retired })),
        None => Err(unknown(kind)),
    }
}

/// The id of the thing of that name, or the fault that nothing of that name is tracked; `kind` names what it is.
pub fn id_of(list: &Value, name: &str, kind: &str) -> Result<String, WireError> {
    known(list, name)
        .map(|one| text(one, "id"))
        .ok_or_else(|| unknown(kind))
}

/// The thing of that name; one in use comes first, as in the list itself.
fn known<'v>(list: &'v Value, name: &str) -> Option<&'v Value> {
    called(list, name).next()
}

fn called<'v>(list: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    let wanted = name.trim().to_lowercase();
    list.as_array()
        .into_iter()
        .flatten()
        .filter(move |one| text(one, "name").to_lowercase() == wanted)
}

fn unknown(kind: &str) -> WireError {
    WireError {
        code: "not-found".to_owned(),
        message: format!(
            "no {kind} of that name is tracked; nothing was changed. `wane track list` shows what is, and `wane track {kind} NAME` makes one"
        ),
    }
}
