//! Files that somebody asked for: there whole or not at all, and as private as the diary.

use std::{
    fs::{self, File},
    io::{self, BufWriter},
    path::Path,
};

/// Writes a file beside its place first and puts it there when all of it is on the disk.
///
/// # Errors
/// As writing and renaming do; what stood in the place before then stands there still.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_whole_with(path, |to| to.write_all(bytes))
}

/// [`write_whole`] for what is made while it is written.
///
/// # Errors
/// As [`write_whole`], and whatever `content` returns.
pub fn write_whole_with(
    path: &Path,
    content: impl FnOnce(&mut dyn io::Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let mut new = File::options();
    new.write(true).create(true).truncate(true);
    // A picture of the diary is as private as the diary, whatever the umask.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    let written = new.open(&part).and_then(|file| {
        let mut file = BufWriter::new(file);
        content(&mut file)?;
        file.into_inner()?.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&part, path));
    if done.is_err() {
        fs::remove_file(&part).ok();
    }
    done
}
