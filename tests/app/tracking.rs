//! Pains, factors, medicines and anchors: made, altered, put aside, asked for and answered.

use std::fs;

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

const CANARY: &str = "zq-canary-7431";

fn morning_house() -> House {
    House::new("2026-03-14T07:30:00Z", Tz::Europe__London)
}

/// Makes a named pain; its id.
fn pain(house: &House, name: &str) -> Value {
    house.world.pass(Duration::seconds(1));
    id_of(
        &house.ask("save_pain", json!({ "name": name }))["pains"],
        name,
    )
}

/// Makes a factor; its id.
fn factor(house: &House, name: &str, timing: &str, unit: Option<&str>) -> Value {
    house.world.pass(Duration::seconds(1));
    let request = json!({ "name": name, "timing": timing, "unit": unit });
    id_of(&house.ask("save_factor", request)["factors"], name)
}

fn id_of(list: &Value, name: &str) -> Value {
    one(list, "name", name)["id"].clone()
}

/// The entry of a list whose `field` is `value`.
fn one(list: &Value, field: &str, value: impl Into<Value>) -> Value {
    let value = value.into();
    list.as_array()
        .unwrap()
        .iter()
        .find(|entry| entry[field] == value)
        .unwrap_or_else(|| panic!("{field} {value} is in {list}"))
        .clone()
}

fn names(list: &Value) -> Vec<String> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn names_are_short_and_unlike_any_other_in_use() {
    let house = morning_house();
    let kinds = [
        ("save_pain", json!({})),
        ("save_factor", json!({ "timing": "day" })),
        ("save_medicine", json!({})),
    ];
    for (command, request) in kinds {
        let with = |name: &str| {
            let mut request = request.clone();
            request["name"] = json!(name);
            request
        };
        let check = |name: &str, kept: Result<&str, &str>| match kept {
            Ok(kept) => {
                let answer = house.ask(command, with(name));
                let list = ["pains", "factors", "medicines"]
                    .iter()
                    .flat_map(|list| names(&answer[list]))
                    .collect::<Vec<_>>();
                assert!(
                    list.iter().any(|n| n == kept),
                    "{command} keeps {name:?} as {kept:?}, among {list:?}"
                );
                house.ask("undo", json!({}));
            }
            Err(reason) => {
                let (code, message) = house.refused(command, with(name));
                assert_eq!(code, "bad-input", "{command} refuses {name:?}");
                assert!(
                    message.contains(reason) && message.contains("Nothing was changed"),
                    "{message:?} says why {name:?} is refused, and what was kept"
                );
            }
        };
        check("  Knie \n links ", Ok("Knie links"));
        check(&"ß".repeat(60), Ok(&"ß".repeat(60)));
        check("膝", Ok("膝"));
        check(&"ß".repeat(61), Err("at most 60"));
        check("", Err("needs a name"));
        check(" \t\n ", Err("needs a name"));
        house.ask(command, with("Ärger"));
        check("ärger", Err("already"));
        check(" ÄRGER ", Err("already"));
        check("Arger", Ok("Arger"));
    }
}

#[test]
fn a_name_can_be_kept_altered_and_used_again_once_it_was_put_aside() {
    let house = morning_house();
    let knee = pain(&house, "Knee");
    let kept = house.ask(
        "save_pain",
        json!({ "id": knee, "name": "knee", "regions": ["knee-front-left"] }),
    );
    assert_eq!(
        names(&kept["pains"]),
        ["knee"],
        "its own name is no other's"
    );
    house.ask(
        "retire",
        json!({ "kind": "pain", "id": knee, "retired": true }),
    );
    let again = pain(&house, "KNEE");
    let (_, message) = house.refused(
        "retire",
        json!({ "kind": "pain", "id": knee, "retired": false }),
    );
    assert!(
        message.contains("already"),
        "two of one name are never in use at once: {message}"
    );
    house.ask(
        "retire",
        json!({ "kind": "pain", "id": again, "retired": true }),
    );
    let tracked = house.ask(
        "retire",
        json!({ "kind": "pain", "id": knee, "retired": false }),
    );
    assert_eq!(
        names(&tracked["pains"]),
        ["knee", "KNEE"],
        "what is in use stands before what was put aside"
    );
    assert_eq!(tracked["text"], "In use again");
}

#[test]
fn at_most_six_factors_are_in_use_and_the_seventh_is_told_what_to_do() {
    let house = morning_house();
    let ids: Vec<Value> = (1..=6)
        .map(|n| factor(&house, &format!("factor {n}"), "day", None))
        .collect();
    let seventh = json!({ "name": "one more", "timing": "night" });
    let (code, message) = house.refused("save_factor", seventh.clone());
    assert_eq!(code, "bad-input");
    assert!(
        message.contains("Put one aside first") && message.contains('6'),
        "{message}"
    );
    house.ask(
        "save_factor",
        json!({ "id": ids[0], "name": "renamed", "timing": "day" }),
    );
    house.ask(
        "retire",
        json!({ "kind": "factor", "id": ids[3], "retired": true }),
    );
    let tracked = house.ask("save_factor", seventh);
    assert_eq!(tracked["factor_limit"], 6);
    assert_eq!(
        tracked["factors"].as_array().unwrap().len(),
        7,
        "nothing is thrown away"
    );
    let (_, message) = house.refused(
        "retire",
        json!({ "kind": "factor", "id": ids[3], "retired": false }),
    );
    assert!(
        message.contains("Put one aside first"),
        "coming back keeps to the limit too: {message}"
    );
}

#[test]
fn a_factor_keeps_what_its_answers_mean() {
    let house = morning_house();
    let coffee = factor(&house, "coffee", "day", None);
    let change = |timing: &str, unit: Option<&str>| json!({ "id": coffee, "name": "coffee", "timing": timing, "unit": unit });
    house.ask("save_factor", change("night", Some("cups")));
    house.ask("save_factor", change("day", Some("cups")));
    house.ask(
        "save_evening",
        json!({ "factors": [{ "id": coffee, "value": 3 }] }),
    );
    for request in [
        change("night", Some("cups")),
        change("day", Some("litres")),
        change("day", None),
    ] {
        let (code, message) = house.refused("save_factor", request);
        assert_eq!(code, "bad-input");
        assert!(message.contains("has answers"), "{message}");
    }
    let renamed =
        json!({ "id": coffee, "name": "Coffee, all of it", "timing": "day", "unit": " cups " });
    let tracked = house.ask("save_factor", renamed);
    assert_eq!(
        names(&tracked["factors"]),
        ["Coffee, all of it"],
        "the name is free to change"
    );
    assert_eq!(
        tracked["factors"][0]["use_text"],
        "Answered once, on 14 Mar 2026"
    );
    house.ask(
        "save_evening",
        json!({ "factors": [{ "id": coffee, "value": null }] }),
    );
    let tracked = house.ask("save_factor", change("night", None));
    assert_eq!(
        (
            &tracked["factors"][0]["timing"],
            &tracked["factors"][0]["unit"]
        ),
        (&json!("night"), &Value::Null),
        "once its only answer is taken back it is free again"
    );
}

#[test]
fn a_factor_without_an_answer_for_a_month_is_idle() {
    let house = morning_house();
    let asked = factor(&house, "asked", "day", None);
    factor(&house, "never", "day", None);
    let aside = factor(&house, "aside", "day", None);
    house.ask(
        "retire",
        json!({ "kind": "factor", "id": aside, "retired": true }),
    );
    let idle = |house: &House| -> Vec<String> {
        let tracked = house.ask("tracked", json!({}));
        let factors = tracked["factors"].as_array().unwrap();
        factors
            .iter()
            .filter(|f| f["idle"] == true)
            .map(|f| f["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(idle(&house), [""; 0], "what is new is not idle");
    house.world.pass(Duration::days(20));
    house.ask(
        "save_evening",
        json!({ "factors": [{ "id": asked, "value": 0 }] }),
    );
    house.world.pass(Duration::days(11));
    assert_eq!(
        idle(&house),
        ["never"],
        "31 days without an answer; what was put aside is not asked about"
    );
    house.world.pass(Duration::days(19));
    assert_eq!(
        idle(&house),
        ["never"],
        "thirty days after its last answer one is not idle yet"
    );
    house.world.pass(Duration::days(1));
    assert_eq!(idle(&house), ["asked", "never"]);
}

#[test]
fn regions_are_kept_in_the_order_of_the_list_and_everywhere_stands_alone() {
    let house = morning_house();
    let check = |regions: Value, kept: Value, text: &str| {
        let tracked = house.ask("save_pain", json!({ "name": "here", "regions": regions }));
        assert_eq!(tracked["pains"][0]["regions"], kept, "of {regions}");
        assert_eq!(tracked["pains"][0]["regions_text"], text);
        house.ask("undo", json!({}));
    };
    check(json!([]), json!([]), "");
    check(
        json!(["knee-front-right", "knee-front-left", "knee-front-right"]),
        json!(["knee-front-left", "knee-front-right"]),
        "left knee, front; right knee, front",
    );
    check(
        json!(["sole-left", "genitals", "top-of-head"]),
        json!(["top-of-head", "genitals", "sole-left"]),
        "top of the head; genitals; left sole",
    );
    check(
        json!(["knee-front-left", "everywhere"]),
        json!(["everywhere"]),
        "everywhere",
    );
    let (code, message) = house.refused(
        "save_pain",
        json!({ "name": "here", "regions": ["knee-front-left", CANARY] }),
    );
    assert_eq!(code, "bad-input");
    assert!(
        message.contains("regions") && !message.contains(CANARY),
        "{message}"
    );
}

#[test]
fn every_region_has_a_name_of_its_own_and_every_heading_has_regions() {
    let house = morning_house();
    let body = house.ask("tracked", json!({}))["body"].clone();
    let groups = body.as_array().unwrap();
    assert_eq!(groups.len(), 10);
    let mut seen = std::collections::BTreeSet::new();
    for group in groups {
        let heading = group["name"].as_str().unwrap();
        assert!(!heading.starts_with("region-"), "{heading} is in words");
        let regions = group["regions"].as_array().unwrap();
        assert!(!regions.is_empty(), "{heading} has regions");
        for region in regions {
            let (code, name) = (
                region["code"].as_str().unwrap(),
                region["name"].as_str().unwrap(),
            );
            assert!(!name.contains("region-"), "{code} has words: {name}");
            assert!(seen.insert(name.to_owned()), "{name} is said of one region");
            let side = region["side"].as_str().unwrap();
            for word in ["left", "right"] {
                assert_eq!(
                    name.split(' ').any(|w| w == word),
                    side == word,
                    "{code}, which is on the {side}, is called {name}"
                );
            }
        }
    }
    assert_eq!(seen.len(), 89, "every region is in the list");
}

#[test]
fn numbers_mean_what_the_person_says() {
    let house = morning_house();
    let save = |anchors: Value| house.ask("save_anchors", json!({ "anchors": anchors }));
    let tracked = save(json!([
        { "rating": 10, "text": "the worst I know" },
        { "rating": 4, "text": "  cannot sit\nfor half an hour " },
    ]));
    let meant = json!([
        { "rating": 4, "text": "cannot sit for half an hour" },
        { "rating": 10, "text": "the worst I know" },
    ]);
    assert_eq!(tracked["anchors"], meant, "by rising rating");
    assert_eq!(
        house.ask("today", json!({}))["anchors"],
        meant,
        "and shown where a rating is given"
    );
    save(json!([{ "rating": 4, "text": " " }, { "rating": 0, "text": "x".repeat(120) }]));
    let anchors = house.ask("tracked", json!({}))["anchors"].clone();
    assert_eq!(
        anchors,
        json!([{ "rating": 0, "text": "x".repeat(120) }]),
        "one that is not named, or empty, has none"
    );
    house.ask("undo", json!({}));
    assert_eq!(house.ask("tracked", json!({}))["anchors"], meant);
    let long = format!("{CANARY}{}", "x".repeat(120));
    for (anchor, says) in [
        (json!({ "rating": 11, "text": CANARY }), "0 to 10"),
        (json!({ "rating": 3, "text": long }), "at most 120"),
    ] {
        let (code, message) = house.refused("save_anchors", json!({ "anchors": [anchor] }));
        assert_eq!(code, "bad-input");
        assert!(message.contains(says), "{message}");
        assert!(!message.contains(CANARY), "{message}");
    }
}

#[test]
fn everything_done_to_a_list_is_one_step_of_undo_with_a_name() {
    let house = morning_house();
    let check = |command: &str, request: Value, what: &str| {
        let before = house.ask("tracked", json!({}));
        house.ask(command, request);
        let after = house.ask("tracked", json!({}));
        assert_ne!(before, after, "{command} changes something");
        assert_eq!(
            house.ask("today", json!({}))["undo_text"],
            format!("Undo: {what}")
        );
        house.ask("undo", json!({}));
        assert_eq!(house.ask("tracked", json!({})), before, "{what}, undone");
        house.ask("redo", json!({}));
        assert_eq!(house.ask("tracked", json!({})), after, "{what}, redone");
    };
    check("save_pain", json!({ "name": "knee" }), "a named pain");
    check(
        "save_factor",
        json!({ "name": "tea", "timing": "day", "unit": "cups" }),
        "a factor",
    );
    check("save_medicine", json!({ "name": "gel" }), "a medicine");
    check(
        "save_anchors",
        json!({ "anchors": [{ "rating": 4, "text": "cannot sit" }] }),
        "what the numbers mean",
    );
    for (kind, list) in [
        ("pain", "pains"),
        ("factor", "factors"),
        ("medicine", "medicines"),
    ] {
        let id = house.ask("tracked", json!({}))[list][0]["id"].clone();
        check(
            "retire",
            json!({ "kind": kind, "id": id, "retired": true }),
            &format!("putting a {kind} aside"),
        );
        check(
            "retire",
            json!({ "kind": kind, "id": id, "retired": false }),
            &format!("taking a {kind} up again"),
        );
    }
}

#[test]
fn what_is_not_there_is_named_by_its_kind() {
    let house = morning_house();
    let knee = pain(&house, "knee");
    let check = |command: &str, request: Value, what: &str| {
        let (code, message) = house.refused(command, request);
        assert_eq!(code, "not-found", "{command}");
        assert!(
            message.contains(what) && !message.contains(CANARY),
            "{message}"
        );
    };
    check("save_pain", json!({ "id": CANARY, "name": "x" }), "pain");
    check(
        "save_factor",
        json!({ "id": knee, "name": "x", "timing": "day" }),
        "factor",
    );
    check(
        "save_medicine",
        json!({ "id": knee, "name": "x" }),
        "medicine",
    );
    check(
        "retire",
        json!({ "kind": "factor", "id": knee, "retired": true }),
        "factor",
    );
    check(
        "save_morning",
        json!({ "pain": 3, "pains": [{ "id": CANARY, "rating": 3 }] }),
        "pain",
    );
    check(
        "save_evening",
        json!({ "pain": 3, "factors": [{ "id": knee, "value": 1 }] }),
        "factor",
    );
    assert_eq!(
        house.ask("days", json!({})),
        json!([]),
        "an answer that cannot be saved keeps nothing of its check-in"
    );
}

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

#[test]
fn no_error_repeats_a_name() {
    let house = morning_house();
    let long = CANARY.repeat(800);
    pain(&house, CANARY);
    factor(&house, CANARY, "day", None);
    let requests = [
        ("save_pain", json!({ "name": CANARY })),
        ("save_pain", json!({ "name": long })),
        ("save_pain", json!({ "name": "x", "regions": [CANARY] })),
        ("save_factor", json!({ "name": CANARY, "timing": "day" })),
        ("save_factor", json!({ "name": "x", "timing": CANARY })),
        (
            "save_factor",
            json!({ "name": "x", "timing": "day", "unit": long }),
        ),
        ("save_medicine", json!({ "name": long })),
        (
            "save_anchors",
            json!({ "anchors": [{ "rating": 4, "text": long }] }),
        ),
        (
            "retire",
            json!({ "kind": CANARY, "id": CANARY, "retired": true }),
        ),
        (
            "retire",
            json!({ "kind": "pain", "id": CANARY, "retired": true }),
        ),
        ("save_nap", json!({ "nap": { "start": CANARY } })),
        (
            "save_nap",
            json!({ "id": CANARY, "nap": { "start": "14:00" } }),
        ),
        ("save_taken", json!({ "medicine": { "name": long } })),
        (
            "save_taken",
            json!({ "medicine": { "name": "x", "amount": long } }),
        ),
        (
            "save_taken",
            json!({ "medicine": { "name": "x", "at": CANARY } }),
        ),
        (
            "save_taken",
            json!({ "medicine": { "name": "x", "purpose": CANARY } }),
        ),
        ("save_note", json!({ "text": long })),
        ("save_note", json!({ "id": CANARY, "text": "x" })),
        ("remove_entry", json!({ "kind": "note", "id": CANARY })),
        ("save_morning", json!({ "note": long })),
    ];
    for (name, request) in requests {
        let (code, message) = house.refused(name, request);
        assert!(
            !message.contains(CANARY) && !code.contains(CANARY),
            "{name}: {message:?} repeats what was written"
        );
    }
}
