//! What can go wrong, told apart only where somebody would act differently.
//!
//! No variant carries anything the user wrote: errors name tables, fields, rules of the schema and SQLite's own numbers.

use std::{io, path::PathBuf};

use rusqlite::ffi;

/// Why a diary or schedule could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The directory or a file in it cannot be written to.
    #[error("the diary's directory cannot be written to")]
    ReadOnly,
    /// The disk is full; what was saved before is untouched.
    #[error("the disk is full")]
    Full,
    /// Another running copy holds the diary's lock.
    #[error("the diary is in use by another running copy")]
    InUse,
    /// A newer version wrote the file; not a byte of it was changed.
    #[error(
        "a newer version wrote this file (its schema is {found}, the newest known here is {known})"
    )]
    Newer {
        /// Schema number in the file.
        found: u32,
        /// Newest schema number this version knows.
        known: u32,
    },
    /// The file is somebody else's database, or not a file at all; not a byte of it was changed.
    #[error("the file is not one of ours")]
    NotADiary,
    /// The file was damaged; it and its log were moved aside whole, and the next open starts fresh.
    #[error("the file was damaged and has been moved aside, to {}", moved_to.display())]
    Damaged {
        /// The directory in which the damaged files now lie.
        moved_to: PathBuf,
    },
    /// The directory lies on another computer; not a byte of it was read or changed.
    #[error("the diary's directory lies on another computer ({kind})")]
    NetworkFolder {
        /// The directory that was asked for.
        folder: PathBuf,
        /// What the system calls that kind of file system, such as `nfs`.
        kind: String,
    },
    /// Another program carries the directory to other computers, file by file; not a byte of it was read or changed.
    #[error("the diary's directory is carried to other computers by {service}")]
    SyncedFolder {
        /// The directory that was asked for.
        folder: PathBuf,
        /// The program, such as `Dropbox`.
        service: &'static str,
    },
    /// There is no backup of that name, or none at all.
    #[error("there is no such backup")]
    NoSuchBackup,
    /// The backup cannot be restored; it was left as it is.
    #[error("the backup is not sound: {why}")]
    UnsoundBackup {
        /// What is wrong with it.
        why: &'static str,
    },
    /// Anything else the system refused.
    #[error("could not {doing}: {cause}")]
    Io {
        /// What was being done, such as `take the lock`.
        doing: &'static str,
        /// What the system or SQLite called it.
        cause: String,
    },
}

impl OpenError {
    pub(crate) fn from_sqlite(doing: &'static str, error: &rusqlite::Error) -> OpenError {
        OpenError::from_error(doing, Error::from_sqlite(error))
    }

    pub(crate) fn from_error(doing: &'static str, error: Error) -> OpenError {
        match error {
            Error::Full => OpenError::Full,
            Error::ReadOnly => OpenError::ReadOnly,
            other => OpenError::Io {
                doing,
                cause: other.to_string(),
            },
        }
    }

    pub(crate) fn from_io(doing: &'static str, error: &io::Error) -> OpenError {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                OpenError::ReadOnly
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OpenError::Full,
            kind => OpenError::Io {
                doing,
                cause: kind.to_string(),
            },
        }
    }
}

/// Why something could not be read or saved.
///
/// Whatever the variant, a change that ends in an error has changed nothing,
/// except that after [`Error::Io`] nobody can know before the diary is read again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The disk is full; nothing was saved, and what was saved before can still be read.
    #[error("the disk is full: nothing was saved, and nothing was lost")]
    Full,
    /// The disk is full; nothing was saved, but the reserve has been given free, so that the same change can be saved now.
    ///
    /// Until there is room again there is no other reserve: the user should be told.
    #[error("the disk is full: nothing was saved, but room kept for this was given free")]
    ReserveReleased,
    /// The file cannot be written to.
    #[error("the diary cannot be written to")]
    ReadOnly,
    /// Another program holds the file longer than we wait.
    #[error("another program holds the diary")]
    Busy,
    /// SQLite found the file damaged; once that is noted ([`crate::DataDir::suspect`]), opening it again moves it aside.
    #[error("the diary's file is damaged")]
    Damaged,
    /// Reading or writing the disk failed; the file has been opened afresh, and should be read again.
    #[error("the disk could not be read or written (SQLite {code})")]
    Io {
        /// SQLite's extended result code.
        code: i32,
    },
    /// The disk failed before and the file could not be opened again: nothing more is read or written until a restart.
    #[error("the diary was closed after a disk error")]
    Stopped,
    /// The record breaks a rule of the schema; nothing was saved.
    #[error("the record breaks a rule of the diary: {rule}")]
    Refused {
        /// The rule: names of tables and columns, never their content.
        rule: String,
    },
    /// A stored value cannot be understood by this version.
    #[error("cannot read {table}.{field}")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// The field.
        field: &'static str,
    },
    /// SQLite refused for a reason that only a defect of this program can explain.
    #[error("SQLite refused (code {code})")]
    Defect {
        /// SQLite's extended result code, or 0 when the binding itself refused.
        code: i32,
    },
}

impl Error {
    /// A record that breaks a rule which SQLite could not even be asked about.
    pub(crate) fn refused(table: &'static str, field: &'static str) -> Error {
        Error::Refused {
            rule: format!("{table}.{field}"),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        Error::from_sqlite(&error)
    }
}

impl Error {
    /// Keeps the number and drops the message, except for broken rules, whose message names only the schema.
    pub(crate) fn from_sqlite(error: &rusqlite::Error) -> Error {
        let rusqlite::Error::SqliteFailure(failure, message) = error else {
            return Error::Defect { code: 0 };
        };
        let code = failure.extended_code;
        match failure.code {
            rusqlite::ErrorCode::DiskFull => Error::Full,
            rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::PermissionDenied => {
                Error::ReadOnly
            }
            rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked => Error::Busy,
            rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase => {
                Error::Damaged
            }
            // Growing the shared index of the log fails in one way only: there is no room for it.
            rusqlite::ErrorCode::SystemIoFailure if code == ffi::SQLITE_IOERR_SHMSIZE => {
                Error::Full
            }
            rusqlite::ErrorCode::SystemIoFailure | rusqlite::ErrorCode::CannotOpen => {
                Error::Io { code }
            }
            rusqlite::ErrorCode::ConstraintViolation => Error::Refused {
                rule: message.clone().unwrap_or_else(|| "a constraint".to_owned()),
            },
            _ => Error::Defect { code },
        }
    }
}

/// The result of reading or saving.
pub type Result<T, E = Error> = std::result::Result<T, E>;
