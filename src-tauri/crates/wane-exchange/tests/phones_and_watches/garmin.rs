//! Naps here and there, nights of nothing, offsets that cannot be, and nights in which the clocks change.

use chrono_tz::Europe::{Berlin, London};
use wane_domain::diary::{OffsetCertainty, SleepKind};
use wane_exchange::{What, Why};

use crate::{
    common::{date, packed::archive, read_in, read_ok, skipped, warnings},
    times,
};

#[test]
fn naps_stand_beside_the_night_or_within_it() {
    let nap = r#"{"calendarDate": "2024-06-15", "napTimeSec": 1800, "napStartTimestampGMT": "2024-06-15T12:00:00.0", "napEndTimestampGMT": "2024-06-15T12:30:00.0"}"#;
    let open = r#"{"napTimeSec": 1800, "napStartTimestampGMT": "2024-06-15T12:00:00"}"#;
    for (name, text) in [
        (
            "listed",
            format!(
                r#"[{{"calendarDate": "2024-06-15", "sleepStartTimestampGMT": null, "napList": [{nap}]}}]"#
            ),
        ),
        (
            "beside",
            format!(
                r#"{{"dailySleepDTO": {{"calendarDate": "2024-06-15", "sleepStartTimestampGMT": null}}, "dailyNapDTOS": [{nap}]}}"#
            ),
        ),
        (
            "within",
            format!(
                r#"{{"dailySleepDTO": {{"calendarDate": "2024-06-15", "sleepStartTimestampGMT": null, "dailyNapDTOS": [{nap}]}}}}"#
            ),
        ),
        (
            "without an end",
            format!(
                r#"[{{"calendarDate": "2024-06-15", "sleepStartTimestampGMT": null, "napList": [{open}]}}]"#
            ),
        ),
    ] {
        let found = read_ok(&text);
        let [nap] = &found.sleeps[..] else {
            panic!("{name}: {found:?}")
        };
        assert_eq!(
            (nap.kind, nap.asleep_min),
            (SleepKind::Nap, Some(30.0)),
            "{name}"
        );
        assert_eq!(times(nap)[1], "2024-06-15T13:30:00+01:00", "{name}");
        assert!(!found.other.contains_key("duplicate_logs"), "{name}: once");
    }
}

#[test]
fn local_times_written_as_those_of_greenwich_give_the_offset_if_it_can_be_one() {
    for (name, local, end, certainty) in [
        (
            "Berlin",
            "2024-06-15T07:00:00.0",
            "2024-06-15T07:00:00+02:00",
            OffsetCertainty::Stated,
        ),
        (
            "shifted twice",
            "2024-06-15T21:00:00.0",
            "2024-06-15T06:00:00+01:00",
            OffsetCertainty::InstantOnly,
        ),
    ] {
        let text = format!(
            r#"{{"dailySleepDTO": {{"calendarDate": "2024-06-15", "sleepStartTimestampGMT": "2024-06-14T22:00:00.0", "sleepEndTimestampGMT": "2024-06-15T05:00:00.0", "sleepStartTimestampLocal": "2024-06-15T00:00:00.0", "sleepEndTimestampLocal": "{local}", "sleepTimeSeconds": 0, "deepSleepSeconds": 0, "lightSleepSeconds": 0, "remSleepSeconds": 0, "awakeSleepSeconds": 0}}}}"#
        );
        let found = read_ok(&text);
        assert_eq!(times(&found.sleeps[0])[1], end, "{name}");
        assert_eq!(found.sleeps[0].offset, certainty, "{name}");
        assert_eq!(
            found.sleeps[0].asleep_min, None,
            "{name}: nothing is not known"
        );
    }
}

#[test]
fn the_day_s_offset_holds_in_a_night_the_clocks_change() {
    let night = r#"[{"calendarDate": "2024-03-31", "sleepStartTimestampGMT": "2024-03-30T22:00:00.0", "sleepEndTimestampGMT": "2024-03-31T05:00:00.0", "deepSleepSeconds": 3600, "lightSleepSeconds": 18000, "remSleepSeconds": 3600, "awakeSleepSeconds": 0, "unmeasurableSeconds": 600, "sleepWindowConfirmationType": "AUTO_CONFIRMED_FINAL"}]"#;
    let day = r#"[{"calendarDate": "2024-03-31", "wellnessStartTimeGmt": "2024-03-30T23:00:00.0", "wellnessStartTimeLocal": "2024-03-31T00:00:00.0"}]"#;
    let packed = archive(&[
        (
            "DI_CONNECT/DI-Connect-Wellness/2024_sleepData.json",
            night.as_bytes(),
        ),
        (
            "DI_CONNECT/DI-Connect-Aggregator/UDSFile_2024.json",
            day.as_bytes(),
        ),
    ]);
    let found = read_in(Berlin, &[("garmin.zip", &packed)], None).unwrap();
    assert_eq!(
        times(&found.sleeps[0]),
        ["2024-03-30T23:00:00+01:00", "2024-03-31T07:00:00+02:00"]
    );
    let elsewhere = read_in(London, &[("garmin.zip", &packed)], None).unwrap();
    assert_eq!(
        times(&elsewhere.sleeps[0])[0],
        "2024-03-30T23:00:00+01:00",
        "not home"
    );
}

#[test]
fn older_summaries_write_their_dates_in_words_within_a_field() {
    let night = r#"[{"calendarDate": "2021-09-26", "sleepStartTimestampGMT": "2021-09-25T20:10:00.0", "sleepEndTimestampGMT": "2021-09-26T04:00:00.0", "deepSleepSeconds": 3600, "lightSleepSeconds": 18000, "remSleepSeconds": 3600, "awakeSleepSeconds": 600, "sleepWindowConfirmationType": "AUTO_CONFIRMED_FINAL"}]"#;
    let old = r#"[{"calendarDate": {"date": "Sep 26, 2021 12:00:00 AM"}, "uuid": {"uuid": "x"}, "totalSteps": 8123, "wellnessStartTimeGmt": {"date": "Sep 25, 2021 9:00:00 PM"}, "wellnessStartTimeLocal": {"date": "Sep 26, 2021 12:00:00 AM"}, "restingHeartRate": 54}]"#;
    let new = r#"[{"calendarDate": "2021-09-26", "uuid": "x", "totalSteps": 8123, "wellnessStartTimeGmt": "2021-09-25T21:00:00.0", "wellnessStartTimeLocal": "2021-09-26T00:00:00.0", "restingHeartRate": 54}]"#;
    let comma = old.replace("2021 ", "2021, ").replace(" AM", "\u{202f}AM");
    let plain = old.replace("{\"date\": ", "").replace("M\"}", "M\"");
    for (name, days) in [
        ("the new form", new),
        ("the old form", old),
        ("with one more comma", &comma),
        ("without the field", &plain),
    ] {
        let packed = archive(&[
            (
                "DI_CONNECT/DI-Connect-User/UDSFile_2021-08-01_2021-11-09.json",
                days.as_bytes(),
            ),
            (
                "DI_CONNECT/DI-Connect-Wellness/2021_sleepData.json",
                night.as_bytes(),
            ),
        ]);
        let found = read_in(Berlin, &[("garmin.zip", &packed)], None).unwrap();
        let day = date("2021-09-26");
        assert_eq!(found.steps.get(&day), Some(&8123), "{name}");
        let resting = found.heart.get(&day).and_then(|heart| heart.resting);
        assert_eq!(resting, Some(54.0), "{name}");
        assert_eq!(
            times(&found.sleeps[0]),
            ["2021-09-25T23:10:00+03:00", "2021-09-26T07:00:00+03:00"],
            "{name}"
        );
        assert_eq!(found.sleeps[0].offset, OffsetCertainty::Stated, "{name}");
        assert_eq!(skipped(&found), [], "{name}");
    }
}

#[test]
fn a_summary_of_a_day_nobody_can_read_is_told_of() {
    for (day, why) in [
        (r#""calendarDate": {"date": "some day"}, "#, Why::NotADate),
        (r#""calendarDate": "2021-13-01", "#, Why::NotADate),
        ("", Why::MissingField),
    ] {
        let days = format!(
            r#"[{{"calendarDate": "2021-09-25", "wellnessStartTimeGmt": "2021-09-24T21:00:00.0", "totalSteps": 5}}, {{{day}"wellnessStartTimeGmt": "2021-09-25T21:00:00.0", "totalSteps": 8123}}]"#
        );
        let found = read_ok(&days);
        assert_eq!(found.steps.len(), 1, "{day}");
        assert_eq!(
            skipped(&found),
            [(What::Row, Some("calendarDate"), why, 1, vec![2])],
            "{day}"
        );
    }
}

#[test]
fn of_two_records_of_one_night_the_later_in_the_archive_counts() {
    let night = |deep: u32| {
        format!(
            r#"[{{"calendarDate": "2026-01-15", "sleepStartTimestampGMT": "2026-01-14T22:00:00.0", "sleepEndTimestampGMT": "2026-01-15T06:00:00.0", "deepSleepSeconds": {deep}, "lightSleepSeconds": 15000, "remSleepSeconds": 5400, "awakeSleepSeconds": 0, "sleepWindowConfirmationType": "AUTO_CONFIRMED_FINAL"}}]"#
        )
    };
    let (older, newer) = (night(6000), night(1200));
    let files = [
        ("2025-10-01_2026-01-15_1_sleepData.json", older.as_bytes()),
        ("2026-01-14_2026-04-01_1_sleepData.json", newer.as_bytes()),
    ];
    for files in [files, [files[1], files[0]]] {
        let found = read_in(Berlin, &[("garmin.zip", &archive(&files))], None).unwrap();
        assert_eq!(found.sleeps.len(), 1);
        assert_eq!(found.sleeps[0].stages.deep, Some(20));
        assert_eq!(warnings(&found)[0].0, "duplicate-differs");
    }
}
