//! Tone: without numbers about the person, and in amber.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

/// Three weeks of mornings and evenings in London, each a little different.
fn three_weeks() -> House {
    let house = House::new("2026-03-01T09:00:00Z", Tz::Europe__London);
    house.ask("first_run", json!({ "bed": "22:00", "rise": "06:00" }));
    for day in 1..=21 {
        house.world.set_now(&format!("2026-03-{day:02}T09:00:00Z"));
        let wake = format!("06:{:02}", day % 6 * 10);
        house.ask(
            "save_morning",
            json!({ "quality": 1 + day % 5, "pain": day % 11, "night": { "bed": "22:10", "lights_out": "22:20", "sol_min": day,
                "nwak": 2, "waso_min": 10 + day, "final_wake": wake, "out_of_bed": "07:10" } }),
        );
        house.ask(
            "save_evening",
            json!({ "pain": (day + 3) % 11, "arousal": day % 5 }),
        );
    }
    house
}

fn number_free(house: &House, on: bool) {
    let mut settings = house.ask("settings", json!({}))["settings"].clone();
    settings["number_free"] = json!(on);
    house.ask("save_settings", settings);
}

/// Fields that are for programs or for fields of a form, not for reading.
const UNREAD: [&str; 20] = [
    "changes",
    "folder",
    "month",
    "date",
    "previous",
    "next",
    "night",
    "suggested",
    "ticks",
    "svg",
    "from",
    "to",
    "until",
    "id",
    "local_date",
    "kind",
    "name",
    "code",
    "second_reading",
    "anchors",
];

/// Every text a person would read that says a number, without clock times and dates.
fn said(value: &Value) -> Vec<String> {
    const MONTHS: [&str; 23] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];
    match value {
        // A date for programs.
        Value::String(text) if text.parse::<chrono::NaiveDate>().is_ok() => Vec::new(),
        Value::String(text) => {
            let words: Vec<&str> = text.split_whitespace().collect();
            let month = |word: Option<&&str>| {
                word.is_some_and(|word| {
                    MONTHS
                        .iter()
                        .any(|m| word.trim_matches([',', '.', ':']) == *m)
                })
            };
            let says = words.iter().enumerate().any(|(at, word)| {
                word.contains(|c: char| c.is_ascii_digit())
                    && !word.contains(':')
                    && !month(words.get(at + 1))
                    && !month(at.checked_sub(1).and_then(|at| words.get(at)))
            });
            if says { vec![text.clone()] } else { Vec::new() }
        }
        Value::Array(items) => items.iter().flat_map(said).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !UNREAD.contains(&name.as_str()))
            .flat_map(|(_, field)| said(field))
            .collect(),
        _ => Vec::new(),
    }
}

/// The labels of a picture.
fn labels(svg: &str) -> Vec<Value> {
    svg.split("<text ")
        .skip(1)
        .filter_map(|label| label.split_once('>')?.1.split_once("</text>"))
        .map(|(label, _)| Value::from(label))
        .collect()
}

#[test]
fn today_says_no_number_where_none_is_wished_for() {
    let house = three_weeks();
    assert!(
        said(&house.ask("today", json!({}))).len() > 3,
        "the control: it is full of them"
    );
    number_free(&house, true);
    let today = house.ask("today", json!({}));
    assert_eq!(said(&today), Vec::<String>::new());
    let summary = today["morning"]["summary"]["text"].as_str().unwrap();
    assert!(
        summary.contains("usual for you"),
        "the night in words: {summary}"
    );
    assert_eq!(
        today["morning"]["pain"], 10,
        "and the diary holds what it held"
    );
    number_free(&house, false);
    assert!(said(&house.ask("today", json!({}))).len() > 3, "and back");
}

#[test]
fn no_chart_says_a_number_in_picture_sentence_days_or_table() {
    let house = three_weeks();
    let charts = [
        "trend",
        "raster",
        "regularity",
        "scatter",
        "calendar",
        "weekdays",
        "consistency",
        "comparison",
    ];
    let draw = |name: &str| {
        house.ask(
            "chart",
            json!({ "name": name, "range": "two-weeks", "width": 800, "compare": name == "trend" }),
        )
    };
    for name in charts {
        assert!(!said(&draw(name)).is_empty(), "the control: {name}");
    }
    number_free(&house, true);
    for name in charts {
        let chart = draw(name);
        assert_eq!(said(&chart), Vec::<String>::new(), "{name}");
        let svg = chart["svg"].as_str().unwrap();
        assert_eq!(
            said(&Value::from(labels(svg))),
            Vec::<String>::new(),
            "{name}"
        );
        assert!(svg.contains("</svg>"), "{name} is a whole picture");
        assert!(
            !chart["sentence"].as_str().unwrap().is_empty(),
            "{name} is told in words"
        );
        assert!(
            !chart["table"]["rows"].as_array().unwrap().is_empty(),
            "and in a table"
        );
    }
    let table = draw("trend")["table"].to_string();
    for word in [
        "less than usual",
        "about as usual",
        "more than usual",
        "middling",
    ] {
        assert!(table.contains(word), "{word}: {table}");
    }
}

#[test]
fn amber_comes_with_the_wind_down_and_the_evening_before_it() {
    let house = House::new("2026-03-14T07:30:00Z", Tz::Europe__London);
    house.ask("first_run", json!({ "bed": "22:00", "rise": "06:00" }));
    let set = |theme: &str, amber: &str| {
        let mut settings = house.ask("settings", json!({}))["settings"].clone();
        settings["theme"] = json!(theme);
        settings["amber"] = json!(amber);
        house.ask("save_settings", settings);
    };
    let check = |now: &str, theme: &str, amber: bool| {
        house.world.set_now(now);
        let look = house.ask("appearance", json!({}));
        assert_eq!(
            (&look["theme"], &look["amber"]),
            (&json!(theme), &json!(amber)),
            "at {now}"
        );
        assert!(look["again_in_s"].as_u64().unwrap() <= 3601);
    };
    set("auto", "auto");
    check("2026-03-14T12:00:00Z", "day", false);
    check("2026-03-14T19:14:00Z", "day", false);
    check("2026-03-14T19:16:00Z", "evening", false); // two hours before the wind-down
    check("2026-03-14T21:14:00Z", "evening", false);
    check("2026-03-14T21:16:00Z", "evening", true); // 45 minutes before bed
    check("2026-03-15T05:59:00Z", "evening", true);
    check("2026-03-15T06:01:00Z", "day", false);
    set("auto", "off");
    check("2026-03-15T19:16:00Z", "day", false);
    check("2026-03-15T21:16:00Z", "evening", false);
    set("auto", "always");
    check("2026-03-16T12:00:00Z", "evening", true);
    set("contrast", "always");
    check("2026-03-16T12:01:00Z", "contrast", false); // the highest contrast goes first
    set("day", "auto");
    check("2026-03-16T22:00:00Z", "day", false); // what is pinned stays
    set("evening", "auto");
    check("2026-03-17T12:00:00Z", "evening", false);
    check("2026-03-17T22:00:00Z", "evening", true);
}

/// What keeps its figures, each with the reason; `docs/adr/0021-without-numbers-everywhere.md` has the whole list.
const KEPT: [(&str, &str); 8] = [
    ("ledger", "the minutes of a plan are what to do"),
    ("routines", "how long a routine takes"),
    ("routine", "how long each movement takes, or how often"),
    ("wind_down", "how long each block takes"),
    ("breathing", "a rhythm is a number of breaths"),
    ("help_now", "numbers to call"),
    ("learn", "facts about studies"),
    (
        "insight_detail",
        "how a finding was worked out, for whoever chose to see it",
    ),
];

#[test]
fn the_whole_app_says_no_number_where_none_is_wished_for() {
    let house = House::new("2026-03-14T19:30:00Z", Tz::Europe__London);
    house.ask("sample_start", json!({ "days": 500 }));
    let asks: Vec<(&str, Value)> = vec![
        ("today", json!({})),
        ("today", json!({ "date": "2026-02-20" })),
        ("month", json!({ "month": "2026-02" })),
        ("tracked", json!({})),
        ("worries", json!({})),
        ("flare", json!({})),
        ("insights", json!({})),
        ("insights", json!({ "range": "half-year" })),
        ("look_back", json!({})),
        ("experiments", json!({})),
        ("data", json!({})),
        ("history", json!({ "date": "2026-03-10" })),
        ("history", json!({ "date": "2026-03-13" })),
        ("trash", json!({})),
        ("search", json!({ "words": "the" })),
        ("backups", json!({})),
        ("check", json!({})),
        ("plan", json!({})),
        ("tray_menu", json!({})),
        ("annotations", json!({})),
    ];
    let all = |house: &House| -> Vec<String> {
        asks.iter()
            .flat_map(|(name, request)| {
                let texts = said(&house.ask(name, request.clone()));
                texts.into_iter().map(move |text| format!("{name}: {text}"))
            })
            .collect()
    };
    let with = all(&house);
    assert!(with.len() > 100, "the control: {} are said", with.len());
    number_free(&house, true);
    assert_eq!(all(&house), Vec::<String>::new());
    for (name, why) in KEPT {
        assert!(
            !asks.iter().any(|(asked, _)| *asked == name),
            "{name} keeps its figures: {why}"
        );
    }
}

#[test]
fn a_clear_pattern_is_told_in_words_and_its_numbers_come_to_whoever_asks_for_them() {
    let house = House::new("2026-06-01T09:00:00Z", Tz::Europe__London);
    house.import("diary_A_effect.csv");
    number_free(&house, true);
    let view = house.ask("insights", json!({}));
    assert_eq!(said(&view), Vec::<String>::new());
    assert_eq!(view["forward"]["tier"], "clear");
    assert_eq!(
        view["forward"]["text"],
        "After your less efficient nights, pain was clearly higher."
    );
    assert_eq!(view["forward"]["label"], "clearly apart");
    let detail = house.ask(
        "insight_detail",
        json!({ "range": "all", "key": view["forward"]["key"] }),
    );
    assert!(!said(&detail).is_empty(), "the numbers themselves");
    assert_eq!(
        said(&house.ask("insights", json!({}))),
        Vec::<String>::new(),
        "and what is asked next is in words again"
    );
}

#[test]
fn history_says_what_became_of_an_answer_in_words() {
    let house = three_weeks();
    house.ask("save_morning", json!({ "pain": 2 }));
    house.ask("save_morning", json!({ "pain": 7 }));
    number_free(&house, true);
    let history = house.ask("history", json!({}))["versions"].to_string();
    assert!(history.contains("very little → a lot"), "{history}");
    assert!(
        !history.contains("7 →") && !history.contains("→ 7"),
        "{history}"
    );
}
