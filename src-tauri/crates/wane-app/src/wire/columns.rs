//! Tables nobody knows: what their columns are said to be.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which table to look into.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ColumnsRequest {
    /// Path of the file.
    pub path: String,
}

/// What the columns of a table are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnMapping {
    /// A role for every column, in their order, by its code.
    pub roles: Vec<String>,
    /// `day-first` or `month-first`.
    pub dates: String,
    /// What numbers of a length count: `minutes`, `seconds` or `hours`.
    pub unit: String,
    /// Whether the person wrote the table, so that its nights are felt and not measured.
    pub by_hand: bool,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnView {
    /// Its name in the file.
    pub name: String,
    /// What stands in it in the first rows, cut to a length that can be shown.
    pub samples: Vec<String>,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CodedText {
    /// Its stable name.
    pub code: String,
    /// What it is called.
    pub text: String,
}

/// A table's columns and a proposal for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnsView {
    /// The columns.
    pub columns: Vec<ColumnView>,
    /// The proposal: what was said of such a table before, else what its names and contents suggest.
    pub mapping: ColumnMapping,
    /// Whether the proposal is what was said before.
    pub remembered: bool,
    /// Every role a column can have.
    pub roles: Vec<CodedText>,
    /// Every order of dates.
    pub dates: Vec<CodedText>,
    /// Every unit.
    pub units: Vec<CodedText>,
}
