//! When reminders fall due.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;
use wane_domain::{
    Moment,
    place::Place,
    reminder::{Kind, LightContext, Occurrence, Rule, RuleZone, Why, occurrences},
    sun::is_up,
};

use crate::support::{LONDON, at, daily, date, no_light, time, utc};

/// The occurrences of one rule on one local date.
fn on(rule: &Rule, on: &str, zone: Tz, light: &LightContext) -> Vec<Occurrence> {
    let around = date(on).and_time(NaiveTime::MIN).and_utc();
    occurrences(
        std::slice::from_ref(rule),
        around - Duration::days(3),
        around + Duration::days(4),
        zone,
        light,
    )
    .into_iter()
    .filter(|occurrence| occurrence.local_date == date(on))
    .collect()
}

#[test]
fn clock_times_fall_due_once_whatever_the_clock_does() {
    let check = |clock: &str, local_date: &str, zone: Tz, due: &str, why: Why, reason: &str| {
        let found = on(
            &daily(Kind::Bedtime, time(clock)),
            local_date,
            zone,
            &no_light(),
        );
        let found: Vec<_> = found.iter().map(|o| (o.due, o.until, o.why)).collect();
        let due = Moment::new(utc(due), zone);
        assert_eq!(
            found,
            [(due, due.instant + Duration::minutes(60), why)],
            "{clock} on {local_date} in {zone}: {reason}"
        );
    };
    check(
        "22:30",
        "2026-07-01",
        LONDON,
        "2026-07-01T21:30",
        Why::ClockTime,
        "summer time",
    );
    check(
        "01:30",
        "2026-10-25",
        LONDON,
        "2026-10-25T00:30",
        Why::ClockTime,
        "the first of two",
    );
    check(
        "01:30",
        "2026-03-29",
        LONDON,
        "2026-03-29T01:30",
        Why::MovedByGap,
        "skipped, so at 02:30",
    );
    check(
        "23:30",
        "2026-03-28",
        Tz::America__Nuuk,
        "2026-03-29T01:30",
        Why::MovedByGap,
        "skipped, so at 00:30 of the next date",
    );
    check(
        "00:00",
        "2026-04-24",
        Tz::Africa__Cairo,
        "2026-04-23T22:00",
        Why::MovedByGap,
        "midnight skipped, so at one",
    );
    check(
        "22:00",
        "2011-12-29",
        Tz::Pacific__Apia,
        "2011-12-30T08:00",
        Why::ClockTime,
        "the evening before the skipped date",
    );
    check(
        "22:00",
        "2011-12-31",
        Tz::Pacific__Apia,
        "2011-12-31T08:00",
        Why::ClockTime,
        "the evening after it",
    );
    let skipped = on(
        &daily(Kind::Bedtime, time("22:00")),
        "2011-12-30",
        Tz::Pacific__Apia,
        &no_light(),
    );
    assert_eq!(skipped, [], "a date that never was has no evening");
}

#[test]
fn rules_say_on_which_weekdays_and_by_whose_clock() {
    let mut rule = daily(Kind::Movement, time("10:00"));
    rule.times = [None; 7];
    rule.times[5] = Some(time("11:00"));
    let (from, to) = (utc("2026-02-01T00:00"), utc("2026-03-01T00:00"));
    let due = |rule: &Rule, zone: Tz| -> Vec<DateTime<Utc>> {
        let found = occurrences(std::slice::from_ref(rule), from, to, zone, &no_light());
        found
            .into_iter()
            .map(|occurrence| occurrence.due.instant)
            .collect()
    };
    let saturdays = [
        "2026-02-07T11:00",
        "2026-02-14T11:00",
        "2026-02-21T11:00",
        "2026-02-28T11:00",
    ];
    assert_eq!(
        due(&rule, LONDON),
        saturdays.map(utc),
        "Saturdays at eleven"
    );
    rule.zone = RuleZone::Fixed(Tz::Asia__Tokyo);
    assert_eq!(
        due(&rule, LONDON),
        due(&rule, Tz::America__New_York),
        "a fixed clock does not travel"
    );
    assert_eq!(
        due(&rule, LONDON)[0],
        utc("2026-02-07T02:00"),
        "eleven in Tokyo"
    );
    rule.enabled = false;
    assert!(due(&rule, LONDON).is_empty(), "switched off");
}

#[test]
fn occurrences_come_by_due_then_kind_and_the_end_is_not_included() {
    let rules = [
        daily(Kind::EveningCheckIn, time("20:00")),
        daily(Kind::WindDown, time("21:00")),
        daily(Kind::Bedtime, time("20:00")),
        daily(Kind::Bedtime, time("19:00")),
    ];
    let found = occurrences(
        &rules,
        utc("2026-02-04T20:00"),
        utc("2026-02-05T20:00"),
        LONDON,
        &no_light(),
    );
    let kinds: Vec<Kind> = found
        .into_iter()
        .map(|occurrence| occurrence.kind)
        .collect();
    assert_eq!(
        kinds,
        [Kind::Bedtime, Kind::EveningCheckIn, Kind::WindDown],
        "tomorrow's eight is not part of it; one rule of a kind"
    );
    let instant = utc("2026-02-04T20:00");
    assert_eq!(
        occurrences(&rules, instant, instant, LONDON, &no_light()),
        [],
        "an empty span"
    );
    assert_eq!(
        occurrences(
            &rules,
            instant + Duration::hours(9),
            instant,
            LONDON,
            &no_light()
        ),
        [],
        "a span turned round"
    );
    let second = occurrences(
        &rules,
        instant,
        instant + Duration::seconds(1),
        LONDON,
        &no_light(),
    );
    assert_eq!(
        second.len(),
        2,
        "a span of one second holds what is due in it"
    );
}

#[test]
fn a_short_span_finds_what_the_clock_moved_into_it() {
    let rules = [daily(Kind::Bedtime, time("23:30"))];
    let (from, to) = (utc("2026-03-29T01:20"), utc("2026-03-29T01:40"));
    let found = occurrences(&rules, from, to, Tz::America__Nuuk, &no_light());
    let dates: Vec<NaiveDate> = found
        .iter()
        .map(|occurrence| occurrence.local_date)
        .collect();
    assert_eq!(
        dates,
        [date("2026-03-28")],
        "twenty minutes of the 29th hold the evening of the 28th"
    );
}

/// The local dates of a year, found by reading the clock every six hours.
fn dates_of(year: i32, zone: Tz) -> BTreeSet<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1)
        .unwrap()
        .and_time(NaiveTime::MIN)
        .and_utc();
    (-4..368 * 4)
        .map(|quarter| Moment::new(first + Duration::hours(6 * quarter), zone).date())
        .filter(|date| date.year() == year)
        .collect()
}

#[test]
fn every_zone_has_exactly_one_of_each_kind_on_every_date() {
    let rules = ["00:00", "02:30", "22:30", "23:30"]
        .map(|clock| daily(Kind::Own(clock.to_owned()), time(clock)));
    for zone in TZ_VARIANTS {
        // In 2011 Samoa and Tokelau skipped a date.
        for year in [2011, 2025, 2026] {
            let dates = dates_of(year, zone);
            let first = NaiveDate::from_ymd_opt(year, 1, 1)
                .unwrap()
                .and_time(NaiveTime::MIN)
                .and_utc();
            let found = occurrences(
                &rules,
                first - Duration::days(2),
                first + Duration::days(368),
                zone,
                &no_light(),
            );
            for rule in &rules {
                let of_year: Vec<&Occurrence> = found
                    .iter()
                    .filter(|occurrence| {
                        occurrence.kind == rule.kind && occurrence.local_date.year() == year
                    })
                    .collect();
                assert!(
                    of_year
                        .iter()
                        .map(|occurrence| &occurrence.local_date)
                        .eq(&dates),
                    "{zone} {year} {}: once on each date, in order",
                    rule.kind.name()
                );
                for pair in of_year.windows(2) {
                    let hours = (pair[1].due.instant - pair[0].due.instant).num_hours();
                    assert!(
                        (20..=28).contains(&hours),
                        "{zone} {}: {hours} h between two days",
                        pair[0].local_date
                    );
                }
            }
        }
    }
}

fn light_at(place: (f64, f64), usual_wake: &str) -> LightContext {
    LightContext {
        place: Some(Place::new(place.0, place.1).unwrap()),
        usual_wake: Some(time(usual_wake)),
        ..LightContext::default()
    }
}

const IN_LONDON: (f64, f64) = (51.5074, -0.1278);
const IN_TROMSO: (f64, f64) = (69.6492, 18.9553);

/// Local clock times of due and end, and why; `-` for no occurrence.
fn told(found: &[Occurrence]) -> String {
    match found {
        [] => "-".to_owned(),
        [one] => format!(
            "{} {} {:?}",
            one.due.time().format("%H:%M"),
            Moment::new(one.until, one.due.zone).time().format("%H:%M"),
            one.why
        ),
        _ => panic!("more than one of a kind on a date"),
    }
}

#[test]
fn daylight_comes_after_waking_and_never_in_the_dark() {
    let rule = daily(Kind::MorningLight, time("07:00"));
    let check = |local_date: &str, usual_wake: &str, expected: &str, why: &str| {
        let found = on(&rule, local_date, LONDON, &light_at(IN_LONDON, usual_wake));
        assert_eq!(
            told(&found),
            expected,
            "{local_date}, awake at {usual_wake}: {why}"
        );
    };
    check(
        "2026-01-15",
        "06:00",
        "07:59 10:59 AtSunrise",
        "up before the sun",
    );
    check(
        "2026-01-15",
        "09:00",
        "09:15 12:15 AfterWaking",
        "up after it",
    );
    check(
        "2026-01-15",
        "14:00",
        "14:15 16:20 AfterWaking",
        "the window ends at sunset",
    );
    check("2026-01-15", "17:00", "-", "the sun has gone");
    check(
        "2026-06-21",
        "06:00",
        "06:15 09:15 AfterWaking",
        "long light",
    );
    check(
        "2026-06-21",
        "02:00",
        "04:43 07:43 AtSunrise",
        "even in June there is a night",
    );
}

#[test]
fn logged_waking_beats_usual_waking_beats_the_rule() {
    let rule = daily(Kind::MorningLight, time("10:00"));
    let mut light = LightContext {
        usual_wake: None,
        ..light_at(IN_LONDON, "00:00")
    };
    assert_eq!(
        told(&on(&rule, "2026-06-21", LONDON, &light)),
        "10:15 13:15 AfterWaking",
        "nothing else is known"
    );
    light.usual_wake = Some(time("07:00"));
    assert_eq!(
        told(&on(&rule, "2026-06-21", LONDON, &light)),
        "07:15 10:15 AfterWaking",
        "usually awake at seven"
    );
    light
        .woke
        .insert(date("2026-06-21"), at("2026-06-21T08:20", LONDON));
    assert_eq!(
        told(&on(&rule, "2026-06-21", LONDON, &light)),
        "08:35 11:35 AfterWaking",
        "today at twenty past eight"
    );
    assert_eq!(
        told(&on(&rule, "2026-06-22", LONDON, &light)),
        "07:15 10:15 AfterWaking",
        "tomorrow as usual"
    );
    light.place = None;
    assert_eq!(
        told(&on(&rule, "2026-06-21", LONDON, &light)),
        "-",
        "no place, no sun"
    );
}

#[test]
fn polar_seasons_have_their_own_mornings() {
    let rule = daily(Kind::MorningLight, time("07:00"));
    let check = |local_date: &str, usual_wake: &str, lamp: bool, expected: &str, why: &str| {
        let light = LightContext {
            dark_winter_lamp: lamp,
            ..light_at(IN_TROMSO, usual_wake)
        };
        let found = on(&rule, local_date, Tz::Europe__Oslo, &light);
        assert_eq!(
            told(&found),
            expected,
            "{local_date}, awake at {usual_wake}: {why}"
        );
    };
    check(
        "2026-06-21",
        "02:00",
        false,
        "02:15 05:15 AfterWaking",
        "the sun is always up",
    );
    check(
        "2026-12-21",
        "07:00",
        false,
        "-",
        "the sun never comes, and nobody asked for lamps",
    );
    check(
        "2026-12-21",
        "07:00",
        true,
        "07:15 10:15 DarkWinterLamp",
        "the user asked for lamps",
    );
    check(
        "2026-11-20",
        "14:00",
        true,
        "-",
        "the sun came and went: no lamp on a day with light",
    );
    check(
        "2026-05-17",
        "00:30",
        false,
        "01:17 04:17 AtSunrise",
        "the sun went down at two past midnight and comes back",
    );
}

/// Sub-spans of a span, cut at the given minutes.
fn cut(from: DateTime<Utc>, minutes: &BTreeSet<i64>) -> Vec<DateTime<Utc>> {
    minutes
        .iter()
        .map(|minute| from + Duration::minutes(*minute))
        .collect()
}

proptest! {
    #[test]
    fn a_span_holds_what_its_parts_hold(
        zone in prop::sample::select(TZ_VARIANTS.to_vec()),
        minutes in prop::collection::btree_set(0_i64..60 * 24 * 400, 2..12),
        clock in 0_u32..1440,
        wake in 0_u32..1440,
        lat in -85.0..85.0_f64,
        lon in -180.0..180.0_f64,
    ) {
        let clock_time = |minute: u32| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
        let rules = [daily(Kind::Bedtime, clock_time(clock)), daily(Kind::MorningLight, clock_time(wake))];
        let light = LightContext { place: Some(Place::new(lat, lon).unwrap()), dark_winter_lamp: true, ..no_light() };
        let cuts = cut(utc("2026-01-01T00:00"), &minutes);
        let whole = occurrences(&rules, cuts[0], cuts[cuts.len() - 1], zone, &light);
        let parts: Vec<Occurrence> = cuts
            .windows(2)
            .flat_map(|pair| occurrences(&rules, pair[0], pair[1], zone, &light))
            .collect();
        prop_assert_eq!(&whole, &parts, "cutting loses and doubles nothing");
        let names: BTreeSet<(Kind, NaiveDate)> = whole.iter().map(|o| (o.kind.clone(), o.local_date)).collect();
        prop_assert_eq!(names.len(), whole.len(), "no kind twice on a local date");
    }

    #[test]
    fn daylight_is_daylight_from_due_to_end(
        day in 0_u64..730,
        wake in 0_u32..1440,
        lat in -85.0..85.0_f64,
        lon in -180.0..180.0_f64,
        zone in prop::sample::select(TZ_VARIANTS.to_vec()),
    ) {
        let place = Place::new(lat, lon).unwrap();
        let wake = NaiveTime::from_hms_opt(wake / 60, wake % 60, 0).unwrap();
        let light = LightContext { place: Some(place), usual_wake: Some(wake), ..no_light() };
        let on_date = date("2026-01-01") + Days::new(day);
        for found in on(&daily(Kind::MorningLight, time("07:00")), &on_date.to_string(), zone, &light) {
            let woke = Moment::from_local(on_date.and_time(wake), zone, wane_domain::Fold::First).instant;
            prop_assert!(found.due.instant >= woke + Duration::minutes(15), "not before a quarter of an hour after waking");
            prop_assert!(found.due.instant < found.until, "a window has room");
            let mut instant = found.due.instant;
            while instant < found.until {
                prop_assert!(is_up(instant, place), "the sun is up at {}", instant);
                instant += Duration::minutes(10);
            }
        }
    }
}
