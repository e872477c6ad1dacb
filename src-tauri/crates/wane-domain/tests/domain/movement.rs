//! The library, routines, late sessions, and the mornings after.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use proptest::prelude::*;
use wane_domain::{
    Id, Moment,
    diary::{Dose, Origin},
    movement::{
        library::{Area, LIBRARY, Posture, movement_of},
        response::{Response, response, usual},
        routine::{
            Amount, MOST_MINUTES, MOST_STEPS, MOST_TIMES, NoRoutine, READY_MADE, Step, Steps,
            ready_made,
        },
        timing::{Late, lateness},
    },
    scale::Effort,
};

use crate::support::{LONDON, utc};

#[test]
fn the_library_has_something_for_everybody() {
    let codes: BTreeSet<&str> = LIBRARY.iter().map(|m| m.code).collect();
    assert_eq!(codes.len(), LIBRARY.len(), "each code is there once");
    for posture in Posture::ALL {
        let of = LIBRARY.iter().filter(|m| m.posture == posture).count();
        assert!(of >= 8, "{}: {of} movements", posture.code());
        for area in [Area::Back, Area::Hips, Area::Legs] {
            assert!(
                LIBRARY
                    .iter()
                    .any(|m| m.posture == posture && m.areas.contains(&area)),
                "{}: something for the {}",
                posture.code(),
                area.code()
            );
        }
    }
    for movement in &LIBRARY {
        assert!(
            !movement.areas.is_empty(),
            "{} moves something",
            movement.code
        );
        assert_eq!(movement_of(movement.code), Some(movement));
    }
    assert_eq!(movement_of("somersault"), None, "nothing else is in it");
}

#[test]
fn ready_made_routines_are_routines() {
    for ready in READY_MADE {
        let steps: Vec<Step> = ready
            .steps
            .iter()
            .map(|step| Step::new(step.movement, step.amount).unwrap())
            .collect();
        let minutes = Steps::new(steps).unwrap().minutes();
        assert!((3..=12).contains(&minutes), "{}: {minutes} min", ready.code);
        assert_eq!(ready_made(ready.code).map(|r| r.code), Some(ready.code));
    }
    let lying = ready_made("lying-only").unwrap();
    assert!(
        lying
            .steps
            .iter()
            .all(|step| movement_of(step.movement).unwrap().posture == Posture::Lying),
        "lying only is lying only"
    );
}

#[test]
fn what_is_no_step_is_refused() {
    let check = |text: &str, why: NoRoutine| {
        assert_eq!(text.parse::<Steps>(), Err(why), "{text}");
    };
    check("", NoRoutine::Form);
    check("bridge", NoRoutine::Form);
    check("bridge 5", NoRoutine::Form);
    check("bridge fivex", NoRoutine::Form);
    check("bridge 5x,", NoRoutine::Form);
    check("somersault 5x", NoRoutine::UnknownMovement);
    check("bridge 0x", NoRoutine::Amount);
    check("bridge 51x", NoRoutine::Amount);
    check("bridge 31m", NoRoutine::Amount);
    check(&["bridge 1x"; 25].join(", "), NoRoutine::Length);
    assert_eq!(
        "bridge 6x, calf-ease 2m"
            .parse::<Steps>()
            .unwrap()
            .minutes(),
        3,
        "six slow breaths and two minutes"
    );
}

proptest! {
    #[test]
    fn steps_are_read_as_they_are_written(
        steps in prop::collection::vec(
            (0..LIBRARY.len(), prop_oneof![
                (1..=MOST_MINUTES).prop_map(Amount::Minutes),
                (1..=MOST_TIMES).prop_map(Amount::Times),
            ]),
            1..=MOST_STEPS,
        )
    ) {
        let steps = steps.into_iter().map(|(at, amount)| Step::new(LIBRARY[at].code, amount).unwrap());
        let steps = Steps::new(steps.collect()).unwrap();
        prop_assert_eq!(steps.to_string().parse::<Steps>().unwrap(), steps);
    }
}

/// Bed at 23:00 in London, in winter.
fn bed() -> DateTime<Utc> {
    utc("2026-01-10T23:00")
}

fn session(start: &str, minutes: Option<u16>, effort: Option<u8>) -> Dose {
    let start = utc(start);
    Dose {
        id: Id::new(start, [0; 10]),
        date: NaiveDate::from_ymd_opt(2026, 1, 10).unwrap(),
        start: Some(Moment::new(start, LONDON)),
        kind: None,
        minutes,
        effort: effort.map(|e| Effort::new(e).unwrap()),
        felt: None,
        origin: Origin {
            source: None,
            source_key: None,
            entered_at: start,
            recalled: false,
        },
    }
}

#[test]
fn hard_and_late_is_noticed_and_nothing_else() {
    let check = |start: &str, minutes, effort, expected: Option<Late>| {
        let found = lateness(&session(start, minutes, effort), bed());
        assert_eq!(
            found, expected,
            "{start}, {minutes:?} min, effort {effort:?}"
        );
    };
    check("2026-01-10T18:00", Some(60), Some(8), None);
    check("2026-01-10T18:00", Some(61), Some(8), Some(Late::Late));
    check("2026-01-10T21:00", Some(60), Some(7), Some(Late::Late));
    check("2026-01-10T21:00", Some(61), Some(7), Some(Late::VeryLate));
    check("2026-01-10T23:30", Some(20), Some(10), Some(Late::VeryLate));
    check("2026-01-10T22:30", Some(20), Some(6), None);
    check("2026-01-10T22:30", Some(20), None, None);
    check("2026-01-10T22:30", None, Some(9), Some(Late::VeryLate));
    check("2026-01-11T06:00", Some(20), Some(9), None);
    let untimed = Dose {
        start: None,
        ..session("2026-01-10T22:30", Some(20), Some(9))
    };
    assert_eq!(lateness(&untimed, bed()), None, "nobody knows when");
}

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Duration::days(n)
}

/// Ten mornings at 4, and then these; 0 is the day of the session.
fn mornings(after: &[Option<u8>]) -> Vec<(NaiveDate, u8)> {
    let before = (-10..=0).map(|n| (day(n), 4));
    let after = after
        .iter()
        .enumerate()
        .filter_map(|(n, pain)| Some((day(n as i64 + 1), (*pain)?)));
    before.chain(after).collect()
}

#[test]
fn the_morning_after_is_read_against_the_usual() {
    let check = |after: &[Option<u8>], today: i64, expected: Response| {
        assert_eq!(
            response(&mornings(after), day(0), day(today)),
            expected,
            "{after:?} on day {today}"
        );
    };
    check(&[], 0, Response::Unknown);
    check(&[None], 1, Response::Unknown);
    check(&[Some(4)], 1, Response::Settled { rise: 0.0 });
    check(&[Some(2)], 1, Response::Settled { rise: -2.0 });
    check(&[Some(5)], 1, Response::Settled { rise: 1.0 });
    check(&[Some(6)], 1, Response::Waiting { rise: 2.0 });
    check(&[Some(6), Some(5)], 2, Response::Settled { rise: 2.0 });
    check(&[Some(6), Some(6)], 2, Response::Flared { rise: 2.0 });
    check(&[Some(6), Some(6)], 1, Response::Waiting { rise: 2.0 });
    check(
        &[Some(6), None, Some(9)],
        9,
        Response::Waiting { rise: 2.0 },
    );
    check(&[Some(7)], 1, Response::Flared { rise: 3.0 });
    check(&[Some(7), Some(4)], 2, Response::Flared { rise: 3.0 });
    check(&[Some(7)], 0, Response::Unknown);
}

#[test]
fn two_mornings_make_no_usual() {
    let few = [(day(-1), 4), (day(0), 4), (day(1), 9)];
    assert_eq!(usual(&few, day(0)), None);
    assert_eq!(response(&few, day(0), day(1)), Response::Unknown);
    assert_eq!(usual(&few, day(1)), Some(4.0), "a third makes one");
}
