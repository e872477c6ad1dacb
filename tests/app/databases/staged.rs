//! Families of Gadgetbridge that keep sleeps in one table and their stages in another.
//!
//! What the tables are called and what their numbers mean is what Gadgetbridge's own source states.

use serde_json::{Value, json};

use super::{Desk, ms};

const DEVICES: &str = "
    CREATE TABLE DEVICE (_id INTEGER PRIMARY KEY, NAME TEXT NOT NULL, MANUFACTURER TEXT, IDENTIFIER TEXT, TYPE INTEGER,
        MODEL TEXT, ALIAS TEXT);
    INSERT INTO DEVICE VALUES (1, 'Watch', 'Maker', 'AA', 1, NULL, NULL), (2, 'Other', 'Maker', 'BB', 1, NULL, NULL);
";

const KEY: &str = "DEVICE_ID INTEGER NOT NULL, USER_ID INTEGER NOT NULL";

/// A family, and how it tells of a night from 22:00 of Greenwich: half an hour awake where it knows that, two hours of
/// light sleep, one of deep, half an hour of REM, and an hour of which it says nothing.
struct Family {
    name: &'static str,
    tables: String,
    stages: &'static str,
    knows_awake: bool,
    sleep: fn(from: i64, to: i64) -> String,
    stage: fn(at: i64, minutes: i64, stage: i64) -> String,
    /// The numbers of awake, light, deep, REM, and of nothing.
    numbers: [i64; 5],
}

const NIGHT: &str = "2026-03-01T22:00:00Z";
const MINUTE: i64 = 60_000;

fn families() -> Vec<Family> {
    let table = |name: &str, columns: &str| {
        format!(
            "CREATE TABLE {name} (TIMESTAMP INTEGER NOT NULL, {KEY}, {columns}, PRIMARY KEY (TIMESTAMP, DEVICE_ID)) WITHOUT ROWID;"
        )
    };
    let lasting = "DURATION INTEGER NOT NULL, STAGE INTEGER NOT NULL";
    vec![
        Family {
            name: "CMF",
            tables: table("CMF_SLEEP_SESSION_SAMPLE", "WAKEUP_TIME INTEGER, METADATA BLOB")
                + &table("CMF_SLEEP_STAGE_SAMPLE", lasting),
            stages: "CMF_SLEEP_STAGE_SAMPLE",
            knows_awake: false,
            sleep: |from, to| {
                format!("INSERT INTO CMF_SLEEP_SESSION_SAMPLE VALUES ({from}, 1, 1, {to}, x'00');")
            },
            stage: |at, minutes, stage| {
                let seconds = minutes * 60;
                format!("INSERT INTO CMF_SLEEP_STAGE_SAMPLE VALUES ({at}, 1, 1, {seconds}, {stage});")
            },
            numbers: [4, 2, 1, 3, 9],
        },
        Family {
            name: "Colmi",
            tables: table("COLMI_SLEEP_SESSION_SAMPLE", "WAKEUP_TIME INTEGER")
                + &table("COLMI_SLEEP_STAGE_SAMPLE", lasting),
            stages: "COLMI_SLEEP_STAGE_SAMPLE",
            knows_awake: true,
            sleep: |from, to| {
                format!("INSERT INTO COLMI_SLEEP_SESSION_SAMPLE VALUES ({from}, 1, 1, {to});")
            },
            stage: |at, minutes, stage| {
                format!("INSERT INTO COLMI_SLEEP_STAGE_SAMPLE VALUES ({at}, 1, 1, {minutes}, {stage});")
            },
            numbers: [5, 2, 3, 4, 1],
        },
        Family {
            name: "Huawei",
            tables: table(
                "HUAWEI_SLEEP_STATS_SAMPLE",
                "WAKEUP_TIME INTEGER, BED_TIME INTEGER, RISING_TIME INTEGER",
            ) + &table("HUAWEI_SLEEP_STAGE_SAMPLE", "STAGE INTEGER NOT NULL"),
            stages: "HUAWEI_SLEEP_STAGE_SAMPLE",
            knows_awake: true,
            sleep: |from, to| {
                format!("INSERT INTO HUAWEI_SLEEP_STATS_SAMPLE VALUES ({from}, 1, 1, {to}, -1, -1);")
            },
            stage: |at, minutes, stage| {
                (0..minutes)
                    .map(|minute| {
                        let at = at + minute * MINUTE;
                        format!("INSERT INTO HUAWEI_SLEEP_STAGE_SAMPLE VALUES ({at}, 1, 1, {stage});")
                    })
                    .collect()
            },
            numbers: [4, 1, 3, 2, 9],
        },
        Family {
            name: "Garmin",
            tables: format!(
                "CREATE TABLE GARMIN_EVENT_SAMPLE (TIMESTAMP INTEGER NOT NULL, {KEY}, EVENT INTEGER NOT NULL,
                    EVENT_TYPE INTEGER, DATA INTEGER, PRIMARY KEY (TIMESTAMP, DEVICE_ID, EVENT)) WITHOUT ROWID;
                 INSERT INTO GARMIN_EVENT_SAMPLE VALUES (5, 1, 1, 3, 0, 0);"
            ) + &table("GARMIN_SLEEP_STAGE_SAMPLE", "STAGE INTEGER NOT NULL")
                + &table("GARMIN_NAP_SAMPLE", "END_TIMESTAMP INTEGER NOT NULL"),
            stages: "GARMIN_SLEEP_STAGE_SAMPLE",
            knows_awake: true,
            sleep: |from, to| {
                format!("INSERT INTO GARMIN_EVENT_SAMPLE VALUES ({from}, 1, 1, 74, 0, -1), ({to}, 1, 1, 74, 1, -1);")
            },
            // A stamp is where a stage ends.
            stage: |at, minutes, stage| {
                let end = at + minutes * MINUTE;
                format!("INSERT INTO GARMIN_SLEEP_STAGE_SAMPLE VALUES ({end}, 1, 1, {stage});")
            },
            numbers: [1, 2, 3, 4, 0],
        },
    ]
}

impl Family {
    /// A night of these runs: minutes and the place of a number.
    fn night(&self, from: &str, runs: &[(i64, usize)]) -> String {
        let mut at = ms(from);
        let length: i64 = runs.iter().map(|(minutes, _)| minutes * MINUTE).sum();
        let mut sql = (self.sleep)(at, at + length);
        for (minutes, number) in runs {
            sql += &(self.stage)(at, *minutes, self.numbers[*number]);
            at += minutes * MINUTE;
        }
        sql
    }

    fn preview(&self, desk: &Desk, rows: &str) -> Value {
        let sql = format!("{DEVICES}{}{rows}", self.tables);
        let preview = desk.preview(&desk.database(self.name, &sql));
        assert_eq!(preview["format"], "gadgetbridge", "{}", self.name);
        preview
    }
}

const AWAKE: usize = 0;
const LIGHT: usize = 1;
const DEEP: usize = 2;
const REM: usize = 3;
const NOTHING: usize = 4;

const RUNS: [(i64, usize); 6] = [
    (90, LIGHT),
    (60, DEEP),
    (30, AWAKE),
    (30, LIGHT),
    (30, REM),
    (60, NOTHING),
];

#[test]
fn nights_come_in_with_their_stages() {
    for family in families() {
        let name = family.name;
        let desk = Desk::new();
        let preview = family.preview(&desk, &family.night(NIGHT, &RUNS));
        let sleeps = preview["sleeps"].as_array().unwrap();
        assert_eq!(sleeps.len(), 1, "{name}: {preview}");
        let sleep = &sleeps[0];
        assert_eq!(sleep["start"], "2026-03-01T23:00:00+01:00", "{name}");
        assert_eq!(sleep["end"], "2026-03-02T04:00:00+01:00", "{name}");
        assert_eq!(sleep["wake_date"], "2026-03-02", "{name}");
        assert_eq!(sleep["device"], "Watch", "{name}");
        assert_eq!(
            sleep["asleep_min"], 210.0,
            "{name}: nothing told is no sleep"
        );
        let mut stages = json!({ "light": 120, "deep": 60, "rem": 30, "awake": 30 });
        let mut awake = json!(30.0);
        if !family.knows_awake {
            stages.as_object_mut().unwrap().remove("awake");
            awake = Value::Null;
        }
        assert_eq!(sleep["stages_min"], stages, "{name}");
        assert_eq!(sleep["awake_min"], awake, "{name}");
        let path = desk.folder.path().join(name);
        assert_eq!(desk.import(&path)["changes"]["new"], 1, "{name}");
        assert_eq!(
            desk.import(&path)["changes"],
            json!({ "new": 0, "same": 1, "conflict": 0 }),
            "{name}: twice changes nothing"
        );
    }
}

#[test]
fn stages_belong_to_their_own_night_and_their_own_watch() {
    for family in families() {
        let name = family.name;
        let desk = Desk::new();
        let later = "2026-03-02T22:00:00Z";
        let others = family.night("2026-03-01T23:00:00Z", &[(600, DEEP)]);
        let others = others.replace(", 1, 1, ", ", 2, 1, ");
        let stages_alone = family.night("2026-03-02T13:00:00Z", &[(60, DEEP)]);
        let stages_alone: String = stages_alone
            .split_inclusive(';')
            .filter(|statement| statement.contains(family.stages))
            .collect();
        let rows = [
            family.night(NIGHT, &RUNS),
            family.night(later, &[(60, LIGHT)]),
            others,
            stages_alone,
        ];
        let preview = family.preview(&desk, &rows.concat());
        let told: Vec<(Value, Value)> = preview["sleeps"]
            .as_array()
            .unwrap()
            .iter()
            .map(|sleep| (sleep["device"].clone(), sleep["asleep_min"].clone()))
            .collect();
        // Of one night that two watches tell of, the one that covers more is taken.
        assert_eq!(
            told,
            [
                (json!("Other"), json!(600.0)),
                (json!("Watch"), json!(60.0))
            ],
            "{name}"
        );
    }
}

#[test]
fn sleeps_without_stages_without_ends_and_with_wrong_ones() {
    for family in families() {
        let name = family.name;
        let desk = Desk::new();
        let at = ms(NIGHT);
        let hour = 60 * MINUTE;
        let rows = [
            (family.sleep)(at, at + 7 * hour),
            // It has not ended yet, or nobody knows when.
            (family.sleep)(at + 30 * hour, -1),
            (family.stage)(at + 31 * hour, 30, family.numbers[LIGHT]),
        ];
        let preview = family.preview(&desk, &rows.concat());
        let sleeps = preview["sleeps"].as_array().unwrap();
        assert_eq!(sleeps.len(), 1, "{name}: {preview}");
        assert_eq!(
            (&sleeps[0]["asleep_min"], &sleeps[0]["stages_min"]),
            (&Value::Null, &Value::Null),
            "{name}: how much of it was sleep nobody says"
        );
    }
}

#[test]
fn naps_are_told_by_the_watches_that_know_them() {
    for (name, rows) in [
        (
            "Huawei",
            families()[2].night(NIGHT, &RUNS)
                + &(families()[2].sleep)(ms("2026-03-02T13:00:00Z"), ms("2026-03-02T13:40:00Z"))
                + &(families()[2].stage)(ms("2026-03-02T13:00:00Z"), 40, 5),
        ),
        (
            "Garmin",
            families()[3].night(NIGHT, &RUNS)
                + &format!(
                    "INSERT INTO GARMIN_NAP_SAMPLE VALUES ({}, 1, 1, {});",
                    ms("2026-03-02T13:00:00Z"),
                    ms("2026-03-02T13:40:00Z")
                ),
        ),
    ] {
        let desk = Desk::new();
        let families = families();
        let family = families.iter().find(|family| family.name == name).unwrap();
        let preview = family.preview(&desk, &rows);
        let told: Vec<(&str, &str)> = preview["sleeps"]
            .as_array()
            .unwrap()
            .iter()
            .map(|sleep| {
                (
                    sleep["kind"].as_str().unwrap(),
                    &sleep["start"].as_str().unwrap()[11..16],
                )
            })
            .collect();
        assert_eq!(told, [("night", "23:00"), ("nap", "14:00")], "{name}");
    }
}

#[test]
fn huaweis_time_in_bed_is_kept_where_it_is_known() {
    let families = families();
    let family = &families[2];
    for (bed, rising, in_bed) in [
        ("2026-03-01T21:30:00Z", "2026-03-02T03:10:00Z", json!(340.0)),
        // A time in bed that does not hold the sleep is none.
        ("2026-03-01T22:30:00Z", "2026-03-02T03:10:00Z", Value::Null),
    ] {
        let desk = Desk::new();
        let rows = family
            .night(NIGHT, &RUNS)
            .replace("-1, -1", &format!("{}, {}", ms(bed), ms(rising)));
        let preview = family.preview(&desk, &rows);
        assert_eq!(preview["sleeps"][0]["in_bed_min"], in_bed);
    }
}
