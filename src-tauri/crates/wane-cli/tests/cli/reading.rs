//! What there is to read, from a terminal.

use crate::desk::Desk;

#[test]
fn the_cards_are_listed_and_one_is_read() {
    let desk = Desk::new();
    let list = desk.ok(&["learn"]);
    assert!(list.contains("both-ways"), "the list names cards: {list}");
    let card = desk.ok(&["learn", "breathing"]);
    for part in ["Slow breathing", "Against it:", "Evidence:", "Laborde"] {
        assert!(card.contains(part), "a card has {part}: {card}");
    }
    let json = desk.json(&["learn", "breathing"]);
    assert_eq!(json["id"], "breathing", "and as JSON too");
    let nowhere = desk.run(&["learn", "nowhere"]);
    assert!(!nowhere.status.success(), "a card that is not there");
}

#[test]
fn numbers_to_call_are_told_with_the_own_ones_first() {
    let desk = Desk::new();
    let help = desk.ok(&["help-now"]);
    assert!(
        help.contains("Samaritans") && help.contains("116 123"),
        "{help}"
    );
    desk.ok(&["help-now", "--add", "Ada", "--number", "0123 4567"]);
    let help = desk.ok(&["help-now"]);
    let (ada, samaritans) = (help.find("Ada").unwrap(), help.find("Samaritans").unwrap());
    assert!(ada < samaritans, "her number stands first: {help}");
    desk.ok(&["help-now", "--remove", "Ada"]);
    assert!(!desk.ok(&["help-now"]).contains("Ada"), "and is off again");
    assert!(!desk.run(&["help-now", "--remove", "Ada"]).status.success());
}

#[test]
fn numbers_to_call_are_told_whatever_is_wrong_with_the_diary() {
    let desk = Desk::new();
    std::fs::write(desk.data(), "a file where the diary belongs").unwrap();
    assert!(
        !desk.run(&["day"]).status.success(),
        "the control: no diary"
    );
    assert!(desk.ok(&["help-now"]).contains("116 123"), "and yet help");
}

#[test]
fn signs_to_have_looked_at_are_listed() {
    let care = Desk::new().ok(&["seek-care"]);
    for part in ["emergency number", "gasping", "isn't a medical device"] {
        assert!(
            care.contains(part) || care.contains("isn’t a medical device"),
            "{part}: {care}"
        );
    }
}

#[test]
fn a_flare_is_begun_noted_and_ended_and_its_plan_is_read() {
    let desk = Desk::new();
    desk.ok(&["flare", "plan", "--write", "words", "--text", "It passes."]);
    let plan = desk.ok(&["flare", "plan"]);
    assert!(plan.contains("It passes."), "{plan}");
    desk.ok(&["flare", "start"]);
    assert!(desk.ok(&["flare", "plan"]).contains("Flare mode since"));
    desk.ok(&["flare", "note", "easing"]);
    assert_eq!(desk.json(&["day"])[0]["flare"][0]["how"], "easing");
    desk.ok(&["flare", "end"]);
    assert!(!desk.run(&["flare", "end"]).status.success(), "it is over");
}

#[test]
fn a_holiday_is_begun_and_ended() {
    let desk = Desk::new();
    let said = desk.ok(&["holiday", "start", "--days", "7"]);
    assert!(said.contains("nothing is missed"), "{said}");
    desk.ok(&["holiday", "end"]);
    assert!(!desk.run(&["holiday", "end"]).status.success());
}
