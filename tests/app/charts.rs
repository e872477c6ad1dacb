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

/// The fitted line lies in the picture as a band in the pale ink of pain on waking.
fn has_line(view: &Value) -> bool {
    view["svg"].as_str().unwrap().contains("allowed for")
}

#[test]
fn the_line_of_the_scatter_allows_for_the_day_before_and_says_so() {
    let check = |file: &str, against: Value, says: &[&str], never: &[&str]| {
        let house = House::new("2026-05-05T20:00:00Z", Tz::Europe__London);
        house.import(file);
        let request = json!({ "name": "scatter", "range": "all", "against": against });
        let view = chart(&house, request);
        let sentence = view["sentence"].as_str().unwrap();
        assert!(has_line(&view), "{file}: the picture says what the line is");
        for words in says {
            assert!(sentence.contains(words), "{file}: {words}: {sentence}");
        }
        for words in never {
            assert!(!sentence.contains(words), "{file}: {words}: {sentence}");
        }
    };
    // statsmodels: −0.527 (−0.769 to −0.286) over 107 rows.
    check(
        "diary_A_effect.csv",
        Value::Null,
        &[
            "the line falls by 0.5 points of pain (95 % range 0.3 to 0.8; 107 pairs of days)",
            "the mood of a morning",
            "not why",
        ],
        &["level line"],
    );
    // Here the bare pairs fall by 0.53 a step, and the day before accounts for it: −0.154 (−0.434 to 0.126).
    check(
        "diary_B_trap.csv",
        json!("quality"),
        &[
            "could fall by 0.4 points of pain or rise by 0.1 (95 % range; 101 pairs of days). So a level line fits as well",
        ],
        &["falls by"],
    );
    check(
        "diary_A_effect.csv",
        json!("asleep"),
        &["With each hour more", "After nights under"],
        &["the mood of a morning"],
    );
    check(
        "diary_A_effect.csv",
        json!("efficiency"),
        &["With each 10 percentage points more", "efficiency under"],
        &["the mood of a morning"],
    );
}

#[test]
fn too_few_pairs_have_dots_and_no_line() {
    let house = house();
    let view = chart(
        &house,
        json!({ "name": "scatter", "from": "2026-03-01", "to": "2026-03-27" }),
    );
    assert!(!has_line(&view), "27 days have 26 pairs at most");
    let sentence = view["sentence"].as_str().unwrap();
    assert!(sentence.contains("28 pairs of days"), "{sentence}");
    assert!(
        !view["days"].as_array().unwrap().is_empty(),
        "dots are there"
    );
}

#[test]
fn a_scatter_by_hours_reads_every_disc_and_lists_every_morning() {
    let house = house();
    let view = chart(
        &house,
        json!({ "name": "scatter", "range": "all", "against": "asleep" }),
    );
    let rows = view["table"]["rows"].as_array().unwrap();
    assert!(rows.len() > 100, "a row a morning: {}", rows.len());
    for disc in view["days"].as_array().unwrap() {
        let values = disc["values"].as_array().unwrap();
        assert!(
            values
                .iter()
                .all(|v| !v["text"].as_str().unwrap().is_empty()),
            "{disc} says its numbers"
        );
    }
    let refused = house.refused(
        "chart",
        json!({ "name": "scatter", "width": 900, "against": "pain-evening" }),
    );
    assert_eq!(refused.0, "bad-input", "pain is not set against pain");
}

fn labels(house: &House) -> Vec<String> {
    let marks = house.ask("annotations", json!({}))["marks"].clone();
    let marks = marks.as_array().unwrap().clone();
    let line = |mark: Value| {
        let (date, label) = (mark["date"].as_str().unwrap(), mark["label"].as_str());
        format!("{date} {}", label.unwrap())
    };
    marks.into_iter().map(line).collect()
}

#[test]
fn a_day_is_marked_altered_removed_and_taken_back() {
    let house = house();
    let saved = house.ask(
        "save_annotation",
        json!({ "date": "2026-03-09", "label": "  started\n physio " }),
    );
    assert_eq!(saved["text"], "The day is marked.");
    house.ask("save_annotation", json!({ "label": "new mattress" }));
    assert_eq!(
        labels(&house),
        ["2026-05-05 new mattress", "2026-03-09 started physio"],
        "the latest first, on one line each, and without a date it is today"
    );
    let view = chart(&house, json!({ "from": "2026-03-01", "to": "2026-04-15" }));
    assert!(view["svg"].as_str().unwrap().contains("started physio"));
    let day = view["days"].as_array().unwrap()[8].clone();
    let marked = day["values"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        marked,
        json!({ "name": "Marked", "text": "started physio" }),
        "the day read in a chart tells it"
    );
    let in_table = |view: &Value, label: &str| {
        let rows = view["table"]["rows"].as_array().unwrap().clone();
        rows.iter()
            .any(|row| row.as_array().unwrap().last().unwrap() == label)
    };
    assert!(in_table(&view, "started physio"), "and so does the table");

    let id = house.ask("annotations", json!({}))["marks"][1]["id"].clone();
    house.ask(
        "save_annotation",
        json!({ "id": id, "label": "second physio" }),
    );
    assert_eq!(
        labels(&house)[1],
        "2026-03-09 second physio",
        "its day stays"
    );
    house.ask(
        "save_annotation",
        json!({ "id": id, "date": "2026-03-10", "label": "second physio" }),
    );
    assert_eq!(
        labels(&house)[1],
        "2026-03-10 second physio",
        "or is altered"
    );
    house.ask("undo", json!({}));
    house.ask("undo", json!({}));
    assert_eq!(labels(&house)[1], "2026-03-09 started physio", "taken back");

    let removed = house.ask("remove_annotation", json!({ "id": id }));
    assert_eq!(
        removed["text"],
        "Removed. It stays in the trash for 30 days."
    );
    assert_eq!(labels(&house), ["2026-05-05 new mattress"]);
    let trash = house.ask("trash", json!({}));
    assert!(trash.to_string().contains("started physio"), "{trash}");
    let undone = house.ask("undo", json!({}));
    assert_eq!(
        undone["text"],
        "Taken back: removing a mark from the charts"
    );
    assert_eq!(labels(&house).len(), 2, "it is back");
}

#[test]
fn marks_are_in_the_history_and_found_by_their_words() {
    let house = house();
    house.ask(
        "save_annotation",
        json!({ "date": "2026-03-09", "label": "started physio" }),
    );
    let history = house.ask("history", json!({ "date": "2026-03-09" }));
    assert!(
        history.to_string().contains("Mark on the charts")
            && history.to_string().contains("started physio"),
        "{history}"
    );
    let found = house.ask("search", json!({ "words": "physio" }));
    assert!(found.to_string().contains("2026-03-09"), "{found}");
}

#[test]
fn a_mark_that_cannot_be_kept_is_refused_in_words() {
    let house = house();
    for (request, says) in [
        (json!({ "label": " \n " }), "a word or two"),
        (json!({ "label": "x".repeat(61) }), "at most 60 characters"),
        (
            json!({ "date": "2031-01-01", "label": "later" }),
            "has not come yet",
        ),
        (json!({ "id": "nothing", "label": "x" }), ""),
    ] {
        let (_, message) = house.refused("save_annotation", request.clone());
        assert!(message.contains(says), "{request}: {message}");
    }
    let (code, _) = house.refused("remove_annotation", json!({ "id": "nothing" }));
    assert_eq!(code, "not-found");
    assert!(labels(&house).is_empty(), "nothing was written");
}

#[test]
fn days_with_a_medicine_for_relief_are_ticked_and_told() {
    let house = house();
    let ask = |purpose: &str, date: &str| {
        house.ask(
            "save_taken",
            json!({ "date": date, "medicine": { "name": "ibuprofen", "purpose": purpose } }),
        )
    };
    let shown = json!({ "from": "2026-03-01", "to": "2026-03-20" });
    ask("planned", "2026-03-04");
    let view = chart(&house, shown.clone());
    assert!(
        !view["svg"]
            .as_str()
            .unwrap()
            .contains("medicine for relief"),
        "what is planned is no mark"
    );
    ask("rescue", "2026-03-05");
    let view = chart(&house, shown);
    assert!(
        view["svg"]
            .as_str()
            .unwrap()
            .contains("medicine for relief")
    );
    let read = |day: usize| view["days"][day]["values"].to_string();
    assert!(read(4).contains("medicine for relief"), "{}", read(4));
    assert!(!read(3).contains("medicine for relief"), "{}", read(3));
}

#[test]
fn a_trend_says_where_it_can_be_moved_to() {
    let house = house();
    let view = chart(&house, json!({ "range": "two-weeks" }));
    assert_eq!(view["steps"]["later"], Value::Null, "today is the end");
    assert_eq!(
        view["steps"]["earlier"],
        json!({ "from": "2026-04-15", "to": "2026-04-28" })
    );
    let moved = chart(&house, view["steps"]["earlier"].clone());
    assert_eq!(moved["from"], "2026-04-15");
    assert_eq!(
        moved["steps"]["later"],
        json!({ "from": "2026-04-22", "to": "2026-05-05" }),
        "and back"
    );
    let all = chart(&house, json!({ "range": "all" }));
    assert_eq!(all["steps"]["wider"], Value::Null, "that is everything");
}

#[test]
fn a_chart_is_copied_as_a_picture_as_svg_and_as_a_table_without_formulas() {
    let house = house();
    house.ask(
        "save_annotation",
        json!({ "date": "2026-03-09", "label": "=HYPERLINK(1)" }),
    );
    let copied = |form: &str| {
        let request =
            json!({ "name": "trend", "width": 600, "from": "2026-03-01", "to": "2026-03-10" });
        house.ask("copy_chart", json!({ "chart": request, "form": form }))
    };
    let picture = copied("picture");
    let png = picture["png"].as_str().unwrap();
    assert!(png.starts_with("iVBORw0KGgo"), "a PNG in base 64");
    assert!(copied("svg")["text"].as_str().unwrap().starts_with("<svg"));
    let table = copied("table")["text"].as_str().unwrap().to_owned();
    let lines: Vec<&str> = table.lines().collect();
    let cells = |line: &&str| line.split('\t').count();
    assert_eq!(
        lines.len(),
        10,
        "a heading and nine days with entries: {table}"
    );
    assert!(
        lines.iter().all(|line| cells(line) == cells(&lines[0])),
        "as many cells in every line"
    );
    assert!(table.contains("\t'=HYPERLINK(1)"), "no formula: {table}");
}
