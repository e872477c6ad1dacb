//! The only crate that knows SQLite: the diary and the schedule, kept safe.
//!
//! Start with [`DataDir`], a directory with a diary in it; from it come the [`Diary`] and the [`Schedule`].
//! A [`Diary`] reads as a [`Reader`] does and is altered through a [`Change`], which is saved whole or not at all.
//!
//! ```
//! use chrono::{DateTime, Utc};
//! use wane_domain::{Id, diary::Annotation};
//! use wane_store::{DataDir, Label};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let home = tempfile::tempdir()?;
//! let now: DateTime<Utc> = "2026-03-29T07:00:00Z".parse()?;
//! let mut diary = DataDir::open(home.path())?.diary(now, Id::new(now, [1; 10]))?;
//!
//! let started = Annotation { id: Id::new(now, [2; 10]), date: "2026-03-29".parse()?, label: "started physio".to_owned() };
//! diary.change(Label::SAVE_ENTRY, now, |change| change.put(&started))?;
//! assert_eq!(diary.get(started.id)?, Some(started.clone()));
//!
//! diary.undo(now)?;
//! assert_eq!(diary.get::<Annotation>(started.id)?, None);
//! # Ok(())
//! # }
//! ```
//!
//! Promises, each with a test:
//! - what a call has saved survives the death of the process, and no half of a change is ever seen;
//! - a newer file, or somebody else's, is refused with not a byte of its directory changed;
//! - a damaged file is moved aside, never deleted; what can be read of it completes the newest sound backup;
//! - a backup has been compared with the diary, byte for byte, before it counts as one;
//! - a backup takes the diary's place whole, or the diary stays as it was;
//! - where a diary would be damaged sooner or later, on another computer or in a synced folder, none is made or opened;
//! - what was not said is NULL and comes back as `None`;
//! - every change can be undone, also after a restart; what was removed and every version of a day can be brought back;
//! - every word is found from the moment its change returns, and removed words leave the index at once;
//! - what is read or saved costs the same in a diary of a hundred years as in one of one;
//! - only the owner can read the files; no error tells what the user wrote.
//!
//! Reading order:
//! 1. `data_dir`, `files`: the directory, its lock, its modes
//! 2. `connection`, `protocol`, `location`: how a file is opened, and where it may lie
//! 3. `sql/`, `table`, `tables/`: where each record lies
//! 4. `reader`, `change`, `oplog`, `diary`: reading and saving; `plain`: records of every kind in one shape
//! 5. [`hlc`], `undo`, `history`: stamps, undo and redo, revisions
//! 6. `trash`, `versions`: what was removed, and days as they were
//! 7. `words`, `search`, `snippet`: the index of everything written in words, and finding it
//! 8. `backup/`, `restore/`, `salvage/`, `upkeep`, `reserve`: copies, and the way back
//! 9. `foreign`: databases of other programs, for reading alone
//! 10. `schedule/`: rules of reminders and what became of each occurrence
//!
//! What is absent: no function takes a password (encryption will enter in `connection`), none reads a clock,
//! none rolls dice, and none deletes a diary.

mod agree;
mod backup;
mod change;
mod connection;
mod contents;
mod data_dir;
mod diary;
mod error;
mod files;
mod foreign;
mod gate;
mod history;
pub mod hlc;
mod location;
mod oplog;
mod plain;
mod protocol;
mod reader;
mod reserve;
mod restore;
mod salvage;
mod schedule;
#[cfg(not(feature = "faults"))]
mod seam;
#[cfg(feature = "faults")]
pub mod seam;
mod search;
mod snippet;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod trash;
mod undo;
mod upkeep;
mod uses;
mod value;
mod versions;
mod words;

pub use backup::{Backup, Reason};
pub use change::{Change, Label, Saved};
pub use contents::Holdings;
pub use data_dir::DataDir;
pub use diary::Diary;
pub use error::{Error, OpenError, Result};
pub use foreign::{Cell, Foreign, ForeignError};
pub use history::{Cause, Revision};
pub use plain::{Column, Plain, Sheet, sheets};
pub use reader::Reader;
pub use restore::{Rehearsal, RestorePlan};
pub use salvage::{Recovered, Salvageable};
pub use schedule::{Asked, Schedule};
pub use search::{Found, Hit};
pub use table::{Dated, Record, Sourced};
pub use tables::ImportBatch;
pub use trash::Removed;
pub use undo::Undone;
pub use upkeep::CheckReport;
pub use uses::Uses;
pub use value::{Kind, Value};
