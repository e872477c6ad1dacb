//! What a watch or a phone measures all day: steps and heart rates become factors that nobody is asked for, exercise
//! becomes movement, and what somebody wrote stays.

mod exercise;

use std::{fs, path::PathBuf};

use chrono::{Duration, NaiveDate};
use chrono_tz::Tz;
use proptest::{collection::vec, option, prelude::*};
use serde_json::{Value, json};

use crate::world::House;

/// A diary in London, on an evening of winter time.
fn house() -> House {
    House::new("2026-03-14T20:00:00Z", Tz::Europe__London)
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What a watch tells of one day, and of the night that ended on it.
#[derive(Debug, Clone, Default)]
struct Day {
    date: String,
    steps: Option<u32>,
    resting: Option<u32>,
    pulse: Option<u32>,
}

fn day(date: &str, steps: u32, resting: u32, pulse: u32) -> Day {
    Day {
        date: date.to_owned(),
        steps: Some(steps),
        resting: Some(resting),
        pulse: Some(pulse),
    }
}

fn record(kind: &str, from: &str, to: &str, value: &str) -> String {
    format!(
        "<Record type=\"{kind}\" sourceName=\"Watch\" startDate=\"{from} +0000\" endDate=\"{to} +0000\" value=\"{value}\"/>\n"
    )
}

impl Day {
    fn xml(&self) -> String {
        let today = &self.date;
        let before = (date(today) - Duration::days(1)).to_string();
        let mut xml = String::new();
        if let Some(steps) = self.steps {
            let (from, to) = (format!("{today} 10:00:00"), format!("{today} 10:10:00"));
            xml += &record(
                "HKQuantityTypeIdentifierStepCount",
                &from,
                &to,
                &steps.to_string(),
            );
        }
        if let Some(rate) = self.resting {
            let at = format!("{today} 12:00:00");
            xml += &record(
                "HKQuantityTypeIdentifierRestingHeartRate",
                &at,
                &at,
                &rate.to_string(),
            );
        }
        if let Some(rate) = self.pulse {
            let (from, to) = (format!("{before} 23:00:00"), format!("{today} 07:00:00"));
            let core = "HKCategoryValueSleepAnalysisAsleepCore";
            xml += &record("HKCategoryTypeIdentifierSleepAnalysis", &from, &to, core);
            for quarter in 0..24 {
                let at = format!("{today} {:02}:{:02}:00", quarter / 4, quarter % 4 * 15 + 3);
                xml += &record(
                    "HKQuantityTypeIdentifierHeartRate",
                    &at,
                    &at,
                    &rate.to_string(),
                );
            }
        }
        xml
    }
}

fn workout(kind: &str, source: &str, start: &str, minutes: u32) -> String {
    let from = chrono::NaiveDateTime::parse_from_str(start, "%Y-%m-%d %H:%M").unwrap();
    let to = from + Duration::minutes(i64::from(minutes));
    format!(
        "<Workout workoutActivityType=\"HKWorkoutActivityType{kind}\" duration=\"{minutes}\" durationUnit=\"min\" sourceName=\"{source}\" startDate=\"{from} +0000\" endDate=\"{to} +0000\"/>\n"
    )
}

/// An export of Apple Health in a file of its own.
fn export(house: &House, name: &str, days: &[Day], workouts: &[String]) -> Value {
    let days: String = days.iter().map(Day::xml).collect();
    let path: PathBuf = house.dir.path().join(name);
    let xml = format!(
        "<HealthData locale=\"en\">\n{days}{}</HealthData>\n",
        workouts.concat()
    );
    fs::write(&path, xml).unwrap();
    json!({ "paths": [path.display().to_string()] })
}

fn named<'v>(list: &'v Value, name: &str) -> Option<&'v Value> {
    list.as_array()
        .unwrap()
        .iter()
        .find(|one| one["name"] == name)
}

fn factor(house: &House, name: &str) -> Value {
    let tracked = house.ask("tracked", json!({}));
    let found = named(&tracked["factors"], name).unwrap_or_else(|| panic!("{name} is tracked"));
    found.clone()
}

fn line(preview: &Value, name: &str) -> Option<String> {
    Some(
        named(&preview["summary"], name)?["text"]
            .as_str()
            .unwrap()
            .to_owned(),
    )
}

const NEW: &str = "New in what you track";

fn three_days() -> Vec<Day> {
    vec![
        day("2026-03-10", 8000, 58, 52),
        day("2026-03-11", 9500, 57, 54),
        day("2026-03-12", 400, 60, 51),
    ]
}

#[test]
fn days_of_a_watch_become_factors_that_nobody_is_asked_for() {
    let house = house();
    let request = export(&house, "export.xml", &three_days(), &[]);
    let preview = house.ask("import_preview", request.clone());
    assert_eq!(preview["steps_by_day"]["2026-03-11"], 9500);
    assert_eq!(
        preview["heart_by_day"]["2026-03-11"],
        json!({ "resting": 57.0, "asleep": 54.0 })
    );
    assert_eq!(line(&preview, "Days with steps").as_deref(), Some("3"));
    assert_eq!(
        line(&preview, "Days with heart rates").as_deref(),
        Some("3")
    );
    assert_eq!(
        line(&preview, NEW).as_deref(),
        Some("Steps, Resting heart rate, Heart rate asleep. Wane asks for none of it."),
        "the preview says what will be tracked"
    );
    assert_eq!(
        house.ask("tracked", json!({}))["factors"],
        json!([]),
        "and writes nothing"
    );

    let first = house.ask("import_apply", request.clone());
    assert_eq!(
        first["changes"],
        json!({ "new": 6, "same": 0, "conflict": 0 }),
        "three nights, three days"
    );
    for (name, timing, unit) in [
        ("Steps", "day", "steps"),
        ("Resting heart rate", "day", "beats a minute"),
        ("Heart rate asleep", "night", "beats a minute"),
    ] {
        let factor = factor(&house, name);
        assert_eq!(
            (&factor["timing"], &factor["unit"]),
            (&json!(timing), &json!(unit)),
            "{name}"
        );
        assert_eq!(factor["measured"], true, "{name} is told by a device");
        assert_eq!(
            (&factor["retired"], &factor["idle"]),
            (&json!(false), &json!(false))
        );
        assert_eq!(factor["use_text"], "3 days, the last 12 Mar 2026");
    }
    let eleventh = house.day("2026-03-11");
    assert_eq!(
        eleventh["factors"],
        json!({ "Steps": 9500.0, "Resting heart rate": 57.0, "Heart rate asleep": 54.0 }),
        "a night's rate stands on the day of waking"
    );
    for day in ["2026-03-12", "2026-03-14"] {
        let today = house.ask("today", json!({ "date": day }));
        assert_eq!(
            today["evening"]["factors"],
            json!([]),
            "no evening is longer"
        );
        assert_eq!(today["morning"]["factors"], json!([]), "and no morning");
        assert_eq!(
            today["evening"]["saved"], false,
            "nobody has answered anything"
        );
    }
    let month = house.ask("month", json!({ "month": "2026-03" }));
    assert_eq!(
        month["days"][10]["evening"], false,
        "nor is the day marked as answered"
    );

    let before = house.ask("days", json!({}));
    let second = house.ask("import_apply", request);
    assert_eq!(
        second["batch"],
        Value::Null,
        "a second time changes nothing"
    );
    assert_eq!(
        second["changes"],
        json!({ "new": 0, "same": 6, "conflict": 0 })
    );
    assert_eq!(house.ask("days", json!({})), before);
}

#[test]
fn a_new_name_and_a_place_aside_are_kept() {
    let house = house();
    house.ask("import_apply", export(&house, "a.xml", &three_days(), &[]));
    let steps = factor(&house, "Steps");
    let renamed = json!({ "id": steps["id"], "name": "Paces", "timing": "day", "unit": "steps" });
    house.ask("save_factor", renamed);
    let resting = factor(&house, "Resting heart rate");
    house.ask(
        "retire",
        json!({ "kind": "factor", "id": resting["id"], "retired": true }),
    );
    let again = export(&house, "a.xml", &three_days(), &[]);
    assert_eq!(house.ask("import_apply", again)["batch"], Value::Null);

    // A file of other days alone, which has none of the values that are there.
    let later = export(&house, "b.xml", &[day("2026-03-13", 7000, 59, 50)], &[]);
    let preview = house.ask("import_preview", later.clone());
    assert_eq!(line(&preview, NEW), None, "nothing is new");
    assert_eq!(
        line(&preview, "Goes to what you track").as_deref(),
        Some("Paces, Heart rate asleep")
    );
    assert_eq!(
        line(&preview, "Goes to what you have put aside").as_deref(),
        Some("Resting heart rate")
    );
    house.ask("import_apply", later);
    let tracked = house.ask("tracked", json!({}));
    assert_eq!(
        tracked["factors"].as_array().unwrap().len(),
        3,
        "there is never a second one"
    );
    let day = house.day("2026-03-13");
    assert_eq!(
        (
            &day["factors"]["Paces"],
            &day["factors"]["Resting heart rate"]
        ),
        (&json!(7000.0), &json!(59.0))
    );
    assert_eq!(
        factor(&house, "Resting heart rate")["retired"],
        true,
        "what was put aside stays there"
    );
}

#[test]
fn what_somebody_writes_is_theirs_from_then_on() {
    let house = house();
    let request = export(&house, "a.xml", &three_days(), &[]);
    house.ask("import_apply", request.clone());
    let steps = factor(&house, "Steps")["id"].clone();
    house.ask(
        "save_evening",
        json!({ "date": "2026-03-11", "factors": [{ "id": steps, "value": 9000 }], "keep_absent": true }),
    );
    assert_eq!(factor(&house, "Steps")["measured"], false);
    let today = house.ask("today", json!({}));
    assert_eq!(
        today["evening"]["factors"][0]["name"], "Steps",
        "now the evening asks"
    );
    assert_eq!(
        today["morning"]["factors"],
        json!([]),
        "and still not for the others"
    );
    let then = house.ask("today", json!({ "date": "2026-03-11" }));
    assert_eq!(then["evening"]["saved"], true, "that evening has an answer");
    let other = house.ask("today", json!({ "date": "2026-03-10" }));
    assert_eq!(
        other["evening"]["factors"][0]["value"], 8000.0,
        "a measured day shows its count"
    );
    assert_eq!(other["evening"]["saved"], false, "which is no answer");

    let again = house.ask("import_apply", request);
    assert_eq!(
        again["changes"],
        json!({ "new": 0, "same": 5, "conflict": 1 })
    );
    assert_eq!(
        house.day("2026-03-11")["factors"]["Steps"],
        9000.0,
        "it stays as it was written"
    );
    house.ask("undo", json!({}));
    assert_eq!(
        factor(&house, "Steps")["measured"],
        true,
        "taken back, it is the watch's again"
    );
}

#[test]
fn a_day_that_was_not_over_is_brought_up_to_date() {
    let house = house();
    let early = export(&house, "early.xml", &three_days(), &[]);
    house.ask("import_apply", early.clone());
    let mut longer = three_days();
    longer[2] = day("2026-03-12", 9900, 59, 51);
    longer.push(day("2026-03-13", 5000, 58, 50));
    let later = export(&house, "later.xml", &longer, &[]);
    let preview = house.ask("import_preview", later.clone());
    assert_eq!(preview["updated"], 1);
    assert_eq!(
        line(&preview, "Of these, days that were not over before").as_deref(),
        Some("1")
    );
    house.world.set_now("2026-03-14T20:30:00Z");
    let imported = house.ask("import_apply", later.clone());
    assert_eq!(
        imported["changes"],
        json!({ "new": 3, "same": 5, "conflict": 0 })
    );
    let text = imported["text"].as_str().unwrap();
    assert!(
        text.contains("Brought up to date, since the day was not over before: 1."),
        "{text}"
    );
    let twelfth = house.day("2026-03-12");
    assert_eq!(
        (
            &twelfth["factors"]["Steps"],
            &twelfth["factors"]["Resting heart rate"]
        ),
        (&json!(9900.0), &json!(59.0))
    );

    // The older file knows less, and changes nothing any more.
    let back = house.ask("import_apply", early);
    assert_eq!(back["batch"], Value::Null);
    assert_eq!(back["changes"]["conflict"], 1);
    assert_eq!(
        house.ask("import_apply", later)["batch"],
        Value::Null,
        "nor does the newer one"
    );

    house.ask("import_undo", json!({ "id": imported["batch"] }));
    let twelfth = house.day("2026-03-12");
    assert_eq!(
        twelfth["factors"]["Steps"], 400.0,
        "taken back, it is as it was"
    );
    assert_eq!(house.day("2026-03-13"), Value::Null);
}

#[test]
fn a_day_that_was_over_stays_as_it_is() {
    let house = house();
    house.ask("import_apply", export(&house, "a.xml", &three_days(), &[]));
    let mut other = three_days();
    other[1] = day("2026-03-11", 12_000, 57, 54);
    other.push(day("2026-03-13", 5000, 58, 50));
    let imported = house.ask("import_apply", export(&house, "b.xml", &other, &[]));
    assert_eq!(imported["updated"], 0);
    assert_eq!(imported["changes"]["conflict"], 1);
    assert_eq!(house.day("2026-03-11")["factors"]["Steps"], 9500.0);
}

#[test]
fn what_a_watch_tells_takes_none_of_the_six_places() {
    let house = house();
    for n in 0..6 {
        house.ask(
            "save_factor",
            json!({ "name": format!("own {n}"), "timing": "day" }),
        );
    }
    let preview = house.ask(
        "import_preview",
        export(&house, "a.xml", &three_days(), &[]),
    );
    assert!(line(&preview, NEW).is_some(), "they come in, in use");
    house.ask("import_apply", export(&house, "a.xml", &three_days(), &[]));
    assert_eq!(factor(&house, "Steps")["retired"], false);
    let steps = factor(&house, "Steps")["id"].clone();
    for retired in [true, false] {
        house.ask(
            "retire",
            json!({ "kind": "factor", "id": steps, "retired": retired }),
        );
    }
    house.refused(
        "save_factor",
        json!({ "name": "a seventh", "timing": "day" }),
    );
    let own = factor(&house, "own 0")["id"].clone();
    house.ask(
        "retire",
        json!({ "kind": "factor", "id": own, "retired": true }),
    );
    house.ask("save_factor", json!({ "name": "a sixth", "timing": "day" }));
    house.world.set_now("2026-09-14T20:00:00Z");
    assert_eq!(
        factor(&house, "Steps")["idle"],
        false,
        "nobody has to put it aside"
    );
}

#[test]
fn something_else_of_the_same_name_is_left_alone() {
    let house = house();
    house.ask("save_factor", json!({ "name": "steps", "timing": "day" }));
    let beats = json!({ "name": "Resting Heart Rate", "timing": "day", "unit": "beats a minute" });
    house.ask("save_factor", beats);
    let resting = factor(&house, "Resting Heart Rate")["id"].clone();
    house.ask(
        "save_evening",
        json!({ "date": "2026-03-11", "factors": [{ "id": resting, "value": 63 }] }),
    );
    let imported = house.ask("import_apply", export(&house, "a.xml", &three_days(), &[]));
    assert_eq!(
        imported["changes"]["conflict"], 1,
        "the day that was written"
    );
    let tracked = house.ask("tracked", json!({}));
    assert_eq!(tracked["factors"].as_array().unwrap().len(), 4);
    assert_eq!(
        factor(&house, "Steps, as measured")["measured"],
        true,
        "yes or no is no count"
    );
    assert_eq!(factor(&house, "steps")["use_text"], "Not answered yet");
    let own = factor(&house, "Resting Heart Rate");
    assert_eq!(
        own["measured"], false,
        "what was asked before is asked further on"
    );
    assert_eq!(own["use_text"], "Answered 3 times, last on 12 Mar 2026");
    assert_eq!(
        house.day("2026-03-11")["factors"]["Resting Heart Rate"],
        63.0
    );
}

#[test]
fn a_reminder_still_asks_after_an_import() {
    let house = house();
    house.world.set_now("2026-03-14T08:00:00Z");
    let rule = json!({ "kind": "evening-check-in", "enabled": true, "times": vec!["08:00"; 7] });
    house.ask("set_rule", rule);
    let workouts = [workout("Walking", "Watch", "2026-03-14 06:30", 30)];
    house.ask(
        "import_apply",
        export(
            &house,
            "a.xml",
            &[day("2026-03-14", 3000, 58, 50)],
            &workouts,
        ),
    );
    house.world.set_now("2026-03-14T08:05:00Z");
    house.app.tick();
    assert_eq!(house.world.shown(), ["evening-check-in/2026-03-14"]);
}

#[test]
fn another_diary_takes_it_over_as_it_is() {
    let house = house();
    let workouts = [workout("Walking", "Watch", "2026-03-10 09:30", 30)];
    let request = export(&house, "a.xml", &three_days(), &workouts);
    house.ask("import_apply", request.clone());
    let taken_out = |format: &str| {
        let path = house.dir.path().join(format!("out.{format}"));
        house.world.set_place(Some(&path));
        house.ask("export_save", json!({ "format": format }));
        path
    };
    let table = fs::read_to_string(taken_out("csv")).unwrap();
    let header = table.lines().next().unwrap();
    assert!(
        header.ends_with("Steps,Resting heart rate,Heart rate asleep"),
        "{header}"
    );
    assert!(table.contains("9500"), "{table}");
    let bundle = fs::read_to_string(taken_out("fhir")).unwrap();
    assert!(
        bundle.contains("Exercise duration"),
        "a workout is movement there too"
    );

    let other = House::new("2026-03-15T20:00:00Z", Tz::Europe__London);
    let whole = json!({ "paths": [taken_out("json").display().to_string()] });
    other.ask("import_apply", whole);
    assert_eq!(factor(&other, "Steps")["measured"], true);
    assert_eq!(
        other.ask("import_apply", request)["batch"],
        Value::Null,
        "the file itself is nothing new there"
    );
}

fn any_day() -> impl Strategy<Value = (i64, Option<u32>, Option<u32>, Option<u32>)> {
    let rate = || option::of(40_u32..100);
    (0_i64..20, option::of(0_u32..20_000), rate(), rate())
}

fn any_workout() -> impl Strategy<Value = (i64, u32, u32)> {
    (0_i64..20, 8_u32..20, 1_u32..120)
}

fn nth(n: i64) -> String {
    (date("2026-02-10") + Duration::days(n)).to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn twice_is_once_whatever_was_measured(
        days in vec(any_day(), 0..12),
        workouts in vec(any_workout(), 0..12),
    ) {
        let house = house();
        let days: Vec<Day> = days
            .into_iter()
            .map(|(n, steps, resting, pulse)| Day { date: nth(n), steps, resting, pulse })
            .collect();
        let workouts: Vec<String> = workouts
            .into_iter()
            .map(|(n, hour, minutes)| workout("Cycling", "Watch", &format!("{} {hour:02}:00", nth(n)), minutes))
            .collect();
        let request = export(&house, "a.xml", &days, &workouts);
        house.ask("import_apply", request.clone());
        let before = house.ask("days", json!({ "from": "2026-02-01", "to": "2026-03-14" }));
        let again = house.ask("import_apply", request);
        prop_assert_eq!(&again["batch"], &Value::Null);
        prop_assert_eq!(&again["changes"]["conflict"], 0);
        prop_assert_eq!(house.ask("days", json!({ "from": "2026-02-01", "to": "2026-03-14" })), before);
    }
}
