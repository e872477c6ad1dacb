//! A diary and a schedule of every released schema open for ever, with everything in them.
//!
//! `tests/fixtures/schema_N/` was made once by the version that had that schema, by
//! `cargo run -p wane-store --example freeze_schema -- tests/fixtures/schema_N`, and is never made again.

use std::{fs, path::Path};

use rusqlite::Connection;
use wane_domain::{
    diary::Night,
    reminder::{Occurrence, Quiet, State, Why},
};
use wane_store::{Diary, Label};

use crate::{
    common::{
        at, day,
        everything::{
            Everything, everything, everything_before_schema_3, everything_before_schema_4,
            filled_log, own_rule, wind_down,
        },
        id, open_diary, open_schedule, removed_note,
    },
    quiet::check_quiet,
    word_index::check_index,
};

/// Every schema that was released; the third holds the second of the diary and the second of the schedule,
/// the fourth the third of the diary and the second of the schedule, the fifth the fourth of the diary,
/// the sixth the fifth of the diary.
const SCHEMAS: [&str; 6] = [
    "schema_1", "schema_2", "schema_3", "schema_4", "schema_5", "schema_6",
];

/// What the frozen diary of that name was made of.
fn held_by(schema: &str) -> Everything {
    match schema {
        // Their diaries are of the fourth schema, and of the fifth, which is today's and holds nothing more.
        "schema_5" | "schema_6" => everything(),
        // Its diary is of the third schema.
        "schema_4" => everything_before_schema_4(),
        _ => everything_before_schema_3(),
    }
}

/// A copy of a frozen directory; the frozen one itself is never opened.
fn copy_of(schema: &str) -> tempfile::TempDir {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(schema);
    let dir = tempfile::tempdir().unwrap();
    for file in ["diary.db", "schedule.db"] {
        fs::copy(frozen.join(file), dir.path().join(file)).unwrap();
    }
    dir
}

/// Every statement that made the schema, without what SQLite adds for itself.
fn schema_of(dir: &Path, file: &str) -> Vec<String> {
    let conn = Connection::open(dir.join(file)).unwrap();
    let mut statement = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        .unwrap();
    statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

fn check_diary(schema: &str) {
    let dir = copy_of(schema);
    let mut diary = open_diary(dir.path());
    assert_eq!(
        Everything::read(&diary).unwrap(),
        held_by(schema),
        "every record of then is there now"
    );
    assert!(
        everything().sizes().iter().all(|size| *size > 0),
        "and there was one of every kind"
    );
    assert_eq!(
        diary.settings().unwrap().into_iter().collect::<Vec<_>>(),
        [("theme".to_owned(), "dusk".to_owned())],
        "the setting too"
    );
    assert_eq!(
        diary
            .revisions(id(1))
            .unwrap()
            .iter()
            .filter(|r| r.field == "nwak")
            .count(),
        3,
        "with its history"
    );
    assert_eq!(
        diary.can_redo().unwrap(),
        Some(Label::SAVE_MORNING),
        "what was undone then can be redone now"
    );
    diary.redo(at(100)).unwrap();
    assert_eq!(
        diary.get::<Night>(id(1)).unwrap().unwrap().nwak,
        Some(7),
        "and comes back"
    );
    while diary.undo(at(101)).unwrap().is_some() {}
    assert_eq!(
        Everything::read(&diary).unwrap(),
        Everything::default(),
        "all of its history can be walked back"
    );
}

#[test]
fn a_diary_of_any_schema_opens_with_everything_in_it() {
    SCHEMAS.into_iter().for_each(check_diary);
}

/// The second schema has a trash and an import that was taken back; its fixture has both.
#[test]
fn a_diary_of_schema_2_opens_with_its_trash_and_its_words() {
    let dir = copy_of("schema_2");
    let mut diary = open_diary(dir.path());
    let removed: Vec<_> = diary
        .removed_since(at(0))
        .unwrap()
        .into_iter()
        .map(|removed| (removed.record, removed.removed_at))
        .collect();
    assert_eq!(
        removed,
        [(id(200), at(5))],
        "what was removed then, and not what came with the import"
    );
    let found = |diary: &Diary, words: &str| diary.search(words, 10).unwrap().hits.len();
    assert_eq!(found(&diary, "harbour"), 1, "its words are found");
    assert_eq!(found(&diary, "removed"), 0, "removed ones are not");
    diary
        .change(Label::RESTORE, at(100), |change| change.bring_back(id(200)))
        .unwrap();
    assert_eq!(found(&diary, "removed"), 1, "until they are back");
    assert_eq!(
        diary.get(id(200)).unwrap(),
        Some(removed_note()),
        "as they were"
    );
    drop(diary);
    check_index(dir.path());
}

#[test]
fn a_schedule_of_any_schema_opens_with_everything_in_it() {
    SCHEMAS.into_iter().for_each(check_schedule);
}

fn check_schedule(schema: &str) {
    let dir = copy_of(schema);
    let schedule = open_schedule(dir.path());
    assert_eq!(
        schedule.rules().unwrap(),
        [wind_down(), own_rule()],
        "its rules"
    );
    assert_eq!(
        schedule
            .log_between(day("2026-03-01"), day("2026-03-31"))
            .unwrap(),
        filled_log(),
        "its log"
    );
    assert_eq!(
        schedule
            .done_between(day("2026-03-01"), day("2026-03-31"))
            .unwrap()
            .len(),
        1,
        "what was done"
    );
    assert_eq!(schedule.last_check().unwrap(), Some(at(5)), "and its facts");
}

/// The second schema of the schedule knows what keeps reminders quiet; the first knew nothing of it.
#[test]
fn a_schedule_opens_with_what_keeps_it_quiet() {
    let dir = copy_of("schema_3");
    check_quiet(&open_schedule(dir.path()));
    let dir = copy_of("schema_2");
    let mut older = open_schedule(dir.path());
    assert_eq!(
        older.quiet().unwrap(),
        Quiet::default(),
        "nothing was quiet then"
    );
    assert_eq!(
        older.protected_night().unwrap(),
        None,
        "and no night was protected"
    );
    let row = &older.recent_log(1).unwrap()[0];
    let next = Occurrence {
        kind: row.kind.clone(),
        local_date: row.local_date + chrono::Duration::days(1),
        due: row.due,
        until: row.until,
        why: Why::ClockTime,
        rule_rev: row.rule_rev,
    };
    for state in [State::Quiet, State::Paused, State::Rested] {
        let occurrence = Occurrence {
            local_date: next.local_date + chrono::Duration::days(state as i64),
            ..next.clone()
        };
        assert!(
            older.record(&occurrence, state, at(0)).unwrap(),
            "an upgraded log takes {state:?}"
        );
    }
}

#[test]
fn every_table_has_rows_in_the_fixture() {
    SCHEMAS.into_iter().for_each(check_rows);
}

fn check_rows(schema: &str) {
    let dir = copy_of(schema);
    for file in ["diary.db", "schedule.db"] {
        let conn = Connection::open(dir.path().join(file)).unwrap();
        let mut names = conn
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
            .unwrap();
        for name in names.query_map([], |row| row.get::<_, String>(0)).unwrap() {
            let name = name.unwrap();
            // Rows wait there only while a change is being made.
            if name == "unindexed" {
                continue;
            }
            let rows: u32 = conn
                .query_row(&format!("SELECT count(*) FROM {name}"), [], |row| {
                    row.get(0)
                })
                .unwrap();
            assert!(
                rows > 0,
                "{schema}, {file}: a table without rows tests nothing: {name}"
            );
        }
    }
}

#[test]
fn an_old_file_that_is_opened_has_the_schema_of_a_fresh_one() {
    SCHEMAS.into_iter().for_each(check_schema);
}

fn check_schema(schema: &str) {
    let (old, fresh) = (copy_of(schema), tempfile::tempdir().unwrap());
    drop((open_diary(old.path()), open_diary(fresh.path())));
    drop((open_schedule(old.path()), open_schedule(fresh.path())));
    for file in ["diary.db", "schedule.db"] {
        assert_eq!(
            schema_of(old.path(), file),
            schema_of(fresh.path(), file),
            "{schema}, {file}: upgraded and fresh must not differ"
        );
    }
}
