//! Random deeds against a model: undo and redo walk exactly through what was seen.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use wane_domain::{
    diary::{Factor, Night, Note, Occasion, PainRating},
    scale::Quality,
};
use wane_store::{Change, Diary, Error, ImportBatch, Label, Result};

use crate::{
    common::{
        at, by_hand, day, dir_in_memory,
        everything::{empty_night, everything, full_night, rating},
        id, open_diary,
    },
    undo::see,
    word_index::check_index,
};

/// One random thing a user does.
#[derive(Debug, Clone)]
enum Deed {
    Change(Vec<Write>),
    Undo,
    Redo,
    Restart,
    /// Brings back a record that may have been removed.
    BringBack(u16),
    /// Brings a day back to how it was after one of the changes so far.
    RestoreDay {
        date: &'static str,
        change: prop::sample::Index,
    },
    /// Takes an import of that name in, again if need be.
    Import(u16),
    /// Takes back the change that made the import of that name, if there is one.
    TakeBack(u16),
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
        1 => prop_oneof![1_u16..3, 11_u16..13, 21_u16..23, 41_u16..43, Just(60)].prop_map(Deed::BringBack),
        1 => (prop::sample::select(vec!["2026-03-29", "2026-03-30"]), any::<prop::sample::Index>())
            .prop_map(|(date, change)| Deed::RestoreDay { date, change }),
        1 => (0_u16..2).prop_map(Deed::Import),
        1 => (0_u16..2).prop_map(Deed::TakeBack),
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

/// Does what is a change of its own, and returns how many fields it altered.
fn carry_out_deed(diary: &mut Diary, deed: &Deed, minute: i64) -> u64 {
    let now = at(minute);
    match deed {
        Deed::Change(writes) => {
            let work = |change: &mut Change<'_>| {
                writes.iter().try_for_each(|write| carry_out(change, write))
            };
            diary
                .change(Label::SAVE_ENTRY, now, work)
                .unwrap()
                .operations
        }
        Deed::BringBack(n) => {
            diary
                .change(Label::RESTORE, now, |change| change.bring_back(id(*n)))
                .unwrap()
                .operations
        }
        Deed::RestoreDay { date, change } => {
            // As many changes as there can have been; a number beyond the newest is the newest.
            let change = change.index(50) as u64;
            diary
                .restore_day(day(date), change, Label::new("restore-day"), now)
                .unwrap()
                .operations
        }
        Deed::Import(n) => {
            let batch = ImportBatch {
                id: id(60 + n),
                ..everything().import_batches[0].clone()
            };
            let work = |change: &mut Change<'_>| {
                change.put(&batch)?;
                carry_out(
                    change,
                    &Write::Note {
                        n: 1 + n,
                        text: format!("import {minute}"),
                    },
                )?;
                change.put(&empty_night(5 + n))
            };
            diary.change(Label::IMPORT, now, work).unwrap().operations
        }
        Deed::TakeBack(n) => {
            diary
                .take_back_change_of(id(60 + n), Label::new("import-undo"), now)
                .unwrap()
                .operations
        }
        Deed::Undo | Deed::Redo | Deed::Restart => 0,
    }
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
            let dir = dir_in_memory();
            let mut diary = open_diary(dir.path());
            // What a user remembers: what was seen after each change, and where they stand.
            let mut seen = vec![see(&diary)];
            let mut here = 0_usize;
            for (minute, deed) in (0..).zip(deeds) {
                let operations = match deed {
                    Deed::Undo => {
                        let undone = diary.undo(at(minute)).unwrap();
                        prop_assert_eq!(
                            undone.is_some(),
                            here > 0,
                            "undo is possible exactly while something is in effect"
                        );
                        here = here.saturating_sub(1);
                        0
                    }
                    Deed::Redo => {
                        let redone = diary.redo(at(minute)).unwrap();
                        prop_assert_eq!(
                            redone.is_some(),
                            here + 1 < seen.len(),
                            "redo is possible exactly after undo"
                        );
                        here = (here + 1).min(seen.len() - 1);
                        0
                    }
                    Deed::Restart => {
                        drop(diary);
                        diary = open_diary(dir.path());
                        0
                    }
                    deed => carry_out_deed(&mut diary, &deed, minute),
                };
                if operations > 0 {
                    seen.truncate(here + 1);
                    seen.push(see(&diary));
                    here += 1;
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
            drop(diary);
            check_index(dir.path());
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_thousand_undos_and_redos_lead_back_and_forth() {
    let dir = dir_in_memory();
    let mut diary = open_diary(dir.path());
    diary
        .change(Label::IMPORT, at(0), |change| everything().put(change))
        .unwrap();
    let first = see(&diary);
    for n in 1..1000_u16 {
        let write = Write::Note {
            n: n % 7,
            text: format!("the words of change {n}"),
        };
        diary
            .change(Label::SAVE_ENTRY, at(n.into()), |change| {
                carry_out(change, &write)
            })
            .unwrap();
    }
    let last = see(&diary);
    for _ in 1..1000 {
        assert!(
            diary.undo(at(2000)).unwrap().is_some(),
            "each change can be undone"
        );
    }
    assert_eq!(see(&diary), first, "a thousand steps back");
    drop(diary);
    let mut diary = open_diary(dir.path());
    for _ in 1..1000 {
        assert!(
            diary.redo(at(3000)).unwrap().is_some(),
            "each undo can be redone"
        );
    }
    assert_eq!(see(&diary), last, "and a thousand forth, after a restart");
    assert_eq!(diary.can_redo().unwrap(), None, "and no further");
    drop(diary);
    check_index(dir.path());
}
