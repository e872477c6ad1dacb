//! Movement: sessions, the library, routines, and the plan.

use serde_json::{Value, json};
use wane_app::{App, wire::WireError};

use crate::{
    args::Movement,
    print::{self, Kind},
};

/// Carries out one of the commands about movement.
pub fn movement(app: &App, command: Movement, json: bool) -> Result<(), WireError> {
    let (kind, answer) = match command {
        Movement::List { date } => (
            Kind::Sessions,
            app.call("movement", json!({ "date": date }))?,
        ),
        Movement::Library { posture, area } => {
            let mut library = app.call("movement_library", json!({}))?;
            let fits = |item: &Value| {
                let posture = posture.as_deref().is_none_or(|p| item["posture"] == p);
                let of_area = |area: &str| {
                    let areas = item["areas"].as_array();
                    areas.is_some_and(|all| all.iter().any(|one| one == area))
                };
                posture && area.as_deref().is_none_or(of_area)
            };
            if let Some(all) = library["movements"].as_array_mut() {
                all.retain(fits);
            }
            (Kind::Library, library)
        }
        Movement::Routines => (Kind::Routines, app.call("routines", json!({}))?),
        Movement::Done { routine, minutes } => {
            let all = app.call("routines", json!({}))?;
            let wanted = routine.to_lowercase();
            let named = |one: &&Value| {
                ["key", "name"].iter().any(|field| {
                    one[*field]
                        .as_str()
                        .is_some_and(|is| is.to_lowercase() == wanted)
                })
            };
            let found = all["routines"]
                .as_array()
                .and_then(|all| all.iter().find(named));
            let key = found.map_or(json!(routine), |one| one["key"].clone());
            let usual = found.map_or(json!(1), |one| one["minutes"].clone());
            let minutes = minutes.map_or(usual, |minutes| json!(minutes));
            let request = json!({ "key": key, "minutes": minutes });
            (Kind::Text, app.call("routine_done", request)?)
        }
        Movement::Suggest => (Kind::Ledger, app.call("ledger", json!({}))?),
        Movement::Begin { goal, kind } => (
            Kind::Ledger,
            app.call("ledger_begin", json!({ "goal_min": goal, "kind": kind }))?,
        ),
        Movement::End => (Kind::Ledger, app.call("ledger_end", json!({}))?),
        Movement::Limits(limits) => {
            let says = limits.floor.is_some()
                || limits.ceiling.is_some()
                || limits.said.is_some()
                || limits.none;
            let answer = if says {
                let request = json!({
                    "date": limits.from, "floor_min": limits.floor, "ceiling_min": limits.ceiling,
                    "said": limits.said,
                });
                app.call("save_instruction", request)?
            } else {
                app.call("ledger", json!({}))?
            };
            (Kind::Limits, answer)
        }
    };
    print::answer(kind, &answer, json);
    Ok(())
}
