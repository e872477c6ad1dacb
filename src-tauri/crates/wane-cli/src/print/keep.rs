//! Finds, versions, trash, backups, and the way back.

use serde_json::Value;

use super::{line, list, named, table, text};

/// The finds, newest day first; a passage stands on one line.
pub fn search(value: &Value) {
    line(&text(&value["text"]));
    if !value["day"].is_null() {
        line(&format!(
            "{}  {}",
            text(&value["day"]["date"]),
            text(&value["day"]["text"])
        ));
    }
    for find in list(&value["finds"]) {
        let passage: String = list(&find["pieces"])
            .iter()
            .map(|piece| text(&piece["text"]))
            .collect();
        let passage = passage.split_whitespace().collect::<Vec<_>>().join(" ");
        line(&format!(
            "{}  {}: {passage}",
            text(&find["date"]),
            text(&find["kind_text"])
        ));
    }
}

/// The day after each saved change, newest first, with the number by which it is brought back.
pub fn history(value: &Value) {
    line(&text(&value["date_text"]));
    for version in list(&value["versions"]) {
        let now = if version["current"] == true {
            " (now)"
        } else {
            ""
        };
        line(&format!(
            "{:>6}  {}  {}{now}",
            text(&version["change"]),
            text(&version["at_text"]),
            text(&version["title"])
        ));
        for altered in list(&version["lines"]) {
            line(&format!("          {}", text(altered)));
        }
    }
}

/// What was removed, with the name by which it is brought back.
pub fn trash(value: &Value) {
    line(&text(&value["text"]));
    for item in list(&value["items"]) {
        line(&format!("{}  {}", text(&item["id"]), text(&item["text"])));
        line(&format!("    {}", text(&item["removed_text"])));
    }
}

/// The backups, newest first.
pub fn backups(value: &Value) {
    line(&text(&value["text"]));
    for item in list(&value["items"]) {
        line(&format!("{}  {}", text(&item["name"]), text(&item["text"])));
    }
    line(&text(&value["folder"]));
}

/// What restoring a backup would change.
pub fn restore(value: &Value) {
    line(&text(&value["text"]));
    named(&value["lines"]);
    for day in list(&value["days"]) {
        line(&format!("  {}", text(day)));
    }
    of_the_wire(&value["table"]);
}

/// A backup or the diary, examined. A verdict that tells of damage is an error, and is said as one.
pub fn report(value: &Value) {
    if value["sound"] == true {
        line(&text(&value["text"]));
    }
    of_the_wire(&value["table"]);
}

/// What can be brought back after damage.
pub fn recovery(value: &Value) {
    line(&text(&value["text"]));
    line(&text(&value["folder"]));
    named(&value["lines"]);
    line(if value["can_restore"] == true {
        "`wane recover restore` brings this back; `wane recover fresh` starts with an empty diary."
    } else {
        "`wane recover fresh` starts with an empty diary."
    });
}

/// A table as the wire has it, with its headings.
fn of_the_wire(value: &Value) {
    let columns: Vec<String> = list(&value["columns"]).iter().map(text).collect();
    if columns.is_empty() {
        return;
    }
    let rows = list(&value["rows"]).iter();
    table(
        &columns.iter().map(String::as_str).collect::<Vec<_>>(),
        rows.map(|row| list(row).iter().map(text).collect())
            .collect(),
    );
}

/// What would leave the diary: the form, what is in it, what is not.
pub fn export(value: &Value) {
    line(&text(&value["title"]));
    line(&text(&value["text"]));
    named(&value["holds"]);
    for missing in list(&value["leaves_out"]) {
        line(&text(missing));
    }
}
