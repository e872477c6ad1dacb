//! The evening's help, from a terminal.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn the_sequence_is_shown_set_and_put_back() {
    let desk = Desk::new();
    let shown = desk.ok(&["wind-down"]);
    assert!(
        shown.contains("breathing") && shown.contains("20 min in all"),
        "{shown}"
    );
    desk.ok(&["wind-down", "set", "body-scan=15", "quiet=5"]);
    assert_eq!(
        desk.json(&["wind-down", "show"])["blocks"],
        json!([{ "kind": "body-scan", "minutes": 15 }, { "kind": "quiet", "minutes": 5 }])
    );
    desk.ok(&["wind-down", "reset"]);
    assert_eq!(desk.json(&["wind-down", "show"])["own"], false);
}

#[test]
fn that_it_was_done_is_written_down() {
    let desk = Desk::new();
    desk.ok(&[
        "wind-down",
        "done",
        "--minutes",
        "15",
        "--blocks",
        "quiet,breathing",
    ]);
    let day = desk.json(&["day"]);
    assert_eq!(
        day[0]["wind_downs"],
        json!([{ "start": null, "minutes": 15, "blocks": ["quiet", "breathing"] }])
    );
    desk.ok(&["undo"]);
    assert_eq!(desk.json(&["day"]), json!([]), "and undone");
}

#[test]
fn worries_are_put_away_as_a_number() {
    let desk = Desk::new();
    desk.ok(&["worry", "park", "the letter", "the car"]);
    let listed = desk.ok(&["worry", "list"]);
    assert!(
        listed.contains("2 things") && !listed.contains("letter"),
        "{listed}"
    );
    assert_eq!(desk.json(&["worry", "list"])["given"], json!([]));
}
