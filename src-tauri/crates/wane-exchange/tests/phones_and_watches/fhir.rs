//! Steps, heart rates and exercise among the observations of FHIR.

use chrono_tz::Europe::London;
use serde_json::{Value, json};
use wane_exchange::{Format, Found, Why};

use crate::common::{read_as, reasons, skipped};

/// An observation of LOINC: its code, when, and a value with its unit.
fn observation(code: &str, when: Value, value: f64, unit: &str) -> Value {
    let mut seen = json!({
        "resourceType": "Observation",
        "status": "final",
        "code": { "coding": [{ "system": "http://loinc.org", "code": code }] },
        "valueQuantity": { "value": value, "unit": unit },
    });
    let field = if when.is_string() {
        "effectiveDateTime"
    } else {
        "effectivePeriod"
    };
    seen[field] = when;
    seen
}

fn between(start: &str, end: &str) -> Value {
    json!({ "start": start, "end": end })
}

fn read(observations: &[Value]) -> Found {
    let entries: Vec<Value> = observations
        .iter()
        .map(|one| json!({ "resource": one }))
        .collect();
    let bundle = json!({ "resourceType": "Bundle", "type": "collection", "entry": entries });
    read_as(London, Format::Fhir, &bundle.to_string())
}

fn steps(found: &Found) -> Vec<(String, u32)> {
    let days = found.steps.iter();
    days.map(|(day, count)| (day.to_string(), *count)).collect()
}

#[test]
fn steps_come_by_day_or_by_their_time() {
    let mut phone = observation(
        "55423-8",
        between("2026-03-10T09:00:00Z", "2026-03-10T09:10:00Z"),
        500.0,
        "{steps}",
    );
    phone["device"] = json!({ "display": "Phone" });
    let found = read(&[
        observation("41950-7", json!("2026-03-09"), 4000.0, "/d"),
        observation("41950-7", json!("2026-03-09"), 6000.0, "/d"),
        // Two devices over the same time: the larger counts, not their sum.
        phone,
        observation(
            "55423-8",
            between("2026-03-10T09:00:00Z", "2026-03-10T09:10:00Z"),
            700.0,
            "{steps}",
        ),
        observation(
            "55423-8",
            between("2026-03-10T15:00:00Z", "2026-03-10T15:10:00Z"),
            300.0,
            "{steps}",
        ),
        // A day as a period of dates, and one of times, whose steps are spread over it.
        observation("41950-7", between("2026-03-11", "2026-03-11"), 8000.0, "/d"),
        observation(
            "41950-7",
            between("2026-03-12T00:00:00Z", "2026-03-13T00:00:00Z"),
            9000.0,
            "/d",
        ),
        // Late in the evening of Greenwich it is the day after in summer's London.
        observation("41950-7", json!("2026-07-01T23:30:00Z"), 5000.0, "/d"),
    ]);
    assert_eq!(
        steps(&found),
        [
            ("2026-03-09".to_owned(), 6000),
            ("2026-03-10".to_owned(), 1000),
            ("2026-03-11".to_owned(), 8000),
            ("2026-03-12".to_owned(), 9000),
            ("2026-07-02".to_owned(), 5000),
        ]
    );
    assert_eq!(skipped(&found), []);
}

#[test]
fn heart_rates_come_for_the_day_and_for_the_night() {
    let night = observation(
        "93832-4",
        between("2026-03-09T23:00:00Z", "2026-03-10T07:00:00Z"),
        7.5,
        "h",
    );
    let mut all = vec![
        night,
        observation("40443-4", json!("2026-03-10"), 58.0, "beats/minute"),
        // Told later on the same day, it counts.
        observation("40443-4", json!("2026-03-10T20:00:00Z"), 57.0, "/min"),
    ];
    for hour in 0..6 {
        let at = format!("2026-03-10T0{hour}:20:00Z");
        all.push(observation(
            "8867-4",
            json!(at),
            50.0 + f64::from(hour),
            "/min",
        ));
    }
    let found = read(&all);
    let (day, heart) = found.heart.first_key_value().unwrap();
    assert_eq!(day.to_string(), "2026-03-10");
    assert_eq!((heart.resting, heart.asleep), (Some(57.0), Some(52.5)));
    assert_eq!(skipped(&found), []);
}

#[test]
fn exercise_comes_with_its_start() {
    let mut named = observation("55411-3", json!("2026-03-10T17:10:00+00:00"), 25.0, "min");
    named["id"] = json!("a");
    named["device"] = json!({ "display": "Watch" });
    named["code"]["text"] = json!("Swimming");
    let mut whole = observation(
        "55411-3",
        between("2026-03-11T08:00:00Z", "2026-03-11T08:40:00Z"),
        0.0,
        "",
    );
    whole["id"] = json!("b");
    whole.as_object_mut().unwrap().remove("valueQuantity");
    let found = read(&[named, whole]);
    let spells: Vec<_> = found
        .workouts
        .iter()
        .map(|one| {
            (
                one.source_key.as_str(),
                one.minutes,
                one.exercise.map(|one| format!("{one:?}")),
            )
        })
        .collect();
    assert_eq!(
        spells,
        [
            ("workout/a", 25, Some("Swimming".to_owned())),
            ("workout/b", 40, None)
        ]
    );
    let devices: Vec<_> = found.workouts.iter().map(|one| &one.device).collect();
    assert_eq!(devices, [&Some("Watch".to_owned()), &None]);
    assert_eq!(skipped(&found), []);
}

#[test]
fn what_says_too_little_or_too_much_is_left_out_with_its_reason() {
    for (code, when, value, unit, why) in [
        (
            "55423-8",
            json!("2026-03-10T09:00:00Z"),
            500.0,
            "{steps}",
            ("effectiveDateTime", Why::NoInterval),
        ),
        (
            "41950-7",
            between("2026-03-01T00:00:00Z", "2026-03-08T00:00:00Z"),
            500.0,
            "/d",
            ("effectivePeriod", Why::TooLong),
        ),
        (
            "41950-7",
            json!("2026-03-10"),
            -3.0,
            "/d",
            ("valueQuantity", Why::NotANumber),
        ),
        (
            "41950-7",
            json!("0009-03-10"),
            3.0,
            "/d",
            ("effectiveDateTime", Why::DateOutOfRange),
        ),
        (
            "8867-4",
            json!("2026-03-10"),
            60.0,
            "/min",
            ("effectiveDateTime", Why::NoInterval),
        ),
        (
            "8867-4",
            json!("2026-03-10T09:00:00Z"),
            1.0,
            "/s",
            ("valueQuantity", Why::NotANumber),
        ),
        (
            "8867-4",
            json!("2026-03-10T09:00:00Z"),
            1000.0,
            "/min",
            ("valueQuantity", Why::OutOfRange),
        ),
        (
            "8867-4",
            between("2026-03-10T09:00:00Z", "2026-03-10T19:00:00Z"),
            70.0,
            "/min",
            ("effectivePeriod", Why::TooLong),
        ),
        (
            "40443-4",
            json!("yesterday"),
            60.0,
            "/min",
            ("effectiveDateTime", Why::NotADate),
        ),
        (
            "40443-4",
            json!("2026-03-10"),
            5.0,
            "/min",
            ("valueQuantity", Why::OutOfRange),
        ),
        (
            "55411-3",
            json!("2026-03-10"),
            20.0,
            "min",
            ("effectiveDateTime", Why::NoInterval),
        ),
        (
            "55411-3",
            json!("2026-03-10T09:00:00Z"),
            20.0,
            "km",
            ("valueQuantity", Why::NotANumber),
        ),
        (
            "55411-3",
            between("2026-03-10T09:00:00Z", "2026-03-10T08:00:00Z"),
            20.0,
            "min",
            ("effectivePeriod", Why::EndsBeforeStart),
        ),
    ] {
        let found = read(&[observation(code, when.clone(), value, unit)]);
        assert_eq!(
            reasons(&found),
            [(Some(why.0), why.1)],
            "{code} {when} {value} {unit}"
        );
        let nothing = found.steps.is_empty() && found.heart.is_empty() && found.workouts.is_empty();
        assert!(nothing, "{code} {when}: {found:?}");
    }
}

/// How long somebody slept, by its dates and minutes.
fn durations(found: &Found) -> Vec<(String, f64)> {
    let list = found.durations.iter();
    list.map(|one| (one.date.to_string(), one.asleep_min))
        .collect()
}

#[test]
fn a_whole_day_of_which_a_part_was_slept_is_a_length_without_times() {
    for (start, end, day) in [
        (
            "2026-04-09T00:00:00+01:00",
            "2026-04-09T23:59:59+01:00",
            "2026-04-09",
        ),
        (
            "2026-04-09T00:00:00.000+01:00",
            "2026-04-09T23:59:59.999+01:00",
            "2026-04-09",
        ),
        (
            "2026-04-09T12:00:00+01:00",
            "2026-04-10T12:00:00+01:00",
            "2026-04-10",
        ),
    ] {
        let found = read(&[observation("93832-4", between(start, end), 450.0, "min")]);
        assert_eq!(found.sleeps, [], "{start}");
        assert_eq!(durations(&found), [(day.to_owned(), 450.0)], "{start}");
        assert_eq!(
            reasons(&found),
            [(Some("effectivePeriod"), Why::NoInterval)]
        );
        // An episode too, where it says how much of it was slept.
        let part = |code: &str, minutes: u32| json!({ "code": { "coding": [{ "code": code }] }, "valueQuantity": { "value": minutes, "unit": "min" } });
        let episode = |parts: Value| {
            json!({
                "resourceType": "Observation",
                "code": { "coding": [{ "code": "sleepEpisode" }] },
                "effectivePeriod": { "start": start, "end": end },
                "component": parts,
            })
        };
        let found = read(&[episode(json!([part("totalSleepTime", 400)]))]);
        assert_eq!(durations(&found), [(day.to_owned(), 400.0)], "{start}");
        let found = read(&[episode(json!([]))]);
        assert_eq!(
            (found.sleeps.len(), found.durations.len()),
            (1, 0),
            "{start}"
        );
    }
}

#[test]
fn a_period_that_is_no_time_says_so_and_gives_the_date_of_its_end() {
    let told = |period: Value| {
        let found = read(&[observation("93832-4", period, 450.0, "min")]);
        assert_eq!(found.sleeps, []);
        let (column, why) = reasons(&found)[0];
        assert_eq!(column, Some("effectivePeriod"));
        (durations(&found).into_iter().next().map(|one| one.0), why)
    };
    let on = |day: &str| (Some(day.to_owned()), Why::NoInterval);
    assert_eq!(told(between("2026-04-09", "2026-04-10")), on("2026-04-10"));
    assert_eq!(told(between("2026-04-09", "2026-04-09")), on("2026-04-09"));
    assert_eq!(
        told(between("2026-04-09", "2026-04-10T07:00:00+01:00")),
        on("2026-04-10")
    );
    assert_eq!(
        told(json!({ "end": "2026-04-10T07:00:00+01:00" })),
        on("2026-04-10")
    );
    let start = json!({ "start": "2026-04-08T23:30:00+01:00" });
    assert_eq!(told(start), (None, Why::NoInterval));
    assert_eq!(told(json!({})), (None, Why::NoInterval));
    assert_eq!(told(between("2026-04-09", "soon")), (None, Why::NotADate));
    assert_eq!(
        told(between("2026-04-09", "2926-04-10")),
        (None, Why::NotADate)
    );
    let none = read(&[json!({
        "resourceType": "Observation",
        "code": { "coding": [{ "system": "http://loinc.org", "code": "93832-4" }] },
        "valueQuantity": { "value": 7, "unit": "h" },
    })]);
    assert_eq!(
        reasons(&none),
        [(Some("effectiveDateTime"), Why::MissingField)]
    );
}

#[test]
fn the_length_may_stand_in_a_part_of_the_same_code() {
    let seen = |parts: Value| {
        let mut seen = observation(
            "93832-4",
            between("2026-04-08T22:00:00+01:00", "2026-04-09T06:00:00+01:00"),
            0.0,
            "min",
        );
        seen.as_object_mut().unwrap().remove("valueQuantity");
        seen["component"] = parts;
        read(&[seen])
    };
    let part = |code: &str, minutes: Value| {
        json!({
            "code": { "coding": [{ "system": "http://loinc.org", "code": code }] },
            "valueQuantity": { "value": minutes, "unit": "min" },
        })
    };
    let found = seen(json!([
        part("93831-6", json!(90)),
        part("93832-4", json!(450))
    ]));
    assert_eq!(found.sleeps[0].asleep_min, Some(450.0));
    let found = seen(json!([part("93831-6", json!(90))]));
    assert_eq!(
        reasons(&found),
        [(Some("valueQuantity"), Why::MissingField)]
    );
    let found = seen(json!([part("93832-4", json!("long"))]));
    assert_eq!(reasons(&found), [(Some("valueQuantity"), Why::NotANumber)]);
}
