//! The seam between the store and the disk: every step that is not SQLite's own is announced here.
//!
//! In everything that ships an announcement comes to nothing and is compiled away.
//! With the feature `faults`, which the fault suite in `tests/faults` alone turns on, a [`Hook`] hears of each step,
//! and can make it fail or leave it out.

use std::{io, path::Path};

/// What is about to be done to the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
// What a step is about is read by the hook alone.
#[cfg_attr(not(feature = "faults"), allow(dead_code))]
pub enum Step<'a> {
    /// Asking whether something is there, how long it is, or what is in it.
    Look(&'a Path),
    /// Making one directory.
    MakeDir(&'a Path),
    /// Opening a file, which is made if it is missing.
    Open(&'a Path),
    /// Setting a mode.
    Restrict(&'a Path),
    /// Writing a file's content, or setting its length.
    Write(&'a Path),
    /// Making a file's content survive a power cut.
    SyncFile(&'a Path),
    /// Making what happened in a directory survive a power cut.
    SyncDir(&'a Path),
    /// Giving a file or directory another name; a file that had the name before is gone in the same instant.
    Rename {
        /// The name before.
        from: &'a Path,
        /// The name afterwards.
        to: &'a Path,
    },
    /// Giving a file a second name.
    Link {
        /// The name it has.
        from: &'a Path,
        /// The name it gets besides.
        to: &'a Path,
    },
    /// Removing a file.
    Remove(&'a Path),
    /// Removing a directory with everything in it.
    RemoveDir(&'a Path),
}

/// Does a step, unless the hook has it fail.
pub(crate) fn perform<T>(step: Step<'_>, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    #[cfg(feature = "faults")]
    {
        hooks::before(step)?;
        let outcome = work();
        hooks::after(step, outcome.is_ok());
        outcome
    }
    #[cfg(not(feature = "faults"))]
    {
        let _ = step;
        work()
    }
}

/// Whether the step is to be left out, by a fault that was sown on purpose.
pub(crate) fn sown(fault: Sown) -> bool {
    #[cfg(feature = "faults")]
    {
        hooks::sown(fault)
    }
    #[cfg(not(feature = "faults"))]
    {
        let _ = fault;
        false
    }
}

/// Faults that can be sown into the store, each of which has to turn a check of the suite red.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "faults"), allow(dead_code))]
pub enum Sown {
    /// Directories are not synced.
    NoDirSync,
    /// A commit does not wait for the disk: `synchronous` is `NORMAL`.
    NormalSync,
    /// A copy is not read back before it gets its name.
    NoVerify,
}

#[cfg(feature = "faults")]
pub use hooks::{Hook, install};

#[cfg(feature = "faults")]
mod hooks {
    use std::{
        io,
        sync::{Arc, OnceLock},
    };

    use super::{Sown, Step};

    /// Hears of every step.
    pub trait Hook: Send + Sync {
        /// Before a step; an error is what the step comes to, and it is not done.
        ///
        /// # Errors
        /// What the step is to fail with.
        fn before(&self, step: Step<'_>) -> io::Result<()>;
        /// After a step, with whether it was done.
        fn after(&self, step: Step<'_>, done: bool);
        /// Whether a fault has been sown.
        fn sown(&self, fault: Sown) -> bool;
    }

    static HOOK: OnceLock<Arc<dyn Hook>> = OnceLock::new();

    /// Lets `hook` hear of every step from now on; the first hook stays.
    pub fn install(hook: Arc<dyn Hook>) {
        // A second hook finds the place taken, as the documentation says.
        let _ = HOOK.set(hook);
    }

    pub(super) fn before(step: Step<'_>) -> io::Result<()> {
        HOOK.get().map_or(Ok(()), |hook| hook.before(step))
    }

    pub(super) fn after(step: Step<'_>, done: bool) {
        if let Some(hook) = HOOK.get() {
            hook.after(step, done);
        }
    }

    pub(super) fn sown(fault: Sown) -> bool {
        HOOK.get().is_some_and(|hook| hook.sown(fault))
    }
}
