//! Undo, redo, taking back an old change, and the history.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use wane_domain::{
    diary::{Factor, Night, Note, Occasion, PainRating},
    scale::Quality,
};
use wane_store::{Change, Diary, Error, ImportBatch, Label, Result, Step, Value};

use crate::common::{
    at, by_hand, day,
    everything::{Everything, empty_night, everything, full_night, rating},
    id, imported, open_diary,
};

/// Everything a user could see.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    records: Everything,
    settings: std::collections::BTreeMap<String, String>,
}

fn see(diary: &Diary) -> Seen {
    Seen {
        records: Everything::read(diary).unwrap(),
        settings: diary.settings().unwrap(),
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

/// One random thing a user does.
#[derive(Debug, Clone)]
enum Deed {
    Change(Vec<Write>),
    Undo,
    Redo,
    Restart,
}

#[derive(Debug, Clone)]
enum Write {
    Night {
        n: u16,
        nwak: Option<u16>,
        quality: Option<u8>,
        bed: bool,
    },
    RemoveNight(u16),
    Rating {
        n: u16,
        value: u8,
        named: bool,
    },
    RemoveRating(u16),
    Note {
        n: u16,
        text: String,
    },
    Factor {
        n: u16,
        retired: bool,
    },
    RemoveFactor(u16),
    Setting {
        name: &'static str,
        value: Option<String>,
    },
}

fn write() -> impl Strategy<Value = Write> {
    // Few names, so that the same records are made, altered, removed and made again.
    prop_oneof![
        (
            1_u16..4,
            any::<Option<u16>>(),
            prop::option::of(1_u8..=5),
            any::<bool>()
        )
            .prop_map(|(n, nwak, quality, bed)| Write::Night {
                n,
                nwak,
                quality,
                bed
            }),
        (1_u16..4).prop_map(Write::RemoveNight),
        (1_u16..3, 0_u8..=10, any::<bool>()).prop_map(|(n, value, named)| Write::Rating {
            n,
            value,
            named
        }),
        (1_u16..3).prop_map(Write::RemoveRating),
        (1_u16..3, any::<String>()).prop_map(|(n, text)| Write::Note { n, text }),
        (1_u16..3, any::<bool>()).prop_map(|(n, retired)| Write::Factor { n, retired }),
        (1_u16..3).prop_map(Write::RemoveFactor),
        (
            prop::sample::select(vec!["a", "b"]),
            prop::option::of(any::<String>())
        )
            .prop_map(|(name, value)| Write::Setting { name, value }),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => prop::collection::vec(write(), 1..5).prop_map(Deed::Change),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => Just(Deed::Restart),
    ]
}

fn carry_out(change: &mut Change<'_>, write: &Write) -> Result<(), Error> {
    match write {
        Write::Night {
            n,
            nwak,
            quality,
            bed,
        } => change.put(&Night {
            nwak: *nwak,
            quality: quality.map(|q| Quality::new(q).unwrap()),
            bed: if *bed { full_night(*n).bed } else { None },
            ..full_night(*n)
        }),
        Write::RemoveNight(n) => change.remove::<Night>(id(*n)),
        Write::Rating { n, value, named } => {
            if *named {
                change.put(&everything().named_pains[0])?;
            }
            let pain = named.then(|| id(30));
            change.put(&PainRating {
                pain,
                ..rating(10 + n, "2026-03-29", Occasion::Moment, *value)
            })
        }
        Write::RemoveRating(n) => change.remove::<PainRating>(id(10 + n)),
        Write::Note { n, text } => change.put(&Note {
            id: id(20 + n),
            date: day("2026-03-29"),
            text: text.clone(),
            origin: by_hand(),
        }),
        Write::Factor { n, retired } => {
            let retired_at = retired.then(|| at(9));
            change.put(&Factor {
                id: id(40 + n),
                retired_at,
                ..everything().factors[0].clone()
            })
        }
        Write::RemoveFactor(n) => change.remove::<Factor>(id(40 + n)),
        Write::Setting { name, value } => change.set_setting(name, value.as_deref()),
    }
    .map(drop)
}

#[test]
fn undo_and_redo_walk_exactly_through_what_was_seen() {
    // No file of past failures: the repository's tests are the same for everybody.
    let config = Config {
        cases: 48,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&prop::collection::vec(deed(), 1..40), |deeds| {
            let dir = tempfile::tempdir().unwrap();
            let mut diary = open_diary(dir.path());
            // What a user remembers: what was seen after each change, and where they stand.
            let mut seen = vec![see(&diary)];
            let mut here = 0;
            for (minute, deed) in (0..).zip(deeds) {
                match deed {
                    Deed::Change(writes) => {
                        let work = |change: &mut Change<'_>| {
                            writes.iter().try_for_each(|write| carry_out(change, write))
                        };
                        let saved = diary.change(Label::SAVE_ENTRY, at(minute), work).unwrap();
                        if saved.operations > 0 {
                            seen.truncate(here + 1);
                            seen.push(see(&diary));
                            here += 1;
                        }
                    }
                    Deed::Undo => {
                        let undone = diary.undo(at(minute)).unwrap();
                        prop_assert_eq!(
                            undone.is_some(),
                            here > 0,
                            "undo is possible exactly while something is in effect"
                        );
                        here = here.saturating_sub(1);
                    }
                    Deed::Redo => {
                        let redone = diary.redo(at(minute)).unwrap();
                        prop_assert_eq!(
                            redone.is_some(),
                            here + 1 < seen.len(),
                            "redo is possible exactly after undo"
                        );
                        here = (here + 1).min(seen.len() - 1);
                    }
                    Deed::Restart => {
                        drop(diary);
                        diary = open_diary(dir.path());
                    }
                }
                prop_assert_eq!(
                    &see(&diary),
                    &seen[here],
                    "what is seen is what was seen there before"
                );
                prop_assert_eq!(
                    diary.can_undo().unwrap().is_some(),
                    here > 0,
                    "and what can be undone is known"
                );
                prop_assert_eq!(
                    diary.can_redo().unwrap().is_some(),
                    here + 1 < seen.len(),
                    "as is what can be redone"
                );
            }
            let newest = seen.len();
            while diary.undo(at(100)).unwrap().is_some() {}
            prop_assert_eq!(
                &see(&diary),
                &seen[0],
                "undoing everything leaves an empty diary"
            );
            while diary.redo(at(101)).unwrap().is_some() {}
            prop_assert_eq!(
                &see(&diary),
                &seen[newest - 1],
                "redoing everything leaves it as it was at its fullest"
            );
            Ok(())
        })
        .unwrap();
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

#[test]
fn the_history_tells_every_step_of_a_record() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let note = |text: &str| Note {
        id: id(1),
        date: day("2026-03-29"),
        text: text.into(),
        origin: by_hand(),
    };
    diary
        .change(Label::SAVE_EVENING, at(0), |change| {
            change.put(&note("one"))
        })
        .unwrap();
    diary
        .change(Label::SAVE_ENTRY, at(1), |change| change.put(&note("two")))
        .unwrap();
    diary.undo(at(2)).unwrap();
    diary.redo(at(3)).unwrap();
    diary
        .change(Label::REMOVE, at(4), |change| change.remove::<Note>(id(1)))
        .unwrap();
    let text = |text: &str| Value::Text(text.into());
    let history = diary.revisions(id(1)).unwrap();
    let told: Vec<_> = history
        .iter()
        .map(|r| {
            (
                r.at,
                r.label.code(),
                r.step,
                r.field,
                r.old.clone(),
                r.new.clone(),
            )
        })
        .collect();
    let made = "save-evening";
    assert_eq!(
        told,
        [
            (
                at(0),
                made,
                Step::Change,
                "alive",
                Value::Nothing,
                Value::Whole(1)
            ),
            (
                at(0),
                made,
                Step::Change,
                "date",
                Value::Nothing,
                text("2026-03-29")
            ),
            (
                at(0),
                made,
                Step::Change,
                "text",
                Value::Nothing,
                text("one")
            ),
            (
                at(0),
                made,
                Step::Change,
                "entered_at",
                Value::Nothing,
                Value::Whole(at(0).timestamp_millis())
            ),
            (
                at(0),
                made,
                Step::Change,
                "recalled",
                Value::Nothing,
                Value::Whole(0)
            ),
            (
                at(1),
                "save-entry",
                Step::Change,
                "text",
                text("one"),
                text("two")
            ),
            (
                at(2),
                "save-entry",
                Step::Undo,
                "text",
                text("two"),
                text("one")
            ),
            (
                at(3),
                "save-entry",
                Step::Redo,
                "text",
                text("one"),
                text("two")
            ),
            (
                at(4),
                "remove",
                Step::Change,
                "alive",
                Value::Whole(1),
                Value::Whole(0)
            ),
        ],
        "the history is complete and in order"
    );
    assert!(
        history
            .iter()
            .all(|r| r.table == "note" && r.record == id(1)),
        "and it is the history of that record"
    );
}

#[test]
fn moments_in_the_history_keep_their_zone() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&full_night(1))
        })
        .unwrap();
    let history = diary.revisions(id(1)).unwrap();
    let bed = history.iter().find(|r| r.field == "bed").unwrap();
    assert_eq!(
        bed.new,
        Value::Moment(full_night(1).bed.unwrap()),
        "the clock reading of the time and place"
    );
}

#[test]
fn the_history_of_a_date_has_what_was_removed_and_what_was_moved_away() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&full_night(1))?;
            change.put(&full_night(2))?;
            change.put(&empty_night(3))
        })
        .unwrap();
    diary
        .change(Label::REMOVE, at(1), |change| change.remove::<Night>(id(1)))
        .unwrap();
    diary
        .change(Label::SAVE_MORNING, at(2), |change| {
            change.put(&Night {
                wake_date: day("2026-04-01"),
                ..full_night(2)
            })
        })
        .unwrap();
    let on = |date| {
        let mut records: Vec<_> = diary
            .revisions_on(day(date))
            .unwrap()
            .into_iter()
            .map(|r| r.record)
            .collect();
        records.dedup();
        records.sort();
        records.dedup();
        records
    };
    assert_eq!(on("2026-03-29"), [id(1), id(2)], "both have been there");
    assert_eq!(on("2026-04-01"), [id(2)], "one is here now");
    assert_eq!(
        on("2026-03-30"),
        [id(3)],
        "the third belongs to another day"
    );
    assert_eq!(on("2026-05-01"), [], "nothing ever happened then");
}
