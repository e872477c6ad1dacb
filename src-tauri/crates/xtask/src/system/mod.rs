//! The machine: which system it is, what it lacks, and how that is installed.

pub mod needs;

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::process::{on_path, program};
use needs::{Need, Probe};

/// The systems this program can set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Debian, Ubuntu and their children.
    Apt,
    /// Fedora and its children.
    Dnf,
    /// Arch and its children.
    Pacman,
    /// A Linux whose package manager is none of these.
    OtherLinux,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
}

impl System {
    /// Looks around.
    pub fn detect() -> Self {
        if cfg!(target_os = "macos") {
            return System::MacOs;
        }
        if cfg!(windows) {
            return System::Windows;
        }
        [
            ("apt-get", System::Apt),
            ("dnf", System::Dnf),
            ("pacman", System::Pacman),
        ]
        .into_iter()
        .find(|(manager, _)| on_path(manager))
        .map_or(System::OtherLinux, |(_, system)| system)
    }

    /// What to call it.
    pub fn name(self) -> String {
        match self {
            System::MacOs => "macOS".to_owned(),
            System::Windows => "Windows".to_owned(),
            _ => fs::read_to_string("/etc/os-release")
                .ok()
                .and_then(|text| pretty_name(&text))
                .unwrap_or_else(|| "Linux".to_owned()),
        }
    }

    /// Whether a window could open.
    pub fn has_display(self) -> bool {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        matches!(self, System::MacOs | System::Windows) || set("DISPLAY") || set("WAYLAND_DISPLAY")
    }

    /// The packages of one need here; empty where the need does not arise.
    fn packages(self, need: &Need) -> &'static [&'static str] {
        match self {
            System::Apt | System::OtherLinux => need.apt,
            System::Dnf => need.dnf,
            System::Pacman => need.pacman,
            System::MacOs => need.macos,
            System::Windows => need.windows,
        }
    }

    /// What a package is called on a child of the system that named it.
    fn here(self, package: &'static str) -> &'static str {
        match package {
            "chromium" if self == System::Apt && self.name().starts_with("Ubuntu") => {
                "chromium-browser"
            }
            _ => package,
        }
    }

    /// The call that installs packages, without the packages.
    fn installer(self) -> Option<&'static [&'static str]> {
        match self {
            System::Apt => Some(&["apt-get", "install", "-y", "--no-install-recommends"]),
            System::Dnf => Some(&["dnf", "install", "-y"]),
            System::Pacman => Some(&["pacman", "-S", "--needed", "--noconfirm"]),
            System::MacOs => Some(&["brew", "install"]),
            System::Windows => Some(&[
                "winget",
                "install",
                "--accept-source-agreements",
                "--accept-package-agreements",
            ]),
            System::OtherLinux => None,
        }
    }
}

/// Says what is missing and why, installs it, and looks again.
pub fn provide(system: &System, needs: &[Need]) -> Outcome {
    let missing: Vec<&Need> = needs
        .iter()
        .filter(|need| need.arises(*system) && !need.is_met())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("This machine lacks:");
    for need in &missing {
        println!("  {}: {}", need.what, need.why);
    }
    install(*system, &missing)?;
    let still: Vec<&str> = missing
        .iter()
        .filter(|need| !need.is_met())
        .map(|need| need.what)
        .collect();
    if still.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "still missing after installing: {}",
            still.join(", ")
        ))
    }
}

fn install(system: System, missing: &[&Need]) -> Outcome {
    let mut packages: Vec<&str> = missing
        .iter()
        .flat_map(|need| system.packages(need))
        .map(|package| system.here(package))
        .collect();
    packages.sort_unstable();
    packages.dedup();
    let list = packages.join(" ");
    let Some(installer) = system.installer() else {
        return Err(format!(
            "this Linux's package manager is not known here; please install what Debian calls: {list}"
        ));
    };
    if !on_path(installer[0]) {
        return Err(format!(
            "{} is not installed; it would install: {list}",
            installer[0]
        ));
    }
    println!("Installing with {}: {list}\n", installer[0]);
    if system == System::Apt {
        as_root(&["apt-get", "update", "-q"]).run("apt-get update")?;
    }
    let mut call = installer.to_vec();
    call.extend(&packages);
    match system {
        System::MacOs | System::Windows => program(call[0], &call[1..]).run(call[0]),
        _ => as_root(&call)
            .with("DEBIAN_FRONTEND", "noninteractive")
            .run(call[0]),
    }
}

/// A call with the rights to install; asks through `sudo` unless we have them.
fn as_root(call: &[&str]) -> crate::process::Program {
    let is_root = program("id", &["-u"]).output().as_deref() == Some("0");
    if is_root {
        return program(call[0], &call[1..]);
    }
    let mut words = vec!["--preserve-env=DEBIAN_FRONTEND"];
    words.extend(call);
    program("sudo", &words)
}

impl Need {
    fn arises(&self, system: System) -> bool {
        !system.packages(self).is_empty()
    }

    /// Whether the machine has it.
    pub fn is_met(&self) -> bool {
        match self.probe {
            Probe::Program(name) => on_path(name),
            Probe::Library(name) => program("pkg-config", &["--exists", name])
                .output()
                .is_some(),
            Probe::AnyFile(paths) => paths.iter().any(|path| Path::new(path).exists()),
            Probe::Node(least) => program("node", &["--version"])
                .output()
                .and_then(|version| node_version(&version))
                .is_some_and(|found| found >= least),
            Probe::Environments(python) => program(python, &["-c", "import ensurepip, venv"])
                .output()
                .is_some(),
            Probe::Python(code) => program("/usr/bin/python3", &["-c", code])
                .output()
                .is_some(),
            Probe::Registry(key) => program("reg", &["query", key]).output().is_some(),
        }
    }
}

/// The major and minor version in what `node --version` says.
fn node_version(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.trim().strip_prefix('v')?.split('.');
    let mut part = || parts.next()?.parse().ok();
    Some((part()?, part()?))
}

/// The name that `/etc/os-release` gives.
fn pretty_name(text: &str) -> Option<String> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(line.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_system_is_read() {
        let text = "NAME=\"Some\"\nPRETTY_NAME=\"Some Linux 12 (old)\"\nID=some\n";
        assert_eq!(
            pretty_name(text).as_deref(),
            Some("Some Linux 12 (old)"),
            "quotes are taken off"
        );
        assert_eq!(
            pretty_name("ID=some\n"),
            None,
            "a file without the name gives none"
        );
    }

    #[test]
    fn the_version_of_node_is_read() {
        for (said, version) in [
            ("v20.20.2\n", Some((20, 20))),
            ("v9.11.0", Some((9, 11))),
            ("v24.0.0-nightly", Some((24, 0))),
            ("20.1.0", None),
            ("v20", None),
            ("", None),
        ] {
            assert_eq!(super::node_version(said), version, "{said}");
        }
    }

    #[test]
    fn a_need_of_one_linux_has_a_package_on_every_linux() {
        for need in needs::BUILD_CLI
            .iter()
            .chain(needs::BUILD_WINDOW)
            .chain(needs::TESTS)
            .chain(needs::ORACLE)
        {
            let arises =
                [System::Apt, System::Dnf, System::Pacman].map(|system| need.arises(system));
            assert!(
                arises == [true; 3] || arises == [false; 3],
                "{}: named on some of the three only",
                need.what
            );
            assert!(!need.why.is_empty(), "{}: says why it is needed", need.what);
        }
    }

    #[test]
    fn what_is_not_there_is_seen_as_missing() {
        let need = Need {
            what: "nothing",
            why: "a control",
            probe: Probe::Program("wane-no-such-program"),
            apt: &["x"],
            dnf: &["x"],
            pacman: &["x"],
            macos: &[],
            windows: &[],
        };
        assert!(!need.is_met(), "a program that is not there is missing");
        assert!(
            !need.arises(System::Windows),
            "a need without packages does not arise"
        );
        let met = Need {
            probe: Probe::Program("cargo"),
            ..need
        };
        assert!(met.is_met(), "cargo is there");
    }
}
