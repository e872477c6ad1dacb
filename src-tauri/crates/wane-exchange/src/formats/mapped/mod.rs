//! Tables of any kind, read by what somebody says their columns are.
//!
//! A [`Mapping`] gives every column a [`Role`]; some programs' tables have theirs ready in [`presets`], for any other
//! [`guess`](fn@guess) makes a first proposal from names and contents that the person corrects.

mod cells;
mod guess;
pub(super) mod presets;
mod scales;

use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
};

use chrono::{Days, NaiveDate, NaiveDateTime};
use wane_domain::{
    Fold, Moment,
    diary::{Occasion, OffsetCertainty, SleepKind, Stages},
    scale::{Quality, Rating},
};

use crate::{
    FactorKind, Format, Found, FoundDuration, FoundFactor, FoundNight, FoundRating, Input,
    ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules,
    sheet::{Row, Sheet},
    stamps,
};
use cells::{At, Cells};
pub use guess::{Columns, guess};
use presets::Preset;

/// What a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Nothing that comes in.
    Ignore,
    /// When the sleep began: date and time.
    Start,
    /// When it ended: date and time.
    End,
    /// The date of waking.
    Date,
    /// When the sleep began: time of day.
    StartTime,
    /// When it ended: time of day.
    EndTime,
    /// The offset of the clock, such as `UTC-08:00`.
    Offset,
    /// The row's own name.
    Name,
    /// Whether it was a nap.
    Nap,
    /// How long asleep.
    Asleep,
    /// How long in bed.
    InBed,
    /// How long awake in bed.
    Awake,
    /// How long in light sleep.
    Light,
    /// How long in deep sleep.
    Deep,
    /// How long in REM sleep.
    Rem,
    /// How good the night was, 1 to 5.
    Quality,
    /// Pain on waking, 0 to 10.
    PainMorning,
    /// Pain of the day, 0 to 10.
    PainDay,
    /// Something the person tracks, under the column's name.
    Factor,
    /// Several things the person tracks in one cell, such as `Sleep quality: 8/10 points | Walk: 0:30`.
    Scales,
}

impl Role {
    /// All of them, in the order in which they are offered.
    pub const ALL: &[Role] = &[
        Role::Ignore,
        Role::Start,
        Role::End,
        Role::Date,
        Role::StartTime,
        Role::EndTime,
        Role::Asleep,
        Role::InBed,
        Role::Awake,
        Role::Light,
        Role::Deep,
        Role::Rem,
        Role::Nap,
        Role::Quality,
        Role::PainMorning,
        Role::PainDay,
        Role::Factor,
        Role::Scales,
        Role::Offset,
        Role::Name,
    ];

    /// A stable name, for programs and for choosing a message.
    pub const fn code(self) -> &'static str {
        match self {
            Role::Ignore => "ignore",
            Role::Start => "start",
            Role::End => "end",
            Role::Date => "date",
            Role::StartTime => "start-time",
            Role::EndTime => "end-time",
            Role::Offset => "offset",
            Role::Name => "name",
            Role::Nap => "nap",
            Role::Asleep => "asleep",
            Role::InBed => "in-bed",
            Role::Awake => "awake",
            Role::Light => "light",
            Role::Deep => "deep",
            Role::Rem => "rem",
            Role::Quality => "quality",
            Role::PainMorning => "pain-morning",
            Role::PainDay => "pain-day",
            Role::Factor => "factor",
            Role::Scales => "scales",
        }
    }

    /// The role of that name.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.iter().copied().find(|role| role.code() == code)
    }

    /// Whether several columns may have it.
    pub const fn is_shared(self) -> bool {
        matches!(self, Role::Ignore | Role::Factor | Role::Scales)
    }
}

/// In which order day, month and year stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// 31.12.2024, and 2024-12-31 all the same.
    #[default]
    DayFirst,
    /// 12/31/2024.
    MonthFirst,
}

/// What numbers of a length count; lengths such as `7:05` say it themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// Minutes.
    #[default]
    Minutes,
    /// Seconds.
    Seconds,
    /// Hours.
    Hours,
}

/// What the columns of a table are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// A role for every column, in their order.
    pub roles: Vec<Role>,
    /// How dates are written.
    pub dates: DateOrder,
    /// What lengths count.
    pub unit: Unit,
    /// Whether the person wrote it down, rather than a device: then rows are nights as felt.
    pub by_hand: bool,
}

impl Mapping {
    /// What is missing before anything can come in; `None` if it will do.
    pub fn lacks(&self) -> Option<Lack> {
        let has = |role| self.roles.contains(&role);
        let twice = self
            .roles
            .iter()
            .enumerate()
            .any(|(index, role)| !role.is_shared() && self.roles[..index].contains(role));
        let whole = has(Role::Start) && has(Role::End);
        let timed = has(Role::Date) && has(Role::StartTime) && has(Role::EndTime);
        let by_length = has(Role::Start) && (has(Role::InBed) || has(Role::Asleep));
        let daily = has(Role::Date)
            && [
                Role::Quality,
                Role::PainMorning,
                Role::PainDay,
                Role::Factor,
                Role::Scales,
            ]
            .into_iter()
            .any(has);
        if twice {
            Some(Lack::Twice)
        } else if whole || timed || by_length || daily {
            None
        } else {
            Some(Lack::Times)
        }
    }
}

/// Why a mapping will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Neither start and end, nor a date with something to say about it.
    Times,
    /// Two columns with a role that only one can have.
    Twice,
}

/// The most factors a table can bring.
const MAX_FACTORS: usize = 200;

/// Reads tables by a mapping, or by a preset that knows the columns by name.
pub(crate) struct Reader {
    settings: Settings,
    format: Format,
    plan: Plan,
    gathered: Gathered,
    nights: BTreeMap<NaiveDate, FoundNight>,
    ratings: BTreeMap<(NaiveDate, Occasion), FoundRating>,
    durations: Vec<FoundDuration>,
    factors: BTreeMap<String, BTreeMap<NaiveDate, f64>>,
}

enum Plan {
    Mapping(Mapping),
    Preset(&'static Preset),
    /// By the proposal, as it is.
    Guess,
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
            factors: BTreeMap::new(),
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
            Plan::Preset(preset) => preset.mapping(names),
            Plan::Guess => proposal,
        };
        if mapping.lacks().is_some() || mapping.roles.len() > names.len() {
            return Err(ReadError::Malformed {
                file: file.to_owned(),
                what: "a column for the times",
            });
        }
        Ok(mapping)
    }

    fn row(
        &mut self,
        row: &Row<'_>,
        mapping: &Mapping,
        places: &HashMap<Role, usize>,
        names: &[String],
        place: Place<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), Refused> {
        let greenwich = matches!(self.plan, Plan::Preset(preset) if preset.greenwich);
        let cells = Cells {
            row,
            mapping,
            places,
            greenwich,
        };
        let home = self.settings.home_zone;
        let mut length = |role: Role| match cells.length(role) {
            Ok(length) => length,
            Err(why) => {
                let name = names.get(places[&role]).map(String::as_str);
                ledger.skip(place.file, What::Value, name, why, Some(place.line));
                None
            }
        };
        let parts = [Role::Light, Role::Deep, Role::Rem].map(&mut length);
        let sum = parts.iter().flatten().copied().reduce(|a, b| a + b);
        let (asleep, awake, in_bed) = (
            // Nought is how some programs write that they do not know.
            length(Role::Asleep)
                .or(sum)
                .filter(|minutes| *minutes > 0.0),
            length(Role::Awake),
            length(Role::InBed),
        );
        let stated = in_bed.or_else(|| Some(asleep? + awake?));
        let interval = interval(&cells, home, stated)?;
        let stated_date = cells.date()?;
        let date = match stated_date {
            Some(date) => Some(date),
            None => interval.as_ref().map(|(_, end, _)| end.date()),
        };
        if let Some(date) = date {
            if !rules::sane_date(date) {
                return Err((Role::Date, Why::DateOutOfRange));
            }
            self.day(&cells, date, names, place, ledger);
        }
        match interval {
            Some((start, end, _)) if mapping.by_hand => {
                rules::interval(&start, &end).map_err(|why| (Role::End, why))?;
                let whole = |minutes: Option<f64>| {
                    minutes
                        .filter(|minutes| *minutes <= 1440.0)
                        .map(|minutes| minutes.round() as u16)
                };
                let night = self
                    .nights
                    .entry(end.date())
                    .or_insert_with(|| FoundNight::of(end.date()));
                night.lights_out = Some(start);
                night.final_wake = Some(end);
                night.waso_min = whole(awake);
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
                self.gathered.add(sleep, ("start", "end"), place, ledger);
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
    fn day(
        &mut self,
        cells: &Cells<'_>,
        date: NaiveDate,
        names: &[String],
        place: Place<'_>,
        ledger: &mut Ledger,
    ) {
        let mut note = |index: usize, why: Why| {
            let name = names.get(index).map(String::as_str);
            ledger.skip(place.file, What::Value, name, why, Some(place.line));
        };
        for (role, occasion) in [
            (Role::PainMorning, Occasion::Morning),
            (Role::PainDay, Occasion::Evening),
        ] {
            let Some(&index) = cells.places.get(&role) else {
                continue;
            };
            match cells.whole(role).map(|number| number.map(Rating::new)) {
                Ok(Some(Ok(rating))) => {
                    self.ratings
                        .entry((date, occasion))
                        .or_insert_with(|| FoundRating {
                            source_key: format!("{date}/{}", role.code()),
                            date,
                            occasion,
                            rating,
                        });
                }
                Ok(None) => {}
                Ok(Some(Err(_))) => note(index, Why::OutOfRange),
                Err(why) => note(index, why),
            }
        }
        if let Some(&index) = cells.places.get(&Role::Quality) {
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
        for (index, role) in cells.mapping.roles.iter().enumerate() {
            let Some(text) = cells.row.at(index) else {
                continue;
            };
            match role {
                Role::Factor => match cells::amount(text, cells.row.comma_decimals()) {
                    Some(amount) => self.factor(&names[index], date, amount),
                    None => note(index, Why::NotANumber),
                },
                Role::Scales => {
                    for scale in scales::read(text) {
                        match scale {
                            scales::Scale::Asleep(asleep_min) => {
                                self.durations.push(FoundDuration { date, asleep_min });
                                note(index, Why::NoInterval);
                            }
                            scales::Scale::Amount(name, amount) => self.factor(&name, date, amount),
                            scales::Scale::Unknown => note(index, Why::UnknownWord),
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn factor(&mut self, name: &str, date: NaiveDate, amount: f64) {
        let name: String = name
            .trim()
            .chars()
            .filter(|one| !one.is_control())
            .take(80)
            .collect();
        if name.is_empty()
            || (self.factors.len() >= MAX_FACTORS && !self.factors.contains_key(&name))
        {
            return;
        }
        self.factors
            .entry(name)
            .or_default()
            .entry(date)
            .or_insert(amount);
    }
}

/// Start, end and how sure the offset is; `None` if the row has no times.
fn interval(
    cells: &Cells<'_>,
    home: chrono_tz::Tz,
    stated: Option<f64>,
) -> Result<Option<(Moment, Moment, OffsetCertainty)>, Refused> {
    let offset = cells.text(Role::Offset).and_then(stamps::offset);
    let on_clock = |from: NaiveDateTime, to: NaiveDateTime| {
        // A clock whose offset is known needs no home.
        if let Some(offset) = offset {
            let east = chrono::Duration::seconds(i64::from(offset));
            let stamp = |local: NaiveDateTime| stamps::Stamp {
                instant: (local - east).and_utc(),
                offset: Some(offset),
            };
            return (
                stamp(from).moment(home),
                stamp(to).moment(home),
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
            let Some(length) = stated else {
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
        let mut proposal = Mapping::default();
        if matches!(self.plan, Plan::Guess) {
            (&mut *data)
                .take(guess::MOST_BYTES)
                .read_to_end(&mut start)
                .map_err(|error| ReadError::from_io(file, error))?;
            proposal = guess(Input::from_bytes(file, start.clone()))?.mapping;
        }
        let mut sheet = open(file, start.as_slice().chain(data))?;
        let names = sheet.names().to_vec();
        let mapping = self.mapping(&names, proposal, file)?;
        let places: HashMap<Role, usize> = mapping
            .roles
            .iter()
            .enumerate()
            .rev()
            .map(|(index, role)| (*role, index))
            .collect();
        while let Some(row) = sheet.next(ledger)? {
            self.gathered.see(file)?;
            ledger.count("rows", 1);
            let place = Place {
                file,
                line: row.line,
            };
            if let Err((role, why)) = self.row(&row, &mapping, &places, &names, place, ledger) {
                let name = places.get(&role).and_then(|index| names.get(*index));
                ledger.skip(
                    file,
                    What::Row,
                    name.map(String::as_str),
                    why,
                    Some(place.line),
                );
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let mut found = Found::nothing(self.format, self.settings.home_zone);
        found.sleeps = self.gathered.finish(ledger);
        found.nights = self.nights.into_values().collect();
        found.ratings = self.ratings.into_values().collect();
        found.durations = self.durations;
        found.durations.sort_by_key(|duration| duration.date);
        found.factors = self
            .factors
            .into_iter()
            .map(|(name, values)| {
                let yes_no = values.values().all(|value| *value == 0.0 || *value == 1.0);
                let kind = if yes_no {
                    FactorKind::YesNo
                } else {
                    FactorKind::Amount
                };
                (name, FoundFactor { kind, values })
            })
            .collect();
        found
    }
}

/// Opens a table of which nothing is known: the delimiter is the one that splits the first row most.
fn open<R: Read>(file: &str, data: R) -> Result<Sheet<R>, ReadError> {
    Sheet::open(file, data, |name| !name.is_empty())
}
