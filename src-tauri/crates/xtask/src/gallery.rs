//! `cargo xtask gallery`: the README's pictures, taken of the real window.

use crate::Outcome;
use crate::process::{built, cargo, program};
use crate::system::{self, System, needs};

/// Builds the window and the command line, then lets the harness of the window tests take the pictures.
pub fn run(_arguments: &[String]) -> Outcome {
    let system = System::detect();
    if matches!(system, System::MacOs | System::Windows) {
        return Err(
            "the pictures are taken under Xvfb, which this system does not have".to_owned(),
        );
    }
    system::provide(&system, needs::BUILD_WINDOW)?;
    system::provide(&system, needs::TESTS)?;
    cargo(&["build", "--workspace", "--all-targets"]).run("the build")?;
    program("node", &["tests/desktop/gallery.mjs"])
        .with("WANE_BIN", built("debug", "wane-desktop"))
        .with("WANE_CLI", built("debug", "wane"))
        .run("the gallery")
}
