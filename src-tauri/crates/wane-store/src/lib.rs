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
//! - a damaged file is moved aside, never deleted;
//! - what was not said is NULL and comes back as `None`;
//! - every change can be undone, also after a restart;
//! - only the owner can read the files; no error tells what the user wrote.
//!
//! Reading order:
//! 1. `data_dir`, `files`: the directory, its lock, its modes
//! 2. `connection`, `protocol`, `backup`: how a file is opened
//! 3. `sql/diary_0001.sql`, `table`, `tables/`: where each record lies
//! 4. `reader`, `change`, `oplog`, `diary`: reading and saving
//! 5. [`hlc`], `undo`, `history`: stamps, undo and redo, revisions
//! 6. `schedule/`: rules of reminders and what became of each occurrence
//!
//! What is absent: no function takes a password (encryption will enter in `connection`), none reads a clock,
//! none rolls dice, and none deletes a diary.

mod backup;
mod change;
mod connection;
mod data_dir;
mod diary;
mod error;
mod files;
mod history;
pub mod hlc;
mod oplog;
mod protocol;
mod reader;
mod schedule;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod undo;
mod value;

pub use change::{Change, Label, Saved};
pub use data_dir::DataDir;
pub use diary::Diary;
pub use error::{Error, OpenError, Result};
pub use history::{Cause, Revision};
pub use reader::Reader;
pub use schedule::Schedule;
pub use table::{Dated, Record, Sourced};
pub use tables::ImportBatch;
pub use undo::Undone;
pub use value::Value;
