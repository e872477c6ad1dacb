//! Bytes change on the disk by themselves, or the end of the file is gone: it is noticed, or it does no harm,
//! and what was noticed can be brought back.

use std::{fmt, fs, path::Path};

use wane_store::OpenError;

use crate::{
    child::pages,
    classes::Base,
    deeds::{Deed, Hands, Mornings, Refusal},
    rng::Rng,
    state::{DIARY, State, copy_dir},
};

/// How the file rots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rot {
    /// One bit of one byte is another.
    Flip,
    /// The file ends too early.
    Truncation,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Rotten {
    /// How often a file rotted.
    pub times: u64,
    /// Noticed when it was opened, and moved aside.
    pub at_open: u64,
    /// Refused when it was opened, and left where it was: not ours any more by its header, or newer than we are.
    pub refused: u64,
    /// Noticed by the check that upkeep makes, and moved aside at the next open.
    pub by_check: u64,
    /// The diary holds what it held.
    pub harmless: u64,
    /// The diary holds something else and nobody has noticed.
    pub unnoticed: u64,
    /// Of those that were moved aside, how many came back with everything that the backup holds.
    pub recovered: u64,
    /// What must not happen, in words.
    pub violations: Vec<String>,
}

impl fmt::Display for Rotten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:>5} rotten files: {:>4} noticed at open, {:>3} refused at open, {:>4} noticed by the check, {:>4} harmless, {} unnoticed; {:>4} recovered, {} violations",
            self.times,
            self.at_open,
            self.refused,
            self.by_check,
            self.harmless,
            self.unnoticed,
            self.recovered,
            self.violations.len(),
        )
    }
}

/// Lets a diary rot once for each seed. Without `checks`, upkeep's check is left out, to show what it is for.
///
/// # Panics
/// When the directory to begin with cannot be made.
pub fn rot(rot: Rot, seeds: std::ops::Range<u64>, checks: bool) -> Rotten {
    let base = tempfile::tempdir().expect("a directory");
    Base::Full.make(base.path());
    let sound = Sound::of(base.path());
    let mut rotten = Rotten::default();
    for seed in seeds {
        let root = tempfile::tempdir().expect("a directory");
        copy_dir(base.path(), root.path()).expect("a copy");
        let bytes = spoil(rot, &root.path().join(DIARY), seed);
        rotten.times += 1;
        if let Err(why) = once(root.path(), &bytes, &sound, checks, &mut rotten) {
            rotten
                .violations
                .push(format!("{rot:?}, seed {seed}: {why}"));
        }
    }
    rotten
}

/// What the diary held before it rotted, and what its backup holds.
struct Sound {
    state: State,
    mornings: Mornings,
    pages: usize,
}

impl Sound {
    fn of(base: &Path) -> Sound {
        let copy = tempfile::tempdir().expect("a directory");
        copy_dir(base, copy.path()).expect("a copy");
        let mut hands = Hands::on(copy.path(), 500);
        hands.all(&[Deed::Open]);
        hands.all(&[Deed::Restore]);
        let diary = hands.diary().expect("it is open");
        let mornings = Mornings::of(diary).expect("a sound disk");
        let pages = pages(&mut hands);
        Sound {
            state: State::of(base).expect("a sound base"),
            mornings,
            pages,
        }
    }
}

fn spoil(rot: Rot, file: &Path, seed: u64) -> Vec<u8> {
    let mut rng = Rng::new(seed);
    let mut bytes = fs::read(file).expect("a file");
    let place = rng.below(bytes.len());
    match rot {
        Rot::Flip => bytes[place] ^= 1 << rng.below(8),
        Rot::Truncation => bytes.truncate(place),
    }
    fs::write(file, &bytes).expect("room");
    bytes
}

fn once(
    root: &Path,
    bytes: &[u8],
    sound: &Sound,
    checks: bool,
    rotten: &mut Rotten,
) -> Result<(), String> {
    let mut hands = Hands::on(root, 500);
    match hands.act(Deed::Open) {
        Err(Refusal::Open(OpenError::Damaged { moved_to })) => {
            rotten.at_open += 1;
            recover(root, &moved_to, bytes, sound)?;
            rotten.recovered += 1;
            return Ok(());
        }
        Err(Refusal::Open(OpenError::NotADiary | OpenError::Newer { .. })) => {
            rotten.refused += 1;
            return if fs::read(root.join(DIARY)).is_ok_and(|now| now == bytes) {
                Ok(())
            } else {
                Err("a file that was refused was changed".to_owned())
            };
        }
        Err(refusal) => return Err(format!("damage must be called damage: {refusal:?}")),
        Ok(()) => {}
    }
    if checks {
        match hands.act(Deed::Check) {
            Ok(()) => {}
            Err(Refusal::Store(wane_store::Error::Damaged)) => {
                rotten.by_check += 1;
                drop(hands);
                let mut hands = Hands::on(root, 600);
                return match hands.act(Deed::Open) {
                    Err(Refusal::Open(OpenError::Damaged { moved_to })) => {
                        let kept = fs::read(moved_to.join(DIARY)).map_err(|e| e.to_string())?;
                        recover(root, &moved_to, &kept, sound)?;
                        rotten.recovered += 1;
                        Ok(())
                    }
                    other => Err(format!(
                        "what the check has found is not acted upon: {other:?}"
                    )),
                };
            }
            Err(refusal) => return Err(format!("damage must be called damage: {refusal:?}")),
        }
    }
    drop(hands);
    let where_it_differs = match State::of(root) {
        Ok(state) => state.diary.difference(&sound.state.diary),
        // Our own checks can see what the store's have not; then it is unnoticed all the same.
        Err(why) => why,
    };
    if where_it_differs.is_empty() {
        rotten.harmless += 1;
        return Ok(());
    }
    rotten.unnoticed += 1;
    let only_once = WRITTEN_ONCE
        .iter()
        .any(|table| where_it_differs.starts_with(table));
    if checks && !only_once {
        return Err(format!("unnoticed: {where_it_differs}"));
    }
    Ok(())
}

/// Tables that hold something that is nowhere else: what a change was called, and how far the clock has come.
const WRITTEN_ONCE: [&str; 2] = ["change (", "meta ("];

/// Brings the diary back: everything in the backup is there, the damaged file is kept, nothing is deleted.
///
/// A morning newer than the backup can come back in part, where the file holds only a part of it any more;
/// then it must have been said before that not everything could be read.
fn recover(root: &Path, moved_to: &Path, bytes: &[u8], sound: &Sound) -> Result<(), String> {
    let mut hands = Hands::on(root, 700);
    let act = |hands: &mut Hands, deed| {
        hands
            .act(deed)
            .map_err(|refusal| format!("{deed:?} after damage: {refusal:?}"))
    };
    act(&mut hands, Deed::Open)?;
    let said_complete = hands
        .dir()
        .map_err(|error| error.to_string())?
        .look_into_damaged(moved_to)
        .map_err(|error| format!("the damaged file cannot be looked into: {error}"))?
        .complete;
    act(&mut hands, Deed::Recover)?;
    let diary = hands.diary().map_err(|error| error.to_string())?;
    let found = Mornings::of(diary).map_err(|error| error.to_string())?;
    let lost = sound.mornings.whole.difference(&found.whole).count();
    if lost > 0 {
        return Err(format!("{lost} mornings of the backup are lost"));
    }
    if found.torn > sound.mornings.torn && said_complete {
        return Err(format!(
            "{} mornings are there by half, and it was said that everything could be read",
            found.torn
        ));
    }
    let pages = pages(&mut hands);
    if pages < sound.pages {
        return Err(format!(
            "{pages} pages of the backup's {} are there",
            sound.pages
        ));
    }
    drop(hands);
    let state = State::of(root)?;
    if fs::read(moved_to.join(DIARY)).map_or(true, |kept| kept != bytes) {
        return Err("the damaged file was not kept as it was".to_owned());
    }
    for (name, backup) in &sound.state.backups {
        if state.backups.get(name) != Some(backup) {
            return Err(format!("the backup {name} is lost"));
        }
    }
    if state.leftovers.is_empty() {
        Ok(())
    } else {
        Err(format!("{:?} is left", state.leftovers))
    }
}
