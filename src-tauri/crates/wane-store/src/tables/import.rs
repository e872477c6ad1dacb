//! Table `import_batch`.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use wane_domain::Id;

use crate::table::record;

/// One import that was taken into the diary, so that the user can see what came from where.
///
/// It is saved in the same change as the records it brought; undoing that change removes it too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportBatch {
    /// The record's name.
    pub id: Id,
    /// The format it was read as, such as `wane-csv` or `fitbit-takeout`.
    pub format: String,
    /// The file's name without its folder, if it came from a file.
    pub file_name: Option<String>,
    /// A fingerprint of the file's content, by which the same file is recognised.
    pub file_hash: Option<String>,
    /// The home zone that was assumed for clock readings without one.
    pub home_zone: Option<Tz>,
    /// When it was taken in.
    pub imported_at: DateTime<Utc>,
    /// Records that were new.
    pub added: u32,
    /// Records that were known and differed.
    pub changed: u32,
    /// Records that were known and equal.
    pub unchanged: u32,
    /// Records of the file that were not taken.
    pub left_out: u32,
}

record!(ImportBatch in "import_batch", dates &[], {
    format: String,
    file_name: Option<String>,
    file_hash: Option<String>,
    home_zone: Option<Tz>,
    imported_at: DateTime<Utc>,
    added: u32,
    changed: u32,
    unchanged: u32,
    left_out: u32,
});
