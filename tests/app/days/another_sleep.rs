//! Two sleeps that end on one date are both kept, and one sleep is put right in its place.

use serde_json::{Value, json};
use wane_app::{App, host::Host};
use wane_domain::diary;
use wane_store::DataDir;

use super::{AUCKLAND, HONOLULU, LONDON, any_id, house_at, say, shows, turn_to};
use crate::world::House;

/// A week in Auckland, the last night ending on 5 March; then a flight to Honolulu, where it is 5 March again.
fn flown_to_honolulu() -> House {
    let house = house_at("2026-02-27T07:30", AUCKLAND);
    for date in [
        "02-27", "02-28", "03-01", "03-02", "03-03", "03-04", "03-05",
    ] {
        say(
            &house,
            &format!("2026-{date}T07:30"),
            AUCKLAND,
            "23:00",
            "07:00",
        );
    }
    turn_to(&house, "2026-03-05T07:35", AUCKLAND);
    house.ask(
        "save_morning",
        json!({ "pain": 2, "quality": 4, "night": { "sol_min": 15, "waso_min": 30 }, "keep_absent": true }),
    );
    turn_to(&house, "2026-03-05T07:30", HONOLULU);
    house
}

/// The night of a date as the diary keeps it, to the instant and the zone.
fn night_of(house: House, date: &str) -> (diary::Night, House) {
    let House { app, world, dir } = house;
    drop(app);
    let mut nights = {
        let data = DataDir::open(dir.path()).unwrap();
        let reader = data.diary(world.now(), any_id()).unwrap();
        let date = date.parse().unwrap();
        reader.between::<diary::Night>(date, date).unwrap()
    };
    assert_eq!(nights.len(), 1, "{date} has one night");
    let app = App::open(dir.path(), world.clone()).unwrap();
    (nights.remove(0), House { app, world, dir })
}
fn asks_if_slept_since(today: &Value) -> bool {
    let questions = today["morning"]["summary"]["questions"].as_array().unwrap();
    questions.iter().any(|q| q["code"] == "another_sleep")
}

#[test]
fn a_date_that_comes_twice_keeps_both_its_sleeps() {
    let house = flown_to_honolulu();
    let (before, house) = night_of(house, "2026-03-05");
    let today = shows(
        &house,
        "2026-03-05T06:30",
        HONOLULU,
        "2026-03-05",
        "the date has come again",
    );
    assert_eq!(today["morning"]["saved"], true, "its first night is there");
    assert!(
        asks_if_slept_since(&today),
        "and the person is asked whether they have slept since"
    );

    let said = json!({ "bed": "21:50", "lights_out": "22:00", "final_wake": "06:00", "sol_min": 10, "waso_min": 20 });
    let saved = house.ask(
        "save_morning",
        json!({ "night": said, "pain": 6, "keep_absent": true }),
    );
    assert_eq!(
        saved["text"],
        "Kept as another sleep of this day. The night that was there stays as it was.",
        "what became of it is said in words"
    );
    assert_eq!(saved["today"]["date"], "2026-03-05");
    let naps = saved["today"]["entries"].as_array().unwrap();
    assert_eq!(naps.len(), 1, "one more sleep: {naps:?}");
    assert_eq!(
        naps[0]["nap"],
        json!({ "start": "22:00", "end": "06:00", "asleep_min": 450 }),
        "eight hours less thirty minutes awake"
    );
    assert!(
        !asks_if_slept_since(&saved["today"]),
        "and there is nothing left to ask"
    );
    assert_eq!(
        saved["today"]["morning"]["night"]["bed"], "23:00",
        "the first night is shown as it was"
    );
    assert_eq!(
        saved["today"]["morning"]["pain"], 6,
        "an answer about the day is the day's"
    );

    let (after, house) = night_of(house, "2026-03-05");
    assert_eq!(before, after, "the first night is the same to the instant");
    house.ask("undo", json!({}));
    let undone = house.ask("today", json!({}));
    assert_eq!(
        undone["entries"],
        json!([]),
        "one undo takes the sleep back"
    );
    assert_eq!(
        undone["morning"]["pain"], 2,
        "with the answers that came with it"
    );

    let next = shows(
        &house,
        "2026-03-06T06:30",
        HONOLULU,
        "2026-03-06",
        "the next morning is the next day",
    );
    assert_eq!(next["morning"]["saved"], false);
}

#[test]
fn another_sleep_written_answer_by_answer_is_one_sleep() {
    let house = flown_to_honolulu();
    let (before, house) = night_of(house, "2026-03-05");
    turn_to(&house, "2026-03-05T06:30", HONOLULU);
    // The window sends the whole form a moment after each answer.
    let form = |change: &[(&str, Value)]| {
        let mut night =
            json!({ "bed": "23:00", "final_wake": "07:00", "sol_min": 15, "waso_min": 30 });
        for (field, value) in change {
            night[*field] = value.clone();
        }
        house.ask(
            "save_morning",
            json!({ "night": night, "quality": 4, "pain": 2 }),
        )
    };
    let steps = [
        ("bed", json!("21:45")),
        ("lights_out", json!("22:15")),
        ("final_wake", json!("05:30")),
        ("out_of_bed", json!("06:10")),
    ];
    for said in 1..=steps.len() {
        let saved = form(&steps[..said]);
        let entries = saved["today"]["entries"].as_array().unwrap();
        assert_eq!(
            entries.len(),
            1,
            "still one sleep after {said} answers: {entries:?}"
        );
    }
    let nap = house.ask("today", json!({}))["entries"][0]["nap"].clone();
    assert_eq!(
        nap,
        json!({ "start": "22:15", "end": "05:30", "asleep_min": null }),
        "minutes awake that nobody touched were said of the first night, not of this"
    );
    let (after, _) = night_of(house, "2026-03-05");
    assert_eq!(
        before, after,
        "and the first night was not touched by any step"
    );
}

#[test]
fn a_night_is_put_right_on_the_clocks_it_was_read_on() {
    let check = |at: &str, date: &str, said: Value, expected: [&str; 2], why: &str| {
        let house = flown_to_honolulu();
        turn_to(&house, at, HONOLULU);
        let saved = house.ask(
            "save_morning",
            json!({ "date": date, "night": said, "keep_absent": true }),
        );
        assert_eq!(saved["text"], "Saved", "{why}: it is put right");
        assert_eq!(
            saved["today"]["entries"],
            json!([]),
            "{why}: no other sleep was made of it"
        );
        let (night, _) = night_of(house, date);
        let kept = [night.bed, night.final_wake].map(|m| m.unwrap().to_rfc3339());
        assert_eq!(kept, expected, "{why}: on the clock of Auckland");
    };
    check(
        "2026-03-04T15:00",
        "2026-03-05",
        json!({ "bed": "23:40" }),
        ["2026-03-04T23:40:00+13:00", "2026-03-05T07:00:00+13:00"],
        "some hours after waking, by a clock that shows the day before",
    );
    check(
        "2026-03-04T15:00",
        "2026-03-05",
        json!({ "bed": "22:10", "final_wake": "06:50" }),
        ["2026-03-04T22:10:00+13:00", "2026-03-05T06:50:00+13:00"],
        "both ends, before anybody can have slept since",
    );
    check(
        "2026-03-09T20:00",
        "2026-03-03",
        json!({ "bed": "22:10", "final_wake": "06:50" }),
        ["2026-03-02T22:10:00+13:00", "2026-03-03T06:50:00+13:00"],
        "days later",
    );
    check(
        "2026-03-09T20:00",
        "2026-03-05",
        json!({ "bed": "22:10", "final_wake": "06:50" }),
        ["2026-03-04T22:10:00+13:00", "2026-03-05T06:50:00+13:00"],
        "days later, on the date that came twice",
    );
}

#[test]
fn two_nights_that_end_on_one_date_at_home_are_both_kept() {
    // Somebody who gets up round midnight: at ten past twelve, and again ten minutes before the next.
    let house = house_at("2026-03-01T00:20", LONDON);
    assert_eq!(
        say(&house, "2026-03-04T00:20", LONDON, "16:30", "00:10"),
        "2026-03-04"
    );
    assert_eq!(
        say(&house, "2026-03-04T23:55", LONDON, "16:00", "23:50"),
        "2026-03-04"
    );
    let day = house.ask("today", json!({ "date": "2026-03-04" }));
    assert_eq!(
        day["morning"]["night"]["final_wake"], "00:10",
        "the first is the night"
    );
    assert_eq!(
        day["entries"][0]["nap"]["end"], "23:50",
        "the second is kept beside it"
    );
}

#[test]
fn a_night_is_corrected_in_place_on_the_day_itself() {
    let house = house_at("2026-03-04T07:05", LONDON);
    let check = |at: &str, said: Value, bed: &str, wake: &str, why: &str| {
        turn_to(&house, at, LONDON);
        let saved = house.ask(
            "save_morning",
            json!({ "night": said, "keep_absent": true }),
        );
        let today = &saved["today"];
        assert_eq!(
            (
                &today["morning"]["night"]["bed"],
                &today["morning"]["night"]["final_wake"]
            ),
            (&json!(bed), &json!(wake)),
            "{why}"
        );
        assert_eq!(
            today["entries"],
            json!([]),
            "{why}: no other sleep was made of it"
        );
    };
    check(
        "2026-03-04T07:05",
        json!({ "bed": "23:00", "final_wake": "07:00" }),
        "23:00",
        "07:00",
        "the first time",
    );
    check(
        "2026-03-04T08:00",
        json!({ "final_wake": "07:40" }),
        "23:00",
        "07:40",
        "dozed off again",
    );
    check(
        "2026-03-04T23:30",
        json!({ "bed": "23:10" }),
        "23:10",
        "07:40",
        "remembered in the evening",
    );
    check(
        "2026-03-04T23:40",
        json!({ "bed": "00:30", "final_wake": "08:00" }),
        "00:30",
        "08:00",
        "both ends",
    );
    check(
        "2026-03-05T00:30",
        json!({ "bed": "01:00" }),
        "01:00",
        "08:00",
        "after midnight, in the same evening",
    );
}
