//! The Insights view: one look a week, and every finding with what it rests on.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

/// Diary A, imported, on a Tuesday that is the person's own weekday: the look knows every day of it.
fn house_a() -> House {
    let house = House::new("2026-05-05T09:00:00Z", Tz::UTC);
    house.import("diary_A_effect.csv");
    house.ask("set_weekly_look", json!({ "weekday": 1 }));
    // The weekday was chosen today, so its first look is a week away.
    house.world.set_now("2026-05-12T09:00:00Z");
    house
}

fn group<'v>(view: &'v Value, name: &str) -> &'v Value {
    view["groups"]
        .as_array()
        .unwrap()
        .iter()
        .find(|group| group["name"] == name)
        .unwrap_or_else(|| panic!("no group {name}: {}", view["groups"]))
}

fn fact<'v>(finding: &'v Value, name: &str) -> &'v str {
    finding["facts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|fact| fact["name"] == name)
        .and_then(|fact| fact["text"].as_str())
        .unwrap_or_else(|| panic!("no fact {name}: {}", finding["facts"]))
}

#[test]
fn the_view_says_what_the_command_computes() {
    let house = house_a();
    let view = house.ask("insights", json!({}));
    let numbers = house.ask("insight", json!({ "to": view["days"][1] }));
    let (shown, computed) = (&view["forward"], &numbers["forward"][0]);
    assert_eq!(shown["tier"], computed["tier"]);
    assert_eq!(shown["verdict"], "Clear pattern");
    assert_eq!(
        fact(shown, "Days"),
        format!(
            "{} pairs of days used, {} days left out",
            computed["pairs"],
            computed["left_out_days"].as_array().unwrap().len()
        )
    );
    assert_eq!(fact(shown, "Difference"), "1.1 points higher");
    assert_eq!(fact(shown, "99 % range"), "0.5 to 1.7");
    assert_eq!(shown["label"], "1.1 points · range 0.5 to 1.7");
    assert_eq!(view["direction_text"], numbers["direction_text"]);
    assert!(
        computed["text"]
            .as_str()
            .unwrap()
            .starts_with(shown["text"].as_str().unwrap()),
        "the same sentence"
    );
    let weight = shown["weight"].as_f64().unwrap();
    assert!(
        (weight - computed["effect"].as_f64().unwrap() / 2.0).abs() < 1e-9,
        "two points of pain are the thickest arrow"
    );
}

#[test]
fn an_answer_stays_from_one_look_to_the_next() {
    let house = house_a();
    let before = house.ask("insights", json!({}));
    assert_eq!(before["look"]["date"], "2026-05-12");
    assert_eq!(before["look"]["until"], "2026-05-11");
    for (now, day) in [("2026-05-12", 12), ("2026-05-15", 15), ("2026-05-18", 18)] {
        house.world.set_now(&format!("{now}T20:00:00Z"));
        let said = json!({ "date": now, "pain": day % 11 });
        house.ask("save_evening", said);
        let during = house.ask("insights", json!({}));
        for part in [
            "forward",
            "reverse",
            "direction_text",
            "groups",
            "skipped",
            "days",
        ] {
            assert!(
                during[part] == before[part],
                "{now}, {part}: nothing to look for every day"
            );
        }
        assert_eq!(during["look"]["text"], before["look"]["text"]);
    }
    let days_of = |finding: &Value| {
        finding["pairs"].as_u64().unwrap() as usize
            + finding["left_out_days"].as_array().unwrap().len()
    };
    let now = house.ask("insight", json!({}));
    assert_eq!(
        days_of(&now["forward"][0]),
        134,
        "the command line keeps computing over what is asked, here up to 18 May"
    );
    house.world.set_now("2026-05-19T09:00:00Z");
    let after = house.ask("insights", json!({}));
    assert_eq!(after["look"]["date"], "2026-05-19");
    assert_ne!(
        after["forward"], before["forward"],
        "a week later the new days are in it"
    );
}

#[test]
fn another_weekday_brings_no_look_of_its_own() {
    let house = House::new("2026-05-14T09:00:00Z", Tz::UTC);
    house.import("diary_A_effect.csv");
    let before = house.ask("insights", json!({}));
    assert_eq!(
        before["look"]["date"], "2026-05-11",
        "Monday, where weeks begin so"
    );
    for weekday in [3, 4, 2, 3] {
        let look = house.ask("set_weekly_look", json!({ "weekday": weekday }));
        assert_eq!(look["date"], "2026-05-11", "{look}");
        assert_eq!(look["weekday"], weekday);
    }
    let view = house.ask("insights", json!({}));
    assert_eq!(view["forward"], before["forward"]);
    assert_eq!(
        view["look"]["next"], "2026-05-21",
        "the first Thursday a week after"
    );
    let (code, _) = house.refused("set_weekly_look", json!({ "weekday": 7 }));
    assert_eq!(code, "bad-input");
}

#[test]
fn pain_on_waking_is_a_family_of_its_own_and_says_that_mood_colours_it() {
    let house = house_a();
    let view = house.ask("insights", json!({}));
    let waking = group(&view, "waking");
    assert_eq!(waking["findings"].as_array().unwrap().len(), 4);
    assert!(waking["note"].as_str().unwrap().contains("mood"));
    let numbers = house.ask("insight", json!({}));
    let forward = numbers["forward"].as_array().unwrap();
    let outcomes: Vec<&str> = forward
        .iter()
        .map(|finding| finding["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(
        outcomes,
        [["pain_day"; 4], ["pain_waking"; 4]].concat(),
        "the day's pain comes first"
    );
    for finding in &forward[4..] {
        assert_eq!(finding["formula"], "sleep_to_waking_pain");
        let mood = finding["warnings"][0].as_str().unwrap();
        assert!(mood.contains("mood"), "{mood}");
    }
}

#[test]
fn what_everybody_is_asked_is_compared_with_the_night_after() {
    let house = house_a();
    let numbers = house.ask("insight", json!({}));
    let of = |name: &str| {
        let factors = numbers["factors"].as_array().unwrap();
        factors
            .iter()
            .find(|finding| finding["measure"] == name)
            .unwrap_or_else(|| panic!("no {name}"))
            .clone()
    };
    for name in ["movement_min", "outdoor_light_min"] {
        assert_eq!(of(name)["formula"], "day_factor_to_sleep", "{name}");
        assert_eq!(of(name)["outcome"], "se_dse", "{name}");
    }
    let view = house.ask("insights", json!({}));
    let titles: Vec<&str> = group(&view, "factors")["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["title"].as_str().unwrap())
        .collect();
    assert_eq!(
        titles,
        [
            "Minutes of movement",
            "Minutes outdoors",
            "breathing",
            "late_caffeine"
        ]
    );
}

#[test]
fn when_movement_came_is_a_factor_of_its_own() {
    let house = House::new("2026-05-10T09:00:00Z", Tz::UTC);
    house.ask(
        "save_evening",
        json!({ "date": "2026-05-09", "pain": 3, "movement_min": 20 }),
    );
    let factors = house.ask("insight", json!({}))["factors"].clone();
    let names: Vec<&Value> = factors
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| &finding["measure"])
        .collect();
    assert_eq!(
        names,
        ["movement_min"],
        "without a time there is nothing about times"
    );
}

#[test]
fn every_finding_opens_to_its_formula_and_its_days() {
    let house = house_a();
    let view = house.ask("insights", json!({}));
    let mut findings = vec![view["forward"].clone(), view["reverse"].clone()];
    for group in view["groups"].as_array().unwrap() {
        findings.extend(group["findings"].as_array().unwrap().iter().cloned());
    }
    let from: chrono::NaiveDate = view["days"][0].as_str().unwrap().parse().unwrap();
    let to: chrono::NaiveDate = view["days"][1].as_str().unwrap().parse().unwrap();
    for finding in findings {
        let detail = house.ask(
            "insight_detail",
            json!({ "range": "all", "key": finding["key"] }),
        );
        assert!(detail["steps"].as_array().unwrap().len() >= 3, "{detail}");
        assert!(!detail["numbers"].as_array().unwrap().is_empty());
        let days = |part: &Value| -> usize {
            let months = part["months"].as_array().unwrap();
            months
                .iter()
                .map(|month| {
                    let days = month["days"].as_array().unwrap().len();
                    assert_eq!(days, month["labels"].as_array().unwrap().len());
                    days
                })
                .sum()
        };
        let left_out: usize = detail["left_out"]
            .as_array()
            .unwrap()
            .iter()
            .map(days)
            .sum();
        assert_eq!(
            (days(&detail["used"]) + left_out) as i64,
            (to - from).num_days() + 1,
            "every day is used or left out: {}",
            finding["title"]
        );
        for words in detail["steps"].as_array().unwrap() {
            assert!(!words.as_str().unwrap().contains('⟦'), "{words}");
        }
    }
    let (code, _) = house.refused(
        "insight_detail",
        json!({ "range": "all", "key": { "family": "factors", "at": 99 } }),
    );
    assert_eq!(code, "not-found");
}

#[test]
fn an_empty_diary_has_a_finished_page() {
    let house = House::new("2026-05-10T09:00:00Z", Tz::UTC);
    let view = house.ask("insights", json!({}));
    assert_eq!(view["empty"], true);
    assert_eq!(view["days"], Value::Null);
    assert_eq!(view["forward"]["tier"], "not_enough");
    assert_eq!(view["forward"]["progress"], json!([0, 28]));
    assert_eq!(view["forward"]["weight"], 0.0);
    assert_eq!(view["consistency"], Value::Null);
    assert_eq!(view["look_back"]["good"], Value::Null);
    assert_eq!(view["skipped"], json!([]));
}

#[test]
fn a_few_days_say_when_it_could_be_known_and_what_helps() {
    let house = House::new("2026-02-03T09:00:00Z", Tz::UTC);
    house.import("diary_A_effect.csv");
    let view = house.ask("insights", json!({}));
    let forward = &view["forward"];
    assert_eq!(forward["tier"], "not_enough");
    let pairs = forward["progress"][0].as_u64().unwrap();
    assert!((14..28).contains(&pairs), "{pairs}");
    let when = fact(forward, "When could we know?");
    assert!(
        when.contains("1.0 points could be known in about"),
        "{when}"
    );
    assert!(!forward["help"].as_array().unwrap().is_empty());
    assert_eq!(forward["label"], "Not enough yet");
}

#[test]
fn a_stretch_can_be_chosen_and_says_what_that_does() {
    let house = house_a();
    let view = house.ask("insights", json!({ "range": "year" }));
    assert_eq!(view["days"][0], "2026-01-05", "there is no more than that");
    assert!(view["range_note"].as_str().unwrap().contains("chance"));
    house.world.set_now("2026-10-06T09:00:00Z");
    let half = house.ask("insights", json!({ "range": "half-year" }));
    assert_eq!(half["days"], json!(["2026-04-06", "2026-10-05"]));
    assert_eq!(
        half["forward"]["tier"], "not_enough",
        "most of it lies before"
    );
    let all = house.ask("insights", json!({}));
    assert_eq!(all["range_note"], Value::Null);
    assert_eq!(all["forward"]["tier"], "clear");
}

#[test]
fn the_week_is_told_without_numbers_and_can_be_skipped() {
    let house = house_a();
    let quiet = house.ask("look_back", json!({ "only_on_its_day": true }));
    assert_eq!(quiet["is_today"], true);
    assert_eq!(
        quiet["good"],
        Value::Null,
        "a week without a word is not looked back on"
    );
    let house = House::new("2026-05-04T09:00:00Z", Tz::UTC);
    house.import("diary_A_effect.csv");
    let look_back = house.ask("look_back", json!({ "only_on_its_day": true }));
    for part in ["good", "steady"] {
        let text = look_back[part].as_str().unwrap();
        assert!(!text.contains(|c: char| c.is_ascii_digit()), "{text}");
    }
    assert_eq!(
        house.ask("insights", json!({}))["look_back"],
        look_back,
        "on Insights as well"
    );
    assert_eq!(house.ask("today", json!({}))["look_back"], true);
    let skipped = house.ask("look_back_skip", json!({ "skip": true }));
    assert_eq!(skipped["skipped"], true);
    assert_eq!(house.ask("today", json!({}))["look_back"], false);
    let quiet = house.ask("look_back", json!({ "only_on_its_day": true }));
    assert_eq!(
        (&quiet["good"], &quiet["skipped"]),
        (&Value::Null, &json!(true))
    );
    house.world.set_now("2026-05-06T09:00:00Z");
    let quiet = house.ask("look_back", json!({ "only_on_its_day": true }));
    assert_eq!(quiet["is_today"], false);
    assert!(
        house.ask("look_back", json!({}))["good"].is_string(),
        "it can still be read"
    );
    let shown = house.ask("look_back_skip", json!({ "skip": false }));
    assert_eq!(shown["skipped"], false);
    house.ask("look_back_skip", json!({ "skip": true }));
    house.world.set_now("2026-05-11T09:00:00Z");
    assert_eq!(
        house.ask("look_back", json!({}))["skipped"],
        false,
        "skipped for that week only"
    );
}

#[test]
fn consistency_is_told_as_in_trends() {
    let house = House::new("2026-05-05T09:00:00Z", Tz::UTC);
    house.import("diary_A_effect.csv");
    let chart = house.ask(
        "chart",
        json!({ "name": "consistency", "range": "six-weeks", "width": 800, "theme": "day", "text_scale": 1.0 }),
    );
    let said = house.ask("insights", json!({}))["consistency"].clone();
    assert_eq!(said, chart["sentence"]);
}

/// `docs/INSIGHTS.md` shows these numbers; the command line holds its sentence against the same page.
#[test]
fn the_worked_example_is_what_the_diary_says() {
    let docs = include_str!("../../docs/INSIGHTS.md");
    let (_, example) = docs
        .split_once("## A worked example")
        .expect("there is one");
    let says = |line: String| assert!(example.contains(&line), "the example lacks: {line}");
    let house = house_a();
    let view = house.ask("insights", json!({}));
    let shown = &view["forward"];
    let numbers = house.ask("insight", json!({}))["forward"][0].clone();
    let of = |field: &str| numbers[field].as_f64().unwrap();
    let end = |field: &str, at: usize| numbers[field][at].as_f64().unwrap();
    says(format!("“{}”", shown["text"].as_str().unwrap()));
    says(format!(
        "| verdict | {} |",
        shown["verdict"].as_str().unwrap()
    ));
    says(format!(
        "| pairs of days, degrees of freedom | {}, {} |",
        numbers["pairs"], numbers["df"]
    ));
    says(
        format!(
            "| slope, standard error | {:.5}, {:.5} |",
            of("slope"),
            of("se_hc3")
        )
        .replace('-', "−"),
    );
    says(format!("| p, q | {:.1e}, {:.1e} |", of("p"), of("q")));
    says(format!(
        "| the two halves of the nights | {:.1} %, {:.1} % |",
        end("sides", 0),
        end("sides", 1)
    ));
    says(format!(
        "| effect, 95 % range | {:.3}, {:.3} to {:.3} |",
        of("effect"),
        end("ci95", 0),
        end("ci95", 1)
    ));
    says(format!(
        "| 99 % range | {:.3} to {:.3} |",
        end("ci99", 0),
        end("ci99", 1)
    ));
    says(format!(
        "| shifts that show as much | {} of {} |",
        numbers["shuffle"][0], numbers["shuffle"][1]
    ));
    says(format!("| with nothing allowed for | {:.3} |", of("plain")));
    says(format!(
        "| beside the arrow | {} |",
        shown["label"].as_str().unwrap()
    ));
    let detail = house.ask(
        "insight_detail",
        json!({ "range": "all", "key": shown["key"] }),
    );
    let slope = &detail["numbers"][3]["text"];
    assert_eq!(
        slope,
        &json!(format!("{:.4}", of("slope")).replace('-', "−"))
    );
    let left_out: u64 = numbers["left_out"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(why, days)| {
            says(format!("| left out, {why} | {days} |"));
            days.as_u64().unwrap()
        })
        .sum();
    says(format!("| days left out in all | {left_out} |"));
}
