//! Ranges with more days than the picture has room for.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use wane_charts::{Axis, Chart, Frame, How, Point, Theme, Trend, trend};

mod common;
use common::{day, english, felt, sample_trend, single};

fn draw(t: &Trend, width: u32) -> Chart {
    trend(t, &Frame::new(width, Theme::Day), &english()).unwrap()
}

#[test]
fn a_range_with_more_days_than_pixels_joins_them_and_says_so() {
    let t = sample_trend(3653, 0.0);
    let chart = draw(&t, 1200);
    let size = chart
        .aggregated_days
        .expect("ten years do not fit on 1200 pixels day by day");
    assert_eq!(size % 7, 0, "whole weeks are joined");
    assert!(chart.days.len() < 1200, "fewer columns than pixels");
    let note: String = chart
        .texts
        .iter()
        .filter(|t| t.y > chart.panels[2].y)
        .map(|t| t.text.as_str())
        .collect();
    assert!(
        note.contains(&format!("{size} days")),
        "the number stands under the chart: {note}"
    );
    let covered: i64 = chart
        .days
        .iter()
        .map(|d| (d.until - d.date).num_days() + 1)
        .sum();
    assert_eq!(covered, 3653, "the columns cover every day once");
}

#[test]
fn a_joined_mark_reaches_from_the_lowest_to_the_highest_value() {
    let days = 3000;
    // Every week has the values 0 to 6.
    let points = (0..days).map(|i| felt(day(i), (i % 7) as f64)).collect();
    let chart = draw(&single(Axis::ZeroToTen, days, points), 400);
    let plot = &chart.panels[0];
    let size = chart.aggregated_days.unwrap();
    assert!(size >= 7, "a mark holds whole weeks");
    let whole = chart
        .marks
        .iter()
        .filter(|m| (m.until - m.date).num_days() + 1 == i64::from(size));
    for mark in whole {
        let middle_of_range = plot.y + plot.h * 0.7;
        assert!(
            (mark.centre_y() - middle_of_range).abs() < 0.01,
            "from 0 to 6, about 3: {}",
            mark.date
        );
        assert!(mark.h > plot.h * 0.6, "as high as the range of its values");
    }
}

#[test]
fn a_joined_mark_is_hollow_only_when_all_its_days_are_recalled() {
    let days = 3000;
    let how = |i: u64| {
        if i < 1500 || i.is_multiple_of(2) {
            How::Recalled
        } else {
            How::Felt
        }
    };
    let points = (0..days)
        .map(|i| Point {
            date: day(i),
            value: 3.0,
            how: how(i),
        })
        .collect();
    let chart = draw(&single(Axis::OneToFive, days, points), 400);
    let change = day(1500);
    for mark in &chart.marks {
        let expected = if mark.until < change {
            How::Recalled
        } else {
            How::Felt
        };
        assert_eq!(mark.how, expected, "{} to {}", mark.date, mark.until);
    }
}

#[test]
fn a_hundred_years_can_be_drawn() {
    let chart = draw(&sample_trend(36_525, 0.5), 1200);
    assert!(
        chart.days.len() <= 400,
        "columns wide enough to see: {}",
        chart.days.len()
    );
    assert!(
        chart.svg.len() < 200_000,
        "the picture stays small: {} bytes",
        chart.svg.len()
    );
}

#[test]
fn ten_years_are_a_few_dozen_elements() {
    let chart = draw(&sample_trend(3653, 0.2), 1200);
    let elements = chart.svg.matches("\n<").count();
    assert!(
        elements < 120,
        "strokes of one paint are joined: {elements} elements"
    );
}
