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

/// Numbers to call: the person's own first.
pub fn help(help: &Value) {
    for sentence in list(&help["text"]) {
        line(&text(sentence));
    }
    line("");
    let mut rows: Vec<Vec<String>> = list(&help["own"])
        .iter()
        .map(|one| {
            vec![
                text(&one["name"]),
                text(&one["number"]),
                text(&one["note"]),
                String::new(),
            ]
        })
        .collect();
    for place in list(&help["places"])
        .iter()
        .filter(|place| place["away"] != true)
    {
        rows.extend(list(&place["lines"]).iter().map(|one| {
            vec![
                text(&one["name"]),
                text(&one["number"]),
                text(&one["how"]),
                text(&place["name"]),
            ]
        }));
    }
    table(&["who", "number", "how", "where"], rows);
}

/// Signs to have looked at, the most urgent first.
pub fn care(care: &Value) {
    for sentence in list(&care["text"]) {
        line(&text(sentence));
    }
    for group in list(&care["groups"]) {
        line("");
        line(&text(&group["title"]));
        for sign in list(&group["signs"]) {
            line(&format!("- {}", text(sign)));
        }
    }
    line("");
    line(&text(&care["last"]));
    line(&text(&care["safety"]));
}

/// The plan for flares, the person's own words first.
pub fn flare_plan(plan: &Value) {
    for part in list(&plan["lines"]) {
        let said = text(&part["text"]);
        if said.is_empty() {
            continue;
        }
        line(&text(&part["title"]));
        line(&said);
        line("");
    }
    line(&text(&plan["text"]));
    if !plan["flare"].is_null() {
        line(&text(&plan["flare"]["text"]));
    }
}
