//! The zone of the system's clock, read afresh each time so that a journey is seen at once.

use std::path::{Path, PathBuf};

use chrono_tz::Tz;

/// Where Linux says which zone the clock is in (`localtime(5)`).
#[cfg(target_os = "linux")]
const SYSTEM: &str = "/etc/localtime";
/// The folder of zones, wherever a system keeps it: what follows it is the name of a zone.
const ZONES: &str = "zoneinfo";

/// The zone that `TZ` names, else the system's own, else UTC.
pub(crate) fn current() -> Tz {
    let variable = std::env::var("TZ").ok();
    match meaning(variable.as_deref()) {
        Meaning::Zone(zone) => Some(zone),
        Meaning::File(file) => of_file(&file),
        Meaning::System => None,
    }
    .or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok())
    .unwrap_or(Tz::UTC)
}

/// The file that is exchanged when the zone changes under a running program; `None` if `TZ` names the zone for good.
#[cfg(target_os = "linux")]
pub(crate) fn file() -> Option<PathBuf> {
    match meaning(std::env::var("TZ").ok().as_deref()) {
        Meaning::Zone(_) => None,
        Meaning::File(file) => Some(file),
        Meaning::System => Some(PathBuf::from(SYSTEM)),
    }
}

/// What the `TZ` variable says.
#[derive(Debug, PartialEq, Eq)]
enum Meaning {
    /// A zone by its name.
    Zone(Tz),
    /// A file that is, or leads to, a zone.
    File(PathBuf),
    /// Nothing that can be used: the system's own zone holds.
    System,
}

/// Reads the `TZ` variable (POSIX 8.3; `tzset(3)` for paths).
///
/// The name may begin with a colon, and an empty value means UTC.
fn meaning(value: Option<&str>) -> Meaning {
    match value.map(|value| value.trim_start_matches(':')) {
        None => Meaning::System,
        Some("") => Meaning::Zone(Tz::UTC),
        Some(path) if path.starts_with('/') => Meaning::File(PathBuf::from(path)),
        Some(name) => name.parse().map_or(Meaning::System, Meaning::Zone),
    }
}

/// The zone that a file is, told by where it lies once all links are followed.
fn of_file(file: &Path) -> Option<Tz> {
    let target = std::fs::canonicalize(file).ok()?;
    let mut parts = target
        .components()
        .skip_while(|part| part.as_os_str() != ZONES);
    parts.next()?;
    let name: PathBuf = parts.collect();
    // Debian keeps zones with and without leap seconds in folders of their own.
    let name = ["posix", "right"]
        .iter()
        .find_map(|folder| name.strip_prefix(folder).ok())
        .unwrap_or(&name);
    name.to_str()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn the_variable_names_a_zone_or_a_file() {
        let file = |path: &str| Meaning::File(PathBuf::from(path));
        for (value, expected) in [
            (None, Meaning::System),
            (Some("Europe/London"), Meaning::Zone(Tz::Europe__London)),
            (Some(":America/Nuuk"), Meaning::Zone(Tz::America__Nuuk)),
            (Some(""), Meaning::Zone(Tz::UTC)),
            (Some(":/etc/localtime"), file("/etc/localtime")),
            (
                Some("/usr/share/zoneinfo/Europe/Paris"),
                file("/usr/share/zoneinfo/Europe/Paris"),
            ),
            (Some("Nowhere/Atall"), Meaning::System),
        ] {
            assert_eq!(meaning(value), expected, "TZ={value:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_the_zone_it_leads_to_at_this_moment() {
        let dir = tempfile::tempdir().unwrap();
        let link = dir.path().join("localtime");
        for (zone, expected) in [
            ("zoneinfo/Europe/Paris", Some(Tz::Europe__Paris)),
            (
                "zoneinfo/America/Argentina/Ushuaia",
                Some(Tz::America__Argentina__Ushuaia),
            ),
            ("zoneinfo/posix/Asia/Kolkata", Some(Tz::Asia__Kolkata)),
            ("zoneinfo/Nowhere/Atall", None),
            ("elsewhere/Europe/Paris", None),
        ] {
            let target = dir.path().join(zone);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(&target, []).unwrap();
            let _ = std::fs::remove_file(&link);
            std::os::unix::fs::symlink(&target, &link).unwrap();
            assert_eq!(of_file(&link), expected, "linked to {zone}");
        }
        std::fs::remove_file(&link).unwrap();
        assert_eq!(of_file(&link), None, "a file that is not there is no zone");
    }
}
