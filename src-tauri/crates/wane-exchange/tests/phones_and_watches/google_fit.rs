//! Sessions with segments, and files named in the account's language.

use chrono_tz::Europe::{Berlin, London};
use wane_domain::diary::{OffsetCertainty, Stages};

use crate::{
    common::{packed::archive, read_in},
    times,
};

fn session(segments: &str) -> String {
    format!(
        r#"{{"fitnessActivity": "sleep", "startTime": "2021-03-04T22:00:00Z", "endTime": "2021-03-05T06:00:00Z", "duration": "28800s", "aggregate": [], "segment": [{segments}]}}"#
    )
}

fn segment(kind: &str, from: &str, to: &str) -> String {
    let kind = if kind.is_empty() {
        String::new()
    } else {
        format!("\"fitnessActivity\": \"{kind}\", ")
    };
    format!(r#"{{{kind}"startTime": "2021-03-05T{from}:00Z", "endTime": "2021-03-05T{to}:00Z"}}"#)
}

#[test]
fn segments_say_how_much_of_a_session_was_sleep() {
    let one = |kind, from, to| segment(kind, from, to);
    for (name, segments, asleep, awake, stages) in [
        ("none", vec![], 480.0, None, Stages::default()),
        (
            "sleep and wakings",
            vec![
                one("sleep", "00:00", "05:00"),
                one("sleep.awake", "01:00", "01:30"),
            ],
            270.0,
            Some(30.0),
            Stages::default(),
        ),
        (
            "wakings alone",
            vec![one("sleep.awake", "01:00", "01:30")],
            450.0,
            Some(30.0),
            Stages::default(),
        ),
        (
            "times alone",
            vec![one("", "00:00", "02:00"), one("", "03:00", "05:00")],
            240.0,
            None,
            Stages::default(),
        ),
        (
            "stages",
            vec![
                one("sleep.light", "00:00", "03:00"),
                one("sleep.deep", "03:00", "04:00"),
                one("sleep.rem", "04:00", "05:00"),
                one("sleep.awake", "02:50", "03:10"),
            ],
            280.0,
            Some(20.0),
            Stages {
                light: Some(170),
                deep: Some(50),
                rem: Some(60),
                awake: Some(20),
                ..Stages::default()
            },
        ),
        (
            "a walk",
            vec![one("walking", "00:00", "00:10")],
            480.0,
            None,
            Stages::default(),
        ),
    ] {
        let text = session(&segments.join(","));
        let found = read_in(
            London,
            &[("2021-03-04T22_00_00Z_SLEEP.json", text.as_bytes())],
            None,
        )
        .unwrap();
        let sleep = &found.sleeps[0];
        assert_eq!(
            (sleep.asleep_min, sleep.awake_min),
            (Some(asleep), awake),
            "{name}"
        );
        assert_eq!(sleep.stages, stages, "{name}");
    }
}

#[test]
fn the_offset_stands_in_the_name_whatever_the_language() {
    for (name, start, certainty) in [
        (
            "2021-03-04T23_00_00+01_00_SLEEP.json",
            "2021-03-04T23:00:00+01:00",
            OffsetCertainty::Stated,
        ),
        (
            "2021-03-04T23_00_00.000+01_00_睡眠.json",
            "2021-03-04T23:00:00+01:00",
            OffsetCertainty::Stated,
        ),
        (
            "2021-03-04T14_00_00-08_00_SUEÑO.json",
            "2021-03-04T14:00:00-08:00",
            OffsetCertainty::Stated,
        ),
        (
            "2021-03-05T03_30_00+05_30_SLEEP(1).json",
            "2021-03-05T03:30:00+05:30",
            OffsetCertainty::Stated,
        ),
        (
            "2021-03-04T22_00_00Z_SLEEP.json",
            "2021-03-04T22:00:00+00:00",
            OffsetCertainty::InstantOnly,
        ),
        (
            "sleep.json",
            "2021-03-04T22:00:00+00:00",
            OffsetCertainty::InstantOnly,
        ),
    ] {
        let packed = archive(&[(
            &format!("Takeout/Fit/Все сеансы/{name}"),
            session("").as_bytes(),
        )]);
        let found = read_in(London, &[("takeout.zip", &packed)], None).unwrap();
        assert_eq!(times(&found.sleeps[0])[0], start, "{name}");
        assert_eq!(found.sleeps[0].offset, certainty, "{name}");
    }
}

#[test]
fn in_a_night_the_clocks_change_both_ends_are_on_the_home_clock() {
    let text = r#"{"fitnessActivity": "sleep", "startTime": "2021-03-27T22:00:00Z", "endTime": "2021-03-28T05:00:00Z"}"#;
    let found = read_in(
        Berlin,
        &[("2021-03-27T23_00_00+01_00_SLEEP.json", text.as_bytes())],
        None,
    )
    .unwrap();
    assert_eq!(
        times(&found.sleeps[0]),
        ["2021-03-27T23:00:00+01:00", "2021-03-28T07:00:00+02:00"]
    );
}
