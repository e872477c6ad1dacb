//! Movement, from a terminal.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn a_session_is_logged_listed_and_the_days_minutes_stay_one_number() {
    let desk = Desk::new();
    desk.ok(&["log", "movement", "--minutes", "10"]);
    desk.ok(&["log", "movement", "--minutes", "12"]);
    let day = desk.json(&["movement", "list"]);
    assert_eq!(
        day["sessions"].as_array().unwrap().len(),
        1,
        "minutes alone are of the day"
    );
    desk.ok(&[
        "log",
        "movement",
        "--minutes",
        "20",
        "--kind",
        "Walking",
        "--effort",
        "4",
        "--felt",
        "right",
    ]);
    let day = desk.json(&["movement", "list"]);
    assert_eq!(
        day["sessions"].as_array().unwrap().len(),
        2,
        "with a kind it is a session"
    );
    let said = desk.ok(&["movement", "list"]);
    assert!(
        said.contains("Walking, 20 min, effort 4 of 10, just right"),
        "{said}"
    );
}

#[test]
fn library_and_routines_can_be_read_and_done() {
    let desk = Desk::new();
    let neck = desk.ok(&[
        "movement",
        "library",
        "--posture",
        "sitting",
        "--area",
        "neck",
    ]);
    assert!(
        neck.contains("chin-glide") && !neck.contains("bridge"),
        "{neck}"
    );
    assert!(
        desk.ok(&["movement", "routines"])
            .contains("kitchen-counter")
    );
    desk.ok(&["movement", "done", "before sleep", "--minutes", "9"]);
    let day = desk.json(&["movement", "list"]);
    assert_eq!(day["sessions"][0]["dose"]["kind"], json!("Before sleep"));
    let (status, said) = desk.refused(&["movement", "done", "somersaults"]);
    assert_eq!(status, 1, "{said}");
}

#[test]
fn limits_are_written_down_with_their_day_and_a_plan_needs_comfortable_days() {
    let desk = Desk::new();
    assert!(
        desk.ok(&["movement", "limits"])
            .contains("Nothing is written down")
    );
    desk.ok(&["movement", "limits", "--ceiling", "30", "--said", "Slowly."]);
    let said = desk.ok(&["movement", "limits"]);
    assert!(
        said.contains("at most 30 min a day") && said.contains("    Slowly."),
        "{said}"
    );
    let said = desk.ok(&["movement", "suggest"]);
    assert!(
        said.contains("three comfortable days") && said.contains("no medical advice"),
        "{said}"
    );
    let (status, said) = desk.refused(&["movement", "begin"]);
    assert_eq!(status, 1);
    assert!(said.contains("no plan was begun"), "{said}");
}
