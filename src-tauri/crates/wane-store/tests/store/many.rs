//! Many writes at once leave the diary as the same writes one by one do.

use rusqlite::Connection;
use wane_domain::diary::{Night, Note};
use wane_store::{Change, Diary, Error, Label};

use crate::common::{
    at, by_hand, day,
    everything::{everything, full_night},
    id, open_diary,
};

fn note(n: u16, text: &str) -> Note {
    Note {
        id: id(n),
        date: day("2026-03-29"),
        text: text.into(),
        origin: by_hand(),
    }
}

/// The whole log, and every column of two tables of records.
fn log(dir: &std::path::Path) -> Vec<String> {
    let conn = Connection::open(dir.join("diary.db")).unwrap();
    let mut lines = Vec::new();
    for query in [
        "SELECT quote(op_id) || change_id || ' ' || hlc || in_table || row_uuid || field || quote(value) || quote(old_value) || quote(prev_hlc)
         FROM operation ORDER BY op_id",
        "SELECT uuid || hlc || quote(deleted_at) || text FROM note ORDER BY uuid",
        "SELECT uuid || hlc || quote(deleted_at) || quote(nwak) FROM night ORDER BY uuid",
        "SELECT key || quote(value) FROM meta ORDER BY key",
    ] {
        let mut statement = conn.prepare(query).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        lines.extend(rows.map(Result::unwrap));
    }
    lines
}

type Work = fn(&mut Change<'_>) -> Result<(), Error>;

/// What is written: rows that are new, rows that were there, rows that this very change has made, and a setting.
fn of_every_sort(change: &mut Change<'_>) -> Result<(), Error> {
    for n in 500..560 {
        change.put(&note(n, "new"))?;
    }
    change.put(&note(400, "changed"))?;
    change.put(&note(510, "changed at once"))?;
    change.remove::<Note>(id(511))?;
    change.put(&note(511, "back again"))?;
    change.set_setting("a", Some("b"))?;
    change.put(&Night {
        nwak: None,
        ..full_night(600)
    })?;
    change.put(&full_night(600))?;
    Ok(())
}

fn brought_in() -> (tempfile::TempDir, Diary) {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::IMPORT, at(0), |change| change.many(of_every_sort))
        .unwrap();
    (dir, diary)
}

fn nothing(_: &mut Change<'_>) -> Result<(), Error> {
    Ok(())
}

/// A record that is refused is passed over, and what came before it stays.
fn past_a_refusal(change: &mut Change<'_>) -> Result<(), Error> {
    change.put(&note(500, "before"))?;
    let far = Note {
        date: chrono::NaiveDate::from_ymd_opt(12026, 3, 29).unwrap(),
        ..note(501, "refused")
    };
    assert!(matches!(change.put(&far), Err(Error::Refused { .. })));
    change.put(&note(502, "after")).map(drop)
}

#[test]
fn many_at_once_are_told_of_as_if_one_by_one() {
    let works: [(&str, Work); 4] = [
        ("every sort", of_every_sort),
        ("a diary of everything", |change| everything().put(change)),
        ("nothing", nothing),
        ("past a refusal", past_a_refusal),
    ];
    for (name, work) in works {
        let told = [false, true].map(|together| {
            let dir = tempfile::tempdir().unwrap();
            let mut diary = open_diary(dir.path());
            diary
                .change(Label::SAVE_ENTRY, at(0), |change| {
                    change.put(&note(400, "there"))
                })
                .unwrap();
            let saved = diary
                .change(Label::IMPORT, at(1), |change| {
                    if together {
                        change.many(work)
                    } else {
                        work(change)
                    }
                })
                .unwrap();
            (saved.operations, saved.touched, log(dir.path()))
        });
        let [one_by_one, together] = told;
        assert_eq!(one_by_one, together, "{name}");
    }
}

#[test]
fn many_are_taken_back_and_brought_back_whole() {
    let (_dir, mut diary) = brought_in();
    let whole = diary.all::<Note>().unwrap();
    diary.undo(at(1)).unwrap();
    assert_eq!(diary.all::<Note>().unwrap(), []);
    diary.redo(at(2)).unwrap();
    assert_eq!(diary.all::<Note>().unwrap(), whole);
}

#[test]
fn work_that_fails_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let before = log(dir.path());
    let failed = diary.change(Label::IMPORT, at(0), |change| {
        change.many(|change| {
            of_every_sort(change)?;
            change.put(&Note {
                date: chrono::NaiveDate::from_ymd_opt(12026, 3, 29).unwrap(),
                ..note(501, "refused")
            })
        })
    });
    assert!(failed.is_err());
    assert_eq!(log(dir.path()), before);
}

#[test]
fn control_a_log_that_differs_is_seen() {
    let (dir, _diary) = brought_in();
    let before = log(dir.path());
    Connection::open(dir.path().join("diary.db"))
        .unwrap()
        .execute("UPDATE op SET prev_hlc = 1 WHERE counter = 7", [])
        .unwrap();
    assert_ne!(log(dir.path()), before);
}
