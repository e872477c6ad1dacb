//! Records of Open mHealth and IEEE 1752 as they lie in other programs' envelopes, and what they leave out.

use chrono_tz::Europe::{Berlin, London};
use serde_json::{Value, json};
use wane_exchange::{Format, Found, Why};

use crate::{
    common::{date, read_as, read_in, reasons},
    times,
};

/// A data point of that schema, over that time.
fn point(schema: &str, start: &str, end: &str, more: Value) -> Value {
    let mut body = json!({
        "effective_time_frame": { "time_interval": { "start_date_time": start, "end_date_time": end } },
    });
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
    json!({ "header": { "schema_id": { "namespace": "omh", "name": schema } }, "body": body })
}

fn night(day: u32) -> Value {
    point(
        "sleep-duration",
        &format!("2026-04-{day:02}T22:00:00Z"),
        &format!("2026-04-{:02}T05:30:00Z", day + 1),
        json!({ "sleep_duration": { "value": 7, "unit": "h" } }),
    )
}

fn read(text: &str) -> Found {
    read_as(London, Format::OpenMHealth, text)
}

#[test]
fn a_whole_day_of_which_a_part_was_slept_is_a_length_without_times() {
    let told = |start: &str, end: &str, hours: f64| {
        let asleep = json!({ "total_sleep_time": { "value": hours, "unit": "h" } });
        let text = point("total-sleep-time", start, end, asleep).to_string();
        read_as(Berlin, Format::OpenMHealth, &text)
    };
    for (what, start, end, day) in [
        (
            "of its own clock",
            "2026-04-09T00:00:00-05:00",
            "2026-04-10T00:00:00-05:00",
            9,
        ),
        (
            "to its last second",
            "2026-04-09T00:00:00+02:00",
            "2026-04-09T23:59:59+02:00",
            9,
        ),
        (
            "to its last minute",
            "2026-04-09T00:00:00+02:00",
            "2026-04-09T23:59:00+02:00",
            9,
        ),
        (
            "of Greenwich's clock",
            "2026-04-09T00:00:00Z",
            "2026-04-10T00:00:00Z",
            9,
        ),
        (
            "of the clock at home",
            "2026-04-08T22:00:00Z",
            "2026-04-09T22:00:00Z",
            9,
        ),
        (
            "from noon to noon",
            "2026-04-09T12:00:00+02:00",
            "2026-04-10T12:00:00+02:00",
            10,
        ),
        (
            "in which the clock was put forward",
            "2026-03-29T00:00:00+01:00",
            "2026-03-30T00:00:00+02:00",
            29,
        ),
    ] {
        let found = told(start, end, 7.5);
        assert_eq!(found.sleeps, [], "{what}");
        let month = if day == 29 { 3 } else { 4 };
        let day = date(&format!("2026-{month:02}-{day:02}"));
        let durations: Vec<_> = found
            .durations
            .iter()
            .map(|one| (one.date, one.asleep_min))
            .collect();
        assert_eq!(durations, [(day, 450.0)], "{what}");
        assert_eq!(
            reasons(&found),
            [(Some("effective_time_frame"), Why::NoInterval)],
            "{what}"
        );
    }
    for (what, start, end, hours) in [
        (
            "a night",
            "2026-04-09T00:00:00+02:00",
            "2026-04-09T08:00:00+02:00",
            7.0,
        ),
        (
            "a long one",
            "2026-04-09T00:00:00+02:00",
            "2026-04-09T23:00:00+02:00",
            22.0,
        ),
        (
            "all of it was slept",
            "2026-04-09T00:00:00+02:00",
            "2026-04-10T00:00:00+02:00",
            24.0,
        ),
        (
            "two days",
            "2026-04-09T00:00:00+02:00",
            "2026-04-11T00:00:00+02:00",
            7.0,
        ),
    ] {
        let found = told(start, end, hours);
        assert_eq!(
            (found.sleeps.len(), found.durations.len()),
            (1, 0),
            "{what}"
        );
    }
}

#[test]
fn records_are_read_out_of_the_envelope_of_shimmer() {
    let envelope =
        json!({ "shim": "fitbit", "timeStamp": 1_405_843_800, "body": [night(1), night(2)] });
    let found = read(&envelope.to_string());
    assert_eq!(found.sleeps.len(), 2);
    assert_eq!(
        times(&found.sleeps[0]),
        ["2026-04-01T23:00:00+01:00", "2026-04-02T06:30:00+01:00"]
    );
    let list = json!([envelope, { "shim": "withings", "body": [night(3), { "header": {} }] }]);
    let found = read(&list.to_string());
    assert_eq!(found.sleeps.len(), 3);
    assert_eq!(
        reasons(&found),
        [(Some("total_sleep_time"), Why::MissingField)]
    );
    assert_eq!(found.other["records"], 4);
}

#[test]
fn records_are_read_one_a_line() {
    let lines = [
        night(1).to_string(),
        String::new(),
        "{\"sleep_duration\": ".to_owned(),
        night(2).to_string(),
    ];
    for end in ["\n", "\r\n"] {
        let found = read(&(lines.join(end) + end));
        assert_eq!(found.sleeps.len(), 2);
        assert_eq!(found.skipped.len(), 1);
        assert_eq!(reasons(&found), [(None, Why::NotARecord)]);
        assert_eq!(found.skipped[0].lines, [3]);
    }
    let one = night(1).to_string() + "\n";
    assert_eq!(read(&one).sleeps.len(), 1);
    // A list on a line of its own is a list.
    let list = json!([night(1), night(2)]).to_string() + "\n";
    assert_eq!(read(&list).sleeps.len(), 2);
}

#[test]
fn an_episode_is_one_by_the_name_of_its_schema_or_by_what_it_tells() {
    let (start, end) = ("2026-04-09T22:30:00+01:00", "2026-04-10T06:45:00+01:00");
    let percent = json!({ "value": 92.5, "unit": "%" });
    let minutes = json!({ "value": 5, "unit": "min" });
    for (what, schema, more) in [
        ("by its name", "sleep-episode", json!({})),
        (
            "efficiency",
            "a",
            json!({ "sleep_efficiency_percentage": percent }),
        ),
        ("latency", "a", json!({ "latency_to_sleep_onset": minutes })),
    ] {
        let found = read(&point(schema, start, end, more).to_string());
        let [sleep] = &found.sleeps[..] else {
            panic!("{what}: {found:?}")
        };
        assert_eq!(times(sleep), [start, end], "{what}");
        assert_eq!(
            (sleep.asleep_min, sleep.in_bed_min),
            (None, Some(495.0)),
            "{what}"
        );
    }
    let other = point(
        "step-count",
        start,
        end,
        json!({ "step_count": { "value": 5 } }),
    );
    let other = other.to_string();
    assert!(read_in(London, &[("file", other.as_bytes())], None).is_err());
}
