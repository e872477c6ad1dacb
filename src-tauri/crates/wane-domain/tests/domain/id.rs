//! Names of records: they sort by when they were given, also within one millisecond.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use wane_domain::Id;

fn at(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap()
}

proptest! {
    #[test]
    fn names_given_one_after_the_other_in_one_millisecond_rise(
        millis in 0_i64..4_102_444_800_000,
        first: [u8; 10],
        rest in prop::collection::vec(any::<[u8; 10]>(), 1..200),
    ) {
        // Near the very end of a millisecond there is no room left, which chance does not bring about.
        prop_assume!(first[0] & 0x0F != 0x0F);
        let mut last = Id::new(at(millis), first);
        for random in rest {
            let next = last.following(at(millis), random);
            prop_assert!(next > last, "{next} comes after {last}");
            let text = next.to_string();
            prop_assert_eq!(text.parse::<Id>().unwrap(), next, "it is read back as it was written");
            prop_assert_eq!(&text[14..15], "7", "it is of version 7");
            prop_assert!("89ab".contains(&text[19..20]), "and of the usual variant: {}", text);
            prop_assert_eq!(&text[..13], &last.to_string()[..13], "its time is what the clock said");
            last = next;
        }
    }

    #[test]
    fn a_name_of_another_millisecond_is_as_new(
        millis in 1_000_i64..4_102_444_800_000,
        shift in prop_oneof![-1_000_i64..0, 1_i64..1_000],
        random: [[u8; 10]; 2],
    ) {
        let before = Id::new(at(millis), random[0]);
        let now = at(millis + shift);
        prop_assert_eq!(before.following(now, random[1]), Id::new(now, random[1]), "whichever way the clock went");
    }
}

#[test]
fn the_last_name_of_a_millisecond_is_followed_by_any() {
    let last = Id::new(at(5), [0xFF; 10]);
    assert_eq!(
        last.following(at(5), [7; 10]),
        Id::new(at(5), [7; 10]),
        "the milliseconds are not touched"
    );
}
