//! The reminder loop, turned by hand.

use chrono::Duration;
use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

/// Wind-down at 22:15 London time, at 22:00 on a Saturday in March.
fn evening_house() -> House {
    let house = House::new("2026-03-14T12:00:00Z", Tz::Europe__London);
    house.ask(
        "first_run",
        json!({ "bed": "23:00", "rise": "07:00", "remind_wind_down": true }),
    );
    house.app.tick();
    house.world.set_now("2026-03-14T22:00:00Z");
    house
}

/// Lets time pass with the loop running every ten seconds.
fn run(house: &House, time: Duration) {
    let step = Duration::seconds(10);
    let mut left = time;
    while left > Duration::zero() {
        house.app.tick();
        house.world.pass(step);
        left -= step;
    }
    house.app.tick();
}

#[test]
fn the_wind_down_comes_at_its_time_and_once() {
    let house = evening_house();
    run(&house, Duration::minutes(14));
    assert_eq!(house.world.shown(), [""; 0], "not before its time");
    run(&house, Duration::hours(3));
    assert_eq!(house.world.shown(), ["wind-down/2026-03-14"], "once");
    let notice = house.world.last_notice();
    for word in ["sleep", "pain", "bed", "wind"] {
        assert!(
            !notice.body.to_lowercase().contains(word),
            "{:?} is discreet by default",
            notice.body
        );
    }
}

#[test]
fn a_restart_inside_the_window_shows_nothing_twice() {
    let house = evening_house();
    run(&house, Duration::minutes(16));
    let house = house.restart();
    run(&house, Duration::minutes(40));
    assert_eq!(house.world.shown().len(), 1);
}

#[test]
fn a_restart_before_anything_was_shown_still_shows_it() {
    let house = evening_house();
    let house = house.restart();
    house.world.set_now("2026-03-14T22:30:00Z");
    run(&house, Duration::minutes(1));
    assert_eq!(
        house.world.shown(),
        ["wind-down/2026-03-14"],
        "a quarter of an hour late is within its grace"
    );
}

#[test]
fn after_the_grace_it_goes_silently_to_the_inbox() {
    let house = evening_house();
    run(&house, Duration::minutes(1));
    house.world.set_now("2026-03-14T23:30:00Z");
    run(&house, Duration::minutes(1));
    assert_eq!(house.world.shown(), [""; 0], "too late to be of use");
    let inbox = house.ask("today", json!({}))["inbox"].clone();
    assert_eq!(inbox[0]["state"], "missed");
    assert_eq!(inbox[0]["kind"], "wind-down");
    house.ask(
        "inbox_dismiss",
        json!({ "kind": "wind-down", "local_date": "2026-03-14" }),
    );
    assert_eq!(
        house.ask("today", json!({}))["inbox"],
        json!([]),
        "dismissed is dismissed"
    );
}

#[test]
fn days_away_never_make_a_flood() {
    let house = evening_house();
    run(&house, Duration::minutes(1));
    house.world.set_now("2026-03-24T22:20:00Z");
    run(&house, Duration::minutes(1));
    assert_eq!(
        house.world.shown(),
        ["wind-down/2026-03-24"],
        "only tonight's is still in time"
    );
}

#[test]
fn without_a_notification_service_the_inbox_has_it() {
    let house = evening_house();
    house.world.set_service(false);
    run(&house, Duration::minutes(16));
    assert_eq!(
        house.ask("today", json!({}))["inbox"][0]["state"],
        "undelivered"
    );
    let test = house.ask("test_reminder", json!({}));
    assert_eq!(test["accepted"], false, "the test tells the truth");
    house.world.set_service(true);
    let test = house.ask("test_reminder", json!({}));
    assert_eq!(test["accepted"], true);
    assert!(
        test["text"].as_str().unwrap().contains("test service 1"),
        "and by whom it was taken"
    );
}

#[test]
fn what_is_done_is_not_reminded_of() {
    let house = evening_house();
    house.ask(
        "set_rule",
        json!({ "kind": "evening-check-in", "enabled": true,
        "times": ["22:10", "22:10", "22:10", "22:10", "22:10", "22:10", "22:10"] }),
    );
    house.ask("reminder_done", json!({ "kind": "wind-down" }));
    house.ask("save_evening", json!({ "pain": 4 }));
    run(&house, Duration::hours(2));
    assert_eq!(house.world.shown(), [""; 0], "both are done");
}

#[test]
fn not_tonight_is_not_tonight() {
    let house = evening_house();
    let tonight = house.ask("today", json!({}))["tonight"].clone();
    assert_eq!(tonight["can_skip"], "2026-03-14");
    house.ask(
        "reminder_skip",
        json!({ "kind": "wind-down", "local_date": "2026-03-14" }),
    );
    assert_eq!(house.ask("today", json!({}))["tonight"]["skipped"], true);
    run(&house, Duration::hours(2));
    house.world.set_now("2026-03-15T22:14:00Z");
    run(&house, Duration::minutes(2));
    assert_eq!(
        house.world.shown(),
        ["wind-down/2026-03-15"],
        "tomorrow it comes again"
    );
}

#[test]
fn snooze_comes_again_within_the_window_and_never_after() {
    let house = evening_house();
    run(&house, Duration::minutes(16));
    assert_eq!(house.world.shown().len(), 1);
    house.ask(
        "reminder_snooze",
        json!({ "kind": "wind-down", "minutes": 10 }),
    );
    run(&house, Duration::minutes(9));
    assert_eq!(
        house.world.shown().len(),
        1,
        "not before the ten minutes are over"
    );
    run(&house, Duration::minutes(30));
    assert_eq!(house.world.shown().len(), 2, "once more, and no third time");
}

#[test]
fn travel_west_and_clock_changes_do_not_repeat_it() {
    let house = evening_house();
    run(&house, Duration::minutes(20));
    house.world.set_zone(Tz::America__New_York); // 18:20 there
    run(&house, Duration::hours(8));
    assert_eq!(
        house.world.shown(),
        ["wind-down/2026-03-14"],
        "this date's is done, wherever the clock stands"
    );
    house.world.set_now("2026-03-14T22:10:00Z"); // the clock is put back
    run(&house, Duration::hours(1));
    assert_eq!(house.world.shown().len(), 1);
}

#[test]
fn morning_light_waits_for_waking_and_for_the_sun() {
    // London, 15 January: sunrise 07:59 (skyfield, in sun_reference.json).
    let house = House::new("2026-01-14T12:00:00Z", Tz::Europe__London);
    house.ask(
        "first_run",
        json!({ "bed": "22:30", "rise": "06:30", "remind_light": true }),
    );
    house.app.tick();
    house.world.set_now("2026-01-15T06:00:00Z");
    run(&house, Duration::minutes(118));
    assert_eq!(house.world.shown(), [""; 0], "never before daylight");
    run(&house, Duration::minutes(5));
    assert_eq!(
        house.world.shown(),
        ["morning-light/2026-01-15"],
        "at sunrise, since waking came before"
    );

    // A late riser: a quarter of an hour after the awakening that was logged.
    house.world.set_now("2026-01-16T09:30:00Z");
    house.ask(
        "save_morning",
        json!({ "night": { "final_wake": "09:20" } }),
    );
    run(&house, Duration::minutes(4));
    assert_eq!(house.world.shown().len(), 1, "not yet");
    run(&house, Duration::minutes(3));
    assert_eq!(house.world.shown().len(), 2);
}

#[test]
fn being_out_settles_the_morning_light() {
    let house = House::new("2026-06-14T12:00:00Z", Tz::Europe__London);
    house.ask(
        "first_run",
        json!({ "rise": "06:30", "bed": "22:00", "remind_light": true }),
    );
    house.app.tick();
    house.world.set_now("2026-06-15T06:00:00Z");
    house.ask("log_light", json!({ "date": "2026-06-15" }));
    run(&house, Duration::hours(5));
    assert_eq!(house.world.shown(), [""; 0]);
}

#[test]
fn a_polar_night_has_no_morning_light_unless_lamps_are_asked_for() {
    let plan = |lamp: bool| -> Value {
        let house = House::new("2026-12-14T12:00:00Z", Tz::Europe__Oslo);
        house.ask(
            "first_run",
            json!({ "rise": "07:00", "bed": "23:00", "remind_light": true }),
        );
        house.ask(
            "save_settings",
            json!({ "place": { "lat": 69.65, "lon": 18.96 }, "dark_winter_lamp": lamp }),
        );
        house.ask(
            "occurrences",
            json!({ "from": "2026-12-15T00:00:00Z", "to": "2026-12-17T00:00:00Z" }),
        )
    };
    assert_eq!(plan(false), json!([]), "there is no daylight to remind of");
    assert_eq!(
        plan(true).as_array().unwrap().len(),
        2,
        "room lights, because the user asked for them"
    );
}

#[test]
fn the_plan_covers_both_clock_changes_with_one_a_day() {
    let house = House::new("2026-01-01T12:00:00Z", Tz::Europe__London);
    house.ask(
        "set_rule",
        json!({ "kind": "wind-down", "enabled": true,
        "times": ["01:30", "01:30", "01:30", "01:30", "01:30", "01:30", "01:30"] }),
    );
    let plan = house.ask(
        "occurrences",
        json!({ "from": "2026-03-01T00:00:00Z", "to": "2026-11-01T00:00:00Z" }),
    );
    let plan = plan.as_array().unwrap();
    let mut dates: Vec<&str> = plan
        .iter()
        .map(|o| o["local_date"].as_str().unwrap())
        .collect();
    let many = dates.len();
    dates.dedup();
    assert_eq!(dates.len(), many, "one a local date");
    assert_eq!(
        many, 245,
        "and every date from 1 March to 31 October has one"
    );
    let due = |date: &str| plan.iter().find(|o| o["local_date"] == date).unwrap()["due"].clone();
    assert_eq!(
        due("2026-03-29"),
        "2026-03-29T02:30:00+01:00",
        "a time in the gap moves behind it"
    );
    assert_eq!(
        due("2026-10-25"),
        "2026-10-25T01:30:00+01:00",
        "a time that comes twice is the first"
    );
}

#[test]
fn what_is_due_can_be_asked_for() {
    let house = evening_house();
    assert_eq!(house.ask("due", json!({})), json!([]));
    house.world.set_now("2026-03-14T22:20:00Z");
    assert_eq!(house.ask("due", json!({}))[0]["kind"], "wind-down");
    house.ask("reminder_done", json!({ "kind": "wind-down" }));
    assert_eq!(house.ask("due", json!({})), json!([]));
}

#[test]
fn a_reminder_set_for_earlier_today_waits_for_tomorrow() {
    let house = House::new("2026-03-14T22:20:00Z", Tz::Europe__London);
    house.app.tick();
    house.ask(
        "set_targets",
        json!({ "bed": ["23:00", "23:00", "23:00", "23:00", "23:00", "23:00", "23:00"],
        "rise": "07:00", "lead_min": 45 }),
    );
    house.ask("set_rule", json!({ "kind": "wind-down", "enabled": true }));
    run(&house, Duration::minutes(5));
    assert_eq!(
        house.world.shown(),
        [""; 0],
        "22:15 had passed when the rule was made"
    );
}
