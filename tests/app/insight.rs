//! Insights of a whole diary: the reference numbers through the command, and what is said.

use chrono_tz::Tz;
use serde_json::{Value, json};

use crate::world::House;

fn imported(file: &str) -> House {
    let house = House::new("2026-05-10T09:00:00Z", Tz::UTC);
    let imported = house.import(file);
    assert_eq!(imported["changes"]["conflict"], 0, "the diary was empty");
    house
}

fn check(finding: &Value, field: &str, expected: f64) {
    let ours = finding[field].as_f64().unwrap_or(f64::NAN);
    assert!(
        (ours - expected).abs() <= 1e-6 * expected.abs(),
        "{field}: {ours} is not {expected}"
    );
}

#[test]
fn the_diary_with_an_effect_gives_the_reference_numbers() {
    let view = imported("diary_A_effect.csv").ask("insight", json!({}));
    let se = &view["forward"][0];
    assert_eq!(
        (&se["measure"], &se["outcome"]),
        (&json!("se_dse"), &json!("pain_day"))
    );
    assert_eq!((&se["pairs"], &se["df"]), (&json!(103), &json!(98)));
    check(se, "slope", -0.0919816091778302);
    check(se, "se_hc3", 0.017723122893290862);
    check(se, "p", 1.1384539391861633e-06);
    check(se, "effect", 1.1083742353584096);
    check(se, "min_detectable", 0.6043340839345046);
    assert!(
        se["q"].as_f64().unwrap() < 1e-4,
        "q within the family: {}",
        se["q"]
    );
    assert_eq!(
        se["shuffle"],
        json!([1, 103]),
        "one shift of all shows as much: the one in place"
    );
    assert_eq!(se["tier"], "clear");
    check(&view["reverse"][0], "slope", 0.2145592861816412);
    assert_eq!(view["direction"], "sleep_first");
    let left_out: u64 = se["left_out"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_u64)
        .sum();
    assert_eq!(
        left_out as usize,
        se["left_out_days"].as_array().unwrap().len(),
        "counted by reason, told by day"
    );
    assert_eq!(left_out + 103, 120, "every day is used or left out");
    let text = se["text"].as_str().unwrap();
    assert!(
        text.contains("1.1 points higher") && text.contains("0.5 to 1.7") && text.contains("103"),
        "the effect, its 99 % range and the pairs are said: {text}"
    );
}

#[test]
fn the_diary_that_only_looks_like_it_is_seen_through() {
    let view = imported("diary_B_trap.csv").ask("insight", json!({}));
    let se = &view["forward"][0];
    assert_eq!((&se["pairs"], &se["df"]), (&json!(92), &json!(87)));
    check(se, "slope", -0.006028424187575349);
    check(se, "plain", 1.3260869565217392);
    assert_eq!(se["tier"], "cant_tell");
    let text = se["text"].as_str().unwrap();
    assert!(
        text.contains("1.3 points"),
        "what it would seem to be is said, and why it is not: {text}"
    );
    check(&view["reverse"][0], "slope", -2.37707459684388);
    let text = view["reverse"][0]["text"].as_str().unwrap();
    assert!(
        text.contains("6.5 percentage points lower"),
        "after days with more pain, which is the other way round than the effect: {text}"
    );
    let text = view["reverse"][3]["text"].as_str().unwrap();
    assert!(
        text.contains("23 min higher"),
        "minutes are told as such: {text}"
    );
    assert_eq!(view["direction"], "pain_first");
}

/// Computed with statsmodels (`OLS`, `cov_type="HC3"`, `use_t=True`, `fdr_bh`): pain on waking on the night, the waking
/// and the evening before, weekend and trend.
#[test]
fn pain_on_waking_gives_the_reference_numbers() {
    for (file, rows, df, numbers) in [
        (
            "diary_A_effect.csv",
            105,
            99,
            [
                -0.08741376719556194,
                0.014843352294719833,
                5.3447899036187253e-08,
                1.0395331225594922,
                2.1379159614474901e-07,
            ],
        ),
        (
            "diary_B_trap.csv",
            97,
            91,
            [
                0.006834981653515725,
                0.017622263765530062,
                0.6990249938755609,
                -0.09055998471516732,
                0.6990249938755609,
            ],
        ),
    ] {
        let view = imported(file).ask("insight", json!({}));
        let se = &view["forward"][4];
        assert_eq!(
            (&se["measure"], &se["outcome"], &se["pairs"], &se["df"]),
            (
                &json!("se_dse"),
                &json!("pain_waking"),
                &json!(rows),
                &json!(df)
            ),
            "{file}"
        );
        for (field, expected) in ["slope", "se_hc3", "p", "effect", "q"].iter().zip(numbers) {
            check(se, field, expected);
        }
    }
}

#[test]
fn what_is_told_of_are_the_harder_nights() {
    let view = imported("diary_A_effect.csv").ask("insight", json!({}));
    for (number, nights) in [
        "less efficient nights (about 78 %)",
        "shorter nights",
        "falling asleep took longer (about 34 min)",
        "more time awake",
    ]
    .iter()
    .enumerate()
    {
        let finding = &view["forward"][number];
        let text = finding["text"].as_str().unwrap();
        assert!(
            text.contains(nights)
                && text.contains("points higher")
                && text.contains("came up once in 100"),
            "{nights}: {text}"
        );
    }
    let effect = view["forward"][2]["effect"].as_f64().unwrap();
    assert!(
        effect < 0.0,
        "the number itself stays below-median minus rest: {effect}"
    );
}

#[test]
fn two_weeks_and_an_empty_diary_say_that_it_is_too_early() {
    let house = imported("diary_A_effect.csv");
    let empty = House::new("2026-05-10T09:00:00Z", Tz::UTC);
    let fortnight = json!({ "from": "2026-01-05", "to": "2026-01-18" });
    for view in [
        house.ask("insight", fortnight),
        empty.ask("insight", json!({})),
    ] {
        for finding in view["forward"]
            .as_array()
            .unwrap()
            .iter()
            .chain(view["reverse"].as_array().unwrap())
        {
            assert_eq!(finding["tier"], "not_enough", "{finding}");
            for field in [
                "effect", "p", "q", "ci95", "ci99", "slope", "shuffle", "plain",
            ] {
                assert_eq!(finding[field], Value::Null, "{field} is not shown");
            }
            assert!(
                finding["text"].as_str().unwrap().contains("28"),
                "it says when it starts: {finding}"
            );
        }
        assert_eq!(
            view["forward"].as_array().unwrap().len(),
            8,
            "every measure is there, for the day's pain and for the pain on waking"
        );
        assert_eq!(view["direction"], "cant_tell");
        assert_eq!(view["skipped"]["bounds"], Value::Null, "nothing to bound");
    }
}

#[test]
fn a_factor_is_compared_at_the_lag_of_its_timing() {
    let view = imported("diary_A_effect.csv").ask("insight", json!({}));
    let factors = view["factors"].as_array().unwrap();
    assert_eq!(
        factors.len(),
        4,
        "movement, time outdoors, breathing and late caffeine: {factors:?}"
    );
    for factor in factors {
        assert_eq!(
            factor["formula"], "day_factor_to_sleep",
            "a factor by day, to the night after"
        );
        assert_eq!(
            factor["outcome"], "se_dse",
            "the first of the sleep measures"
        );
        let named = match factor["measure"].as_str().unwrap() {
            "movement_min" => "minutes of movement",
            "outdoor_light_min" => "minutes outdoors",
            own => own,
        };
        assert!(
            factor["text"].as_str().unwrap().contains(named),
            "it is named: {factor}"
        );
    }
}

#[test]
fn days_written_down_later_can_be_left_out() {
    let house = House::new("2026-05-10T09:00:00Z", Tz::UTC);
    for (day, pain) in [("2026-05-01", 4), ("2026-05-02", 5), ("2026-05-10", 3)] {
        house.ask("save_evening", json!({ "date": day, "pain": pain }));
    }
    let why = |view: &Value| view["forward"][0]["left_out"].clone();
    let all = why(&house.ask("insight", json!({})));
    assert_eq!(
        all.get("set_aside"),
        None,
        "nothing is set aside unasked: {all}"
    );
    let without = why(&house.ask("insight", json!({ "leave_out_recalled": true })));
    assert_eq!(
        without["set_aside"], 3,
        "two days written down later, and the day after them: {without}"
    );
}

#[test]
fn days_that_hardly_vary_are_warned_of() {
    let house = House::new("2026-05-10T09:00:00Z", Tz::UTC);
    let first: chrono::NaiveDate = "2026-03-01".parse().unwrap();
    for (day, date) in first.iter_days().take(60).enumerate() {
        let pain = if day % 5 < 3 { 0 } else { day % 4 + 1 };
        let night = json!({
            "bed": "22:30", "lights_out": "23:00", "sol_min": (day * 7) % 40, "waso_min": (day * 11) % 50, "nwak": 1,
            "final_wake": "06:30", "tasafa_min": 0, "out_of_bed": "07:00"
        });
        house.ask(
            "save_morning",
            json!({ "date": date.to_string(), "night": night }),
        );
        house.ask(
            "save_evening",
            json!({ "date": date.to_string(), "pain": pain }),
        );
    }
    let view = house.ask("insight", json!({}));
    let se = &view["forward"][0];
    assert_eq!(
        se["pairs"], 59,
        "every day but the first: {}",
        se["left_out"]
    );
    assert_eq!(
        se["warnings"].as_array().unwrap().len(),
        2,
        "three days of five are at 0, which is one value and an end: {}",
        se["warnings"]
    );
}
