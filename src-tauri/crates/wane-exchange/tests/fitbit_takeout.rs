//! Fitbit sleep logs from Google Takeout, on files built from the format's description and on a published sample.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::{America::New_York, Europe::Berlin};
use common::{
    fitbit::{list, log, only, read},
    read_in, skipped, warnings,
};
use wane_domain::diary::{OffsetCertainty, SleepKind, Stages};
use wane_exchange::{Format, What, Why, rules};

const SAMPLE: &[u8] = include_bytes!("data/mrphil007_sleep.json");

#[test]
fn the_published_sample_gives_what_it_says() {
    let found = read_in(New_York, &[("sleep.json", SAMPLE)], None).unwrap();
    assert_eq!(
        found.format,
        Format::FitbitTakeoutJson,
        "recognised by its content"
    );
    assert_eq!(found.other["logs_in_files"], 2, "two logs");
    assert_eq!(
        (found.other["stages"], found.other["classic"]),
        (1, 1),
        "one of each kind"
    );
    assert!(!found.other.contains_key("duplicate_logs"), "no duplicates");
    assert_eq!(
        (skipped(&found), warnings(&found)),
        (vec![], vec![]),
        "nothing to remark"
    );
    let [first, second] = &found.sleeps[..] else {
        panic!("two sleeps")
    };
    assert_eq!(first.source_key, "17386918523", "known by its log id");
    assert_eq!(
        first.wake_date,
        common::date("2018-02-02"),
        "belongs to the waking"
    );
    assert_eq!(
        first.start.to_rfc3339(),
        "2018-02-01T22:36:00-05:00",
        "on the clocks of the home zone"
    );
    assert_eq!(
        first.end.to_rfc3339(),
        "2018-02-02T06:42:00-05:00",
        "on the clocks of the home zone"
    );
    assert_eq!(
        first.offset,
        OffsetCertainty::Assumed,
        "the file names no zone"
    );
    assert_eq!(
        (first.asleep_min, first.in_bed_min, first.awake_min),
        (Some(452.0), Some(486.0), Some(34.0)),
        "totals"
    );
    assert_eq!(first.unaccounted_min, Some(0), "the parts make the whole");
    let stages = Stages {
        deep: Some(137),
        light: Some(209),
        rem: Some(106),
        awake: Some(34),
        ..Stages::default()
    };
    assert_eq!(first.stages, stages, "stages of the summary");
    assert_eq!(
        (second.asleep_min, second.in_bed_min, second.awake_min),
        (Some(312.0), Some(510.0), Some(198.0)),
        "totals"
    );
    let classic = Stages {
        restless: Some(195),
        awake: Some(3),
        asleep: Some(312),
        ..Stages::default()
    };
    assert_eq!(second.stages, classic, "classic levels");
    assert_eq!(
        second.end.instant.to_rfc3339(),
        "2018-02-03T11:57:30+00:00",
        "half minutes are kept"
    );
    assert!(
        found
            .sleeps
            .iter()
            .all(|sleep| sleep.kind == SleepKind::Night),
        "both are main sleeps"
    );
    let total: f64 = found
        .sleeps
        .iter()
        .filter_map(|sleep| sleep.asleep_min)
        .sum();
    assert_eq!(total, 764.0, "minutes asleep in all");
}

#[test]
fn a_night_in_which_the_clock_went_forward_is_an_hour_shorter_than_the_file_says() {
    // 711 minutes by the clock; the list of stages is padded with an hour of `unknown`.
    let fields =
        "\"minutesAsleep\": 570, \"minutesAwake\": 81, \"timeInBed\": 711, \"duration\": 42660000,";
    let found = read(
        Berlin,
        &list(&[log(
            1,
            "2021-03-27T22:33:00.000",
            "2021-03-28T10:24:00.000",
            fields,
        )]),
    );
    let sleep = only(&found);
    assert_eq!(
        sleep.in_bed_min,
        Some(651.0),
        "what passed, not what the clock shows"
    );
    assert_eq!(
        rules::elapsed_minutes(&sleep.start, &sleep.end),
        651.0,
        "the instants say the same"
    );
    assert_eq!(sleep.asleep_min, Some(570.0), "the vendor's minutes stay");
    assert_eq!(
        sleep.unaccounted_min,
        Some(0),
        "nothing is missing once the hour is out"
    );
    assert_eq!(
        warnings(&found),
        [("clock-change", 1, vec!["2021-03-28".to_owned()])],
        "and the preview says so"
    );
}

#[test]
fn a_night_in_which_the_clock_went_back_is_an_hour_longer() {
    let fields = "\"timeInBed\": 480,";
    let found = read(
        Berlin,
        &list(&[log(
            1,
            "2021-10-30T23:00:00.000",
            "2021-10-31T07:00:00.000",
            fields,
        )]),
    );
    assert_eq!(
        only(&found).in_bed_min,
        Some(540.0),
        "eight hours on the clock, nine in bed"
    );
}

#[test]
fn a_clock_time_that_occurs_twice_is_the_one_that_fits_the_vendors_minutes() {
    for (fields, end) in [
        (
            "\"minutesAsleep\": 60, \"minutesAwake\": 30,",
            "2021-10-31T02:30:00+02:00",
        ),
        (
            "\"minutesAsleep\": 120, \"minutesAwake\": 30,",
            "2021-10-31T02:30:00+01:00",
        ),
        ("", "2021-10-31T02:30:00+02:00"),
    ] {
        let found = read(
            Berlin,
            &list(&[log(
                1,
                "2021-10-31T01:00:00.000",
                "2021-10-31T02:30:00.000",
                fields,
            )]),
        );
        assert_eq!(
            only(&found).end.to_rfc3339(),
            end,
            "the end with {fields:?}"
        );
    }
    let found = read(
        Berlin,
        &list(&[log(
            1,
            "2021-10-31T02:50:00.000",
            "2021-10-31T02:10:00.000",
            "",
        )]),
    );
    assert_eq!(
        only(&found).in_bed_min,
        Some(20.0),
        "an end before the start on the clock can be after it in time"
    );
}

#[test]
fn fractions_of_seconds_are_read() {
    let found = read(
        Berlin,
        &list(&[log(1, "2021-02-01T22:00:00.500", "2021-02-02T06:00:00", "")]),
    );
    assert_eq!(
        only(&found).start.instant.timestamp_subsec_millis(),
        500,
        "half a second"
    );
    assert_eq!(
        only(&found).in_bed_min,
        Some(480.0),
        "rounded to the minute"
    );
}

#[test]
fn parts_that_do_not_make_the_whole_leave_unaccounted_minutes() {
    let night = |fields: &str| {
        read(
            Berlin,
            &list(&[log(1, "2021-02-01T22:00:00", "2021-02-02T06:00:00", fields)]),
        )
    };
    let found = night("\"minutesAsleep\": 400, \"minutesAwake\": 60, \"timeInBed\": 480,");
    assert_eq!(
        only(&found).unaccounted_min,
        Some(20),
        "neither sleep nor wake"
    );
    assert_eq!(only(&found).asleep_min, Some(400.0), "never added to sleep");
    assert_eq!(found.other["with_unaccounted_minutes"], 1, "and counted");
    let found = night("\"minutesAsleep\": 470, \"minutesAwake\": 20, \"timeInBed\": 480,");
    assert_eq!(
        only(&found).unaccounted_min,
        Some(-10),
        "more than there was"
    );
    let found = night("\"minutesAsleep\": 400, \"timeInBed\": 480,");
    assert_eq!(
        only(&found).unaccounted_min,
        None,
        "a missing part is not nought"
    );
    assert_eq!(only(&found).awake_min, None, "and stays missing");
    let found = night("\"timeInBed\": 300,");
    assert_eq!(
        only(&found).in_bed_min,
        Some(480.0),
        "a total that is not its interval's gives way"
    );
    assert_eq!(
        warnings(&found)[0].0,
        "in-bed-disagrees",
        "and the preview says so"
    );
}

#[test]
fn stages_without_a_summary_are_painted_with_the_short_wakings() {
    let levels = "\"minutesAsleep\": 100, \"levels\": {\"data\": [\
        {\"dateTime\": \"2021-02-01T22:00:00.000\", \"level\": \"wake\", \"seconds\": 640},\
        {\"dateTime\": \"2021-02-01T22:10:00.000\", \"level\": \"light\", \"seconds\": 3600},\
        {\"dateTime\": \"2021-02-01T23:10:00.000\", \"level\": \"unknown\", \"seconds\": 3600},\
        {\"dateTime\": \"2021-02-01T23:10:00.000\", \"level\": \"deep\", \"seconds\": 3000}, 7],\
        \"shortData\": [\
        {\"dateTime\": \"2021-02-01T22:30:00.000\", \"level\": \"wake\", \"seconds\": 180},\
        {\"dateTime\": \"2021-02-01T23:09:00.000\", \"level\": \"wake\", \"seconds\": 120}]},";
    let found = read(
        Berlin,
        &list(&[log(1, "2021-02-01T22:00:00", "2021-02-02T00:10:00", levels)]),
    );
    let sleep = only(&found);
    let painted = Stages {
        light: Some(55),
        awake: Some(16),
        deep: None,
        ..Stages::default()
    };
    assert_eq!(
        sleep.stages, painted,
        "light without its two wakings, one of which lies partly in the next stretch, rounded to minutes"
    );
    assert_eq!(
        sleep.asleep_min,
        Some(100.0),
        "the vendor's minutes stay all the same"
    );
}

#[test]
fn a_summary_is_not_painted_over() {
    let levels = "\"levels\": {\"summary\": {\"deep\": {\"minutes\": 50}, \"wake\": {\"minutes\": 9}, \"light\": 3},\
        \"data\": [{\"dateTime\": \"2021-02-01T22:00:00.000\", \"level\": \"rem\", \"seconds\": 600}]},";
    let found = read(
        Berlin,
        &list(&[log(1, "2021-02-01T22:00:00", "2021-02-02T06:00:00", levels)]),
    );
    let stages = Stages {
        deep: Some(50),
        awake: Some(9),
        ..Stages::default()
    };
    assert_eq!(only(&found).stages, stages, "the vendor's own totals");
}

#[test]
fn naps_are_what_the_file_calls_naps() {
    let found = read(
        Berlin,
        &list(&[
            log(
                1,
                "2021-02-01T22:00:00",
                "2021-02-02T06:00:00",
                "\"mainSleep\": true,",
            ),
            log(
                2,
                "2021-02-02T13:00:00",
                "2021-02-02T22:30:00",
                "\"mainSleep\": false,",
            ),
        ]),
    );
    let kinds: Vec<_> = found.sleeps.iter().map(|sleep| sleep.kind).collect();
    assert_eq!(
        kinds,
        [SleepKind::Night, SleepKind::Nap],
        "even when the nap is the longer one"
    );
}

#[test]
fn where_the_file_is_silent_a_nap_is_short_and_not_the_longest() {
    let check = |logs: &[(&str, &str, &str)], expected: &[SleepKind]| {
        let logs: Vec<_> = logs
            .iter()
            .zip(1..)
            .map(|((start, end, fields), id)| log(id, start, end, fields))
            .collect();
        let kinds: Vec<_> = read(Berlin, &list(&logs))
            .sleeps
            .iter()
            .map(|sleep| sleep.kind)
            .collect();
        assert_eq!(kinds, expected, "kinds of {logs:?}");
    };
    let night = ("2021-02-01T22:00:00", "2021-02-02T06:00:00", "");
    check(
        &[night, ("2021-02-02T13:00:00", "2021-02-02T14:00:00", "")],
        &[SleepKind::Night, SleepKind::Nap],
    );
    check(
        &[("2021-02-02T13:00:00", "2021-02-02T14:00:00", "")],
        &[SleepKind::Night],
    );
    check(
        &[night, ("2021-02-02T12:00:00", "2021-02-02T16:00:00", "")],
        &[SleepKind::Night, SleepKind::Night],
    );
    let said = (
        "2021-02-02T07:00:00",
        "2021-02-02T08:00:00",
        "\"mainSleep\": true,",
    );
    check(&[night, said], &[SleepKind::Nap, SleepKind::Night]);
}

#[test]
fn two_nights_of_one_date_are_kept_and_named() {
    let main = "\"mainSleep\": true,";
    let found = read(
        Berlin,
        &list(&[
            log(1, "2021-02-01T22:00:00", "2021-02-02T03:00:00", main),
            log(2, "2021-02-02T05:00:00", "2021-02-02T09:00:00", main),
        ]),
    );
    assert_eq!(found.sleeps.len(), 2, "neither is dropped or joined");
    assert_eq!(
        warnings(&found),
        [("several-nights", 1, vec!["2021-02-02".to_owned()])],
        "the preview says so"
    );
}

#[test]
fn a_log_that_stands_in_two_files_comes_in_once() {
    let one = log(7, "2021-02-01T22:00:00", "2021-02-02T06:00:00", "");
    let two = log(8, "2021-02-02T22:00:00", "2021-02-03T06:00:00", "");
    let longer = log(8, "2021-02-02T22:00:00", "2021-02-03T07:00:00", "");
    let (a, b) = (
        list(&[one.clone(), two.clone()]),
        list(&[longer.clone(), one]),
    );
    for files in [
        [("a", a.as_bytes()), ("b", b.as_bytes())],
        [("b", b.as_bytes()), ("a", a.as_bytes())],
    ] {
        let found = read_in(Berlin, &files, None).unwrap();
        assert_eq!(found.sleeps.len(), 2, "two sleeps in four logs");
        assert_eq!(
            (found.other["logs_in_files"], found.other["duplicate_logs"]),
            (4, 2),
            "and the counts say so"
        );
        assert_eq!(
            found.sleeps[1].in_bed_min,
            Some(540.0),
            "of two that differ the one that ends later counts"
        );
        assert_eq!(
            warnings(&found),
            [(
                "duplicate-differs",
                1,
                vec![found.sleeps[1].wake_date.to_string()]
            )],
            "once"
        );
    }
}

#[test]
fn reading_the_same_files_again_gives_the_same() {
    let first = read_in(Berlin, &[("a", SAMPLE), ("b", SAMPLE)], None).unwrap();
    let again = read_in(Berlin, &[("a", SAMPLE), ("b", SAMPLE)], None).unwrap();
    assert_eq!(
        first, again,
        "the same bytes give the same records, keys included"
    );
    assert_eq!(
        first.sleeps,
        read_in(Berlin, &[("a", SAMPLE)], None).unwrap().sleeps,
        "twice in one import is once"
    );
}

#[test]
fn what_the_service_answers_gives_the_same_as_the_archive() {
    let sample = std::str::from_utf8(SAMPLE).unwrap();
    let as_answer = sample.replace("\"mainSleep\"", "\"isMainSleep\"");
    let answers = [
        format!(
            "{{\"sleep\": {as_answer}, \"summary\": {{\"stages\": {{\"deep\": 59}}, \"totalSleepRecords\": 2}}}}"
        ),
        format!("\u{feff}\n{{\"pagination\": {{\"limit\": 2}}, \"sleep\": {as_answer}}}"),
    ];
    let wanted = read_in(New_York, &[("sleep.json", SAMPLE)], None).unwrap();
    assert_eq!(wanted.sleeps.len(), 2, "a control");
    for answer in answers {
        let found = read_in(New_York, &[("sleep.json", answer.as_bytes())], None).unwrap();
        assert_eq!(found.format, Format::FitbitTakeoutJson);
        assert_eq!(found.sleeps, wanted.sleeps);
        let both = [("a.json", SAMPLE), ("b.json", answer.as_bytes())];
        let found = read_in(New_York, &both, None).unwrap();
        assert_eq!(
            found.sleeps, wanted.sleeps,
            "beside the archive it adds nothing"
        );
        assert_eq!(found.other["duplicate_logs"], 2);
    }
}

#[test]
fn published_answers_give_what_they_say() {
    for (name, text) in [
        (
            "of a day",
            include_str!("data/imports/open_mhealth/shimmer/fitbit-sleep-date.json"),
        ),
        (
            "of several, without which was the night",
            include_str!("data/imports/open_mhealth/shimmer/fitbit-sleep-date-range.json"),
        ),
    ] {
        let found = read_in(Berlin, &[("sleep.json", text.as_bytes())], None).unwrap();
        assert_eq!(found.format, Format::FitbitTakeoutJson, "{name}");
        let told: Vec<_> = found
            .sleeps
            .iter()
            .map(|sleep| {
                (
                    sleep.source_key.as_str(),
                    sleep.start.to_rfc3339(),
                    sleep.end.to_rfc3339(),
                    sleep.asleep_min,
                    sleep.awake_min,
                    sleep.stages.restless,
                    sleep.kind,
                )
            })
            .collect();
        let at = |time: &str| format!("2016-12-13T{time}+01:00");
        // Of two on one date the longer one is the night, by our rule as by theirs.
        assert_eq!(
            told,
            [
                (
                    "13211507000",
                    at("01:16:00"),
                    at("03:14:00"),
                    Some(112.0),
                    Some(6.0),
                    Some(6),
                    SleepKind::Night
                ),
                (
                    "13214029456",
                    at("09:59:00"),
                    at("11:02:30"),
                    Some(63.0),
                    Some(0.0),
                    Some(0),
                    SleepKind::Nap
                ),
            ],
            "{name}"
        );
    }
}

#[test]
fn the_oldest_answers_say_how_long_instead_of_until_when() {
    let log = |how_long: &str| {
        format!(
            "{{\"sleep\": [{{\"isMainSleep\": false, \"logId\": 29744, {how_long} \"startTime\": \"2011-06-16T13:00:00.000\", \"minutesAsleep\": 80, \"minutesAwake\": 10, \"minuteData\": [{{\"dateTime\": \"13:00:00\", \"value\": \"3\"}}]}}]}}"
        )
    };
    let found = read_in(
        Berlin,
        &[("sleep.json", log("\"duration\": 5400000,").as_bytes())],
        None,
    )
    .unwrap();
    let sleep = only(&found);
    assert_eq!(sleep.end.to_rfc3339(), "2011-06-16T14:30:00+02:00");
    assert_eq!((sleep.kind, sleep.asleep_min), (SleepKind::Nap, Some(80.0)));
    for (how_long, field, why) in [
        ("", "endTime", Why::MissingField),
        ("\"duration\": \"long\",", "endTime", Why::MissingField),
        (
            "\"duration\": 9223372036854775807,",
            "duration",
            Why::NotANumber,
        ),
        ("\"duration\": -5400000,", "endTime", Why::EndsBeforeStart),
    ] {
        let found = read_in(Berlin, &[("a.json", log(how_long).as_bytes())], None).unwrap();
        assert_eq!(
            skipped(&found),
            [(What::Row, Some(field), why, 1, vec![1])],
            "{how_long}"
        );
    }
}
