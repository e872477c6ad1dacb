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
