//! When it is time to ask whether a flare has passed.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use wane_domain::{
    diary::{FlareHow, FlareNote, Origin, Span, SpanKind},
    flare::asks,
};

use crate::support::{LONDON, at, date, id, utc};

fn flare(from: &str, to: Option<&str>) -> Span {
    Span {
        id: id(1),
        kind: SpanKind::Flare,
        from_date: date(from),
        to_date: to.map(date),
    }
}

fn note(day: &str, time: &str, how: FlareHow) -> FlareNote {
    FlareNote {
        id: id(2),
        date: date(day),
        at: at(&format!("{day}T{time}"), LONDON),
        how,
        origin: Origin {
            source: None,
            source_key: None,
            entered_at: utc("2026-02-01T00:00"),
            recalled: false,
        },
    }
}

fn check(notes: &[FlareNote], answered: Option<&str>, today: &str, expected: bool, what: &str) {
    let flare = flare("2026-02-01", None);
    assert_eq!(
        asks(&flare, notes, answered.map(date), date(today)),
        expected,
        "{what}"
    );
}

#[test]
fn it_is_asked_every_third_day() {
    check(&[], None, "2026-02-01", false, "not on the first day");
    check(&[], None, "2026-02-02", false, "nor on the second");
    check(&[], None, "2026-02-03", false, "nor on the third");
    check(&[], None, "2026-02-04", true, "three days later");
    check(&[], None, "2026-02-09", true, "and until it is answered");
    check(
        &[],
        Some("2026-02-04"),
        "2026-02-04",
        false,
        "answered today",
    );
    check(
        &[],
        Some("2026-02-04"),
        "2026-02-06",
        false,
        "left in peace",
    );
    check(&[], Some("2026-02-04"), "2026-02-07", true, "and again");
    check(
        &[],
        Some("2026-01-20"),
        "2026-02-02",
        false,
        "of another flare",
    );
}

#[test]
fn it_is_asked_after_a_day_that_ended_easing() {
    let eased = [
        note("2026-02-01", "09:00", FlareHow::Rough),
        note("2026-02-01", "21:00", FlareHow::Easing),
    ];
    check(&eased, None, "2026-02-01", false, "not on the same day");
    check(&eased, None, "2026-02-02", true, "on the next");
    check(&eased, Some("2026-02-02"), "2026-02-03", false, "once");
    let turned = [
        note("2026-02-01", "09:00", FlareHow::Easing),
        note("2026-02-01", "21:00", FlareHow::Same),
    ];
    check(&turned, None, "2026-02-02", false, "the last word counts");
}

#[test]
fn a_flare_that_is_over_is_not_asked_about() {
    let over = flare("2026-02-01", Some("2026-02-05"));
    assert!(!asks(&over, &[], None, date("2026-02-06")));
}

proptest! {
    /// Whoever has just said that it goes on is not asked again on that day, whatever was noted.
    #[test]
    fn never_twice_on_one_day(days in 0u64..40, easing: bool) {
        let from: NaiveDate = date("2026-02-01");
        let today = from + Days::new(days);
        let how = if easing { FlareHow::Easing } else { FlareHow::Rough };
        let notes = [note("2026-02-01", "09:00", how)];
        prop_assert!(!asks(&flare("2026-02-01", None), &notes, Some(today), today));
    }
}
