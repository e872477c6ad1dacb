//! Recognising, measuring progress, stopping, and input that means harm.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use std::{
    io::{self, Cursor, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

use chrono_tz::UTC;
use common::{inputs, read_in, skipped};
use proptest::prelude::*;
use wane_exchange::{Format, Input, ReadError, Settings, WarningCode, What, Why, read, recognise};

const SLEEP: &[u8] = include_bytes!("data/mrphil007_sleep.json");
const SCORES: &[u8] = include_bytes!("data/mrphil007_sleep_score.csv");
const EXERCISE: &[u8] = include_bytes!("data/mrphil007_exercise.json");
const DIARY: &[u8] = include_bytes!("data/diary_A_effect.csv");

#[test]
fn formats_are_recognised_by_content() {
    let check = |bytes: &[u8], expected| {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).into_owned();
        assert_eq!(recognise(bytes), expected, "the format of {shown:?}");
    };
    check(DIARY, Some(Format::WaneCsv));
    check(b"pain_day;Date\n", Some(Format::WaneCsv));
    check(SLEEP, Some(Format::FitbitTakeoutJson));
    check(
        &[b"\xef\xbb\xbf  \n", SLEEP].concat(),
        Some(Format::FitbitTakeoutJson),
    );
    check(SCORES, None);
    check(EXERCISE, None);
    check(b"", None);
    check(b"[]", None);
    check(b"date,steps\n", None);
    check(b"sid,start,stop,rating\n", Some(Format::PleesTracker));
    check(b"sid,start,stop\n", Some(Format::PleesTracker));
    check(b"sid,start\n", None);
    check(b"\x00\xff\xfe", None);
}

#[test]
fn every_format_has_a_name_of_its_own() {
    for format in Format::ALL {
        assert_eq!(
            Format::from_name(format.name()),
            Some(format),
            "{}",
            format.name()
        );
    }
    assert_eq!(Format::from_name("nothing"), None, "no such format");
}

#[test]
fn every_reason_has_a_name_of_its_own() {
    let mut names: Vec<_> = Why::ALL.iter().map(|why| why.code()).collect();
    names.extend(WarningCode::OWN.iter().map(|code| code.code()));
    let questions = wane_domain::check::Question::ALL.iter();
    names.extend(questions.map(|question| WarningCode::Question(*question).code()));
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "no two of {names:?} are alike");
    assert_eq!(
        What::ALL.len(),
        5,
        "files, tables, columns, rows and values can be left out"
    );
}

#[test]
fn files_that_are_not_recognised_are_left_out_beside_one_that_is() {
    let found = read_in(
        UTC,
        &[("score.csv", SCORES), ("sleep.json", SLEEP), ("empty", b"")],
        None,
    )
    .unwrap();
    assert_eq!(found.sleeps.len(), 2, "the sleep logs come in");
    let files: Vec<_> = found
        .skipped
        .iter()
        .map(|skipped| skipped.file.as_str())
        .collect();
    assert_eq!(files, ["empty", "score.csv"], "the others are named");
    assert!(
        skipped(&found)
            .iter()
            .all(|s| (s.0, s.2) == (What::File, Why::NotRecognised)),
        "with the reason"
    );
}

#[test]
fn nothing_to_read_is_an_error_that_says_why() {
    let check = |files: &[(&str, &[u8])], code: &str| {
        assert_eq!(
            read_in(UTC, files, None).unwrap_err().code(),
            code,
            "reading {:?}",
            files.iter().map(|f| f.0).collect::<Vec<_>>()
        );
    };
    check(&[], "no-file");
    check(&[("empty", b"")], "empty");
    check(
        &[("scores", SCORES), ("exercise", EXERCISE)],
        "not-recognised",
    );
    check(&[("utf-16", b"\xff\xfed\0a\0")], "encoding");
    check(&[("diary", DIARY), ("sleep", SLEEP)], "several-formats");
}

#[test]
fn progress_runs_from_nothing_to_everything() {
    let mut seen = Vec::new();
    let files = inputs(&[("a", DIARY), ("b", b"date,bed\n")]);
    read(files, None, &Settings::new(UTC), &mut |done, total| {
        seen.push((done, total));
        ControlFlow::Continue(())
    })
    .unwrap();
    let total = DIARY.len() as u64 + 9;
    // Before anything is read it is only asked whether to go on: how much there is, nobody knows yet.
    let unknown = seen.iter().take_while(|turn| **turn == (0, 0)).count();
    seen.drain(..unknown);
    assert_eq!(
        (seen[0], *seen.last().unwrap()),
        ((0, total), (total, total)),
        "first and last"
    );
    assert!(
        seen.is_sorted() && seen.iter().all(|(_, all)| *all == total),
        "and never backwards: {seen:?}"
    );
}

#[test]
fn reading_stops_when_asked_to() {
    for (name, bytes) in [("diary", DIARY), ("sleep", SLEEP)] {
        for allowed in 0..2 {
            let mut calls = 0;
            let stopped = read(
                inputs(&[(name, bytes)]),
                None,
                &Settings::new(UTC),
                &mut |_, _| {
                    calls += 1;
                    if calls > allowed {
                        ControlFlow::Break(())
                    } else {
                        ControlFlow::Continue(())
                    }
                },
            );
            assert_eq!(
                stopped,
                Err(ReadError::Cancelled),
                "{name} after {allowed} calls"
            );
        }
    }
}

#[test]
fn a_file_above_the_limit_is_refused_before_it_is_read() {
    let settings = Settings {
        max_bytes: 100,
        ..Settings::new(UTC)
    };
    let result = read(
        inputs(&[("diary", DIARY)]),
        None,
        &settings,
        &mut |done, _| {
            assert_eq!(done, 0, "nothing is read");
            ControlFlow::Continue(())
        },
    );
    assert_eq!(
        result,
        Err(ReadError::TooLarge {
            file: "diary".into(),
            max_bytes: 100
        }),
        "refused"
    );
    assert_eq!(
        Settings::new(UTC).max_bytes,
        256 * 1024 * 1024,
        "the limit if nobody sets one"
    );
}

/// A file that says it is short and goes on for ever.
struct Growing(Cursor<Vec<u8>>);

impl Read for Growing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => {
                buffer.fill(b'\n');
                Ok(buffer.len())
            }
            count => Ok(count),
        }
    }
}

impl Seek for Growing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_file_that_grows_while_it_is_read_stops_at_the_limit() {
    let settings = Settings {
        max_bytes: 1_000_000,
        ..Settings::new(UTC)
    };
    let file = Input::new("growing", Growing(Cursor::new(b"date,bed\n".to_vec())));
    let mut most = 0;
    let result = read(
        vec![file],
        Some(Format::WaneCsv),
        &settings,
        &mut |done, total| {
            most = most.max(done);
            assert!(done <= total, "progress stays within the whole");
            ControlFlow::Continue(())
        },
    );
    assert_eq!(result.unwrap_err().code(), "too-large", "stopped");
    assert_eq!(most, 9, "no more was promised than there was");
}

/// A file on a disk that breaks.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::from(io::ErrorKind::TimedOut))
    }
}

impl Seek for Broken {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Ok(10)
    }
}

#[test]
fn an_error_of_the_system_is_passed_on() {
    let result = read(
        vec![Input::new("disk", Broken)],
        None,
        &Settings::new(UTC),
        &mut |_, _| ControlFlow::Continue(()),
    );
    assert_eq!(
        result,
        Err(ReadError::Io {
            file: "disk".into(),
            kind: io::ErrorKind::TimedOut
        }),
        "what the system said"
    );
}

#[test]
fn input_that_means_harm_is_refused() {
    let check = |format: Format, bytes: Vec<u8>, code: &str| {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(30)]).into_owned();
        let error = read_in(UTC, &[("harm", &bytes)], Some(format)).unwrap_err();
        assert_eq!(error.code(), code, "reading {shown:?} and so on");
    };
    let csv = |text: String| {
        check(
            Format::WaneCsv,
            text.clone().into_bytes(),
            if text.len() > 1 << 20 {
                "line-too-long"
            } else {
                "too-many-columns"
            },
        )
    };
    csv(format!("date{}", ",x".repeat(2_000)));
    csv(format!("date{}", ",x".repeat(1_000_000)));
    csv(format!("date,x\n2026-01-01,{}", "y".repeat(8 << 20)));
    csv("z".repeat(8 << 20));
    let json = |bytes: Vec<u8>, code: &str| check(Format::FitbitTakeoutJson, bytes, code);
    json(vec![b'['; 1_000_000], "json-too-big");
    json("[{\"a\":".repeat(100_000).into_bytes(), "json-too-big");
    json(
        format!("[\"{}\"]", "x".repeat(2 << 20)).into_bytes(),
        "json-too-big",
    );
    json(
        format!("[{{\"logId\": {}}}]", "9".repeat(10_000)).into_bytes(),
        "json-broken",
    );
    json(b"[\"\xff\xfe\"]".to_vec(), "json-broken");
    json(b"[NaN]".to_vec(), "json-broken");
    json(b"\0\0\0\0".to_vec(), "json-broken");
}

#[test]
fn nesting_and_quotes_within_reason_are_no_harm() {
    let deep = format!("[{{\"x\": {}{}}}]", "[".repeat(60), "]".repeat(60));
    assert!(
        read_in(
            UTC,
            &[("f", deep.as_bytes())],
            Some(Format::FitbitTakeoutJson)
        )
        .unwrap()
        .is_empty(),
        "deep"
    );
    let quoted = format!("[{{\"x\": \"{}\", \"y\": \"\\\\\"}}]", "[\\\"".repeat(1000));
    assert!(
        read_in(
            UTC,
            &[("f", quoted.as_bytes())],
            Some(Format::FitbitTakeoutJson)
        )
        .unwrap()
        .is_empty(),
        "brackets in text"
    );
}

#[test]
fn no_error_repeats_what_stands_in_a_file() {
    let marked: [(Format, &[u8]); 9] = [
        (Format::WaneCsv, b"MARKED,bed\n"),
        (Format::WaneCsv, b"MARKED\xff,date\n"),
        (Format::WaneCsv, b"date,\"MARKED\n"),
        (Format::WaneCsv, b"date,bed,bed,MARKED\n"),
        (Format::FitbitTakeoutJson, b"\"MARKED\""),
        (Format::FitbitTakeoutJson, b"[{\"logId\": MARKED}]"),
        (Format::FitbitTakeoutJson, b"[{\"logId\": \"MARKED"),
        (Format::FitbitTakeoutJson, b"{\"MARKED\": 1}"),
        (Format::FitbitTakeoutJson, b"[{}] MARKED"),
    ];
    for (format, bytes) in marked {
        let error = read_in(UTC, &[("file", bytes)], Some(format)).unwrap_err();
        assert!(
            !format!("{error} {error:?}").contains("MARKED"),
            "{error} keeps the diary to itself"
        );
    }
    let rows = b"date,bed,pain_day\nMARKED,,3\n2026-01-01,MARKED,\n2026-01-02,,MARKED\n2026-01-03,\"MARKED,4\n";
    let found = read_in(UTC, &[("file", rows)], None).unwrap();
    assert_eq!(
        found.skipped.iter().map(|s| s.count).sum::<u64>(),
        4,
        "four broken rows"
    );
    assert!(
        !format!("{:?}", found.skipped).contains("MARKED"),
        "named by line and column only"
    );
}

fn damaged(sample: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
    let wounds = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 0..20);
    (wounds, any::<prop::sample::Index>()).prop_map(move |(wounds, cut)| {
        let mut bytes = sample.to_vec();
        for (place, byte, kind) in wounds {
            let place = place.index(bytes.len());
            match kind {
                0 => bytes[place] = byte,
                1 => bytes.insert(place, byte),
                _ => drop(bytes.remove(place)),
            }
        }
        if cut.index(4) == 0 {
            bytes.truncate(cut.index(bytes.len()));
        }
        bytes
    })
}

proptest! {
    #[test]
    fn a_damaged_file_never_breaks_the_reader(
        bytes in prop_oneof![damaged(SLEEP), damaged(DIARY), prop::collection::vec(any::<u8>(), 0..400)],
    ) {
        let _ = recognise(&bytes);
        for format in Format::ALL {
            if let Ok(found) = read_in(chrono_tz::Europe::London, &[("f", &bytes)], Some(format)) {
                let sane = |date: &chrono::NaiveDate| wane_exchange::rules::sane_date(*date);
                prop_assert!(found.dates().iter().all(sane), "no absurd date comes in");
                prop_assert!(
                    found.sleeps.iter().all(|sleep| sleep.start.instant < sleep.end.instant),
                    "no sleep ends before it starts"
                );
            }
        }
    }
}
