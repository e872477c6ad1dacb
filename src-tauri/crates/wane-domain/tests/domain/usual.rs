//! The usual night, and the suggestion made from it.

use chrono::{Days, NaiveTime};
use chrono_tz::Tz;
use proptest::prelude::*;
use wane_domain::{
    Fold,
    check::questions,
    diary::Night,
    usual::{SuggestedNight, Targets, Usual, place_clock_times, suggestion, usual},
};

use crate::support::{LONDON, at, blank_night, date, time, utc};

/// Nights of successive dates from 1 February 2026 on, each `bed lights_out final_wake out_of_bed` in London.
fn nights(times: &[&str]) -> Vec<Night> {
    times
        .iter()
        .zip(0..)
        .map(|(times, day)| {
            let wake_date = date("2026-02-01") + Days::new(day);
            let said = |text: &str| (text != "-").then(|| time(text));
            let t: Vec<Option<NaiveTime>> = times.split(' ').map(said).collect();
            let [bed, lights_out, final_wake, out_of_bed] = place_clock_times(
                wake_date,
                t[0],
                t[1],
                t[2],
                t[3],
                [LONDON; 4],
                [Fold::First; 4],
            );
            Night {
                bed,
                lights_out,
                final_wake,
                out_of_bed,
                ..blank_night(wake_date)
            }
        })
        .collect()
}

fn targets() -> Option<Targets> {
    Some(Targets {
        bed: time("22:30"),
        rise: time("07:00"),
    })
}

#[test]
fn usual_times_are_medians_round_the_clock() {
    let usual = usual(
        &nights(&[
            "23:40 23:50 06:40 07:00",
            "23:50 00:20 07:02 07:10",
            "00:15 00:30 07:30 08:00",
        ]),
        targets(),
    );
    assert_eq!(
        usual.bed,
        Some(time("23:50")),
        "the middle of 23:40, 23:50, 00:15"
    );
    assert_eq!(
        usual.lights_out,
        Some(time("00:20")),
        "the middle across midnight"
    );
    assert_eq!(
        usual.final_wake,
        Some(time("07:00")),
        "07:02, to five minutes"
    );
    assert_eq!(usual.out_of_bed, Some(time("07:10")), "the middle one");
    assert_eq!(
        usual.sol_min, None,
        "latency was never said, and no target stands in for it"
    );
}

#[test]
fn usual_needs_three_nights_that_tell_it() {
    let told = nights(&["23:00 - 07:00 -", "23:00 - 07:00 -", "- - 07:00 -"]);
    let usual = usual(&told, None);
    assert_eq!(usual.final_wake, Some(time("07:00")), "told three times");
    assert_eq!(usual.bed, None, "told twice");
}

#[test]
fn targets_stand_in_for_a_whole_evening_or_morning() {
    let fresh = usual(&[], targets());
    let expected = Usual {
        bed: Some(time("22:30")),
        lights_out: Some(time("22:30")),
        final_wake: Some(time("07:00")),
        out_of_bed: Some(time("07:00")),
        ..Usual::default()
    };
    assert_eq!(fresh, expected, "before the first night");
    let partly = usual(&nights(&["- 21:00 - -"; 3]), targets());
    assert_eq!(
        (partly.bed, partly.lights_out),
        (None, Some(time("21:00"))),
        "a target of 22:30 would contradict the diary"
    );
    assert_eq!(
        partly.final_wake,
        Some(time("07:00")),
        "of mornings the diary tells nothing yet"
    );
    assert_eq!(
        usual(&[], None),
        Usual::default(),
        "nothing is known, nothing is made up"
    );
}

#[test]
fn only_the_latest_fourteen_nights_that_hold_together_count() {
    let mut told = nights(
        &[
            ["23:00 23:00 06:00 06:00"; 20].as_slice(),
            &["23:00 23:00 07:00 07:00"; 14],
        ]
        .concat(),
    );
    assert_eq!(
        usual(&told, None).final_wake,
        Some(time("07:00")),
        "older nights are forgotten"
    );
    for night in told.iter_mut().skip(20) {
        (night.lights_out, night.bed) = (night.bed, night.out_of_bed);
    }
    assert_eq!(
        usual(&told, None).final_wake,
        Some(time("06:00")),
        "nights that cannot be tell nothing"
    );
}

#[test]
fn usual_minutes_are_medians() {
    let mut told = nights(&["23:00 23:10 07:00 07:30"; 4]);
    for (night, (sol, nwak)) in told.iter_mut().zip([(10, 1), (20, 2), (25, 2), (90, 5)]) {
        (night.sol_min, night.nwak) = (Some(sol), Some(nwak));
    }
    told[0].waso_min = Some(0);
    let usual = usual(&told, None);
    assert_eq!(
        usual.sol_min,
        Some(22),
        "half-way between 20 and 25, down to a whole minute"
    );
    assert_eq!(usual.nwak, Some(2), "half-way between 2 and 2");
    assert_eq!(usual.waso_min, None, "said once");
}

#[test]
fn a_suggestion_lies_round_its_wake_date() {
    let usual = usual(&nights(&["22:45 23:15 06:40 07:10"; 3]), None);
    let suggested = suggestion(&usual, date("2026-03-29"), LONDON);
    assert_eq!(
        suggested.bed,
        Some(at("2026-03-28T22:45", LONDON)),
        "the evening before"
    );
    assert_eq!(
        suggested.final_wake,
        Some(at("2026-03-29T06:40", LONDON)),
        "by the clock of that morning, in summer time"
    );
    let by_day = Usual {
        bed: Some(time("08:10")),
        final_wake: Some(time("15:20")),
        ..Usual::default()
    };
    let suggested = suggestion(&by_day, date("2026-02-04"), LONDON);
    assert_eq!(
        suggested.bed,
        Some(at("2026-02-04T08:10", LONDON)),
        "asleep by day: on the date itself"
    );
}

fn any_usual() -> impl Strategy<Value = Usual> {
    let time = || {
        prop::option::of(
            (0_u32..288).prop_map(|m| NaiveTime::from_hms_opt(m / 12, m % 12 * 5, 0).unwrap()),
        )
    };
    let minutes = || prop::option::of(0_u16..600);
    (
        [time(), time(), time(), time()],
        [minutes(), minutes(), minutes(), minutes()],
    )
        .prop_map(
            |([bed, lights_out, final_wake, out_of_bed], [sol_min, waso_min, nwak, tasafa_min])| {
                Usual {
                    bed,
                    lights_out,
                    final_wake,
                    out_of_bed,
                    sol_min,
                    waso_min,
                    nwak,
                    tasafa_min,
                }
            },
        )
}

proptest! {
    #[test]
    fn a_suggestion_is_in_order_and_its_minutes_fit(
        usual in any_usual(),
        zone in prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec()),
        day in 0_u64..1000,
    ) {
        let wake_date = date("2025-01-01") + Days::new(day);
        let SuggestedNight { bed, lights_out, final_wake, out_of_bed, sol_min, nwak, waso_min, tasafa_min, .. } =
            suggestion(&usual, wake_date, zone);
        let in_order: Vec<_> = [bed, lights_out, final_wake, out_of_bed].into_iter().flatten().map(|m| m.instant).collect();
        prop_assert!(in_order.is_sorted(), "{:?}", in_order);
        let night = Night {
            bed, lights_out, final_wake, out_of_bed, sol_min, waso_min, nwak, tasafa_min, ..blank_night(wake_date)
        };
        let asked: Vec<&str> = questions(&night, utc("2030-01-01T00:00"), &[]).into_iter().map(|q| q.code()).collect();
        let allowed = ["time_in_bed_over_16h_check_am_pm", "awake_minutes_without_awakenings"];
        prop_assert!(asked.iter().all(|code| allowed.contains(code)), "{:?}", asked);
    }

    #[test]
    fn what_was_usual_stays_usual_in_any_order(seed in 0_usize..1000) {
        let mut told = nights(&["23:00 23:10 07:00 07:30", "23:30 23:45 06:40 07:00", "22:00 22:30 06:00 06:20", "23:10 23:20 07:10 07:40"]);
        let expected = usual(&told, None);
        let length = told.len();
        told.rotate_left(seed % length);
        told.swap(seed % length, (seed / length) % length);
        prop_assert_eq!(usual(&told, None), expected, "order of the records means nothing");
    }
}

#[test]
fn zones_far_from_greenwich_keep_the_wake_date() {
    let usual = Usual {
        final_wake: Some(time("06:00")),
        ..Usual::default()
    };
    for zone in [Tz::Pacific__Kiritimati, Tz::Pacific__Pago_Pago] {
        let suggested = suggestion(&usual, date("2026-02-04"), zone);
        assert_eq!(
            suggested.final_wake.unwrap().date(),
            date("2026-02-04"),
            "local date in {zone}"
        );
    }
}

#[test]
fn what_was_not_said_moves_with_what_was() {
    let usual = Usual {
        bed: Some(time("22:45")),
        lights_out: Some(time("23:10")),
        final_wake: Some(time("06:40")),
        out_of_bed: Some(time("07:00")),
        ..Usual::default()
    };
    let check = |said: &str, expected: &str| {
        let read = |text: &str| -> Vec<Option<NaiveTime>> {
            text.split(' ')
                .map(|t| (t != "-").then(|| time(t)))
                .collect()
        };
        let moved = usual.moved_to(read(said).try_into().unwrap());
        let got = vec![
            moved.bed,
            moved.lights_out,
            moved.final_wake,
            moved.out_of_bed,
        ];
        assert_eq!(got, read(expected), "{said} said");
    };
    check("- - - -", "22:45 23:10 06:40 07:00");
    check("00:30 - - -", "00:30 00:55 06:40 07:00");
    check("- 00:10 - -", "23:45 00:10 06:40 07:00");
    check("- - - 09:15", "22:45 23:10 08:55 09:15");
    check("- - 05:00 -", "22:45 23:10 05:00 05:20");
    check("21:00 23:30 05:00 05:05", "21:00 23:30 05:00 05:05");
    let nothing = Usual::default().moved_to([Some(time("23:00")), None, None, None]);
    assert_eq!(
        nothing.lights_out, None,
        "without a usual distance nothing is made up"
    );
}
