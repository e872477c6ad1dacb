//! The published description of the whole diary as JSON: JSON Schema, draft 2020-12.
//!
//! It is made from the tables of the store, as the text itself is; a test compares it with the published file.

use serde_json::{Map, Value as Json, json};
use wane_store::{Column, Kind, Sheet, sheets};

use super::{
    reminders,
    whole::{FORMAT, VERSION},
};

/// The description.
pub fn schema() -> Json {
    let kinds: Map<String, Json> = sheets()
        .iter()
        .map(|sheet| {
            let list =
                json!({ "type": "array", "items": { "$ref": format!("#/$defs/{}", sheet.table) } });
            (sheet.table.to_owned(), list)
        })
        .collect();
    let mut defs: Map<String, Json> = sheets()
        .iter()
        .map(|sheet| (sheet.table.to_owned(), record(sheet)))
        .collect();
    defs.insert("id".to_owned(), json!({
        "type": "string", "format": "uuid", "description": "The record's name for ever, by which a second import recognises it."
    }));
    defs.insert("moment".to_owned(), json!({
        "type": "string",
        "pattern": r"^[+-]?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})\[[A-Za-z0-9_+/-]+\]$",
        "description": "An instant with its zone (RFC 9557): the clock, its offset, and the IANA zone in brackets."
    }));
    defs.insert("reminders".to_owned(), reminders::schema());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A Wane diary",
        "description": "Everything that is in a diary: every record of every kind, the user's choices and reminders. What is absent or null was not said. Removed records and earlier versions are not part of it; backups hold those. Kinds and fields may be added without a new version.",
        "type": "object",
        "required": ["format", "version", "records"],
        "properties": {
            "format": { "const": FORMAT },
            "version": { "type": "integer", "minimum": 1, "maximum": VERSION },
            "written_at": { "type": "string", "format": "date-time" },
            "settings": { "type": "object", "additionalProperties": { "type": ["string", "null"] } },
            "reminders": { "$ref": "#/$defs/reminders" },
            "records": { "type": "object", "properties": kinds }
        },
        "$defs": defs
    })
}

fn record(sheet: &Sheet) -> Json {
    let mut properties = Map::new();
    properties.insert("id".to_owned(), json!({ "$ref": "#/$defs/id" }));
    for column in &sheet.columns {
        properties.insert(column.name.to_owned(), field(column));
    }
    let required: Vec<&str> = std::iter::once("id")
        .chain(
            sheet
                .columns
                .iter()
                .filter(|column| !column.optional)
                .map(|column| column.name),
        )
        .collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

fn field(column: &Column) -> Json {
    let kind = match column.kind {
        Kind::Whole(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Kind::YesNo => json!({ "type": "boolean" }),
        Kind::Number => json!({ "type": "number" }),
        Kind::Text => json!({ "type": "string" }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Name => json!({ "$ref": "#/$defs/id" }),
        Kind::Zone => json!({ "type": "string", "description": "An IANA zone." }),
        Kind::Instant => json!({ "type": "string", "format": "date-time" }),
        Kind::Moment => json!({ "$ref": "#/$defs/moment" }),
        Kind::Choice(codes) => json!({ "enum": codes }),
        Kind::Regions => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Steps => json!({
            "type": "string",
            "description": "Movements in an order, each with its times (x) or minutes (m): heel-slide 6x, calf-ease 2m.",
        }),
    };
    if column.optional {
        json!({ "anyOf": [kind, { "type": "null" }] })
    } else {
        kind
    }
}
