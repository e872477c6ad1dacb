//! Flares with their plan, and holidays from writing down: nothing of either counts against anybody.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

fn house() -> House {
    House::new("2026-03-14T10:00:00Z", Tz::Europe__London)
}

fn today(house: &House) -> Value {
    house.ask("today", json!({}))
}

fn paused(house: &House) -> bool {
    !house.ask("plan", json!({}))["pause"].is_null()
}

fn text_of(plan: &Value, prompt: &str) -> String {
    plan["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["prompt"] == prompt)
        .unwrap()["text"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn write(house: &House, prompt: &str, text: &str) -> Value {
    house.ask(
        "save_flare_plan",
        json!({ "lines": [{ "prompt": prompt, "text": text }] }),
    )
}

#[test]
fn the_plan_is_written_altered_found_and_taken_back() {
    let house = house();
    let blank = house.ask("flare", json!({}));
    assert_eq!(blank["written"], false);
    assert_eq!(
        blank["lines"][0]["prompt"], "words",
        "one's own words first"
    );
    write(&house, "words", "It has passed before.");
    write(&house, "clinician", "Hurt is not harm, said Bo.");
    let plan = write(&house, "words", "It has always passed.");
    assert_eq!(text_of(&plan, "words"), "It has always passed.");
    assert_eq!(
        text_of(&plan, "clinician"),
        "Hurt is not harm, said Bo.",
        "what is not named stays"
    );
    let found = house.ask("search", json!({ "words": "harm" }));
    assert!(
        found.to_string().contains("2026-03-14"),
        "found by its words: {found}"
    );
    let history = house.ask("history", json!({})).to_string();
    assert!(history.contains("Flare plan, your own words"), "{history}");
    assert!(
        history.contains("It has passed before."),
        "every version is kept"
    );
    assert!(!history.contains('⟦'), "in words: {history}");
    house.ask("undo", json!({}));
    let plan = house.restart().ask("flare", json!({}));
    assert_eq!(text_of(&plan, "words"), "It has passed before.");
}

#[test]
fn a_line_that_is_emptied_goes_to_the_trash_and_comes_back() {
    let house = house();
    write(&house, "helps", "A bath");
    let plan = write(&house, "helps", "  ");
    assert_eq!(text_of(&plan, "helps"), "");
    let trash = house.ask("trash", json!({}));
    let item = &trash["items"][0];
    assert!(item.to_string().contains("A bath"), "{trash}");
    house.ask("trash_restore", json!({ "id": item["id"] }));
    assert_eq!(text_of(&house.ask("flare", json!({})), "helps"), "A bath");
}

#[test]
fn flare_mode_marks_the_days_pauses_reminders_and_ends_with_both() {
    let house = house();
    write(&house, "words", "Breathe.\nIt passes.");
    assert!(!paused(&house), "the control");
    let started = house.ask("flare_start", json!({}));
    assert_eq!(
        started["today"]["flare"]["words"],
        json!(["Breathe.", "It passes."]),
        "one's own words are there"
    );
    assert!(paused(&house), "reminders pause");
    assert_eq!(
        house.ask("plan", json!({}))["pause"]["reason"],
        "flare",
        "and say why"
    );
    let house = house.restart();
    assert!(!today(&house)["flare"].is_null(), "it goes on");
    house.world.set_now("2026-03-16T10:00:00Z");
    house.ask("flare_end", json!({}));
    assert!(today(&house)["flare"].is_null(), "it is over at once");
    assert!(!paused(&house), "and reminders come again");
    let (_, message) = house.refused("flare_end", json!({}));
    assert!(message.contains("Nothing was changed"), "{message}");
    house.ask("flare_start", json!({}));
    assert!(
        !today(&house)["flare"].is_null(),
        "another one on the same day"
    );
}

#[test]
fn undo_takes_the_pause_along_both_ways() {
    let house = house();
    house.ask("flare_start", json!({}));
    house.ask("undo", json!({}));
    assert!(
        today(&house)["flare"].is_null() && !paused(&house),
        "undone"
    );
    house.ask("redo", json!({}));
    assert!(
        !today(&house)["flare"].is_null() && paused(&house),
        "redone"
    );
    house.ask("flare_end", json!({}));
    house.ask("undo", json!({}));
    assert!(
        !today(&house)["flare"].is_null() && paused(&house),
        "its end undone"
    );
}

#[test]
fn a_pause_that_was_ended_by_hand_stays_ended() {
    let house = house();
    house.ask("flare_start", json!({}));
    house.ask("pause_end", json!({}));
    house.ask("flare_note", json!({ "how": "rough" }));
    assert!(!paused(&house), "nobody begins it again");
    house.ask("flare_end", json!({}));
    house.ask("pause_start", json!({ "reason": "illness", "days": 3 }));
    house.ask("flare_note", json!({ "how": "easing" }));
    assert!(paused(&house), "a pause of one's own is left alone");
}

#[test]
fn one_tap_notes_how_it_is_and_counts_as_taking_part() {
    let house = house();
    house.ask("flare_start", json!({}));
    let saved = house.ask("flare_note", json!({ "how": "rough" }));
    let noted = saved["today"]["flare"]["noted"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(noted.contains("rough"), "{noted}");
    assert!(
        !noted.chars().any(|c| c.is_ascii_digit()),
        "no level, no score"
    );
    let entries = today(&house)["entries"].clone();
    assert_eq!(entries[0]["kind"], "flare", "it stands on its day");
    assert_eq!(
        house.day("2026-03-14")["flare"][0]["how"],
        "rough",
        "read back"
    );
    house.ask(
        "remove_entry",
        json!({ "kind": "flare", "id": entries[0]["id"] }),
    );
    assert_eq!(today(&house)["entries"], json!([]), "and can be removed");
}

#[test]
fn whether_it_has_passed_is_asked_at_calm_intervals() {
    let house = house();
    house.ask("flare_start", json!({}));
    let asks = |house: &House| !today(house)["flare"]["question"].is_null();
    assert!(!asks(&house), "not on the first day");
    house.world.set_now("2026-03-17T10:00:00Z");
    assert!(asks(&house), "on the third day after");
    house.ask("flare_still_on", json!({}));
    assert!(!asks(&house), "answered");
    house.ask("flare_note", json!({ "how": "easing" }));
    house.world.set_now("2026-03-18T10:00:00Z");
    assert!(asks(&house), "and after a day that ended easing");
}

#[test]
fn another_day_is_shown_as_ever() {
    let house = house();
    house.ask("flare_start", json!({}));
    house.ask("holiday_start", json!({}));
    let other = house.ask("today", json!({ "date": "2026-03-13" }));
    assert!(other["flare"].is_null() && other["holiday"].is_null());
}

#[test]
fn a_holiday_asks_nothing_and_ends_by_itself_or_by_hand() {
    let house = house();
    let started = house.ask("holiday_start", json!({ "days": 3 }));
    let text = started["today"]["holiday"]["text"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        text.contains("16 March") && text.contains("nothing is missed"),
        "{text}"
    );
    assert!(paused(&house), "reminders pause");
    house.world.set_now("2026-03-16T20:00:00Z");
    assert!(
        !today(&house)["holiday"].is_null(),
        "the last day is one of it"
    );
    house.world.set_now("2026-03-17T10:00:00Z");
    assert!(today(&house)["holiday"].is_null(), "it ends by itself");
    assert!(!paused(&house), "and so does the pause");
    house.ask("holiday_start", json!({}));
    house.ask("holiday_end", json!({}));
    assert!(
        today(&house)["holiday"].is_null() && !paused(&house),
        "by hand"
    );
    for days in [0, 366] {
        house.refused("holiday_start", json!({ "days": days }));
    }
}

#[test]
fn no_day_of_a_holiday_counts_against_anybody() {
    let consistency = |holiday: bool| {
        let house = House::new("2026-03-01T09:00:00Z", Tz::Europe__London);
        for day in 1..=20 {
            house.world.set_now(&format!("2026-03-{day:02}T12:00:00Z"));
            if holiday && day == 15 {
                house.ask("holiday_start", json!({ "days": 4 }));
            }
            // On four days the person gets up hours later than usual.
            let wake = if (15..=18).contains(&day) {
                "11:30"
            } else {
                "07:00"
            };
            house.ask(
                "save_morning",
                json!({ "night": { "bed": "23:00", "final_wake": wake, "out_of_bed": wake } }),
            );
        }
        let chart = house.ask(
            "chart",
            json!({ "name": "consistency", "range": "two-weeks", "width": 800 }),
        );
        chart["sentence"].as_str().unwrap().to_owned()
    };
    assert_ne!(
        consistency(true),
        consistency(false),
        "marked days are excused"
    );
}

#[test]
fn a_sample_diary_never_pauses_the_persons_own_reminders() {
    let house = house();
    house.ask("sample_start", json!({ "days": 30 }));
    house.ask("flare_start", json!({}));
    house.ask("sample_remove", json!({}));
    assert!(!paused(&house));
}
