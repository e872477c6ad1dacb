//! Naps here and there, nights of nothing, offsets that cannot be, and nights in which the clocks change.

use chrono_tz::Europe::{Berlin, London};
use wane_domain::diary::{OffsetCertainty, SleepKind};

use crate::{
    common::{packed::archive, read_in, read_ok},
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
