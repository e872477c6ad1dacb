//! WHOOP, Sleep Cycle, Zepp, AutoSleep, Oura, Daylio, Google Fit, Samsung Health, and the newer tables of Fitbit:
//! files built from the formats' descriptions, with the traps real ones have.

// A failed unwrap is a failed test.
#![allow(clippy::unwrap_used)]

mod common;

use chrono_tz::Europe::{Berlin, London};
use common::{date, packed::archive, read_as as read, read_in, skipped};
use wane_domain::diary::{OffsetCertainty, SleepKind, Stages};
use wane_exchange::{Format, FoundSleep, Why};

fn times(sleep: &FoundSleep) -> [String; 2] {
    [sleep.start.to_rfc3339(), sleep.end.to_rfc3339()]
}

#[test]
fn whoop_has_local_clocks_and_their_offset() {
    let text = "Cycle start time,Cycle end time,Cycle timezone,Sleep onset,Wake onset,Sleep performance %,Respiratory rate (rpm),Asleep duration (min),In bed duration (min),Light sleep duration (min),Deep (SWS) duration (min),REM duration (min),Awake duration (min),Sleep need (min),Nap\n\
2024-07-30 23:41:00,,UTC-08:00,2024-07-30 23:41:00,2024-07-31 07:20:00,80,15,400,430,200,100,100,30,500,false\n\
2024-07-31 13:00:00,,UTC-08:00,2024-07-31 13:00:00,2024-07-31 13:40:00,,,35,40,35,0,0,5,,true\n\
2024-07-31 23:41:00,,UTC-08:00,2024-07-31 23:41:00,2024-08-01 07:20:00,,,,,,,,,,false\n";
    let found = read(London, Format::Whoop, text);
    assert_eq!(skipped(&found), []);
    let [night, nap, blank] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        times(night),
        ["2024-07-30T23:41:00-08:00", "2024-07-31T07:20:00-08:00"]
    );
    assert_eq!(night.offset, OffsetCertainty::Stated);
    assert_eq!(
        (night.asleep_min, night.in_bed_min, night.awake_min),
        (Some(400.0), Some(430.0), Some(30.0))
    );
    assert_eq!(night.stages.deep, Some(100));
    assert_eq!((night.kind, nap.kind), (SleepKind::Night, SleepKind::Nap));
    assert_eq!(
        (blank.asleep_min, blank.in_bed_min),
        (None, None),
        "blank is not nought"
    );
}

#[test]
fn sleep_cycle_seconds_settle_the_night_the_clocks_change() {
    // Bare carriage returns, as the oldest files have them.
    let old = "Start;End;Sleep quality;Time in bed;Wake up;Sleep Notes;Heart rate;Activity (steps)\r2015-02-01 22:10:00;2015-02-02 06:40:00;80%;8:30;:);a:b;0;4000\r";
    let found = read(Berlin, Format::SleepCycle, old);
    assert_eq!(found.sleeps[0].in_bed_min, Some(510.0));
    assert_eq!(
        found.sleeps[0].asleep_min, None,
        "the old table does not say"
    );
    let new = "Start;End;Sleep Quality;Regularity;Mood;Heart rate (bpm);Steps;Alarm mode;Air Pressure (Pa);City;Movements per hour;Time in bed (seconds);Time asleep (seconds);Time before sleep (seconds)\n\
2020-10-25 01:30:00;2020-10-25 02:30:00;50%;;;0;0;;;;1;7200.0;6600.0;300\n\
2020-11-01 23:00:00;2020-11-02 07:00:00;50%;;;0;0;;;;1;28800.0;0.0;300\n";
    let found = read(Berlin, Format::SleepCycle, new);
    assert_eq!(
        times(&found.sleeps[0]),
        ["2020-10-25T01:30:00+02:00", "2020-10-25T02:30:00+01:00"],
        "two hours, by the file's own seconds"
    );
    assert_eq!(found.sleeps[0].asleep_min, Some(110.0));
    assert_eq!(
        found.sleeps[1].asleep_min, None,
        "no seconds asleep are none that are known"
    );
}

#[test]
fn zepp_writes_nights_of_nothing() {
    let old = "date,lastSyncTime,deepSleepTime,shallowSleepTime,wakeTime,start,stop\n2020-03-02,1583190000,100,300,20,1583100000,1583125200\n2020-03-01,1583190000,0,0,0,1583010000,1583010000\n";
    let new = "\u{feff}date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n2022-03-02,100,250,20,2022-03-01 22:00:00+0000,2022-03-02 05:10:00+0000,60,\"[{\"\"start\"\": 1}]\"\n2022-03-03,0,0,0,2022-03-02 22:00:00+0000,2022-03-02 22:00:00+0000,0,\n";
    for (text, asleep, deep) in [(old, 400.0, 100), (new, 410.0, 100)] {
        let found = read(London, Format::Zepp, text);
        assert_eq!(found.sleeps.len(), 1, "the row of noughts is dropped");
        assert_eq!(found.sleeps[0].asleep_min, Some(asleep));
        assert_eq!(found.sleeps[0].stages.deep, Some(deep));
        assert_eq!(skipped(&found)[0].2, Why::EndsBeforeStart);
    }
    assert_eq!(
        times(&read(Berlin, Format::Zepp, new).sleeps[0]),
        ["2022-03-01T23:00:00+01:00", "2022-03-02T06:10:00+01:00"],
        "an instant, on the home clock"
    );
}

#[test]
fn autosleep_has_wall_clocks_and_lengths() {
    let text = "ISO8601,fromDate,toDate,bedtime,waketime,inBed,awake,fellAsleepIn,sessions,asleep\n2021-05-02T20:59:59+02:00,\"Saturday, 1 May 2021\",\"Sunday, 2 May 2021\",2021-05-01 23:10:00,2021-05-02 07:00:00,07:50:00,00:20:00,00:10:00,1,07:20:00\n";
    let found = read(Berlin, Format::AutoSleep, text);
    assert_eq!(
        times(&found.sleeps[0]),
        ["2021-05-01T23:10:00+02:00", "2021-05-02T07:00:00+02:00"]
    );
    assert_eq!(
        (
            found.sleeps[0].asleep_min,
            found.sleeps[0].in_bed_min,
            found.sleeps[0].awake_min
        ),
        (Some(440.0), Some(470.0), Some(20.0))
    );
}

#[test]
fn oura_trends_and_the_archive() {
    let trends = "date,Sleep Score,Sleep Timin Score,Total Bedtime ,Total Sleep Duration,Awake Time,REM Sleep Duration,Light Sleep Duration,Deep Sleep Duration,Bedtime Start,Bedtime End\n2021-05-02,80,70,28800,25200,3600,5400,14400,5400,2021-05-01T23:00:00+02:00,2021-05-02T07:00:00+02:00\n2021-05-03,None,None,None,None,None,None,None,None,None,None\n";
    let found = read(London, Format::OuraTrends, trends);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(
        (found.sleeps[0].asleep_min, found.sleeps[0].in_bed_min),
        (Some(420.0), Some(480.0))
    );
    assert_eq!(
        times(&found.sleeps[0]),
        ["2021-05-01T23:00:00+02:00", "2021-05-02T07:00:00+02:00"]
    );
    let model = "id;average_breath;bedtime_end;bedtime_start;contributors;day;type;total_sleep_duration;time_in_bed;awake_time;deep_sleep_duration;light_sleep_duration;rem_sleep_duration;sleep_phase_5_min\n\
a-1;14.5;2024-03-02T07:00:00.000+01:00;2024-03-01T23:00:00.000+01:00;{\"a\": 1, \"b\": \"x\"};2024-03-02;long_sleep;25200;28800;3600;5400;14400;5400;\"4422\"\n\
a-2;;2024-03-02T15:00:00.000+01:00;2024-03-02T14:30:00.000+01:00;{};2024-03-02;rest;0;1800;1800;0;0;0;\n\
a-3;;2024-03-02T18:00:00.000+01:00;2024-03-02T17:30:00.000+01:00;{};2024-03-02;late_nap;1500;1800;300;0;1500;0;\n";
    let packed = archive(&[
        ("App Data/sleepmodel.csv", model.as_bytes()),
        ("App Data/other.csv", b"a;b\n1;2\n"),
    ]);
    let found = read_in(London, &[("oura.zip", &packed)], None).unwrap();
    assert_eq!(found.format, Format::Oura);
    let kinds: Vec<_> = found
        .sleeps
        .iter()
        .map(|sleep| (sleep.source_key.as_str(), sleep.kind))
        .collect();
    assert_eq!(
        kinds,
        [("a-1", SleepKind::Night), ("a-3", SleepKind::Nap)],
        "a rest is no sleep"
    );
    assert_eq!(
        found.sleeps[0].stages,
        Stages {
            deep: Some(90),
            light: Some(240),
            rem: Some(90),
            awake: Some(60),
            ..Stages::default()
        }
    );
}

#[test]
fn daylio_scales_become_what_is_tracked() {
    let text = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n2024-02-03,\"February 3\",Saturday,9:00 pm,good,\"walk | read\",\"Sleep Quality: 8/10 points | Sleep Time: 7:30\",\"\",\"<b>a, b</b>\nmore\"\n";
    let found = read(London, Format::Daylio, text);
    assert_eq!(
        found.factors["Sleep Quality"].values[&date("2024-02-03")],
        8.0
    );
    assert_eq!(found.durations[0].asleep_min, 450.0);
    assert!(found.sleeps.is_empty(), "no times are made up");
}

#[test]
fn google_fit_has_its_offset_in_the_name_of_the_file() {
    let body = br#"{"fitnessActivity": "sleep", "startTime": "2021-03-04T22:10:00Z", "endTime": "2021-03-05T05:10:00Z", "duration": "25200s"}"#;
    let walk = br#"{"fitnessActivity": "walking", "startTime": "2021-03-04T22:10:00Z", "endTime": "2021-03-04T22:40:00Z", "duration": "1800s"}"#;
    let packed = archive(&[
        (
            "Takeout/Fit/All Sessions/2021-03-04T23_10_00+01_00_SLEEP.json",
            body,
        ),
        (
            "Takeout/Fit/All Sessions/2021-03-04T23_10_00+01_00_WALKING.json",
            walk,
        ),
    ]);
    let found = read_in(London, &[("takeout.zip", &packed)], None).unwrap();
    assert_eq!(found.format, Format::GoogleFit);
    assert_eq!(
        times(&found.sleeps[0]),
        ["2021-03-04T23:10:00+01:00", "2021-03-05T06:10:00+01:00"]
    );
    assert_eq!(found.sleeps[0].asleep_min, Some(420.0));
}

#[test]
fn samsung_times_are_those_of_greenwich() {
    let sleep = "com.samsung.shealth.sleep,6312003,5\nefficiency,nap_score,com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,com.samsung.health.sleep.pkg_name,com.samsung.health.sleep.datauuid\n90,,2023-06-01 21:00:00.000,2023-06-02 05:00:00.000,UTC+0200,com.sec.android.app.shealth,u-1,\n,70,2023-06-02 12:00:00.000,2023-06-02 12:40:00.000,UTC+0200,com.sec.android.app.shealth,u-2,\n90,,1001-01-01 00:00:00.000,1001-01-01 05:00:00.000,UTC+0200,p,u-3,\n";
    let stages = "com.samsung.health.sleep_stage,1,1\nstart_time,sleep_id,custom,stage,end_time,time_offset\n2023-06-01 21:00:00.000,u-1,\"a,\nb\",40002,2023-06-02 01:00:00.000,UTC+0200,\n2023-06-02 01:00:00.000,u-1,,40003,2023-06-02 03:00:00.000,UTC+0200,\n2023-06-02 03:00:00.000,u-1,,40001,2023-06-02 03:30:00.000,UTC+0200,\n2023-06-02 03:30:00.000,u-1,,40004,2023-06-02 05:00:00.000,UTC+0200,\n";
    let steps = "com.samsung.shealth.tracker.pedometer_day_summary,1,1\nsource_type,step_count,day_time\n-2,5000,1685577600000,\n0,3000,1685577600000,\n";
    let packed = archive(&[
        (
            "samsung/com.samsung.health.sleep_stage.2023.csv",
            stages.as_bytes(),
        ),
        (
            "samsung/com.samsung.shealth.sleep.2023.csv",
            sleep.as_bytes(),
        ),
        (
            "samsung/com.samsung.shealth.tracker.pedometer_day_summary.2023.csv",
            steps.as_bytes(),
        ),
    ]);
    let found = read_in(London, &[("samsung.zip", &packed)], None).unwrap();
    assert_eq!(found.format, Format::Samsung);
    let [night, nap] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        times(night),
        ["2023-06-01T23:00:00+02:00", "2023-06-02T07:00:00+02:00"]
    );
    assert_eq!(
        (night.asleep_min, night.awake_min),
        (Some(450.0), Some(30.0))
    );
    assert_eq!(
        night.stages,
        Stages {
            light: Some(240),
            deep: Some(120),
            rem: Some(90),
            awake: Some(30),
            ..Stages::default()
        }
    );
    assert_eq!((night.kind, nap.kind), (SleepKind::Night, SleepKind::Nap));
    assert_eq!(nap.asleep_min, None, "no stages, no minutes asleep");
    assert_eq!(
        found.steps[&date("2023-06-01")],
        5000,
        "the merged day alone"
    );
    assert_eq!(
        skipped(&found).iter().map(|one| one.2).collect::<Vec<_>>(),
        [Why::DateOutOfRange]
    );
}

#[test]
fn the_newer_tables_of_fitbit_are_preferred_to_its_logs() {
    let sleeps = "sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,minutes_asleep,minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source,algorithm_version\n77,STAGES,480,0,0,430,50,+02:00,2024-06-01T21:00:00Z,+02:00,2024-06-02T05:00:00Z,DERIVED,v2\n77,STAGES,480,0,0,430,50,+02:00,2024-06-01 21:00:00 +0000,+02:00,2024-06-02 05:00:00 +0000,DERIVED,v2\n";
    let stages = "sleep_id,sleep_stage_id,sleep_stage_type,start_utc_offset,sleep_stage_start,end_utc_offset,sleep_stage_end\n77,1,LIGHT,+02:00,2024-06-01T21:00:00Z,+02:00,2024-06-02T01:00:00Z\n77,2,DEEP,+02:00,2024-06-02T01:00:00Z,+02:00,2024-06-02T03:00:00Z\n77,3,AWAKE,+02:00,2024-06-02T03:00:00Z,+02:00,2024-06-02T03:50:00Z\n77,4,REM,+02:00,2024-06-02T03:50:00Z,+02:00,2024-06-02T05:00:00Z\n";
    let log = "[{\"logId\": 5, \"dateOfSleep\": \"2024-06-02\", \"startTime\": \"2024-06-01T23:00:00.000\", \"endTime\": \"2024-06-02T07:00:00.000\", \"minutesAsleep\": 429, \"minutesAwake\": 51, \"timeInBed\": 480, \"mainSleep\": true, \"type\": \"stages\"}]";
    let packed = archive(&[
        (
            "Takeout/Google Health/Global Export Data/sleep-2024-06-01.json",
            log.as_bytes(),
        ),
        (
            "Takeout/Google Health/Health Fitness Data_GoogleData/UserSleepStages_2024.csv",
            stages.as_bytes(),
        ),
        (
            "Takeout/Google Health/Health Fitness Data_GoogleData/UserSleeps_2024.csv",
            sleeps.as_bytes(),
        ),
    ]);
    let found = read_in(Berlin, &[("takeout.zip", &packed)], None).unwrap();
    assert_eq!(found.format, Format::FitbitTakeoutJson);
    let [sleep] = &found.sleeps[..] else {
        panic!("one sleep: {found:?}")
    };
    assert_eq!(sleep.source_key, "77", "the table's");
    assert_eq!(
        times(sleep),
        ["2024-06-01T23:00:00+02:00", "2024-06-02T07:00:00+02:00"]
    );
    assert_eq!(
        (sleep.asleep_min, sleep.offset),
        (Some(430.0), OffsetCertainty::Stated)
    );
    assert_eq!(
        sleep.stages,
        Stages {
            light: Some(240),
            deep: Some(120),
            rem: Some(70),
            awake: Some(50),
            ..Stages::default()
        }
    );
    assert_eq!(found.other["duplicate_logs"], 1);
}

#[test]
fn garmin_archives_take_their_offset_from_the_daily_summaries() {
    let sleep = r#"[{"calendarDate": "2024-06-15", "sleepStartTimestampGMT": "2024-06-14T22:09:00.0", "sleepEndTimestampGMT": "2024-06-15T05:09:00.0", "deepSleepSeconds": 3600, "lightSleepSeconds": 14400, "remSleepSeconds": 5400, "awakeSleepSeconds": 1800, "sleepWindowConfirmationType": "ENHANCED_CONFIRMED_FINAL", "napList": [{"napStartTimestampGMT": "2024-06-15T12:00:00.0", "napEndTimestampGMT": "2024-06-15T12:30:00.0", "napTimeSec": 1700}]},
 {"calendarDate": "2024-06-16"},
 {"calendarDate": "2024-06-17", "sleepStartTimestampGMT": "2024-06-16T22:09:00.0", "sleepEndTimestampGMT": "2024-06-17T05:09:00.0", "sleepWindowConfirmationType": "OFF_WRIST"}]"#;
    let days = r#"[{"calendarDate": "2024-06-15", "totalSteps": 4321, "wellnessStartTimeGmt": "2024-06-14T22:00:00.0", "wellnessStartTimeLocal": "2024-06-15T00:00:00.0"}]"#;
    let packed = archive(&[
        (
            "DI_CONNECT/DI-Connect-Wellness/a_sleepData.json",
            sleep.as_bytes(),
        ),
        (
            "DI_CONNECT/DI-Connect-Aggregator/UDSFile_a.json",
            days.as_bytes(),
        ),
    ]);
    let found = read_in(London, &[("garmin.zip", &packed)], None).unwrap();
    let [night, nap] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        times(night),
        ["2024-06-15T00:09:00+02:00", "2024-06-15T07:09:00+02:00"]
    );
    assert_eq!(
        (night.asleep_min, night.awake_min),
        (Some(390.0), Some(30.0))
    );
    assert_eq!(
        (nap.kind, nap.asleep_min.map(f64::round)),
        (SleepKind::Nap, Some(28.0))
    );
    assert_eq!(found.steps[&date("2024-06-15")], 4321);
    let reasons: Vec<_> = skipped(&found).into_iter().map(|one| one.2).collect();
    assert_eq!(reasons, [Why::MissingField, Why::NotMeasured]);
}

#[test]
fn withings_tables_are_read_in_any_language() {
    for header in [
        "from,to,light (s),deep (s),rem (s),awake (s),wake up,Duration to sleep (s)",
        "von,bis,\"leicht (s)\",\"tief (s)\",\"rem (s)\",\"wach (s)\",aufwachen,\"Dauer (s)\"",
        "de,à,léger (s),profond (s),paradoxal (s),éveil (s),réveil,x (s)",
        "из,до,а (s),б (s),в (s),г (s),д,е (s)",
    ] {
        let text = format!(
            "{header}\n2020-02-02T23:00:00+01:00,2020-02-03T05:00:00+01:00,10800,7200,0,3600,1,60\n2020-02-02T23:00:00+01:00,2020-02-03T07:00:00+01:00,14400,7200,3600,3600,1,60\n"
        );
        let found = read(London, Format::Withings, &text);
        let [sleep] = &found.sleeps[..] else {
            panic!("{header}: the later end replaces the row")
        };
        assert_eq!(sleep.asleep_min, Some(420.0), "{header}");
        assert_eq!(
            sleep.stages,
            Stages {
                light: Some(240),
                deep: Some(120),
                rem: Some(60),
                awake: Some(60),
                ..Stages::default()
            },
            "{header}"
        );
        assert_eq!(times(sleep)[1], "2020-02-03T07:00:00+01:00");
    }
}

#[test]
fn plees_tracker_writes_readable_tables_too() {
    let compact = "sid,start,stop,length,rating,comment,wakes\r\n1,2024-10-27 01:30,2024-10-27 02:30,2:00,4,\"a, b\",0\r\n";
    let found = read(Berlin, Format::PleesTracker, compact);
    assert_eq!(
        times(&found.sleeps[0]),
        ["2024-10-27T01:30:00+02:00", "2024-10-27T02:30:00+01:00"],
        "its length settles the hour that came twice"
    );
    let full = "sid,start,stop,length,rating,comment,wakes\r\n1,2024-06-01 23:30:00 +02:00,2024-06-02 06:30:00 +02:00,7:00:00,0,,0\r\n";
    let found = read(London, Format::PleesTracker, full);
    assert_eq!(
        times(&found.sleeps[0]),
        ["2024-06-01T23:30:00+02:00", "2024-06-02T06:30:00+02:00"]
    );
    assert_eq!(found.sleeps[0].asleep_min, Some(420.0));
}

#[test]
fn sleep_as_android_reckons_from_its_id_and_its_events() {
    // The night the clocks went forward; the clock times beside the id are an hour apart from the truth.
    let text = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo,\"23:00\",\"Event\",\"Event\",\"Event\",\"Event\"\n\"1585346400000\",\"Europe/London\",\"27. 03. 2020 22:00\",\"28. 03. 2020 8:00\",\"\",\"9.000\",\"0.0\",\"\",\"10000\",\"-1\",\"-1.0\",\"-1\",\"0.3\",\"-15\",\"\",\"0.1\",\"DEEP_START-1585350000000\",\"DEEP_END-1585353600000\",\"LIGHT_START-1585353600000\",\"LIGHT_END-1585364400000\"\n,,,,,,,,,,,,,,,0.2\n";
    let found = read(London, Format::SleepAsAndroid, text);
    assert_eq!(
        found.sleeps[0].asleep_min,
        Some(525.0),
        "nine hours less the adjustment"
    );
    assert_eq!(
        (found.sleeps[0].stages.deep, found.sleeps[0].stages.light),
        (Some(60), Some(180))
    );
    assert_eq!(
        times(&found.sleeps[0]),
        ["2020-03-27T22:00:00+00:00", "2020-03-28T07:00:00+00:00"]
    );
}

#[test]
fn fhir_is_read_alone_in_bundles_and_line_by_line() {
    let stretch = |code: &str, from: &str, to: &str| {
        format!(
            r#"{{"resourceType": "Observation", "status": "final", "code": {{"coding": [{{"code": "sleepAnalysis"}}]}}, "effectivePeriod": {{"start": "{from}", "end": "{to}"}}, "valueCodeableConcept": {{"coding": [{{"code": "{code}"}}]}}}}"#
        )
    };
    let parts = [
        stretch(
            "inBed",
            "2023-12-01T22:00:00+01:00",
            "2023-12-02T06:30:00+01:00",
        ),
        stretch(
            "asleepCore",
            "2023-12-01T22:30:00+01:00",
            "2023-12-02T04:30:00+01:00",
        ),
        stretch(
            "asleepREM",
            "2023-12-02T04:30:00+01:00",
            "2023-12-02T06:00:00+01:00",
        ),
        stretch(
            "floating",
            "2023-12-02T04:30:00+01:00",
            "2023-12-02T06:00:00+01:00",
        ),
    ];
    let bundle = format!(
        r#"{{"resourceType": "Bundle", "type": "collection", "entry": [{}]}}"#,
        parts
            .iter()
            .map(|part| format!("{{\"resource\": {part}}}"))
            .collect::<Vec<_>>()
            .join(",")
    );
    for text in [
        bundle,
        parts.join("\n") + "\n",
        format!("[{}]", parts.join(",")),
    ] {
        let found = read(London, Format::Fhir, &text);
        let [sleep] = &found.sleeps[..] else {
            panic!("{found:?}")
        };
        assert_eq!(
            (sleep.asleep_min, sleep.in_bed_min),
            (Some(450.0), Some(510.0))
        );
        assert_eq!(
            times(sleep),
            ["2023-12-01T22:00:00+01:00", "2023-12-02T06:30:00+01:00"]
        );
        assert_eq!(skipped(&found)[0].2, Why::UnknownWord);
    }
    let void = parts[1].replace("\"final\"", "\"entered-in-error\"");
    assert!(read(London, Format::Fhir, &void).sleeps.is_empty());
}

#[test]
fn of_several_formats_in_an_archive_one_is_an_import() {
    let fit = br#"{"fitnessActivity": "sleep", "startTime": "2021-03-04T22:10:00Z", "endTime": "2021-03-05T05:10:00Z"}"#;
    let fitbit = br#"[{"logId": 5, "dateOfSleep": "2021-03-05", "startTime": "2021-03-04T23:10:00.000", "endTime": "2021-03-05T06:10:00.000", "minutesAsleep": 400}]"#;
    let packed = archive(&[
        ("Takeout/Fit/All Sessions/a_SLEEP.json", fit),
        ("Takeout/Fitbit/Global Export Data/sleep-2021.json", fitbit),
    ]);
    let found = read_in(London, &[("takeout.zip", &packed)], None).unwrap();
    assert_eq!(found.format, Format::FitbitTakeoutJson);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(skipped(&found)[0].2, Why::OtherFormat);
    let other = read_in(London, &[("takeout.zip", &packed)], Some(Format::GoogleFit)).unwrap();
    assert_eq!(other.format, Format::GoogleFit, "asked for, it is read");
    assert_eq!(other.sleeps.len(), 1);
}

#[test]
fn whoop_is_read_in_the_language_of_the_account_and_tells_each_night_once() {
    let sleeps = "Hora de inicio del ciclo,Hora de finalización del ciclo,Zona horaria del ciclo,Inicio del sueño,Inicio de la vigilia,Calificación del sueño (%),Frecuencia respiratoria (rpm),Duración del sueño (min),Tiempo en la cama (min),Duración de sueño ligero (min),Duración de sueño profundo (SWS) (min),Duración de sueño REM (min),Tempo despierto/a (min),Sueño necesario (min),Deuda de sueño (min),Eficiencia del sueño %,Regularidad del sueño %,Siesta\n\
2024-07-30 23:41:00,,UTC-08:00,2024-07-30 23:41:00,2024-07-31 07:20:00,80,15,400,430,200,100,100,30,500,10,90,80,false\n\
2024-07-30 23:41:00,,UTC-08:00,2024-07-31 13:00:00,2024-07-31 13:40:00,80,15,35,40,35,0,0,5,500,10,90,80,true\n";
    let cycles = "Hora de inicio del ciclo,Hora de finalización del ciclo,Zona horaria del ciclo,Puntuación (%),FC (lpm),VFC (ms),Temp.,Oxígeno %,Esfuerzo,Energía (cal),FC máx. (lpm),FC promedio (lpm),Inicio del sueño,Inicio de la vigilia,Calificación del sueño (%),Frecuencia respiratoria (rpm),Duración del sueño (min),Tiempo en la cama (min),Duración de sueño ligero (min),Duración de sueño profundo (SWS) (min),Duración de sueño REM (min),Tempo despierto/a (min),Sueño necesario (min),Deuda de sueño (min),Eficiencia del sueño %,Regularidad del sueño %\n\
2024-07-30 23:41:00,,UTC-08:00,,,,,,,,,,2024-07-30 23:41:00,2024-07-31 07:20:00,80,15,400,430,200,100,100,30,500,10,90,80\n";
    let packed = archive(&[
        ("my_whoop_data/physiological_cycles.csv", cycles.as_bytes()),
        ("my_whoop_data/sueño.csv", sleeps.as_bytes()),
    ]);
    let found = read_in(London, &[("whoop.zip", &packed)], None).unwrap();
    assert_eq!(found.format, Format::Whoop);
    let [night, nap] = &found.sleeps[..] else {
        panic!("{found:?}")
    };
    assert_eq!(
        (
            night.asleep_min,
            night.in_bed_min,
            night.awake_min,
            night.stages.deep
        ),
        (Some(400.0), Some(430.0), Some(30.0), Some(100))
    );
    assert_eq!((night.kind, nap.kind), (SleepKind::Night, SleepKind::Nap));
    assert_eq!(
        times(night),
        ["2024-07-30T23:41:00-08:00", "2024-07-31T07:20:00-08:00"]
    );
    assert_eq!(found.warnings, [], "both tables tell the same");
    assert_eq!(found.other["duplicate_logs"], 1);
}

/// What one row of Sleep Cycle's table comes to under a row of names: minutes in bed and asleep, deep and REM.
fn sleep_cycle(names: &str, row: &str) -> (Option<f64>, Option<f64>, Option<u32>, Option<u32>) {
    let found = read(Berlin, Format::SleepCycle, &format!("{names}\n{row}\n"));
    let sleep = &found.sleeps[0];
    (
        sleep.in_bed_min,
        sleep.asleep_min,
        sleep.stages.deep,
        sleep.stages.rem,
    )
}

#[test]
fn sleep_cycle_has_had_many_rows_of_names() {
    for (names, row, wanted) in [
        (
            "Start;End;Sleep quality;Time in bed;Wake up;Sleep Notes",
            "2013-09-30 01:11:48;2013-09-30 08:02:47;75%;6:50;:|;",
            (Some(410.0), None, None, None),
        ),
        (
            "Start;End;Sleep Quality;Regularity;Mood;Steps;Alarm mode;Air Pressure (Pa);City;Movements per hour;Time in bed(seconds);Window start;Window stop;Did snore;Snore time;Weather temperature (°F);Weather type;Notes",
            "2021-09-25 02:51:45;2021-09-25 09:21:36;67%;—;;0;No alarm;;;65.19114;23400.0;;;false;0;;;late",
            (Some(390.0), None, None, None),
        ),
        (
            "Start;End;Sleep Quality;Regularity;Awake (seconds);Dream (seconds);Light (seconds);Deep (seconds);Mood;Heart rate (bpm);Steps;Alarm mode;Air Pressure (Pa);City;Movements per hour;Time in bed (seconds);Time asleep (seconds);Time before sleep (seconds);Window start;Window stop;Snore time (seconds)",
            "2024-09-24 23:00:00;2024-09-25 07:00:00;67%;—;1800.0;5400.0;14400.0;7200.0;;0;0;No alarm;;;65.1;28800.0;27000.0;300;;;0",
            (Some(480.0), Some(450.0), Some(120), Some(90)),
        ),
    ] {
        assert_eq!(sleep_cycle(names, row), wanted, "{names}");
    }
}

#[test]
fn autosleep_says_where_its_key_is_not_the_date_of_waking() {
    let names = "ISO8601,fromDate,toDate,bedtime,waketime,inBed,awake,fellAsleepIn,sessions,asleep,asleepAvg7,efficiency,efficiencyAvg7,quality,qualityAvg7,deep,deepAvg7,sleepBPM,tags,notes\n";
    let row = |key: &str, sessions: u8, in_bed: &str| {
        format!(
            "{key}T20:59:59+02:00,\"Saturday, 1 May 2021\",\"Sunday, 2 May 2021\",2021-05-01 23:10:00,2021-05-02 07:00:00,{in_bed},00:20:00,00:00:00,{sessions},07:20:00,07:00:00,93.0,90.0,05:00:00,05:00:00,01:30:00,01:20:00,55.1,\"a,b\",\"\"\n"
        )
    };
    let right = read(
        Berlin,
        Format::AutoSleep,
        &(names.to_owned() + &row("2021-05-02", 1, "07:50:00")),
    );
    assert_eq!(right.warnings, []);
    assert_eq!(right.sleeps[0].stages.deep, Some(90));
    let off = read(
        Berlin,
        Format::AutoSleep,
        &(names.to_owned() + &row("2021-05-01", 1, "07:50:00")),
    );
    assert_eq!(
        common::warnings(&off),
        [("wake-date-disagrees", 1, vec!["2021-05-02".to_owned()])],
        "the waking counts, and it is said"
    );
    assert_eq!(off.sleeps[0].wake_date, date("2021-05-02"));
    let parts = read(
        Berlin,
        Format::AutoSleep,
        &(names.to_owned() + &row("2021-05-02", 2, "07:40:00")),
    );
    assert_eq!(
        (parts.sleeps[0].in_bed_min, parts.sleeps[0].unaccounted_min),
        (Some(460.0), Some(0)),
        "of several sessions the sum is the time in bed, not the time between first and last"
    );
}

#[test]
fn daylio_is_read_with_either_clock_and_keeps_the_first_of_a_day() {
    for (morning, evening) in [
        ("9:00 am", "9:00 pm"),
        ("09:00", "21:00"),
        ("9:00 vorm.", "9:00 nachm."),
    ] {
        let text = format!(
            "full_date,date,weekday,time,mood,activities,scales,note_title,note\n\
2024-02-03,\"February 3\",Saturday,{evening},good,,\"Pain: 2/10 points\",\"\",\"\"\n\
2024-02-03,\"February 3\",Saturday,{morning},good,,\"Pain: 6/10 points | Sleep Quality: 7/10 points\",\"\",\"<b>a</b>\"\n\
2024-02-02,\"February 2\",Friday,{morning},meh,,,\"\",\"\"\n"
        );
        let found = read(London, Format::Daylio, &text);
        let pain = &found.factors["Pain"].values;
        assert_eq!(pain.len(), 1, "blank is no scale: {morning}");
        assert_eq!(
            pain[&date("2024-02-03")],
            2.0,
            "the newest stands first there"
        );
        assert_eq!(
            found.factors["Sleep Quality"].values[&date("2024-02-03")],
            7.0
        );
    }
}

#[test]
fn sleep_as_android_may_write_its_hours_with_a_comma() {
    let text = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo\n\"1585346400000\",\"Europe/London\",\"27. 03. 2020 22:00\",\"28. 03. 2020 7:00\",\"\",\"9,000\",\"0,0\",\"#home \\n second\",\"10000\",\"-1\",\"-1.0\",\"-1\",\"-2.0\",\"-1.0\",\"\"\n";
    let found = read(London, Format::SleepAsAndroid, text);
    assert_eq!(
        found.sleeps[0].asleep_min,
        Some(540.0),
        "by hand is no adjustment"
    );
    assert!(!found.other.contains_key("ratings"), "nought is unrated");
}

#[test]
fn samsung_names_columns_with_and_without_prefixes_and_repeats_nothing_combined() {
    let p = "com.samsung.health.sleep";
    let sleep = format!(
        "com.samsung.shealth.sleep,6312003,5\nefficiency,combined_id,{p}.start_time,{p}.end_time,{p}.time_offset,{p}.pkg_name,{p}.datauuid\n90,c-1,2023-06-01 21:00:00.000,2023-06-02 05:00:00.000,UTC+0200,com.sec.android.app.shealth,u-1,\n"
    );
    let combined = "com.samsung.shealth.sleep_combined,6312003,5\nstart_time,end_time,time_offset,datauuid\n2023-06-01 21:00:00.000,2023-06-02 05:00:00.000,UTC+0200,c-1,\n";
    let s = "com.samsung.health.sleep_stage";
    let stages = format!(
        "com.samsung.health.sleep_stage,1,1\n{s}.start_time,{s}.sleep_id,{s}.stage,{s}.end_time,{s}.time_offset\n2023-06-01 21:00:00.000,u-1,40002,2023-06-02 05:00:00.000,UTC+0200,\n"
    );
    let packed = archive(&[
        (
            "x/com.samsung.shealth.sleep_combined.2023.csv",
            combined.as_bytes(),
        ),
        (
            "x/com.samsung.health.sleep_stage.2023.csv",
            stages.as_bytes(),
        ),
        ("x/com.samsung.shealth.sleep.2023.csv", sleep.as_bytes()),
    ]);
    let found = read_in(London, &[("samsung.zip", &packed)], None).unwrap();
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(found.sleeps[0].asleep_min, Some(480.0));
}
