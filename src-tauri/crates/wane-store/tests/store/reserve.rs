//! Room is kept for the moment the disk is full, so that one last entry can be saved.

use std::{fs, path::Path};

use wane_domain::diary::Note;
use wane_store::{DataDir, Diary, Error, Label};

use crate::{
    backups::{note, opened},
    child,
    common::{at, device, open_diary},
};

const SIZE: u64 = 1 << 20;

#[test]
fn the_reserve_is_really_there_private_and_kept_once() {
    let (_home, dir, _diary) = opened();
    assert!(!dir.has_reserve(), "opening keeps none by itself");
    assert!(dir.keep_reserve().unwrap(), "there is plenty of room");
    assert!(dir.has_reserve(), "so some is kept");
    let path = dir.path().join("reserve");
    let meta = fs::metadata(&path).unwrap();
    assert_eq!(meta.len(), SIZE, "a MiB of it");
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        assert!(
            meta.blocks() * 512 >= SIZE,
            "the disk has given it, and not only promised: {} blocks",
            meta.blocks()
        );
        assert_eq!(meta.mode() & 0o777, 0o600, "only the owner can read it");
        assert!(dir.keep_reserve().unwrap(), "it is kept");
        assert_eq!(
            fs::metadata(&path).unwrap().mtime_nsec(),
            meta.mtime_nsec(),
            "and not written again"
        );
    }
    fs::write(&path, "cut short").unwrap();
    assert!(!dir.has_reserve(), "half a reserve is none");
    assert!(
        dir.keep_reserve().unwrap() && dir.has_reserve(),
        "and is made whole"
    );
}

#[test]
fn a_diary_with_a_reserve_is_moved_restored_and_removed_as_any_other() {
    let (_home, dir, diary) = opened();
    let sample = dir.sample().unwrap();
    sample.keep_reserve().unwrap();
    drop(sample);
    dir.remove_sample().unwrap();
    assert!(!dir.has_sample(), "a sample's reserve goes with it");
    drop(diary);
    dir.keep_reserve().unwrap();
    assert!(
        dir.diary(at(1), device()).is_ok(),
        "and a reserve is in nobody's way"
    );
}

fn save(diary: &mut Diary, n: u16) -> Result<(), Error> {
    let long = Note {
        text: "n".repeat(2000),
        ..note(n)
    };
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| change.put(&long))
        .map(drop)
}

/// On a disk of some MiB.
pub fn child(home: &Path) {
    let dir = DataDir::open(home).unwrap();
    let mut diary = dir.diary(at(0), device()).unwrap();
    assert!(dir.keep_reserve().unwrap(), "there is room at first");
    let film = home.join("film");
    fs::write(&film, vec![1; 10 << 20]).unwrap();

    let mut n = 1000;
    let mut error = None;
    while error.is_none() {
        error = save(&mut diary, n).err();
        n += u16::from(error.is_none());
    }
    assert_eq!(
        error,
        Some(Error::ReserveReleased),
        "the first failure gives the reserve free and says so"
    );
    assert!(!dir.has_reserve(), "it is gone");
    save(&mut diary, n).expect("and the same change can be saved now");
    assert_eq!(
        diary
            .get::<Note>(note(n).id)
            .unwrap()
            .map(|note| note.text.len()),
        Some(2000),
        "it is there, once and whole"
    );
    assert!(
        !dir.keep_reserve().unwrap(),
        "while there is little room none is kept again"
    );
    n += 1;
    loop {
        match save(&mut diary, n) {
            Ok(()) => n += 1,
            Err(error) => {
                assert_eq!(
                    error,
                    Error::Full,
                    "the second time there is nothing left to give"
                );
                break;
            }
        }
    }
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        usize::from(n - 1000),
        "all that was acknowledged is there"
    );
    assert!(
        matches!(
            dir.back_up(wane_store::Reason::ByHand, at(1)),
            Err(wane_store::OpenError::Full)
        ),
        "a backup finds no room, and says so"
    );
    let left: Vec<_> = fs::read_dir(home.join("backups"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(left.is_empty(), "and leaves nothing half made: {left:?}");

    fs::remove_file(film).unwrap();
    assert!(
        dir.keep_reserve().unwrap(),
        "with plenty of room it is kept again"
    );
    save(&mut diary, n).expect("and there is saving as ever");
    drop((diary, dir));
    drop(open_diary(home));
    child::say("passed");
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_one_last_entry_can_be_saved() {
    let dir = tempfile::tempdir().unwrap();
    let mount = "mount -t tmpfs -o size=20m none \"$WANE_STORE_CHILD_DIR\"";
    let output = child::among_own_mounts(mount, "reserve", dir.path())
        .output()
        .unwrap();
    assert_eq!(
        child::said(&output.stdout),
        ["passed"],
        "the child says why not: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}
