//! A damaged file is moved aside whole, told of, and never deleted.

use std::{
    fs,
    path::{Path, PathBuf},
};

use wane_store::OpenError;

use crate::{
    common::everything::{Everything, everything},
    open::{filled, try_diary, try_schedule, with_log},
};

/// Bytes in a page of our files, which is SQLite's usual size.
const PAGE: usize = 4096;

/// The damaged file must lie where the error says, byte for byte with whatever lay beside it, and the next open starts fresh.
fn check_moved_aside(dir: &Path, names: &[&str], why: &str) -> PathBuf {
    let before: Vec<Vec<u8>> = names
        .iter()
        .map(|name| fs::read(dir.join(name)).unwrap())
        .collect();
    let Err(OpenError::Damaged { moved_to }) = try_diary(dir) else {
        panic!("{why}: damage must be told");
    };
    assert_eq!(
        moved_to.parent(),
        Some(dir),
        "{why}: it stays in the diary's directory"
    );
    for (name, bytes) in names.iter().zip(before) {
        assert!(
            fs::read(moved_to.join(name)).unwrap() == bytes,
            "{why}: {name} must be kept byte for byte"
        );
        assert!(
            !dir.join(name).exists(),
            "{why}: {name} must be out of the way"
        );
    }
    let fresh = try_diary(dir).unwrap();
    assert_eq!(
        Everything::read(&fresh).unwrap(),
        Everything::default(),
        "{why}: the next open starts fresh"
    );
    moved_to
}

#[test]
fn a_file_that_is_no_database_is_moved_aside() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(
        dir.path().join("diary.db"),
        "not a database, but perhaps all that is left of one".repeat(100),
    )
    .unwrap();
    check_moved_aside(dir.path(), &["diary.db"], "garbage");
}

#[test]
fn a_diary_with_damaged_pages_is_moved_aside() {
    let dir = filled();
    let path = dir.path().join("diary.db");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0xA5);
    fs::write(&path, bytes).unwrap();
    check_moved_aside(dir.path(), &["diary.db"], "overwritten pages");
}

#[test]
fn damage_to_any_single_page_is_noticed_or_harmless() {
    let dir = filled();
    let sound = fs::read(dir.path().join("diary.db")).unwrap();
    let pages = sound.len() / PAGE;
    let mut noticed = 0;
    for page in 0..pages {
        let damaged = tempfile::tempdir().unwrap();
        let mut bytes = sound.clone();
        bytes[page * PAGE..(page + 1) * PAGE].fill(0xA5);
        fs::write(damaged.path().join("diary.db"), bytes).unwrap();
        match try_diary(damaged.path()) {
            Err(OpenError::Damaged { .. }) => noticed += 1,
            Ok(diary) => assert_eq!(
                Everything::read(&diary).unwrap(),
                everything(),
                "page {page}: it must have been an unused one"
            ),
            Err(other) => panic!("page {page}: damage must be called damage: {other:?}"),
        }
    }
    assert!(
        noticed * 10 > pages * 9,
        "nearly every page is in use: {noticed} of {pages} were noticed"
    );
}

#[test]
fn a_diary_that_was_cut_off_is_moved_aside() {
    let dir = filled();
    let path = dir.path().join("diary.db");
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 3]).unwrap();
    check_moved_aside(dir.path(), &["diary.db"], "a truncated file");
}

#[test]
fn a_damaged_diary_is_moved_aside_together_with_its_log() {
    let dir = filled();
    let copy = with_log(
        dir.path(),
        "diary.db",
        "UPDATE note SET text = 'the newest words'",
    );
    let path = copy.path().join("diary.db");
    let mut bytes = fs::read(&path).unwrap();
    let end = bytes.len();
    bytes[PAGE * 3..end].fill(0);
    fs::write(&path, bytes).unwrap();
    check_moved_aside(
        copy.path(),
        &["diary.db", "diary.db-wal"],
        "damage with a log beside it",
    );
}

#[test]
fn an_emptied_file_with_its_log_still_beside_it_is_moved_aside() {
    let dir = filled();
    let copy = with_log(
        dir.path(),
        "diary.db",
        "UPDATE note SET text = 'all that is left'",
    );
    fs::write(copy.path().join("diary.db"), "").unwrap();
    check_moved_aside(
        copy.path(),
        &["diary.db", "diary.db-wal"],
        "SQLite would have deleted the log",
    );
}

#[test]
fn damage_that_happens_twice_in_a_second_is_kept_twice() {
    let dir = tempfile::tempdir().unwrap();
    let mut kept = Vec::new();
    for content in ["one", "two"] {
        for entry in ["diary.db", "diary.db-wal", "diary.db-shm"] {
            let _ = fs::remove_file(dir.path().join(entry));
        }
        fs::write(dir.path().join("diary.db"), content.repeat(1000)).unwrap();
        kept.push(check_moved_aside(dir.path(), &["diary.db"], content));
    }
    assert_ne!(
        kept[0], kept[1],
        "the second must not take the place of the first"
    );
    assert!(
        kept.iter().all(|dir| dir.join("diary.db").exists()),
        "both are kept"
    );
}

#[test]
fn a_damaged_schedule_is_moved_aside_and_leaves_the_diary_alone() {
    let dir = filled();
    fs::write(dir.path().join("schedule.db"), "noise".repeat(1000)).unwrap();
    assert!(
        matches!(try_schedule(dir.path()), Err(OpenError::Damaged { .. })),
        "damage must be told"
    );
    assert_eq!(
        try_schedule(dir.path()).unwrap().rules().unwrap(),
        [],
        "the next open starts a fresh schedule"
    );
    assert_eq!(
        Everything::read(&try_diary(dir.path()).unwrap()).unwrap(),
        everything(),
        "the diary is another file"
    );
}
