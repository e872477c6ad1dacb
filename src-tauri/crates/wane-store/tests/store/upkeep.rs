//! The diary is examined every week, after an unclean end, and when something could not be read.

use std::{fs, path::Path};

use rusqlite::Connection;
use wane_store::{DataDir, Label, OpenError};

use crate::{
    backups::{note, opened, save},
    common::{at, device, everything::everything},
    open::with_log,
};

const DAY: i64 = 24 * 60;

fn due(dir: &DataDir, minute: i64) -> bool {
    dir.check_due(at(minute)).unwrap()
}

#[test]
fn a_check_is_due_every_week() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::open(home.path()).unwrap();
    assert!(!due(&dir, 0), "without a diary there is nothing to check");
    let empty = dir.check(at(0)).unwrap();
    assert_eq!(
        (empty.sound, empty.holdings),
        (true, None),
        "and nothing is wrong with nothing"
    );
    let _diary = dir.diary(at(0), device()).unwrap();
    fs::remove_file(home.path().join("checked")).unwrap();
    assert!(due(&dir, 0), "it was never checked");
    let report = dir.check(at(1)).unwrap();
    assert!(report.sound, "a fresh diary is sound");
    assert!(!due(&dir, 1) && !due(&dir, 7 * DAY), "for a week");
    assert!(due(&dir, 1 + 7 * DAY), "then again");
    assert!(due(&dir, 0), "a check of the future is none");
    fs::write(home.path().join("checked"), [0xFF; 40]).unwrap();
    assert!(due(&dir, 1), "nor is what nobody can read");
}

#[test]
fn a_check_reports_what_the_diary_holds_while_it_is_open() {
    let (_home, dir, diary) = opened();
    let report = dir.check(at(1)).unwrap();
    assert!(report.sound, "nothing is wrong");
    assert_eq!(
        report.holdings.unwrap().counts,
        diary.counts().unwrap(),
        "and everything is there"
    );
}

#[test]
fn an_unclean_end_makes_a_check_due() {
    let (_home, dir, diary) = opened();
    dir.check(at(1)).unwrap();
    drop(diary);
    let killed = with_log(
        dir.path(),
        "diary.db",
        "UPDATE note SET text = 'from the log'",
    );
    fs::copy(dir.path().join("checked"), killed.path().join("checked")).unwrap();
    let other = DataDir::open(killed.path()).unwrap();
    assert!(!due(&other, 2), "nobody has looked yet");
    let diary = other.diary(at(2), device()).unwrap();
    assert!(due(&other, 2), "a log that was left behind tells of it");
    drop(diary);
    let other = {
        drop(other);
        DataDir::open(killed.path()).unwrap()
    };
    let _diary = other.diary(at(3), device()).unwrap();
    assert!(due(&other, 3), "it stays due over a restart");
    other.check(at(3)).unwrap();
    assert!(!due(&other, 4), "until it is done");
    let _closed_properly = dir.diary(at(2), device()).unwrap();
    assert!(!due(&dir, 2), "a clean end makes none due");
}

/// Makes an index say something else than its table, which only the full check sees.
fn spoil_index(path: &Path) {
    let conn = Connection::open(path).unwrap();
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .unwrap();
    conn.execute_batch(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE INDEX note_by_date ON note (text) WHERE deleted_at IS NULL' WHERE name = 'note_by_date';",
    )
    .unwrap();
    drop(conn);
    let conn = Connection::open(path).unwrap();
    conn.execute_batch("REINDEX note_by_date").unwrap();
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .unwrap();
    conn.execute_batch(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE INDEX note_by_date ON note (date) WHERE deleted_at IS NULL' WHERE name = 'note_by_date';",
    )
    .unwrap();
}

#[test]
fn damage_that_only_the_full_check_sees_is_acted_upon_at_the_next_open() {
    let (_home, dir, mut diary) = opened();
    save(&mut diary, 500);
    let expected = diary.counts().unwrap();
    drop(diary);
    spoil_index(&dir.path().join("diary.db"));
    let diary = dir
        .diary(at(1), device())
        .expect("the quick check does not compare indices");
    let report = dir.check(at(2)).unwrap();
    assert!(!report.sound, "the full check does");
    assert!(
        !due(&dir, 3) && due(&dir, 2 + DAY),
        "it is told again every day"
    );
    drop(diary);
    let Err(OpenError::Damaged { moved_to }) = dir.diary(at(4), device()) else {
        panic!("what was found is acted upon when the diary is opened");
    };
    let mut diary = dir
        .diary(at(5), device())
        .expect("the verdict was about the file that has been moved");
    diary.recover(&moved_to, at(6)).unwrap();
    assert_eq!(
        diary.counts().unwrap(),
        expected,
        "and nothing was lost: the rows themselves were sound"
    );
    assert!(dir.check(at(7)).unwrap().sound, "now it is sound");
}

#[test]
fn a_diary_that_is_suspected_is_examined_at_once() {
    let (_home, dir, diary) = opened();
    dir.check(at(1)).unwrap();
    dir.suspect().unwrap();
    assert!(due(&dir, 2), "somebody could not read something");
    drop(diary);
    let diary = dir
        .diary(at(3), device())
        .expect("a suspicion that proves groundless costs only the look");
    assert!(due(&dir, 3), "upkeep has the last word");
    dir.check(at(3)).unwrap();
    assert!(!due(&dir, 4), "and clears it");
    drop(diary);
}

#[test]
fn a_change_that_runs_into_damage_makes_a_check_due() {
    let (_home, dir, mut diary) = opened();
    diary
        .change(Label::IMPORT, at(1), |change| {
            for n in 1000..1200 {
                change.put(&note(n))?;
            }
            Ok(())
        })
        .unwrap();
    drop(diary);
    let diary_path = dir.path().join("diary.db");
    let mut diary = dir.diary(at(2), device()).unwrap();
    dir.check(at(2)).unwrap();
    // The disk changes a page under the open diary, which has forgotten its content because somebody else has written.
    let other = Connection::open(&diary_path).unwrap();
    other
        .execute_batch("UPDATE meta SET value = value + 1 WHERE key = 'clock'; PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    let root: i64 = other
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'record'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let at_byte = usize::try_from(root - 1).unwrap() * 4096;
    let mut bytes = fs::read(&diary_path).unwrap();
    bytes[at_byte..at_byte + 4096].fill(0xA5);
    fs::write(&diary_path, bytes).unwrap();
    let failed = diary.change(Label::SAVE_ENTRY, at(3), |change| change.put(&note(2000)));
    assert!(failed.is_err(), "the log of changes cannot be continued");
    assert!(due(&dir, 3), "and that is noted");
    assert!(!dir.check(at(3)).unwrap().sound, "the check finds why");
    drop(diary);
    assert!(
        matches!(dir.diary(at(4), device()), Err(OpenError::Damaged { .. })),
        "the next open moves it aside"
    );
}

#[test]
fn everything_is_still_there_after_a_check() {
    let (_home, dir, diary) = opened();
    dir.check(at(1)).unwrap();
    assert_eq!(
        crate::common::everything::Everything::read(&diary).unwrap(),
        everything(),
        "a check only reads"
    );
}
