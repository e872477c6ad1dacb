//! The history of a day, the trash, backups, and the way back from a damaged diary.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CameFrom, HistoryChange, NamedText, Table};

/// How a day came to be as it is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HistoryView {
    /// The day.
    pub date: String,
    /// The day in words.
    pub date_text: String,
    /// Every field ever written, newest first.
    pub changes: Vec<HistoryChange>,
    /// The day after each saved change, newest first.
    pub versions: Vec<Version>,
    /// What of the day, as it is, came from other programs.
    pub came_from: Vec<CameFrom>,
}

/// The day as one saved change left it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Version {
    /// Number of the change, by which this version is brought back.
    #[ts(type = "number")]
    pub change: u64,
    /// When, in words.
    pub at_text: String,
    /// What the change was, such as "Morning saved" or "Undo: morning saved".
    pub title: String,
    /// What it altered, in words, such as "Pain on waking: 4 → 5".
    pub lines: Vec<String>,
    /// The day is like this now.
    pub current: bool,
}

/// Names one version of a day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VersionRequest {
    /// The day.
    pub date: String,
    /// Number of the change; 0 for the day before anything was written.
    #[ts(type = "number")]
    pub change: u64,
}

/// What was removed in the last 30 days.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TrashView {
    /// How much there is, and how long it stays, in words.
    pub text: String,
    /// What was removed, newest first.
    pub items: Vec<TrashItem>,
}

/// Something that was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrashItem {
    /// Its record's name.
    pub id: String,
    /// What it is, such as "Note of 3 March: …".
    pub text: String,
    /// When it was removed and how long it stays here, in words.
    pub removed_text: String,
}

/// Names something in the trash.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TrashRequest {
    /// Its record's name.
    pub id: String,
}

/// The backups there are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupsView {
    /// When the last verified backup was made, or that there is none yet.
    pub text: String,
    /// Where they lie.
    pub folder: String,
    /// The backups, newest first.
    pub items: Vec<BackupView>,
    /// What was just done, in words; empty when nothing was.
    pub done_text: String,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupView {
    /// Its file's name.
    pub name: String,
    /// When, why and how large, in words.
    pub text: String,
    /// RFC 3339.
    pub at: String,
    /// `daily`, `import`, `restore`, `upgrade`, `by-hand`.
    pub reason: String,
    /// Size of the file.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Names one backup.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupRequest {
    /// Its file's name.
    pub name: String,
}

/// A backup, read back from beginning to end.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BackupReport {
    /// Which.
    pub name: String,
    /// It is whole and can be restored.
    pub sound: bool,
    /// The verdict in words.
    pub text: String,
    /// What it holds, kind by kind.
    pub table: Table,
}

/// What restoring a backup would change; nothing has been written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RestorePreview {
    /// Which.
    pub name: String,
    /// In one sentence.
    pub text: String,
    /// What would go, what would come back, what would differ.
    pub lines: Vec<NamedText>,
    /// The days that would change, newest first, at most 100 of them.
    pub days: Vec<String>,
    /// Kind by kind: now and then.
    pub table: Table,
}

/// The diary, examined.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckReport {
    /// Nothing is wrong.
    pub sound: bool,
    /// The verdict in words.
    pub text: String,
    /// What the diary holds, kind by kind.
    pub table: Table,
}

/// A damaged diary has been moved aside; what can be brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryView {
    /// What happened and what was kept, in words.
    pub text: String,
    /// Where the damaged file lies now.
    pub folder: String,
    /// What the newest backup holds, and what can still be read of the damaged file.
    pub lines: Vec<NamedText>,
    /// There is something to bring back.
    pub can_restore: bool,
}

/// What to do after damage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum RecoverHow {
    /// The newest sound backup, completed by whatever newer can still be read of the damaged file.
    Restore,
    /// Start with an empty diary; the damaged file and the backups stay where they are.
    Fresh,
}

/// What to do after damage.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecoverRequest {
    /// The choice.
    pub how: RecoverHow,
}
