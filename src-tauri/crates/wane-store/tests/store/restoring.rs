//! A backup takes the diary's place whole, or the diary stays as it was.

use std::{collections::BTreeSet, fs, path::Path};

use chrono::NaiveDate;
use rusqlite::{Connection, types::Value};
use wane_domain::diary::{Night, Note};
use wane_store::{DataDir, Label, OpenError, Reason};

use crate::{
    backups::{folder, make, note, opened, save},
    common::{
        at, day, device,
        everything::{Everything, everything, everything_before_schema_3, full_night},
        id, open_diary,
    },
};

/// Every row of every table but those that follow from others, and but how far the clock has come.
pub fn dump(path: &Path) -> Vec<(String, Vec<Vec<Value>>)> {
    let conn = Connection::open(path).unwrap();
    let names: Vec<String> = conn
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
             AND name NOT IN ('meta', 'unindexed') AND name NOT LIKE 'words_%' AND name NOT LIKE 'passage%' ORDER BY name",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    names
        .into_iter()
        .map(|name| {
            let mut statement = conn.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let columns = statement.column_count();
            let rows = statement
                .query_map([], |row| (0..columns).map(|at| row.get(at)).collect())
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            (name, rows)
        })
        .collect()
}

fn meta(path: &Path) -> (i64, i64) {
    let conn = Connection::open(path).unwrap();
    let number = |key: &str| {
        conn.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| {
            row.get(0)
        })
        .unwrap()
    };
    (number("clock"), number("counter"))
}

/// Nothing but the diary's own files may lie in its directory.
pub fn check_tidy(dir: &DataDir, why: &str) {
    let ours = [
        "backups",
        "checked",
        "diary.db",
        "diary.db-shm",
        "diary.db-wal",
        "lock",
        "reserve",
        "schedule.db",
    ];
    for entry in fs::read_dir(dir.path()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            ours.contains(&name.as_str()) || name.starts_with("damaged-"),
            "{why}: {name} must be cleared away"
        );
    }
}

#[test]
fn a_restored_diary_is_the_backup_and_the_one_before_can_be_had_back() {
    let (home, dir, mut diary) = opened();
    let first = make(&dir, 1);
    let then = dump(&folder(&dir).join(&first.name));
    save(&mut diary, 500);
    diary
        .change(Label::REMOVE, at(2), |change| change.remove::<Night>(id(1)))
        .unwrap();
    let now = Everything::read(&diary).unwrap();

    let before = diary.restore_backup(&first.name, at(3)).unwrap();
    assert_eq!(
        before.reason,
        Reason::Restore,
        "the diary before was backed up"
    );
    assert_eq!(
        Everything::read(&diary).unwrap(),
        everything(),
        "the diary is what it was"
    );
    check_tidy(&dir, "after restoring");
    drop(diary);
    assert!(
        dump(&home.path().join("diary.db")) == then,
        "with its whole history, and nothing else"
    );

    let mut diary = dir.diary(at(4), device()).unwrap();
    diary.restore_backup(&before.name, at(5)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        now,
        "and restoring is taken back by restoring"
    );
    assert_eq!(
        diary.can_undo().unwrap(),
        Some(Label::REMOVE),
        "with what could be undone then"
    );
    diary.undo(at(6)).unwrap();
    assert_eq!(
        diary.get::<Night>(id(1)).unwrap(),
        Some(full_night(1)),
        "and can be now"
    );
    assert!(
        dir.backups().unwrap().iter().any(|backup| backup == &first),
        "a backup that was restored is still there"
    );
}

#[test]
fn a_restored_diary_gives_no_stamp_and_no_number_twice() {
    let (home, dir, mut diary) = opened();
    let first = make(&dir, 1);
    for n in 500..520 {
        save(&mut diary, n);
    }
    drop(diary);
    let (clock, counter) = meta(&home.path().join("diary.db"));
    // The clock has been set back meanwhile.
    let mut diary = dir.diary(at(-1000), device()).unwrap();
    diary.restore_backup(&first.name, at(-999)).unwrap();
    save(&mut diary, 600);
    drop(diary);
    let conn = Connection::open(home.path().join("diary.db")).unwrap();
    let least: (i64, i64) = conn
        .query_row(
            "SELECT min(hlc), min(counter) FROM op WHERE change_id = (SELECT max(change_id) FROM change)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert!(
        least.0 > clock && least.1 > counter,
        "what is saved after a restore is later than all before it: {least:?} > {:?}",
        (clock, counter)
    );
}

#[test]
fn restoring_makes_a_backup_only_of_what_none_holds() {
    let (_home, dir, mut diary) = opened();
    let first = make(&dir, 1);
    let before = diary.restore_backup(&first.name, at(2)).unwrap();
    assert_eq!(
        before, first,
        "nothing had changed, and the backup there was holds it all"
    );
    assert_eq!(dir.backups().unwrap().len(), 1, "one is enough");
    assert!(
        !dir.backup_due(at(10)).unwrap(),
        "and a fresh restore asks for none before a day has passed"
    );
}

/// A restore that fails must leave the diary open and as it was.
fn check_refused(why: &str, spoil: impl FnOnce(&DataDir, &Path)) {
    let (home, dir, mut diary) = opened();
    let first = make(&dir, 1);
    save(&mut diary, 500);
    spoil(&dir, &folder(&dir).join(&first.name));
    let now = Everything::read(&diary).unwrap();
    let failed = diary.restore_backup(&first.name, at(3));
    assert!(failed.is_err(), "{why}: it must be refused");
    assert_eq!(
        Everything::read(&diary).unwrap(),
        now,
        "{why}: the diary is as it was"
    );
    save(&mut diary, 501);
    check_tidy(&dir, why);
    drop((diary, dir));
    assert_eq!(
        open_diary(home.path()).all::<Note>().unwrap().len(),
        everything().notes.len() + 2,
        "{why}: and can be written to and opened again"
    );
}

#[test]
fn a_restore_that_fails_leaves_the_diary_as_it_was() {
    check_refused("a backup that is gone", |_, path| {
        fs::remove_file(path).unwrap()
    });
    check_refused("a backup that has rotted", |_, path| {
        let bytes = fs::read(path).unwrap();
        fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
    });
    check_refused("somebody's own table in it", |_, path| {
        let conn = Connection::open(path).unwrap();
        conn.execute_batch("CREATE TABLE mine (x)").unwrap();
    });
}

#[test]
fn a_restore_that_has_nowhere_to_prepare_the_copy_leaves_the_diary_as_it_was() {
    let (home, dir, mut diary) = opened();
    let first = make(&dir, 1);
    save(&mut diary, 500);
    fs::write(home.path().join(".work"), "in the way").unwrap();
    let failed = diary.restore_backup(&first.name, at(3));
    assert!(
        matches!(failed, Err(OpenError::Io { .. })),
        "a file is in the place of the directory: {failed:?}"
    );
    save(&mut diary, 501);
    assert_eq!(
        dir.backups().unwrap(),
        [first],
        "not even a backup was made"
    );
}

#[test]
fn a_backup_of_an_older_schema_is_brought_up_to_date_on_the_way() {
    let home = tempfile::tempdir().unwrap();
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/schema_1/diary.db");
    fs::copy(frozen, home.path().join("diary.db")).unwrap();
    let dir = DataDir::open(home.path()).unwrap();
    let mut diary = dir.diary(at(0), device()).unwrap();
    let upgrade = dir.backups().unwrap().remove(0);
    assert_eq!(
        (upgrade.reason, upgrade.schema),
        (Reason::Upgrade, 1),
        "the upgrade has left a backup"
    );
    assert_eq!(
        dir.verify_backup(&upgrade.name).unwrap().counts,
        diary.counts().unwrap(),
        "which is sound by the rules of its own schema"
    );
    assert_eq!(
        dir.rehearse(at(1)).unwrap().holdings.counts,
        diary.counts().unwrap(),
        "and can be restored for practice"
    );
    let plan = diary.compare_with_backup(&upgrade.name).unwrap();
    assert!(
        plan.differing.is_empty()
            && plan.only_now.is_empty()
            && plan.only_then.is_empty()
            && !plan.undated_differ,
        "nothing has changed but the schema: {plan:?}"
    );
    save(&mut diary, 500);
    diary.restore_backup(&upgrade.name, at(2)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        everything_before_schema_3(),
        "it is the diary of then in the schema of now"
    );
    save(&mut diary, 501);
    assert_eq!(
        diary.search("note", 10).unwrap().hits.len(),
        diary
            .all::<Note>()
            .unwrap()
            .iter()
            .filter(|note| note.text.starts_with("note"))
            .count(),
        "its words are found, the newest too"
    );
}

#[test]
fn a_plan_tells_which_days_would_go_come_back_or_differ() {
    let (_home, dir, mut diary) = opened();
    let on = |n: u16, date: &str, text: &str| Note {
        date: day(date),
        text: text.into(),
        ..note(n)
    };
    diary
        .change(Label::SAVE_ENTRY, at(1), |change| {
            change.put(&on(500, "2026-05-01", "will be removed"))?;
            change.put(&on(501, "2026-05-02", "will be altered"))?;
            change.put(&on(502, "2026-05-03", "stays"))
        })
        .unwrap();
    let backup = make(&dir, 1);
    let same = diary.compare_with_backup(&backup.name).unwrap();
    assert_eq!(same.now, same.then, "nothing has changed yet");
    assert!(
        same.only_now.is_empty()
            && same.only_then.is_empty()
            && same.differing.is_empty()
            && !same.undated_differ,
        "so no day would"
    );
    diary
        .change(Label::SAVE_ENTRY, at(2), |change| {
            change.remove::<Note>(id(500))?;
            change.put(&on(501, "2026-05-02", "altered"))?;
            change.put(&on(503, "2026-05-04", "new"))?;
            // Altered and altered back: the history grows, the day does not differ.
            change.put(&on(502, "2026-05-03", "for a moment"))?;
            change.put(&on(502, "2026-05-03", "stays"))?;
            change.set_setting("theme", Some("day"))
        })
        .unwrap();
    let plan = diary.compare_with_backup(&backup.name).unwrap();
    let dates =
        |dates: &[&str]| -> BTreeSet<NaiveDate> { dates.iter().map(|date| day(date)).collect() };
    assert_eq!(plan.only_now, dates(&["2026-05-04"]), "would go");
    assert_eq!(plan.only_then, dates(&["2026-05-01"]), "would come back");
    assert_eq!(plan.differing, dates(&["2026-05-02"]), "would be as before");
    assert!(plan.undated_differ, "a choice would be as before too");
    assert_eq!(
        (plan.now.last_change, plan.then.last_change),
        (Some(at(2)), Some(at(1))),
        "up to when each goes"
    );
    assert_eq!(plan.backup, backup, "it is about that backup");
    check_tidy(&dir, "after comparing");
}

#[test]
fn a_rehearsal_reports_what_the_newest_backup_holds_and_leaves_no_trace() {
    let (_home, dir, mut diary) = opened();
    assert!(
        matches!(dir.rehearse(at(0)), Err(OpenError::NoSuchBackup)),
        "there is nothing to practise with yet"
    );
    make(&dir, 1);
    save(&mut diary, 500);
    let newest = make(&dir, 2);
    save(&mut diary, 501);
    let rehearsal = dir.rehearse(at(3)).unwrap();
    assert_eq!(rehearsal.backup, newest, "the newest is tried");
    assert_eq!(
        rehearsal.holdings,
        dir.verify_backup(&newest.name).unwrap(),
        "and gives what it holds"
    );
    assert_eq!(
        diary.all::<Note>().unwrap().len(),
        everything().notes.len() + 2,
        "the diary has not noticed"
    );
    check_tidy(&dir, "after a rehearsal");
}

#[test]
fn what_a_crash_leaves_beside_the_diary_is_cleared_away() {
    let (home, dir, diary) = opened();
    let backup = make(&dir, 1);
    drop((diary, dir));
    // As a kill in the middle of a restore leaves it.
    let work = home.path().join(".work");
    fs::create_dir(&work).unwrap();
    for file in ["diary.db", "diary.db-wal", "replaced.db"] {
        fs::write(work.join(file), "half").unwrap();
    }
    let dir = DataDir::open(home.path()).unwrap();
    let mut diary = dir.diary(at(2), device()).unwrap();
    check_tidy(&dir, "after opening");
    fs::create_dir(&work).unwrap();
    fs::write(work.join("diary.db"), "half").unwrap();
    diary.restore_backup(&backup.name, at(3)).unwrap();
    assert_eq!(
        Everything::read(&diary).unwrap(),
        everything(),
        "nor is it in the way of a restore"
    );
    check_tidy(&dir, "after restoring");
}

#[test]
fn a_diary_that_was_restored_by_half_is_one_of_the_two() {
    // The moment after the rename: the new file is in its place, the old one has only its second name.
    let (home, dir, mut diary) = opened();
    let backup = make(&dir, 1);
    save(&mut diary, 500);
    drop((diary, dir));
    let work = home.path().join(".work");
    fs::create_dir(&work).unwrap();
    fs::rename(home.path().join("diary.db"), work.join("replaced.db")).unwrap();
    fs::copy(
        home.path().join("backups").join(&backup.name),
        home.path().join("diary.db"),
    )
    .unwrap();
    assert_eq!(
        Everything::read(&open_diary(home.path())).unwrap(),
        everything(),
        "the next start opens the new one"
    );
}

#[test]
fn copies_are_made_one_at_a_time_and_wait_for_each_other() {
    let (_home, dir, mut diary) = opened();
    let backup = make(&dir, 1);
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..3)
            .map(|n| {
                let (dir, name) = (dir.clone(), backup.name.clone());
                scope.spawn(move || match n {
                    0 => dir.verify_backup(&name).map(drop),
                    1 => dir.rehearse(at(2)).map(drop),
                    _ => dir.check(at(2)).map(drop),
                })
            })
            .collect();
        for n in 0..3 {
            diary.restore_backup(&backup.name, at(3 + n)).unwrap();
            save(&mut diary, 901 + u16::try_from(n).unwrap());
        }
        for other in others {
            other
                .join()
                .unwrap()
                .expect("whoever only reads is not disturbed");
        }
    });
    assert!(
        dir.check(at(9)).unwrap().sound,
        "and the diary is sound and open"
    );
}
