//! Times proved by exact ones, naps of their own table, nights in parts, and names with any prefix.

use chrono_tz::Europe::London;
use wane_domain::diary::{OffsetCertainty, SleepKind, Stages};
use wane_exchange::{Format, Found, ReadError};

use crate::{
    common::{date, packed::archive, read_in, skipped, warnings},
    times,
};

const SLEEP: &str = "com.samsung.shealth.sleep,6312003,11\nsleep_score,combined_id,nap_score,com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,com.samsung.health.sleep.pkg_name,com.samsung.health.sleep.deviceuuid,com.samsung.health.sleep.datauuid\n";
const STAGE: &str = "com.samsung.health.sleep_stage,6312003,2\nstart_time,sleep_id,custom,stage,end_time,time_offset,datauuid\n";
const NAPS: &str = "com.samsung.shealth.vitality.nap_data,6312003,1\nstart_time,end_time,score_before,time_offset,datauuid\n";

/// A row of sleep: of which night it is a part, its score as a nap, from when to when, its device and its name.
fn row(night: &str, nap: &str, ends: (&str, &str), device: &str, name: &str) -> String {
    format!(
        "-1,{night},{nap},{}.000,{}.000,UTC+0200,com.sec.android.app.shealth,{device},{name},\n",
        ends.0, ends.1
    )
}

fn stage(of: &str, number: u32, ends: (&str, &str)) -> String {
    format!(
        "{}.000,{of},\"a,\nb\",{number},{}.000,UTC+0200,x,\n",
        ends.0, ends.1
    )
}

fn read(files: &[(&str, String)]) -> Found {
    let entries: Vec<(String, &[u8])> = files
        .iter()
        .map(|(name, text)| (format!("samsunghealth_me_20230701/{name}"), text.as_bytes()))
        .collect();
    let entries: Vec<(&str, &[u8])> = entries
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    let found = read_in(London, &[("samsung.zip", &archive(&entries))], None).unwrap();
    assert_eq!(found.format, Format::Samsung);
    found
}

/// An hour of movement: its row, and its file with exact times. 21:00 in Greenwich is 1685653200.
fn movement(printed: &str, offset: &str) -> [(&'static str, String); 2] {
    [
        (
            "com.samsung.health.movement.20230701.csv",
            format!("com.samsung.health.movement,6312003,1\nstart_time,binning_data,time_offset,end_time,datauuid\n{printed}.000,0a1b.binning_data.json,{offset},{printed}.000,y,\n"),
        ),
        (
            "jsons/com.samsung.health.movement/0/0a1b.binning_data.json",
            r#"[{"activity_level":0.5,"end_time":1685653259999,"start_time":1685653200000},{"activity_level":0.1,"end_time":1685653319999,"start_time":1685653260000}]"#.to_owned(),
        ),
    ]
}

#[test]
fn exact_times_prove_what_the_printed_ones_are() {
    let night = row(
        "",
        "",
        ("2023-06-01 21:00:00", "2023-06-02 05:00:00"),
        "w",
        "night-0001",
    );
    let stages = format!(
        "{STAGE}{}{}",
        stage(
            "night-0001",
            40002,
            ("2023-06-01 21:00:00", "2023-06-02 04:00:00")
        ),
        stage(
            "night-0001",
            40001,
            ("2023-06-02 04:00:00", "2023-06-02 05:00:00")
        )
    );
    for (name, printed, offset, start, proved, warned) in [
        (
            "Greenwich's",
            "2023-06-01 21:00:00",
            "UTC+0200",
            "2023-06-01T23:00:00+02:00",
            Some(&1),
            false,
        ),
        (
            "half past",
            "2023-06-01 20:30:00",
            "UTC+0200",
            "2023-06-01T23:00:00+02:00",
            Some(&1),
            false,
        ),
        (
            "local",
            "2023-06-01 23:00:00",
            "UTC+0200",
            "2023-06-01T21:00:00+02:00",
            Some(&1),
            true,
        ),
        (
            "local, by one hour",
            "2023-06-01 22:00:00",
            "UTC+0100",
            "2023-06-01T21:00:00+02:00",
            Some(&1),
            true,
        ),
        (
            "a clock of Greenwich proves nothing",
            "2023-06-01 21:00:00",
            "UTC+0000",
            "2023-06-01T23:00:00+02:00",
            None,
            false,
        ),
        (
            "neither",
            "2023-06-09 21:00:00",
            "UTC+0200",
            "2023-06-01T23:00:00+02:00",
            None,
            false,
        ),
    ] {
        let [table, exact] = movement(printed, offset);
        for order in [[0, 1, 2, 3], [3, 2, 1, 0]] {
            let all = [
                table.clone(),
                exact.clone(),
                (
                    "com.samsung.health.sleep_stage.20230701.csv",
                    stages.clone(),
                ),
                (
                    "com.samsung.shealth.sleep.20230701.csv",
                    format!("{SLEEP}{night}"),
                ),
            ];
            let found = read(&order.map(|index| all[index].clone()));
            assert_eq!(times(&found.sleeps[0])[0], start, "{name}");
            assert_eq!(
                found.sleeps[0].asleep_min,
                Some(420.0),
                "{name}: stages move along"
            );
            assert_eq!(found.other.get("times_proved"), proved, "{name}");
            let codes: Vec<_> = warnings(&found).into_iter().map(|one| one.0).collect();
            assert_eq!(codes.contains(&"local-times"), warned, "{name}: {codes:?}");
            assert_eq!(skipped(&found), [], "{name}");
        }
    }
}

#[test]
fn naps_are_scored_or_stand_in_a_table_of_their_own() {
    let sleep = [
        row(
            "",
            "",
            ("2023-06-01 21:00:00", "2023-06-02 05:00:00"),
            "w",
            "night-0001",
        ),
        row(
            "",
            "-1",
            ("2023-06-02 08:00:00", "2023-06-02 12:00:00"),
            "w",
            "long-nap-1",
        ),
        row(
            "",
            "0.0",
            ("2023-06-03 21:00:00", "2023-06-04 05:00:00"),
            "w",
            "night-0002",
        ),
        row(
            "",
            "55.0",
            ("2023-06-05 12:00:00", "2023-06-05 12:40:00"),
            "w",
            "scored-nap",
        ),
    ];
    let naps = [
        "2023-06-02 08:00:20.000,2023-06-02 12:00:00.000,40,UTC+0200,n-1,\n",
        "2023-06-06 12:00:00.000,2023-06-06 12:30:00.000,40,UTC+0200,only-a-nap,\n",
    ];
    let found = read(&[
        (
            "com.samsung.shealth.sleep.20230701.csv",
            format!("{SLEEP}{}", sleep.concat()),
        ),
        (
            "com.samsung.shealth.vitality.nap_data.20230701.csv",
            format!("{NAPS}{}", naps.concat()),
        ),
    ]);
    let kinds: Vec<_> = found
        .sleeps
        .iter()
        .map(|sleep| (sleep.source_key.as_str(), sleep.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            ("night-0001", SleepKind::Night),
            ("long-nap-1", SleepKind::Nap),
            ("night-0002", SleepKind::Night),
            ("scored-nap", SleepKind::Nap),
            ("only-a-nap", SleepKind::Nap),
        ]
    );
    assert_eq!(
        found.sleeps[4].asleep_min, None,
        "nobody says how much of it was sleep"
    );
}

#[test]
fn the_parts_of_one_night_are_one_night() {
    let parts = [
        row(
            "combined-1",
            "",
            ("2023-06-01 21:00:00", "2023-06-02 00:00:00"),
            "w",
            "part-0001",
        ),
        row(
            "combined-1",
            "",
            ("2023-06-02 01:00:00", "2023-06-02 04:00:00"),
            "w",
            "part-0002",
        ),
        row(
            "combined-2",
            "",
            ("2023-06-02 21:00:00", "2023-06-03 04:00:00"),
            "w",
            "alone-001",
        ),
        row(
            "-1",
            "",
            ("2023-06-03 21:00:00", "2023-06-04 04:00:00"),
            "w",
            "night-0003",
        ),
        row(
            "-1",
            "",
            ("2023-06-04 21:00:00", "2023-06-05 04:00:00"),
            "w",
            "night-0004",
        ),
    ];
    let stages = [
        stage(
            "part-0001",
            40002,
            ("2023-06-01 21:00:00", "2023-06-02 00:00:00"),
        ),
        stage(
            "part-0002",
            40003,
            ("2023-06-02 01:00:00", "2023-06-02 03:00:00"),
        ),
        stage(
            "part-0002",
            40004,
            ("2023-06-02 03:00:00", "2023-06-02 03:30:00"),
        ),
        stage(
            "part-0002",
            40001,
            ("2023-06-02 03:30:00", "2023-06-02 04:00:00"),
        ),
    ];
    let combined = "com.samsung.shealth.sleep_combined,6312003,1\nstart_time,end_time,sleep_duration,time_offset,datauuid\n2023-06-01 21:00:00.000,2023-06-02 04:00:00.000,360,UTC+0200,combined-1,\n";
    let with = |stages: &str| {
        read(&[
            (
                "com.samsung.shealth.sleep.20230701.csv",
                format!("{SLEEP}{}", parts.concat()),
            ),
            (
                "com.samsung.health.sleep_stage.20230701.csv",
                format!("{STAGE}{stages}"),
            ),
            (
                "com.samsung.shealth.sleep_combined.20230701.csv",
                combined.to_owned(),
            ),
        ])
    };
    let found = with(&stages.concat());
    let names: Vec<_> = found
        .sleeps
        .iter()
        .map(|sleep| sleep.source_key.as_str())
        .collect();
    assert_eq!(
        names,
        ["combined-1", "alone-001", "night-0003", "night-0004"]
    );
    let night = &found.sleeps[0];
    assert_eq!(
        times(night),
        ["2023-06-01T23:00:00+02:00", "2023-06-02T06:00:00+02:00"]
    );
    assert_eq!(
        (night.asleep_min, night.awake_min, night.in_bed_min),
        (Some(330.0), Some(30.0), Some(360.0)),
        "the hour between is neither"
    );
    assert_eq!(
        night.stages,
        Stages {
            light: Some(180),
            deep: Some(120),
            rem: Some(30),
            awake: Some(30),
            ..Stages::default()
        }
    );
    assert_eq!(warnings(&found), [], "one night of that date");
    let half = with(&stages[..1].concat());
    assert_eq!(
        half.sleeps[0].asleep_min, None,
        "of one part nobody says how long it was slept"
    );
}

#[test]
fn a_phone_and_a_watch_tell_of_one_night() {
    let rows = [
        row(
            "",
            "",
            ("2023-06-01 21:00:00", "2023-06-02 04:00:00"),
            "watch-1",
            "by-watch-1",
        ),
        row(
            "",
            "",
            ("2023-06-01 21:30:00", "2023-06-02 05:00:00"),
            "phone-1",
            "by-phone-1",
        ),
    ];
    let stages = stage(
        "by-watch-1",
        40002,
        ("2023-06-01 21:00:00", "2023-06-02 04:00:00"),
    );
    let deep = stage(
        "by-watch-1",
        40003,
        ("2023-06-02 03:00:00", "2023-06-02 04:00:00"),
    );
    let found = read(&[
        (
            "com.samsung.shealth.sleep.20230701.csv",
            format!("{SLEEP}{}", rows.concat()),
        ),
        (
            "com.samsung.health.sleep_stage.20230701.csv",
            format!("{STAGE}{stages}{deep}"),
        ),
    ]);
    let [night] = &found.sleeps[..] else {
        panic!("one night: {found:?}")
    };
    assert_eq!(night.source_key, "by-watch-1", "the one with stages");
    assert_eq!(
        night.device.as_deref(),
        Some("com.sec.android.app.shealth"),
        "a number of a device is no name"
    );
}

#[test]
fn columns_have_any_prefix_and_steps_are_those_of_all_devices() {
    for prefix in [
        "",
        "com.samsung.shealth.sleep.",
        "com.samsung.health.sleep.",
    ] {
        let sleep = format!(
            "\u{feff}com.samsung.shealth.sleep,6000003,8\r\n{prefix}datauuid,{prefix}start_time,{prefix}time_offset,{prefix}end_time\r\nu-00000001,1685653200000,UTC+0530,1685682000000\r\nu-00000002,2023-06-02 21:00:00.000,,2023-06-03 05:00:00\r\n"
        );
        let steps = format!(
            "com.samsung.shealth.step_daily_trend,6313004,4\n{prefix}day_time,{prefix}count,{prefix}source_type\n1685577600000,8000,-2\n1685577600000,9000,0\n1685664000000,4200,0\n1685664000000,4000,1\n-30600000000000,1,-2\n"
        );
        let found = read(&[
            ("com.samsung.shealth.sleep.20230701.csv", sleep),
            ("com.samsung.shealth.step_daily_trend.20230701.csv", steps),
        ]);
        assert_eq!(
            times(&found.sleeps[0]),
            ["2023-06-02T02:30:00+05:30", "2023-06-02T10:30:00+05:30"],
            "{prefix}"
        );
        assert_eq!(
            found.sleeps[1].offset,
            OffsetCertainty::InstantOnly,
            "{prefix}: no offset, no guess"
        );
        let steps: Vec<_> = found.steps.clone().into_iter().collect();
        assert_eq!(
            steps,
            [(date("2023-06-01"), 8000), (date("2023-06-02"), 4200)],
            "{prefix}: the merged day, else the most that one device tells"
        );
    }
}

#[test]
fn in_a_night_the_clocks_change_both_ends_are_on_the_home_clock() {
    let sleep = "com.samsung.shealth.sleep,6000003,8\nstart_time,end_time,time_offset,datauuid\n2023-03-25 23:00:00.000,2023-03-26 06:00:00.000,UTC+0000,spring-001,\n2023-10-28 22:00:00.000,2023-10-29 06:00:00.000,UTC+0000,autumn-001,\n";
    let found = read(&[("com.samsung.shealth.sleep.20230701.csv", sleep.to_owned())]);
    assert_eq!(
        times(&found.sleeps[0]),
        ["2023-03-25T23:00:00+00:00", "2023-03-26T07:00:00+01:00"]
    );
    assert_eq!(
        times(&found.sleeps[1]),
        ["2023-10-28T23:00:00+01:00", "2023-10-29T06:00:00+00:00"]
    );
}

#[test]
fn exact_times_alone_are_told_to_be_no_nights() {
    let [table, exact] = movement("2023-06-01 21:00:00", "UTC+0200");
    let sleep = (
        "com.samsung.shealth.sleep.20230701.csv",
        format!(
            "{SLEEP}{}",
            row(
                "",
                "",
                ("2023-06-01 21:00:00", "2023-06-02 05:00:00"),
                "d",
                "u-00000001"
            )
        ),
    );
    let alone = |files: &[(&str, String)]| {
        let entries: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, text)| (*name, text.as_bytes()))
            .collect();
        read_in(London, &entries, None)
    };
    for (what, files) in [
        ("the files", vec![exact.clone(), exact.clone()]),
        (
            "the files and what they belong to",
            vec![table, exact.clone()],
        ),
    ] {
        assert_eq!(alone(&files), Err(ReadError::OnlyDetails), "{what}");
    }
    let found = alone(&[exact, sleep]).unwrap();
    assert_eq!(found.sleeps.len(), 1, "a control: with the nights");
}
