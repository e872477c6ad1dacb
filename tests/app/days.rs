//! Days from waking to waking, as the window and the command line meet them: shifts, journeys, odd hours.

mod another_sleep;
mod unchanged;

use chrono::{Duration, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use serde_json::{Value, json};
use wane_app::host::Host;
use wane_domain::{Fold, Id, Moment};

use crate::world::House;

const LONDON: Tz = Tz::Europe__London;
const AUCKLAND: Tz = Tz::Pacific__Auckland;
const HONOLULU: Tz = Tz::Pacific__Honolulu;

/// A name for an installation that only looks.
fn any_id() -> Id {
    Id::new(chrono::DateTime::UNIX_EPOCH, [9; 10])
}

/// Turns the host's clock to a reading there, such as `2026-03-05T07:30`.
fn turn_to(house: &House, reading: &str, zone: Tz) {
    let local = NaiveDateTime::parse_from_str(reading, "%Y-%m-%dT%H:%M").unwrap();
    house.world.set_zone(zone);
    house
        .world
        .set_now(&Moment::from_local(local, zone, Fold::First).to_rfc3339());
}

/// A fresh diary at a reading of the clock.
fn house_at(reading: &str, zone: Tz) -> House {
    let house = House::new("2026-01-01T00:00:00Z", zone);
    turn_to(&house, reading, zone);
    house
}

/// Says a night at that moment, as the command line does without a date, and answers with the day it was taken for.
fn say(house: &House, reading: &str, zone: Tz, bed: &str, wake: &str) -> String {
    turn_to(house, reading, zone);
    let night = json!({ "bed": bed, "final_wake": wake });
    let saved = house.ask(
        "save_morning",
        json!({ "night": night, "keep_absent": true }),
    );
    saved["today"]["date"].as_str().unwrap().to_owned()
}

/// Checks which day Today shows at a reading of the clock.
fn shows(house: &House, reading: &str, zone: Tz, expected: &str, why: &str) -> Value {
    turn_to(house, reading, zone);
    let today = house.ask("today", json!({}));
    assert_eq!(today["date"], expected, "{reading} in {zone}: {why}");
    assert_eq!(
        today["is_today"], true,
        "{reading}: what is shown first is today"
    );
    today
}

#[test]
fn a_night_worker_sees_one_day_from_the_afternoon_to_the_next() {
    let house = house_at("2026-03-01T16:10", LONDON);
    for day in 1..=5 {
        let written = say(
            &house,
            &format!("2026-03-0{day}T16:10"),
            LONDON,
            "09:00",
            "16:00",
        );
        assert_eq!(written, format!("2026-03-0{day}"), "the date of getting up");
    }
    let at_work = shows(&house, "2026-03-06T00:30", LONDON, "2026-03-05", "at work");
    assert_eq!(
        at_work["part"], "evening",
        "after midnight the evening is asked first"
    );
    let home = shows(
        &house,
        "2026-03-06T07:00",
        LONDON,
        "2026-03-05",
        "coming home",
    );
    assert_eq!(
        home["part"], "evening",
        "the end of their day, though it is morning outside"
    );
    assert_eq!(
        home["next"], "2026-03-06",
        "the calendar's date can be reached"
    );
    let saved = house.ask("save_evening", json!({ "pain": 4 }));
    assert_eq!(
        saved["today"]["date"], "2026-03-05",
        "and what is said belongs to the day that ends"
    );
    let up = shows(&house, "2026-03-06T16:00", LONDON, "2026-03-06", "up again");
    assert_eq!(up["next"], Value::Null, "there is no later day yet");
}

#[test]
fn a_late_sunday_does_not_swallow_monday() {
    let house = house_at("2026-03-02T07:30", LONDON);
    for day in 2..=7 {
        say(
            &house,
            &format!("2026-03-0{day}T07:30"),
            LONDON,
            "23:00",
            "07:00",
        );
    }
    say(&house, "2026-03-08T10:30", LONDON, "01:30", "10:00");
    shows(
        &house,
        "2026-03-09T01:30",
        LONDON,
        "2026-03-08",
        "Sunday night",
    );
    let monday = shows(
        &house,
        "2026-03-09T05:30",
        LONDON,
        "2026-03-09",
        "up early on Monday",
    );
    assert_eq!(
        monday["morning"]["saved"], false,
        "with a morning to be written"
    );
    assert_eq!(monday["part"], "morning", "and asked for it");
}

#[test]
fn whoever_writes_nothing_for_weeks_has_days_that_turn_at_four() {
    let house = house_at("2026-03-02T07:30", LONDON);
    say(&house, "2026-03-02T07:30", LONDON, "23:00", "07:00");
    shows(
        &house,
        "2026-04-20T03:59",
        LONDON,
        "2026-04-19",
        "awake before four",
    );
    shows(
        &house,
        "2026-04-20T04:00",
        LONDON,
        "2026-04-20",
        "from four on",
    );
}

#[test]
fn a_sleep_said_without_a_date_is_the_one_just_slept() {
    let house = house_at("2026-03-01T15:10", LONDON);
    for day in 1..=3 {
        say(
            &house,
            &format!("2026-03-0{day}T15:10"),
            LONDON,
            "08:00",
            "15:00",
        );
    }
    // Back to sleeping by night: up fifteen hours after the last awakening, which is still the same day by any habit.
    shows(
        &house,
        "2026-03-04T06:05",
        LONDON,
        "2026-03-03",
        "nothing tells of a new day yet",
    );
    let written = say(&house, "2026-03-04T06:10", LONDON, "22:00", "06:00");
    assert_eq!(
        written, "2026-03-04",
        "it began after the night of the third was written down"
    );
    let night = |date: &str| house.day(date)["night"].clone();
    assert_eq!(night("2026-03-03")["bed"], "08:00", "which stays as it was");
    assert_eq!(night("2026-03-04")["bed"], "22:00", "beside the new one");
}

#[test]
fn every_day_that_can_be_written_down_can_be_reached() {
    let house = house_at("2026-03-01T16:10", LONDON);
    for day in 1..=3 {
        say(
            &house,
            &format!("2026-03-0{day}T16:10"),
            LONDON,
            "09:00",
            "16:00",
        );
    }
    let zones = [
        LONDON,
        AUCKLAND,
        HONOLULU,
        Tz::Pacific__Kiritimati,
        Tz::Pacific__Pago_Pago,
    ];
    let begin = house.world.now();
    for (hours, zone) in (0..60).step_by(3).zip(zones.into_iter().cycle()) {
        house
            .world
            .set_now(&(begin + Duration::hours(hours)).to_rfc3339());
        house.world.set_zone(zone);
        let at = format!("{hours} hours on, in {zone}");
        let mut day = house.ask("today", json!({}));
        house.ask("save_evening", json!({ "pain": 1 }));
        while let Some(next) = day["next"].as_str() {
            house.ask("save_evening", json!({ "date": next, "pain": 1 }));
            day = house.ask("today", json!({ "date": next }));
        }
        let last: NaiveDate = day["date"].as_str().unwrap().parse().unwrap();
        let local = Moment::new(begin + Duration::hours(hours), zone).date();
        assert!(
            last >= local,
            "{at}: the calendar's own date {local} can be written, not only {last}"
        );
        let beyond = (last + Duration::days(1)).to_string();
        let (_, message) = house.refused("save_evening", json!({ "date": beyond, "pain": 1 }));
        assert!(
            message.contains("has not come yet"),
            "{at}: where no next day is offered, none can be written: {message}"
        );
        let month = house.ask("month", json!({ "month": &beyond[..7] }));
        let shown = month["days"]
            .as_array()
            .unwrap()
            .iter()
            .find(|d| d["date"] == *beyond)
            .unwrap()
            .clone();
        assert_eq!(shown["future"], true, "{at}: and the month says so");
    }
}
