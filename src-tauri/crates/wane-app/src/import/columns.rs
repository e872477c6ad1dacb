//! Tables nobody knows: a proposal for their columns, and remembering what was said of them.

use serde::{Deserialize, Serialize};
use wane_exchange::{
    Columns, DateOrder, Found, Lack, Mapping, Role, Settings, Unit, guess, read_mapped,
};
use wane_store::{Diary, Label};

use super::{open, watch::Step};
use crate::{App, fault::Fault, settings, wire::*};

/// The setting that holds what was said of tables.
const SETTING: &str = "import-columns";

/// How many kinds of tables are remembered, newest first.
const REMEMBERED: usize = 50;

/// What was said of one kind of table, which the names of its columns tell from others.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Said {
    signature: String,
    mapping: ColumnMapping,
}

const DATES: [(&str, DateOrder); 2] = [
    ("day-first", DateOrder::DayFirst),
    ("month-first", DateOrder::MonthFirst),
];

const UNITS: [(&str, Unit); 3] = [
    ("minutes", Unit::Minutes),
    ("seconds", Unit::Seconds),
    ("hours", Unit::Hours),
];

fn named<T: Copy + PartialEq>(table: &[(&'static str, T)], value: T) -> String {
    let found = table.iter().find(|(_, there)| *there == value);
    found.map_or(table[0].0, |(name, _)| name).to_owned()
}

/// The stable name of a unit.
pub(super) fn unit_code(unit: Unit) -> String {
    named(&UNITS, unit)
}

fn of_name<T: Copy>(
    table: &[(&'static str, T)],
    name: &str,
    field: &'static str,
) -> Result<T, Fault> {
    let found = table.iter().find(|(there, _)| *there == name);
    found
        .map(|(_, value)| *value)
        .ok_or_else(|| Fault::bad_input(field))
}

impl From<&Mapping> for ColumnMapping {
    fn from(mapping: &Mapping) -> Self {
        ColumnMapping {
            roles: mapping
                .roles
                .iter()
                .map(|role| role.code().to_owned())
                .collect(),
            dates: named(&DATES, mapping.dates),
            unit: named(&UNITS, mapping.unit),
            by_hand: mapping.by_hand,
        }
    }
}

/// The mapping a request means.
fn meant(mapping: &ColumnMapping) -> Result<Mapping, Fault> {
    let roles = mapping
        .roles
        .iter()
        .map(|code| Role::from_code(code).ok_or_else(|| Fault::bad_input("roles")))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Mapping {
        roles,
        dates: of_name(&DATES, &mapping.dates, "dates")?,
        unit: of_name(&UNITS, &mapping.unit, "unit")?,
        by_hand: mapping.by_hand,
    })
}

fn columns_of(path: &str) -> Result<Columns, Fault> {
    let file = open::files(&[path.to_owned()])?
        .into_iter()
        .next()
        .ok_or_else(|| Fault::bad_input("path"))?;
    Ok(guess(file)?)
}

fn said(diary: &Diary) -> Result<Vec<Said>, Fault> {
    Ok(settings::read_json(diary, SETTING)?.unwrap_or_default())
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn import_columns(&self, request: ColumnsRequest) -> Result<ColumnsView, Fault> {
        let columns = columns_of(&request.path)?;
        let before = said(&self.rooms().diary)?
            .into_iter()
            .find(|said| said.signature == columns.signature())
            .map(|said| said.mapping);
        let choices = |room: &str, codes: &mut dyn Iterator<Item = &'static str>| {
            codes
                .map(|code| CodedText {
                    code: code.to_owned(),
                    text: self.words.text(&format!("{room}-{code}"), &[]),
                })
                .collect()
        };
        Ok(ColumnsView {
            remembered: before.is_some(),
            mapping: before.unwrap_or_else(|| ColumnMapping::from(&columns.mapping)),
            columns: columns
                .names
                .iter()
                .enumerate()
                .map(|(index, name)| ColumnView {
                    name: name.clone(),
                    samples: columns.rows.iter().map(|row| row[index].clone()).collect(),
                })
                .collect(),
            roles: choices("column-role", &mut Role::ALL.iter().map(|role| role.code())),
            dates: choices("column-dates", &mut DATES.iter().map(|(code, _)| *code)),
            units: choices("column-unit", &mut UNITS.iter().map(|(code, _)| *code)),
        })
    }

    /// Reads files by what a request says their columns are.
    pub(super) fn read_by(
        &self,
        mapping: &ColumnMapping,
        paths: &[String],
        settings: &Settings,
        step: &Step<'_>,
    ) -> Result<Found, Fault> {
        let mapping = meant(mapping)?;
        match mapping.lacks() {
            Some(Lack::Times) => return Err(Fault::refused("error-columns-times")),
            Some(Lack::Twice) => return Err(Fault::refused("error-columns-twice")),
            None => {}
        }
        let files = open::files(paths)?;
        Ok(read_mapped(
            files,
            mapping,
            settings,
            &mut |done, total| step.advance(done, total),
        )?)
    }

    /// Reads a table nobody knows by what was said of such a table before; `None` if nothing was.
    pub(super) fn read_as_before(
        &self,
        paths: &[String],
        settings: &Settings,
        step: &Step<'_>,
    ) -> Result<Option<Found>, Fault> {
        let [path] = paths else {
            return Ok(None);
        };
        let Ok(columns) = columns_of(path) else {
            return Ok(None);
        };
        let before = said(&self.rooms().diary)?
            .into_iter()
            .find(|said| said.signature == columns.signature());
        before
            .map(|said| self.read_by(&said.mapping, paths, settings, step))
            .transpose()
    }

    /// Remembers what was said of a table; what was remembered before, to go back to, if anything is new.
    pub(super) fn remember(
        &self,
        diary: &mut Diary,
        paths: &[String],
        mapping: &ColumnMapping,
    ) -> Result<Option<(&'static str, Option<String>)>, Fault> {
        let Some(signature) = paths
            .first()
            .and_then(|path| Some(columns_of(path).ok()?.signature()))
        else {
            return Ok(None);
        };
        let mut all = said(diary)?;
        all.retain(|said| said.signature != signature);
        all.insert(
            0,
            Said {
                signature,
                mapping: mapping.clone(),
            },
        );
        all.truncate(REMEMBERED);
        let before = diary.setting(SETTING)?;
        let text = settings::to_json(&all)?;
        diary.change(Label::new("settings"), self.now(), |change| {
            change.set_setting(SETTING, Some(&text))
        })?;
        Ok(Some((SETTING, before)))
    }
}
