//! The plan of reminders, in a terminal.

use serde_json::Value;

use super::{line, list, table, text};

/// Tonight and tomorrow, and what is suggested, asked and paused.
pub fn glance(plan: &Value) {
    for part in list(&plan["glance"]) {
        line(&text(&part["heading"]));
        table(
            &["time", "what", "note"],
            list(&part["lines"])
                .iter()
                .map(|l| vec![text(&l["time_text"]), text(&l["title"]), text(&l["note"])])
                .collect(),
        );
        line("");
    }
    if !plan["pause"].is_null() {
        line(&text(&plan["pause"]["text"]));
    }
    line(&text(&plan["protected_night"]["text"]));
    for question in list(&plan["questions"]) {
        line(&text(&question["text"]));
    }
    suggestion(&plan["suggestion"]);
}

/// The suggestion, if there is one.
pub fn suggestion(suggestion: &Value) {
    if !suggestion.is_null() {
        line(&text(&suggestion["text"]));
        line(&text(&suggestion["why"]));
    }
}

/// What was due, newest first.
pub fn inbox(items: &Value) {
    table(
        &["kind", "date", "state", "what became of it"],
        list(items)
            .iter()
            .map(|i| {
                vec![
                    text(&i["kind"]),
                    text(&i["local_date"]),
                    text(&i["state"]),
                    text(&i["text"]),
                ]
            })
            .collect(),
    );
}

/// The ways to have the morning light; the chosen one is marked.
pub fn light(light: &Value) {
    table(
        &["", "way", "what"],
        list(&light["choices"])
            .iter()
            .map(|choice| {
                let chosen = choice["way"] == light["way"];
                vec![
                    if chosen { "*" } else { "" }.to_owned(),
                    text(&choice["way"]),
                    text(&choice["text"]),
                ]
            })
            .collect(),
    );
    line(&text(&light["place_text"]));
}

/// One line each.
pub fn lines(lines: &Value) {
    for each in list(lines) {
        line(&text(each));
    }
}
