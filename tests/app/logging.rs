//! Writing days down and taking it back.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

fn morning_house() -> House {
    House::new("2026-03-14T07:30:00Z", Tz::Europe__London)
}

fn ordinary_night() -> Value {
    json!({
        "bed": "22:45", "lights_out": "23:15", "sol_min": 25, "nwak": 2, "waso_min": 40,
        "final_wake": "06:40", "tasafa_min": 10, "out_of_bed": "07:10",
    })
}

#[test]
fn an_ordinary_morning_is_saved_and_summed_up() {
    let house = morning_house();
    let saved = house.ask(
        "save_morning",
        json!({ "night": ordinary_night(), "quality": 4, "pain": 3 }),
    );
    let morning = &saved["today"]["morning"];
    assert_eq!(morning["saved"], true, "the morning says that it is saved");
    assert_eq!(morning["quality"], 4);
    assert_eq!(morning["pain"], 3);
    assert_eq!(
        morning["summary"]["text"], "6 h 20 asleep, 84 % of the time you were trying",
        "TST 380 and SE_DSE 83.5, as SCIENCE.md 1.2 works it out"
    );
    let day = house.day("2026-03-14");
    assert_eq!(day["measures"]["tib_min"], 505.0);
    assert_eq!(
        day["night"]["bed"], "22:45",
        "the clock time comes back as it was given"
    );
}

#[test]
fn a_saved_morning_is_there_after_a_restart() {
    let house = morning_house();
    house.ask(
        "save_morning",
        json!({ "night": ordinary_night(), "quality": 4, "pain": 3 }),
    );
    let house = house.restart();
    assert_eq!(
        house.day("2026-03-14")["measures"]["tst_min"],
        380.0,
        "what was saved stays saved"
    );
}

#[test]
fn what_was_not_answered_stays_missing() {
    let house = morning_house();
    house.ask("save_morning", json!({ "pain": 0 }));
    let day = house.day("2026-03-14");
    assert_eq!(day["pain_morning"], 0, "no pain is an answer");
    for field in [
        "night",
        "measures",
        "quality",
        "pain_day",
        "arousal",
        "movement_min",
        "outdoor_light_min",
    ] {
        assert_eq!(
            day[field],
            Value::Null,
            "{field} was not answered, and is not zero"
        );
    }
}

#[test]
fn nothing_answered_writes_nothing() {
    let house = morning_house();
    let saved = house.ask("save_morning", json!({}));
    assert_eq!(
        saved["today"]["morning"]["saved"], false,
        "an empty morning is no entry"
    );
    assert_eq!(
        saved["today"]["undo_text"],
        Value::Null,
        "and there is nothing to undo"
    );
}

#[test]
fn partial_answers_add_up_when_absent_ones_are_kept() {
    let house = morning_house();
    house.ask("save_morning", json!({ "quality": 2, "keep_absent": true }));
    house.ask("save_morning", json!({ "pain": 6, "keep_absent": true }));
    house.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00" }, "keep_absent": true }),
    );
    let day = house.day("2026-03-14");
    assert_eq!(
        (&day["quality"], &day["pain_morning"]),
        (&json!(2), &json!(6)),
        "earlier answers stay"
    );
    assert_eq!(day["night"]["bed"], "23:00");
}

#[test]
fn an_answer_can_be_taken_back_by_clearing_it() {
    let house = morning_house();
    house.ask("save_morning", json!({ "quality": 2, "pain": 6 }));
    house.ask("save_morning", json!({ "quality": 2 }));
    let day = house.day("2026-03-14");
    assert_eq!(
        day["pain_morning"],
        Value::Null,
        "a cleared answer is missing again"
    );
    assert_eq!(day["quality"], 2);
}

#[test]
fn the_evening_holds_what_was_said() {
    let house = House::new("2026-03-14T21:00:00Z", Tz::Europe__London);
    let saved = house.ask(
        "save_evening",
        json!({ "pain": 5, "arousal": 3, "mattered": "  watered the beans ", "movement_min": 20, "light_min": 0 }),
    );
    let evening = &saved["today"]["evening"];
    assert_eq!(
        saved["today"]["part"], "evening",
        "in the evening the evening is asked first"
    );
    assert_eq!(evening["pain"], 5);
    assert_eq!(evening["arousal"], 3);
    assert_eq!(evening["mattered"], "watered the beans");
    assert_eq!(evening["movement_min"], 20);
    assert_eq!(evening["light_min"], 0, "no time outdoors is an answer");
}

#[test]
fn one_key_marks_a_rough_day_and_takes_it_back() {
    let house = morning_house();
    assert_eq!(
        house.ask("mark_rough", json!({ "rough": true }))["today"]["rough"],
        true
    );
    assert_eq!(
        house.ask("mark_rough", json!({ "rough": false }))["today"]["rough"],
        false
    );
    assert_eq!(
        house.ask("days", json!({})),
        json!([]),
        "taking the mark back leaves no empty entry"
    );
}

#[test]
fn undo_and_redo_walk_through_everything_also_across_a_restart() {
    let house = morning_house();
    house.ask("save_morning", json!({ "pain": 3 }));
    house.ask("save_morning", json!({ "pain": 7 }));
    let undone = house.ask("undo", json!({}));
    assert_eq!(
        undone["today"]["morning"]["pain"], 3,
        "the earlier revision is back"
    );
    let house = house.restart();
    house.ask("undo", json!({}));
    assert_eq!(
        house.ask("days", json!({})),
        json!([]),
        "nothing is left of the first change"
    );
    house.ask("redo", json!({}));
    let redone = house.ask("redo", json!({}));
    assert_eq!(
        redone["today"]["morning"]["pain"], 7,
        "redo brings both back"
    );
    assert_eq!(
        house.ask("redo", json!({}))["text"],
        "There is nothing to bring back."
    );
}

#[test]
fn every_revision_of_a_day_can_be_read() {
    let house = morning_house();
    house.ask("save_morning", json!({ "pain": 3 }));
    house.ask("save_morning", json!({ "pain": 7 }));
    let history = house.ask("history", json!({ "date": "2026-03-14" }));
    let ratings: Vec<(Value, Value)> = history["changes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c["field"] == "pain_rating.rating")
        .map(|c| (c["old"].clone(), c["new"].clone()))
        .collect();
    assert_eq!(
        ratings,
        [(json!("3"), json!("7")), (Value::Null, json!("3"))],
        "newest first, with what it was before"
    );
}

#[test]
fn usual_times_are_suggested_and_not_saved() {
    let house = morning_house();
    house.ask("first_run", json!({ "bed": "23:05", "rise": "07:10" }));
    let morning = house.ask("today", json!({}))["morning"].clone();
    assert_eq!(
        morning["suggested"]["bed"], "23:05",
        "the first run's own answer is the first guess"
    );
    assert_eq!(morning["suggested"]["out_of_bed"], "07:10");
    assert_eq!(
        morning["night"]["bed"],
        Value::Null,
        "a suggestion is not an entry"
    );
    assert_eq!(
        house.ask("measures", json!({}))["nights"],
        json!([]),
        "and it counts nowhere"
    );

    for date in ["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"] {
        house.ask(
            "save_morning",
            json!({ "date": date, "night": ordinary_night() }),
        );
    }
    let morning = house.ask("today", json!({}))["morning"].clone();
    assert_eq!(
        morning["suggested"]["bed"], "22:45",
        "a few nights later the diary knows better"
    );
}

#[test]
fn a_suggestion_moves_with_what_was_said() {
    let house = morning_house();
    for date in ["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"] {
        house.ask(
            "save_morning",
            json!({ "date": date, "night": ordinary_night() }),
        );
    }
    let shown = house.ask("today", json!({}))["morning"]["suggested"].clone();
    let mut late = shown.clone();
    late["bed"] = json!("00:45");
    let preview = house.ask(
        "preview_night",
        json!({ "night": late, "touched": ["bed"] }),
    );
    assert_eq!(preview["night"]["bed"], "00:45", "what was said stands");
    assert_eq!(
        preview["night"]["lights_out"], "01:15",
        "lights out keeps its usual half hour, instead of staying at 23:15"
    );
    assert_eq!(
        preview["night"]["out_of_bed"], "07:10",
        "the morning is the usual one"
    );

    house.ask("save_morning", json!({ "night": { "bed": "00:45" } }));
    let morning = house.ask("today", json!({}))["morning"].clone();
    assert_eq!(
        morning["night"]["lights_out"],
        Value::Null,
        "only what was said is saved"
    );
    assert_eq!(
        morning["suggested"]["lights_out"], "01:15",
        "and the rest stays a suggestion after coming back"
    );
}

#[test]
fn entries_made_more_than_two_days_later_are_marked_as_recalled() {
    let house = morning_house();
    let check = |date: &str, recalled: bool| {
        house.ask("save_morning", json!({ "date": date, "pain": 4 }));
        assert_eq!(
            house.day(date)["recalled"],
            recalled,
            "an entry of {date} made on the 14th"
        );
    };
    check("2026-03-14", false);
    check("2026-03-13", false);
    check("2026-03-11", true);
    check("2025-12-24", true);
}

#[test]
fn questions_are_asked_and_nothing_is_held_back() {
    let house = morning_house();
    let check = |night: Value, code: &str| {
        let preview = house.ask("preview_night", json!({ "night": night }));
        let codes: Vec<&str> = preview["questions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|q| q["code"].as_str().unwrap())
            .collect();
        assert!(codes.contains(&code), "{code} is asked, among {codes:?}");
        let saved = house.ask("save_morning", json!({ "night": night }));
        assert_eq!(
            saved["today"]["morning"]["saved"], true,
            "{code} does not stop the saving"
        );
    };
    check(
        json!({ "bed": "23:30", "lights_out": "23:00", "final_wake": "07:00", "out_of_bed": "07:10" }),
        "lights_out_before_bed",
    );
    check(
        json!({ "bed": "10:45", "lights_out": "10:50", "final_wake": "07:00", "out_of_bed": "07:10" }),
        "time_in_bed_over_16h_check_am_pm",
    );
    check(
        json!({ "lights_out": "02:00", "sol_min": 120, "waso_min": 150, "final_wake": "06:00" }),
        "sol_plus_waso_exceed_time_available",
    );
    check(
        json!({ "nwak": 0, "waso_min": 20 }),
        "awake_minutes_without_awakenings",
    );
}

#[test]
fn an_impossible_night_gives_no_time_asleep() {
    let house = morning_house();
    house.ask(
        "save_morning",
        json!({ "night": { "lights_out": "02:00", "sol_min": 120, "waso_min": 150, "final_wake": "06:00" } }),
    );
    assert_eq!(
        house.day("2026-03-14")["measures"]["tst_min"],
        Value::Null,
        "never clamped to zero"
    );
}

#[test]
fn times_on_the_night_the_clock_goes_back_can_mean_either_reading() {
    let house = House::new("2026-10-25T09:00:00Z", Tz::Europe__London);
    let night = |second: Value| {
        json!({
            "date": "2026-10-25",
            "night": {
                "bed": "01:15", "lights_out": "01:30", "sol_min": 10, "waso_min": 0, "final_wake": "07:00",
                "tasafa_min": 0, "out_of_bed": "07:00", "second_reading": second,
            },
        })
    };
    let preview = house.ask("preview_night", night(json!([])));
    let asked = preview["questions"]
        .as_array()
        .unwrap()
        .iter()
        .any(|q| q["code"] == "ambiguous_time:lights_out");
    assert!(asked, "a time the clock showed twice is asked about");
    house.ask("save_morning", night(json!([])));
    assert_eq!(
        house.day("2026-10-25")["measures"]["tib_min"],
        405.0,
        "the first reading unless told otherwise"
    );
    house.ask("save_morning", night(json!(["bed", "lights_out"])));
    assert_eq!(
        house.day("2026-10-25")["measures"]["tib_min"],
        345.0,
        "the second one when asked for"
    );
    assert_eq!(
        house.day("2026-10-25")["night"]["second_reading"],
        json!(["bed", "lights_out"]),
        "and the form shows it again"
    );
}

#[test]
fn a_night_written_abroad_stays_where_it_was_when_edited_at_home() {
    let house = House::new("2026-03-14T12:30:00Z", Tz::America__New_York);
    house.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00", "final_wake": "03:00" } }),
    );
    let before = house.ask("measures", json!({}));
    house.world.set_zone(Tz::Europe__London);
    house.ask(
        "save_morning",
        json!({ "date": "2026-03-14", "night": { "bed": "23:00", "final_wake": "03:00" }, "quality": 3 }),
    );
    assert_eq!(
        house.ask("measures", json!({})),
        before,
        "times that were not touched keep their instants"
    );
}

#[test]
fn before_four_in_the_morning_it_is_still_last_evening() {
    let house = House::new("2026-03-15T01:30:00Z", Tz::Europe__London);
    let today = house.ask("today", json!({}));
    assert_eq!(today["date"], "2026-03-14");
    assert_eq!(today["part"], "evening");
    house.world.set_now("2026-03-15T04:30:00Z");
    assert_eq!(
        house.ask("today", json!({}))["date"],
        "2026-03-15",
        "from four on it is morning"
    );
}

#[test]
fn bad_input_is_refused_in_plain_words_and_changes_nothing() {
    let house = morning_house();
    house.ask("save_morning", json!({ "pain": 3 }));
    let before = house.ask("days", json!({}));
    let check = |name: &str, request: Value, field: &str| {
        let (code, message) = house.refused(name, request.clone());
        assert_eq!(code, "bad-input", "{name} {request}");
        assert!(message.contains(field), "{message:?} names {field:?}");
        assert!(
            message.contains("Nothing was changed"),
            "{message:?} says what was kept"
        );
    };
    check(
        "save_morning",
        json!({ "night": { "bed": "25:61" } }),
        "bed",
    );
    check(
        "save_morning",
        json!({ "night": { "final_wake": "soon" } }),
        "final_wake",
    );
    check("save_morning", json!({ "pain": 11 }), "pain");
    check("save_morning", json!({ "quality": 0 }), "quality");
    check(
        "save_morning",
        json!({ "night": { "sol_min": 2000 } }),
        "sol_min",
    );
    check("save_morning", json!({ "date": "2026-02-30" }), "date");
    check(
        "save_morning",
        json!({ "date": "2026-03-20", "pain": 3 }),
        "not come yet",
    );
    check("save_morning", json!({ "pain": "much" }), "request");
    check("save_morning", json!({ "pain": -1 }), "request");
    check("save_evening", json!({ "arousal": 5 }), "arousal");
    check(
        "save_evening",
        json!({ "movement_min": 1441 }),
        "movement_min",
    );
    check("month", json!({ "month": "2026-13" }), "month");
    check(
        "set_targets",
        json!({ "bed": ["23:00"], "rise": null, "lead_min": 45 }),
        "bed",
    );
    check("set_rule", json!({ "kind": "", "enabled": true }), "kind");
    check("chart", json!({ "name": "trend", "width": 10 }), "width");
    assert_eq!(
        house.ask("days", json!({})),
        before,
        "the diary is as it was"
    );
}

#[test]
fn a_month_shows_which_days_have_an_entry() {
    let house = morning_house();
    house.ask("save_morning", json!({ "date": "2026-03-13", "pain": 3 }));
    house.ask("save_evening", json!({ "date": "2026-03-13", "pain": 4 }));
    house.ask("mark_rough", json!({ "date": "2026-03-12", "rough": true }));
    let month = house.ask("month", json!({ "month": "2026-03" }));
    assert_eq!(
        month["first_column"], 6,
        "1 March 2026 is a Sunday, the last column of a week from Monday"
    );
    assert_eq!(month["days"].as_array().unwrap().len(), 31);
    let day = |n: usize| month["days"][n - 1].clone();
    assert_eq!(
        (&day(13)["morning"], &day(13)["evening"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(day(12)["rough"], true);
    assert_eq!(day(15)["future"], true, "tomorrow has not come yet");
    assert_eq!(
        month["next"],
        Value::Null,
        "no month ahead of the present one"
    );
    assert_eq!(month["previous"], "2026-02");
}
