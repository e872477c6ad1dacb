//! `UserSleeps_*.csv` and `UserSleepStages_*.csv`, which newer archives have beside the logs, with instants and offsets.

use std::{collections::HashMap, io::Read};

use wane_domain::diary::Stages;

use crate::{
    ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules,
    sheet::{Row, Sheet, has_columns},
    stamps::{self, Stamp},
};

const SLEEPS: [&str; 3] = ["sleep_id", "sleep_start", "sleep_end"];
const STAGES: [&str; 4] = [
    "sleep_id",
    "sleep_stage_type",
    "sleep_stage_start",
    "sleep_stage_end",
];

/// More stretches than this are no person's: a century of nights.
const MAX_STRETCHES: usize = 5_000_000;

/// Whether a file begins with one of the tables.
pub(super) fn looks_like(prefix: &[u8]) -> bool {
    has_columns(prefix, &SLEEPS) || has_columns(prefix, &STAGES)
}

/// Sleeps that wait for their stages, which stand in another file.
#[derive(Default)]
pub(super) struct Tables {
    sleeps: Vec<(Sleep, String, u64)>,
    stages: HashMap<String, [Vec<(i64, i64)>; 6]>,
    stretches: usize,
}

/// An instant with the offset that stands in a column beside it.
fn stamp(row: &Row<'_>, at: &'static str, beside: &str) -> Result<Stamp, (&'static str, Why)> {
    let text = row.text(at).ok_or((at, Why::MissingField))?;
    let stamp = stamps::instant(text).ok_or((at, Why::NotADate))?;
    let offset = row.text(beside).and_then(stamps::offset);
    // The stamp itself is always one of Greenwich.
    Ok(Stamp { offset, ..stamp })
}

impl Tables {
    pub(super) fn read(
        &mut self,
        file: &str,
        data: impl Read,
        settings: Settings,
        gathered: &mut Gathered,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let known = |name: &str| SLEEPS.contains(&name) || STAGES.contains(&name);
        let mut sheet = Sheet::open(file, data, known)?;
        let staged = sheet.has("sleep_stage_start");
        while let Some(row) = sheet.next(ledger)? {
            let line = row.line;
            let taken = if staged {
                self.stretches += 1;
                if self.stretches > MAX_STRETCHES {
                    return Err(ReadError::TooMany {
                        file: file.to_owned(),
                        max: MAX_STRETCHES,
                    });
                }
                self.stretch(&row)
            } else {
                gathered.see(file)?;
                ledger.count("rows", 1);
                sleep(&row, settings, file, ledger).map(|sleep| {
                    self.sleeps.push((sleep, file.to_owned(), line));
                })
            };
            if let Err((column, why)) = taken {
                ledger.skip(file, What::Row, Some(column), why, Some(line));
            }
        }
        Ok(())
    }

    fn stretch(&mut self, row: &Row<'_>) -> Result<(), (&'static str, Why)> {
        let id = row
            .text("sleep_id")
            .ok_or(("sleep_id", Why::MissingField))?;
        let level = row.text("sleep_stage_type").unwrap_or_default();
        let slot = match level.rsplit('_').next().unwrap_or(level) {
            "DEEP" => 0,
            "LIGHT" => 1,
            "REM" => 2,
            "AWAKE" | "WAKE" => 3,
            "RESTLESS" => 4,
            "ASLEEP" => 5,
            // The maker itself does not know what it was.
            "UNSPECIFIED" | "UNKNOWN" => return Ok(()),
            _ => return Err(("sleep_stage_type", Why::UnknownWord)),
        };
        let from = stamp(row, "sleep_stage_start", "start_utc_offset")?;
        let to = stamp(row, "sleep_stage_end", "end_utc_offset")?;
        let spans = self.stages.entry(id.to_owned()).or_default();
        spans[slot].push((from.instant.timestamp(), to.instant.timestamp()));
        Ok(())
    }

    /// Hands the sleeps on with their stages.
    pub(super) fn finish(self, gathered: &mut Gathered, ledger: &mut Ledger) {
        for (mut sleep, file, line) in self.sleeps {
            if let Some(spans) = self.stages.get(&sleep.key) {
                let minutes = |slot: usize| {
                    let seconds = rules::seconds(&rules::union(&spans[slot]));
                    (seconds > 0)
                        .then(|| u32::try_from((seconds + 30) / 60).ok())
                        .flatten()
                };
                sleep.stages = Stages {
                    deep: minutes(0),
                    light: minutes(1),
                    rem: minutes(2),
                    awake: minutes(3),
                    restless: minutes(4),
                    asleep: minutes(5),
                };
            }
            let staged = super::has_stages(&sleep.stages);
            sleep.rank = super::rank(staged, true);
            sleep.counts.push(if staged { "stages" } else { "classic" });
            let place = Place { file: &file, line };
            gathered.add(sleep, ("sleep_start", "sleep_end"), place, ledger);
        }
    }
}

fn sleep(
    row: &Row<'_>,
    settings: Settings,
    file: &str,
    ledger: &mut Ledger,
) -> Result<Sleep, (&'static str, Why)> {
    let key = row
        .text("sleep_id")
        .ok_or(("sleep_id", Why::MissingField))?;
    let start = stamp(row, "sleep_start", "start_utc_offset")?;
    let end = stamp(row, "sleep_end", "end_utc_offset")?;
    let home = settings.home_zone;
    let (from, to) = (start.moment(home), end.moment(home));
    // Several programs of the maker may have told one sleep, each under a name of its own.
    let told_by = ["data_source", "algorithm_version"].map(|name| row.text(name).unwrap_or("-"));
    let mut counts = Vec::new();
    if row.text("data_source") == Some("MANUAL") {
        counts.push("manual");
    }
    let changed = row.text("sleep_last_updated").and_then(stamps::instant);
    Ok(Sleep {
        changed: changed.map(|stamp| stamp.instant.timestamp()),
        asleep: row.amount("minutes_asleep", file, ledger),
        awake: row.amount("minutes_awake", file, ledger),
        in_bed: InBed::Minutes(rules::elapsed_minutes(&from, &to)),
        teller: Some(told_by.join("/")),
        counts,
        ..Sleep::new(key.to_owned(), from, to, end.certainty())
    })
}
