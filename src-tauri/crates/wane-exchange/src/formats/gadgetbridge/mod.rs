//! The database of Gadgetbridge, which speaks with watches of many makers in place of the makers' own programs.
//!
//! Every family of devices has its tables.
//! Those of the Mi Band and of Huami hold a sample a minute with what the person was doing, and no night anywhere;
//! newer watches of Huami tell nights beside them ([`huami`]), those of Xiaomi hold nights with their stages, and so do,
//! in their own ways, those of [`staged`].

mod huami;
mod staged;

use std::collections::{BTreeMap, HashMap};

use chrono_tz::Tz;
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, Stages},
};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    database::{Cell, Names, Tables},
    gather::{Gathered, InBed, Place, Sleep},
    input::Meter,
    ledger::Ledger,
    measured::{
        heart::Hearts,
        steps::{Preferred, Steps},
    },
    rules, stamps,
    stretches::{Phase, Segment, Stretches},
};

const DEVICES: &str = "device";
const XIAOMI_NIGHTS: &str = "xiaomi_sleep_time_sample";
const XIAOMI_STAGES: &str = "xiaomi_sleep_stage_sample";

/// The tables of samples, and what the numbers in them mean.
const FAMILIES: [(&str, Family); 3] = [
    ("mi_band_activity_sample", Family::MiBand),
    ("huami_extended_activity_sample", Family::Huami),
    // What one did is not in these samples: nights have a table of their own.
    ("xiaomi_activity_sample", Family::Xiaomi),
];

/// Wane does not read what the tables of other families that end so say.
/// Some have the end of the family's name without a bar before theirs, as `hybrid_hractivity_sample` has.
const OTHERS: [&str; 7] = [
    "activity_sample",
    "_activity_overlay",
    "_sleep_session_sample",
    "_sleep_stage_sample",
    "_sleep_sample",
    "_misfit_sample",
    "_morpheuz_sample",
];

/// A sample stands for the time to the next one, and for no more than this, in seconds.
const LONGEST_SAMPLE: i64 = 5 * 60;

/// Somebody who is awake for longer than this has got up, in seconds.
const LONGEST_WAKE: i64 = 2 * 60 * 60;

/// What is not longer than this is no sleep, in seconds.
const SHORTEST_SLEEP: i64 = 5 * 60;

/// More samples than this are no person's: twenty years of minutes.
const MAX_SAMPLES: usize = 10_000_000;

/// Stamps beyond this are milliseconds, in seconds.
const MILLISECONDS_FROM: i64 = 100_000_000_000;

/// Huami's own measure of a stage, of 127, from which on it is one.
const REM_FROM: i64 = 55;
const DEEP_FROM: i64 = 42;

/// Whether a database is one of these.
pub(crate) fn has_tables(tables: &Names) -> bool {
    let is_known =
        |name: &str| name == XIAOMI_NIGHTS || OTHERS.iter().any(|ending| name.ends_with(ending));
    tables.has(DEVICES) && tables.all().any(is_known)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    MiBand,
    Huami,
    Xiaomi,
}

/// What somebody did at a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Light,
    Deep,
    Rem,
    /// Awake, with the watch at the wrist.
    Awake,
    /// Nobody can know: the watch lay somewhere.
    NotWorn,
    /// As at the sample before.
    Same,
}

impl Doing {
    fn of(family: Family, kind: i64, deep: i64, rem: i64) -> Doing {
        match family {
            Family::MiBand => match kind & 15 {
                0 | 10 => Doing::Same,
                9 => Doing::Light,
                11 => Doing::Deep,
                3 | 6 => Doing::NotWorn,
                _ => Doing::Awake,
            },
            Family::Huami => match kind {
                120 if rem & 127 > REM_FROM => Doing::Rem,
                120 if deep & 127 > DEEP_FROM => Doing::Deep,
                120 => Doing::Light,
                115 | 118 => Doing::NotWorn,
                _ => Doing::Awake,
            },
            Family::Xiaomi => Doing::Awake,
        }
    }

    fn phase(self) -> Option<Phase> {
        match self {
            Doing::Light => Some(Phase::Core),
            Doing::Deep => Some(Phase::Deep),
            Doing::Rem => Some(Phase::Rem),
            Doing::Awake => Some(Phase::Awake),
            Doing::NotWorn | Doing::Same => None,
        }
    }
}

/// One sample, as small as it can be, since there may be millions: seconds, device, what somebody did.
type Sample = (u32, u16, Doing);

/// Reads databases.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
    stretches: Stretches,
    steps: Steps,
    hearts: Hearts,
    sources: Vec<String>,
    samples: usize,
    /// By source, when its watch tells of a sleep itself: spans of seconds in order.
    told: HashMap<usize, Vec<(i64, i64)>>,
}

/// Seconds from 1970, of a stamp in seconds or milliseconds.
fn seconds(at: &Cell) -> Option<i64> {
    let at = at.whole()?;
    let at = if at.abs() >= MILLISECONDS_FROM {
        at.div_euclid(1000)
    } else {
        at
    };
    let date = stamps::seconds(at)?.date_naive();
    rules::sane_date(date).then_some(at)
}

/// The devices of one database, by their numbers.
struct Devices(HashMap<i64, String>);

impl Devices {
    fn read(tables: &Tables<'_>, meter: &mut Meter<'_>) -> Result<Devices, ReadError> {
        let mut names = HashMap::new();
        let columns = ["_id", "alias", "name", "manufacturer"];
        tables.each(
            DEVICES,
            columns,
            meter,
            &mut |_, [id, alias, name, maker]| {
                let name = alias
                    .text()
                    .or_else(|| name.text())
                    .or_else(|| maker.text());
                if let Some((id, name)) = id.whole().zip(name)
                    && names.len() < usize::from(u16::MAX)
                {
                    names.insert(id, name);
                }
                Ok(())
            },
        )?;
        Ok(Devices(names))
    }

    fn name(&self, id: &Cell) -> String {
        self.name_of(id.whole().unwrap_or_default())
    }

    fn name_of(&self, id: i64) -> String {
        self.0.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::retold(),
            stretches: Stretches::default(),
            steps: Steps::default(),
            hearts: Hearts::default(),
            sources: Vec::new(),
            samples: 0,
            told: HashMap::new(),
        }
    }

    fn source(&mut self, name: &str) -> usize {
        if let Some(known) = self.sources.iter().position(|there| there == name) {
            return known;
        }
        self.sources.push(name.to_owned());
        self.sources.len() - 1
    }

    /// Reads the sleeps that watches of Huami tell themselves.
    fn huami(
        &mut self,
        tables: &Tables<'_>,
        devices: &Devices,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let home = self.settings.home_zone;
        let told = huami::read(tables, devices, home, &mut self.gathered, meter, ledger)?;
        for (device, spans) in told {
            let source = self.source(&devices.name_of(device));
            let there = self.told.entry(source).or_default();
            there.extend(spans);
            *there = rules::union(there);
        }
        Ok(())
    }

    /// Whether the watch itself tells of half of such a time or more: its minutes then only say the same less well.
    fn is_told(&self, source: usize, from: i64, to: i64) -> bool {
        let told = self.told.get(&source).map_or(&[][..], Vec::as_slice);
        let first = told.partition_point(|span| span.1 <= from);
        let within = told[first..].iter().take_while(|span| span.0 < to);
        let shared: i64 = within.map(|span| span.1.min(to) - span.0.max(from)).sum();
        shared > 0 && shared as f64 >= (to - from) as f64 * rules::SAME_SLEEP_SHARE
    }

    /// Reads one table of samples.
    fn samples(
        &mut self,
        tables: &Tables<'_>,
        (table, family): (&str, Family),
        devices: &Devices,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let file = tables.file();
        let mut samples: Vec<Sample> = Vec::new();
        let mut sources: HashMap<i64, usize> = HashMap::new();
        let mut readings = 0;
        let columns = [
            "timestamp",
            "device_id",
            "raw_kind",
            "steps",
            "heart_rate",
            "deep_sleep",
            "rem_sleep",
        ];
        tables.each(table, columns, meter, &mut |line, row| {
            let [at, device, kind, steps, pulse, deep, rem] = row;
            self.samples += 1;
            if self.samples > MAX_SAMPLES {
                return Err(ReadError::TooMany {
                    file: file.to_owned(),
                    max: MAX_SAMPLES,
                });
            }
            let (Some(at), Some(kind)) = (seconds(at), kind.whole()) else {
                ledger.skip(
                    file,
                    What::Row,
                    Some("TIMESTAMP"),
                    Why::NotADate,
                    Some(line),
                );
                return Ok(());
            };
            let number = device.whole().unwrap_or_default();
            let source = match sources.get(&number) {
                Some(source) => *source,
                None => {
                    let source = self.source(&devices.name(device));
                    sources.insert(number, source);
                    source
                }
            };
            if let Some(count) = steps.whole().filter(|count| (1..10_000).contains(count)) {
                self.steps.add(source, at, at + 60, count as f64);
                ledger.count("step_records", 1);
            }
            // 255 is no pulse, and neither is one of ten.
            let pulse = pulse.whole().filter(|pulse| (11..255).contains(pulse));
            if pulse.is_some_and(|pulse| self.hearts.reading(at, pulse as f64)) {
                readings += 1;
            }
            if let Some(max) = self.hearts.too_many() {
                return Err(ReadError::TooMany {
                    file: file.to_owned(),
                    max,
                });
            }
            let measure = |cell: &Cell| cell.whole().unwrap_or_default();
            let doing = Doing::of(family, kind, measure(deep), measure(rem));
            if family != Family::Xiaomi
                && let (Ok(at), Ok(source)) = (u32::try_from(at), u16::try_from(source))
            {
                samples.push((at, source, doing));
            }
            Ok(())
        })?;
        if readings > 0 {
            ledger.count("heart_rate_readings", readings);
        }
        samples.sort_unstable_by_key(|(at, source, _)| (*source, *at));
        self.nights(&samples, file, ledger)
    }

    /// Finds the sleeps among the samples of one table, which are in order.
    fn nights(
        &mut self,
        samples: &[Sample],
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut night: Vec<Segment> = Vec::new();
        let mut last: Option<(u16, Doing)> = None;
        for (index, (at, source, doing)) in samples.iter().enumerate() {
            let before = last.filter(|(of, _)| of == source);
            let doing = match doing {
                Doing::Same => before.map_or(Doing::NotWorn, |(_, doing)| doing),
                doing => *doing,
            };
            last = Some((*source, doing));
            let Some(phase) = doing.phase() else {
                continue;
            };
            let from = i64::from(*at);
            let next = samples
                .get(index + 1)
                .filter(|(_, of, _)| of == source)
                .map_or(from + 60, |(next, ..)| i64::from(*next));
            let to = next.min(from + LONGEST_SAMPLE);
            if from >= to {
                continue;
            }
            let of = usize::from(*source);
            let goes_on = night
                .iter()
                .rev()
                .find(|there| there.phase != Phase::Awake)
                .is_some_and(|asleep| asleep.source == of && from <= asleep.to + LONGEST_WAKE);
            if !goes_on {
                self.night(&mut night, file, ledger)?;
                if phase == Phase::Awake {
                    continue;
                }
            }
            match night.last_mut() {
                Some(there) if there.phase == phase && there.to == from => there.to = to,
                _ => night.push(Segment {
                    source: of,
                    phase,
                    from,
                    to,
                    zone: None,
                }),
            }
        }
        self.night(&mut night, file, ledger)
    }

    /// Hands one sleep on if it is one, from its first minute asleep to its last.
    fn night(
        &mut self,
        night: &mut Vec<Segment>,
        file: &str,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let asleep = |segment: &Segment| segment.phase != Phase::Awake;
        let last = night.iter().rposition(asleep);
        night.truncate(last.map_or(0, |last| last + 1));
        let ends = night.first().zip(night.last());
        let length = ends.map_or(0, |(first, last)| last.to - first.from);
        let is_told =
            ends.is_some_and(|(first, last)| self.is_told(first.source, first.from, last.to));
        if is_told {
            night.clear();
            return Ok(());
        }
        if length > SHORTEST_SLEEP {
            ledger.count("sleep_records", 1);
            for segment in night.iter() {
                self.stretches.add(*segment, file, 0, ledger)?;
            }
        } else if length > 0 {
            ledger.count("moments_of_sleep", 1);
        }
        night.clear();
        Ok(())
    }

    /// Reads the nights of Xiaomi's watches.
    fn xiaomi(
        &mut self,
        tables: &Tables<'_>,
        devices: &Devices,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let file = tables.file();
        let mut stages: HashMap<i64, BTreeMap<i64, i64>> = HashMap::new();
        let mut count = 0;
        let columns = ["timestamp", "device_id", "stage"];
        tables.each(XIAOMI_STAGES, columns, meter, &mut |_, row| {
            let [at, device, stage] = row;
            count += 1;
            if count > MAX_SAMPLES / 10 {
                return Err(ReadError::TooMany {
                    file: file.to_owned(),
                    max: MAX_SAMPLES / 10,
                });
            }
            if let Some((at, stage)) = seconds(at).zip(stage.whole()) {
                let of = stages
                    .entry(device.whole().unwrap_or_default())
                    .or_default();
                of.insert(at, stage);
            }
            Ok(())
        })?;
        let home = self.settings.home_zone;
        let columns = [
            "timestamp",
            "device_id",
            "wakeup_time",
            "total_duration",
            "deep_sleep_duration",
            "light_sleep_duration",
            "rem_sleep_duration",
            "awake_duration",
        ];
        let none = BTreeMap::new();
        tables.each(XIAOMI_NIGHTS, columns, meter, &mut |line, row| {
            let [at, device, wakes, total, deep, light, rem, awake] = row;
            self.gathered.see(file)?;
            ledger.count("sleep_records", 1);
            let mut skip =
                |column, why| ledger.skip(file, What::Row, Some(column), why, Some(line));
            let Some(from) = seconds(at) else {
                skip("TIMESTAMP", Why::NotADate);
                return Ok(());
            };
            // A sleep that is still going on has no end yet.
            let Some(to) = seconds(wakes).filter(|to| *to > 0) else {
                skip("WAKEUP_TIME", Why::MissingField);
                return Ok(());
            };
            if to > from && to - from <= SHORTEST_SLEEP {
                ledger.count("moments_of_sleep", 1);
                return Ok(());
            }
            let Some((start, end)) = stamps::seconds(from).zip(stamps::seconds(to)) else {
                return Ok(());
            };
            let (start, end) = (Moment::new(start, home), Moment::new(end, home));
            let name = devices.name(device);
            let number = device.whole().unwrap_or_default();
            let told = told(stages.get(&number).unwrap_or(&none), from, to);
            let minutes = |cell: &Cell| {
                let minutes = cell.whole().filter(|minutes| (0..=4320).contains(minutes));
                minutes.and_then(|minutes| u32::try_from(minutes).ok())
            };
            let stated = [deep, light, rem].map(minutes);
            // A device that tells no stages writes noughts.
            let parts = if stated.iter().flatten().any(|minutes| *minutes > 0) {
                Stages {
                    deep: stated[0],
                    light: stated[1],
                    rem: stated[2],
                    awake: minutes(awake),
                    ..Stages::default()
                }
            } else {
                told
            };
            let sum = [parts.deep, parts.light, parts.rem]
                .into_iter()
                .flatten()
                .reduce(|a, b| a + b);
            let total = minutes(total).filter(|total| *total > 0);
            let sleep = Sleep {
                asleep: sum.or(total).map(f64::from),
                awake: parts.awake.map(f64::from),
                in_bed: InBed::Minutes(rules::elapsed_minutes(&start, &end)),
                stages: parts,
                device: Some(name.clone()),
                ..Sleep::new(
                    format!("{name}/{from}"),
                    start,
                    end,
                    OffsetCertainty::InstantOnly,
                )
            };
            let place = Place { file, line };
            self.gathered
                .add(sleep, ("TIMESTAMP", "WAKEUP_TIME"), place, ledger);
            Ok(())
        })
    }
}

/// Minutes per stage from stamps at which stages begin; nothing where none is told.
fn told(begins: &BTreeMap<i64, i64>, from: i64, to: i64) -> Stages {
    if to <= from {
        return Stages::default();
    }
    let mut seconds: BTreeMap<i64, i64> = BTreeMap::new();
    let mut there = begins.range(from..to).peekable();
    while let Some((at, stage)) = there.next() {
        let until = there.peek().map_or(to, |(next, _)| **next);
        *seconds.entry(*stage).or_default() += until - at;
    }
    let part = |stage: i64| {
        let seconds = seconds.get(&stage)?;
        u32::try_from((seconds + 30) / 60).ok()
    };
    Stages {
        deep: part(2),
        light: part(3),
        rem: part(4),
        awake: part(5),
        ..Stages::default()
    }
}

impl super::Reader for Reader {
    fn read_database(
        &mut self,
        tables: &Tables<'_>,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let devices = Devices::read(tables, meter)?;
        // Before the minutes, which only stand in where the watch itself tells of no sleep.
        self.huami(tables, &devices, meter, ledger)?;
        for family in FAMILIES {
            self.samples(tables, family, &devices, meter, ledger)?;
        }
        self.xiaomi(tables, &devices, meter, ledger)?;
        let home = self.settings.home_zone;
        staged::read(tables, &devices, home, &mut self.gathered, meter, ledger)?;
        // A device of another family is named, so that nobody wonders where its nights are.
        for name in tables.names().all() {
            let known = FAMILIES.iter().any(|(table, _)| *table == name)
                || [XIAOMI_NIGHTS, XIAOMI_STAGES, huami::SESSIONS].contains(&name)
                || staged::knows(name);
            if known || !OTHERS.iter().any(|ending| name.ends_with(ending)) {
                continue;
            }
            let mut count = 0_u64;
            tables.each(name, [], meter, &mut |_, []| {
                count += 1;
                Ok(())
            })?;
            if count > 0 {
                let (what, why) = (What::Table, Why::NotKept);
                ledger.skip(tables.file(), what, Some(name), why, None);
            }
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let home: Tz = self.settings.home_zone;
        let mut found = Found::nothing(Format::Gadgetbridge, home);
        let mut gathered = self.gathered;
        let names: Vec<&str> = self.sources.iter().map(String::as_str).collect();
        let ends = ("TIMESTAMP", "TIMESTAMP");
        self.stretches
            .finish(&names, ends, home, &mut gathered, ledger);
        found.sleeps = gathered.finish(ledger);
        let worn = vec![true; self.sources.len()];
        found.steps = self.steps.by_day(Preferred::Worn(&worn), home);
        found.heart = self.hearts.by_day(&found.sleeps);
        found
    }
}
