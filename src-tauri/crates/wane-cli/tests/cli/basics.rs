//! Reading back, charts, reminders, the sun, and how it exits.

use std::{fs, sync::Arc};

use serde_json::{Value, json};
use wane_app::App;

use crate::desk::{Desk, Elsewhere, sample_file};

#[test]
fn an_import_and_its_measures_are_those_of_the_science_notes() {
    let desk = Desk::new();
    let file = sample_file("diary_A_effect.csv");
    let dry = desk.json(&["import", &file, "--dry-run"]);
    for field in [
        "format",
        "sleeps",
        "steps_by_day",
        "other",
        "skipped",
        "warnings",
        "changes",
    ] {
        assert!(!dry[field].is_null(), "the dry run has {field}");
    }
    assert!(
        !desk.data().join("diary.db").exists() || desk.json(&["measures"])["nights"] == json!([])
    );
    desk.ok(&[
        "import",
        &file,
        "--format",
        "wane-csv",
        "--home-zone",
        "Europe/London",
    ]);
    let measures = desk.json(&["measures"]);
    let spring = measures["nights"]
        .as_array()
        .unwrap()
        .iter()
        .find(|n| n["wake_date"] == "2026-03-29")
        .unwrap();
    assert_eq!(
        (&spring["tib_min"], &spring["tst_min"]),
        (&json!(435.0), &json!(375.0))
    );
}

#[test]
fn what_is_logged_adds_up_and_reads_back() {
    let desk = Desk::new();
    desk.ok(&[
        "log",
        "morning",
        "--bed",
        "22:45",
        "--lights-out",
        "23:15",
        "--sol",
        "25",
        "--nwak",
        "2",
    ]);
    desk.ok(&[
        "log",
        "morning",
        "2026-03-14",
        "--waso",
        "40",
        "--final-wake",
        "06:40",
        "--tasafa",
        "10",
        "--up",
        "07:10",
    ]);
    desk.ok(&["log", "morning", "--quality", "4", "--pain", "3"]);
    desk.ok(&[
        "log",
        "evening",
        "--pain",
        "5",
        "--arousal",
        "2",
        "--mattered",
        "saw a friend",
    ]);
    desk.ok(&["log", "movement", "--minutes", "15"]);
    desk.ok(&["log", "light", "--minutes", "30"]);
    desk.ok(&["log", "rough-day"]);
    let day = &desk.json(&["day"])[0];
    assert_eq!(
        day["measures"]["tst_min"], 380.0,
        "the options of three calls make one night"
    );
    assert_eq!(day["quality"], 4);
    assert_eq!(
        day["pain_day"], 5,
        "logging movement leaves the evening's answers alone"
    );
    assert_eq!(day["movement_min"], 15);
    assert_eq!(day["outdoor_light_min"], 30);
    assert_eq!(day["rough"], true);
    assert!(
        desk.ok(&["day"]).contains("saw a friend"),
        "the text output has it too"
    );
}

#[test]
fn undo_and_redo_work_across_calls() {
    let desk = Desk::new();
    desk.ok(&["log", "morning", "--pain", "3"]);
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["day", "2026-03-14"]), json!([]));
    desk.ok(&["redo"]);
    assert_eq!(desk.json(&["day", "2026-03-14"])[0]["pain_morning"], 3);
    let history = desk.json(&["history", "2026-03-14"]);
    assert!(
        history["changes"].as_array().unwrap().len() >= 3,
        "every step is in the history"
    );
}

#[test]
fn a_chart_is_written_whole_or_not_at_all() {
    let desk = Desk::new();
    desk.ok(&["sample", "--days", "40"]);
    let svg = desk.dir.path().join("trend.svg");
    let png = desk.dir.path().join("raster.png");
    desk.ok(&[
        "chart",
        "trend",
        "-o",
        svg.to_str().unwrap(),
        "--theme",
        "evening",
    ]);
    desk.ok(&[
        "chart",
        "raster",
        "--range",
        "all",
        "-o",
        png.to_str().unwrap(),
        "--width",
        "600",
    ]);
    assert!(fs::read_to_string(&svg).unwrap().starts_with("<svg"));
    assert_eq!(&fs::read(&png).unwrap()[1..4], b"PNG");

    let nowhere = desk.dir.path().join("missing/trend.svg");
    let (status, said) = desk.refused(&["chart", "trend", "-o", nowhere.to_str().unwrap()]);
    assert_eq!(status, 1);
    assert!(said.contains("nothing was written"), "{said}");
    let (_, said) = desk.refused(&["chart", "trend", "-o", "trend.gif"]);
    assert!(said.contains(".svg or .png"), "{said}");
}

#[test]
fn reminders_are_set_planned_and_answered() {
    let desk = Desk::new();
    desk.ok(&["reminders", "set", "wind-down", "--at", "22:15"]);
    desk.ok(&[
        "reminders",
        "set",
        "stretch",
        "--at",
        "11:50",
        "--days",
        "sat,sun",
    ]);
    let plan = desk.json(&[
        "reminders",
        "plan",
        "--from",
        "2026-03-27T00:00:00Z",
        "--to",
        "2026-03-30T23:59:00Z",
    ]);
    let due: Vec<(&str, &str)> = plan
        .as_array()
        .unwrap()
        .iter()
        .map(|o| (o["kind"].as_str().unwrap(), o["due"].as_str().unwrap()))
        .collect();
    assert_eq!(
        due,
        [
            ("wind-down", "2026-03-27T22:15:00+00:00"),
            ("stretch", "2026-03-28T11:50:00+00:00"),
            ("wind-down", "2026-03-28T22:15:00+00:00"),
            ("stretch", "2026-03-29T11:50:00+01:00"),
            ("wind-down", "2026-03-29T22:15:00+01:00"),
            ("wind-down", "2026-03-30T22:15:00+01:00"),
        ],
        "in order, with the offset in force"
    );
    let keys: Vec<&String> = plan[0].as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["kind", "local_date", "due", "until", "why"],
        "the shape other programs rely on"
    );
    let due = desk.json(&["reminders", "due"]);
    assert_eq!(
        due,
        json!([]),
        "a rule made at noon leaves what was due at 11:50 alone"
    );
    desk.ok(&["reminders", "set", "wind-down", "--off"]);
    let rules = desk.json(&["reminders", "list"]);
    let off = rules
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["kind"] == "wind-down")
        .unwrap();
    assert_eq!(off["enabled"], false);
    assert_eq!(off["times"][0], "22:15", "turning it off keeps its time");
}

#[test]
fn the_sun_is_told_or_none() {
    let desk = Desk::new();
    let sun = desk.json(&["sun", "2026-06-21", "--lat", "51.5074", "--lon", "-0.1278"]);
    assert!(
        sun["sunrise"]
            .as_str()
            .unwrap()
            .starts_with("2026-06-21T04:43"),
        "{sun}"
    );
    let polar = desk.json(&["sun", "2026-06-21", "--lat", "69.6492", "--lon", "18.9553"]);
    assert_eq!(
        polar["sunrise"],
        Value::Null,
        "the sun does not set there, and so does not rise"
    );
    assert!(
        desk.ok(&["sun", "2026-06-21", "--lat", "69.6492", "--lon", "18.9553"])
            .contains("none")
    );
}

#[test]
fn wrong_use_exits_with_two_and_refusals_with_one() {
    let desk = Desk::new();
    let check = |args: &[&str], status: i32| {
        let (got, said) = desk.refused(args);
        assert_eq!(got, status, "wane {args:?}: {said}");
        said
    };
    check(&["no-such-command"], 2);
    check(&["chart", "trend"], 2);
    check(&["--zone", "Middle/Earth", "day"], 2);
    check(&["--now", "yesterday", "day"], 2);
    let said = check(&["log", "morning", "--bed", "25:61"], 1);
    assert!(
        said.contains("bed") && said.contains("Nothing was changed"),
        "{said}"
    );
    assert!(
        !said.contains("25:61"),
        "what was typed is not repeated: {said}"
    );
    let said = check(&["log", "morning", "--pain", "11"], 1);
    assert!(said.contains("0 to 10"), "{said}");
    let said = check(&["import", "not-there.csv"], 1);
    assert!(said.contains("Nothing was changed"), "{said}");
    let said = check(&["--json", "day", "2026-02-30"], 1);
    let error: Value = serde_json::from_str(&said).expect("an error is JSON too");
    assert_eq!(error["error"]["code"], "bad-input");
}

#[test]
fn a_diary_that_is_open_elsewhere_is_left_alone() {
    let desk = Desk::new();
    desk.ok(&["log", "morning", "--pain", "3"]);
    let app = App::open(&desk.data(), Arc::new(Elsewhere)).expect("the diary opens here");
    let (status, said) = desk.refused(&["log", "morning", "--pain", "9"]);
    assert_eq!(status, 1);
    assert!(
        said.contains("already open") && said.contains("safe"),
        "{said}"
    );
    drop(app);
    assert_eq!(
        desk.json(&["day"])[0]["pain_morning"],
        3,
        "nothing was lost"
    );
}

#[test]
fn a_place_that_cannot_hold_a_diary_is_named() {
    let desk = Desk::new();
    fs::write(desk.data(), "a file where the directory should be").unwrap();
    let (status, said) = desk.refused(&["day"]);
    assert_eq!(status, 1);
    assert!(said.contains("could not be opened"), "{said}");
    assert_eq!(
        fs::read_to_string(desk.data()).unwrap(),
        "a file where the directory should be"
    );
}

#[test]
fn help_completions_and_manual_are_there() {
    let desk = Desk::new();
    for command in [
        "log",
        "chart",
        "reminders",
        "import",
        "sample",
        "measures",
        "track",
        "search",
        "history",
        "trash",
        "backup",
        "check",
        "recover",
    ] {
        assert!(
            desk.ok(&[command, "--help"]).contains("Usage"),
            "{command} explains itself"
        );
    }
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(desk.ok(&["completions", shell]).contains("wane"), "{shell}");
    }
    assert!(desk.ok(&["man"]).contains(".TH wane"));
    assert!(!desk.data().exists(), "none of that makes a diary");
}

#[test]
fn insights_read_the_same_for_people_and_programs() {
    let desk = Desk::new();
    desk.ok(&[
        "import",
        &sample_file("diary_A_effect.csv"),
        "--home-zone",
        "Europe/London",
    ]);
    let view = desk.json(&["insight"]);
    let se = &view["forward"][0];
    assert_eq!(se["tier"], "clear", "the reference diary's own verdict");
    let told = desk.ok(&["insight"]);
    assert!(
        told.contains(se["text"].as_str().unwrap()),
        "the same sentence: {told}"
    );
    let docs = include_str!("../../../../../docs/INSIGHTS.md");
    let (_, example) = docs.split_once("## A worked example").unwrap();
    let quoted = example.split(['“', '”']).nth(1).unwrap();
    assert!(
        se["text"].as_str().unwrap().starts_with(quoted),
        "and the same as in the worked example: {}",
        se["text"]
    );
    let short = desk.json(&["insight", "--from", "2026-01-05", "--to", "2026-01-18"]);
    assert_eq!(
        short["forward"][0]["tier"], "not_enough",
        "a fortnight says nothing"
    );
}

#[test]
fn the_week_is_looked_back_on_and_can_be_skipped() {
    let mut desk = Desk::new();
    desk.now = "2026-05-04T09:00:00Z";
    desk.ok(&[
        "import",
        &sample_file("diary_A_effect.csv"),
        "--home-zone",
        "Europe/London",
    ]);
    let told = desk.ok(&["look-back"]);
    for part in ["good: ", "steady: "] {
        assert!(told.contains(part), "{told}");
    }
    assert!(!told.contains(|c: char| c.is_ascii_digit()), "{told}");
    let skipped = desk.ok(&["look-back", "--skip"]);
    assert!(skipped.contains("Skipped"), "{skipped}");
    assert!(!skipped.contains("good: "), "{skipped}");
    assert_eq!(desk.ok(&["look-back", "--show"]), told, "and back again");
    desk.ok(&["look-back", "--weekday", "fri"]);
}
