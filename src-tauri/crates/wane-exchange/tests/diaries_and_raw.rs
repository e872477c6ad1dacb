//! Bearable's table and the raw files of Withings: files built from the formats' descriptions.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::Europe::Vienna;
use common::{date, packed::archive, read_in, reasons, skipped};
use wane_domain::diary::{OffsetCertainty, Stages};
use wane_exchange::{Format, Found, What, Why, recognise};

fn read(files: &[(&str, &str)]) -> Found {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    read_in(Vienna, &files, None).unwrap()
}

/// Start, end, minutes asleep, minutes awake.
fn sleeps(found: &Found) -> Vec<(String, String, Option<f64>, Option<f64>)> {
    let list = found.sleeps.iter();
    list.map(|sleep| {
        let (from, to) = (sleep.start.to_rfc3339(), sleep.end.to_rfc3339());
        (from, to, sleep.asleep_min, sleep.awake_min)
    })
    .collect()
}

const RAW: &str = "start,duration,value\n\
2020-02-01T23:00:00+01:00,\"[1800,3600,5400]\",\"[1,2,3]\"\n\
2020-02-02T02:00:00+01:00,\"[600]\",\"[0]\"\n\
2020-02-02T02:10:00+01:00,[4200],[1]\n";

#[test]
fn raw_states_are_joined_to_a_night() {
    let found = read(&[("raw_tracker_sleep-state.csv", RAW)]);
    assert_eq!(found.format, Format::Withings);
    assert_eq!(
        sleeps(&found),
        [(
            "2020-02-01T23:00:00+01:00".to_owned(),
            "2020-02-02T03:20:00+01:00".to_owned(),
            Some(250.0),
            Some(10.0)
        )]
    );
    let sleep = &found.sleeps[0];
    assert_eq!(
        sleep.stages,
        Stages {
            light: Some(100),
            deep: Some(60),
            rem: Some(90),
            awake: Some(10),
            ..Stages::default()
        }
    );
    assert_eq!(sleep.offset, OffsetCertainty::Stated);
    assert_eq!(sleep.device.as_deref(), Some("tracker"));
    assert_eq!(sleep.in_bed_min, None, "nobody says how long in bed");
}

/// What raw rows come to in minutes asleep, sleep by sleep.
fn check(what: &str, rows: &str, wanted: &[f64]) {
    let text = format!("start,duration,value\n{rows}");
    let found = read(&[("raw_bed_sleep-state.csv", &text)]);
    let asleep: Vec<f64> = found.sleeps.iter().filter_map(|s| s.asleep_min).collect();
    assert_eq!(asleep, wanted, "{what}");
}

#[test]
fn raw_rows_overlap_split_and_repeat() {
    check(
        "rows that overlap count once",
        "2020-02-01T23:00:00+01:00,[7200],[1]\n2020-02-02T00:00:00+01:00,[7200],[1]\n",
        &[180.0],
    );
    check(
        "a row that stands there twice",
        "2020-02-01T23:00:00+01:00,[7200],[1]\n2020-02-01T23:00:00+01:00,[7200],[1]\n",
        &[120.0],
    );
    check(
        "a night cut in pieces is one; after two hours and more it is another sleep",
        "2020-02-01T23:00:00+01:00,[7200],[2]\n2020-02-02T02:00:00+01:00,[7200],[1]\n2020-02-02T06:01:00+01:00,[3600],[1]\n",
        &[240.0, 60.0],
    );
    check(
        "waking goes before sleep that another row tells of",
        "2020-02-01T23:00:00+01:00,[7200],[1]\n2020-02-02T00:00:00+01:00,[600],[0]\n",
        &[110.0],
    );
    check(
        "over the change of the clock the time that passed counts",
        "2020-03-28T23:00:00+01:00,\"[14400,3600]\",\"[1,2]\"\n",
        &[300.0],
    );
    check(
        "awake alone is no sleep",
        "2020-02-01T23:00:00+01:00,[7200],[0]\n",
        &[],
    );
}

#[test]
fn raw_rows_that_say_nothing_are_told_of() {
    let text = "start,duration,value\n2020-02-01T23:00:00+01:00,[7200],[1]\nsoon,[60],[1]\n\
2020-02-02T03:00:00+01:00,\"[60,60]\",[1]\n2020-02-02T04:00:00+01:00,[-5],[1]\n2020-02-02T05:00:00+01:00,,[1]\n";
    // The first rows look right, so the file is one of these.
    let text = text.replacen(
        "soon",
        &"2020-02-01T23:30:00+01:00,[60],[1]\n".repeat(60),
        1,
    );
    let found = read(&[("file", &text)]);
    let why: Vec<Why> = skipped(&found).iter().map(|left| left.2).collect();
    assert_eq!(
        why,
        [
            Why::OutOfRange,
            Why::MissingField,
            Why::MissingField,
            Why::FieldCount
        ],
        "{:?}",
        skipped(&found)
    );
}

#[test]
fn the_summary_goes_before_the_raw_files_and_other_raw_files_are_no_sleep() {
    let summary = "from,to,\"light (s)\",\"deep (s)\",\"rem (s)\",\"awake (s)\",wake up\n\
2020-02-01T23:00:00+01:00,2020-02-02T03:20:00+01:00,6000,3000,5400,1200,1\n";
    // Of another night the summary says nothing.
    let raw = format!("{RAW}2020-02-03T23:00:00+01:00,[7200],[1]\n");
    let snoring = "start,duration,value\n2020-02-01T23:00:00+01:00,[7200],[1]\n";
    let steps = "start,duration,value\n2020-02-02T09:00:00+01:00,[60],[44]\n";
    let zip = archive(&[
        ("raw_tracker_sleep-state.csv", raw.as_bytes()),
        ("raw_sleep-monitor_snoring.csv", snoring.as_bytes()),
        ("raw_tracker_steps.csv", steps.as_bytes()),
        ("sleep.csv", summary.as_bytes()),
    ]);
    let found = read_in(Vienna, &[("data.zip", &zip)], None).unwrap();
    let asleep: Vec<Option<f64>> = found.sleeps.iter().map(|s| s.asleep_min).collect();
    assert_eq!(
        asleep,
        [Some(240.0), Some(120.0)],
        "the summary's count, then the night it lacks"
    );
    assert_eq!(found.sleeps[0].device, None);
    assert!(
        skipped(&found)
            .iter()
            .any(|left| left.2 == Why::OtherSource),
        "and the raw night is told of"
    );
}

const BEARABLE: &str =
    "date,date formatted,weekday,time of day,category,rating/amount,detail,notes\n";

#[test]
fn bearable_tells_nights_and_how_they_were() {
    let text = format!(
        "{BEARABLE}\
\"5th Jan 2022\",2022-01-05,Wednesday,,Sleep,7.7,\"Asleep 23:10-06:50. In bed 22:45-07:10\",\"a secret\"\n\
\"5th Jan 2022\",2022-01-05,Wednesday,,\"Sleep quality\",4,\"Good\",\"\"\n\
\"6th Jan 2022\",2022-01-06,Thursday,,Sleep,7,\"Asleep 00:30-07:30\",\"\"\n\
\"7th Jan 2022\",2022-01-07,Friday,,Sleep,7,\"\",\"\"\n\
\"7th Jan 2022\",2022-01-07,Friday,,\"Sleep quality\",11,\"\",\"\"\n"
    );
    let found = read(&[("file", &text)]);
    assert_eq!(found.format, Format::Bearable, "recognised by its content");
    let [first, second] = &found.nights[..] else {
        panic!("{found:?}")
    };
    let time = |at: Option<wane_domain::Moment>| at.map(|at| at.to_rfc3339());
    assert_eq!(first.wake_date, date("2022-01-05"));
    assert_eq!(
        time(first.bed).as_deref(),
        Some("2022-01-04T22:45:00+01:00")
    );
    assert_eq!(
        time(first.lights_out).as_deref(),
        Some("2022-01-04T23:10:00+01:00")
    );
    assert_eq!(
        time(first.final_wake).as_deref(),
        Some("2022-01-05T06:50:00+01:00")
    );
    assert_eq!(
        time(first.out_of_bed).as_deref(),
        Some("2022-01-05T07:10:00+01:00")
    );
    assert_eq!(first.quality.map(|q| q.get()), Some(4));
    assert_eq!(
        first.sol_min, None,
        "how long it took to fall asleep nobody says"
    );
    assert_eq!(
        time(second.lights_out).as_deref(),
        Some("2022-01-06T00:30:00+01:00")
    );
    assert_eq!(second.bed, None);
    let why: Vec<Why> = skipped(&found).iter().map(|left| left.2).collect();
    assert_eq!(why, [Why::NoInterval, Why::OutOfRange]);
    assert!(
        !format!("{found:?}").contains("secret"),
        "notes are not read"
    );
}

#[test]
fn bearable_symptoms_are_kept_by_the_days_highest_and_pains_by_the_morning_besides() {
    let text = "date,weekday,time of day,category,rating/amount,detail,notes\n\
\"5th Jan 2022\",Wednesday,pre,Symptom,1,\"Back (mid) pain (Mild)\",\n\
\"5th Jan 2022\",Wednesday,am,Symptom,3,\"Back (mid) pain (Severe)\",\n\
\"5th Jan 2022\",Wednesday,pm,Symptom,4,\"Back (mid) pain (Unbearable)\",\n\
\"8th Dec 2021\",Wednesday,mid,Symptom,2,Neck pain (Moderate),\n\
\"8th Dec 2021\",Wednesday,am,Symptom,1,Dizziness (Mild),\n\
\"8th Dec 2021\",Wednesday,am,Mood,3,Okay,\n\
\"32nd Dec 2021\",Wednesday,am,Symptom,1,Dizziness (Mild),\n\
\"8th Dec 2021\",Wednesday,am,Symptom,,Dizziness,\n";
    let found = read(&[("file", text)]);
    let values: Vec<(String, String, f64)> = found
        .factors
        .iter()
        .flat_map(|(name, factor)| {
            let days = factor.values.iter();
            days.map(|(day, value)| (name.clone(), day.to_string(), *value))
        })
        .collect();
    let wanted = [
        ("Back (mid) pain", "2022-01-05", 4.0),
        ("Back (mid) pain · am", "2022-01-05", 3.0),
        ("Dizziness", "2021-12-08", 1.0),
        ("Neck pain", "2021-12-08", 2.0),
    ];
    let wanted = wanted.map(|(name, day, value)| (name.to_owned(), day.to_owned(), value));
    assert_eq!(values, wanted);
    assert!(found.ratings.is_empty(), "four of four is no rating of ten");
    let why: Vec<Why> = skipped(&found).iter().map(|left| left.2).collect();
    assert_eq!(why, [Why::NotKept, Why::NotADate, Why::MissingField]);
}

#[test]
fn bearable_writes_the_length_of_a_night_in_several_ways() {
    for (amount, minutes) in [
        ("7.5", 450.0),
        ("7:30", 450.0),
        ("8:05", 485.0),
        ("08:05:00", 485.0),
        ("8h 05m", 485.0),
        ("8 H 5 min", 485.0),
        ("8h05", 485.0),
        ("8h", 480.0),
        ("45m", 45.0),
        ("8h 5m 3s", 485.05),
    ] {
        let text = format!("{BEARABLE}\"9th Feb 2026\",2026-02-09,Monday,,Sleep,{amount},,\n");
        let found = read(&[("file", &text)]);
        let slept: Vec<f64> = found.durations.iter().map(|one| one.asleep_min).collect();
        assert_eq!(slept, [minutes], "{amount:?}");
        assert_eq!(reasons(&found), [(Some("detail"), Why::NoInterval)]);
    }
    for amount in [
        "0:00", "7:60", "25:00", "8h 70m", "h", "8x", "-8h", "1e9h", "",
    ] {
        let text = format!("{BEARABLE}\"9th Feb 2026\",2026-02-09,Monday,,Sleep,{amount},,\n");
        let found = read(&[("file", &text)]);
        assert_eq!(found.durations, [], "{amount:?} is no length of a night");
        assert_eq!(reasons(&found), [(Some("detail"), Why::NoInterval)]);
    }
    let text = format!(
        "{BEARABLE}\"9th Feb 2026\",2026-02-09,Monday,am,Symptom,3:00,Dizziness (Severe),\n"
    );
    let found = read(&[("file", &text)]);
    assert_eq!(
        reasons(&found),
        [(Some("rating/amount"), Why::NotANumber)],
        "what a symptom is worth is no time"
    );
}

/// A row of a sleep or of how it was, of the ninth of February.
fn ninth(category: &str, amount: &str, detail: &str) -> String {
    format!("\"9th Feb 2026\",2026-02-09,Monday,,{category},{amount},\"{detail}\",\n")
}

#[test]
fn bearable_names_a_second_sleep_of_a_date() {
    let asleep = |detail: &str| ninth("Sleep", "7", detail);
    let night = "Asleep 23:10-06:50. In bed 22:45-07:10";
    let second = |line: u64, why: Why| vec![(What::Row, Some("detail"), why, 1, vec![line])];
    for (what, rows, wanted, left_out) in [
        (
            "a nap behind the night",
            vec![asleep(night), asleep("Asleep 13:00-14:15")],
            ["22:45", "23:10", "06:50", "07:10"],
            second(3, Why::DuplicateDate),
        ),
        (
            "a nap before the night, which is told in two rows",
            vec![
                asleep("Asleep 13:00-14:15"),
                asleep("In bed 22:45-07:10"),
                asleep("Asleep 23:10-06:50"),
            ],
            ["22:45", "23:10", "06:50", "07:10"],
            second(2, Why::NotKept),
        ),
        (
            "two long sleeps, of which nobody can say which is the night",
            vec![asleep("Asleep 01:00-05:00"), asleep("Asleep 12:00-17:00")],
            ["", "01:00", "05:00", ""],
            second(3, Why::DuplicateDate),
        ),
        (
            "a day without a long sleep",
            vec![asleep("Asleep 05:00-06:00"), asleep("Asleep 12:00-14:00")],
            ["", "12:00", "14:00", ""],
            second(2, Why::NotKept),
        ),
        (
            "other times for the same night",
            vec![asleep(night), asleep("Asleep 23:30-06:50")],
            ["22:45", "23:10", "06:50", "07:10"],
            second(3, Why::DuplicateDate),
        ),
        (
            "the same once more",
            vec![asleep(night), asleep(night), asleep("Asleep 23:10-06:50")],
            ["22:45", "23:10", "06:50", "07:10"],
            vec![],
        ),
    ] {
        let found = read(&[("file", &format!("{BEARABLE}{}", rows.concat()))]);
        let [night] = &found.nights[..] else {
            panic!("{what}: {found:?}")
        };
        let times = [
            night.bed,
            night.lights_out,
            night.final_wake,
            night.out_of_bed,
        ];
        let shown =
            times.map(|at| at.map_or(String::new(), |at| at.time().format("%H:%M").to_string()));
        assert_eq!(shown, wanted, "{what}");
        assert_eq!(skipped(&found), left_out, "{what}");
    }
}

#[test]
fn bearable_names_a_second_quality_of_a_date_where_it_differs() {
    let quality = |amount: &str| ninth("Sleep quality", amount, "Good");
    let rows = [quality("4"), quality("4"), quality("2")].concat();
    let found = read(&[("file", &format!("{BEARABLE}{rows}"))]);
    assert_eq!(found.nights[0].quality.map(|q| q.get()), Some(4));
    assert_eq!(
        skipped(&found),
        [(
            What::Row,
            Some("rating/amount"),
            Why::DuplicateDate,
            1,
            vec![4]
        )],
        "the first counts, and the same again is no second"
    );
}

#[test]
fn what_is_too_much_to_track_is_said() {
    let head = "date formatted,weekday,time of day,category,rating/amount,detail,notes,date\n";
    let rows = |names: usize| -> String {
        let row = |at| format!("2021-12-08,Wednesday,pm,Symptom,2,Thing {at} (Mild),,\n");
        (0..names).map(row).collect()
    };
    let kept = |names: usize| {
        let found = read(&[("file", &format!("{head}{}", rows(names)))]);
        let why: Vec<Why> = skipped(&found).iter().map(|left| left.2).collect();
        (found.factors.len(), why)
    };
    assert_eq!(kept(200), (200, vec![]));
    assert_eq!(
        kept(202),
        (200, vec![Why::NotKept]),
        "told once, for all of them"
    );
}

/// The names of the columns of `sleep.csv`.
const SUMMARY: &str = "from,to,\"light (s)\",\"deep (s)\",\"rem (s)\",\"awake (s)\",wake up\n";

#[test]
fn where_both_tell_of_a_night_the_table_is_taken_however_long_the_raw_states_are() {
    // Half an hour apart: by the raw states alone one sleep from ten to six.
    let raw = "start,duration,value\n\
2020-02-01T22:00:00+01:00,\"[14400,3600,3600]\",\"[1,2,3]\"\n\
2020-02-02T04:30:00+01:00,[5400],[1]\n";
    for (name, rows, asleep, device) in [
        (
            "a shorter row",
            "2020-02-01T23:00:00+01:00,2020-02-02T03:50:00+01:00,9000,3600,3600,1200,1\n",
            vec![270.0],
            None,
        ),
        (
            "two rows less than two hours apart",
            "2020-02-01T22:00:00+01:00,2020-02-02T03:00:00+01:00,10800,3600,3600,0,1\n\
2020-02-02T04:30:00+01:00,2020-02-02T06:00:00+01:00,5400,0,0,0,1\n",
            vec![300.0, 90.0],
            None,
        ),
        (
            "a row that says from when to when and no more",
            "2020-02-01T22:10:00+01:00,2020-02-02T06:00:00+01:00,0,0,0,0,0\n",
            vec![450.0],
            Some("bed"),
        ),
    ] {
        let table = format!("{SUMMARY}{rows}");
        let files = [
            ("sleep.csv", table.as_str()),
            ("raw_bed_sleep-state.csv", raw),
        ];
        for files in [files, [files[1], files[0]]] {
            let found = read(&files);
            let told: Vec<f64> = found.sleeps.iter().filter_map(|s| s.asleep_min).collect();
            assert_eq!(told, asleep, "{name}");
            assert_eq!(found.sleeps.len(), asleep.len(), "{name}");
            assert_eq!(found.sleeps[0].device.as_deref(), device, "{name}");
            let why: Vec<Why> = skipped(&found).iter().map(|left| left.2).collect();
            assert_eq!(why, [Why::OtherSource], "{name}: the other is told of");
        }
    }
}

#[test]
fn whether_a_device_knows_stages_its_own_states_say() {
    let staged = "2020-02-01T23:00:00+01:00,\"[600,3600,1800,1800]\",\"[0,1,2,3]\"\n";
    let plain = "2020-02-01T23:00:00+01:00,\"[600,7200]\",\"[0,1]\"\n";
    let stages = Stages {
        light: Some(60),
        deep: Some(30),
        rem: Some(30),
        awake: Some(10),
        ..Stages::default()
    };
    for device in ["sleep-monitor", "bed"] {
        let file = format!("raw_{device}_sleep-state.csv");
        for (rows, wanted) in [(staged, stages), (plain, Stages::default())] {
            let found = read(&[(&file, &format!("start,duration,value\n{rows}"))]);
            let sleep = &found.sleeps[0];
            assert_eq!(sleep.stages, wanted, "{device}: {rows}");
            assert_eq!(
                (sleep.asleep_min, sleep.awake_min),
                (Some(120.0), Some(10.0)),
                "{device}: {rows}"
            );
        }
        // A night without deep sleep, of a device that knows it.
        let both = format!("start,duration,value\n{staged}2020-02-02T23:00:00+01:00,[7200],[1]\n");
        let found = read(&[(&file, &both)]);
        assert_eq!(found.sleeps[1].stages.light, Some(120), "{device}");
    }
}

#[test]
fn rows_of_lying_awake_alone_before_and_after_a_sleep_are_no_part_of_it() {
    let text = "start,duration,value\n\
2020-02-01T20:47:00+01:00,[10800],[0]\n\
2020-02-01T23:52:00+01:00,\"[600,7200]\",\"[0,1]\"\n\
2020-02-02T02:30:00+01:00,[1800],[0]\n\
2020-02-02T03:02:00+01:00,\"[3600,300]\",\"[1,0]\"\n\
2020-02-02T04:30:00+01:00,\"[1800,60]\",\"[0,0]\"\n";
    let found = read(&[("raw_bed_sleep-state.csv", text)]);
    assert_eq!(
        sleeps(&found),
        [(
            "2020-02-01T23:52:00+01:00".to_owned(),
            "2020-02-02T04:07:00+01:00".to_owned(),
            Some(180.0),
            Some(45.0),
        )],
        "what a row tells beside sleep stays, and so does what lies between two sleeps"
    );
}

#[test]
fn a_state_nobody_knows_or_a_row_of_none_costs_its_own_stretch_alone() {
    let unknown = "start,duration,value\n\
2020-02-01T23:00:00+01:00,\"[600,3600,1800]\",\"[0,1,2]\"\n\
2020-02-02T00:40:00+01:00,\"[3600,5400,300]\",\"[3,1,5]\"\n\
2020-02-02T03:20:00+01:00,[3600],[1]\n";
    let nothing = "start,duration,value\n\
2020-02-01T23:00:00+01:00,\"[600,3600,1800]\",\"[0,1,2]\"\n\
2020-02-02T00:40:00+01:00,[],[]\n\
2020-02-02T00:40:00+01:00,\"[3600,5400]\",\"[3,1]\"\n\
2020-02-02T03:20:00+01:00,[3600],[1]\n";
    let table = "from,to,\"light (s)\",\"deep (s)\",\"rem (s)\",\"awake (s)\",wake up\n\
2020-03-01T23:00:00+01:00,2020-03-02T06:00:00+01:00,18000,3600,3600,0,1\n";
    for (text, left) in [
        (
            unknown,
            (What::Value, Some("value"), Why::UnknownWord, 1, vec![3]),
        ),
        (
            nothing,
            (What::Row, Some("duration"), Why::MissingField, 1, vec![3]),
        ),
    ] {
        let zip = archive(&[
            ("raw_tracker_sleep-state.csv", text.as_bytes()),
            ("sleep.csv", table.as_bytes()),
        ]);
        for found in [
            read(&[("raw_tracker_sleep-state.csv", text), ("sleep.csv", table)]),
            read_in(Vienna, &[("data.zip", &zip)], None).unwrap(),
        ] {
            let asleep: Vec<Option<f64>> = found.sleeps.iter().map(|s| s.asleep_min).collect();
            assert_eq!(asleep, [Some(300.0), Some(420.0)]);
            assert_eq!(skipped(&found), std::slice::from_ref(&left));
        }
    }
}

#[test]
fn numbers_that_are_no_states_are_no_sleep() {
    let table = |values: &[i64]| {
        let row = |value| format!("2020-02-01T23:00:00+01:00,[60],[{value}]\n");
        let rows: String = values.iter().map(row).collect();
        format!("start,duration,value\n{rows}")
    };
    for (values, known) in [
        (vec![0, 1, 1, 5], true),
        (vec![0, 1, 5, 5], false),
        (vec![5, 5, 5, 5], false),
        (vec![1, 1, 1, 44], false),
        (vec![1, 1, 1, -1], false),
        (vec![], false),
    ] {
        let by_content = recognise(table(&values).as_bytes());
        assert_eq!(by_content, known.then_some(Format::Withings), "{values:?}");
    }
    let empty = "start,duration,value\n2020-02-01T23:00:00+01:00,[],[]\n";
    assert_eq!(recognise(empty.as_bytes()), None, "nothing is no state");
}
