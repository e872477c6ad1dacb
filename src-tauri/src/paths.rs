//! Where the diary lies.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// Name under which the desktop knows the program.
pub const IDENTIFIER: &str = "app.wane.Wane";

/// The diary's directory: the one asked for, or the platform's data directory, which `wane` uses as well.
///
/// # Errors
/// A sentence for the user when the platform does not say where data belongs.
pub fn diary(asked: Option<&Path>) -> Result<PathBuf, String> {
    match asked {
        Some(dir) => std::path::absolute(dir)
            .map_err(|error| format!("the diary's directory cannot be named: {error}")),
        None => ProjectDirs::from("app", "wane", "Wane")
            .map(|dirs| dirs.data_dir().to_path_buf())
            .ok_or_else(|| {
                "this system does not say where a user's data belongs; name a directory with --data"
                    .to_owned()
            }),
    }
}

/// The name by which a second start finds the first one.
///
/// Another directory is another diary, so its window is another program to the desktop.
pub fn instance_name(other: Option<&Path>) -> String {
    match other {
        None => IDENTIFIER.to_owned(),
        Some(dir) => {
            let mut hasher = DefaultHasher::new();
            dir.hash(&mut hasher);
            format!("{IDENTIFIER}.d{:016x}", hasher.finish())
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn the_directory_asked_for_is_taken() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(
            diary(Some(Path::new("d"))),
            Ok(here.join("d")),
            "a relative path starts where the user stands"
        );
    }

    #[test]
    fn every_directory_has_its_own_first_instance() {
        let (a, b) = (
            instance_name(Some(Path::new("/a"))),
            instance_name(Some(Path::new("/b"))),
        );
        assert_ne!(a, b, "two diaries may be open side by side");
        assert_eq!(
            a,
            instance_name(Some(Path::new("/a"))),
            "the same diary is found again"
        );
        assert_eq!(
            instance_name(None),
            IDENTIFIER,
            "the user's own diary goes by the program's name"
        );
    }
}
