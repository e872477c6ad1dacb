//! Clock times laid out round a wake date.

use chrono::{Duration, NaiveTime};
use proptest::prelude::*;
use wane_domain::{
    Fold, Moment,
    check::{Question, questions},
    diary::Night,
    usual::place_clock_times,
};

use crate::{
    measures::edge_cases,
    support::{LONDON, blank_night, date, reading, time, utc},
};

/// Lays out `bed lights_out final_wake out_of_bed` (`-` for not said) round 4 February in London, as day and time.
fn laid_out(times: &str) -> String {
    let said = |text: &str| (text != "-").then(|| time(text));
    let [bed, lights_out, final_wake, out_of_bed] =
        times.split(' ').map(said).collect::<Vec<_>>()[..]
    else {
        panic!("four times, please");
    };
    let folds = [Fold::First; 4];
    place_clock_times(
        date("2026-02-04"),
        bed,
        lights_out,
        final_wake,
        out_of_bed,
        [LONDON; 4],
        folds,
    )
    .map(|moment| {
        moment.map_or("-".to_owned(), |moment| {
            moment.local().format("%-d/%H:%M").to_string()
        })
    })
    .join(" ")
}

#[test]
fn clock_times_find_their_dates() {
    let check =
        |times: &str, expected: &str, why: &str| assert_eq!(laid_out(times), expected, "{why}");
    check(
        "22:45 23:15 06:40 07:10",
        "3/22:45 3/23:15 4/06:40 4/07:10",
        "an ordinary night",
    );
    check(
        "23:50 00:10 06:40 07:10",
        "3/23:50 4/00:10 4/06:40 4/07:10",
        "lights out after midnight",
    );
    check(
        "00:10 00:30 07:00 07:05",
        "4/00:10 4/00:30 4/07:00 4/07:05",
        "all after midnight",
    );
    check(
        "08:10 08:30 15:20 15:30",
        "4/08:10 4/08:30 4/15:20 4/15:30",
        "asleep by day",
    );
    check(
        "16:00 16:30 23:50 00:10",
        "4/16:00 4/16:30 4/23:50 5/00:10",
        "awake just before midnight, up just after",
    );
    check(
        "- - 06:40 18:00",
        "- - 4/06:40 4/18:00",
        "in bed all day after waking",
    );
    check(
        "- 23:00 06:40 -",
        "- 3/23:00 4/06:40 -",
        "lights out alone is the nearest earlier reading",
    );
    check(
        "22:45 - - 07:10",
        "3/22:45 - - 4/07:10",
        "getting up stands in for waking",
    );
    check("- - - -", "- - - -", "nothing said, nothing made up");
    check(
        "07:00 07:00 07:00 07:00",
        "3/07:00 3/07:00 4/07:00 4/07:00",
        "nobody wakes as they get into bed",
    );
}

#[test]
fn slips_stay_visible() {
    let check =
        |times: &str, expected: &str, why: &str| assert_eq!(laid_out(times), expected, "{why}");
    check(
        "23:30 23:00 07:00 07:10",
        "3/23:30 3/23:00 4/07:00 4/07:10",
        "lights out half an hour before bed, not 23½ hours after",
    );
    check(
        "10:45 10:50 07:00 07:10",
        "3/10:45 3/10:50 4/07:00 4/07:10",
        "morning meant for evening: twenty hours in bed",
    );
    check(
        "23:00 23:10 07:10 06:50",
        "3/23:00 3/23:10 4/07:10 4/06:50",
        "up before awake, not 23 hours 40 later",
    );
    check(
        "01:00 00:30 07:00 07:10",
        "4/01:00 4/00:30 4/07:00 4/07:10",
        "lights out before bed after midnight",
    );
    check(
        "00:10 23:50 07:00 07:10",
        "4/00:10 3/23:50 4/07:00 4/07:10",
        "lights out before bed across midnight",
    );
}

#[test]
fn without_waking_afternoon_and_evening_are_the_day_before() {
    let check =
        |times: &str, expected: &str, why: &str| assert_eq!(laid_out(times), expected, "{why}");
    check(
        "15:00 - - -",
        "3/15:00 - - -",
        "from three in the afternoon on",
    );
    check("14:59 - - -", "4/14:59 - - -", "before three");
    check("- 00:30 - -", "- 4/00:30 - -", "after midnight");
    check(
        "23:50 00:30 - -",
        "3/23:50 4/00:30 - -",
        "lights out goes with bed",
    );
}

#[test]
fn the_reference_cases_are_found_from_their_clock_times_alone() {
    for case in edge_cases() {
        if case.input["tz_end"].is_string() {
            continue; // Two zones cannot be said with clock times alone.
        }
        let text = |field: &str| reading(case.input[field].as_str().unwrap()).time();
        let fold = if case.input["fold"] == 1 {
            Fold::Second
        } else {
            Fold::First
        };
        let placed = place_clock_times(
            case.night.wake_date,
            Some(text("bed")),
            Some(text("lo")),
            Some(text("wake")),
            Some(text("up")),
            [LONDON; 4],
            [fold; 4],
        );
        let night = &case.night;
        assert_eq!(
            placed,
            [
                night.bed,
                night.lights_out,
                night.final_wake,
                night.out_of_bed
            ],
            "{}",
            case.name
        );
    }
}

#[test]
fn the_second_of_two_equal_readings_can_be_meant_for_one_time_only() {
    let folds = [Fold::First, Fold::First, Fold::Second, Fold::First];
    let [bed, _, wake, _] = place_clock_times(
        date("2026-10-25"),
        Some(time("01:30")),
        None,
        Some(time("01:10")),
        None,
        [LONDON; 4],
        folds,
    );
    assert_eq!(
        bed.unwrap().instant,
        utc("2026-10-25T00:30"),
        "half past one, the first time"
    );
    assert_eq!(
        wake.unwrap().instant,
        utc("2026-10-25T01:10"),
        "ten past one, the second time: forty minutes later"
    );
}

fn any_time() -> impl Strategy<Value = Option<NaiveTime>> {
    prop::option::of(
        (0_u32..1440)
            .prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap()),
    )
}

proptest! {
    #[test]
    fn every_time_keeps_its_reading_and_the_wake_date_its_waking(
        zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
        day in 0_u64..1500,
        times in [any_time(), any_time(), any_time(), any_time()],
    ) {
        let wake_date = date("2024-01-01") + chrono::Days::new(day);
        let [bed, lights_out, wake, up] = times;
        let placed = place_clock_times(wake_date, bed, lights_out, wake, up, [zone; 4], [Fold::First; 4]);
        for (time, moment) in times.into_iter().zip(placed) {
            prop_assert_eq!(time.is_some(), moment.is_some(), "said and laid out go together");
            if let (Some(time), Some(moment)) = (time, moment) {
                let read_back = Moment::from_local(moment.date().and_time(time), zone, Fold::First);
                let gap = moment.time() != time;
                prop_assert!(gap || read_back == moment, "{} is {} by the clock", moment.to_rfc3339(), time);
            }
        }
        if let (Some(time), Some(moment)) = (wake.or(up), placed[2].or(placed[3])) {
            prop_assert_eq!(moment, Moment::from_local(wake_date.and_time(time), zone, Fold::First), "on the wake date");
        }
        if let (Some(bed), Some(rise)) = (placed[0], placed[2].or(placed[3])) {
            let before = rise.instant - bed.instant;
            prop_assert!(Duration::zero() < before && before <= Duration::hours(27), "into bed within the day before waking");
        }
        if let (Some(bed), Some(dark)) = (placed[0], placed[1]) {
            prop_assert!((dark.instant - bed.instant).abs() <= Duration::hours(14), "lights out is near getting into bed");
        }
    }

    #[test]
    fn lights_out_before_bed_is_always_asked_about(slip in 1_i64..=600, bed_minute in 0_i64..1440, asleep in 300_i64..700) {
        let on_clock = |minute: i64| {
            let minute = u32::try_from(minute.rem_euclid(1440)).unwrap();
            Some(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
        };
        let (bed, dark, wake) = (on_clock(bed_minute), on_clock(bed_minute - slip), on_clock(bed_minute + asleep));
        let placed = place_clock_times(date("2026-02-04"), bed, dark, wake, None, [chrono_tz::UTC; 4], [Fold::First; 4]);
        let night = Night {
            bed: placed[0],
            lights_out: placed[1],
            final_wake: placed[2],
            ..blank_night(date("2026-02-04"))
        };
        let asked = questions(&night, utc("2026-03-01T00:00"), &[]);
        prop_assert!(asked.contains(&Question::LightsOutBeforeBed), "{} minutes before, asked {:?}", slip, asked);
    }
}
