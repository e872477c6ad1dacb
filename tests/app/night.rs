//! Being awake in the night: noted in the dark, told in the morning, offered and never filled in.

use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_app::{App, TrayOutcome, host::Host as _, host::Opens};
use wane_domain::{Id, Moment, diary};
use wane_store::DataDir;

use crate::world::{House, instant};

/// A week of ordinary mornings in London, the last one on 14 March; it is ten past three in the night after.
fn at_night() -> House {
    let house = House::new("2026-03-08T08:00:00Z", Tz::Europe__London);
    for day in 8..=14 {
        house.world.set_now(&format!("2026-03-{day:02}T08:00:00Z"));
        house.ask(
            "save_morning",
            json!({ "night": { "bed": "23:05", "lights_out": "23:15", "sol_min": 20, "waso_min": 10, "final_wake": "07:00", "out_of_bed": "07:10" } }),
        );
    }
    house.world.set_now("2026-03-15T03:10:00Z");
    house
}

fn note(house: &House, at: &str, choice: &str) -> Value {
    house.world.set_now(at);
    house.ask("night_note", json!({ "choice": choice }))
}

/// Every text of an answer that has a digit in it.
fn with_digits(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) if text.chars().any(|c| c.is_ascii_digit()) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Array(items) => items.iter().flat_map(with_digits).collect(),
        Value::Object(fields) => fields.values().flat_map(with_digits).collect(),
        _ => Vec::new(),
    }
}

/// What the diary itself holds.
fn kept(house: House) -> (Vec<diary::Awakening>, House) {
    let House { app, world, dir } = house;
    drop(app);
    let kept = {
        let data = DataDir::open(dir.path()).unwrap();
        let reader = data
            .diary(world.now(), Id::new(world.now(), [1; 10]))
            .unwrap();
        reader.all().unwrap()
    };
    let app = App::open(dir.path(), world.clone()).unwrap();
    (kept, House { app, world, dir })
}

fn noted(house: &House, date: &str) -> Value {
    house.ask("today", json!({ "date": date }))["morning"]["noted"].clone()
}

fn entries(house: &House, date: &str) -> Vec<String> {
    let today = house.ask("today", json!({ "date": date }));
    let entries = today["entries"].as_array().unwrap();
    entries
        .iter()
        .map(|entry| entry["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_night_screen_is_told_no_time() {
    let house = at_night();
    let night = house.ask("night", json!({}));
    assert!(
        night["sentence"].as_str().is_some_and(|s| !s.is_empty()),
        "there is a sentence: {night}"
    );
    assert!(
        night["cards"].as_array().unwrap().len() >= 5,
        "and a handful of cards"
    );
    for choice in ["breathe", "settle", "note"] {
        let said = note(&house, "2026-03-15T03:10:00Z", choice);
        assert_eq!(
            with_digits(&said),
            [""; 0],
            "{choice}: no digit in the answer: {said}"
        );
        assert_eq!(said.as_object().unwrap().len(), 1, "a few words are all");
    }
    assert_eq!(
        with_digits(&night),
        [""; 0],
        "and none in the words of the screen"
    );
    assert!(
        !with_digits(&house.ask("today", json!({}))).is_empty(),
        "the control: Today is full of them"
    );
    let (code, _) = house.refused("night_note", json!({ "choice": "dance" }));
    assert_eq!(code, "bad-input", "there are three choices");
}

#[test]
fn the_instant_is_kept_with_its_zone_on_the_day_that_the_night_ends() {
    let house = at_night();
    note(&house, "2026-03-15T01:20:30.250Z", "breathe");
    note(&house, "2026-03-15T05:40:00Z", "note");
    let (kept, _house) = kept(house);
    let found: Vec<_> = kept
        .iter()
        .map(|a| (a.at, a.date.to_string(), a.choice))
        .collect();
    let at = |text| Moment::new(instant(text), Tz::Europe__London);
    assert_eq!(
        found,
        [
            (
                at("2026-03-15T01:20:30.250Z"),
                "2026-03-14".to_owned(),
                diary::NightChoice::Breathe
            ),
            (
                at("2026-03-15T05:40:00Z"),
                "2026-03-14".to_owned(),
                diary::NightChoice::Note
            ),
        ],
        "to the millisecond, before and after the turn of the day"
    );
    assert!(
        kept.iter()
            .all(|a| !a.origin.recalled && a.origin.source.is_none()),
        "by hand, there and then"
    );
}

#[test]
fn nothing_tells_of_it_before_the_morning() {
    let house = at_night();
    note(&house, "2026-03-15T03:10:00Z", "settle");
    let tells = |house: &House| -> Vec<&str> {
        let mut telling = Vec::new();
        for date in ["2026-03-14", "2026-03-15"] {
            if !entries(house, date).is_empty() {
                telling.push("entries");
            }
            if noted(house, date) != Value::Null {
                telling.push("offer");
            }
            if house
                .ask("history", json!({ "date": date }))
                .to_string()
                .contains("awakening.at")
            {
                telling.push("history");
            }
            let days = house.ask("days", json!({ "from": date, "to": date }));
            if days.to_string().contains("settle") {
                telling.push("days");
            }
        }
        telling
    };
    for now in [
        "2026-03-15T03:10:00Z",
        "2026-03-15T03:40:00Z",
        "2026-03-15T06:30:00Z",
    ] {
        house.world.set_now(now);
        assert_eq!(tells(&house), [""; 0], "{now}: it is night");
    }
    house.world.set_now("2026-03-15T07:30:00Z");
    assert_eq!(
        tells(&house),
        ["entries", "history", "days", "offer"],
        "the control: in the morning all of them do"
    );
    let house = at_night();
    house.ask(
        "set_protected_night",
        json!({ "automatic": false, "from": "23:30", "to": "09:00" }),
    );
    note(&house, "2026-03-15T03:10:00Z", "settle");
    house.world.set_now("2026-03-15T08:30:00Z");
    assert_eq!(tells(&house), [""; 0], "the protected night goes on longer");
    house.world.set_now("2026-03-15T09:00:00Z");
    assert!(!tells(&house).is_empty(), "and ends");
}

#[test]
fn somebody_who_gets_up_early_and_says_so_is_offered_it_at_once() {
    let house = at_night();
    note(&house, "2026-03-15T03:10:00Z", "note");
    house.world.set_now("2026-03-15T05:25:00Z");
    assert_eq!(
        noted(&house, "2026-03-15"),
        Value::Null,
        "the control: nobody has got up"
    );
    house.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00", "final_wake": "05:20" } }),
    );
    assert_eq!(noted(&house, "2026-03-15")["count"], 1, "the night is over");
}

#[test]
fn the_morning_offers_what_was_noted_in_words() {
    let offer = |times: &[&str], expected: Value| {
        let house = at_night();
        for time in times {
            note(&house, &format!("2026-03-15T{time}:00Z"), "note");
        }
        house.world.set_now("2026-03-15T08:00:00Z");
        assert_eq!(noted(&house, "2026-03-15"), expected, "{times:?}");
        assert_eq!(
            noted(&house, "2026-03-14"),
            Value::Null,
            "{times:?}: not on the morning before"
        );
    };
    let said = |count: u16, text: &str| json!({ "count": count, "text": text });
    offer(&[], Value::Null);
    offer(
        &["03:10"],
        said(1, "You noted being awake once in the night."),
    );
    offer(
        &["01:20", "03:10"],
        said(2, "You noted being awake twice in the night."),
    );
    offer(
        &["01:20", "01:25", "03:10", "04:50"],
        said(3, "You noted being awake 3 times in the night."),
    );
}

#[test]
fn the_offer_fills_nothing_in_and_goes_when_the_number_is_said_or_it_is_put_away() {
    let house = at_night();
    note(&house, "2026-03-15T03:10:00Z", "breathe");
    house.world.set_now("2026-03-15T08:00:00Z");
    let today = house.ask("today", json!({}));
    assert_eq!(
        today["morning"]["night"]["nwak"],
        Value::Null,
        "nothing is said by itself"
    );
    let saved = house.ask("save_morning", json!({ "pain": 3 }));
    assert_eq!(
        saved["today"]["morning"]["noted"]["count"], 1,
        "saving something else changes nothing"
    );
    let saved = house.ask(
        "save_morning",
        json!({ "night": { "nwak": 0 }, "keep_absent": true }),
    );
    assert_eq!(
        saved["today"]["morning"]["noted"],
        Value::Null,
        "whoever says a number, another one too, has answered"
    );
    house.ask("undo", json!({}));
    assert_eq!(
        noted(&house, "2026-03-15")["count"],
        1,
        "taken back, it is offered again"
    );

    let today = house.ask("night_offer_dismiss", json!({ "date": "2026-03-15" }));
    assert_eq!(today["morning"]["noted"], Value::Null, "put away");
    let house = house.restart();
    assert_eq!(
        noted(&house, "2026-03-15"),
        Value::Null,
        "and still after a restart"
    );
    assert_eq!(
        entries(&house, "2026-03-14").len(),
        1,
        "while what was noted stays"
    );
    note(&house, "2026-03-16T03:10:00Z", "note");
    house.world.set_now("2026-03-16T08:00:00Z");
    assert_eq!(
        noted(&house, "2026-03-16")["count"],
        1,
        "the next night is offered anew"
    );
}

#[test]
fn it_stands_on_its_day_and_can_be_removed_and_brought_back() {
    let house = at_night();
    for (at, choice) in [("01:20", "breathe"), ("03:10", "settle"), ("05:40", "note")] {
        note(&house, &format!("2026-03-15T{at}:00Z"), choice);
    }
    house.world.set_now("2026-03-15T08:00:00Z");
    assert_eq!(
        entries(&house, "2026-03-14"),
        [
            "Awake in the night, 01:20, with slow breathing",
            "Awake in the night, 03:10, with some settling",
            "Awake in the night, 05:40",
        ],
        "on the day that the night ends"
    );
    assert_eq!(entries(&house, "2026-03-15"), [""; 0], "and on no other");
    assert_eq!(
        house.day("2026-03-14")["awakenings"][1],
        json!({ "at": "2026-03-15T03:10:00+00:00", "choice": "settle" }),
        "a program reads the instant"
    );
    let today = house.ask("today", json!({ "date": "2026-03-14" }));
    let entry = &today["entries"][1];
    assert_eq!(entry["kind"], "awakening");
    house.ask(
        "remove_entry",
        json!({ "kind": "awakening", "id": entry["id"] }),
    );
    assert_eq!(entries(&house, "2026-03-14").len(), 2, "removed");
    assert_eq!(
        noted(&house, "2026-03-15")["count"],
        2,
        "and out of the offer"
    );
    let trash = house.ask("trash", json!({}));
    let item = &trash["items"][0];
    assert!(
        item["text"]
            .as_str()
            .unwrap()
            .starts_with("Awake in the night: at: 03:10 · chosen: to settle"),
        "the trash says what it was: {item}"
    );
    house.ask("trash_restore", json!({ "id": item["id"] }));
    assert_eq!(entries(&house, "2026-03-14").len(), 3, "brought back");
    house.ask("undo", json!({}));
    house.ask("undo", json!({}));
    let undone = house.ask("undo", json!({}));
    assert_eq!(
        undone["text"], "Taken back: noting that you were awake",
        "and noting itself can be undone"
    );
    assert_eq!(
        entries(&house, "2026-03-14").len(),
        2,
        "the last one is gone"
    );
}

#[test]
fn a_night_of_somebody_who_sleeps_by_day_is_offered_when_they_get_up() {
    let house = House::new("2026-03-08T18:00:00Z", Tz::Europe__London);
    for day in 8..=14 {
        house.world.set_now(&format!("2026-03-{day:02}T18:00:00Z"));
        house.ask(
            "save_morning",
            json!({ "night": { "bed": "08:30", "final_wake": "16:00", "out_of_bed": "16:10" } }),
        );
    }
    note(&house, "2026-03-15T12:20:00Z", "note");
    assert_eq!(
        noted(&house, "2026-03-15"),
        Value::Null,
        "it is their night"
    );
    house.world.set_now("2026-03-15T16:30:00Z");
    assert_eq!(
        noted(&house, "2026-03-15")["count"],
        1,
        "it is their morning"
    );
    assert_eq!(
        entries(&house, "2026-03-14").len(),
        1,
        "on the day that this sleep ends"
    );
}

#[test]
fn the_tray_opens_the_night_screen() {
    let house = at_night();
    let menu = house.ask("tray_menu", json!({}));
    let entry = menu["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["id"] == "night-screen")
        .unwrap();
    assert_eq!(entry["enabled"], true, "there is something to open");
    assert_eq!(
        house.app.tray_action("night-screen"),
        TrayOutcome::Open(Opens::Night)
    );
    assert_eq!(
        Opens::Night.name(),
        "night",
        "which the window knows by this name"
    );
}

#[test]
fn closing_the_window_in_the_protected_night_says_nothing() {
    let house = at_night();
    house.ask(
        "set_protected_night",
        json!({ "automatic": false, "from": "23:30", "to": "07:00" }),
    );
    house.app.closed_without_tray();
    assert_eq!(house.world.shown(), [""; 0], "nothing pops up at night");
    house.world.set_now("2026-03-15T08:00:00Z");
    house.app.closed_without_tray();
    assert_eq!(
        house.world.shown(),
        ["without-tray"],
        "it is said when the window is next closed by day"
    );
}
