//! Exercise that a watch or a phone tells of, which becomes movement.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{export, house, line, nth, workout};
use crate::world::House;

#[test]
fn exercise_becomes_movement_once() {
    let house = house();
    let workouts = [
        workout("Walking", "Watch", "2026-03-10 09:00", 30),
        workout("Walking", "Running app", "2026-03-10 09:05", 20),
        workout("SomethingNew", "Watch", "2026-03-11 18:00", 45),
    ];
    let request = export(&house, "a.xml", &[], &workouts);
    let preview = house.ask("import_preview", request.clone());
    assert_eq!(
        line(&preview, "Exercise that becomes movement").as_deref(),
        Some("2")
    );
    assert_eq!(
        preview["workouts"][0],
        json!({ "start": "2026-03-10T09:00:00+00:00", "minutes": 30, "exercise": "walking", "device": "Watch" })
    );
    let imported = house.ask("import_apply", request.clone());
    assert_eq!(
        imported["changes"],
        json!({ "new": 2, "same": 0, "conflict": 0 })
    );
    let movement = house.ask("movement", json!({ "date": "2026-03-10" }));
    let session = &movement["sessions"][0];
    assert_eq!(
        session["dose"],
        json!({ "kind": "Walking", "start": "09:00", "minutes": 30, "effort": null, "felt": null })
    );
    let unknown = house.ask("movement", json!({ "date": "2026-03-11" }));
    assert_eq!(
        unknown["sessions"][0]["dose"]["kind"],
        Value::Null,
        "no word is no guess"
    );
    let came = house.day("2026-03-10")["came_from"][0].clone();
    assert_eq!(
        (&came["device"], &came["parts"]),
        (&json!("Watch"), &json!(["movement"]))
    );
    assert_eq!(
        house.ask("data", json!({}))["imports"][0]["devices"],
        json!(["Watch"])
    );
    let evening = house.ask("today", json!({ "date": "2026-03-10" }))["evening"].clone();
    assert_eq!(
        (&evening["movement_min"], &evening["saved"]),
        (&json!(30), &json!(false))
    );

    // What somebody adds to it is no reason to bring it in again.
    let mut dose = session["dose"].clone();
    dose["felt"] = json!("right");
    house.ask("save_dose", json!({ "id": session["id"], "dose": dose }));
    let again = house.ask("import_apply", request);
    assert_eq!(
        again["changes"],
        json!({ "new": 0, "same": 2, "conflict": 0 })
    );
    house.ask("import_undo", json!({ "id": imported["batch"] }));
    let left = house.ask("movement", json!({ "date": "2026-03-11" }));
    assert_eq!(left["sessions"], json!([]), "one import is one step");
}

/// What becomes of a workout at half past nine, for half an hour, where that movement was written by hand.
fn beside(what: &str, dose: Value, comes_in: bool) {
    let house = house();
    house.ask("save_dose", json!({ "date": "2026-03-10", "dose": dose }));
    let workouts = [workout("Walking", "Watch", "2026-03-10 09:30", 30)];
    let imported = house.ask("import_apply", export(&house, "a.xml", &[], &workouts));
    let expected = if comes_in { (1, 0) } else { (0, 1) };
    let changes = &imported["changes"];
    assert_eq!(
        (&changes["new"], &changes["conflict"]),
        (&json!(expected.0), &json!(expected.1)),
        "{what}"
    );
    let movement = house.ask("movement", json!({ "date": "2026-03-10" }));
    let sessions = movement["sessions"].as_array().unwrap().len();
    assert_eq!(sessions, 1 + usize::from(comes_in), "{what}");
}

#[test]
fn exercise_that_may_be_written_already_is_left_alone() {
    beside("minutes alone, at no time", json!({ "minutes": 40 }), false);
    beside("that there was none", json!({ "minutes": 0 }), false);
    beside(
        "the same kind at no time",
        json!({ "kind": "Walking" }),
        false,
    );
    beside(
        "another kind, without minutes",
        json!({ "kind": "Evening stretch" }),
        true,
    );
    beside(
        "at an hour that overlaps",
        json!({ "start": "09:45", "minutes": 30 }),
        false,
    );
    beside(
        "at another hour",
        json!({ "start": "14:00", "minutes": 30 }),
        true,
    );
}

#[test]
fn minutes_said_for_a_day_keep_what_was_measured() {
    let house = house();
    let workouts = [workout("Walking", "Watch", "2026-03-10 09:30", 30)];
    house.ask("import_apply", export(&house, "a.xml", &[], &workouts));
    let minutes = |said: Value| {
        let saved = json!({ "date": "2026-03-10", "pain": 3, "movement_min": said });
        house.ask("save_evening", saved)["today"]["evening"]["movement_min"].clone()
    };
    assert_eq!(minutes(json!(50)), 50, "more is written beside it");
    let movement = house.ask("movement", json!({ "date": "2026-03-10" }));
    let sessions = movement["sessions"].as_array().unwrap();
    let minutes_of: Vec<&Value> = sessions.iter().map(|one| &one["dose"]["minutes"]).collect();
    assert_eq!(minutes_of, [20, 30], "and it stays what it is");
    assert_eq!(minutes(json!(30)), 30);
    assert_eq!(
        minutes(Value::Null),
        30,
        "an empty field is no reason to drop it"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// A plan of movement makes of exercise what it makes of the same sessions in one's own hand.
    #[test]
    fn the_ledger_asks_not_who_wrote_it_down(
        workouts in proptest::collection::btree_map(0_i64..20, (8_u32..20, 1_u32..120), 0..12),
    ) {
        let (measured, by_hand) = (house(), house());
        let xml: Vec<String> = workouts
            .iter()
            .map(|(n, (hour, minutes))| workout("Walking", "Watch", &format!("{} {hour:02}:00", nth(*n)), *minutes))
            .collect();
        for house in [&measured, &by_hand] {
            for n in [1, 5, 9] {
                let dose = json!({ "start": "07:00", "minutes": 20 + n, "felt": "right" });
                house.ask("save_dose", json!({ "date": nth(n), "dose": dose }));
                house.ask("save_morning", json!({ "date": nth(n + 1), "pain": n % 4 }));
            }
        }
        measured.ask("import_apply", export(&measured, "a.xml", &[], &xml));
        for (n, (hour, minutes)) in &workouts {
            let dose = json!({ "kind": "Walking", "start": format!("{hour:02}:00"), "minutes": minutes });
            by_hand.ask("save_dose", json!({ "date": nth(*n), "dose": dose }));
        }
        for house in [&measured, &by_hand] {
            house.world.set_now("2026-03-02T20:00:00Z");
        }
        let ledger = |house: &House| {
            let mut view = house.ask("ledger", json!({}));
            // What an undo would take back is not the same, of course.
            view["undo_text"] = Value::Null;
            view
        };
        prop_assert_eq!(ledger(&measured), ledger(&by_hand));
    }
}
