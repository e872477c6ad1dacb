//! Clock readings and instants: gaps, folds, and the way back.

use chrono::{Duration, NaiveTime};
use chrono_tz::Tz;
use proptest::prelude::*;
use wane_domain::{Fold, Moment};

use crate::support::{LONDON, at, date, reading, utc};

#[test]
fn readings_become_the_instants_meant() {
    let check = |text: &str, zone: Tz, fold: Fold, expected: &str, why: &str| {
        assert_eq!(
            Moment::from_local(reading(text), zone, fold).instant,
            utc(expected),
            "{text} in {zone}: {why}"
        );
    };
    check(
        "2026-07-01T12:00",
        LONDON,
        Fold::First,
        "2026-07-01T11:00",
        "summer time",
    );
    check(
        "2026-10-25T01:30",
        LONDON,
        Fold::First,
        "2026-10-25T00:30",
        "the first of two",
    );
    check(
        "2026-10-25T01:30",
        LONDON,
        Fold::Second,
        "2026-10-25T01:30",
        "the second of two",
    );
    check(
        "2026-03-29T01:30",
        LONDON,
        Fold::First,
        "2026-03-29T01:30",
        "skipped: also called 02:30",
    );
    check(
        "2026-03-28T23:30",
        Tz::America__Nuuk,
        Fold::First,
        "2026-03-29T01:30",
        "skipped before midnight: also called 00:30",
    );
    check(
        "2026-04-24T00:00",
        Tz::Africa__Cairo,
        Fold::First,
        "2026-04-23T22:00",
        "skipped midnight: also called 01:00",
    );
    check(
        "2011-12-30T12:00",
        Tz::Pacific__Apia,
        Fold::First,
        "2011-12-30T22:00",
        "a skipped day takes the offset before it",
    );
}

#[test]
fn offsets_are_written_as_they_were_in_force() {
    assert_eq!(
        at("2026-07-01T12:00", LONDON).to_rfc3339(),
        "2026-07-01T12:00:00+01:00",
        "summer"
    );
    assert_eq!(
        at("2026-01-01T12:00", LONDON).to_rfc3339(),
        "2026-01-01T12:00:00+00:00",
        "winter"
    );
}

proptest! {
    #[test]
    fn a_reading_that_exists_reads_back_the_same(
        zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
        minutes in 0_i64..60 * 24 * 365 * 10,
        second in any::<bool>(),
    ) {
        let instant = utc("2020-01-01T00:00") + Duration::minutes(minutes);
        let local = Moment::new(instant, zone).local();
        let fold = if second { Fold::Second } else { Fold::First };
        let found = Moment::from_local(local, zone, fold);
        prop_assert_eq!(found.local(), local, "in {}", zone);
        prop_assert!((found.instant - instant).abs() <= Duration::hours(3), "another reading of the same clock time, at most");
    }

    #[test]
    fn any_reading_is_read_at_most_a_gap_later(
        zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
        day in 0_u64..3650,
        minute in 0_u32..1440,
    ) {
        let local = (date("2015-01-01") + chrono::Days::new(day))
            .and_time(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap());
        let later = Moment::from_local(local, zone, Fold::First).local() - local;
        prop_assert!(
            Duration::zero() <= later && later <= Duration::hours(24),
            "{} in {} reads back {} minutes later", local, zone, later.num_minutes()
        );
    }
}
