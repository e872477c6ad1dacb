//! Other people's files: looked into first, then brought in as one undoable batch.
//!
//! What the diary already holds always stays: a record that is there and differs is a conflict, and the file's is left out.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    io::BufReader,
    ops::ControlFlow,
    path::Path,
};

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::{
    Id, Moment, check,
    diary::{
        DeviceSleep, Dose, Factor, FactorValue, Light, Night, Occasion, Origin, PainRating, SleepKind, Stages, Timing,
    },
    measures::Measures,
};
use wane_exchange::{Format, Found, FoundNight, FoundSleep, Input, ReadError, Skipped, Warning, WarningCode};
use wane_store::{Change, Diary, ImportBatch, Error, Label};
use wane_text::Arg;

use crate::{App, app::Rooms, convert, fault::Fault, wire::*};

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Fault::file(error.to_string())
    }
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn pick_files(&self, _: Nothing) -> Result<PickedFiles, Fault> {
        let paths = self.host.pick_files().ok_or_else(|| Fault::unsupported("pick_files"))?;
        Ok(PickedFiles { paths: paths.into_iter().map(|p| p.display().to_string()).collect() })
    }

    /// See [`crate::commands`].
    pub(crate) fn import_preview(&self, request: ImportRequest) -> Result<ImportPreview, Fault> {
        let found = self.read_files(&request)?;
        let rooms = self.rooms();
        let plan = self.plan_import(&rooms.diary, &found)?;
        Ok(self.preview(&found, &plan))
    }

    /// See [`crate::commands`].
    pub(crate) fn import_apply(&self, request: ImportRequest) -> Result<Imported, Fault> {
        let found = self.read_files(&request)?;
        let mut rooms = self.rooms();
        let plan = self.plan_import(&rooms.diary, &found)?;
        let changes = plan.changes();
        if plan.records.is_empty() {
            return Ok(Imported {
                text: self.words.text("import-nothing-new", &[("same", Arg::from(changes.same))]),
                changes,
                batch: None,
            });
        }
        let batch = ImportBatch {
            id: self.new_id(),
            format: found.format.name().to_owned(),
            file_name: None,
            file_hash: None,
            home_zone: Some(found.assumed_zone),
            imported_at: self.now(),
            added: changes.new,
            changed: 0,
            unchanged: changes.same,
            left_out: changes.conflict,
        };
        rooms.diary.change(Label::new("import"), self.now(), |change| {
            change.put(&batch)?;
            plan.records.iter().try_for_each(|record| record.write(change).map(drop))
        })?;
        self.host.reminders_changed();
        Ok(Imported {
            text: self.words.text(
                "import-done",
                &[
                    ("new", Arg::from(changes.new)),
                    ("same", Arg::from(changes.same)),
                    ("conflict", Arg::from(changes.conflict)),
                ],
            ),
            changes,
            batch: Some(batch.id.to_string()),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn import_undo(&self, request: ImportBatchRequest) -> Result<DataView, Fault> {
        let id: Id = request.id.parse().map_err(|_| Fault::bad_input("id"))?;
        let mut rooms = self.rooms();
        if rooms.diary.get::<ImportBatch>(id)?.is_none() {
            return Err(Fault::not_found("import"));
        }
        rooms.diary.take_back_change_of(id, Label::new("import-undo"), self.now())?;
        self.host.reminders_changed();
        self.data_view(&rooms)
    }

    /// See [`crate::commands`].
    pub(crate) fn data(&self, _: Nothing) -> Result<DataView, Fault> {
        self.data_view(&self.rooms())
    }

    fn data_view(&self, rooms: &Rooms) -> Result<DataView, Fault> {
        let counts = rooms.diary.counts()?;
        let count = |table: &str| counts.get(table).copied().unwrap_or(0);
        let text = match rooms.diary.first_and_last_date()? {
            Some((first, last)) => self.words.text(
                "data-counts",
                &[
                    ("nights", Arg::from(count("night"))),
                    ("device", Arg::from(count("device_sleep"))),
                    ("ratings", Arg::from(count("pain_rating"))),
                    ("range", Arg::from(self.words.date_range(first, last))),
                ],
            ),
            None => self.words.text("data-empty", &[]),
        };
        let mut imports = rooms.diary.all::<ImportBatch>()?;
        imports.sort_by_key(|b| std::cmp::Reverse(b.imported_at));
        let zone = self.zone();
        let imports = imports
            .into_iter()
            .map(|b| {
                let at = Moment::new(b.imported_at, zone);
                ImportBatchView {
                    id: b.id.to_string(),
                    text: self.words.text(
                        "import-batch",
                        &[
                            ("format", Arg::from(self.format_name(&b.format))),
                            ("day", Arg::from(self.words.date_short_year(at.date()))),
                            ("time", Arg::from(self.words.clock(at.time()))),
                            ("new", Arg::from(b.added)),
                        ],
                    ),
                    undone: false,
                }
            })
            .collect();
        Ok(DataView {
            folder: rooms.dir.path().display().to_string(),
            text,
            imports,
            sample: rooms.sample,
        })
    }

    fn format_name(&self, format: &str) -> String {
        self.words.text(&format!("format-{format}"), &[])
    }

    fn read_files(&self, request: &ImportRequest) -> Result<Found, Fault> {
        let home_zone = match request.home_zone.as_deref() {
            Some(zone) => convert::zone(zone)?,
            None => self.zone(),
        };
        let format = request
            .format
            .as_deref()
            .map(|name| Format::from_name(name.trim()).ok_or_else(|| Fault::bad_input("format")))
            .transpose()?;
        let files = request.paths.iter().map(|path| open(Path::new(path))).collect::<Result<Vec<_>, _>>()?;
        let settings = wane_exchange::Settings::new(home_zone);
        Ok(wane_exchange::read(files, format, &settings, &mut |_, _| ControlFlow::Continue(()))?)
    }

    fn plan_import(&self, diary: &Diary, found: &Found) -> Result<Plan, Fault> {
        let dates = found.dates();
        let (Some(first), Some(last)) = (dates.first().copied(), dates.last().copied()) else {
            return Ok(Plan::default());
        };
        let source = found.format.name();
        let now = self.now();
        let origin = |key: &str| Origin {
            source: Some(source.to_owned()),
            source_key: Some(key.to_owned()),
            entered_at: now,
            recalled: false,
        };
        let mut plan = Plan::default();
        self.plan_days(&mut plan, diary, found, (first, last), &origin)?;

        let known: HashMap<String, DeviceSleep> = diary
            .between::<DeviceSleep>(first, last)?
            .into_iter()
            .filter(|s| s.origin.source.as_deref() == Some(source))
            .filter_map(|s| Some((s.origin.source_key.clone()?, s)))
            .collect();
        for sleep in &found.sleeps {
            let unit = Unit::Sleep(sleep.source_key.clone());
            let new = sleep.clone().into_device_sleep(self.new_id(), origin(&sleep.source_key));
            plan.weigh(unit, known.get(&sleep.source_key), new, same_sleep, Record::DeviceSleep);
        }
        Ok(plan)
    }

    /// What a table of days brings: felt nights, ratings, movement, light and factors.
    fn plan_days(
        &self,
        plan: &mut Plan,
        diary: &Diary,
        found: &Found,
        (first, last): (NaiveDate, NaiveDate),
        origin: &dyn Fn(&str) -> Origin,
    ) -> Result<(), Fault> {
        let nights: HashMap<NaiveDate, Night> =
            diary.between::<Night>(first, last)?.into_iter().map(|n| (n.wake_date, n)).collect();
        for night in &found.nights {
            let new = night.clone().into_night(self.new_id(), origin(&night.source_key));
            plan.weigh(Unit::Day(night.wake_date), nights.get(&night.wake_date), new, same_night, Record::Night);
        }
        let ratings: HashMap<(NaiveDate, Occasion), PainRating> = diary
            .between::<PainRating>(first, last)?
            .into_iter()
            .filter(|r| r.pain.is_none())
            .map(|r| ((r.date, r.occasion), r))
            .collect();
        for rating in &found.ratings {
            let new = PainRating {
                id: self.new_id(),
                date: rating.date,
                occasion: rating.occasion,
                pain: None,
                rating: rating.rating,
                origin: origin(&rating.source_key),
            };
            let old = ratings.get(&(rating.date, rating.occasion));
            plan.weigh(Unit::Day(rating.date), old, new, |a, b| a.rating == b.rating, Record::Rating);
        }
        let doses: HashMap<NaiveDate, Dose> =
            diary.between::<Dose>(first, last)?.into_iter().map(|d| (d.date, d)).collect();
        for dose in &found.doses {
            let new = Dose {
                id: self.new_id(),
                date: dose.date,
                start: None,
                kind: None,
                minutes: Some(dose.minutes),
                effort: None,
                felt: None,
                origin: origin(&dose.source_key),
            };
            plan.weigh(Unit::Day(dose.date), doses.get(&dose.date), new, |a, b| a.minutes == b.minutes, Record::Dose);
        }
        let lights: HashMap<NaiveDate, Light> =
            diary.between::<Light>(first, last)?.into_iter().map(|l| (l.date, l)).collect();
        for light in &found.light {
            let new = Light {
                id: self.new_id(),
                date: light.date,
                start: None,
                minutes: Some(light.minutes),
                origin: origin(&light.source_key),
            };
            let old = lights.get(&light.date);
            plan.weigh(Unit::Day(light.date), old, new, |a, b| a.minutes == b.minutes, Record::Light);
        }
        self.plan_factors(plan, diary, found, (first, last), origin)
    }

    fn plan_factors(
        &self,
        plan: &mut Plan,
        diary: &Diary,
        found: &Found,
        (first, last): (NaiveDate, NaiveDate),
        origin: &dyn Fn(&str) -> Origin,
    ) -> Result<(), Fault> {
        if found.factors.is_empty() {
            return Ok(());
        }
        let known: HashMap<String, Id> = diary.all::<Factor>()?.into_iter().map(|f| (f.name, f.id)).collect();
        let values: HashMap<(Id, NaiveDate), FactorValue> = diary
            .between::<FactorValue>(first, last)?
            .into_iter()
            .map(|v| ((v.factor, v.date), v))
            .collect();
        for (name, factor) in &found.factors {
            let id = match known.get(name) {
                Some(id) => *id,
                None => {
                    let new = Factor {
                        id: self.new_id(),
                        name: name.clone(),
                        timing: Timing::Day,
                        unit: None,
                        retired_at: None,
                    };
                    let id = new.id;
                    plan.new_factors.push(new);
                    id
                }
            };
            for (date, value) in &factor.values {
                let new = FactorValue {
                    id: self.new_id(),
                    factor: id,
                    date: *date,
                    value: *value,
                    origin: origin(&format!("{date}/{name}")),
                };
                plan.weigh(Unit::Day(*date), values.get(&(id, *date)), new, |a, b| a.value == b.value, Record::Value);
            }
        }
        // A column that brings no new value needs no new factor either.
        let used: Vec<Id> = plan
            .records
            .iter()
            .filter_map(|r| if let Record::Value(v) = r { Some(v.factor) } else { None })
            .collect();
        let wanted = std::mem::take(&mut plan.new_factors);
        let mut first_records: Vec<Record> =
            wanted.into_iter().filter(|f| used.contains(&f.id)).map(Record::Factor).collect();
        first_records.append(&mut plan.records);
        plan.records = first_records;
        Ok(())
    }

    fn preview(&self, found: &Found, plan: &Plan) -> ImportPreview {
        let changes = plan.changes();
        let mut sleeps: Vec<SleepFound> = found.nights.iter().map(|n| night_found(n, found.format.name())).collect();
        sleeps.extend(found.sleeps.iter().map(|s| sleep_found(s, found.format.name())));
        let mut other: BTreeMap<String, u32> = found.other.iter().map(|(k, v)| (k.clone(), clip(*v))).collect();
        for (name, count) in [
            ("pain_ratings", found.ratings.len()),
            ("movement_days", found.doses.len()),
            ("light_days", found.light.len()),
        ] {
            if count > 0 {
                other.insert(name.to_owned(), clip(count as u64));
            }
        }
        for (name, factor) in &found.factors {
            other.insert(format!("factor:{name}"), clip(factor.values.len() as u64));
        }
        let line = |id: &str, value: String| NamedText { name: self.words.text(id, &[]), text: value };
        let mut summary = vec![
            line("import-format", self.format_name(found.format.name())),
            line("import-sleeps", sleeps.len().to_string()),
            line("import-new", changes.new.to_string()),
            line("import-same", changes.same.to_string()),
            line("import-conflict", changes.conflict.to_string()),
        ];
        if !found.ratings.is_empty() {
            summary.insert(2, line("import-ratings", found.ratings.len().to_string()));
        }
        if !found.factors.is_empty() {
            let names: Vec<&str> = found.factors.keys().map(String::as_str).collect();
            summary.push(line("import-factors", names.join(", ")));
        }
        ImportPreview {
            format: found.format.name().to_owned(),
            sleeps,
            steps_by_day: BTreeMap::new(),
            other,
            skipped: found.skipped.iter().map(|s| self.skipped(s)).collect(),
            warnings: found.warnings.iter().map(|w| self.warning(w)).collect(),
            changes,
            summary,
            home_zone: found.assumed_zone.name().to_owned(),
        }
    }

    fn skipped(&self, skipped: &Skipped) -> SkippedView {
        let reason = self.words.text(&format!("skip-{}", skipped.why.code()), &[]);
        let mut why = reason;
        if let Some(column) = &skipped.column {
            why = self.words.text("skip-in-column", &[("why", Arg::from(why)), ("column", Arg::from(column))]);
        }
        if !skipped.lines.is_empty() {
            let lines: Vec<String> = skipped.lines.iter().map(u64::to_string).collect();
            let more = skipped.count > skipped.lines.len() as u64;
            let lines = format!("{}{}", lines.join(", "), if more { ", …" } else { "" });
            why = self.words.text("skip-at-lines", &[("why", Arg::from(why)), ("lines", Arg::from(lines))]);
        }
        SkippedView { what: skipped.what.code().to_owned(), why, count: clip(skipped.count) }
    }

    fn warning(&self, warning: &Warning) -> String {
        let what = match &warning.code {
            WarningCode::Question(q) => self.words.text(&format!("question-{}", q.code().replace('_', "-")), &[]),
            code => self.words.text(&format!("warning-{}", code.code()), &[]),
        };
        let dates: Vec<String> = warning.dates.iter().take(5).map(|d| self.words.date_short_year(*d)).collect();
        let more = warning.count > dates.len() as u64;
        let dates = format!("{}{}", dates.join(", "), if more { ", …" } else { "" });
        self.words.text("warning-on-days", &[("what", Arg::from(what)), ("dates", Arg::from(dates))])
    }
}

fn open(path: &Path) -> Result<Input<'static>, Fault> {
    let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let file = File::open(path).map_err(|e| Fault::file(format!("{name}: {}", e.kind())))?;
    let is_file = file.metadata().is_ok_and(|m| m.is_file());
    if !is_file {
        return Err(Fault::file(format!("{name}: {}", std::io::ErrorKind::IsADirectory)));
    }
    Ok(Input::new(name, BufReader::new(file)))
}

fn clip(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What an import would write, and what it makes of every day or sleep it found.
#[derive(Default)]
struct Plan {
    records: Vec<Record>,
    new_factors: Vec<Factor>,
    verdicts: BTreeMap<Unit, Verdict>,
}

/// What is counted: a day of a table, or one sleep of a device.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Day(NaiveDate),
    Sleep(String),
}

/// In rising order: the strongest verdict of a day's records is the day's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Same,
    New,
    Conflict,
}

impl Plan {
    fn weigh<R>(
        &mut self,
        unit: Unit,
        old: Option<&R>,
        new: R,
        same: impl Fn(&R, &R) -> bool,
        record: impl Fn(R) -> Record,
    ) {
        let verdict = match old {
            None => Verdict::New,
            Some(old) if same(old, &new) => Verdict::Same,
            Some(_) => Verdict::Conflict,
        };
        let entry = self.verdicts.entry(unit).or_insert(verdict);
        *entry = (*entry).max(verdict);
        if verdict == Verdict::New {
            self.records.push(record(new));
        }
    }

    fn changes(&self) -> Changes {
        let count = |wanted| clip(self.verdicts.values().filter(|v| **v == wanted).count() as u64);
        Changes { new: count(Verdict::New), same: count(Verdict::Same), conflict: count(Verdict::Conflict) }
    }
}

enum Record {
    Factor(Factor),
    Night(Night),
    DeviceSleep(DeviceSleep),
    Rating(PainRating),
    Dose(Dose),
    Light(Light),
    Value(FactorValue),
}

impl Record {
    fn write(&self, change: &mut Change<'_>) -> Result<bool, Error> {
        match self {
            Record::Factor(r) => change.put(r),
            Record::Night(r) => change.put(r),
            Record::DeviceSleep(r) => change.put(r),
            Record::Rating(r) => change.put(r),
            Record::Dose(r) => change.put(r),
            Record::Light(r) => change.put(r),
            Record::Value(r) => change.put(r),
        }
    }
}

/// Equal in everything but name and origin.
fn same_night(a: &Night, b: &Night) -> bool {
    Night { id: a.id, origin: a.origin.clone(), ..b.clone() } == *a
}

/// Equal in everything but name and origin.
fn same_sleep(a: &DeviceSleep, b: &DeviceSleep) -> bool {
    DeviceSleep { id: a.id, origin: a.origin.clone(), ..b.clone() } == *a
}

fn night_found(found: &FoundNight, source: &str) -> SleepFound {
    let night = found.clone().into_night(Id::new(DateTime::<Utc>::UNIX_EPOCH, [0; 10]), no_origin());
    let m = Measures::of(&night);
    let sound = check::holds_together(&night);
    let text = |t: Option<Moment>| t.map(|t| t.to_rfc3339());
    SleepFound {
        start: text(m.onset.filter(|_| sound).or(night.lights_out).or(night.bed)),
        end: text(night.final_wake.or(night.out_of_bed)),
        kind: "night".to_owned(),
        wake_date: night.wake_date.to_string(),
        asleep_min: m.tst_min.filter(|_| sound),
        in_bed_min: m.tib_min,
        awake_min: night.waso_min.map(f64::from),
        stages_min: None,
        source: source.to_owned(),
    }
}

fn no_origin() -> Origin {
    Origin { source: None, source_key: None, entered_at: DateTime::<Utc>::UNIX_EPOCH, recalled: false }
}

fn sleep_found(sleep: &FoundSleep, source: &str) -> SleepFound {
    SleepFound {
        start: Some(sleep.start.to_rfc3339()),
        end: Some(sleep.end.to_rfc3339()),
        kind: match sleep.kind {
            SleepKind::Night => "night",
            SleepKind::Nap => "nap",
        }
        .to_owned(),
        wake_date: sleep.wake_date.to_string(),
        asleep_min: sleep.asleep_min.map(f64::from),
        in_bed_min: sleep.in_bed_min.map(f64::from),
        awake_min: sleep.awake_min.map(f64::from),
        stages_min: stages(&sleep.stages),
        source: source.to_owned(),
    }
}

fn stages(stages: &Stages) -> Option<BTreeMap<String, u32>> {
    let named = [
        ("deep", stages.deep),
        ("light", stages.light),
        ("rem", stages.rem),
        ("awake", stages.awake),
        ("restless", stages.restless),
        ("asleep", stages.asleep),
    ];
    let map: BTreeMap<String, u32> = named.into_iter().filter_map(|(n, m)| Some((n.to_owned(), m?))).collect();
    (!map.is_empty()).then_some(map)
}

