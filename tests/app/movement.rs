//! Movement: sessions in ten seconds, the library, routines, and the just-right ledger.

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

/// Saturday evening in London, with a usual bedtime at 23:00.
fn house() -> House {
    let house = House::new("2026-03-14T18:00:00Z", Tz::Europe__London);
    house.ask(
        "set_targets",
        json!({ "bed": vec![Some("23:00"); 7], "rise": "07:00", "lead_min": 45 }),
    );
    house
}

fn log(house: &House, dose: Value) -> Value {
    house.ask("save_dose", json!({ "dose": dose }))["movement"].clone()
}

fn sessions(view: &Value) -> Vec<&str> {
    let sessions = view["sessions"].as_array().unwrap();
    sessions
        .iter()
        .map(|s| s["text"].as_str().unwrap())
        .collect()
}

fn minutes_of(house: &House, date: &str) -> Value {
    house.ask("today", json!({ "date": date }))["evening"]["movement_min"].clone()
}

// Sessions.

#[test]
fn a_session_is_logged_read_back_changed_and_removed() {
    let house = house();
    let view = log(&house, json!({ "minutes": 20 }));
    assert_eq!(
        sessions(&view),
        ["Movement, 20 min"],
        "minutes alone are enough"
    );
    let id = view["sessions"][0]["id"].clone();
    let changed = house.ask(
        "save_dose",
        json!({ "id": id, "dose": { "kind": " Tai  chi ", "minutes": 25, "start": "17:05", "effort": 3, "felt": "right" } }),
    );
    assert_eq!(
        sessions(&changed["movement"]),
        ["Tai chi, 25 min, from 17:05, effort 3 of 10, just right"]
    );
    assert_eq!(
        changed["movement"]["kinds"][0], "Tai chi",
        "it is offered from now on"
    );
    assert_eq!(changed["movement"]["undo_text"], "Undo: movement");
    assert_eq!(minutes_of(&house, "2026-03-14"), 25, "the evening knows it");
    let removed = house.ask("remove_dose", json!({ "id": id }));
    assert_eq!(sessions(&removed["movement"]), [""; 0]);
    let trash = house.ask("trash", json!({}));
    assert!(
        trash["items"][0]["text"]
            .as_str()
            .unwrap()
            .contains("Tai chi"),
        "the trash names it: {trash}"
    );
    house.ask("undo", json!({}));
    let back = house.ask("movement", json!({}));
    assert_eq!(
        back["sessions"].as_array().unwrap().len(),
        1,
        "one undo brings it back"
    );
    let found = house.ask("search", json!({ "words": "tai chi" }));
    assert_eq!(
        found["finds"].as_array().unwrap().len(),
        1,
        "and it can be found"
    );
}

#[test]
fn a_session_that_has_just_ended_began_so_many_minutes_ago() {
    let house = house();
    let saved = house.ask(
        "save_dose",
        json!({ "dose": { "minutes": 25 }, "just_ended": true }),
    );
    assert_eq!(saved["movement"]["sessions"][0]["dose"]["start"], "17:35");
}

#[test]
fn what_says_nothing_or_too_much_is_refused_and_nothing_is_saved() {
    let house = house();
    let check = |dose: Value, words: &str| {
        let (code, message) = house.refused("save_dose", json!({ "dose": dose }));
        assert_eq!(code, "bad-input");
        assert!(message.contains(words), "{message}");
    };
    check(json!({}), "Minutes alone are enough");
    check(json!({ "kind": "  " }), "Minutes alone are enough");
    check(json!({ "minutes": 1441 }), "minutes");
    check(json!({ "minutes": 10, "effort": 11 }), "effort");
    check(json!({ "minutes": 10, "start": "25:00" }), "start");
    check(json!({ "kind": "x".repeat(61) }), "60");
    let (code, _) = house.refused(
        "save_dose",
        json!({ "date": "2026-03-20", "dose": { "minutes": 5 } }),
    );
    assert_eq!(code, "bad-input", "a day that has not come");
    let (code, _) = house.refused("remove_dose", json!({ "id": "nobody" }));
    assert_eq!(code, "not-found");
    assert_eq!(
        house.ask("movement", json!({}))["sessions_text"],
        "Nothing is written down for this day."
    );
}

#[test]
fn one_note_about_a_hard_session_close_to_bed_and_none_about_a_gentle_one() {
    let house = house();
    house.world.set_now("2026-03-14T22:50:00Z");
    let view = log(
        &house,
        json!({ "minutes": 20, "start": "22:20", "effort": 6 }),
    );
    assert_eq!(view["late_text"], Value::Null, "gentle is fine at any time");
    let view = log(
        &house,
        json!({ "minutes": 20, "start": "18:30", "effort": 8 }),
    );
    assert_eq!(
        view["late_text"],
        Value::Null,
        "more than four hours before"
    );
    let view = log(
        &house,
        json!({ "minutes": 30, "start": "19:30", "effort": 7 }),
    );
    let text = view["late_text"].as_str().unwrap();
    assert!(
        text.contains("four hours") && text.contains("23:00"),
        "{text}"
    );
    let view = log(
        &house,
        json!({ "minutes": 30, "start": "22:10", "effort": 9 }),
    );
    let text = view["late_text"].as_str().unwrap();
    assert!(
        text.contains("an hour") && !text.contains("four"),
        "one note, the nearest: {text}"
    );
    let why = view["effort_text"].as_str().unwrap();
    assert!(
        why.contains('7') && why.contains("guidelines"),
        "with its source: {why}"
    );
}

#[test]
fn the_evening_asks_about_the_whole_day_and_keeps_its_sessions() {
    let house = house();
    log(&house, json!({ "kind": "Walking", "minutes": 20 }));
    log(&house, json!({ "kind": "Cycling", "minutes": 15 }));
    assert_eq!(minutes_of(&house, "2026-03-14"), 35);
    let texts = |house: &House| -> Vec<String> {
        let view = house.ask("movement", json!({}));
        sessions(&view).into_iter().map(str::to_owned).collect()
    };
    house.ask("save_evening", json!({ "pain": 3, "movement_min": 35 }));
    assert_eq!(
        texts(&house),
        ["Walking, 20 min", "Cycling, 15 min"],
        "the same number changes nothing"
    );
    house.ask("save_evening", json!({ "pain": 3, "movement_min": 45 }));
    assert_eq!(minutes_of(&house, "2026-03-14"), 45);
    assert_eq!(
        texts(&house)[..2],
        ["Walking, 20 min", "Cycling, 15 min"],
        "the rest stands beside them"
    );
    house.ask("save_evening", json!({ "pain": 3, "movement_min": 50 }));
    assert_eq!(
        minutes_of(&house, "2026-03-14"),
        50,
        "and grows, without another one"
    );
    assert_eq!(texts(&house).len(), 3);
    house.ask("save_evening", json!({ "pain": 3, "movement_min": 35 }));
    assert_eq!(texts(&house).len(), 2, "and goes when it is taken back");
}

#[test]
fn the_movement_reminder_opens_this_view_and_a_session_answers_it() {
    let house = House::new("2026-03-14T16:00:00Z", Tz::Europe__London);
    house.ask(
        "set_rule",
        json!({ "kind": "movement", "enabled": true, "times": vec!["17:00"; 7] }),
    );
    house.world.set_now("2026-03-14T17:01:00Z");
    house.app.tick();
    assert_eq!(house.world.last_notice().opens.name(), "movement");
    house.world.set_now("2026-03-15T12:00:00Z");
    log(&house, json!({ "minutes": 10 }));
    house.world.set_now("2026-03-15T17:01:00Z");
    house.app.tick();
    assert_eq!(
        house.world.shown().len(),
        1,
        "it need not come any more that day"
    );
}

// The library.

#[test]
fn every_movement_has_all_its_words() {
    let house = house();
    let view = house.ask("movement_library", json!({}));
    let movements = view["movements"].as_array().unwrap();
    assert!(movements.len() >= 24, "{} movements", movements.len());
    for movement in movements {
        let code = &movement["code"];
        for field in [
            "name",
            "breath",
            "ease",
            "picture",
            "posture_text",
            "areas_text",
        ] {
            let said = movement[field].as_str().unwrap();
            assert!(
                !said.is_empty() && !said.contains("move-"),
                "{code}: {field}: {said}"
            );
        }
        let steps = movement["steps"].as_array().unwrap();
        assert!(
            (2..=4).contains(&steps.len()),
            "{code}: {} steps",
            steps.len()
        );
    }
    let pictures: std::collections::BTreeSet<_> =
        movements.iter().map(|m| m["picture"].as_str()).collect();
    assert_eq!(
        pictures.len(),
        movements.len(),
        "no two drawings are said to show the same"
    );
}

#[test]
fn not_for_me_hides_and_can_be_taken_up_again() {
    let house = house();
    let hidden = |view: &Value| -> Vec<String> {
        let all = view["movements"].as_array().unwrap().iter();
        all.filter(|m| m["hidden"] == true)
            .map(|m| m["code"].as_str().unwrap().to_owned())
            .collect()
    };
    let view = house.ask("hide_movement", json!({ "code": "bridge", "hidden": true }));
    assert_eq!(hidden(&view), ["bridge"]);
    assert!(view["said"].as_str().unwrap().contains("Small bridge"));
    let lying = house.ask("routine", json!({ "key": "lying-only" }));
    let steps = lying["steps"].as_array().unwrap();
    let of_bridge = steps.iter().find(|s| s["movement"] == "bridge").unwrap();
    assert_eq!(of_bridge["hidden"], true, "a player passes it over");
    assert!(
        lying["text"].as_str().unwrap().contains("5 movements"),
        "{}",
        lying["text"]
    );
    house.ask("undo", json!({}));
    assert_eq!(hidden(&house.ask("movement_library", json!({}))), [""; 0]);
    house.ask("hide_movement", json!({ "code": "bridge", "hidden": true }));
    let view = house.ask(
        "hide_movement",
        json!({ "code": "bridge", "hidden": false }),
    );
    assert_eq!(hidden(&view), [""; 0], "taken up again");
    let (code, _) = house.refused(
        "hide_movement",
        json!({ "code": "somersault", "hidden": true }),
    );
    assert_eq!(code, "not-found");
}

// Routines.

#[test]
fn a_routine_of_ones_own_is_made_changed_removed_and_brought_back() {
    let house = house();
    let made = house.ask(
        "save_routine",
        json!({ "name": "By the window", "steps": [{ "movement": "heel-raise", "times": 8 }, { "movement": "calf-ease", "minutes": 2 }] }),
    );
    let own = &made["routines"][0];
    assert_eq!(
        (own["own"].clone(), own["name"].clone()),
        (json!(true), json!("By the window"))
    );
    assert_eq!(own["steps"][1]["amount_text"], "2 minutes");
    let key = own["key"].clone();
    house.ask(
        "save_routine",
        json!({ "id": key, "name": "By the door", "steps": [{ "movement": "leg-swing", "times": 6 }] }),
    );
    let routine = house.ask("routine", json!({ "key": key }));
    assert_eq!(routine["steps"][0]["name"], "Swing a leg");
    house.ask("remove_routine", json!({ "key": key }));
    let trash = house.ask("trash", json!({}));
    assert!(
        trash.to_string().contains("By the door"),
        "the trash names it: {trash}"
    );
    house.ask("undo", json!({}));
    assert_eq!(
        house.ask("routine", json!({ "key": key }))["name"],
        "By the door"
    );
}

#[test]
fn what_is_no_routine_is_refused() {
    let house = house();
    let step = json!({ "movement": "bridge", "times": 5 });
    let check = |name: &str, steps: Value, words: &str| {
        let (_, message) = house.refused("save_routine", json!({ "name": name, "steps": steps }));
        assert!(message.contains(words), "{message}");
    };
    check("", json!([step]), "name");
    check("A", json!([]), "24 steps");
    check("A", json!(vec![step.clone(); 25]), "24 steps");
    check("A", json!([{ "movement": "bridge" }]), "minutes");
    check(
        "A",
        json!([{ "movement": "bridge", "times": 5, "minutes": 1 }]),
        "minutes",
    );
    check(
        "A",
        json!([{ "movement": "bridge", "times": 51 }]),
        "50 times",
    );
    check(
        "A",
        json!([{ "movement": "somersault", "times": 5 }]),
        "could not find the movement",
    );
    house.ask("save_routine", json!({ "name": "Mine", "steps": [step] }));
    check("mine", json!([step]), "name");
    let (code, _) = house.refused("remove_routine", json!({ "key": "morning-in-bed" }));
    assert_eq!(code, "not-found", "a ready-made one stays");
}

#[test]
fn a_routine_that_was_done_is_a_session_and_one_undo_takes_it_back() {
    let house = house();
    let done = house.ask(
        "routine_done",
        json!({ "key": "kitchen-counter", "minutes": 6 }),
    );
    assert_eq!(
        sessions(&done["movement"]),
        ["By the kitchen counter, 6 min, from 17:54"]
    );
    house.ask("undo", json!({}));
    assert_eq!(sessions(&house.ask("movement", json!({}))), [""; 0]);
    house.refused("routine_done", json!({ "key": "nobody", "minutes": 6 }));
}

// The ledger.

/// So many days with a comfortable walk of 20 minutes and a morning at 4, the last of them today.
fn walking(days: i64) -> House {
    let house = House::new("2026-03-01T09:00:00Z", Tz::Europe__London);
    walk_on(&house, days);
    house
}

fn walk_on(house: &House, days: i64) {
    for at in 0..days {
        if at > 0 {
            house.world.pass(Duration::days(1));
        }
        house.ask("save_morning", json!({ "pain": 4, "keep_absent": true }));
        log(
            house,
            json!({ "kind": "Walking", "minutes": 20, "felt": "right" }),
        );
    }
}

#[test]
fn a_plan_begins_below_the_comfortable_day_and_grows_by_a_tenth_a_week() {
    let house = walking(2);
    let early = house.ask("ledger", json!({}));
    assert_eq!(early["state"], "collecting");
    let (_, message) = house.refused("ledger_begin", json!({}));
    assert!(message.contains("three comfortable days"), "{message}");
    house.world.pass(Duration::days(1));
    walk_on(&house, 1);
    assert_eq!(house.ask("ledger", json!({}))["state"], "ready");
    let begun = house.ask("ledger_begin", json!({ "goal_min": 30, "kind": "walking" }));
    assert_eq!(
        (begun["state"].clone(), begun["quota_min"].clone()),
        (json!("running"), json!(16))
    );
    assert_eq!(begun["text"], "To begin with: 16 min a day.");
    house.world.pass(Duration::days(1));
    walk_on(&house, 7);
    let later = house.ask("ledger", json!({}));
    assert_eq!(
        (later["quota_min"].clone(), later["way"].clone()),
        (json!(18), json!("more"))
    );
    assert_eq!(
        later["text"],
        "A little more this week: 18 min a day, after 16 min."
    );
    assert!(
        !later["reasons"].as_array().unwrap().is_empty(),
        "with its reasons"
    );
    assert_eq!(
        house.ask("movement", json!({}))["suggestion_text"],
        later["text"]
    );
    assert_eq!(later["days"].as_array().unwrap().len(), 28);
    house.ask("undo", json!({}));
    let ended = house.ask("ledger_end", json!({}));
    assert_eq!(ended["state"], "ready", "what was done stays");
    house.ask("undo", json!({}));
    assert_eq!(
        house.ask("ledger", json!({}))["state"],
        "running",
        "and the plan comes back"
    );
}

#[test]
fn a_morning_that_flares_makes_it_easier_and_says_why() {
    let house = walking(4);
    house.ask("ledger_begin", json!({}));
    house.world.pass(Duration::days(1));
    house.ask("save_morning", json!({ "pain": 8, "keep_absent": true }));
    let view = house.ask("ledger", json!({}));
    assert_eq!(
        (view["quota_min"].clone(), view["way"].clone()),
        (json!(13), json!("less"))
    );
    let why = view["reasons"][0].as_str().unwrap();
    assert!(
        why.contains("two points") && why.contains("not the same as rest"),
        "{why}"
    );
    let days = view["days"].as_array().unwrap();
    assert_eq!(days[26]["response"], "flared");
}

#[test]
fn what_the_clinician_said_bounds_it_with_history() {
    let house = walking(4);
    house.ask("ledger_begin", json!({}));
    let view = house.ask(
        "save_instruction",
        json!({ "floor_min": 10, "ceiling_min": 12, "said": "Not more than twelve.\nSlowly." }),
    );
    assert_eq!(view["quota_min"], 12, "never above the ceiling");
    let said = &view["instructions"][0];
    assert_eq!(said["text"], "From 4 Mar 2026: 10 min to 12 min a day");
    assert_eq!(
        (said["said"].clone(), said["holds"].clone()),
        (json!("Not more than twelve.\nSlowly."), json!(true))
    );
    let (_, message) = house.refused(
        "save_instruction",
        json!({ "floor_min": 20, "ceiling_min": 12 }),
    );
    assert!(message.contains("above the upper one"), "{message}");
    house.refused("save_instruction", json!({ "ceiling_min": 0 }));
    let id = said["id"].clone();
    house.ask(
        "save_instruction",
        json!({ "id": id, "floor_min": 10, "ceiling_min": 14 }),
    );
    let history = house
        .ask("history", json!({ "date": "2026-03-04" }))
        .to_string();
    assert!(
        history.contains("upper limit: 12 min → 14 min"),
        "{history}"
    );
    let found = house.ask("search", json!({ "words": "twelve" }));
    assert_eq!(
        found["finds"].as_array().unwrap().len(),
        0,
        "the words were taken out"
    );
    let gone = house.ask("remove_instruction", json!({ "id": id }));
    assert_eq!(gone["instructions"].as_array().unwrap().len(), 0);
    assert!(
        house
            .ask("trash", json!({}))
            .to_string()
            .contains("What a clinician said")
    );
    house.ask("undo", json!({}));
    assert_eq!(
        house.ask("ledger", json!({}))["instructions"][0]["ceiling_min"],
        14
    );
}

#[test]
fn below_the_floor_it_asks_first() {
    let house = walking(4);
    house.ask("save_instruction", json!({ "floor_min": 15 }));
    house.ask("ledger_begin", json!({}));
    house.refused("ledger_below_floor", json!({}));
    house.world.pass(Duration::days(1));
    house.ask("save_morning", json!({ "pain": 8, "keep_absent": true }));
    let view = house.ask("ledger", json!({}));
    assert_eq!(view["quota_min"], 15, "not below the floor");
    assert!(
        view["asks"].as_str().unwrap().contains("13 min"),
        "{}",
        view["asks"]
    );
    let agreed = house.ask("ledger_below_floor", json!({}));
    assert_eq!(
        (agreed["quota_min"].clone(), agreed["asks"].clone()),
        (json!(13), Value::Null)
    );
    house.ask("undo", json!({}));
    assert_eq!(
        house.ask("ledger", json!({}))["quota_min"],
        15,
        "and it can be taken back"
    );
}

#[test]
fn nothing_the_ledger_says_is_a_promise_or_an_order() {
    let house = walking(4);
    house.ask("ledger_begin", json!({}));
    let view = house.ask("ledger", json!({})).to_string().to_lowercase();
    for word in [
        "must",
        "should",
        "prescri",
        "treat",
        "dose",
        "goal reached",
        "failed",
        "score",
    ] {
        assert!(!view.contains(word), "{word}: {view}");
    }
    assert!(
        view.contains("no medical advice"),
        "and it says what it is not"
    );
}
