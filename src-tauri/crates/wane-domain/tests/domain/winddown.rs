//! The wind-down: what is a sequence, and where somebody is in an evening, whatever happens to it.

use chrono::{DateTime, Duration, Utc};
use proptest::{collection::vec, prelude::*, sample::select};
use wane_domain::winddown::{
    Block, BlockKind, EVENING_H, LEAST_MIN, MOST_BLOCKS, MOST_MIN, NoSequence, SEEN_S, Sequence,
    Session,
};

use crate::support::utc;

fn blocks(of: &[(BlockKind, u16)]) -> Vec<Block> {
    of.iter()
        .map(|(kind, minutes)| Block {
            kind: *kind,
            minutes: *minutes,
        })
        .collect()
}

fn sequence(of: &[(BlockKind, u16)]) -> Sequence {
    Sequence::new(blocks(of)).unwrap()
}

use BlockKind::{BodyScan, Breathing, Muscles, Quiet, Stretching, Worries};

#[test]
fn a_sequence_has_blocks_of_their_own_length_and_five_to_forty_five_minutes() {
    let check = |of: &[(BlockKind, u16)], expected: Option<NoSequence>| {
        assert_eq!(Sequence::new(blocks(of)).err(), expected, "{of:?}");
    };
    check(&[(Quiet, 5)], None);
    check(&[(BodyScan, 20), (Muscles, 20), (Breathing, 5)], None);
    check(&[], Some(NoSequence::Count));
    check(&[(Quiet, 2); 9], Some(NoSequence::Count));
    check(&[(Quiet, 4)], Some(NoSequence::Short));
    check(&[(Quiet, 30), (Stretching, 16)], Some(NoSequence::Long));
    check(&[(BodyScan, 9)], Some(NoSequence::Block(BodyScan)));
    check(&[(Muscles, 21)], Some(NoSequence::Block(Muscles)));
    check(
        &[(Quiet, 5), (Breathing, 0)],
        Some(NoSequence::Block(Breathing)),
    );
    assert_eq!((LEAST_MIN, MOST_MIN, MOST_BLOCKS), (5, 45, 8));
}

#[test]
fn the_ready_made_sequence_is_one() {
    let ready = Sequence::ready_made();
    assert_eq!(Sequence::new(ready.blocks().to_vec()), Ok(ready.clone()));
    assert_eq!(ready.minutes(), 20);
    for kind in BlockKind::ALL {
        let (least, most) = kind.minutes();
        assert!(
            (least..=most).contains(&kind.usual_minutes()),
            "{}: what it begins with is allowed",
            kind.code()
        );
        assert_eq!(BlockKind::from_code(kind.code()), Some(kind));
    }
}

fn start() -> DateTime<Utc> {
    utc("2026-03-14T22:00")
}

/// Lets an evening go on as a window that is open does.
fn live(session: &mut Session, from: DateTime<Utc>, seconds: i64) -> DateTime<Utc> {
    let until = from + Duration::seconds(seconds);
    let mut now = from;
    while now < until {
        now = (now + Duration::seconds(20)).min(until);
        session.catch_up(now);
    }
    now
}

#[test]
fn blocks_go_on_by_themselves_and_come_to_an_end() {
    let mut session = Session::begin(&sequence(&[(Stretching, 5), (Quiet, 2)]), start());
    let now = live(&mut session, start(), 4 * 60 + 50);
    assert_eq!(session.block().unwrap().kind, Stretching);
    let now = live(&mut session, now, 20);
    assert_eq!(session.block().unwrap().kind, Quiet, "by itself");
    assert_eq!(session.at_ms, 10_000, "with what was left over");
    live(&mut session, now, 120);
    assert!(session.is_over());
    assert_eq!(session.done, [Stretching, Quiet]);
    assert_eq!(session.minutes(), 7, "not a minute more");
}

#[test]
fn a_block_in_which_somebody_writes_waits() {
    let mut session = Session::begin(&sequence(&[(Worries, 5), (Quiet, 5)]), start());
    let now = live(&mut session, start(), 11 * 60);
    assert_eq!(session.block().unwrap().kind, Worries);
    assert_eq!(session.at_ms, 5 * 60_000, "its ring is full");
    session.skip(now);
    assert_eq!(session.block().unwrap().kind, Quiet);
    assert_eq!(session.minutes(), 11, "the time was spent all the same");
}

#[test]
fn a_gap_stands_still_where_it_was_last_seen() {
    let check = |gap_s: i64, stands: bool| {
        let mut session = Session::begin(&sequence(&[(Quiet, 10)]), start());
        let now = live(&mut session, start(), 60);
        session.catch_up(now + Duration::seconds(gap_s));
        assert_eq!(session.paused, stands, "{gap_s} s");
        let expected = if stands {
            60_000
        } else {
            60_000 + gap_s * 1000
        };
        assert_eq!(session.at_ms, expected, "{gap_s} s");
    };
    check(SEEN_S, false);
    check(SEEN_S + 1, true);
    check(3 * 3600, true);
    let mut session = Session::begin(&sequence(&[(Quiet, 10)]), start());
    let now = live(&mut session, start(), 60);
    let later = now + Duration::hours(2);
    session.catch_up(later);
    session.resume(later);
    live(&mut session, later, 30);
    assert_eq!(session.at_ms, 90_000, "it goes on where it was");
    assert_eq!(session.active_ms, 90_000, "and the gap counts for nothing");
}

#[test]
fn a_clock_that_is_set_back_counts_for_nothing() {
    let mut session = Session::begin(&sequence(&[(Quiet, 10)]), start());
    let now = live(&mut session, start(), 60);
    let back = now - Duration::hours(1);
    session.catch_up(back);
    assert_eq!((session.at_ms, session.paused), (60_000, false));
    live(&mut session, back, 20);
    assert_eq!(session.at_ms, 80_000);
}

#[test]
fn anything_can_be_skipped_and_gone_back_to() {
    let mut session = Session::begin(
        &sequence(&[(Stretching, 5), (Breathing, 5), (Quiet, 5)]),
        start(),
    );
    session.skip(start());
    assert_eq!(session.block().unwrap().kind, Breathing);
    assert_eq!(session.done, [], "what was only passed over was not done");
    let now = live(&mut session, start(), 70);
    session.back(now);
    assert_eq!(session.block().unwrap().kind, Breathing, "to its beginning");
    assert_eq!(session.at_ms, 0);
    session.back(now);
    assert_eq!(
        session.block().unwrap().kind,
        Stretching,
        "to the one before"
    );
    session.back(now);
    assert_eq!(session.block().unwrap().kind, Stretching, "and no further");
    for _ in 0..3 {
        session.skip(now);
    }
    assert!(session.is_over());
    session.skip(now);
    assert!(session.is_over(), "over is over");
}

#[test]
fn passing_a_step_over_moves_the_block_and_not_the_minutes() {
    let mut session = Session::begin(&sequence(&[(BodyScan, 10)]), start());
    let now = live(&mut session, start(), 60);
    session.pass(now, 100_000);
    assert_eq!((session.at_ms, session.active_ms), (100_000, 60_000));
    session.pass(now, 50_000);
    assert_eq!(session.at_ms, 100_000, "never back");
    session.pass(now, 10 * 60_000);
    assert!(session.is_over(), "from the last step to the end");
    assert_eq!(session.done, [BodyScan]);
    assert_eq!(session.minutes(), 1);
}

#[test]
fn an_evening_of_moments_is_nothing_to_write_down() {
    let mut session = Session::begin(&Sequence::ready_made(), start());
    session.finish(start() + Duration::seconds(20));
    assert!(session.is_over());
    assert!(!session.counts(), "{session:?}");
    let mut session = Session::begin(&Sequence::ready_made(), start());
    let now = live(&mut session, start(), 61);
    session.finish(now);
    assert!(session.counts());
    assert_eq!((session.minutes(), session.done), (1, vec![Worries]));
}

#[test]
fn after_hours_the_evening_is_over() {
    let session = Session::begin(&Sequence::ready_made(), start());
    assert!(!session.is_stale(start() + Duration::hours(EVENING_H)));
    assert!(session.is_stale(start() + Duration::hours(EVENING_H) + Duration::seconds(1)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_time_spent_is_time_that_passed(steps in vec((select(vec!["look", "pause", "resume", "skip", "back", "pass", "sleep", "set"]), 0..100i64), 1..80)) {
        let mut session = Session::begin(&sequence(&[(Worries, 5), (BodyScan, 10), (Quiet, 2)]), start());
        let mut now = start();
        for (what, seconds) in steps {
            now += Duration::seconds(seconds);
            match what {
                "pause" => session.pause(now),
                "resume" => session.resume(now),
                "skip" => session.skip(now),
                "back" => session.back(now),
                "pass" => session.pass(now, seconds * 10_000),
                "sleep" => {
                    now += Duration::hours(1);
                    session.catch_up(now);
                }
                "set" => session.catch_up(now - Duration::minutes(5)),
                _ => session.catch_up(now),
            }
            prop_assert!(session.active_ms >= 0);
            prop_assert!(session.active_ms <= (now - start()).num_milliseconds() + 5 * 60_000);
            prop_assert!(session.current <= session.blocks.len());
            if let Some(block) = session.block() {
                prop_assert!((0..=i64::from(block.minutes) * 60_000).contains(&session.at_ms), "{:?}", session);
            }
        }
    }
}
