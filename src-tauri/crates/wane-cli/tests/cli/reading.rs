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
