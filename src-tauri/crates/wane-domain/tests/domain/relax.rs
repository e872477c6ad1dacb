//! Body scan and muscle relaxation: their lengths, and what is done about what hurts.

use wane_domain::{
    body::Region,
    relax::{Cue, Muscles, Place, RELEASE_S, TENSE_S, body_scan, muscles},
};

fn region(code: &str) -> Region {
    Region::from_code(code).unwrap()
}

#[test]
fn both_take_exactly_their_minutes_and_end_in_stillness() {
    for minutes in 10..=20 {
        for (name, steps) in [
            ("scan", body_scan(minutes, &[])),
            ("muscles", muscles(minutes, &[])),
        ] {
            let total: u32 = steps.iter().map(|step| step.secs).sum();
            assert_eq!(total, u32::from(minutes) * 60, "{name}, {minutes} min");
            assert_eq!(steps.first().unwrap().cue, Cue::Arrive, "{name}");
            assert_eq!(steps.last().unwrap().cue, Cue::Still, "{name}");
            assert!(
                steps.iter().all(|step| step.secs > 0),
                "{name}: no empty step"
            );
        }
    }
}

#[test]
fn muscles_are_tensed_five_to_seven_seconds_and_let_go_twenty_to_thirty() {
    assert!((5..=7).contains(&TENSE_S), "`SCIENCE.md` 7");
    assert_eq!(RELEASE_S, (20, 30), "`SCIENCE.md` 7");
    for minutes in 10..=20 {
        let steps = muscles(minutes, &[]);
        for pair in steps[1..steps.len() - 1].chunks(2) {
            assert_eq!(pair[0].secs, TENSE_S, "{minutes} min: {:?}", pair[0].cue);
            assert!(
                (20..=30).contains(&pair[1].secs),
                "{minutes} min: {:?} for {} s",
                pair[1].cue,
                pair[1].secs
            );
            let (Cue::Tense(tensed), Cue::Release(released)) = (pair[0].cue, pair[1].cue) else {
                panic!("tensed, then let go: {pair:?}");
            };
            assert_eq!(tensed, released, "the same muscles");
        }
    }
}

#[test]
fn every_region_keeps_some_muscles_from_being_tensed_and_softens_some_place() {
    for region in Region::all() {
        let sore = [region];
        assert!(
            Muscles::ALL.iter().any(|muscles| muscles.is_sore(&sore)),
            "{region}: no muscles are left in peace"
        );
        assert!(
            Place::ALL.iter().any(|place| place.is_sore(&sore)),
            "{region}: no place of the scan knows of it"
        );
    }
}

#[test]
fn what_hurts_is_only_imagined() {
    let imagined = |codes: &[&str]| -> Vec<&str> {
        let sore: Vec<Region> = codes.iter().map(|code| region(code)).collect();
        let mut found: Vec<&str> = muscles(20, &sore)
            .iter()
            .filter_map(|step| match step.cue {
                Cue::Imagine(muscles) => Some(muscles.code()),
                _ => None,
            })
            .collect();
        found.dedup();
        found
    };
    assert_eq!(imagined(&[]), [""; 0], "the control: nothing hurts");
    assert_eq!(imagined(&["palm-left"]), ["hand-left"], "on its side only");
    assert_eq!(
        imagined(&["knee-front-right"]),
        ["thigh-right", "leg-right"],
        "a joint belongs to all that loads it"
    );
    assert_eq!(imagined(&["spine-lower"]), ["belly", "seat"]);
    assert_eq!(
        imagined(&["everywhere"]).len(),
        Muscles::ALL.len(),
        "everywhere is everywhere"
    );
    let sore = [region("everywhere")];
    assert!(
        !muscles(20, &sore)
            .iter()
            .any(|step| matches!(step.cue, Cue::Tense(_))),
        "then nothing at all is tensed"
    );
}

#[test]
fn a_place_is_sore_by_its_own_regions() {
    let sore = |code: &str| -> Vec<&str> {
        let regions = [region(code)];
        Place::ALL
            .iter()
            .filter(|place| place.is_sore(&regions))
            .map(|place| place.code())
            .collect()
    };
    assert_eq!(sore("sole-left"), ["foot-left"]);
    assert_eq!(sore("elbow-point-right"), ["arm-right"]);
    assert_eq!(sore("lower-back-left"), ["lower-back"]);
    assert_eq!(sore("spine-neck"), ["shoulders"]);
}
