//! Other people's files: looked into first, then brought in as one undoable batch.
//!
//! What the diary already holds always stays: a record that is there and differs is a conflict, and the file's is left out.

mod plan;
mod preview;

use std::{fs::File, io::BufReader, ops::ControlFlow, path::Path};

use wane_domain::{Id, Moment};
use wane_exchange::{Format, Found, Input, ReadError};
use wane_store::{ImportBatch, Label, Reason};
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
                text: self
                    .words
                    .text("import-nothing-new", &[("same", Arg::from(changes.same))]),
                changes,
                batch: None,
            });
        }
        if !rooms.sample {
            // Whatever an import does, the diary from before it is a backup that has been read back.
            rooms
                .dir
                .back_up(Reason::Import, self.now())
                .map_err(|reason| Fault::no_backup_first(&reason))?;
        }
        let before = self.answered(&rooms)?;
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
        rooms
            .diary
            .change(Label::new("import"), self.now(), |change| {
                change.put(&batch)?;
                plan.records
                    .iter()
                    .try_for_each(|record| record.write(change).map(drop))
            })?;
        self.follow_the_diary(&mut rooms, &before)?;
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
        let files = request
            .paths
            .iter()
            .map(|path| open(Path::new(path)))
            .collect::<Result<Vec<_>, _>>()?;
        let settings = wane_exchange::Settings::new(home_zone);
        Ok(wane_exchange::read(
            files,
            format,
            &settings,
            &mut |_, _| ControlFlow::Continue(()),
        )?)
    }
}

fn open(path: &Path) -> Result<Input<'static>, Fault> {
    let name = path
        .file_name()
        .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let file = File::open(path).map_err(|e| Fault::file(format!("{name}: {}", e.kind())))?;
    let is_file = file.metadata().is_ok_and(|m| m.is_file());
    if !is_file {
        return Err(Fault::file(format!(
            "{name}: {}",
            std::io::ErrorKind::IsADirectory
        )));
    }
    Ok(Input::new(name, BufReader::new(file)))
}

fn clip(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
