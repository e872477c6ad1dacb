//! The way back from damage: the newest sound backup, completed by what can still be read of the damaged file.
//!
//! 1. `reading`, `sweep`: the damaged file is copied, and what can be read of it row by row and keeps the rules goes
//!    into a new, sound file of its own schema, which is then brought up to date like any old diary;
//! 2. `merge`, `replay`: a copy of the backup is completed by that, and by what was saved since in the new diary;
//! 3. `retell`: where a part of the log was lost, the log is made to tell everything again;
//! 4. the result takes the diary's place as a restored backup does.
//!
//! The damaged folder and the backups are only ever read.

mod merge;
mod reading;
mod replay;
mod retell;
mod rules;
mod sweep;

use std::{
    io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::{
    Backup, DataDir, Diary, Holdings, OpenError, Reason, backup,
    backup::verify,
    connection::{self, Use},
    diary::DIARY,
    files,
    restore::{Identity, Prepared, Workshop, stopped},
};
use reading::Salvaged;
pub(crate) use rules::is_record;

/// What goes wrong here is told as this.
const DOING: &str = "bring back the damaged diary";

/// What could be brought back of a damaged diary; nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvageable {
    /// What can still be read of the damaged file; `None` when nothing can.
    pub readable: Option<Holdings>,
    /// Nothing in the damaged file was out of reach or out of shape.
    pub complete: bool,
    /// The newest sound backup of the damaged diary and what it holds, if there is one.
    pub backup: Option<(Backup, Holdings)>,
    /// How many of the readable records are missing in that backup, or newer than there.
    pub newer: u64,
}

/// What was brought back of a damaged diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The backup it was built on, if there was a sound one.
    pub backup: Option<Backup>,
    /// How many records the damaged file completed it by.
    pub added: u64,
    /// How many readable records were left out because they break a rule of the diary.
    pub left_out: u64,
    /// The backup that was made of what had been saved since the damage; `None` when nothing had.
    pub before: Option<Backup>,
    /// What the diary holds now.
    pub holdings: Holdings,
}

impl DataDir {
    /// The folders of damaged diaries that were moved aside, newest first.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn damaged(&self) -> Result<Vec<PathBuf>, OpenError> {
        let mut found: Vec<(DateTime<Utc>, u32, PathBuf)> = Vec::new();
        for name in files::names_in(self.path()).map_err(from_io)? {
            let folder = self.path().join(&name);
            let holds_a_diary = ["", "-wal"].iter().any(|ending| {
                let file = files::beside(&folder.join(DIARY.file), ending);
                matches!(files::size(&file), Ok(Some(_)))
            });
            if let (Some((at, nth)), true) = (moved_aside(&name), holds_a_diary) {
                found.push((at, nth, folder));
            }
        }
        found.sort_by(|a, b| b.cmp(a));
        Ok(found.into_iter().map(|(_, _, folder)| folder).collect())
    }

    /// What could be brought back of the damaged diary in that folder, one of [`DataDir::damaged`].
    ///
    /// The diary that was begun since is not looked at and need not be held.
    ///
    /// # Errors
    /// When the disk has no room to work, or fails; damage in the folder is no error.
    pub fn look_into_damaged(&self, folder: &Path) -> Result<Salvageable, OpenError> {
        let workshop = Workshop::open(self.place())?;
        let salvaged = reading::salvage(&workshop, folder)?;
        let readable = salvaged.as_ref().map(holdings_of).transpose()?;
        let base = newest_sound(self.path(), folder)?;
        let complete = salvaged.as_ref().is_some_and(|found| found.complete);
        let (_, newer) = rebuild(&workshop, base.as_ref(), salvaged.as_ref())?;
        Ok(Salvageable {
            readable,
            complete,
            backup: base.map(|base| (base.backup, base.holdings)),
            newer,
        })
    }
}

impl Diary {
    /// Brings back what can be of the damaged diary in that folder, one of [`DataDir::damaged`]:
    /// the newest sound backup that was made before the damage, completed by whatever is newer in the damaged file,
    /// or missing in the backup, and by what has been saved since in this diary.
    ///
    /// The folder and the backups are left as they are. What was saved in this diary is backed up before.
    /// The diary goes on under this diary's device, whose count is known for certain, while the last count
    /// of the damaged one may have been lost: so no operation's name is given twice.
    /// Changes of which a part was lost stay in the history and can no longer be taken back.
    ///
    /// # Errors
    /// As [`Diary::restore_backup`], and after any error the diary is as it was.
    /// [`OpenError::NoSuchBackup`] when there is neither a sound backup nor anything readable.
    pub fn recover(&mut self, folder: &Path, now: DateTime<Utc>) -> Result<Recovered, OpenError> {
        let place = self.shared_place();
        let workshop = Workshop::open(&place)?;
        let salvaged = reading::salvage(&workshop, folder)?;
        let base = newest_sound(place.dir(), folder)?;
        if base.is_none() && salvaged.is_none() {
            return Err(OpenError::NoSuchBackup);
        }
        let (mut prepared, added) = rebuild(&workshop, base.as_ref(), salvaged.as_ref())?;
        let present = self.reader.conn().map_err(stopped)?;
        let identity = Identity::of(present).map_err(from_sqlite)?;
        let before = if merge::is_blank(present).map_err(from_sqlite)? {
            None
        } else {
            let spare = base.as_ref().map(|base| base.backup.name.as_str());
            let made = backup::make(&place, Reason::Restore, now, spare)?
                .ok_or(OpenError::NoSuchBackup)?;
            let (_, path) = backup::find(place.dir(), &made.name)?;
            // A copy, because a database that is attached is opened for writing.
            let copy = workshop.dir().join("present.db");
            files::copy(&path, &copy).map_err(from_io)?;
            merge::complete(prepared.conn(), &copy)?;
            Some(made)
        };
        prepared.go_on_as(&identity, now)?;
        retell::retell(prepared.conn(), now)?;
        let prepared = prepared.finish()?;
        self.swap_in(&workshop, &prepared, now)?;
        Ok(Recovered {
            backup: base.map(|base| base.backup),
            added,
            left_out: salvaged.map_or(0, |found| found.left_out),
            before,
            holdings: Holdings::of(self.reader.conn().map_err(stopped)?).map_err(from_sqlite)?,
        })
    }
}

/// A backup to build on.
struct Base {
    backup: Backup,
    path: PathBuf,
    holdings: Holdings,
}

/// The newest backup that is sound, of those made before the damage: later ones are of the diary that was begun afterwards.
fn newest_sound(dir: &Path, folder: &Path) -> Result<Option<Base>, OpenError> {
    let name = folder.file_name().and_then(|name| name.to_str());
    let damaged_at = name.and_then(moved_aside).map(|(at, _)| at);
    let (before, after): (Vec<Backup>, Vec<Backup>) = backup::list(dir, &DIARY)?
        .into_iter()
        .partition(|backup| damaged_at.is_none_or(|at| backup.at <= at));
    // Where none was, a clock may have been wrong.
    for backup in before.into_iter().chain(after) {
        let (_, path) = backup::find(dir, &backup.name)?;
        match verify::verify(&path, &DIARY) {
            Ok(verified) => {
                return Ok(Some(Base {
                    holdings: verified.holdings,
                    backup,
                    path,
                }));
            }
            Err(
                OpenError::UnsoundBackup { .. } | OpenError::Newer { .. } | OpenError::NoSuchBackup,
            ) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(None)
}

/// A copy of the base, or a new diary, completed by what was salvaged; and by how many records.
fn rebuild(
    workshop: &Workshop<'_>,
    base: Option<&Base>,
    salvaged: Option<&Salvaged>,
) -> Result<(Prepared, u64), OpenError> {
    let mut prepared = match base {
        Some(base) => Prepared::copy_of(workshop, &base.path)?,
        None => Prepared::blank(workshop)?,
    };
    let added = match salvaged {
        Some(found) => merge::complete(prepared.conn(), &found.path)?,
        None => 0,
    };
    Ok((prepared, added))
}

fn holdings_of(salvaged: &Salvaged) -> Result<Holdings, OpenError> {
    let conn = connection::open(&salvaged.path, Use::Look).map_err(from_sqlite)?;
    Holdings::of(&conn).map_err(from_sqlite)
}

/// When a folder of that name was moved aside, and which it is of those of one second.
fn moved_aside(name: &str) -> Option<(DateTime<Utc>, u32)> {
    let rest = name.strip_prefix(files::DAMAGED)?;
    let (stamp, nth) = rest.split_once('-').unwrap_or((rest, "1"));
    let at = NaiveDateTime::parse_from_str(stamp, files::STAMP).ok()?;
    Some((at.and_utc(), nth.parse().ok()?))
}

fn from_io(error: io::Error) -> OpenError {
    OpenError::from_io(DOING, &error)
}

fn from_sqlite(error: rusqlite::Error) -> OpenError {
    OpenError::from_sqlite(DOING, &error)
}
