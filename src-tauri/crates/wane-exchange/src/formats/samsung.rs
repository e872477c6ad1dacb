//! Tables of Samsung Health: `com.samsung.shealth.sleep.*.csv`, its stages, naps, the days' steps, and exercise.
//!
//! The first line names the kind of table; names of columns stand there with and without a long prefix; rows end in one
//! comma more than the names do.
//! Times are those of Greenwich, and the offset stands beside them; where the archive has its exact counts
//! (`jsons/`), that is proved anew for every archive ([`proof`]).

mod exercise;
mod proof;

use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
    rc::Rc,
};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use wane_domain::{
    Moment,
    diary::{OffsetCertainty, SleepKind, Stages},
};

use crate::{
    Format, Found, ReadError, Settings, WarningCode, What, Why,
    gather::{Gathered, InBed, Place, Sleep},
    ledger::Ledger,
    measured::exercise::{MAX_WORKOUTS, distinct},
    rules,
    sheet::{self, Row, Sheet},
    stamps,
    table::Table,
};
use exercise::Done;
use proof::Proof;

/// The kinds of tables that are read, by the first field of their first line.
const SLEEP: &str = "com.samsung.shealth.sleep";
const OLD_SLEEP: &str = "com.samsung.health.sleep";
const STAGE: &str = "com.samsung.health.sleep_stage";
const NAP: &str = "com.samsung.shealth.vitality.nap_data";
const STEPS: &str = "com.samsung.shealth.tracker.pedometer_day_summary";
const OLD_STEPS: &str = "com.samsung.shealth.step_daily_trend";
const EXERCISE: &str = "com.samsung.shealth.exercise";
const OLD_EXERCISE: &str = "com.samsung.health.exercise";
/// Tables whose rows have their exact times in files of their own.
const EXACT: [&str; 4] = [
    "com.samsung.health.movement",
    "com.samsung.shealth.tracker.heart_rate",
    "com.samsung.health.hrv",
    "com.samsung.health.respiratory_rate",
];

/// More stages than this are no person's.
const MAX_STRETCHES: usize = 5_000_000;

/// No nap is longer than this, and no night's parts begin further apart, in seconds.
const DAY_SECONDS: i64 = 24 * 60 * 60;

/// More naps than this in a day and a night are nobody's.
const MAX_NAPS: usize = 100;

/// No night has more parts than this.
const MAX_PARTS: usize = 50;

/// The name of a record is a long one; what is shorter says that there is none.
const NAME_BYTES: usize = 8;

fn kind(first: &[u8]) -> Option<&'static str> {
    let first = first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first);
    let name = first.split(|byte| *byte == b',').next()?.trim_ascii();
    [SLEEP, OLD_SLEEP, STAGE, NAP, STEPS, OLD_STEPS]
        .into_iter()
        .chain([EXERCISE, OLD_EXERCISE])
        .chain(EXACT)
        .find(|kind| name == kind.as_bytes())
}

/// Whether a file begins with the first line of one of the tables, or like the exact times of one of their rows.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    let end = prefix
        .iter()
        .position(|byte| matches!(byte, b'\n' | b'\r'))
        .unwrap_or(prefix.len());
    kind(&prefix[..end]).is_some() || proof::first_epoch(prefix).is_some()
}

/// One row of sleep, or a nap's.
struct Told {
    key: String,
    /// The night that it is a part of.
    night: Option<String>,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    offset: Option<i32>,
    nap: bool,
    program: Option<String>,
    device: Option<String>,
    file: Rc<str>,
    line: u64,
}

impl Told {
    fn span(&self) -> (i64, i64) {
        (self.start.timestamp(), self.end.timestamp())
    }
}

/// Light, deep, REM and awake of a sleep, in seconds.
type Spans = [Vec<(i64, i64)>; 4];

/// Reads any number of tables.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
    sleeps: Vec<Told>,
    naps: Vec<Told>,
    stages: HashMap<String, Spans>,
    stretches: usize,
    /// Steps of a day over all devices, and the most that a row of one device tells.
    steps: BTreeMap<NaiveDate, (Option<u32>, u32)>,
    exercise: Vec<Done>,
    proof: Proof,
    /// Whether there was a table of sleep or of steps, or nothing but exact times.
    any_table: bool,
}

/// The text in a column, whichever prefix its name has.
fn text<'r>(row: &'r Row<'_>, name: &str) -> Option<&'r str> {
    row.text(name).or_else(|| row.text(&format!("*.{name}")))
}

fn offset(row: &Row<'_>) -> Option<i32> {
    text(row, "time_offset").and_then(stamps::offset)
}

fn instant(row: &Row<'_>, name: &'static str) -> Result<DateTime<Utc>, (&'static str, Why)> {
    let at = text(row, name).ok_or((name, Why::MissingField))?;
    stamps::clock(at)
        .map(|clock| clock.and_utc())
        .or_else(|| at.parse().ok().and_then(stamps::millis))
        .ok_or((name, Why::NotADate))
}

/// What a row says from when to when, and of whom.
fn told(row: &Row<'_>, file: &Rc<str>) -> Result<Told, (&'static str, Why)> {
    let start = instant(row, "start_time")?;
    let end = instant(row, "end_time")?;
    let word = |name: &str| text(row, name).map(str::to_owned);
    // A score for naps is there for naps alone; nought or less is how they write that there is none.
    let scored = text(row, "nap_score")
        .and_then(|score| sheet::number(score, false))
        .is_some_and(|score| score > 0.0);
    Ok(Told {
        key: word("datauuid").unwrap_or_else(|| start.timestamp().to_string()),
        night: word("combined_id").filter(|name| name.len() >= NAME_BYTES),
        start,
        end,
        offset: offset(row),
        nap: scored,
        program: word("pkg_name"),
        device: word("deviceuuid"),
        file: Rc::clone(file),
        line: row.line,
    })
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
            sleeps: Vec::new(),
            naps: Vec::new(),
            stages: HashMap::new(),
            stretches: 0,
            steps: BTreeMap::new(),
            exercise: Vec::new(),
            proof: Proof::default(),
            any_table: false,
        }
    }

    fn stage(&mut self, row: &Row<'_>) -> Result<(), (&'static str, Why)> {
        let id = text(row, "sleep_id").ok_or(("sleep_id", Why::MissingField))?;
        let slot = match text(row, "stage") {
            Some("40002") => 0,
            Some("40003") => 1,
            Some("40004") => 2,
            Some("40001") => 3,
            _ => return Err(("stage", Why::UnknownWord)),
        };
        let from = instant(row, "start_time")?;
        let to = instant(row, "end_time")?;
        let spans = self.stages.entry(id.to_owned()).or_default();
        spans[slot].push((from.timestamp(), to.timestamp()));
        Ok(())
    }

    /// A day's steps over all devices; other rows repeat parts of it.
    fn day(&mut self, row: &Row<'_>) -> Result<(), (&'static str, Why)> {
        let at = text(row, "day_time").ok_or(("day_time", Why::MissingField))?;
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
        let count = text(row, "step_count").or_else(|| text(row, "count"));
        let count = count
            .and_then(|text| sheet::number(text, false))
            .filter(|count| (0.0..1e7).contains(count));
        let count = count.ok_or(("step_count", Why::NotANumber))? as u32;
        let (all, one) = self.steps.entry(date).or_default();
        if text(row, "source_type") == Some("-2") {
            *all = Some(all.unwrap_or_default().max(count));
        } else {
            *one = (*one).max(count);
        }
        Ok(())
    }

    fn row(
        &mut self,
        kind: &str,
        row: &Row<'_>,
        file: &Rc<str>,
    ) -> Result<(), (&'static str, Why)> {
        match kind {
            STAGE => self.stage(row),
            STEPS | OLD_STEPS => self.day(row),
            EXERCISE | OLD_EXERCISE => {
                Done::of(row, self.settings.home_zone).map(|done| self.exercise.push(done))
            }
            NAP => told(row, file).map(|nap| self.naps.push(nap)),
            SLEEP | OLD_SLEEP => told(row, file).map(|sleep| self.sleeps.push(sleep)),
            _ => {
                let name = text(row, "binning_data");
                if let (Some(name), Ok(start)) = (name, instant(row, "start_time")) {
                    self.proof.row(name, start.timestamp(), offset(row));
                }
                Ok(())
            }
        }
    }

    /// Counts a row of a kind that is kept; [`ReadError::TooMany`] beyond all reason.
    fn see(&mut self, kind: &str, file: &str, ledger: &mut Ledger) -> Result<(), ReadError> {
        match kind {
            STAGE => {
                self.stretches += 1;
                if self.stretches > MAX_STRETCHES {
                    return Err(ReadError::TooMany {
                        file: file.to_owned(),
                        max: MAX_STRETCHES,
                    });
                }
            }
            EXERCISE | OLD_EXERCISE => {
                if self.exercise.len() >= MAX_WORKOUTS {
                    return Err(ReadError::TooMany {
                        file: file.to_owned(),
                        max: MAX_WORKOUTS,
                    });
                }
                ledger.count("workouts", 1);
            }
            NAP => self.gathered.see(file)?,
            SLEEP | OLD_SLEEP => {
                self.gathered.see(file)?;
                ledger.count("rows", 1);
            }
            _ => {}
        }
        Ok(())
    }

    /// If times turned out to be local, makes those of sleeps what they mean; whether they did.
    fn settle_times(&mut self, ledger: &mut Ledger) -> bool {
        let (proved, local) = self.proof.verdict();
        if proved > 0 {
            ledger.count("times_proved", proved);
        }
        if !local {
            return false;
        }
        let mut offsets: HashMap<String, i64> = HashMap::new();
        for told in self.sleeps.iter_mut().chain(&mut self.naps) {
            let east = i64::from(told.offset.unwrap_or_default());
            told.start -= Duration::seconds(east);
            told.end -= Duration::seconds(east);
            offsets.insert(told.key.clone(), east);
            ledger.warn(WarningCode::LocalTimes, told.end.date_naive());
        }
        for (key, spans) in &mut self.stages {
            let east = offsets.get(key).copied().unwrap_or_default();
            for span in spans.iter_mut().flatten() {
                *span = (span.0 - east, span.1 - east);
            }
        }
        true
    }

    /// Naps stand in a table of their own too; those that no row of sleep tells are naps all the same.
    fn settle_naps(&mut self) {
        self.naps.sort_by_key(|nap| nap.start);
        let mut told = vec![false; self.naps.len()];
        for sleep in &mut self.sleeps {
            let (from, to) = sleep.span();
            let begins = |nap: &Told| nap.start.timestamp();
            let first = self
                .naps
                .partition_point(|nap| begins(nap) < from - DAY_SECONDS);
            let near = self.naps[first..].iter().take(MAX_NAPS);
            let near = near.take_while(|nap| begins(nap) < to);
            for (nap, told) in near.zip(&mut told[first..]) {
                let shared = to.min(nap.end.timestamp()) - from.max(begins(nap));
                if shared > 0 {
                    // Within a night it is a part of that.
                    *told = true;
                    sleep.nap |= shared * 2 >= to - from;
                }
            }
        }
        let naps = std::mem::take(&mut self.naps);
        for (mut nap, told) in naps.into_iter().zip(told) {
            if !told {
                nap.nap = true;
                nap.night = None;
                self.sleeps.push(nap);
            }
        }
    }

    /// Makes one of the rows that are parts of one night.
    fn nights(&mut self) -> Vec<Vec<Told>> {
        let mut nights: Vec<Vec<Told>> = Vec::new();
        let mut by_name: HashMap<String, usize> = HashMap::new();
        for told in std::mem::take(&mut self.sleeps) {
            let place = told.night.as_ref().and_then(|name| by_name.get(name));
            let begins = |told: &Told| told.start.timestamp();
            if let Some(&place) = place
                && nights[place].len() < MAX_PARTS
                && nights[place]
                    .first()
                    .is_some_and(|first| (begins(first) - begins(&told)).abs() < DAY_SECONDS)
            {
                nights[place].push(told);
                continue;
            }
            if let Some(name) = &told.night {
                by_name.insert(name.clone(), nights.len());
            }
            nights.push(vec![told]);
        }
        nights
    }

    /// One sleep of a row or of the parts of a night; `None` of none.
    fn sleep(&self, mut parts: Vec<Told>) -> Option<(Sleep, Rc<str>, u64)> {
        parts.sort_by_key(|part| (part.start, part.end));
        // A part whose times are no interval is told of as such, and says nothing of the night.
        let sound = parts.iter().any(|part| part.end > part.start);
        parts.retain(|part| !sound || part.end > part.start);
        let several = parts.len() > 1;
        let start = parts.first()?.start;
        let last = parts.iter().max_by_key(|part| part.end)?;
        let (end, offset) = (last.end, last.offset);
        let home = self.settings.home_zone;
        let zone = offset.and_then(|offset| rules::zone_for_sleep(start, end, offset, home));
        let moment = |instant| Moment::new(instant, zone.unwrap_or(home));
        let certainty = match zone {
            Some(_) => OffsetCertainty::Stated,
            None => OffsetCertainty::InstantOnly,
        };
        let first = parts.first()?;
        let key = match &first.night {
            Some(night) if several => night.clone(),
            _ => first.key.clone(),
        };
        let mut spans = Spans::default();
        for part in &parts {
            for (all, own) in spans
                .iter_mut()
                .zip(self.stages.get(&part.key).into_iter().flatten())
            {
                all.extend(own);
            }
        }
        let lying: Vec<(i64, i64)> = parts.iter().map(Told::span).collect();
        let program = first.program.clone();
        let teller = [first.program.as_deref(), first.device.as_deref()]
            .map(Option::unwrap_or_default)
            .join("/");
        let mut sleep = Sleep {
            kind: parts.iter().all(|part| part.nap).then_some(SleepKind::Nap),
            in_bed: InBed::Minutes(rules::seconds(&rules::union(&lying)).max(0) as f64 / 60.0),
            device: program,
            teller: Some(teller),
            ..Sleep::new(key, moment(start), moment(end), certainty)
        };
        // How long was slept is known if the stages tell of every part.
        let staged = rules::union(&spans.concat());
        let told_of = |part: &(i64, i64)| {
            let told = rules::seconds(&rules::union(&[*part]))
                - rules::seconds(&rules::without(&[*part], &staged));
            told * 2 >= part.1 - part.0
        };
        if !staged.is_empty() {
            add_stages(&mut sleep, &spans, !several || lying.iter().all(told_of));
        }
        Some((sleep, Rc::clone(&first.file), first.line))
    }
}

/// Takes the stages over into a sleep; `complete` if they tell of all of it.
fn add_stages(sleep: &mut Sleep, spans: &Spans, complete: bool) {
    let awake = rules::union(&spans[3]);
    let whole = |seconds: i64| {
        (seconds > 0)
            .then(|| u32::try_from((seconds + 30) / 60).ok())
            .flatten()
    };
    let minutes = |slot: usize| whole(rules::seconds(&rules::union(&spans[slot])));
    sleep.stages = Stages {
        light: minutes(0),
        deep: minutes(1),
        rem: minutes(2),
        awake: minutes(3),
        ..Stages::default()
    };
    sleep.counts.push("stages");
    if complete {
        let slept = spans[..3].concat();
        let asleep = rules::seconds(&rules::without(&slept, &awake));
        sleep.asleep = Some(asleep as f64 / 60.0);
        sleep.awake = Some(rules::seconds(&awake) as f64 / 60.0);
    }
}

impl super::Reader for Reader {
    fn read(
        &mut self,
        file: &str,
        data: &mut dyn Read,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let (start, is_json) = super::first_bytes(file, data)?;
        if is_json {
            if let Some(epoch) = proof::first_epoch(&start) {
                self.proof.epoch(file, epoch);
            }
            return Ok(());
        }
        let mut table = Table::new(file, start.as_slice().chain(data));
        let first = table.take_line()?.unwrap_or_default();
        let Some(kind) = kind(&first) else {
            return Err(ReadError::Malformed {
                file: file.to_owned(),
                what: "the first line",
            });
        };
        self.any_table |= !EXACT.contains(&kind);
        if EXACT.contains(&kind) && self.proof.is_done() {
            return Ok(());
        }
        let mut sheet = Sheet::after(table, file, |name| !name.is_empty())?;
        sheet.lenient();
        sheet.add_short_names();
        let shared: Rc<str> = file.into();
        while let Some(row) = sheet.next(ledger)? {
            let line = row.line;
            self.see(kind, file, ledger)?;
            if let Err((column, why)) = self.row(kind, &row, &shared) {
                ledger.skip(file, What::Row, Some(column), why, Some(line));
            }
        }
        Ok(())
    }

    fn lacks_its_tables(&self) -> bool {
        !self.any_table
    }

    fn finish(mut self: Box<Self>, ledger: &mut Ledger) -> Found {
        let home = self.settings.home_zone;
        let local = self.settle_times(ledger);
        self.settle_naps();
        for parts in self.nights() {
            if let Some((sleep, file, line)) = self.sleep(parts) {
                let place = Place { file: &file, line };
                self.gathered
                    .add(sleep, ("start_time", "end_time"), place, ledger);
            }
        }
        let mut found = Found::nothing(Format::Samsung, home);
        found.sleeps = std::mem::take(&mut self.gathered).finish(ledger);
        let day = |(date, (all, one)): (NaiveDate, (Option<u32>, u32))| (date, all.unwrap_or(one));
        found.steps = std::mem::take(&mut self.steps)
            .into_iter()
            .map(day)
            .collect();
        let done = std::mem::take(&mut self.exercise).into_iter();
        let workouts = done.map(|done| done.found(local, home)).collect();
        found.workouts = distinct(workouts, ledger);
        found
    }
}
