//! The lists themselves: names, regions, what numbers mean, putting aside, undo.

use chrono::Duration;
use serde_json::{Value, json};

use super::{CANARY, factor, morning_house, names, pain};
use crate::world::House;

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
