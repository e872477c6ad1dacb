//! When worries are given back.

use wane_domain::worry::{DayAfter, is_given_back};

use crate::support::utc;

#[test]
fn after_the_light_or_its_time_or_late_in_the_morning() {
    let check = |now: &str, light: bool, until: Option<&str>, expected: bool, why: &str| {
        let day = DayAfter {
            has_had_light: light,
            light_until: until.map(utc),
            rise: utc("2026-03-15T07:00"),
        };
        assert_eq!(is_given_back(utc(now), day), expected, "{why}");
    };
    let window = Some("2026-03-15T09:00");
    check("2026-03-14T22:30", false, window, false, "in the evening");
    check("2026-03-15T03:00", false, window, false, "at night");
    check("2026-03-15T07:30", false, window, false, "before the light");
    check(
        "2026-03-15T07:30",
        true,
        window,
        true,
        "the light is logged",
    );
    check(
        "2026-03-15T09:00",
        false,
        window,
        true,
        "its time has passed",
    );
    check(
        "2026-03-15T10:59",
        false,
        None,
        false,
        "no light in winter: not yet",
    );
    check("2026-03-15T11:00", false, None, true, "late in the morning");
    check(
        "2026-03-15T11:00",
        false,
        Some("2026-03-15T13:00"),
        true,
        "late sun keeps nobody waiting",
    );
    check(
        "2026-03-17T02:00",
        false,
        window,
        true,
        "and it stays given back",
    );
}
