//! Every harness for long, and every control: what `cargo xtask soak` runs.

use std::{fmt::Display, path::Path};

use wane_store::seam::Sown;

use crate::{
    child::{WORKS, WRONG},
    classes::{self, CLASSES},
    cuts::{Played, SCRIPTS, Script, Wrong},
    disk::Fault,
    kill::kill,
    lies::lie,
    rot::{Rot, rot},
    sweep::sweep,
};

/// How long, and where the random numbers begin.
#[derive(Debug, Clone)]
pub struct Counts {
    /// The seed of everything that is random.
    pub seed: u64,
    /// Every how many steps of a deed one fails.
    pub stride: u64,
    /// Power cuts for each script.
    pub cuts: u64,
    /// Kills for each kind of work.
    pub kills: u64,
    /// Flips of one bit.
    pub flips: u64,
    /// Files that end too early.
    pub truncations: u64,
    /// How long a control is tried, at most, until it is seen: power cuts, kills, flips.
    pub control: u64,
}

impl Counts {
    /// What a release is held to.
    pub const LONG: Counts = Counts {
        seed: 1,
        stride: 1,
        cuts: 75,
        kills: 300,
        flips: 1000,
        truncations: 200,
        control: 200,
    };

    /// What every run of the tests is held to.
    pub const SHORT: Counts = Counts {
        seed: 1,
        stride: 7,
        cuts: 8,
        kills: 10,
        flips: 60,
        truncations: 20,
        control: 200,
    };
}

/// A harness: what it is called, and what runs it.
type Harness = (&'static str, fn(&Counts, &Path, &mut Report));

/// All of them.
pub const HARNESSES: &[Harness] = &[
    ("sweep", sweeps),
    ("cuts", cuts),
    ("kill", kills),
    ("rot", rots),
    ("full", full),
    ("lies", lies),
    ("controls", controls),
];

/// Runs one harness and gives what was found.
///
/// # Panics
/// When there is no harness of that name.
pub fn run(name: &str, counts: &Counts, program: &Path) -> Report {
    let (_, harness) = HARNESSES
        .iter()
        .find(|(known, _)| *known == name)
        .unwrap_or_else(|| panic!("there is no harness {name}"));
    let mut report = Report::new(|_| ());
    harness(counts, program, &mut report);
    report
}

/// What was found, line by line.
pub struct Report {
    say: fn(&str),
    lines: Vec<String>,
    violations: usize,
}

impl Report {
    /// Nothing yet; every line is given to `say` as it comes.
    pub fn new(say: fn(&str)) -> Report {
        Report {
            say,
            lines: Vec::new(),
            violations: 0,
        }
    }

    /// The lines once more, for the end.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// How many things have happened that must not.
    pub fn violations(&self) -> usize {
        self.violations
    }

    fn add(&mut self, harness: &str, what: &dyn Display, violations: &[String]) {
        let line = format!("{harness:<9} {what}");
        (self.say)(&line);
        for violation in violations {
            (self.say)(&format!("          ! {violation}"));
        }
        self.violations += violations.len();
        self.lines.push(line);
    }

    fn control(&mut self, name: &str, seen: bool) {
        let verdict = if seen { "seen" } else { "NOT SEEN" };
        let missed = [format!("{name}: the harness does not see it")];
        self.add(
            "control",
            &format_args!("{name}: {verdict}"),
            if seen { &[] } else { &missed },
        );
    }
}

fn sweeps(counts: &Counts, _: &Path, report: &mut Report) {
    for class in CLASSES {
        for fault in Fault::ALL {
            for lasting in [false, true] {
                let swept = sweep(class, fault, lasting, counts.stride);
                report.add("sweep", &swept, &swept.violations);
            }
        }
    }
}

fn cuts(counts: &Counts, _: &Path, report: &mut Report) {
    for script in SCRIPTS {
        let cut = Played::play(script, Wrong::Nothing).cut(counts.seed..counts.seed + counts.cuts);
        report.add("cuts", &cut, &cut.violations);
    }
}

fn kills(counts: &Counts, program: &Path, report: &mut Report) {
    for work in WORKS {
        let killed = kill(program, work, counts.kills, counts.seed);
        report.add("kill", &killed, &killed.violations);
    }
}

fn rots(counts: &Counts, _: &Path, report: &mut Report) {
    for (kind, times) in [
        (Rot::Flip, counts.flips),
        (Rot::Truncation, counts.truncations),
    ] {
        let rotten = rot(kind, counts.seed..counts.seed + times, true);
        report.add(
            "rot",
            &format_args!("{kind:?}: {rotten}"),
            &rotten.violations,
        );
    }
}

#[cfg(target_os = "linux")]
fn full(counts: &Counts, program: &Path, report: &mut Report) {
    match crate::full::run(program, counts.stride) {
        Ok(lines) => lines
            .iter()
            .for_each(|(line, violations)| report.add("full", line, violations)),
        Err(why) => report.add("full", &why, std::slice::from_ref(&why)),
    }
}

#[cfg(not(target_os = "linux"))]
fn full(_: &Counts, _: &Path, report: &mut Report) {
    report.add(
        "full",
        &"only Linux grants a small disk without asking",
        &[],
    );
}

fn lies(counts: &Counts, _: &Path, report: &mut Report) {
    let lied = lie(None, counts.stride);
    report.add("lies", &lied, &lied.violations);
}

/// Something wrong on purpose, and whether it is seen.
#[derive(Debug)]
pub struct Control {
    /// What is wrong, in words.
    pub name: &'static str,
    /// What sees it, and how.
    seen: fn(&Counts, &Path) -> bool,
}

impl Control {
    /// Tries it.
    pub fn is_seen(&self, counts: &Counts, program: &Path) -> bool {
        (self.seen)(counts, program)
    }
}

/// Every control; the fault suite is worth what these are worth.
pub const CONTROLS: &[Control] = &[
    Control {
        name: "sweep: a morning is saved in two changes",
        seen: |_, _| {
            !sweep(&classes::WRONG[0], Fault::Io, false, 1)
                .violations
                .is_empty()
        },
    },
    Control {
        name: "sweep: an error is swallowed",
        seen: |_, _| {
            !sweep(&classes::WRONG[1], Fault::Full, false, 1)
                .violations
                .is_empty()
        },
    },
    Control {
        name: "cuts: the disk says that files are safe when they are not",
        seen: |counts, _| is_cut_seen("save", Wrong::LyingDisk, counts),
    },
    Control {
        name: "cuts: synchronous is NORMAL",
        seen: |counts, _| is_cut_seen("save", Wrong::Sown(Sown::NormalSync), counts),
    },
    Control {
        name: "cuts: directories are not synced",
        seen: |counts, _| is_cut_seen("restore", Wrong::Sown(Sown::NoDirSync), counts),
    },
    Control {
        name: "kill: a morning is acknowledged before it is saved",
        seen: |counts, program| is_kill_seen(0, counts, program),
    },
    Control {
        name: "kill: a morning is saved in two changes",
        seen: |counts, program| is_kill_seen(1, counts, program),
    },
    Control {
        name: "kill: an import is saved record by record",
        seen: |counts, program| is_kill_seen(2, counts, program),
    },
    Control {
        name: "kill: a backup has its name from the start",
        seen: |counts, program| is_kill_seen(3, counts, program),
    },
    Control {
        name: "kill: the diary is removed before the backup takes its place",
        seen: |counts, program| is_kill_seen(4, counts, program),
    },
    Control {
        name: "rot: nothing is checked after the diary is open",
        seen: |counts, _| {
            let seeds = counts.seed..counts.seed + counts.control;
            rot(Rot::Flip, seeds, false).unnoticed > 0
        },
    },
    Control {
        name: "lies: a copy is not read back before it gets its name",
        seen: |counts, _| {
            !lie(Some(Sown::NoVerify), counts.stride)
                .violations
                .is_empty()
        },
    },
];

fn is_cut_seen(script: &str, wrong: Wrong, counts: &Counts) -> bool {
    let script: Option<&Script> = SCRIPTS.iter().find(|one| one.name == script);
    script.is_some_and(|script| {
        let played = Played::play(script, wrong);
        (counts.seed..counts.seed + counts.control)
            .any(|seed| !played.cut(seed..seed + 1).violations.is_empty())
    })
}

fn is_kill_seen(wrong: usize, counts: &Counts, program: &Path) -> bool {
    // In portions, so that it ends with the first that is seen.
    (0..counts.control.div_ceil(10)).any(|n| {
        !kill(program, WRONG[wrong], 10, counts.seed + n)
            .violations
            .is_empty()
    })
}

fn controls(counts: &Counts, program: &Path, report: &mut Report) {
    for control in CONTROLS {
        report.control(control.name, control.is_seen(counts, program));
    }
}
