//! What is tracked by name, from a terminal.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn things_are_made_altered_and_put_aside_by_name() {
    let desk = Desk::new();
    desk.ok(&[
        "track",
        "pain",
        "knee",
        "--regions",
        "knee-front-right,knee-front-left",
    ]);
    let pain = |desk: &Desk| desk.json(&["track", "list"])["pains"][0].clone();
    assert_eq!(
        pain(&desk)["regions"],
        json!(["knee-front-left", "knee-front-right"])
    );
    desk.ok(&["track", "pain", "KNEE", "--rename", "both knees"]);
    assert_eq!(pain(&desk)["name"], "both knees");
    assert_eq!(
        pain(&desk)["regions"],
        json!(["knee-front-left", "knee-front-right"]),
        "what was not said stays"
    );
    desk.ok(&["track", "pain", "both knees", "--regions", ""]);
    assert_eq!(pain(&desk)["regions"], json!([]), "and can be taken back");

    desk.ok(&["track", "factor", "tea", "--unit", "cups"]);
    desk.ok(&["track", "factor", "tea", "--night"]);
    let factor = desk.json(&["track", "list"])["factors"][0].clone();
    assert_eq!(
        (&factor["timing"], &factor["unit"]),
        (&json!("night"), &json!("cups"))
    );
    desk.ok(&["track", "medicine", "Gel"]);
    desk.ok(&["track", "medicine", "gel", "--rename", "Balm"]);

    for (kind, name, list) in [
        ("pain", "both knees", "pains"),
        ("factor", "tea", "factors"),
        ("medicine", "balm", "medicines"),
    ] {
        let retired = |desk: &Desk| desk.json(&["track", "list"])[list][0]["retired"].clone();
        desk.ok(&["track", "retire", kind, name]);
        assert_eq!(retired(&desk), true, "{name} is put aside");
        desk.ok(&["track", "take-up", kind, name]);
        assert_eq!(retired(&desk), false, "and in use again");
        let (status, said) = desk.refused(&["track", "retire", kind, "nothing"]);
        assert_eq!(status, 1);
        assert!(said.contains("nothing was changed"), "{said}");
    }
}

#[test]
fn numbers_are_given_their_meaning_one_by_one() {
    let desk = Desk::new();
    desk.ok(&["track", "anchor", "4", "cannot sit for half an hour"]);
    desk.ok(&["track", "anchor", "7", "hard to talk"]);
    desk.ok(&["track", "anchor", "4", "cannot sit"]);
    let anchors = |desk: &Desk| desk.json(&["track", "list"])["anchors"].clone();
    assert_eq!(
        anchors(&desk),
        json!([{ "rating": 4, "text": "cannot sit" }, { "rating": 7, "text": "hard to talk" }])
    );
    desk.ok(&["track", "anchor", "4"]);
    assert_eq!(
        anchors(&desk),
        json!([{ "rating": 7, "text": "hard to talk" }]),
        "without words it means nothing in particular again"
    );
    let (status, said) = desk.refused(&["track", "anchor", "11", "x"]);
    assert_eq!(status, 1);
    assert!(said.contains("0 to 10"), "{said}");
}

#[test]
fn lists_are_for_people_and_for_programs() {
    let desk = Desk::new();
    assert!(
        desk.ok(&["track", "list"]).contains("wane track pain"),
        "an empty list says how to begin"
    );
    desk.ok(&["track", "pain", "knee", "--regions", "knee-front-left"]);
    desk.ok(&["track", "factor", "tea", "--unit", "cups"]);
    desk.ok(&["track", "anchor", "4", "cannot sit"]);
    let said = desk.ok(&["track", "list"]);
    for part in [
        "left knee, front",
        "by day, cups. Not answered yet",
        " 4 means: cannot sit",
    ] {
        assert!(said.contains(part), "{part:?} is in {said}");
    }
    let regions = desk.json(&["track", "regions"]);
    let count: usize = regions
        .as_array()
        .unwrap()
        .iter()
        .map(|group| group["regions"].as_array().unwrap().len())
        .sum();
    assert_eq!(count, 89);
    assert!(desk.ok(&["track", "regions"]).contains("sole-left"));
    let (status, said) = desk.refused(&["track", "pain", "x", "--regions", "knee"]);
    assert_eq!(status, 1);
    assert!(said.contains("regions"), "{said}");
    assert_eq!(
        desk.json(&["track", "list"])["pains"]
            .as_array()
            .map(Vec::len),
        Some(1),
        "and nothing half-done"
    );
}
