//! Everything out again, and back in: without loss, without overwriting, in forms that others read.

use std::{fs, path::Path};

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_app::wire::{ExportFormat, ExportRequest};

use crate::world::{House, data};

fn house() -> House {
    House::new("2026-05-10T09:00:00Z", Tz::Europe__London)
}

/// A diary with something of most kinds in it.
fn full() -> House {
    let house = house();
    house.import("diary_A_effect.csv");
    house.import("fitbit_sleep.json");
    house.ask(
        "save_pain",
        json!({ "name": "left =knee", "regions": ["knee-front-left"] }),
    );
    house.ask("save_factor", json!({ "name": "Coffee", "timing": "day" }));
    house.ask(
        "save_note",
        json!({ "date": "2026-05-09", "text": "a “quoted” line\nand \u{1F319}" }),
    );
    house.ask("mark_rough", json!({ "date": "2026-05-08", "rough": true }));
    house.ask(
        "save_evening",
        json!({ "date": "2026-05-09", "pain": 3, "arousal": 0, "mattered": "walked", "light_min": 0 }),
    );
    house
}

fn write(house: &House, format: ExportFormat, path: &Path) -> String {
    let request = ExportRequest {
        format,
        from: None,
        to: None,
    };
    house.app.export_file(&request, path).unwrap();
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_whole_diary_moves_to_an_empty_one_without_loss() {
    let there = full();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("whole.json");
    let text = write(&there, ExportFormat::Json, &file);

    let here = house();
    let request = json!({ "paths": [file] });
    let preview = here.ask("import_preview", request.clone());
    assert_eq!(preview["format"], "wane-json", "recognised by its content");
    assert_eq!(preview["changes"]["conflict"], 0);
    assert_eq!(
        here.ask("days", json!({})),
        json!([]),
        "looking is not importing"
    );
    here.ask("import_apply", request.clone());
    assert_eq!(
        here.ask("days", json!({})),
        there.ask("days", json!({})),
        "every day reads the same"
    );

    let again = write(&here, ExportFormat::Json, &folder.path().join("again.json"));
    let kinds = |text: &str| -> Value {
        let mut whole: Value = serde_json::from_str(text).unwrap();
        // The import itself is written down, once.
        whole["records"]["import_batch"].take();
        whole["records"].take()
    };
    assert_eq!(kinds(&again), kinds(&text), "and is written the same");

    let second = here.ask("import_apply", request);
    assert_eq!(second["changes"]["new"], 0, "twice changes nothing");
    here.ask("undo", json!({}));
    assert_eq!(
        here.ask("days", json!({})),
        json!([]),
        "one undo takes all of it back"
    );
}

#[test]
fn what_the_diary_holds_stays() {
    let there = full();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("whole.json");
    write(&there, ExportFormat::Json, &file);

    let here = house();
    here.ask("save_morning", json!({ "date": "2026-05-09", "pain": 9 }));
    here.ask("save_evening", json!({ "date": "2026-05-09", "pain": 8 }));
    here.ask("save_factor", json!({ "name": "Coffee", "timing": "day" }));
    let imported = here.ask("import_apply", json!({ "paths": [file] }));
    assert!(
        imported["changes"]["conflict"].as_u64().unwrap() >= 1,
        "the evening differs"
    );
    let day = here.ask("days", json!({ "from": "2026-05-09", "to": "2026-05-09" }));
    assert!(
        day.to_string().contains('9') && day.to_string().contains('8'),
        "{day}"
    );
    let factors = here.ask("tracked", json!({}));
    let coffees = factors["factors"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|factor| factor["name"] == "Coffee")
        .count();
    assert_eq!(coffees, 1, "what is called the same is the same");
}

#[test]
fn rows_of_days_come_back_as_they_were() {
    let there = full();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("days.csv");
    let text = write(&there, ExportFormat::Csv, &file);
    assert!(!text.contains("quoted"), "notes stay at home");
    assert!(!text.contains("knee"), "named pains too");
    let here = house();
    here.ask(
        "import_apply",
        json!({ "paths": [file], "home_zone": "Europe/London" }),
    );
    let again = write(&here, ExportFormat::Csv, &folder.path().join("again.csv"));
    assert_eq!(again, text);
}

#[test]
fn a_bundle_holds_sleep_pain_and_nothing_else() {
    let there = full();
    let folder = tempfile::tempdir().unwrap();
    let text = write(&there, ExportFormat::Fhir, &folder.path().join("a.json"));
    let bundle: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(bundle["resourceType"], "Bundle");
    let codes: std::collections::BTreeSet<String> = bundle["entry"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|entry| entry["resource"]["code"]["coding"][0]["code"].as_str())
        .map(str::to_owned)
        .collect();
    for code in ["93832-4", "72514-3"] {
        assert!(codes.contains(code), "{code} of {codes:?}");
    }
    for private in ["quoted", "walked", "knee", "Coffee"] {
        assert!(!text.contains(private), "{private} stays at home");
    }
    // The night of the clock change in SCIENCE.md 3.5: 375 minutes asleep.
    let night = bundle["entry"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| &entry["resource"])
        .find(|resource| {
            resource["effectivePeriod"]["end"]
                .as_str()
                .is_some_and(|end| end.starts_with("2026-03-29"))
        })
        .unwrap();
    assert_eq!(night["valueQuantity"]["value"], 375.0);
}

#[test]
fn what_is_shown_is_what_is_written() {
    let there = full();
    let folder = tempfile::tempdir().unwrap();
    let preview = there.ask("export_preview", json!({ "format": "json" }));
    let text = write(&there, ExportFormat::Json, &folder.path().join("a.json"));
    let whole: Value = serde_json::from_str(&text).unwrap();
    let written: usize = whole["records"]
        .as_object()
        .unwrap()
        .values()
        .map(|records| records.as_array().unwrap().len())
        .sum::<usize>()
        + whole["settings"].as_object().unwrap().len()
        + whole["reminders"]["rules"].as_array().unwrap().len();
    let shown: usize = preview["holds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["text"].as_str().unwrap().parse::<usize>().unwrap())
        .sum();
    assert_eq!(shown, written);
    let csv = there.ask("export_preview", json!({ "format": "csv" }));
    let rows = write(&there, ExportFormat::Csv, &folder.path().join("a.csv"))
        .lines()
        .count()
        - 1;
    assert_eq!(csv["holds"][0]["text"], rows.to_string());
}

#[test]
fn an_empty_diary_has_nothing_to_take_out_and_says_so() {
    let house = house();
    for format in ["csv", "fhir"] {
        let preview = house.ask("export_preview", json!({ "format": format }));
        assert_eq!(preview["empty"], true, "{format}");
    }
}

#[test]
fn the_place_is_asked_for_and_a_closed_dialog_writes_nothing() {
    let house = full();
    let folder = tempfile::tempdir().unwrap();
    house.world.set_place(None);
    let closed = house.ask("export_save", json!({ "format": "csv" }));
    assert_eq!(closed["text"], Value::Null);
    let place = folder.path().join("out.csv");
    house.world.set_place(Some(&place));
    let saved = house.ask("export_save", json!({ "format": "csv" }));
    assert!(saved["text"].as_str().unwrap().contains("out.csv"));
    assert!(place.exists());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&place).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "as private as the diary");
    }
}

#[test]
fn a_damaged_file_says_where_and_nothing_of_what_it_holds() {
    let there = full();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("whole.json");
    let text = write(&there, ExportFormat::Json, &file);
    fs::write(&file, &text[..text.len() / 2]).unwrap();
    let here = house();
    let (code, message) = here.refused("import_preview", json!({ "paths": [file] }));
    assert_eq!(code, "file");
    assert!(message.contains("line"), "{message}");
    assert!(!message.contains("quoted"));
    assert_eq!(here.ask("days", json!({})), json!([]));
}

#[test]
fn the_published_description_is_the_one_of_this_version() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/export/wane-diary.schema.json");
    assert!(
        fs::read_to_string(&file).unwrap_or_default() == wane_app::export_schema(),
        "docs/export/wane-diary.schema.json is stale; `cargo xtask bindings` writes it anew"
    );
}

#[test]
fn other_files_are_still_what_they_are() {
    let here = house();
    let preview = here.ask(
        "import_preview",
        json!({ "paths": [data("fitbit_sleep.json")] }),
    );
    assert_eq!(preview["format"], "fitbit-takeout");
}

/// The rules and the protected night of a diary, as the text has them.
fn reminders(house: &House, path: &std::path::Path) -> Value {
    let text = write(house, ExportFormat::Json, path);
    serde_json::from_str::<Value>(&text).unwrap()["reminders"].clone()
}

#[test]
fn reminders_move_with_the_diary_and_never_over_ones_own() {
    let there = full();
    there.ask(
        "set_targets",
        json!({ "bed": ["23:00", "23:00", null, "23:00", "00:30", "00:30", "23:00"], "rise": "07:00", "lead_min": 30 }),
    );
    there.ask(
        "set_rule",
        json!({ "kind": "stretch the neck", "times": [null, "16:05", null, null, null, null, null], "enabled": true }),
    );
    there.ask(
        "set_rule",
        json!({ "kind": "movement", "times": null, "enabled": true }),
    );
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("whole.json");
    let theirs = reminders(&there, &file);
    assert_eq!(theirs["rules"].as_array().unwrap().len(), 4, "{theirs}");
    assert_eq!(theirs["protected_night"]["automatic"], true);

    let here = house();
    let request = json!({ "paths": [file] });
    let preview = here.ask("import_preview", request.clone());
    let summary = preview["summary"].to_string();
    assert!(
        summary.contains("which stay if you take this back"),
        "{summary}"
    );
    here.ask("import_apply", request.clone());
    let again = folder.path().join("again.json");
    assert_eq!(reminders(&here, &again), theirs, "not a minute is lost");
    assert_eq!(
        here.ask("import_apply", request.clone())["changes"]["new"],
        0,
        "twice changes nothing"
    );
    here.ask("undo", json!({}));
    assert_eq!(
        reminders(&here, &again),
        theirs,
        "they lie apart from what is taken back"
    );

    let own = house();
    own.ask(
        "set_rule",
        json!({ "kind": "movement", "times": null, "enabled": false }),
    );
    let applied = own.ask("import_apply", request);
    assert_eq!(
        applied["changes"]["conflict"], 1,
        "one of these kinds there is here"
    );
    let rules = reminders(&own, &again)["rules"].clone();
    let movement = rules
        .as_array()
        .unwrap()
        .iter()
        .find(|rule| rule["kind"] == "movement")
        .unwrap();
    assert_eq!(movement["enabled"], false, "and it stays");
    assert_eq!(rules.as_array().unwrap().len(), 4, "the others come in");
}

#[test]
fn reminders_that_cannot_be_are_counted_and_the_diary_comes_in() {
    let there = full();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("whole.json");
    let text = write(&there, ExportFormat::Json, &file);
    let start = text.find("\"reminders\": ").unwrap();
    let end = start + text[start..].find('\n').unwrap();
    for (what, reminders, left, new) in [
        ("no object", "7", 1, 0),
        ("nothing", "null", 0, 0),
        ("unknown fields", r#"{"later": 1}"#, 0, 0),
        (
            "a day, a zone, a time and a name that are none, and one twice",
            r#"{"rules": [{"kind": "a", "times": {"someday": "10:00:00"}, "grace_min": 5, "enabled": true},
                {"kind": "b", "times": {}, "zone": "Moon/Base", "grace_min": 5, "enabled": true},
                {"kind": " ", "times": {}, "grace_min": 5, "enabled": true},
                {"kind": "c", "times": {}, "grace_min": 5000, "enabled": true},
                {"kind": "d", "times": {"mon": "10:00:00"}, "grace_min": 5, "enabled": true},
                {"kind": "d", "times": {}, "grace_min": 5, "enabled": true}],
              "protected_night": {"automatic": true, "spans": {}}}"#,
            6,
            1,
        ),
        (
            "a time that is none",
            r#"{"rules": [{"kind": "a", "times": {"mon": "25:00:00"}, "grace_min": 5, "enabled": true}]}"#,
            1,
            0,
        ),
    ] {
        let spoilt = format!(
            "{}\"reminders\": {reminders},{}",
            &text[..start],
            &text[end..]
        );
        fs::write(&file, spoilt).unwrap();
        let here = house();
        let preview = here.ask("import_preview", json!({ "paths": [file] }));
        let counts = preview["skipped"].as_array().unwrap().iter();
        let counted: u64 = counts.map(|one| one["count"].as_u64().unwrap()).sum();
        assert_eq!(counted, left, "{what}: {}", preview["skipped"]);
        here.ask("import_apply", json!({ "paths": [file] }));
        assert!(
            !here.ask("days", json!({})).as_array().unwrap().is_empty(),
            "{what}"
        );
        let rules = reminders_of(&here, folder.path());
        assert_eq!(rules, new, "{what}");
    }
}

fn reminders_of(house: &House, folder: &std::path::Path) -> usize {
    let all = reminders(house, &folder.join("again.json"));
    all["rules"].as_array().unwrap().len()
}

/// The pauses of a diary, as the text has them.
fn pauses(house: &House, folder: &std::path::Path) -> Vec<Value> {
    let all = reminders(house, &folder.join("pauses.json"));
    all["pauses"].as_array().cloned().unwrap_or_default()
}

#[test]
fn pauses_move_with_the_diary_and_never_over_ones_own() {
    let there = full();
    let pause = |house: &House, days: Value| {
        house.ask("pause_start", json!({ "reason": "days", "days": days }));
    };
    pause(&there, json!(7));
    there.world.pass(Duration::days(1));
    there.ask("pause_end", json!({}));
    there.world.pass(Duration::days(2));
    pause(&there, Value::Null);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("whole.json");
    let theirs = reminders(&there, &file)["pauses"].clone();
    let theirs = theirs.as_array().unwrap();
    assert_eq!(theirs.len(), 2, "{theirs:?}");
    assert_eq!(theirs[1].get("until"), None, "nobody has said when it ends");
    let request = json!({ "paths": [file] });

    let here = house();
    here.ask("import_apply", request.clone());
    assert_eq!(&pauses(&here, folder.path()), theirs, "to the last bit");
    let again = here.ask("import_apply", request.clone());
    assert_eq!(again["changes"]["new"], 0, "twice changes nothing");
    assert_eq!(&pauses(&here, folder.path()), theirs);

    let own = house();
    own.world.pass(Duration::days(3));
    pause(&own, json!(7));
    let before = pauses(&own, folder.path());
    let applied = own.ask("import_apply", request);
    assert_eq!(applied["changes"]["conflict"], 1, "one is at the same time");
    assert_eq!(
        pauses(&own, folder.path()),
        [theirs[0].clone(), before[0].clone()],
        "the own one stays, and the other comes in"
    );
}

#[test]
fn pauses_that_cannot_be_are_counted_and_the_diary_comes_in() {
    let there = full();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("whole.json");
    let text = write(&there, ExportFormat::Json, &file);
    let start = text.find("\"reminders\": ").unwrap();
    let end = start + text[start..].find('\n').unwrap();
    for (what, pauses, left) in [
        (
            "sound ones",
            r#"{"from": "2026-01-01T10:00:00Z", "until": "2026-01-02T10:00:00+01:00"}, {"from": "2026-02-01T10:00:00Z"}"#,
            0,
        ),
        ("no instant", r#"{"from": "yesterday"}"#, 1),
        (
            "ends before it begins",
            r#"{"from": "2026-01-02T10:00:00Z", "until": "2026-01-02T10:00:00Z"}"#,
            1,
        ),
        (
            "two at once",
            r#"{"from": "2026-01-01T10:00:00Z"}, {"from": "2026-02-01T10:00:00Z", "until": "2026-02-02T10:00:00Z"}"#,
            1,
        ),
    ] {
        let spoilt = format!(
            "{}\"reminders\": {{\"pauses\": [{pauses}]}},{}",
            &text[..start],
            &text[end..]
        );
        fs::write(&file, spoilt).unwrap();
        let preview = house().ask("import_preview", json!({ "paths": [file] }));
        let counts = preview["skipped"].as_array().unwrap().iter();
        let counted: u64 = counts.map(|one| one["count"].as_u64().unwrap()).sum();
        assert_eq!(counted, left, "{what}: {}", preview["skipped"]);
    }
}
