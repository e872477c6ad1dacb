//! Directories whose disk is ours to break: every step below one of them is counted, can be made to fail,
//! and can be written down for a power cut.
//!
//! Steps come from two sides: SQLite's through [`crate::vfs`], and the store's own through its seam.

use std::{
    cell::RefCell,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock},
};

use wane_store::seam::{self, Hook, Sown, Step};

use crate::{
    journal::{Journal, Node, below},
    vfs,
};

/// How the disk fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The device does not answer; half of a write may have been done.
    Io,
    /// There is no room: writing and making files fail, all else works.
    Full,
    /// Nothing can be altered any more, though all can be read.
    ReadOnly,
}

impl Fault {
    /// All of them.
    pub const ALL: [Fault; 3] = [Fault::Io, Fault::Full, Fault::ReadOnly];
}

/// What a step does, as far as a fault cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Looks, and changes nothing.
    Read,
    /// Opens a file that is there.
    Open,
    /// Makes a file or directory.
    Make,
    /// Puts bytes into a file.
    Write,
    /// Alters a file's length or mode, or what it is called.
    Alter,
    /// Removes a file.
    Remove,
    /// Makes something safe.
    Sync,
    /// Takes a lock.
    Lock,
}

impl Fault {
    /// Whether a step of that kind fails when the disk fails this way.
    fn hits(self, act: Act) -> bool {
        match self {
            Fault::Io => true,
            Fault::Full => matches!(act, Act::Make | Act::Write),
            Fault::ReadOnly => {
                matches!(act, Act::Make | Act::Write | Act::Alter | Act::Remove)
            }
        }
    }

    fn error(self) -> io::Error {
        match self {
            Fault::Io => io::Error::other("the device does not answer"),
            Fault::Full => io::ErrorKind::StorageFull.into(),
            Fault::ReadOnly => io::ErrorKind::ReadOnlyFilesystem.into(),
        }
    }
}

/// Which step fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How.
    pub fault: Fault,
    /// The first step that fails, of those the fault can hit; the first of all is 1.
    pub nth: u64,
    /// Whether every later one fails as well.
    pub lasting: bool,
}

/// How honest the disk is about what it has made safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Syncs {
    /// What it says is so.
    #[default]
    Honest,
    /// It says that it has made a file safe and has not.
    Ignored,
}

#[derive(Debug, Default)]
struct State {
    plan: Option<Plan>,
    /// Steps that the plan's fault could have hit since it was armed.
    seen: u64,
    /// Which steps failed, in words.
    failed: Vec<String>,
    journal: Option<Journal>,
    syncs: Syncs,
    /// The write whose first byte comes out wrong, counted down.
    garble: Option<u64>,
}

#[derive(Debug)]
struct Watched {
    root: PathBuf,
    state: Mutex<State>,
}

impl Watched {
    fn state(&self) -> MutexGuard<'_, State> {
        // A test that panicked has its own directory; others do not meet its state.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn watched() -> &'static RwLock<Vec<Arc<Watched>>> {
    static WATCHED: OnceLock<RwLock<Vec<Arc<Watched>>>> = OnceLock::new();
    WATCHED.get_or_init(RwLock::default)
}

thread_local! {
    static SOWN: RefCell<Vec<Sown>> = const { RefCell::new(Vec::new()) };
}

/// Runs `work` with a fault sown into the store, for this thread.
pub fn with_sown<T>(fault: Option<Sown>, work: impl FnOnce() -> T) -> T {
    SOWN.with_borrow_mut(|sown| sown.extend(fault));
    let outcome = work();
    SOWN.with_borrow_mut(|sown| sown.retain(|one| Some(*one) != fault));
    outcome
}

/// A directory whose disk is ours until this value is gone.
#[derive(Debug)]
pub struct Disk(Arc<Watched>);

impl Drop for Disk {
    fn drop(&mut self) {
        let mut all = watched().write().unwrap_or_else(PoisonError::into_inner);
        all.retain(|one| !Arc::ptr_eq(one, &self.0));
    }
}

impl Disk {
    /// Watches a directory, which exists.
    pub fn under(root: &Path) -> Disk {
        static ONCE: OnceLock<()> = OnceLock::new();
        ONCE.get_or_init(|| {
            vfs::register();
            seam::install(Arc::new(Ear));
        });
        let one = Arc::new(Watched {
            root: root.to_owned(),
            state: Mutex::default(),
        });
        let mut all = watched().write().unwrap_or_else(PoisonError::into_inner);
        all.push(Arc::clone(&one));
        Disk(one)
    }

    /// Lets a step fail from now on, as planned.
    pub fn arm(&self, plan: Plan) {
        let mut state = self.0.state();
        state.plan = Some(plan);
        state.seen = 0;
        state.failed.clear();
    }

    /// Heals the disk; the steps that failed, in words.
    pub fn heal(&self) -> Vec<String> {
        let mut state = self.0.state();
        state.plan = None;
        std::mem::take(&mut state.failed)
    }

    /// Writes down every step from now on.
    ///
    /// # Errors
    /// When the directory cannot be read.
    pub fn record(&self) -> io::Result<()> {
        self.0.state().journal = Some(Journal::begin(&self.0.root)?);
        Ok(())
    }

    /// Notes that something was told to be saved.
    pub fn acknowledge(&self) {
        if let Some(journal) = &mut self.0.state().journal {
            journal.acknowledge();
        }
    }

    /// What was written down, and no more of it.
    pub fn journal(&self) -> Option<Journal> {
        self.0.state().journal.take()
    }

    /// Makes the disk lie about syncs, or not.
    pub fn set_syncs(&self, syncs: Syncs) {
        self.0.state().syncs = syncs;
    }

    /// The `nth` write from now on reaches the disk with one byte of it changed, and nobody is told.
    pub fn garble_write(&self, nth: u64) {
        self.0.state().garble = Some(nth);
    }

    /// Whether a write was garbled.
    pub fn has_garbled(&self) -> bool {
        self.0.state().garble == Some(0)
    }
}

/// One path below a directory that is watched.
#[derive(Debug, Clone)]
pub(crate) struct Spot {
    watched: Arc<Watched>,
    path: PathBuf,
}

/// The path, if it lies below a directory that is watched.
pub(crate) fn spot(path: &Path) -> Option<Spot> {
    let all = watched().read().unwrap_or_else(PoisonError::into_inner);
    all.iter().find_map(|one| {
        Some(Spot {
            path: below(&one.root, path)?,
            watched: Arc::clone(one),
        })
    })
}

impl Spot {
    /// Counts a step; the fault it must fail with, if it must.
    pub(crate) fn step(&self, act: Act, what: &str) -> Option<Fault> {
        let mut state = self.watched.state();
        let plan = state.plan?;
        if !plan.fault.hits(act) {
            return None;
        }
        state.seen += 1;
        let hit = state.seen == plan.nth || (plan.lasting && state.seen > plan.nth);
        if hit {
            let words = format!("{what} {} (step {})", self.path.display(), state.seen);
            state.failed.push(words);
        }
        hit.then_some(plan.fault)
    }

    /// The file, for the journal; `None` when nothing is written down.
    pub(crate) fn opened(&self) -> Option<Node> {
        let mut state = self.watched.state();
        Some(state.journal.as_mut()?.opened(&self.path))
    }

    /// Whether the disk has gone read-only.
    pub(crate) fn is_read_only(&self) -> bool {
        let state = self.watched.state();
        state.plan.is_some_and(|plan| {
            plan.fault == Fault::ReadOnly && plan.lasting && state.seen >= plan.nth
        })
    }

    /// What SQLite is to write: the same, or the same with a byte that is wrong.
    pub(crate) fn garbled(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut state = self.watched.state();
        let left = state.garble.filter(|left| *left > 0)?;
        state.garble = Some(left - 1);
        let mut bytes = bytes.to_vec();
        let middle = bytes.len() / 2;
        (left == 1).then(|| {
            bytes[middle] ^= 0x10;
            bytes
        })
    }

    pub(crate) fn wrote(&self, at: u64, bytes: &[u8]) {
        self.note(|journal, node| journal.wrote(node, at, bytes));
    }

    pub(crate) fn truncated(&self, len: u64) {
        self.note(|journal, node| journal.truncated(node, len));
    }

    pub(crate) fn synced(&self, and_its_name: bool) {
        if self.watched.state().syncs == Syncs::Ignored {
            return;
        }
        self.note(|journal, node| journal.synced(node));
        if and_its_name {
            self.synced_dir(self.path.parent().unwrap_or(Path::new("")));
        }
    }

    pub(crate) fn removed(&self, and_safely: bool) {
        if let Some(journal) = &mut self.watched.state().journal {
            journal.removed(&self.path);
        }
        if and_safely {
            self.synced_dir(self.path.parent().unwrap_or(Path::new("")));
        }
    }

    fn synced_dir(&self, dir: &Path) {
        if let Some(journal) = &mut self.watched.state().journal {
            journal.synced_dir(dir);
        }
    }

    fn note(&self, what: impl FnOnce(&mut Journal, Node)) {
        if let Some(journal) = &mut self.watched.state().journal {
            let node = journal.opened(&self.path);
            what(journal, node);
        }
    }
}

/// Hears what the store does to the disk besides SQLite.
struct Ear;

impl Hook for Ear {
    fn before(&self, step: Step<'_>) -> io::Result<()> {
        let (act, path) = match step {
            Step::Look(path) => (Act::Read, path),
            Step::MakeDir(path) => (Act::Make, path),
            Step::Open(path) if path.exists() => (Act::Open, path),
            Step::Open(path) => (Act::Make, path),
            Step::Restrict(path) => (Act::Alter, path),
            Step::Write(path) => (Act::Write, path),
            Step::SyncFile(path) | Step::SyncDir(path) => (Act::Sync, path),
            Step::Rename { from, .. } => (Act::Alter, from),
            Step::Link { to, .. } => (Act::Make, to),
            Step::Remove(path) | Step::RemoveDir(path) => (Act::Remove, path),
        };
        let name = match step {
            Step::Look(_) => "look at",
            Step::MakeDir(_) => "make",
            Step::Open(_) => "open",
            Step::Restrict(_) => "restrict",
            Step::Write(_) => "write",
            Step::SyncFile(_) => "sync",
            Step::SyncDir(_) => "sync directory",
            Step::Rename { .. } => "rename",
            Step::Link { .. } => "link",
            Step::Remove(_) => "remove",
            Step::RemoveDir(_) => "remove directory",
        };
        match spot(path).and_then(|spot| spot.step(act, name)) {
            Some(fault) => Err(fault.error()),
            None => Ok(()),
        }
    }

    fn after(&self, step: Step<'_>, done: bool) {
        if !done {
            return;
        }
        match step {
            Step::Look(_) | Step::Restrict(_) => {}
            Step::MakeDir(path) => {
                if let Some(spot) = spot(path)
                    && let Some(journal) = &mut spot.watched.state().journal
                {
                    journal.made_dir(&spot.path);
                }
            }
            Step::Open(path) => {
                if let Some(spot) = spot(path) {
                    spot.opened();
                }
            }
            Step::Write(path) => {
                if let Some(spot) = spot(path) {
                    spot.content(path);
                }
            }
            Step::SyncFile(path) => {
                if let Some(spot) = spot(path) {
                    spot.content(path);
                    spot.synced(false);
                }
            }
            Step::SyncDir(path) => {
                if let Some(spot) = spot(path) {
                    spot.synced_dir(&spot.path);
                }
            }
            Step::Rename { from, to } => {
                if let (Some(from), Some(to)) = (spot(from), spot(to))
                    && let Some(journal) = &mut from.watched.state().journal
                {
                    journal.renamed(&from.path, &to.path);
                }
            }
            Step::Link { from, to } => {
                if let (Some(from), Some(to)) = (spot(from), spot(to))
                    && let Some(journal) = &mut from.watched.state().journal
                {
                    journal.linked(&from.path, &to.path);
                }
            }
            Step::Remove(path) | Step::RemoveDir(path) => {
                if let Some(spot) = spot(path) {
                    spot.removed(false);
                }
            }
        }
    }

    fn sown(&self, fault: Sown) -> bool {
        SOWN.with_borrow(|sown| sown.contains(&fault))
    }
}

impl Spot {
    /// Writes down what a file holds after something else than SQLite has written it.
    fn content(&self, path: &Path) {
        if self.watched.state().journal.is_some()
            && let Ok(bytes) = fs::read(path)
        {
            self.wrote(0, &bytes);
            self.truncated(bytes.len() as u64);
        }
    }
}
