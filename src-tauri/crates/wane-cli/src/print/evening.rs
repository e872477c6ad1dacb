//! The evening's help, in a terminal.

use serde_json::Value;

use super::{line, list, table, text};

/// The sequence, one block a line.
pub fn wind_down(view: &Value) {
    let rows = list(&view["blocks"])
        .iter()
        .map(|block| vec![text(&block["kind"]), text(&block["minutes"])])
        .collect();
    table(&["block", "min"], rows);
    line(&text(&view["total_text"]));
    if view["done_text"] != "" {
        line(&text(&view["done_text"]));
    }
}

/// What is given back, and how many things are put away.
pub fn worries(view: &Value) {
    let rows: Vec<Vec<String>> = list(&view["given"])
        .iter()
        .map(|worry| vec![text(&worry["id"]), text(&worry["text"])])
        .collect();
    if !rows.is_empty() {
        table(&["id", "text"], rows);
    }
    if view["parked_text"] != "" {
        line(&text(&view["parked_text"]));
    }
}
