//! The database of Gadgetbridge.

use serde_json::{Value, json};

use super::{Desk, ms};

const DEVICES: &str = "
    CREATE TABLE DEVICE (_id INTEGER PRIMARY KEY, NAME TEXT NOT NULL, MANUFACTURER TEXT, IDENTIFIER TEXT, TYPE INTEGER,
        MODEL TEXT, ALIAS TEXT);
    INSERT INTO DEVICE VALUES (1, 'Mi Band 3', 'Huami', 'AA', 12, NULL, NULL), (2, 'Band', 'Huami', 'BB', 13, NULL, 'Left');
";

const MI_BAND: &str = "
    CREATE TABLE MI_BAND_ACTIVITY_SAMPLE (TIMESTAMP INTEGER NOT NULL, DEVICE_ID INTEGER NOT NULL, USER_ID INTEGER,
        RAW_INTENSITY INTEGER, STEPS INTEGER, RAW_KIND INTEGER, HEART_RATE INTEGER,
        PRIMARY KEY (TIMESTAMP, DEVICE_ID) ON CONFLICT REPLACE) WITHOUT ROWID;
";

const HUAMI: &str = "
    CREATE TABLE HUAMI_EXTENDED_ACTIVITY_SAMPLE (TIMESTAMP INTEGER NOT NULL, DEVICE_ID INTEGER NOT NULL,
        USER_ID INTEGER, RAW_INTENSITY INTEGER, STEPS INTEGER, RAW_KIND INTEGER, HEART_RATE INTEGER, UNKNOWN1 INTEGER,
        SLEEP INTEGER, DEEP_SLEEP INTEGER, REM_SLEEP INTEGER, PRIMARY KEY (TIMESTAMP, DEVICE_ID)) WITHOUT ROWID;
";

const XIAOMI: &str = "
    CREATE TABLE XIAOMI_SLEEP_TIME_SAMPLE (TIMESTAMP INTEGER NOT NULL, DEVICE_ID INTEGER NOT NULL, USER_ID INTEGER,
        WAKEUP_TIME INTEGER, IS_AWAKE INTEGER, TOTAL_DURATION INTEGER, DEEP_SLEEP_DURATION INTEGER,
        LIGHT_SLEEP_DURATION INTEGER, REM_SLEEP_DURATION INTEGER, AWAKE_DURATION INTEGER,
        PRIMARY KEY (TIMESTAMP, DEVICE_ID)) WITHOUT ROWID;
    CREATE TABLE XIAOMI_SLEEP_STAGE_SAMPLE (TIMESTAMP INTEGER NOT NULL, DEVICE_ID INTEGER NOT NULL, USER_ID INTEGER,
        STAGE INTEGER, PRIMARY KEY (TIMESTAMP, DEVICE_ID)) WITHOUT ROWID;
";

/// Samples, a minute each, of runs of kinds.
fn minutes(from: &str, device: i64, runs: &[(i64, i64)]) -> String {
    let mut at = ms(from) / 1000;
    let mut sql = String::new();
    for (kind, count) in runs {
        for _ in 0..*count {
            sql += &format!(
                "INSERT INTO MI_BAND_ACTIVITY_SAMPLE VALUES ({at}, {device}, 1, 10, 0, {kind}, 255);"
            );
            at += 60;
        }
    }
    sql
}

fn sleeps(preview: &Value) -> Vec<(String, String, Value, Value)> {
    let list = preview["sleeps"].as_array().unwrap().iter();
    list.map(|sleep| {
        let text = |name: &str| sleep[name].as_str().unwrap().to_owned();
        (
            text("start"),
            text("end"),
            sleep["asleep_min"].clone(),
            sleep["stages_min"].clone(),
        )
    })
    .collect()
}

/// What runs of Mi Band's kinds from 22:00 of Vienna on come to: lengths asleep, and clock times.
fn check(what: &str, runs: &[(i64, i64)], wanted: &[(&str, &str, f64)]) {
    let desk = Desk::new();
    let sql = DEVICES.to_owned() + MI_BAND + &minutes("2026-02-01T21:00:00Z", 1, runs);
    let path = desk.database("Gadgetbridge", &sql);
    let preview = desk.preview(&path);
    assert_eq!(preview["format"], "gadgetbridge", "{what}");
    let found: Vec<(String, String, f64)> = sleeps(&preview)
        .into_iter()
        .map(|(from, to, asleep, _)| {
            (
                from[11..16].to_owned(),
                to[11..16].to_owned(),
                asleep.as_f64().unwrap(),
            )
        })
        .collect();
    let wanted: Vec<(String, String, f64)> = wanted
        .iter()
        .map(|(from, to, asleep)| ((*from).to_owned(), (*to).to_owned(), *asleep))
        .collect();
    assert_eq!(found, wanted, "{what}");
}

#[test]
fn nights_are_found_among_the_minutes_of_a_mi_band() {
    check(
        "light, deep and light",
        &[(1, 30), (9, 60), (11, 120), (9, 60), (12, 5), (1, 30)],
        &[("22:30", "02:30", 240.0)],
    );
    check(
        "nought and ten go on with what was before",
        &[(9, 60), (0, 30), (10, 30), (11, 60), (0, 60), (1, 10)],
        &[("22:00", "02:00", 240.0)],
    );
    check(
        "nought after waking is no sleep",
        &[(9, 60), (1, 1), (0, 180)],
        &[("22:00", "23:00", 60.0)],
    );
    check(
        "the upper bits say something else",
        &[(0x50 | 9, 60), (0x60 | 11, 60)],
        &[("22:00", "00:00", 120.0)],
    );
    check(
        "awake for two hours in between is one night",
        &[(9, 120), (1, 120), (9, 120)],
        &[("22:00", "04:00", 240.0)],
    );
    check(
        "for a minute more they are two",
        &[(9, 120), (1, 121), (9, 240)],
        &[("22:00", "00:00", 120.0), ("02:01", "06:01", 240.0)],
    );
    check(
        "five minutes are no sleep, six are",
        &[(1, 10), (9, 5), (1, 180), (9, 6), (1, 10)],
        &[("01:15", "01:21", 6.0)],
    );
    check(
        "not worn is not awake",
        &[(9, 60), (3, 30), (9, 60)],
        &[("22:00", "00:30", 120.0)],
    );
    check("nothing but days", &[(1, 300)], &[]);
}

#[test]
fn being_awake_within_a_night_is_counted_and_a_watch_that_lay_somewhere_is_not() {
    let desk = Desk::new();
    let runs = [(9, 60), (1, 20), (11, 60), (3, 15), (9, 60)];
    let sql = DEVICES.to_owned() + MI_BAND + &minutes("2026-02-01T21:00:00Z", 2, &runs);
    let path = desk.database("gb.db", &sql);
    let preview = desk.preview(&path);
    let sleep = &preview["sleeps"][0];
    assert_eq!(sleep["awake_min"], 20.0);
    assert_eq!(
        sleep["stages_min"],
        json!({ "light": 120, "deep": 60, "awake": 20 })
    );
    let first = desk.import(&path);
    assert_eq!(first["changes"]["new"], 1);
    assert_eq!(
        desk.import(&path)["changes"],
        json!({ "new": 0, "same": 1, "conflict": 0 })
    );
}

#[test]
fn what_cannot_be_is_flagged_and_left_as_it_is() {
    let desk = Desk::new();
    let sql = DEVICES.to_owned() + MI_BAND + &minutes("2026-02-01T21:00:00Z", 1, &[(11, 17 * 60)]);
    let preview = desk.preview(&desk.database("gb.db", &sql));
    assert_eq!(
        preview["sleeps"][0]["asleep_min"], 1020.0,
        "as the watch says"
    );
    let warnings = preview["warnings"].to_string();
    for said in [
        "More than 14 hours asleep",
        "More than 16 hours from start",
        "A very long deep sleep",
    ] {
        assert!(warnings.contains(said), "{said}: {warnings}");
    }
}

#[test]
fn huami_tells_stages_by_measures_of_their_own() {
    let desk = Desk::new();
    let mut sql = DEVICES.to_owned() + HUAMI;
    let mut at = ms("2026-02-01T21:00:00Z") / 1000;
    for (kind, deep, rem, count) in [
        (1, 0, 0, 20),
        (120, 0, 0, 60),
        (120, 43, 0, 30),
        (120, 42, 55, 10),
        (120, 128 + 20, 128 + 56, 40),
        (120, 100, 56, 20),
        (115, 0, 0, 200),
    ] {
        for _ in 0..count {
            sql += &format!(
                "INSERT INTO HUAMI_EXTENDED_ACTIVITY_SAMPLE VALUES ({at}, 1, 1, 0, 0, {kind}, 60, NULL, 90, {deep}, {rem});"
            );
            at += 60;
        }
    }
    let preview = desk.preview(&desk.database("gb.db", &sql));
    let (from, to, asleep, stages) = sleeps(&preview).remove(0);
    assert_eq!((&from[11..16], &to[11..16]), ("22:20", "01:00"));
    assert_eq!(asleep, 160.0);
    assert_eq!(stages, json!({ "light": 70, "deep": 30, "rem": 60 }));
    assert_eq!(preview["other"]["heart_rate_readings"], 380);
}

#[test]
fn xiaomi_tells_nights() {
    let desk = Desk::new();
    let (from, to) = (ms("2026-02-01T22:00:00Z"), ms("2026-02-02T05:00:00Z"));
    let (nap, end) = (ms("2026-02-02T12:00:00Z"), ms("2026-02-02T12:40:00Z"));
    let stage = |at: i64, stage: i64| {
        format!("INSERT INTO XIAOMI_SLEEP_STAGE_SAMPLE VALUES ({at}, 1, 1, {stage});")
    };
    let sql = DEVICES.to_owned()
        + XIAOMI
        + &format!(
            "INSERT INTO XIAOMI_SLEEP_TIME_SAMPLE VALUES ({from}, 1, 1, {to}, 1, 400, 100, 220, 80, 20);
             INSERT INTO XIAOMI_SLEEP_TIME_SAMPLE VALUES ({nap}, 1, 1, {end}, 1, 0, 0, 0, 0, 0);
             INSERT INTO XIAOMI_SLEEP_TIME_SAMPLE VALUES ({}, 1, 1, NULL, 0, NULL, NULL, NULL, NULL, NULL);",
            end + 60_000
        )
        + &stage(nap, 3)
        + &stage(nap + 10 * 60_000, 2)
        + &stage(nap + 30 * 60_000, 5);
    let preview = desk.preview(&desk.database("gb.db", &sql));
    assert_eq!(
        sleeps(&preview),
        [
            (
                "2026-02-01T23:00:00+01:00".to_owned(),
                "2026-02-02T06:00:00+01:00".to_owned(),
                json!(400.0),
                json!({ "deep": 100, "light": 220, "rem": 80, "awake": 20 })
            ),
            (
                "2026-02-02T13:00:00+01:00".to_owned(),
                "2026-02-02T13:40:00+01:00".to_owned(),
                json!(30.0),
                json!({ "deep": 20, "light": 10, "awake": 10 })
            ),
        ]
    );
    assert_eq!(preview["sleeps"][1]["kind"], "nap");
    assert_eq!(
        preview["skipped"][0]["count"], 1,
        "a sleep that goes on is told of"
    );
}

#[test]
fn two_watches_are_not_two_nights_and_another_family_is_named() {
    let desk = Desk::new();
    let sql = DEVICES.to_owned()
        + MI_BAND
        + &minutes("2026-02-01T21:00:00Z", 1, &[(9, 300)])
        + &minutes("2026-02-01T21:30:00Z", 2, &[(9, 200), (11, 60)])
        + "CREATE TABLE PEBBLE_HEALTH_ACTIVITY_SAMPLE (TIMESTAMP INTEGER PRIMARY KEY, STEPS INTEGER);
           INSERT INTO PEBBLE_HEALTH_ACTIVITY_SAMPLE VALUES (1, 2);
           CREATE TABLE HPLUS_HEALTH_ACTIVITY_SAMPLE (TIMESTAMP INTEGER PRIMARY KEY, STEPS INTEGER);";
    let preview = desk.preview(&desk.database("gb.db", &sql));
    assert_eq!(preview["sleeps"].as_array().unwrap().len(), 1);
    assert_eq!(
        preview["sleeps"][0]["stages_min"]["deep"], 60,
        "the one that knows stages"
    );
    let skipped = preview["skipped"].to_string();
    assert!(
        skipped.contains("pebble_health_activity_sample"),
        "{skipped}"
    );
    assert!(
        !skipped.contains("hplus"),
        "an empty table is nothing to tell of: {skipped}"
    );
}

#[test]
fn steps_and_pulses_of_the_band_come_in() {
    let desk = Desk::new();
    let mut sql = DEVICES.to_owned() + MI_BAND + &minutes("2026-02-01T21:00:00Z", 1, &[(9, 400)]);
    sql += "UPDATE MI_BAND_ACTIVITY_SAMPLE SET HEART_RATE = CASE WHEN TIMESTAMP % 120 = 0 THEN 54 ELSE 255 END;";
    sql += &format!(
        "INSERT INTO MI_BAND_ACTIVITY_SAMPLE VALUES ({}, 1, 1, 10, 90, 1, 99);",
        ms("2026-02-02T10:00:00Z") / 1000
    );
    let path = desk.database("Gadgetbridge", &sql);
    desk.import(&path);
    let day = desk.house.day("2026-02-02");
    assert_eq!(
        day["factors"],
        json!({ "Steps": 90.0, "Heart rate asleep": 54.0 }),
        "no pulse is none, and one by day is none of the night"
    );
}
