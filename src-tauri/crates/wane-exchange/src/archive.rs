//! Zip archives, entry by entry: bounded, streamed, never unpacked.
//!
//! Entries are found by what stands in them; the top folder of an export has another name in every language.

use std::io::{self, Read, SeekFrom};

use zip::{ZipArchive, result::ZipError};

use crate::{ReadError, input::Data};

/// The most entries an archive may have.
const MAX_ENTRIES: usize = 100_000;

/// Up to this many bytes for one packed byte are read; text of health exports is packed to a tenth or a fiftieth.
const MAX_RATIO: u64 = 400;

/// So much is read however tightly it is packed.
const FREE_BYTES: u64 = 32 * 1024 * 1024;

/// Whether a file begins like a zip archive, an empty one included.
pub(crate) fn looks_like(prefix: &[u8]) -> bool {
    prefix.starts_with(b"PK\x03\x04") || prefix.starts_with(b"PK\x05\x06")
}

/// Whether a file is called a zip archive.
pub(crate) fn is_called_one(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".zip")
}

/// An open archive.
pub(crate) struct Archive<'d> {
    name: String,
    zip: ZipArchive<Box<dyn Data + 'd>>,
    /// How many bytes may still come out of it.
    left: u64,
}

impl<'d> Archive<'d> {
    /// Opens an archive whose packed bytes are `data`.
    ///
    /// # Errors
    /// [`ReadError::BadArchive`], [`ReadError::TooManyFiles`], [`ReadError::UnsafeArchive`].
    pub(crate) fn open(
        name: &str,
        mut data: Box<dyn Data + 'd>,
        length: u64,
    ) -> Result<Self, ReadError> {
        let file = || name.to_owned();
        let stated =
            stated_entries(&mut *data, length).map_err(|error| ReadError::from_io(name, error))?;
        match stated {
            None => return Err(ReadError::BadArchive { file: file() }),
            Some(entries) if entries > MAX_ENTRIES as u64 => {
                return Err(ReadError::TooManyFiles {
                    file: file(),
                    max: MAX_ENTRIES,
                });
            }
            Some(_) => {}
        }
        let zip = ZipArchive::new(data).map_err(|error| broken(name, error))?;
        let archive = Archive {
            name: file(),
            zip,
            left: length.saturating_mul(MAX_RATIO).max(FREE_BYTES),
        };
        for index in 0..archive.len() {
            let entry = archive.zip.name_for_index(index);
            let safe = entry.is_some_and(|entry| entry.is_ok_and(|entry| is_inside(&entry)));
            if !safe {
                return Err(ReadError::UnsafeArchive { file: file() });
            }
        }
        Ok(archive)
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.zip.len()
    }

    /// What errors and previews call an entry: the archive, and the last part of the entry's own name.
    pub(crate) fn name_of(&self, index: usize) -> String {
        let entry = self.path_of(index);
        let last = entry.rsplit(['/', '\\']).next().unwrap_or_default();
        format!("{}/{last}", self.name)
    }

    /// The whole name of an entry within the archive; empty if it is not one.
    pub(crate) fn path_of(&self, index: usize) -> String {
        match self.zip.name_for_index(index) {
            Some(Ok(name)) => name.into_owned(),
            _ => String::new(),
        }
    }

    /// The entry's bytes, unpacked on the way and within bounds.
    ///
    /// # Errors
    /// [`ReadError::LockedArchive`] if it needs a password, [`ReadError::BadArchive`] if it cannot be read,
    /// [`ReadError::ArchiveBomb`] if what it says of itself is beyond all bounds.
    pub(crate) fn entry(&mut self, index: usize) -> Result<Entry<'_>, ReadError> {
        let name = self.name_of(index);
        let entry = self
            .zip
            .by_index(index)
            .map_err(|error| broken(&self.name, error))?;
        if entry.encrypted() {
            return Err(ReadError::LockedArchive {
                file: self.name.clone(),
            });
        }
        let (packed, size) = (entry.compressed_size(), entry.size());
        let most = packed.saturating_mul(MAX_RATIO).max(FREE_BYTES);
        if size > most {
            return Err(ReadError::ArchiveBomb { file: name });
        }
        Ok(Entry {
            file: name,
            data: Box::new(entry),
            own: most,
            left: &mut self.left,
        })
    }

    /// The unpacked size an entry states; it may be wrong.
    pub(crate) fn size_of(&mut self, index: usize) -> u64 {
        self.zip.by_index_raw(index).map_or(0, |entry| entry.size())
    }

    /// Whether an entry is worth a look: no folder, none of the system's own files, none that can only be a picture
    /// or a route.
    pub(crate) fn is_worth_a_look(&self, index: usize) -> bool {
        let path = self.path_of(index).to_ascii_lowercase();
        !path.ends_with(['/', '\\']) && is_worth_a_look(&path)
    }
}

/// Whether a file of an archive or a folder can hold something to bring in, by its name alone.
pub fn is_worth_a_look(path: &str) -> bool {
    let path = path.to_ascii_lowercase().replace('\\', "/");
    let last = path.rsplit('/').next().unwrap_or_default();
    let wanted = ["csv", "json", "xml", "txt", "tsv", "db", "sqlite"];
    let hidden = last.starts_with('.') || path.split('/').any(|part| part == "__macosx");
    let kind = last.rsplit_once('.').map_or("", |(_, kind)| kind);
    // Gadgetbridge exports its database under its own name, without an ending.
    !hidden
        && (wanted.contains(&kind) || last == "gadgetbridge")
        && !last.ends_with("export_cda.xml")
}

fn is_inside(name: &str) -> bool {
    let bytes = name.as_bytes();
    let absolute = name.starts_with(['/', '\\']) || bytes.get(1) == Some(&b':');
    !absolute && !name.contains('\0') && !name.split(['/', '\\']).any(|part| part == "..")
}

fn broken(file: &str, error: ZipError) -> ReadError {
    let file = file.to_owned();
    match error {
        ZipError::Io(error) if error.get_ref().is_some_and(|inner| inner.is::<ReadError>()) => {
            ReadError::from_io(&file, error)
        }
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ReadError::LockedArchive { file }
        }
        _ => ReadError::BadArchive { file },
    }
}

/// How many entries the end of an archive says there are; `None` if there is no such end.
///
/// It is read before anything is made room for, so that a false number cannot fill the memory.
fn stated_entries(data: &mut dyn Data, length: u64) -> io::Result<Option<u64>> {
    const END: u64 = 22;
    let tail = length.min(END + u64::from(u16::MAX));
    data.seek(SeekFrom::Start(length - tail))?;
    let mut bytes = Vec::new();
    (&mut *data).take(tail).read_to_end(&mut bytes)?;
    data.rewind()?;
    let Some(at) = memchr::memmem::rfind(&bytes, b"PK\x05\x06") else {
        return Ok(None);
    };
    let Some(count) = bytes.get(at + 10..at + 12) else {
        return Ok(None);
    };
    let count = u16::from_le_bytes([count[0], count[1]]);
    if count < u16::MAX {
        return Ok(Some(u64::from(count)));
    }
    // An archive with more entries says how many in a record of its own, before that end.
    let large = memchr::memmem::rfind(&bytes[..at], b"PK\x06\x06");
    let count = large
        .and_then(|at| bytes.get(at + 32..at + 40))
        .and_then(|count| count.try_into().ok());
    Ok(Some(count.map_or(u64::from(u16::MAX), u64::from_le_bytes)))
}

/// One entry on its way out of an archive.
pub(crate) struct Entry<'a> {
    file: String,
    data: Box<dyn Read + Send + 'a>,
    own: u64,
    left: &'a mut u64,
}

impl Read for Entry<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = match self.data.read(buffer) {
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            Err(error) => {
                // A broken stream is a broken archive, wherever in it the system noticed.
                let inner = error.get_ref().is_some_and(|inner| inner.is::<ReadError>());
                return Err(if inner {
                    error
                } else {
                    ReadError::BadArchive {
                        file: self.file.clone(),
                    }
                    .into_io()
                });
            }
        };
        let bytes = count as u64;
        if bytes > self.own || bytes > *self.left {
            return Err(ReadError::ArchiveBomb {
                file: self.file.clone(),
            }
            .into_io());
        }
        self.own -= bytes;
        *self.left -= bytes;
        Ok(count)
    }
}
