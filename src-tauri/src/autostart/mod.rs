//! Starting with the session, without a window: an entry where the desktop looks for what to start at login.
//!
//! On Linux and macOS the entry is a file (`file`), on Windows a value of the registry (`registry`).
//! There is one entry for each diary, because another directory is another diary.

#[cfg(any(not(windows), test))]
mod entry;
#[cfg(not(windows))]
mod file;
#[cfg(windows)]
mod registry;

#[cfg(not(windows))]
use file as system;
#[cfg(windows)]
use registry as system;

use std::io;
use std::path::{Path, PathBuf};

use crate::{paths, trace};

/// What the desktop is to start at login.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Start {
    /// The program, by its full path.
    program: PathBuf,
    /// What it is told; it starts without a window.
    arguments: Vec<String>,
    /// The entry's own name.
    name: String,
}

/// The entry of one diary.
pub(crate) struct Autostart {
    /// `None` where this program has no path that can be written down.
    start: Option<Start>,
}

impl Autostart {
    /// The entry of the diary in `dir`, or of the user's own diary.
    ///
    /// An entry that is switched on and names the program where it no longer is (an `AppImage` that was moved) is mended.
    pub(crate) fn new(dir: Option<&Path>) -> Self {
        let autostart = Autostart {
            start: start(program(), dir),
        };
        if let Some(start) = &autostart.start
            && let Err(error) = system::mend(start)
        {
            trace::say("autostart", &format!("not mended: {}", error.kind()));
        }
        autostart
    }

    /// Whether this desktop can be asked to start the program.
    pub(crate) fn is_available(&self) -> bool {
        self.start.is_some() && system::is_available()
    }

    /// Whether it has been asked to; what the user has switched off in the desktop's own settings is off.
    pub(crate) fn is_enabled(&self) -> bool {
        self.start.as_ref().is_some_and(system::is_enabled)
    }

    /// Asks it to, or no longer.
    ///
    /// # Errors
    /// The entry cannot be written or removed, and is as it was.
    pub(crate) fn set(&self, enabled: bool) -> io::Result<()> {
        let start = self.start.as_ref().ok_or(io::ErrorKind::Unsupported)?;
        if enabled {
            system::write(start)
        } else {
            system::remove(start)
        }
    }
}

/// What to start: an `AppImage` runs from a folder that is gone after it ends, and says where its file is.
fn program() -> Option<PathBuf> {
    std::env::var_os("APPIMAGE")
        .map(PathBuf::from)
        .filter(|image| image.is_absolute() && image.is_file())
        .or_else(|| std::env::current_exe().ok())
}

fn start(program: Option<PathBuf>, dir: Option<&Path>) -> Option<Start> {
    let program = program?;
    // A path that is no text cannot be written into an entry, which is text.
    program.to_str()?;
    let mut arguments = vec!["--hidden".to_owned()];
    if let Some(dir) = dir {
        arguments.extend(["--data".to_owned(), dir.to_str()?.to_owned()]);
    }
    Some(Start {
        program,
        arguments,
        name: paths::instance_name(dir),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_starts_this_diary_without_a_window() {
        let program = || Some(PathBuf::from("/opt/wane/wane-desktop"));
        let own = start(program(), None);
        assert_eq!(
            own.as_ref().map(|start| start.arguments.clone()),
            Some(vec!["--hidden".to_owned()]),
            "the user's own diary needs no name"
        );
        let other = start(program(), Some(Path::new("/home/a b/diary")));
        assert_eq!(
            other.as_ref().map(|start| start.arguments.clone()),
            Some(vec![
                "--hidden".to_owned(),
                "--data".to_owned(),
                "/home/a b/diary".to_owned()
            ]),
            "another directory is named"
        );
        assert_ne!(
            own.map(|start| start.name),
            other.map(|start| start.name),
            "two diaries have two entries"
        );
        assert_eq!(
            start(None, None),
            None,
            "a program without a path starts nothing"
        );
    }
}
