//! Small personal experiments through the commands: from the question over the coin to the result, and no result before.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_domain::{
    Id,
    diary::{Experiment, Span, SpanKind},
};
use wane_store::{DataDir, Diary, Label};

use crate::world::{House, instant};

/// A Sunday; the experiments here are set up on it and begin on Monday.
const SET_UP: &str = "2026-03-01";

fn house() -> House {
    House::new(&format!("{SET_UP}T09:00:00Z"), Tz::UTC)
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The date so many days after setting up.
fn after(days: i64) -> String {
    (date(SET_UP) + Duration::days(days)).to_string()
}

fn go_to(house: &House, days: i64, time: &str) {
    house.world.set_now(&format!("{}T{time}:00Z", after(days)));
}

fn light(watched: &str, weeks: u16) -> Value {
    json!({ "tried": "morning-light", "watched": watched, "weeks": weeks })
}

fn wind_down(weeks: u16) -> Value {
    json!({ "tried": "wind-down", "watched": "morning-pain", "weeks": weeks })
}

/// What the present day is for.
fn with_today(house: &House) -> bool {
    house.ask("today", json!({}))["experiment"]["lines"][0]["with"]
        .as_bool()
        .expect("the day has a line")
}

/// Pain that follows nothing: 3 to 6, the same in every run.
fn pain_of(day: i64) -> i64 {
    let mixed = (day as u64)
        .wrapping_add(11)
        .wrapping_mul(0x9E37_79B9_7F4A_7C15);
    3 + i64::from((mixed >> 61) as u8 % 4)
}

/// Lives an experiment of morning light on the pain in the evening, day by day, and says so each day.
fn live(house: &House, weeks: u16, more_with: i64) {
    house.ask("experiment_start", light("evening-pain", weeks));
    for day in 1..=i64::from(weeks) * 7 {
        go_to(house, day, "21:00");
        let with = with_today(house);
        house.ask("experiment_said", json!({ "done": with }));
        let pain = pain_of(day) + if with { more_with } else { 0 };
        house.ask("save_evening", json!({ "pain": pain }));
    }
    go_to(house, i64::from(weeks) * 7 + 1, "09:00");
}

/// The diary itself, while the app is closed.
fn in_the_diary<T>(house: House, work: impl FnOnce(&mut Diary) -> T) -> (House, T) {
    let House { app, world, dir } = house;
    drop(app);
    let now = wane_app::host::Host::now(world.as_ref());
    let done = {
        let place = DataDir::open(dir.path()).unwrap();
        work(&mut place.diary(now, Id::new(now, [9; 10])).unwrap())
    };
    let app = wane_app::App::open(dir.path(), world.clone()).unwrap();
    (House { app, world, dir }, done)
}

fn mark(house: House, kind: SpanKind, from: i64, to: Option<i64>) -> House {
    let span = Span {
        id: Id::new(instant("2026-03-01T08:00:00Z"), [kind as u8; 10]),
        kind,
        from_date: date(&after(from)),
        to_date: to.map(|to| date(&after(to))),
    };
    in_the_diary(house, |diary| {
        let now = instant("2026-03-01T08:00:00Z");
        diary
            .change(Label::new("span"), now, |change| change.put(&span))
            .unwrap();
    })
    .0
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("{field}: {value}"))
}

#[test]
fn an_effect_that_is_there_is_found_at_the_end() {
    let house = house();
    live(&house, 4, -3);
    let view = house.ask("experiments", json!({}));
    assert_eq!(view["running"], Value::Null, "it has ended by itself");
    let past = &view["past"][0];
    let result = &past["result"];
    assert_eq!(past["phase"], "over");
    assert_eq!(result["tier"], "differed", "{result}");
    assert_eq!(
        (&result["days_with"], &result["days_without"]),
        (&json!(14), &json!(14)),
        "half of the days with, half without"
    );
    assert_eq!(result["assignments"], 16_384, "all ways are counted");
    let difference = result["difference"].as_f64().unwrap();
    assert!(
        (-4.5..=-1.5).contains(&difference),
        "about −3: {difference}"
    );
    let (low, high) = (
        result["ci95"][0].as_f64().unwrap(),
        result["ci95"][1].as_f64().unwrap(),
    );
    assert!(
        low <= difference && difference <= high && high < 0.0,
        "the range lies round it: {low} to {high}"
    );
    assert_eq!(
        (&result["said"], &result["as_drawn"], &result["days"]),
        (&json!(28), &json!(28), &json!(28)),
        "what was done"
    );
    let sentence = text(past, "text");
    assert!(
        sentence.starts_with("Pain in the evening was ")
            && sentence.contains(" points lower on days with it than on days without.")
            && sentence.contains("went along with the days the coin chose"),
        "{sentence}"
    );
    assert_eq!(
        text(result, "chance_text"),
        "Of all the ways the coins could have fallen, fewer than 1 in 100 would show as much or more."
    );
    assert!(
        text(result, "range_text").ends_with(" lower."),
        "both ends on one side: {}",
        text(result, "range_text")
    );
    let same = house.ask("experiment_result", json!({}));
    assert_eq!(&same, past, "asked by itself it is the same");
}

#[test]
fn where_nothing_is_nothing_is_found() {
    let house = house();
    live(&house, 4, 0);
    let past = house.ask("experiment_result", json!({}));
    let tier = text(&past["result"], "tier");
    assert!(tier == "cant_tell" || tier == "little", "{past}");
    let p = past["result"]["p"].as_f64().unwrap();
    assert!(p > 0.05, "chance shows as much: {p}");
}

/// Everything that can be asked of a running experiment.
fn everything_told(house: &House) -> Vec<Value> {
    let today = house.ask("today", json!({}));
    let yesterday = house.ask("today", json!({ "date": today["previous"] }));
    let mut told = vec![
        today["experiment"].clone(),
        yesterday["experiment"].clone(),
        house.ask("experiments", json!({})),
    ];
    for (name, request) in [
        ("experiment_result", json!({})),
        ("experiment_propose", light("evening-pain", 2)),
        ("experiment_start", light("evening-pain", 2)),
    ] {
        let (code, message) = house.refused(name, request);
        told.push(json!([code, message]));
    }
    told
}

/// Names and undo are the only things that may differ between two lives.
fn without_names(mut told: Vec<Value>) -> Vec<Value> {
    for value in &mut told {
        if let Some(view) = value.as_object_mut() {
            view.remove("undo_text");
            view.remove("redo_text");
            if let Some(running) = view.get_mut("running").and_then(Value::as_object_mut) {
                running.remove("id");
            }
        }
    }
    told
}

/// Two people whose coins fall alike and whose pain could not be more different are told the same until the end.
#[test]
fn nothing_that_is_told_before_the_end_depends_on_what_is_looked_at() {
    let (one, other) = (house(), house());
    for house in [&one, &other] {
        house.ask("experiment_start", light("evening-pain", 2));
    }
    for day in 0..=15 {
        let mut told = Vec::new();
        for (house, pains) in [(&one, [9, 1]), (&other, [1, 9])] {
            go_to(house, day, "21:00");
            if day > 14 {
                told.push(vec![
                    house.ask("experiment_result", json!({}))["result"]["difference"].clone(),
                ]);
                continue;
            }
            let with = day > 0 && with_today(house);
            house.ask("save_evening", json!({ "pain": pains[usize::from(with)] }));
            if day > 0 {
                house.ask("experiment_said", json!({ "done": with }));
            }
            told.push(without_names(everything_told(house)));
        }
        if day <= 14 {
            assert_eq!(told[0], told[1], "day {day}");
        } else {
            assert_eq!(told[0][0], -8.0, "only then it is told");
            assert_eq!(told[1][0], 8.0);
        }
    }
}

/// And nothing else in the diary knows about the coin: neither insights nor charts, tables nor days read back.
#[test]
fn nothing_else_tells_of_the_days_with_and_without() {
    let plain = house();
    let trying = house();
    trying.ask("experiment_start", light("evening-pain", 2));
    for day in 1..=10 {
        for house in [&plain, &trying] {
            go_to(house, day, "21:00");
            house.ask("save_evening", json!({ "pain": pain_of(day) }));
        }
        let with = with_today(&trying);
        trying.ask("experiment_said", json!({ "done": with }));
    }
    for (name, request) in [
        ("insight", json!({})),
        ("measures", json!({})),
        ("days", json!({})),
        ("month", json!({ "month": "2026-03" })),
        ("chart", json!({ "name": "trend", "range": "all" })),
        (
            "chart",
            json!({ "name": "calendar", "measure": "pain-evening", "range": "all" }),
        ),
        ("chart", json!({ "name": "weekdays", "range": "all" })),
        (
            "chart",
            json!({ "name": "comparison", "range": "two-weeks" }),
        ),
    ] {
        assert_eq!(
            plain.app.call(name, request.clone()).map_err(|e| e.code),
            trying.app.call(name, request.clone()).map_err(|e| e.code),
            "{name} {request}"
        );
    }
}

#[test]
fn history_tells_what_was_fixed_and_said_and_not_how_the_coins_will_fall() {
    let house = house();
    house.ask(
        "experiment_start",
        json!({ "tried": "own", "own": " no  screens ", "part": "evening", "watched": "quality", "weeks": 2 }),
    );
    let history = house.ask("history", json!({ "date": SET_UP })).to_string();
    assert!(
        history.contains("no screens") && history.contains("how the night was"),
        "the question is there: {history}"
    );
    assert!(!history.contains("coins"), "the coins are not: {history}");
    go_to(&house, 1, "21:00");
    house.ask("experiment_said", json!({ "done": true }));
    let history = house.ask("history", json!({}));
    assert!(
        history
            .to_string()
            .contains("Experiment, whether it was done: yes"),
        "{history}"
    );
    let found = house.ask("search", json!({ "words": "screens" }));
    assert_eq!(found["finds"][0]["date"], SET_UP, "its words are found");
    assert_eq!(found["finds"][0]["kind_text"], "Experiment");
}

#[test]
fn stopping_is_possible_on_any_day_and_gives_no_result() {
    for day in [0, 1, 9, 14] {
        let house = house();
        house.ask("experiment_start", light("evening-pain", 2));
        for lived in 0..=day {
            go_to(&house, lived, "21:00");
            house.ask("save_evening", json!({ "pain": pain_of(lived) }));
        }
        let view = house.ask("experiment_stop", json!({}));
        assert_eq!(view["running"], Value::Null, "day {day}");
        let past = &view["past"][0];
        assert_eq!(
            (&past["phase"], &past["result"]),
            (&json!("stopped"), &Value::Null),
            "day {day}"
        );
        go_to(&house, 40, "09:00");
        let past = house.ask("experiment_result", json!({}));
        assert_eq!(past["result"], Value::Null, "nor ever after");
        assert!(text(&past, "text").contains("that is fine"), "{past}");
        house.ask("experiment_propose", light("evening-pain", 2));
    }
}

#[test]
fn a_stop_can_be_taken_back_and_so_can_a_beginning() {
    let house = house();
    let begun = house.ask("experiment_start", wind_down(2));
    go_to(&house, 3, "21:00");
    house.ask("experiment_stop", json!({}));
    house.ask("undo", json!({}));
    let view = house.ask("experiments", json!({}));
    assert_eq!(
        (&view["running"]["id"], &view["running"]["day"]),
        (&begun["running"]["id"], &json!(3)),
        "it goes on with the same coins"
    );
    house.ask("redo", json!({}));
    house.ask("undo", json!({}));
    house.ask("undo", json!({}));
    let view = house.ask("experiments", json!({}));
    assert_eq!(
        (&view["running"], &view["past"]),
        (&Value::Null, &json!([])),
        "as if it had never begun"
    );
}

#[test]
fn what_was_said_is_changed_and_taken_back() {
    let house = house();
    house.ask("experiment_start", light("evening-pain", 2));
    go_to(&house, 2, "12:00");
    let done =
        |house: &House| house.ask("today", json!({}))["experiment"]["lines"][0]["done"].clone();
    let said = house.ask("experiment_said", json!({ "done": true }));
    assert_eq!(done(&house), true);
    assert!(said["undo_text"].as_str().unwrap().contains("experiment"));
    house.ask("experiment_said", json!({ "done": false }));
    assert_eq!(done(&house), false, "not done is an answer");
    house.ask("experiment_said", json!({ "done": null }));
    assert_eq!(done(&house), Value::Null, "not said is none");
    house.ask("undo", json!({}));
    assert_eq!(done(&house), false);
    house.ask("experiment_said", json!({ "date": after(1), "done": true }));
    let running = house.ask("experiments", json!({}))["running"].clone();
    assert_eq!(
        text(&running, "said_text"),
        "Said on 2 days whether it was done."
    );
}

#[test]
fn marked_days_are_left_out_and_the_difference_with_them_stands_beside() {
    let house = house();
    live(&house, 4, -3);
    let house = mark(house, SpanKind::Flare, 5, Some(7));
    let house = mark(house, SpanKind::Journey, 20, Some(20));
    let past = house.ask("experiment_result", json!({}));
    let result = &past["result"];
    let left_out: BTreeMap<&str, &str> = result["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| (text(day, "date"), text(day, "why")))
        .collect();
    let days = [after(5), after(6), after(7), after(20)];
    assert_eq!(
        left_out.into_iter().collect::<Vec<_>>(),
        days.iter()
            .map(String::as_str)
            .zip(["flare", "flare", "flare", "journey"])
            .collect::<Vec<_>>()
    );
    assert_eq!(
        result["days_with"].as_u64().unwrap() + result["days_without"].as_u64().unwrap(),
        24
    );
    assert_eq!(
        (&result["said"], &result["days"]),
        (&json!(24), &json!(24)),
        "nor do they count as days of which nothing was said"
    );
    assert_eq!(result["tier"], "differed", "{result}");
    assert!(result["with_excused"].as_f64().unwrap() < -1.5, "{result}");
    assert!(
        text(result, "days_text")
            .contains("4 days marked as a flare, an illness or a journey were left out.")
            && text(result, "days_text").contains("With the marked days counted"),
        "{result}"
    );
}

#[test]
fn a_day_of_the_evening_is_left_out_with_the_morning_that_answers() {
    let house = house();
    house.ask("experiment_start", wind_down(2));
    let house = mark(house, SpanKind::Illness, 9, None);
    for day in 1..=15 {
        go_to(&house, day, "09:00");
        house.ask("save_morning", json!({ "pain": pain_of(day) }));
    }
    let house = mark(house, SpanKind::Journey, 40, None);
    let past = house.ask("experiment_result", json!({}));
    let result = &past["result"];
    assert_eq!(
        result["days"], 7,
        "the days whose morning lies before: {result}"
    );
    assert_eq!(result["left_out"][0]["date"], after(8));
    assert_eq!(result["left_out"].as_array().unwrap().len(), 7);
}

#[test]
fn days_without_an_answer_and_late_answers_are_left_out() {
    let house = house();
    house.ask("experiment_start", light("evening-pain", 2));
    for day in 1..=14 {
        go_to(&house, day, "21:00");
        if day != 3 && day != 4 {
            house.ask("save_evening", json!({ "pain": pain_of(day) }));
        }
    }
    go_to(&house, 15, "09:00");
    house.ask("save_evening", json!({ "date": after(4), "pain": 9 }));
    let past = house.ask("experiment_result", json!({}));
    assert_eq!(
        past["result"]["left_out"],
        json!([
            { "date": after(3), "why": "no_answer" },
            { "date": after(4), "why": "recalled" },
        ]),
        "nothing is filled in"
    );
    assert_eq!(
        past["result"]["with_excused"],
        Value::Null,
        "no day was marked"
    );
    assert_eq!(
        text(&past["result"], "said_text"),
        "Nothing was said about whether it was done, so the days are compared as the coin chose them."
    );
}

#[test]
fn an_experiment_without_answers_says_so() {
    let house = house();
    house.ask("experiment_start", light("asleep", 2));
    go_to(&house, 30, "09:00");
    let past = house.ask("experiment_result", json!({}));
    assert_eq!(
        (&past["phase"], &past["result"]),
        (&json!("over"), &Value::Null)
    );
    assert!(
        text(&past, "text").starts_with("There is nothing to compare"),
        "{past}"
    );
}

#[test]
fn coins_that_are_not_all_there_stop_nothing_else() {
    let house = house();
    house.ask("experiment_start", light("evening-pain", 2));
    let (house, ()) = in_the_diary(house, |diary| {
        let experiment = diary.all::<Experiment>().unwrap().remove(0);
        let now = instant("2026-03-01T09:00:00Z");
        let torn = Experiment {
            coins: "01".to_owned(),
            ..experiment
        };
        diary
            .change(Label::new("test"), now, |change| change.put(&torn))
            .unwrap();
    });
    go_to(&house, 2, "21:00");
    assert_eq!(house.ask("today", json!({}))["experiment"], Value::Null);
    assert_eq!(
        house.ask("experiments", json!({}))["running"]["lines"],
        json!([])
    );
    house.ask("save_evening", json!({ "pain": 4 }));
    go_to(&house, 20, "21:00");
    assert_eq!(
        house.ask("experiment_result", json!({}))["result"],
        Value::Null
    );
}

#[test]
fn the_result_comes_with_the_last_answer_or_the_day_after() {
    let house = house();
    house.ask("experiment_start", wind_down(2));
    for day in 1..=14 {
        go_to(&house, day, "09:00");
        house.ask("save_morning", json!({ "pain": pain_of(day) }));
    }
    go_to(&house, 15, "07:30");
    let phase = |house: &House| house.ask("experiments", json!({}))["running"]["phase"].clone();
    assert_eq!(
        phase(&house),
        "waiting",
        "the morning after the last evening"
    );
    house.refused("experiment_result", json!({}));
    house.ask("save_morning", json!({ "pain": 2 }));
    assert_eq!(phase(&house), Value::Null, "it was said");
    house.ask("undo", json!({}));
    go_to(&house, 16, "07:30");
    let past = house.ask("experiment_result", json!({}));
    assert_eq!(
        past["result"]["left_out"][0]["date"],
        after(14),
        "it never came"
    );
    let today = house.ask("today", json!({}));
    assert_eq!(
        today["experiment"]["ended"], true,
        "Today says that it is over"
    );
    go_to(&house, 19, "07:30");
    assert_eq!(
        house.ask("today", json!({}))["experiment"],
        Value::Null,
        "for three days"
    );
}

#[test]
fn an_evening_is_asked_about_in_the_evening_or_on_the_morning_after() {
    let house = house();
    house.ask("experiment_start", wind_down(2));
    let lines = |house: &House| -> Vec<(String, bool)> {
        let today = house.ask("today", json!({}));
        let lines = today["experiment"]["lines"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        lines
            .iter()
            .map(|line| {
                (
                    text(line, "date").to_owned(),
                    line["asks"].as_bool().unwrap(),
                )
            })
            .collect()
    };
    assert_eq!(lines(&house), [], "nothing before the first day");
    go_to(&house, 1, "08:00");
    assert_eq!(
        lines(&house),
        [(after(1), false)],
        "in the morning it is only told"
    );
    go_to(&house, 1, "21:00");
    assert_eq!(
        lines(&house),
        [(after(1), true)],
        "in the evening it is asked"
    );
    go_to(&house, 2, "00:40");
    assert_eq!(
        lines(&house),
        [(after(1), true)],
        "after midnight it is still that evening"
    );
    go_to(&house, 2, "08:00");
    assert_eq!(
        lines(&house),
        [(after(1), true), (after(2), false)],
        "the morning asks about the evening before"
    );
    house.ask("experiment_said", json!({ "date": after(1), "done": true }));
    assert_eq!(lines(&house), [(after(2), false)], "once");
    let ahead = house.ask("today", json!({ "date": after(3) }));
    assert_eq!(
        ahead["experiment"],
        Value::Null,
        "what comes is not told ahead"
    );
    let before = house.ask("today", json!({ "date": after(1) }));
    assert!(
        text(&before["experiment"]["lines"][0], "text").starts_with("That evening was with"),
        "a day that is over can be put right"
    );
}

#[test]
fn on_rough_and_marked_days_nothing_is_asked() {
    let house = house();
    house.ask("experiment_start", light("evening-pain", 2));
    go_to(&house, 1, "12:00");
    house.ask("mark_rough", json!({ "rough": true }));
    let line = |house: &House| house.ask("today", json!({}))["experiment"]["lines"][0].clone();
    let rough = line(&house);
    assert_eq!(
        (&rough["quiet"], &rough["asks"]),
        (&json!(true), &json!(false))
    );
    assert!(text(&rough, "text").starts_with("Today with"), "{rough}");
    let house = mark(house, SpanKind::Flare, 2, None);
    go_to(&house, 2, "12:00");
    let flare = line(&house);
    assert_eq!(
        (&flare["quiet"], &flare["asks"]),
        (&json!(true), &json!(false))
    );
    assert!(text(&flare, "text").starts_with("A flare"), "{flare}");
}

#[test]
fn what_cannot_be_done_is_refused_and_said() {
    let house = house();
    let check = |name: &str, request: Value, says: &str| {
        let (code, message) = house.refused(name, request);
        assert!(message.contains(says), "{name}: {code}, {message}");
        assert!(
            !message.contains("secret"),
            "nothing of the diary in it: {message}"
        );
    };
    check(
        "experiment_said",
        json!({ "done": true }),
        "No experiment is on",
    );
    check("experiment_stop", json!({}), "No experiment is on");
    check("experiment_result", json!({}), "experiment");
    let own = |own: &str| json!({ "tried": "own", "own": own, "watched": "quality", "weeks": 2 });
    check("experiment_start", own("  "), "words are needed");
    check(
        "experiment_start",
        own(&"secret ".repeat(20)),
        "60 characters",
    );
    for weeks in [0, 1, 3, 8] {
        check(
            "experiment_propose",
            light("quality", weeks),
            "two weeks or four",
        );
    }
    check(
        "experiment_start",
        json!({ "tried": "movement", "watched": "asleep", "weeks": 2, "pace": "two-or-three-days" }),
        "needs four",
    );
    for first in [SET_UP.to_owned(), after(15), "1999-01-01".to_owned()] {
        check(
            "experiment_start",
            json!({ "tried": "movement", "watched": "asleep", "weeks": 2, "first": first }),
            "tomorrow or up to two weeks ahead",
        );
    }
    check(
        "experiment_start",
        json!({ "tried": "prayer", "watched": "asleep", "weeks": 2 }),
        "",
    );
    house.ask("experiment_start", own("secret"));
    check(
        "experiment_start",
        own("another secret"),
        "One experiment is on already",
    );
    check(
        "experiment_said",
        json!({ "done": true }),
        "no day of the experiment",
    );
    check(
        "experiment_said",
        json!({ "date": after(1), "done": true }),
        "",
    );
    let id = house.ask("experiments", json!({}))["running"]["id"].clone();
    check("experiment_remove", json!({ "id": id }), "still on");
    check("experiment_remove", json!({ "id": "nobody" }), "");
}

#[test]
fn what_can_be_expected_follows_from_what_was_written() {
    let house = house();
    let empty = house.ask("experiment_propose", light("evening-pain", 4));
    assert_eq!(empty["smallest"], Value::Null);
    assert!(text(&empty, "expect_text").contains("You can begin all the same"));
    let choices = empty["first_days"].as_array().unwrap();
    assert_eq!(choices.len(), 14);
    assert!(
        text(&choices[0], "text").starts_with("Tomorrow, Mon"),
        "{}",
        choices[0]
    );
    assert_eq!(
        (&empty["first"], &empty["last"]),
        (&json!(after(1)), &json!(after(28)))
    );
    assert_eq!(
        text(&empty, "question"),
        "Days with morning light, and days without: does pain in the evening differ?"
    );
    for day in -40..=0 {
        go_to(&house, day, "21:00");
        house.ask("save_evening", json!({ "pain": pain_of(day) }));
    }
    let smallest = |request: Value| -> f64 {
        let proposal = house.ask("experiment_propose", request);
        assert_eq!(proposal["written"], 41, "{proposal}");
        proposal["smallest"].as_f64().unwrap()
    };
    let (long, short) = (
        smallest(light("evening-pain", 4)),
        smallest(light("evening-pain", 2)),
    );
    assert!(
        0.4 < long && long < short && short < 3.0,
        "twice as long shows less: {long}, {short}"
    );
    assert_eq!(
        house.ask("experiments", json!({}))["running"],
        Value::Null,
        "nothing is fixed by asking"
    );
}

#[test]
fn one_that_has_ended_can_be_removed_and_brought_back() {
    let house = house();
    live(&house, 2, -3);
    let past = house.ask("experiment_result", json!({}));
    let view = house.ask("experiment_remove", json!({ "id": past["id"] }));
    assert_eq!(view["past"], json!([]));
    let trash = house.ask("trash", json!({}));
    assert!(
        text(&trash["items"][0], "text").contains("Experiment"),
        "{trash}"
    );
    house.ask("trash_restore", json!({ "id": trash["items"][0]["id"] }));
    assert_eq!(house.ask("experiment_result", json!({})), past, "as it was");
    let house = house.restart();
    assert_eq!(
        house.ask("experiment_result", json!({})),
        past,
        "after a restart, too"
    );
}

#[test]
fn blocks_of_days_have_coins_of_their_own() {
    let house = house();
    house.ask(
        "experiment_start",
        json!({ "tried": "movement", "watched": "evening-pain", "weeks": 4, "pace": "two-or-three-days" }),
    );
    let mut week = Vec::new();
    for day in 1..=28 {
        go_to(&house, day, "21:00");
        week.push(with_today(&house));
        house.ask("save_evening", json!({ "pain": pain_of(day) }));
    }
    for fortnight in week.chunks(14) {
        assert_eq!(
            (fortnight[0], fortnight[2], fortnight[4], fortnight[4]),
            (fortnight[1], fortnight[3], fortnight[5], fortnight[6]),
            "two, two and three"
        );
        assert!(
            (0..7).all(|day| fortnight[day] != fortnight[day + 7]),
            "and the second week is the first one's mirror"
        );
    }
    go_to(&house, 29, "09:00");
    assert_eq!(
        house.ask("experiment_result", json!({}))["result"]["assignments"],
        64
    );
}

#[test]
fn where_no_number_is_wished_for_an_experiment_is_told_in_words() {
    let house = house();
    let mut settings = house.ask("settings", json!({}))["settings"].clone();
    settings["number_free"] = json!(true);
    house.ask("save_settings", settings.clone());
    let proposal = house.ask("experiment_propose", light("evening-pain", 4));
    live(&house, 4, 3);
    let view = house.ask("experiments", json!({}));
    let says = |value: &Value| -> Vec<String> {
        let mut found = Vec::new();
        let mut open = vec![value];
        while let Some(value) = open.pop() {
            match value {
                Value::String(text) => found.push(text.clone()),
                Value::Array(items) => open.extend(items),
                Value::Object(fields) => open.extend(
                    fields
                        .iter()
                        .filter(|(name, _)| !["id", "first_date"].contains(&name.as_str()))
                        .map(|(_, value)| value),
                ),
                _ => {}
            }
        }
        let is_date = |text: &str| text.contains(" Mar") || text.contains("2026-");
        found.retain(|text| text.contains(|c: char| c.is_ascii_digit()) && !is_date(text));
        found
    };
    assert_eq!(says(&proposal), Vec::<String>::new());
    assert_eq!(says(&view), Vec::<String>::new());
    let past = &view["past"][0];
    let said = text(past, "text");
    assert!(said.contains("a good deal"), "the size is in words: {said}");
    settings["number_free"] = json!(false);
    house.ask("save_settings", settings);
    assert!(
        !says(&house.ask("experiments", json!({}))).is_empty(),
        "the control"
    );
}
