//! What stands in a day beside the two check-ins: named pains, factors, naps, medicines, notes, noted awakenings.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A named pain, as a check-in asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainAsked {
    /// The named pain.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// Where it is, in words; may be empty.
    pub regions_text: String,
    /// The answer, 0–10.
    pub rating: Option<u8>,
}

/// A factor, as a check-in asks for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FactorAsked {
    /// The factor.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// Unit of its numbers, empty for numbers without one; `null` for yes or no.
    pub unit: Option<String>,
    /// The answer: 0 or 1 for no or yes, else a number in the unit.
    pub value: Option<f64>,
}

/// An answer about a named pain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainAnswer {
    /// The named pain.
    pub id: String,
    /// 0–10; `null` takes an earlier answer back unless absent answers are kept.
    pub rating: Option<u8>,
}

/// An answer about a factor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FactorAnswer {
    /// The factor.
    pub id: String,
    /// 0 or 1 for no or yes, else a number in the unit, 0–100,000; `null` takes an earlier answer back unless absent answers are kept.
    pub value: Option<f64>,
}

/// What kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// Any sleep that is not the night.
    Nap,
    /// A medicine taken.
    Medicine,
    /// A note.
    Note,
    /// Being awake, noted in the night itself; there is nothing about it to alter.
    Awakening,
    /// An evening's wind-down; there is nothing about it to alter.
    #[serde(rename = "wind-down")]
    WindDown,
    /// How a flare was, in one tap; there is nothing about it to alter.
    Flare,
}

/// One entry of a day, in words, with the fields by which it is altered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryView {
    /// Its record's name.
    pub id: String,
    /// What kind.
    pub kind: EntryKind,
    /// In words, such as "Nap 14:10–14:40, 25 min asleep".
    pub text: String,
    /// Written down more than 48 hours later.
    pub recalled: bool,
    /// The nap's fields, for a nap.
    pub nap: Option<NapFields>,
    /// The medicine's fields, for a medicine.
    pub medicine: Option<MedicineFields>,
    /// The note's text, for a note.
    pub note: Option<String>,
}

/// The fields of a nap.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NapFields {
    /// When it began, `HH:MM`.
    pub start: Option<String>,
    /// When it ended, `HH:MM`.
    pub end: Option<String>,
    /// Minutes asleep, as felt.
    pub asleep_min: Option<u16>,
}

/// Why a medicine was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum MedicinePurpose {
    /// As planned.
    Planned,
    /// For relief when needed.
    Rescue,
}

/// The fields of a medicine taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct MedicineFields {
    /// The medicine, by its name of 1–60 characters; one of that name is made if there is none.
    pub name: String,
    /// When, `HH:MM`.
    pub at: Option<String>,
    /// Planned or rescue.
    pub purpose: Option<MedicinePurpose>,
    /// How much, in the person's words, at most 120 characters.
    pub amount: Option<String>,
}

/// Writes down a nap or another sleep, or alters one.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveNap {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// The day; if absent, the entry's own day, or today for a new one.
    pub date: Option<String>,
    /// What is said of it; at least one field.
    pub nap: NapFields,
}

/// Writes down a medicine taken, or alters it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveTaken {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// The day; if absent, the entry's own day, or today for a new one.
    pub date: Option<String>,
    /// What was taken.
    pub medicine: MedicineFields,
}

/// Writes a note, or alters one.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveNote {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// The day; if absent, the entry's own day, or today for a new one.
    pub date: Option<String>,
    /// The text, up to 10,000 characters; an empty one removes the note.
    pub text: String,
}

/// A day that was marked for the charts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnnotationView {
    /// Its record's name.
    pub id: String,
    /// The day.
    pub date: String,
    /// The day in words, with its year.
    pub date_text: String,
    /// What the person calls it, such as "started physio".
    pub label: String,
}

/// Days that were marked for the charts, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Annotations {
    /// The marks.
    pub marks: Vec<AnnotationView>,
}

/// Marks a day for the charts, or alters a mark.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveAnnotation {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// The day; if absent, the mark's own day, or today for a new one.
    pub date: Option<String>,
    /// What it is, 1–60 characters on one line.
    pub label: String,
}

/// Names one mark.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AnnotationRequest {
    /// Which.
    pub id: String,
}

/// Names one entry.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EntryRequest {
    /// What kind.
    pub kind: EntryKind,
    /// Which.
    pub id: String,
}
