//! Sleeps of the newer watches of Huami, Amazfit and Zepp, which work them out themselves: each is one row of bytes.
//!
//! What the bytes mean is stated by the source of Gadgetbridge itself (`HuamiSleepSessionSampleProvider`): numbers of
//! two bytes, the lower one first, in minutes from the midnight before the last one.
//! It takes the end of a sleep as it stands there.
//! Of a stage it looks at the beginning alone; that its end is its own last minute is what the sums say that the watch
//! puts behind the stages, and where they fill the whole time up to and with the last minute, that minute is part of it.

use std::collections::HashMap;

use chrono_tz::Tz;
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, Stages},
};

use super::{Devices, SHORTEST_SLEEP};
use crate::{
    ReadError, What, Why,
    database::{Cell, Tables},
    gather::{Gathered, Place, Sleep},
    input::Meter,
    ledger::Ledger,
    rules, stamps,
    stretches::Phase,
};

/// The table of sleeps.
pub(super) const SESSIONS: &str = "huami_sleep_session_sample";

const DATA: &str = "DATA";

/// Where what stands in the bytes.
const MIDNIGHT: usize = 0x04;
const BEGINS: usize = 0x0a;
const ENDS: usize = 0x0c;
const COUNT: usize = 0x54;
const STAGES: usize = 0x56;
/// The sums of REM, light and deep sleep and of being awake, one behind the other.
const SUMS: usize = 0x24a;

/// A stage has its beginning, its end and its kind.
const STAGE_BYTES: usize = 5;

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 60 * MINUTE;

/// One sleep, in seconds of 1970's count.
#[derive(Debug)]
struct Session {
    from: i64,
    to: i64,
    stages: Stages,
}

/// A stage: its first and its last minute, and what it was.
type Stage = (i64, i64, Phase);

/// Reads the sleeps, and says of every device when it told of one, in seconds.
pub(super) fn read(
    tables: &Tables<'_>,
    devices: &Devices,
    home: Tz,
    gathered: &mut Gathered,
    meter: &mut Meter<'_>,
    ledger: &mut Ledger,
) -> Result<HashMap<i64, Vec<(i64, i64)>>, ReadError> {
    let file = tables.file();
    let mut told: HashMap<i64, Vec<(i64, i64)>> = HashMap::new();
    tables.each(SESSIONS, ["device_id", "data"], meter, &mut |line, row| {
        let [device, data] = row;
        gathered.see(file)?;
        ledger.count("sleep_records", 1);
        let session = match data {
            Cell::Bytes(bytes) => session(bytes),
            _ => Err(Why::NotARecord),
        };
        match session {
            Ok(session) if session.to - session.from <= SHORTEST_SLEEP => {
                ledger.count("moments_of_sleep", 1);
            }
            Ok(session) => {
                let device = device.whole().unwrap_or_default();
                let spans = told.entry(device).or_default();
                spans.push((session.from, session.to));
                if let Some(sleep) = session.sleep(&devices.name_of(device), home) {
                    gathered.add(sleep, (DATA, DATA), Place { file, line }, ledger);
                }
            }
            Err(why) => ledger.skip(file, What::Row, Some(DATA), why, Some(line)),
        }
        Ok(())
    })?;
    Ok(told)
}

/// The number of two bytes at a place.
fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u16::from_le_bytes(two))
}

/// The number of four bytes at a place.
fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(four))
}

/// What the bytes of a row tell, or why they tell of no sleep.
fn session(bytes: &[u8]) -> Result<Session, Why> {
    let minute = |at| short(bytes, at).map(i64::from).ok_or(Why::NotARecord);
    let count = usize::from(*bytes.get(COUNT).ok_or(Why::NotARecord)?);
    if count > (SUMS - STAGES) / STAGE_BYTES {
        return Err(Why::NotARecord);
    }
    let midnight = i64::from(long(bytes, MIDNIGHT).ok_or(Why::NotARecord)?);
    let (begins, mut ends) = (minute(BEGINS)?, minute(ENDS)?);
    let [rem, light, deep, awake] = [0, 2, 4, 6].map(|at| minute(SUMS + at));
    let sums = [rem?, light?, deep?, awake?];
    // A sleep that the watch has not looked into yet.
    if count == 0 {
        return Err(Why::NotMeasured);
    }
    if begins >= ends {
        return Err(Why::EndsBeforeStart);
    }
    if (ends - begins) as f64 > rules::LONGEST_INTERVAL_MIN {
        return Err(Why::TooLong);
    }
    let sum: i64 = sums.iter().sum();
    let stages = if sum > 0 {
        let [rem, light, deep, awake] = sums.map(|minutes| u32::try_from(minutes).ok());
        Stages {
            deep,
            light,
            rem,
            awake,
            ..Stages::default()
        }
    } else {
        let stages = (0..count).filter_map(|index| stage(bytes, STAGES + index * STAGE_BYTES));
        added_up(stages.collect(), ends)
    };
    if sum == ends - begins + 1 {
        ends += 1;
    }
    let at = |minute: i64| midnight - DAY + minute * MINUTE;
    Ok(Session {
        from: at(begins),
        to: at(ends),
        stages,
    })
}

/// The stage at a place.
fn stage(bytes: &[u8], at: usize) -> Option<Stage> {
    let phase = match bytes.get(at + 4)? {
        4 => Phase::Core,
        5 => Phase::Deep,
        7 => Phase::Awake,
        8 => Phase::Rem,
        _ => Phase::Asleep,
    };
    Some((
        short(bytes, at)?.into(),
        short(bytes, at + 2)?.into(),
        phase,
    ))
}

/// Minutes of each stage: of every one to its own end, and no further than to the next one's beginning or that of the
/// sleep's end.
fn added_up(mut stages: Vec<Stage>, ends: i64) -> Stages {
    stages.sort_unstable();
    let mut minutes: HashMap<Phase, i64> = HashMap::new();
    for (index, (from, last, phase)) in stages.iter().enumerate() {
        let next = stages.get(index + 1).map_or(ends, |(next, ..)| *next);
        *minutes.entry(*phase).or_default() += (last + 1).min(next).min(ends) - from;
    }
    let of = |phase| {
        let minutes = minutes.get(&phase).filter(|minutes| **minutes > 0)?;
        u32::try_from(*minutes).ok()
    };
    Stages {
        deep: of(Phase::Deep),
        light: of(Phase::Core),
        rem: of(Phase::Rem),
        awake: of(Phase::Awake),
        asleep: of(Phase::Asleep),
        ..Stages::default()
    }
}

impl Session {
    /// The sleep that the device of that name tells of; `None` where its stamps are none of any calendar.
    fn sleep(&self, name: &str, home: Tz) -> Option<Sleep> {
        let stages = self.stages;
        let start = Moment::new(stamps::seconds(self.from)?, home);
        let end = Moment::new(stamps::seconds(self.to)?, home);
        let slept = [stages.deep, stages.light, stages.rem, stages.asleep];
        let asleep = slept.into_iter().flatten().reduce(|a, b| a + b);
        Some(Sleep {
            asleep: asleep.map(f64::from),
            awake: stages.awake.map(f64::from),
            stages,
            device: Some(name.to_owned()),
            ..Sleep::new(
                format!("{name}/{}", self.from),
                start,
                end,
                OffsetCertainty::InstantOnly,
            )
        })
    }
}
