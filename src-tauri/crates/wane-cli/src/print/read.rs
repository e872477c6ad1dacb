//! What there is to read, in a terminal.

use serde_json::Value;

use super::{line, list, table, text};

/// The cards, group by group.
pub fn cards(learn: &Value) {
    line(&text(&learn["text"]));
    for group in list(&learn["groups"]) {
        line("");
        line(&text(&group["title"]));
        table(
            &["name", "title", "evidence", ""],
            list(&group["cards"])
                .iter()
                .map(|card| {
                    let read = if card["read"] == true { "read" } else { "" };
                    let strength = list(&learn["strengths"])
                        .iter()
                        .find(|step| step["strength"] == card["strength"])
                        .map_or_else(String::new, |step| text(&step["name"]));
                    vec![
                        text(&card["id"]),
                        text(&card["title"]),
                        strength,
                        read.to_owned(),
                    ]
                })
                .collect(),
        );
    }
}

/// One card, whole.
pub fn card(card: &Value) {
    line(&text(&card["title"]));
    for paragraph in list(&card["paragraphs"]) {
        line("");
        line(&text(paragraph));
    }
    line("");
    line(&format!("Against it: {}", text(&card["against"])));
    line(&format!(
        "Evidence: {}. {}",
        text(&card["strength_name"]),
        text(&card["strength_meaning"])
    ));
    for source in list(&card["sources"]) {
        line(&format!("- {}", text(source)));
    }
}
