//! What reading and saving cost in a diary of one year and in one of a hundred, as ratios on the same machine.
//!
//! `cargo run --release -p wane-store --example century -- DIRECTORY`: both diaries are made there and kept, so that a
//! second run only measures. The long one is some 500,000 records with their history, and takes some minutes to make.
// An example prints what it measures, reads the clock to measure it, and stops at the first thing that goes wrong.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    dead_code
)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use chrono::{DateTime, Days, NaiveDate, Utc};
use common::{by_hand, day, everything::everything, open_diary};
use wane_domain::{
    Id, Moment,
    diary::*,
    scale::{Arousal, Effort, Quality, Rating},
};
use wane_store::{Change, Diary, Label, Result};

// Names are given by instants, which begin in 1970.
const LAST: &str = "2071-03-29";

fn main() {
    let home = PathBuf::from(
        std::env::args()
            .nth(1)
            .expect("a directory for the diaries"),
    );
    let mut year = diary(&home.join("year"), 365);
    let mut century = diary(&home.join("century"), 36_525);
    println!("{:44}{:>12}{:>12}{:>9}", "", "1 year", "100 years", "ratio");
    for (what, work) in WORK {
        let (short, long) = (median(&mut year, work), median(&mut century, work));
        row(what, short, long);
    }
    drop((year, century));
    let reopen = |name: &str| {
        let place = home.join(name);
        of_many(|| drop(open_diary(&place)))
    };
    row("open", reopen("year"), reopen("century"));
    let size = |name: &str| {
        std::fs::metadata(home.join(name).join("diary.db"))
            .unwrap()
            .len()
            / 1024
    };
    println!(
        "{:44}{:>9} KB{:>9} KB",
        "size of the file",
        size("year"),
        size("century")
    );
}

fn row(what: &str, short: Duration, long: Duration) {
    let ratio = long.as_secs_f64() / short.as_secs_f64();
    println!(
        "{what:44}{:>9} µs{:>9} µs{ratio:>9.2}",
        short.as_micros(),
        long.as_micros()
    );
}

type Work = fn(&mut Diary);

const WORK: [(&str, Work); 20] = [
    ("read a day", |diary| read_day(diary, day(LAST))),
    ("the latest 14 nights", |diary| {
        assert_eq!(diary.latest::<Night>(day(LAST), 14).unwrap().len(), 14);
    }),
    ("the ends of the diary", |diary| {
        assert!(diary.first_and_last_date().unwrap().is_some())
    }),
    ("spans over a day", |diary| {
        drop(diary.spans_over(day(LAST), day(LAST)).unwrap())
    }),
    ("can undo, can redo", |diary| {
        drop((diary.can_undo().unwrap(), diary.can_redo().unwrap()))
    }),
    ("the history of a day", |diary| {
        assert!(!diary.revisions_on(day(LAST)).unwrap().is_empty())
    }),
    ("the trash", |diary| {
        drop(
            diary
                .removed_since(noon(day(LAST)) - Days::new(30))
                .unwrap(),
        )
    }),
    ("search: w (one letter)", |diary| found(diary, "w", true)),
    ("search: walked", |diary| found(diary, "walked", true)),
    ("search: walk (begins several words)", |diary| {
        found(diary, "walk", true)
    }),
    ("search: harbour friend (two common words)", |diary| {
        found(diary, "harbour friend", true)
    }),
    ("search: a word once in a year", |diary| {
        found(diary, "anniversary", true)
    }),
    ("search: a word that is not there", |diary| {
        found(diary, "zyzzyva", false)
    }),
    ("search: ibuprofen (a name)", |diary| {
        found(diary, "ibuprofen", true)
    }),
    ("search: never the two on a day", |diary| {
        found(diary, "evenword oddword", false)
    }),
    ("save a morning", |diary| {
        diary
            .change(Label::SAVE_MORNING, noon(day(LAST)), |c| {
                morning(c, 0, spare())
            })
            .unwrap();
        diary
            .change(Label::REMOVE, noon(day(LAST)), |c| {
                c.remove::<Night>(id(spare(), 0))
            })
            .unwrap();
    }),
    ("save a note", |diary| {
        diary
            .change(Label::SAVE_ENTRY, noon(day(LAST)), |c| {
                c.put(&note(1, spare()))
            })
            .unwrap();
        diary
            .change(Label::REMOVE, noon(day(LAST)), |c| {
                c.remove::<Note>(id(spare(), 20))
            })
            .unwrap();
    }),
    ("alter a note", |diary| {
        let text = |note: &Note, word: &str| Note {
            text: note.text.clone() + word,
            ..note.clone()
        };
        let note = note(0, day(LAST));
        diary
            .change(Label::SAVE_ENTRY, noon(day(LAST)), |c| {
                c.put(&text(&note, "one"))
            })
            .unwrap();
        diary
            .change(Label::SAVE_ENTRY, noon(day(LAST)), |c| {
                c.put(&text(&note, "two"))
            })
            .unwrap();
    }),
    ("undo and redo", |diary| {
        diary.undo(noon(day(LAST))).unwrap().unwrap();
        diary.redo(noon(day(LAST))).unwrap().unwrap();
    }),
    ("bring a day back to before, and undo", |diary| {
        assert!(
            diary
                .restore_day(day(LAST), 0, Label::RESTORE, noon(day(LAST)))
                .unwrap()
                .value
        );
        diary.undo(noon(day(LAST))).unwrap();
    }),
];

/// A day after all the others.
fn spare() -> NaiveDate {
    day(LAST) + Days::new(1)
}

fn found(diary: &Diary, words: &str, expected: bool) {
    assert_eq!(
        !diary.search(words, 50).unwrap().hits.is_empty(),
        expected,
        "{words}"
    );
}

fn read_day(diary: &Diary, on: NaiveDate) {
    fn all<R: wane_store::Dated>(diary: &Diary, on: NaiveDate) -> usize {
        diary.between::<R>(on, on).unwrap().len()
    }
    let rows = all::<Night>(diary, on)
        + all::<DeviceSleep>(diary, on)
        + all::<PainRating>(diary, on)
        + all::<DayEntry>(diary, on)
        + all::<FactorValue>(diary, on)
        + all::<Dose>(diary, on)
        + all::<Light>(diary, on)
        + all::<MedicineTaken>(diary, on)
        + all::<Note>(diary, on);
    assert!(rows > 10, "a full day");
}

fn median(diary: &mut Diary, work: Work) -> Duration {
    of_many(|| work(diary))
}

fn of_many(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..41)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

/// The diary in that place, made first if it is not there.
fn diary(place: &Path, days: u64) -> Diary {
    let made = place.join("diary.db").exists();
    let mut diary = open_diary(place);
    if made {
        return diary;
    }
    diary.change(Label::IMPORT, noon(day(LAST)), names).unwrap();
    for n in (0..days).rev() {
        let date = day(LAST) - Days::new(n);
        diary
            .change(Label::SAVE_EVENING, noon(date), |c| whole_day(c, n, date))
            .unwrap();
    }
    diary
}

fn noon(date: NaiveDate) -> DateTime<Utc> {
    date.and_hms_opt(12, 0, 0).unwrap().and_utc()
}

/// The `n`-th name of a day.
fn id(date: NaiveDate, n: u8) -> Id {
    Id::new(noon(date), [0, 0, 0, 0, 0, 0, 0, 0, 0, n])
}

fn at_hour(date: NaiveDate, hour: u32) -> Moment {
    Moment::new(
        date.and_hms_opt(hour, 10, 0).unwrap().and_utc(),
        chrono_tz::Europe::London,
    )
}

fn names(change: &mut Change<'_>) -> Result<()> {
    let everything = everything();
    everything
        .factors
        .iter()
        .try_for_each(|factor| change.put(factor).map(drop))?;
    everything
        .medicines
        .iter()
        .try_for_each(|medicine| change.put(medicine).map(drop))?;
    everything
        .named_pains
        .iter()
        .try_for_each(|pain| change.put(pain).map(drop))
}

fn morning(change: &mut Change<'_>, n: u64, date: NaiveDate) -> Result<()> {
    let before = date - Days::new(1);
    change.put(&Night {
        id: id(date, 0),
        wake_date: date,
        bed: Some(at_hour(before, 22)),
        lights_out: Some(at_hour(before, 23)),
        sol_min: Some((n % 60) as u16),
        nwak: Some((n % 5) as u16),
        waso_min: Some((n % 40) as u16),
        final_wake: Some(at_hour(date, 6)),
        tasafa_min: Some(5),
        out_of_bed: Some(at_hour(date, 7)),
        quality: Quality::new(1 + (n % 5) as u8).ok(),
        origin: by_hand(),
    })?;
    Ok(())
}

/// Words of a few hundred that come again and again, as they do in a diary.
fn note(n: u64, date: NaiveDate) -> Note {
    const COMMON: [&str; 12] = [
        "walked", "to", "the", "harbour", "with", "a", "friend", "slept", "badly", "and",
        "walking", "helped",
    ];
    let mut words: Vec<String> = COMMON.map(str::to_owned).to_vec();
    // Spread over the alphabet, as words are.
    words.extend((0..18).map(|k| {
        let word = (n * 31 + k * 97) % 900;
        format!("{}{word}", char::from(b'a' + (word % 26) as u8))
    }));
    words.push(
        if n.is_multiple_of(2) {
            "evenword"
        } else {
            "oddword"
        }
        .to_owned(),
    );
    if n % 365 == 7 {
        words.push("anniversary".to_owned());
    }
    Note {
        id: id(date, 20),
        date,
        text: words.join(" "),
        origin: by_hand(),
    }
}

fn whole_day(change: &mut Change<'_>, n: u64, date: NaiveDate) -> Result<()> {
    let everything = everything();
    morning(change, n, date)?;
    change.put(&DeviceSleep {
        id: id(date, 1),
        wake_date: date,
        start: at_hour(date - Days::new(1), 23),
        end: at_hour(date, 6),
        origin: common::imported("fitbit-takeout", &n.to_string()),
        ..everything.device_sleeps[0].clone()
    })?;
    let occasions = [Occasion::Morning, Occasion::Evening, Occasion::Evening];
    for (k, occasion) in (2..).zip(occasions) {
        change.put(&PainRating {
            id: id(date, k),
            date,
            occasion,
            pain: (k == 4).then(|| everything.named_pains[0].id),
            rating: Rating::new((n % 11) as u8).unwrap(),
            origin: by_hand(),
        })?;
    }
    change.put(&DayEntry {
        id: id(date, 5),
        date,
        arousal: Arousal::new((n % 5) as u8).ok(),
        mattered: Some(format!("called v{}", n % 700)),
        rough: n.is_multiple_of(9),
        origin: by_hand(),
    })?;
    for (k, factor) in (6..).zip([
        &everything.factors[0],
        &everything.factors[1],
        &everything.factors[0],
    ]) {
        change.put(&FactorValue {
            id: id(date, k),
            factor: factor.id,
            date,
            value: (n % 3) as f64,
            origin: by_hand(),
        })?;
    }
    change.put(&Dose {
        id: id(date, 9),
        date,
        start: Some(at_hour(date, 17)),
        kind: Some("walk".into()),
        minutes: Some(25),
        effort: Effort::new((n % 11) as u8).ok(),
        felt: Some(Felt::Right),
        origin: by_hand(),
    })?;
    change.put(&Light {
        id: id(date, 10),
        date,
        start: Some(at_hour(date, 8)),
        minutes: Some(30),
        origin: by_hand(),
    })?;
    for (k, medicine) in (11..).zip(&everything.medicines) {
        change.put(&MedicineTaken {
            id: id(date, k),
            medicine: medicine.id,
            date,
            at: Some(at_hour(date, 21)),
            purpose: Some(Purpose::Planned),
            amount: None,
            origin: by_hand(),
        })?;
    }
    change.put(&note(n, date)).map(drop)
}
