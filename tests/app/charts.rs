//! Charts as the window gets them.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

fn house() -> House {
    let house = House::new("2026-05-05T20:00:00Z", Tz::Europe__London);
    house.import("diary_A_effect.csv");
    house
}

fn chart(house: &House, request: Value) -> Value {
    let mut whole = json!({ "name": "trend", "width": 900 });
    whole
        .as_object_mut()
        .unwrap()
        .extend(request.as_object().unwrap().clone());
    house.ask("chart", whole)
}

#[test]
fn picture_sentence_and_table_come_from_the_same_numbers() {
    let house = house();
    for name in ["trend", "raster", "calendar", "consistency"] {
        let view = chart(
            &house,
            json!({ "name": name, "from": "2026-03-01", "to": "2026-04-15" }),
        );
        assert!(
            view["svg"].as_str().unwrap().starts_with("<svg"),
            "{name} is a picture"
        );
        assert_eq!(
            view["days"].as_array().unwrap().len(),
            46,
            "{name}: every day of the range can be read"
        );
        assert!(
            !view["sentence"].as_str().unwrap().is_empty(),
            "{name} says what it shows"
        );
        let rows = view["table"]["rows"].as_array().unwrap();
        let columns = view["table"]["columns"].as_array().unwrap().len();
        assert!(
            rows.iter().all(|r| r.as_array().unwrap().len() == columns),
            "{name}: the table is whole"
        );
    }
}

#[test]
fn a_saved_morning_is_in_the_trend() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    let empty = chart(&house, json!({ "range": "two-weeks" }));
    assert_eq!(empty["empty"], true);
    house.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00", "lights_out": "23:10", "sol_min": 20, "waso_min": 10, "final_wake": "07:00" },
                "pain": 4 }),
    );
    let view = chart(&house, json!({ "range": "two-weeks" }));
    let last = view["days"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["date"], "2026-03-14");
    let said: Vec<&str> = last["values"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        said,
        ["7 h 20", "4"],
        "time asleep and pain on waking, and nothing that was not said"
    );
}

#[test]
fn days_without_an_entry_say_so_and_are_not_zero() {
    let house = house();
    let view = chart(&house, json!({ "from": "2026-01-05", "to": "2026-01-12" }));
    let gap = view["days"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["date"] == "2026-01-07")
        .unwrap()
        .clone();
    assert_eq!(
        gap["values"],
        json!([{ "name": "", "text": "no entry" }]),
        "7 January is blank in the diary"
    );
    let dates: Vec<&str> = view["table"]["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r[0].as_str().unwrap())
        .collect();
    assert!(
        !dates.iter().any(|d| d.starts_with("7 Jan")),
        "a blank day has no row"
    );
}

#[test]
fn ranges_end_today_and_reach_back_as_they_say() {
    let house = house();
    let check = |range: &str, from: &str| {
        let view = chart(&house, json!({ "range": range }));
        assert_eq!(
            (view["from"].as_str().unwrap(), view["to"].as_str().unwrap()),
            (from, "2026-05-05"),
            "{range}"
        );
    };
    check("two-weeks", "2026-04-22");
    check("six-weeks", "2026-03-25");
    check("three-months", "2026-02-06");
    check("year", "2025-05-06");
    check("all", "2026-01-05");
    let (code, _) = house.refused(
        "chart",
        json!({ "name": "trend", "width": 900, "range": "since-visit" }),
    );
    assert_eq!(
        code, "not-found",
        "without a visit there is nothing to reckon from"
    );
    house.ask("mark_visit", json!({ "date": "2026-04-10" }));
    check("since-visit", "2026-04-10");
}

#[test]
fn two_stretches_are_compared_without_a_claim() {
    let house = house();
    let view = chart(&house, json!({ "range": "six-weeks", "compare": true }));
    let comparison = &view["comparison"];
    assert!(
        comparison["sentence"].as_str().unwrap().contains("chance"),
        "it says that chance is one reason"
    );
    assert_eq!(comparison["table"]["rows"].as_array().unwrap().len(), 3);
    let view = chart(
        &house,
        json!({ "from": "2026-01-05", "to": "2026-01-20", "compare": true }),
    );
    assert!(
        view["comparison"]["sentence"]
            .as_str()
            .unwrap()
            .contains("too few"),
        "with nothing before, nothing is compared"
    );
}

#[test]
fn every_width_theme_and_text_size_can_be_drawn() {
    let house = house();
    for name in ["trend", "raster"] {
        for width in [320, 900, 2400] {
            for theme in ["day", "evening", "contrast", "print"] {
                for text_scale in [1.0, 2.0] {
                    let view = chart(
                        &house,
                        json!({ "name": name, "width": width, "theme": theme, "text_scale": text_scale, "range": "all" }),
                    );
                    assert_eq!(view["width"], width, "{name} {theme} × {text_scale}");
                }
            }
        }
    }
}

#[test]
fn a_century_is_drawn_and_says_that_days_share_a_mark() {
    let house = House::new("2026-05-05T20:00:00Z", Tz::Europe__London);
    house.ask("sample_start", json!({ "days": 1500 }));
    let view = chart(&house, json!({ "range": "all", "width": 400 }));
    assert!(
        view["sentence"].as_str().unwrap().contains("stands for"),
        "{}",
        view["sentence"]
    );
}

const EVERY: [&str; 8] = [
    "trend",
    "raster",
    "regularity",
    "scatter",
    "calendar",
    "weekdays",
    "consistency",
    "comparison",
];

#[test]
fn every_chart_is_drawn_of_nothing_of_one_day_and_of_everything() {
    let empty = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    let one = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    one.ask(
        "save_morning",
        json!({ "night": { "bed": "23:00", "final_wake": "07:00" }, "quality": 4, "pain": 3 }),
    );
    let full = house();
    for (house, what) in [
        (&empty, "nothing"),
        (&one, "one day"),
        (&full, "everything"),
    ] {
        for name in EVERY {
            for range in ["two-weeks", "year", "all"] {
                for width in [320, 900, 2400] {
                    let view = chart(
                        house,
                        json!({ "name": name, "range": range, "width": width }),
                    );
                    let why = format!("{name} of {what}, {range}, {width} px");
                    assert!(view["svg"].as_str().unwrap().starts_with("<svg"), "{why}");
                    assert!(!view["sentence"].as_str().unwrap().is_empty(), "{why}");
                    assert_eq!(view["empty"], what == "nothing", "{why}");
                    for day in view["days"].as_array().unwrap() {
                        assert!(
                            !day["date_text"].as_str().unwrap().is_empty(),
                            "{why}: an area says what it is"
                        );
                        assert!(
                            !day["values"].as_array().unwrap().is_empty(),
                            "{why}: and what is there"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_not_a_day_is_read_too_and_opens_no_day() {
    let house = house();
    let areas = |name: &str| {
        let view = chart(&house, json!({ "name": name, "range": "all" }));
        view["days"].as_array().unwrap().clone()
    };
    let weekdays = areas("weekdays");
    assert_eq!(weekdays.len() % 7, 0, "seven days of each measure");
    assert_eq!(weekdays[0]["date_text"], "Monday");
    assert_eq!(weekdays[0]["date"], Value::Null, "all Mondays are no day");
    let discs = areas("scatter");
    assert!(
        discs.iter().any(|d| d["date"] == Value::Null),
        "some discs stand for several mornings"
    );
    for disc in &discs {
        let said = disc["date_text"].as_str().unwrap();
        let several = said.ends_with("mornings");
        assert_eq!(
            disc["date"] == Value::Null,
            several,
            "one morning can be opened, several cannot: {said}"
        );
    }
    let weeks = areas("regularity");
    assert!(
        weeks
            .iter()
            .all(|w| w["date"] != w["until"] || weeks.len() == 1),
        "a box is a week"
    );
    assert_eq!(
        areas("comparison").len() % 2,
        0,
        "two stretches of each measure"
    );
}

#[test]
fn a_trend_shows_what_was_chosen() {
    let house = house();
    house.ask(
        "save_factor",
        json!({ "name": "late tea", "timing": "day", "unit": null }),
    );
    let usual = chart(&house, json!({ "range": "all" }));
    let choices = usual["panels"].as_array().unwrap();
    let shown = |view: &Value| -> Vec<String> {
        let choices = view["panels"].as_array().unwrap().clone();
        choices
            .iter()
            .filter(|c| c["shown"] == true)
            .map(|c| c["title"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        shown(&usual),
        ["Time asleep", "Pain on waking", "Pain in the evening"]
    );
    let tea = choices
        .iter()
        .find(|c| c["title"] == "late tea")
        .expect("a factor can be chosen");
    let chosen = chart(
        &house,
        json!({ "range": "all", "panels": ["quality", tea["name"]] }),
    );
    assert_eq!(shown(&chosen), ["Quality", "late tea"]);
    let svg = chosen["svg"].as_str().unwrap();
    assert!(
        svg.contains("late tea") && svg.contains("Quality"),
        "both are drawn"
    );
    assert!(!svg.contains("Time asleep"), "and nothing else");
    for (panels, why) in [
        (json!(["mood"]), "bad-input"),
        (json!(["factor:mood"]), "bad-input"),
        (
            json!(["factor:0190d7a0-0000-7000-8000-000000000000"]),
            "not-found",
        ),
    ] {
        let request = json!({ "name": "trend", "width": 900, "panels": panels });
        assert_eq!(house.refused("chart", request).0, why, "{panels}");
    }
}

#[test]
fn consistency_forgives_a_flare_and_follows_the_chosen_time() {
    let house = House::new("2026-03-31T20:00:00Z", Tz::Europe__London);
    for day in 1..=30 {
        // Half an hour late in the last week, far too late on every third day before.
        let wake = match day {
            24.. => "07:20",
            d if d % 3 == 0 => "09:30",
            _ => "07:00",
        };
        house.ask(
            "save_morning",
            json!({ "date": format!("2026-03-{day:02}"), "night": { "bed": "23:00", "final_wake": wake } }),
        );
    }
    let sentence = |house: &House| {
        let view = chart(
            house,
            json!({ "name": "consistency", "from": "2026-03-01", "to": "2026-03-30" }),
        );
        view["sentence"].as_str().unwrap().to_owned()
    };
    let usual = sentence(&house);
    assert!(usual.contains("your usual time"), "{usual}");
    assert!(
        usual.contains("Of the last 14 awakenings, 12 came"),
        "{usual}"
    );
    house.ask(
        "set_targets",
        json!({ "bed": vec!["23:00"; 7], "rise": "06:45", "lead_min": 45 }),
    );
    let chosen = sentence(&house);
    assert!(
        chosen.contains("06:45, the time you chose"),
        "7:20 is too late for it: {chosen}"
    );
    house.ask("mark_rough", json!({ "date": "2026-03-30", "rough": true }));
    let forgiven = sentence(&house);
    assert!(forgiven.contains("never count against you"), "{forgiven}");
}

#[test]
fn a_chart_is_saved_where_the_person_says() {
    let house = house();
    let folder = tempfile::tempdir().unwrap();
    let save = |name: &str, to: Option<&str>| {
        let place = to.map(|to| folder.path().join(to));
        house.world.set_place(place.as_deref());
        house.ask(
            "save_chart",
            json!({ "name": name, "range": "all", "width": 700, "theme": "print" }),
        )
    };
    assert_eq!(
        save("trend", None)["text"],
        Value::Null,
        "the dialog was closed"
    );
    for (name, to, written, begins) in [
        ("trend", "trend.svg", "trend.svg", "<svg"),
        ("raster", "Nights.PNG", "Nights.PNG", "\u{89}PNG"),
        ("calendar", "no ending", "no ending.png", "\u{89}PNG"),
    ] {
        let said = save(name, Some(to));
        assert!(
            said["text"].as_str().unwrap().contains(written),
            "it is said under which name: {said}"
        );
        let path = folder.path().join(written);
        let bytes = std::fs::read(&path).unwrap();
        let start: String = bytes.iter().take(4).map(|b| char::from(*b)).collect();
        assert_eq!(start, begins, "{to} is what its ending says");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "as private as the diary");
        }
    }
    std::fs::write(folder.path().join("mine.txt"), "mine").unwrap();
    for to in ["mine.txt", "nowhere/trend.svg"] {
        house.world.set_place(Some(&folder.path().join(to)));
        let (code, message) = house.refused("save_chart", json!({ "name": "trend", "width": 700 }));
        assert!(
            ["bad-input", "file"].contains(&code.as_str()),
            "{to}: {code}"
        );
        assert!(message.contains("Nothing was written"), "{to}: {message}");
    }
    assert_eq!(
        std::fs::read_to_string(folder.path().join("mine.txt")).unwrap(),
        "mine",
        "what stood there stands there"
    );
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        4,
        "and nothing half-written"
    );
}
