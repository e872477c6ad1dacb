//! One file takes the place of another; a crash at any moment leaves one of the two, whole.
//!
//! What makes this more than a rename is the log beside the diary. SQLite applies whatever log it finds to whatever
//! file it finds beside it, so the log of one file must never meet the other, not even after a power cut that
//! undoes some of the steps and not others. Hence, in this order, each durable before the next:
//! 1. the log is carried over into the old file, which is closed; log and index are gone from the directory;
//! 2. the old file gets a second name in the private directory;
//! 3. the new file, closed and without a log, takes the old one's name;
//! 4. only now is the new file opened, and so gets a log.
//!
//! If it does not open, the old file takes its name back the same way.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{
    DOING,
    prepare::{Workshop, close_whole, from_io},
};
use crate::{Diary, OpenError, diary::DIARY, files, protocol, upkeep};

/// What the old file is called while the new one is being opened.
const REPLACED: &str = "replaced.db";

impl Diary {
    /// Puts the prepared file in the diary's place and opens it.
    pub(crate) fn swap_in(
        &mut self,
        workshop: &Workshop<'_>,
        prepared: &Path,
        now: DateTime<Utc>,
    ) -> Result<(), OpenError> {
        let place = self.shared_place();
        let dir = place.dir();
        let conn = self.reader.conn.take().ok_or(OpenError::Io {
            doing: DOING,
            cause: crate::Error::Stopped.to_string(),
        })?;
        // Whatever comes of it, what was known about the backups was about the file as it was.
        place.note_change();
        place.forget_backups();
        let outcome = close_whole(conn, &dir.join(DIARY.file))
            .map_err(Failed::BeforeIt)
            .and_then(|()| exchange(dir, workshop.dir(), prepared, now));
        match outcome {
            Ok(conn) => {
                self.reader.conn = Some(conn);
                upkeep::forget(dir);
                Ok(())
            }
            Err(Failed::BeforeIt(error)) => {
                self.reader.conn = protocol::reopen(dir, &DIARY, now);
                Err(error)
            }
            // Which of the two a power cut would leave is not known, and so neither may be given a log;
            // nor may anybody be told that nothing was done, as the plainer errors would.
            Err(Failed::InBetween(error)) => Err(match error {
                OpenError::Io { .. } => error,
                plainer => OpenError::Io {
                    doing: DOING,
                    cause: plainer.to_string(),
                },
            }),
        }
    }
}

/// How far it had come when it failed.
enum Failed {
    /// The old file is in its place, closed and durable.
    BeforeIt(OpenError),
    /// The directory could not be brought back to how it was.
    InBetween(OpenError),
}

fn exchange(
    dir: &Path,
    work: &Path,
    prepared: &Path,
    now: DateTime<Utc>,
) -> Result<Connection, Failed> {
    let (file, replaced) = (dir.join(DIARY.file), work.join(REPLACED));
    files::remove_beside(&file)
        .and_then(|()| files::sync_dir(dir))
        .and_then(|()| files::keep_as(&file, &replaced))
        .map_err(|error| Failed::BeforeIt(from_io(error)))?;
    let opened = files::rename(prepared, &file)
        .and_then(|()| files::sync_dir(dir))
        .map_err(from_io)
        .and_then(|()| {
            protocol::attempt(dir, &DIARY, now, &|_| Ok(()))
                .map_err(|trouble| trouble.told_as(DOING))
        });
    opened.map_err(|error| {
        // The new file may have got a log, which must not meet the old one.
        let back = files::remove_beside(&file)
            .and_then(|()| files::sync_dir(dir))
            .and_then(|()| files::rename(&replaced, &file))
            .and_then(|()| files::sync_dir(dir));
        match back {
            Ok(()) => Failed::BeforeIt(error),
            Err(_) => Failed::InBetween(error),
        }
    })
}
