//! A diary's directory, and the lock that keeps a second copy of the program out of it.

use std::{
    collections::HashSet,
    fs::{self, File},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicU64, Ordering},
    },
};

use chrono::{DateTime, Utc};
use wane_domain::Id;

use crate::{
    Diary, OpenError, Schedule, backup::Known, diary::DIARY, files, gate::Gate, location,
    schedule::SCHEDULE,
};

const LOCK: &str = "lock";
const SAMPLE: &str = "sample";

/// A directory with a diary in it, locked for this process.
///
/// It holds `diary.db`, `schedule.db`, `lock`, and when they are needed `sample/` (a diary to look around in,
/// never mixed with the real one), `backups/`, `damaged-…/`, `reserve` (room for the moment the disk is full),
/// `checked` (when the diary was last examined) and, while a copy is being prepared, `.work/`,
/// while another program's database is read, `.reading/`.
/// The lock is held until this value and every diary and schedule opened from it are gone.
///
/// # Upkeep
///
/// Three things are looked after while the diary is in use, by whoever has a loop that turns every few seconds
/// or minutes; nothing is lost when a turn is missed, for each asks what is due and not what time it is:
///
/// | ask | if so | what it costs when nothing is due |
/// |---|---|---|
/// | [`DataDir::backup_due`] | [`DataDir::back_up`] with [`Reason::Daily`](crate::Reason::Daily) | nothing; once a day a look into a folder and two files |
/// | [`DataDir::check_due`] | [`DataDir::check`] | reading one line |
/// | – | [`DataDir::keep_reserve`] | asking for the size of one file |
///
/// All of them work over connections of their own while the diary is open and is written to: a clone of this value
/// is all they need, so call them without holding the diary, away from the thread that answers the user.
/// They wait for each other, and for a restore, and never for a save; a save waits for a backup only if another save
/// came in its way before.
///
/// Besides: [`DataDir::back_up`] before an import; [`DataDir::suspect`] when reading returns
/// [`Error::Damaged`](crate::Error::Damaged); and when a change returns
/// [`Error::ReserveReleased`](crate::Error::ReserveReleased), the same change once more, and a word to the user.
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
    /// Held by whoever makes, reads or restores a copy: one at a time.
    safekeeping: Mutex<()>,
    /// Where whoever wants to save waits for a copy that must not be overtaken.
    pub(crate) gate: Gate,
    /// What is known about the backups, so that asking again costs nothing.
    pub(crate) known: Mutex<Known>,
    /// How many changes have been saved, or tried, since the directory was opened.
    changes: AtomicU64,
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

    /// The directory and what is shared by whatever is open in it.
    pub(crate) fn place(&self) -> &Place {
        &self.place
    }

    /// The same, to be kept.
    pub(crate) fn shared(&self) -> Arc<Place> {
        Arc::clone(&self.place)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.place.open_files().remove(self.file);
    }
}

impl Place {
    /// The directory.
    pub(crate) fn dir(&self) -> &Path {
        &self.path
    }

    /// Waits until nobody else makes, reads or restores a copy.
    pub(crate) fn safekeeping(&self) -> MutexGuard<'_, ()> {
        // There is nothing in it that a panic could leave half-done.
        self.safekeeping
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, without waiting: `None` when somebody does.
    pub(crate) fn try_safekeeping(&self) -> Option<MutexGuard<'_, ()>> {
        match self.safekeeping.try_lock() {
            Ok(guard) => Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Notes that the diary may have changed.
    pub(crate) fn note_change(&self) {
        self.changes.fetch_add(1, Ordering::SeqCst);
    }

    /// A number that grows with every change.
    pub(crate) fn changes(&self) -> u64 {
        self.changes.load(Ordering::SeqCst)
    }

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
    /// [`OpenError::NetworkFolder`] or [`OpenError::SyncedFolder`] where a diary would be damaged sooner or later;
    /// [`OpenError::InUse`] when another holder has the lock; [`OpenError::ReadOnly`], [`OpenError::Full`]
    /// and [`OpenError::Io`] as the system says.
    pub fn open(path: &Path) -> Result<DataDir, OpenError> {
        let failed = |error| OpenError::from_io("open the diary's directory", &error);
        let path = std::path::absolute(path).map_err(failed)?;
        location::refuse_unsafe(&path)?;
        files::make_dir(&path).map_err(failed)?;
        let lock = files::private_file(&path.join(LOCK)).map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(DataDir {
                place: Arc::new(Place {
                    path,
                    lock,
                    open: Mutex::default(),
                    safekeeping: Mutex::default(),
                    gate: Gate::default(),
                    known: Mutex::default(),
                    changes: AtomicU64::new(0),
                }),
            }),
            Err(fs::TryLockError::WouldBlock) => Err(OpenError::InUse),
            Err(fs::TryLockError::Error(error)) => {
                Err(OpenError::from_io("take the diary's lock", &error))
            }
        }
    }

    /// The directory, as an absolute path.
    pub fn path(&self) -> &Path {
        &self.place.path
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
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
        files::remove_dir(&path).map_err(|error| OpenError::from_io("remove the sample", &error))
    }
}
