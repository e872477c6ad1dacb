//! Random deeds against a model: undo and redo walk exactly through what was seen.

use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use wane_domain::{
    diary::{Factor, Night, Note, Occasion, PainRating},
    scale::Quality,
};
use wane_store::{Change, Error, Label, Result};

use crate::{
    common::{
        at, by_hand, day,
        everything::{everything, full_night, rating},
        id, open_diary,
    },
    undo::see,
};

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
