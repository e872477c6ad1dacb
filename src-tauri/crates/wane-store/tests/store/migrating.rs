//! A diary of an older schema becomes what it would be, had it been kept with the newest one from the start.

use std::{collections::BTreeMap, fs, path::Path};

use rusqlite::{Connection, types::Value};
use wane_domain::diary::{NamedPain, Night};
use wane_store::{ImportBatch, Label};

use crate::common::{
    at,
    everything::{everything, everything_before_schema_3, full_night},
    id, open_diary,
};

/// A copy of the frozen diary of schema 1.
fn schema_1() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schema_1/diary.db");
    fs::copy(frozen, dir.path().join("diary.db")).unwrap();
    dir
}

/// Every row of every table, as texts; `leaving_out` names tables, or columns as `table.column`.
fn rows(dir: &Path, leaving_out: &[&str]) -> BTreeMap<String, Vec<Vec<String>>> {
    let conn = Connection::open(dir.join("diary.db")).unwrap();
    let mut names = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    let names: Vec<String> = names
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let mut found = BTreeMap::new();
    for table in names
        .iter()
        .filter(|name| !leaving_out.contains(&name.as_str()))
    {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns: Vec<String> = statement
            .column_names()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let read = |row: &rusqlite::Row<'_>| {
            (0..columns.len())
                .filter(|at| !leaving_out.contains(&format!("{table}.{}", columns[*at]).as_str()))
                .map(|at| {
                    row.get::<_, Value>(at)
                        .map(|value| format!("{}={value:?}", columns[at]))
                })
                .collect::<Result<Vec<_>, _>>()
        };
        let mut rows: Vec<Vec<String>> = statement
            .query_map([], read)
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        rows.sort();
        found.insert(table.clone(), rows);
    }
    found
}

/// What the frozen diary was made of, made anew (see `examples/freeze_schema.rs`).
fn made_anew() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::IMPORT, at(0), |change| {
            everything_before_schema_3().put(change)
        })
        .unwrap();
    diary
        .change(Label::SETTINGS, at(1), |change| {
            change.set_setting("theme", Some("dusk"))
        })
        .unwrap();
    let altered = Night {
        nwak: Some(7),
        ..full_night(1)
    };
    diary
        .change(Label::SAVE_MORNING, at(2), |change| change.put(&altered))
        .unwrap();
    diary.undo(at(3)).unwrap();
    dir
}

#[test]
fn a_diary_of_schema_1_becomes_what_a_fresh_one_would_be() {
    let (old, fresh) = (schema_1(), made_anew());
    drop(open_diary(old.path()));
    // The index is the same in what it finds and not in its pages; passages of one day are numbered as they come.
    let by_page = [
        "words_data",
        "words_idx",
        "passage.passage_no",
        "words_content",
    ];
    let (old_rows, fresh_rows) = (rows(old.path(), &by_page), rows(fresh.path(), &by_page));
    assert_eq!(
        old_rows.keys().collect::<Vec<_>>(),
        fresh_rows.keys().collect::<Vec<_>>(),
        "the same tables"
    );
    for (table, rows) in &fresh_rows {
        assert_eq!(&old_rows[table], rows, "{table}: the same rows");
    }
    assert_eq!(
        fresh_rows["passage"].len(),
        10,
        "all that is written in words"
    );
    assert_eq!(
        fresh_rows["unindexed"],
        Vec::<Vec<String>>::new(),
        "all of them indexed"
    );
}

#[test]
fn words_of_a_diary_of_schema_1_are_found() {
    let (old, fresh) = (schema_1(), made_anew());
    let (old, fresh) = (open_diary(old.path()), open_diary(fresh.path()));
    for words in [
        "second line",
        "harbour",
        "walk",
        "one",
        "physio",
        "hip",
        "coffee",
        "ibuprofen",
        "o'neill",
    ] {
        let sorted = |found: wane_store::Found| {
            let mut hits = found.hits;
            hits.sort_by_key(|hit| (hit.date, hit.record));
            hits
        };
        let hits = sorted(old.search(words, 100).unwrap());
        assert!(!hits.is_empty(), "{words} is found");
        assert_eq!(
            hits,
            sorted(fresh.search(words, 100).unwrap()),
            "{words} is found as in a fresh one"
        );
    }
}

#[test]
fn a_diary_of_schema_1_is_backed_up_before_it_is_touched() {
    let dir = schema_1();
    drop(open_diary(dir.path()));
    let backups: Vec<_> = fs::read_dir(dir.path().join("backups"))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(backups.len(), 1, "one upgrade, one backup");
    let backup = Connection::open(backups[0].path()).unwrap();
    let version: u32 = backup
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 1, "of the schema it had");
    drop(backup);
    let restored = tempfile::tempdir().unwrap();
    fs::copy(backups[0].path(), restored.path().join("diary.db")).unwrap();
    assert_eq!(
        rows(restored.path(), &[]),
        rows(schema_1().path(), &[]),
        "row by row what it was"
    );
}

#[test]
fn the_region_of_a_pain_keeps_its_history_under_its_new_name() {
    let dir = schema_1();
    let mut diary = open_diary(dir.path());
    assert_eq!(
        diary.all::<NamedPain>().unwrap(),
        everything().named_pains,
        "one region is a list of one, none is an empty one"
    );
    let history = diary.revisions(id(30)).unwrap();
    assert_eq!(
        history
            .iter()
            .filter(|r| r.field == "regions")
            .map(|r| &r.new)
            .collect::<Vec<_>>(),
        [&wane_store::Value::Text("hip-left".into())],
        "its history goes on"
    );
    let moved = NamedPain {
        regions: Vec::new(),
        ..everything().named_pains[0].clone()
    };
    diary
        .change(Label::SAVE_ENTRY, at(100), |c| c.put(&moved))
        .unwrap();
    diary.undo(at(101)).unwrap();
    assert_eq!(
        diary.get(id(30)).unwrap(),
        Some(everything().named_pains[0].clone()),
        "and undo reaches over the upgrade"
    );
}

/// In schema 1 nothing said that a change took another one back; the removal of the import's record tells.
#[test]
fn an_import_taken_back_under_schema_1_is_not_in_the_trash() {
    let dir = schema_1();
    let conn = Connection::open(dir.path().join("diary.db")).unwrap();
    let number = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    let (clock, counter) = (
        number("SELECT value FROM meta WHERE key = 'clock'"),
        number("SELECT value FROM meta WHERE key = 'counter'"),
    );
    // As version 1 wrote it: a change of the user's that removes what the import had made; and then a removal by hand.
    let remove = |change: i64, counter: i64, hlc: i64, table: &str, record: u16| {
        let uuid = id(record).to_string();
        let record_no: i64 = conn
            .query_row(
                "SELECT record_no FROM record WHERE uuid = ?1",
                [&uuid],
                |row| row.get(0),
            )
            .unwrap();
        conn.execute(
            "INSERT INTO op VALUES (1, ?1, ?2, ?3, ?4, 'alive', 0, 1, NULL)",
            [counter, change, hlc, record_no],
        )
        .unwrap();
        conn.execute(
            &format!("UPDATE {table} SET deleted_at = ?1, hlc = ?2 WHERE uuid = ?3"),
            rusqlite::params![at(60).timestamp_millis(), hlc, uuid],
        )
        .unwrap();
    };
    let change = |label: &str| {
        conn.execute(
            "INSERT INTO change (label, at) VALUES (?1, ?2)",
            rusqlite::params![label, at(60).timestamp_millis()],
        )
        .unwrap();
        conn.last_insert_rowid()
    };
    let undo = change("import-undo");
    remove(undo, counter + 1, clock + 1, "night", 2);
    remove(undo, counter + 2, clock + 2, "import_batch", 160);
    let by_hand = change("remove");
    remove(by_hand, counter + 3, clock + 3, "night", 1);
    conn.execute_batch(&format!(
        "UPDATE meta SET value = {} WHERE key = 'clock'; UPDATE meta SET value = {} WHERE key = 'counter'",
        clock + 3,
        counter + 3
    ))
    .unwrap();
    drop(conn);
    let diary = open_diary(dir.path());
    assert_eq!(
        diary.all::<ImportBatch>().unwrap().len(),
        everything().import_batches.len() - 1,
        "the import is gone"
    );
    let removed: Vec<_> = diary
        .removed_since(at(0))
        .unwrap()
        .iter()
        .map(|r| r.record)
        .collect();
    assert_eq!(
        removed,
        [id(1)],
        "only what was removed by hand is in the trash"
    );
    assert_eq!(
        (
            diary.get::<Night>(id(1)).unwrap(),
            diary.get::<Night>(id(2)).unwrap()
        ),
        (None, None),
        "though both are gone"
    );
}
