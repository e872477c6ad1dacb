//! A change is saved whole or not at all.

use std::panic::{AssertUnwindSafe, catch_unwind};

use wane_domain::diary::{Night, Note};
use wane_store::{Error, Label};

use crate::common::{
    at, day,
    everything::{Everything, everything, full_night},
    id, open_diary,
};

#[test]
fn an_error_of_the_work_takes_everything_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    #[derive(Debug, PartialEq)]
    enum Own {
        Store(Error),
        ChangedMyMind,
    }
    impl From<Error> for Own {
        fn from(error: Error) -> Own {
            Own::Store(error)
        }
    }
    let outcome = diary.try_change(Label::SAVE_MORNING, at(0), |change| {
        change.put(&full_night(1))?;
        change.set_setting("theme", Some("dusk"))?;
        assert_eq!(
            change.all::<Night>()?.len(),
            1,
            "a change sees what it has written"
        );
        Err::<(), _>(Own::ChangedMyMind)
    });
    assert_eq!(
        outcome.unwrap_err(),
        Own::ChangedMyMind,
        "the work's own error comes back"
    );
    assert_eq!(
        Everything::read(&diary).unwrap(),
        Everything::default(),
        "nothing of it was saved"
    );
    assert_eq!(
        diary.setting("theme").unwrap(),
        None,
        "neither was the setting"
    );
    assert_eq!(diary.can_undo().unwrap(), None, "there is nothing to undo");
    assert_eq!(
        diary.revisions(id(1)).unwrap(),
        [],
        "and no history of what never was"
    );
}

#[test]
fn a_panic_in_the_work_takes_everything_back_and_the_diary_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let _ = diary.change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&full_night(1))?;
            if change.all::<Night>()?.len() == 1 {
                std::panic::resume_unwind(Box::new("on purpose"));
            }
            Ok(())
        });
    }));
    assert!(panicked.is_err(), "the panic goes on to the caller");
    assert_eq!(diary.all::<Night>().unwrap(), [], "nothing was saved");
    diary
        .change(Label::SAVE_MORNING, at(1), |change| {
            change.put(&full_night(2))
        })
        .expect("the next change is saved");
}

#[test]
fn a_change_that_alters_nothing_leaves_no_trace() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&full_night(1))
        })
        .unwrap();
    diary.undo(at(1)).unwrap();
    diary.redo(at(1)).unwrap();
    diary.undo(at(2)).unwrap();
    let history = diary.revisions(id(1)).unwrap();
    let saved = diary
        .change(Label::SETTINGS, at(3), |change| {
            assert!(
                !change.remove::<Night>(id(1))?,
                "it is not there to be removed"
            );
            assert!(!change.remove::<Note>(id(2))?, "that never was");
            assert!(!change.set_setting("theme", None)?, "it was not set");
            Ok(())
        })
        .unwrap();
    assert_eq!(saved.operations, 0, "nothing differed");
    assert_eq!(
        diary.revisions(id(1)).unwrap(),
        history,
        "the history is as it was"
    );
    assert_eq!(
        diary.can_redo().unwrap(),
        Some(Label::SAVE_MORNING),
        "and redo is still possible"
    );
    diary.redo(at(4)).unwrap();
    let again = diary
        .change(Label::SAVE_MORNING, at(5), |change| {
            change.put(&full_night(1))
        })
        .unwrap();
    assert_eq!(
        (again.value, again.operations),
        (false, 0),
        "saving the same again is no change"
    );
}

#[test]
fn only_fields_that_differ_become_operations() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&full_night(1))
        })
        .unwrap();
    let edited = Night {
        sol_min: None,
        nwak: Some(3),
        ..full_night(1)
    };
    let saved = diary
        .change(Label::SAVE_MORNING, at(1), |change| change.put(&edited))
        .unwrap();
    assert_eq!(saved.operations, 2, "two fields differ");
    assert_eq!(
        diary.get(id(1)).unwrap(),
        Some(edited),
        "and the record is as it was said last"
    );
}

#[test]
fn the_touched_dates_are_those_before_and_after() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let saved = diary
        .change(Label::SAVE_ENTRY, at(0), |change| everything().put(change))
        .unwrap();
    let dates = [
        "2026-03-20",
        "2026-03-24",
        "2026-03-28",
        "2026-03-29",
        "2026-03-30",
        "2026-04-05",
    ]
    .map(day);
    assert_eq!(
        saved.touched.into_iter().collect::<Vec<_>>(),
        dates,
        "every date some record belongs to"
    );
    let moved = Night {
        wake_date: day("2026-05-01"),
        ..full_night(1)
    };
    let saved = diary
        .change(Label::SAVE_ENTRY, at(1), |change| change.put(&moved))
        .unwrap();
    assert_eq!(
        saved.touched.into_iter().collect::<Vec<_>>(),
        ["2026-03-29", "2026-05-01"].map(day),
        "a moved night touches both dates"
    );
    let removed = diary
        .change(Label::REMOVE, at(2), |change| change.remove::<Night>(id(1)))
        .unwrap();
    assert_eq!(
        removed.touched.into_iter().collect::<Vec<_>>(),
        [day("2026-05-01")],
        "a removed one touches where it was"
    );
}

#[test]
fn a_record_that_was_removed_comes_back_when_it_is_put_again() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SAVE_MORNING, at(0), |change| {
            change.put(&full_night(1))
        })
        .unwrap();
    let removed = diary
        .change(Label::REMOVE, at(1), |change| change.remove::<Night>(id(1)))
        .unwrap();
    assert!(removed.value, "there was one");
    assert_eq!(
        diary
            .between::<Night>(day("2026-01-01"), day("2026-12-31"))
            .unwrap(),
        [],
        "it is gone from every reading"
    );
    let back = Night {
        nwak: None,
        ..full_night(1)
    };
    diary
        .change(Label::SAVE_MORNING, at(2), |change| change.put(&back))
        .unwrap();
    assert_eq!(
        diary.get(id(1)).unwrap(),
        Some(back),
        "it is back, as it was said last"
    );
}

#[test]
fn settings_are_kept_and_can_be_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::SETTINGS, at(0), |change| {
            change.set_setting("theme", Some("dusk"))
        })
        .unwrap();
    diary
        .change(Label::SETTINGS, at(1), |change| {
            change.set_setting("note", Some(""))
        })
        .unwrap();
    drop(diary);
    let mut diary = open_diary(dir.path());
    assert_eq!(
        diary.setting("theme").unwrap().as_deref(),
        Some("dusk"),
        "a setting outlives a restart"
    );
    assert_eq!(
        diary.setting("note").unwrap().as_deref(),
        Some(""),
        "an empty text is not nothing"
    );
    assert_eq!(
        diary.setting("other").unwrap(),
        None,
        "what was never set is nothing"
    );
    diary
        .change(Label::SETTINGS, at(2), |change| {
            change.set_setting("theme", None)
        })
        .unwrap();
    assert_eq!(diary.setting("theme").unwrap(), None, "it was taken back");
    assert_eq!(
        diary.settings().unwrap().into_iter().collect::<Vec<_>>(),
        [("note".to_owned(), String::new())],
        "one is left"
    );
    diary.undo(at(3)).unwrap();
    assert_eq!(
        diary.setting("theme").unwrap().as_deref(),
        Some("dusk"),
        "undo knows settings too"
    );
}

#[test]
fn stamps_in_the_file_never_run_backwards_though_the_clock_does() {
    let dir = tempfile::tempdir().unwrap();
    for (n, minute) in [(1, 0), (2, -100_000), (3, -200_000), (4, 5)] {
        let mut diary = open_diary(dir.path());
        diary
            .change(Label::SAVE_MORNING, at(minute), |change| {
                change.put(&full_night(n))
            })
            .unwrap();
    }
    let raw = rusqlite::Connection::open(dir.path().join("diary.db")).unwrap();
    let stamps: Vec<i64> = raw
        .prepare("SELECT hlc FROM night ORDER BY uuid")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(
        stamps.is_sorted_by(|a, b| a < b),
        "each change has a later stamp than the one before: {stamps:?}"
    );
    let names: Vec<String> = raw
        .prepare("SELECT DISTINCT op_id FROM operation")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let operations: usize = raw
        .query_row("SELECT count(*) FROM op", [], |row| row.get(0))
        .map(|n: i64| n as usize)
        .unwrap();
    assert_eq!(
        names.len(),
        operations,
        "no two operations share a name, restarts or not"
    );
}

#[test]
fn each_operation_knows_the_one_before_on_the_same_field() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    for nwak in [1, 2, 3] {
        diary
            .change(Label::SAVE_MORNING, at(0), |change| {
                change.put(&Night {
                    nwak: Some(nwak),
                    ..full_night(1)
                })
            })
            .unwrap();
    }
    drop(diary);
    let raw = rusqlite::Connection::open(dir.path().join("diary.db")).unwrap();
    let chain: Vec<(i64, Option<i64>)> = raw
        .prepare("SELECT hlc, prev_hlc FROM op WHERE field = 'nwak' ORDER BY hlc")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(chain.len(), 3, "three values, three operations");
    assert_eq!(chain[0].1, None, "the first has none before it");
    assert_eq!(
        (chain[1].1, chain[2].1),
        (Some(chain[0].0), Some(chain[1].0)),
        "the others form a chain"
    );
}
