//! When to ask whether a reminder shall rest.

use chrono::{Duration, NaiveDate};
use wane_domain::{
    Moment,
    reminder::{FadeReason, Kind, LogEntry, Rule, State, fading},
};

use crate::support::{LONDON, daily, date, time, utc};

const KIND: Kind = Kind::EveningCheckIn;

/// One evening's row by a letter: `i` ignored, `a` shown and answered, `u` done before it came, `d` done after it came,
/// `s` snoozed, `k` skipped, `m` missed, `n` undelivered, `q` quiet, `p` paused, `r` resting.
fn row(letter: char, local_date: NaiveDate) -> LogEntry {
    let due = Moment::new(local_date.and_time(time("21:00")).and_utc(), LONDON);
    let shown = Some(due.instant);
    let (state, shown_at, acted_at) = match letter {
        'i' => (State::Shown, shown, None),
        'a' => (State::Shown, shown, shown),
        'u' => (State::Done, None, shown),
        'd' => (State::Done, shown, shown),
        's' => (State::Snoozed, shown, shown),
        'k' => (State::Skipped, None, shown),
        'm' => (State::Missed, None, None),
        'n' => (State::Undelivered, None, None),
        'q' => (State::Quiet, None, None),
        'p' => (State::Paused, None, None),
        _ => (State::Rested, None, None),
    };
    LogEntry {
        kind: KIND,
        local_date,
        rule_rev: 1,
        due,
        until: due.instant + Duration::hours(2),
        state,
        claimed_at: shown_at,
        shown_at,
        acted_at,
        snoozed_until: None,
    }
}

fn log(letters: &str) -> Vec<LogEntry> {
    let first = date("2026-02-01");
    letters
        .chars()
        .zip(first.iter_days())
        .map(|(letter, date)| row(letter, date))
        .collect()
}

fn check(letters: &str, expected: Option<FadeReason>) {
    let rule = daily(KIND, time("21:00"));
    let now = utc("2026-04-01T12:00");
    assert_eq!(
        fading(&rule, &log(letters), &[], now),
        expected,
        "after {letters:?}"
    );
    let mut backwards = log(letters);
    backwards.reverse();
    assert_eq!(
        fading(&rule, &backwards, &[], now),
        expected,
        "{letters:?} in any order"
    );
}

#[test]
fn three_in_a_row_without_an_answer_are_a_question() {
    check("", None);
    check("ii", None);
    check("iii", Some(FadeReason::Ignored));
    check("iiia", None);
    check("aiii", Some(FadeReason::Ignored));
    check("iai", None);
}

#[test]
fn later_and_not_tonight_are_answers() {
    check("iisi", None);
    check("iiki", None);
    check("iid", None);
}

#[test]
fn what_never_came_says_nothing() {
    check("imniqipr", Some(FadeReason::Ignored));
    check("mmmm", None);
    check("ppp", None);
    check("iipp", None);
}

#[test]
fn a_steady_habit_is_a_question() {
    check("uuuuuuuuuuuuuu", Some(FadeReason::Steady));
    check("uuuuuuuuuuuuu", None);
    check("uuuuuuuuuuuuid", Some(FadeReason::Steady));
    check("uuuuuuuuuuuidd", None);
    // What is paused or missed is left out, not counted against.
    check("uuuuuppuuuuuumuu", None);
    check("uuuuuppuuuuuumuuu", Some(FadeReason::Steady));
}

#[test]
fn only_what_came_since_the_rule_was_changed_counts() {
    let now = utc("2026-04-01T12:00");
    let rule = Rule {
        changed_at: utc("2026-02-02T12:00"),
        ..daily(KIND, time("21:00"))
    };
    assert_eq!(
        fading(&rule, &log("iii"), &[], now),
        None,
        "whoever changes it minds it"
    );
    let off = Rule {
        enabled: false,
        ..daily(KIND, time("21:00"))
    };
    assert_eq!(
        fading(&off, &log("iii"), &[], now),
        None,
        "one that is off rests already"
    );
}

#[test]
fn doing_it_without_a_word_to_the_reminder_is_an_answer() {
    let rule = daily(KIND, time("21:00"));
    let done = [(KIND, date("2026-02-02"))];
    let now = utc("2026-04-01T12:00");
    assert_eq!(
        fading(&rule, &log("iii"), &done, now),
        None,
        "the diary has the answer"
    );
}

#[test]
fn a_window_that_is_still_open_may_yet_be_answered() {
    let rule = daily(KIND, time("21:00"));
    assert_eq!(
        fading(&rule, &log("iii"), &[], utc("2026-02-03T22:59")),
        None,
        "there is a minute left"
    );
    assert_eq!(
        fading(&rule, &log("iii"), &[], utc("2026-02-03T23:00")),
        Some(FadeReason::Ignored),
        "now it is over"
    );
}
