//! Files and directories that only their owner can read, whatever the umask.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};

use crate::OpenError;

/// What SQLite adds to a database's name for the files beside it.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Makes the directory and its missing parents, readable by their owner alone.
///
/// A directory that was there before keeps its mode unless it is empty or already a diary's:
/// somebody who points at their own folder did not ask for it to be locked.
pub(crate) fn make_dir(dir: &Path) -> io::Result<()> {
    let ours = match fs::read_dir(dir) {
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

fn make_private_dir(dir: &Path) -> io::Result<()> {
    let builder = &mut fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(builder, 0o700);
    builder.create(dir)
}

/// Opens a file for reading and writing, making it if it is missing, readable by its owner alone.
pub(crate) fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
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
            fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
        }
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
    Ok(())
}

/// Makes what happened in a directory (a new file, a rename) survive a power cut.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    // Windows keeps directory entries safe by itself and cannot open a directory as a file.
    if cfg!(unix) {
        File::open(dir)?.sync_all()
    } else {
        Ok(())
    }
}

/// Bytes in the file, or `None` when there is no such file.
pub(crate) fn size(path: &Path) -> io::Result<Option<u64>> {
    match fs::metadata(path) {
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

/// An instant as part of a file's name.
pub(crate) fn stamp(now: DateTime<Utc>) -> String {
    now.format("%Y%m%dT%H%M%SZ").to_string()
}

/// Moves a database and everything SQLite keeps beside it into a new directory `damaged-<stamp>`; deletes nothing.
pub(crate) fn set_aside(database: &Path, now: DateTime<Utc>) -> Result<PathBuf, OpenError> {
    let failed = |error: io::Error| OpenError::from_io("move the damaged file aside", &error);
    let parent = database.parent().unwrap_or(Path::new("."));
    let base = format!("damaged-{}", stamp(now));
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
            fs::rename(&from, dir.join(name)).map_err(failed)?;
        }
    }
    sync_dir(&dir)
        .and_then(|()| sync_dir(parent))
        .map_err(failed)?;
    Ok(dir)
}
