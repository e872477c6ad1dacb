//! How an answer reads in a terminal.

mod evening;
mod experiment;
mod insight;
mod keep;
mod movement;
mod read;
mod remind;
mod track;

use std::io::{self, IsTerminal as _, Write as _};

use serde_json::Value;
use wane_app::wire::WireError;

/// What kind of answer it is, and so which of its parts a person wants to see.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    Saved,
    Text,
    Days,
    Nights,
    History,
    Measures,
    /// Felt and measured nights side by side.
    Felt,
    Insight,
    /// The week in three facts.
    LookBack,
    Rules,
    Occurrences,
    Sun,
    Preview,
    /// What would leave the diary.
    Export,
    Sample,
    /// Days that were marked for the charts.
    Annotations,
    Search,
    Tracked,
    /// The movement sessions of a day.
    Sessions,
    Library,
    Routines,
    /// The suggestion for today, and why.
    Ledger,
    Limits,
    Regions,
    Trash,
    /// What was just done, in words.
    Done,
    Backups,
    /// What restoring a backup would change.
    Restore,
    /// A backup or the diary, examined.
    Report,
    Recovery,
    /// Tonight and tomorrow.
    Glance,
    Suggestion,
    Inbox,
    Light,
    NoticeText,
    /// What could be expected of an experiment.
    Proposal,
    /// Every experiment.
    Experiments,
    /// What today is for.
    ExperimentToday,
    /// What came of an experiment.
    ExperimentPast,
    /// Sentences, one line each.
    Lines,
    /// The plan for flares.
    FlarePlan,
    /// Numbers to call.
    Help,
    /// Signs to have looked at.
    Care,
    /// The list of cards.
    Cards,
    /// One card.
    Card,
    /// The sequence of the evening.
    WindDown,
    Worries,
}

/// Prints an answer: JSON for programs, else aligned text.
pub fn answer(kind: Kind, value: &Value, json: bool) {
    if json {
        line(&serde_json::to_string_pretty(value).unwrap_or_default());
        return;
    }
    match kind {
        Kind::Glance => remind::glance(value),
        Kind::Suggestion => remind::suggestion(value),
        Kind::Inbox => remind::inbox(value),
        Kind::Light => remind::light(value),
        Kind::NoticeText => line(&text(&value["example"])),
        Kind::Lines => remind::lines(value),
        Kind::FlarePlan => read::flare_plan(value),
        Kind::Proposal => experiment::proposal(value),
        Kind::Experiments => experiment::all(value),
        Kind::ExperimentToday => experiment::today(value),
        Kind::ExperimentPast => experiment::past(value),
        Kind::Help => read::help(value),
        Kind::Care => read::care(value),
        Kind::Cards => read::cards(value),
        Kind::Card => read::card(value),
        Kind::Annotations => {
            let fields = ["date", "label", "id"];
            let row = |mark: &Value| fields.iter().map(|field| text(&mark[field])).collect();
            table(&fields, list(&value["marks"]).iter().map(row).collect());
        }
        Kind::WindDown => evening::wind_down(value),
        Kind::Worries => evening::worries(value),
        Kind::Sessions => movement::sessions(value),
        Kind::Library => movement::library(value),
        Kind::Routines => movement::routines(value),
        Kind::Ledger => movement::ledger(value),
        Kind::Limits => movement::limits(value),
        Kind::Saved => saved(value),
        Kind::Text => line(&text(&value["text"])),
        Kind::Days => {
            for day in list(value) {
                record(day);
            }
        }
        Kind::Nights => nights(&value["nights"]),
        Kind::History => keep::history(value),
        Kind::Insight => insight::insight(value),
        Kind::LookBack => insight::look_back(value),
        Kind::Measures => {
            nights(&value["nights"]);
            line("");
            record(&value["summary"]);
        }
        Kind::Felt => {
            let said = text(&value["text"]);
            if !said.is_empty() {
                line(&said);
                line(&text(&value["note"]));
                line("");
            }
            let columns: Vec<String> = list(&value["table"]["columns"]).iter().map(text).collect();
            let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
            table(
                &columns,
                list(&value["table"]["rows"])
                    .iter()
                    .map(|row| list(row).iter().map(text).collect())
                    .collect(),
            );
        }
        Kind::Rules => table(
            &[
                "kind", "on", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
            ],
            list(value)
                .iter()
                .map(|r| {
                    let mut row = vec![
                        text(&r["kind"]),
                        if r["enabled"] == true { "yes" } else { "no" }.to_owned(),
                    ];
                    row.extend(list(&r["times"]).iter().map(text));
                    row
                })
                .collect(),
        ),
        Kind::Occurrences => table(
            &["due", "until", "kind", "date", "why"],
            list(value)
                .iter()
                .map(|o| {
                    ["due", "until", "kind", "local_date", "why"]
                        .map(|f| text(&o[f]))
                        .to_vec()
                })
                .collect(),
        ),
        Kind::Sun => {
            for event in ["civil_dawn", "sunrise", "sunset", "civil_dusk"] {
                let at = if value[event].is_null() {
                    "none".to_owned()
                } else {
                    text(&value[event])
                };
                line(&format!("{:<11} {at}", event.replace('_', " ")));
            }
        }
        Kind::Preview => preview(value),
        Kind::Export => keep::export(value),
        Kind::Search => keep::search(value),
        Kind::Tracked => track::tracked(value),
        Kind::Regions => track::regions(value),
        Kind::Trash => keep::trash(value),
        Kind::Done => line(&text(&value["done_text"])),
        Kind::Backups => keep::backups(value),
        Kind::Restore => keep::restore(value),
        Kind::Report => keep::report(value),
        Kind::Recovery => keep::recovery(value),
        Kind::Sample => line(if value["sample"] == true {
            "You are looking at a sample diary. `wane sample --remove` goes back to your own."
        } else {
            "This is your own diary."
        }),
    }
}

/// Prints an error: what happened, what was kept, what to do.
pub fn error(error: &WireError, json: bool) {
    let text = if json {
        serde_json::json!({ "error": error }).to_string()
    } else {
        let (bold, plain) = if coloured() {
            ("\x1b[1m", "\x1b[0m")
        } else {
            ("", "")
        };
        format!("{bold}wane:{plain} {}", error.message)
    };
    // Nothing is left to do when even the error cannot be printed.
    writeln!(io::stderr(), "{text}").ok();
}

/// Prints one line. A reader that has gone away (as `head` does) is no error.
pub fn line(text: &str) {
    writeln!(io::stdout(), "{text}").ok();
}

fn coloured() -> bool {
    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

fn saved(value: &Value) {
    line(&text(&value["text"]));
    let summary = &value["today"]["morning"]["summary"];
    if value["today"]["morning"]["saved"] == true && !text(&summary["text"]).is_empty() {
        line(&text(&summary["text"]));
    }
    for question in list(&summary["questions"]) {
        line(&format!("? {}", text(&question["text"])));
    }
}

fn nights(nights: &Value) {
    let columns = [
        "wake_date",
        "tib_min",
        "tst_min",
        "se_dse",
        "se_tib",
        "onset",
        "midpoint",
        "source",
    ];
    let rows = list(nights)
        .iter()
        .map(|n| columns.map(|c| text(&n[c])).to_vec())
        .collect();
    table(
        &[
            "date", "tib", "tst", "se dse", "se tib", "onset", "midpoint", "source",
        ],
        rows,
    );
}

fn preview(value: &Value) {
    named(&value["summary"]);
    for skipped in list(&value["skipped"]) {
        line(&format!(
            "left out: {} × {}: {}",
            text(&skipped["count"]),
            text(&skipped["what"]),
            text(&skipped["why"])
        ));
    }
    for warning in list(&value["warnings"]) {
        line(&format!("look again: {}", text(warning)));
    }
}

/// The fields of an object that were said, one a line; each thing of a list has a line of its own.
fn record(value: &Value) {
    for (name, field) in value.as_object().into_iter().flatten() {
        match field {
            Value::Null => {}
            Value::Array(items) if items.is_empty() => {}
            Value::Array(items) => {
                for item in items {
                    // Where something came from is a sentence already; its parts are for programs.
                    let said = match name.as_str() {
                        "came_from" => text(&item["text"]),
                        _ => in_words(item),
                    };
                    line(&format!("{name:<18} {said}"));
                }
            }
            Value::Object(_) if in_words(field).is_empty() => {}
            other => line(&format!("{name:<18} {}", in_words(other))),
        }
    }
}

/// A value on one line: of an object, the fields that were said.
fn in_words(value: &Value) -> String {
    let Value::Object(fields) = value else {
        return text(value).replace('\n', " ");
    };
    let said: Vec<String> = fields
        .iter()
        .filter(|(_, v)| !v.is_null() && v.as_array().is_none_or(|a| !a.is_empty()))
        .map(|(name, v)| format!("{name} {}", text(v)))
        .collect();
    said.join(", ")
}

/// Pairs of a name and a text, one a line.
fn named(pairs: &Value) {
    for pair in list(pairs) {
        line(&format!(
            "{:<40} {}",
            text(&pair["name"]),
            text(&pair["text"])
        ));
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A value as a cell: missing is a dash, never a zero.
fn text(value: &Value) -> String {
    match value {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(n) => n
            .as_f64()
            .filter(|f| f.fract() != 0.0)
            .map_or_else(|| n.to_string(), |f| format!("{f:.2}")),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn table(headings: &[&str], rows: Vec<Vec<String>>) {
    let mut widths: Vec<usize> = headings.iter().map(|h| h.chars().count()).collect();
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let format_row = |cells: &[String]| {
        let padded: Vec<String> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        padded.join("  ").trim_end().to_owned()
    };
    line(&format_row(
        &headings.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>(),
    ));
    for row in rows {
        line(&format_row(&row));
    }
}
