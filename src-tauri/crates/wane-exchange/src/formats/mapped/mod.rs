//! Tables of any kind, read by what somebody says their columns are.
//!
//! A [`Mapping`] gives every column a [`Role`]; some programs' tables have theirs ready in [`presets`], for any other
//! [`guess`](fn@guess) makes a first proposal from names and contents that the person corrects.

mod cells;
mod felt;
mod guess;
mod mapping;
mod names;
pub(super) mod presets;
mod scales;

use std::{
    collections::{BTreeMap, HashMap, btree_map::Entry},
    io::Read,
};

use chrono::{Days, NaiveDate, NaiveDateTime};
use wane_domain::{
    Fold, Moment,
    diary::{Occasion, OffsetCertainty, SleepKind, Stages},
    scale::{Quality, Rating},
};

use crate::{
    ColumnUsed, FactorKind, Format, Found, FoundDuration, FoundNight, FoundRating, Input,
    ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules,
    sheet::{Row, Sheet},
    stamps,
    tracked::Tracked,
};
use cells::{At, Cells};
pub use guess::{Columns, guess};
pub use mapping::{DateOrder, Lack, Mapping, Role, Unit};
use names::Words;
use presets::Preset;

/// Reads tables by a mapping, or by a preset that knows the columns by name.
pub(crate) struct Reader {
    settings: Settings,
    format: Format,
    plan: Plan,
    gathered: Gathered,
    nights: BTreeMap<NaiveDate, FoundNight>,
    ratings: BTreeMap<(NaiveDate, Occasion), FoundRating>,
    durations: Vec<FoundDuration>,
    tracked: Tracked,
    columns: Vec<ColumnUsed>,
}

enum Plan {
    Mapping(Mapping),
    Preset(&'static Preset),
    /// By the proposal, as it is.
    Guess,
}

/// How a table is laid out.
struct Layout {
    mapping: Mapping,
    /// The names of the columns.
    names: Vec<String>,
    /// The first column of each role.
    places: HashMap<Role, usize>,
    /// What the columns of lengths count whose names tell it.
    units: HashMap<Role, Unit>,
}

impl Layout {
    /// `units_in_names` says whether a length counts what its column's name tells, if it tells anything.
    fn new(mapping: Mapping, names: Vec<String>, units_in_names: bool) -> Layout {
        let columns = mapping.roles.iter().enumerate().rev();
        let places: HashMap<Role, usize> = columns.map(|(index, role)| (*role, index)).collect();
        let told =
            |(role, index): (&Role, &usize)| Some((*role, Words::of(&names[*index]).unit()?));
        let units = if units_in_names {
            places.iter().filter_map(told).collect()
        } else {
            HashMap::new()
        };
        Layout {
            mapping,
            names,
            places,
            units,
        }
    }

    /// Where a role's column stands.
    fn place(&self, role: Role) -> Option<usize> {
        self.places.get(&role).copied()
    }

    /// The name of a role's column.
    fn name(&self, role: Role) -> Option<&str> {
        self.names.get(self.place(role)?).map(String::as_str)
    }

    /// The columns that say something, by name.
    fn used(&self) -> Vec<ColumnUsed> {
        let columns = self.names.iter().zip(&self.mapping.roles);
        let used = |(name, role): (&String, &Role)| ColumnUsed {
            name: name.clone(),
            role: *role,
            unit: role.is_length().then(|| self.unit(*role)),
        };
        let says = |(_, role): &(_, &Role)| **role != Role::Ignore;
        columns.filter(says).map(used).collect()
    }

    /// What the numbers of a length's column count.
    fn unit(&self, role: Role) -> Unit {
        self.units.get(&role).copied().unwrap_or(self.mapping.unit)
    }
}

/// What could not be used of a row: the role whose column it was, and the reason.
type Refused = (Role, Why);

impl Reader {
    pub(crate) fn new(settings: Settings, format: Format, mapping: Mapping) -> Self {
        Self::with(settings, format, Plan::Mapping(mapping))
    }

    pub(crate) fn preset(settings: Settings, format: Format, preset: &'static Preset) -> Self {
        Self::with(settings, format, Plan::Preset(preset))
    }

    pub(crate) fn guessing(settings: Settings, format: Format) -> Self {
        Self::with(settings, format, Plan::Guess)
    }

    fn with(settings: Settings, format: Format, plan: Plan) -> Self {
        Reader {
            settings,
            format,
            plan,
            gathered: Gathered::default(),
            nights: BTreeMap::new(),
            ratings: BTreeMap::new(),
            durations: Vec::new(),
            tracked: Tracked::default(),
            columns: Vec::new(),
        }
    }

    fn mapping(
        &self,
        names: &[String],
        proposal: Mapping,
        file: &str,
    ) -> Result<Mapping, ReadError> {
        let mapping = match &self.plan {
            Plan::Mapping(mapping) => mapping.clone(),
            Plan::Preset(preset) => preset.mapping(names, proposal.dates),
            Plan::Guess => proposal,
        };
        let is_known = matches!(self.plan, Plan::Preset(preset) if preset.needs.is_some());
        if (mapping.lacks().is_some() && !is_known) || mapping.roles.len() > names.len() {
            return Err(ReadError::NoTimes {
                file: file.to_owned(),
            });
        }
        Ok(mapping)
    }

    /// Says of a known program's columns which are missing and which are not kept.
    fn say_what_is_not_kept(&self, names: &[String], file: &str, ledger: &mut Ledger) {
        let Plan::Preset(preset) = self.plan else {
            return;
        };
        let is_there = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
        if let Some(column) = preset.needs.filter(|column| !is_there(column)) {
            let (what, why) = (What::Column, Why::MissingField);
            ledger.skip(file, what, Some(column), why, None);
        }
        for column in preset.not_kept.iter().filter(|column| is_there(column)) {
            ledger.skip(file, What::Column, Some(column), Why::NotKept, None);
        }
    }

    fn row(
        &mut self,
        row: &Row<'_>,
        layout: &Layout,
        place: Place<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), Refused> {
        let greenwich = matches!(self.plan, Plan::Preset(preset) if preset.greenwich);
        let cells = Cells {
            row,
            layout,
            greenwich,
        };
        let home = self.settings.home_zone;
        let mut length = |role: Role| match cells.length(role) {
            Ok(length) => length,
            Err(why) => {
                let name = layout.name(role);
                ledger.skip(place.file, What::Value, name, why, Some(place.line));
                None
            }
        };
        let parts = [Role::Light, Role::Deep, Role::Rem].map(&mut length);
        let sum = parts.iter().flatten().copied().reduce(|a, b| a + b);
        // Nought is how some programs write that they do not know.
        let something = |minutes: &f64| *minutes > 0.0;
        let (asleep, awake, in_bed) = (
            length(Role::Asleep).or(sum).filter(something),
            length(Role::Awake),
            length(Role::InBed).filter(something),
        );
        let stated = in_bed.or_else(|| Some(asleep? + awake?));
        let interval = interval(&cells, home, stated, asleep)?;
        let stated_date = cells.date()?;
        let date = match stated_date {
            Some(date) => Some(date),
            None => interval.as_ref().map(|(_, end, _)| end.date()),
        };
        if let Some(date) = date {
            if !rules::sane_date(date) {
                return Err((Role::Date, Why::DateOutOfRange));
            }
            self.day(&cells, date, place, ledger);
        }
        match interval {
            Some((start, end, _)) if layout.mapping.by_hand => {
                for (moment, role) in [(start, Role::Start), (end, Role::End)] {
                    if !rules::sane_date(moment.date()) {
                        return Err((role, Why::DateOutOfRange));
                    }
                }
                let night = self
                    .nights
                    .entry(end.date())
                    .or_insert_with(|| FoundNight::of(end.date()));
                felt::tell(night, (start, end), &cells, |role, why| {
                    let name = layout.name(role);
                    ledger.skip(place.file, What::Value, name, why, Some(place.line));
                })?;
            }
            Some((start, end, offset)) => {
                let key = cells.text(Role::Name).map_or_else(
                    || rules::fallback_key(&start.instant.to_rfc3339(), &end.instant.to_rfc3339()),
                    str::to_owned,
                );
                let whole = |minutes: Option<f64>| minutes.map(|minutes| minutes.round() as u32);
                let sleep = Sleep {
                    kind: cells.nap().map(|nap| {
                        if nap {
                            SleepKind::Nap
                        } else {
                            SleepKind::Night
                        }
                    }),
                    asleep,
                    awake,
                    in_bed: in_bed.map_or(InBed::Unknown, InBed::Minutes),
                    stages: Stages {
                        light: whole(parts[0]),
                        deep: whole(parts[1]),
                        rem: whole(parts[2]),
                        awake: whole(awake).filter(|_| sum.is_some()),
                        ..Stages::default()
                    },
                    date: stated_date,
                    ..Sleep::new(key, start, end, offset)
                };
                let name = |role, time| layout.name(role).or_else(|| layout.name(time));
                let ends = (
                    name(Role::Start, Role::StartTime).unwrap_or("start"),
                    name(Role::End, Role::EndTime).unwrap_or("end"),
                );
                self.gathered.add(sleep, ends, place, ledger);
            }
            None => {
                if let Some((date, asleep_min)) = date.zip(asleep) {
                    self.durations.push(FoundDuration { date, asleep_min });
                    let (what, why) = (What::Row, Why::NoInterval);
                    ledger.skip(place.file, what, None, why, Some(place.line));
                } else if date.is_none() {
                    return Err((Role::Date, Why::MissingField));
                }
            }
        }
        Ok(())
    }

    /// What a row says of its day.
    fn day(&mut self, cells: &Cells<'_>, date: NaiveDate, place: Place<'_>, ledger: &mut Ledger) {
        let layout = cells.layout;
        let mut note = |index: usize, why: Why| {
            let name = layout.names.get(index).map(String::as_str);
            ledger.skip(place.file, What::Value, name, why, Some(place.line));
        };
        for (role, occasion) in [
            (Role::PainMorning, Occasion::Morning),
            (Role::PainDay, Occasion::Evening),
        ] {
            let Some(index) = layout.place(role) else {
                continue;
            };
            match cells.whole(role).map(|number| number.map(Rating::new)) {
                Ok(Some(Ok(rating))) => match self.ratings.entry((date, occasion)) {
                    Entry::Vacant(free) => {
                        free.insert(FoundRating {
                            source_key: format!("{date}/{}", role.code()),
                            date,
                            occasion,
                            rating,
                        });
                    }
                    // A day has one; which of several was meant, nobody can know.
                    Entry::Occupied(there) if there.get().rating != rating => {
                        note(index, Why::DuplicateDate);
                    }
                    Entry::Occupied(_) => {}
                },
                Ok(None) => {}
                Ok(Some(Err(_))) => note(index, Why::OutOfRange),
                Err(why) => note(index, why),
            }
        }
        if let Some(index) = layout.place(Role::Quality) {
            match cells
                .whole(Role::Quality)
                .map(|number| number.map(Quality::new))
            {
                Ok(Some(Ok(quality))) => {
                    let night = self
                        .nights
                        .entry(date)
                        .or_insert_with(|| FoundNight::of(date));
                    night.quality = Some(quality);
                }
                Ok(None) => {}
                Ok(Some(Err(_))) => note(index, Why::OutOfRange),
                Err(why) => note(index, why),
            }
        }
        for (index, role) in layout.mapping.roles.iter().enumerate() {
            let Some(text) = cells.row.at(index) else {
                continue;
            };
            match role {
                Role::Factor => match cells::amount(text, cells.row.comma_decimals()) {
                    Some(amount) => {
                        if let Err(why) = self.tracked.first(&layout.names[index], date, amount) {
                            note(index, why);
                        }
                    }
                    None => note(index, Why::NotANumber),
                },
                Role::Scales => {
                    for scale in scales::read(text) {
                        match scale {
                            scales::Scale::Asleep(asleep_min) => {
                                self.durations.push(FoundDuration { date, asleep_min });
                                note(index, Why::NoInterval);
                            }
                            scales::Scale::Amount(name, amount) => {
                                if let Err(why) = self.tracked.first(&name, date, amount) {
                                    note(index, why);
                                }
                            }
                            scales::Scale::Unknown => note(index, Why::UnknownWord),
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

/// Start, end and how sure the offset is; `None` if the row has no times.
///
/// `stated` is the time in bed by the row's own words.
/// Where it says neither that nor when the sleep ended, it ended after the time asleep.
fn interval(
    cells: &Cells<'_>,
    home: chrono_tz::Tz,
    stated: Option<f64>,
    asleep: Option<f64>,
) -> Result<Option<(Moment, Moment, OffsetCertainty)>, Refused> {
    let offset = cells.text(Role::Offset).and_then(stamps::offset);
    let on_clock = |from: NaiveDateTime, to: NaiveDateTime| {
        // A clock whose offset is known needs no home.
        if let Some(offset) = offset {
            let east = chrono::Duration::seconds(i64::from(offset));
            let (from, to) = ((from - east).and_utc(), (to - east).and_utc());
            // One offset stands for both ends, also in a night in which the clocks change.
            let zone = rules::zone_for_sleep(from, to, offset, home).unwrap_or(home);
            return (
                Moment::new(from, zone),
                Moment::new(to, zone),
                OffsetCertainty::Stated,
            );
        }
        let (from, to) = rules::on_home_clock(from, to, home, stated);
        (from, to, OffsetCertainty::Assumed)
    };
    match (cells.at(Role::Start)?, cells.at(Role::End)?) {
        (Some(At::Clock(from)), Some(At::Clock(to))) => return Ok(Some(on_clock(from, to))),
        (Some(At::Stamp(from)), Some(At::Stamp(to))) => {
            let certainty = if offset.is_some() {
                OffsetCertainty::Stated
            } else {
                to.certainty()
            };
            let with = |stamp: stamps::Stamp| stamps::Stamp {
                offset: stamp.offset.or(offset),
                ..stamp
            };
            return Ok(Some((
                with(from).moment(home),
                with(to).moment(home),
                certainty,
            )));
        }
        (Some(_), Some(_)) => return Err((Role::End, Why::NotADate)),
        (Some(from), None) => {
            let Some(length) = stated.or(asleep) else {
                return Err((Role::End, Why::MissingField));
            };
            let (start, certainty) = match from {
                At::Stamp(stamp) => (stamp.moment(home), stamp.certainty()),
                At::Clock(local) => (
                    Moment::from_local(local, home, Fold::First),
                    OffsetCertainty::Assumed,
                ),
            };
            let end = stamps::after(start, length).ok_or((Role::End, Why::TooLong))?;
            return Ok(Some((start, end, certainty)));
        }
        (None, Some(_)) => return Err((Role::Start, Why::MissingField)),
        (None, None) => {}
    }
    let times = cells.time(Role::StartTime)?.zip(cells.time(Role::EndTime)?);
    let Some(((from, to), date)) = times.zip(cells.date()?) else {
        return Ok(None);
    };
    let begins = if from < to {
        Some(date)
    } else {
        date.checked_sub_days(Days::new(1))
    };
    let begins = begins.ok_or((Role::Date, Why::DateOutOfRange))?;
    Ok(Some(on_clock(begins.and_time(from), date.and_time(to))))
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut start = Vec::new();
        if !matches!(self.plan, Plan::Mapping(_)) {
            (&mut *data)
                .take(guess::MOST_BYTES)
                .read_to_end(&mut start)
                .map_err(|error| ReadError::from_io(file, error))?;
        }
        let looked_at = || Input::from_bytes(file, start.clone());
        let proposal = match self.plan {
            Plan::Mapping(_) => Mapping::default(),
            Plan::Guess => guess(looked_at())?.mapping,
            Plan::Preset(_) => Mapping {
                dates: guess::order_of(looked_at()),
                ..Mapping::default()
            },
        };
        let mut sheet = open(file, start.as_slice().chain(data))?;
        let names = sheet.names().to_vec();
        let mapping = self.mapping(&names, proposal, file)?;
        self.say_what_is_not_kept(&names, file, ledger);
        let is_preset = matches!(self.plan, Plan::Preset(_));
        let layout = Layout::new(mapping, names, !is_preset);
        if matches!(self.plan, Plan::Guess) {
            self.columns = layout.used();
        }
        if !layout.mapping.by_hand {
            // A measured sleep has no place for them.
            for name in Role::FELT.into_iter().filter_map(|role| layout.name(role)) {
                ledger.skip(file, What::Column, Some(name), Why::NotKept, None);
            }
        }
        while let Some(row) = sheet.next(ledger)? {
            self.gathered.see(file)?;
            ledger.count("rows", 1);
            let place = Place {
                file,
                line: row.line,
            };
            if let Err((role, why)) = self.row(&row, &layout, place, ledger) {
                let name = layout.name(role);
                ledger.skip(file, What::Row, name, why, Some(place.line));
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(self.format, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found.nights = self.nights.into_values().collect();
        found.ratings = self.ratings.into_values().collect();
        found.columns = self.columns;
        found.durations = self.durations;
        found.durations.sort_by_key(|duration| duration.date);
        found.factors = self.tracked.found(|values| {
            if values.values().all(|value| *value == 0.0 || *value == 1.0) {
                FactorKind::YesNo
            } else {
                FactorKind::Amount
            }
        });
        found
    }
}

/// Opens a table of which nothing is known: the delimiter is the one that splits the first row most.
fn open<R: Read>(file: &str, data: R) -> Result<Sheet<R>, ReadError> {
    Sheet::open(file, data, |name| !name.is_empty())
}
