//! A backup is read from beginning to end without being trusted.

use std::fs;

use rusqlite::Connection;
use wane_store::OpenError;

use crate::backups::{folder, make, names_in, opened};

fn check_refused(spoil: &str, why: &str) {
    let (_home, dir, _diary) = opened();
    let made = make(&dir, 1);
    let path = folder(&dir).join(&made.name);
    let conn = Connection::open(&path).unwrap();
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .unwrap();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    conn.execute_batch(spoil).unwrap();
    drop(conn);
    let bytes = fs::read(&path).unwrap();
    match dir.verify_backup(&made.name) {
        Err(OpenError::UnsoundBackup { why: told }) => {
            assert!(told.contains(why), "{spoil}: {told}");
        }
        other => panic!("{spoil}: it must be refused: {other:?}"),
    }
    assert!(
        fs::read(&path).unwrap() == bytes,
        "{spoil}: not a byte of it may change"
    );
    assert_eq!(
        names_in(&folder(&dir)).len(),
        1,
        "{spoil}: nothing may come to lie beside it"
    );
}

#[test]
fn a_backup_in_which_something_is_not_ours_is_refused_unread() {
    check_refused("CREATE VIEW v AS SELECT 1", "schema");
    check_refused(
        "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM night; END",
        "schema",
    );
    check_refused("CREATE TABLE more (x)", "schema");
    check_refused("CREATE INDEX more ON note (text)", "schema");
    check_refused("DROP INDEX note_by_date", "schema");
    check_refused(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'BETWEEN 0 AND 10', 'BETWEEN 0 AND 99') WHERE name = 'pain_rating'",
        "schema",
    );
    check_refused("PRAGMA application_id = 7", "no diary");
    check_refused(
        "UPDATE pain_rating SET pain = '00000000-0000-7000-8000-000000000000'",
        "damaged",
    );
}

#[test]
fn the_backup_of_a_newer_version_is_called_newer() {
    let (_home, dir, _diary) = opened();
    let made = make(&dir, 1);
    let conn = Connection::open(folder(&dir).join(&made.name)).unwrap();
    conn.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(conn);
    assert!(
        matches!(
            dir.verify_backup(&made.name),
            Err(OpenError::Newer { found: 99, .. })
        ),
        "it is nobody's fault, and an update opens it"
    );
}

#[test]
fn damage_to_any_page_of_a_backup_is_found_or_harmless() {
    let (_home, dir, _diary) = opened();
    let made = make(&dir, 1);
    let path = folder(&dir).join(&made.name);
    let sound = fs::read(&path).unwrap();
    let promised = dir.verify_backup(&made.name).unwrap();
    let pages = sound.len() / 4096;
    let mut found = 0;
    for page in 0..pages {
        let mut bytes = sound.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0x5A);
        fs::write(&path, bytes).unwrap();
        match dir.verify_backup(&made.name) {
            Err(OpenError::UnsoundBackup { .. }) => found += 1,
            Ok(holdings) => assert_eq!(holdings, promised, "page {page} must be an unused one"),
            Err(other) => panic!("page {page}: {other:?}"),
        }
    }
    assert_eq!(found, pages, "a backup has no unused pages");
    fs::write(&path, &sound[..sound.len() / 2]).unwrap();
    assert!(
        matches!(
            dir.verify_backup(&made.name),
            Err(OpenError::UnsoundBackup { .. })
        ),
        "half a backup is none"
    );
    fs::write(&path, "").unwrap();
    assert!(
        matches!(
            dir.verify_backup(&made.name),
            Err(OpenError::UnsoundBackup { .. })
        ),
        "an empty one neither"
    );
}
