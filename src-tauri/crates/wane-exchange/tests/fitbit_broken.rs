//! Fitbit sleep logs that are incomplete, implausible or broken.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::Europe::Berlin;
use common::{
    fitbit::{list, log, only, read},
    read_in, skipped, warnings,
};
use wane_domain::diary::Stages;
use wane_exchange::{Format, ReadError, What, Why};

#[test]
fn missing_minutes_stay_missing() {
    let fields =
        "\"minutesAsleep\": null, \"minutesAwake\": \"many\", \"timeInBed\": -3, \"levels\": [],";
    let found = read(
        Berlin,
        &list(&[log(1, "2021-02-01T22:00:00", "2021-02-02T06:00:00", fields)]),
    );
    let sleep = only(&found);
    assert_eq!(
        (sleep.asleep_min, sleep.awake_min, sleep.in_bed_min),
        (None, None, Some(480.0)),
        "no number is made up"
    );
    assert_eq!(sleep.stages, Stages::default(), "nor any stage");
    assert_eq!(
        skipped(&found),
        [
            (
                What::Value,
                Some("minutesAwake"),
                Why::NotANumber,
                1,
                vec![1]
            ),
            (What::Value, Some("timeInBed"), Why::NotANumber, 1, vec![1]),
        ],
        "what is no number of minutes is named"
    );
}

#[test]
fn a_log_without_an_id_gets_a_name_that_stays() {
    let text =
        "[{\"startTime\": \"2021-02-01T22:00:00.000\", \"endTime\": \"2021-02-02T06:00:00.000\"}]";
    let key = "2021-02-01T22:00:00.000/2021-02-02T06:00:00.000";
    assert_eq!(
        only(&read(Berlin, text)).source_key,
        key,
        "made from its interval as it stands in the file"
    );
}

#[test]
fn implausible_logs_come_in_with_a_flag() {
    let flagged = |fields: &str, start: &str, end: &str| {
        warnings(&read(Berlin, &list(&[log(1, start, end, fields)])))
    };
    let day = || vec!["2022-03-05".to_owned()];
    let night = ("2022-03-05T07:33:00", "2022-03-05T22:28:00");
    let asleep = "\"minutesAsleep\": 890, \"minutesAwake\": 5, \"timeInBed\": 895,";
    assert_eq!(
        flagged(asleep, night.0, night.1),
        [("long-sleep", 1, day())],
        "14 h 50 asleep"
    );
    assert_eq!(
        flagged("", "2022-03-04T05:00:00", "2022-03-05T22:00:00"),
        [("long-interval", 1, day())],
        "41 hours"
    );
    let over = "\"minutesAsleep\": 500,";
    assert_eq!(
        flagged(over, "2022-03-05T00:00:00", "2022-03-05T08:00:00"),
        [("asleep-over-in-bed", 1, day())],
        "500 of 480"
    );
    let other_date =
        log(1, night.0, "2022-03-05T09:00:00", "").replace("\"2022-03-05\"", "\"2022-03-04\"");
    let found = read(Berlin, &list(&[other_date]));
    assert_eq!(
        only(&found).wake_date,
        common::date("2022-03-05"),
        "the waking counts"
    );
    assert_eq!(
        warnings(&found),
        [("wake-date-disagrees", 1, day())],
        "and the other date is named"
    );
}

#[test]
fn logs_that_say_nothing_are_left_out_alone() {
    let good = log(99, "2021-02-01T22:00:00", "2021-02-02T06:00:00", "");
    for (bad, field, why) in [
        ("{}".to_owned(), Some("startTime"), Why::MissingField),
        (
            "{\"startTime\": \"2021-02-01T22:00:00\"}".to_owned(),
            Some("endTime"),
            Why::MissingField,
        ),
        ("[1, 2]".to_owned(), None, Why::NotARecord),
        ("17".to_owned(), None, Why::NotARecord),
        ("null".to_owned(), None, Why::NotARecord),
        (
            log(1, "yesterday", "2021-02-02T06:00:00", ""),
            Some("startTime"),
            Why::NotADate,
        ),
        (
            log(1, "2021-02-01T25:00:00", "2021-02-02T06:00:00", ""),
            Some("startTime"),
            Why::NotADate,
        ),
        (
            log(1, "0000-02-01T22:00:00", "2021-02-02T06:00:00", ""),
            Some("startTime"),
            Why::DateOutOfRange,
        ),
        (
            log(1, "2021-02-01T22:00:00", "9999-12-31T23:59:59", ""),
            Some("endTime"),
            Why::DateOutOfRange,
        ),
        (
            log(1, "2021-02-02T06:00:00", "2021-02-02T06:00:00", ""),
            Some("endTime"),
            Why::EndsBeforeStart,
        ),
        (
            log(1, "2021-02-02T06:00:00", "2021-02-01T22:00:00", ""),
            Some("endTime"),
            Why::EndsBeforeStart,
        ),
        (
            log(1, "2021-02-01T22:00:00", "2021-02-09T06:00:00", ""),
            Some("endTime"),
            Why::TooLong,
        ),
    ] {
        let found = read(Berlin, &list(&[bad.clone(), good.clone()]));
        assert_eq!(
            skipped(&found),
            [(What::Row, field, why, 1, vec![1])],
            "why {bad} is left out"
        );
        assert_eq!(
            only(&found).source_key,
            "99",
            "the log after {bad} comes in"
        );
    }
}

#[test]
fn text_that_is_no_list_of_logs_is_refused_with_its_place() {
    let good = log(1, "2021-02-01T22:00:00", "2021-02-02T06:00:00", "");
    let check = |text: String, expected: ReadError| {
        let files: [(&str, &[u8]); 1] = [("s.json", text.as_bytes())];
        assert_eq!(
            read_in(Berlin, &files, Some(Format::FitbitTakeoutJson)),
            Err(expected),
            "reading {text:?}"
        );
    };
    let file = || "s.json".to_owned();
    check(
        format!("[{good},\n{}", &good[..30]),
        ReadError::JsonCutOff {
            file: file(),
            line: 2,
            column: 30,
        },
    );
    check(
        format!("[{good}"),
        ReadError::JsonCutOff {
            file: file(),
            line: 1,
            column: good.len() as u64 + 1,
        },
    );
    check(
        "[\n{\"logId\": 1,, }]".to_owned(),
        ReadError::JsonBroken {
            file: file(),
            line: 2,
            column: 13,
        },
    );
    check(
        format!("[{good}] and more"),
        ReadError::JsonBroken {
            file: file(),
            line: 1,
            column: good.len() as u64 + 4,
        },
    );
    check(
        "{\"sleeps\": []}".to_owned(),
        ReadError::JsonBroken {
            file: file(),
            line: 1,
            column: 14,
        },
    );
    check(String::new(), ReadError::Empty { file: file() });
}

#[test]
fn a_month_without_sleep_is_nothing_and_no_error() {
    assert!(read(Berlin, "[]").is_empty(), "an empty list");
    assert!(
        read(Berlin, "{\"sleep\": []}").is_empty(),
        "nor is an answer that has none"
    );
    assert!(
        read(Berlin, "\u{feff} [ ]\n").is_empty(),
        "also behind a byte order mark"
    );
}

#[test]
fn a_repeated_field_counts_once() {
    let found = read(
        Berlin,
        &list(&[log(
            1,
            "2021-02-01T22:00:00",
            "2021-02-02T06:00:00",
            "\"logId\": 5,",
        )]),
    );
    assert_eq!(only(&found).source_key, "5", "the last one in the record");
}
