//! The disk writes something else than it was given, and tells nobody, while a backup is made:
//! whatever bears a backup's name afterwards is what the diary holds.

use std::fmt;

use wane_store::seam::Sown;

use crate::{
    classes::Base,
    deeds::{Deed, Hands},
    disk::{Disk, with_sown},
    state::{State, copy_dir},
};

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Lied {
    /// At how many different writes the disk lied.
    pub lies: u64,
    /// How often the backup was refused.
    pub refused: u64,
    /// How often it was made, and is right.
    pub harmless: u64,
    /// What must not happen, in words.
    pub violations: Vec<String>,
}

impl fmt::Display for Lied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:>5} writes that came out wrong: {:>4} backups refused, {:>4} right all the same, {} violations",
            self.lies,
            self.refused,
            self.harmless,
            self.violations.len(),
        )
    }
}

/// Lets every `stride`-th write come out wrong, one backup for each.
///
/// # Panics
/// When the directory to begin with cannot be made.
pub fn lie(sown: Option<Sown>, stride: u64) -> Lied {
    let base = tempfile::tempdir().expect("a directory");
    Base::Lived.make(base.path());
    let before = State::of(base.path()).expect("a sound base");
    let mut lied = Lied::default();
    for nth in (1..).step_by(usize::try_from(stride).unwrap_or(1)) {
        let root = tempfile::tempdir().expect("a directory");
        copy_dir(base.path(), root.path()).expect("a copy");
        let disk = Disk::under(root.path());
        let mut hands = Hands::on(root.path(), 1000);
        hands.all(&[Deed::Open]);
        disk.garble_write(nth);
        let outcome = with_sown(sown, || hands.act(Deed::BackUp));
        if !disk.has_garbled() {
            break;
        }
        lied.lies += 1;
        drop(hands);
        let verdict = match (outcome, State::of(root.path())) {
            (_, Err(why)) => Err(why),
            (_, Ok(state)) if state.diary != before.diary => {
                Err("the diary itself was changed".to_owned())
            }
            (_, Ok(state)) if state.backups.values().any(|one| *one != before.diary) => {
                Err("a backup holds something else than the diary".to_owned())
            }
            (Ok(()), Ok(state)) if state.backups.is_empty() => {
                Err("told to be made, and it was not".to_owned())
            }
            (outcome, Ok(_)) => Ok(outcome.is_ok()),
        };
        match verdict {
            Ok(true) => lied.harmless += 1,
            Ok(false) => lied.refused += 1,
            Err(why) => lied.violations.push(format!("write {nth}: {why}")),
        }
    }
    lied
}
