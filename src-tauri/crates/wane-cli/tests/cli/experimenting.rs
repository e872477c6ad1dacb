//! Experiments, from a terminal.

use serde_json::{Value, json};

use crate::desk::Desk;

/// The evening of a date; a test has few of them.
fn go_to(desk: &mut Desk, date: &str) {
    desk.now = Box::leak(format!("{date}T20:00:00Z").into_boxed_str());
}

fn ok(desk: &mut Desk, date: &str, args: &[&str]) -> String {
    go_to(desk, date);
    desk.ok(args)
}

fn json(desk: &mut Desk, date: &str, args: &[&str]) -> Value {
    go_to(desk, date);
    desk.json(args)
}

#[test]
fn an_experiment_goes_from_its_question_to_its_result() {
    let mut desk = Desk::new();
    let start = ["morning-light", "--watch", "evening-pain", "--weeks", "2"];
    let proposed = ok(
        &mut desk,
        "2026-03-01",
        &[&["experiment", "propose"], &start[..]].concat(),
    );
    assert!(
        proposed.contains("does pain in the evening differ") && proposed.contains("14 days"),
        "{proposed}"
    );
    assert!(
        ok(&mut desk, "2026-03-01", &["experiment", "today"]).contains("No experiment is on"),
        "nothing is fixed by asking"
    );
    ok(
        &mut desk,
        "2026-03-01",
        &[&["experiment", "start"], &start[..]].concat(),
    );
    for day in 2..=15 {
        let date = format!("2026-03-{day:02}");
        let told = ok(&mut desk, &date, &["experiment", "today"]);
        let with = told.starts_with("Today with ");
        assert!(with || told.starts_with("Today without "), "{told}");
        let did = if with {
            &["experiment", "did"][..]
        } else {
            &["experiment", "did", "--not"]
        };
        assert_eq!(ok(&mut desk, &date, did).trim(), "Noted");
        let pain = if with { "2" } else { "6" };
        ok(&mut desk, &date, &["log", "evening", "--pain", pain]);
        let (status, said) = desk.refused(&["experiment", "result"]);
        assert_eq!(status, 1);
        assert!(said.contains("no result before the end"), "{said}");
    }
    let result = json(&mut desk, "2026-03-16", &["experiment", "result"]);
    assert_eq!(result["result"]["difference"], -4.0);
    assert_eq!(result["result"]["as_drawn"], json!(14));
    let said = ok(&mut desk, "2026-03-16", &["experiment", "result"]);
    assert!(
        said.contains("4.0 points lower on days with it")
            && said.contains("in 100 would show as much"),
        "{said}"
    );
    let id = result["id"].as_str().unwrap();
    assert!(ok(&mut desk, "2026-03-16", &["experiment", "list"]).contains(id));
    ok(&mut desk, "2026-03-16", &["experiment", "remove", id]);
    assert!(ok(&mut desk, "2026-03-16", &["experiment", "list"]).contains("No experiment yet"));
}

#[test]
fn it_is_stopped_and_what_was_said_is_taken_back() {
    let mut desk = Desk::new();
    ok(
        &mut desk,
        "2026-03-01",
        &[
            "experiment",
            "start",
            "own",
            "--words",
            "no screens",
            "--when",
            "evening",
            "--watch",
            "asleep",
            "--blocks",
        ],
    );
    let running = json(&mut desk, "2026-03-02", &["experiment", "today"]);
    assert_eq!(running["title"], "no screens");
    assert!(
        running.get("result").is_none(),
        "there is no room for a result: {running}"
    );
    ok(
        &mut desk,
        "2026-03-03",
        &["experiment", "did", "2026-03-02"],
    );
    assert_eq!(
        ok(
            &mut desk,
            "2026-03-03",
            &["experiment", "did", "2026-03-02", "--unsaid"]
        )
        .trim(),
        "Taken back"
    );
    assert!(ok(&mut desk, "2026-03-04", &["experiment", "stop"]).contains("always fine"));
    assert_eq!(
        json(&mut desk, "2026-05-01", &["experiment", "result"])["result"],
        Value::Null
    );
}
