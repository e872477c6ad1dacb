//! The arithmetic of one night against the reference cases, and what becomes of things that were not said.

use chrono::{DateTime, NaiveDateTime, Utc};
use serde_json::Value;
use wane_domain::{Fold, Moment, check, diary::Night, measures::Measures};

use crate::support::{LONDON, blank_night, near, ordinary_night, reading};

const CASES: &str = include_str!("../data/edge_cases.json");

/// One reference case, its clock times read in the zones it names.
pub struct EdgeCase {
    pub name: String,
    pub night: Night,
    pub input: Value,
    pub expect: Value,
}

pub fn edge_cases() -> Vec<EdgeCase> {
    let file: Value = serde_json::from_str(CASES).unwrap();
    let cases: Vec<EdgeCase> = file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(edge_case)
        .collect();
    assert_eq!(cases.len(), 15, "the reference file holds 15 cases");
    cases
}

fn edge_case(case: &Value) -> EdgeCase {
    let input = &case["input"];
    let text = |field: &str| input[field].as_str().unwrap();
    let minutes = |field: &str| Some(u16::try_from(input[field].as_u64().unwrap()).unwrap());
    let fold = if input["fold"] == 1 {
        Fold::Second
    } else {
        Fold::First
    };
    let end_zone = input["tz_end"]
        .as_str()
        .map_or(LONDON, |name| name.parse().unwrap());
    let night = Night {
        bed: Some(Moment::from_local(reading(text("bed")), LONDON, fold)),
        lights_out: Some(Moment::from_local(reading(text("lo")), LONDON, fold)),
        sol_min: minutes("sol"),
        waso_min: minutes("waso"),
        final_wake: Some(Moment::from_local(reading(text("wake")), end_zone, fold)),
        tasafa_min: minutes("tas"),
        out_of_bed: Some(Moment::from_local(reading(text("up")), end_zone, fold)),
        ..blank_night(reading(text("wake")).date())
    };
    EdgeCase {
        name: case["name"].as_str().unwrap().to_owned(),
        night,
        input: input.clone(),
        expect: case["expect"].clone(),
    }
}

#[test]
fn clock_times_become_the_reference_instants() {
    for EdgeCase {
        name,
        night,
        expect,
        ..
    } in edge_cases()
    {
        for (field, moment) in [
            ("bed_utc", night.bed),
            ("lights_out_utc", night.lights_out),
            ("final_wake_utc", night.final_wake),
            ("out_of_bed_utc", night.out_of_bed),
        ] {
            let expected: DateTime<Utc> = expect[field].as_str().unwrap().parse().unwrap();
            assert_eq!(moment.unwrap().instant, expected, "{name}: {field}");
        }
    }
}

#[test]
fn minutes_and_efficiencies_are_the_reference_numbers() {
    for EdgeCase {
        name,
        night,
        expect,
        ..
    } in edge_cases()
    {
        let measures = Measures::of(&night);
        for (field, computed) in [
            ("tib", measures.tib_min),
            ("attempt", measures.attempt_min),
            ("spt", measures.spt_min),
            ("tst", measures.tst_min),
            ("twak", measures.twak_min),
            ("dse", measures.dse_min),
            ("se_tib", measures.se_tib),
            ("se_dse", measures.se_dse),
        ] {
            match (expect[field].as_f64(), computed) {
                (Some(expected), Some(computed)) => {
                    assert!(
                        near(expected, computed, 1e-6),
                        "{name}: {field} is {expected}, got {computed}"
                    );
                }
                (expected, computed) => {
                    assert_eq!(expected, computed, "{name}: {field} is absent together")
                }
            }
        }
    }
}

#[test]
fn midpoints_are_the_reference_clock_times() {
    for EdgeCase {
        name,
        night,
        expect,
        ..
    } in edge_cases()
    {
        let computed = Measures::of(&night)
            .midpoint
            .map(|midpoint| midpoint.local());
        if name == "no_sleep_boundary" {
            // The reference gives the instant the formula yields, but nobody is half-way through a sleep of no minutes.
            assert_eq!(
                computed, None,
                "{name}: a night without sleep has no midpoint"
            );
            continue;
        }
        let expected: Option<NaiveDateTime> = expect["midpoint_local"]
            .as_str()
            .map(|text| text.parse().unwrap());
        assert_eq!(
            computed, expected,
            "{name}: midpoint by the clock of waking"
        );
    }
}

#[test]
fn a_night_without_sleep_has_an_efficiency_of_zero_and_no_onset() {
    let night = Night {
        sol_min: Some(445),
        waso_min: Some(0),
        ..ordinary_night()
    };
    let measures = Measures::of(&night);
    assert_eq!(
        measures.tst_min,
        Some(0.0),
        "lying awake all night is no sleep"
    );
    assert_eq!(measures.se_dse, Some(0.0), "which is an answer, not a gap");
    assert_eq!(
        (measures.onset, measures.midpoint),
        (None, None),
        "sleep that never came began at no time"
    );
}

#[test]
fn onset_is_told_by_the_clock_of_lights_out() {
    let measures = Measures::of(&ordinary_night());
    let onset = measures.onset.unwrap();
    assert_eq!(
        onset.local(),
        reading("2026-02-03T23:40"),
        "25 minutes after 23:15"
    );
    assert_eq!(onset.zone, LONDON, "by the clock that was read");
}

/// Takes one answer away and says which of TIB, A, SPT, TST, DSE, TWAK, SE_TIB, SE_DSE, onset and midpoint remain.
fn remaining(take: impl Fn(&mut Night)) -> String {
    let mut night = ordinary_night();
    take(&mut night);
    let measures = Measures::of(&night);
    [
        ("tib", measures.tib_min.is_some()),
        ("attempt", measures.attempt_min.is_some()),
        ("spt", measures.spt_min.is_some()),
        ("tst", measures.tst_min.is_some()),
        ("dse", measures.dse_min.is_some()),
        ("twak", measures.twak_min.is_some()),
        ("se_tib", measures.se_tib.is_some()),
        ("se_dse", measures.se_dse.is_some()),
        ("onset", measures.onset.is_some()),
        ("midpoint", measures.midpoint.is_some()),
    ]
    .into_iter()
    .filter_map(|(name, there)| there.then_some(name))
    .collect::<Vec<_>>()
    .join(" ")
}

#[test]
fn what_was_not_said_takes_with_it_exactly_what_needs_it() {
    let check = |take: fn(&mut Night), expected: &str, why: &str| {
        assert_eq!(remaining(take), expected, "{why}")
    };
    let all = "tib attempt spt tst dse twak se_tib se_dse onset midpoint";
    check(|_| {}, all, "a whole night has every measure");
    check(
        |n| n.nwak = None,
        all,
        "the number of awakenings enters no measure",
    );
    check(
        |n| n.bed = None,
        "attempt spt tst dse twak se_dse onset midpoint",
        "time in bed needs its beginning",
    );
    check(
        |n| n.lights_out = None,
        "tib twak",
        "all sleep is counted from lights out",
    );
    check(
        |n| n.sol_min = None,
        "tib attempt dse twak",
        "no latency, no onset",
    );
    check(
        |n| n.waso_min = None,
        "tib attempt spt dse twak onset midpoint",
        "unknown minutes awake are not zero minutes",
    );
    check(
        |n| n.final_wake = None,
        "tib onset",
        "nothing ends without an awakening",
    );
    check(
        |n| n.tasafa_min = None,
        "tib attempt spt tst twak se_tib onset midpoint",
        "the sleep episode includes trying again",
    );
    check(
        |n| n.out_of_bed = None,
        "attempt spt tst dse se_dse onset midpoint",
        "time in bed needs its end",
    );
}

#[test]
fn no_time_in_bed_has_no_efficiency() {
    let mut night = ordinary_night();
    night.out_of_bed = night.bed;
    (night.lights_out, night.final_wake) = (night.bed, night.bed);
    (night.sol_min, night.waso_min, night.tasafa_min) = (Some(0), Some(0), Some(0));
    assert!(check::holds_together(&night), "odd, but not impossible");
    let measures = Measures::of(&night);
    assert_eq!(
        (measures.se_tib, measures.se_dse),
        (None, None),
        "there is no share of nothing"
    );
}
