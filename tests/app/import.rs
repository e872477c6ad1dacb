//! Import: looked into first, written as one batch, never twice, never over an entry of one's own.

use std::{fs, io::Write};

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
    let rows: u64 = skipped.iter().map(|s| s["count"].as_u64().unwrap()).sum();
    let done = house.ask("import_apply", request);
    let told = format!("Left out: {rows}; the preview says which and why.");
    assert!(done["text"].as_str().unwrap().ends_with(&told), "{done}");
    assert_eq!(house.day("2026-03-01")["pain_morning"], 4);
    assert_eq!(
        house.day("2026-03-06")["pain_morning"],
        0,
        "a zero is an answer"
    );
}

#[test]
fn where_nothing_could_be_read_an_import_says_what_was_left_out() {
    let house = house();
    let file = house.dir.path().join("plees.csv");
    let request = json!({ "paths": [file.display().to_string()] });
    for (rows, told) in [
        (
            "1,never,never,4\n",
            "There was nothing to bring in, and nothing was changed. Left out: 1; the preview says which and why.",
        ),
        (
            "",
            "There was nothing to bring in, and nothing was changed.",
        ),
    ] {
        fs::write(&file, format!("sid,start,stop,rating\n{rows}")).unwrap();
        let done = house.ask("import_apply", request.clone());
        assert_eq!(done["text"], told);
        assert_eq!(done["batch"], json!(null));
    }
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

const EXPORT: &str = "<HealthData>\n<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"Watch\" startDate=\"2026-05-09 22:00:00 +0000\" endDate=\"2026-05-10 05:00:00 +0000\" value=\"HKCategoryValueSleepAnalysisAsleepCore\"/>\n</HealthData>\n";

#[test]
fn a_folder_stands_for_what_is_in_it() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("apple_health_export")).unwrap();
    fs::write(folder.path().join("apple_health_export/export.xml"), EXPORT).unwrap();
    fs::write(folder.path().join("notes.txt"), "nothing of interest").unwrap();
    fs::write(folder.path().join("photo.jpg"), [0xFF, 0xD8]).unwrap();
    let paths = json!({ "paths": [folder.path()] });
    let preview = house.ask("import_preview", paths.clone());
    assert_eq!(preview["format"], "apple-health");
    assert_eq!(preview["title"], "Apple Health");
    assert_eq!(preview["sleeps"][0]["asleep_min"], 420.0);
    assert_eq!(
        house.ask("import_apply", paths.clone())["changes"]["new"],
        1
    );
    assert_eq!(
        house.ask("import_apply", paths)["batch"],
        Value::Null,
        "nothing new the second time"
    );
}

#[test]
fn an_archive_in_a_folder_is_looked_into() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    let mut writer =
        zip::ZipWriter::new(fs::File::create(folder.path().join("export.ZIP")).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    writer
        .start_file("apple_health_export/export.xml", options)
        .unwrap();
    writer.write_all(EXPORT.as_bytes()).unwrap();
    writer.finish().unwrap();
    fs::write(folder.path().join("other.zip"), "no archive").unwrap();
    let preview = house.ask("import_preview", json!({ "paths": [folder.path()] }));
    assert_eq!(preview["format"], "apple-health");
    assert_eq!(preview["sleeps"][0]["asleep_min"], 420.0);
}

#[test]
fn an_empty_folder_is_a_clear_error() {
    let folder = tempfile::tempdir().unwrap();
    let (_, message) = house().refused("import_preview", json!({ "paths": [folder.path()] }));
    assert!(message.contains("Nothing was changed"), "{message:?}");
}

#[test]
fn a_sleep_that_another_device_told_before_is_not_a_second_one() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (
        folder.path().join("export.xml"),
        folder.path().join("plees.csv"),
    );
    fs::write(&first, EXPORT).unwrap();
    // 22:10 to 05:05 of the same night, and an hour after noon that nobody else tells of.
    fs::write(
        &second,
        "sid,start,stop,rating\n1,1778364600000,1778389500000,3\n2,1778328000000,1778331600000,0\n",
    )
    .unwrap();
    house.ask("import_apply", json!({ "paths": [first] }));
    let preview = house.ask("import_preview", json!({ "paths": [second] }));
    assert_eq!(
        preview["changes"],
        json!({ "new": 1, "same": 0, "conflict": 1 }),
        "what is there stays, and the nap comes in"
    );
}

const OWN_TABLE: &str = "Bedtime;Wake time;Hours of sleep;Pain\n08.05.2026 23:10;09.05.2026 07:05;7,5;4\n09.05.2026 23:00;10.05.2026 06:30;;3\n";

#[test]
fn a_table_nobody_knows_comes_in_by_what_its_columns_are_said_to_be() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.csv");
    fs::write(&path, OWN_TABLE).unwrap();
    let (code, _) = house.refused("import_preview", json!({ "paths": [path] }));
    assert_eq!(code, "file", "nobody knows it");

    let table = house.ask("import_columns", json!({ "path": path }));
    assert_eq!(table["remembered"], false);
    assert_eq!(table["columns"][2]["samples"], json!(["7,5", ""]));
    assert_eq!(
        table["mapping"],
        json!({ "roles": ["start", "end", "asleep", "pain-day"], "dates": "day-first", "unit": "hours", "by_hand": false })
    );
    assert!(
        table["roles"]
            .as_array()
            .unwrap()
            .iter()
            .all(|role| role["text"] != ""),
        "every role has its words"
    );
    let request = json!({ "paths": [path], "mapping": table["mapping"] });
    let preview = house.ask("import_preview", request.clone());
    assert_eq!(preview["format"], "csv");
    assert_eq!(preview["sleeps"][0]["asleep_min"], 450.0);
    assert_eq!(
        house.ask("import_columns", json!({ "path": path }))["remembered"],
        false,
        "looking is not saying"
    );
    assert_eq!(house.ask("import_apply", request)["changes"]["conflict"], 0);

    let again = house.ask("import_columns", json!({ "path": path }));
    assert_eq!(
        again["remembered"], true,
        "what was said is known the next time"
    );
    let preview = house.ask("import_preview", json!({ "paths": [path] }));
    assert_eq!(
        preview["changes"]["new"], 0,
        "so the file comes in by itself, and twice changes nothing"
    );
    house.ask("undo", json!({}));
    let preview = house.ask("import_preview", json!({ "paths": [path] }));
    assert!(
        preview["changes"]["new"].as_u64().unwrap() > 0,
        "one undo takes all of it back, and the table stays known"
    );
}

#[test]
fn asked_for_as_a_table_it_says_what_each_column_was_taken_for() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.csv");
    fs::write(&path, OWN_TABLE).unwrap();
    let preview = house.ask(
        "import_preview",
        json!({ "paths": [path], "format": "csv" }),
    );
    let told: Vec<String> = preview["summary"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            format!(
                "{}: {}",
                line["name"].as_str().unwrap(),
                line["text"].as_str().unwrap()
            )
        })
        .filter(|line| line.starts_with("Column"))
        .collect();
    assert_eq!(
        told,
        [
            "Column “Bedtime”: Sleep begins (date and time)",
            "Column “Wake time”: Sleep ends (date and time)",
            "Column “Hours of sleep”: Time asleep, in hours",
            "Column “Pain”: Pain of the day, 0 to 10",
        ]
    );
    fs::write(&path, "a,b\n1,2\n").unwrap();
    let (_, said) = house.refused(
        "import_preview",
        json!({ "paths": [path], "format": "csv" }),
    );
    assert!(said.contains("you can say what its columns are"), "{said}");
}

#[test]
fn what_is_no_table_has_no_columns() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [
        ("a.zip", b"PK\x03\x04,a,b\n1,2,3\n".as_slice()),
        ("a.json", b"{\"a\": 1,\n\"b\": 2}"),
        ("a.png", b"\x89PNG,a\0,b\n1,2,3\n"),
        ("empty", b""),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        house.refused("import_columns", json!({ "path": path }));
    }
}

#[test]
fn a_mapping_that_will_not_do_says_why() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.csv");
    fs::write(&path, OWN_TABLE).unwrap();
    let with = |roles: [&str; 4]| json!({ "paths": [path], "mapping": { "roles": roles, "dates": "day-first", "unit": "hours", "by_hand": false } });
    let (_, message) = house.refused(
        "import_preview",
        with(["start", "ignore", "ignore", "ignore"]),
    );
    assert!(message.contains("beginning and an end"), "{message}");
    let (_, message) = house.refused("import_preview", with(["start", "end", "end", "ignore"]));
    assert!(message.contains("Two columns"), "{message}");
    house.refused(
        "import_preview",
        with(["start", "nonsense", "end", "ignore"]),
    );
}

#[test]
fn what_a_device_measured_stands_beside_what_was_felt_and_never_before_it() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("export.xml");
    fs::write(&file, EXPORT).unwrap();
    house.ask("import_apply", json!({ "paths": [file] }));
    assert_eq!(
        house.ask("today", json!({ "date": "2026-05-10" }))["measured"],
        json!([]),
        "the person's own answer comes first"
    );
    house.ask(
        "save_morning",
        json!({ "night": { "lights_out": "23:00", "sol_min": 20, "waso_min": 40, "final_wake": "05:00" }, "quality": 3 }),
    );
    let measured = house.ask("today", json!({ "date": "2026-05-10" }))["measured"].clone();
    let said = measured[0].as_str().unwrap();
    assert!(
        said.starts_with("Watch, through Apple Health: 23:00"),
        "{said}"
    );
    assert!(said.contains("7 h") && said.contains("5 h"), "{said}");
    assert!(said.contains("see a night differently"), "{said}");
}

/// A sleep that the same source tells again under another name is not a second one.
#[test]
fn a_night_that_grew_at_its_beginning_is_the_same_night() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sleeps.csv");
    let night = |start: &str| {
        format!(
            "sid,start,stop,length,rating,comment,wakes\n1,{start},2026-05-02 07:00,8:00,0,,0\n"
        )
    };
    let request = json!({ "paths": [file], "home_zone": "Europe/London" });
    fs::write(&file, night("2026-05-01 23:00")).unwrap();
    assert_eq!(
        house.ask("import_apply", request.clone())["changes"]["new"],
        1
    );
    fs::write(&file, night("2026-05-01 22:40")).unwrap();
    let again = house.ask("import_preview", request);
    assert_eq!(
        again["changes"],
        json!({ "new": 0, "same": 0, "conflict": 1 })
    );
}
