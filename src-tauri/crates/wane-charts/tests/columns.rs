//! Days of the week and stretches of time: every value in its own column, on one axis, with its number.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use chrono::{Datelike, Weekday};
use wane_charts::{Chart, ChartError, Frame, Palette, Theme, comparison, weekday};

mod common;
use common::samples::{sample_comparison, sample_weekdays};
use common::{day, english, felt};

fn frame() -> Frame {
    Frame::new(900, Theme::Day)
}

fn dots(chart: &Chart) -> usize {
    chart.svg.matches("h.01").count()
}

#[test]
fn every_value_stands_in_the_column_of_its_weekday() {
    let w = sample_weekdays(60, 0.1);
    let chart = weekday(&w, &frame(), &english()).unwrap();
    let values: usize = w.panels.iter().map(|p| p.points.len()).sum();
    assert_eq!(chart.marks.len(), values, "a mark for every value");
    for mark in &chart.marks {
        let place = mark.date.weekday().num_days_from_monday() as usize;
        let column = chart
            .groups
            .iter()
            .find(|g| g.place == place && Some(&g.panel) == mark.panel.as_ref())
            .unwrap();
        assert!(
            (mark.x - column.x).abs() < 1e-6,
            "{} stands on its weekday",
            mark.date
        );
    }
    let counted: u32 = chart.groups.iter().map(|g| g.n).sum();
    assert_eq!(
        counted as usize, values,
        "the numbers under the columns add up"
    );
}

#[test]
fn columns_follow_the_language_s_own_order() {
    for (first, expected) in [(Weekday::Mon, 0), (Weekday::Sun, 6), (Weekday::Sat, 5)] {
        let mut calendar = english();
        calendar.first_weekday = first;
        let chart = weekday(&sample_weekdays(60, 0.1), &frame(), &calendar).unwrap();
        let leftmost = chart
            .groups
            .iter()
            .min_by(|a, b| a.x.total_cmp(&b.x))
            .unwrap();
        assert_eq!(leftmost.place, expected, "weeks from {first}");
    }
}

#[test]
fn a_median_needs_the_asked_for_number_of_values() {
    let pale = Palette::of(Theme::Day).sleep.pale.to_string();
    let boxes = |values: u64| {
        let mut w = sample_weekdays(60, 2.0);
        w.panels.truncate(1);
        w.panels[0].points = (0..values)
            .map(|n| felt(w.from + chrono::Days::new(7 * n), 7.0))
            .collect();
        let chart = weekday(&w, &frame(), &english()).unwrap();
        (chart.svg.contains(&pale), dots(&chart))
    };
    assert_eq!(
        boxes(3),
        (false, 3 + 1),
        "three values are three dots and the title's"
    );
    assert_eq!(
        boxes(4),
        (true, 4 + 1),
        "four have their middle half as well"
    );
}

#[test]
fn crowds_become_bars_and_it_is_said() {
    let few = weekday(&sample_weekdays(60, 0.1), &frame(), &english()).unwrap();
    assert!(!few.gathered, "sixty days are sixty dots");
    let many = weekday(&sample_weekdays(3653, 0.1), &frame(), &english()).unwrap();
    assert!(many.gathered, "ten years are bars");
    assert!(
        many.texts
            .iter()
            .any(|t| t.text.starts_with("The wider a bar")),
        "the picture says so"
    );
}

#[test]
fn both_stretches_share_one_axis() {
    let mut c = sample_comparison(60, 0.0);
    c.measures.truncate(1);
    c.measures[0].values = vec![
        vec![felt(day(0), 6.0)],
        vec![felt(day(30), 6.0), felt(day(31), 8.0)],
    ];
    let chart = comparison(&c, &frame()).unwrap();
    let at = |n: u64| chart.marks.iter().find(|m| m.date == day(n)).unwrap();
    assert_eq!(
        at(0).y,
        at(30).y,
        "six hours are six hours before and after"
    );
    assert!(at(31).y < at(30).y, "more is higher");
    assert!(at(0).x < at(30).x, "the first stretch stands first");
    let n: Vec<u32> = chart.groups.iter().map(|g| g.n).collect();
    assert_eq!(n, [1, 2], "the number of values of each");
    for name in &c.stretches {
        let words: String = chart
            .texts
            .iter()
            .map(|t| t.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        assert!(
            words.contains(name),
            "{name} stands under its column: {words}"
        );
    }
}

#[test]
fn measures_stand_beside_each_other_where_there_is_room() {
    let c = sample_comparison(60, 0.1);
    for (width, rows) in [(360, 4), (900, 2), (1600, 1)] {
        let chart = comparison(&c, &Frame::new(width, Theme::Day)).unwrap();
        let mut tops: Vec<i64> = chart.panels.iter().map(|p| p.y.round() as i64).collect();
        tops.dedup();
        assert_eq!(tops.len(), rows, "{width} px: rows of small multiples");
    }
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let mut c = sample_comparison(60, 0.1);
    c.measures[2].values[1][0].value = 11.0;
    assert_eq!(
        comparison(&c, &frame()),
        Err(ChartError::OffAxis { panel: 2 }),
        "pain of eleven"
    );
    c.measures.clear();
    assert_eq!(
        comparison(&c, &frame()),
        Err(ChartError::NoPanel),
        "nothing to compare"
    );
}
