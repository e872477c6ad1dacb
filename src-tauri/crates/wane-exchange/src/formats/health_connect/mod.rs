//! The database that Health Connect exports from a phone, alone or in its archive.
//!
//! Any number of programs write into it, so one night can be there several times; the person's own order of them
//! decides, which the database holds too.
//! Columns stand in another order on every phone and some are missing on older ones: they are known by name.

mod all_day;

use std::collections::{BTreeMap, HashMap};

use chrono_tz::Tz;
use wane_domain::diary::Stages;

use crate::{
    Format, Found, ReadError, Settings, What, Why,
    database::{Cell, Names, Tables},
    gather::{Gathered, InBed, Place, Sleep},
    input::Meter,
    ledger::Ledger,
    measured::steps::{Preferred, Steps},
    rules,
    stamps::{self, Stamp},
};
use all_day::{AllDay, EXERCISE};

const APPS: &str = "application_info_table";
const ORDER: &str = "health_data_category_priority_table";
const SESSIONS: &str = "sleep_session_record_table";
const STAGES: &str = "sleep_stages_table";
const STEPS: &str = "steps_record_table";

/// A table of which Wane keeps nothing but says how many records there are.
const VARIABILITIES: &str = "heart_rate_variability_rmssd_record_table";

/// The numbers of the kinds of data that programs are put in order for.
const ACTIVITY: i64 = 1;
const SLEEP: i64 = 5;

/// A record the person wrote by hand.
const BY_HAND: i64 = 3;

/// More stages than this are no person's.
const MAX_STAGES: usize = 5_000_000;

/// More programs than this write into no phone.
const MAX_APPS: usize = 10_000;

/// A program that the person has put in no order comes after all that are.
const LAST: usize = usize::MAX;

/// Whether a database is one of these.
pub(crate) fn has_tables(tables: &Names) -> bool {
    let told = [SESSIONS, STEPS, EXERCISE];
    tables.has(APPS) && told.into_iter().any(|table| tables.has(table))
}

/// What a stage is, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Awake,
    /// Asleep, and the program does not say how.
    Asleep,
    OutOfBed,
    Light,
    Deep,
    Rem,
}

impl Stage {
    fn of(number: i64) -> Option<Stage> {
        match number {
            1 | 7 => Some(Stage::Awake),
            2 => Some(Stage::Asleep),
            3 => Some(Stage::OutOfBed),
            4 => Some(Stage::Light),
            5 => Some(Stage::Deep),
            6 => Some(Stage::Rem),
            _ => None,
        }
    }
}

/// A session that waits for its stages.
struct Session {
    sleep: Sleep,
    /// In seconds.
    from: i64,
    to: i64,
    line: u64,
    stages: BTreeMap<Stage, Vec<(i64, i64)>>,
}

/// Reads databases.
pub(crate) struct Reader {
    settings: Settings,
    gathered: Gathered,
    steps: Steps,
    /// The place of each source of steps in the person's order.
    step_ranks: Vec<usize>,
    stages: usize,
    all_day: AllDay,
}

/// The programs of one database, and the person's order of them.
struct Apps {
    names: HashMap<i64, String>,
    ranks: HashMap<(i64, i64), usize>,
}

impl Apps {
    fn read(tables: &Tables<'_>, meter: &mut Meter<'_>) -> Result<Apps, ReadError> {
        let mut names = HashMap::new();
        let columns = ["row_id", "app_name", "package_name"];
        tables.each(APPS, columns, meter, &mut |_, [id, app, package]| {
            if let (Some(id), Some(name)) = (id.whole(), app.text().or_else(|| package.text()))
                && names.len() < MAX_APPS
            {
                names.insert(id, name);
            }
            Ok(())
        })?;
        let mut ranks = HashMap::new();
        let columns = ["health_data_category", "app_id_priority_order"];
        tables.each(ORDER, columns, meter, &mut |_, [category, order]| {
            if let (Some(category), Some(order)) = (category.whole(), order.text()) {
                let ids = order.split(',').filter_map(|id| id.trim().parse().ok());
                for (rank, id) in ids.enumerate() {
                    ranks.entry((category, id)).or_insert(rank);
                }
            }
            Ok(())
        })?;
        Ok(Apps { names, ranks })
    }

    /// A program's name and its place in the person's order.
    fn of(&self, id: &Cell, category: i64) -> (String, usize) {
        let Some(id) = id.whole() else {
            return ("-".to_owned(), LAST);
        };
        let name = self.names.get(&id).cloned();
        let rank = self.ranks.get(&(category, id)).copied();
        (name.unwrap_or_else(|| id.to_string()), rank.unwrap_or(LAST))
    }

    /// A program's name, if it has one that can be shown.
    fn name(&self, id: &Cell) -> Option<String> {
        self.names.get(&id.whole()?).cloned()
    }
}

/// An instant in milliseconds with the offset of the clock in seconds.
fn stamp(at: &Cell, offset: &Cell, name: &'static str) -> Result<Stamp, (&'static str, Why)> {
    let instant = match at {
        Cell::Nothing => return Err((name, Why::MissingField)),
        at => at.whole().and_then(stamps::millis),
    };
    let offset = offset.whole().and_then(|offset| i32::try_from(offset).ok());
    Ok(Stamp {
        instant: instant.ok_or((name, Why::NotADate))?,
        offset: offset.filter(|offset| offset.abs() <= 18 * 3600),
    })
}

impl Reader {
    pub(crate) fn new(settings: Settings) -> Self {
        Reader {
            settings,
            gathered: Gathered::default(),
            steps: Steps::default(),
            step_ranks: Vec::new(),
            stages: 0,
            all_day: AllDay::default(),
        }
    }

    fn sessions(
        &mut self,
        tables: &Tables<'_>,
        apps: &Apps,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<HashMap<i64, Session>, ReadError> {
        let file = tables.file();
        let home = self.settings.home_zone;
        let gathered = &mut self.gathered;
        let mut sessions = HashMap::new();
        let columns = [
            "row_id",
            "uuid",
            "start_time",
            "start_zone_offset",
            "end_time",
            "end_zone_offset",
            "app_info_id",
            "recording_method",
            "last_modified_time",
        ];
        tables.each(SESSIONS, columns, meter, &mut |line, row| {
            let [
                id,
                uuid,
                start,
                start_offset,
                end,
                end_offset,
                app,
                method,
                changed,
            ] = row;
            gathered.see(file)?;
            ledger.count("sleep_records", 1);
            let ends = stamp(start, start_offset, "start_time")
                .and_then(|start| Ok((start, stamp(end, end_offset, "end_time")?)));
            let (start, end) = match ends {
                Ok(ends) => ends,
                Err((column, why)) => {
                    ledger.skip(file, What::Row, Some(column), why, Some(line));
                    return Ok(());
                }
            };
            let (name, rank) = apps.of(app, SLEEP);
            let key = uuid.name().unwrap_or_else(|| {
                rules::fallback_key(&start.instant.to_rfc3339(), &end.instant.to_rfc3339())
            });
            let (from, to) = (start.moment(home), end.moment(home));
            let mut sleep = Sleep::new(key, from, to, end.certainty());
            sleep.device = Some(name);
            sleep.rank = rank;
            sleep.changed = changed.whole().map(|millis| millis.div_euclid(1000));
            sleep.in_bed = InBed::Minutes(rules::elapsed_minutes(&from, &to));
            if method.whole() == Some(BY_HAND) {
                sleep.counts.push("manual");
            }
            // Without a number of its own no stage can belong to it.
            let number = id
                .whole()
                .unwrap_or(-i64::try_from(line).unwrap_or(i64::MAX));
            sessions.insert(
                number,
                Session {
                    sleep,
                    from: start.instant.timestamp(),
                    to: end.instant.timestamp(),
                    line,
                    stages: BTreeMap::new(),
                },
            );
            Ok(())
        })?;
        Ok(sessions)
    }

    fn stages(
        &mut self,
        tables: &Tables<'_>,
        sessions: &mut HashMap<i64, Session>,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let file = tables.file();
        let count = &mut self.stages;
        let columns = [
            "parent_key",
            "stage_start_time",
            "stage_end_time",
            "stage_type",
        ];
        tables.each(STAGES, columns, meter, &mut |line, row| {
            let [parent, start, end, stage] = row;
            *count += 1;
            if *count > MAX_STAGES {
                return Err(ReadError::TooMany {
                    file: file.to_owned(),
                    max: MAX_STAGES,
                });
            }
            let Some(session) = parent.whole().and_then(|parent| sessions.get_mut(&parent)) else {
                return Ok(());
            };
            let seconds = |at: &Cell| Some(at.whole()?.div_euclid(1000));
            let Some((from, to)) = seconds(start).zip(seconds(end)) else {
                let (what, why) = (What::Value, Why::NotADate);
                ledger.skip(file, what, Some("stage_start_time"), why, Some(line));
                return Ok(());
            };
            match stage.whole() {
                // The program itself does not know what it was.
                Some(0) => {}
                number => match number.and_then(Stage::of) {
                    Some(stage) => {
                        let span = (from.max(session.from), to.min(session.to));
                        session.stages.entry(stage).or_default().push(span);
                    }
                    None => {
                        let (what, why) = (What::Value, Why::UnknownWord);
                        ledger.skip(file, what, Some("stage_type"), why, Some(line));
                    }
                },
            }
            Ok(())
        })
    }

    fn steps(
        &mut self,
        tables: &Tables<'_>,
        apps: &Apps,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let file = tables.file();
        let mut sources: HashMap<String, usize> = HashMap::new();
        let mut ranks: Vec<usize> = Vec::new();
        // Sources of several files are apart.
        let before = self.step_ranks.len();
        let steps = &mut self.steps;
        let columns = ["start_time", "end_time", "count", "app_info_id"];
        tables.each(
            STEPS,
            columns,
            meter,
            &mut |line, [start, end, count, app]| {
                let seconds = |at: &Cell| Some(at.whole()?.div_euclid(1000));
                let count = count
                    .whole()
                    .filter(|count| (0..10_000_000).contains(count));
                let (Some(from), Some(to), Some(count)) = (seconds(start), seconds(end), count)
                else {
                    let (what, why) = (What::Value, Why::NotANumber);
                    ledger.skip(file, what, Some("count"), why, Some(line));
                    return Ok(());
                };
                let sane =
                    stamps::seconds(from).is_some_and(|at| rules::sane_date(at.date_naive()));
                if !sane {
                    let (what, why) = (What::Value, Why::DateOutOfRange);
                    ledger.skip(file, what, Some("start_time"), why, Some(line));
                    return Ok(());
                }
                let (name, rank) = apps.of(app, ACTIVITY);
                let source = *sources.entry(name).or_insert_with(|| {
                    ranks.push(rank);
                    ranks.len() - 1
                });
                if steps.add(before + source, from, to, count as f64) {
                    ledger.count("step_records", 1);
                } else {
                    let (what, why) = (What::Value, Why::TooLong);
                    ledger.skip(file, what, Some("end_time"), why, Some(line));
                }
                Ok(())
            },
        )?;
        self.step_ranks.append(&mut ranks);
        Ok(())
    }
}

/// The session with what its stages say: the union of those asleep without those awake, and never more than the
/// session itself.
fn told(session: Session) -> Sleep {
    let Session {
        mut sleep, stages, ..
    } = session;
    let spans = |wanted: &dyn Fn(Stage) -> bool| -> Vec<(i64, i64)> {
        let stages = stages.iter().filter(|(stage, _)| wanted(**stage));
        stages
            .flat_map(|(_, spans)| spans.iter().copied())
            .collect()
    };
    let up = |stage| matches!(stage, Stage::Awake | Stage::OutOfBed);
    let awake = rules::union(&spans(&up));
    let minutes = |seconds: i64| seconds as f64 / 60.0;
    let whole = |seconds: i64| u32::try_from((seconds + 30) / 60).ok();
    let asleep = |wanted: &dyn Fn(Stage) -> bool| {
        let there = stages.keys().any(|stage| wanted(*stage));
        there.then(|| rules::seconds(&rules::without(&spans(wanted), &awake)))
    };
    let staged = stages
        .keys()
        .any(|stage| matches!(stage, Stage::Light | Stage::Deep | Stage::Rem));
    let part = |wanted: Stage| {
        asleep(&|stage| stage == wanted)
            .filter(|_| staged)
            .and_then(whole)
    };
    let awake_seconds = stages
        .keys()
        .any(|stage| up(*stage))
        .then(|| rules::seconds(&awake));
    sleep.asleep = asleep(&|stage| !up(stage)).map(minutes);
    sleep.awake = awake_seconds.map(minutes);
    sleep.stages = Stages {
        light: part(Stage::Light),
        deep: part(Stage::Deep),
        rem: part(Stage::Rem),
        awake: awake_seconds.filter(|_| staged).and_then(whole),
        restless: None,
        asleep: part(Stage::Asleep),
    };
    sleep
}

impl super::Reader for Reader {
    fn read_database(
        &mut self,
        tables: &Tables<'_>,
        meter: &mut Meter<'_>,
        ledger: &mut Ledger,
    ) -> Result<(), ReadError> {
        let apps = Apps::read(tables, meter)?;
        let mut sessions = self.sessions(tables, &apps, meter, ledger)?;
        self.stages(tables, &mut sessions, meter, ledger)?;
        let mut sessions: Vec<Session> = sessions.into_values().collect();
        sessions.sort_by_key(|session| session.line);
        for session in sessions {
            let place = Place {
                file: tables.file(),
                line: session.line,
            };
            let sleep = told(session);
            self.gathered
                .add(sleep, ("start_time", "end_time"), place, ledger);
        }
        self.steps(tables, &apps, meter, ledger)?;
        let home = self.settings.home_zone;
        self.all_day.read(tables, &apps, home, meter, ledger)?;
        let mut variabilities = 0;
        tables.each(VARIABILITIES, [], meter, &mut |_, []| {
            variabilities += 1;
            Ok(())
        })?;
        if variabilities > 0 {
            ledger.count("heart_rate_variabilities", variabilities);
        }
        Ok(())
    }

    fn finish(self: Box<Self>, ledger: &mut Ledger) -> Found {
        let home: Tz = self.settings.home_zone;
        let mut found = Found::nothing(Format::HealthConnect, home);
        found.sleeps = self.gathered.finish(ledger);
        let preferred = Preferred::Ranked(&self.step_ranks);
        found.steps = self.steps.by_day(preferred, home);
        found.heart = self.all_day.hearts.by_day(&found.sleeps);
        found.workouts = self.all_day.workouts.finish(ledger);
        found
    }
}
