//! Regions of the body.

use std::collections::BTreeSet;

use wane_domain::body::{Group, Region, Side, View};

fn region(code: &str) -> Region {
    Region::from_code(code).unwrap_or_else(|| panic!("there is no region {code}"))
}

#[test]
fn every_region_is_found_by_its_code_and_by_no_other() {
    let codes: BTreeSet<&str> = Region::all().map(Region::code).collect();
    assert_eq!(
        codes.len(),
        Region::all().len(),
        "no code names two regions"
    );
    for known in Region::all() {
        assert_eq!(
            Region::from_code(known.code()),
            Some(known),
            "{known} is found"
        );
        assert_eq!(known.to_string(), known.code(), "and says its code");
    }
    for unknown in [
        "",
        "knee",
        "knee-front",
        "Knee-Front-Left",
        " knee-front-left",
        "knee-front-left-right",
    ] {
        assert_eq!(Region::from_code(unknown), None, "{unknown:?} is no region");
    }
}

#[test]
fn codes_are_plain_words_that_say_their_side() {
    for known in Region::all() {
        let code = known.code();
        assert!(
            code.split('-')
                .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase())),
            "{code} is words in small letters"
        );
        let said = [("left", Side::Left), ("right", Side::Right)]
            .into_iter()
            .find(|(word, _)| code.split('-').any(|part| part == *word))
            .map_or(Side::Middle, |(_, side)| side);
        assert_eq!(
            known.side(),
            said,
            "{code} is on the side that its code says"
        );
    }
}

#[test]
fn codes_that_diaries_hold_stay_known() {
    // Codes lie in diaries: this list only grows.
    let stored = "everywhere top-of-head forehead temple-left temple-right eye-left eye-right jaw-left jaw-right mouth \
        throat back-of-head shoulder-front-left shoulder-front-right shoulder-back-left shoulder-back-right \
        upper-arm-front-left upper-arm-front-right upper-arm-back-left upper-arm-back-right elbow-inside-left \
        elbow-inside-right elbow-point-left elbow-point-right forearm-front-left forearm-front-right \
        forearm-back-left forearm-back-right wrist-left wrist-right palm-left palm-right thumb-left thumb-right \
        fingers-left fingers-right back-of-hand-left back-of-hand-right breastbone chest-left chest-right ribs-left \
        ribs-right belly-upper belly-left belly-right belly-lower spine-neck spine-upper spine-middle spine-lower \
        sacrum tailbone shoulder-blade-left shoulder-blade-right flank-left flank-right lower-back-left \
        lower-back-right hip-left hip-right groin-left groin-right genitals buttock-left buttock-right back-passage \
        thigh-front-left thigh-front-right thigh-back-left thigh-back-right knee-front-left knee-front-right \
        knee-back-left knee-back-right shin-left shin-right calf-left calf-right ankle-left ankle-right \
        top-of-foot-left top-of-foot-right toes-left toes-right heel-left heel-right sole-left sole-right";
    for code in stored.split_whitespace() {
        assert!(
            Region::from_code(code).is_some(),
            "{code} lies in somebody's diary"
        );
    }
    assert!(
        stored.split_whitespace().count() >= 89,
        "the first list had 89 regions"
    );
}

#[test]
fn mirroring_swaps_the_sides_and_nothing_else() {
    for known in Region::all() {
        let other = known.mirrored();
        assert_eq!(other.mirrored(), known, "{known}: twice is where it was");
        assert_eq!(
            (other.group(), other.view()),
            (known.group(), known.view()),
            "{known}: {other} is shown likewise"
        );
        let swapped = match known.side() {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
            Side::Middle => Side::Middle,
        };
        assert_eq!(
            other.side(),
            swapped,
            "{known}: {other} is on the other side"
        );
        assert_eq!(
            other == known,
            known.side() == Side::Middle,
            "{known}: only the middle is its own mirror"
        );
    }
    let count = |side| Region::all().filter(|known| known.side() == side).count();
    assert_eq!(
        count(Side::Left),
        count(Side::Right),
        "both sides have the same parts"
    );
}

#[test]
fn the_list_goes_heading_by_heading_left_before_right() {
    let headings: Vec<Group> = Region::all().map(Region::group).collect();
    let mut in_order = headings.clone();
    in_order.dedup();
    assert_eq!(
        in_order,
        Group::ALL,
        "each heading comes once, in the order of the headings, and none is empty"
    );

    let all: Vec<Region> = Region::all().collect();
    assert!(
        all.is_sorted(),
        "regions are ordered as the list shows them"
    );
    for pair in all.windows(2) {
        if pair[0].side() == Side::Left {
            assert_eq!(
                pair[1],
                pair[0].mirrored(),
                "{} is followed by its right",
                pair[0]
            );
        }
    }
    let codes: BTreeSet<&str> = Group::ALL.into_iter().map(Group::code).collect();
    assert_eq!(codes.len(), Group::ALL.len(), "no code names two headings");
}

#[test]
fn every_region_has_one_place_on_the_map() {
    for known in Region::all() {
        let whole = known.group() == Group::Whole;
        assert_eq!(
            known.view() == View::Whole,
            whole,
            "{known}: the body as a whole, and it alone, stands beside the figures"
        );
    }
    for (code, group, view) in [
        ("everywhere", Group::Whole, View::Whole),
        ("spine-lower", Group::Spine, View::Back),
        ("thumb-left", Group::Hand, View::Front),
        ("sole-right", Group::Foot, View::Back),
        ("genitals", Group::Pelvis, View::Front),
        ("back-passage", Group::Pelvis, View::Back),
        ("flank-left", Group::Back, View::Back),
    ] {
        let known = region(code);
        assert_eq!((known.group(), known.view()), (group, view), "{code}");
    }
    for group in [Group::Spine, Group::Back] {
        let seen_from_behind = Region::all()
            .filter(|known| known.group() == group)
            .all(|known| known.view() == View::Back);
        assert!(seen_from_behind, "{} is seen from behind", group.code());
    }
}
