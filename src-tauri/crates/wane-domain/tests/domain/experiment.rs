//! Experiments: which answer belongs to a day, where one stands, and which days are left out.

use chrono::Duration;
use proptest::prelude::*;
use wane_domain::{
    Id,
    diary::{Experiment, Pace, PartOfDay, Span, SpanKind, Tried, Watched},
    experiment::{Phase, is_possible},
};

use crate::support::{date, utc};

fn experiment(part: PartOfDay, watched: Watched, weeks: u16) -> Experiment {
    Experiment {
        id: Id::new(utc("2026-03-01T09:00"), [1; 10]),
        date: date("2026-03-01"),
        tried: Tried::Own,
        own: Some("no screens".to_owned()),
        part,
        watched,
        weeks,
        pace: Pace::EveryDay,
        first_date: date("2026-03-02"),
        coins: "0110100".to_owned(),
        stopped_on: None,
    }
}

fn span(from: &str, to: Option<&str>) -> Span {
    Span {
        id: Id::new(utc("2026-03-01T09:00"), [2; 10]),
        kind: SpanKind::Illness,
        from_date: date(from),
        to_date: to.map(date),
    }
}

#[test]
fn the_answer_that_belongs_to_a_day_is_the_first_after_it_was_done() {
    let check = |part, watched, expected: &str| {
        assert_eq!(
            experiment(part, watched, 2).read_on(date("2026-03-05")),
            date(expected),
            "{part:?}, {watched:?}"
        );
    };
    for part in [PartOfDay::Morning, PartOfDay::Day] {
        // The pain on waking, and the night that ends on a date, were there before the day began.
        check(part, Watched::EveningPain, "2026-03-05");
        check(part, Watched::MorningPain, "2026-03-06");
        check(part, Watched::Asleep, "2026-03-06");
        check(part, Watched::Efficiency, "2026-03-06");
        check(part, Watched::Quality, "2026-03-06");
    }
    for watched in [
        Watched::EveningPain,
        Watched::MorningPain,
        Watched::Asleep,
        Watched::Quality,
    ] {
        check(PartOfDay::Evening, watched, "2026-03-06");
    }
}

#[test]
fn what_has_its_own_time_of_day_keeps_it() {
    assert_eq!(Tried::WindDown.part(), Some(PartOfDay::Evening));
    assert_eq!(Tried::MorningLight.part(), Some(PartOfDay::Morning));
    assert_eq!(Tried::Movement.part(), Some(PartOfDay::Day));
    assert_eq!(Tried::Own.part(), None, "one's own is said");
}

#[test]
fn only_lengths_that_can_say_something_are_possible() {
    let possible: Vec<(u16, Pace)> = (0..=8)
        .flat_map(|weeks| [(weeks, Pace::EveryDay), (weeks, Pace::TwoOrThreeDays)])
        .filter(|(weeks, pace)| is_possible(*weeks, *pace))
        .collect();
    assert_eq!(
        possible,
        [
            (2, Pace::EveryDay),
            (4, Pace::EveryDay),
            (4, Pace::TwoOrThreeDays)
        ]
    );
}

#[test]
fn it_goes_from_before_over_its_days_to_the_last_answer() {
    let evening = experiment(PartOfDay::Evening, Watched::MorningPain, 2);
    let check = |today: &str, answered: bool, expected: Phase| {
        assert_eq!(evening.phase(date(today), answered), expected, "{today}");
    };
    check("2026-03-01", false, Phase::Before);
    check("2026-03-02", false, Phase::Running(1));
    check("2026-03-15", true, Phase::Running(14));
    check("2026-03-16", false, Phase::Waiting);
    check("2026-03-16", true, Phase::Over);
    check("2026-03-17", false, Phase::Over);
    let stopped = Experiment {
        stopped_on: Some(date("2026-03-09")),
        ..evening.clone()
    };
    assert_eq!(
        stopped.phase(date("2026-06-01"), true),
        Phase::Stopped,
        "what was stopped is never over"
    );
    let by_day = experiment(PartOfDay::Day, Watched::EveningPain, 2);
    assert_eq!(
        by_day.phase(date("2026-03-15"), true),
        Phase::Running(14),
        "the evening of the last day belongs to it"
    );
    assert_eq!(by_day.phase(date("2026-03-16"), false), Phase::Over);
}

#[test]
fn a_day_is_left_out_when_it_or_its_answer_is_marked() {
    let evening = experiment(PartOfDay::Evening, Watched::MorningPain, 2);
    let by_day = experiment(PartOfDay::Day, Watched::EveningPain, 2);
    let check = |experiment: &Experiment, day: &str, spans: &[Span], left_out: bool| {
        assert_eq!(
            experiment.excused(date(day), spans).is_some(),
            left_out,
            "{day}, {spans:?}"
        );
    };
    let two_days = [span("2026-03-06", Some("2026-03-07"))];
    check(&evening, "2026-03-04", &two_days, false);
    check(&evening, "2026-03-05", &two_days, true);
    check(&evening, "2026-03-07", &two_days, true);
    check(&evening, "2026-03-08", &two_days, false);
    check(&by_day, "2026-03-05", &two_days, false);
    check(&by_day, "2026-03-06", &two_days, true);
    let goes_on = [span("2026-03-06", None)];
    check(&evening, "2026-03-15", &goes_on, true);
    check(&evening, "2026-03-04", &goes_on, false);
    check(&evening, "2026-03-05", &[], false);
}

proptest! {
    #[test]
    fn no_day_of_it_is_over(offset in -5_i64..40, weeks in prop::sample::select(vec![2_u16, 4]), answered: bool) {
        for part in [PartOfDay::Morning, PartOfDay::Evening] {
            let experiment = experiment(part, Watched::MorningPain, weeks);
            let today = experiment.first_date + Duration::days(offset);
            let phase = experiment.phase(today, answered);
            prop_assert_eq!(matches!(phase, Phase::Running(_)), experiment.holds(today));
            if phase == Phase::Over {
                prop_assert!(today > experiment.last_date());
            }
        }
    }
}
