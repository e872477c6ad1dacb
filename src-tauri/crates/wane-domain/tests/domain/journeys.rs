//! Clock times of a night that was begun by one clock and ended by another, laid out round the wake date.

use chrono::Duration;
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::{prelude::*, sample::select};
use wane_domain::{Fold, Moment, usual::place_clock_times};

use crate::support::{LONDON, at, date, time, utc};

const AUCKLAND: Tz = Tz::Pacific__Auckland;
const HONOLULU: Tz = Tz::Pacific__Honolulu;
const NEW_YORK: Tz = Tz::America__New_York;

/// Checks where a night comes to lie whose evening was read by one clock and whose morning by another.
fn check(
    wake_date: &str,
    evening: (&str, &str, Tz),
    morning: (&str, &str, Tz),
    expected: [&str; 4],
    why: &str,
) {
    let zones = [evening.2, evening.2, morning.2, morning.2];
    let [bed, dark, wake, up] =
        [evening.0, evening.1, morning.0, morning.1].map(|text| Some(time(text)));
    let placed = place_clock_times(
        date(wake_date),
        bed,
        dark,
        wake,
        up,
        zones,
        [Fold::First; 4],
    );
    for (at_clock, (zone, placed)) in expected.into_iter().zip(zones.into_iter().zip(placed)) {
        assert_eq!(placed, Some(at(at_clock, zone)), "{wake_date}: {why}");
    }
}

#[test]
fn a_night_on_a_plane_lies_between_its_two_clocks() {
    check(
        "2026-02-04",
        ("22:00", "22:30", NEW_YORK),
        ("09:00", "09:20", LONDON),
        [
            "2026-02-03T22:00",
            "2026-02-03T22:30",
            "2026-02-04T09:00",
            "2026-02-04T09:20",
        ],
        "eastwards over the Atlantic",
    );
    check(
        "2026-02-04",
        ("02:00", "02:10", LONDON),
        ("04:00", "04:20", NEW_YORK),
        [
            "2026-02-04T02:00",
            "2026-02-04T02:10",
            "2026-02-04T04:00",
            "2026-02-04T04:20",
        ],
        "westwards, in bed two clock hours before waking",
    );
}

#[test]
fn a_night_over_the_date_line_may_begin_on_its_own_date_or_two_before() {
    check(
        "2026-03-05",
        ("22:00", "22:20", AUCKLAND),
        ("07:00", "07:15", HONOLULU),
        [
            "2026-03-05T22:00",
            "2026-03-05T22:20",
            "2026-03-05T07:00",
            "2026-03-05T07:15",
        ],
        "eastwards the same date comes again",
    );
    check(
        "2026-03-05",
        ("01:00", "01:20", AUCKLAND),
        ("10:00", "10:15", HONOLULU),
        [
            "2026-03-06T01:00",
            "2026-03-06T01:20",
            "2026-03-05T10:00",
            "2026-03-05T10:15",
        ],
        "into bed on the date after the one of waking",
    );
    check(
        "2026-03-07",
        ("22:00", "22:20", HONOLULU),
        ("05:00", "05:15", AUCKLAND),
        [
            "2026-03-05T22:00",
            "2026-03-05T22:20",
            "2026-03-07T05:00",
            "2026-03-07T05:15",
        ],
        "westwards a date is skipped",
    );
}

#[test]
fn over_a_date_that_a_zone_skipped_the_night_is_the_one_before() {
    let apia = Tz::Pacific__Apia;
    check(
        "2011-12-31",
        ("23:00", "23:10", apia),
        ("07:00", "07:20", apia),
        [
            "2011-12-29T23:00",
            "2011-12-29T23:10",
            "2011-12-31T07:00",
            "2011-12-31T07:20",
        ],
        "there was no evening of the thirtieth",
    );
}

#[test]
fn awake_by_one_clock_and_up_by_another_is_the_nearest_reading() {
    let [_, _, wake, up] = place_clock_times(
        date("2026-03-06"),
        None,
        None,
        Some(time("06:00")),
        Some(time("08:00")),
        [AUCKLAND, AUCKLAND, AUCKLAND, HONOLULU],
        [Fold::First; 4],
    );
    assert_eq!(
        wake,
        Some(at("2026-03-06T06:00", AUCKLAND)),
        "on the wake date"
    );
    assert_eq!(
        up,
        Some(at("2026-03-05T08:00", HONOLULU)),
        "an hour later, on the date before"
    );
}

proptest! {
    #[test]
    fn a_night_under_a_day_long_is_found_again_whatever_clocks_it_was_read_by(
        start in 0_i64..60 * 24 * 400,
        dark in 0_i64..120,
        asleep in 30_i64..14 * 60,
        up in 0_i64..120,
        evening in select(TZ_VARIANTS.to_vec()),
        morning in select(TZ_VARIANTS.to_vec()),
    ) {
        let moment = |minutes: i64, zone| Moment::new(utc("2026-01-01T00:00") + Duration::minutes(minutes), zone);
        let times = [
            moment(start, evening),
            moment(start + dark, evening),
            moment(start + dark + asleep, morning),
            moment(start + dark + asleep + up, morning),
        ];
        // Which of two equal readings is meant has to be said; of one reading, either is it.
        let folds = times.map(|m| if Moment::from_local(m.local(), m.zone, Fold::First) == m { Fold::First } else { Fold::Second });
        let read = times.map(|m| Some(m.time()));
        let placed = place_clock_times(
            times[2].date(), read[0], read[1], read[2], read[3],
            times.map(|m| m.zone), folds,
        );
        prop_assert_eq!(placed, times.map(Some), "read as {:?}", times.map(|m| m.to_rfc3339()));
    }
}
