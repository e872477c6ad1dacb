//! The folder that WebKitGTK keeps its own things in: one for each run, in memory where the system allows, removed at the end.
//!
//! A private ("incognito") window would need none. But with tauri-runtime-wry 2.12 every private window starts a network
//! process that stays after the window has gone, and only the first one can load its page:
//! both undo what destroying the window is for. So the window is an ordinary one, and its folder is the thing that passes.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use std::{env, fs, io, process, thread};

/// How the folders of all runs begin.
const PREFIX: &str = "wane-window-";

/// How long at most, and how closely, it is watched that the folder stays away once it is removed: 2 s, and a tenth of one.
const TRIES: u32 = 100;
const QUIET_TRIES: u32 = 5;
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

static FOLDER: Mutex<Option<PathBuf>> = Mutex::new(None);

/// The folder of this run, made when it is first asked for.
pub(crate) fn folder() -> io::Result<PathBuf> {
    let mut folder = FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(path) = &*folder {
        return Ok(path.clone());
    }
    let parent = parent();
    sweep(&parent, |pid| Path::new("/proc").join(pid).exists());
    let mut random = [0; 8];
    getrandom::fill(&mut random)?;
    let path = parent.join(format!(
        "{PREFIX}{}-{:016x}",
        process::id(),
        u64::from_ne_bytes(random)
    ));
    fs::create_dir(&path)?;
    *folder = Some(path.clone());
    Ok(path)
}

/// Removes the folder of this run.
///
/// The engine's own processes outlive the window by a moment and write as they go, so what comes back is removed again.
pub(crate) fn remove_folder() {
    let Some(path) = FOLDER.lock().unwrap_or_else(PoisonError::into_inner).take() else {
        return;
    };
    let mut gone = 0;
    for _ in 0..TRIES {
        // What cannot be removed at all is swept up by the next run.
        let _ = fs::remove_dir_all(&path);
        gone = if path.exists() { 0 } else { gone + 1 };
        if gone == QUIET_TRIES {
            return;
        }
        thread::sleep(BETWEEN_TRIES);
    }
}

/// The session's own folder, which most systems keep in memory and end with the session.
fn parent() -> PathBuf {
    env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(|dir| dir.is_dir())
        .unwrap_or_else(env::temp_dir)
}

/// Removes what runs that were killed have left behind; `is_running` says whether a process of that number runs.
fn sweep(parent: &Path, is_running: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(pid) = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX)?.split('-').next())
        else {
            continue;
        };
        if !is_running(pid) {
            // Somebody else's folder cannot be removed, and need not be.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn only_what_dead_runs_left_is_swept_up() {
        let parent = tempfile::tempdir().unwrap();
        for name in ["wane-window-11-aa", "wane-window-22-bb", "something-else"] {
            fs::create_dir_all(parent.path().join(name).join("inner")).unwrap();
        }
        sweep(parent.path(), |pid| pid == "22");
        let mut left: Vec<_> = fs::read_dir(parent.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(
            left,
            ["something-else", "wane-window-22-bb"],
            "a running one and strangers stay"
        );
    }
}
