//! Finding, history, trash, backups, and the way back, from a terminal.

use std::fs;

use serde_json::{Value, json};

use crate::desk::Desk;

#[test]
fn what_was_written_is_found_again() {
    let desk = Desk::new();
    desk.ok(&["log", "note", "a blue scarf\nand a cat", "2026-03-12"]);
    desk.ok(&["log", "evening", "--mattered", "finished the scarf"]);
    let found = desk.json(&["search", "sca"]);
    let dates: Vec<&str> = found["finds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|find| find["date"].as_str().unwrap())
        .collect();
    assert_eq!(dates, ["2026-03-14", "2026-03-12"], "newest day first");
    let said = desk.ok(&["search", "blue", "scarf"]);
    assert!(
        said.contains("2026-03-12  Note: a blue scarf and a cat"),
        "one find is one line: {said}"
    );
    assert_eq!(
        desk.json(&["search", "scarf", "--limit", "1"])["finds"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    let (status, _) = desk.refused(&["search"]);
    assert_eq!(status, 2);
}

#[test]
fn a_day_is_brought_back_to_one_of_its_versions() {
    let desk = Desk::new();
    desk.ok(&["log", "morning", "--pain", "3"]);
    desk.ok(&["log", "morning", "--pain", "7"]);
    let versions = desk.json(&["history", "2026-03-14"])["versions"].clone();
    let first = versions[1]["change"].to_string();
    let said = desk.ok(&["history", "2026-03-14"]);
    assert!(
        said.contains(&first) && said.contains("(now)"),
        "the number to bring it back by is shown: {said}"
    );
    desk.ok(&["history", "2026-03-14", "--restore", &first]);
    assert_eq!(desk.json(&["day"])[0]["pain_morning"], 3);
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["day"])[0]["pain_morning"], 7);
    let (status, _) = desk.refused(&["history", "2026-03-14", "--restore", "99999"]);
    assert_eq!(status, 1);
    let (status, _) = desk.refused(&["history", "--restore", "1"]);
    assert_eq!(status, 2, "a version is one of a day");
}

#[test]
fn what_was_removed_comes_back_from_the_trash() {
    let desk = Desk::new();
    let saved = desk.json(&["log", "morning", "--pain", "3", "--quality", "2"]);
    assert_eq!(saved["today"]["morning"]["saved"], true);
    desk.ok(&["log", "rough-day"]);
    desk.ok(&["log", "rough-day", "--off"]);
    let trash = desk.json(&["trash"]);
    let id = trash["items"][0]["id"].as_str().unwrap().to_owned();
    assert!(
        desk.ok(&["trash"]).contains(&id),
        "with the name to bring it back by"
    );
    desk.ok(&["trash", "restore", &id]);
    assert_eq!(desk.json(&["day"])[0]["rough"], true);
    let (status, said) = desk.refused(&["trash", "restore", &id]);
    assert_eq!(status, 1, "it is not in there any more: {said}");
}

#[test]
fn a_backup_is_made_read_rehearsed_and_put_in_place() {
    let desk = Desk::new();
    desk.ok(&["log", "morning", "--pain", "3"]);
    let (status, said) = desk.refused(&["backup", "verify"]);
    assert_eq!(status, 1);
    assert!(said.contains("wane backup now"), "{said}");
    let made = desk.json(&["backup", "now"]);
    let name = made["items"][0]["name"].as_str().unwrap().to_owned();
    assert!(desk.ok(&["backup", "list"]).contains(&name));
    for args in [
        vec!["backup", "verify"],
        vec!["backup", "verify", &name],
        vec!["backup", "rehearse"],
        vec!["check"],
    ] {
        let report = desk.json(&args);
        assert_eq!(report["sound"], true, "wane {args:?}");
        assert!(!desk.ok(&args).is_empty());
    }

    desk.ok(&["log", "morning", "--pain", "7"]);
    let output = desk.run(&["backup", "restore", &name]);
    assert_eq!(
        output.status.code(),
        Some(1),
        "without --yes nothing is restored, and a script notices"
    );
    let (shown, said) = (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    );
    assert!(
        shown.contains("14 Mar 2026") && shown.contains("one day"),
        "what would change: {shown}"
    );
    assert!(
        said.contains("--yes") && said.contains("nothing was changed"),
        "{said}"
    );
    assert_eq!(desk.json(&["day"])[0]["pain_morning"], 7);
    let path = made["folder"].as_str().unwrap().to_owned() + "/" + &name;
    desk.ok(&["backup", "restore", &path, "--yes"]);
    assert_eq!(
        desk.json(&["day"])[0]["pain_morning"],
        3,
        "a path to the backup names it as well"
    );
    let (status, _) = desk.refused(&["backup", "verify", "no-such-backup"]);
    assert_eq!(status, 1);
}

#[test]
fn a_damaged_diary_is_asked_about_before_anything_is_written() {
    let desk = Desk::new();
    desk.ok(&["log", "morning", "--pain", "3"]);
    desk.ok(&["backup", "now"]);
    assert!(
        desk.ok(&["recover"]).contains("No damaged diary"),
        "nothing waits yet"
    );
    assert_eq!(desk.json(&["recover"]), Value::Null);
    fs::write(desk.data().join("diary.db"), "not a diary any more").unwrap();
    for args in [vec!["day"], vec!["log", "morning", "--pain", "9"]] {
        let (status, said) = desk.refused(&args);
        assert_eq!(status, 1, "wane {args:?}: {said}");
    }
    assert!(desk.ok(&["recover"]).contains("wane recover restore"));
    assert_eq!(desk.json(&["recover"])["can_restore"], true);
    desk.ok(&["recover", "restore"]);
    assert_eq!(desk.json(&["day"])[0]["pain_morning"], 3, "it is back");
    let (status, _) = desk.refused(&["recover", "fresh"]);
    assert_eq!(status, 1, "and nothing waits any more");
    assert_eq!(desk.json(&["day"])[0]["pain_morning"], json!(3));
}

#[test]
fn a_day_is_marked_listed_altered_and_the_mark_removed() {
    let desk = Desk::new();
    let said = desk.ok(&["annotate", "2026-03-09", "started physio"]);
    assert!(said.contains("The day is marked."), "{said}");
    let listed = desk.ok(&["annotate", "list"]);
    assert!(listed.contains("2026-03-09  started physio"), "{listed}");
    let id = || {
        let marks = desk.json(&["annotate", "list"])["marks"].clone();
        marks[0]["id"].as_str().unwrap_or_default().to_owned()
    };
    desk.ok(&["annotate", "2026-03-10", "second physio", "--id", &id()]);
    let listed = desk.ok(&["annotate", "list"]);
    assert!(listed.contains("2026-03-10  second physio"), "{listed}");
    assert!(
        !listed.contains("started"),
        "altered, not made anew: {listed}"
    );
    let none = desk.ok(&["annotate", "list", "--from", "2026-03-11"]);
    assert!(!none.contains("physio"), "only within the days: {none}");
    desk.ok(&["annotate", "remove", &id()]);
    assert!(!desk.ok(&["annotate", "list"]).contains("physio"));
    desk.ok(&["undo"]);
    assert!(desk.ok(&["annotate", "list"]).contains("second physio"));
    let (status, _) = desk.refused(&["annotate", "2026-03-09"]);
    assert_eq!(status, 2, "a mark needs words");
}

#[test]
fn a_visit_is_marked_and_charts_begin_there() {
    let desk = Desk::new();
    let picture = desk.data().with_file_name("since.svg");
    let picture = picture.display().to_string();
    let words = ["chart", "trend", "--range", "since-visit", "-o", &picture];
    let (status, _) = desk.refused(&words);
    assert_eq!(status, 1, "no visit is marked yet");
    desk.ok(&["log", "visit", "2026-03-01"]);
    let view = desk.json(&words);
    assert_eq!(view["from"], "2026-03-01");
}
