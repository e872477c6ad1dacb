//! Records in words, from their fields: for the history of a day, for the trash, for finds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use wane_domain::{
    Id,
    diary::{Factor, Medicine, NamedPain},
};
use wane_store::{Reader, Value};
use wane_text::Arg;

use crate::{fault::Fault, words::Words};

/// The most of a text that is shown in a line, in characters.
const LINE: usize = 120;

/// Fields that say where a record came from and lies, not what the person wrote.
const UNTOLD: [&str; 10] = [
    "alive",
    "source",
    "source_key",
    "entered_at",
    "recalled",
    "date",
    "evening",
    "wake_date",
    "occasion",
    "offset_certainty",
];

/// The fields of one record by name.
pub(crate) type Fields = BTreeMap<&'static str, Value>;

/// Finds words for records and their fields.
pub(crate) struct Describer {
    words: Words,
    /// What the person calls pains, factors and medicines.
    names: BTreeMap<String, String>,
    /// Units of the factors with numbers.
    units: BTreeMap<String, String>,
}

impl Describer {
    /// Learns the names that are in the diary.
    pub(crate) fn new(words: &Words, diary: &Reader) -> Result<Describer, Fault> {
        let mut names = BTreeMap::new();
        let mut units = BTreeMap::new();
        let mut learn = |id: Id, name: String| names.insert(id.to_string(), name);
        for pain in diary.all::<NamedPain>()? {
            learn(pain.id, pain.name);
        }
        for medicine in diary.all::<Medicine>()? {
            learn(medicine.id, medicine.name);
        }
        for factor in diary.all::<Factor>()? {
            learn(factor.id, factor.name);
            if let Some(unit) = factor.unit {
                units.insert(factor.id.to_string(), unit);
            }
        }
        Ok(Describer {
            words: words.clone(),
            names,
            units,
        })
    }

    /// What the record is, such as "Night", "Pain on waking" or "Left knee, on waking".
    pub(crate) fn thing(&self, table: &str, fields: &Fields) -> String {
        let named = |field: &str| match fields.get(field) {
            Some(Value::Text(id)) => self.names.get(id).cloned(),
            _ => None,
        };
        match table {
            "pain_rating" => {
                let occasion = text(fields.get("occasion")).unwrap_or("moment");
                match fields.get("pain") {
                    Some(Value::Text(_)) => self.words.text(
                        &format!("thing-named-pain-{occasion}"),
                        &[(
                            "name",
                            Arg::from(named("pain").unwrap_or_else(|| self.nameless())),
                        )],
                    ),
                    _ => self.words.text(&format!("thing-pain-{occasion}"), &[]),
                }
            }
            "flare_line" => {
                let prompt = text(fields.get("prompt")).unwrap_or("words");
                self.words.text(&format!("thing-flare-line-{prompt}"), &[])
            }
            "factor_value" => named("factor").unwrap_or_else(|| self.nameless()),
            "medicine_taken" => self.words.text(
                "thing-medicine-taken",
                &[(
                    "name",
                    Arg::from(named("medicine").unwrap_or_else(|| self.nameless())),
                )],
            ),
            table => self
                .words
                .text(&format!("thing-{}", table.replace('_', "-")), &[]),
        }
    }

    /// Everything the record says, each field with its name where the record has more than one.
    pub(crate) fn says(&self, table: &str, fields: &Fields) -> Vec<String> {
        fields
            .iter()
            .filter(|(name, value)| tells(table, name) && **value != Value::Nothing)
            .map(|(name, value)| {
                let value = self.value(table, name, value, fields);
                match main_field(table) {
                    Some(main) if main == *name => value,
                    _ => self.words.text(
                        "field-is",
                        &[
                            ("field", Arg::from(self.field(table, name))),
                            ("value", Arg::from(value)),
                        ],
                    ),
                }
            })
            .collect()
    }

    /// The record in one line: what it is, and what it says.
    pub(crate) fn line(&self, table: &str, fields: &Fields) -> String {
        let says = self.says(table, fields).join(" · ");
        let thing = self.thing(table, fields);
        if says.is_empty() {
            return thing;
        }
        self.words.text(
            "thing-says",
            &[("thing", Arg::from(thing)), ("says", Arg::from(says))],
        )
    }

    /// What one field became, such as "Pain on waking: 4 → 5"; `None` for a field that tells nothing.
    pub(crate) fn alteration(
        &self,
        table: &str,
        field: &str,
        old: &Value,
        new: &Value,
        fields: &Fields,
    ) -> Option<String> {
        if !tells(table, field) {
            return None;
        }
        let thing = self.thing(table, fields);
        let name = if main_field(table) == Some(field) {
            thing
        } else {
            self.words.text(
                "thing-field",
                &[
                    ("thing", Arg::from(thing)),
                    ("field", Arg::from(self.field(table, field))),
                ],
            )
        };
        let value = |v: &Value| Arg::from(self.value(table, field, v, fields));
        if let Some(way) = self.which_way(table, field, old, new) {
            return Some(self.words.text(
                "field-is",
                &[("field", Arg::from(name)), ("value", Arg::from(way))],
            ));
        }
        Some(match (old, new) {
            (Value::Nothing, new) => self.words.text(
                "field-is",
                &[("field", Arg::from(name)), ("value", value(new))],
            ),
            (old, Value::Nothing) => self.words.text(
                "field-taken-back",
                &[("field", Arg::from(name)), ("old", value(old))],
            ),
            (old, new) => self.words.text(
                "field-changed",
                &[
                    ("field", Arg::from(name)),
                    ("old", value(old)),
                    ("new", value(new)),
                ],
            ),
        })
    }

    /// That a figure went up or down, where figures are not wished for and it has no word of its own.
    fn which_way(&self, table: &str, field: &str, old: &Value, new: &Value) -> Option<String> {
        if !self.words.without_figures() || has_words(table, field) {
            return None;
        }
        let before = figure(old)?;
        let after = figure(new)?;
        let id = if after > before {
            "value-went-up"
        } else {
            "value-went-down"
        };
        Some(self.words.text(id, &[]))
    }

    fn nameless(&self) -> String {
        self.words.text("thing-nameless", &[])
    }

    fn field(&self, table: &str, field: &str) -> String {
        let own = format!("field-{table}-{field}").replace('_', "-");
        if self.words.has(&own) {
            return self.words.text(&own, &[]);
        }
        let shared = format!("field-any-{field}").replace('_', "-");
        self.words.text(&shared, &[])
    }

    fn value(&self, table: &str, field: &str, value: &Value, fields: &Fields) -> String {
        let word = |id: String| self.words.text(&id, &[]);
        let without = self.words.without_figures();
        match (table, field, value) {
            (_, _, Value::Nothing) => word("value-none".to_owned()),
            (table, field, Value::Whole(n)) if without && is_on_a_scale(table, field) => {
                word(format!("amount-{}", (*n).clamp(0, 10)))
            }
            ("factor_value", "value", Value::Number(_))
                if without
                    && text(fields.get("factor")).is_some_and(|id| self.units.contains_key(id)) =>
            {
                word("plain-noted".to_owned())
            }
            (_, _, Value::Moment(moment)) => self.words.clock(moment.time()),
            ("night", "quality", Value::Whole(n)) => word(format!("quality-{n}")),
            ("day_entry", "arousal", Value::Whole(n)) => word(format!("arousal-{n}")),
            ("day_entry", "rough", Value::Whole(n)) => word(format!("value-yes-no-{n}")),
            ("factor_value", "value", Value::Number(x)) => {
                let unit = text(fields.get("factor")).and_then(|id| self.units.get(id));
                match unit {
                    Some(unit) => format!("{} {unit}", self.number(*x)),
                    None => word(format!("value-yes-no-{}", i32::from(*x != 0.0))),
                }
            }
            ("experiment_day", "done", Value::Whole(n)) => word(format!("value-yes-no-{n}")),
            ("experiment", "weeks", Value::Whole(n)) => self
                .words
                .text("experiment-weeks", &[("weeks", Arg::from(*n))]),
            ("experiment", "tried" | "part" | "watched" | "pace", Value::Text(code)) => {
                word(format!("experiment-{field}-{code}"))
            }
            ("span", "from_date" | "to_date", Value::Text(date))
            | ("experiment", "first_date" | "stopped_on", Value::Text(date)) => date
                .parse::<NaiveDate>()
                .map_or_else(|_| clip(date), |d| self.words.date_short_year(d)),
            (
                "nap" | "night" | "device_sleep" | "dose" | "light" | "wind_down" | "instruction",
                field,
                Value::Whole(n),
            ) if field.ends_with("_min") || field == "minutes" => {
                if without {
                    return word("plain-noted".to_owned());
                }
                // Whole minutes stay far below what a number with a fraction holds exactly.
                self.words.duration(*n as f64)
            }
            ("wind_down", "blocks", Value::Text(codes)) => codes
                .split(' ')
                .map(|code| word(format!("value-block-{code}")))
                .collect::<Vec<_>>()
                .join(", "),
            (_, "purpose" | "felt" | "kind" | "choice" | "fate" | "how", Value::Text(code))
                if self.words.has(&format!("value-{field}-{code}")) =>
            {
                word(format!("value-{field}-{code}"))
            }
            (_, _, Value::Whole(_) | Value::Number(_)) if without => word("plain-noted".to_owned()),
            (_, _, Value::Whole(n)) => n.to_string(),
            (_, _, Value::Number(x)) => self.number(*x),
            (_, _, Value::Text(text)) => clip(text),
        }
    }

    fn number(&self, x: f64) -> String {
        self.words.number(x, usize::from(x.fract() != 0.0))
    }
}

/// Whether a field is a step of a scale from 0 to 10, each of which has a word.
fn is_on_a_scale(table: &str, field: &str) -> bool {
    matches!(
        (table, field),
        ("pain_rating", "rating") | ("dose", "effort")
    )
}

/// Whether each value of a field has a word of its own.
fn has_words(table: &str, field: &str) -> bool {
    is_on_a_scale(table, field)
        || matches!(
            (table, field),
            ("night", "quality")
                | ("day_entry", "arousal" | "rough")
                | ("experiment_day", "done")
                | ("experiment", "weeks")
        )
}

/// What a field holds as a figure, if it does.
fn figure(value: &Value) -> Option<f64> {
    match value {
        // Counts and minutes stay far below what a number with a fraction holds exactly.
        Value::Whole(n) => Some(*n as f64),
        Value::Number(x) => Some(*x),
        _ => None,
    }
}

/// Whether the field is something the person said.
fn tells(table: &str, field: &str) -> bool {
    let names_another = matches!(
        (table, field),
        ("pain_rating", "pain")
            | ("factor_value", "factor")
            | ("medicine_taken", "medicine")
            | ("flare_line", "prompt")
            | ("experiment_day", "experiment")
    );
    // How the coins fell is told day by day; what comes is not to be read ahead.
    let coins = (table, field) == ("experiment", "coins");
    !names_another && !coins && !UNTOLD.contains(&field)
}

/// The one field that is the record, for records that are one answer.
fn main_field(table: &str) -> Option<&'static str> {
    match table {
        "pain_rating" => Some("rating"),
        "factor_value" => Some("value"),
        "note" | "worry" | "flare_line" => Some("text"),
        "experiment_day" => Some("done"),
        "annotation" => Some("label"),
        _ => None,
    }
}

fn text(value: Option<&Value>) -> Option<&str> {
    match value {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// One line of at most [`LINE`] characters.
fn clip(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LINE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
