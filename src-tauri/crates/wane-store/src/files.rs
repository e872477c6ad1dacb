//! Files and directories that only their owner can read, whatever the umask.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use crate::{
    OpenError,
    seam::{self, Sown, Step},
};

/// What SQLite adds to a database's name for the files beside it.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Makes the directory and its missing parents, readable by their owner alone.
///
/// A directory that was there before keeps its mode unless it is empty or already a diary's:
/// somebody who points at their own folder did not ask for it to be locked.
pub(crate) fn make_dir(dir: &Path) -> io::Result<()> {
    let ours = match seam::perform(Step::Look(dir), || fs::read_dir(dir)) {
        Ok(mut entries) => entries.next().is_none() || dir.join("lock").exists(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // One after the other: under a harsh umask nothing can be made in a parent before its mode is set.
            if let Some(parent) = dir.parent()
                && !parent.exists()
            {
                make_dir(parent)?;
            }
            make_private_dir(dir)?;
            true
        }
        Err(error) => return Err(error),
    };
    if ours { restrict(dir, 0o700) } else { Ok(()) }
}

/// Makes a directory of our own in one that is there, durably; one that is there already is made private again.
pub(crate) fn own_dir(dir: &Path) -> io::Result<()> {
    match make_private_dir(dir) {
        Ok(()) => sync_dir(dir.parent().unwrap_or(Path::new(".")))?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    restrict(dir, 0o700)
}

fn make_private_dir(dir: &Path) -> io::Result<()> {
    let builder = &mut fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(builder, 0o700);
    seam::perform(Step::MakeDir(dir), || builder.create(dir))
}

/// Opens a file for reading and writing, making it if it is missing, readable by its owner alone.
pub(crate) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = seam::perform(Step::Open(path), || options.open(path))?;
    restrict(path, 0o600)?;
    Ok(file)
}

/// Sets the mode if it differs; Windows has access lists, which new files inherit from the user's own folder.
fn restrict(path: &Path, mode: u32) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let now = fs::metadata(path)?.permissions().mode() & 0o7777;
        if now != mode {
            seam::perform(Step::Restrict(path), || {
                fs::set_permissions(path, fs::Permissions::from_mode(mode))
            })?;
        }
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

/// Makes what happened in a directory (a new file, a rename) survive a power cut.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    if seam::sown(Sown::NoDirSync) {
        return Ok(());
    }
    seam::perform(Step::SyncDir(dir), || {
        // Windows keeps directory entries safe by itself and cannot open a directory as a file.
        if cfg!(unix) {
            File::open(dir)?.sync_all()
        } else {
            Ok(())
        }
    })
}

/// Makes a file's content survive a power cut.
pub(crate) fn sync_file(path: &Path) -> io::Result<()> {
    let file = private_file(path)?;
    seam::perform(Step::SyncFile(path), || file.sync_all())
}

/// Gives a file or directory another name; a file that had it before is gone in the same instant.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    seam::perform(Step::Rename { from, to }, || fs::rename(from, to))
}

/// Gives a file a second name, under which it stays when the first is taken by another file.
///
/// Where the file system knows no second names, the file is copied instead.
pub(crate) fn keep_as(from: &Path, to: &Path) -> io::Result<()> {
    seam::perform(Step::Link { from, to }, || fs::hard_link(from, to)).or_else(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            Err(error)
        } else {
            copy(from, to)
        }
    })
}

/// Copies a file's content into a file that only its owner can read.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = seam::perform(Step::Look(from), || File::open(from))?;
    let mut target = private_file(to)?;
    seam::perform(Step::Write(to), || {
        target.set_len(0)?;
        io::copy(&mut source, &mut target).map(drop)
    })
}

/// A file that only its owner can read, on its way to being a copy of something else.
pub(crate) struct Filled<'p> {
    path: &'p Path,
    target: File,
    length: u64,
}

impl<'p> Filled<'p> {
    /// Begins with an empty file.
    pub(crate) fn begin(path: &'p Path) -> io::Result<Self> {
        let filled = Filled {
            path,
            target: private_file(path)?,
            length: 0,
        };
        filled.stretch(0)?;
        Ok(filled)
    }

    /// How many bytes it holds of what it is a copy of.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Takes over what `source` gives, piece by piece, until there are `up_to` bytes in all; whether there was an end
    /// before that.
    pub(crate) fn take(&mut self, source: &mut dyn io::Read, up_to: u64) -> Result<bool, Filling> {
        let mut piece = vec![0; 256 * 1024];
        while self.length < up_to {
            let left = usize::try_from(up_to - self.length).unwrap_or(usize::MAX);
            let room = left.min(piece.len());
            let count = match source.read(&mut piece[..room]) {
                Ok(0) => return Ok(true),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Filling::Source(error)),
            };
            seam::perform(Step::Write(self.path), || {
                self.target.write_all(&piece[..count])
            })
            .map_err(Filling::Target)?;
            self.length += count as u64;
        }
        Ok(false)
    }

    /// Makes the file so long without writing anything, or cuts it off there.
    pub(crate) fn stretch(&self, length: u64) -> io::Result<()> {
        seam::perform(Step::Write(self.path), || self.target.set_len(length))
    }
}

/// Which side of a copy failed.
#[derive(Debug)]
pub(crate) enum Filling {
    /// Where the bytes come from.
    Source(io::Error),
    /// The file that is filled.
    Target(io::Error),
}

/// Removes a directory of our own if nothing is in it.
pub(crate) fn remove_if_empty(dir: &Path) {
    // Whatever is still in it belongs to somebody who is at work there.
    let _ = seam::perform(Step::RemoveDir(dir), || fs::remove_dir(dir));
}

/// Replaces what a file holds, making it if it is missing; in a crash the old and the new content may both be lost.
pub(crate) fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = private_file(path)?;
    seam::perform(Step::Write(path), || {
        file.set_len(0)?;
        file.write_all(content)
    })?;
    seam::perform(Step::SyncFile(path), || file.sync_all())
}

/// What a small file holds, or `None` when there is no such file.
pub(crate) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match seam::perform(Step::Look(path), || fs::read(path)) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The names in a directory; none when there is no such directory. Names that are not Unicode are not ours.
pub(crate) fn names_in(dir: &Path) -> io::Result<Vec<String>> {
    let entries = match seam::perform(Step::Look(dir), || fs::read_dir(dir)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        names.extend(entry?.file_name().into_string());
    }
    Ok(names)
}

/// Removes a file; nothing happens when there is none.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    unless_gone(seam::perform(Step::Remove(path), || fs::remove_file(path)))
}

/// Removes a directory with everything in it; nothing happens when there is none.
pub(crate) fn remove_dir(dir: &Path) -> io::Result<()> {
    unless_gone(seam::perform(Step::RemoveDir(dir), || {
        fs::remove_dir_all(dir)
    }))
}

fn unless_gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Removes what SQLite keeps beside a database that is closed.
pub(crate) fn remove_beside(database: &Path) -> io::Result<()> {
    BESIDE
        .iter()
        .filter(|ending| !ending.is_empty())
        .try_for_each(|ending| remove(&beside(database, ending)))
}

/// Bytes in the file, or `None` when there is no such file.
pub(crate) fn size(path: &Path) -> io::Result<Option<u64>> {
    match seam::perform(Step::Look(path), || fs::metadata(path)) {
        Ok(meta) if meta.is_file() => Ok(Some(meta.len())),
        Ok(_) => Err(io::ErrorKind::IsADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The file SQLite keeps beside a database under that ending.
pub(crate) fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// How the name of a folder begins into which something damaged was moved.
pub(crate) const DAMAGED: &str = "damaged-";

/// How an instant is written as part of a file's name: in UTC, to the second.
pub(crate) const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// An instant as part of a file's name.
pub(crate) fn stamp(now: DateTime<Utc>) -> String {
    now.format(STAMP).to_string()
}

/// Moves a database and everything SQLite keeps beside it into a new directory `damaged-<stamp>`; deletes nothing.
pub(crate) fn set_aside(database: &Path, now: DateTime<Utc>) -> Result<PathBuf, OpenError> {
    let failed = |error: io::Error| OpenError::from_io("move the damaged file aside", &error);
    let parent = database.parent().unwrap_or(Path::new("."));
    let base = format!("{DAMAGED}{}", stamp(now));
    // Two files damaged within one second get two directories.
    let fresh = (1..)
        .map(|n| {
            if n == 1 {
                base.clone()
            } else {
                format!("{base}-{n}")
            }
        })
        .map(|name| parent.join(name))
        .find(|dir| !dir.exists());
    let dir = fresh.unwrap_or_else(|| parent.join(&base));
    make_dir(&dir).map_err(failed)?;
    for ending in BESIDE {
        let from = beside(database, ending);
        if let (Some(name), true) = (from.file_name(), from.exists()) {
            rename(&from, &dir.join(name)).map_err(failed)?;
        }
    }
    sync_dir(&dir)
        .and_then(|()| sync_dir(parent))
        .map_err(failed)?;
    Ok(dir)
}
