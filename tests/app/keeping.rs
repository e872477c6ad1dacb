//! Finding and keeping: versions of a day, the trash, search, backups, and the way back from damage.

use std::fs;

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

fn house() -> House {
    House::new("2026-03-14T08:00:00Z", Tz::Europe__London)
}

/// What a day holds, as it is read back.
fn day(house: &House, date: &str) -> Value {
    house.ask("days", json!({ "from": date, "to": date }))
}

fn texts<'v>(list: &'v Value, field: &str) -> Vec<&'v str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|item| item[field].as_str().unwrap())
        .collect()
}

// Versions of a day.

#[test]
fn a_day_tells_how_it_came_to_be() {
    let house = house();
    house.ask(
        "save_morning",
        json!({ "pain": 4, "night": { "bed": "23:05" } }),
    );
    house.world.pass(Duration::minutes(5));
    house.ask("save_morning", json!({ "pain": 5, "keep_absent": true }));
    house.world.pass(Duration::minutes(5));
    house.ask("undo", json!({}));

    let history = house.ask("history", json!({ "date": "2026-03-14" }));
    let versions = history["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 3, "two saves and an undo: {versions:#?}");
    let lines = |at: usize| versions[at]["lines"].to_string();
    assert!(
        lines(2).contains("Pain on waking: 4") && lines(2).contains("23:05"),
        "the first save says what was written: {}",
        lines(2)
    );
    assert!(
        lines(1).contains("Pain on waking: 4 → 5"),
        "the second says what changed: {}",
        lines(1)
    );
    assert!(
        lines(0).contains("Pain on waking: 5 → 4"),
        "the undo says what it took back: {}",
        lines(0)
    );
    assert!(
        versions[0]["title"]
            .as_str()
            .unwrap()
            .starts_with("Taken back"),
        "an undo is called one"
    );
    assert_eq!(versions[0]["current"], true, "the day is like this now");
    assert_eq!(versions[2]["at_text"], "14 Mar 2026, 08:00");
}

#[test]
fn a_day_goes_back_to_any_version_and_forward_again() {
    let house = house();
    house.ask("save_morning", json!({ "pain": 4 }));
    let first = day(&house, "2026-03-14");
    house.world.pass(Duration::minutes(5));
    house.ask("save_morning", json!({ "pain": 7, "quality": 2 }));
    house.ask("save_note", json!({ "text": "rain" }));
    let last = day(&house, "2026-03-14");
    let oldest = house.ask("history", json!({}))["versions"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()["change"]
        .clone();

    let saved = house.ask(
        "restore_version",
        json!({ "date": "2026-03-14", "change": oldest }),
    );
    assert_eq!(saved["today"]["morning"]["pain"], 4, "as it was then");
    assert_eq!(
        saved["today"]["entries"],
        json!([]),
        "without what came later"
    );
    assert_eq!(
        day(&house, "2026-03-14"),
        first,
        "the whole day is as it was"
    );

    house.ask("undo", json!({}));
    assert_eq!(
        day(&house, "2026-03-14"),
        last,
        "and one undo is the way forward"
    );

    let (code, _) = house.refused(
        "restore_version",
        json!({ "date": "2026-03-14", "change": 999_999 }),
    );
    assert_eq!(code, "not-found", "a version that never was");
}

// Trash.

#[test]
fn what_was_removed_waits_thirty_days_and_comes_back_whole() {
    let house = house();
    let saved = house.ask("save_note", json!({ "text": "a walk by the river" }));
    let note = saved["today"]["entries"][0]["id"].clone();
    let before = day(&house, "2026-03-14");
    house.ask("remove_entry", json!({ "kind": "note", "id": note }));
    assert_eq!(
        house.ask("today", json!({}))["entries"],
        json!([]),
        "a removed note is not shown"
    );

    let trash = house.ask("trash", json!({}));
    assert_eq!(
        trash["items"].as_array().unwrap().len(),
        1,
        "it is in the trash"
    );
    let item = &trash["items"][0];
    assert!(
        item["text"]
            .as_str()
            .unwrap()
            .contains("a walk by the river"),
        "and says what it is"
    );
    assert!(
        item["removed_text"]
            .as_str()
            .unwrap()
            .contains("13 Apr 2026"),
        "and until when it is listed: {item}"
    );

    let after = house.ask("trash_restore", json!({ "id": item["id"] }));
    assert_eq!(after["items"], json!([]), "the trash is empty again");
    assert_eq!(day(&house, "2026-03-14"), before, "the day is as it was");

    house.ask("remove_entry", json!({ "kind": "note", "id": note }));
    house.world.pass(Duration::days(31));
    assert_eq!(
        house.ask("trash", json!({}))["items"],
        json!([]),
        "after thirty days it is not listed"
    );
    let history = house.ask("history", json!({ "date": "2026-03-14" }));
    assert!(
        history["versions"][0]["lines"][0]
            .as_str()
            .unwrap()
            .contains("river"),
        "but the history of its day has it still"
    );
}

#[test]
fn the_trash_holds_what_somebody_removed_and_not_what_was_undone() {
    let house = house();
    house.ask("save_note", json!({ "text": "a slip" }));
    house.ask("undo", json!({}));
    assert_eq!(house.ask("trash", json!({}))["items"], json!([]));
}

// Search.

#[test]
fn a_word_finds_its_day_and_a_date_finds_itself() {
    let house = house();
    house.ask(
        "save_note",
        json!({ "date": "2026-02-03", "text": "Slept at Ágnes’s, the dog barked" }),
    );
    house.ask(
        "save_evening",
        json!({ "date": "2026-02-04", "mattered": "Planted the dogwood" }),
    );
    for (words, dates) in [
        ("dog", vec!["2026-02-04", "2026-02-03"]),
        ("dog bark", vec!["2026-02-03"]),
        ("agnes", vec!["2026-02-03"]),
        ("DOGW", vec!["2026-02-04"]),
        ("cat", vec![]),
        ("\"dog* OR", vec![]),
    ] {
        let found = house.ask("search", json!({ "words": words }));
        assert_eq!(texts(&found["finds"], "date"), dates, "search for {words}");
    }
    for (words, date) in [
        ("2026-02-03", Some("2026-02-03")),
        ("3 February 2026", Some("2026-02-03")),
        ("feb 3", Some("2026-02-03")),
        ("3.2.2026", Some("2026-02-03")),
        ("14 mar", Some("2026-03-14")),
        ("15 mar", Some("2025-03-15")),
        ("29 feb", Some("2024-02-29")),
        ("31 feb", None),
        ("2026-03-15", None),
        ("a walk", None),
    ] {
        let found = house.ask("search", json!({ "words": words }));
        assert_eq!(
            found["day"]["date"].as_str(),
            date,
            "the day named by {words}"
        );
    }
    let nothing = house.ask("search", json!({ "words": "  " }));
    assert!(
        nothing["text"].as_str().unwrap().contains("14 March"),
        "without words it teaches"
    );
}

#[test]
fn a_find_shows_the_passage_with_what_matched() {
    let house = house();
    house.ask("save_note", json!({ "text": "the old dog slept" }));
    let found = house.ask("search", json!({ "words": "dog" }));
    let pieces = found["finds"][0]["pieces"].as_array().unwrap();
    let whole: String = pieces.iter().map(|p| p["text"].as_str().unwrap()).collect();
    let hits: Vec<&str> = pieces
        .iter()
        .filter(|p| p["hit"] == true)
        .map(|p| p["text"].as_str().unwrap())
        .collect();
    assert_eq!((whole.as_str(), hits), ("the old dog slept", vec!["dog"]));
    assert_eq!(found["finds"][0]["kind_text"], "Note");
}

// Backups.

#[test]
fn a_backup_a_day_is_made_by_itself_and_only_when_something_changed() {
    let house = house();
    let backups = |house: &House| house.ask("backups", json!({}))["items"].clone();
    assert!(!house.app.upkeep().backed_up, "an empty diary needs none");
    house.ask("save_morning", json!({ "pain": 4 }));
    assert!(house.app.upkeep().backed_up, "the first entry is backed up");
    assert!(!house.app.upkeep().backed_up, "once");
    house.ask("save_morning", json!({ "pain": 5 }));
    house.world.pass(Duration::hours(23));
    assert!(!house.app.upkeep().backed_up, "not before a day has passed");
    house.world.pass(Duration::hours(2));
    assert!(house.app.upkeep().backed_up, "then again");
    house.world.pass(Duration::days(3));
    assert!(!house.app.upkeep().backed_up, "but not without a change");
    assert_eq!(
        texts(&backups(&house), "reason"),
        ["daily", "daily"],
        "both are listed"
    );
}

#[test]
fn an_import_is_preceded_by_a_backup() {
    let house = house();
    house.ask("save_morning", json!({ "pain": 4 }));
    house.import("diary_A_effect.csv");
    let items = house.ask("backups", json!({}))["items"].clone();
    assert_eq!(texts(&items, "reason"), ["import"]);
    let report = house.ask("backup_verify", json!({ "name": items[0]["name"] }));
    assert_eq!(report["sound"], true, "it reads back");
    assert_eq!(
        report["table"]["rows"],
        json!([["Pain ratings", "1"]]),
        "and holds what was there before the import"
    );
}

#[test]
fn a_restore_says_what_it_changes_and_can_itself_be_taken_back() {
    let house = house();
    house.ask("save_morning", json!({ "date": "2026-03-10", "pain": 1 }));
    house.ask("save_morning", json!({ "date": "2026-03-11", "pain": 2 }));
    let then = house.ask("days", json!({}));
    house.ask("backup_now", json!({}));
    house.world.pass(Duration::minutes(1));
    house.ask("save_morning", json!({ "date": "2026-03-11", "pain": 3 }));
    house.ask("save_morning", json!({ "date": "2026-03-12", "pain": 4 }));
    let now = house.ask("days", json!({}));

    let name = house.ask("backups", json!({}))["items"][0]["name"].clone();
    let preview = house.ask("restore_preview", json!({ "name": name }));
    assert_eq!(
        texts(&preview["lines"], "text"),
        ["one day", "no day", "one day"],
        "gone, back, different"
    );
    assert_eq!(
        preview["days"],
        json!(["12 Mar 2026", "11 Mar 2026"]),
        "the days that change"
    );
    assert_eq!(
        house.ask("days", json!({})),
        now,
        "a preview writes nothing"
    );

    house.world.pass(Duration::minutes(1));
    house.ask("restore_apply", json!({ "name": name }));
    assert_eq!(house.ask("days", json!({})), then, "as it was then");

    let items = house.ask("backups", json!({}))["items"].clone();
    assert_eq!(items[0]["reason"], "restore", "what was there is a backup");
    house.ask("restore_apply", json!({ "name": items[0]["name"] }));
    assert_eq!(house.ask("days", json!({})), now, "and is the way back");

    let house = house.restart();
    assert_eq!(house.ask("days", json!({})), now, "also after a restart");
    house.ask("save_morning", json!({ "date": "2026-03-13", "pain": 4 }));
    house.ask("undo", json!({}));
    assert_eq!(house.ask("days", json!({})), now, "and life goes on");
}

#[test]
fn a_rehearsal_counts_what_it_restored_and_touches_nothing() {
    let house = house();
    let nothing = house.ask("backup_rehearse", json!({}));
    assert_eq!(nothing["sound"], false, "there is nothing to rehearse with");
    house.import("diary_A_effect.csv");
    house.world.pass(Duration::minutes(1));
    house.ask("backup_now", json!({}));
    let before = house.ask("days", json!({}));
    let report = house.ask("backup_rehearse", json!({}));
    assert_eq!(report["sound"], true);
    let nights = report["table"]["rows"][0].clone();
    assert_eq!(nights[0], "Nights");
    assert_eq!(
        nights[1],
        house.ask("check", json!({}))["table"]["rows"][0][1],
        "the rehearsal finds what the diary holds"
    );
    assert_eq!(
        house.ask("days", json!({})),
        before,
        "the diary is untouched"
    );
}

#[test]
fn a_broken_backup_is_called_broken_and_never_put_in_place() {
    let house = house();
    house.ask("save_morning", json!({ "pain": 4 }));
    house.ask("backup_now", json!({}));
    let before = house.ask("days", json!({}));
    let name = house.ask("backups", json!({}))["items"][0]["name"].clone();
    let path = house
        .dir
        .path()
        .join("backups")
        .join(name.as_str().unwrap());
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0x5a);
    fs::write(&path, bytes).unwrap();

    let report = house.ask("backup_verify", json!({ "name": name }));
    assert_eq!(report["sound"], false, "reading it back tells");
    let (code, message) = house.refused("restore_apply", json!({ "name": name }));
    assert_eq!(code, "backup");
    assert!(message.contains("nothing was changed"), "{message}");
    assert_eq!(house.ask("days", json!({})), before, "and nothing was");
    for bad in ["../diary.db", "nothing.db", ""] {
        let (code, _) = house.refused("restore_apply", json!({ "name": bad }));
        assert_eq!(code, "not-found", "a backup called {bad:?}");
    }
}

// Damage.

/// Ends the program, spoils the diary file from `from` on, and starts again.
fn damage(house: House, spoil: impl FnOnce(&mut Vec<u8>)) -> House {
    let House { app, world, dir } = house;
    drop(app);
    let path = dir.path().join("diary.db");
    let mut bytes = fs::read(&path).unwrap();
    spoil(&mut bytes);
    fs::write(&path, bytes).unwrap();
    let app =
        wane_app::App::open(dir.path(), world.clone()).expect("a damaged diary is moved aside");
    House { app, world, dir }
}

#[test]
fn after_damage_the_diary_comes_back_from_its_backup_and_what_is_newer() {
    let house = house();
    house.import("diary_A_effect.csv");
    house.world.pass(Duration::minutes(1));
    house.ask("backup_now", json!({}));
    let days = house.ask("days", json!({}));

    // The whole second half is unreadable; nothing newer than the backup can be expected.
    let house = damage(house, |bytes| {
        let half = bytes.len() / 2;
        bytes[half..].fill(0xff);
    });
    let start = house.ask("start", json!({}));
    assert_eq!(start["first_run"], false, "this is no newcomer");
    let recovery = &start["recovery"];
    assert_eq!(recovery["can_restore"], true, "{recovery:#}");
    let text = recovery["text"].as_str().unwrap();
    assert!(
        text.contains("in part"),
        "not everything can be read, and that is said: {text}"
    );
    assert!(house.app.waits_for_recovery().is_some(), "and waits");

    let house = house.restart();
    assert!(
        house.ask("start", json!({}))["recovery"].is_object(),
        "it is asked again after a restart"
    );
    let start = house.ask("recover", json!({ "how": "restore" }));
    assert_eq!(start["recovery"], Value::Null, "asked and answered");
    assert_eq!(house.ask("days", json!({})), days, "every day is back");
    let folder = recovery["folder"].as_str().unwrap();
    assert!(
        fs::metadata(format!("{folder}/diary.db")).is_ok(),
        "the damaged file is kept"
    );
    let house = house.restart();
    assert_eq!(
        house.ask("start", json!({}))["recovery"],
        Value::Null,
        "and the question does not come back"
    );
    house.ask("save_morning", json!({ "pain": 4 }));
}

#[test]
fn after_damage_one_can_begin_afresh_and_nothing_is_deleted() {
    let house = house();
    house.ask("save_morning", json!({ "pain": 4 }));
    house.ask("backup_now", json!({}));
    let house = damage(house, |bytes| bytes.truncate(5000));
    let folder = house.ask("start", json!({}))["recovery"]["folder"].clone();
    let start = house.ask("recover", json!({ "how": "fresh" }));
    assert_eq!(start["recovery"], Value::Null);
    assert_eq!(house.ask("days", json!({})), json!([]), "an empty diary");
    assert!(
        fs::metadata(format!("{}/diary.db", folder.as_str().unwrap())).is_ok(),
        "the damaged file is kept"
    );
    assert_eq!(
        house.ask("backups", json!({}))["items"]
            .as_array()
            .unwrap()
            .len(),
        1,
        "and so are the backups"
    );
    assert_eq!(
        house.refused("recover", json!({ "how": "restore" })).0,
        "not-found",
        "what was decided is decided"
    );
}

#[test]
fn the_sample_leaves_backups_alone() {
    let house = house();
    house.ask("save_morning", json!({ "pain": 4 }));
    house.ask("backup_now", json!({}));
    house.ask("sample_start", json!({ "days": 20 }));
    house.world.pass(Duration::days(2));
    assert_eq!(
        house.app.upkeep(),
        wane_app::Upkeep::default(),
        "a sample is not backed up"
    );
    let name = house.ask("backups", json!({}))["items"][0]["name"].clone();
    assert_eq!(
        house.refused("restore_apply", json!({ "name": name })).0,
        "unsupported",
        "and nothing is put in its place"
    );
}
