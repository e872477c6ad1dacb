//! One damaged file among many costs itself alone, and is named; by itself it is refused.

use std::{io::Cursor, ops::ControlFlow};

use chrono_tz::Europe::London;
use wane_exchange::{Format, Found, Input, ReadError, Settings, What, Why, read};

use crate::common::{packed::archive, try_read};

/// A format, a file of two of its nights from that day of June on, and how many of them a file keeps that is damaged
/// in the second.
type Kind = (Format, fn(u32) -> String, usize);

fn kinds() -> Vec<Kind> {
    fn fitbit(day: u32) -> String {
        let log = |day: u32| {
            format!(
                r#"{{"logId": {day}, "dateOfSleep": "2023-06-{day:02}", "startTime": "2023-06-{day:02}T00:10:00.000", "endTime": "2023-06-{day:02}T07:00:00.000", "minutesAsleep": 380}}"#
            )
        };
        format!("[{},\n{}]", log(day), log(day + 1))
    }
    fn garmin(day: u32) -> String {
        let sleep = |day: u32| {
            format!(
                r#"{{"calendarDate": "2023-06-{day:02}", "sleepStartTimestampGMT": "2023-06-{day:02}T00:10:00.0", "sleepEndTimestampGMT": "2023-06-{day:02}T07:00:00.0", "deepSleepSeconds": 3600, "lightSleepSeconds": 18000}}"#
            )
        };
        format!("[{},\n{}]", sleep(day), sleep(day + 1))
    }
    fn google(day: u32) -> String {
        let session = |day: u32| {
            format!(
                r#"{{"fitnessActivity": "sleep", "startTime": "2023-06-{day:02}T00:10:00Z", "endTime": "2023-06-{day:02}T07:00:00Z", "duration": "24600s"}}"#
            )
        };
        format!("[{},\n{}]", session(day), session(day + 1))
    }
    vec![
        (Format::FitbitTakeoutJson, fitbit, 1),
        (Format::Garmin, garmin, 0),
        (Format::GoogleFit, google, 0),
    ]
}

/// What becomes of a file in its last night, why it is then not read to its end, and whether that is noticed only there.
type Damage = (&'static str, fn(&str) -> String, Why, Option<u64>, bool);

fn damages() -> Vec<Damage> {
    vec![
        (
            "cut off",
            |text| text[..text.len() - 9].to_owned(),
            Why::CutOff,
            Some(2),
            true,
        ),
        (
            "broken",
            |text| {
                let (before, after) = text.rsplit_once(':').unwrap();
                format!("{before};{after}")
            },
            Why::Damaged,
            Some(2),
            true,
        ),
        (
            "nested without end",
            |text| format!("{}{}", text.trim_end_matches(['}', ']']), "[".repeat(100)),
            Why::Damaged,
            None,
            false,
        ),
    ]
}

/// Read from a folder, and from an archive.
fn both_ways(files: &[(String, String)]) -> [Result<Found, ReadError>; 2] {
    let folder = files
        .iter()
        .map(|(name, text)| Input::in_folder(name, Cursor::new(text.clone().into_bytes())));
    let entries: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let packed = Input::from_bytes("export.zip", archive(&entries));
    [folder.collect(), vec![packed]].map(|inputs| {
        read(inputs, None, &Settings::new(London), &mut |_, _| {
            ControlFlow::Continue(())
        })
    })
}

fn named(texts: [String; 3]) -> Vec<(String, String)> {
    ["a.json", "b.json", "c.json"]
        .map(str::to_owned)
        .into_iter()
        .zip(texts)
        .collect()
}

#[test]
fn among_others_a_damaged_file_is_named_and_the_others_come_in() {
    for (format, file, kept) in kinds() {
        for found in both_ways(&named([file(1), file(11), file(21)])) {
            let found = found.unwrap();
            assert_eq!((found.format, found.sleeps.len()), (format, 6), "a control");
            assert!(found.skipped.is_empty(), "{:?}", found.skipped);
        }
        for (what, damage, why, line, there) in damages() {
            let files = named([file(1), damage(&file(11)), file(21)]);
            for found in both_ways(&files) {
                let found = found.unwrap_or_else(|error| panic!("{format:?} {what}: {error}"));
                // Nesting is watched some way ahead of the reading.
                let kept = if there { kept } else { 0 };
                assert_eq!(found.sleeps.len(), 4 + kept, "{format:?} {what}");
                let [left] = &found.skipped[..] else {
                    panic!("{format:?} {what}: {:?}", found.skipped)
                };
                assert_eq!(
                    (left.what, left.why),
                    (What::File, why),
                    "{format:?} {what}"
                );
                assert_eq!(left.lines.first().copied(), line, "{format:?} {what}");
                assert!(
                    left.file.ends_with("b.json"),
                    "{format:?} {what}: {}",
                    left.file
                );
            }
        }
    }
}

#[test]
fn by_itself_or_where_all_are_damaged_it_is_refused() {
    for (format, file, _) in kinds() {
        for (what, damage, ..) in damages() {
            let alone = try_read(damage(&file(1))).unwrap_err();
            let code = match what {
                "cut off" => "json-cut-off",
                "broken" => "json-broken",
                _ => "json-too-big",
            };
            assert_eq!(alone.code(), code, "{format:?} {what}");
            for all in both_ways(&named([1, 11, 21].map(|day| damage(&file(day))))) {
                let error = all.unwrap_err();
                assert_eq!(error.code(), code, "{format:?} {what}: all of them");
                assert!(error.to_string().contains("a.json"), "the first is named");
            }
        }
    }
}

#[test]
fn a_damaged_table_among_others_costs_itself_alone() {
    let table = |day: u32| {
        format!(
            "date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n2022-03-{day:02},100,250,20,2022-03-{day:02} 00:00:00+0000,2022-03-{day:02} 07:10:00+0000,60,\n"
        )
    };
    let long = format!("{}{},1\n", table(11), "x".repeat(2 << 20));
    for found in both_ways(&named([table(1), long, table(21)])) {
        let found = found.unwrap();
        assert_eq!(found.sleeps.len(), 3, "with the row before the line");
        let [left] = &found.skipped[..] else {
            panic!("{:?}", found.skipped)
        };
        assert_eq!((left.why, &left.lines[..]), (Why::Damaged, &[3][..]));
    }
}
