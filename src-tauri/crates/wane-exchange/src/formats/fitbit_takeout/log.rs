//! One sleep log as it stands in the file.

use serde::de::{IgnoredAny, MapAccess};
use wane_domain::diary::Stages;

use crate::{
    json::{self, FromFields, List, Object, Value},
    rules::{Stretch, paint},
};

/// More minutes than this in any field are no minutes of one sleep.
pub(super) const MAX_MINUTES: u32 = 100_000;

/// The fields of a log that are looked at.
#[derive(Debug, Default)]
pub(super) struct Log {
    pub(super) log_id: Value,
    pub(super) date_of_sleep: Value,
    pub(super) start_time: Value,
    pub(super) end_time: Value,
    pub(super) duration: Value,
    pub(super) minutes_asleep: Value,
    pub(super) minutes_awake: Value,
    pub(super) time_in_bed: Value,
    pub(super) main_sleep: Value,
    pub(super) kind: Value,
    pub(super) log_type: Value,
    pub(super) levels: Levels,
}

json::fields!(Log {
    "logId" => log_id,
    "dateOfSleep" => date_of_sleep,
    "startTime" => start_time,
    "endTime" => end_time,
    "duration" => duration,
    "minutesAsleep" => minutes_asleep,
    "minutesAwake" => minutes_awake,
    "timeInBed" => time_in_bed,
    "mainSleep" => main_sleep,
    // What the service calls it, where the archive leaves out the first word.
    "isMainSleep" => main_sleep,
    "type" => kind,
    "logType" => log_type,
    "levels" => levels (object),
});

/// What the log says of stages: totals, and the night stretch by stretch.
#[derive(Debug, Default)]
pub(super) struct Levels {
    summary: Summary,
    data: List<Segment>,
    short: List<Segment>,
}

json::fields!(Levels { "summary" => summary (object), "data" => data, "shortData" => short });

/// Minutes per stage as the vendor adds them up.
#[derive(Debug, Default)]
struct Summary {
    stages: Stages,
}

impl FromFields for Summary {
    fn field<'de, A: MapAccess<'de>>(
        &mut self,
        name: &str,
        object: &mut A,
    ) -> Result<(), A::Error> {
        match slot(&mut self.stages, name) {
            Some(minutes) => {
                let total = object.next_value::<Object<Total>>()?.0.unwrap_or_default();
                *minutes = total.minutes.count(MAX_MINUTES).unwrap_or_default();
            }
            None => drop(object.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

/// The place of a level's minutes; a level Wane has no name for, such as `unknown`, has none.
fn slot<'s>(stages: &'s mut Stages, level: &str) -> Option<&'s mut Option<u32>> {
    match level {
        "deep" => Some(&mut stages.deep),
        "light" => Some(&mut stages.light),
        "rem" => Some(&mut stages.rem),
        "wake" | "awake" => Some(&mut stages.awake),
        "restless" => Some(&mut stages.restless),
        "asleep" => Some(&mut stages.asleep),
        _ => None,
    }
}

#[derive(Debug, Default)]
struct Total {
    minutes: Value,
}

json::fields!(Total { "minutes" => minutes });

/// A stretch of the night at one level.
#[derive(Debug, Default)]
struct Segment {
    date_time: Value,
    level: Value,
    seconds: Value,
}

json::fields!(Segment { "dateTime" => date_time, "level" => level, "seconds" => seconds });

impl Segment {
    /// `None` for a stretch that does not say when, how long, or what.
    fn stretch(&self) -> Option<Stretch<String>> {
        // The stamps run on through a change of the clock, so plain differences of them are elapsed seconds.
        let from = super::stamp(self.date_time.text()?)?.and_utc().timestamp();
        let seconds = self.seconds.count(MAX_MINUTES * 60).ok()??;
        Some(Stretch {
            from,
            seconds: i64::from(seconds),
            level: self.level.text()?.to_owned(),
        })
    }
}

impl Levels {
    /// Minutes per stage: the vendor's totals, or, if the log has none, what its stretches add up to.
    pub(super) fn stages(&self) -> Stages {
        if self.summary.stages != Stages::default() {
            return self.summary.stages;
        }
        let stretches = |list: &List<Segment>| {
            list.0
                .iter()
                .filter_map(Segment::stretch)
                .collect::<Vec<_>>()
        };
        let mut stages = Stages::default();
        for (level, seconds) in paint(&stretches(&self.data), &stretches(&self.short)) {
            if let Some(minutes) = slot(&mut stages, &level) {
                let more = u32::try_from((seconds + 30) / 60).unwrap_or_default();
                *minutes = Some(minutes.unwrap_or_default() + more);
            }
        }
        stages
    }
}
