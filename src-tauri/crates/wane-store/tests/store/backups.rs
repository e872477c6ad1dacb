//! Backups: compared with the diary before they count, made while somebody saves, rotated, never lost.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
};

use chrono::Duration;
use rusqlite::Connection;
use wane_domain::diary::Note;
use wane_store::{Backup, DataDir, Diary, Label, OpenError, Reason};

use crate::common::{at, by_hand, day, device, everything::everything, id};

/// A note of its own for every number.
pub fn note(n: u16) -> Note {
    Note {
        id: id(n),
        date: day("2026-03-29"),
        text: format!("note {n}"),
        origin: by_hand(),
    }
}

pub fn save(diary: &mut Diary, n: u16) {
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| change.put(&note(n)))
        .unwrap();
}

/// A directory with a diary in which everything is said, both open.
pub fn opened() -> (tempfile::TempDir, DataDir, Diary) {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::open(home.path()).unwrap();
    let mut diary = dir.diary(at(0), device()).unwrap();
    diary
        .change(Label::IMPORT, at(0), |change| everything().put(change))
        .unwrap();
    (home, dir, diary)
}

pub fn folder(dir: &DataDir) -> PathBuf {
    dir.path().join("backups")
}

pub fn make(dir: &DataDir, minute: i64) -> Backup {
    dir.back_up(Reason::ByHand, at(minute))
        .unwrap()
        .expect("a backup by hand is always made")
}

pub fn names_in(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return BTreeSet::new();
    };
    entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

const DAY: i64 = 24 * 60;

#[test]
fn a_backup_is_the_diary_and_its_name_tells_of_it() {
    let (_home, dir, diary) = opened();
    let made = make(&dir, 1);
    assert_eq!(
        made.name, "diary-20260329T070100Z-by-hand-schema-5.db",
        "of what, when, why, how new"
    );
    assert_eq!(
        dir.backups().unwrap(),
        std::slice::from_ref(&made),
        "it is listed as it was made"
    );
    assert_eq!(
        made.bytes,
        fs::metadata(folder(&dir).join(&made.name)).unwrap().len(),
        "its size is that of the file"
    );
    let holdings = dir.verify_backup(&made.name).unwrap();
    assert_eq!(
        holdings.counts,
        diary.counts().unwrap(),
        "it holds what the diary holds"
    );
    assert_eq!(
        holdings.dates,
        diary.first_and_last_date().unwrap(),
        "from the same first date to the same last"
    );
    assert_eq!(holdings.last_change, Some(at(0)), "up to the last change");
}

#[test]
fn a_backup_can_be_made_while_the_diary_is_closed_and_when_it_was_not_closed_properly() {
    let (home, dir, mut diary) = opened();
    save(&mut diary, 500);
    // As a kill leaves it: with a log that nobody has carried over.
    let killed = tempfile::tempdir().unwrap();
    for file in ["diary.db", "diary.db-wal"] {
        fs::copy(home.path().join(file), killed.path().join(file)).unwrap();
    }
    drop(diary);
    for dir in [dir, DataDir::open(killed.path()).unwrap()] {
        let holdings = dir.verify_backup(&make(&dir, 1).name).unwrap();
        assert_eq!(
            holdings.counts.get("note").copied(),
            Some(u64::try_from(everything().notes.len() + 1).unwrap()),
            "what only the log holds is part of the diary"
        );
        let diary = dir.diary(at(2), device()).unwrap();
        assert_eq!(
            diary.counts().unwrap(),
            holdings.counts,
            "and the diary opens as ever"
        );
    }
}

#[test]
fn what_has_not_changed_is_not_backed_up_twice() {
    let (_home, dir, mut diary) = opened();
    let first = make(&dir, 1);
    assert_eq!(
        dir.back_up(Reason::Daily, at(2)).unwrap(),
        None,
        "the daily backup has nothing to do"
    );
    for reason in [Reason::ByHand, Reason::Import, Reason::Restore] {
        assert_eq!(
            dir.back_up(reason, at(3)).unwrap(),
            Some(first.clone()),
            "{reason:?}: the one there is holds everything"
        );
    }
    assert_eq!(
        dir.back_up(Reason::Upgrade, at(3)).unwrap().unwrap().reason,
        Reason::Upgrade,
        "one made before an upgrade is kept longer and so is made all the same"
    );
    diary.undo(at(4)).unwrap();
    let second = dir
        .back_up(Reason::Daily, at(5))
        .unwrap()
        .expect("an undo is a change");
    assert_eq!(second.reason, Reason::Daily, "and is backed up");
    diary.redo(at(6)).unwrap();
    assert!(
        dir.back_up(Reason::Daily, at(7)).unwrap().is_some(),
        "so is a redo, though the diary holds again what it held"
    );
}

#[test]
fn a_backup_that_has_rotted_does_not_stand_for_the_diary() {
    let (_home, dir, _diary) = opened();
    let first = make(&dir, 1);
    let path = folder(&dir).join(&first.name);
    let mut bytes = fs::read(&path).unwrap();
    let at_word = bytes
        .windows(5)
        .position(|window| window == b"right")
        .expect("a word of the diary");
    bytes[at_word] = b'R';
    fs::write(&path, bytes).unwrap();
    let second = dir.back_up(Reason::Restore, at(2)).unwrap().unwrap();
    assert_ne!(
        second.name, first.name,
        "one letter differs, and so a new one is made"
    );
    assert_eq!(
        dir.back_up(Reason::Import, at(3)).unwrap().unwrap(),
        second,
        "which is as good as it says"
    );
}

#[test]
fn backups_of_one_second_have_names_of_their_own() {
    let (_home, dir, mut diary) = opened();
    let mut made = Vec::new();
    for n in 500..503 {
        save(&mut diary, n);
        made.push(make(&dir, 1).name);
    }
    assert_eq!(
        made,
        [
            "diary-20260329T070100Z-by-hand-schema-5.db",
            "diary-20260329T070100Z-by-hand-schema-5-2.db",
            "diary-20260329T070100Z-by-hand-schema-5-3.db"
        ],
        "none takes the place of another"
    );
    made.reverse();
    let listed: Vec<String> = dir
        .backups()
        .unwrap()
        .into_iter()
        .map(|backup| backup.name)
        .collect();
    assert_eq!(listed, made, "and the newest is listed first");
}

#[test]
fn an_empty_diary_needs_no_daily_backup() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::open(home.path()).unwrap();
    assert!(
        !dir.backup_due(at(0)).unwrap(),
        "where there is no diary none is due"
    );
    assert_eq!(
        dir.back_up(Reason::ByHand, at(0)).unwrap(),
        None,
        "and none can be made"
    );
    let _diary = dir.diary(at(0), device()).unwrap();
    assert!(
        !dir.backup_due(at(10 * DAY)).unwrap(),
        "nor while nothing was ever saved"
    );
    assert_eq!(
        dir.back_up(Reason::Daily, at(0)).unwrap(),
        None,
        "a daily one is not made"
    );
    assert_eq!(
        dir.verify_backup(&make(&dir, 0).name)
            .unwrap()
            .counts
            .values()
            .sum::<u64>(),
        0,
        "one by hand is, and is empty"
    );
}

#[test]
fn a_daily_backup_is_due_when_something_changed_and_a_day_has_passed() {
    let (home, dir, mut diary) = opened();
    let due = |dir: &DataDir, minute| dir.backup_due(at(minute)).unwrap();
    assert!(due(&dir, 1), "there is none yet");
    dir.back_up(Reason::Daily, at(1)).unwrap().unwrap();
    assert!(!due(&dir, 2), "there is one now");
    assert!(!due(&dir, 3 * DAY), "nothing has changed since");
    save(&mut diary, 500);
    assert!(!due(&dir, DAY), "it is not yet a day old");
    assert!(due(&dir, 1 + DAY), "now it is");
    assert!(due(&dir, 1 + DAY), "and stays due until one is made");
    drop((diary, dir));
    let dir = DataDir::open(home.path()).unwrap();
    assert!(
        due(&dir, 1 + DAY),
        "also after a restart, with the diary closed"
    );
    let mut diary = dir.diary(at(DAY), device()).unwrap();
    dir.back_up(Reason::Daily, at(1 + DAY)).unwrap().unwrap();
    assert!(!due(&dir, 5 * DAY), "made");
    diary.undo(at(5 * DAY)).unwrap();
    assert!(due(&dir, 5 * DAY), "an undo is a change");
    assert!(
        due(&dir, -10 * DAY),
        "a clock that was set back makes no backup too new to be followed by another"
    );
    dir.back_up(Reason::Daily, at(-10 * DAY)).unwrap().unwrap();
    assert!(
        !due(&dir, -10 * DAY + 1) && !due(&dir, -5 * DAY),
        "and one is enough then too"
    );
}

#[test]
fn a_daily_backup_that_could_not_be_made_is_tried_again_after_an_hour() {
    let (_home, dir, _diary) = opened();
    fs::write(folder(&dir), "in the way").unwrap();
    let failed = dir.back_up(Reason::Daily, at(0));
    assert!(
        matches!(failed, Err(OpenError::Io { .. })),
        "a file is in the place of the folder: {failed:?}"
    );
    fs::remove_file(folder(&dir)).unwrap();
    assert!(!dir.backup_due(at(59)).unwrap(), "not every ten seconds");
    assert!(dir.backup_due(at(60)).unwrap(), "but after an hour");
}

#[test]
fn a_backup_made_while_somebody_saves_is_one_moment_of_the_diary() {
    let (_home, dir, mut diary) = opened();
    let before = diary.counts().unwrap()["note"];
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let saving = scope.spawn(|| {
            let mut n = 1000;
            while !stop.load(Ordering::SeqCst) && n < 60_000 {
                // Both or neither, in every moment.
                diary
                    .change(Label::SAVE_ENTRY, at(0), |change| {
                        change.put(&note(n))?;
                        change.put(&note(n + 1))
                    })
                    .unwrap();
                n += 2;
            }
            u64::from(n - 1000)
        });
        let mut seen = BTreeSet::new();
        for minute in 0..10 {
            let made = make(&dir, minute);
            let notes = dir.verify_backup(&made.name).unwrap().counts["note"];
            assert_eq!((notes - before) % 2, 0, "no half of a change is in it");
            seen.insert(notes);
        }
        stop.store(true, Ordering::SeqCst);
        let saved = saving.join().unwrap();
        assert!(
            seen.len() > 1 && saved > 10,
            "something was saved between and during them: {seen:?} of {saved}"
        );
    });
}

#[test]
fn what_is_not_a_backup_of_ours_is_left_alone() {
    let (_home, dir, mut diary) = opened();
    fs::create_dir(folder(&dir)).unwrap();
    let others = [
        "diary.db",
        "diary-20200101T000000Z-daily-schema-2 (copy).db",
        "diary-20200101T000000Z-weekly-schema-2.db",
        "schedule-20200101T000000Z-upgrade-schema-1.db",
        "letter.txt",
    ];
    for other in others {
        fs::write(folder(&dir).join(other), "mine").unwrap();
    }
    fs::create_dir(folder(&dir).join("diary-20200101T000000Z-daily-schema-2.db")).unwrap();
    fs::write(folder(&dir).join(".partial-diary-x.db"), "half").unwrap();
    for n in 0..4 {
        save(&mut diary, 500 + n);
        make(&dir, i64::from(n) * DAY * 40);
    }
    let there = names_in(&folder(&dir));
    for other in others {
        assert!(there.contains(other), "{other} is still there");
        assert!(
            matches!(dir.verify_backup(other), Err(OpenError::NoSuchBackup)),
            "{other} is no backup"
        );
    }
    assert!(
        !there.contains(".partial-diary-x.db"),
        "what was cut short is cleared away"
    );
    assert_eq!(dir.backups().unwrap().len(), 4, "ours are listed, no other");
    for path in [
        "../diary.db",
        "",
        ".",
        "diary-20260329T070000Z-daily-schema-2.db",
    ] {
        assert!(
            matches!(dir.verify_backup(path), Err(OpenError::NoSuchBackup)),
            "{path:?} is none either"
        );
    }
}

#[test]
fn old_backups_make_room_and_the_newest_of_each_period_stays() {
    let (_home, dir, mut diary) = opened();
    let hours = |backup: &Backup| (backup.at - at(0)).num_hours();
    let mut made = Vec::new();
    // For a month twice a day, then for a year once in two weeks.
    for n in 0..60 {
        made.push(n * 12);
    }
    for n in 1..=26 {
        made.push(30 * 24 + n * 14 * 24);
    }
    for (n, hour) in (1000..).zip(&made) {
        save(&mut diary, n);
        make(&dir, hour * 60);
    }
    let kept: Vec<i64> = dir.backups().unwrap().iter().map(hours).collect();
    let newest = *made.last().unwrap();
    assert_eq!(
        kept.iter().take(8).copied().collect::<Vec<_>>(),
        (0..8).map(|n| newest - n * 14 * 24).collect::<Vec<_>>(),
        "of days and weeks in which none was made none is counted"
    );
    assert!(
        kept.len() > 12 && kept.len() <= 12 + 8,
        "beyond them one of each month is kept: {kept:?}"
    );
    assert!(
        kept.last()
            .is_some_and(|oldest| *oldest < newest - 300 * 24),
        "they reach back almost a year: {kept:?}"
    );
}

#[test]
fn a_backup_that_cannot_be_made_leaves_those_there_were_and_nothing_half_made() {
    let (_home, dir, mut diary) = opened();
    for n in 0..40 {
        save(&mut diary, 500 + n);
        make(&dir, i64::from(n) * DAY);
    }
    let before = names_in(&folder(&dir));
    save(&mut diary, 600);
    // SQLite does not copy into a file in which something is, as on a disk that fills up half-way.
    let path = dir.path().join("diary.db");
    let conn = Connection::open(&path).unwrap();
    conn.pragma_update(None, "journal_mode", "wal").unwrap();
    conn.execute_batch("BEGIN IMMEDIATE; CREATE TABLE hostile (x)")
        .unwrap();
    conn.execute_batch("COMMIT; PRAGMA user_version = 9")
        .unwrap();
    let failed = dir.back_up(Reason::ByHand, at(41 * DAY));
    assert!(
        matches!(failed, Err(OpenError::Newer { .. })),
        "a diary that a newer version has taken over is not backed up: {failed:?}"
    );
    assert_eq!(
        names_in(&folder(&dir)),
        before,
        "those there were are all still there"
    );
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_a_backup() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_home, dir, _diary) = opened();
    fs::create_dir(folder(&dir)).unwrap();
    fs::set_permissions(folder(&dir), fs::Permissions::from_mode(0o755)).unwrap();
    let made = make(&dir, 1);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder(&dir)), 0o700, "the folder is ours");
    assert_eq!(
        mode(&folder(&dir).join(&made.name)),
        0o600,
        "and so is the file"
    );
}

#[test]
fn stamps_in_names_are_utc_to_the_second() {
    let (_home, dir, _diary) = opened();
    let now = at(0) + Duration::milliseconds(999);
    let made = dir.back_up(Reason::ByHand, now).unwrap().unwrap();
    assert_eq!(made.at, at(0), "what the name cannot tell is not told");
    assert_eq!(dir.backups().unwrap(), [made], "nor when it is listed");
}
