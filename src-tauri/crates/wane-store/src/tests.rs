//! What cannot be seen through public names: steps between schemas, settings of a connection, plans of queries, a full file.
// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

use chrono::{DateTime, TimeZone as _, Utc};
use rusqlite::Connection;
use wane_domain::{
    Id,
    diary::{Note, Origin, Span},
};

use crate::{
    DataDir, Diary, Error, Label, OpenError, Record as _,
    diary::DIARY,
    history,
    protocol::{self, Spec},
    reader,
    schedule::{self, SCHEDULE},
    search, tables, trash, undo, uses, versions,
    words::{self, Place},
};

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 29, 7, 0, 0).unwrap()
}

fn id(n: u8) -> Id {
    Id::new(now(), [0, 0, 0, 0, 0, 0, 0, 0, 0, n])
}

fn note(n: u8, text: &str) -> Note {
    let origin = Origin {
        source: None,
        source_key: None,
        entered_at: now(),
        recalled: false,
    };
    Note {
        id: id(n),
        date: "2026-03-29".parse().unwrap(),
        text: text.into(),
        origin,
    }
}

fn diary(dir: &Path) -> Diary {
    DataDir::open(dir).unwrap().diary(now(), id(255)).unwrap()
}

/// A diary of the newest schema with three notes in it; the steps of these tests come after it.
fn old_diary() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = diary(dir.path());
    for n in 1..=3 {
        diary
            .change(Label::SAVE_ENTRY, now(), |change| {
                change.put(&note(n, "before"))
            })
            .unwrap();
    }
    dir
}

const ADD_MOOD: &str = "ALTER TABLE note ADD COLUMN mood INTEGER CHECK (mood BETWEEN 0 AND 4); UPDATE note SET mood = 0";
const ADD_DREAMS: &str =
    "CREATE TABLE dream (uuid TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID";
const BROKEN_STEP: &str =
    "UPDATE note SET text = 'half done'; ALTER TABLE nowhere ADD COLUMN mood INTEGER";

// A new step of the diary belongs in both of these.
const _: () = assert!(DIARY.migrations.len() == 5);
const NEXT: Spec = Spec {
    migrations: &[
        DIARY.migrations[0],
        DIARY.migrations[1],
        DIARY.migrations[2],
        DIARY.migrations[3],
        DIARY.migrations[4],
        ADD_MOOD,
        ADD_DREAMS,
    ],
    ..DIARY
};
const BROKEN: Spec = Spec {
    migrations: &[
        DIARY.migrations[0],
        DIARY.migrations[1],
        DIARY.migrations[2],
        DIARY.migrations[3],
        DIARY.migrations[4],
        ADD_MOOD,
        BROKEN_STEP,
    ],
    ..DIARY
};

/// The name of the backup that is made before the diary gets a schema that is newer than the newest.
fn backup_before() -> String {
    format!(
        "diary-20260329T070000Z-upgrade-schema-{}.db",
        DIARY.newest()
    )
}

fn upgrade(dir: &Path, spec: &Spec) -> Result<Connection, OpenError> {
    protocol::open(dir, spec, now(), &|_| Ok(()))
}

fn one<T: rusqlite::types::FromSql>(conn: &Connection, sql: &str) -> T {
    conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn names_in(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn an_old_diary_is_backed_up_and_brought_up_to_date() {
    let dir = old_diary();
    let conn = upgrade(dir.path(), &NEXT).unwrap();
    assert_eq!(
        protocol::schema_number(&conn).unwrap(),
        DIARY.newest() + 2,
        "the file says how new it is now"
    );
    assert_eq!(
        one::<u32>(
            &conn,
            "SELECT count(*) FROM note WHERE text = 'before' AND mood = 0"
        ),
        3,
        "every step was taken, no row lost"
    );
    assert_eq!(
        one::<u32>(&conn, "SELECT count(*) FROM dream"),
        0,
        "the last step too"
    );
    let backups = dir.path().join("backups");
    assert_eq!(
        names_in(&backups),
        [backup_before()],
        "there is one backup and nothing half-made"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(
            mode(&backups),
            0o700,
            "only the owner can look into the folder"
        );
        assert_eq!(
            mode(&backups.join(backup_before())),
            0o600,
            "or at the backup"
        );
    }
    let restored = tempfile::tempdir().unwrap();
    fs::copy(
        backups.join(backup_before()),
        restored.path().join("diary.db"),
    )
    .unwrap();
    let notes: Vec<Note> = diary(restored.path()).all().unwrap();
    assert_eq!(
        notes,
        [note(1, "before"), note(2, "before"), note(3, "before")],
        "the backup is the diary as it was"
    );
}

#[test]
fn a_fresh_diary_takes_every_step_and_needs_no_backup() {
    let dir = tempfile::tempdir().unwrap();
    let fresh = upgrade(dir.path(), &NEXT).unwrap();
    assert_eq!(
        protocol::schema_number(&fresh).unwrap(),
        DIARY.newest() + 2,
        "it begins at the newest schema"
    );
    assert!(
        !dir.path().join("backups").exists(),
        "there was nothing to back up"
    );
    let upgraded = old_diary();
    let upgraded = upgrade(upgraded.path(), &NEXT).unwrap();
    let schema = "SELECT group_concat(sql, char(10) ORDER BY type, name) FROM sqlite_schema";
    assert_eq!(
        one::<String>(&fresh, schema),
        one::<String>(&upgraded, schema),
        "fresh and upgraded do not differ"
    );
}

#[test]
fn an_up_to_date_diary_is_not_backed_up_again() {
    let dir = old_diary();
    drop(upgrade(dir.path(), &NEXT).unwrap());
    drop(upgrade(dir.path(), &NEXT).unwrap());
    assert_eq!(
        names_in(&dir.path().join("backups")).len(),
        1,
        "one upgrade, one backup"
    );
}

#[test]
fn a_step_that_fails_leaves_the_diary_as_it_was() {
    let dir = old_diary();
    let error = upgrade(dir.path(), &BROKEN).unwrap_err();
    assert!(
        matches!(error, OpenError::Io { .. }),
        "a step that fails is told: {error:?}"
    );
    let conn = Connection::open(dir.path().join("diary.db")).unwrap();
    assert_eq!(
        protocol::schema_number(&conn).unwrap(),
        DIARY.newest(),
        "not even the step before it was taken"
    );
    drop(conn);
    let notes: Vec<Note> = diary(dir.path()).all().unwrap();
    assert!(
        notes.iter().all(|note| note.text == "before") && notes.len() == 3,
        "every row is as it was"
    );
    assert_eq!(
        names_in(&dir.path().join("backups")).len(),
        1,
        "and the backup is kept"
    );
}

#[test]
fn without_a_backup_there_is_no_upgrade() {
    let dir = old_diary();
    fs::write(dir.path().join("backups"), "in the way").unwrap();
    let error = upgrade(dir.path(), &NEXT).unwrap_err();
    assert!(
        matches!(error, OpenError::Io { .. }),
        "a backup that cannot be made is told: {error:?}"
    );
    fs::remove_file(dir.path().join("backups")).unwrap();
    assert_eq!(
        diary(dir.path()).all::<Note>().unwrap().len(),
        3,
        "the diary is still the old one, and opens as such"
    );
}

#[test]
fn a_backup_that_was_cut_short_is_cleared_away() {
    let dir = old_diary();
    let backups = dir.path().join("backups");
    fs::create_dir(&backups).unwrap();
    for name in [
        ".partial-diary-schema-2-20260101T000000Z.db",
        &format!(".partial-{}", backup_before()),
        "mine.txt",
    ] {
        fs::write(backups.join(name), "half").unwrap();
    }
    drop(upgrade(dir.path(), &NEXT).unwrap());
    assert_eq!(
        names_in(&backups),
        [backup_before(), "mine.txt".to_owned()],
        "only what never became a backup is removed"
    );
}

#[test]
fn a_connection_is_set_for_precious_data() {
    let dir = tempfile::tempdir().unwrap();
    let diary = diary(dir.path());
    let conn = diary.conn().unwrap();
    let is = |pragma: &str, expected: &str| {
        let told: rusqlite::types::Value = conn
            .pragma_query_value(None, pragma, |row| row.get(0))
            .unwrap();
        let told = match told {
            rusqlite::types::Value::Integer(n) => n.to_string(),
            rusqlite::types::Value::Text(text) => text,
            other => panic!("{pragma} is neither number nor text: {other:?}"),
        };
        assert_eq!(told, expected, "PRAGMA {pragma}");
    };
    is("journal_mode", "wal");
    is("synchronous", "2"); // FULL
    is("foreign_keys", "1");
    is("mmap_size", "0");
    is("trusted_schema", "0");
    is("cell_size_check", "1");
    is("secure_delete", "1");
    is("temp_store", "2"); // MEMORY
    is("busy_timeout", "5000");
    let defensive = conn
        .db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE)
        .unwrap();
    assert!(defensive, "the file's own structures cannot be written to");
    assert!(
        conn.prepare("SELECT \"no such column\"").is_err(),
        "a name in double quotes is a name, never a text"
    );
}

#[test]
fn a_database_that_may_not_grow_is_full_and_stays_readable() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = diary(dir.path());
    let pages: i64 = one(diary.conn().unwrap(), "PRAGMA page_count");
    diary
        .conn()
        .unwrap()
        .pragma_update(None, "max_page_count", pages + 40)
        .unwrap();
    let long = "n".repeat(3000);
    let saved = (1..=u8::MAX).find_map(|n| {
        diary
            .change(Label::SAVE_ENTRY, now(), |c| c.put(&note(n, &long)))
            .err()
            .map(|e| (n - 1, e))
    });
    let (saved, error) = saved.expect("the limit must be reached");
    assert_eq!(error, Error::Full, "it must be called full");
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        usize::from(saved),
        "what was acknowledged is there, and only that"
    );
    assert_eq!(
        diary
            .change(Label::SAVE_ENTRY, now(), |c| c.put(&note(254, &long)))
            .unwrap_err(),
        Error::Full,
        "it stays full"
    );
    let passed_over = diary.change(Label::SAVE_ENTRY, now(), |change| {
        let _ = change.put(&note(254, &long));
        Ok(())
    });
    assert_eq!(
        passed_over.unwrap_err(),
        Error::Full,
        "work that passes over the failure is not saved either"
    );
    diary
        .conn()
        .unwrap()
        .pragma_update(None, "max_page_count", pages + 400)
        .unwrap();
    diary
        .change(Label::SAVE_ENTRY, now(), |c| c.put(&note(254, &long)))
        .expect("with room there is saving again");
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        usize::from(saved) + 1,
        "and all is there"
    );
}

/// How SQLite would carry out a statement.
fn plan_of(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let nothing = vec![rusqlite::types::Null; statement.parameter_count()];
    let rows = statement
        .query_map(rusqlite::params_from_iter(nothing), |row| {
            row.get::<_, String>(3)
        })
        .unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// Tables that grow with the diary.
fn growing() -> impl Iterator<Item = &'static str> {
    let log = ["op", "record", "change", "later", "by", "made", "passage"];
    tables::ALL.iter().map(|table| table.name).chain(log)
}

/// The plan must go by the index and never through a whole table.
fn check_plan(conn: &Connection, sql: &str, index: &str) {
    let plan = plan_of(conn, sql);
    assert!(
        plan.iter().any(|step| step.contains(index)),
        "must use {index}: {sql}\n{plan:#?}"
    );
    let whole = |step: &&String| {
        growing().any(|table| {
            step.strip_prefix("SCAN ").is_some_and(|scanned| {
                scanned == table || scanned.starts_with(&format!("{table} USING"))
            })
        })
    };
    assert_eq!(
        plan.iter().find(whole),
        None,
        "must not read a whole table: {sql}"
    );
}

/// As [`check_plan`]; and rows must come in their order, so that the first ones do not wait for the last.
fn check_plan_in_order(conn: &Connection, sql: &str, index: &str) {
    check_plan(conn, sql, index);
    let plan = plan_of(conn, sql);
    assert!(
        !plan.iter().any(|step| step.contains("TEMP B-TREE")),
        "must not sort: {sql}\n{plan:#?}"
    );
}

#[test]
fn a_hundred_years_cost_like_one_because_every_search_goes_by_an_index() {
    let dir = tempfile::tempdir().unwrap();
    let diary = diary(dir.path());
    let conn = diary.conn().unwrap();
    for table in tables::ALL {
        check_plan(conn, &table.select(reader::BY_NAME), "PRIMARY KEY");
        if let [_] = table.dates {
            check_plan_in_order(
                conn,
                &table.select(reader::BETWEEN),
                &format!("{}_by_date", table.name),
            );
            check_plan_in_order(
                conn,
                &table.select(reader::LATEST),
                &format!("{}_by_date", table.name),
            );
        }
        if table.position("source_key").is_some() {
            check_plan(
                conn,
                &table.select(reader::BY_KEY),
                &format!("{}_by_source", table.name),
            );
        }
    }
    for index in [
        "night_by_date",
        "device_sleep_by_date",
        "pain_rating_by_date",
        "day_entry_by_date",
        "factor_value_by_date",
        "dose_by_date",
    ] {
        check_plan(conn, reader::ENDS, index);
    }
    check_plan(conn, &Span::TABLE.select(reader::OVER), "span_by_end");
    for index in ["factor_value_said", "factor_value_by_factor"] {
        check_plan(conn, uses::IS_MEASURED, index);
    }
    check_plan_in_order(conn, uses::MEASURED_AS, "factor_value_by_source");
    check_plan_in_order(conn, undo::UNDO_NEXT, "change_in_effect");
    check_plan(conn, undo::REDO_NEXT, "change_undo_in_effect");
    check_plan(conn, undo::REDO_NEXT, "change_of_the_user");
    check_plan(conn, undo::CHANGE_THAT_MADE, "op_by_field");
    check_plan_in_order(conn, undo::OPERATIONS_OF, "op_by_change");
    check_plan(conn, versions::EVER_ON_DATE, "op_by_date");
    check_plan(conn, versions::AS_OF, "op_by_field");
    for index in ["change_by_time", "op_that_removed", "op_by_field"] {
        check_plan(conn, trash::REMOVED_SINCE, index);
    }
    check_plan(conn, trash::TABLES_OF, "sqlite_autoindex_record");
    check_plan(conn, history::REVISIONS_OF_RECORD, "op_by_field");
    check_plan(conn, history::REVISIONS_ON_DATE, "op_by_date");
    check_plan_in_order(conn, search::OF_DAYS, "VIRTUAL TABLE INDEX 192:M1>");
    check_plan_in_order(conn, search::OF_NAMES, "VIRTUAL TABLE INDEX 192:M1<");
    check_plan(conn, words::NEXT_NUMBER, "INTEGER PRIMARY KEY");
    check_plan(conn, words::FORGET, "sqlite_autoindex_passage");
    let days_of_use = words::WORDED
        .iter()
        .filter_map(|worded| match worded.place {
            Place::Day => None,
            Place::DaysOfUse { newest, .. } => Some(newest),
        });
    let indices = [
        "pain_rating_by_pain",
        "factor_value_by_factor",
        "medicine_taken_by_medicine",
    ];
    for (newest, index) in days_of_use.zip(indices) {
        check_plan_in_order(conn, newest, index);
    }
    let schedule = {
        let place = dir.path().join("schedule");
        drop(DataDir::open(&place).unwrap());
        upgrade(&place, &SCHEDULE)
    }
    .unwrap();
    check_plan(
        &schedule,
        schedule::log::ENTRIES_BETWEEN,
        "reminder_log_by_date",
    );
    check_plan(
        &schedule,
        schedule::log::ENTRIES_RECENT,
        "reminder_log_by_due",
    );
}
