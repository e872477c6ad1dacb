//! The Plan view: what keeps reminders quiet, what rests, what is suggested, what a notification and the tray do.

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_app::{TrayOutcome, host::Opens};

use crate::world::{House, instant};

/// Noon on a Saturday in March, in London; bed at 23:00, up at 07:00, wind-down on.
pub fn house() -> House {
    let house = House::new("2026-03-14T12:00:00Z", Tz::Europe__London);
    house.ask(
        "first_run",
        json!({ "bed": "23:00", "rise": "07:00", "remind_wind_down": true }),
    );
    house.app.tick();
    house
}

/// Lets the loop sleep until it says that something can change, up to an instant; it must never have to look in between.
pub fn sleep_until(house: &House, end: &str) {
    let end = instant(end);
    for _ in 0..200 {
        let next = house.app.tick().next_due;
        let Some(next) = next.filter(|next| *next < end) else {
            break;
        };
        house.world.set_now(&next.to_rfc3339());
    }
    house.world.set_now(&end.to_rfc3339());
    house.app.tick();
}

fn every_day(time: &str) -> Value {
    json!([time, time, time, time, time, time, time])
}

pub fn set(house: &House, kind: &str, time: &str) {
    house.ask(
        "set_rule",
        json!({ "kind": kind, "enabled": true, "times": every_day(time) }),
    );
}

fn states(house: &House, kind: &str) -> Vec<String> {
    let plan = house.ask("plan", json!({}));
    let past = plan["past"].as_array().unwrap();
    past.iter()
        .filter(|item| item["kind"] == kind)
        .map(|item| item["state"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_loop_that_sleeps_until_the_next_change_shows_everything_on_time() {
    let house = house();
    set(&house, "evening-check-in", "21:00");
    assert_eq!(
        house.app.tick().next_due,
        Some(instant("2026-03-14T21:00:00Z")),
        "the next reminder is the next change"
    );
    sleep_until(&house, "2026-03-15T12:00:00Z");
    assert_eq!(
        house.world.shown(),
        ["evening-check-in/2026-03-14", "wind-down/2026-03-14"],
        "both came"
    );
}

#[test]
fn nothing_is_shown_in_the_protected_night() {
    let house = house();
    let night = house.ask("plan", json!({}))["protected_night"].clone();
    assert_eq!(
        (&night["from"], &night["to"]),
        (&json!("23:30"), &json!("07:00"))
    );
    assert_eq!(night["automatic"], true, "it follows the targets");
    set(&house, "water", "03:00");
    set(&house, "morning-check-in", "06:00");
    sleep_until(&house, "2026-03-15T06:59:00Z");
    assert_eq!(
        house.world.shown(),
        ["wind-down/2026-03-14"],
        "nothing since"
    );
    assert_eq!(states(&house, "water"), ["quiet"], "it waits in the inbox");
    let note = house.ask("plan", json!({}))["rules"][6]["note"].clone();
    assert!(
        note.as_str().unwrap().contains("protected night"),
        "and the rule says so: {note}"
    );
    sleep_until(&house, "2026-03-15T07:00:00Z");
    assert_eq!(
        house.world.shown()[1..],
        ["morning-check-in/2026-03-15"],
        "what can wait comes when the night is over"
    );
}

#[test]
fn the_users_own_night_stays_when_the_targets_change() {
    let house = house();
    house.ask(
        "set_protected_night",
        json!({ "automatic": false, "from": "22:00", "to": "08:30" }),
    );
    let targets = json!({ "bed": every_day("22:00"), "rise": "06:00", "lead_min": 45 });
    let plan = house.ask("set_targets", targets.clone());
    assert_eq!(plan["protected_night"]["to"], "08:30", "it was chosen");
    house.ask("set_protected_night", json!({ "automatic": true }));
    let plan = house.ask("set_targets", targets);
    assert_eq!(
        plan["protected_night"]["from"], "22:30",
        "now it follows again"
    );
    for (from, to) in [
        (json!("22:00"), json!("22:00")),
        (json!(null), json!("07:00")),
        (json!("04:00"), json!("03:00")),
    ] {
        let (code, _) = house.refused(
            "set_protected_night",
            json!({ "automatic": false, "from": from, "to": to }),
        );
        assert_eq!(code, "bad-input", "{from} to {to} is no night");
    }
}

#[test]
fn a_pause_counts_for_nothing_and_ends_by_itself() {
    let house = house();
    let plan = house.ask("pause_start", json!({ "reason": "illness", "days": 1 }));
    assert_eq!(plan["pause"]["reason"], "illness");
    assert_eq!(
        plan["pause"]["until"], "2026-03-15T04:00:00+00:00",
        "until the next morning"
    );
    sleep_until(&house, "2026-03-15T12:00:00Z");
    assert_eq!(house.world.shown(), [""; 0], "it is quiet");
    assert_eq!(states(&house, "wind-down"), ["paused"], "and not missed");
    let plan = house.ask("plan", json!({}));
    assert_eq!(plan["inbox"], json!([]), "nothing waits because of it");
    assert_eq!(plan["pause"], json!(null), "it is over");
    sleep_until(&house, "2026-03-15T23:00:00Z");
    assert_eq!(
        house.world.shown(),
        ["wind-down/2026-03-15"],
        "the next evening it comes"
    );
    house.ask("pause_start", json!({ "reason": "flare" }));
    assert_eq!(
        house.ask("pause_end", json!({}))["pause"],
        json!(null),
        "an open one is ended by hand"
    );
    assert_eq!(
        house
            .refused("pause_start", json!({ "reason": "days", "days": 0 }))
            .0,
        "bad-input"
    );
}

#[test]
fn a_reminder_that_is_never_answered_is_asked_about_once_and_may_rest() {
    let house = house();
    set(&house, "movement", "16:00");
    sleep_until(&house, "2026-03-16T17:00:00Z");
    let asked = |house: &House| -> Vec<String> {
        let plan = house.ask("plan", json!({}));
        let questions = plan["questions"].as_array().unwrap();
        questions
            .iter()
            .map(|q| q["kind"].as_str().unwrap().to_owned())
            .collect()
    };
    assert!(
        asked(&house).contains(&"movement".to_owned()),
        "three days without an answer: {:?}",
        asked(&house)
    );
    house.ask(
        "answer_question",
        json!({ "kind": "movement", "rest": true }),
    );
    let before = house.world.shown().len();
    sleep_until(&house, "2026-03-18T17:00:00Z");
    let movement = |house: &House| {
        house
            .world
            .shown()
            .iter()
            .filter(|t| t.starts_with("movement"))
            .count()
    };
    assert_eq!(
        movement(&house),
        3,
        "it rests; the others came: {before} before"
    );
    assert_eq!(
        states(&house, "movement")[..2],
        ["rested", "rested"],
        "which is told"
    );
    let rule = house.ask("plan", json!({}))["rules"][5].clone();
    assert_eq!(
        (&rule["resting"], &rule["enabled"]),
        (&json!(true), &json!(true))
    );
    house.ask("bring_back", json!({ "kind": "movement" }));
    sleep_until(&house, "2026-03-23T17:00:00Z");
    assert_eq!(movement(&house), 8, "it came back");
    assert!(
        !asked(&house).contains(&"movement".to_owned()),
        "and is never asked about again"
    );
    assert_eq!(
        house.refused("bring_back", json!({ "kind": "movement" })).0,
        "not-found"
    );
    assert_eq!(
        house
            .refused(
                "answer_question",
                json!({ "kind": "movement", "rest": true })
            )
            .0,
        "not-found"
    );
}

#[test]
fn an_own_reminder_comes_and_can_be_removed() {
    let house = house();
    set(&house, "water the moss", "15:00");
    sleep_until(&house, "2026-03-14T15:00:00Z");
    assert_eq!(house.world.shown(), ["water the moss/2026-03-14"]);
    assert!(
        !house.world.last_notice().body.contains("moss"),
        "discreet by default"
    );
    house.ask("set_notice_text", json!({ "plain": true }));
    sleep_until(&house, "2026-03-15T15:00:00Z");
    assert_eq!(
        house.world.last_notice().body,
        "water the moss",
        "plain if the user chooses so"
    );
    house.ask("remove_rule", json!({ "kind": "water the moss" }));
    sleep_until(&house, "2026-03-16T16:00:00Z");
    assert!(
        !house
            .world
            .shown()
            .contains(&"water the moss/2026-03-16".to_owned()),
        "it is gone"
    );
    assert_eq!(
        states(&house, "water the moss").len(),
        2,
        "what became of it stays"
    );
    assert_eq!(
        house.refused("remove_rule", json!({ "kind": "bedtime" })).0,
        "bad-input",
        "built-in ones stay"
    );
}

#[test]
fn an_own_reminder_gets_another_name_and_does_not_come_twice_for_it() {
    let house = house();
    set(&house, "water the moss", "15:00");
    sleep_until(&house, "2026-03-14T15:00:00Z");
    let called = |kind: &str, name: &str| json!({ "kind": kind, "name": name });
    house.ask("rename_rule", called("water the moss", " water  the fern "));
    assert_eq!(
        states(&house, "water the fern").len(),
        1,
        "what became of it goes along"
    );
    assert!(states(&house, "water the moss").is_empty());
    sleep_until(&house, "2026-03-15T15:00:00Z");
    let shown = house.world.shown();
    let of_it: Vec<&String> = shown.iter().filter(|o| o.starts_with("water")).collect();
    assert_eq!(
        of_it,
        ["water the moss/2026-03-14", "water the fern/2026-03-15"],
        "once a day, under the name it has"
    );
    house.ask("rename_rule", called("water the fern", "Water the Fern"));
    set(&house, "stretch", "16:00");
    for (kind, name, why) in [
        ("Water the Fern", "STRETCH", "bad-input"),
        ("Water the Fern", "Morning light", "bad-input"),
        ("Water the Fern", "morning-light", "bad-input"),
        ("Water the Fern", "  ", "bad-input"),
        ("bedtime", "sleepy time", "bad-input"),
        ("dance", "sing", "not-found"),
    ] {
        assert_eq!(
            house.refused("rename_rule", called(kind, name)).0,
            why,
            "{kind} cannot be called {name}"
        );
    }
    assert_eq!(states(&house, "Water the Fern").len(), 2, "nothing is lost");
}

#[test]
fn the_buttons_of_a_notification_do_what_they_say() {
    let tonight = "wind-down/2026-03-14";
    let shown = |house: &House| {
        sleep_until(house, "2026-03-14T22:15:00Z");
        assert_eq!(house.world.shown(), [tonight]);
    };
    let one = house();
    shown(&one);
    let notice = one.world.last_notice();
    let ids: Vec<&str> = notice.actions.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["start", "later", "not-tonight"]);
    assert_eq!(
        one.app.notice_action(tonight, "later"),
        None,
        "nothing to open"
    );
    assert_eq!(states(&one, "wind-down"), ["snoozed"]);
    one.world.pass(Duration::minutes(10));
    one.app.tick();
    assert_eq!(one.world.shown().len(), 2, "ten minutes later it is back");
    assert_eq!(one.app.notice_action(tonight, "not-tonight"), None);
    assert_eq!(states(&one, "wind-down"), ["skipped"]);

    let two = house();
    shown(&two);
    assert_eq!(
        two.app.notice_action(tonight, "default"),
        Some(Opens::WindDown),
        "a click on the body opens the view"
    );
    assert_eq!(
        two.ask("plan", json!({}))["inbox"],
        json!([]),
        "and is an answer"
    );
    assert_eq!(
        two.app.notice_action("nonsense", "start"),
        Some(Opens::Today),
        "an unknown one opens Today"
    );
    assert_eq!(
        two.app.notice_action("wind-down/2026-03-01", "later"),
        Some(Opens::Today),
        "and so does one that is over"
    );
}

#[test]
fn the_tray_marks_pauses_and_opens() {
    let house = house();
    let menu = |house: &House| -> Vec<(String, bool, bool)> {
        let menu = house.ask("tray_menu", json!({}));
        let items = menu["items"].as_array().unwrap();
        items
            .iter()
            .map(|i| {
                (
                    i["id"].as_str().unwrap().to_owned(),
                    i["enabled"] == true,
                    i["checked"] == true,
                )
            })
            .collect()
    };
    let checked =
        |house: &House, id: &str| menu(house).iter().any(|(item, _, on)| item == id && *on);
    let ids: Vec<String> = menu(&house).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(
        ids,
        [
            "quick-log",
            "rough-day",
            "wind-down",
            "night-screen",
            "pause",
            "quit"
        ]
    );
    for id in ["rough-day", "pause"] {
        assert!(!checked(&house, id), "{id} is off");
        assert_eq!(house.app.tray_action(id), TrayOutcome::Done);
        assert!(checked(&house, id), "{id} is on");
    }
    assert_eq!(house.day("2026-03-14")["rough"], true, "the day is marked");
    assert_eq!(
        house.ask("plan", json!({}))["pause"]["until"],
        "2026-03-15T04:00:00+00:00"
    );
    for id in ["rough-day", "pause"] {
        house.app.tray_action(id);
        assert!(!checked(&house, id), "{id} is off again");
    }
    assert_eq!(
        house.app.tray_action("quick-log"),
        TrayOutcome::Open(Opens::Today)
    );
    assert_eq!(
        house.app.tray_action("wind-down"),
        TrayOutcome::Open(Opens::WindDown)
    );
    assert_eq!(house.app.tray_action("quit"), TrayOutcome::Quit);
}
