//! A copy takes the diary's place, whole or not at all.
//!
//! The copy is prepared beside the diary, read to its end, and takes its name in one rename; see `swap`.

mod compare;
mod prepare;
mod swap;

use chrono::{DateTime, Utc};

use crate::{
    Backup, DataDir, Diary, Holdings, OpenError, Reason, backup,
    backup::verify,
    connection::{self, Use},
    diary::DIARY,
    protocol, words,
};
pub use compare::RestorePlan;
pub(crate) use prepare::{Identity, Prepared, Workshop, clear, close_whole};

/// A backup that was restored for practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// Which.
    pub backup: Backup,
    /// What the diary held that was opened from it: exactly what the backup holds.
    pub holdings: Holdings,
}

impl Diary {
    /// What restoring the backup of that name would change; nothing is written, except beside the diary for a while.
    ///
    /// # Errors
    /// As [`DataDir::verify_backup`].
    pub fn compare_with_backup(&self, name: &str) -> Result<RestorePlan, OpenError> {
        let place = self.shared_place();
        let workshop = Workshop::open(&place)?;
        let (backup, path) = backup::find(place.dir(), name)?;
        let verified = verify::verify(&path, &DIARY)?;
        let conn = self.reader.conn().map_err(stopped)?;
        if verified.schema == DIARY.newest() {
            compare::compare(backup, conn, &verified.conn)
        } else {
            let prepared = Prepared::copy_of(&workshop, &path)?;
            let path = prepared.finish()?;
            let upgraded = connection::open(&path, Use::Look).map_err(read_error)?;
            compare::compare(backup, conn, &upgraded)
        }
        .map_err(|error| OpenError::from_sqlite(DOING, &error))
    }

    /// Puts the backup of that name in the diary's place, and returns the backup that was made of the diary before.
    ///
    /// A backup of the present diary is made and verified first; when its newest backup holds it already, that one is.
    /// Nothing is lost, then: restoring the returned backup takes this back.
    /// An older backup is brought up to date on the way. The diary keeps its device, and its clock and its count go on,
    /// so that no stamp is ever given twice.
    ///
    /// # Errors
    /// As [`DataDir::verify_backup`] and [`DataDir::back_up`], and whatever kept the copy from taking its place.
    /// After any error the diary is as it was, open; should the disk not even allow that, it is closed
    /// ([`crate::Error::Stopped`]), and after a restart it is as it was or as the backup has it, never neither.
    pub fn restore_backup(&mut self, name: &str, now: DateTime<Utc>) -> Result<Backup, OpenError> {
        let place = self.shared_place();
        let workshop = Workshop::open(&place)?;
        let (_, path) = backup::find(place.dir(), name)?;
        verify::verify(&path, &DIARY)?;
        let identity = Identity::of(self.reader.conn().map_err(stopped)?)
            .map_err(|error| OpenError::from_sqlite(DOING, &error))?;
        let prepared = Prepared::copy_of(&workshop, &path)?;
        prepared.go_on_as(&identity, now)?;
        let prepared = prepared.finish()?;
        let before = backup::make(&place, Reason::Restore, now, Some(name))?
            .ok_or(OpenError::NoSuchBackup)?;
        self.swap_in(&workshop, &prepared, now)?;
        Ok(before)
    }
}

impl DataDir {
    /// Restores the newest backup for practice: in a directory of its own within this one, by the ordinary way of
    /// opening a diary, and then removes it again. The diary itself is not touched and need not be held.
    ///
    /// # Errors
    /// [`OpenError::NoSuchBackup`] while there is none; else as [`DataDir::verify_backup`],
    /// and [`OpenError::UnsoundBackup`] when what was opened is not what the backup holds.
    pub fn rehearse(&self, now: DateTime<Utc>) -> Result<Rehearsal, OpenError> {
        let workshop = Workshop::open(self.place())?;
        let newest = self.backups()?.into_iter().next();
        let (backup, path) = match newest {
            Some(newest) => backup::find(self.path(), &newest.name)?,
            None => return Err(OpenError::NoSuchBackup),
        };
        let promised = verify::verify(&path, &DIARY)?.holdings;
        let copy = workshop.copy_in(&path)?;
        let opened = protocol::open(workshop.dir(), &DIARY, now, &words::bring_up_to_date);
        let conn = match opened {
            Err(OpenError::Damaged { .. }) => return Err(DIFFERS),
            opened => opened?,
        };
        let holdings = Holdings::of(&conn).map_err(read_error)?;
        let sound = protocol::is_sound_throughout(&conn).map_err(read_error)?;
        drop((conn, copy));
        if sound && holdings == promised {
            Ok(Rehearsal { backup, holdings })
        } else {
            Err(DIFFERS)
        }
    }
}

/// A backup that verified, and yet does not come back as it was.
const DIFFERS: OpenError = OpenError::UnsoundBackup {
    why: "what was opened from it differs",
};

/// What goes wrong here is told as this.
pub(crate) const DOING: &str = "restore the backup";

fn read_error(error: rusqlite::Error) -> OpenError {
    OpenError::from_sqlite(DOING, &error)
}

/// The diary was closed after a disk error.
pub(crate) fn stopped(error: crate::Error) -> OpenError {
    OpenError::Io {
        doing: DOING,
        cause: error.to_string(),
    }
}
