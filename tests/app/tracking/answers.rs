//! What is tracked in the check-ins: asked, answered, brought in from elsewhere, seen in the month.

use std::fs;

use serde_json::{Value, json};

use super::{CANARY, factor, morning_house, names, one, pain};
use crate::world::House;

#[test]
fn check_ins_ask_what_is_in_use_and_hold_what_was_answered() {
    let house = morning_house();
    let (back, knee) = (pain(&house, "back"), pain(&house, "knee"));
    let window = factor(&house, "window open", "night", None);
    let tea = factor(&house, "tea", "day", Some("cups"));
    let today = house.ask("today", json!({}));
    for part in ["morning", "evening"] {
        assert_eq!(names(&today[part]["pains"]), ["back", "knee"]);
        assert_eq!(
            today[part]["saved"], false,
            "a question is not an answer in the {part}"
        );
        for pain in today[part]["pains"].as_array().unwrap() {
            assert_eq!(pain["rating"], Value::Null, "not said is not zero");
        }
    }
    assert_eq!(
        names(&today["morning"]["factors"]),
        ["window open"],
        "the night's factors are asked in the morning"
    );
    assert_eq!(
        names(&today["evening"]["factors"]),
        ["tea"],
        "and the day's in the evening"
    );
    assert_eq!(today["morning"]["factors"][0]["value"], Value::Null);

    house.ask(
        "save_morning",
        json!({ "pains": [{ "id": back, "rating": 0 }], "factors": [{ "id": window, "value": 0 }] }),
    );
    let saved = house.ask(
        "save_evening",
        json!({
            "pains": [{ "id": back, "rating": 6 }, { "id": knee, "rating": 2 }],
            "factors": [{ "id": tea, "value": 2.5 }],
        }),
    );
    let (morning, evening) = (&saved["today"]["morning"], &saved["today"]["evening"]);
    assert_eq!(
        morning["pains"][0]["rating"], 0,
        "no pain there is an answer"
    );
    assert_eq!(
        morning["pains"][1]["rating"],
        Value::Null,
        "and the other one has none"
    );
    assert_eq!(morning["factors"][0]["value"], 0.0, "no is an answer");
    assert_eq!(
        morning["pain"],
        Value::Null,
        "a named pain says nothing about pain overall"
    );
    assert_eq!(evening["pains"][1]["rating"], 2);
    assert_eq!(evening["factors"][0]["value"], 2.5);
    assert_eq!(
        (&morning["saved"], &evening["saved"]),
        (&json!(true), &json!(true)),
        "either of them alone is an entry"
    );
    let day = house.day("2026-03-14");
    assert_eq!(
        day["pains"],
        json!([
            { "name": "back", "morning": 0, "evening": 6 },
            { "name": "knee", "morning": null, "evening": 2 },
        ])
    );
    assert_eq!(day["factors"], json!({ "tea": 2.5, "window open": 0.0 }));
    let month = house.ask("month", json!({ "month": "2026-03" }));
    assert_eq!(
        (&month["days"][13]["morning"], &month["days"][13]["evening"]),
        (&json!(true), &json!(true))
    );
}

#[test]
fn an_answer_stays_unless_it_is_named_and_taken_back() {
    let house = morning_house();
    let (back, knee) = (pain(&house, "back"), pain(&house, "knee"));
    let tea = factor(&house, "tea", "day", Some("cups"));
    house.ask(
        "save_evening",
        json!({
            "pains": [{ "id": back, "rating": 6 }, { "id": knee, "rating": 2 }],
            "factors": [{ "id": tea, "value": 3 }],
        }),
    );
    let check = |request: Value, back: Value, knee: Value, tea: Value| {
        let saved = house.ask("save_evening", request.clone());
        let evening = &saved["today"]["evening"];
        let now = (
            &evening["pains"][0]["rating"],
            &evening["pains"][1]["rating"],
            &evening["factors"][0]["value"],
        );
        assert_eq!(now, (&back, &knee, &tea), "after {request}");
    };
    check(json!({ "pain": 5 }), json!(6), json!(2), json!(3.0));
    check(
        json!({ "pains": [{ "id": back, "rating": 7 }] }),
        json!(7),
        json!(2),
        json!(3.0),
    );
    check(
        json!({
            "pains": [{ "id": back, "rating": null }, { "id": knee, "rating": null }],
            "factors": [{ "id": tea, "value": null }],
            "keep_absent": true,
        }),
        json!(7),
        json!(2),
        json!(3.0),
    );
    check(
        json!({ "pains": [{ "id": back, "rating": null }], "factors": [{ "id": tea, "value": null }] }),
        Value::Null,
        json!(2),
        Value::Null,
    );
    assert_eq!(
        house.ask("undo", json!({}))["today"]["evening"]["pains"][0]["rating"],
        7,
        "and one undo brings all of it back"
    );
    check(
        json!({ "pains": [{ "id": back, "rating": 1 }, { "id": back, "rating": 9 }] }),
        json!(9),
        json!(2),
        json!(3.0),
    );
    let changes = house.ask("history", json!({ "date": "2026-03-14" }))["changes"].clone();
    let made = |change: &&Value| change["field"] == "pain_rating.alive" && change["new"] == "1";
    assert_eq!(
        changes.as_array().unwrap().iter().filter(made).count(),
        4,
        "an answer given again alters the one that is there: back and knee, pain overall, and back brought back"
    );
}

#[test]
fn an_answer_fits_its_factor() {
    let house = morning_house();
    let window = factor(&house, "window open", "night", None);
    let tea = factor(&house, "tea", "day", Some("cups"));
    let check = |command: &str, id: &Value, value: Value, says: &str| {
        let request = json!({ "factors": [{ "id": id, "value": value }] });
        let (code, message) = house.refused(command, request);
        assert_eq!(code, "bad-input", "{value} for {command}");
        assert!(message.contains(says), "{message}");
    };
    check("save_morning", &window, json!(2), "yes or no");
    check("save_morning", &window, json!(0.5), "yes or no");
    check("save_morning", &window, json!(-1), "yes or no");
    check("save_morning", &window, json!(CANARY), "request");
    check("save_evening", &tea, json!(-0.1), "0 to 100,000");
    check("save_evening", &tea, json!(100_000.1), "0 to 100,000");
    check("save_evening", &window, json!(1), "factors");
    check("save_morning", &tea, json!(1), "factors");
    for value in [0.0, 0.25, 100_000.0] {
        let request = json!({ "factors": [{ "id": tea, "value": value }] });
        let saved = house.ask("save_evening", request);
        assert_eq!(saved["today"]["evening"]["factors"][0]["value"], value);
    }
    let (code, message) = house.refused(
        "save_morning",
        json!({ "pains": [{ "id": pain(&house, "knee"), "rating": 11 }] }),
    );
    assert_eq!(code, "bad-input");
    assert!(message.contains("0 to 10"), "{message}");
}

#[test]
fn what_was_put_aside_is_shown_only_where_it_has_an_answer() {
    let house = morning_house();
    let knee = pain(&house, "knee");
    let tea = factor(&house, "tea", "day", Some("cups"));
    house.ask(
        "save_evening",
        json!({
            "date": "2026-03-13",
            "pains": [{ "id": knee, "rating": 4 }],
            "factors": [{ "id": tea, "value": 1 }],
        }),
    );
    for (kind, id) in [("pain", &knee), ("factor", &tea)] {
        house.ask("retire", json!({ "kind": kind, "id": id, "retired": true }));
    }
    let today = house.ask("today", json!({}));
    assert_eq!(
        (&today["evening"]["pains"], &today["evening"]["factors"]),
        (&json!([]), &json!([])),
        "nothing is asked any more"
    );
    let then = house.ask("today", json!({ "date": "2026-03-13" }));
    assert_eq!(then["evening"]["pains"][0]["rating"], 4);
    assert_eq!(then["evening"]["factors"][0]["value"], 1.0);
    assert_eq!(
        then["morning"]["pains"],
        json!([]),
        "the morning of that day has no answer"
    );
    assert_eq!(
        house.ask("tracked", json!({}))["pains"][0]["retired"],
        true,
        "and it is offered again"
    );
}

#[test]
fn answers_made_from_memory_are_marked() {
    let house = morning_house();
    let knee = pain(&house, "knee");
    let window = factor(&house, "window open", "night", None);
    let check = |date: &str, request: Value, recalled: bool| {
        let mut request = request;
        request["date"] = json!(date);
        let saved = house.ask("save_morning", request);
        assert_eq!(saved["today"]["morning"]["recalled"], recalled, "of {date}");
    };
    let pains = json!({ "pains": [{ "id": knee, "rating": 3 }] });
    let factors = json!({ "factors": [{ "id": window, "value": 1 }] });
    check("2026-03-13", pains.clone(), false);
    check("2026-03-13", factors.clone(), false);
    check("2026-03-11", pains, true);
    check("2026-03-10", factors, true);
}

#[test]
fn a_named_pain_or_a_factor_alone_settles_its_reminder() {
    let check = |kind: &str, save: &dyn Fn(&House)| {
        let house = morning_house();
        house.ask(
            "set_rule",
            json!({ "kind": kind, "enabled": true, "times": vec!["08:00"; 7] }),
        );
        save(&house);
        house.world.set_now("2026-03-14T08:05:00Z");
        house.app.tick();
        assert_eq!(house.world.shown(), [""; 0], "{kind} was answered");
        // The control: without the answer it would have come.
        let house = morning_house();
        house.ask(
            "set_rule",
            json!({ "kind": kind, "enabled": true, "times": vec!["08:00"; 7] }),
        );
        house.world.set_now("2026-03-14T08:05:00Z");
        house.app.tick();
        assert_eq!(house.world.shown(), [format!("{kind}/2026-03-14")]);
    };
    check("morning-check-in", &|house| {
        let knee = pain(house, "knee");
        house.ask(
            "save_morning",
            json!({ "pains": [{ "id": knee, "rating": 0 }] }),
        );
    });
    check("morning-check-in", &|house| {
        let window = factor(house, "window open", "night", None);
        house.ask(
            "save_morning",
            json!({ "factors": [{ "id": window, "value": 0 }] }),
        );
    });
    check("evening-check-in", &|house| {
        let tea = factor(house, "tea", "day", None);
        house.ask(
            "save_evening",
            json!({ "factors": [{ "id": tea, "value": 1 }] }),
        );
    });
}

#[test]
fn factors_of_a_file_that_are_too_many_come_in_put_aside() {
    let house = morning_house();
    let coffee = factor(&house, "Coffee", "day", None);
    factor(&house, "tea", "night", Some("cups"));
    let file = house.dir.path().join("days.csv");
    fs::write(
        &file,
        "date,pain_morning,a,b,c,coffee,d,e,f,glasses\n2026-03-13,4,1,0,1,1,0,1,1,2.5\n",
    )
    .unwrap();
    let paths = json!({ "paths": [file.display().to_string()] });
    let preview = house.ask("import_preview", paths.clone());
    let aside = one(
        &preview["summary"],
        "name",
        "Comes in put aside, since six can be in use",
    );
    assert_eq!(aside["text"], "e, f, glasses", "the preview says so first");
    house.ask("import_apply", paths.clone());
    let factors = house.ask("tracked", json!({}))["factors"].clone();
    let in_use: Vec<String> = factors
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["retired"] == false)
        .map(|f| f["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(in_use.len(), 6, "no more than six are in use: {in_use:?}");
    assert_eq!(factors.as_array().unwrap().len(), 9, "and none is lost");
    assert_eq!(
        one(&factors, "id", coffee)["use_text"],
        "Answered once, on 13 Mar 2026",
        "capitals make no second factor"
    );
    let glasses = one(&factors, "name", "glasses");
    assert_eq!(glasses["unit"], "", "numbers stay numbers, without a unit");
    assert_eq!(house.day("2026-03-13")["factors"]["glasses"], 2.5);
    let again = house.ask("import_apply", paths);
    assert_eq!(again["batch"], Value::Null, "a second time changes nothing");

    let named = json!({ "id": glasses["id"], "name": "water", "timing": "day" });
    let tracked = house.ask("save_factor", named.clone());
    assert_eq!(
        one(&tracked["factors"], "name", "water")["unit"],
        "",
        "a new name leaves them numbers"
    );
    let mut with_unit = named;
    with_unit["unit"] = json!("glasses");
    let tracked = house.ask("save_factor", with_unit.clone());
    assert_eq!(
        one(&tracked["factors"], "name", "water")["unit"],
        "glasses",
        "and they can be told what they count, once"
    );
    with_unit["unit"] = json!("litres");
    house.refused("save_factor", with_unit);
}

#[test]
fn a_factor_alone_marks_its_day_in_the_month() {
    let house = morning_house();
    let window = factor(&house, "window open", "night", None);
    let tea = factor(&house, "tea", "day", None);
    house.ask(
        "save_morning",
        json!({ "date": "2026-03-12", "factors": [{ "id": window, "value": 0 }] }),
    );
    house.ask(
        "save_evening",
        json!({ "date": "2026-03-11", "factors": [{ "id": tea, "value": 0 }] }),
    );
    let month = house.ask("month", json!({ "month": "2026-03" }));
    let day = |n: usize| {
        let day = &month["days"][n - 1];
        (day["morning"] == true, day["evening"] == true)
    };
    assert_eq!(day(12), (true, false), "a factor of the night");
    assert_eq!(day(11), (false, true), "a factor of the day");
    assert_eq!(day(10), (false, false));
}

#[test]
fn the_sample_has_a_little_of_everything() {
    let house = morning_house();
    house.ask("sample_start", json!({ "days": 60, "seed": 3 }));
    let tracked = house.ask("tracked", json!({}));
    assert_eq!(tracked["pains"].as_array().unwrap().len(), 2);
    for pain in tracked["pains"].as_array().unwrap() {
        assert_ne!(pain["regions"], json!([]), "{pain} is somewhere");
    }
    let factors = tracked["factors"].as_array().unwrap();
    assert_eq!(factors.len(), 3);
    assert_eq!(
        factors.iter().filter(|f| f["unit"] != Value::Null).count(),
        1,
        "one of them is a number"
    );
    assert_eq!(tracked["anchors"].as_array().unwrap().len(), 3);
    let yesterday = house.ask("today", json!({ "date": "2026-03-13" }));
    let kinds: Vec<&str> = yesterday["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| e["kind"].as_str().unwrap())
        .collect();
    for kind in ["nap", "medicine", "note"] {
        assert!(
            kinds.contains(&kind),
            "the first look back finds a {kind}, among {kinds:?}"
        );
    }
    let days = house.ask("days", json!({}));
    let days = days.as_array().unwrap();
    assert!(
        days.iter().any(|d| d["mattered"] != Value::Null),
        "now and then something mattered"
    );
    assert!(
        days.iter().any(|d| d["pains"] == json!([])),
        "and not every day has everything"
    );
    let purposes = |purpose: &str| {
        days.iter()
            .flat_map(|d| d["medicines"].as_array().unwrap())
            .filter(|m| m["purpose"] == purpose)
            .count()
    };
    assert!(purposes("planned") > 0 && purposes("rescue") > 0);
    assert_eq!(
        house.ask("today", json!({}))["evening"]["saved"],
        false,
        "today's evening has not come yet"
    );
}
