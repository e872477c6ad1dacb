//! A whole diary as JSON coming in: weighed record by record against what is there, as any other import is.
//!
//! What the diary holds stays. A record with a name that is known here is the same record; of some kinds there is one
//! for each day, whatever its name; and what the person tracks is known by what they call it.
//!
//! The file is gone through three times and never kept: to see that all of it can be read, to weigh its records, and to
//! write those that are new.

mod file;

use std::{
    collections::{BTreeMap, HashMap},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use chrono::{DateTime, Utc};
use wane_domain::{Id, reminder::Pause};
use wane_store::{Change, Diary, Error, Kind, Plain, Schedule, Sheet, Value, sheets};

use super::{clip, watch::Step};
use crate::{
    App,
    export::reminders::{PauseText, Reminders, overlap},
    fault::Fault,
    wire::*,
};
pub(super) use file::WholeFile;

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
    /// Of the records of the file, in its order, those that are new.
    wanted: Vec<bool>,
    /// Where records of a kind name others.
    referring: HashMap<&'static str, Vec<usize>>,
    /// Names of theirs that are another here.
    names: HashMap<Id, Id>,
    /// Choices that nobody has made here yet.
    settings: Vec<(String, String)>,
    /// Reminders of kinds that have no rule here yet.
    reminders: Reminders,
    /// Counts of records.
    pub changes: Changes,
}

impl Plan {
    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        !self.wanted.contains(&true) && self.settings.is_empty() && self.reminders.is_empty()
    }

    /// Writes what is new of the file as part of one change, unless it shall stop or the file is another by now.
    pub fn write(
        &self,
        file: &WholeFile,
        change: &mut Change<'_>,
        step: &Step<'_>,
    ) -> Result<(), Fault> {
        let all = self.wanted.iter().filter(|wanted| **wanted).count() as u64;
        let mut done = 0;
        file.each_record(step, &mut |number, mut record| {
            if !self.wanted.get(number).copied().unwrap_or_default() {
                return Ok(());
            }
            if step.advance(done, all).is_break() {
                return Err(Fault::cancelled());
            }
            done += 1;
            self.rename(&mut record);
            change.put_plain(&record).map(drop).map_err(Fault::from)
        })?;
        for (name, value) in &self.settings {
            change.set_setting(name, Some(value))?;
        }
        Ok(())
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

    /// Lets a record refer to what it means by the name that this has here.
    fn rename(&self, record: &mut Plain) {
        for place in self.referring.get(record.table).into_iter().flatten() {
            if let Some(Value::Text(name)) = record.values.get_mut(*place)
                && let Some(own) = name.parse().ok().and_then(|id: Id| self.names.get(&id))
            {
                *name = own.to_string();
            }
        }
    }
}

/// By kind: the places of the fields that name other records.
fn referring() -> HashMap<&'static str, Vec<usize>> {
    let places = |sheet: &Sheet| {
        let named = sheet.columns.iter().enumerate();
        let named = named.filter(|(_, column)| column.kind == Kind::Name);
        named.map(|(place, _)| place).collect()
    };
    let all = sheets().into_iter();
    all.map(|sheet| (sheet.table, places(&sheet))).collect()
}

/// Weighs a whole diary against the one that is open.
pub fn plan(
    diary: &Diary,
    schedule: &Schedule,
    file: &WholeFile,
    step: &Step<'_>,
) -> Result<Plan, Fault> {
    let known_settings = diary.settings()?;
    let survey = file.survey();
    let mut plan = Plan {
        wanted: vec![false; survey.records()],
        referring: referring(),
        settings: survey
            .settings
            .iter()
            .filter(|(name, _)| !known_settings.contains_key(*name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
        ..Plan::default()
    };
    weigh_reminders(&mut plan, &Reminders::of(schedule)?, &survey.reminders);
    let mut weighing = Weighing {
        diary,
        plan,
        keys: HashMap::new(),
        coming: Vec::new(),
        own: Vec::new(),
    };
    // What others refer to first: how it is called here decides what they mean.
    for (number, record) in &survey.called {
        weighing.weigh(*number, record.clone())?;
    }
    file.each_record(step, &mut |number, record| {
        if CALLED.contains(&record.table) {
            return Ok(());
        }
        weighing.weigh(number, record)
    })?;
    Ok(weighing.plan)
}

/// The weighing of records. Of what is there and of what comes in only the prints are kept, since there may be a million.
struct Weighing<'d> {
    diary: &'d Diary,
    plan: Plan,
    /// By kind: where what there is one of is found, by the print of what makes it that one.
    keys: HashMap<&'static str, HashMap<u64, There>>,
    /// Names of records that come in, and prints of what they say.
    coming: Vec<(Id, u64)>,
    /// Names of records that are here.
    own: Vec<Id>,
}

/// A record of which there is one.
#[derive(Clone, Copy)]
enum There {
    /// Here, at that place of the names.
    Own(u32),
    /// In the text, at that place of those that come in.
    Coming(u32),
}

/// A short print of a text; that two of a diary are alike by chance does not happen.
fn print(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn print_of(values: &[Value]) -> u64 {
    print(&format!("{values:?}"))
}

impl Weighing<'_> {
    /// What there is one of among the records of a kind that are here.
    fn keys_of(&mut self, table: &'static str) -> Result<&mut HashMap<u64, There>, Fault> {
        if !self.keys.contains_key(table) {
            let mut there = HashMap::new();
            let own = &mut self.own;
            self.diary
                .each_plain(table, |record| -> Result<(), Fault> {
                    if let Some(key) = key(&record) {
                        there.insert(print(&key), There::Own(place(own.len())));
                        own.push(record.id);
                    }
                    Ok(())
                })?;
            self.keys.insert(table, there);
        }
        Ok(self.keys.entry(table).or_default())
    }

    fn weigh(&mut self, number: usize, mut record: Plain) -> Result<(), Fault> {
        self.plan.rename(&mut record);
        let key = key(&record).map(|key| print(&key));
        let there = self.keys_of(record.table)?;
        let alike = key.and_then(|key| there.get(&key).copied());
        let known = match self.diary.plain(record.table, record.id)? {
            Some(known) => Some((known.id, known.values == record.values)),
            None => match alike {
                Some(There::Own(place)) => {
                    let id = self.own.get(place as usize).copied();
                    let known = id
                        .map(|id| self.diary.plain(record.table, id))
                        .transpose()?;
                    known
                        .flatten()
                        .map(|known| (known.id, known.values == record.values))
                }
                // What the text itself says twice comes in once.
                Some(There::Coming(place)) => self
                    .coming
                    .get(place as usize)
                    .map(|(id, said)| (*id, *said == print_of(&record.values))),
                None => None,
            },
        };
        match known {
            None => {
                if let Some(key) = key {
                    let coming = There::Coming(place(self.coming.len()));
                    self.coming.push((record.id, print_of(&record.values)));
                    self.keys_of(record.table)?.insert(key, coming);
                }
                self.plan.changes.new += 1;
                if let Some(wanted) = self.plan.wanted.get_mut(number) {
                    *wanted = true;
                }
            }
            Some((own, same)) => {
                if CALLED.contains(&record.table) {
                    self.plan.names.insert(record.id, own);
                }
                if same {
                    self.plan.changes.same += 1;
                } else {
                    self.plan.changes.conflict += 1;
                }
            }
        }
        Ok(())
    }
}

/// A place in a list that is never longer than what a file may hold.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
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
    pub(super) fn preview_whole(&self, file: &WholeFile, plan: &Plan) -> ImportPreview {
        let survey = file.survey();
        let line = |id: &str, value: String| NamedText {
            name: self.words.text(id, &[]),
            text: value,
        };
        let mut summary = vec![
            line("import-format", self.format_name(NAME)),
            line("import-sleeps", survey.sleeps.len().to_string()),
            line("import-records", survey.records().to_string()),
            line("import-new", plan.changes.new.to_string()),
            line("import-same", plan.changes.same.to_string()),
            line("import-conflict", plan.changes.conflict.to_string()),
        ];
        // They lie apart from the diary, and stay when the import is taken back.
        for (id, count) in [
            ("import-reminders", plan.reminders.len()),
            ("import-pauses", plan.reminders.pauses.len()),
        ] {
            if count > 0 {
                summary.push(line(id, count.to_string()));
            }
        }
        ImportPreview {
            format: NAME.to_owned(),
            title: self.format_name(NAME),
            sleeps: survey.sleeps.clone(),
            steps_by_day: BTreeMap::new(),
            heart_by_day: BTreeMap::new(),
            workouts: Vec::new(),
            other: survey.by_kind.clone(),
            skipped: survey
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
            updated: 0,
            summary,
            home_zone: self.zone().name().to_owned(),
        }
    }
}
