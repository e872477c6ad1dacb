//! Tables of Samsung Health: `com.samsung.shealth.sleep.*.csv`, its stages, and the days' steps.
//!
//! The first line names the kind of table; names of columns stand there with and without a long prefix; rows end in one
//! comma more than the names do.
//! Times are those of Greenwich, and the offset stands beside them.

use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
};

use chrono::NaiveDate;
use wane_domain::diary::{SleepKind, Stages};

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    rules,
    sheet::{self, Row, Sheet},
    stamps::{self, Stamp},
    table::Table,
};

/// The kinds of tables that are read, by the first field of their first line.
const SLEEP: &str = "com.samsung.shealth.sleep";
const OLD_SLEEP: &str = "com.samsung.health.sleep";
const STAGE: &str = "com.samsung.health.sleep_stage";
const STEPS: &str = "com.samsung.shealth.tracker.pedometer_day_summary";
const OLD_STEPS: &str = "com.samsung.shealth.step_daily_trend";

/// More stages than this are no person's.
const MAX_STRETCHES: usize = 5_000_000;

fn kind(first: &[u8]) -> Option<&'static str> {
    let first = first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first);
    let name = first.split(|byte| *byte == b',').next()?.trim_ascii();
    [SLEEP, OLD_SLEEP, STAGE, STEPS, OLD_STEPS]
        .into_iter()
        .find(|kind| name == kind.as_bytes())
}

/// Whether a file begins with the first line of one of the tables.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let end = prefix
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .unwrap_or(prefix.len());
    kind(&prefix[..end]).is_some()
}

/// Reads any number of tables.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
    sleeps: Vec<(Sleep, String, u64)>,
    /// Light, deep, REM and awake of every sleep.
    stages: HashMap<String, [Vec<(i64, i64)>; 4]>,
    stretches: usize,
    steps: BTreeMap<NaiveDate, u32>,
}

/// The text in a column, whichever prefix its name has.
fn text<'r>(row: &'r Row<'_>, prefix: &str, name: &str) -> Option<&'r str> {
    row.text(name)
        .or_else(|| row.text(&format!("{prefix}.{name}")))
        .or_else(|| row.text(&format!("{OLD_SLEEP}.{name}")))
}

fn stamp(row: &Row<'_>, prefix: &str, name: &'static str) -> Result<Stamp, (&'static str, Why)> {
    let at = text(row, prefix, name).ok_or((name, Why::MissingField))?;
    let instant = stamps::clock(at)
        .map(|clock| clock.and_utc())
        .or_else(|| at.parse().ok().and_then(stamps::millis))
        .ok_or((name, Why::NotADate))?;
    let offset = text(row, prefix, "time_offset").and_then(stamps::offset);
    Ok(Stamp { instant, offset })
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
            sleeps: Vec::new(),
            stages: HashMap::new(),
            stretches: 0,
            steps: BTreeMap::new(),
        }
    }

    fn sleep(&mut self, row: &Row<'_>, kind: &str, file: &str) -> Result<(), (&'static str, Why)> {
        let start = stamp(row, kind, "start_time")?;
        let end = stamp(row, kind, "end_time")?;
        let home = self.settings.home_zone;
        let (from, to) = (start.moment(home), end.moment(home));
        let key = text(row, kind, "datauuid")
            .map_or_else(|| start.instant.timestamp().to_string(), str::to_owned);
        // A score for naps is there for naps alone; below nothing is how they write that there is none.
        let nap = row
            .text("nap_score")
            .and_then(|score| sheet::number(score, false))
            .is_some_and(|score| score >= 0.0);
        let told_by = text(row, kind, "pkg_name").unwrap_or("-").to_owned();
        let sleep = Sleep {
            kind: nap.then_some(SleepKind::Nap),
            in_bed: InBed::Minutes(rules::elapsed_minutes(&from, &to)),
            device: Some(told_by),
            ..Sleep::new(key, from, to, end.certainty())
        };
        self.sleeps.push((sleep, file.to_owned(), row.line));
        Ok(())
    }

    fn stage(&mut self, row: &Row<'_>) -> Result<(), (&'static str, Why)> {
        let id = text(row, STAGE, "sleep_id").ok_or(("sleep_id", Why::MissingField))?;
        let slot = match text(row, STAGE, "stage") {
            Some("40002") => 0,
            Some("40003") => 1,
            Some("40004") => 2,
            Some("40001") => 3,
            _ => return Err(("stage", Why::UnknownWord)),
        };
        let from = stamp(row, STAGE, "start_time")?;
        let to = stamp(row, STAGE, "end_time")?;
        let spans = self.stages.entry(id.to_owned()).or_default();
        spans[slot].push((from.instant.timestamp(), to.instant.timestamp()));
        Ok(())
    }

    /// A day's steps over all devices; other rows repeat parts of it.
    fn day(&mut self, row: &Row<'_>) -> Result<(), (&'static str, Why)> {
        if row.text("source_type").is_some_and(|source| source != "-2") {
            return Ok(());
        }
        let at = row
            .text("day_time")
            .ok_or(("day_time", Why::MissingField))?;
        let date = at
            .parse()
            .ok()
            .and_then(stamps::millis)
            .map(|at| at.date_naive())
            .or_else(|| at.get(..10).and_then(stamps::iso_date))
            .ok_or(("day_time", Why::NotADate))?;
        if !rules::sane_date(date) {
            return Err(("day_time", Why::DateOutOfRange));
        }
        let text = row.text("step_count").or_else(|| row.text("count"));
        let count = text
            .and_then(|text| sheet::number(text, false))
            .filter(|count| (0.0..1e7).contains(count));
        let count = count.ok_or(("step_count", Why::NotANumber))? as u32;
        let there = self.steps.entry(date).or_default();
        *there = (*there).max(count);
        Ok(())
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let mut table = Table::new(file, data);
        let first = table.take_line()?.unwrap_or_default();
        let Some(kind) = kind(&first) else {
            return Err(ReadError::Malformed {
                file: file.to_owned(),
                what: "the first line",
            });
        };
        let mut sheet = Sheet::after(table, file, |name| !name.is_empty())?;
        sheet.lenient();
        while let Some(row) = sheet.next(ledger)? {
            let line = row.line;
            let taken = match kind {
                STAGE => {
                    self.stretches += 1;
                    if self.stretches > MAX_STRETCHES {
                        return Err(ReadError::TooMany {
                            file: file.to_owned(),
                            max: MAX_STRETCHES,
                        });
                    }
                    self.stage(&row)
                }
                STEPS | OLD_STEPS => self.day(&row),
                _ => {
                    self.gathered.see(file)?;
                    ledger.count("rows", 1);
                    self.sleep(&row, kind, file)
                }
            };
            if let Err((column, why)) = taken {
                ledger.skip(file, What::Row, Some(column), why, Some(line));
            }
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>, ledger: &mut Ledger) -> Found {
        let home = self.settings.home_zone;
        for (mut sleep, file, line) in std::mem::take(&mut self.sleeps) {
            if let Some(spans) = self.stages.get(&sleep.key) {
                let awake = rules::union(&spans[3]);
                let seconds = |slot: usize| rules::seconds(&rules::union(&spans[slot]));
                let minutes = |slot: usize| {
                    let seconds = seconds(slot);
                    (seconds > 0)
                        .then(|| u32::try_from((seconds + 30) / 60).ok())
                        .flatten()
                };
                sleep.stages = Stages {
                    light: minutes(0),
                    deep: minutes(1),
                    rem: minutes(2),
                    awake: minutes(3),
                    ..Stages::default()
                };
                let slept = [&spans[0][..], &spans[1], &spans[2]].concat();
                let asleep = rules::seconds(&rules::without(&slept, &awake));
                sleep.asleep = Some(asleep as f64 / 60.0);
                sleep.awake = Some(rules::seconds(&awake) as f64 / 60.0);
                sleep.counts.push("stages");
            }
            let place = Place { file: &file, line };
            self.gathered
                .add(sleep, ("start_time", "end_time"), place, ledger);
        }
        let mut found = Found::nothing(Format::Samsung, home);
        found.sleeps = self.gathered.finish(ledger);
        found.steps = self.steps;
        found
    }
}
