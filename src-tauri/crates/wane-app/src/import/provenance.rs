//! Where a record came from: by which import, of which format, and by which device or program in it (row X2).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use wane_domain::{
    Id, Moment,
    diary::{DeviceSleep, Dose, FactorValue, Light, Night, Origin, PainRating},
};
use wane_store::{Diary, ImportBatch};
use wane_text::Arg;

use crate::{App, fault::Fault, wire::CameFrom};

/// So many devices of one import are named at most.
const MOST_DEVICES: usize = 8;

/// Imports, for looking up which of them a record came with.
pub(crate) struct Batches(Vec<ImportBatch>);

impl Batches {
    pub(crate) fn of(diary: &Diary) -> Result<Batches, Fault> {
        let mut batches = diary.all::<ImportBatch>()?;
        batches.sort_by_key(|batch| batch.imported_at);
        Ok(Batches(batches))
    }

    /// The first import of its format at or after the instant at which the record was made.
    fn find(&self, origin: &Origin) -> Option<&ImportBatch> {
        let format = origin.format()?;
        let from = self
            .0
            .partition_point(|batch| batch.imported_at < origin.entered_at);
        self.0[from..].iter().find(|batch| batch.format == format)
    }
}

/// The devices and programs that each import tells of.
pub(super) fn devices_by_batch(
    diary: &Diary,
    batches: &[ImportBatch],
) -> Result<HashMap<Id, Vec<String>>, Fault> {
    if batches.is_empty() {
        return Ok(HashMap::new());
    }
    let batches = Batches::of(diary)?;
    let mut devices: HashMap<Id, BTreeSet<String>> = HashMap::new();
    let mut note = |origin: &Origin| {
        if let (Some(device), Some(batch)) = (origin.device(), batches.find(origin)) {
            let of = devices.entry(batch.id).or_default();
            if of.len() < MOST_DEVICES {
                of.insert(device.to_owned());
            }
        }
    };
    for sleep in diary.all::<DeviceSleep>()? {
        note(&sleep.origin);
    }
    for dose in diary.all::<Dose>()? {
        note(&dose.origin);
    }
    Ok(devices
        .into_iter()
        .map(|(batch, names)| (batch, names.into_iter().collect()))
        .collect())
}

/// What of a day came from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Night,
    Pain,
    Movement,
    Light,
    Factors,
    Measured,
}

impl Part {
    const fn message(self) -> &'static str {
        match self {
            Part::Night => "came-night",
            Part::Pain => "came-pain",
            Part::Movement => "came-movement",
            Part::Light => "came-light",
            Part::Factors => "came-factors",
            Part::Measured => "came-measured",
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Part::Night => "night",
            Part::Pain => "pain",
            Part::Movement => "movement",
            Part::Light => "light",
            Part::Factors => "factors",
            Part::Measured => "measured",
        }
    }
}

/// Which source and which import, in the order in which they are told of.
type Whence = (String, Option<String>, Option<Id>);

impl App {
    /// What of the days from `first` to `last` came from elsewhere, and how; days on which everything was written by hand
    /// are not in it.
    pub(crate) fn came_from(
        &self,
        diary: &Diary,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<BTreeMap<NaiveDate, Vec<CameFrom>>, Fault> {
        let batches = Batches::of(diary)?;
        let mut found: BTreeMap<NaiveDate, BTreeMap<Whence, BTreeSet<Part>>> = BTreeMap::new();
        let mut add = |date: NaiveDate, origin: &Origin, part: Part| {
            if let Some(format) = origin.format() {
                let batch = batches.find(origin).map(|batch| batch.id);
                let device = origin.device().map(str::to_owned);
                let whence = (format.to_owned(), device, batch);
                let of_day = found.entry(date).or_default();
                of_day.entry(whence).or_default().insert(part);
            }
        };
        for night in diary.between::<Night>(first, last)? {
            add(night.wake_date, &night.origin, Part::Night);
        }
        for sleep in diary.between::<DeviceSleep>(first, last)? {
            add(sleep.wake_date, &sleep.origin, Part::Measured);
        }
        for rating in diary.between::<PainRating>(first, last)? {
            add(rating.date, &rating.origin, Part::Pain);
        }
        for dose in diary.between::<Dose>(first, last)? {
            add(dose.date, &dose.origin, Part::Movement);
        }
        for light in diary.between::<Light>(first, last)? {
            add(light.date, &light.origin, Part::Light);
        }
        for value in diary.between::<FactorValue>(first, last)? {
            add(value.date, &value.origin, Part::Factors);
        }
        let zone = self.zone();
        let told = |(whence, parts): (Whence, BTreeSet<Part>)| {
            let (format, device, id) = whence;
            let batch = id.and_then(|id| batches.0.iter().find(|batch| batch.id == id));
            let at = batch.map(|batch| Moment::new(batch.imported_at, zone));
            let names: Vec<String> = parts
                .iter()
                .map(|part| self.words.text(part.message(), &[]))
                .collect();
            let source = self.source_name(&format, device.as_deref());
            let mut args = vec![
                ("parts", Arg::from(names.join(", "))),
                ("source", Arg::from(source)),
            ];
            if let Some(at) = at {
                args.push(("day", Arg::from(self.words.date_short_year(at.date()))));
            }
            let message = if at.is_some() {
                "came-from"
            } else {
                "came-from-some-day"
            };
            CameFrom {
                text: self.words.text(message, &args),
                format,
                device,
                parts: parts.iter().map(|part| part.code().to_owned()).collect(),
                import: id.map(|id| id.to_string()),
                imported_at: at.map(|at| at.to_rfc3339()),
            }
        };
        Ok(found
            .into_iter()
            .map(|(date, whences)| (date, whences.into_iter().map(told).collect()))
            .collect())
    }

    /// What a source is called: its format, and the device or program in it, if the file names one.
    pub(crate) fn source_name(&self, format: &str, device: Option<&str>) -> String {
        let id = format!("format-{format}");
        let format = if self.words.has(&id) {
            self.words.text(&id, &[])
        } else {
            self.words.text("source-device", &[])
        };
        match device {
            Some(device) => self.words.text(
                "source-through",
                &[
                    ("device", Arg::from(device.to_owned())),
                    ("format", Arg::from(format)),
                ],
            ),
            None => format,
        }
    }
}
