//! The evening's help: the sequence, an evening that survives interruptions, breathing, and worries that are given back.

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_app::host::Opens;

use crate::world::House;

/// An evening in London in March, with a reminder of the wind-down at a quarter past ten.
fn evening() -> House {
    let house = House::new("2026-03-14T22:00:00Z", Tz::Europe__London);
    house.ask(
        "set_rule",
        json!({ "kind": "wind-down", "enabled": true, "times": vec!["22:15"; 7] }),
    );
    house
}

fn act(house: &House, act: &str) -> Value {
    house.ask("wind_down_act", json!({ "act": act }))
}

/// Lets an evening go on as a window that is open does.
fn live(house: &House, seconds: i64) -> Value {
    let mut view = json!(null);
    let mut left = seconds;
    while left > 0 {
        house.world.pass(Duration::seconds(left.min(20)));
        left -= 20;
        view = act(house, "look");
    }
    view
}

fn minutes_at(house: &House, date: &str) -> Vec<Value> {
    house.day(date)["wind_downs"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

fn own(house: &House, blocks: &[(&str, u16)]) -> Value {
    let blocks: Vec<Value> = blocks
        .iter()
        .map(|(kind, minutes)| json!({ "kind": kind, "minutes": minutes }))
        .collect();
    house.ask("save_wind_down", json!({ "blocks": blocks }))
}

#[test]
fn a_newcomer_has_a_sequence_and_can_make_it_their_own() {
    let house = evening();
    let view = house.ask("wind_down", json!({}));
    assert_eq!(view["own"], false);
    assert_eq!(view["total_text"], "20 min in all");
    assert_eq!(view["blocks"].as_array().unwrap().len(), 4);
    assert_eq!(view["offers"].as_array().unwrap().len(), 7);
    let view = own(&house, &[("body-scan", 15), ("breathing", 5)]);
    assert_eq!(
        (&view["own"], &view["total_text"]),
        (&json!(true), &json!("20 min in all"))
    );
    let house = house.restart();
    let view = house.ask("wind_down", json!({}));
    assert_eq!(
        view["blocks"][0],
        json!({ "kind": "body-scan", "minutes": 15 })
    );
    house.ask("undo", json!({}));
    let view = house.ask("wind_down", json!({}));
    assert_eq!(view["own"], false, "and it can be taken back");
    own(&house, &[("quiet", 10)]);
    let view = house.ask("save_wind_down", json!({ "blocks": [] }));
    assert_eq!(view["own"], false, "or put back to the ready-made one");
}

#[test]
fn what_is_no_sequence_is_refused_with_the_reason() {
    let house = evening();
    let check = |blocks: Value, says: &str| {
        let (code, message) = house.refused("save_wind_down", json!({ "blocks": blocks }));
        assert_eq!(code, "bad-input");
        assert!(message.contains(says), "{message}");
    };
    let quiet = |minutes: u16| json!({ "kind": "quiet", "minutes": minutes });
    check(json!([quiet(2)]), "5 minutes or more");
    check(json!([quiet(30), quiet(30)]), "up to 45 minutes");
    check(
        json!([{ "kind": "body-scan", "minutes": 5 }]),
        "10 to 20 minutes",
    );
    check(json!(vec![quiet(5); 9]), "one to 8 blocks");
    let view = house.ask("wind_down", json!({}));
    assert_eq!(view["own"], false, "nothing was changed");
}

#[test]
fn an_evening_runs_by_itself_and_is_written_down_without_being_asked() {
    let house = evening();
    own(&house, &[("stretching", 5), ("quiet", 5)]);
    let view = act(&house, "start");
    let session = &view["session"];
    assert_eq!(session["kind"], "stretching");
    assert_eq!(session["length_s"], 300.0);
    assert!(!session["list"].as_array().unwrap().is_empty());
    let view = live(&house, 310);
    assert_eq!(view["session"]["kind"], "quiet", "on to the next by itself");
    assert_eq!(view["session"]["blocks"][0]["state"], "past");
    let view = live(&house, 300);
    assert_eq!(view["session"], Value::Null, "and it ends");
    assert!(view["said"].as_str().unwrap().contains("10 min"), "{view}");
    assert_eq!(
        minutes_at(&house, "2026-03-14"),
        [
            json!({ "start": "2026-03-14T22:00:00+00:00", "minutes": 10, "blocks": ["stretching", "quiet"] })
        ]
    );
    let today = house.ask("today", json!({}));
    assert_eq!(
        today["entries"][0]["text"], "Wind-down, 10 min: stretching, quiet",
        "it stands on its day"
    );
    assert_eq!(today["undo_text"], "Undo: wind-down");
    house.ask("undo", json!({}));
    assert_eq!(minutes_at(&house, "2026-03-14"), [json!(null); 0], "undone");
    house.ask("redo", json!({}));
    assert_eq!(minutes_at(&house, "2026-03-14").len(), 1, "and back");
    let entry = &house.ask("today", json!({}))["entries"][0];
    house.ask(
        "remove_entry",
        json!({ "kind": "wind-down", "id": entry["id"] }),
    );
    let trash = house.ask("trash", json!({}));
    let text = trash["items"][0]["text"].as_str().unwrap().to_owned();
    assert!(
        text.starts_with("Wind-down: ") && text.contains("with: stretching, quiet"),
        "the trash says what it was: {text}"
    );
}

#[test]
fn a_reminder_does_not_come_while_somebody_is_at_it_nor_after() {
    let house = evening();
    act(&house, "start");
    live(&house, 16 * 60);
    house.app.tick();
    assert_eq!(house.world.shown(), [""; 0], "nobody is disturbed");
    act(&house, "finish");
    house.world.pass(Duration::minutes(1));
    house.app.tick();
    assert_eq!(house.world.shown(), [""; 0], "it is done");
    house.ask("undo", json!({}));
    house.app.tick();
    assert_eq!(
        house.world.shown(),
        ["wind-down/2026-03-14"],
        "taken back, it may come within its window"
    );

    let house = evening();
    act(&house, "start");
    act(&house, "finish");
    house.world.set_now("2026-03-14T22:16:00Z");
    house.app.tick();
    assert_eq!(
        house.world.shown(),
        ["wind-down/2026-03-14"],
        "the control: an evening of a moment counts for nothing"
    );
    assert_eq!(minutes_at(&house, "2026-03-14"), [json!(null); 0]);
}

#[test]
fn the_notification_and_the_tray_open_it_and_it_begins() {
    let house = evening();
    house.world.set_now("2026-03-14T22:15:30Z");
    house.app.tick();
    assert_eq!(
        house.app.notice_action("wind-down/2026-03-14", "start"),
        Some(Opens::WindDown)
    );
    assert_eq!(Opens::WindDown.name(), "wind-down");
    let view = act(&house, "start");
    assert_eq!(view["session"]["paused"], false);
}

#[test]
fn a_killed_program_a_suspended_machine_and_a_closed_window_lose_nothing() {
    let house = evening();
    own(&house, &[("quiet", 10), ("breathing", 5)]);
    act(&house, "start");
    live(&house, 120);
    // Killed: nothing was said any more.
    let house = house.restart();
    house.world.pass(Duration::minutes(25));
    let view = house.ask("wind_down", json!({}));
    let session = &view["session"];
    assert_eq!(session["paused"], true, "it stands still");
    assert_eq!(session["at_s"], 120.0, "where it was last seen");
    assert!(
        session["paused_text"].as_str().unwrap().contains("2 min"),
        "{session}"
    );
    let view = act(&house, "start");
    assert_eq!(
        (&view["session"]["paused"], &view["session"]["at_s"]),
        (&json!(false), &json!(120.0)),
        "starting goes on, and does not begin anew"
    );
    live(&house, 60);
    // Suspended for two hours with the window open.
    house.world.pass(Duration::hours(2));
    let view = act(&house, "look");
    assert_eq!(view["session"]["paused"], true);
    act(&house, "resume");
    live(&house, 60);
    // The window is closed: it says so.
    act(&house, "pause");
    house.world.pass(Duration::minutes(40));
    let view = house.ask("wind_down", json!({}));
    assert_eq!(view["session"]["at_s"], 240.0);
    let view = act(&house, "finish");
    assert_eq!(view["session"], Value::Null);
    assert_eq!(minutes_at(&house, "2026-03-14")[0]["minutes"], 4);
    assert_eq!(
        minutes_at(&house, "2026-03-14")[0]["blocks"],
        json!(["quiet"])
    );
}

#[test]
fn an_evening_nobody_came_back_to_is_written_down_as_far_as_it_came() {
    let house = evening();
    own(&house, &[("quiet", 10)]);
    act(&house, "start");
    live(&house, 180);
    house.world.set_now("2026-03-15T08:00:00Z");
    house.ask("start", json!({ "chart_width": 0 }));
    assert_eq!(minutes_at(&house, "2026-03-14")[0]["minutes"], 3);
    let view = house.ask("wind_down", json!({}));
    assert_eq!(
        view["session"],
        Value::Null,
        "the new day begins without it"
    );
}

#[test]
fn muscles_that_hurt_are_only_imagined() {
    let house = evening();
    own(&house, &[("muscles", 12)]);
    let said = |house: &House, cue: &str| -> Vec<String> {
        let view = act(house, "start");
        let steps = view["session"]["steps"].as_array().unwrap();
        let of_cue = steps.iter().filter(|step| step["cue"] == cue);
        let mut texts: Vec<String> = of_cue
            .map(|step| step["text"].as_str().unwrap().to_owned())
            .collect();
        texts.dedup();
        texts
    };
    assert_eq!(said(&house, "imagine"), [""; 0], "nothing hurts");
    house.ask(
        "save_pain",
        json!({ "name": "Left hand", "regions": ["palm-left"] }),
    );
    assert_eq!(
        said(&house, "imagine"),
        ["Make a fist with your left hand."],
        "the left hand is left in peace"
    );
    let id = house.ask("tracked", json!({}))["pains"][0]["id"].clone();
    house.ask(
        "retire",
        json!({ "kind": "pain", "id": id, "retired": true }),
    );
    assert_eq!(said(&house, "imagine"), [""; 0], "a pain put aside is over");
    let view = act(&house, "start");
    let steps = view["session"]["steps"].as_array().unwrap();
    assert_eq!(steps.first().unwrap()["from_s"], 0);
    assert_eq!(
        steps.last().unwrap()["to_s"],
        720,
        "to the end of the block"
    );
}

#[test]
fn a_sore_place_of_the_scan_can_be_moved_on_from() {
    let house = evening();
    own(&house, &[("body-scan", 10)]);
    house.ask(
        "save_pain",
        json!({ "name": "Back", "regions": ["spine-lower"] }),
    );
    let view = act(&house, "start");
    let steps = view["session"]["steps"].as_array().unwrap().clone();
    let sore: Vec<&Value> = steps.iter().filter(|step| step["more"] != "").collect();
    assert_eq!(sore.len(), 1, "one place is sore");
    live(&house, 40);
    let view = act(&house, "pass");
    let at = view["session"]["at_s"].as_f64().unwrap();
    assert!(
        steps.iter().any(|step| step["from_s"].as_f64() == Some(at)),
        "at the beginning of the next place: {at}"
    );
    assert!(at > 40.0);
}

#[test]
fn breathing_is_set_and_refused_as_it_can_be() {
    let house = evening();
    let view = house.ask("breathing", json!({}));
    assert_eq!(view["chosen"]["preset"], "4-6", "the default");
    assert_eq!(view["chosen"]["sound"], false, "in silence");
    assert_eq!(
        view["plan"]["parts"],
        json!([{ "part": "in", "ms": 4000 }, { "part": "out", "ms": 6000 }])
    );
    assert_eq!(
        (&view["caution"], &view["rate_text"]),
        (&json!(""), &json!("6 breaths a minute"))
    );
    let view = house.ask("save_breathing", json!({ "preset": "4-7-8" }));
    assert!(
        view["caution"].as_str().unwrap().contains("held"),
        "a hold comes with a caution"
    );
    assert_eq!(view["rate_text"], "3.16 breaths a minute");
    let view = house.ask(
        "save_breathing",
        json!({ "preset": null, "rate": 5.5, "out_per_in": 1 }),
    );
    assert_eq!(view["rate_text"], "5.5 breaths a minute");
    for wrong in [
        json!({ "preset": "waves" }),
        json!({ "preset": null, "rate": 13.0 }),
        json!({ "preset": null, "rate": 2.5 }),
        json!({ "preset": null, "rate": 6.0, "out_per_in": 0.5 }),
    ] {
        assert_eq!(house.refused("save_breathing", wrong).0, "bad-input");
    }
    let view = house.ask("breathing", json!({}));
    assert_eq!(
        view["chosen"]["rate"], 5.5,
        "what was refused changed nothing"
    );
}

#[test]
fn a_pace_that_was_found_slows_by_one_a_session_and_only_after_a_whole_one() {
    let house = evening();
    let taps: Vec<f64> = (0..6).map(|n| f64::from(n) * 5000.0).collect();
    let view = house.ask("breathing_pace", json!({ "taps_ms": taps }));
    assert_eq!(view["chosen"]["pace"], 12.0);
    let plan = |view: &Value| {
        (
            view["plan"]["from_rate"].as_f64().unwrap(),
            view["plan"]["to_rate"].as_f64().unwrap(),
        )
    };
    assert_eq!(plan(&view), (12.0, 11.0));
    let parts = &view["plan"]["parts"];
    assert_eq!(
        (parts[0]["ms"].as_u64(), parts[1]["ms"].as_u64()),
        (Some(2182), Some(3273)),
        "4 in and 6 out, at the 11 a minute that this session comes to and not at the 6 of a later one"
    );
    assert_eq!(view["rate_text"], "11 breaths a minute");
    assert_eq!(view["own_rate_text"], "6 breaths a minute");
    let view = house.ask("breathing_done", json!({ "seconds": 120.0 }));
    assert_eq!(plan(&view), (12.0, 11.0), "two minutes are no session");
    let view = house.ask("breathing_done", json!({ "seconds": 301.0 }));
    assert_eq!(plan(&view), (11.0, 10.0), "one slower the next time");
    for _ in 0..9 {
        house.ask("breathing_done", json!({ "seconds": 600.0 }));
    }
    let view = house.ask("breathing", json!({}));
    assert_eq!(plan(&view), (6.0, 6.0), "and no further than was wished");
    assert_eq!(
        house
            .refused("breathing_pace", json!({ "taps_ms": [0.0, 10.0] }))
            .0,
        "bad-input"
    );
}

const WORRY: &str = "the zebra letter";

/// Every answer that tells of a worry's words.
fn tells(house: &House) -> Vec<String> {
    let dates = ["2026-03-13", "2026-03-14", "2026-03-15", "2026-03-16"];
    let mut asked: Vec<(&str, Value)> = vec![
        ("wind_down", json!({})),
        ("worries", json!({})),
        ("search", json!({ "words": "zebra" })),
        ("trash", json!({})),
        ("plan", json!({})),
        ("tray_menu", json!({})),
        ("data", json!({})),
        ("start", json!({ "chart_width": 0 })),
    ];
    for date in dates {
        asked.push(("today", json!({ "date": date })));
        asked.push(("history", json!({ "date": date })));
        asked.push(("days", json!({ "from": date, "to": date })));
    }
    asked
        .into_iter()
        .filter(|(name, request)| {
            let answer = house.ask(name, request.clone());
            // A search says back what was typed by nobody else.
            answer.to_string().contains("zebra")
        })
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn a_worry_is_in_no_answer_until_after_the_light() {
    let house = evening();
    let parked = house.ask("park_worries", json!({ "texts": [WORRY, "  ", "the car"] }));
    assert_eq!(
        parked["text"],
        "2 things put away until tomorrow, after the light."
    );
    assert_eq!(parked["parked"], 2);
    for now in [
        "2026-03-14T22:01:00Z",
        "2026-03-15T03:00:00Z",
        "2026-03-15T07:00:00Z",
    ] {
        house.world.set_now(now);
        assert_eq!(tells(&house), [""; 0], "{now}");
    }
    house.world.set_now("2026-03-15T07:30:00Z");
    assert_eq!(house.ask("today", json!({}))["worries"], Value::Null);
    house.ask("log_light", json!({ "minutes": 20 }));
    assert_eq!(
        house.ask("today", json!({}))["worries"],
        "2 things you put away in the evening are back.",
        "after the light"
    );
    assert_eq!(
        tells(&house),
        ["wind_down", "worries"],
        "the control: then they are told, and only where they are asked for"
    );
}

#[test]
fn without_light_worries_come_back_late_in_the_morning() {
    let house = evening();
    house.ask("park_worries", json!({ "texts": [WORRY] }));
    let given = |now: &str| {
        house.world.set_now(now);
        house.ask("worries", json!({}))["given"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(given("2026-03-15T10:29:00Z"), 0);
    assert_eq!(
        given("2026-03-15T10:30:00Z"),
        1,
        "four hours after anybody rises"
    );
    assert_eq!(given("2026-03-17T02:00:00Z"), 1, "and from then on");
}

#[test]
fn a_worry_is_kept_let_go_or_planned_and_each_is_undone() {
    let house = evening();
    house.ask("park_worries", json!({ "texts": [WORRY] }));
    let id = {
        house.world.set_now("2026-03-15T03:00:00Z");
        // Its name is known to nobody; even so it cannot be settled at night.
        house.world.set_now("2026-03-15T11:00:00Z");
        house.ask("worries", json!({}))["given"][0]["id"].clone()
    };
    house.world.set_now("2026-03-15T03:00:00Z");
    assert_eq!(
        house
            .refused("settle_worry", json!({ "id": id, "way": "keep" }))
            .0,
        "not-found",
        "at night it is not there"
    );
    house.world.set_now("2026-03-15T11:00:00Z");
    let notes = || house.day("2026-03-15")["notes"].clone();
    let open = || {
        house.ask("worries", json!({}))["given"]
            .as_array()
            .unwrap()
            .len()
    };
    for (way, step, note) in [
        ("keep", Value::Null, json!([WORRY])),
        ("let-go", Value::Null, Value::Null),
        (
            "plan",
            json!("ring them at ten"),
            json!([format!("{WORRY}\nNext step: ring them at ten")]),
        ),
    ] {
        let view = house.ask(
            "settle_worry",
            json!({ "id": id, "way": way, "step": step }),
        );
        assert_eq!(view["given"], json!([]), "{way}: it is answered");
        assert_eq!(notes(), note, "{way}");
        assert_eq!(
            house
                .refused("settle_worry", json!({ "id": id, "way": "keep" }))
                .0,
            "not-found",
            "{way}: once"
        );
        house.ask("undo", json!({}));
        assert_eq!(open(), 1, "{way}: taken back by one undo");
        assert_eq!(notes(), Value::Null, "{way}: with its note");
    }
    assert_eq!(
        house
            .refused(
                "settle_worry",
                json!({ "id": id, "way": "plan", "step": " " })
            )
            .0,
        "bad-input",
        "a plan has a step"
    );
    house.ask("settle_worry", json!({ "id": id, "way": "keep" }));
    let found = house.ask("search", json!({ "words": "zebra" }));
    assert_eq!(
        found["finds"].as_array().unwrap().len(),
        1,
        "the note is found"
    );
}

#[test]
fn what_cannot_be_put_away_is_refused() {
    let house = evening();
    let long = "x".repeat(501);
    for texts in [
        json!([]),
        json!(["", " "]),
        json!([long]),
        json!(vec!["x"; 31]),
    ] {
        let (code, message) = house.refused("park_worries", json!({ "texts": texts }));
        assert_eq!(code, "bad-input");
        assert!(!message.contains("xx"), "and nothing of it is said back");
    }
    house.ask("park_worries", json!({ "texts": ["x".repeat(500)] }));
    house.ask("undo", json!({}));
    assert_eq!(house.ask("worries", json!({}))["parked"], 0, "undone");
}

#[test]
fn a_notification_never_tells_of_worries() {
    let house = evening();
    house.ask("set_notice_text", json!({ "plain": true }));
    house.ask("park_worries", json!({ "texts": [WORRY] }));
    house.world.set_now("2026-03-14T22:15:30Z");
    house.app.tick();
    let notice = house.world.last_notice();
    assert!(!format!("{notice:?}").contains("zebra"));
}

/// A wind-down of stretching by a routine, then quiet.
fn with_a_routine(house: &House, key: &str) -> Value {
    house.ask(
        "save_wind_down",
        json!({ "blocks": [
            { "kind": "stretching", "minutes": 5, "routine": key },
            { "kind": "quiet", "minutes": 5 },
        ] }),
    )
}

#[test]
fn a_block_plays_a_routine_step_by_step_and_goes_on_where_it_was() {
    let house = evening();
    let view = with_a_routine(&house, "before-sleep");
    assert_eq!(view["blocks"][0]["routine"], "before-sleep");
    let routines = view["routines"].as_array().unwrap();
    assert!(routines.iter().any(|one| one["key"] == "before-sleep"));
    let session = act(&house, "start")["session"].clone();
    let steps = session["steps"].as_array().unwrap().clone();
    let played = house.ask("routine", json!({ "key": "before-sleep" }));
    let names: Vec<&Value> = played["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| &step["name"])
        .collect();
    assert_eq!(
        steps
            .iter()
            .map(|step| &step["text"])
            .take(names.len())
            .collect::<Vec<_>>(),
        names,
        "its movements, in order"
    );
    assert!(
        !steps[0]["movement"]["steps"].as_array().unwrap().is_empty(),
        "with how each goes"
    );
    assert_eq!(session["list"], json!([]), "and no other ideas beside it");
    // Passing over goes to the beginning of the next movement.
    let view = act(&house, "pass");
    assert_eq!(view["session"]["at_s"], steps[0]["to_s"].as_f64().unwrap());
    // Killed in the second movement, it goes on there.
    let before = live(&house, 10)["session"]["at_s"].as_f64().unwrap();
    let house = house.restart();
    house.world.pass(Duration::minutes(20));
    let view = house.ask("wind_down", json!({}));
    assert_eq!(view["session"]["paused"], true);
    let view = act(&house, "resume");
    assert!((view["session"]["at_s"].as_f64().unwrap() - before).abs() < 1.0);
    // What is not for the person is out of it at once.
    let code = steps[1]["movement"]["movement"].clone();
    house.ask("hide_movement", json!({ "code": code, "hidden": true }));
    let view = act(&house, "look");
    let left = view["session"]["steps"].to_string();
    assert!(!left.contains(&format!("\"movement\":{code}")), "{left}");
}

#[test]
fn a_routine_that_was_played_is_a_session_of_movement_too_and_goes_back_with_the_evening() {
    let house = evening();
    with_a_routine(&house, "before-sleep");
    act(&house, "start");
    live(&house, 120);
    act(&house, "finish");
    let sessions = house.ask("movement", json!({}))["sessions"].clone();
    assert_eq!(sessions.as_array().unwrap().len(), 1);
    let dose = &sessions[0]["dose"];
    assert_eq!(dose["kind"], "Before sleep");
    assert_eq!(dose["minutes"], Value::Null, "soft timing says no minutes");
    assert_eq!(minutes_at(&house, "2026-03-14").len(), 1);
    house.ask("undo", json!({}));
    assert_eq!(
        house.ask("movement", json!({}))["sessions"],
        json!([]),
        "one step of undo takes both back"
    );
    assert_eq!(minutes_at(&house, "2026-03-14").len(), 0);
}

#[test]
fn a_routine_that_is_gone_leaves_the_block_with_its_ideas_and_only_movement_plays_one() {
    let house = evening();
    let made = house.ask(
        "save_routine",
        json!({ "id": null, "name": "Mine", "steps": [{ "movement": "heel-raise", "times": 8 }] }),
    );
    let key = made["routines"][0]["key"].clone();
    with_a_routine(&house, key.as_str().unwrap());
    house.ask("remove_routine", json!({ "key": key }));
    let session = act(&house, "start")["session"].clone();
    assert_eq!(session["steps"], json!([]));
    assert!(!session["list"].as_array().unwrap().is_empty());
    let (code, _) = house.refused(
        "save_wind_down",
        json!({ "blocks": [{ "kind": "quiet", "minutes": 10, "routine": "before-sleep" }] }),
    );
    assert_eq!(code, "bad-input");
    let (code, _) = house.refused(
        "save_wind_down",
        json!({ "blocks": [{ "kind": "movement", "minutes": 10, "routine": "no-such" }] }),
    );
    assert_ne!(code, "internal");
}
