//! The open protocol, case by case.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use rusqlite::Connection;
use wane_store::{DataDir, Diary, Label, OpenError, Schedule};

use crate::common::{
    at, device,
    everything::{Everything, everything, fill_schedule},
    open_diary, open_schedule,
};

/// Every file below a directory with its bytes.
pub fn snapshot(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.insert(path.clone(), Vec::new());
            files.extend(snapshot(&path));
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    files
}

/// A directory with a diary and a schedule in which everything is said.
pub fn filled() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    open_diary(dir.path())
        .change(Label::SAVE_ENTRY, at(0), |change| everything().put(change))
        .unwrap();
    fill_schedule(&mut open_schedule(dir.path())).unwrap();
    dir
}

pub fn try_diary(dir: &Path) -> Result<Diary, OpenError> {
    DataDir::open(dir)?.diary(at(0), device())
}

pub fn try_schedule(dir: &Path) -> Result<Schedule, OpenError> {
    DataDir::open(dir)?.schedule(at(0))
}

fn raw(dir: &Path, file: &str) -> Connection {
    Connection::open(dir.join(file)).unwrap()
}

/// The directory as a kill would leave it: with a log beside the database that has not been carried over.
pub fn with_log(dir: &Path, file: &str, sql: &str) -> tempfile::TempDir {
    let conn = raw(dir, file);
    conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;")
        .unwrap();
    conn.execute_batch(sql).unwrap();
    let copy = tempfile::tempdir().unwrap();
    for (path, bytes) in snapshot(dir) {
        fs::write(copy.path().join(path.file_name().unwrap()), bytes).unwrap();
    }
    assert!(
        fs::metadata(copy.path().join(format!("{file}-wal")))
            .unwrap()
            .len()
            > 0,
        "the log must be what tells"
    );
    copy
}

#[test]
fn sqlite_is_new_enough_not_to_corrupt_a_log_it_restarts() {
    let version: String = raw(tempfile::tempdir().unwrap().path(), "any.db")
        .query_row("SELECT sqlite_version()", [], |row| row.get(0))
        .unwrap();
    let parts: Vec<u32> = version
        .split('.')
        .map(|part| part.parse().unwrap())
        .collect();
    assert!(
        parts >= vec![3, 51, 3],
        "SQLite before 3.51.3 can corrupt a database when its log is restarted: {version}"
    );
}

#[test]
fn a_fresh_directory_becomes_an_empty_diary() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a").join("b");
    let diary = try_diary(&path).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        Everything::default(),
        "there is nothing in a new diary"
    );
    assert_eq!(diary.can_undo().unwrap(), None, "and nothing to undo");
    drop(diary);
    let raw = raw(&path, "diary.db");
    let header = |pragma: &str| {
        raw.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(
        (header("application_id"), header("user_version")),
        (0x5741_4E45, 5),
        "the file says whose it is and how new"
    );
}

#[test]
fn tables_are_strict_and_settings_are_those_of_precious_data() {
    let dir = filled();
    for file in ["diary.db", "schedule.db"] {
        let raw = raw(dir.path(), file);
        let lax: Vec<String> = raw
            .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(
            lax,
            Vec::<String>::new(),
            "{file}: every table must be STRICT"
        );
        let mode: String = raw
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        assert_eq!(mode, "wal", "{file}: commits go to a write-ahead log");
    }
}

#[test]
fn an_empty_file_becomes_a_diary() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("diary.db"), "").unwrap();
    assert!(
        try_diary(dir.path()).is_ok(),
        "an interrupted first start left nothing that could be lost"
    );
}

#[test]
fn a_creation_that_was_cut_short_is_begun_again() {
    let dir = tempfile::tempdir().unwrap();
    raw(dir.path(), "diary.db")
        .execute_batch("PRAGMA journal_mode = WAL")
        .unwrap();
    assert!(
        fs::metadata(dir.path().join("diary.db")).unwrap().len() > 0,
        "the file has a header but no tables"
    );
    assert!(
        try_diary(dir.path()).is_ok(),
        "there is nothing in it that could be lost"
    );
}

#[test]
fn a_diary_that_is_closed_leaves_one_file_and_opens_again_with_everything_in_it() {
    let dir = filled();
    assert!(
        !dir.path().join("diary.db-wal").exists(),
        "closing carries the log over"
    );
    let diary = try_diary(dir.path()).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        everything(),
        "everything is still there"
    );
}

#[test]
fn a_diary_that_was_not_closed_opens_with_what_its_log_holds() {
    let dir = filled();
    let copy = with_log(
        dir.path(),
        "diary.db",
        "UPDATE note SET text = 'from the log'",
    );
    let diary = try_diary(copy.path()).unwrap();
    assert_eq!(
        diary.all::<wane_domain::diary::Note>().unwrap()[0].text,
        "from the log",
        "the log is part of the diary"
    );
}

/// The file must be refused in that way, with not a byte of its directory changed.
fn check_refused<T: std::fmt::Debug>(
    dir: &Path,
    open: fn(&Path) -> Result<T, OpenError>,
    expected: &str,
    why: &str,
) {
    let before = snapshot(dir);
    let error = open(dir).unwrap_err();
    assert_eq!(format!("{error:?}"), expected, "{why}");
    let after = snapshot(dir);
    assert_eq!(
        after.keys().collect::<Vec<_>>(),
        before.keys().collect::<Vec<_>>(),
        "{why}: no file may come or go"
    );
    assert!(after == before, "{why}: not a byte may change");
}

const SET_NEWER: &str = "PRAGMA user_version = 6; UPDATE setting SET value = 'x'";
const SET_FOREIGN: &str = "PRAGMA application_id = 1196444487";

#[test]
fn a_newer_diary_is_refused_unchanged() {
    let dir = filled();
    raw(dir.path(), "diary.db")
        .execute_batch(SET_NEWER)
        .unwrap();
    check_refused(
        dir.path(),
        try_diary,
        "Newer { found: 6, known: 5 }",
        "a newer diary",
    );
    assert!(
        try_schedule(dir.path()).is_ok(),
        "the schedule beside it is as old as before"
    );
}

#[test]
fn a_diary_that_only_its_log_shows_to_be_newer_is_refused_unchanged() {
    let dir = filled();
    let copy = with_log(dir.path(), "diary.db", SET_NEWER);
    check_refused(
        copy.path(),
        try_diary,
        "Newer { found: 6, known: 5 }",
        "a newer diary that was not closed",
    );
    // The same without the shared index, as after a power cut.
    fs::remove_file(copy.path().join("diary.db-shm")).unwrap();
    check_refused(
        copy.path(),
        try_diary,
        "Newer { found: 6, known: 5 }",
        "a newer diary after a power cut",
    );
}

#[test]
fn a_newer_schedule_is_refused_unchanged() {
    let dir = filled();
    raw(dir.path(), "schedule.db")
        .execute_batch("PRAGMA user_version = 7")
        .unwrap();
    check_refused(
        dir.path(),
        try_schedule,
        "Newer { found: 7, known: 2 }",
        "a newer schedule",
    );
}

#[test]
fn a_database_of_another_program_is_refused_unchanged() {
    let dir = filled();
    raw(dir.path(), "diary.db")
        .execute_batch(SET_FOREIGN)
        .unwrap();
    check_refused(
        dir.path(),
        try_diary,
        "NotADiary",
        "a foreign application_id",
    );
    let dir = filled();
    let copy = with_log(dir.path(), "diary.db", SET_FOREIGN);
    check_refused(
        copy.path(),
        try_diary,
        "NotADiary",
        "a foreign application_id in the log",
    );
}

#[test]
fn a_database_that_says_nothing_about_itself_but_has_tables_is_refused_unchanged() {
    let dir = filled();
    raw(dir.path(), "diary.db")
        .execute_batch("PRAGMA application_id = 0; PRAGMA user_version = 0")
        .unwrap();
    check_refused(
        dir.path(),
        try_diary,
        "NotADiary",
        "somebody's tables without a name",
    );
}

#[test]
fn a_schedule_in_the_place_of_a_diary_is_refused_unchanged() {
    let dir = filled();
    fs::copy(dir.path().join("schedule.db"), dir.path().join("diary.db")).unwrap();
    check_refused(dir.path(), try_diary, "NotADiary", "the wrong file of ours");
}

#[test]
fn a_directory_in_the_place_of_the_file_is_refused_unchanged() {
    let dir = tempfile::tempdir().unwrap();
    drop(DataDir::open(dir.path()).unwrap());
    fs::create_dir(dir.path().join("diary.db")).unwrap();
    check_refused(
        dir.path(),
        try_diary,
        "NotADiary",
        "a directory is no diary",
    );
}

#[test]
fn a_second_holder_is_refused_until_the_first_is_gone_altogether() {
    let dir = tempfile::tempdir().unwrap();
    let first = DataDir::open(dir.path()).unwrap();
    let refused = |why: &str| {
        assert!(
            matches!(DataDir::open(dir.path()), Err(OpenError::InUse)),
            "{why}"
        )
    };
    refused("the directory is held");
    let diary = first.diary(at(0), device()).unwrap();
    drop(first);
    refused("the diary is open, and that holds the directory too");
    let schedule = {
        drop(diary);
        DataDir::open(dir.path()).unwrap().schedule(at(0)).unwrap()
    };
    refused("the schedule is open");
    drop(schedule);
    assert!(
        DataDir::open(dir.path()).is_ok(),
        "once all are gone the directory is free"
    );
}

#[test]
fn each_file_of_a_directory_is_open_once() {
    let dir = filled();
    let place = DataDir::open(dir.path()).unwrap();
    let (diary, schedule) = (
        place.diary(at(0), device()).unwrap(),
        place.schedule(at(0)).unwrap(),
    );
    assert!(
        matches!(place.diary(at(0), device()), Err(OpenError::InUse)),
        "the diary is open already"
    );
    assert!(
        matches!(place.clone().schedule(at(0)), Err(OpenError::InUse)),
        "so is the schedule"
    );
    drop((diary, schedule));
    assert!(
        place.diary(at(0), device()).is_ok() && place.schedule(at(0)).is_ok(),
        "once closed they can be opened again"
    );
}

#[test]
fn the_sample_is_a_diary_of_its_own_and_can_be_removed() {
    let dir = filled();
    let real = DataDir::open(dir.path()).unwrap();
    assert!(!real.has_sample(), "there is none unless somebody asks");
    real.remove_sample()
        .expect("removing what is not there is no error");
    let mut diary = real.sample().unwrap().diary(at(0), device()).unwrap();
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&crate::common::everything::empty_night(77))
        })
        .unwrap();
    assert!(real.has_sample(), "now there is one");
    assert!(
        matches!(real.remove_sample(), Err(OpenError::InUse)),
        "nobody removes a diary that is open"
    );
    drop(diary);
    real.remove_sample().unwrap();
    assert!(!real.has_sample(), "it is gone");
    let diary = real.diary(at(0), device()).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        everything(),
        "the real diary has not noticed"
    );
}

#[test]
fn a_path_with_signs_that_mean_something_to_sqlite_is_only_a_path() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("what? 100% #1 & mode=ro é:memory:");
    drop(try_diary(&path).unwrap());
    assert!(
        try_diary(&path).is_ok(),
        "the second open looks at the file before it opens it"
    );
    assert!(
        path.join("diary.db").exists(),
        "and it lies where it was asked to"
    );
}
