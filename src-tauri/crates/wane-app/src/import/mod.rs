//! Other people's files: looked into first, then brought in as one undoable batch.
//!
//! What the diary already holds always stays: a record that is there and differs is a conflict, and the file's is left out.

mod columns;
mod databases;
pub(crate) mod measured;
mod open;
mod plan;
mod preview;
pub(crate) mod provenance;
mod unread;
mod watch;
mod whole;

use std::{io::Read as _, path::Path};

use wane_domain::{Id, Moment};
use wane_exchange::{Format, Found, ReadError, What};
use wane_store::{Change, ImportBatch, Label, Reason};
use wane_text::Arg;

use watch::Step;
pub(crate) use watch::Watch;
use whole::WholeFile;

use crate::{App, app::Rooms, convert, export::whole::looks_like, fault::Fault, wire::*};

impl App {
    /// See [`crate::commands`].
    pub(crate) fn pick_files(&self, _: Nothing) -> Result<PickedFiles, Fault> {
        let paths = self
            .host
            .pick_files()
            .ok_or_else(|| Fault::unsupported("pick_files"))?;
        Ok(PickedFiles {
            paths: paths.into_iter().map(|p| p.display().to_string()).collect(),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn import_preview(&self, request: ImportRequest) -> Result<ImportPreview, Fault> {
        let step = self.begin();
        let read = self.read_files(&request, &step)?;
        step.enter(ImportPhase::Comparing)?;
        match read {
            Read::Found(found) => {
                let plan = self.plan_import(&self.rooms().diary, &found, self.now())?;
                Ok(self.preview(&found, &plan))
            }
            Read::Whole(file) => {
                let rooms = self.rooms();
                let plan = whole::plan(&rooms.diary, &rooms.schedule, &file, &step)?;
                drop(rooms);
                Ok(self.preview_whole(&file, &plan))
            }
        }
    }

    /// See [`crate::commands`].
    pub(crate) fn import_apply(&self, request: ImportRequest) -> Result<Imported, Fault> {
        let step = self.begin();
        let read = self.read_files(&request, &step)?;
        step.enter(ImportPhase::Comparing)?;
        let now = self.now();
        let mut rooms = self.rooms();
        let mut left_out = 0;
        let (changes, plan, format, zone) = match read {
            Read::Found(found) => {
                left_out = rows_left_out(&found);
                let plan = self.plan_import(&rooms.diary, &found, now)?;
                let zone = Some(found.assumed_zone);
                (plan.changes(), Plan::Found(plan), found.format.name(), zone)
            }
            Read::Whole(file) => {
                let plan = whole::plan(&rooms.diary, &rooms.schedule, &file, &step)?;
                let changes = plan.changes;
                let plan = Plan::Whole(Box::new((plan, file)));
                (changes, plan, whole::NAME, None)
            }
        };
        let updated = plan.updated();
        if plan.is_empty() {
            let text = if changes.same + changes.conflict == 0 {
                self.words.text("import-nothing-there", &[])
            } else {
                let same = [("same", Arg::from(changes.same))];
                self.words.text("import-nothing-new", &same)
            };
            return Ok(Imported {
                text: self.with_left_out(text, left_out),
                changes,
                updated: 0,
                batch: None,
            });
        }
        step.enter(ImportPhase::Writing)?;
        if !rooms.sample {
            // Whatever an import does, the diary from before it is a backup that has been read back.
            rooms
                .dir
                .back_up(Reason::Import, self.now())
                .map_err(|reason| Fault::no_backup_first(&reason))?;
        }
        let before = self.answered(&rooms)?;
        // Not part of the batch, and before it: taking the import back is one step, and leaves the table known.
        let forget = match &request.mapping {
            Some(mapping) => self.remember(&mut rooms.diary, &request.paths, mapping)?,
            None => None,
        };
        let batch = ImportBatch {
            id: self.new_id(),
            format: format.to_owned(),
            file_name: None,
            file_hash: None,
            home_zone: zone,
            imported_at: now,
            added: changes.new - updated,
            changed: updated,
            unchanged: changes.same,
            left_out: changes.conflict,
        };
        let written = rooms
            .diary
            .try_change(Label::new("import"), self.now(), |change| {
                change.put(&batch)?;
                change.many(|change| plan.write(change, &step))
            });
        if let Err(fault) = written {
            // Nothing of the import is there, and so nothing of what was said for it.
            if let Some((name, text)) = forget {
                rooms
                    .diary
                    .change(Label::new("settings"), self.now(), |change| {
                        change.set_setting(name, text.as_deref())
                    })?;
            }
            return Err(fault);
        }
        if let Plan::Whole(whole) = &plan {
            whole.0.write_reminders(&mut rooms.schedule, now)?;
            self.host.reminders_changed();
        }
        self.follow_the_diary(&mut rooms, &before)?;
        let mut text = self.words.text(
            "import-done",
            &[
                ("new", Arg::from(changes.new)),
                ("same", Arg::from(changes.same)),
                ("conflict", Arg::from(changes.conflict)),
            ],
        );
        if updated > 0 {
            let updated = [("count", Arg::from(updated))];
            text = format!(
                "{text} {}",
                self.words.text("import-done-updated", &updated)
            );
        }
        Ok(Imported {
            text: self.with_left_out(text, left_out),
            changes,
            updated,
            batch: Some(batch.id.to_string()),
        })
    }

    /// What came in, and that not all of the file did: who brings in a file without a preview would not know otherwise.
    fn with_left_out(&self, text: String, rows: u64) -> String {
        if rows == 0 {
            return text;
        }
        let left = [("count", Arg::from(rows))];
        format!("{text} {}", self.words.text("import-left-out", &left))
    }

    /// See [`crate::commands`].
    pub(crate) fn import_undo(&self, request: ImportBatchRequest) -> Result<DataView, Fault> {
        let id: Id = request.id.parse().map_err(|_| Fault::bad_input("id"))?;
        let mut rooms = self.rooms();
        if rooms.diary.get::<ImportBatch>(id)?.is_none() {
            return Err(Fault::not_found("import"));
        }
        let before = self.answered(&rooms)?;
        rooms
            .diary
            .take_back_change_of(id, Label::new("import-undo"), self.now())?;
        self.follow_the_diary(&mut rooms, &before)?;
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
                if count("device_sleep") > 0 {
                    "data-counts-device"
                } else {
                    "data-counts"
                },
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
        let devices = provenance::devices_by_batch(&rooms.diary, &imports)?;
        let imports = imports
            .into_iter()
            .map(|b| {
                let at = Moment::new(b.imported_at, zone);
                let devices = devices.get(&b.id).cloned().unwrap_or_default();
                ImportBatchView {
                    id: b.id.to_string(),
                    format: b.format.clone(),
                    imported_at: at.to_rfc3339(),
                    from_text: (!devices.is_empty()).then(|| {
                        self.words.text(
                            "import-batch-from",
                            &[("devices", Arg::from(devices.join(", ")))],
                        )
                    }),
                    devices,
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

    fn read_files(&self, request: &ImportRequest, step: &Step<'_>) -> Result<Read, Fault> {
        step.enter(ImportPhase::Reading)?;
        if let Some(whole) = self.read_as_whole(request, step)? {
            return Ok(Read::Whole(whole));
        }
        let home_zone = match request.home_zone.as_deref() {
            Some(zone) => convert::zone(zone)?,
            None => self.zone(),
        };
        let format = request
            .format
            .as_deref()
            .map(|name| Format::from_name(name.trim()).ok_or_else(|| Fault::bad_input("format")))
            .transpose()?;
        let settings = wane_exchange::Settings::new(home_zone);
        if let Some(mapping) = &request.mapping {
            return self
                .read_by(mapping, &request.paths, &settings, step)
                .map(Read::Found);
        }
        let files = open::files(&request.paths)?;
        let databases = databases::InStore(self.rooms().dir.clone());
        let found =
            wane_exchange::read_with(files, format, &settings, &databases, &mut |done, total| {
                step.advance(done, total)
            });
        let found = match found {
            Err(error @ ReadError::NotRecognised { .. }) => self
                .read_as_before(&request.paths, &settings, step)?
                .ok_or_else(|| Fault::from(error))?,
            found => found?,
        };
        Ok(Read::Found(found))
    }

    /// The files as one whole diary, if that is what the person asks for or what the only file is by its content.
    fn read_as_whole(
        &self,
        request: &ImportRequest,
        step: &Step<'_>,
    ) -> Result<Option<WholeFile>, Fault> {
        let asked = request.format.as_deref().map(str::trim);
        let wanted = asked == Some(whole::NAME);
        let [path] = request.paths.as_slice() else {
            return if wanted {
                Err(Fault::refused("whole-one-file"))
            } else {
                Ok(None)
            };
        };
        if asked.is_some() && !wanted {
            return Ok(None);
        }
        let path = Path::new(path);
        if !wanted && path.is_dir() {
            return Ok(None);
        }
        let (file, _) = open::plain(path)?;
        let mut start = Vec::new();
        file.take(PREFIX)
            .read_to_end(&mut start)
            .map_err(|error| unread::unreadable(open::name(path), error.kind()))?;
        if !wanted && !looks_like(&start) {
            return Ok(None);
        }
        self.whole_file(path, step).map(Some)
    }
}

/// How much of a file is looked at to see whether it is a whole diary, in bytes.
const PREFIX: u64 = 1024;

/// What was read from files.
enum Read {
    /// What other programs keep.
    Found(Found),
    /// A diary as `wane export` writes it, which stays where it is.
    Whole(WholeFile),
}

/// What would come in.
enum Plan {
    Found(plan::Plan),
    Whole(Box<(whole::Plan, WholeFile)>),
}

impl Plan {
    fn is_empty(&self) -> bool {
        match self {
            Plan::Found(plan) => plan.records.is_empty(),
            Plan::Whole(whole) => whole.0.is_empty(),
        }
    }

    /// How many records are there already, and are brought up to date.
    fn updated(&self) -> u32 {
        match self {
            Plan::Found(plan) => plan.updated(),
            Plan::Whole(_) => 0,
        }
    }

    /// Writes it as part of one change, unless it shall stop.
    fn write(&self, change: &mut Change<'_>, step: &Step<'_>) -> Result<(), Fault> {
        match self {
            Plan::Found(plan) => each(&plan.records, step, |record| {
                record.write(change).map(drop).map_err(Fault::from)
            }),
            Plan::Whole(whole) => whole.0.write(&whole.1, change, step),
        }
    }
}

/// Hands over one record after the other, and stops between two of them if it shall.
fn each<R>(
    records: &[R],
    step: &Step<'_>,
    mut write: impl FnMut(&R) -> Result<(), Fault>,
) -> Result<(), Fault> {
    for (done, record) in records.iter().enumerate() {
        if step.advance(done as u64, records.len() as u64).is_break() {
            return Err(Fault::cancelled());
        }
        write(record)?;
    }
    Ok(())
}

fn clip(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// How many rows or records could not be taken in; columns that have no place in the diary are none of them.
fn rows_left_out(found: &Found) -> u64 {
    let rows = found.skipped.iter().filter(|left| left.what == What::Row);
    rows.map(|left| left.count).sum()
}
