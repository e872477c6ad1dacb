//! Whatever a damaged file holds, salvaging it ends, and what comes of it is a sound diary with all of the backup.

use std::fs;

use proptest::prelude::*;
use wane_domain::diary::Note;
use wane_store::{DataDir, Label};

use crate::{
    backups::{make, note, opened},
    common::{
        at,
        everything::{Everything, everything},
        id,
    },
};

const PAGE: usize = 4096;

/// One way in which a file can be damaged; numbers are taken as fractions of its length.
#[derive(Debug, Clone)]
enum Damage {
    Flip { at: u16, bit: u8 },
    Page { at: u16, with: u8 },
    Noise { at: u16, seed: u64 },
    Swap { one: u16, other: u16 },
    Cut { at: u16 },
    Log { seed: u64 },
}

fn any_damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        4 => (any::<u16>(), 0_u8..8).prop_map(|(at, bit)| Damage::Flip { at, bit }),
        2 => (any::<u16>(), any::<u8>()).prop_map(|(at, with)| Damage::Page { at, with }),
        2 => (any::<u16>(), any::<u64>()).prop_map(|(at, seed)| Damage::Noise { at, seed }),
        2 => (any::<u16>(), any::<u16>()).prop_map(|(one, other)| Damage::Swap { one, other }),
        1 => any::<u16>().prop_map(|at| Damage::Cut { at }),
        1 => any::<u64>().prop_map(|seed| Damage::Log { seed }),
    ]
}

fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed | 1;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    std::iter::repeat_with(next)
        .flatten()
        .take(length)
        .collect()
}

/// Where in a file of that length a fraction of it lies.
fn place(at: u16, length: usize) -> usize {
    usize::from(at) * length / (usize::from(u16::MAX) + 1)
}

fn damage(bytes: &mut Vec<u8>, log: &mut Vec<u8>, damage: &Damage) {
    let page = |at: u16, length: usize| place(at, length / PAGE) * PAGE;
    match *damage {
        Damage::Flip { at, bit } => {
            let at = place(at, bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << bit;
            }
        }
        Damage::Page { at, with } => {
            let at = page(at, bytes.len());
            bytes
                .iter_mut()
                .skip(at)
                .take(PAGE)
                .for_each(|byte| *byte = with);
        }
        Damage::Noise { at, seed } => {
            let at = page(at, bytes.len());
            for (byte, noise) in bytes.iter_mut().skip(at).zip(noise(seed, PAGE)) {
                *byte = noise;
            }
        }
        Damage::Swap { one, other } => {
            let (one, other) = (page(one, bytes.len()), page(other, bytes.len()));
            for at in 0..PAGE.min(bytes.len().saturating_sub(one.max(other))) {
                bytes.swap(one + at, other + at);
            }
        }
        Damage::Cut { at } => bytes.truncate(place(at, bytes.len())),
        Damage::Log { seed } => *log = noise(seed, 3 * PAGE + 77),
    }
}

/// The number of damaged files can be raised through `WANE_DAMAGES`.
fn cases() -> u32 {
    std::env::var("WANE_DAMAGES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(12)
}

#[test]
fn salvaging_ends_and_the_backup_is_always_in_what_comes_of_it() {
    let (_home, dir, mut diary) = opened();
    let backup = make(&dir, 1);
    diary
        .change(Label::IMPORT, at(2), |change| {
            for n in 1000..1150 {
                change.put(&note(n))?;
            }
            Ok(())
        })
        .unwrap();
    drop(diary);
    let sound = fs::read(dir.path().join("diary.db")).unwrap();
    let kept = fs::read(dir.path().join("backups").join(&backup.name)).unwrap();

    let config = ProptestConfig {
        cases: cases(),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(damages in proptest::collection::vec(any_damage(), 1..12))| {
        let (mut bytes, mut log) = (sound.clone(), Vec::new());
        for one in &damages {
            damage(&mut bytes, &mut log, one);
        }
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("damaged-20260329T090000Z");
        for sub in [&folder, &home.path().join("backups")] {
            fs::create_dir(sub).unwrap();
        }
        fs::write(folder.join("diary.db"), &bytes).unwrap();
        if !log.is_empty() {
            fs::write(folder.join("diary.db-wal"), &log).unwrap();
        }
        fs::write(home.path().join("backups").join(&backup.name), &kept).unwrap();
        let dir = DataDir::open(home.path()).unwrap();
        let mut diary = dir.diary(at(150), id(998)).unwrap();

        let found = dir.look_into_damaged(&folder).unwrap();
        let recovered = diary.recover(&folder, at(160)).unwrap();
        prop_assert_eq!(found.newer, recovered.added, "what was told is what was done");
        let back = Everything::read(&diary).unwrap();
        for note in &everything().notes {
            prop_assert!(back.notes.contains(note), "a note of the backup is there");
        }
        for night in &everything().nights {
            prop_assert!(back.nights.contains(night), "a night of the backup is there");
        }
        for (n, expected) in (1000..1150).map(|n| (n, note(n))) {
            if let Some(found) = diary.get::<Note>(id(n)).unwrap() {
                // One letter may have been damaged without a trace; more cannot.
                prop_assert_eq!(found.text.len(), expected.text.len(), "note {} is as it was, or is not there", n);
            }
        }
        prop_assert!(dir.check(at(170)).unwrap().sound, "the diary is sound");
        while diary.undo(at(180)).unwrap().is_some() {}
        prop_assert!(fs::read(folder.join("diary.db")).unwrap() == bytes, "the damaged file is as it was");
    });
}
