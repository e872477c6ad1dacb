//! A diary's directory, and the lock that keeps a second copy of the program out of it.

use std::{
    collections::HashSet,
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};
use wane_domain::Id;

use crate::{Diary, OpenError, Schedule, diary::DIARY, files, schedule::SCHEDULE};

const LOCK: &str = "lock";
const SAMPLE: &str = "sample";

/// A directory with a diary in it, locked for this process.
///
/// It holds `diary.db`, `schedule.db`, `lock`, and when they are needed `sample/` (a diary to look around in,
/// never mixed with the real one), `backups/`, and `damaged-…/`.
/// The lock is held until this value and every diary and schedule opened from it are gone.
#[derive(Debug, Clone)]
pub struct DataDir {
    place: Arc<Place>,
}

/// The directory and its lock, shared by whatever is open in it.
#[derive(Debug)]
pub(crate) struct Place {
    path: PathBuf,
    lock: File,
    /// The database files that are open.
    open: Mutex<HashSet<&'static str>>,
}

impl Drop for Place {
    fn drop(&mut self) {
        // Closing the file is not enough: a child process that is just being started may still share it.
        // If unlocking fails, closing is what is left.
        let _ = self.lock.unlock();
    }
}

/// The right to have one database file of a place open; it keeps the place locked.
#[derive(Debug)]
pub(crate) struct Held {
    place: Arc<Place>,
    file: &'static str,
}

impl Held {
    /// The directory.
    pub(crate) fn dir(&self) -> &Path {
        &self.place.path
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.place.open_files().remove(self.file);
    }
}

impl Place {
    fn open_files(&self) -> MutexGuard<'_, HashSet<&'static str>> {
        // A set of names is whole after any panic.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hold(self: &Arc<Self>, file: &'static str) -> Result<Held, OpenError> {
        if self.open_files().insert(file) {
            Ok(Held {
                place: Arc::clone(self),
                file,
            })
        } else {
            Err(OpenError::InUse)
        }
    }
}

impl DataDir {
    /// Opens the directory, making it if it is missing, and takes its lock before anything in it is touched.
    ///
    /// # Errors
    /// [`OpenError::InUse`] when another holder has the lock; [`OpenError::ReadOnly`], [`OpenError::Full`]
    /// and [`OpenError::Io`] as the system says.
    pub fn open(path: &Path) -> Result<DataDir, OpenError> {
        let failed = |error| OpenError::from_io("open the diary's directory", &error);
        let path = std::path::absolute(path).map_err(failed)?;
        files::make_dir(&path).map_err(failed)?;
        let lock = files::private_file(&path.join(LOCK)).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(DataDir {
                place: Arc::new(Place {
                    path,
                    lock,
                    open: Mutex::default(),
                }),
            }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
            Err(TryLockError::Error(error)) => {
                Err(OpenError::from_io("take the diary's lock", &error))
            }
        }
    }

    /// The directory, as an absolute path.
    pub fn path(&self) -> &Path {
        &self.place.path
    }

    /// Opens `diary.db`, making or upgrading it where needed.
    ///
    /// `device` names this installation; it counts only when the diary is new and has no name for it yet.
    ///
    /// # Errors
    /// Any [`OpenError`]; [`OpenError::InUse`] also while another [`Diary`] of this directory is open.
    /// After [`OpenError::Damaged`] a second call starts a fresh diary.
    pub fn diary(&self, now: DateTime<Utc>, device: Id) -> Result<Diary, OpenError> {
        Diary::open(self.place.hold(DIARY.file)?, now, device)
    }

    /// Opens `schedule.db`, making or upgrading it where needed.
    ///
    /// # Errors
    /// Any [`OpenError`]; [`OpenError::InUse`] also while another [`Schedule`] of this directory is open.
    /// After [`OpenError::Damaged`] a second call starts a fresh schedule.
    pub fn schedule(&self, now: DateTime<Utc>) -> Result<Schedule, OpenError> {
        Schedule::open(self.place.hold(SCHEDULE.file)?, now)
    }

    /// Opens the directory of the sample diary, making it if it is missing.
    ///
    /// # Errors
    /// As [`DataDir::open`].
    pub fn sample(&self) -> Result<DataDir, OpenError> {
        DataDir::open(&self.path().join(SAMPLE))
    }

    /// Whether there is a sample diary.
    pub fn has_sample(&self) -> bool {
        self.path().join(SAMPLE).is_dir()
    }

    /// Removes the sample diary and everything in it; nothing happens when there is none.
    ///
    /// # Errors
    /// [`OpenError::InUse`] while it is open; else as the system says.
    pub fn remove_sample(&self) -> Result<(), OpenError> {
        if !self.has_sample() {
            return Ok(());
        }
        let sample = self.sample()?;
        let path = sample.path().to_owned();
        // Windows removes no directory with an open file in it.
        drop(sample);
        fs::remove_dir_all(path).map_err(|error| OpenError::from_io("remove the sample", &error))
    }
}
