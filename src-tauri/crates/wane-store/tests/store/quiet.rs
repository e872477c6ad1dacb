//! What keeps reminders quiet, as the schedule remembers it: pauses, the protected night, what rests, what was answered.

use wane_domain::{
    reminder::{FadeReason, Kind, Pause, ProtectedNight, Quiet},
    target::Answer,
};
use wane_store::Schedule;

use crate::common::{
    at,
    everything::{fill_schedule, protected_night},
    open_schedule,
};

fn fresh() -> (tempfile::TempDir, Schedule) {
    let dir = tempfile::tempdir().unwrap();
    let schedule = open_schedule(dir.path());
    (dir, schedule)
}

/// What `fill_schedule` leaves.
pub fn check_quiet(schedule: &Schedule) {
    let expected = Quiet {
        night: protected_night(),
        pauses: vec![Pause {
            from: at(6),
            until: Some(at(66)),
        }],
        resting: vec![Kind::Movement],
    };
    assert_eq!(schedule.quiet().unwrap(), expected, "it is as it was left");
    assert_eq!(
        schedule.protected_night().unwrap(),
        Some((protected_night(), true)),
        "and the night still follows the targets"
    );
    assert_eq!(
        schedule.last_suggestion().unwrap(),
        Some((at(9), Answer::NotNow)),
        "and the answer is known"
    );
}

#[test]
fn everything_comes_back_after_a_restart() {
    let (dir, mut schedule) = fresh();
    fill_schedule(&mut schedule).unwrap();
    drop(schedule);
    check_quiet(&open_schedule(dir.path()));
}

#[test]
fn a_fresh_schedule_is_not_quiet() {
    let (_dir, schedule) = fresh();
    assert_eq!(
        schedule.quiet().unwrap(),
        Quiet::default(),
        "nothing was said"
    );
    assert_eq!(
        schedule.protected_night().unwrap(),
        None,
        "no night was set"
    );
    assert_eq!(
        schedule.last_suggestion().unwrap(),
        None,
        "nothing was answered"
    );
}

#[test]
fn one_pause_ends_where_the_next_begins() {
    let (_dir, mut schedule) = fresh();
    schedule.start_pause(at(0), None).unwrap();
    schedule.start_pause(at(10), Some(at(100))).unwrap();
    let pause = |from, until| Pause {
        from: at(from),
        until: Some(at(until)),
    };
    assert_eq!(
        schedule.pauses().unwrap(),
        [pause(0, 10), pause(10, 100)],
        "the first was open"
    );
    assert!(schedule.end_pause(at(50)).unwrap(), "the second was on");
    assert!(!schedule.end_pause(at(60)).unwrap(), "none is any more");
    assert_eq!(
        schedule.pauses().unwrap(),
        [pause(0, 10), pause(10, 50)],
        "what was paused stays told"
    );
    schedule.start_pause(at(70), None).unwrap();
    assert!(
        schedule.end_pause(at(65)).unwrap(),
        "the clock was put back, and the pause had not begun"
    );
    assert_eq!(
        schedule.pauses().unwrap().len(),
        2,
        "a pause that never was is forgotten"
    );
}

#[test]
fn a_protected_night_replaces_the_one_before() {
    let (_dir, mut schedule) = fresh();
    schedule
        .set_protected_night(&ProtectedNight::following(&[None; 7], None), true)
        .unwrap();
    schedule
        .set_protected_night(&protected_night(), false)
        .unwrap();
    assert_eq!(
        schedule.protected_night().unwrap(),
        Some((protected_night(), false)),
        "no weekday of the old one is left"
    );
}

#[test]
fn a_question_is_asked_once_and_answered_once() {
    let (dir, mut schedule) = fresh();
    let kind = Kind::EveningCheckIn;
    assert!(
        !schedule.answer(&kind, true, at(0)).unwrap(),
        "nobody asked"
    );
    assert!(
        schedule.ask(&kind, FadeReason::Steady, at(1)).unwrap(),
        "it is a new question"
    );
    assert!(
        !schedule.ask(&kind, FadeReason::Ignored, at(2)).unwrap(),
        "it has been asked"
    );
    assert!(
        !schedule.quiet().unwrap().rests(&kind),
        "asking is not resting"
    );
    assert!(schedule.answer(&kind, true, at(3)).unwrap(), "it was open");
    assert!(
        schedule.quiet().unwrap().rests(&kind),
        "it rests as was answered"
    );
    assert!(
        !schedule.answer(&kind, false, at(4)).unwrap(),
        "it was answered"
    );
    assert!(
        schedule.bring_back(&kind, at(5)).unwrap(),
        "there is a way back"
    );
    assert!(
        !schedule.bring_back(&kind, at(6)).unwrap(),
        "it is back already"
    );
    drop(schedule);
    let mut schedule = open_schedule(dir.path());
    assert!(
        !schedule.quiet().unwrap().rests(&kind),
        "it came back for good"
    );
    assert!(
        !schedule.ask(&kind, FadeReason::Ignored, at(7)).unwrap(),
        "and it is not asked about again"
    );
    let asked = &schedule.asked().unwrap()[0];
    assert_eq!(
        (asked.reason, asked.rest, asked.back_at),
        (FadeReason::Steady, Some(true), Some(at(5))),
        "the whole story is told"
    );
}

#[test]
fn the_last_answer_to_a_suggestion_counts() {
    let (_dir, mut schedule) = fresh();
    schedule.answer_suggestion(Answer::NotNow, at(20)).unwrap();
    schedule
        .answer_suggestion(Answer::Accepted, at(10))
        .unwrap();
    assert_eq!(
        schedule.last_suggestion().unwrap(),
        Some((at(10), Answer::Accepted)),
        "the last one said, whatever the clock read"
    );
}
