//! `cargo xtask run`: from a fresh clone to the open window.

use crate::Outcome;
use crate::process::{built, cargo, program};
use crate::system::{self, System, needs};

/// Installs what is missing, builds, and opens the window; where there is no display, builds the command line instead.
pub fn run(arguments: &[String]) -> Outcome {
    let arguments = match arguments.split_first() {
        Some((first, rest)) if first == "--" => rest,
        _ => arguments,
    };
    let system = System::detect();
    println!("This is {}.", system.name());
    if !system.has_display() {
        system::provide(&system, needs::BUILD_CLI)?;
        return without_a_display();
    }
    system::provide(&system, needs::BUILD_WINDOW)?;
    println!(
        "Building the window. The first time takes several minutes; afterwards it takes seconds."
    );
    cargo(&["build", "--package", "wane-desktop"]).run("the build")?;
    println!("Opening the window. The diary is kept in your own data folder and nowhere else.");
    program(&built("debug", "wane-desktop").to_string_lossy(), arguments).run("the window")
}

fn without_a_display() -> Outcome {
    println!(
        "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."
    );
    println!("Building `wane`, the command line over the same diary, instead.");
    cargo(&["build", "--package", "wane-cli"]).run("the build")?;
    let wane = built("debug", "wane");
    println!("\nIt is ready. Try:\n");
    for example in [
        "--help",
        "log morning --bed 23:05 --up 07:10 --quality 4 --pain 3",
        "day",
        "reminders list",
    ] {
        println!("  {} {example}", wane.display());
    }
    Ok(())
}
