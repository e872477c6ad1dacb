//! Files and folders the person chose, opened only while they are read.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use wane_exchange::{Input, is_worth_a_look};

use crate::fault::Fault;

/// A folder with more files worth a look than this is not an export; Samsung Health writes some thousands of small files a year.
const MAX_FILES: usize = 100_000;

/// Folders deeper than this within the chosen one are not looked into.
const MAX_DEPTH: usize = 8;

/// Every file at these paths; of a folder those in it that may hold something to bring in.
pub(super) fn files(paths: &[String]) -> Result<Vec<Input<'static>>, Fault> {
    let mut inputs = Vec::new();
    for path in paths {
        let path = Path::new(path);
        let metadata = path
            .metadata()
            .map_err(|error| unreadable(path, error.kind()))?;
        if metadata.is_dir() {
            let before = inputs.len();
            walk(path, 0, &mut inputs)?;
            if inputs.len() == before {
                return Err(unreadable(path, io::ErrorKind::NotFound));
            }
        } else if metadata.is_file() {
            // A file that cannot be opened is told of now, and by its own name.
            File::open(path).map_err(|error| unreadable(path, error.kind()))?;
            inputs.push(Input::new(name(path), Lazy::new(path)));
        } else {
            return Err(unreadable(path, io::ErrorKind::InvalidInput));
        }
    }
    Ok(inputs)
}

fn walk(folder: &Path, depth: usize, inputs: &mut Vec<Input<'static>>) -> Result<(), Fault> {
    let read = folder
        .read_dir()
        .map_err(|error| unreadable(folder, error.kind()))?;
    let mut paths: Vec<PathBuf> = read.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        // A link may lead anywhere, and back.
        let Ok(metadata) = path.symlink_metadata() else {
            continue;
        };
        if metadata.is_dir() && depth < MAX_DEPTH {
            walk(&path, depth + 1, inputs)?;
        } else if metadata.is_file() && is_worth_opening(&path.to_string_lossy()) {
            if inputs.len() >= MAX_FILES {
                return Err(Fault::file(format!("more than {MAX_FILES} files")));
            }
            inputs.push(Input::in_folder(name(&path), Lazy::new(&path)));
        }
    }
    Ok(())
}

/// Archives count in a folder: people keep theirs in one, and large ones come in several parts.
fn is_worth_opening(path: &str) -> bool {
    let hidden = path
        .rsplit(['/', '\\'])
        .next()
        .is_some_and(|name| name.starts_with('.'));
    is_worth_a_look(path) || (path.to_ascii_lowercase().ends_with(".zip") && !hidden)
}

fn name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn unreadable(path: &Path, kind: io::ErrorKind) -> Fault {
    Fault::file(format!("{}: {kind}", name(path)))
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
            closed => Ok(closed.insert(File::open(&self.path)?)),
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
