//! A whole diary as JSON coming in: weighed record by record against what is there, as any other import is.
//!
//! What the diary holds stays. A record with a name that is known here is the same record; of some kinds there is one
//! for each day, whatever its name; and what the person tracks is known by what they call it.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use wane_domain::{
    Id,
    diary::{DeviceSleep, Night},
    reminder::Pause,
};
use wane_store::{Change, Diary, Error, Kind, Plain, Schedule, Value, sheets};
use wane_text::Arg;

use super::{
    clip,
    preview::{device_sleep_view, night_view},
};
use crate::{
    App,
    export::{
        reminders::{PauseText, Reminders, overlap},
        whole::{self, Refused, Whole},
    },
    fault::Fault,
    wire::*,
};

/// The name by which the command line asks for it and records remember it.
pub const NAME: &str = "wane-json";

/// Kinds of which there is one for each combination of these fields.
const ONE_OF_EACH: &[(&str, &[&str])] = &[
    ("night", &["wake_date"]),
    ("day_entry", &["date"]),
    ("pain_rating", &["date", "occasion", "pain"]),
    ("factor_value", &["factor", "date"]),
    ("interference", &["date"]),
];

/// Kinds that others refer to, known by what the person calls them.
const CALLED: &[&str] = &["named_pain", "factor", "medicine"];

/// Of any other moment than waking and the evening there may be several ratings on one day.
const MANY: &str = "moment";

/// What would come in.
#[derive(Debug, Default)]
pub struct Plan {
    /// Records that are new.
    pub records: Vec<Plain>,
    /// Choices that nobody has made here yet.
    pub settings: Vec<(String, String)>,
    /// Reminders of kinds that have no rule here yet.
    pub reminders: Reminders,
    /// Counts of records.
    pub changes: Changes,
}

impl Plan {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.settings.is_empty() && self.reminders.is_empty()
    }

    /// Writes the reminders, which lie in a file of their own and are no part of the change.
    pub fn write_reminders(
        &self,
        schedule: &mut Schedule,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        for rule in self
            .reminders
            .rules
            .iter()
            .filter_map(|rule| rule.rule(now))
        {
            schedule.put_rule(&rule)?;
        }
        if let Some(night) = &self.reminders.protected_night
            && let Some(hours) = night.night()
        {
            schedule.set_protected_night(&hours, night.automatic)?;
        }
        for pause in self.reminders.pauses.iter().filter_map(PauseText::pause) {
            schedule.put_pause(&pause)?;
        }
        Ok(())
    }

    /// Writes the choices, as part of one change.
    pub fn write_settings(&self, change: &mut Change<'_>) -> Result<(), Error> {
        for (name, value) in &self.settings {
            change.set_setting(name, Some(value))?;
        }
        Ok(())
    }
}

/// Weighs a whole diary against the one that is open.
pub fn plan(diary: &Diary, schedule: &Schedule, whole: &Whole) -> Result<Plan, Fault> {
    let known_settings = diary.settings()?;
    let mut plan = Plan {
        settings: whole
            .settings
            .iter()
            .filter(|(name, _)| !known_settings.contains_key(*name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
        ..Plan::default()
    };
    weigh_reminders(&mut plan, &Reminders::of(schedule)?, &whole.reminders);
    let mut names: HashMap<Id, Id> = HashMap::new();
    for sheet in sheets() {
        let mut there: HashMap<String, Plain> = HashMap::new();
        diary.each_plain(sheet.table, |record| -> Result<(), Fault> {
            there.extend(key(&record).map(|key| (key, record)));
            Ok(())
        })?;
        for record in whole.records.iter().filter(|r| r.table == sheet.table) {
            let mut record = record.clone();
            for (column, value) in sheet.columns.iter().zip(&mut record.values) {
                if let (Kind::Name, Value::Text(text)) = (column.kind, &*value)
                    && let Some(own) = text.parse().ok().and_then(|id: Id| names.get(&id))
                {
                    *value = Value::Text(own.to_string());
                }
            }
            let by_name = diary.plain(sheet.table, record.id)?;
            let key = key(&record);
            let known = by_name.or_else(|| key.as_ref().and_then(|key| there.get(key)).cloned());
            match known {
                None => {
                    // What the text itself says twice comes in once.
                    there.extend(key.map(|key| (key, record.clone())));
                    plan.changes.new += 1;
                    plan.records.push(record);
                }
                Some(known) => {
                    if CALLED.contains(&sheet.table) {
                        names.insert(record.id, known.id);
                    }
                    if known.values == record.values {
                        plan.changes.same += 1;
                    } else {
                        plan.changes.conflict += 1;
                    }
                }
            }
        }
    }
    Ok(plan)
}

/// A reminder of a kind that has no rule here is new, and so is a pause at a time that has none; what is here stays.
fn weigh_reminders(plan: &mut Plan, own: &Reminders, theirs: &Reminders) {
    let mut count = |same: Option<bool>| match same {
        None => plan.changes.new += 1,
        Some(true) => plan.changes.same += 1,
        Some(false) => plan.changes.conflict += 1,
    };
    for rule in &theirs.rules {
        let known = own.rules.iter().find(|known| known.kind == rule.kind);
        count(known.map(|known| known == rule));
        if known.is_none() {
            plan.reminders.rules.push(rule.clone());
        }
    }
    if let Some(night) = &theirs.protected_night {
        let known = own.protected_night.as_ref();
        count(known.map(|known| known == night));
        if known.is_none() {
            plan.reminders.protected_night = Some(night.clone());
        }
    }
    let own: Vec<Pause> = own.pauses.iter().filter_map(PauseText::pause).collect();
    for text in &theirs.pauses {
        let Some(pause) = text.pause() else {
            continue;
        };
        let mut there = own.iter().filter(|known| overlap(known, &pause)).peekable();
        let is_new = there.peek().is_none();
        count((!is_new).then(|| there.any(|known| *known == pause)));
        if is_new {
            plan.reminders.pauses.push(text.clone());
        }
    }
}

/// What there is one of; `None` where there may be any number.
fn key(record: &Plain) -> Option<String> {
    let joined = |fields: &[&str]| {
        let values: Vec<String> = fields
            .iter()
            .map(|field| format!("{:?}", record.field(field)))
            .collect();
        values.join("\n")
    };
    if CALLED.contains(&record.table) {
        return Some(joined(&["name"]));
    }
    if let Some((_, fields)) = ONE_OF_EACH.iter().find(|(table, _)| *table == record.table) {
        let is_many = record.field("occasion") == Some(&Value::Text(MANY.to_owned()));
        return (!is_many).then(|| joined(fields));
    }
    match record.field("source_key") {
        Some(Value::Text(_)) => Some(joined(&["source", "source_key"])),
        _ => None,
    }
}

impl App {
    /// Reads the text of a file of that name; the whole of it or nothing.
    pub(super) fn read_whole(&self, name: &str, text: &[u8]) -> Result<Whole, Fault> {
        whole::read(text).map_err(|refused| {
            let reason = match refused {
                Refused::NotWhole { line, column } => self.words.text(
                    "whole-not-whole",
                    &[
                        ("line", Arg::from(line as u64)),
                        ("column", Arg::from(column as u64)),
                    ],
                ),
                Refused::NotOurs => self.words.text("whole-not-ours", &[]),
                Refused::Newer => self.words.text("whole-newer", &[]),
            };
            Fault::file(format!("{name}: {reason}"))
        })
    }

    pub(super) fn preview_whole(&self, whole: &Whole, plan: &Plan) -> ImportPreview {
        let nights = whole
            .records
            .iter()
            .filter_map(|record| record.as_record::<Night>())
            .map(|night| night_view(&night, NAME));
        let devices = whole
            .records
            .iter()
            .filter_map(|record| record.as_record::<DeviceSleep>())
            .map(|sleep| device_sleep_view(&sleep, NAME));
        let sleeps: Vec<SleepFound> = nights.chain(devices).collect();
        let mut other: BTreeMap<String, u32> = BTreeMap::new();
        for record in &whole.records {
            *other.entry(record.table.to_owned()).or_default() += 1;
        }
        let line = |id: &str, value: String| NamedText {
            name: self.words.text(id, &[]),
            text: value,
        };
        let mut summary = vec![
            line("import-format", self.format_name(NAME)),
            line("import-sleeps", sleeps.len().to_string()),
            line("import-records", whole.records.len().to_string()),
            line("import-new", plan.changes.new.to_string()),
            line("import-same", plan.changes.same.to_string()),
            line("import-conflict", plan.changes.conflict.to_string()),
        ];
        let reminders = plan.reminders.len();
        if reminders > 0 {
            // They lie apart from the diary, and stay when the import is taken back.
            summary.push(line("import-reminders", reminders.to_string()));
        }
        let pauses = plan.reminders.pauses.len();
        if pauses > 0 {
            summary.push(line("import-pauses", pauses.to_string()));
        }
        ImportPreview {
            format: NAME.to_owned(),
            title: self.format_name(NAME),
            sleeps,
            steps_by_day: BTreeMap::new(),
            other,
            skipped: whole
                .left_out
                .iter()
                .map(|(why, count)| SkippedView {
                    what: "record".to_owned(),
                    why: self.words.text(&format!("whole-left-{}", why.code()), &[]),
                    count: clip(*count),
                })
                .collect(),
            warnings: Vec::new(),
            changes: plan.changes,
            summary,
            home_zone: self.zone().name().to_owned(),
        }
    }
}
