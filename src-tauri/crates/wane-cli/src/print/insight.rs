//! How the insights read in a terminal.

use serde_json::Value;

use super::{line, list, table, text};

/// What is said, a line for each, the numbers below, and the limits at the end.
pub fn insight(value: &Value) {
    for part in ["forward", "reverse", "factors"] {
        let findings = list(&value[part]);
        if findings.is_empty() {
            continue;
        }
        line(part);
        for finding in findings {
            line(&format!(
                "  {}: {}",
                text(&finding["measure"]),
                text(&finding["text"])
            ));
            for warning in list(&finding["warnings"]) {
                line(&format!("    {}", text(warning)));
            }
        }
        line("");
        numbers(findings);
        line("");
    }
    line(&text(&value["direction_text"]));
    line(&text(&value["limits_text"]));
}

/// The week: a line for each fact, or that there is none.
pub fn look_back(value: &Value) {
    line(&text(&value["text"]));
    if value["skipped"] == true {
        return;
    }
    for part in ["good", "steady", "open"] {
        if value[part].is_string() {
            line(&format!("  {part}: {}", text(&value[part])));
        }
    }
}

fn numbers(findings: &[Value]) {
    let two = |value: &Value| {
        value
            .as_f64()
            .map_or(String::new(), |value| format!("{value:.2}"))
    };
    let rows = findings
        .iter()
        .map(|finding| {
            let left_out: u64 = finding["left_out"]
                .as_object()
                .into_iter()
                .flatten()
                .filter_map(|(_, days)| days.as_u64())
                .sum();
            vec![
                text(&finding["measure"]),
                text(&finding["outcome"]),
                text(&finding["tier"]),
                text(&finding["pairs"]),
                left_out.to_string(),
                two(&finding["effect"]),
                two(&finding["ci95"][0]),
                two(&finding["ci95"][1]),
                finding["q"]
                    .as_f64()
                    .map_or(String::new(), |q| format!("{q:.4}")),
            ]
        })
        .collect();
    table(
        &[
            "measure", "outcome", "tier", "pairs", "left out", "effect", "from", "to", "q",
        ],
        rows,
    );
}
