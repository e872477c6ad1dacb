//! What is shown, missed, settled and tried again in single situations.

use chrono_tz::Tz;
use wane_domain::reminder::{Kind, State};

use crate::{
    schedule::Schedule,
    support::{daily, date, time, utc},
};

const NOTHING: [&str; 0] = [];

/// Bedtime at 22:00 by the device's clock, to be shown until 23:00; made at noon on 4 February.
fn bedtime() -> Schedule {
    let mut rule = daily(Kind::Bedtime, time("22:00"));
    rule.changed_at = utc("2026-02-04T12:00");
    Schedule::new(vec![rule], "2026-02-04T12:00")
}

#[test]
fn a_reminder_is_shown_once_within_its_window() {
    let mut schedule = bedtime();
    assert_eq!(schedule.say("2026-02-04T21:59"), NOTHING, "not yet");
    assert_eq!(
        schedule.say("2026-02-04T22:00"),
        ["show bedtime 4"],
        "due this very instant"
    );
    assert_eq!(schedule.say("2026-02-04T22:00"), NOTHING, "and only once");
    assert_eq!(schedule.say("2026-02-04T22:59"), NOTHING, "all evening");
    assert_eq!(
        schedule.say("2026-02-05T22:10"),
        ["show bedtime 5"],
        "late, but within the window"
    );
}

#[test]
fn past_its_window_a_reminder_is_missed_in_silence() {
    let mut schedule = bedtime();
    assert_eq!(
        schedule.say("2026-02-04T23:00"),
        ["miss bedtime 4"],
        "the window's end is not part of it"
    );
    assert_eq!(schedule.say("2026-02-04T23:01"), NOTHING, "missed once");
    let mut asleep = bedtime();
    let expected = [
        "miss bedtime 4",
        "miss bedtime 5",
        "miss bedtime 6",
        "show bedtime 7",
    ];
    assert_eq!(
        asleep.say("2026-02-07T22:30"),
        expected,
        "after days off, one is shown and no flood"
    );
}

#[test]
fn after_a_long_absence_only_the_last_fortnight_is_missed() {
    let mut schedule = bedtime();
    let steps = schedule.say("2026-06-01T12:00");
    assert_eq!(steps.len(), 14, "fourteen evenings: {steps:?}");
    assert!(
        steps.iter().all(|step| step.starts_with("miss")),
        "none of them shown"
    );
}

#[test]
fn what_is_done_is_settled_in_silence() {
    let mut schedule = bedtime();
    schedule.done = vec![
        (Kind::Bedtime, date("2026-02-04")),
        (Kind::Bedtime, date("2026-02-05")),
    ];
    assert_eq!(
        schedule.say("2026-02-04T22:00"),
        ["settle bedtime 4"],
        "done before it was due"
    );
    assert_eq!(
        schedule.say("2026-02-06T12:00"),
        ["settle bedtime 5"],
        "done, so not missed either"
    );
}

#[test]
fn a_snooze_rings_again_within_the_window_and_ends_with_it() {
    let snoozed = |until: &str| {
        let mut schedule = bedtime();
        schedule.tick(utc("2026-02-04T22:00"));
        let row = schedule.row(&Kind::Bedtime, date("2026-02-04"));
        row.state = State::Snoozed;
        row.snoozed_until = Some(utc(until));
        schedule
    };
    let mut schedule = snoozed("2026-02-04T22:20");
    assert_eq!(schedule.say("2026-02-04T22:19"), NOTHING, "still asleep");
    assert_eq!(
        schedule.say("2026-02-04T22:20"),
        ["show bedtime 4"],
        "again"
    );
    assert_eq!(schedule.say("2026-02-04T22:21"), NOTHING, "once");
    assert_eq!(
        snoozed("2026-02-04T22:20").say("2026-02-05T06:00"),
        ["miss bedtime 4"],
        "no snooze lives into the morning"
    );
    let mut done = snoozed("2026-02-04T22:20");
    done.done.push((Kind::Bedtime, date("2026-02-04")));
    assert_eq!(
        done.say("2026-02-04T22:05"),
        ["settle bedtime 4"],
        "done while it slept"
    );
    let mut off = snoozed("2026-02-04T22:20");
    off.rules[0].enabled = false;
    assert_eq!(
        off.say("2026-02-04T22:30"),
        ["settle bedtime 4"],
        "switched off while it slept"
    );
}

#[test]
fn a_showing_cut_short_is_tried_again_for_two_minutes() {
    let claimed = || {
        let mut schedule = bedtime();
        schedule.tick(utc("2026-02-04T22:00"));
        let row = schedule.row(&Kind::Bedtime, date("2026-02-04"));
        (row.state, row.shown_at) = (State::Claimed, None);
        schedule
    };
    let mut schedule = claimed();
    assert_eq!(
        schedule.say("2026-02-04T22:01"),
        ["retry bedtime 4"],
        "a crash a minute ago"
    );
    assert_eq!(schedule.say("2026-02-04T22:01"), NOTHING, "tried once");
    assert_eq!(
        claimed().say("2026-02-04T22:02"),
        ["miss bedtime 4"],
        "too long ago: it waits in the inbox"
    );
    assert_eq!(
        claimed().say("2026-02-03T22:00"),
        ["show bedtime 3", "miss bedtime 4"],
        "the clock was put back: nobody knows how long ago"
    );
}

#[test]
fn other_answers_are_last_words() {
    for state in [
        State::Shown,
        State::Undelivered,
        State::Missed,
        State::Done,
        State::Skipped,
    ] {
        let mut schedule = bedtime();
        schedule.tick(utc("2026-02-04T22:00"));
        schedule.row(&Kind::Bedtime, date("2026-02-04")).state = state;
        assert_eq!(
            schedule.say("2026-02-04T22:30"),
            NOTHING,
            "{state:?} within the window"
        );
        assert_eq!(
            schedule.say("2026-02-05T12:00"),
            NOTHING,
            "{state:?} after it"
        );
    }
}

#[test]
fn a_rule_has_no_past_before_its_last_change() {
    let mut schedule = bedtime();
    schedule.rules[0].changed_at = utc("2026-02-04T22:10");
    assert_eq!(
        schedule.say("2026-02-04T22:15"),
        NOTHING,
        "switched on after it would have been due"
    );
    assert_eq!(
        schedule.say("2026-02-05T12:00"),
        NOTHING,
        "and so not missed either"
    );
    assert_eq!(
        schedule.say("2026-02-05T22:00"),
        ["show bedtime 5"],
        "from then on as usual"
    );
    schedule.rules[0].times = [Some(time("23:00")); 7];
    schedule.rules[0].changed_at = utc("2026-02-05T22:30");
    assert_eq!(
        schedule.say("2026-02-05T23:00"),
        NOTHING,
        "moved later after it was shown: this date is done"
    );
}

#[test]
fn travel_rings_once_a_local_date() {
    let mut west = bedtime();
    assert_eq!(
        west.say("2026-02-04T22:00"),
        ["show bedtime 4"],
        "in London"
    );
    west.zone = Tz::America__New_York;
    assert_eq!(
        west.say("2026-02-05T03:00"),
        NOTHING,
        "22:00 of the same date in New York"
    );
    assert_eq!(
        west.say("2026-02-06T03:00"),
        ["show bedtime 5"],
        "the next evening there"
    );

    let mut east = bedtime();
    assert_eq!(
        east.say("2026-02-04T20:30"),
        NOTHING,
        "half past eight in London"
    );
    east.zone = Tz::Europe__Athens;
    assert_eq!(
        east.say("2026-02-04T20:31"),
        ["show bedtime 4"],
        "22:31 in Athens: late, within the window"
    );

    let mut far_east = bedtime();
    assert_eq!(
        far_east.say("2026-02-04T20:30"),
        NOTHING,
        "half past eight in London"
    );
    far_east.zone = Tz::Asia__Tokyo;
    assert_eq!(
        far_east.say("2026-02-04T20:31"),
        ["miss bedtime 4"],
        "half past five in the morning in Tokyo: long past"
    );
}

#[test]
fn a_clock_put_back_shows_nothing_twice() {
    let mut schedule = bedtime();
    assert_eq!(
        schedule.say("2026-02-06T22:00").len(),
        3,
        "two missed, one shown"
    );
    for now in [
        "2026-02-03T22:00",
        "2026-02-04T22:00",
        "2026-02-05T22:00",
        "2026-02-06T22:00",
    ] {
        assert_eq!(
            schedule
                .say(now)
                .iter()
                .filter(|step| !step.ends_with(" 3"))
                .count(),
            0,
            "{now} was there before"
        );
    }
    assert_eq!(
        schedule.say("2026-02-07T22:00"),
        ["show bedtime 7"],
        "and time goes on"
    );
}

#[test]
fn of_one_kind_at_most_one_is_shown() {
    let mut rule = daily(Kind::Own("water".to_owned()), time("08:00"));
    rule.grace_min = 3 * 24 * 60;
    rule.changed_at = utc("2026-02-04T00:00");
    let mut schedule = Schedule::new(vec![rule], "2026-02-04T00:00");
    assert_eq!(
        schedule.say("2026-02-06T09:00"),
        ["miss water 4", "miss water 5", "show water 6"],
        "the newest of three open windows"
    );
}

#[test]
fn different_kinds_do_not_stand_in_each_other_s_way() {
    let rules = [Kind::WindDown, Kind::Bedtime, Kind::EveningCheckIn].map(|kind| {
        let mut rule = daily(kind, time("22:00"));
        rule.changed_at = utc("2026-02-04T00:00");
        rule
    });
    let mut schedule = Schedule::new(rules.to_vec(), "2026-02-04T12:00");
    let expected = [
        "show wind-down 4",
        "show bedtime 4",
        "show evening-check-in 4",
    ];
    assert_eq!(
        schedule.say("2026-02-04T22:05"),
        expected,
        "all at ten, in the order of the kinds"
    );
}

#[test]
fn a_change_from_the_future_does_not_silence_a_rule() {
    let mut schedule = bedtime();
    schedule.rules[0].changed_at = utc("2030-01-01T00:00");
    let said = schedule.say("2026-02-04T22:00");
    assert_eq!(
        said.last().unwrap(),
        "show bedtime 4",
        "the clock was wrong when the rule was changed"
    );
}
