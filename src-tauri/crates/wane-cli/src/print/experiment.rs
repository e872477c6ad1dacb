//! How experiments read in a terminal.

use serde_json::Value;

use super::{line, list, text};

/// What could be expected.
pub fn proposal(value: &Value) {
    for part in ["question", "plan_text", "expect_text"] {
        line(&text(&value[part]));
    }
}

/// What today is for; `null` when no experiment is on.
pub fn today(running: &Value) {
    if running.is_null() {
        line("No experiment is on.");
        return;
    }
    let lines = list(&running["lines"]);
    if lines.is_empty() {
        line(&text(&running["progress_text"]));
    }
    for each in lines {
        line(&text(&each["text"]));
    }
}

/// The one that is on, and those that have ended.
pub fn all(value: &Value) {
    let said = text(&value["text"]);
    if !said.is_empty() {
        line(&said);
    }
    let running = &value["running"];
    if !running.is_null() {
        line(&text(&running["title"]));
        line(&format!("  {}", text(&running["question"])));
        line(&format!("  {}", text(&running["progress_text"])));
        for each in list(&running["lines"]) {
            line(&format!("  {}", text(&each["text"])));
        }
        line(&format!("  {}", text(&running["no_result_text"])));
    }
    for each in list(&value["past"]) {
        line(&format!(
            "{} ({}), {}",
            text(&each["title"]),
            text(&each["when_text"]),
            text(&each["id"])
        ));
        line(&format!("  {}", text(&each["text"])));
    }
    if running.is_null() && list(&value["past"]).is_empty() {
        line("No experiment yet. `wane experiment propose` says what one could show.");
    }
}

/// What came of one.
pub fn past(value: &Value) {
    for part in ["question", "when_text", "text"] {
        line(&text(&value[part]));
    }
    let result = &value["result"];
    if result.is_null() {
        return;
    }
    for part in [
        "range_text",
        "chance_text",
        "said_text",
        "days_text",
        "limits_text",
    ] {
        line(&text(&result[part]));
    }
}
