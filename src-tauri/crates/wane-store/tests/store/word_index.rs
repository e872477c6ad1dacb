//! The index of words: exactly what the rows say, whoever wrote them.

use std::path::Path;

use rusqlite::Connection;
use wane_domain::diary::{
    Annotation, DayEntry, Dose, Experiment, Factor, Instruction, Medicine, MedicineTaken,
    NamedPain, Note, Occasion, PainRating,
};
use wane_store::{Change, DataDir, Label, Result};

use crate::{
    common::{
        at,
        everything::{everything, rating},
        id, open_diary,
    },
    search::{LAST, diary_with, find, note},
};

/// The index must hold exactly the words of the rows that are there: SQLite finds it sound,
/// and making every passage anew makes no difference.
pub fn check_index(dir: &Path) {
    let passages = || -> Vec<(String, String, i64)> {
        let conn = Connection::open(dir.join("diary.db")).unwrap();
        conn.execute_batch("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
            .expect("the index is what the passages say");
        let due: u32 = conn
            .query_row("SELECT count(*) FROM unindexed", [], |row| row.get(0))
            .unwrap();
        assert_eq!(due, 0, "nothing waits to be indexed");
        conn.prepare("SELECT uuid, text, passage_no >> 32 FROM passage ORDER BY uuid, in_table")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap()
    };
    let before = passages();
    let conn = Connection::open(dir.join("diary.db")).unwrap();
    conn.execute_batch(
        "DELETE FROM passage;
         INSERT INTO unindexed SELECT in_table, uuid FROM record WHERE in_table <> 'setting'",
    )
    .unwrap();
    drop(conn);
    drop(open_diary(dir));
    assert_eq!(passages(), before, "the passages are those of the rows");
    let report = DataDir::open(dir).unwrap().check(at(0)).unwrap();
    assert!(report.sound, "rows, log and words tell the same");
}

/// A row that another program wrote is caught up with when the diary is opened: the triggers of the schema see it.
#[test]
fn rows_written_by_other_means_are_found_after_the_next_start() {
    let (dir, diary) = diary_with(&[note(1, LAST, "first")]);
    drop(diary);
    let conn = Connection::open(dir.path().join("diary.db")).unwrap();
    conn.execute_batch(
        "UPDATE note SET text = 'altered';
         INSERT INTO note SELECT replace(uuid, substr(uuid, 1, 4), 'ffff'), hlc, device_id, deleted_at, date, 'copied',
             source, source_key, entered_at, recalled FROM note;
         INSERT INTO note SELECT replace(uuid, substr(uuid, 1, 4), 'eeee'), hlc, device_id, 1, date, 'tombstone',
             source, source_key, entered_at, recalled FROM note LIMIT 1",
    )
    .unwrap();
    drop(conn);
    let diary = open_diary(dir.path());
    let count = |words| find(&diary, words).len();
    assert_eq!(
        (
            count("first"),
            count("altered"),
            count("copied"),
            count("tombstone")
        ),
        (0, 1, 1, 0),
        "as the rows are now"
    );
    drop(diary);
    let conn = Connection::open(dir.path().join("diary.db")).unwrap();
    conn.execute_batch("DELETE FROM note WHERE text = 'copied'")
        .unwrap();
    drop(conn);
    assert_eq!(
        find(&open_diary(dir.path()), "copied"),
        [],
        "also when a row is gone"
    );
}

/// Every table with words in it must be followed by triggers for all three kinds of writing.
#[test]
fn every_field_in_words_is_followed() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let word = "shibboleth";
    let everything = everything();
    type Say<'a> = Box<dyn Fn(&mut Change<'_>, &str) -> Result<bool> + 'a>;
    let texts: [(&str, Say<'_>); 10] = [
        (
            "experiment",
            Box::new(|c, w| {
                c.put(&Experiment {
                    own: Some(w.into()),
                    ..everything.experiments[1].clone()
                })
            }),
        ),
        (
            "note",
            Box::new(|c, w| {
                c.put(&Note {
                    text: w.into(),
                    ..everything.notes[0].clone()
                })
            }),
        ),
        (
            "day_entry",
            Box::new(|c, w| {
                c.put(&DayEntry {
                    mattered: Some(w.into()),
                    ..everything.day_entries[1].clone()
                })
            }),
        ),
        (
            "dose",
            Box::new(|c, w| {
                c.put(&Dose {
                    kind: Some(w.into()),
                    ..everything.doses[1].clone()
                })
            }),
        ),
        (
            "instruction",
            Box::new(|c, w| {
                c.put(&Instruction {
                    said: Some(w.into()),
                    ..everything.instructions[1].clone()
                })
            }),
        ),
        (
            "medicine_taken",
            Box::new(|c, w| {
                c.put(&MedicineTaken {
                    amount: Some(w.into()),
                    ..everything.medicines_taken[1].clone()
                })
            }),
        ),
        (
            "annotation",
            Box::new(|c, w| {
                c.put(&Annotation {
                    label: w.into(),
                    ..everything.annotations[0].clone()
                })
            }),
        ),
        (
            "named_pain",
            Box::new(|c, w| {
                c.put(&NamedPain {
                    name: w.into(),
                    ..everything.named_pains[0].clone()
                })
            }),
        ),
        (
            "factor",
            Box::new(|c, w| {
                c.put(&Factor {
                    name: w.into(),
                    ..everything.factors[0].clone()
                })
            }),
        ),
        (
            "medicine",
            Box::new(|c, w| {
                c.put(&Medicine {
                    name: w.into(),
                    ..everything.medicines[0].clone()
                })
            }),
        ),
    ];
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            everything.put(change)?;
            change.put(&PainRating {
                pain: Some(id(30)),
                ..rating(600, LAST, Occasion::Moment, 0)
            })
        })
        .unwrap();
    for (table, put) in &texts {
        let before = find(&diary, word).len();
        assert_eq!(before, 0, "{table}: not there yet");
        diary
            .change(Label::SAVE_ENTRY, at(1), |change| put(change, word))
            .unwrap();
        assert!(
            !find(&diary, word).is_empty(),
            "{table}: found once it is said"
        );
        diary
            .change(Label::SAVE_ENTRY, at(1), |change| put(change, "other"))
            .unwrap();
        assert!(
            find(&diary, word).is_empty(),
            "{table}: not any more when it is altered"
        );
        diary.undo(at(2)).unwrap();
        assert!(
            !find(&diary, word).is_empty(),
            "{table}: and again after undo"
        );
        diary.undo(at(2)).unwrap();
    }
}
