//! What is tracked by name.

use serde_json::Value;

use super::{line, list, table, text};

/// Everything that is tracked, kind by kind; what was put aside says so.
pub fn tracked(value: &Value) {
    let row = |kind: &str, one: &Value, what: String| {
        let state = match (one["retired"] == true, one["idle"] == true) {
            (true, _) => "put aside",
            (_, true) => "in use, idle",
            _ => "in use",
        };
        vec![kind.to_owned(), text(&one["name"]), state.to_owned(), what]
    };
    let mut rows = Vec::new();
    for pain in list(&value["pains"]) {
        rows.push(row("pain", pain, text(&pain["regions_text"])));
    }
    for factor in list(&value["factors"]) {
        let unit = match factor["unit"].as_str() {
            None => "yes or no",
            Some("") => "a number",
            Some(unit) => unit,
        };
        let whence = if factor["measured"] == true {
            " From your watch or phone; Wane does not ask for it."
        } else {
            ""
        };
        let what = format!(
            "by {}, {unit}.{whence} {}",
            text(&factor["timing"]),
            text(&factor["use_text"])
        );
        rows.push(row("factor", factor, what));
    }
    for medicine in list(&value["medicines"]) {
        rows.push(row("medicine", medicine, String::new()));
    }
    if rows.is_empty() {
        line("Nothing is tracked by name yet. `wane track pain NAME` makes a named pain.");
    } else {
        table(&["kind", "name", "state", ""], rows);
    }
    for anchor in list(&value["anchors"]) {
        line(&format!(
            "{:>2} means: {}",
            text(&anchor["rating"]),
            text(&anchor["text"])
        ));
    }
}

/// The regions of the body with their codes, under their headings.
pub fn regions(groups: &Value) {
    for group in list(groups) {
        line(&text(&group["name"]));
        for region in list(&group["regions"]) {
            line(&format!(
                "  {:<22} {}",
                text(&region["code"]),
                text(&region["name"])
            ));
        }
    }
}
