//! What lies in a diary's directory, told so that two states can be compared.

use std::{collections::BTreeMap, fs, path::Path};

use crate::dump::Dump;

/// The diary's file.
pub const DIARY: &str = "diary.db";

/// What lies in a directory: the diary, and the backups by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// What the diary holds.
    pub diary: Dump,
    /// What every file holds that bears a backup's name.
    pub backups: BTreeMap<String, Dump>,
    /// Folders with damaged files.
    pub damaged: usize,
    /// Copies in the making, and whatever else is not meant to stay.
    pub leftovers: Vec<String>,
}

/// Names that are meant to stay in a diary's directory.
const KNOWN: [&str; 9] = [
    "diary.db",
    "diary.db-wal",
    "diary.db-shm",
    "diary.db-journal",
    "lock",
    "backups",
    "checked",
    "reserve",
    "schedule.db",
];

impl State {
    /// Reads all of it, from copies.
    ///
    /// # Errors
    /// When a file that must be sound is not.
    pub fn of(root: &Path) -> Result<State, String> {
        let mut state = State {
            diary: Dump::of(root, DIARY).map_err(|why| format!("{DIARY}: {why}"))?,
            ..State::default()
        };
        for name in names(root) {
            if name.starts_with("damaged-") {
                state.damaged += 1;
            } else if !KNOWN.contains(&name.as_str()) {
                state.leftovers.push(name);
            }
        }
        let backups = root.join("backups");
        for name in names(&backups) {
            if name.ends_with(".db") && !name.starts_with('.') {
                let dump = Dump::of(&backups, &name).map_err(|why| format!("{name}: {why}"))?;
                if dump == Dump::default() {
                    return Err(format!("{name} bears a backup's name and is empty"));
                }
                state.backups.insert(name, dump);
            } else {
                state.leftovers.push(format!("backups/{name}"));
            }
        }
        Ok(state)
    }
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Copies a directory with everything in it, but not the memory that bears a file's name.
///
/// # Errors
/// When it cannot be read or written.
pub fn copy_dir(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(to, fs::Permissions::from_mode(0o700))?;
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_dir(&entry.path(), &target)?;
        } else if !entry.file_name().to_string_lossy().ends_with("-shm") {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
