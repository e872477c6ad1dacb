//! Why a file could not be brought in, in words of the catalogue.

use std::io::ErrorKind;

use wane_exchange::ReadError;

use crate::fault::Fault;

const MIB: u64 = 1024 * 1024;
const KIB: usize = 1024;

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        let of = |message, file: String| Fault::unread(message).with("file", file);
        match error {
            ReadError::Cancelled => Fault::cancelled(),
            ReadError::NoFile => Fault::unread("unread-no-file"),
            ReadError::SeveralFormats { .. } => Fault::unread("unread-several-formats"),
            ReadError::NotRecognised { file } => of("unread-not-recognised", file),
            ReadError::Empty { file } => of("unread-empty", file),
            ReadError::TooLarge { file, max_bytes } => {
                of("unread-too-large", file).with("limit", (max_bytes / MIB).to_string())
            }
            ReadError::TooMany { file, max } => {
                of("unread-too-many", file).with("limit", max.to_string())
            }
            ReadError::Encoding { file } => of("unread-encoding", file),
            ReadError::NotATable { file, line } => {
                of("unread-not-a-table", file).with("line", line.to_string())
            }
            ReadError::MissingColumn { file, column } => {
                of("unread-missing-column", file).with("column", column)
            }
            ReadError::RepeatedColumn { file, column } => {
                of("unread-repeated-column", file).with("column", column)
            }
            ReadError::TooManyColumns { file, max } => {
                of("unread-too-many-columns", file).with("limit", max.to_string())
            }
            ReadError::LineTooLong {
                file,
                line,
                max_bytes,
            } => of("unread-line-too-long", file)
                .with("line", line.to_string())
                .with("limit", (max_bytes / KIB).to_string()),
            ReadError::JsonCutOff { file, line, .. } => {
                of("unread-cut-off", file).with("line", line.to_string())
            }
            ReadError::JsonBroken { file, line, column } => of("unread-broken", file)
                .with("line", line.to_string())
                .with("place", column.to_string()),
            ReadError::JsonTooBig { file, byte } => {
                of("unread-too-deep", file).with("place", byte.to_string())
            }
            ReadError::BadArchive { file } => of("unread-bad-archive", file),
            ReadError::LockedArchive { file } => of("unread-locked-archive", file),
            ReadError::UnsafeArchive { file } => of("unread-unsafe-archive", file),
            ReadError::ArchiveBomb { file } => of("unread-archive-bomb", file),
            ReadError::TooManyFiles { file, max } => {
                of("unread-too-many-files", file).with("limit", max.to_string())
            }
            ReadError::NothingInArchive { file } => of("unread-nothing-in-archive", file),
            ReadError::BadDatabase { file } => of("unread-bad-database", file),
            ReadError::UnknownDatabase { file } => of("unread-unknown-database", file),
            ReadError::NoRoom { file, kind } => {
                of("unread-no-room", file).with("reason", kind.to_string())
            }
            ReadError::NoTimes { file } => of("unread-no-times", file),
            ReadError::Malformed { file, what } => of("unread-malformed", file).with("part", what),
            ReadError::OnlyDetails => Fault::unread("unread-only-details"),
            ReadError::Changed { file } => of("unread-changed", file),
            ReadError::Io { file, kind } => unreadable(file, kind),
        }
    }
}

/// A file the system did not let be read.
pub(super) fn unreadable(file: String, kind: ErrorKind) -> Fault {
    let message = match kind {
        ErrorKind::NotFound => "unread-gone",
        ErrorKind::PermissionDenied => "unread-forbidden",
        ErrorKind::InvalidInput | ErrorKind::IsADirectory => "unread-no-plain-file",
        _ => {
            return Fault::unread("unread-io")
                .with("file", file)
                .with("reason", kind.to_string());
        }
    };
    Fault::unread(message).with("file", file)
}
