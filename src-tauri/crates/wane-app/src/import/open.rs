//! Files and folders the person chose, opened only while they are read.

use std::{
    fs::{File, Metadata, OpenOptions},
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    time::SystemTime,
};

use wane_exchange::{Input, ReadError, is_worth_a_look};

use super::unread::unreadable;
use crate::fault::Fault;

/// A folder with more files worth a look than this is not an export; Samsung Health writes some thousands of small files a year.
const MAX_FILES: usize = 100_000;

/// A folder with more files and folders of any kind than this is not one either.
const MAX_LOOKED_AT: usize = 400_000;

/// Folders deeper than this within the chosen one are not looked into.
const MAX_DEPTH: usize = 8;

/// Every file at these paths; of a folder those in it that may hold something to bring in.
pub(super) fn files(paths: &[String]) -> Result<Vec<Input<'static>>, Fault> {
    let mut inputs = Vec::new();
    for path in paths {
        let path = Path::new(path);
        let is_folder = path.metadata().is_ok_and(|metadata| metadata.is_dir());
        if is_folder {
            let before = inputs.len();
            let mut walk = Walk {
                chosen: path,
                looked_at: 0,
                inputs: &mut inputs,
            };
            walk.down(path, 0)?;
            if inputs.len() == before {
                return Err(Fault::unread("unread-empty-folder").with("file", name(path)));
            }
        } else {
            // A file that cannot be opened is told of now, and by its own name.
            let (_, metadata) = plain(path)?;
            inputs.push(Input::new(name(path), Lazy::new(path)).watched(watch(path, &metadata)));
        }
    }
    Ok(inputs)
}

/// A walk through a chosen folder.
struct Walk<'w> {
    chosen: &'w Path,
    looked_at: usize,
    inputs: &'w mut Vec<Input<'static>>,
}

impl Walk<'_> {
    fn down(&mut self, folder: &Path, depth: usize) -> Result<(), Fault> {
        let read = match folder.read_dir() {
            Ok(read) => read,
            // A folder within that may not be looked into is passed over like any file that is not wanted.
            Err(_) if depth > 0 => return Ok(()),
            Err(error) => return Err(unreadable(name(folder), error.kind())),
        };
        let mut paths: Vec<PathBuf> = Vec::new();
        for entry in read.flatten() {
            self.looked_at += 1;
            if self.looked_at > MAX_LOOKED_AT {
                return Err(self.too_many(MAX_LOOKED_AT));
            }
            paths.push(entry.path());
        }
        paths.sort();
        for path in paths {
            // A link may lead anywhere, and back.
            let Ok(metadata) = path.symlink_metadata() else {
                continue;
            };
            if metadata.is_dir() && depth < MAX_DEPTH {
                self.down(&path, depth + 1)?;
            } else if metadata.is_file() && is_worth_opening(&path.to_string_lossy()) {
                if self.inputs.len() >= MAX_FILES {
                    return Err(self.too_many(MAX_FILES));
                }
                let input = Input::in_folder(name(&path), Lazy::new(&path));
                self.inputs.push(input.watched(watch(&path, &metadata)));
            }
        }
        Ok(())
    }

    fn too_many(&self, max: usize) -> Fault {
        let file = name(self.chosen);
        ReadError::TooManyFiles { file, max }.into()
    }
}

/// Archives count in a folder: people keep theirs in one, and large ones come in several parts.
fn is_worth_opening(path: &str) -> bool {
    let hidden = path
        .rsplit(['/', '\\'])
        .next()
        .is_some_and(|name| name.starts_with('.'));
    is_worth_a_look(path) || (path.to_ascii_lowercase().ends_with(".zip") && !hidden)
}

/// What errors and previews call a file.
pub(super) fn name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// Opens a plain file.
///
/// # Errors
/// What the system says; and a fault for a folder, a pipe, a socket or a device, none of which is waited for.
pub(super) fn plain(path: &Path) -> Result<(File, Metadata), Fault> {
    open(path).map_err(|error| unreadable(name(path), error.kind()))
}

fn open(path: &Path) -> io::Result<(File, Metadata)> {
    let mut options = OpenOptions::new();
    options.read(true);
    // Opening a pipe waits for whoever writes into it, unless it is said not to.
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path).map_err(|error| {
        // What a socket says to being opened is no help to anybody.
        let is_other = path
            .metadata()
            .is_ok_and(|there| !there.is_file() && !there.is_dir());
        if is_other {
            io::ErrorKind::InvalidInput.into()
        } else {
            error
        }
    })?;
    let metadata = file.metadata()?;
    if metadata.is_file() {
        Ok((file, metadata))
    } else {
        Err(io::ErrorKind::InvalidInput.into())
    }
}

/// What tells a file from what it may become.
#[derive(PartialEq, Eq)]
struct Likeness {
    length: u64,
    modified: Option<SystemTime>,
    place: Option<(u64, u64)>,
}

impl Likeness {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let place = {
            use std::os::unix::fs::MetadataExt as _;
            Some((metadata.dev(), metadata.ino()))
        };
        #[cfg(not(unix))]
        let place = None;
        Likeness {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            place,
        }
    }
}

/// Says later whether the file is still the same, as long, and not written to.
pub(super) fn watch(path: &Path, before: &Metadata) -> impl Fn() -> bool + use<> {
    let (path, before) = (path.to_owned(), Likeness::of(before));
    move || {
        let now = path.metadata();
        now.is_ok_and(|now| Likeness::of(&now) == before)
    }
}

/// A file that is open only between a first read and the next return to its beginning: a folder may hold more files
/// than a program may have open.
struct Lazy {
    path: PathBuf,
    file: Option<File>,
}

impl Lazy {
    fn new(path: &Path) -> Self {
        Lazy {
            path: path.to_owned(),
            file: None,
        }
    }

    fn file(&mut self) -> io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            closed => Ok(closed.insert(open(&self.path)?.0)),
        }
    }
}

impl Read for Lazy {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file()?.read(buffer)
    }
}

impl Seek for Lazy {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if to == SeekFrom::Start(0) {
            self.file = None;
            return Ok(0);
        }
        self.file()?.seek(to)
    }
}
