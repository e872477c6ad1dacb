//! No error tells what the user wrote.

use std::fs;

use wane_domain::diary::{FactorValue, Medicine, Night, Note, Occasion, PainRating};
use wane_store::{DataDir, Diary, Label};

use crate::common::{
    at, by_hand, day, device,
    everything::{everything, fill_schedule, full_night, own_rule, rating},
    id, imported, open_diary,
};

/// Stands for what nobody but the user may read.
const MARK: &str = "Xq7secretXq7";

fn check_silent(what: &str, error: &impl std::error::Error) {
    let mut told = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(cause) = source {
        told += &format!("{cause} {cause:?}");
        source = cause.source();
    }
    assert!(
        !told.contains(MARK),
        "{what}: the error must not tell what the user wrote: {told}"
    );
}

fn marked_diary(dir: &std::path::Path) -> Diary {
    let mut diary = open_diary(dir);
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            everything().put(change)?;
            change.put(&Note {
                id: id(500),
                date: day("2026-03-29"),
                text: MARK.into(),
                origin: by_hand(),
            })?;
            change.put(&Night {
                origin: imported(MARK, MARK),
                ..full_night(501)
            })?;
            change.put(&Medicine {
                id: id(502),
                name: MARK.into(),
                retired_at: None,
            })?;
            change.set_setting(MARK, Some(MARK))
        })
        .unwrap();
    diary
}

#[test]
fn refusals_tell_the_rule_and_not_the_record() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = marked_diary(dir.path());
    let marked = imported(MARK, MARK);
    let far = chrono::NaiveDate::from_ymd_opt(12026, 3, 29).unwrap();
    let value = FactorValue {
        id: id(600),
        factor: id(60),
        date: day("2026-03-29"),
        value: f64::NAN,
        origin: imported(MARK, "other"),
    };
    let text = Note {
        id: id(601),
        date: far,
        text: MARK.into(),
        origin: imported(MARK, "third"),
    };
    let orphan = PainRating {
        pain: Some(id(777)),
        origin: imported(MARK, "fourth"),
        ..rating(602, "2026-03-29", Occasion::Morning, 3)
    };
    let errors = [
        (
            "a key that is taken",
            diary
                .change(Label::IMPORT, at(1), |c| {
                    c.put(&Night {
                        origin: marked,
                        ..full_night(603)
                    })
                })
                .unwrap_err(),
        ),
        (
            "a number that is none",
            diary
                .change(Label::IMPORT, at(1), |c| c.put(&value))
                .unwrap_err(),
        ),
        (
            "a date beyond the calendar",
            diary
                .change(Label::IMPORT, at(1), |c| c.put(&text))
                .unwrap_err(),
        ),
        (
            "a pain that is not there",
            diary
                .change(Label::IMPORT, at(1), |c| c.put(&orphan))
                .unwrap_err(),
        ),
        (
            "a label that is a sentence",
            diary
                .change(Label::new("Xq7secretXq7"), at(1), |c| {
                    c.put(&full_night(604))
                })
                .unwrap_err(),
        ),
    ];
    for (what, error) in &errors {
        check_silent(what, error);
    }
}

#[test]
fn values_that_cannot_be_read_are_named_and_not_shown() {
    let dir = tempfile::tempdir().unwrap();
    drop(marked_diary(dir.path()));
    // Each as a defect of some other program could leave it.
    let spoilings = [
        (
            "a zone",
            "UPDATE night SET bed_zone = ?1 WHERE bed_zone IS NOT NULL",
        ),
        (
            "a name",
            "UPDATE named_pain SET uuid = substr(?1 || ?1 || ?1 || ?1, 1, 36) WHERE regions IS NULL",
        ),
        (
            "a date",
            "PRAGMA ignore_check_constraints = ON; UPDATE note SET date = ?1",
        ),
        (
            "a choice",
            "PRAGMA ignore_check_constraints = ON; UPDATE span SET kind = ?1",
        ),
        (
            "a blob",
            "UPDATE op SET value = CAST(?1 AS BLOB), old_value = CAST(?1 AS BLOB)",
        ),
        ("an unknown table", "UPDATE record SET in_table = ?1"),
        (
            "a moment in the history",
            "UPDATE op SET value = ?1 WHERE field = 'bed'",
        ),
        (
            "a label",
            "PRAGMA ignore_check_constraints = ON; UPDATE change SET label = ?1",
        ),
    ];
    for (what, sql) in spoilings {
        let spoiled = tempfile::tempdir().unwrap();
        fs::copy(dir.path().join("diary.db"), spoiled.path().join("diary.db")).unwrap();
        let raw = rusqlite::Connection::open(spoiled.path().join("diary.db")).unwrap();
        for statement in sql.split("; ") {
            if statement.contains("?1") {
                raw.execute(statement, [MARK]).map(drop)
            } else {
                raw.execute_batch(statement)
            }
            .unwrap();
        }
        drop(raw);
        // What breaks a rule of the schema can only be damage, and is noticed at once.
        let mut diary = match DataDir::open(spoiled.path())
            .unwrap()
            .diary(at(0), device())
        {
            Ok(diary) => diary,
            Err(error) => {
                check_silent(what, &error);
                continue;
            }
        };
        let mut errors = Vec::new();
        errors.extend(diary.all::<Night>().err());
        errors.extend(diary.all::<Note>().err());
        errors.extend(diary.all::<wane_domain::diary::NamedPain>().err());
        errors.extend(diary.spans_over(day("2000-01-01"), day("2050-01-01")).err());
        errors.extend(diary.revisions(id(1)).err());
        errors.extend(diary.undo(at(1)).err());
        assert!(
            !errors.is_empty(),
            "{what} that is spoiled must be noticed somewhere"
        );
        errors.iter().for_each(|error| check_silent(what, error));
    }
}

#[test]
fn a_schedule_that_cannot_be_read_tells_no_names() {
    let dir = tempfile::tempdir().unwrap();
    let place = DataDir::open(dir.path()).unwrap();
    let mut schedule = place.schedule(at(0)).unwrap();
    fill_schedule(&mut schedule).unwrap();
    schedule
        .put_rule(&wane_domain::reminder::Rule {
            kind: wane_domain::reminder::Kind::Own(MARK.into()),
            ..own_rule()
        })
        .unwrap();
    drop(schedule);
    let raw = rusqlite::Connection::open(dir.path().join("schedule.db")).unwrap();
    raw.execute("UPDATE reminder_rule SET tz_iana = ?1", [MARK])
        .unwrap();
    raw.execute("UPDATE reminder_log SET tz_used = ?1", [MARK])
        .unwrap();
    drop(raw);
    let schedule = place.schedule(at(0)).unwrap();
    check_silent("a rule's zone", &schedule.rules().unwrap_err());
    check_silent("a row's zone", &schedule.recent_log(10).unwrap_err());
}

#[test]
fn a_file_that_is_refused_or_moved_aside_is_not_quoted() {
    let spoil = |what: &str, spoil: &dyn Fn(&std::path::Path)| {
        let dir = tempfile::tempdir().unwrap();
        drop(marked_diary(dir.path()));
        spoil(&dir.path().join("diary.db"));
        let error = DataDir::open(dir.path())
            .unwrap()
            .diary(at(0), device())
            .unwrap_err();
        check_silent(what, &error);
    };
    spoil("a newer diary", &|path| {
        rusqlite::Connection::open(path)
            .unwrap()
            .execute_batch("PRAGMA user_version = 9")
            .unwrap()
    });
    spoil("a foreign one", &|path| {
        rusqlite::Connection::open(path)
            .unwrap()
            .execute_batch("PRAGMA application_id = 9")
            .unwrap()
    });
    spoil("garbage", &|path| {
        fs::write(path, MARK.repeat(1000)).unwrap()
    });
    spoil("damaged pages", &|path| {
        let mut bytes = fs::read(path).unwrap();
        let end = bytes.len();
        bytes[4096 * 2..end]
            .iter_mut()
            .zip(MARK.bytes().cycle())
            .for_each(|(byte, mark)| *byte = mark);
        fs::write(path, bytes).unwrap();
    });
}

#[test]
fn a_program_that_shows_a_diary_for_debugging_shows_no_content() {
    let dir = tempfile::tempdir().unwrap();
    let diary = marked_diary(dir.path());
    assert!(
        !format!("{diary:?}").contains(MARK),
        "an open diary says where it lies, not what is in it"
    );
}
