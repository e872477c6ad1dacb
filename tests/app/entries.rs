//! Naps, medicines taken and notes.

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

fn afternoon_house() -> House {
    House::new("2026-03-14T16:30:00Z", Tz::Europe__London)
}

/// A little later, so that what is written next is written after what was written before.
fn later(house: &House) {
    house.world.pass(Duration::seconds(1));
}

fn nap(start: &str, end: &str) -> Value {
    json!({ "nap": { "start": start, "end": end } })
}

fn entries(answer: &Value) -> Vec<Value> {
    answer["today"]["entries"].as_array().unwrap().clone()
}

fn texts(answer: &Value) -> Vec<String> {
    entries(answer)
        .iter()
        .map(|entry| entry["text"].as_str().unwrap().to_owned())
        .collect()
}

/// Where the first nap of a day begins and ends, as the diary stores it.
fn stored_nap(house: &House, date: &str) -> (Value, Value) {
    let changes = house.ask("history", json!({ "date": date }))["changes"].clone();
    let newest = |field: &str| {
        changes
            .as_array()
            .unwrap()
            .iter()
            .find(|change| change["field"] == field)
            .map_or(Value::Null, |change| change["new"].clone())
    };
    (newest("nap.start"), newest("nap.end"))
}

#[test]
fn a_nap_is_what_was_said_of_it() {
    let house = afternoon_house();
    let check = |fields: Value, text: &str| {
        let saved = house.ask("save_nap", json!({ "nap": fields }));
        assert_eq!(saved["text"], "Saved", "{fields} raises no question");
        assert_eq!(texts(&saved), [text]);
        let mut whole = json!({ "start": null, "end": null, "asleep_min": null });
        for (name, value) in fields.as_object().unwrap() {
            whole[name] = value.clone();
        }
        assert_eq!(
            entries(&saved)[0]["nap"],
            whole,
            "what was not said stays unsaid"
        );
        assert_eq!(house.day("2026-03-14")["naps"], json!([whole]));
        house.ask("undo", json!({}));
    };
    check(
        json!({ "start": "14:10", "end": "14:40", "asleep_min": 25 }),
        "Nap 14:10–14:40, 25 min asleep",
    );
    check(json!({ "asleep_min": 0 }), "Nap, 0 min asleep");
    check(json!({ "start": "14:10" }), "Nap from 14:10");
    check(json!({ "end": "14:40" }), "Nap until 14:40");
    let (code, message) = house.refused("save_nap", json!({}));
    assert_eq!(code, "bad-input");
    assert!(message.contains("Nothing was saved"), "{message}");
}

#[test]
fn a_reading_after_midnight_belongs_to_the_evening_that_is_going_on() {
    let check =
        |now: &str, date: Option<&str>, (start, end): (&str, &str), stored: (&str, &str)| {
            let house = House::new(now, Tz::Europe__London);
            let mut request = nap(start, end);
            request["date"] = json!(date);
            let saved = house.ask("save_nap", request);
            let day = saved["today"]["date"].as_str().unwrap().to_owned();
            assert_eq!(
                stored_nap(&house, &day),
                (json!(stored.0), json!(stored.1)),
                "{start}–{end} of {day}, written at {now}"
            );
        };
    check(
        "2026-03-15T02:00:00Z",
        None,
        ("00:30", "01:10"),
        ("2026-03-15T00:30:00+00:00", "2026-03-15T01:10:00+00:00"),
    );
    check(
        "2026-03-15T02:00:00Z",
        None,
        ("23:40", "00:20"),
        ("2026-03-14T23:40:00+00:00", "2026-03-15T00:20:00+00:00"),
    );
    check(
        "2026-03-15T12:00:00Z",
        Some("2026-03-14"),
        ("00:30", "01:10"),
        ("2026-03-15T00:30:00+00:00", "2026-03-15T01:10:00+00:00"),
    );
    check(
        "2026-03-14T12:00:00Z",
        None,
        ("09:30", "10:00"),
        ("2026-03-14T09:30:00+00:00", "2026-03-14T10:00:00+00:00"),
    );
    check(
        "2026-03-14T02:00:00Z",
        Some("2026-03-14"),
        ("00:30", "01:10"),
        ("2026-03-14T00:30:00+00:00", "2026-03-14T01:10:00+00:00"),
    );
    // The clock goes forward at 01:00 and back at 02:00: the end is the first such reading after the start.
    check(
        "2026-10-25T02:30:00Z",
        Some("2026-10-24"),
        ("01:50", "01:10"),
        ("2026-10-25T01:50:00+01:00", "2026-10-25T01:10:00+00:00"),
    );
}

#[test]
fn a_night_workers_morning_nap_belongs_to_the_day_that_began_the_afternoon_before() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask(
        "save_morning",
        json!({ "date": "2026-03-13", "night": { "bed": "09:00", "lights_out": "09:00", "final_wake": "16:00", "out_of_bed": "16:00" } }),
    );
    let saved = house.ask("save_nap", nap("06:00", "06:20"));
    assert_eq!(
        saved["today"]["date"], "2026-03-13",
        "their day goes on past midnight"
    );
    assert_eq!(
        stored_nap(&house, "2026-03-13"),
        (
            json!("2026-03-14T06:00:00+00:00"),
            json!("2026-03-14T06:20:00+00:00")
        )
    );
    assert_eq!(saved["text"], "Saved");
}

#[test]
fn questions_about_an_entry_are_asked_and_nothing_is_held_back() {
    let house = afternoon_house();
    house.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00", "lights_out": "23:10", "final_wake": "07:00", "out_of_bed": "07:10" } }),
    );
    let check = |command: &str, request: Value, says: &str| {
        let saved = house.ask(command, request.clone());
        let text = saved["text"].as_str().unwrap();
        assert!(
            text.starts_with("Saved. ") && text.contains(says),
            "{text:?} asks about {request}"
        );
        let entries = entries(&saved);
        assert_eq!(entries.len(), 1, "and {request} is saved");
        assert!(
            !entries[0]["text"].as_str().unwrap().contains('?'),
            "the entry itself stays plain"
        );
        house.ask("undo", json!({}));
    };
    let mut long = nap("14:10", "14:40");
    long["nap"]["asleep_min"] = json!(45);
    check("save_nap", long, "minutes asleep are more");
    check("save_nap", nap("14:40", "14:10"), "be swapped");
    check("save_nap", nap("16:00", "16:50"), "not come yet");
    check("save_nap", nap("06:30", "07:30"), "The night covers");
    check(
        "save_taken",
        json!({ "medicine": { "name": "gel", "at": "16:31" } }),
        "not come yet",
    );
}

#[test]
fn a_medicine_is_made_on_first_use_and_known_by_its_name() {
    let house = afternoon_house();
    let saved = house.ask(
        "save_taken",
        json!({ "medicine": { "name": " Gel ", "at": "08:10", "purpose": "planned", "amount": "a thin layer" } }),
    );
    assert_eq!(texts(&saved), ["Gel, a thin layer, 08:10, as planned"]);
    assert_eq!(saved["today"]["medicines"], json!(["Gel"]));
    assert_eq!(
        entries(&saved)[0]["medicine"],
        json!({ "name": "Gel", "at": "08:10", "purpose": "planned", "amount": "a thin layer" })
    );
    later(&house);
    let saved = house.ask(
        "save_taken",
        json!({ "medicine": { "name": "GEL", "purpose": "rescue" } }),
    );
    assert_eq!(texts(&saved)[1], "Gel, for relief");
    assert_eq!(
        entries(&saved)[1]["medicine"],
        json!({ "name": "Gel", "at": null, "purpose": "rescue", "amount": null }),
        "what was not said stays unsaid"
    );
    let tracked = house.ask("tracked", json!({}));
    assert_eq!(
        tracked["medicines"].as_array().unwrap().len(),
        1,
        "capitals make no second medicine"
    );
    house.ask("undo", json!({}));
    house.ask("undo", json!({}));
    assert_eq!(
        house.ask("tracked", json!({}))["medicines"],
        json!([]),
        "what one save made one undo takes back"
    );
}

#[test]
fn a_medicine_put_aside_keeps_its_takings_and_is_known_when_it_is_taken_again() {
    let house = afternoon_house();
    house.ask("save_taken", json!({ "medicine": { "name": "Gel" } }));
    let id = house.ask("tracked", json!({}))["medicines"][0]["id"].clone();
    house.ask(
        "retire",
        json!({ "kind": "medicine", "id": id, "retired": true }),
    );
    let today = house.ask("today", json!({}));
    assert_eq!(today["medicines"], json!([]), "it is no longer offered");
    assert_eq!(today["entries"][0]["text"], "Gel", "what was taken stays");
    house.ask("save_taken", json!({ "medicine": { "name": "gel" } }));
    assert_eq!(
        house.ask("tracked", json!({}))["medicines"]
            .as_array()
            .unwrap()
            .len(),
        1,
        "and it is still the same one"
    );
}

#[test]
fn notes_are_several_a_day_and_keep_their_lines() {
    let house = afternoon_house();
    let text = "first line\n\n  indented\tline\nlast";
    house.ask("save_note", json!({ "text": format!("\n{text}\r\n \n") }));
    later(&house);
    let saved = house.ask("save_note", json!({ "text": "second\r\nnote\u{7}" }));
    assert_eq!(
        texts(&saved),
        [text, "second\nnote"],
        "in the order in which they were written"
    );
    later(&house);
    let longest = "ä".repeat(10_000);
    let saved = house.ask("save_note", json!({ "text": longest }));
    assert!(
        entries(&saved)[2]["note"] == json!(longest),
        "ten thousand characters are kept"
    );
    let (code, message) = house.refused("save_note", json!({ "text": "ä".repeat(10_001) }));
    assert_eq!(code, "bad-input");
    assert!(message.contains("10000"), "{message}");
    let saved = house.ask("save_note", json!({ "text": " \n " }));
    assert_eq!(entries(&saved).len(), 3, "nothing is no note");
    assert_eq!(saved["text"], "Nothing was written, so nothing was saved.");
}

#[test]
fn a_note_can_come_with_a_check_in_and_goes_with_it() {
    let house = afternoon_house();
    let saved = house.ask(
        "save_morning",
        json!({ "pain": 3, "note": "new pillow", "keep_absent": true }),
    );
    assert_eq!(texts(&saved), ["new pillow"]);
    later(&house);
    let saved = house.ask("save_evening", json!({ "pain": 4, "note": "long drive" }));
    assert_eq!(texts(&saved), ["new pillow", "long drive"]);
    house.ask("save_evening", json!({ "pain": 4, "note": "  " }));
    let undone = house.ask("undo", json!({}));
    assert_eq!(
        texts(&undone),
        ["new pillow"],
        "check-in and note are one change"
    );
    assert_eq!(undone["today"]["evening"]["saved"], false);
    house.refused(
        "save_morning",
        json!({ "pain": 9, "note": "x".repeat(10_001) }),
    );
    assert_eq!(
        house.day("2026-03-14")["pain_morning"],
        3,
        "a note that cannot be kept holds back its check-in"
    );
}

#[test]
fn entries_are_altered_in_place() {
    let house = afternoon_house();
    house.ask("save_nap", nap("14:10", "14:40"));
    later(&house);
    house.ask(
        "save_taken",
        json!({ "medicine": { "name": "Gel", "at": "08:00" } }),
    );
    later(&house);
    let saved = house.ask("save_note", json!({ "text": "first" }));
    let ids: Vec<Value> = entries(&saved).iter().map(|e| e["id"].clone()).collect();
    house.ask(
        "save_nap",
        json!({ "id": ids[0], "nap": { "start": "14:10", "end": "15:00" } }),
    );
    house.ask(
        "save_taken",
        json!({ "id": ids[1], "medicine": { "name": "Balm", "at": "08:00", "amount": "a little" } }),
    );
    let saved = house.ask("save_note", json!({ "id": ids[2], "text": "changed" }));
    assert_eq!(
        texts(&saved),
        ["Nap 14:10–15:00", "Balm, a little, 08:00", "changed"]
    );
    let again: Vec<Value> = entries(&saved).iter().map(|e| e["id"].clone()).collect();
    assert_eq!(again, ids, "each is still the same entry");

    let moved = house.ask(
        "save_nap",
        json!({ "id": ids[0], "date": "2026-03-13", "nap": { "start": "14:10", "end": "15:00" } }),
    );
    assert_eq!(moved["today"]["date"], "2026-03-13");
    assert_eq!(
        stored_nap(&house, "2026-03-13").0,
        "2026-03-13T14:10:00+00:00",
        "on another day its readings are that day's"
    );
    let emptied = house.ask("save_note", json!({ "id": ids[2], "text": "" }));
    assert_eq!(
        texts(&emptied),
        ["Balm, a little, 08:00"],
        "an empty text removes the note"
    );
}

#[test]
fn an_entry_made_abroad_stays_where_it_was_when_altered_at_home() {
    let house = House::new("2026-03-14T21:30:00Z", Tz::America__New_York);
    let saved = house.ask("save_nap", nap("14:10", "14:40"));
    let id = entries(&saved)[0]["id"].clone();
    let before = stored_nap(&house, "2026-03-14");
    house.world.set_zone(Tz::Europe__London);
    house.world.set_now("2026-03-15T09:00:00Z");
    house.ask(
        "save_nap",
        json!({ "id": id, "nap": { "start": "14:10", "end": "14:40", "asleep_min": 20 } }),
    );
    assert_eq!(
        stored_nap(&house, "2026-03-14"),
        before,
        "readings that were not touched keep their instants"
    );
    assert_eq!(before.0, "2026-03-14T14:10:00-04:00");
}

#[test]
fn an_entry_of_an_earlier_day_is_read_by_the_clock_of_its_waking() {
    let house = House::new("2026-03-14T12:00:00Z", Tz::America__New_York);
    house.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00", "final_wake": "06:00" } }),
    );
    house.world.set_zone(Tz::Europe__London);
    house.world.set_now("2026-03-16T09:00:00Z");
    let mut request = nap("14:10", "14:40");
    request["date"] = json!("2026-03-14");
    house.ask("save_nap", request);
    assert_eq!(
        stored_nap(&house, "2026-03-14").0,
        "2026-03-14T14:10:00-04:00"
    );
}

#[test]
fn what_is_removed_goes_into_the_trash_and_comes_back() {
    let house = afternoon_house();
    house.ask("save_nap", nap("14:10", "14:40"));
    later(&house);
    house.ask("save_taken", json!({ "medicine": { "name": "Gel" } }));
    later(&house);
    let saved = house.ask("save_note", json!({ "text": "a note" }));
    for (entry, what) in
        entries(&saved)
            .iter()
            .zip(["removing a nap", "removing a medicine", "removing a note"])
    {
        let request = json!({ "kind": entry["kind"], "id": entry["id"] });
        let removed = house.ask("remove_entry", request.clone());
        assert_eq!(entries(&removed).len(), 2, "{what}");
        assert_eq!(removed["today"]["undo_text"], format!("Undo: {what}"));
        let items = house.ask("trash", json!({}))["items"].clone();
        assert!(
            items
                .as_array()
                .unwrap()
                .iter()
                .any(|i| i["id"] == entry["id"]),
            "{entry} is in the trash: {items}"
        );
        let (code, _) = house.refused("remove_entry", request);
        assert_eq!(code, "not-found", "what is gone cannot go again");
        assert_eq!(
            entries(&house.ask("undo", json!({}))).len(),
            3,
            "{what}, undone"
        );
    }
    let (code, _) = house.refused(
        "remove_entry",
        json!({ "kind": "nap", "id": entries(&saved)[2]["id"] }),
    );
    assert_eq!(code, "not-found", "a note is no nap");
}

#[test]
fn entries_of_an_earlier_day_are_marked_when_made_from_memory() {
    let house = afternoon_house();
    let check = |command: &str, mut request: Value, date: &str, recalled: bool| {
        request["date"] = json!(date);
        let saved = house.ask(command, request);
        assert_eq!(
            entries(&saved)[0]["recalled"],
            recalled,
            "{command} of {date}"
        );
        house.ask("undo", json!({}));
    };
    // Written at 16:30: what ended on the 12th at 16:00 is more than 48 hours ago, and at 17:00 less.
    check("save_nap", nap("15:00", "16:00"), "2026-03-12", true);
    check("save_nap", nap("16:00", "17:00"), "2026-03-12", false);
    check(
        "save_taken",
        json!({ "medicine": { "name": "Gel", "at": "16:00" } }),
        "2026-03-12",
        true,
    );
    check(
        "save_taken",
        json!({ "medicine": { "name": "Gel" } }),
        "2026-03-12",
        false,
    );
    check("save_note", json!({ "text": "x" }), "2026-03-12", false);
    check("save_note", json!({ "text": "x" }), "2026-03-11", true);
}

#[test]
fn a_day_that_has_not_come_cannot_be_written_about() {
    let house = afternoon_house();
    let requests = [
        ("save_nap", nap("14:00", "14:30")),
        ("save_taken", json!({ "medicine": { "name": "Gel" } })),
        ("save_note", json!({ "text": "x" })),
    ];
    for (command, mut request) in requests {
        request["date"] = json!("2026-03-16");
        let (code, message) = house.refused(command, request);
        assert_eq!(code, "bad-input", "{command}");
        assert!(message.contains("not come yet"), "{message}");
    }
    assert_eq!(
        house.ask("tracked", json!({}))["medicines"],
        json!([]),
        "and nothing of it is kept"
    );
}
