//! The whole diary as one JSON text, and back: every record of every kind with every field, the user's choices and
//! reminders.
//!
//! What a kind of record holds is not written down here: it is what [`wane_store::sheets`] says, so that no table can be
//! forgotten. The published description of the text ([`super::schema`]) is made from the same.
//!
//! It is read again, piece by piece, in [`super::text`].
//!
//! A field that is missing is left out; `null` says the same when reading. Nothing here turns "not said" into zero.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use chrono::{DateTime, Offset as _, SecondsFormat, Utc};
use serde_json::{Map, Number, Value as Json, value::RawValue};
use wane_domain::{Id, Moment};

use super::reminders::Reminders;
use wane_store::{Column, Diary, Error, Kind, Plain, Sheet, Value, sheets};

/// What the text calls itself.
pub const FORMAT: &str = "wane-diary";
/// The version of the text. It rises when something that was there comes to mean something else;
/// new kinds of records and new fields do not raise it.
pub const VERSION: u32 = 1;

/// What can go wrong while the text is written.
#[derive(Debug)]
pub enum WriteError {
    /// The diary could not be read.
    Diary(Error),
    /// The text could not be put down.
    Io(io::Error),
}

impl From<Error> for WriteError {
    fn from(error: Error) -> Self {
        WriteError::Diary(error)
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        WriteError::Io(error)
    }
}

/// Writes everything that is in the diary, one record a line. Removed records and earlier versions are not part of it.
///
/// # Errors
/// As reading the diary and writing the text do.
pub fn write(
    diary: &Diary,
    reminders: &Reminders,
    now: DateTime<Utc>,
    to: &mut dyn Write,
) -> Result<(), WriteError> {
    let settings = diary.settings()?;
    write_from(&settings, reminders, now, to, |table, take| {
        diary.each_plain(table, take)
    })
}

/// [`write`] for records that come from anywhere: `each` hands over those of one kind.
fn write_from(
    settings: &BTreeMap<String, String>,
    reminders: &Reminders,
    now: DateTime<Utc>,
    to: &mut dyn Write,
    each: impl Fn(
        &'static str,
        &mut dyn FnMut(Plain) -> Result<(), WriteError>,
    ) -> Result<(), WriteError>,
) -> Result<(), WriteError> {
    let quoted = |text: &str| Json::from(text).to_string();
    writeln!(to, "{{\n\"format\": {},", quoted(FORMAT))?;
    writeln!(to, "\"version\": {VERSION},")?;
    writeln!(
        to,
        "\"written_at\": {},",
        quoted(&now.to_rfc3339_opts(SecondsFormat::Secs, true))
    )?;
    let settings: Map<String, Json> = settings
        .iter()
        .map(|(name, value)| (name.clone(), Json::from(value.as_str())))
        .collect();
    writeln!(to, "\"settings\": {},", Json::Object(settings))?;
    let reminders = serde_json::to_string(reminders).map_err(io::Error::from)?;
    writeln!(to, "\"reminders\": {reminders},")?;
    write!(to, "\"records\": {{")?;
    for (at, sheet) in sheets().iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        write!(to, "{comma}\n{}: [", quoted(sheet.table))?;
        let mut first = true;
        each(sheet.table, &mut |record| {
            let comma = if first { "" } else { "," };
            first = false;
            Ok(write!(
                to,
                "{comma}\n{}",
                Json::Object(to_json(sheet, &record))
            )?)
        })?;
        write!(to, "{}]", if first { "" } else { "\n" })?;
    }
    writeln!(to, "\n}}\n}}")?;
    Ok(())
}

/// One record as it stands in the text.
fn to_json(sheet: &Sheet, record: &Plain) -> Map<String, Json> {
    let mut fields = Map::new();
    fields.insert("id".to_owned(), Json::from(record.id.to_string()));
    for (column, value) in sheet.columns.iter().zip(&record.values) {
        if let Some(value) = field_to_json(column.kind, value) {
            fields.insert(column.name.to_owned(), value);
        }
    }
    fields
}

/// `None` for what was not said.
fn field_to_json(kind: Kind, value: &Value) -> Option<Json> {
    Some(match (kind, value) {
        (_, Value::Nothing) => return None,
        (Kind::YesNo, Value::Whole(n)) => Json::from(*n != 0),
        (Kind::Instant, Value::Whole(n)) => Json::from(
            DateTime::from_timestamp_millis(*n)?.to_rfc3339_opts(SecondsFormat::AutoSi, true),
        ),
        (Kind::Regions, Value::Text(codes)) => codes.split(' ').map(Json::from).collect(),
        (_, Value::Whole(n)) => Json::from(*n),
        (_, Value::Number(x)) => Json::Number(Number::from_f64(*x)?),
        (_, Value::Text(text)) => Json::from(text.as_str()),
        (_, Value::Moment(moment)) => Json::from(moment_text(moment)),
    })
}

/// RFC 9557: the clock with its offset, and the zone: `2026-03-28T23:05:00+00:00[Europe/London]`.
///
/// An offset is written in whole minutes; where clocks once kept another (St John's until 1935), the instant stands in UTC.
fn moment_text(moment: &Moment) -> String {
    let local = moment.instant.with_timezone(&moment.zone);
    let clock = if local.offset().fix().local_minus_utc() % 60 == 0 {
        local.to_rfc3339_opts(SecondsFormat::AutoSi, false)
    } else {
        moment.instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    };
    format!("{clock}[{}]", moment.zone.name())
}

/// Why something of the text is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A kind of record that this version does not know.
    UnknownKind,
    /// A field that this version does not know; the rest of its record comes in.
    UnknownField,
    /// A record with a field that is not what it has to be, or without one that has to be there.
    NoRecord,
}

impl LeftOut {
    /// Its code, by which the catalogue has words for it.
    pub fn code(self) -> &'static str {
        match self {
            LeftOut::UnknownKind => "unknown-kind",
            LeftOut::UnknownField => "unknown-field",
            LeftOut::NoRecord => "no-record",
        }
    }
}

/// Why a text is not taken at all. No variant repeats what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is not such a text, or is cut off; where that was noticed, counted from 1.
    NotWhole {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// It calls itself something else.
    NotOurs,
    /// A newer version wrote it.
    Newer,
}

/// Whether a file that begins so is such a text.
pub fn looks_like(prefix: &[u8]) -> bool {
    let text = String::from_utf8_lossy(&prefix[..prefix.len().min(1024)]);
    let tight: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    tight
        .trim_start_matches('\u{feff}')
        .starts_with(&format!("{{\"format\":\"{FORMAT}\""))
}

/// The record of one object, and how many of its fields are not known; `None` when it makes no record.
pub(super) fn from_json(sheet: &Sheet, text: &str) -> Option<(Plain, u64)> {
    let mut fields: BTreeMap<String, &RawValue> = serde_json::from_str(text).ok()?;
    let id: String = serde_json::from_str(fields.remove("id")?.get()).ok()?;
    let id: Id = id.parse().ok()?;
    let values = sheet
        .columns
        .iter()
        .map(|column| field_from_json(column, fields.remove(column.name)))
        .collect::<Option<Vec<Value>>>()?;
    let record = Plain {
        table: sheet.table,
        id,
        values,
    };
    Some((record, fields.len() as u64)).filter(|(record, _)| record.is_sound())
}

fn field_from_json(column: &Column, raw: Option<&RawValue>) -> Option<Value> {
    let Some(raw) = raw else {
        return column.optional.then_some(Value::Nothing);
    };
    let value = match serde_json::from_str(raw.get()).ok()? {
        Json::Null => return column.optional.then_some(Value::Nothing),
        value => value,
    };
    Some(match column.kind {
        Kind::Whole(low, high) => {
            Value::Whole(value.as_i64().filter(|n| (low..=high).contains(n))?)
        }
        Kind::YesNo => Value::Whole(i64::from(value.as_bool()?)),
        // Read from its digits: serde_json's own reading is quick and may be off by the last bit.
        Kind::Number => Value::Number(value.as_number().and(raw.get().parse().ok())?),
        Kind::Instant => Value::Whole(
            DateTime::parse_from_rfc3339(value.as_str()?)
                .ok()?
                .timestamp_millis(),
        ),
        Kind::Moment => Value::Moment(moment_from(value.as_str()?)?),
        Kind::Regions => {
            let codes: Vec<&str> = value
                .as_array()?
                .iter()
                .map(Json::as_str)
                .collect::<Option<_>>()?;
            if codes.is_empty() {
                Value::Nothing
            } else {
                Value::Text(codes.join(" "))
            }
        }
        Kind::Text | Kind::Steps | Kind::Date | Kind::Name | Kind::Zone | Kind::Choice(_) => {
            Value::Text(value.as_str()?.to_owned())
        }
    })
}

fn moment_from(text: &str) -> Option<Moment> {
    let (clock, zone) = text.strip_suffix(']')?.split_once('[')?;
    let millis = DateTime::parse_from_rfc3339(clock).ok()?.timestamp_millis();
    Some(Moment::new(
        DateTime::from_timestamp_millis(millis)?,
        zone.parse().ok()?,
    ))
}

#[cfg(test)]
mod tests;
