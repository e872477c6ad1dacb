//! The evening's help.

use serde_json::{Value, json};
use wane_app::{App, wire::WireError};

use crate::{
    args::{WindDown, Worry},
    print,
};

/// Shows or alters the sequence, or writes down that it was done.
pub fn wind_down(app: &App, wind_down: WindDown, json: bool) -> Result<(), WireError> {
    let named = |kind: &String, minutes: u16| json!({ "kind": kind, "minutes": minutes });
    let (kind, answer) = match wind_down {
        WindDown::Show => (print::Kind::WindDown, app.call("wind_down", json!({}))?),
        WindDown::Set { blocks } => {
            let blocks: Vec<Value> = blocks
                .iter()
                .map(|(kind, minutes)| named(kind, *minutes))
                .collect();
            let saved = app.call("save_wind_down", json!({ "blocks": blocks }))?;
            (print::Kind::WindDown, saved)
        }
        WindDown::Reset => {
            let saved = app.call("save_wind_down", json!({ "blocks": [] }))?;
            (print::Kind::WindDown, saved)
        }
        WindDown::Done {
            date,
            minutes,
            blocks,
        } => {
            let request = json!({ "date": date, "minutes": minutes, "blocks": blocks });
            (print::Kind::Text, app.call("log_wind_down", request)?)
        }
    };
    print::answer(kind, &answer, json);
    Ok(())
}

/// Puts worries away, lists those that are given back, or decides about one.
pub fn worry(app: &App, worry: Worry, json: bool) -> Result<(), WireError> {
    let settle = |id: String, way: &str, step: Option<String>| {
        app.call(
            "settle_worry",
            json!({ "id": id, "way": way, "step": step }),
        )
    };
    let (kind, answer) = match worry {
        Worry::Park { texts } => (
            print::Kind::Text,
            app.call("park_worries", json!({ "texts": texts }))?,
        ),
        Worry::List => (print::Kind::Worries, app.call("worries", json!({}))?),
        Worry::Keep { id } => (print::Kind::Text, settle(id, "keep", None)?),
        Worry::LetGo { id } => (print::Kind::Text, settle(id, "let-go", None)?),
        Worry::Plan { id, step } => (print::Kind::Text, settle(id, "plan", Some(step))?),
    };
    print::answer(kind, &answer, json);
    Ok(())
}
