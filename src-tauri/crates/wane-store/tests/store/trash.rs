//! The list of what was removed, and bringing it back.

use wane_domain::diary::{Medicine, MedicineTaken, Night, Note};
use wane_store::{Diary, Error, ImportBatch, Label, Value};

use crate::{
    common::{
        at, by_hand, day,
        everything::{everything, full_night},
        id, imported, open_diary,
    },
    undo::see,
};

fn note(n: u16) -> Note {
    Note {
        id: id(n),
        date: day("2026-03-29"),
        text: format!("note {n}"),
        origin: by_hand(),
    }
}

fn put(diary: &mut Diary, n: u16, minute: i64) {
    diary
        .change(Label::SAVE_ENTRY, at(minute), |change| change.put(&note(n)))
        .unwrap();
}

fn remove(diary: &mut Diary, n: u16, minute: i64) {
    let removed = diary.change(Label::REMOVE, at(minute), |change| {
        change.remove::<Note>(id(n))
    });
    assert!(removed.unwrap().value, "there was something to remove");
}

/// Which records are in the trash, and since which minute.
fn trash(diary: &Diary) -> Vec<(u16, i64)> {
    let removed = diary.removed_since(at(-1_000_000)).unwrap();
    removed
        .iter()
        .map(|removed| {
            let n = (0..1000).find(|n| id(*n) == removed.record).unwrap();
            (n, (removed.removed_at - at(0)).num_minutes())
        })
        .collect()
}

#[test]
fn what_was_removed_is_listed_newest_first_with_what_it_held() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    (1..=3).for_each(|n| put(&mut diary, n, 0));
    assert_eq!(trash(&diary), [], "nothing was removed yet");
    remove(&mut diary, 2, 1);
    remove(&mut diary, 1, 2);
    assert_eq!(trash(&diary), [(1, 2), (2, 1)], "newest first");
    let newest = diary.removed_since(at(2)).unwrap();
    assert_eq!(newest.len(), 1, "from an instant on, that instant included");
    assert_eq!(newest[0].table, "note", "with its table");
    assert_eq!(
        newest[0].fields,
        [
            ("date", Value::Text("2026-03-29".into())),
            ("text", Value::Text("note 1".into())),
            ("source", Value::Nothing),
            ("source_key", Value::Nothing),
            ("entered_at", Value::Whole(at(0).timestamp_millis())),
            ("recalled", Value::Whole(0)),
        ],
        "and all it held"
    );
    assert_eq!(
        diary.removed_since(at(3)).unwrap(),
        [],
        "nothing after that"
    );
    drop(diary);
    assert_eq!(
        trash(&open_diary(dir.path())),
        [(1, 2), (2, 1)],
        "it is there after a restart"
    );
}

#[test]
fn what_is_brought_back_is_as_it_was_and_not_in_the_trash() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    put(&mut diary, 1, 0);
    remove(&mut diary, 1, 1);
    let removed = see(&diary);
    let back = |diary: &mut Diary, n: u16, minute| {
        diary
            .change(Label::RESTORE, at(minute), |change| {
                change.bring_back(id(n))
            })
            .unwrap()
    };
    let saved = back(&mut diary, 1, 2);
    assert!(saved.value, "it was brought back");
    assert_eq!(
        saved.touched.into_iter().collect::<Vec<_>>(),
        [day("2026-03-29")],
        "its day is told"
    );
    assert_eq!(diary.get(id(1)).unwrap(), Some(note(1)), "as it was");
    assert_eq!(trash(&diary), [], "and is in the trash no more");
    assert_eq!(
        back(&mut diary, 1, 3).operations,
        0,
        "what is there cannot be brought back"
    );
    assert_eq!(
        back(&mut diary, 77, 3).operations,
        0,
        "nor can what never was"
    );
    diary.undo(at(4)).unwrap();
    assert_eq!(
        see(&diary),
        removed,
        "undo puts it back into the trash, where it was"
    );
    assert_eq!(
        trash(&diary),
        [(1, 1)],
        "since the moment when it was removed"
    );
    diary.redo(at(5)).unwrap();
    remove(&mut diary, 1, 6);
    assert_eq!(
        trash(&diary),
        [(1, 6)],
        "removed again, it counts from then"
    );
}

#[test]
fn undo_and_redo_leave_nothing_in_the_trash_but_what_was_removed() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    put(&mut diary, 1, 0);
    diary.undo(at(1)).unwrap();
    assert_eq!(trash(&diary), [], "what an undo took away a redo brings");
    diary.redo(at(2)).unwrap();
    remove(&mut diary, 1, 3);
    diary.undo(at(4)).unwrap();
    assert_eq!(trash(&diary), [], "a removal that was undone is none");
    diary.redo(at(5)).unwrap();
    assert_eq!(trash(&diary), [(1, 3)], "one that was redone is one again");
    diary
        .change(Label::SAVE_ENTRY, at(6), |change| {
            change.put(&note(2))?;
            change.remove::<Note>(id(2))?;
            change.put(&note(3))?;
            change.remove::<Note>(id(3))?;
            change.put(&note(3))
        })
        .unwrap();
    assert_eq!(
        trash(&diary),
        [(2, 6), (1, 3)],
        "what a change removed and made again is not removed"
    );
    put(&mut diary, 1, 7);
    assert_eq!(
        trash(&diary),
        [(2, 6)],
        "what was written again is there again"
    );
}

#[test]
fn imports_and_settings_do_not_go_to_the_trash() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let batch = everything().import_batches[0].id;
    diary
        .change(Label::IMPORT, at(0), |change| {
            everything().put(change)?;
            change.set_setting("theme", Some("dusk"))
        })
        .unwrap();
    diary
        .change(Label::SETTINGS, at(1), |change| {
            change.set_setting("theme", None)
        })
        .unwrap();
    diary
        .change(Label::REMOVE, at(2), |change| {
            change.remove::<ImportBatch>(everything().import_batches[1].id)
        })
        .unwrap();
    assert_eq!(
        trash(&diary),
        [],
        "neither a setting nor an import's own record"
    );
    remove(&mut diary, 130, 3);
    diary
        .take_back_change_of(batch, Label::new("import-undo"), at(4))
        .unwrap();
    assert_eq!(
        trash(&diary),
        [(130, 3)],
        "what came with an import that was taken back is not there, what the user removed is"
    );
    let told = diary.revisions(id(1)).unwrap();
    assert_eq!(
        told.last()
            .map(|r| (r.label.code(), r.field, r.new.clone())),
        Some(("import-undo", "alive", Value::Whole(0))),
        "in the history the taking back has its own label"
    );
    diary.undo(at(5)).unwrap();
    diary
        .change(Label::REMOVE, at(6), |change| change.remove::<Night>(id(1)))
        .unwrap();
    assert_eq!(
        trash(&diary),
        [(1, 6), (130, 3)],
        "a record of an import that the user removes is"
    );
}

#[test]
fn records_of_every_kind_come_back_from_the_trash() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::IMPORT, at(0), |change| everything().put(change))
        .unwrap();
    let before = see(&diary);
    diary
        .restore_day(day("2026-03-29"), 0, Label::RESTORE, at(1))
        .unwrap();
    let removed = diary.removed_since(at(0)).unwrap();
    assert!(removed.len() > 15, "a day emptied goes to the trash");
    diary
        .change(Label::RESTORE, at(2), |change| {
            removed
                .iter()
                .try_for_each(|removed| change.bring_back(removed.record).map(drop))
        })
        .unwrap();
    assert_eq!(see(&diary), before, "and comes back from there whole");
}

#[test]
fn an_import_that_is_there_again_is_not_brought_back_beside_itself() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let night = |n| Night {
        origin: imported("wane-csv", "2026-03-29"),
        ..full_night(n)
    };
    diary
        .change(Label::IMPORT, at(0), |c| c.put(&night(1)))
        .unwrap();
    diary
        .change(Label::REMOVE, at(1), |c| c.remove::<Night>(id(1)))
        .unwrap();
    diary
        .change(Label::IMPORT, at(2), |c| c.put(&night(2)))
        .unwrap();
    let before = see(&diary);
    let refused = diary.change(Label::RESTORE, at(3), |c| c.bring_back(id(1)));
    assert!(
        matches!(refused, Err(Error::Refused { .. })),
        "the same night would be there twice: {refused:?}"
    );
    assert_eq!(see(&diary), before, "and nothing was changed");
}

#[test]
fn what_a_record_refers_to_stays_where_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::IMPORT, at(0), |change| everything().put(change))
        .unwrap();
    diary
        .change(Label::REMOVE, at(1), |change| {
            change.remove::<MedicineTaken>(id(110))?;
            change.remove::<Medicine>(id(100))
        })
        .unwrap();
    assert_eq!(
        trash(&diary),
        [(100, 1), (110, 1)],
        "the last removed first"
    );
    diary
        .change(Label::RESTORE, at(2), |c| c.bring_back(id(110)))
        .unwrap();
    assert_eq!(
        trash(&diary),
        [(100, 1)],
        "the medicine is still in the trash"
    );
    assert!(
        diary.get::<MedicineTaken>(id(110)).unwrap().is_some(),
        "while its taking is back"
    );
}
