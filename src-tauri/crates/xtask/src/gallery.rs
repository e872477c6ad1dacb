//! `cargo xtask gallery`: the README's pictures, taken of the real window; `--charts` draws every chart instead.

use crate::Outcome;
use crate::process::{built, cargo, program, root};
use crate::system::{self, System, needs};

/// Builds the window and the command line, then lets the harness of the window tests take the pictures.
///
/// `--charts` needs no window: it draws `docs/gallery` anew.
pub fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => {}
        [flag] if flag == "--charts" => return charts(),
        _ => return Err("usage: cargo xtask gallery [--charts]".to_owned()),
    }
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

/// Every chart in every palette, width and length of diary, as SVG, with a page that shows them all.
fn charts() -> Outcome {
    let folder = root().join("docs/gallery");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    let folder = folder.display().to_string();
    let draw = [
        "run",
        "--package",
        "wane-charts",
        "--features",
        "png",
        "--example",
        "gallery",
    ];
    cargo(&[&draw[..], &["--", &folder]].concat()).run("the pictures of the charts")
}
