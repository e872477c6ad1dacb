//! The protected night, pauses, and reminders that rest.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use wane_domain::reminder::{Kind, Pause, ProtectedNight, Quiet, State, Step};

use crate::{
    schedule::Schedule,
    support::{LONDON, at, daily, time, utc},
};

fn night(from: &str, to: &str) -> ProtectedNight {
    ProtectedNight::every(time(from), time(to))
}

/// When the night that is on at a reading in a zone ends, as a reading there.
fn check_end(night: ProtectedNight, now: &str, zone: Tz, expected: Option<&str>) {
    let end = night.end_at(at(now, zone).instant, zone);
    let expected = expected.map(|reading| at(reading, zone).instant);
    assert_eq!(end, expected, "{night:?} at {now} in {zone}");
}

#[test]
fn a_night_is_on_from_its_first_minute_up_to_its_last() {
    let usual = night("23:30", "07:00");
    check_end(usual, "2026-02-03T23:29", LONDON, None);
    check_end(usual, "2026-02-03T23:30", LONDON, Some("2026-02-04T07:00"));
    check_end(usual, "2026-02-04T06:59", LONDON, Some("2026-02-04T07:00"));
    check_end(usual, "2026-02-04T07:00", LONDON, None);
    let by_day = night("08:30", "16:00");
    check_end(by_day, "2026-02-04T12:00", LONDON, Some("2026-02-04T16:00"));
    check_end(by_day, "2026-02-04T02:00", LONDON, None);
    check_end(ProtectedNight::default(), "2026-02-04T02:00", LONDON, None);
}

#[test]
fn over_a_change_of_the_clock_the_longer_silence_is_meant() {
    // Forward at 01:00 on 29 March, back at 02:00 on 25 October.
    check_end(
        night("23:00", "01:30"),
        "2026-03-29T00:59",
        LONDON,
        Some("2026-03-29T02:30"),
    );
    let begins_in_the_gap = night("01:30", "07:00");
    check_end(
        begins_in_the_gap,
        "2026-03-29T02:00",
        LONDON,
        Some("2026-03-29T07:00"),
    );
    let ends_in_the_fold = night("23:00", "01:30");
    let second = at("2026-10-25T02:00", LONDON).instant - Duration::minutes(45);
    assert!(
        ends_in_the_fold.end_at(second, LONDON).is_some(),
        "at the second 01:15 it is still on"
    );
    let begins_in_the_fold = night("01:30", "07:00");
    assert!(
        begins_in_the_fold.end_at(second, LONDON).is_some(),
        "it has begun at the first 01:30"
    );
}

#[test]
fn nights_that_touch_are_one() {
    let mut nights = night("22:00", "07:00");
    // Wednesday, 4 February 2026, goes on where Tuesday's ends.
    nights.spans[2].as_mut().unwrap().from = time("07:00");
    nights.spans[2].as_mut().unwrap().to = time("09:00");
    check_end(nights, "2026-02-03T23:00", LONDON, Some("2026-02-04T09:00"));
}

fn check_following(bed: [&str; 7], rise: &str, expected: [&str; 7]) {
    let read = |text: &str| (text != "-").then(|| time(text));
    let night = ProtectedNight::following(&bed.map(read), read(rise));
    let said = night.spans.map(|span| {
        span.map_or("-".to_owned(), |span| {
            format!("{}-{}", span.from.format("%H:%M"), span.to.format("%H:%M"))
        })
    });
    assert_eq!(
        said.each_ref().map(String::as_str),
        expected,
        "after {bed:?} until {rise}"
    );
}

#[test]
fn a_night_follows_the_targets() {
    check_following(["23:00"; 7], "07:00", ["23:30-07:00"; 7]);
    check_following(["23:45"; 7], "07:00", ["00:15-07:00"; 7]);
    check_following(["00:30"; 7], "08:00", ["01:00-08:00"; 7]);
    check_following(["08:00"; 7], "16:00", ["08:30-16:00"; 7]);
    check_following(
        ["23:00", "-", "-", "-", "01:00", "-", "-"],
        "07:00",
        [
            "23:30-07:00",
            "23:30-07:00",
            "23:30-07:00",
            "23:30-07:00",
            "01:30-07:00",
            "01:30-07:00",
            "01:30-07:00",
        ],
    );
    check_following(["23:00"; 7], "-", ["23:30-07:00"; 7]);
    check_following(["-"; 7], "07:00", ["23:30-07:00"; 7]);
    check_following(["-"; 7], "-", ["00:00-06:00"; 7]);
    // Getting up before going to bed is no night.
    check_following(["23:00"; 7], "22:00", ["23:30-07:00"; 7]);
}

#[test]
fn a_night_after_midnight_belongs_to_the_evening_before() {
    let mut bed = [Some(time("23:00")); 7];
    bed[6] = Some(time("01:00"));
    let night = ProtectedNight::following(&bed, Some(time("07:00")));
    // Sunday, 8 February 2026: its night begins on Monday at half past one, and Monday's own that evening.
    check_end(night, "2026-02-08T23:45", LONDON, None);
    check_end(night, "2026-02-09T01:30", LONDON, Some("2026-02-09T07:00"));
    check_end(night, "2026-02-09T23:30", LONDON, Some("2026-02-10T07:00"));
}

fn house(kind: Kind, due: &str, grace_min: u32, quiet: Quiet) -> Schedule {
    let mut rule = daily(kind, time(due));
    rule.grace_min = grace_min;
    rule.changed_at = utc("2026-02-03T12:00");
    let mut schedule = Schedule::new(vec![rule], "2026-02-03T12:00");
    schedule.quiet = quiet;
    schedule
}

fn with_night(from: &str, to: &str) -> Quiet {
    Quiet {
        night: night(from, to),
        ..Quiet::default()
    }
}

#[test]
fn what_falls_due_in_the_night_waits_for_its_end_if_its_window_is_longer() {
    let mut schedule = house(Kind::Movement, "03:00", 300, with_night("23:30", "07:00"));
    assert!(schedule.say("2026-02-04T03:00").is_empty(), "it is silent");
    assert!(
        schedule.say("2026-02-04T06:59").is_empty(),
        "up to the last minute"
    );
    assert_eq!(
        schedule.say("2026-02-04T07:00"),
        ["show movement 4"],
        "its window is open until eight"
    );
}

#[test]
fn what_cannot_wait_that_long_goes_to_the_inbox_unseen() {
    let mut schedule = house(Kind::Movement, "03:00", 30, with_night("23:30", "07:00"));
    assert!(schedule.say("2026-02-04T03:00").is_empty(), "it is silent");
    assert_eq!(
        schedule.say("2026-02-04T03:30"),
        ["hush movement 4"],
        "and over"
    );
}

#[test]
fn a_late_one_is_not_shown_in_the_night_either() {
    let mut schedule = house(Kind::Bedtime, "23:20", 60, with_night("23:30", "07:00"));
    assert!(
        schedule.say("2026-02-03T23:40").is_empty(),
        "the computer woke up in the night"
    );
    assert_eq!(
        schedule.say("2026-02-04T00:20"),
        ["miss bedtime 3"],
        "it was due before the night, so it is missed and not silent"
    );
}

fn with_pause(from: &str, until: Option<&str>) -> Quiet {
    Quiet {
        pauses: vec![Pause {
            from: utc(from),
            until: until.map(utc),
        }],
        ..Quiet::default()
    }
}

#[test]
fn what_falls_due_in_a_pause_is_paused_and_not_missed() {
    let pause = with_pause("2026-02-03T13:00", Some("2026-02-05T08:00"));
    let mut schedule = house(Kind::EveningCheckIn, "21:00", 120, pause.clone());
    assert_eq!(
        schedule.say("2026-02-03T21:00"),
        ["pause evening-check-in 3"],
        "at once"
    );
    let mut asleep = house(Kind::EveningCheckIn, "21:00", 120, pause);
    assert_eq!(
        asleep.say("2026-02-06T12:00"),
        [
            "pause evening-check-in 3",
            "pause evening-check-in 4",
            "miss evening-check-in 5"
        ],
        "also when nobody looked; and the one after the pause is missed"
    );
}

#[test]
fn a_pause_holds_back_what_was_due_before_it() {
    let pause = with_pause("2026-02-03T21:10", None);
    let mut schedule = house(Kind::EveningCheckIn, "21:00", 120, pause);
    assert_eq!(
        schedule.say("2026-02-03T21:15"),
        ["pause evening-check-in 3"],
        "nothing is shown in a pause"
    );
}

#[test]
fn a_resting_reminder_rests_until_it_is_brought_back() {
    let quiet = Quiet {
        resting: vec![Kind::Movement],
        ..Quiet::default()
    };
    let mut schedule = house(Kind::Movement, "16:00", 30, quiet);
    assert_eq!(
        schedule.say("2026-02-03T16:00"),
        ["rest movement 3"],
        "it rests"
    );
    schedule.quiet.resting.clear();
    assert_eq!(
        schedule.say("2026-02-04T16:00"),
        ["show movement 4"],
        "it is back"
    );
}

#[test]
fn what_is_done_is_done_in_a_pause_and_in_the_night() {
    let mut schedule = house(Kind::Movement, "03:00", 30, with_night("23:30", "07:00"));
    schedule.done = vec![(Kind::Movement, utc("2026-02-04T00:00").date_naive())];
    assert_eq!(
        schedule.say("2026-02-04T03:00"),
        ["settle movement 4"],
        "doing counts, whenever"
    );
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..60 * 24 * 300).prop_map(|minute| utc("2026-01-15T00:00") + Duration::minutes(minute))
}

fn clock() -> impl Strategy<Value = NaiveTime> {
    (0_u32..96).prop_map(|quarter| {
        NaiveTime::from_num_seconds_from_midnight_opt(quarter * 900, 0).unwrap()
    })
}

proptest! {
    #[test]
    fn nothing_is_shown_while_the_clock_reads_a_time_of_the_night(
        now in instant(), from in clock(), to in clock(), due in clock(), grace in 5_u32..900,
        zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
    ) {
        let mut rule = daily(Kind::Movement, due);
        rule.grace_min = grace;
        let mut schedule = Schedule::new(vec![rule], "2026-01-01T00:00");
        (schedule.zone, schedule.since) = (zone, now);
        schedule.quiet.night = ProtectedNight::every(from, to);
        let time = now.with_timezone(&zone).time();
        let inside = if from <= to { from <= time && time < to } else { from <= time || time < to };
        let shows = schedule.steps(now).iter().any(|step| matches!(step, Step::Show(_) | Step::Retry { .. }));
        prop_assert!(!(inside && from != to && shows), "{} in {}, night {}–{}", now, zone, from, to);
    }

    #[test]
    fn between_now_and_the_next_change_there_is_nothing_to_do(
        now in instant(),
        rules in prop::collection::vec((clock(), 5_u32..900), 1..4),
        night in (clock(), clock()),
        pause in prop::option::of((-600_i64..600, prop::option::of(1_i64..900))),
        snooze in prop::option::of(1_i64..60),
        waits in prop::collection::vec(1_i64..2000, 1..6),
        parts in prop::collection::vec(0.0..1.0_f64, 4),
        zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
    ) {
        let kinds = [Kind::WindDown, Kind::Movement, Kind::Own("water".to_owned())];
        let rules = kinds.into_iter().zip(rules).map(|(kind, (due, grace))| {
            let mut rule = daily(kind, due);
            rule.grace_min = grace;
            rule.changed_at = now;
            rule
        }).collect();
        let mut schedule = Schedule::new(rules, "2026-01-01T00:00");
        (schedule.zone, schedule.since) = (zone, now);
        schedule.quiet.night = ProtectedNight::every(night.0, night.1);
        if let Some((from, length)) = pause {
            let from = now + Duration::minutes(from);
            schedule.quiet.pauses = vec![Pause { from, until: length.map(|min| from + Duration::minutes(min)) }];
        }
        let mut now = now;
        for wait in waits {
            now += Duration::minutes(wait);
            schedule.tick(now);
            if let (Some(minutes), Some(row)) = (snooze, schedule.log.last_mut())
                && row.state == State::Shown
            {
                row.state = State::Snoozed;
                row.snoozed_until = Some((now + Duration::minutes(minutes)).min(row.until));
                schedule.tick(now);
            }
            let next = schedule.next(now).unwrap_or(now + Duration::days(8));
            prop_assert!(now < next, "{} is not after {}", next, now);
            let milliseconds = (next - now).num_milliseconds() - 1;
            for part in &parts {
                let between = now + Duration::milliseconds((milliseconds as f64 * part) as i64);
                prop_assert_eq!(schedule.steps(between), [], "at {}, though nothing was to change before {}", between, next);
            }
        }
    }
}
