//! Where each record lies: one file per family of tables, beside the schema in `sql/`.

mod day;
mod evening;
mod experiment;
mod factor;
mod import;
mod medicine;
mod movement;
mod pain;
mod sleep;
mod span;

use wane_domain::diary::{
    Annotation, Awakening, DayEntry, DeviceSleep, Dose, Experiment, ExperimentDay, Factor,
    FactorValue, FlareLine, FlareNote, Instruction, Interference, Light, Medicine, MedicineTaken,
    NamedPain, Nap, Night, Note, Origin, PainRating, Routine, Span, WindDown, Worry,
};

use crate::{
    Result,
    table::{Fields, Record, Table},
    value::{Stored, Value},
};

pub use import::ImportBatch;

/// Every table of records.
///
/// A new record needs: its table in the newest `sql/diary_….sql`, its declaration in a file of this folder,
/// a line here, and a row in `tests/common/`.
pub(crate) const ALL: [&Table; 26] = [
    &Night::TABLE,
    &Nap::TABLE,
    &Awakening::TABLE,
    &DeviceSleep::TABLE,
    &NamedPain::TABLE,
    &PainRating::TABLE,
    &DayEntry::TABLE,
    &Factor::TABLE,
    &FactorValue::TABLE,
    &Dose::TABLE,
    &Routine::TABLE,
    &Instruction::TABLE,
    &Light::TABLE,
    &Medicine::TABLE,
    &MedicineTaken::TABLE,
    &Span::TABLE,
    &FlareLine::TABLE,
    &FlareNote::TABLE,
    &Note::TABLE,
    &Annotation::TABLE,
    &Interference::TABLE,
    &WindDown::TABLE,
    &Worry::TABLE,
    &Experiment::TABLE,
    &ExperimentDay::TABLE,
    &ImportBatch::TABLE,
];

/// The table of that name.
pub(crate) fn named(name: &str) -> Option<&'static Table> {
    ALL.into_iter().find(|table| table.name == name)
}

pub(crate) fn origin_values(origin: &Origin) -> [Value; 4] {
    [
        origin.source.store(),
        origin.source_key.store(),
        origin.entered_at.store(),
        origin.recalled.store(),
    ]
}

pub(crate) fn origin_from(fields: &mut Fields) -> Result<Origin> {
    Ok(Origin {
        source: fields.next()?,
        source_key: fields.next()?,
        entered_at: fields.next()?,
        recalled: fields.next()?,
    })
}
