//! Suggested regular times, held against a published reference and against laws.

use chrono::{Days, Duration, NaiveDate, NaiveTime};
use proptest::prelude::*;
use serde_json::Value;
use wane_domain::{
    Fold, Moment,
    circular::signed_distance,
    diary::Night,
    target::{
        Answer, Asking, BedAndRise, SHORTEST_WINDOW_MIN, STEP_MIN, Usual, goal, step, suggest,
        usual,
    },
};

use crate::support::{LONDON, blank_night, date, near, time};

/// The nights of `diary_A_effect.csv` that tell lights out and getting up, in London.
fn diary_a() -> Vec<Night> {
    let lines = include_str!("../data/diary_A_effect.csv").lines().skip(1);
    lines
        .filter_map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let told = [fields[2], fields[6], fields[8]];
            if told.iter().any(|field| field.is_empty()) {
                return None;
            }
            Some(night(date(fields[0]), time(fields[2]), time(fields[8])))
        })
        .collect()
}

fn night(wake_date: NaiveDate, lights_out: NaiveTime, out_of_bed: NaiveTime) -> Night {
    let evening = if lights_out > out_of_bed {
        wake_date - Days::new(1)
    } else {
        wake_date
    };
    let moment =
        |date: NaiveDate, time| Moment::from_local(date.and_time(time), LONDON, Fold::First);
    Night {
        lights_out: Some(moment(evening, lights_out)),
        out_of_bed: Some(moment(wake_date, out_of_bed)),
        ..blank_night(wake_date)
    }
}

fn minutes(time: NaiveTime) -> f64 {
    (time - NaiveTime::MIN).num_minutes() as f64
}

#[test]
fn the_reference_diary_gives_the_reference_times_to_the_minute() {
    let reference: Value =
        serde_json::from_str(include_str!("../data/bedtime_reference.json")).unwrap();
    let number = |name: &str| reference[name].as_f64().unwrap();
    let clock = |name: &str| time(reference[name].as_str().unwrap());
    let today = date(reference["last"].as_str().unwrap());
    let nights = diary_a();
    let usual = usual(&nights, today).unwrap();
    assert_eq!(usual.nights as f64, number("nights_used"), "as many nights");
    assert!(
        near(usual.rise_min, number("rise_circular_median"), 1e-6),
        "{usual:?}"
    );
    assert!(
        near(usual.window_min, number("window_median_min"), 1e-9),
        "{usual:?}"
    );
    assert!(
        near(usual.bed_min, minutes(clock("current_lights_out")), 1e-6),
        "{usual:?}"
    );
    let goal = goal(&usual, None);
    assert_eq!(goal.times.rise, clock("rise_anchor"), "the anchor");
    assert_eq!(
        goal.window_min as f64,
        number("window_used_min"),
        "the window"
    );
    assert_eq!(goal.times.bed, clock("lights_out_target"), "lights out");
    let shift = signed_distance(usual.bed_min, minutes(goal.times.bed));
    assert!(
        near(shift, number("shift_needed_min"), 1e-6),
        "the shift is {shift}"
    );
    assert_eq!(step(&usual, &goal), goal.times, "one step leads there");
    let wind_down = goal.times.bed - Duration::minutes(45);
    assert_eq!(
        wind_down,
        clock("wind_down_start_45min"),
        "and the wind-down before it"
    );
}

const TODAY: &str = "2026-02-15";

/// So many nights up to today, all alike.
fn alike(count: u64, lights_out: &str, out_of_bed: &str) -> Vec<Night> {
    (0..count)
        .map(|back| {
            night(
                date(TODAY) - Days::new(back),
                time(lights_out),
                time(out_of_bed),
            )
        })
        .collect()
}

fn asking(nights: &[Night]) -> Asking<'_> {
    Asking {
        nights,
        today: date(TODAY),
        fixed_rise: None,
        current: None,
        last: None,
        held: false,
    }
}

fn pair(bed: &str, rise: &str) -> BedAndRise {
    BedAndRise {
        bed: time(bed),
        rise: time(rise),
    }
}

#[test]
fn nothing_is_suggested_before_seven_nights() {
    assert_eq!(
        suggest(&asking(&alike(6, "23:00", "07:00"))),
        None,
        "six are too few"
    );
    let seven = alike(7, "23:00", "07:00");
    assert_eq!(
        suggest(&asking(&seven)).unwrap().to,
        pair("23:00", "07:00"),
        "seven will do: what is usual, as a pair of targets"
    );
    let long_ago = Asking {
        today: date(TODAY) + Days::new(10),
        ..asking(&seven)
    };
    assert_eq!(
        suggest(&long_ago),
        None,
        "they must be of the last fortnight"
    );
}

#[test]
fn a_fixed_rise_is_walked_towards_in_quarters_of_an_hour() {
    let nights = alike(14, "00:30", "08:30");
    let suggestion = suggest(&Asking {
        fixed_rise: Some(time("07:00")),
        ..asking(&nights)
    })
    .unwrap();
    assert_eq!(
        suggestion.to,
        pair("00:15", "08:15"),
        "a quarter, and the bed follows"
    );
    assert_eq!(suggestion.goal, pair("23:00", "07:00"), "on the way there");
}

#[test]
fn the_time_in_bed_is_never_shortened() {
    let long = alike(14, "21:00", "07:30");
    assert_eq!(
        suggest(&asking(&long)).unwrap().to,
        pair("21:00", "07:30"),
        "ten and a half hours are a habit"
    );
    let short = alike(14, "01:00", "06:30");
    let suggestion = suggest(&asking(&short)).unwrap();
    assert_eq!(
        suggestion.to,
        pair("00:45", "06:30"),
        "five and a half become longer, step by step"
    );
    assert_eq!(suggestion.goal, pair("23:30", "06:30"), "up to seven hours");
}

fn check_pace(days_ago: u64, answer: Answer, expected: bool) {
    let nights = alike(14, "23:30", "07:30");
    let last = Some((date(TODAY) - Days::new(days_ago), answer));
    let suggested = suggest(&Asking {
        fixed_rise: Some(time("07:00")),
        current: Some(pair("23:30", "07:30")),
        last,
        ..asking(&nights)
    });
    assert_eq!(
        suggested.is_some(),
        expected,
        "{answer:?} {days_ago} days ago"
    );
}

#[test]
fn steps_keep_their_distance() {
    check_pace(2, Answer::Accepted, false);
    check_pace(3, Answer::Accepted, true);
    check_pace(13, Answer::NotNow, false);
    check_pace(14, Answer::NotNow, true);
}

#[test]
fn nothing_moves_on_hard_days_or_before_the_last_step_is_followed() {
    let nights = alike(14, "23:30", "08:10");
    let taken = Asking {
        fixed_rise: Some(time("07:00")),
        current: Some(pair("23:15", "07:30")),
        last: Some((date(TODAY) - Days::new(4), Answer::Accepted)),
        ..asking(&nights)
    };
    assert_eq!(
        suggest(&taken),
        None,
        "forty minutes off, three times of three"
    );
    let near_enough = Asking {
        current: Some(pair("23:15", "07:45")),
        ..taken
    };
    assert!(
        suggest(&near_enough).is_some(),
        "within half an hour is followed"
    );
    let held = Asking {
        held: true,
        ..near_enough
    };
    assert_eq!(suggest(&held), None, "a flare moves nothing");
}

#[test]
fn targets_that_are_about_there_are_left_alone() {
    let nights = alike(14, "23:05", "07:00");
    let there = Asking {
        current: Some(pair("23:00", "07:00")),
        ..asking(&nights)
    };
    assert_eq!(suggest(&there), None, "five minutes are not worth a word");
}

#[test]
fn a_target_that_is_met_to_the_minute_asks_for_no_minutes_more() {
    // A sum of fractions once came out a billionth short, and five minutes were added for it.
    let usual = Usual {
        bed_min: 436.394_821_509_554_1,
        rise_min: 882.962_590_009_758_5,
        window_min: 441.843_078_580_886_36,
        nights: 14,
    };
    let to = step(&usual, &goal(&usual, NaiveTime::from_hms_opt(0, 0, 0)));
    assert_eq!(to, pair("07:30", "14:55"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn a_step_is_small_and_takes_no_time_in_bed_away(
        bed_min in 0.0..1440.0_f64, in_bed in 200.0..780.0_f64, spread in -60.0..60.0_f64, rise in 0_u32..288,
    ) {
        let usual = Usual {
            bed_min,
            rise_min: (bed_min + in_bed) % 1440.0,
            window_min: in_bed + spread,
            nights: 14,
        };
        let goal = goal(&usual, NaiveTime::from_num_seconds_from_midnight_opt(rise * 300, 0));
        let to = step(&usual, &goal);
        let moved = |from: f64, to: NaiveTime| signed_distance(from, minutes(to)).abs();
        let limit = STEP_MIN as f64 + 1.0;
        prop_assert!(moved(usual.bed_min, to.bed) <= limit, "{:?} from {:?}", to, usual);
        prop_assert!(moved(usual.rise_min, to.rise) <= limit, "{:?} from {:?}", to, usual);
        let window = (minutes(to.rise) - minutes(to.bed)).rem_euclid(1440.0);
        prop_assert!(window + 2.0 >= in_bed.min(goal.window_min as f64), "{} of {} minutes in bed, towards {:?}", window, in_bed, goal);
        prop_assert!(goal.window_min >= SHORTEST_WINDOW_MIN, "{:?}", goal);
        prop_assert!(goal.window_min as f64 >= usual.window_min, "{:?} is less than {:?}", goal, usual);
    }
}
