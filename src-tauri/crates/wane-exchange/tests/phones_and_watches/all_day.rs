//! Resting heart rates and exercise of accounts and archives.

use chrono_tz::Europe::{Berlin, London};
use wane_exchange::{Exercise, Found};

use crate::common::{date, packed::archive, read_in, skipped};

/// Every spell found: when it began, how long it took, what it was, and its name.
fn spells(found: &Found) -> Vec<(String, u16, Option<Exercise>, &str)> {
    let spells = found.workouts.iter();
    spells
        .map(|one| {
            (
                one.start.to_rfc3339(),
                one.minutes,
                one.exercise,
                one.source_key.as_str(),
            )
        })
        .collect()
}

fn resting(found: &Found) -> Vec<(String, f64)> {
    let days = found.heart.iter();
    days.filter_map(|(day, heart)| Some((day.to_string(), heart.resting?)))
        .collect()
}

#[test]
fn fitbit_tells_resting_heart_rates_by_day_and_exercise_with_its_offset() {
    let rates = r#"[{"dateTime" : "06/01/24 00:00:00", "value" : {"date" : "06/01/24", "value" : 58.4, "error" : 6.8}},
        {"dateTime" : "06/02/24 00:00:00", "value" : {"date" : "06/02/2024", "value" : 59, "error" : 6.8}},
        {"dateTime" : "06/03/24 00:00:00", "value" : {"date" : "06/03/24", "value" : 0.0, "error" : 0.0}},
        {"dateTime" : "06/04/24 00:00:00", "value" : {"date" : null, "value" : 0.0, "error" : 0.0}}]"#;
    let table = "exercise_id,exercise_start,exercise_end,utc_offset,exercise_created,activity_name,log_type,activity_type_probabilities\n\
        11,2024-06-01T22:30:00Z,2024-06-01T23:12:40Z,+02:00,x,Outdoor Walk,AUTO_DETECTED,\"a,b\"\n\
        12,2024-06-02T06:00:00Z,2024-06-02T06:30:00Z,+02:00,x,Bike,TRACKER,\n\
        13,2024-06-02T06:05:00Z,2024-06-02T06:25:00Z,+02:00,x,Spinning,MANUAL,\n\
        14,2024-06-02T10:00:00Z,2024-06-02T10:30:00Z,+02:00,x,Something,TRACKER,\n\
        15,2024-06-02T12:30:00Z,2024-06-02T12:00:00Z,+02:00,x,Run,TRACKER,\n\
        16,,2024-06-02T12:00:00Z,+02:00,x,Run,TRACKER,\n";
    let packed = archive(&[
        (
            "Takeout/Fitbit/Global Export Data/resting_heart_rate-2024-06-01.json",
            rates.as_bytes(),
        ),
        (
            "Takeout/Google Health/Health Fitness Data_GoogleData/UserExercises_2024-06-01.csv",
            table.as_bytes(),
        ),
    ]);
    let found = read_in(London, &[("takeout.zip", &packed)], None).unwrap();
    assert_eq!(
        resting(&found),
        [
            ("2024-06-01".to_owned(), 58.4),
            ("2024-06-02".to_owned(), 59.0)
        ],
        "nought is no heart's, and a day to come has none"
    );
    assert_eq!(
        spells(&found),
        [
            (
                "2024-06-02T00:30:00+02:00".to_owned(),
                43,
                Some(Exercise::Walking),
                "workout/11"
            ),
            (
                "2024-06-02T08:00:00+02:00".to_owned(),
                30,
                Some(Exercise::Cycling),
                "workout/12"
            ),
            (
                "2024-06-02T12:00:00+02:00".to_owned(),
                30,
                None,
                "workout/14"
            ),
        ],
        "on the clock they were made by; what two of them tell is one, and no word is no guess"
    );
    assert_eq!(found.workouts[0].date, date("2024-06-02"));
    assert_eq!(found.other["duplicate_workouts"], 1);
    assert_eq!(
        skipped(&found).len(),
        3,
        "two rows and a rate: {:?}",
        found.skipped
    );
}

#[test]
fn garmin_tells_resting_heart_rates_in_its_summaries_and_exercise_in_a_list_within_a_list() {
    let days = r#"[{"calendarDate": "2024-06-15", "wellnessStartTimeGmt": "2024-06-14T22:00:00.0", "wellnessStartTimeLocal": "2024-06-15T00:00:00.0", "totalSteps": 4321, "restingHeartRate": 57, "currentDayRestingHeartRate": 105},
        {"calendarDate": "2024-06-16", "wellnessStartTimeGmt": "2024-06-15T22:00:00.0", "wellnessStartTimeLocal": "2024-06-16T00:00:00.0", "restingHeartRate": 0}]"#;
    let done = r#"[{"summarizedActivitiesExport": [
        {"activityId": 111, "name": "Zq", "activityType": "lap_swimming", "beginTimestamp": 1718440200000, "startTimeLocal": 1718447400000, "duration": 1805000.4, "splits": [{"a": [1, 2]}]},
        {"activityId": 112, "activityType": "indoor_cardio", "beginTimestamp": 1718526600000.0, "duration": 900000},
        {"activityId": 113, "activityType": "running", "beginTimestamp": 1718526600000, "duration": 0},
        {"activityId": 114, "activityType": "running", "duration": 60000}, 7]}]"#;
    let packed = archive(&[
        (
            "DI_CONNECT/DI-Connect-Aggregator/UDSFile_2024-06.json",
            days.as_bytes(),
        ),
        (
            "DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json",
            done.as_bytes(),
        ),
    ]);
    let found = read_in(London, &[("garmin.zip", &packed)], None).unwrap();
    assert_eq!(resting(&found), [("2024-06-15".to_owned(), 57.0)]);
    assert_eq!(
        spells(&found),
        [
            (
                "2024-06-15T10:30:00+02:00".to_owned(),
                30,
                Some(Exercise::Swimming),
                "workout/111"
            ),
            (
                "2024-06-16T09:30:00+01:00".to_owned(),
                15,
                None,
                "workout/112"
            ),
        ],
        "without a local clock the home clock is taken"
    );
    assert_eq!(skipped(&found).len(), 2, "{:?}", found.skipped);
}

#[test]
fn two_spells_of_one_name_are_one_however_far_apart() {
    let done = r#"[{"summarizedActivitiesExport": [
        {"activityId": 111, "activityType": "running", "beginTimestamp": 1718440200000, "duration": 900000},
        {"activityId": 111, "activityType": "walking", "beginTimestamp": 1518440200000, "duration": 1800000},
        {"activityId": 111, "activityType": "yoga", "beginTimestamp": 1618440200000, "duration": 1800000}]}]"#;
    let packed = archive(&[(
        "DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json",
        done.as_bytes(),
    )]);
    let found = read_in(London, &[("garmin.zip", &packed)], None).unwrap();
    let [spell] = &spells(&found)[..] else {
        panic!("{:?}", found.workouts)
    };
    assert_eq!((spell.1, spell.2), (30, Some(Exercise::Walking)));
    assert_eq!(found.other["duplicate_workouts"], 2);
}

#[test]
fn samsung_tells_exercise_by_a_number_and_without_its_pauses() {
    for prefix in ["", "com.samsung.health.exercise."] {
        let table = format!(
            "com.samsung.shealth.exercise,6312003,9\nlive_data_internal,{prefix}start_time,{prefix}end_time,{prefix}duration,{prefix}exercise_type,{prefix}time_offset,{prefix}pkg_name,{prefix}datauuid\n\
             x,2024-06-15 08:00:00.000,2024-06-15 09:00:00.000,2400000,1001,UTC+0200,com.sec.android.app.shealth,a-0001,\n\
             x,2024-06-16 08:00:00.000,2024-06-16 08:20:00.000,,14001,UTC+0200,,a-0002,\n\
             x,2024-06-17 08:00:00.000,2024-06-17 08:20:00.000,1200000,99,UTC+0200,,a-0003,\n\
             x,1001-01-01 08:00:00.000,1001-01-01 08:20:00.000,1200000,1001,UTC+0200,,a-0004,\n"
        );
        let packed = archive(&[(
            "samsunghealth_me/com.samsung.shealth.exercise.20240701.csv",
            table.as_bytes(),
        )]);
        let found = read_in(Berlin, &[("samsung.zip", &packed)], None).unwrap();
        assert_eq!(
            spells(&found),
            [
                (
                    "2024-06-15T10:00:00+02:00".to_owned(),
                    40,
                    Some(Exercise::Walking),
                    "workout/a-0001"
                ),
                (
                    "2024-06-16T10:00:00+02:00".to_owned(),
                    20,
                    Some(Exercise::Swimming),
                    "workout/a-0002"
                ),
                (
                    "2024-06-17T10:00:00+02:00".to_owned(),
                    20,
                    None,
                    "workout/a-0003"
                ),
            ],
            "{prefix}"
        );
        assert_eq!(
            found.workouts[0].device.as_deref(),
            Some("com.sec.android.app.shealth")
        );
        assert_eq!(skipped(&found).len(), 1, "{prefix}: {:?}", found.skipped);
    }
}
