//! Export: what would leave the diary, and what did.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::NamedText;

/// A form in which the diary can leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ExportFormat {
    /// Everything, without loss; it can be brought in again.
    Json,
    /// One row per day, for spreadsheets.
    Csv,
    /// A FHIR R4 bundle, for a clinic's program.
    Fhir,
}

/// What is to leave the diary.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// In which form.
    pub format: ExportFormat,
    /// First day, for `csv` and `fhir`; the diary's first if absent.
    #[serde(default)]
    pub from: Option<String>,
    /// Last day, for `csv` and `fhir`; the diary's last if absent.
    #[serde(default)]
    pub to: Option<String>,
}

/// Exactly what would leave the diary; nothing is written yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportPreview {
    /// In which form.
    pub format: ExportFormat,
    /// The form in words.
    pub title: String,
    /// What it is good for, in words.
    pub text: String,
    /// What is in it: each kind with its count.
    pub holds: Vec<NamedText>,
    /// What is not in it, in words.
    pub leaves_out: Vec<String>,
    /// There is nothing to write.
    pub empty: bool,
}

/// A diary that was written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Where it is and how much is in it, in words; `null` when the dialog was closed.
    pub text: Option<String>,
}
