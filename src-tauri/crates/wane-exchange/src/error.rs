//! What can stop an import.

use std::io;

use crate::Why;

/// Why nothing could be read.
///
/// The texts name files, lines and columns and never what stands in a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No file was given.
    #[error("no file was given")]
    NoFile,
    /// None of the formats Wane reads.
    #[error("{file}: not a format Wane can read")]
    NotRecognised {
        /// The file.
        file: String,
    },
    /// The files are of formats that cannot be one import.
    #[error(
        "the files are of different formats ({first} and {second}); import them one after the other"
    )]
    SeveralFormats {
        /// Name of one format.
        first: &'static str,
        /// Name of another.
        second: &'static str,
    },
    /// There is nothing in the file.
    #[error("{file}: the file is empty")]
    Empty {
        /// The file.
        file: String,
    },
    /// Larger than [`Settings::max_bytes`](crate::Settings::max_bytes).
    #[error("{file}: larger than the limit of {} MiB", max_bytes / 1_048_576)]
    TooLarge {
        /// The file.
        file: String,
        /// The limit, in bytes.
        max_bytes: u64,
    },
    /// More records than any person's life holds.
    #[error("{file}: more than {max} records")]
    TooMany {
        /// The file.
        file: String,
        /// The limit.
        max: usize,
    },
    /// Not text in UTF-8.
    #[error("{file}: not text in UTF-8; save it as CSV or JSON in UTF-8")]
    Encoding {
        /// The file.
        file: String,
    },
    /// Not a table with a row of column names.
    #[error("{file}: not a table of comma-separated values (line {line})")]
    NotATable {
        /// The file.
        file: String,
        /// Line, counted from 1.
        line: u64,
    },
    /// A column that has to be there is not.
    #[error("{file}: the column \"{column}\" is missing")]
    MissingColumn {
        /// The file.
        file: String,
        /// The column.
        column: &'static str,
    },
    /// A column of the format stands there twice, so it is not clear which one counts.
    #[error("{file}: the column \"{column}\" stands there twice")]
    RepeatedColumn {
        /// The file.
        file: String,
        /// The column.
        column: &'static str,
    },
    /// More columns than a diary can have.
    #[error("{file}: more than {max} columns")]
    TooManyColumns {
        /// The file.
        file: String,
        /// The limit.
        max: usize,
    },
    /// A line longer than any line of a diary.
    #[error("{file}: line {line} is longer than {} KiB", max_bytes / 1024)]
    LineTooLong {
        /// The file.
        file: String,
        /// Line, counted from 1.
        line: u64,
        /// The limit, in bytes.
        max_bytes: usize,
    },
    /// The JSON ends in the middle of something.
    #[error("{file}: the file is cut off at line {line}, column {column}")]
    JsonCutOff {
        /// The file.
        file: String,
        /// Line, counted from 1.
        line: u64,
        /// Byte of the line, counted from 1.
        column: u64,
    },
    /// The text is not JSON, or not of the shape the format has.
    #[error("{file}: not valid at line {line}, column {column}")]
    JsonBroken {
        /// The file.
        file: String,
        /// Line, counted from 1.
        line: u64,
        /// Byte of the line, counted from 1.
        column: u64,
    },
    /// Nested more deeply, or with a longer string, than any export.
    #[error("{file}: nested too deeply or a text too long, near byte {byte}")]
    JsonTooBig {
        /// The file.
        file: String,
        /// Byte of the file, counted from 1.
        byte: u64,
    },
    /// Called an archive, or begins like one, and cannot be read as one.
    #[error("{file}: not a readable zip archive")]
    BadArchive {
        /// The file.
        file: String,
    },
    /// The archive is locked with a password.
    #[error("{file}: the archive has a password; unpack it first and choose the folder")]
    LockedArchive {
        /// The file.
        file: String,
    },
    /// An entry of an archive has a name that leads out of it.
    #[error("{file}: an entry's name leads out of the archive; nothing was read")]
    UnsafeArchive {
        /// The file.
        file: String,
    },
    /// An entry of an archive holds far more than any export packs into so few bytes.
    #[error("{file}: packed more tightly than any export; nothing was read")]
    ArchiveBomb {
        /// The file.
        file: String,
    },
    /// The archive or folder has more files than any export.
    #[error("{file}: more than {max} files")]
    TooManyFiles {
        /// The archive.
        file: String,
        /// The limit.
        max: usize,
    },
    /// Nothing in the archive is of a format Wane reads.
    #[error("{file}: nothing in the archive is a format Wane can read")]
    NothingInArchive {
        /// The archive.
        file: String,
    },
    /// A database that cannot be read: damaged, encrypted, or made to do harm.
    #[error("{file}: not a readable database; it may be damaged or encrypted")]
    BadDatabase {
        /// The file.
        file: String,
    },
    /// A database, and not of a program whose databases Wane reads.
    #[error("{file}: a database of a program Wane does not know")]
    UnknownDatabase {
        /// The file.
        file: String,
    },
    /// A database could not be copied to where it is read.
    #[error("{file}: no room to read the database from ({kind})")]
    NoRoom {
        /// The file.
        file: String,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// The file has the shape of a format and not what the format has to say.
    #[error("{file}: {what} is missing or not as the format has it")]
    Malformed {
        /// The file.
        file: String,
        /// The part that is not as it has to be.
        what: &'static str,
    },
    /// A table whose columns do not say when anything was.
    #[error("{file}: no column tells when")]
    NoTimes {
        /// The file.
        file: String,
    },
    /// Only what the format keeps beside its tables, which say nothing of any night.
    #[error("only details that lie beside the tables with the nights; choose those too")]
    OnlyDetails,
    /// The system could not read the file.
    #[error("{file}: could not be read ({kind})")]
    Io {
        /// The file.
        file: String,
        /// What the system said.
        kind: io::ErrorKind,
    },
    /// The file is another than it was when the reading began, so that what was read may be half of each.
    #[error("{file}: changed while it was read")]
    Changed {
        /// The file.
        file: String,
    },
    /// The caller asked to stop.
    #[error("stopped; nothing was changed")]
    Cancelled,
}

impl ReadError {
    /// A stable name for the kind of error, for programs and for choosing a message.
    pub const fn code(&self) -> &'static str {
        match self {
            ReadError::NoFile => "no-file",
            ReadError::NotRecognised { .. } => "not-recognised",
            ReadError::SeveralFormats { .. } => "several-formats",
            ReadError::Empty { .. } => "empty",
            ReadError::TooLarge { .. } => "too-large",
            ReadError::TooMany { .. } => "too-many",
            ReadError::Encoding { .. } => "encoding",
            ReadError::NotATable { .. } => "not-a-table",
            ReadError::MissingColumn { .. } => "missing-column",
            ReadError::RepeatedColumn { .. } => "repeated-column",
            ReadError::TooManyColumns { .. } => "too-many-columns",
            ReadError::LineTooLong { .. } => "line-too-long",
            ReadError::JsonCutOff { .. } => "json-cut-off",
            ReadError::JsonBroken { .. } => "json-broken",
            ReadError::JsonTooBig { .. } => "json-too-big",
            ReadError::BadArchive { .. } => "bad-archive",
            ReadError::LockedArchive { .. } => "locked-archive",
            ReadError::UnsafeArchive { .. } => "unsafe-archive",
            ReadError::ArchiveBomb { .. } => "archive-bomb",
            ReadError::TooManyFiles { .. } => "too-many-files",
            ReadError::NothingInArchive { .. } => "nothing-in-archive",
            ReadError::BadDatabase { .. } => "bad-database",
            ReadError::UnknownDatabase { .. } => "unknown-database",
            ReadError::NoRoom { .. } => "no-room",
            ReadError::Malformed { .. } => "malformed",
            ReadError::NoTimes { .. } => "no-times",
            ReadError::OnlyDetails => "only-details",
            ReadError::Io { .. } => "io",
            ReadError::Changed { .. } => "changed",
            ReadError::Cancelled => "cancelled",
        }
    }

    /// What it says of one file alone, so that others beside it are none the worse: why that one is not read to its
    /// end, and from which line on.
    pub(crate) const fn of_one_file(&self) -> Option<(Why, Option<u64>)> {
        match self {
            ReadError::JsonCutOff { line, .. } => Some((Why::CutOff, Some(*line))),
            ReadError::JsonBroken { line, .. }
            | ReadError::NotATable { line, .. }
            | ReadError::LineTooLong { line, .. } => Some((Why::Damaged, Some(*line))),
            ReadError::JsonTooBig { .. }
            | ReadError::Encoding { .. }
            | ReadError::MissingColumn { .. }
            | ReadError::RepeatedColumn { .. }
            | ReadError::TooManyColumns { .. }
            | ReadError::BadArchive { .. }
            | ReadError::Malformed { .. } => Some((Why::Damaged, None)),
            _ => None,
        }
    }

    /// Packs the error so that it can travel through a [`std::io::Read`].
    pub(crate) fn into_io(self) -> io::Error {
        io::Error::other(self)
    }

    /// Unpacks what [`ReadError::into_io`] packed; any other error is one of the system.
    pub(crate) fn from_io(file: &str, error: io::Error) -> ReadError {
        let kind = error.kind();
        error
            .into_inner()
            .and_then(|inner| inner.downcast::<ReadError>().ok())
            .map_or_else(
                || ReadError::Io {
                    file: file.to_owned(),
                    kind,
                },
                |inner| *inner,
            )
    }
}
