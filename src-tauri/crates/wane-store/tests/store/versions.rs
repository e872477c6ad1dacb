//! A day brought back to how it was.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use rusqlite::Connection;
use wane_domain::diary::{FactorValue, Night, Note, Span, SpanKind};
use wane_store::{Change, Diary, Error, Label, Result};

use crate::{
    common::{
        at, by_hand, day, dir_in_memory,
        everything::{everything, full_night},
        id, imported, open_diary,
    },
    undo::see,
};

const DAY: &str = "2026-03-29";
const OTHER: &str = "2026-03-30";

fn note(n: u16, date: &str, text: &str) -> Note {
    Note {
        id: id(n),
        date: day(date),
        text: text.into(),
        origin: by_hand(),
    }
}

/// The number of the newest change.
fn newest(diary: &Diary, record: u16) -> u64 {
    diary
        .revisions(id(record))
        .unwrap()
        .last()
        .map_or(0, |r| r.change)
}

fn put(diary: &mut Diary, minute: i64, note: &Note) -> u64 {
    diary
        .change(Label::SAVE_ENTRY, at(minute), |c| c.put(note))
        .unwrap();
    let n = (0..100).find(|n| id(*n) == note.id).unwrap();
    newest(diary, n)
}

fn restore(diary: &mut Diary, date: &str, change: u64) -> bool {
    let label = Label::new("restore-day");
    diary
        .restore_day(day(date), change, label, at(50))
        .unwrap()
        .value
}

fn on(diary: &Diary, date: &str) -> Vec<(u16, String)> {
    let notes: Vec<Note> = diary.between(day(date), day(date)).unwrap();
    notes
        .into_iter()
        .map(|note| ((0..100).find(|n| id(*n) == note.id).unwrap(), note.text))
        .collect()
}

fn said(notes: &[(u16, &str)]) -> Vec<(u16, String)> {
    notes
        .iter()
        .map(|(n, text)| (*n, (*text).to_owned()))
        .collect()
}

#[test]
fn altered_made_and_removed_records_are_as_they_were() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    put(&mut diary, 0, &note(1, DAY, "one"));
    let then = put(&mut diary, 1, &note(2, DAY, "two"));
    put(&mut diary, 2, &note(1, DAY, "one, altered"));
    put(&mut diary, 3, &note(3, DAY, "three"));
    diary
        .change(Label::REMOVE, at(4), |c| c.remove::<Note>(id(2)))
        .unwrap();
    let before = see(&diary);
    assert!(restore(&mut diary, DAY, then), "the day differed");
    assert_eq!(
        on(&diary, DAY),
        said(&[(1, "one"), (2, "two")]),
        "the day of then"
    );
    assert_eq!(
        diary.can_undo().unwrap(),
        Some(Label::new("restore-day")),
        "it is a change of its own"
    );
    assert!(
        !restore(&mut diary, DAY, then),
        "a second time nothing differs"
    );
    diary.undo(at(51)).unwrap();
    assert_eq!(see(&diary), before, "which undo takes back");
    diary.redo(at(52)).unwrap();
    assert_eq!(
        on(&diary, DAY),
        said(&[(1, "one"), (2, "two")]),
        "and redo brings"
    );
    assert!(restore(&mut diary, DAY, 0), "before anything was written");
    assert_eq!(on(&diary, DAY), [], "there was nothing");
}

#[test]
fn the_newest_version_and_any_number_beyond_change_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    put(&mut diary, 0, &note(1, DAY, "one"));
    let now = put(&mut diary, 1, &note(1, DAY, "two"));
    for change in [now, now + 1, u64::MAX] {
        assert!(
            !restore(&mut diary, DAY, change),
            "version {change} is the present one"
        );
    }
    assert!(
        !restore(&mut diary, OTHER, 0),
        "a day without a history has one version"
    );
    assert_eq!(
        diary.can_undo().unwrap(),
        Some(Label::SAVE_ENTRY),
        "and nothing was written"
    );
}

#[test]
fn a_record_that_was_moved_goes_back_to_where_it_lay() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let first = put(&mut diary, 0, &note(1, DAY, "here"));
    let moved = put(&mut diary, 1, &note(1, OTHER, "there"));
    assert!(restore(&mut diary, DAY, first), "it lay here then");
    assert_eq!(
        (on(&diary, DAY), on(&diary, OTHER)),
        (said(&[(1, "here")]), vec![]),
        "and comes back from there"
    );
    diary.undo(at(51)).unwrap();
    assert!(
        restore(&mut diary, OTHER, first),
        "it is there now and was not then"
    );
    assert_eq!(
        (on(&diary, DAY), on(&diary, OTHER)),
        (said(&[(1, "here")]), vec![]),
        "and goes to where it was"
    );
    diary.undo(at(52)).unwrap();
    put(&mut diary, 2, &note(1, "2026-04-01", "far"));
    assert!(
        !restore(&mut diary, DAY, moved),
        "it was elsewhere then and is elsewhere now"
    );
    assert_eq!(
        on(&diary, "2026-04-01"),
        said(&[(1, "far")]),
        "and is left alone"
    );
}

#[test]
fn other_days_are_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::IMPORT, at(0), |c| everything().put(c))
        .unwrap();
    let other = |diary: &Diary| -> (Vec<Night>, Vec<FactorValue>) {
        let dates = (day(OTHER), day("2026-12-31"));
        (
            diary.between(dates.0, dates.1).unwrap(),
            diary.between(dates.0, dates.1).unwrap(),
        )
    };
    let before = (other(&diary), diary.all::<Span>().unwrap());
    assert!(restore(&mut diary, DAY, 0), "the day is emptied");
    assert_eq!(
        (other(&diary), diary.all::<Span>().unwrap()),
        before,
        "the others are not"
    );
    assert!(
        diary
            .between::<Night>(day(DAY), day(DAY))
            .unwrap()
            .is_empty(),
        "nothing is left of it"
    );
    assert_eq!(
        diary.get(id(60)).unwrap(),
        Some(everything().factors[0].clone()),
        "names that were made then belong to no day"
    );
    let span = Span {
        id: id(600),
        kind: SpanKind::Illness,
        from_date: day(OTHER),
        to_date: None,
    };
    diary
        .change(Label::SAVE_ENTRY, at(1), |c| c.put(&span))
        .unwrap();
    assert!(
        restore(&mut diary, "2026-04-05", 0),
        "a day in the middle of a run of days"
    );
    assert_eq!(
        diary.get(id(600)).unwrap(),
        Some(span),
        "which lies on its first"
    );
}

#[test]
fn an_import_that_came_again_makes_room_for_the_one_of_then() {
    let dir = tempfile::tempdir().unwrap();
    let mut diary = open_diary(dir.path());
    let night = |n, date: &str| Night {
        wake_date: day(date),
        origin: imported("wane-csv", "key"),
        ..full_night(n)
    };
    // The later one has the lesser name, so that the order of names does not help.
    diary
        .change(Label::IMPORT, at(0), |c| c.put(&night(9, DAY)))
        .unwrap();
    let then = newest(&diary, 9);
    diary
        .change(Label::REMOVE, at(1), |c| c.remove::<Night>(id(9)))
        .unwrap();
    diary
        .change(Label::IMPORT, at(2), |c| c.put(&night(2, DAY)))
        .unwrap();
    assert!(restore(&mut diary, DAY, then), "there was another night");
    assert_eq!(
        diary.all::<Night>().unwrap(),
        [night(9, DAY)],
        "and it is there instead"
    );
    diary.undo(at(51)).unwrap();
    diary
        .change(Label::SAVE_ENTRY, at(3), |c| c.put(&night(2, OTHER)))
        .unwrap();
    let before = see(&diary);
    let refused = diary.restore_day(day(DAY), then, Label::RESTORE, at(52));
    assert!(
        matches!(refused, Err(Error::Refused { .. })),
        "on another day it stays, and would be there twice: {refused:?}"
    );
    assert_eq!(see(&diary), before, "nothing was changed");
}

/// One random thing a user does to a few notes and nights on a few days.
#[derive(Debug, Clone)]
enum Deed {
    Change(Vec<Write>),
    Undo,
    Redo,
    RestoreDay {
        date: usize,
        version: prop::sample::Index,
    },
    BringBack(u16),
}

#[derive(Debug, Clone)]
enum Write {
    Note {
        n: u16,
        date: usize,
        text: String,
    },
    RemoveNote(u16),
    Night {
        n: u16,
        date: usize,
        nwak: Option<u16>,
    },
    RemoveNight(u16),
}

const DATES: [&str; 3] = ["2026-03-28", DAY, OTHER];

fn write() -> impl Strategy<Value = Write> {
    prop_oneof![
        (1_u16..4, 0..3_usize, "[a-c]{1,2}").prop_map(|(n, date, text)| Write::Note {
            n,
            date,
            text
        }),
        (1_u16..4).prop_map(Write::RemoveNote),
        (11_u16..13, 0..3_usize, any::<Option<u16>>()).prop_map(|(n, date, nwak)| Write::Night {
            n,
            date,
            nwak
        }),
        (11_u16..13).prop_map(Write::RemoveNight),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => prop::collection::vec(write(), 1..4).prop_map(Deed::Change),
        2 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => (0..3_usize, any::<prop::sample::Index>()).prop_map(|(date, version)| Deed::RestoreDay { date, version }),
        1 => (1_u16..13).prop_map(Deed::BringBack),
    ]
}

fn carry_out(change: &mut Change<'_>, write: &Write) -> Result<()> {
    match write {
        Write::Note { n, date, text } => change.put(&note(*n, DATES[*date], text)),
        Write::RemoveNote(n) => change.remove::<Note>(id(*n)),
        Write::Night { n, date, nwak } => change.put(&Night {
            wake_date: day(DATES[*date]),
            nwak: *nwak,
            ..full_night(*n)
        }),
        Write::RemoveNight(n) => change.remove::<Night>(id(*n)),
    }
    .map(drop)
}

type Day = (Vec<Note>, Vec<Night>);

fn days(diary: &Diary) -> BTreeMap<NaiveDate, Day> {
    let on = |date: &str| {
        let date = day(date);
        (
            date,
            (
                diary.between(date, date).unwrap(),
                diary.between(date, date).unwrap(),
            ),
        )
    };
    DATES.into_iter().map(on).collect()
}

#[test]
fn any_day_can_be_brought_back_to_any_version_and_forth_again() {
    // No file of past failures: the repository's tests are the same for everybody.
    let config = Config {
        cases: 48,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new(config)
        .run(&prop::collection::vec(deed(), 1..30), |deeds| {
            let dir = dir_in_memory();
            let mut diary = open_diary(dir.path());
            let log = Connection::open(dir.path().join("diary.db")).unwrap();
            let newest = || -> u64 {
                let newest: i64 = log
                    .query_row(
                        "SELECT coalesce(max(change_id), 0) FROM change",
                        [],
                        |row| row.get(0),
                    )
                    .unwrap();
                newest.try_into().unwrap()
            };
            let label = || Label::new("restore-day");
            let mut versions = BTreeMap::from([(0, days(&diary))]);
            for (minute, deed) in (0..).zip(deeds) {
                match deed {
                    Deed::Change(writes) => {
                        let work = |c: &mut Change<'_>| {
                            writes.iter().try_for_each(|write| carry_out(c, write))
                        };
                        diary.change(Label::SAVE_ENTRY, at(minute), work).unwrap();
                    }
                    Deed::Undo => drop(diary.undo(at(minute)).unwrap()),
                    Deed::Redo => drop(diary.redo(at(minute)).unwrap()),
                    Deed::RestoreDay { date, version } => {
                        let version = *version.get(&versions.keys().copied().collect::<Vec<_>>());
                        diary
                            .restore_day(day(DATES[date]), version, label(), at(minute))
                            .unwrap();
                    }
                    Deed::BringBack(n) => {
                        diary
                            .change(Label::RESTORE, at(minute), |c| c.bring_back(id(n)))
                            .unwrap();
                    }
                }
                versions.insert(newest(), days(&diary));
            }
            let (before, last) = (see(&diary), newest());
            for date in DATES {
                let same = diary.restore_day(day(date), last, label(), at(50)).unwrap();
                prop_assert_eq!(
                    (same.value, same.operations),
                    (false, 0),
                    "the newest version is the present one"
                );
                for (version, then) in &versions {
                    let now = days(&diary);
                    let turned = diary
                        .restore_day(day(date), *version, label(), at(51))
                        .unwrap();
                    prop_assert_eq!(
                        &days(&diary)[&day(date)],
                        &then[&day(date)],
                        "{} as after change {}",
                        date,
                        version
                    );
                    prop_assert_eq!(
                        turned.value,
                        now != days(&diary),
                        "and it is told whether anything differed"
                    );
                    prop_assert_eq!(
                        turned.value,
                        turned.operations > 0,
                        "which is whether anything was written"
                    );
                    if turned.value {
                        diary.undo(at(52)).unwrap();
                    }
                    prop_assert_eq!(&see(&diary), &before, "undone, everything is as before");
                }
            }
            Ok(())
        })
        .unwrap();
}
