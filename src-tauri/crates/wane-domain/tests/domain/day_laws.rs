//! Laws of days, in every zone there is.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::{prelude::*, sample::select};
use wane_domain::{
    Moment,
    day::{GOES_ON_H, day_of, present_day},
    diary::Night,
};

use crate::support::{date, slept, time, utc};

/// Turns at midnight, in the small hours, at four, for a night worker, and late in the evening.
const TURNS: [&str; 6] = ["00:00", "02:30", "04:00", "12:30", "19:45", "23:50"];

/// The instants of a year at which the clocks of `zone` jump, each with minutes of the jump.
fn jumps(zone: Tz, year: i32) -> Vec<(DateTime<Utc>, i64)> {
    let offset = |at: DateTime<Utc>| {
        let there = at.with_timezone(&zone);
        (there.naive_local() - there.naive_utc()).num_seconds()
    };
    let start = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
    (0..365)
        .map(|day| start + Duration::days(day))
        .filter_map(|mut before| {
            let mut after = before + Duration::days(1);
            let by = offset(after) - offset(before);
            if by == 0 {
                return None;
            }
            while after - before > Duration::minutes(1) {
                let middle = before + (after - before) / 2;
                if offset(middle) == offset(before) {
                    before = middle;
                } else {
                    after = middle;
                }
            }
            Some((after, by / 60))
        })
        .collect()
}

/// Whether a date is on the clocks of a zone at all.
fn exists(date: NaiveDate, zone: Tz) -> bool {
    (0..96).any(|quarter| {
        let reading = date.and_time(NaiveTime::MIN) + Duration::minutes(15 * quarter);
        zone.from_local_datetime(&reading).earliest().is_some()
    })
}

/// Walks from `from` for `hours` in steps of `step` minutes on one clock; days only go forward, and never skip one that is.
fn walk(zone: Tz, from: DateTime<Utc>, hours: i64, step: i64, turn: NaiveTime, wakes: &[Moment]) {
    let mut before: Option<NaiveDate> = None;
    for minutes in (0..hours * 60).step_by(step as usize) {
        let moment = Moment::new(from + Duration::minutes(minutes), zone);
        let day = day_of(moment, wakes, turn);
        let told = || {
            format!(
                "{} with a turn at {turn}: {day} after {before:?}",
                moment.to_rfc3339()
            )
        };
        // A clock shows its own date; another one could be a date that it never showed.
        if day != moment.date() {
            assert!(
                exists(day, zone),
                "no clock there showed that date: {}",
                told()
            );
        }
        if let Some(before) = before {
            assert!(day >= before, "an earlier day came back: {}", told());
            let between = before.iter_days().skip(1).take_while(|d| *d < day);
            for skipped in between {
                assert!(
                    !exists(skipped, zone),
                    "{skipped} had no time at all: {}",
                    told()
                );
            }
        }
        let behind = day.iter_days().take_while(|d| *d < moment.date());
        let lived = behind.skip(1).filter(|d| exists(*d, zone)).count();
        assert!(
            lived == 0 && day <= moment.date(),
            "further than a date away: {}",
            told()
        );
        before = Some(day);
    }
}

#[test]
fn over_every_clock_change_of_every_zone_days_only_go_forward() {
    let mut walked = 0;
    for zone in TZ_VARIANTS {
        for (jump, _) in jumps(zone, 2026) {
            walked += 1;
            for turn in TURNS.map(time) {
                walk(zone, jump - Duration::hours(30), 60, 15, turn, &[]);
            }
        }
    }
    assert!(
        walked > 200,
        "clocks change in many zones, and {walked} changes were walked over"
    );
}

#[test]
fn a_date_that_a_zone_skipped_is_no_day() {
    for (zone, year, skipped) in [
        (Tz::Pacific__Apia, 2011, "2011-12-30"),
        (Tz::Pacific__Fakaofo, 2011, "2011-12-30"),
        (Tz::Pacific__Kiritimati, 1994, "1994-12-31"),
        (Tz::Pacific__Enderbury, 1994, "1994-12-31"),
        (Tz::Pacific__Kwajalein, 1993, "1993-08-21"),
    ] {
        let skipped = date(skipped);
        assert!(
            !exists(skipped, zone),
            "{zone} has no {skipped}, says the time zone database"
        );
        let (jump, by) = jumps(zone, year)
            .into_iter()
            .max_by_key(|(_, by)| *by)
            .unwrap();
        assert!(
            by >= 23 * 60,
            "the clock there went a day forward, by {by} minutes"
        );
        for turn in TURNS.map(time) {
            walk(zone, jump - Duration::hours(60), 120, 10, turn, &[]);
            let days: Vec<NaiveDate> = (-60..60)
                .map(|hours| day_of(Moment::new(jump + Duration::hours(hours), zone), &[], turn))
                .collect();
            assert!(
                !days.contains(&skipped),
                "{zone}: nobody woke on {skipped}, so it is not a day"
            );
        }
        // Up at seven on the morning before the jump, and at seven on the next morning there was.
        let wakes = [-17, 7].map(|hours| Moment::new(jump + Duration::hours(hours), zone));
        for known in [&wakes[..], &wakes[..1], &wakes[1..]] {
            for turn in TURNS.map(time) {
                walk(zone, jump - Duration::hours(60), 120, 10, turn, known);
            }
        }
        let late = Moment::new(jump + Duration::hours(1), zone);
        assert_eq!(
            day_of(late, &[], time("04:00")),
            wakes[0].date(),
            "{zone}: also for somebody who writes nothing, until the turn"
        );
        assert_eq!(
            day_of(late, &wakes, time("04:00")),
            wakes[0].date(),
            "an hour after the jump it is still that evening, though the date is two on"
        );
    }
}

#[test]
fn days_are_as_long_as_their_clock_says() {
    // With a turn at four, a day on which the clock jumps has 23, 25 or 23½ hours, and its neighbours have 24.
    let (mut short, mut long) = (0, 0);
    for zone in TZ_VARIANTS {
        for (jump, by) in jumps(zone, 2026) {
            let day = |at: DateTime<Utc>| day_of(Moment::new(at, zone), &[], time("04:00"));
            // The instant found lies less than a minute after the jump.
            let jumped = day(jump - Duration::minutes(1));
            let from = jump - Duration::hours(60);
            let mut minutes = [0_i64; 3];
            for step in 0..120 * 6 {
                let ahead = (day(from + Duration::minutes(10 * step)) - jumped).num_days() + 1;
                if let Some(minutes) = usize::try_from(ahead)
                    .ok()
                    .and_then(|at| minutes.get_mut(at))
                {
                    *minutes += 10;
                }
            }
            assert_eq!(minutes[0], 1440, "{zone}: the day before {jumped}");
            assert_eq!(
                minutes[1],
                1440 - by,
                "{zone}: {jumped}, on which the clock jumps by {by} minutes"
            );
            assert_eq!(minutes[2], 1440, "{zone}: the day after {jumped}");
            short += i32::from(by > 0);
            long += i32::from(by < 0);
        }
    }
    assert!(
        short > 100 && long > 100,
        "{short} short days and {long} long ones were measured"
    );
}

fn any_zone() -> impl Strategy<Value = Tz> {
    select(TZ_VARIANTS.to_vec())
}

fn any_turn() -> impl Strategy<Value = NaiveTime> {
    (0_u32..1440).prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
}

/// Some minutes of 400 days from the beginning of 2026.
fn minutes(most: usize) -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(0_i64..60 * 24 * 400, 0..most)
}

fn moment(minutes: i64, zone: Tz) -> Moment {
    Moment::new(utc("2026-01-01T00:00") + Duration::minutes(minutes), zone)
}

/// Awakenings of somebody with no habit at all: from 6 to 40 hours apart, each by a clock of its own or all by one.
fn any_life() -> impl Strategy<Value = Vec<(i64, Tz)>> {
    let gaps = prop::collection::vec(6_i64 * 60..40 * 60, 1..40);
    let zones = prop_oneof![
        any_zone().prop_map(|zone| vec![zone; 40]),
        prop::collection::vec(any_zone(), 40),
    ];
    (gaps, zones).prop_map(|(gaps, zones)| {
        let times = gaps.into_iter().scan(0, |at, gap| {
            *at += gap;
            Some(*at)
        });
        times.zip(zones).collect()
    })
}

proptest! {
    #[test]
    fn on_one_clock_later_is_never_an_earlier_day(
        zone in any_zone(),
        turn in any_turn(),
        wakes in minutes(40),
        mut at in minutes(60),
    ) {
        let wakes: Vec<Moment> = wakes.into_iter().map(|at| moment(at, zone)).collect();
        at.sort_unstable();
        let moments: Vec<Moment> = at.into_iter().map(|at| moment(at, zone)).collect();
        let days: Vec<_> = moments.iter().map(|moment| day_of(*moment, &wakes, turn)).collect();
        prop_assert!(days.is_sorted(), "{:?} in {}", days, zone);
        for (moment, day) in moments.iter().zip(&days) {
            let away = (moment.date() - *day).num_days();
            prop_assert!((0..=1).contains(&away), "a day is called after today or yesterday, not {} ago", away);
        }
    }

    #[test]
    fn between_the_awakenings_of_two_dates_all_time_is_the_first_day(
        zone in any_zone(),
        turn in any_turn(),
        life in any_life(),
        part in 0.0..1.0_f64,
    ) {
        let wakes: Vec<Moment> = life.into_iter().map(|(at, _)| moment(at, zone)).collect();
        for pair in wakes.windows(2) {
            let length = pair[1].instant - pair[0].instant;
            let within = Moment::new(
                pair[0].instant + Duration::milliseconds((length.num_milliseconds() as f64 * part) as i64),
                zone,
            );
            let day = day_of(within, &wakes, turn);
            if pair[1].date() == pair[0].date() + Duration::days(1) {
                prop_assert_eq!(day, pair[0].date(), "wake to wake, {}", within.to_rfc3339());
            } else {
                prop_assert!(pair[0].date() <= day && day <= pair[1].date(), "between the two: {}", day);
            }
        }
    }

    #[test]
    fn awakenings_begin_their_days_on_any_clocks(
        life in any_life(),
        turn in any_turn(),
        at in 0_i64..60 * 24 * 70,
        zone in any_zone(),
        turned in 0_usize..40,
    ) {
        let mut wakes: Vec<Moment> = life.into_iter().map(|(at, zone)| moment(at, zone)).collect();
        for wake in &wakes {
            prop_assert_eq!(day_of(*wake, &wakes, turn), wake.date(), "an awakening begins the day of its date");
            let evening = Moment::new(wake.instant + Duration::hours(GOES_ON_H) - Duration::seconds(1), zone);
            let nothing_since = wakes.iter().all(|w| w.instant <= wake.instant || w.instant > evening.instant);
            if nothing_since {
                prop_assert_eq!(day_of(evening, &wakes, turn), wake.date(), "and it goes on, whatever clock is read");
            }
        }
        let now = moment(at, zone);
        let day = day_of(now, &wakes, turn);
        if let Some(latest) = wakes.iter().filter(|w| w.instant <= now.instant).max_by_key(|w| w.instant) {
            prop_assert!(day >= latest.date(), "{} is before the latest awakening, {}", day, latest.date());
        }
        if let Some(next) = wakes.iter().filter(|w| w.instant > now.instant).min_by_key(|w| w.instant) {
            let latest = wakes.iter().filter(|w| w.instant <= now.instant).max_by_key(|w| w.instant);
            let goes_on = latest.is_some_and(|latest| latest.date() == day);
            prop_assert!(day < next.date() || goes_on, "{} has begun before its awakening, {}", day, next.to_rfc3339());
        }
        let length = wakes.len();
        wakes.rotate_left(turned % length);
        wakes.reverse();
        prop_assert_eq!(day_of(now, &wakes, turn), day, "the order of the records means nothing");
    }

    #[test]
    fn an_evening_keeps_its_day_when_the_next_awakening_becomes_known(
        life in any_life(),
        turn in any_turn(),
        at in 0_i64..60 * 24 * 70,
        zone in any_zone(),
    ) {
        let wakes: Vec<Moment> = life.into_iter().map(|(at, zone)| moment(at, zone)).collect();
        let now = moment(at, zone);
        let known: Vec<Moment> = wakes.iter().copied().filter(|w| w.instant <= now.instant).collect();
        let (then, since) = (day_of(now, &known, turn), day_of(now, &wakes, turn));
        if known.last().is_some_and(|latest| latest.date() == then) {
            prop_assert_eq!(since, then, "it was the day of the latest awakening, and still is");
        } else {
            prop_assert!(since <= then, "a day that was a guess goes back, never forward: {} was {}", since, then);
        }
    }

    #[test]
    fn whoever_writes_down_their_nights_lives_in_their_own_days(
        zone in any_zone(),
        nights in prop::collection::vec((4_i64 * 60..10 * 60, 60_i64..=16 * 60), 1..40),
        part in 0.0..1.0_f64,
    ) {
        // Sleeps at any hour, wakings of an hour up to sixteen; each night is written down on waking.
        let mut written: Vec<Night> = Vec::new();
        let mut at = 0;
        for (asleep, awake) in nights {
            let (bed, wake) = (moment(at, zone), moment(at + asleep, zone));
            written.push(slept(bed, wake));
            let later = moment(at + asleep + (awake as f64 * part) as i64 - 1, zone);
            if later.instant >= wake.instant {
                prop_assert_eq!(present_day(later, &written), wake.date(), "awake since {}", wake.to_rfc3339());
            }
            at += asleep + awake;
        }
    }

    #[test]
    fn a_present_day_without_new_records_only_goes_forward(
        zone in any_zone(),
        life in any_life(),
        mut at in minutes(40),
    ) {
        let nights: Vec<Night> = life
            .into_iter()
            .map(|(at, _)| slept(moment(at - 300, zone), moment(at, zone)))
            .collect();
        let last = nights.last().and_then(|night| night.final_wake).map(|wake| wake.instant);
        at.sort_unstable();
        let mut before = None;
        for at in at {
            let now = moment(at, zone);
            if last.is_some_and(|last| now.instant < last) {
                continue;
            }
            let day = present_day(now, &nights);
            prop_assert!(before <= Some(day), "{} after {:?}", day, before);
            let away = (now.date() - day).num_days();
            prop_assert!((0..=1).contains(&away), "nobody is locked out: {} is {} days from the clock's date", day, away);
            before = Some(day);
        }
    }
}
