//! The schedule: rules, the log that keeps a reminder from coming twice, and what is done.

use chrono::{Duration, NaiveTime};
use wane_domain::reminder::{Kind, LogEntry, Rule, RuleZone, State};
use wane_store::Schedule;

use crate::common::{
    at, day,
    everything::{fill_schedule, filled_log, occurrence, own_rule, wind_down},
    open_schedule,
};

fn fresh() -> (tempfile::TempDir, Schedule) {
    let dir = tempfile::tempdir().unwrap();
    let schedule = open_schedule(dir.path());
    (dir, schedule)
}

fn only_entry(schedule: &Schedule) -> LogEntry {
    let log = schedule.recent_log(10).unwrap();
    assert_eq!(log.len(), 1, "there is one row for one occurrence");
    log.into_iter().next().unwrap()
}

#[test]
fn rules_come_back_after_a_restart() {
    let (dir, mut schedule) = fresh();
    schedule.put_rule(&own_rule()).unwrap();
    schedule.put_rule(&wind_down()).unwrap();
    drop(schedule);
    assert_eq!(
        open_schedule(dir.path()).rules().unwrap(),
        [wind_down(), own_rule()],
        "in the order of their kinds"
    );
}

#[test]
fn a_rule_replaces_the_one_of_its_kind() {
    let (_dir, mut schedule) = fresh();
    schedule.put_rule(&wind_down()).unwrap();
    let mut times = [None; 7];
    times[3] = NaiveTime::from_hms_opt(23, 59, 59);
    let changed = Rule {
        times,
        zone: RuleZone::Fixed(chrono_tz::Asia::Tokyo),
        grace_min: 90,
        enabled: false,
        rev: 4,
        ..wind_down()
    };
    schedule.put_rule(&changed).unwrap();
    assert_eq!(
        schedule.rules().unwrap(),
        [changed],
        "no time of the old one is left"
    );
    assert!(
        schedule.remove_rule(&Kind::WindDown).unwrap(),
        "there was one"
    );
    assert!(
        !schedule.remove_rule(&Kind::WindDown).unwrap(),
        "there is none any more"
    );
    assert_eq!(schedule.rules().unwrap(), [], "and its times went with it");
}

#[test]
fn a_rule_of_another_name_keeps_its_times_and_what_became_of_it() {
    let (dir, mut schedule) = fresh();
    fill_schedule(&mut schedule).unwrap();
    let before = schedule.rules().unwrap();
    let log = schedule.recent_log(100).unwrap();
    let to = Kind::Own("another name".into());
    assert!(schedule.rename_rule(&own_rule().kind, &to).unwrap());
    drop(schedule);
    let mut schedule = open_schedule(dir.path());
    let called = |kind: &Kind| {
        if *kind == own_rule().kind {
            to.clone()
        } else {
            kind.clone()
        }
    };
    let mut expected: Vec<Rule> = before
        .into_iter()
        .map(|rule| Rule {
            kind: called(&rule.kind),
            ..rule
        })
        .collect();
    expected.sort_by(|a, b| a.kind.cmp(&b.kind));
    assert_eq!(schedule.rules().unwrap(), expected, "with its times");
    let mut entries: Vec<LogEntry> = log
        .into_iter()
        .map(|mut entry| {
            entry.kind = called(&entry.kind);
            entry
        })
        .collect();
    let mut found = schedule.recent_log(100).unwrap();
    for list in [&mut entries, &mut found] {
        list.sort_by_key(|e| (e.kind.clone(), e.local_date));
    }
    assert_eq!(found, entries, "with what became of it");
    assert!(
        !schedule.rename_rule(&own_rule().kind, &to).unwrap(),
        "there is none of the old name any more"
    );
    assert!(
        schedule.rename_rule(&to, &Kind::WindDown).is_err(),
        "no two rules of one name"
    );
    assert_eq!(
        schedule.rules().unwrap(),
        expected,
        "and nothing is changed"
    );
}

#[test]
fn an_occurrence_is_claimed_once() {
    let (dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    let now = tonight.due.instant;
    assert!(
        schedule.claim(&tonight, now).unwrap(),
        "the first claim is granted"
    );
    assert!(!schedule.claim(&tonight, now).unwrap(), "the second is not");
    drop(schedule);
    let mut schedule = open_schedule(dir.path());
    assert!(
        !schedule
            .claim(&tonight, now + Duration::minutes(1))
            .unwrap(),
        "nor is one after a restart"
    );
    let moved = wane_domain::reminder::Occurrence {
        due: crate::common::clock("2026-03-29T23:15", "Europe/Paris"),
        ..tonight.clone()
    };
    assert!(
        !schedule.claim(&moved, now + Duration::hours(1)).unwrap(),
        "nor after a journey: kind and date are the same"
    );
    assert!(
        schedule
            .claim(&occurrence(Kind::WindDown, "2026-03-30"), now)
            .unwrap(),
        "tomorrow is another occurrence"
    );
    assert!(
        schedule
            .claim(&occurrence(Kind::Bedtime, "2026-03-29"), now)
            .unwrap(),
        "so is another kind"
    );
}

#[test]
fn a_snoozed_occurrence_can_be_claimed_again_when_its_sleep_is_over() {
    let (_dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    let due = tonight.due.instant;
    let after = |minutes| due + Duration::minutes(minutes);
    schedule.claim(&tonight, due).unwrap();
    schedule
        .mark(&tonight.kind, tonight.local_date, State::Shown, due)
        .unwrap();
    assert!(
        schedule.snooze(&tonight, after(10), after(1)).unwrap(),
        "it can be snoozed"
    );
    let entry = only_entry(&schedule);
    assert_eq!(
        (entry.state, entry.snoozed_until, entry.acted_at),
        (State::Snoozed, Some(after(10)), Some(after(1))),
        "and sleeps"
    );
    assert!(
        !schedule.claim(&tonight, after(9)).unwrap(),
        "while it sleeps it cannot be claimed"
    );
    assert!(schedule.claim(&tonight, after(10)).unwrap(), "then it can");
    assert!(!schedule.claim(&tonight, after(10)).unwrap(), "once");
    let entry = only_entry(&schedule);
    assert_eq!(
        (entry.state, entry.snoozed_until, entry.shown_at),
        (State::Claimed, None, None),
        "it is as freshly claimed"
    );
    schedule.snooze(&tonight, after(600), after(11)).unwrap();
    assert_eq!(
        only_entry(&schedule).snoozed_until,
        Some(tonight.until),
        "no sleep is longer than its window"
    );
}

#[test]
fn an_occurrence_can_be_snoozed_before_it_was_written_down() {
    let (_dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    assert!(
        schedule
            .snooze(&tonight, tonight.due.instant, at(0))
            .unwrap(),
        "it is written down as snoozed"
    );
    assert_eq!(only_entry(&schedule).state, State::Snoozed, "and sleeps");
}

#[test]
fn what_the_user_has_settled_is_not_snoozed_or_shown() {
    let (_dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    let due = tonight.due.instant;
    assert!(
        schedule.record(&tonight, State::Skipped, at(0)).unwrap(),
        "not tonight"
    );
    assert!(
        !schedule.snooze(&tonight, due, at(1)).unwrap(),
        "so it does not sleep"
    );
    assert!(!schedule.claim(&tonight, due).unwrap(), "nor wake");
    assert!(
        !schedule.record(&tonight, State::Missed, at(2)).unwrap(),
        "and is not missed either"
    );
    let entry = only_entry(&schedule);
    assert_eq!(
        (entry.state, entry.acted_at),
        (State::Skipped, Some(at(0))),
        "it stays as the user said"
    );
}

#[test]
fn a_reminder_that_was_shown_can_still_be_declined() {
    let (_dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    schedule.claim(&tonight, at(0)).unwrap();
    schedule
        .mark(&tonight.kind, tonight.local_date, State::Shown, at(0))
        .unwrap();
    assert!(
        !schedule.record(&tonight, State::Missed, at(1)).unwrap(),
        "what was shown is not missed"
    );
    assert!(
        schedule.record(&tonight, State::Skipped, at(2)).unwrap(),
        "but not tonight, says the user"
    );
    let entry = only_entry(&schedule);
    assert_eq!(
        (entry.state, entry.acted_at),
        (State::Skipped, Some(at(2))),
        "and that is the last word"
    );
}

/// What one state does to a claimed row.
fn check_mark(state: State, expected: fn(LogEntry) -> LogEntry) {
    let (_dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    schedule.claim(&tonight, at(0)).unwrap();
    let claimed = only_entry(&schedule);
    assert!(
        schedule
            .mark(&tonight.kind, tonight.local_date, state, at(1))
            .unwrap(),
        "{state:?} can be marked"
    );
    assert_eq!(
        only_entry(&schedule),
        expected(LogEntry { state, ..claimed }),
        "{state:?} brings its own instant"
    );
}

#[test]
fn each_state_brings_its_own_instant() {
    check_mark(State::Claimed, |row| LogEntry {
        claimed_at: Some(at(1)),
        ..row
    });
    check_mark(State::Shown, |row| LogEntry {
        shown_at: Some(at(1)),
        ..row
    });
    check_mark(State::Undelivered, |row| row);
    check_mark(State::Missed, |row| row);
    check_mark(State::Done, |row| LogEntry {
        acted_at: Some(at(1)),
        ..row
    });
    check_mark(State::Skipped, |row| LogEntry {
        acted_at: Some(at(1)),
        ..row
    });
}

#[test]
fn a_user_who_was_quicker_than_the_notification_service_has_the_last_word() {
    let (_dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    let mark = |schedule: &mut Schedule, state| {
        schedule
            .mark(&Kind::WindDown, day("2026-03-29"), state, at(2))
            .unwrap()
    };
    schedule.claim(&tonight, at(0)).unwrap();
    assert!(mark(&mut schedule, State::Done), "the user was there");
    assert!(
        !mark(&mut schedule, State::Shown),
        "what the service says then is no news"
    );
    assert!(!mark(&mut schedule, State::Undelivered), "good or bad");
    assert_eq!(only_entry(&schedule).state, State::Done, "done it stays");
}

#[test]
fn a_showing_written_down_too_early_can_be_taken_back() {
    let (_dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    schedule.claim(&tonight, at(0)).unwrap();
    schedule
        .mark(&tonight.kind, tonight.local_date, State::Shown, at(1))
        .unwrap();
    assert!(
        schedule
            .mark(&tonight.kind, tonight.local_date, State::Undelivered, at(1))
            .unwrap(),
        "the service refused after all"
    );
    let entry = only_entry(&schedule);
    assert_eq!(
        (entry.state, entry.shown_at),
        (State::Undelivered, None),
        "so it was not shown"
    );
}

#[test]
fn nothing_is_marked_where_there_is_no_row() {
    let (_dir, mut schedule) = fresh();
    assert!(
        !schedule
            .mark(&Kind::Bedtime, day("2026-03-29"), State::Shown, at(0))
            .unwrap(),
        "there is nothing to mark"
    );
    assert!(
        !schedule
            .dismiss(&Kind::Bedtime, day("2026-03-29"), at(0))
            .unwrap(),
        "or to dismiss"
    );
    assert_eq!(
        schedule.recent_log(10).unwrap(),
        [],
        "and no row has come of it"
    );
}

#[test]
fn a_missed_occurrence_is_written_down_and_can_be_dismissed() {
    let (_dir, mut schedule) = fresh();
    let tonight = occurrence(Kind::WindDown, "2026-03-29");
    assert!(
        schedule.record(&tonight, State::Missed, at(0)).unwrap(),
        "it is written down"
    );
    assert!(
        !schedule.record(&tonight, State::Missed, at(1)).unwrap(),
        "once"
    );
    assert!(
        !schedule.claim(&tonight, at(1)).unwrap(),
        "and is not shown any more"
    );
    assert!(
        schedule
            .dismiss(&tonight.kind, tonight.local_date, at(2))
            .unwrap(),
        "the user has seen it"
    );
    let entry = only_entry(&schedule);
    assert_eq!(
        (entry.state, entry.acted_at),
        (State::Missed, Some(at(2))),
        "missed it was all the same"
    );
}

#[test]
fn a_claim_that_came_to_nothing_and_a_snooze_that_ran_out_can_be_missed() {
    let (_dir, mut schedule) = fresh();
    let (claimed, snoozed) = (
        occurrence(Kind::WindDown, "2026-03-29"),
        occurrence(Kind::Bedtime, "2026-03-29"),
    );
    schedule.claim(&claimed, at(0)).unwrap();
    schedule.snooze(&snoozed, at(5), at(0)).unwrap();
    for late in [&claimed, &snoozed] {
        assert!(
            schedule.record(late, State::Missed, at(9)).unwrap(),
            "{:?} comes to an end",
            late.kind
        );
    }
    assert!(
        schedule
            .recent_log(10)
            .unwrap()
            .iter()
            .all(|row| row.state == State::Missed && row.snoozed_until.is_none()),
        "both are missed"
    );
}

#[test]
fn doing_the_thing_settles_its_reminder() {
    let (_dir, mut schedule) = fresh();
    let (waiting, skipped) = (
        occurrence(Kind::MorningCheckIn, "2026-03-29"),
        occurrence(Kind::MorningCheckIn, "2026-03-28"),
    );
    schedule.record(&waiting, State::Missed, at(0)).unwrap();
    schedule.record(&skipped, State::Skipped, at(0)).unwrap();
    assert!(
        schedule
            .mark_done(&Kind::MorningCheckIn, day("2026-03-29"), at(5))
            .unwrap(),
        "that is news"
    );
    assert!(
        !schedule
            .mark_done(&Kind::MorningCheckIn, day("2026-03-29"), at(6))
            .unwrap(),
        "only once"
    );
    schedule
        .mark_done(&Kind::MorningCheckIn, day("2026-03-28"), at(7))
        .unwrap();
    schedule
        .mark_done(&Kind::Movement, day("2026-03-31"), at(7))
        .unwrap();
    let states: Vec<_> = schedule
        .log_between(day("2026-03-28"), day("2026-03-29"))
        .unwrap()
        .iter()
        .map(|row| row.state)
        .collect();
    assert_eq!(
        states,
        [State::Skipped, State::Done],
        "what waited is done; what was skipped stays skipped"
    );
    let check_in = |date| (Kind::MorningCheckIn, day(date));
    let done = |from, to| schedule.done_between(day(from), day(to)).unwrap();
    assert_eq!(
        done("2026-03-28", "2026-03-29"),
        [check_in("2026-03-28"), check_in("2026-03-29")],
        "both ends belong to the range"
    );
    assert_eq!(
        done("2026-03-30", "2026-04-30"),
        [(Kind::Movement, day("2026-03-31"))],
        "in order of date"
    );
    assert!(
        schedule
            .unmark_done(&Kind::MorningCheckIn, day("2026-03-29"))
            .unwrap(),
        "an entry that is undone is not done"
    );
    assert!(
        !schedule
            .unmark_done(&Kind::MorningCheckIn, day("2026-03-29"))
            .unwrap(),
        "once"
    );
}

#[test]
fn what_is_no_longer_done_is_open_as_it_was() {
    let (_dir, mut schedule) = fresh();
    let date = day("2026-03-29");
    let state = |schedule: &Schedule| {
        let log = schedule.log_between(date, date).unwrap();
        log.first().map(|row| (row.state, row.acted_at))
    };
    let kind = Kind::MorningCheckIn;
    let due = occurrence(kind.clone(), "2026-03-29");

    assert_eq!(schedule.done_at(&kind, date).unwrap(), None);
    schedule.mark_done(&kind, date, at(1)).unwrap();
    schedule.mark_done(&kind, date, at(2)).unwrap();
    assert_eq!(
        schedule.done_at(&kind, date).unwrap(),
        Some(at(1)),
        "it was done when it was first said to be"
    );
    schedule.record(&due, State::Done, at(3)).unwrap();
    schedule.unmark_done(&kind, date).unwrap();
    assert_eq!(
        state(&schedule),
        None,
        "what was settled without being shown may still come"
    );
    assert!(schedule.claim(&due, at(4)).unwrap(), "so it can be claimed");

    schedule.mark_done(&kind, date, at(5)).unwrap();
    schedule.unmark_done(&kind, date).unwrap();
    assert_eq!(
        state(&schedule),
        Some((State::Undelivered, None)),
        "what was claimed and never known to be shown waits"
    );
    schedule.mark_done(&kind, date, at(6)).unwrap();
    schedule.unmark_done(&kind, date).unwrap();
    assert!(
        !schedule.claim(&due, at(7)).unwrap(),
        "and is not shown a second time"
    );

    let shown = occurrence(Kind::EveningCheckIn, "2026-03-29");
    schedule.claim(&shown, at(8)).unwrap();
    schedule
        .mark(&Kind::EveningCheckIn, date, State::Shown, at(9))
        .unwrap();
    schedule
        .mark_done(&Kind::EveningCheckIn, date, at(10))
        .unwrap();
    schedule.unmark_done(&Kind::EveningCheckIn, date).unwrap();
    let log = schedule.log_between(date, date).unwrap();
    let row = log.iter().find(|r| r.kind == Kind::EveningCheckIn).unwrap();
    assert_eq!(
        (row.state, row.shown_at, row.acted_at),
        (State::Shown, Some(at(9)), None),
        "what was shown waits for an answer again"
    );

    let skipped = occurrence(Kind::Movement, "2026-03-29");
    schedule.record(&skipped, State::Skipped, at(11)).unwrap();
    schedule.mark_done(&Kind::Movement, date, at(12)).unwrap();
    schedule.unmark_done(&Kind::Movement, date).unwrap();
    let log = schedule.log_between(date, date).unwrap();
    let row = log.iter().find(|r| r.kind == Kind::Movement).unwrap();
    assert_eq!(row.state, State::Skipped, "what was waved off stays so");
}

#[test]
fn the_log_is_read_by_date_and_by_newest() {
    let (_dir, mut schedule) = fresh();
    for date in ["2026-03-27", "2026-03-28", "2026-03-29"] {
        schedule
            .record(&occurrence(Kind::WindDown, date), State::Missed, at(0))
            .unwrap();
    }
    let dates = |log: Vec<LogEntry>| {
        log.into_iter()
            .map(|row| row.local_date.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        dates(
            schedule
                .log_between(day("2026-03-27"), day("2026-03-28"))
                .unwrap()
        ),
        ["2026-03-27", "2026-03-28"],
        "oldest first"
    );
    assert_eq!(
        dates(schedule.recent_log(2).unwrap()),
        ["2026-03-29", "2026-03-28"],
        "newest first"
    );
}

#[test]
fn a_filled_schedule_comes_back_after_a_restart() {
    let (dir, mut schedule) = fresh();
    fill_schedule(&mut schedule).unwrap();
    drop(schedule);
    let schedule = open_schedule(dir.path());
    assert_eq!(
        schedule
            .log_between(day("2026-03-01"), day("2026-03-31"))
            .unwrap(),
        filled_log(),
        "the log is as it was written"
    );
    assert_eq!(
        schedule.last_check().unwrap(),
        Some(at(5)),
        "the last check too"
    );
    assert_eq!(
        schedule.fact("last-accepted-by").unwrap().as_deref(),
        Some("a notification service"),
        "and the facts"
    );
    assert_eq!(
        schedule.fact("nothing").unwrap(),
        None,
        "what was never noted is not there"
    );
}
