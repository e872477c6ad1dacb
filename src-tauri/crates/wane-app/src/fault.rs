//! What can go wrong, in two tiers: rich inside, `{code, message}` at the edge.

use std::path::Path;

use wane_store::{Error, OpenError};
use wane_text::{Arg, Catalogue};

use crate::wire::WireError;

/// A fault on its way to the user: a stable code, and a message of the catalogue with its values.
#[derive(Debug, Clone)]
pub struct Fault {
    code: &'static str,
    message: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Fault {
    fn new(code: &'static str, message: &'static str) -> Self {
        Fault {
            code,
            message,
            args: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// A request that does not mean anything; `field` is the field's name, never its content.
    pub fn bad_input(field: &str) -> Self {
        Fault::new("bad-input", "error-bad-input").with("field", field)
    }

    /// A date, clock time or instant that is none; `field` is the field's name.
    pub fn bad_time(field: &str) -> Self {
        Fault::new("bad-input", "error-bad-time").with("field", field)
    }

    /// A number outside its scale.
    pub fn off_scale(field: &str, low: u8, high: u8) -> Self {
        Fault::new("bad-input", "error-off-scale")
            .with("field", field)
            .with("low", low.to_string())
            .with("high", high.to_string())
    }

    /// A day that has not come yet cannot be logged.
    pub fn in_the_future() -> Self {
        Fault::new("bad-input", "error-future")
    }

    /// A request that is understood and cannot be carried out; `message` is the catalogue's sentence that says why
    /// and what can be done instead.
    pub fn refused(message: &'static str) -> Self {
        Fault::new("bad-input", message)
    }

    /// [`Fault::refused`] because of a limit, which the message names as `$limit`.
    pub fn beyond(message: &'static str, limit: usize) -> Self {
        Fault::new("bad-input", message).with("limit", limit.to_string())
    }

    /// Something that is not there.
    pub fn not_found(what: &str) -> Self {
        Fault::new("not-found", "error-not-found").with("what", what)
    }

    /// Something this program does not do here.
    pub fn unsupported(what: &str) -> Self {
        Fault::new("unsupported", "error-unsupported").with("what", what)
    }

    /// A file that could not be read or understood.
    pub fn file(reason: impl Into<String>) -> Self {
        Fault::new("file", "error-file").with("reason", reason)
    }

    /// A file that could not be brought in; `message` is the catalogue's sentence that says why.
    pub(crate) fn unread(message: &'static str) -> Self {
        Fault::new("file", message)
    }

    /// The person said that it shall stop; nothing was changed.
    pub fn cancelled() -> Self {
        Fault::new("cancelled", "error-cancelled")
    }

    /// A file that could not be written; nothing of it is there.
    pub fn not_written(reason: &str) -> Self {
        Fault::new("file", "error-not-written").with("reason", reason)
    }

    /// A backup can only be put in the place of the person's own diary.
    pub fn sample_is_open() -> Self {
        Fault::new("unsupported", "error-sample-backup")
    }

    /// A damaged diary lies aside in that folder, and nobody has decided yet what becomes of it.
    pub fn undecided(folder: &Path) -> Self {
        Fault::new("damaged", "recovery-pending").with("folder", folder.display().to_string())
    }

    /// Nothing was begun, because the backup that comes first could not be made.
    pub fn no_backup_first(reason: &OpenError) -> Self {
        match reason {
            OpenError::Full => Fault::new("full", "error-full"),
            other => Fault::new("backup", "error-backup-first").with("reason", other.to_string()),
        }
    }

    /// A fault of our own.
    pub fn internal(place: &str) -> Self {
        Fault::new("internal", "error-internal").with("place", place)
    }

    /// Words for the user.
    pub fn to_wire(&self) -> WireError {
        let args: Vec<(&str, Arg)> = self
            .args
            .iter()
            .map(|(name, value)| (*name, Arg::from(value.as_str())))
            .collect();
        WireError {
            code: self.code.to_owned(),
            message: Catalogue::english().text(self.message, &args),
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::ReadOnly => Fault::new("read-only", "error-read-only"),
            Error::Full => Fault::new("full", "error-full"),
            Error::ReserveReleased => Fault::new("full", "error-full-reserve"),
            other => Fault::new("internal", "error-store").with("reason", other.to_string()),
        }
    }
}

impl From<OpenError> for Fault {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::InUse => Fault::new("in-use", "error-in-use"),
            OpenError::Newer { .. } => Fault::new("newer", "error-newer"),
            OpenError::NotADiary => Fault::new("not-a-diary", "error-not-a-diary"),
            OpenError::Damaged { moved_to } => Fault::new("damaged", "error-damaged")
                .with("folder", moved_to.display().to_string()),
            OpenError::ReadOnly => Fault::new("read-only", "error-read-only-folder"),
            OpenError::Full => Fault::new("full", "error-full"),
            OpenError::NetworkFolder { kind, .. } => {
                Fault::new("network-folder", "error-network-folder").with("kind", kind)
            }
            OpenError::SyncedFolder { service, .. } => {
                Fault::new("synced-folder", "error-synced-folder").with("service", service)
            }
            OpenError::NoSuchBackup => Fault::new("not-found", "error-no-backup"),
            OpenError::UnsoundBackup { .. } => Fault::new("backup", "error-backup-unsound"),
            other @ OpenError::Io { .. } => {
                Fault::new("open", "error-open").with("reason", other.to_string())
            }
        }
    }
}
