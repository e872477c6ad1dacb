//! Where words are found, in which order, and that they follow every kind of change.

use wane_domain::{
    Id,
    diary::{Factor, FactorValue, Medicine, MedicineTaken, Note},
};
use wane_store::{Diary, Hit, Label};

use crate::{
    common::{at, day, everything::everything, id, open_diary},
    search::{diary_with, find, note, records, shown},
};

#[test]
fn everything_written_in_words_is_found_on_its_day() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let everything = everything();
    diary
        .change(Label::IMPORT, at(0), |change| everything.put(change))
        .unwrap();
    let on = |words: &str| -> Vec<(String, &str, &str, Id)> {
        let hits = find(&diary, words);
        let place = |hit: &Hit| (hit.date.to_string(), hit.table, hit.field, hit.record);
        hits.iter().map(place).collect()
    };
    let date = || "2026-03-29".to_owned();
    let at = |table, field, record| vec![(date(), table, field, record)];
    assert_eq!(on("second line"), at("note", "text", id(130)), "a note");
    assert_eq!(
        on("harbour"),
        at("day_entry", "mattered", id(50)),
        "what mattered"
    );
    assert_eq!(
        on("walk"),
        [
            at("dose", "kind", id(80)),
            at("day_entry", "mattered", id(50))
        ]
        .concat(),
        "a movement, too"
    );
    assert_eq!(
        on("stairs"),
        at("instruction", "said", id(86)),
        "what a clinician said"
    );
    assert_eq!(
        on("one"),
        at("medicine_taken", "amount", id(110)),
        "an amount"
    );
    assert_eq!(
        on("physio"),
        at("annotation", "label", id(140)),
        "an annotation"
    );
    assert_eq!(
        on("screens"),
        [("2026-03-28".to_owned(), "experiment", "own", id(190))],
        "what was tried, on the day it was set up"
    );
    assert_eq!(
        on("left hip"),
        at("named_pain", "name", id(30)),
        "a pain, where it was rated"
    );
    assert_eq!(
        on("coffee"),
        at("factor", "name", id(60)),
        "a factor, where it was there"
    );
    assert_eq!(
        on("window"),
        [],
        "a factor that was answered with no was not there"
    );
    assert_eq!(
        on("ibuprofen"),
        at("medicine", "name", id(100)),
        "a medicine, where it was taken"
    );
    assert_eq!(
        on("fitbit"),
        [],
        "where a record came from is not what somebody wrote"
    );
}

#[test]
fn a_name_is_found_once_on_each_day_of_use_and_by_its_newest_name() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let medicine = Medicine {
        name: "Ibuprofen 400".into(),
        ..everything().medicines[1].clone()
    };
    let taken = |n, date: &str| MedicineTaken {
        id: id(n),
        medicine: medicine.id,
        date: day(date),
        ..everything().medicines_taken[1].clone()
    };
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            change.put(&medicine)?;
            change.put(&taken(1, "2026-01-01"))?;
            change.put(&taken(2, "2026-01-03"))?;
            change.put(&taken(3, "2026-01-03"))?;
            change.put(&taken(4, "2026-01-02"))
        })
        .unwrap();
    let days = |diary: &Diary, words: &str| -> Vec<String> {
        find(diary, words)
            .iter()
            .map(|hit| hit.date.to_string())
            .collect()
    };
    assert_eq!(
        days(&diary, "ibu"),
        ["2026-01-03", "2026-01-02", "2026-01-01"],
        "newest first, each day once"
    );
    assert_eq!(
        shown(&find(&diary, "ibu")[0]),
        "[Ibuprofen] 400",
        "with the name that matches"
    );
    let change = diary.change(Label::REMOVE, at(1), |change| {
        change.remove::<MedicineTaken>(id(4))
    });
    assert!(change.unwrap().value, "one is removed");
    assert_eq!(
        days(&diary, "ibu"),
        ["2026-01-03", "2026-01-01"],
        "a taking that was removed counts no more"
    );
    let renamed = Medicine {
        name: "Nurofen".into(),
        ..medicine.clone()
    };
    diary
        .change(Label::SAVE_ENTRY, at(2), |change| change.put(&renamed))
        .unwrap();
    assert_eq!(
        days(&diary, "ibu"),
        [""; 0],
        "the old name is not found any more"
    );
    assert_eq!(
        days(&diary, "nurofen"),
        ["2026-01-03", "2026-01-01"],
        "the new one is, on the days of old"
    );
    diary
        .change(Label::REMOVE, at(3), |change| {
            change.remove::<Medicine>(medicine.id)
        })
        .unwrap();
    assert_eq!(
        days(&diary, "nurofen"),
        [""; 0],
        "a medicine that was removed is not found"
    );
}

#[test]
fn the_newest_come_first_and_it_is_told_when_there_are_more() {
    let dates = [
        "2026-02-01",
        "1999-12-31",
        "2026-02-03",
        "0000-01-01",
        "9999-12-31",
        "2026-02-03",
    ];
    let notes: Vec<Note> = (1..)
        .zip(dates)
        .map(|(n, date)| note(n, date, "the same words"))
        .collect();
    let (_dir, diary) = diary_with(&notes);
    let search = |limit| {
        let found = diary.search("same", limit).unwrap();
        (records(&found.hits), found.more)
    };
    let order: Vec<Id> = [5, 6, 3, 1, 2, 4].map(id).to_vec();
    assert_eq!(
        search(10),
        (order.clone(), false),
        "by date, and on one date the newest entry first"
    );
    assert_eq!(
        search(6),
        (order.clone(), false),
        "as many as there are is not fewer than there are"
    );
    assert_eq!(search(5), (order[..5].to_vec(), true), "with more to come");
    assert_eq!(search(1), (order[..1].to_vec(), true), "one is the newest");
    assert_eq!(search(0), (Vec::new(), true), "none, but there are");
    assert_eq!(search(usize::MAX), (order, false), "no number is too large");
}

#[test]
fn days_of_use_and_entries_are_one_list_by_date() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let factor = Factor {
        name: "tea".into(),
        ..everything().factors[0].clone()
    };
    let value = |n, date: &str| FactorValue {
        id: id(n),
        date: day(date),
        ..everything().factor_values[0].clone()
    };
    diary
        .change(Label::SAVE_ENTRY, at(0), |change| {
            change.put(&factor)?;
            for (n, date) in [(1, "2026-01-01"), (2, "2026-01-04"), (3, "2026-01-02")] {
                change.put(&value(n, date))?;
            }
            change.put(&note(4, "2026-01-03", "tea with milk"))?;
            change.put(&note(5, "2026-01-01", "green tea"))
        })
        .unwrap();
    assert_eq!(
        records(&find(&diary, "tea")),
        [60, 4, 60, 5, 60].map(id),
        "by date, entries of a day before its names"
    );
    let found = diary.search("tea", 3).unwrap();
    assert_eq!(
        (records(&found.hits), found.more),
        (vec![id(60), id(4), id(60)], true),
        "cut over all of them"
    );
}

#[test]
fn what_is_found_follows_every_kind_of_change() {
    let (dir, mut diary) = diary_with(&[note(1, "2026-01-01", "alpha beta")]);
    let seen = |diary: &Diary, words: &str| -> Vec<String> {
        find(diary, words)
            .iter()
            .map(|hit| hit.date.to_string())
            .collect()
    };
    let none = [""; 0];
    diary
        .change(Label::SAVE_ENTRY, at(1), |c| {
            c.put(&note(1, "2026-01-01", "alpha gamma"))
        })
        .unwrap();
    assert_eq!(seen(&diary, "beta"), none, "a word that was altered");
    assert_eq!(seen(&diary, "gamma"), ["2026-01-01"], "the word it became");
    diary
        .change(Label::SAVE_ENTRY, at(2), |c| {
            c.put(&note(1, "2026-01-09", "alpha gamma"))
        })
        .unwrap();
    assert_eq!(
        seen(&diary, "gamma"),
        ["2026-01-09"],
        "moved to another day"
    );
    diary.undo(at(3)).unwrap();
    assert_eq!(seen(&diary, "gamma"), ["2026-01-01"], "and back");
    diary.undo(at(4)).unwrap();
    assert_eq!(
        (seen(&diary, "gamma").len(), seen(&diary, "beta").len()),
        (0, 1),
        "the word of before"
    );
    diary.undo(at(5)).unwrap();
    assert_eq!(seen(&diary, "alpha"), none, "never written");
    while diary.redo(at(6)).unwrap().is_some() {}
    assert_eq!(seen(&diary, "gamma"), ["2026-01-09"], "all of it again");
    diary
        .change(Label::REMOVE, at(7), |c| c.remove::<Note>(id(1)))
        .unwrap();
    assert_eq!(seen(&diary, "alpha"), none, "removed");
    let diary = &mut { diary };
    diary
        .change(Label::RESTORE, at(8), |c| c.bring_back(id(1)))
        .unwrap();
    assert_eq!(seen(diary, "alpha"), ["2026-01-09"], "brought back");
    diary
        .restore_day(day("2026-01-09"), 0, Label::RESTORE, at(9))
        .unwrap();
    assert_eq!(
        seen(diary, "alpha"),
        none,
        "the day of before anything was written"
    );
    diary.undo(at(10)).unwrap();
    let _ = diary.change(Label::SAVE_ENTRY, at(11), |c| {
        c.put(&note(2, "2026-01-02", "omega"))?;
        assert_eq!(
            c.search("omega", 1).unwrap().hits.len(),
            1,
            "a change sees what it has written"
        );
        Err::<(), _>(wane_store::Error::Busy)
    });
    assert_eq!(
        seen(diary, "omega"),
        none,
        "a change that was given up has written nothing"
    );
    drop(dir);
}

#[test]
fn an_import_that_is_taken_back_is_not_found() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
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
    for words in [
        "second",
        "harbour",
        "walk",
        "one",
        "physio",
        "left",
        "coffee",
        "ibuprofen",
    ] {
        assert_eq!(find(&diary, words), [], "{words} went with the import");
    }
}
