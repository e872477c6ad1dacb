//! Databases that were made to do harm, and broken ones: a clear word, nothing written, nothing left lying about.

use std::{fs, path::Path};

use rusqlite::Connection;
use serde_json::json;

use super::{Desk, archive, ms, nothing_left};

/// Two tables by which a database is taken for one of Health Connect.
const LURE: &str =
    "CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT);
    CREATE TABLE steps_record_table (row_id INTEGER PRIMARY KEY, count INTEGER);";

/// What a preview of such a database says, if it is refused; else how many sleeps it finds.
fn said(desk: &Desk, path: &Path) -> Result<usize, String> {
    let request = json!({ "paths": [path.display().to_string()] });
    let said = match desk.house.app.call("import_preview", request) {
        Ok(preview) => Ok(preview["sleeps"].as_array().unwrap().len()),
        Err(error) => Err(error.message),
    };
    nothing_left(&desk.house);
    assert_eq!(
        desk.house.ask("days", json!({})),
        json!([]),
        "nothing is written"
    );
    said
}

#[test]
fn only_ordinary_tables_are_read() {
    let row = format!(
        "{}, {}",
        ms("2026-03-01T22:00:00Z"),
        ms("2026-03-02T06:00:00Z")
    );
    for (what, sql) in [
        (
            "a view of the wanted name",
            format!("CREATE VIEW sleep_session_record_table AS SELECT 1 AS row_id, {row} AS end_time;"),
        ),
        (
            "a view that never ends",
            "CREATE VIEW sleep_session_record_table AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
             SELECT x AS row_id, x AS start_time, x AS end_time FROM n;"
                .to_owned(),
        ),
        (
            "a computed column",
            "CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY, start_time INTEGER,
                end_time INTEGER AS (length(zeroblob(900000000))));
             INSERT INTO sleep_session_record_table (start_time) VALUES (1), (2);"
                .to_owned(),
        ),
    ] {
        let desk = Desk::new();
        let path = desk.database("hc.db", &(LURE.to_owned() + &sql));
        assert_eq!(said(&desk, &path), Ok(0), "{what}: it counts as not there");
    }
}

#[test]
fn triggers_indexes_and_odd_names_change_nothing() {
    let desk = Desk::new();
    let path = desk.database(
        "hc.db",
        &format!(
            "{LURE}
             CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY, start_time INTEGER, end_time INTEGER);
             CREATE INDEX half ON sleep_session_record_table (row_id, start_time, end_time) WHERE row_id > 1;
             CREATE TRIGGER t AFTER INSERT ON steps_record_table BEGIN DELETE FROM sleep_session_record_table; END;
             CREATE TABLE \"x\"\"; DROP TABLE sleep_session_record_table; --\" (a);
             INSERT INTO sleep_session_record_table VALUES (1, {}, {});",
            ms("2026-03-01T22:00:00Z"),
            ms("2026-03-02T06:00:00Z"),
        ),
    );
    assert_eq!(said(&desk, &path), Ok(1));
}

#[test]
fn a_virtual_table_is_no_table_even_where_the_schema_says_so() {
    let desk = Desk::new();
    let path = desk.folder.path().join("hc.db");
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch(&format!(
        "{LURE} CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY);
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = 'CREATE VIRTUAL TABLE sleep_session_record_table USING fts5(start_time)'
         WHERE name = 'sleep_session_record_table';"
    ))
    .unwrap();
    drop(conn);
    match said(&desk, &path) {
        Ok(sleeps) => assert_eq!(sleeps, 0),
        Err(text) => assert!(text.contains("not a readable database"), "{text}"),
    }
}

#[test]
fn wrong_kinds_of_values_are_told_of_row_by_row() {
    let desk = Desk::new();
    let (from, to) = (ms("2026-03-01T22:00:00Z"), ms("2026-03-02T06:00:00Z"));
    let path = desk.database(
        "hc.db",
        &format!(
            "{LURE}
             CREATE TABLE sleep_session_record_table (row_id, uuid, start_time, start_zone_offset, end_time);
             INSERT INTO sleep_session_record_table VALUES
                (1, x'00', '{from}', 'east', {to}.0), (2, 'name', 'soon', 0, {to}), (3, NULL, NULL, 0, {to}),
                (4, 3.5, {from}, 0, x'00ff'), (5, x'01', {to}, 99999999999999, {from}), (6, x'02', 1e300, 0, {to}),
                (7, x'03', 9223372036854775807, 0, -9223372036854775808), (8, x'04', 0, 0, {to}),
                (9, zeroblob(1000), {from} + 86400000, 0, {to} + 86400000), ('ten', x'05', -62000000000000, 0, -61999990000000);"
        ),
    );
    let preview = desk.preview(&path);
    assert_eq!(
        preview["sleeps"].as_array().unwrap().len(),
        2,
        "a number written as text is a number: {preview}"
    );
    let left: u64 = preview["skipped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["count"].as_u64().unwrap())
        .sum();
    assert_eq!(
        left, 8,
        "and every other row is told of: {}",
        preview["skipped"]
    );
    assert!(
        !preview.to_string().contains("soon"),
        "nothing of what stands there is repeated"
    );
}

#[test]
fn values_of_any_size_do_no_harm() {
    let desk = Desk::new();
    let (from, to) = (ms("2026-03-01T22:00:00Z"), ms("2026-03-02T06:00:00Z"));
    let sessions = "CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, start_time INTEGER,
        end_time INTEGER, notes TEXT);";
    let unread = desk.database(
        "unread.db",
        &format!("{LURE}{sessions} INSERT INTO sleep_session_record_table VALUES (1, x'01', {from}, {to}, zeroblob(50000000));"),
    );
    assert_eq!(
        said(&desk, &unread),
        Ok(1),
        "in a column that is not read it does not matter"
    );
    let read = desk.database(
        "read.db",
        &format!("{LURE}{sessions} INSERT INTO sleep_session_record_table VALUES (1, zeroblob(50000000), {from}, {to}, '');"),
    );
    let text = said(&desk, &read).unwrap_err();
    assert!(text.contains("not a readable database"), "{text}");
}

#[test]
fn what_is_no_sound_database_is_refused_in_words() {
    let desk = Desk::new();
    let sound = desk.database("sound.db", &format!("{LURE} CREATE TABLE sleep_session_record_table (row_id INTEGER, start_time INTEGER, end_time INTEGER);"));
    {
        let mut conn = Connection::open(&sound).unwrap();
        let rows = conn.transaction().unwrap();
        for at in 0..3000_i64 {
            let from = ms("2020-03-01T22:00:00Z") + at * 86_400_000;
            rows.execute(
                "INSERT INTO sleep_session_record_table VALUES (?1, ?2, ?3)",
                (at, from, from + 28_800_000),
            )
            .unwrap();
        }
        rows.commit().unwrap();
    }
    let bytes = fs::read(&sound).unwrap();
    assert_eq!(said(&desk, &sound), Ok(3000), "the control");

    let mut rubbish: Vec<u8> = b"SQLite format 3\0".to_vec();
    rubbish.extend((0..65_536_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8));
    let mut torn = bytes.clone();
    for page in torn.chunks_mut(4096).skip(5) {
        page[..64].fill(0xA5);
    }
    let cut = &bytes[..bytes.len() / 2];
    // The root of the sessions leads to itself.
    let mut circle = bytes.clone();
    let root = Connection::open(&sound)
        .unwrap()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sleep_session_record_table'",
            [],
            |row| row.get::<_, u32>(0),
        )
        .unwrap();
    let start = (root as usize - 1) * 4096;
    assert_eq!(circle[start], 5, "an inner page");
    for cell in 0..2 {
        let at = start + 12 + cell * 2;
        let cell = start + usize::from(u16::from_be_bytes([circle[at], circle[at + 1]]));
        circle[cell..cell + 4].copy_from_slice(&root.to_be_bytes());
    }
    for (name, content, wanted) in [
        ("rubbish.db", rubbish.as_slice(), "not a readable database"),
        ("torn.db", torn.as_slice(), "not a readable database"),
        ("cut.db", cut, "not a readable database"),
        ("circle.db", circle.as_slice(), "not a readable database"),
        ("head.db", b"SQLite format 3\0", "not a readable database"),
        // Encrypted whole, nothing tells that it is a database at all.
        ("key.db", &rubbish[16..], "not a format Wane can read"),
    ] {
        let path = desk.file(name, content);
        let text = said(&desk, &path).unwrap_err();
        assert!(
            text.contains(wanted) && text.contains(name),
            "{name}: {text}"
        );
        let zip = desk.file("a.zip", &archive(&[("in/it.db", content)]));
        assert!(said(&desk, &zip).is_err(), "{name}: packed as well");
    }
}

#[test]
fn one_page_that_all_lead_to_ends_where_the_file_has_no_room() {
    let desk = Desk::new();
    let path = desk.database(
        "bomb.db",
        &format!(
            "{LURE} CREATE TABLE heart_rate_record_series_table (parent_key INTEGER, filler TEXT);"
        ),
    );
    {
        let mut conn = Connection::open(&path).unwrap();
        let rows = conn.transaction().unwrap();
        for at in 0..60_000_i64 {
            rows.execute(
                "INSERT INTO heart_rate_record_series_table VALUES (?1, 'abcdefgh')",
                [at],
            )
            .unwrap();
        }
        rows.commit().unwrap();
    }
    let mut bytes = fs::read(&path).unwrap();
    let root: u32 = Connection::open(&path)
        .unwrap()
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'heart_rate_record_series_table'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let start = (root as usize - 1) * 4096;
    assert_eq!(bytes[start], 5, "an inner page");
    let cells = usize::from(u16::from_be_bytes([bytes[start + 3], bytes[start + 4]]));
    // Every cell leads to the first leaf.
    let pointer = |bytes: &[u8], cell: usize| {
        let at = start + 12 + cell * 2;
        start + usize::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]))
    };
    let first = pointer(&bytes, 0);
    let leaf = bytes[first..first + 4].to_vec();
    for cell in 0..cells {
        let at = pointer(&bytes, cell);
        bytes[at..at + 4].copy_from_slice(&leaf);
    }
    let path = desk.file("bomb.db", &bytes);
    // Whatever SQLite makes of it, it ends, and nothing is written.
    let _ = said(&desk, &path);
}

#[test]
fn a_database_in_a_log_mode_and_one_of_a_stranger() {
    let desk = Desk::new();
    let path = desk.database("hc.db", &format!("PRAGMA journal_mode = WAL; {LURE}"));
    let before: Vec<_> = fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(
        said(&desk, &path),
        Ok(0),
        "the mode of its log does not matter"
    );
    let after: Vec<_> = fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(before, after, "and nothing is made beside it");

    let stranger = desk.database(
        "places.sqlite",
        "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT);",
    );
    let text = said(&desk, &stranger).unwrap_err();
    assert!(
        text.contains("a database of a program Wane does not know"),
        "{text}"
    );
    let empty = desk.file("empty.db", b"");
    assert!(said(&desk, &empty).unwrap_err().contains("empty"));
    let zip = desk.file(
        "a.zip",
        &archive(&[("places.sqlite", &fs::read(&stranger).unwrap())]),
    );
    assert!(said(&desk, &zip).is_err());
}

#[test]
fn ten_thousand_tables_are_no_export() {
    let desk = Desk::new();
    let path = desk.folder.path().join("many.db");
    {
        let mut conn = Connection::open(&path).unwrap();
        let all = conn.transaction().unwrap();
        all.execute_batch(LURE).unwrap();
        for number in 0..10_000 {
            all.execute_batch(&format!("CREATE TABLE t{number} (a);"))
                .unwrap();
        }
        all.commit().unwrap();
    }
    assert!(
        said(&desk, &path)
            .unwrap_err()
            .contains("not a readable database")
    );
}
