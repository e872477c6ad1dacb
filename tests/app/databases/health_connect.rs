//! The database that Health Connect exports.

use std::fs;

use serde_json::{Value, json};

use super::{Desk, archive, ms, nothing_left};

/// The tables as a phone has them, with a column that is computed.
const TABLES: &str = "
    CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT NOT NULL UNIQUE, app_name TEXT,
        app_icon BLOB, record_types_used TEXT);
    CREATE TABLE health_data_category_priority_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT,
        health_data_category INTEGER UNIQUE, app_id_priority_order TEXT);
    CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE,
        last_modified_time INTEGER, client_record_id TEXT, app_info_id INTEGER, recording_method INTEGER,
        start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER, local_date INTEGER,
        notes TEXT, title TEXT, local_date_time_start_time INTEGER AS (start_time + 1000 * start_zone_offset));
    CREATE TABLE sleep_stages_table (parent_key INTEGER NOT NULL, stage_start_time INTEGER NOT NULL,
        stage_end_time INTEGER NOT NULL, stage_type INTEGER NOT NULL);
    CREATE TABLE steps_record_table (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE,
        app_info_id INTEGER, recording_method INTEGER, start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER,
        end_zone_offset INTEGER, local_date INTEGER, count INTEGER);
    CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, start_time INTEGER,
        end_time INTEGER, exercise_type INTEGER);
    CREATE TABLE heart_rate_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB);
    CREATE TABLE heart_rate_record_series_table (parent_key INTEGER, beats_per_minute INTEGER, epoch_millis INTEGER);
    INSERT INTO application_info_table VALUES (1, 'com.example.watch', 'Watch', x'00', NULL),
        (2, 'com.example.phone', NULL, NULL, NULL), (3, 'com.example.ring', 'Ring', NULL, NULL);
";

/// A session, as a row.
struct Session<'a> {
    id: i64,
    uuid: u8,
    app: i64,
    ends: (&'a str, &'a str),
    offset: Option<i64>,
    method: i64,
    /// Start, end, kind.
    stages: &'a [(&'a str, &'a str, i64)],
}

impl Session<'_> {
    fn sql(&self) -> String {
        let offset = self.offset.map_or("NULL".to_owned(), |o| o.to_string());
        let mut sql = format!(
            "INSERT INTO sleep_session_record_table (row_id, uuid, app_info_id, recording_method, start_time,
                start_zone_offset, end_time, end_zone_offset)
             VALUES ({}, x'{:032x}', {}, {}, {}, {offset}, {}, {offset});",
            self.id,
            self.uuid,
            self.app,
            self.method,
            ms(self.ends.0),
            ms(self.ends.1),
        );
        for (from, to, kind) in self.stages {
            sql += &format!(
                "INSERT INTO sleep_stages_table VALUES ({}, {}, {}, {kind});",
                self.id,
                ms(from),
                ms(to)
            );
        }
        sql
    }
}

const NIGHT: Session<'_> = Session {
    id: 1,
    uuid: 1,
    app: 1,
    ends: ("2026-03-01T22:00:00Z", "2026-03-02T06:00:00Z"),
    offset: Some(3600),
    method: 2,
    stages: &[
        ("2026-03-01T22:00:00Z", "2026-03-01T22:15:00Z", 7),
        ("2026-03-01T22:15:00Z", "2026-03-02T00:15:00Z", 4),
        ("2026-03-02T00:15:00Z", "2026-03-02T01:45:00Z", 5),
        ("2026-03-02T01:45:00Z", "2026-03-02T01:55:00Z", 1),
        ("2026-03-02T01:55:00Z", "2026-03-02T02:00:00Z", 3),
        ("2026-03-02T02:00:00Z", "2026-03-02T03:30:00Z", 6),
        ("2026-03-02T03:30:00Z", "2026-03-02T05:30:00Z", 2),
        ("2026-03-02T05:30:00Z", "2026-03-02T06:00:00Z", 0),
    ],
};

#[test]
fn a_night_comes_in_with_its_stages_from_the_bare_file_and_from_the_archive() {
    let desk = Desk::new();
    let bare = desk.database("anything.bin", &(TABLES.to_owned() + &NIGHT.sql()));
    let archive = desk.file(
        "Health Connect.zip",
        &archive(&[("health_connect_export.db", &fs::read(&bare).unwrap())]),
    );
    for path in [bare, archive] {
        let preview = desk.preview(&path);
        assert_eq!(
            preview["format"], "health-connect",
            "by content, not by name"
        );
        assert_eq!(
            preview["sleeps"],
            json!([{
                "start": "2026-03-01T23:00:00+01:00",
                "end": "2026-03-02T07:00:00+01:00",
                "kind": "night",
                "wake_date": "2026-03-02",
                "asleep_min": 420.0,
                "in_bed_min": 480.0,
                "awake_min": 30.0,
                "stages_min": { "deep": 90, "light": 120, "rem": 90, "awake": 30, "asleep": 120 },
                "source": "health-connect",
                "device": "Watch",
            }]),
            "sleeping without a stage is sleep; what the program does not know is neither sleep nor wake"
        );
        assert_eq!(
            preview["changes"],
            json!({ "new": 1, "same": 0, "conflict": 0 })
        );
        nothing_left(&desk.house);
    }
}

#[test]
fn an_import_is_one_batch_and_twice_changes_nothing() {
    let desk = Desk::new();
    let path = desk.database("hc.db", &(TABLES.to_owned() + &NIGHT.sql()));
    let first = desk.import(&path);
    assert_eq!(first["changes"]["new"], 1);
    let before = desk.house.ask("data", json!({}));
    let second = desk.import(&path);
    assert_eq!(second["batch"], Value::Null);
    assert_eq!(desk.house.ask("data", json!({})), before);
    desk.house
        .ask("import_undo", json!({ "id": first["batch"] }));
    assert_eq!(
        desk.preview(&path)["changes"]["new"],
        1,
        "taken back whole, it can come again"
    );
    nothing_left(&desk.house);
}

/// What one session alone comes to: minutes asleep and in bed.
fn check(what: &str, session: &Session<'_>, asleep: Value, in_bed: f64) {
    let desk = Desk::new();
    let path = desk.database("hc.db", &(TABLES.to_owned() + &session.sql()));
    let sleep = desk.preview(&path)["sleeps"][0].clone();
    assert_eq!(sleep["asleep_min"], asleep, "{what}: asleep");
    assert_eq!(sleep["in_bed_min"], in_bed, "{what}: in bed");
}

#[test]
fn what_a_session_says_of_sleep() {
    check(
        "no stages: in bed, and nobody knows how long asleep",
        &Session {
            stages: &[],
            ..NIGHT
        },
        Value::Null,
        480.0,
    );
    check(
        "sleeping throughout, without stages of its own",
        &Session {
            stages: &[("2026-03-01T22:00:00Z", "2026-03-02T06:00:00Z", 2)],
            ..NIGHT
        },
        json!(480.0),
        480.0,
    );
    check(
        "only a stage that the program does not know",
        &Session {
            stages: &[("2026-03-01T22:00:00Z", "2026-03-02T06:00:00Z", 0)],
            ..NIGHT
        },
        Value::Null,
        480.0,
    );
    check(
        "stages that overlap count once, and waking goes before sleep",
        &Session {
            stages: &[
                ("2026-03-01T22:00:00Z", "2026-03-02T02:00:00Z", 4),
                ("2026-03-02T01:00:00Z", "2026-03-02T04:00:00Z", 5),
                ("2026-03-02T03:00:00Z", "2026-03-02T03:30:00Z", 1),
            ],
            ..NIGHT
        },
        json!(330.0),
        480.0,
    );
    check(
        "stages beyond the session count no further than it",
        &Session {
            stages: &[("2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z", 4)],
            ..NIGHT
        },
        json!(480.0),
        480.0,
    );
    check(
        "elapsed time is elapsed over a change of the clock",
        &Session {
            ends: ("2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z"),
            stages: &[("2026-03-28T22:00:00Z", "2026-03-29T05:00:00Z", 4)],
            offset: None,
            ..NIGHT
        },
        json!(420.0),
        420.0,
    );
}

#[test]
fn of_two_programs_the_one_that_the_person_puts_first_is_taken() {
    let ring = Session {
        id: 2,
        uuid: 2,
        app: 3,
        ends: ("2026-03-01T22:10:00Z", "2026-03-02T05:50:00Z"),
        stages: &[("2026-03-01T22:10:00Z", "2026-03-02T05:50:00Z", 2)],
        ..NIGHT
    };
    for (order, minutes) in [
        ("", 420.0),
        (
            "INSERT INTO health_data_category_priority_table VALUES (1, 5, '3,1');",
            460.0,
        ),
        (
            "INSERT INTO health_data_category_priority_table VALUES (1, 5, '1,3');",
            420.0,
        ),
        // An order for another kind of data says nothing about sleep.
        (
            "INSERT INTO health_data_category_priority_table VALUES (1, 1, '3,1');",
            420.0,
        ),
        (
            "INSERT INTO health_data_category_priority_table VALUES (1, 5, 'x,,3');",
            460.0,
        ),
    ] {
        let desk = Desk::new();
        let path = desk.database(
            "hc.db",
            &(TABLES.to_owned() + order + &NIGHT.sql() + &ring.sql()),
        );
        let preview = desk.preview(&path);
        assert_eq!(
            preview["sleeps"].as_array().unwrap().len(),
            1,
            "{order}: one night"
        );
        assert_eq!(preview["sleeps"][0]["asleep_min"], minutes, "{order}");
        assert_eq!(
            preview["skipped"][0]["count"], 1,
            "{order}: and the other is told of"
        );
    }
}

#[test]
fn naps_travel_and_what_was_written_by_hand() {
    let desk = Desk::new();
    let nap = Session {
        id: 2,
        uuid: 2,
        ends: ("2026-03-02T13:00:00Z", "2026-03-02T13:40:00Z"),
        method: 3,
        stages: &[],
        ..NIGHT
    };
    let away = Session {
        id: 3,
        uuid: 3,
        ends: ("2026-03-05T14:00:00Z", "2026-03-05T22:00:00Z"),
        offset: Some(9 * 3600),
        stages: &[],
        ..NIGHT
    };
    let sql = TABLES.to_owned() + &NIGHT.sql() + &nap.sql() + &away.sql();
    let preview = desk.preview(&desk.database("hc.db", &sql));
    let kinds: Vec<&str> = preview["sleeps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|sleep| sleep["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["night", "nap", "night"]);
    assert_eq!(
        preview["sleeps"][2]["wake_date"], "2026-03-06",
        "the date is that of the clock in the bedroom"
    );
    assert_eq!(preview["other"]["manual"], 1);
}

#[test]
fn steps_are_never_summed_over_programs_and_the_rest_is_counted() {
    let desk = Desk::new();
    let mut sql = TABLES.to_owned();
    sql += "INSERT INTO health_data_category_priority_table VALUES (1, 1, '2,1');";
    for (id, app, count) in [(1, 1, 900), (2, 2, 500)] {
        sql += &format!(
            "INSERT INTO steps_record_table (uuid, app_info_id, start_time, end_time, count)
             VALUES (x'{id:032x}', {app}, {}, {}, {count});",
            ms("2026-03-02T09:00:00Z"),
            ms("2026-03-02T09:10:00Z"),
        );
    }
    sql += "INSERT INTO exercise_session_record_table VALUES (1, x'01', 0, 1, 2);
            INSERT INTO heart_rate_record_series_table VALUES (1, 60, 1), (1, 61, 2);";
    let preview = desk.preview(&desk.database("hc.db", &sql));
    assert_eq!(
        preview["steps_by_day"],
        json!({ "2026-03-02": 500 }),
        "of the program that the person put first, though another counted more"
    );
    assert_eq!(preview["other"]["workouts"], 1);
    assert_eq!(preview["other"]["heart_rate_readings"], 2);
}

#[test]
fn hearts_and_exercise_are_read_with_the_clock_they_were_made_by() {
    let desk = Desk::new();
    let mut sql = "CREATE TABLE resting_heart_rate_record_table (row_id INTEGER PRIMARY KEY, time INTEGER, zone_offset INTEGER,
            beats_per_minute INTEGER);
        CREATE TABLE EXERCISE_SESSION_RECORD_TABLE (row_id INTEGER PRIMARY KEY, uuid BLOB, app_info_id INTEGER,
            start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, exercise_type INTEGER);"
        .to_owned();
    sql += &TABLES.replace(
        "CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, start_time INTEGER,\n        end_time INTEGER, exercise_type INTEGER);",
        "",
    );
    sql += &NIGHT.sql();
    for quarter in 0..24 {
        sql += &format!(
            "INSERT INTO heart_rate_record_series_table VALUES (1, {}, {});",
            50 + quarter % 2 * 4,
            ms("2026-03-01T23:03:00Z") + quarter * 900_000,
        );
    }
    sql += "INSERT INTO heart_rate_record_series_table VALUES (1, 0, 1);";
    for (at, rate) in [
        ("2026-03-01T23:30:00Z", 61),
        ("2026-03-02T09:00:00Z", 58),
        ("2026-03-02T08:00:00Z", 59),
        ("2026-03-03T09:00:00Z", 5),
    ] {
        sql += &format!(
            "INSERT INTO resting_heart_rate_record_table (time, zone_offset, beats_per_minute) VALUES ({}, 3600, {rate});",
            ms(at)
        );
    }
    for (id, app, from, to, kind) in [
        (1, 1, "2026-03-02T23:30:00Z", "2026-03-03T00:10:00Z", 53),
        (2, 3, "2026-03-02T23:35:00Z", "2026-03-03T00:05:00Z", 33),
        (3, 1, "2026-03-04T09:00:00Z", "2026-03-04T09:30:00Z", 58),
    ] {
        sql += &format!(
            "INSERT INTO exercise_session_record_table (uuid, app_info_id, start_time, start_zone_offset, end_time, exercise_type)
             VALUES (x'{id:032x}', {app}, {}, 3600, {}, {kind});",
            ms(from),
            ms(to),
        );
    }
    let path = desk.database("hc.db", &sql);
    let preview = desk.preview(&path);
    assert_eq!(
        preview["heart_by_day"],
        json!({ "2026-03-02": { "resting": 58.0, "asleep": 52.0 } }),
        "of a day the last one told; what no heart does is none"
    );
    assert_eq!(
        preview["workouts"],
        json!([
            { "start": "2026-03-03T00:30:00+01:00", "minutes": 40, "exercise": "walking", "device": "Watch" },
            { "start": "2026-03-04T10:00:00+01:00", "minutes": 30, "exercise": null, "device": "Watch" },
        ]),
        "two programs that tell of one spell are one"
    );
    desk.import(&path);
    let day = desk.house.day("2026-03-02");
    assert_eq!(day["factors"]["Heart rate asleep"], 52.0);
    assert_eq!(
        desk.import(&path)["batch"],
        Value::Null,
        "twice changes nothing"
    );
}

#[test]
fn columns_in_another_order_and_missing_ones_do_no_harm() {
    let desk = Desk::new();
    let path = desk.database(
        "hc.db",
        &format!(
            "CREATE TABLE APPLICATION_INFO_TABLE (package_name TEXT, row_id INTEGER PRIMARY KEY);
             CREATE TABLE sleep_session_record_table (end_time INTEGER, START_TIME INTEGER, row_id INTEGER PRIMARY KEY);
             INSERT INTO sleep_session_record_table VALUES ({}, {}, 7);",
            ms("2026-03-02T06:00:00Z"),
            ms("2026-03-01T22:00:00Z"),
        ),
    );
    let sleep = desk.preview(&path)["sleeps"][0].clone();
    assert_eq!(
        sleep["start"], "2026-03-01T23:00:00+01:00",
        "on the home clock"
    );
    assert_eq!(sleep["asleep_min"], Value::Null);
    let again = desk.import(&path);
    assert_eq!(again["changes"]["new"], 1);
    assert_eq!(
        desk.import(&path)["changes"]["same"],
        1,
        "without a name it is known by its times"
    );
}

#[test]
fn where_a_night_came_from_is_kept_and_said() {
    let desk = Desk::new();
    let path = desk.database("hc.db", &(TABLES.to_owned() + &NIGHT.sql()));
    let batch = desk.import(&path)["batch"].clone();
    let came = json!([{
        "text": "Watch, through Health Connect, brought in on 10 May 2026: measured sleep.",
        "format": "health-connect",
        "device": "Watch",
        "parts": ["measured"],
        "import": batch,
        "imported_at": "2026-05-10T11:00:00+02:00",
    }]);
    assert_eq!(
        desk.house.day("2026-03-02")["came_from"],
        came,
        "the day read back"
    );
    let day = json!({ "date": "2026-03-02" });
    assert_eq!(
        desk.house.ask("history", day.clone())["came_from"],
        came,
        "its history"
    );
    let today = desk.house.ask("today", day);
    assert_eq!(today["came_from"], json!([came[0]["text"]]), "and its view");
    assert!(
        today["measured"][0]
            .as_str()
            .unwrap()
            .starts_with("Watch, through Health Connect: "),
        "{today}"
    );
    let imports = desk.house.ask("data", json!({}))["imports"].clone();
    assert_eq!(
        imports[0]["devices"],
        json!(["Watch"]),
        "the list of imports"
    );
    assert_eq!(imports[0]["from_text"], "From Watch");

    // What was written by hand comes from nowhere.
    desk.house
        .ask("save_morning", json!({ "date": "2026-03-03", "pain": 3 }));
    assert_eq!(desk.house.day("2026-03-03")["came_from"], json!([]));
}

#[test]
fn of_two_imports_each_record_knows_its_own() {
    let desk = Desk::new();
    let first = desk.database("a.db", &(TABLES.to_owned() + &NIGHT.sql()));
    let later = Session {
        uuid: 9,
        ends: ("2026-03-08T22:00:00Z", "2026-03-09T06:00:00Z"),
        stages: &[],
        ..NIGHT
    };
    let second = desk.database("b.db", &(TABLES.to_owned() + &later.sql()));
    let one = desk.import(&first)["batch"].clone();
    desk.house.world.set_now("2026-05-11T09:00:00Z");
    let two = desk.import(&second)["batch"].clone();
    for (day, batch) in [("2026-03-02", one), ("2026-03-09", two)] {
        assert_eq!(
            desk.house.day(day)["came_from"][0]["import"],
            batch,
            "{day}"
        );
    }
}

/// A diary with nights by a device and by the person, so many minutes apart.
fn both(differences: &[i64]) -> Desk {
    let desk = Desk::new();
    let mut sql = TABLES.to_owned();
    for (index, difference) in differences.iter().enumerate() {
        let day = 2 + index;
        let ends = (
            format!("2026-03-{:02}T23:00:00Z", day - 1),
            format!("2026-03-{day:02}T07:00:00Z"),
        );
        // Six hours felt; the device counts the rest as waking.
        let awake = 480 - (360 + difference);
        let asleep_from = ms(&ends.0) + awake * 60_000;
        sql += &Session {
            id: day as i64,
            uuid: day as u8,
            ends: (&ends.0, &ends.1),
            stages: &[],
            ..NIGHT
        }
        .sql();
        sql += &format!(
            "INSERT INTO sleep_stages_table VALUES ({day}, {}, {asleep_from}, 1), ({day}, {asleep_from}, {}, 4);",
            ms(&ends.0),
            ms(&ends.1)
        );
        desk.house.ask(
            "save_morning",
            json!({ "date": format!("2026-03-{day:02}"), "night": { "lights_out": "01:00", "sol_min": 0, "waso_min": 0, "final_wake": "07:00" } }),
        );
    }
    let path = desk.database("hc.db", &sql);
    desk.import(&path);
    desk
}

#[test]
fn what_a_device_measured_is_held_against_what_was_felt_as_a_curiosity() {
    let seven = both(&[-20, 10, 30, 34, 40, 60, 90]);
    let view = seven.house.ask("device_felt", json!({}));
    assert_eq!(
        (view["nights"].clone(), view["median_min"].clone()),
        (json!(7), json!(34.0))
    );
    assert_eq!(
        (
            view["quarter_min"].clone(),
            view["three_quarters_min"].clone()
        ),
        (json!(20.0), json!(50.0))
    );
    let text = view["text"].as_str().unwrap();
    assert!(
        text.contains("34 min more") && text.contains("between 20 min more and 50 min more"),
        "{text}"
    );
    assert_eq!(
        view["table"]["rows"][6],
        json!([
            "2 Mar 2026",
            "6 h",
            "5 h 40",
            "20 min less",
            "Watch, through Health Connect"
        ]),
        "newest first"
    );
    let few = seven.house.ask(
        "device_felt",
        json!({ "from": "2026-03-02", "to": "2026-03-04" }),
    );
    assert_eq!(
        few["median_min"],
        Value::Null,
        "three nights say nothing about what is usual"
    );
    assert!(
        few["text"].as_str().unwrap().contains("From 7 nights on"),
        "{few}"
    );

    let alike = both(&[-5, -10, 0, 0, 3, 8, 10]);
    let text = alike.house.ask("device_felt", json!({}))["text"].to_string();
    assert!(text.contains("usually agree"), "{text}");
    let less = both(&[-60; 7]);
    let text = less.house.ask("device_felt", json!({}))["text"].to_string();
    assert!(text.contains("1 h less sleep"), "{text}");
    assert_eq!(
        both(&[]).house.ask("device_felt", json!({}))["empty"],
        true,
        "nothing to compare"
    );
}

#[test]
fn without_numbers_the_curiosity_has_none() {
    let desk = both(&[30; 7]);
    let mut settings = desk.house.ask("settings", json!({}))["settings"].clone();
    settings["number_free"] = json!(true);
    desk.house.ask("save_settings", settings);
    let view = desk.house.ask("device_felt", json!({}));
    assert_eq!(
        view["text"],
        "On most nights the device counts more sleep than your own times give."
    );
    assert_eq!(view["table"]["rows"], json!([]));
}
