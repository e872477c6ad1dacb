//! Families that keep when a sleep began and ended in one table, and its stages in another.
//!
//! What the numbers mean is stated by the source of Gadgetbridge itself: `CmfSleepSessionProvider` (stages last
//! seconds), `ColmiSleepSessionProvider` with the ring's constants (stages last minutes), `HuaweiSleepSessionProvider`
//! (a stage lasts until the next) and `GarminSleepSessionProvider` (a stage ends at its stamp; what is none of these
//! could not be measured).
//! A number they do not name is neither sleep nor wake here.

use std::{collections::HashMap, ops::Range};

use chrono_tz::Tz;
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, SleepKind, Stages},
};

use super::{Devices, LONGEST_SAMPLE, seconds};
use crate::{
    ReadError, What, Why,
    database::Tables,
    gather::{Gathered, InBed, Place, Sleep},
    input::Meter,
    ledger::Ledger,
    stamps,
    stretches::Phase,
};

/// More stages than this are no person's: twenty years of the minutes of their nights.
const MAX_STAGES: usize = 4_000_000;

/// Of Garmin's events, those of sleep; of these, its beginning and its end.
const SLEEP_EVENT: i64 = 74;
const BEGINS: i64 = 0;
const ENDS: i64 = 1;

/// A family: where its sleeps and its stages stand.
struct Family {
    sleeps: Sleeps,
    stages: &'static str,
    phase: fn(i64) -> Option<Phase>,
    lasts: Lasts,
}

/// Where a family keeps from when to when a sleep was.
enum Sleeps {
    /// A table of sleeps, with the column of their ends.
    Table(&'static str, &'static str),
    /// A table of events, in which a sleep begins and ends.
    Events(&'static str),
}

/// How long a stage lasts.
#[derive(Clone, Copy, PartialEq)]
enum Lasts {
    /// As often so many seconds as its row says.
    Times(i64),
    /// Until the next begins.
    UntilNext,
    /// From the one before: its stamp is its end.
    UntilStamp,
}

const FAMILIES: [Family; 4] = [
    Family {
        sleeps: Sleeps::Table("cmf_sleep_session_sample", "wakeup_time"),
        stages: "cmf_sleep_stage_sample",
        phase: |stage| match stage {
            1 => Some(Phase::Deep),
            2 => Some(Phase::Core),
            3 => Some(Phase::Rem),
            _ => None,
        },
        lasts: Lasts::Times(1),
    },
    Family {
        sleeps: Sleeps::Table("colmi_sleep_session_sample", "wakeup_time"),
        stages: "colmi_sleep_stage_sample",
        phase: |stage| match stage {
            2 => Some(Phase::Core),
            3 => Some(Phase::Deep),
            4 => Some(Phase::Rem),
            5 => Some(Phase::Awake),
            _ => None,
        },
        lasts: Lasts::Times(60),
    },
    Family {
        sleeps: Sleeps::Table(HUAWEI, "wakeup_time"),
        stages: "huawei_sleep_stage_sample",
        phase: |stage| match stage {
            1 => Some(Phase::Core),
            2 => Some(Phase::Rem),
            3 => Some(Phase::Deep),
            4 => Some(Phase::Awake),
            // A nap, whose stages are not told.
            5 => Some(Phase::Asleep),
            _ => None,
        },
        lasts: Lasts::UntilNext,
    },
    Family {
        sleeps: Sleeps::Events("garmin_event_sample"),
        stages: "garmin_sleep_stage_sample",
        phase: |stage| match stage {
            1 => Some(Phase::Awake),
            2 => Some(Phase::Core),
            3 => Some(Phase::Deep),
            4 => Some(Phase::Rem),
            _ => None,
        },
        lasts: Lasts::UntilStamp,
    },
];

/// Huawei's table of sleeps, which alone knows the time in bed.
const HUAWEI: &str = "huawei_sleep_stats_sample";

/// Naps of Garmin's watches have a table of their own.
const GARMIN_NAPS: &str = "garmin_nap_sample";

/// Whether a table is one of those that are read here.
pub(super) fn knows(table: &str) -> bool {
    table == GARMIN_NAPS
        || FAMILIES.iter().any(|family| {
            let (Sleeps::Table(sleeps, _) | Sleeps::Events(sleeps)) = family.sleeps;
            table == sleeps || table == family.stages
        })
}

/// One sleep, as far as its own table tells of it; all times in seconds.
struct Told {
    device: i64,
    from: i64,
    to: i64,
    in_bed: Option<i64>,
    nap: bool,
    line: u64,
}

/// A stage: its stamp, how long it lasts by its row, and what it is; as small as it can be, since there may be millions.
type Stage = (u32, u32, Option<Phase>);

/// Reads the sleeps of every family.
pub(super) fn read(
    tables: &Tables<'_>,
    devices: &Devices,
    home: Tz,
    gathered: &mut Gathered,
    meter: &mut Meter<'_>,
    ledger: &mut Ledger,
) -> Result<(), ReadError> {
    for family in &FAMILIES {
        let told = match family.sleeps {
            Sleeps::Table(table, ends) => sleeps(tables, (table, ends), gathered, meter, ledger)?,
            Sleeps::Events(table) => events(tables, table, gathered, meter, ledger)?,
        };
        if told.is_empty() {
            continue;
        }
        let stages = stages(tables, family, meter)?;
        for told in told {
            let of = stages.get(&told.device).map_or(&[][..], Vec::as_slice);
            let spans = spans(of, told.from..told.to, family.lasts);
            if let Some(sleep) = sleep(&told, &spans, devices, home) {
                let file = tables.file();
                let line = told.line;
                gathered.add(
                    sleep,
                    ("TIMESTAMP", "WAKEUP_TIME"),
                    Place { file, line },
                    ledger,
                );
            }
        }
    }
    for told in sleeps(
        tables,
        (GARMIN_NAPS, "end_timestamp"),
        gathered,
        meter,
        ledger,
    )? {
        let nap = Told { nap: true, ..told };
        if let Some(sleep) = sleep(&nap, &[], devices, home) {
            let (file, line) = (tables.file(), nap.line);
            gathered.add(
                sleep,
                ("TIMESTAMP", "END_TIMESTAMP"),
                Place { file, line },
                ledger,
            );
        }
    }
    Ok(())
}

/// The sleeps of a table.
fn sleeps(
    tables: &Tables<'_>,
    (table, ends): (&str, &'static str),
    gathered: &mut Gathered,
    meter: &mut Meter<'_>,
    ledger: &mut Ledger,
) -> Result<Vec<Told>, ReadError> {
    let file = tables.file();
    let mut all = Vec::new();
    let columns = ["timestamp", "device_id", ends, "bed_time", "rising_time"];
    tables.each(table, columns, meter, &mut |line, row| {
        let [at, device, ends_at, bed, rising] = row;
        gathered.see(file)?;
        ledger.count("sleep_records", 1);
        let mut skip = |column, why| ledger.skip(file, What::Row, Some(column), why, Some(line));
        let Some(from) = seconds(at) else {
            skip("TIMESTAMP", Why::NotADate);
            return Ok(());
        };
        // What is not known is nought or less there.
        let known = |cell| seconds(cell).filter(|at| *at > 0);
        let Some(to) = known(ends_at) else {
            skip(ends, Why::MissingField);
            return Ok(());
        };
        let in_bed = known(bed)
            .zip(known(rising))
            .filter(|(bed, rising)| *bed <= from && *rising >= to)
            .map(|(bed, rising)| rising - bed);
        all.push(Told {
            device: device.whole().unwrap_or_default(),
            from,
            to,
            in_bed,
            nap: false,
            line,
        });
        Ok(())
    })?;
    Ok(all)
}

/// The sleeps that events tell of: from each beginning to the end that comes next.
fn events(
    tables: &Tables<'_>,
    table: &str,
    gathered: &mut Gathered,
    meter: &mut Meter<'_>,
    ledger: &mut Ledger,
) -> Result<Vec<Told>, ReadError> {
    let file = tables.file();
    let mut events: Vec<(i64, i64, i64, u64)> = Vec::new();
    let columns = ["timestamp", "device_id", "event", "event_type"];
    tables.each(table, columns, meter, &mut |line, row| {
        let [at, device, event, kind] = row;
        if event.whole() != Some(SLEEP_EVENT) {
            return Ok(());
        }
        gathered.see(file)?;
        match seconds(at).zip(kind.whole()) {
            Some((at, kind)) => {
                events.push((device.whole().unwrap_or_default(), at, kind, line));
            }
            None => {
                let (what, why) = (What::Row, Why::NotADate);
                ledger.skip(file, what, Some("TIMESTAMP"), why, Some(line));
            }
        }
        Ok(())
    })?;
    events.sort_unstable();
    let mut all = Vec::new();
    let mut begun: Option<(i64, i64)> = None;
    for (device, at, kind, line) in events {
        match (kind, begun) {
            (BEGINS, _) => begun = Some((device, at)),
            (ENDS, Some((of, from))) if of == device => {
                ledger.count("sleep_records", 1);
                all.push(Told {
                    device,
                    from,
                    to: at,
                    in_bed: None,
                    nap: false,
                    line,
                });
                begun = None;
            }
            _ => {}
        }
    }
    Ok(all)
}

/// The stages of every device, in order.
fn stages(
    tables: &Tables<'_>,
    family: &Family,
    meter: &mut Meter<'_>,
) -> Result<HashMap<i64, Vec<Stage>>, ReadError> {
    let mut all: HashMap<i64, Vec<Stage>> = HashMap::new();
    let mut count = 0;
    let columns = ["timestamp", "device_id", "stage", "duration"];
    tables.each(family.stages, columns, meter, &mut |_, row| {
        let [at, device, stage, lasts] = row;
        count += 1;
        if count > MAX_STAGES {
            return Err(ReadError::TooMany {
                file: tables.file().to_owned(),
                max: MAX_STAGES,
            });
        }
        let lasts = match family.lasts {
            Lasts::Times(unit) => lasts.whole().map(|times| times.saturating_mul(unit)),
            Lasts::UntilNext | Lasts::UntilStamp => Some(0),
        };
        let lasts = lasts.and_then(|lasts| u32::try_from(lasts).ok());
        let at = seconds(at).and_then(|at| u32::try_from(at).ok());
        if let ((Some(at), Some(lasts)), Some(stage)) = ((at, lasts), stage.whole()) {
            let of = device.whole().unwrap_or_default();
            let stage = (at, lasts, (family.phase)(stage));
            all.entry(of).or_default().push(stage);
        }
        Ok(())
    })?;
    for stages in all.values_mut() {
        stages.sort_unstable();
        stages.dedup_by_key(|(at, ..)| *at);
    }
    Ok(all)
}

/// What a sleep was made of: seconds of each phase, one after the other, none of them twice.
fn spans(stages: &[Stage], sleep: Range<i64>, lasts: Lasts) -> Vec<(Phase, i64)> {
    let stamp = |stage: &Stage| i64::from(stage.0);
    if lasts == Lasts::UntilStamp {
        let first = stages.partition_point(|stage| stamp(stage) <= sleep.start);
        let mut before = sleep.start;
        let within = stages[first..]
            .iter()
            .take_while(|stage| stamp(stage) <= sleep.end);
        return within
            .filter_map(|stage| {
                let length = stamp(stage) - before;
                before = stamp(stage);
                Some((stage.2?, length))
            })
            .collect();
    }
    let first = stages.partition_point(|stage| stamp(stage) < sleep.start);
    let within = stages[first..]
        .iter()
        .enumerate()
        .take_while(|(_, stage)| stamp(stage) < sleep.end);
    within
        .filter_map(|(index, stage)| {
            let next = stages.get(first + index + 1).map_or(sleep.end, stamp);
            let own = match lasts {
                Lasts::Times(_) => i64::from(stage.1),
                _ => LONGEST_SAMPLE,
            };
            let end = next.min(sleep.end).min(stamp(stage) + own);
            Some((stage.2?, end - stamp(stage)))
        })
        .collect()
}

/// One sleep of what is told of it; `None` where its stamps are none of any calendar.
fn sleep(told: &Told, spans: &[(Phase, i64)], devices: &Devices, home: Tz) -> Option<Sleep> {
    let start = Moment::new(stamps::seconds(told.from)?, home);
    let end = Moment::new(stamps::seconds(told.to)?, home);
    let of = |wanted: Phase| {
        let lengths = spans.iter().filter(|(phase, _)| *phase == wanted);
        let lengths = lengths.map(|(_, seconds)| *seconds);
        lengths.reduce(|a, b| a + b)
    };
    let minutes = |phase| of(phase).and_then(|seconds| u32::try_from((seconds + 30) / 60).ok());
    let slept = [Phase::Core, Phase::Deep, Phase::Rem, Phase::Asleep];
    let asleep = slept.into_iter().filter_map(of).reduce(|a, b| a + b);
    // All that is told of a nap is that it was one.
    let nap = told.nap || (asleep.is_some() && asleep == of(Phase::Asleep));
    let name = devices.name_of(told.device);
    Some(Sleep {
        kind: nap.then_some(SleepKind::Nap),
        asleep: asleep.map(|seconds| seconds as f64 / 60.0),
        awake: of(Phase::Awake).map(|seconds| seconds as f64 / 60.0),
        in_bed: told.in_bed.map_or(InBed::Unknown, |seconds| {
            InBed::Minutes(seconds as f64 / 60.0)
        }),
        stages: Stages {
            light: minutes(Phase::Core),
            deep: minutes(Phase::Deep),
            rem: minutes(Phase::Rem),
            awake: minutes(Phase::Awake),
            ..Stages::default()
        },
        device: Some(name.clone()),
        ..Sleep::new(
            format!("{name}/{}", told.from),
            start,
            end,
            OffsetCertainty::InstantOnly,
        )
    })
}
