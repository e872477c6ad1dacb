//! What can stop an import.

use std::io;

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
    /// The system could not read the file.
    #[error("{file}: could not be read ({kind})")]
    Io {
        /// The file.
        file: String,
        /// What the system said.
        kind: io::ErrorKind,
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
            ReadError::Io { .. } => "io",
            ReadError::Cancelled => "cancelled",
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
