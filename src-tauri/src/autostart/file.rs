//! The entry as a file: `~/.config/autostart/` on Linux, `~/Library/LaunchAgents/` on macOS.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use super::{Start, entry};

/// Where the entries of the user lie; `None` if the system does not say where the user's files are.
fn folder() -> Option<PathBuf> {
    let dirs = BaseDirs::new()?;
    Some(if cfg!(target_os = "macos") {
        dirs.home_dir().join("Library/LaunchAgents")
    } else {
        // Where `XDG_CONFIG_HOME` says, or else `~/.config`.
        dirs.config_dir().join("autostart")
    })
}

fn path(start: &Start) -> Option<PathBuf> {
    let ending = if cfg!(target_os = "macos") {
        "plist"
    } else {
        "desktop"
    };
    Some(folder()?.join(format!("{}.{ending}", start.name)))
}

fn text(start: &Start) -> String {
    if cfg!(target_os = "macos") {
        entry::agent(start)
    } else {
        entry::desktop(start)
    }
}

pub(super) fn is_available() -> bool {
    folder().is_some()
}

pub(super) fn is_enabled(start: &Start) -> bool {
    let text = path(start).and_then(|path| fs::read_to_string(path).ok());
    text.is_some_and(|text| cfg!(target_os = "macos") || entry::desktop_is_on(&text))
}

pub(super) fn write(start: &Start) -> io::Result<()> {
    let path = path(start).ok_or(io::ErrorKind::Unsupported)?;
    put(&path, &text(start))
}

pub(super) fn remove(start: &Start) -> io::Result<()> {
    let path = path(start).ok_or(io::ErrorKind::Unsupported)?;
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Puts an entry that is switched on right if the program has moved.
pub(super) fn mend(start: &Start) -> io::Result<()> {
    let Some(path) = path(start) else {
        return Ok(());
    };
    let Ok(before) = fs::read_to_string(&path) else {
        return Ok(());
    };
    let after = if cfg!(target_os = "macos") {
        Some(entry::agent(start)).filter(|after| *after != before)
    } else if entry::desktop_is_on(&before) {
        entry::desktop_mended(&before, start)
    } else {
        None
    };
    after.map_or(Ok(()), |after| put(&path, &after))
}

/// Writes a file so that at any instant there is the old one or the new one, whole.
fn put(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    fs::create_dir_all(folder)?;
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    // Its name ends in nothing that a desktop would start.
    let prepared = folder.join(format!(".wane-{:016x}.tmp", u64::from_ne_bytes(random)));
    let written = File::create_new(&prepared)
        .and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&prepared, path));
    if written.is_err() {
        // What was prepared is of no use to anybody; the folder stays as it was found.
        let _ = fs::remove_file(&prepared);
    }
    written?;
    // The new name is on the disk as well; where folders cannot be synced, it soon will be.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn an_entry_is_put_in_place_whole_and_leaves_nothing_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("autostart").join("wane.desktop");
        for text in ["first", "second, which takes its place"] {
            put(&path, text).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text, "it reads back");
            let names = fs::read_dir(path.parent().unwrap()).unwrap().count();
            assert_eq!(names, 1, "nothing half-written stays");
        }
    }

    #[test]
    fn what_cannot_be_put_in_place_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("wane.desktop");
        // A folder of that name cannot be replaced by a file.
        fs::create_dir(&path).unwrap();
        assert!(put(&path, "text").is_err(), "it is told");
        assert_eq!(
            fs::read_dir(dir.path()).unwrap().count(),
            1,
            "the folder is as it was found"
        );
    }
}
