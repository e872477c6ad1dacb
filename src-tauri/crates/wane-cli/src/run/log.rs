//! Writing a day down.

use serde_json::{Value, json};
use wane_app::{App, wire::WireError};

use super::track::id_of;
use crate::{args::Log, print::Kind};

/// Writes one thing down; the answer, and how it reads.
pub fn write_down(app: &App, entry: Log) -> Result<(Kind, Value), WireError> {
    let (kind, name, request) = match entry {
        Log::Morning(m) => (
            Kind::Saved,
            "save_morning",
            json!({
                "date": m.date,
                "night": {
                    "bed": m.bed, "lights_out": m.lights_out, "sol_min": m.sol, "nwak": m.nwak, "waso_min": m.waso,
                    "final_wake": m.final_wake, "tasafa_min": m.tasafa, "out_of_bed": m.up,
                    "second_reading": m.second_reading,
                },
                "quality": m.quality, "pain": m.pain, "note": m.note, "keep_absent": true,
            }),
        ),
        Log::Evening(e) => (
            Kind::Saved,
            "save_evening",
            json!({
                "date": e.date, "pain": e.pain, "arousal": e.arousal, "mattered": e.mattered,
                "movement_min": e.movement, "light_min": e.light, "note": e.note, "keep_absent": true,
            }),
        ),
        Log::Movement(session) => {
            let details = session.kind.is_some()
                || session.start.is_some()
                || session.effort.is_some()
                || session.felt.is_some();
            if details {
                let dose = json!({
                    "kind": session.kind, "start": session.start, "minutes": session.minutes,
                    "effort": session.effort, "felt": session.felt,
                });
                let request = json!({ "date": session.date, "dose": dose });
                return Ok((Kind::Text, app.call("save_dose", request)?));
            }
            (
                Kind::Saved,
                "save_evening",
                json!({ "date": session.date, "movement_min": session.minutes, "keep_absent": true }),
            )
        }
        Log::Light { date, minutes } => (
            Kind::Saved,
            "log_light",
            json!({ "date": date, "minutes": minutes }),
        ),
        Log::Medicine(taken) => {
            let purpose = match (taken.planned, taken.rescue) {
                (true, _) => Some("planned"),
                (_, true) => Some("rescue"),
                _ => None,
            };
            let medicine = json!({
                "name": taken.name, "at": taken.at, "purpose": purpose, "amount": taken.amount,
            });
            (
                Kind::Text,
                "save_taken",
                json!({ "date": taken.date, "medicine": medicine }),
            )
        }
        Log::Nap(nap) => (
            Kind::Text,
            "save_nap",
            json!({
                "date": nap.date,
                "nap": { "start": nap.start, "end": nap.end, "asleep_min": nap.asleep },
            }),
        ),
        Log::Awake { choice } => (Kind::Text, "night_note", json!({ "choice": choice })),
        Log::Note { text, date } => (
            Kind::Text,
            "save_note",
            json!({ "date": date, "text": text }),
        ),
        Log::Pain(pain) => {
            let tracked = app.call("tracked", json!({}))?;
            let id = id_of(&tracked["pains"], &pain.name, "pain")?;
            let name = if pain.morning {
                "save_morning"
            } else {
                "save_evening"
            };
            let pains = json!([{ "id": id, "rating": pain.rating }]);
            (
                Kind::Text,
                name,
                json!({ "date": pain.date, "pains": pains, "keep_absent": true }),
            )
        }
        Log::Factor { name, value, date } => {
            let tracked = app.call("tracked", json!({}))?;
            let id = id_of(&tracked["factors"], &name, "factor")?;
            let by_night = tracked["factors"]
                .as_array()
                .into_iter()
                .flatten()
                .any(|f| f["id"] == id && f["timing"] == "night");
            let factors = json!([{ "id": id, "value": value.0 }]);
            (
                Kind::Text,
                if by_night {
                    "save_morning"
                } else {
                    "save_evening"
                },
                json!({ "date": date, "factors": factors, "keep_absent": true }),
            )
        }
        Log::Visit { date } => (Kind::Text, "mark_visit", json!({ "date": date })),
        Log::RoughDay { date, off } => (
            Kind::Saved,
            "mark_rough",
            json!({ "date": date, "rough": !off }),
        ),
    };
    Ok((kind, app.call(name, request)?))
}
