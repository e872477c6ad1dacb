//! Import: looked into first, written as one batch, never twice, never over an entry of one's own.

use std::fs;

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::{House, data};

fn house() -> House {
    House::new("2026-05-10T09:00:00Z", Tz::Europe__London)
}

#[test]
fn a_preview_writes_nothing() {
    let house = house();
    let preview = house.ask(
        "import_preview",
        json!({ "paths": [data("diary_A_effect.csv")] }),
    );
    assert_eq!(preview["format"], "wane-csv", "recognised by its content");
    assert_eq!(preview["changes"]["same"], 0);
    assert!(
        preview["changes"]["new"].as_u64().unwrap() > 100,
        "one unit a day"
    );
    assert_eq!(
        house.ask("days", json!({})),
        json!([]),
        "looking is not importing"
    );
}

#[test]
fn importing_twice_changes_nothing() {
    for file in ["diary_A_effect.csv", "fitbit_sleep.json"] {
        let house = house();
        let first = house.import(file);
        assert!(first["batch"].is_string(), "{file} comes in as a batch");
        let before = house.ask("data", json!({}));
        let second = house.import(file);
        assert_eq!(
            second["changes"]["new"], 0,
            "{file} brings nothing new the second time"
        );
        assert_eq!(second["changes"]["conflict"], 0, "and contradicts nothing");
        assert_eq!(second["batch"], Value::Null, "so there is no second batch");
        assert_eq!(
            house.ask("data", json!({})),
            before,
            "and the diary is as it was"
        );
    }
}

#[test]
fn one_undo_takes_the_whole_import_back() {
    let house = house();
    house.ask("save_morning", json!({ "pain": 2 }));
    let before = house.ask("days", json!({}));
    house.import("diary_A_effect.csv");
    house.ask("undo", json!({}));
    assert_eq!(
        house.ask("days", json!({})),
        before,
        "nothing of the import is left, and everything else is"
    );
}

#[test]
fn an_import_can_be_taken_back_later_without_touching_what_came_after() {
    let house = house();
    let batch = house.import("diary_A_effect.csv")["batch"].clone();
    house.ask("save_morning", json!({ "pain": 2 }));
    house.ask(
        "save_morning",
        json!({ "date": "2026-01-06", "pain": 9, "keep_absent": true }),
    );
    let data = house.ask("import_undo", json!({ "id": batch }));
    assert_eq!(
        data["imports"],
        json!([]),
        "the batch is gone from the list"
    );
    let days = house.ask("days", json!({}));
    let left: Vec<(&str, &Value)> = days
        .as_array()
        .unwrap()
        .iter()
        .map(|d| (d["date"].as_str().unwrap(), &d["pain_morning"]))
        .collect();
    assert!(
        left.contains(&("2026-05-10", &json!(2))),
        "today's own entry stays"
    );
    assert!(
        !left.iter().any(|(d, _)| *d == "2026-01-05"),
        "an imported day that nobody touched is gone"
    );
    house.ask("undo", json!({}));
    assert!(
        house.ask("days", json!({})).as_array().unwrap().len() > 100,
        "and even that can be undone"
    );
}

#[test]
fn an_entry_of_ones_own_is_never_overwritten() {
    let house = house();
    house.ask(
        "save_morning",
        json!({ "date": "2026-01-05", "night": { "bed": "21:00" }, "pain": 9 }),
    );
    let imported = house.import("diary_A_effect.csv");
    assert_eq!(
        imported["changes"]["conflict"], 1,
        "the day that differs is a conflict"
    );
    let day = house.day("2026-01-05");
    assert_eq!(day["night"]["bed"], "21:00", "and stays as it was written");
    assert_eq!(day["pain_morning"], 9);
    assert_eq!(day["pain_day"], 5, "what was missing comes in");
}

#[test]
fn broken_rows_are_left_out_by_line_and_the_rest_comes_in() {
    let house = house();
    let file = house.dir.path().join("broken.csv");
    fs::write(
        &file,
        "date,bed,final_wake,pain_morning\n2026-03-01,23:00,07:00,4\n2026-03-02,25:61,07:00,4\n2026-03-03,23:00,07:00,11\nnonsense,23:00,07:00,4\n2026-03-05,23:00,07:00\n2026-03-06,22:30,06:30,0\n",
    )
    .unwrap();
    let request = json!({ "paths": [file.display().to_string()] });
    let preview = house.ask("import_preview", request.clone());
    let skipped = preview["skipped"].as_array().unwrap();
    assert!(!skipped.is_empty(), "what is left out is said");
    let said = skipped
        .iter()
        .map(|s| s["why"].as_str().unwrap())
        .collect::<Vec<_>>()
        .join("; ");
    for content in ["25:61", "nonsense"] {
        assert!(
            !said.contains(content),
            "{said:?} does not repeat what stood in the file"
        );
    }
    house.ask("import_apply", request);
    assert_eq!(house.day("2026-03-01")["pain_morning"], 4);
    assert_eq!(
        house.day("2026-03-06")["pain_morning"],
        0,
        "a zero is an answer"
    );
}

#[test]
fn files_that_cannot_be_read_say_so_and_change_nothing() {
    let house = house();
    let write = |name: &str, bytes: &[u8]| {
        let file = house.dir.path().join(name);
        fs::write(&file, bytes).unwrap();
        file.display().to_string()
    };
    let cases = [
        write("empty.csv", b""),
        write(
            "cut.json",
            br#"[{"logId": 1, "dateOfSleep": "2018-02-02", "startTime": "2018-02-0"#,
        ),
        write("picture.png", &[0x89, b'P', b'N', b'G', 0, 0, 0]),
        write("no-date.csv", b"when,bed\n2026-03-01,23:00\n"),
        house.dir.path().display().to_string(),
        house.dir.path().join("not-there.csv").display().to_string(),
    ];
    for path in cases {
        let (code, message) = house.refused("import_apply", json!({ "paths": [path] }));
        assert_eq!(code, "file", "{path}");
        assert!(
            message.contains("Nothing was changed"),
            "{message:?} says what was kept"
        );
    }
    assert_eq!(house.ask("days", json!({})), json!([]));
}

#[test]
fn a_fitbit_archive_keeps_the_vendors_minutes_and_its_zone_is_assumed() {
    let house = house();
    let preview = house.ask(
        "import_preview",
        json!({ "paths": [data("fitbit_sleep.json")], "home_zone": "Europe/London" }),
    );
    assert_eq!(preview["format"], "fitbit-takeout");
    let sleeps = preview["sleeps"].as_array().unwrap();
    let minutes: Vec<(&str, f64, f64)> = sleeps
        .iter()
        .map(|s| {
            (
                s["wake_date"].as_str().unwrap(),
                s["asleep_min"].as_f64().unwrap(),
                s["in_bed_min"].as_f64().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        minutes,
        [("2018-02-02", 452.0, 486.0), ("2018-02-03", 312.0, 510.0)]
    );
    assert_eq!(sleeps[0]["stages_min"]["deep"], 137);
    assert_eq!(sleeps[0]["start"], "2018-02-01T22:36:00+00:00");
    assert_eq!(preview["home_zone"], "Europe/London");
}
