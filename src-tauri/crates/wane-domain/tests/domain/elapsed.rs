//! Durations are elapsed time: on days of 23, 24½ and 25 hours, and on nights that begin by one clock and end by another.

use chrono::{Duration, NaiveDate, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::{prelude::*, sample::select};
use wane_domain::{
    Fold, Moment,
    diary::{Nap, Night},
    measures::Measures,
    usual::place_clock_times,
};

use crate::support::{LONDON, at, blank_night, date, id, ordinary_night, reading, time, utc};

/// A night of clock readings: into bed, lights out, awake and up, with 20 minutes to fall asleep and 30 awake.
fn night(wake_date: &str, times: [&str; 4], zone: Tz) -> Night {
    let wake_date = date(wake_date);
    let [bed, lights_out, final_wake, out_of_bed] = times.map(|text| Some(time(text)));
    let [bed, lights_out, final_wake, out_of_bed] = place_clock_times(
        wake_date,
        bed,
        lights_out,
        final_wake,
        out_of_bed,
        [zone; 4],
        [Fold::First; 4],
    );
    Night {
        bed,
        lights_out,
        sol_min: Some(20),
        waso_min: Some(30),
        final_wake,
        tasafa_min: Some(10),
        out_of_bed,
        ..blank_night(wake_date)
    }
}

/// Checks time in bed, sleep period, total sleep time and terminal wakefulness of a night by the clock.
fn check(wake_date: &str, zone: Tz, expected: [f64; 4], why: &str) {
    let m = Measures::of(&night(
        wake_date,
        ["22:30", "23:00", "07:00", "07:30"],
        zone,
    ));
    let minutes = [m.tib_min, m.spt_min, m.tst_min, m.twak_min].map(Option::unwrap);
    assert_eq!(minutes, expected, "{wake_date} in {zone}: {why}");
}

#[test]
fn a_night_is_as_long_as_it_lasted() {
    check(
        "2026-02-04",
        LONDON,
        [540.0, 460.0, 430.0, 30.0],
        "an ordinary night",
    );
    check(
        "2026-03-29",
        LONDON,
        [480.0, 400.0, 370.0, 30.0],
        "one hour was skipped",
    );
    check(
        "2026-10-25",
        LONDON,
        [600.0, 520.0, 490.0, 30.0],
        "one hour came twice",
    );
    let lord_howe = Tz::Australia__Lord_Howe;
    check(
        "2026-04-05",
        lord_howe,
        [570.0, 490.0, 460.0, 30.0],
        "half an hour came twice",
    );
    check(
        "2026-10-04",
        lord_howe,
        [510.0, 430.0, 400.0, 30.0],
        "half an hour was skipped",
    );
    let troll = Tz::Antarctica__Troll;
    check(
        "2026-03-29",
        troll,
        [420.0, 340.0, 310.0, 30.0],
        "two hours were skipped",
    );
    check(
        "2026-10-25",
        troll,
        [660.0, 580.0, 550.0, 30.0],
        "two hours came twice",
    );
    let nuuk = Tz::America__Nuuk;
    check(
        "2026-03-29",
        nuuk,
        [480.0, 400.0, 370.0, 30.0],
        "the hour before midnight was skipped",
    );
    let apia = Tz::Pacific__Apia;
    check(
        "2011-12-31",
        apia,
        [540.0, 460.0, 430.0, 30.0],
        "a whole date was skipped, and the night was none the longer",
    );
}

#[test]
fn over_every_clock_change_of_every_zone_a_night_is_as_long_as_it_lasted() {
    let mut changed = 0;
    for zone in TZ_VARIANTS {
        // Readings at noon are nowhere skipped, nor do they come twice.
        let noon =
            |date: NaiveDate| Moment::from_local(date.and_time(time("12:00")), zone, Fold::First);
        let mut to = noon(date("2025-12-31"));
        for days in 0..365 {
            let wake_date = date("2026-01-01") + Duration::days(days);
            let from = to;
            to = noon(wake_date);
            let elapsed = (to.instant - from.instant).num_minutes();
            let offset = |m: Moment| (m.local() - m.instant.naive_utc()).num_minutes();
            let jumped = offset(to) - offset(from);
            if jumped == 0 {
                assert_eq!(elapsed, 1440, "{wake_date} in {zone}: a day of 24 hours");
                continue;
            }
            changed += 1;
            assert_eq!(
                elapsed,
                1440 - jumped,
                "{wake_date} in {zone}: the clock jumped by {jumped}"
            );
            let bed = Moment::new(from.instant + Duration::hours(6), zone);
            let night = Night {
                bed: Some(bed),
                out_of_bed: Some(to),
                ..blank_night(wake_date)
            };
            assert_eq!(
                Measures::of(&night).tib_min,
                Some((elapsed - 360) as f64),
                "{wake_date} in {zone}: time in bed is what is left of the elapsed time"
            );
        }
    }
    assert!(
        changed > 200,
        "{changed} changes of the clock were slept over"
    );
}

#[test]
fn a_night_that_begins_by_one_clock_and_ends_by_another_is_as_long_as_it_lasted() {
    let check = |bed: (&str, Tz), wake: (&str, Tz), hours: f64| {
        let (bed, wake) = (at(bed.0, bed.1), at(wake.0, wake.1));
        let night = Night {
            bed: Some(bed),
            lights_out: Some(bed),
            sol_min: Some(15),
            waso_min: Some(0),
            final_wake: Some(wake),
            tasafa_min: Some(0),
            out_of_bed: Some(wake),
            ..blank_night(wake.date())
        };
        let m = Measures::of(&night);
        let told = format!("{} to {}", bed.to_rfc3339(), wake.to_rfc3339());
        assert_eq!(m.tib_min, Some(hours * 60.0), "{told}");
        assert_eq!(m.tst_min, Some(hours * 60.0 - 15.0), "{told}");
        assert_eq!(m.spt_min, m.tst_min, "{told}");
        assert_eq!(
            m.midpoint.unwrap().zone,
            wake.zone,
            "{told}: the middle by the clock of waking"
        );
    };
    let (york, auckland, honolulu) = (
        Tz::America__New_York,
        Tz::Pacific__Auckland,
        Tz::Pacific__Honolulu,
    );
    check(
        ("2026-02-03T22:00", york),
        ("2026-02-04T09:00", LONDON),
        6.0,
    );
    check(
        ("2026-02-03T22:00", LONDON),
        ("2026-02-04T01:00", york),
        8.0,
    );
    check(
        ("2026-03-05T22:00", auckland),
        ("2026-03-05T07:00", honolulu),
        8.0,
    );
    check(
        ("2026-03-05T22:00", honolulu),
        ("2026-03-07T05:00", auckland),
        8.0,
    );
    check(
        ("2026-03-28T23:00", LONDON),
        ("2026-03-29T08:00", Tz::Europe__Berlin),
        7.0,
    );
}

#[test]
fn a_nap_over_a_clock_change_is_as_long_as_it_lasted() {
    let nap = |start: Moment, end: Moment| Nap {
        id: id(1),
        date: start.date(),
        start: Some(start),
        end: Some(end),
        asleep_min: None,
        origin: ordinary_night().origin,
    };
    let length = |nap: &Nap| nap.end.unwrap().minutes_since(&nap.start.unwrap());
    assert_eq!(
        length(&nap(
            at("2026-03-29T00:30", LONDON),
            at("2026-03-29T02:30", LONDON)
        )),
        60.0,
        "one hour was skipped"
    );
    let twice = Moment::from_local(reading("2026-10-25T01:15"), LONDON, Fold::Second);
    assert_eq!(
        length(&nap(at("2026-10-25T01:45", LONDON), twice)),
        30.0,
        "from 01:45 to 01:15 is half an hour"
    );
    assert_eq!(
        length(&nap(
            at("2026-02-04T13:00", LONDON),
            at("2026-02-04T09:10", Tz::America__New_York)
        )),
        70.0,
        "on a plane"
    );
}

proptest! {
    #[test]
    fn whose_clock_was_read_alters_no_duration(
        start in 0_i64..60 * 24 * 400,
        gaps in [0_i64..120, 60..900, 0..120],
        minutes in (0_u16..60, 0_u16..60, 0_u16..60),
        zones in [select(TZ_VARIANTS.to_vec()), select(TZ_VARIANTS.to_vec()), select(TZ_VARIANTS.to_vec()), select(TZ_VARIANTS.to_vec())],
    ) {
        let instant = |ahead: i64| utc("2026-01-01T00:00") + Duration::minutes(start + ahead);
        let at = [0, gaps[0], gaps[0] + gaps[1], gaps[0] + gaps[1] + gaps[2]];
        let measures = |zones: [Tz; 4]| {
            let moment = |which: usize| Some(Moment::new(instant(at[which]), zones[which]));
            Measures::of(&Night {
                bed: moment(0),
                lights_out: moment(1),
                sol_min: Some(minutes.0),
                waso_min: Some(minutes.1),
                final_wake: moment(2),
                tasafa_min: Some(minutes.2),
                out_of_bed: moment(3),
                ..blank_night(date("2026-01-01"))
            })
        };
        let (here, there) = (measures([Tz::UTC; 4]), measures(zones));
        let numbers = |m: &Measures| [m.tib_min, m.attempt_min, m.spt_min, m.tst_min, m.dse_min, m.twak_min, m.se_tib, m.se_dse];
        prop_assert_eq!(numbers(&here), numbers(&there), "read in {:?}", zones);
        prop_assert_eq!(here.tib_min, Some(at[3] as f64), "time in bed is elapsed time");
        prop_assert_eq!(here.tst_min, Some(gaps[1] as f64 - f64::from(minutes.0) - f64::from(minutes.1)), "and so is total sleep time");
        prop_assert_eq!(here.midpoint.map(|m| m.instant), there.midpoint.map(|m| m.instant), "the middle is an instant");
    }

    #[test]
    fn an_instant_reads_back_as_itself_in_every_zone(
        zone in select(TZ_VARIANTS.to_vec()),
        seconds in 0_i64..60 * 60 * 24 * 365 * 30,
    ) {
        let instant = Utc.timestamp_opt(1_000_000_000 + seconds, 0).unwrap();
        let moment = Moment::new(instant, zone);
        let readings = [Fold::First, Fold::Second].map(|fold| Moment::from_local(moment.local(), zone, fold));
        prop_assert!(readings.contains(&moment), "{} by its own clock", moment.to_rfc3339());
    }
}
