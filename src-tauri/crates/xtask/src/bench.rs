//! `cargo xtask bench`: what the program costs, as ratios on the same machine.
//!
//! Each measurement prints its own table and fails when its goal is missed:
//! `startup` is `tests/bench/startup.mjs`, `scale` is an example of the app,
//! `charts` is an example of the charts crate beside `tests/bench/charts.py`,
//! `import` is an example of the app, which `tests/bench/import.py` starts beside other tools,
//! `insight` is an example of the app and, for the statistics alone, part of `tests/calibration`.

use crate::Outcome;
use crate::oracle;
use crate::process::{built, cargo, program, target};
use crate::system::{self, System, needs};

/// What can be measured.
const NAMES: [&str; 5] = ["startup", "scale", "charts", "insight", "import"];

/// What the other libraries of the `charts` measurement are, as the package index knows them.
/// plotly needs a browser to draw; this release of kaleido brings its own.
const OTHERS: [&str; 3] = ["matplotlib==3.10.*", "plotly==5.24.*", "kaleido==0.2.1"];

/// What reads exports of Apple Health otherwise, as the package indexes know it.
const READERS: [&str; 2] = ["apple-health-parser@0.4.0", "healthkit-to-sqlite==1.0.1"];

/// Records of the export that everything reads; about 400 MB of them.
const RECORDS: &str = "1000000";

/// Builds what is measured as it is shipped, and runs every measurement, or the one that is named.
pub fn run(arguments: &[String]) -> Outcome {
    let usage = format!(
        "usage: cargo xtask bench [--only {}] [--runs N], with N at least 3",
        NAMES.join("|")
    );
    let mut runs = "15".to_owned();
    let mut only = None;
    let mut rest = arguments.iter();
    while let Some(flag) = rest.next() {
        let value = rest.next().ok_or_else(|| usage.clone())?;
        match flag.as_str() {
            "--runs" if value.parse::<u32>().is_ok_and(|n| n >= 3) => runs.clone_from(value),
            "--only" => {
                only = Some(
                    NAMES
                        .into_iter()
                        .find(|name| name == value)
                        .ok_or_else(|| usage.clone())?,
                );
            }
            _ => return Err(usage),
        }
    }
    let wanted = |name| only.is_none_or(|only| only == name);
    if wanted("scale") {
        println!("Building what is measured as it is shipped; the first time takes a while.");
        let scale = ["run", "--release", "--package", "wane-app"];
        cargo(&[&scale[..], &["--example", "scale", "--", &runs]].concat())
            .run("the measurement of scale")?;
    }
    if wanted("charts") {
        charts(&runs)?;
    }
    if wanted("insight") {
        let answers = ["run", "--release", "--package", "wane-app"];
        cargo(&[&answers[..], &["--example", "insight", "--", &runs]].concat())
            .run("the measurement of the Insights view")?;
        insight()?;
    }
    if wanted("import") {
        import(&runs)?;
    }
    if wanted("startup") {
        startup(&runs)?;
    }
    Ok(())
}

/// Every chart of ten years, and the same pictures by other libraries, which are installed under `target`.
fn charts(runs: &str) -> Outcome {
    let folder = target().join("bench-charts");
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    if !python.exists() {
        println!(
            "Installing matplotlib and plotly under target/bench-charts, to measure against them."
        );
        let venv = ["-m".into(), "venv".into(), folder.clone().into_os_string()];
        program("python3", &venv).run("a room for the other libraries")?;
    }
    let python = python.display().to_string();
    let install = [&["-m", "pip", "install", "--quiet"][..], &OTHERS[..]].concat();
    program(&python, &install).run("the other libraries")?;
    let figures = folder.join("figures.json").display().to_string();
    let speed = [
        "run",
        "--release",
        "--package",
        "wane-charts",
        "--example",
        "speed",
    ];
    cargo(&[&speed[..], &["--", runs, &figures]].concat()).run("the speed of the charts")?;
    program(&python, &["tests/bench/charts.py", &figures, runs])
        .run("the comparison with other libraries")
}

/// The whole Insights page, against statsmodels doing the same in the same run.
fn insight() -> Outcome {
    system::provide(&System::detect(), needs::ORACLE)?;
    oracle::provide()?;
    let folder = target().join("oracle");
    let run = ["run", "--release", "--package", "wane-calibration"];
    let (python, folder) = (oracle::python(), folder.to_string_lossy());
    let which = ["--bin", "insight-pace", "--"];
    cargo(&[&run[..], &which, &[&python.to_string_lossy(), &folder]].concat())
        .run("the measurement of the insights")
}

/// An export of a million records into a diary, against other tools on the same file; they lie under `target`.
fn import(runs: &str) -> Outcome {
    let folder = target().join("bench-import");
    let python = folder.join("bin/healthkit-to-sqlite");
    let npm = folder.join("npm");
    let [parser, sqlite] = READERS;
    if !python.exists() || !npm.join("node_modules").exists() {
        println!(
            "Installing apple-health-parser and healthkit-to-sqlite under target/bench-import, to measure against them."
        );
        let venv = ["-m".into(), "venv".into(), folder.clone().into_os_string()];
        program("python3", &venv).run("a room for the other tools")?;
        let pip = folder.join("bin/python").display().to_string();
        let install = ["-m", "pip", "install", "--quiet", sqlite, "setuptools<81"];
        program(&pip, &install).run("healthkit-to-sqlite")?;
        let prefix = npm.display().to_string();
        let install = [
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--prefix",
            &prefix,
            parser,
        ];
        program("npm", &install).run("apple-health-parser")?;
    }
    println!("Building what is measured as it is shipped; the first time takes a while.");
    let release = [
        "build",
        "--release",
        "--package",
        "wane-app",
        "--example",
        "importing",
    ];
    cargo(&release).run("the release build")?;
    let arguments = [
        "tests/bench/import.py".into(),
        built("release/examples", "importing").into_os_string(),
        folder.into_os_string(),
        npm.into_os_string(),
        python.into_os_string(),
        RECORDS.into(),
        runs.into(),
    ];
    program("python3", &arguments).run("the measurement of importing")
}

fn startup(runs: &str) -> Outcome {
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
    program("node", &["tests/bench/startup.mjs", "--runs", runs])
        .with("WANE_BIN", built("release", "wane-desktop"))
        .with("WANE_CLI", built("release", "wane"))
        .with("WANE_EMPTY", built("release/examples", "empty_window"))
        .run("the start-up measurement")
}
