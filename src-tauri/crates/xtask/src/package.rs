//! `cargo xtask package`: packages of this platform, made by Tauri's bundler.

use std::fs;

use crate::Outcome;
use crate::process::{cargo, target};
use crate::system::{self, System, needs};

/// The version of the bundler that the packages are made with.
const BUNDLER: &str = "^2";

/// Builds the release and bundles it in the formats named, or in all of this platform.
pub fn run(arguments: &[String]) -> Outcome {
    let system = System::detect();
    let possible: &[&str] = match system {
        System::MacOs => &["app", "dmg"],
        System::Windows => &["msi", "nsis"],
        _ => &["deb", "appimage"],
    };
    if let Some(other) = arguments
        .iter()
        .find(|format| !possible.contains(&format.as_str()))
    {
        return Err(format!(
            "\"{other}\" cannot be made here; possible are {}",
            possible.join(", ")
        ));
    }
    system::provide(&system, needs::BUILD_WINDOW)?;
    if cargo(&["tauri", "--version"]).output().is_none() {
        return Err(format!(
            "Tauri's bundler is not installed; `cargo install tauri-cli --version \"{BUNDLER}\" --locked` installs it"
        ));
    }
    let formats = if arguments.is_empty() {
        possible.join(",")
    } else {
        arguments.join(",")
    };
    if formats.contains("appimage") {
        println!(
            "The AppImage format fetches its own tools once; without a connection name `deb` alone."
        );
    }
    // The command line lies beside the window in the packages, so it is built first.
    cargo(&["build", "--release", "--package", "wane-cli"]).run("the release build of `wane`")?;
    cargo(&["tauri", "build", "--bundles", &formats])
        .within("src-tauri")
        .run("the bundler")?;
    list()
}

/// Names the packages that lie ready.
fn list() -> Outcome {
    let bundle = target().join("release/bundle");
    let entries =
        fs::read_dir(&bundle).map_err(|_| "the bundler left nothing behind".to_owned())?;
    println!("\nPackages:");
    for folder in entries
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
    {
        for file in fs::read_dir(folder.path())
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
        {
            let name = file.file_name().to_string_lossy().into_owned();
            if [".deb", ".AppImage", ".app", ".dmg", ".msi", ".exe"]
                .iter()
                .any(|end| name.ends_with(end))
            {
                println!("  {}", file.path().display());
            }
        }
    }
    Ok(())
}
