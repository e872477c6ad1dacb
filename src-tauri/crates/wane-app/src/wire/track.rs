//! What the person tracks by name: pains, factors, medicines, and what their numbers mean.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything that is tracked by name, with what the body map can say.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Tracked {
    /// Named pains, the ones in use first, each in the order in which they were made.
    pub pains: Vec<PainView>,
    /// Factors, the ones in use first.
    pub factors: Vec<FactorView>,
    /// How many factors can be in use at once, besides those that a device alone tells of.
    pub factor_limit: u8,
    /// Medicines, the ones in use first.
    pub medicines: Vec<MedicineView>,
    /// What single numbers of the pain scale mean to the person, by rising rating.
    pub anchors: Vec<Anchor>,
    /// The regions of the body, as the list shows them.
    pub body: Vec<RegionGroup>,
    /// What was just done, in words; empty when nothing was.
    pub text: String,
}

/// A pain with a name of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PainView {
    /// Its record's name.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// Codes of its regions.
    pub regions: Vec<String>,
    /// Its regions in words, such as "left knee, front; right knee, front"; empty if none was said.
    pub regions_text: String,
    /// Put aside: no longer asked for, still in the diary.
    pub retired: bool,
}

/// Which side of the night a factor belongs to; the check-in that asks for it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FactorTiming {
    /// By day: asked in the evening.
    Day,
    /// By night: asked in the morning.
    Night,
}

/// A factor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FactorView {
    /// Its record's name.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// By day or by night.
    pub timing: FactorTiming,
    /// Unit of its numbers, empty for numbers without one; `null` for yes or no.
    pub unit: Option<String>,
    /// Put aside.
    pub retired: bool,
    /// In use, but without an answer for a month: could be put aside.
    pub idle: bool,
    /// A device alone tells of it: no check-in asks for it, and it takes none of the places.
    pub measured: bool,
    /// How often it has been answered, and when last, in words.
    pub use_text: String,
}

/// A medicine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MedicineView {
    /// Its record's name.
    pub id: String,
    /// What the person calls it.
    pub name: String,
    /// Put aside.
    pub retired: bool,
}

/// What one number of the pain scale means to the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Anchor {
    /// 0–10.
    pub rating: u8,
    /// The person's own words, such as "cannot sit for half an hour".
    pub text: String,
}

/// A heading of the list of regions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegionGroup {
    /// Stable name.
    pub code: String,
    /// The heading.
    pub name: String,
    /// Its regions.
    pub regions: Vec<RegionView>,
}

/// A region of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegionView {
    /// Stable name, such as `knee-front-left`.
    pub code: String,
    /// The name shown and read out, such as "left knee, front".
    pub name: String,
    /// `front`, `back`, or `whole` for what stands beside the figures.
    pub view: String,
    /// The person's own `left`, `right`, or `middle`.
    pub side: String,
}

/// Makes a named pain, or alters one.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SavePain {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// What the person calls it; 1–60 characters, unlike any other in use.
    pub name: String,
    /// Codes of its regions.
    pub regions: Vec<String>,
}

/// Makes a factor, or alters one.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveFactor {
    /// Which; a new one if absent.
    #[serde(default)]
    pub id: Option<String>,
    /// What the person calls it; 1–60 characters, unlike any other in use.
    pub name: String,
    /// By day or by night; fixed once the factor has answers.
    pub timing: FactorTiming,
    /// Unit of its numbers, at most 20 characters; yes or no if absent or empty. Fixed once the factor has answers,
    /// except that numbers that came without a unit can be given one.
    #[serde(default)]
    pub unit: Option<String>,
}

/// Makes a medicine, or alters one.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SaveMedicine {
    /// Which; a new one if absent.
    pub id: Option<String>,
    /// What the person calls it; 1–60 characters, unlike any other in use.
    pub name: String,
}

/// What kind of thing is tracked by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum TrackedKind {
    /// A named pain.
    Pain,
    /// A factor.
    Factor,
    /// A medicine.
    Medicine,
}

/// Puts something aside, or takes it up again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Retire {
    /// What kind of thing.
    pub kind: TrackedKind,
    /// Which.
    pub id: String,
    /// Put aside or in use.
    pub retired: bool,
}

/// Sets what the numbers of the pain scale mean to the person.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SaveAnchors {
    /// All of them; a number that is not named, or has an empty text, has none.
    pub anchors: Vec<Anchor>,
}
