//! Sessions, the library, routines, the plan.

use serde_json::Value;

use super::{line, list, table, text};

/// The sessions of a day, with one note where there is one.
pub fn sessions(value: &Value) {
    line(&text(&value["sessions_text"]));
    for session in list(&value["sessions"]) {
        line(&format!("  {}", text(&session["text"])));
    }
    if !value["late_text"].is_null() {
        line(&text(&value["late_text"]));
        line(&text(&value["effort_text"]));
    }
}

/// The movements of the library that are for the person.
pub fn library(value: &Value) {
    let rows = list(&value["movements"])
        .iter()
        .filter(|item| item["hidden"] != true)
        .map(|item| {
            ["code", "name", "posture_text", "areas_text"]
                .map(|field| text(&item[field]))
                .to_vec()
        })
        .collect();
    table(&["code", "name", "position", "for"], rows);
    line(&text(&value["care_text"]));
}

/// Every routine with its key.
pub fn routines(value: &Value) {
    let rows = list(&value["routines"])
        .iter()
        .map(|routine| {
            ["key", "name", "text"]
                .map(|field| text(&routine[field]))
                .to_vec()
        })
        .collect();
    table(&["key", "name", "about"], rows);
}

/// The suggestion with its reasons, and what it is not.
pub fn ledger(value: &Value) {
    line(&text(&value["text"]));
    for reason in list(&value["reasons"]) {
        line(&format!("  {}", text(reason)));
    }
    if !value["asks"].is_null() {
        line(&text(&value["asks"]));
    }
    line(&text(&value["baseline_text"]));
    line(&text(&value["days_text"]));
    line(&text(&value["about_text"]));
}

/// What clinicians said, the newest first; the one that holds now has a mark.
pub fn limits(value: &Value) {
    for one in list(&value["instructions"]) {
        let mark = if one["holds"] == true { "*" } else { " " };
        line(&format!("{mark} {}", text(&one["text"])));
        for said in one["said"].as_str().into_iter().flat_map(str::lines) {
            line(&format!("    {said}"));
        }
    }
    if list(&value["instructions"]).is_empty() {
        line(
            "Nothing is written down yet. `wane movement limits --ceiling 30` writes down a limit.",
        );
    }
}
