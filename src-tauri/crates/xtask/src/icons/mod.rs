//! `cargo xtask icons`: every icon file, drawn from `icons/icon.svg`.

#[cfg(feature = "icons")]
mod draw;
#[cfg(any(feature = "icons", test))]
mod icns;
#[cfg(any(feature = "icons", test))]
mod ico;

use crate::Outcome;

/// Draws the icons; builds this program once more with its drawing room if it was built without.
#[cfg(not(feature = "icons"))]
pub fn run(_arguments: &[String]) -> Outcome {
    println!("Building the drawing room first.");
    crate::process::cargo(&[
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "icons",
        "--",
        "icons",
    ])
    .run("drawing the icons")
}

/// Draws the icons.
#[cfg(feature = "icons")]
pub fn run(_arguments: &[String]) -> Outcome {
    draw::all()
}
