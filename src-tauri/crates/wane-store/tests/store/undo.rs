//! Undo, redo, and taking back an old change.

use wane_domain::diary::{Night, Occasion, PainRating};
use wane_store::{Change, Diary, ImportBatch, Label, Removed};

use crate::common::{
    at, day,
    everything::{Everything, empty_night, everything, full_night, rating},
    id, imported, open_diary,
};

/// Everything a user could see.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    records: Everything,
    settings: std::collections::BTreeMap<String, String>,
    removed: Vec<Removed>,
}

pub fn see(diary: &Diary) -> Seen {
    Seen {
        records: Everything::read(diary).unwrap(),
        settings: diary.settings().unwrap(),
        removed: diary.removed_since(at(-1_000_000)).unwrap(),
    }
}

#[test]
fn undo_and_redo_of_a_whole_diary() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let empty = see(&diary);
    let saved = diary
        .change(Label::IMPORT, at(0), |change| everything().put(change))
        .unwrap();
    let undone = diary
        .undo(at(1))
        .unwrap()
        .expect("there is something to undo");
    assert_eq!(
        (undone.label, undone.touched),
        (Label::IMPORT, saved.touched.clone()),
        "it tells what it took back, and where"
    );
    assert_eq!(see(&diary), empty, "one change is one undo, however large");
    assert_eq!(
        (diary.can_undo().unwrap(), diary.can_redo().unwrap()),
        (None, Some(Label::IMPORT)),
        "now it can only be redone"
    );
    let redone = diary
        .redo(at(2))
        .unwrap()
        .expect("there is something to redo");
    assert_eq!(
        (redone.label, redone.touched),
        (Label::IMPORT, saved.touched),
        "so does redo"
    );
    assert_eq!(
        see(&diary).records,
        everything(),
        "and it brings everything back"
    );
    assert_eq!(diary.redo(at(3)).unwrap(), None, "there is no second redo");
}

#[test]
fn an_edit_is_undone_field_by_field() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let first = full_night(1);
    let second = Night {
        bed: None,
        sol_min: Some(0),
        quality: None,
        wake_date: day("2026-03-28"),
        ..first.clone()
    };
    let third = empty_night(1);
    for (minute, night) in [(0, &first), (1, &second), (2, &third)] {
        diary
            .change(Label::SAVE_MORNING, at(minute), |change| change.put(night))
            .unwrap();
    }
    for expected in [Some(&second), Some(&first), None] {
        diary.undo(at(3)).unwrap();
        assert_eq!(
            diary.get::<Night>(id(1)).unwrap().as_ref(),
            expected,
            "each undo is one step back"
        );
    }
    for expected in [&first, &second, &third] {
        diary.redo(at(4)).unwrap();
        assert_eq!(
            diary.get::<Night>(id(1)).unwrap().as_ref(),
            Some(expected),
            "each redo is one step forward"
        );
    }
}

#[test]
fn undo_and_redo_outlive_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&full_night(1))
        })
        .unwrap();
    diary
        .change(Label::SAVE_EVENING, at(1), |change| {
            change.put(&rating(2, "2026-03-29", Occasion::Evening, 4))
        })
        .unwrap();
    drop(diary);
    let mut diary = open_diary(dir.path());
    assert_eq!(
        diary.can_undo().unwrap(),
        Some(Label::SAVE_EVENING),
        "the last change before the restart"
    );
    diary.undo(at(2)).unwrap();
    drop(diary);
    let mut diary = open_diary(dir.path());
    assert_eq!(
        diary.can_redo().unwrap(),
        Some(Label::SAVE_EVENING),
        "an undo before the restart can be redone"
    );
    diary.redo(at(3)).unwrap();
    assert_eq!(diary.all::<PainRating>().unwrap().len(), 1, "and is");
}

#[test]
fn a_new_change_ends_redo_and_what_was_undone_stays_undone() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    for n in [1, 2, 3] {
        diary
            .change(Label::SAVE_MORNING, at(0), |change| {
                change.put(&full_night(n))
            })
            .unwrap();
    }
    diary.undo(at(1)).unwrap();
    diary.undo(at(1)).unwrap();
    diary
        .change(Label::SETTINGS, at(2), |change| change.put(&full_night(4)))
        .unwrap();
    assert_eq!(
        diary.can_redo().unwrap(),
        None,
        "the way forward is another one now"
    );
    assert_eq!(diary.redo(at(3)).unwrap(), None, "so nothing is redone");
    diary.undo(at(4)).unwrap();
    assert_eq!(
        diary.can_redo().unwrap(),
        Some(Label::SETTINGS),
        "only the new change can be redone"
    );
    diary.undo(at(5)).unwrap();
    assert_eq!(
        diary.undo(at(6)).unwrap(),
        None,
        "the two that were undone before are not undone again"
    );
    diary.redo(at(7)).unwrap();
    diary.redo(at(8)).unwrap();
    assert_eq!(diary.redo(at(9)).unwrap(), None, "nor redone");
    let left: Vec<_> = diary
        .all::<Night>()
        .unwrap()
        .into_iter()
        .map(|night| night.id)
        .collect();
    assert_eq!(left, [id(1), id(4)], "what was not undone is there");
}

#[test]
fn keys_that_change_hands_within_a_change_change_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let night = |n, key: &str| Night {
        origin: imported("wane-csv", key),
        ..full_night(n)
    };
    diary
        .change(Label::IMPORT, at(0), |change| {
            change.put(&night(1, "a"))?;
            change.put(&night(2, "b"))
        })
        .unwrap();
    let before = see(&diary);
    let swap = |change: &mut Change<'_>| {
        change.put(&night(1, "for a moment"))?;
        change.put(&night(2, "a"))?;
        change.put(&night(1, "b"))?;
        change.remove::<Night>(id(2))?;
        change.put(&night(3, "a"))
    };
    diary.change(Label::IMPORT, at(1), swap).unwrap();
    let after = see(&diary);
    diary
        .undo(at(2))
        .expect("no two rows may hold one key on the way back")
        .unwrap();
    assert_eq!(see(&diary), before, "undo must find the way back");
    diary.redo(at(3)).expect("nor on the way forward").unwrap();
    assert_eq!(see(&diary), after, "redo must find it forward");
}

fn batch(n: u16) -> ImportBatch {
    ImportBatch {
        id: id(n),
        ..everything().import_batches[0].clone()
    }
}

#[test]
fn an_old_import_is_taken_back_without_what_was_edited_since() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let by_hand_before = Night {
        wake_date: day("2026-03-27"),
        ..full_night(1)
    };
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&by_hand_before)
        })
        .unwrap();
    diary
        .change(Label::IMPORT, at(1), |change| {
            change.put(&batch(50))?;
            change.put(&full_night(2))?;
            change.put(&full_night(3))?;
            change.put(&Night {
                nwak: Some(9),
                waso_min: Some(9),
                ..by_hand_before.clone()
            })?;
            change.set_setting("home-zone", Some("Europe/London"))
        })
        .unwrap();
    let edited = Night {
        nwak: None,
        ..full_night(3)
    };
    diary
        .change(Label::SAVE_MORNING, at(2), |change| {
            change.put(&edited)?;
            change.put(&full_night(4))?;
            change.put(&Night {
                nwak: Some(1),
                waso_min: Some(9),
                ..by_hand_before.clone()
            })
        })
        .unwrap();
    let before = see(&diary);
    let taken = diary
        .take_back_change_of(id(50), Label::new("import-undo"), at(3))
        .unwrap();
    assert!(taken.operations > 0, "something was taken back");
    assert_eq!(
        diary.all::<ImportBatch>().unwrap(),
        [],
        "the import itself is gone"
    );
    assert_eq!(
        diary.get::<Night>(id(2)).unwrap(),
        None,
        "so is a night it brought"
    );
    assert_eq!(
        diary.get(id(3)).unwrap(),
        Some(edited),
        "a night it brought and somebody edited stays as edited"
    );
    assert_eq!(
        diary.get(id(4)).unwrap(),
        Some(full_night(4)),
        "what came later has nothing to do with it"
    );
    let kept = Night {
        nwak: Some(1),
        ..by_hand_before
    };
    assert_eq!(
        diary.get(id(1)).unwrap(),
        Some(kept),
        "of a night it altered, what nobody touched since is as before"
    );
    assert_eq!(
        diary.setting("home-zone").unwrap(),
        None,
        "and a setting it made is taken back"
    );
    assert_eq!(
        diary.can_undo().unwrap(),
        Some(Label::new("import-undo")),
        "taking back is a change like any other"
    );
    diary.undo(at(4)).unwrap();
    assert_eq!(see(&diary), before, "and can be undone itself");
    let nothing = diary
        .take_back_change_of(id(77), Label::new("import-undo"), at(5))
        .unwrap();
    assert_eq!(nothing.operations, 0, "what never was cannot be taken back");
}

#[test]
fn an_import_that_nobody_touched_is_taken_back_whole() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let empty = see(&diary);
    diary
        .change(Label::IMPORT, at(0), |change| everything().put(change))
        .unwrap();
    diary
        .take_back_change_of(
            everything().import_batches[0].id,
            Label::new("import-undo"),
            at(1),
        )
        .unwrap();
    assert_eq!(see(&diary), empty, "nothing of it is left");
}
