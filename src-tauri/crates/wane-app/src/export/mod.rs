//! Everything out again: the whole diary as JSON, one row per day as CSV, a FHIR R4 bundle for a clinic.
//!
//! What would leave is shown first, and counted from the same records that are then written.
//! A file is there whole or not at all, and as private as the diary.

mod days;
pub(crate) mod reminders;
mod schema;
pub(crate) mod text;
pub(crate) mod whole;

use std::{
    io::{self, Write},
    path::Path,
};

use chrono::NaiveDate;
use wane_domain::{
    diary::{DeviceSleep, Dose, Interference, Night, Occasion, PainRating},
    measures::Measures,
};
use wane_exchange::{FhirBundle, FhirWords, fhir_bundle, write_wane_csv};
use wane_store::{Diary, sheets};
use wane_text::Arg;

use crate::{App, app::Rooms, fault::Fault, files, measures::span, wire::*};
use days::Days;
use reminders::Reminders;
use whole::WriteError;

/// The published description of the whole diary as JSON, as its file holds it.
pub fn export_schema() -> String {
    format!("{:#}\n", schema::schema())
}

impl App {
    /// See [`crate::commands`].
    pub(crate) fn export_preview(&self, request: ExportRequest) -> Result<ExportPreview, Fault> {
        let rooms = self.rooms();
        let diary = &rooms.diary;
        let holds = match request.format {
            ExportFormat::Json => self.all_counts(&rooms)?,
            ExportFormat::Csv => match self.export_span(diary, &request)? {
                Some((first, last)) => self.day_counts(&Days::read(diary, first, last)?),
                None => Vec::new(),
            },
            ExportFormat::Fhir => match self.export_span(diary, &request)? {
                Some((first, last)) => self.bundle_counts(&Material::read(diary, first, last)?),
                None => Vec::new(),
            },
        };
        let name = name_of(request.format);
        let leaves_out: &[&str] = match request.format {
            ExportFormat::Json => &["export-json-without"],
            ExportFormat::Csv => &["export-csv-without", "export-no-notes"],
            ExportFormat::Fhir => &["export-fhir-without", "export-no-notes"],
        };
        Ok(ExportPreview {
            format: request.format,
            title: self.words.text(&format!("export-{name}"), &[]),
            text: self.words.text(&format!("export-{name}-text"), &[]),
            empty: holds.is_empty(),
            holds,
            leaves_out: leaves_out
                .iter()
                .map(|id| self.words.text(id, &[]))
                .collect(),
        })
    }

    /// See [`crate::commands`].
    pub(crate) fn export_save(&self, request: ExportRequest) -> Result<Exported, Fault> {
        let today = self.now().with_timezone(&self.zone()).date_naive();
        let suggested = format!("wane-{today}.{}", ending_of(request.format));
        let Some(path) = self
            .host
            .pick_place(&suggested)
            .ok_or_else(|| Fault::unsupported("export_save"))?
        else {
            return Ok(Exported { text: None });
        };
        self.export_into(&request, &path)
    }

    /// Writes an export into a file, which is there whole or not at all.
    ///
    /// # Errors
    /// A request without meaning, a diary that cannot be read, a file that cannot be written.
    pub fn export_file(&self, request: &ExportRequest, path: &Path) -> Result<Exported, WireError> {
        self.export_into(request, path)
            .map_err(|fault| fault.to_wire())
    }

    fn export_into(&self, request: &ExportRequest, path: &Path) -> Result<Exported, Fault> {
        let rooms = self.rooms();
        let diary = &rooms.diary;
        match request.format {
            ExportFormat::Json => {
                let reminders = Reminders::of(&rooms.schedule)?;
                let mut unread = None;
                let written = files::write_whole_with(path, |to| {
                    whole::write(diary, &reminders, self.now(), to).map_err(|error| match error {
                        WriteError::Io(error) => error,
                        WriteError::Diary(error) => {
                            unread = Some(error);
                            io::Error::other("the diary could not be read")
                        }
                    })
                });
                if let Some(error) = unread {
                    return Err(error.into());
                }
                written
            }
            ExportFormat::Csv => {
                let days = match self.export_span(diary, request)? {
                    Some((first, last)) => Days::read(diary, first, last)?,
                    None => Days::default(),
                };
                let text = write_wane_csv(&days.rows, &days.factors);
                files::write_whole_with(path, |to| to.write_all(text.as_bytes()))
            }
            ExportFormat::Fhir => {
                let material = match self.export_span(diary, request)? {
                    Some((first, last)) => Material::read(diary, first, last)?,
                    None => Material::default(),
                };
                let words = self.fhir_words();
                let bundle = fhir_bundle(&FhirBundle {
                    nights: &material.nights,
                    device_sleeps: &material.device_sleeps,
                    ratings: &material.ratings,
                    doses: &material.doses,
                    interferences: &material.interferences,
                    now: self.now(),
                    words: &words,
                });
                files::write_whole_with(path, |to| write_json(to, &bundle))
            }
        }
        .map_err(|error| Fault::not_written(&error.kind().to_string()))?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        Ok(Exported {
            text: Some(self.words.text("export-done", &[("file", Arg::from(name))])),
        })
    }

    /// The days that are asked for; `None` in an empty diary.
    fn export_span(
        &self,
        diary: &Diary,
        request: &ExportRequest,
    ) -> Result<Option<(NaiveDate, NaiveDate)>, Fault> {
        let asked = SpanRequest {
            from: request.from.clone(),
            to: request.to.clone(),
        };
        span(diary, &asked)
    }

    fn count_line(&self, id: &str, count: usize) -> Option<NamedText> {
        (count > 0).then(|| NamedText {
            name: self.words.text(id, &[]),
            text: count.to_string(),
        })
    }

    fn all_counts(&self, rooms: &Rooms) -> Result<Vec<NamedText>, Fault> {
        let diary = &rooms.diary;
        let counts = diary.counts()?;
        let mut lines: Vec<NamedText> = sheets()
            .iter()
            .filter_map(|sheet| {
                let count = counts.get(sheet.table).copied().unwrap_or(0);
                let id = format!("holds-{}", sheet.table.replace('_', "-"));
                self.count_line(&id, usize::try_from(count).unwrap_or(usize::MAX))
            })
            .collect();
        lines.extend(self.count_line("export-settings", diary.settings()?.len()));
        let reminders = Reminders::of(&rooms.schedule)?;
        lines.extend(self.count_line("export-reminders", reminders.len()));
        lines.extend(self.count_line("export-pauses", reminders.pauses.len()));
        Ok(lines)
    }

    fn day_counts(&self, days: &Days) -> Vec<NamedText> {
        let rows = &days.rows;
        let with = |is: fn(&wane_exchange::Row) -> bool| rows.iter().filter(|row| is(row)).count();
        [
            ("export-days", rows.len()),
            (
                "holds-night",
                with(|row| row.bed.is_some() || row.final_wake.is_some()),
            ),
            ("export-quality", with(|row| row.quality.is_some())),
            (
                "export-pain-morning",
                with(|row| row.pain_morning.is_some()),
            ),
            ("export-pain-day", with(|row| row.pain_day.is_some())),
            ("export-movement", with(|row| row.movement_min.is_some())),
            ("export-light", with(|row| row.outdoor_light_min.is_some())),
            ("holds-factor", days.factors.len()),
        ]
        .into_iter()
        .filter_map(|(id, count)| self.count_line(id, count))
        .collect()
    }

    fn bundle_counts(&self, material: &Material) -> Vec<NamedText> {
        let nights = material
            .nights
            .iter()
            .filter(|night| Measures::of(night).tst_min.is_some())
            .count();
        let rated = |occasion: Occasion| {
            material
                .ratings
                .iter()
                .filter(|rating| rating.occasion == occasion)
                .count()
        };
        [
            ("export-felt-sleep", nights),
            (
                "export-measured-sleep",
                material
                    .device_sleeps
                    .iter()
                    .filter(|sleep| sleep.asleep_min.is_some())
                    .count(),
            ),
            ("export-pain-morning", rated(Occasion::Morning)),
            ("export-pain-day", rated(Occasion::Evening)),
            (
                "export-movement",
                material
                    .doses
                    .iter()
                    .filter(|dose| dose.minutes.is_some())
                    .count(),
            ),
            ("holds-interference", material.interferences.len()),
        ]
        .into_iter()
        .filter_map(|(id, count)| self.count_line(id, count))
        .collect()
    }

    fn fhir_words(&self) -> FhirWords {
        let text = |id: &str| self.words.text(id, &[]);
        FhirWords {
            felt_sleep: text("export-felt-sleep"),
            measured_sleep: text("export-measured-sleep"),
            pain_morning: text("export-pain-morning"),
            pain_day: text("export-pain-day"),
            movement: text("export-movement"),
            weekly: [
                text("export-weekly-pain"),
                text("export-weekly-enjoyment"),
                text("export-weekly-activity"),
            ],
        }
    }
}

/// What a bundle is made from.
#[derive(Debug, Default)]
struct Material {
    nights: Vec<Night>,
    device_sleeps: Vec<DeviceSleep>,
    ratings: Vec<PainRating>,
    doses: Vec<Dose>,
    interferences: Vec<Interference>,
}

impl Material {
    fn read(diary: &Diary, first: NaiveDate, last: NaiveDate) -> Result<Material, Fault> {
        let mut ratings = diary.between::<PainRating>(first, last)?;
        ratings.retain(|rating| rating.pain.is_none() && rating.occasion != Occasion::Moment);
        Ok(Material {
            nights: diary.between(first, last)?,
            device_sleeps: diary.between(first, last)?,
            ratings,
            doses: diary.between(first, last)?,
            interferences: diary.between(first, last)?,
        })
    }
}

fn write_json(to: &mut dyn Write, value: &serde_json::Value) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *to, value)?;
    to.write_all(b"\n")
}

fn name_of(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Json => "json",
        ExportFormat::Csv => "csv",
        ExportFormat::Fhir => "fhir",
    }
}

fn ending_of(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Json => "json",
        ExportFormat::Csv => "csv",
        ExportFormat::Fhir => "fhir.json",
    }
}
