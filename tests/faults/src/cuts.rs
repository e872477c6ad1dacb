//! The power goes off at any step: everything that had been acknowledged is there, and the file is sound.
//!
//! A script is done once, with every step written down; then the power is cut as often as one likes.

use std::{fmt, path::Path};

use wane_store::seam::Sown;

use crate::{
    classes::Base,
    deeds::{Deed, Hands},
    disk::{Disk, Syncs, with_sown},
    journal::Journal,
    rng::Rng,
    state::{State, copy_dir},
};

/// Deeds in their order, each of which is acknowledged when it has returned.
#[derive(Debug, Clone, Copy)]
pub struct Script {
    /// What it is called in reports.
    pub name: &'static str,
    /// Where it begins.
    pub base: Base,
    /// What is done.
    pub deeds: &'static [Deed],
}

/// All of them.
pub const SCRIPTS: &[Script] = &[
    Script {
        name: "create",
        base: Base::Nothing,
        deeds: &[Deed::Open, Deed::Save(1), Deed::Save(2), Deed::Close],
    },
    Script {
        name: "save",
        base: Base::Killed,
        deeds: &[
            Deed::Open,
            Deed::Save(10),
            Deed::Save(11),
            Deed::Undo,
            Deed::Redo,
            Deed::Undo,
            Deed::Save(12),
            Deed::Close,
            Deed::Open,
            Deed::Save(13),
            Deed::Save(14),
        ],
    },
    Script {
        name: "import",
        base: Base::Lived,
        deeds: &[
            Deed::Open,
            Deed::Import(100),
            Deed::Save(10),
            // Long enough for the log to be carried over into the file while it is in use.
            Deed::Import(1500),
            Deed::Save(11),
            Deed::Undo,
            Deed::Save(12),
            Deed::Close,
        ],
    },
    Script {
        name: "back up",
        base: Base::Lived,
        deeds: &[
            Deed::Open,
            Deed::BackUp,
            Deed::Save(10),
            Deed::BackUp,
            Deed::Save(11),
            Deed::Close,
        ],
    },
    Script {
        name: "restore",
        base: Base::BackedUp,
        deeds: &[
            Deed::Open,
            Deed::Save(10),
            Deed::Restore,
            Deed::Save(11),
            Deed::Close,
            Deed::Open,
            Deed::Save(12),
        ],
    },
    Script {
        name: "upgrade",
        base: Base::Schema1,
        deeds: &[Deed::Open, Deed::Save(10), Deed::Close],
    },
    Script {
        name: "recover",
        base: Base::Damaged,
        deeds: &[Deed::Open, Deed::Recover, Deed::Save(10), Deed::Close],
    },
    Script {
        name: "upkeep",
        base: Base::BackedUp,
        deeds: &[
            Deed::Open,
            Deed::KeepReserve,
            Deed::Check,
            Deed::Rehearse,
            Deed::Save(10),
            Deed::Close,
        ],
    },
];

/// What is wrong on purpose while a script is done, so that the harness has something to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing.
    Nothing,
    /// A fault in the store.
    Sown(Sown),
    /// The disk says that files are safe when they are not.
    LyingDisk,
}

/// A script that was done, and what was there after each of its deeds.
#[derive(Debug)]
pub struct Played {
    name: &'static str,
    journal: Journal,
    /// Before the first deed and after each.
    states: Vec<State>,
    /// The same after the diary was opened from it once more.
    opened: Vec<State>,
}

/// What came of cutting the power.
#[derive(Debug, Clone, Default)]
pub struct Cut {
    /// Of the script.
    pub name: &'static str,
    /// How often.
    pub cuts: u64,
    /// How often once more, while the diary was opened after the first.
    pub cuts_again: u64,
    /// How many deeds had been acknowledged before, all cuts together.
    pub acknowledged: usize,
    /// Cuts after which something acknowledged was missing, or something was wrong, in words.
    pub violations: Vec<String>,
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:<10} {:>5} power cuts and {:>4} more while opening: {:>6} deeds acknowledged, {} violations",
            self.name,
            self.cuts,
            self.cuts_again,
            self.acknowledged,
            self.violations.len(),
        )
    }
}

impl Played {
    /// Does a script on a disk that writes down every step.
    ///
    /// # Panics
    /// When a deed is refused: the disk is well.
    pub fn play(script: &Script, wrong: Wrong) -> Played {
        let root = tempfile::tempdir().expect("a directory");
        script.base.make(root.path());
        let disk = Disk::under(root.path());
        if wrong == Wrong::LyingDisk {
            disk.set_syncs(Syncs::Ignored);
        }
        let sown = match wrong {
            Wrong::Sown(fault) => Some(fault),
            _ => None,
        };
        let mut hands = Hands::on(root.path(), 1000);
        let mut states = vec![State::of(root.path()).expect("a sound base")];
        let mut opened = vec![open_copy(root.path())];
        disk.record().expect("a directory that can be read");
        for deed in script.deeds {
            with_sown(sown, || hands.all(&[*deed]));
            disk.acknowledge();
            states.push(State::of(root.path()).expect("a sound disk does no harm"));
            opened.push(open_copy(root.path()));
        }
        let journal = disk.journal().expect("it was begun");
        Played {
            name: script.name,
            journal,
            states,
            opened,
        }
    }

    /// How many steps were written down.
    pub fn steps(&self) -> usize {
        self.journal.len()
    }

    /// Cuts the power once for each seed, every fourth time once more while the diary is opened afterwards.
    pub fn cut(&self, seeds: std::ops::Range<u64>) -> Cut {
        let mut cut = Cut {
            name: self.name,
            ..Cut::default()
        };
        for seed in seeds {
            let mut rng = Rng::new(seed);
            let end = rng.below(self.journal.len() + 1);
            let acknowledged = self.journal.acknowledged(end);
            cut.cuts += 1;
            cut.acknowledged += acknowledged;
            let root = tempfile::tempdir().expect("a directory");
            self.journal
                .cut(end, &mut rng, root.path())
                .expect("a directory that can be written");
            let again = rng.chance(1, 4);
            cut.cuts_again += u64::from(again);
            let outcome = if again {
                let second = tempfile::tempdir().expect("a directory");
                cut_while_opening(root.path(), second.path(), &mut rng)
                    .and_then(|()| self.judge(second.path(), acknowledged))
            } else {
                self.judge(root.path(), acknowledged)
            };
            if let Err(why) = outcome {
                cut.violations.push(format!(
                    "{} cut before step {end} of {}, with {acknowledged} deeds acknowledged (seed {seed}): {why}",
                    self.name,
                    self.journal.len(),
                ));
            }
        }
        cut
    }

    /// Opens what is left, and compares it with what had been acknowledged.
    fn judge(&self, root: &Path, acknowledged: usize) -> Result<(), String> {
        let mut hands = Hands::on(root, 9000);
        hands
            .act(Deed::Open)
            .map_err(|refusal| format!("it does not open: {refusal:?}"))?;
        hands
            .act(Deed::Check)
            .map_err(|refusal| format!("it does not pass its check: {refusal:?}"))?;
        drop(hands);
        let state = State::of(root)?;
        let reached = (acknowledged + 1).min(self.opened.len() - 1);
        let allowed = &self.opened[acknowledged..=reached];
        if !allowed.iter().any(|one| one.diary == state.diary) {
            let earlier = self.opened[..acknowledged]
                .iter()
                .rposition(|one| one.diary == state.diary);
            return Err(match earlier {
                Some(earlier) => format!("{} acknowledged deeds are lost", acknowledged - earlier),
                None => format!(
                    "a third state, which differs in {}",
                    state.diary.difference(&self.opened[acknowledged].diary)
                ),
            });
        }
        for (name, backup) in &self.states[acknowledged].backups {
            let kept = self.states[reached].backups.contains_key(name);
            if kept && state.backups.get(name) != Some(backup) {
                return Err(format!("the backup {name} is lost"));
            }
        }
        for (name, backup) in &state.backups {
            let known = |one: &State| one.backups.values().any(|other| other == backup);
            if !self.states[acknowledged..=reached].iter().any(known) && !allowed.iter().any(known)
            {
                return Err(format!(
                    "{name} bears a backup's name and holds something else"
                ));
            }
        }
        Ok(())
    }
}

/// Opens a copy of a directory and tells what is there then.
fn open_copy(root: &Path) -> State {
    let copy = tempfile::tempdir().expect("a directory");
    copy_dir(root, copy.path()).expect("a copy");
    let mut hands = Hands::on(copy.path(), 9000);
    hands.all(&[Deed::Open, Deed::Close]);
    State::of(copy.path()).expect("a sound disk does no harm")
}

/// Opens the diary in `root`, and leaves in `target` what a power cut meanwhile would have left.
fn cut_while_opening(root: &Path, target: &Path, rng: &mut Rng) -> Result<(), String> {
    let disk = Disk::under(root);
    disk.record().map_err(|error| error.to_string())?;
    let mut hands = Hands::on(root, 9000);
    hands
        .act(Deed::Open)
        .map_err(|refusal| format!("it does not open: {refusal:?}"))?;
    drop(hands);
    let journal = disk.journal().ok_or("nothing was written down")?;
    journal
        .cut(rng.below(journal.len() + 1), rng, target)
        .map_err(|error| error.to_string())
}
