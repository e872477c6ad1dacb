//! Tables and lists that tell of one sleep, the account's three counts of steps, and the older table in its parts.

use chrono_tz::{America::Los_Angeles, Europe::London};
use wane_domain::diary::{OffsetCertainty, SleepKind, Stages};
use wane_exchange::{Format, Found, What, Why, recognise};

use crate::{
    common::{date, packed::archive, read_in, read_ok, skipped, warnings},
    times,
};

const TABLE: &str = "sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,minutes_asleep,minutes_awake,minutes_longest_awakening,minutes_to_persistent_sleep,start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source,algorithm_version,sleep_created,sleep_last_updated\n";
const STAGES: &str = "sleep_id,sleep_stage_id,sleep_stage_type,start_utc_offset,sleep_stage_start,end_utc_offset,sleep_stage_end,data_source,sleep_stage_created,sleep_stage_last_updated\n";

fn log(id: u64, from: &str, to: &str, main: bool) -> String {
    format!(
        r#"{{"logId": {id}, "dateOfSleep": "{}", "startTime": "{from}.000", "endTime": "{to}.000", "minutesAsleep": 430, "minutesAwake": 50, "timeInBed": 480, "mainSleep": {main}, "type": "classic"}}"#,
        &to[..10],
    )
}

fn row(id: u64, from: &str, to: &str, offset: &str) -> String {
    format!(
        "{id},CLASSIC,480,0,0,431,49,10,5,{offset},{from},{offset},{to},DERIVED,v1,{from},{to}\n"
    )
}

fn takeout(logs: &[String], rows: &[String]) -> Found {
    let logs = format!("[{}]", logs.join(","));
    let table = format!("{TABLE}{}", rows.concat());
    let packed = archive(&[
        (
            "Takeout/Google Health/Global Export Data/sleep-2024-06-01.json",
            logs.as_bytes(),
        ),
        (
            "Takeout/Google Health/Health Fitness Data_GoogleData/UserSleeps_2024-06-01.csv",
            table.as_bytes(),
        ),
    ]);
    read_in(London, &[("takeout.zip", &packed)], None).unwrap()
}

#[test]
fn a_table_counts_before_a_log_under_the_same_name_or_another() {
    let clock = ("2024-06-01T23:00:00", "2024-06-02T07:00:00");
    let utc = ("2024-06-02T06:00:00Z", "2024-06-02T14:00:00Z");
    for (name, id) in [("the same", 5), ("another", 77)] {
        let found = takeout(
            &[log(5, clock.0, clock.1, true)],
            &[row(id, utc.0, utc.1, "-07:00")],
        );
        let [sleep] = &found.sleeps[..] else {
            panic!("slept once, far from home, under {name} name: {found:?}")
        };
        assert_eq!(
            times(sleep),
            ["2024-06-01T23:00:00-07:00", "2024-06-02T07:00:00-07:00"],
            "the table knows where ({name} name)"
        );
        assert_eq!(sleep.asleep_min, Some(431.0), "{name}");
        assert_eq!(sleep.offset, OffsetCertainty::Stated, "{name}");
        assert_eq!(warnings(&found), [], "{name}: an offset is no difference");
    }
}

#[test]
fn what_the_log_calls_a_nap_is_one_in_the_table_too() {
    let found = takeout(
        &[
            log(5, "2024-06-01T23:00:00", "2024-06-02T03:00:00", true),
            log(6, "2024-06-02T12:00:00", "2024-06-02T15:30:00", false),
        ],
        &[
            row(75, "2024-06-01T22:00:00Z", "2024-06-02T02:00:00Z", "+01:00"),
            row(76, "2024-06-02T11:00:00Z", "2024-06-02T14:30:00Z", "+01:00"),
        ],
    );
    let kinds: Vec<_> = found
        .sleeps
        .iter()
        .map(|sleep| (sleep.source_key.as_str(), sleep.kind))
        .collect();
    assert_eq!(kinds, [("75", SleepKind::Night), ("76", SleepKind::Nap)]);
}

#[test]
fn two_sleeps_at_one_clock_time_a_day_apart_are_two() {
    let found = takeout(
        &[log(5, "2024-06-01T23:00:00", "2024-06-02T07:00:00", true)],
        &[row(
            77,
            "2024-06-02T22:00:00Z",
            "2024-06-03T06:00:00Z",
            "+01:00",
        )],
    );
    assert_eq!(found.sleeps.len(), 2, "{found:?}");
}

#[test]
fn words_of_the_older_stages_are_known() {
    let table = format!(
        "{TABLE}{}",
        row(7, "2024-06-01T22:00:00Z", "2024-06-02T06:00:00Z", "+01:00")
    );
    let stages = format!(
        "{STAGES}7,1,ASLEEP,+01:00,2024-06-01 22:00:00 +0000,+01:00,2024-06-02 05:00:00 +0000,DERIVED,,\n7,2,RESTLESS,+01:00,2024-06-02 05:00:00 +0000,+01:00,2024-06-02 05:30:00 +0000,DERIVED,,\n7,3,UNSPECIFIED,+01:00,2024-06-02 05:30:00 +0000,+01:00,2024-06-02 06:00:00 +0000,DERIVED,,\n"
    );
    let files: [(&str, &[u8]); 2] = [
        ("UserSleepStages_2024.csv", stages.as_bytes()),
        ("UserSleeps_2024.csv", table.as_bytes()),
    ];
    let found = read_in(London, &files, None).unwrap();
    assert_eq!(
        skipped(&found),
        [],
        "what the maker does not know is nothing odd"
    );
    assert_eq!(
        found.sleeps[0].stages,
        Stages {
            asleep: Some(420),
            restless: Some(30),
            ..Stages::default()
        }
    );
    assert_eq!(
        found.sleeps[0].asleep_min,
        Some(431.0),
        "its own minutes, not the stages'"
    );
}

#[test]
fn steps_are_those_of_one_source_on_local_days() {
    // Half past eleven in the evening of California is the next day in Greenwich.
    let list = r#"[{"dateTime" : "06/02/24 06:30:00", "value" : "100"}, {"dateTime" : "06/02/24 19:00:00", "value" : "1000"}]"#;
    let table = "timestamp,steps,data source\n2024-06-02T06:30:00Z,100,Watch\n2024-06-02T19:00:00Z,990,Watch\n2024-06-02T19:00:30Z,400,Phone\n";
    let distances = r#"[{"dateTime" : "06/02/24 06:30:00", "value" : "7300"}]"#;
    let calories = r#"[{"dateTime" : "06/02/24 06:30:00", "value" : "1.07"}]"#;
    let rates = r#"[{"dateTime" : "06/01/24 00:00:00", "value" : {"date" : "06/01/24", "value" : 58.4, "error" : 6.8}}, {"dateTime" : "06/02/24 00:00:00", "value" : {"date" : null, "value" : 0.0, "error" : 0.0}}]"#;
    let logs = format!(
        "[{}]",
        log(5, "2024-06-01T23:00:00", "2024-06-02T07:00:00", true)
    );
    let packed = archive(&[
        (
            "Takeout/Fitbit/Global Export Data/calories-2024-06-02.json",
            calories.as_bytes(),
        ),
        (
            "Takeout/Fitbit/Global Export Data/distance-2024-06-02.json",
            distances.as_bytes(),
        ),
        (
            "Takeout/Fitbit/Global Export Data/resting_heart_rate-2024-06-01.json",
            rates.as_bytes(),
        ),
        (
            "Takeout/Fitbit/Global Export Data/sleep-2024-06-01.json",
            logs.as_bytes(),
        ),
        (
            "Takeout/Fitbit/Global Export Data/steps-2024-06-02.json",
            list.as_bytes(),
        ),
        (
            "Takeout/Fitbit/Physical Activity_GoogleData/steps_2024-06-02.csv",
            table.as_bytes(),
        ),
        (
            "Takeout/Fitbit/Sleep Score/sleep_score.csv",
            b"sleep_log_entry_id,timestamp,overall_score\n5,2024-06-02T07:00:00Z,80\n",
        ),
    ]);
    let found = read_in(Los_Angeles, &[("takeout.zip", &packed)], None).unwrap();
    assert_eq!(found.format, Format::FitbitTakeoutJson);
    assert_eq!(
        skipped(&found),
        [],
        "hundreds of other lists are no surprise"
    );
    assert_eq!(found.sleeps.len(), 1);
    let steps: Vec<_> = found.steps.into_iter().collect();
    assert_eq!(
        steps,
        [(date("2024-06-01"), 100), (date("2024-06-02"), 1000)],
        "never the sum, which would be 2390"
    );
    assert_eq!(
        found.other["resting_heart_rates"], 1,
        "a day to come has none"
    );
}

#[test]
fn an_older_export_has_its_sleep_among_other_parts() {
    let text = "Body\nDate,Weight,BMI,Fat\n\"2021-06-01\",\"70\",\"22\",\"0\"\n\nActivities\nDate,Calories Burned,Steps\n\"2021-06-01\",\"2,310\",\"11,204\"\n\nSleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n\"2021-06-01 11:05PM\",\"2021-06-02 6:50AM\",\"410\",\"55\",\"18\",\"465\",\"95\",\"240\",\"75\"\n\nFood Log 20210601\nDaily Totals\n\"\",\"Calories\",\"0\"\n\nSleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n\"2021-06-03 1:00PM\",\"2021-06-03 2:30PM\",\"80\",\"10\",\"2\",\"90\",\"N/A\",\"N/A\",\"N/A\"\n";
    for (name, text) in [
        ("as it is", text.to_owned()),
        (
            "as another system writes it",
            format!("\u{feff}{}", text.replace('\n', "\r\n")),
        ),
        (
            "from the row of names on",
            text[text.find("Start Time").unwrap()..].to_owned(),
        ),
    ] {
        let found = read_ok(&text);
        assert_eq!(found.format, Format::FitbitCsv, "{name}");
        assert_eq!(
            skipped(&found),
            [],
            "{name}: other parts are no broken rows"
        );
        let told: Vec<_> = found
            .sleeps
            .iter()
            .map(|sleep| (sleep.wake_date, sleep.asleep_min))
            .collect();
        assert_eq!(
            told,
            [
                (date("2021-06-02"), Some(410.0)),
                (date("2021-06-03"), Some(80.0))
            ],
            "{name}"
        );
        assert_eq!(
            found.sleeps[1].stages,
            Stages::default(),
            "{name}: N/A is nothing"
        );
    }
}

#[test]
fn a_row_that_breaks_off_is_no_other_part() {
    let text = "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Time in Bed\n\"2021-06-01 11:05PM\"\n\"2021-06-02 11:05PM\",\"2021-06-03 6:50AM\",\"410\",\"55\",\"465\"\n";
    let found = read_ok(text);
    assert_eq!(found.sleeps.len(), 1);
    assert_eq!(skipped(&found).len(), 1, "the row is named");
}

#[test]
fn a_table_of_pace_repeats_steps_and_is_not_counted_again() {
    let steps = "timestamp,steps,data source\n2024-06-02T05:00:00Z,60,Watch\n2024-06-02T05:01:00Z,70,Watch\n";
    let pace = "timestamp,steps,distance millimeters,altitude gain millimeters,data source\n2024-06-02T05:00:00Z,60,42000,0,Band\n2024-06-02T05:20:00Z,70,42000,0,Band\n";
    let packed = archive(&[
        (
            "Takeout/Google Health/steps_2024-06-01.csv",
            steps.as_bytes(),
        ),
        (
            "Takeout/Google Health/live_pace_2024-06-02.csv",
            pace.as_bytes(),
        ),
    ]);
    let found = read_in(London, &[("takeout.zip", &packed)], None).unwrap();
    assert_eq!(found.steps[&date("2024-06-02")], 130, "not 200");
    assert_eq!(skipped(&found), []);
    assert_eq!(
        recognise(pace.as_bytes()),
        None,
        "by itself it is no table of steps"
    );
}

#[test]
fn the_account_s_own_count_holds_however_much_a_device_counted() {
    let list = r#"[{"dateTime" : "06/02/24 05:00:00", "value" : "2900"}]"#;
    for (more, wanted) in [
        ("", 2900),
        // The list has nothing of this quarter of an hour.
        (
            "2024-06-02T09:00:00Z,100,Phone\n2024-06-02T09:00:00Z,80,Watch\n",
            3000,
        ),
    ] {
        let table = format!(
            "timestamp,steps,data source\n2024-06-02T05:00:00Z,3100,Phone\n2024-06-02T05:00:00Z,2800,Watch\n{more}"
        );
        let files = [
            ("steps-2024-06-01.json", list.as_bytes()),
            ("steps_2024-06-01.csv", table.as_bytes()),
        ];
        for files in [files, [files[1], files[0]]] {
            let found = read_in(London, &files, None).unwrap();
            assert_eq!(found.steps[&date("2024-06-02")], wanted);
        }
    }
}

#[test]
fn newer_archives_tell_all_resting_heart_rates_in_one_table() {
    let list = r#"[{"dateTime" : "06/02/24 00:00:00", "value" : {"date" : "06/02/24", "value" : 59.0, "error" : 6.8}}]"#;
    // Midnight of Greenwich stands for the date itself: in California it is the evening before.
    let table = "timestamp,beats per minute,data source\n2024-06-01T00:00:00Z,55.965,App\n2024-06-02T00:00:00Z,61.2,App\n2024-06-03T00:00:00Z,0.0,App\n2024-06-04T00:00:00Z,57,App\n2024-06-04T00:00:00Z,58,Band\n";
    // Of a heart all day, told once and just then.
    let all_day = "timestamp,beats per minute,data source\n2024-06-05T00:00:00Z,80,Band\n";
    let packed = archive(&[
        (
            "Takeout/Google Health/daily_resting_heart_rate.csv",
            table.as_bytes(),
        ),
        (
            "Takeout/Google Health/heart_rate_2024-06-05.csv",
            all_day.as_bytes(),
        ),
        (
            "Takeout/Google Health/resting_heart_rate-2024-06-02.json",
            list.as_bytes(),
        ),
    ]);
    let found = read_in(Los_Angeles, &[("takeout.zip", &packed)], None).unwrap();
    let resting: Vec<_> = found
        .heart
        .iter()
        .map(|(day, heart)| (day.to_string(), heart.resting))
        .collect();
    let wanted = [
        ("2024-06-01", 55.965),
        ("2024-06-02", 59.0),
        ("2024-06-04", 58.0),
    ];
    let wanted = wanted.map(|(day, rate)| (day.to_owned(), Some(rate)));
    assert_eq!(resting, wanted, "the account's own list goes first");
    assert_eq!(skipped(&found), [], "nought is not measured");
}

#[test]
fn a_table_of_heart_rates_is_of_resting_ones_if_it_tells_one_a_day() {
    let table = |stamps: &[&str]| {
        let row = |at| format!("{at},60,Band\n");
        let rows: String = stamps.iter().map(row).collect();
        format!("timestamp,beats per minute,data source\n{rows}")
    };
    for (stamps, known) in [
        (vec!["2024-06-01T00:00:00Z"], true),
        (vec!["2024-06-01T00:00:00Z", "2024-06-02T00:00:00Z"], true),
        (vec!["2024-06-01T00:00:00Z", "2024-06-01T00:00:05Z"], false),
        (vec!["2024-06-01T00:00:00Z", "2024-06-01T00:00:00Z"], false),
        (
            vec!["2024-06-01T00:00:00Z", "soon", "2024-06-02T00:00:00Z"],
            false,
        ),
        (vec!["2024-06-01T04:00:00Z"], false),
        (vec![], false),
    ] {
        let text = table(&stamps);
        let wanted = known.then_some(Format::FitbitTakeoutJson);
        assert_eq!(recognise(text.as_bytes()), wanted, "{stamps:?}");
    }
    // However long it is, of which the beginning alone is looked at.
    let days = date("1990-01-01").iter_days().take(4000);
    let stamps: Vec<String> = days.map(|day| format!("{day}T00:00:00Z")).collect();
    let stamps: Vec<&str> = stamps.iter().map(String::as_str).collect();
    let mut text = table(&stamps);
    text += "2024-06-01T07:30:00Z,60,Band\n";
    let found = read_ok(&text);
    assert_eq!(found.heart.len(), 4000);
    assert_eq!(
        skipped(&found),
        [(What::Row, Some("timestamp"), Why::NotADate, 1, vec![4002])],
        "what is not of a day is told of"
    );
}

#[test]
fn of_two_rows_of_one_sleep_the_one_changed_last_counts() {
    let ends = ("2024-06-01T22:00:00Z", "2024-06-02T06:00:00Z");
    let told = |asleep: u32, to: &str, changed: &str| {
        format!(
            "7,CLASSIC,480,0,0,{asleep},49,10,5,+01:00,{},+01:00,{to},DERIVED,v1,{},{changed}\n",
            ends.0, ends.1
        )
    };
    let older = told(400, ends.1, "2024-06-02T09:00:00Z");
    // Its owner has since put its end right.
    let newer = told(380, "2024-06-02T05:30:00Z", "2024-06-02 10:00:00 +0000");
    let undated = told(390, ends.1, "");
    for (rows, wanted) in [
        ([&older, &newer], 380.0),
        ([&newer, &older], 380.0),
        // Where one does not say when it was changed, the one that ends later counts.
        ([&newer, &undated], 390.0),
        ([&undated, &newer], 390.0),
    ] {
        let table = format!("{TABLE}{}{}", rows[0], rows[1]);
        let found = read_ok(&table);
        assert_eq!(found.sleeps.len(), 1);
        assert_eq!(found.sleeps[0].asleep_min, Some(wanted));
        assert_eq!(warnings(&found)[0].0, "duplicate-differs");
    }
}

#[test]
fn of_two_that_differ_and_nothing_else_tells_the_later_in_the_archive_counts() {
    let told = |asleep: u32| {
        format!(
            r#"[{{"logId": 7, "dateOfSleep": "2024-06-02", "startTime": "2024-06-01T22:00:00.000", "endTime": "2024-06-02T06:00:00.000", "minutesAsleep": {asleep}, "minutesAwake": 50, "mainSleep": true}}]"#
        )
    };
    let (one, other) = (told(430), told(400));
    let files = [
        ("sleep-2024-05-03.json", one.as_bytes()),
        ("sleep-2024-06-02.json", other.as_bytes()),
    ];
    for files in [files, [files[1], files[0]]] {
        let found = read_in(London, &files, None).unwrap();
        assert_eq!(found.sleeps[0].asleep_min, Some(400.0));
        assert_eq!(warnings(&found)[0].0, "duplicate-differs");
    }
}

#[test]
fn both_words_for_waking_are_known() {
    let table = format!(
        "{TABLE}{}",
        row(7, "2024-06-01T22:00:00Z", "2024-06-02T06:00:00Z", "+01:00")
    );
    let stages = format!(
        "{STAGES}7,1,WAKE,+01:00,2024-06-01 22:00:00 +0000,+01:00,2024-06-01 22:12:00 +0000,DERIVED,,\n7,2,LIGHT,+01:00,2024-06-01 22:12:00 +0000,+01:00,2024-06-02 05:30:00 +0000,DERIVED,,\n7,3,AWAKE,+01:00,2024-06-02 05:30:00 +0000,+01:00,2024-06-02 06:00:00 +0000,DERIVED,,\n"
    );
    let files: [(&str, &[u8]); 2] = [
        ("UserSleepStages_2024.csv", stages.as_bytes()),
        ("UserSleeps_2024.csv", table.as_bytes()),
    ];
    let found = read_in(London, &files, None).unwrap();
    assert_eq!(skipped(&found), []);
    let stages = found.sleeps[0].stages;
    assert_eq!((stages.awake, stages.light), (Some(42), Some(438)));
}
