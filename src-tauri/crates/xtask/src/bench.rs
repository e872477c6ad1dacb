//! `cargo xtask bench`: what the program costs, as ratios on the same machine.
//!
//! Each measurement is a file `tests/bench/<name>.mjs` that prints its own table and fails when its goal is missed.

use crate::Outcome;
use crate::process::{built, cargo, program};
use crate::system::{self, System, needs};

/// Builds what is measured as it is shipped, and runs every measurement.
pub fn run(arguments: &[String]) -> Outcome {
    let runs = match arguments {
        [] => "15".to_owned(),
        [flag, number] if flag == "--runs" && number.parse::<u32>().is_ok_and(|n| n >= 3) => {
            number.clone()
        }
        _ => return Err("usage: cargo xtask bench [--runs N], with N at least 3".to_owned()),
    };
    let system = System::detect();
    if matches!(system, System::MacOs | System::Windows) {
        return Err("start-up is measured under Xvfb, which this system does not have".to_owned());
    }
    system::provide(&system, needs::BUILD_WINDOW)?;
    system::provide(&system, needs::TESTS)?;
    println!("Building what is measured as it is shipped; the first time takes a while.");
    let packages = ["--package", "wane-desktop", "--package", "wane-cli"];
    let release = [
        &["build", "--release", "--bins", "--examples"][..],
        &packages[..],
    ]
    .concat();
    cargo(&release).run("the release build")?;
    program("node", &["tests/bench/startup.mjs", "--runs", &runs])
        .with("WANE_BIN", built("release", "wane-desktop"))
        .with("WANE_CLI", built("release", "wane"))
        .with("WANE_EMPTY", built("release/examples", "empty_window"))
        .run("the start-up measurement")
}
