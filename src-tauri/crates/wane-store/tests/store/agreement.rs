//! The full check sees where the two copies of everything, the rows and their log, no longer agree:
//! SQLite itself has no checksums, and a changed letter is a letter to it.

use rusqlite::Connection;
use wane_store::{DataDir, Label, Reason};

use crate::{
    backups::{opened, save},
    common::{at, device, everything::everything},
};

/// A diary with a history; then `change` happens to it behind the program's back. Whether the full check is content.
fn is_sound_after(change: &str) -> bool {
    let (_home, dir, mut diary) = opened();
    for n in 900..903 {
        save(&mut diary, n);
    }
    diary.undo(at(1)).unwrap();
    diary
        .change(Label::SETTINGS, at(2), |change| {
            change.set_setting("theme", Some("dusk"))
        })
        .unwrap();
    drop(diary);
    let conn = Connection::open(dir.path().join("diary.db")).unwrap();
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .unwrap();
    conn.execute_batch(change).unwrap();
    let whole: String = conn
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(whole, "ok", "SQLite sees nothing wrong with: {change}");
    drop(conn);
    dir.check(at(3)).unwrap().sound
}

fn check(change: &str, sound: bool) {
    assert_eq!(is_sound_after(change), sound, "after: {change}");
}

#[test]
fn a_letter_that_has_changed_by_itself_is_seen() {
    check("SELECT 1", true);
    check("VACUUM", true);
    // Without the triggers, which would keep the words that are searched in step.
    check(
        "DROP TRIGGER note_reworded; UPDATE note SET text = replace(text, 'note', 'nose')",
        false,
    );
    check("UPDATE note SET entered_at = entered_at + 1", false);
    check(
        "UPDATE night SET sol_min = sol_min + 1 WHERE sol_min IS NOT NULL",
        false,
    );
    check(
        "UPDATE night SET bed_utc = bed_utc + 60000 WHERE bed_utc IS NOT NULL",
        false,
    );
    // The offset is there for other readers of the file and follows from instant and zone, by the rules of the zone
    // as they were known when it was written: rules that have changed since are no damage.
    check(
        "UPDATE night SET bed_offset = bed_offset + 60 WHERE bed_offset IS NOT NULL",
        true,
    );
    check(
        "UPDATE night SET waso_min = 0 WHERE waso_min IS NULL",
        false,
    );
    check("UPDATE pain_rating SET hlc = hlc + 1", false);
    check(
        "UPDATE pain_rating SET deleted_at = NULL WHERE deleted_at IS NOT NULL",
        true,
    );
    check(
        "UPDATE note SET deleted_at = NULL WHERE deleted_at IS NOT NULL",
        false,
    );
    check("UPDATE setting SET value = 'dawn'", false);
}

#[test]
fn a_log_that_has_changed_by_itself_is_seen() {
    check("UPDATE op SET value = 'nose' WHERE field = 'text'", false);
    check(
        "UPDATE op SET old_value = 'nose' WHERE field = 'text'",
        false,
    );
    check(
        "UPDATE op SET old_value = 0 WHERE field = 'alive' AND old_value = 1",
        false,
    );
    check(
        "UPDATE op SET prev_hlc = prev_hlc - 1 WHERE prev_hlc IS NOT NULL",
        false,
    );
    check("UPDATE op SET field = 'test' WHERE field = 'text'", false);
    check("UPDATE meta SET value = 1 WHERE key = 'clock'", false);
    check("UPDATE meta SET value = 1 WHERE key = 'counter'", false);
    check(
        "UPDATE record SET in_table = 'nap' WHERE in_table = 'night'",
        false,
    );
}

#[test]
fn words_that_are_not_as_they_were_written_are_seen() {
    check(
        "UPDATE passage SET text = 'nose' WHERE in_table = 'note'",
        false,
    );
    check("DELETE FROM passage WHERE in_table = 'note'", false);
    check(
        "UPDATE passage SET in_table = 'nap' WHERE in_table = 'note'",
        false,
    );
}

#[test]
fn a_schema_that_has_changed_by_itself_is_seen() {
    for (table, from, to) in [
        ("pain_rating", "BETWEEN 0 AND 10", "BETWEEN 0 AND 90"),
        ("note", "text", "tent"),
        ("night_by_date", "deleted_at", "deleted_by"),
        ("note_worded", "NEW.text", "NEW.date"),
    ] {
        let change = format!(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, '{from}', '{to}') WHERE name = '{table}';
             PRAGMA writable_schema = OFF"
        );
        check(&change, false);
    }
    // A remark that is no text any more, which SQLite passes over.
    check(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = sql || CAST(X'202D2DFF' AS TEXT) WHERE name = 'note_by_date';
         PRAGMA writable_schema = OFF",
        false,
    );
    check("CREATE TABLE more (x)", false);
    check("DROP TRIGGER note_reworded", false);
    check("DROP INDEX note_by_date", false);
}

#[test]
fn what_is_seen_is_acted_upon_at_the_next_open() {
    let (_home, dir, diary) = opened();
    drop(diary);
    let conn = Connection::open(dir.path().join("diary.db")).unwrap();
    conn.execute("UPDATE night SET nwak = nwak + 1", [])
        .unwrap();
    drop(conn);
    drop(
        dir.diary(at(1), device())
            .expect("opening does not read everything"),
    );
    assert!(!dir.check(at(2)).unwrap().sound, "the check does");
    assert!(
        matches!(
            dir.diary(at(3), device()),
            Err(wane_store::OpenError::Damaged { .. })
        ),
        "and the next open moves the diary aside"
    );
}

#[test]
fn whatever_the_program_does_agrees() {
    let (_home, dir, mut diary) = opened();
    let is_sound = |dir: &DataDir, what: &str| {
        assert!(dir.check(at(10)).unwrap().sound, "after {what}");
    };
    is_sound(&dir, "an import");
    let first = dir.back_up(Reason::ByHand, at(1)).unwrap().unwrap();
    save(&mut diary, 950);
    diary.undo(at(2)).unwrap();
    diary.redo(at(3)).unwrap();
    is_sound(&dir, "undo and redo");
    diary.restore_backup(&first.name, at(4)).unwrap();
    save(&mut diary, 951);
    is_sound(&dir, "restoring a backup and going on");
    while diary.undo(at(5)).unwrap().is_some() {}
    is_sound(&dir, "taking everything back");
    while diary.redo(at(6)).unwrap().is_some() {}
    is_sound(&dir, "bringing everything back");
    drop(diary);
    // A page in the middle is lost, and with it operations that others followed.
    let path = dir.path().join("diary.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let page = bytes.len() / 2 / 4096 * 4096;
    bytes[page..page + 4096].fill(0xA5);
    std::fs::write(&path, bytes).unwrap();
    let Err(wane_store::OpenError::Damaged { moved_to }) = dir.diary(at(7), device()) else {
        panic!("the damage is seen");
    };
    let mut diary = dir.diary(at(8), device()).unwrap();
    diary.recover(&moved_to, at(9)).unwrap();
    diary
        .change(Label::SAVE_ENTRY, at(9), |change| everything().put(change))
        .unwrap();
    is_sound(&dir, "recovering what was damaged and going on");
}
