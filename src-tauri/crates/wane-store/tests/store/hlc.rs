//! Stamps follow the clock and never run backwards.

use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use wane_store::hlc::Hlc;

use crate::common::at;

#[test]
fn a_stamp_is_the_wall_clock_when_that_is_ahead() {
    let stamp = Hlc::ZERO.tick(at(0));
    assert_eq!(
        (stamp.wall_ms(), stamp.counter()),
        (at(0).timestamp_millis(), 0),
        "a new millisecond starts counting at zero"
    );
}

#[test]
fn stamps_of_one_millisecond_are_told_apart_by_the_counter() {
    let first = Hlc::ZERO.tick(at(0));
    let second = first.tick(at(0));
    assert_eq!(
        (second.wall_ms(), second.counter()),
        (at(0).timestamp_millis(), 1),
        "the clock stands, the counter goes on"
    );
}

#[test]
fn a_clock_that_is_put_back_does_not_put_stamps_back() {
    let stamp = Hlc::ZERO.tick(at(0));
    let later = stamp.tick(at(0) - Duration::days(4000));
    assert_eq!(
        (later.wall_ms(), later.counter()),
        (at(0).timestamp_millis(), 1),
        "the furthest clock seen counts"
    );
}

#[test]
fn a_full_counter_carries_into_the_next_millisecond() {
    let full = Hlc::from_bits(Hlc::ZERO.tick(at(0)).to_bits() | 0xFFFF);
    let next = full.tick(at(0));
    assert_eq!(
        (next.wall_ms(), next.counter()),
        (at(0).timestamp_millis() + 1, 0),
        "no stamp is given twice"
    );
}

#[test]
fn clocks_beyond_all_reason_do_no_harm() {
    for now in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
        let stamp = Hlc::ZERO.tick(now);
        assert!(
            stamp > Hlc::ZERO,
            "even the clock {now} gives a stamp after the first"
        );
        assert!(stamp.tick(at(0)) > stamp, "and there is one after it");
    }
}

proptest! {
    // No file of past failures: the repository's tests are the same for everybody.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sending_and_receiving_always_goes_forward(steps in prop::collection::vec((any::<bool>(), 0_i64..1 << 40, 0_i64..1 << 47), 1..200)) {
        let mut clock = Hlc::ZERO;
        for (receives, wall_ms, remote) in steps {
            let now = DateTime::from_timestamp_millis(wall_ms).unwrap();
            let remote = Hlc::from_bits(remote << 8);
            let next = if receives { clock.receive(remote, now) } else { clock.tick(now) };
            prop_assert!(next > clock, "a later stamp is greater");
            prop_assert!(!receives || next > remote, "what follows something received is greater than it");
            prop_assert!(next.wall_ms() >= wall_ms, "a stamp is never behind the wall clock");
            clock = next;
        }
    }
}
