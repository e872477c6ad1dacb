//! The regularity: midnight is no wall, a week with too few nights has no summary, gaps stay gaps.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use proptest::prelude::*;
use wane_charts::{
    Chart, ChartError, ClockPanel, Frame, How, Palette, Point, Regularity, SeriesInk, Shape, Theme,
    regularity,
};

mod common;
use common::samples::sample_regularity;
use common::{date, day, english};

/// One panel over `days` days from Monday, 5 January 2026.
fn of(days: u64, times: &[(u64, f64)]) -> Regularity {
    let point = |(n, value): &(u64, f64)| Point {
        date: day(4 + n),
        value: *value,
        how: How::Felt,
    };
    Regularity {
        from: day(4),
        to: day(4 + days - 1),
        panels: vec![ClockPanel {
            id: "one".to_owned(),
            title: "One".to_owned(),
            shape: Shape::Circle,
            ink: SeriesInk::Sleep,
            points: times.iter().map(point).collect(),
        }],
        fewest: 4,
        hour_labels: std::array::from_fn(|h| format!("{h:02}:00")),
        count: "{n}".to_owned(),
        note_when_aggregated: Some("Each box stands for {days} days.".to_owned()),
    }
}

fn draw(r: &Regularity) -> Chart {
    regularity(r, &Frame::new(800, Theme::Day), &english()).unwrap()
}

/// Pixels of an hour, from the named hours at the left.
fn hour(chart: &Chart) -> f64 {
    let hours: Vec<_> = chart
        .texts
        .iter()
        .filter(|t| t.text.ends_with(":00"))
        .collect();
    (hours[0].y - hours[1].y).abs()
}

#[test]
fn times_around_midnight_lie_twenty_minutes_apart() {
    let chart = draw(&of(7, &[(0, 1430.0), (1, 10.0)]));
    let mark = &chart.marks[0];
    let apart = mark.h - 2.0 * 3.0;
    assert!(
        (apart - hour(&chart) / 3.0).abs() < 0.5,
        "23:50 and 00:10 are a third of an hour apart: {apart} of {}",
        hour(&chart)
    );
    let names: Vec<&str> = chart.texts.iter().map(|t| t.text.as_str()).collect();
    assert!(
        names.contains(&"00:00"),
        "midnight is in the middle: {names:?}"
    );
    assert!(
        !names.contains(&"12:00"),
        "noon is not on the axis: {names:?}"
    );
}

#[test]
fn a_week_is_summarised_from_the_asked_for_number_of_nights_on() {
    let pale = Palette::of(Theme::Day).sleep.pale.to_string();
    let boxes = |nights: u64| {
        let times: Vec<_> = (0..nights).map(|n| (n, 420.0 + n as f64 * 10.0)).collect();
        draw(&of(7, &times)).svg.contains(&pale)
    };
    assert!(!boxes(3), "three nights of four stay single dots");
    assert!(boxes(4), "four have their middle half");
}

#[test]
fn weeks_without_nights_stay_empty_but_can_be_walked_over() {
    let times: Vec<_> = (0..7).chain(14..21).map(|n| (n, 420.0)).collect();
    let chart = draw(&of(21, &times));
    assert_eq!(chart.days.len(), 3, "three weeks");
    let marked: Vec<_> = chart.marks.iter().map(|m| m.date).collect();
    assert_eq!(
        marked,
        [date(2026, 1, 5), date(2026, 1, 19)],
        "the first and the third"
    );
    let counts: Vec<_> = chart.texts.iter().filter(|t| t.text == "7").collect();
    assert_eq!(counts.len(), 2, "the number of nights stands under each");
}

#[test]
fn weeks_begin_on_the_language_s_own_day() {
    let mut calendar = english();
    calendar.first_weekday = chrono::Weekday::Sun;
    let times: Vec<_> = (0..14).map(|n| (n, 420.0)).collect();
    let chart = regularity(&of(14, &times), &Frame::new(800, Theme::Day), &calendar).unwrap();
    let begins: Vec<_> = chart.days.iter().map(|d| d.date).collect();
    assert_eq!(
        begins,
        [date(2026, 1, 5), date(2026, 1, 11), date(2026, 1, 18)],
        "weeks from Sunday, the first cut by the range"
    );
}

#[test]
fn long_ranges_join_whole_weeks_and_say_so() {
    let chart = draw(&sample_regularity(3653, 0.1));
    let size = chart.aggregated_days.unwrap();
    assert!(size > 7 && size.is_multiple_of(7), "whole weeks: {size}");
    assert!(
        chart
            .texts
            .iter()
            .any(|t| t.text.contains(&format!("{size} days"))),
        "it is said in the picture"
    );
    assert!(
        chart.days.len() <= 120,
        "boxes wide enough to see: {}",
        chart.days.len()
    );
}

#[test]
fn what_is_no_time_is_refused() {
    let refused = |r: &Regularity| regularity(r, &Frame::new(800, Theme::Day), &english());
    assert_eq!(
        refused(&of(7, &[(0, f64::NAN)])),
        Err(ChartError::NotFinite { panel: 0 }),
        "not a number"
    );
    let none = Regularity {
        panels: Vec::new(),
        ..of(7, &[])
    };
    assert_eq!(refused(&none), Err(ChartError::NoPanel), "nothing to show");
}

proptest! {
    #[test]
    fn whole_turns_of_the_clock_change_nothing(
        times in proptest::collection::vec((0_u64..60, 0.0..1440.0_f64, -3..3_i32), 1..60),
    ) {
        let still: Vec<_> = times.iter().map(|(n, m, _)| (*n, m.round())).collect();
        let turned: Vec<_> = times.iter().map(|(n, m, t)| (*n, m.round() + f64::from(*t) * 1440.0)).collect();
        let (still, turned) = (draw(&of(60, &still)), draw(&of(60, &turned)));
        for (a, b) in still.marks.iter().zip(&turned.marks) {
            prop_assert!((a.y - b.y).abs() < 0.2 && (a.h - b.h).abs() < 0.2, "{a:?} and {b:?}");
        }
    }

    #[test]
    fn shifting_all_times_by_whole_hours_moves_only_the_names(
        times in proptest::collection::vec((0_u64..60, 0.0..600.0_f64), 1..60),
        hours in 1..23_u32,
    ) {
        let still: Vec<_> = times.iter().map(|(n, m)| (*n, m.round())).collect();
        let moved: Vec<_> = still.iter().map(|(n, m)| (*n, m + f64::from(hours) * 60.0)).collect();
        let (still, moved) = (draw(&of(60, &still)), draw(&of(60, &moved)));
        for (a, b) in still.marks.iter().zip(&moved.marks) {
            prop_assert!((a.y - b.y).abs() < 0.2 && (a.h - b.h).abs() < 0.2, "{a:?} and {b:?}");
        }
    }
}
