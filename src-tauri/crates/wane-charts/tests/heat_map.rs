//! The heat map: every day has its cell, weeks begin as the language says, and colour is never the only sign.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use chrono::{Datelike, Weekday};
use wane_charts::{
    Chart, ChartError, Frame, HeatDay, HeatKind, HeatMap, HeatMark, How, Palette, Theme, heat_map,
};

mod common;
use common::samples::sample_heat_map;
use common::{date, english};

/// March 2026 with the values 0 to 10 over and over.
fn march() -> HeatMap {
    let day = |n: u32| HeatDay {
        date: date(2026, 3, n),
        value: f64::from(n % 11),
        how: How::Felt,
        label: format!("{}", n % 11),
    };
    HeatMap {
        from: date(2026, 3, 1),
        to: date(2026, 3, 31),
        days: (1..=31).map(day).collect(),
        marked: Vec::new(),
        ..sample_heat_map(3, 2.0)
    }
}

fn draw(map: &HeatMap, width: u32) -> Chart {
    heat_map(map, &Frame::new(width, Theme::Day), &english()).unwrap()
}

#[test]
fn every_day_has_a_cell_and_no_two_cells_overlap() {
    for (days, width) in [(1, 400), (60, 400), (60, 1600), (1096, 900), (3653, 1200)] {
        let map = sample_heat_map(days, 0.5);
        let chart = draw(&map, width);
        assert_eq!(chart.days.len(), days, "{days} days at {width} px");
        for (i, a) in chart.days.iter().enumerate() {
            let touches = |b: &&wane_charts::DayArea| {
                a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
            };
            let next = chart.days[i + 1..].iter().take(62).find(touches);
            assert!(next.is_none(), "{a:?} and {next:?} at {width} px");
        }
        assert_eq!(chart.marks.len(), map.days.len(), "an entry, a mark");
    }
}

#[test]
fn weeks_begin_on_the_language_s_own_day() {
    for first in [Weekday::Mon, Weekday::Sun, Weekday::Sat] {
        let mut calendar = english();
        calendar.first_weekday = first;
        let chart = heat_map(&march(), &Frame::new(900, Theme::Day), &calendar).unwrap();
        let left = chart.days.iter().map(|d| d.x).fold(f64::INFINITY, f64::min);
        for day in &chart.days {
            let begins = (day.x - left).abs() < 0.1;
            assert_eq!(
                begins,
                day.date.weekday() == first,
                "{} with {first}",
                day.date
            );
        }
        let mut names: Vec<_> = chart
            .texts
            .iter()
            .filter(|t| calendar.weekdays_short.contains(&t.text))
            .collect();
        names.sort_by(|a, b| a.x.total_cmp(&b.x));
        let expected = &calendar.weekdays_short[first.num_days_from_monday() as usize];
        assert_eq!(
            &names[0].text, expected,
            "the names stand over their columns"
        );
    }
}

#[test]
fn large_cells_have_their_values_in_digits() {
    let chart = draw(&march(), 900);
    for day in &chart.days {
        let expected = (day.date.day() % 11).to_string();
        let inside = chart.texts.iter().find(|t| {
            t.x >= day.x && t.x + t.w <= day.x + day.w && t.y >= day.y && t.y + t.h <= day.y + day.h
        });
        assert_eq!(
            inside.map(|t| t.text.clone()),
            Some(expected),
            "{}",
            day.date
        );
    }
}

#[test]
fn small_cells_tell_their_values_by_area() {
    let mut map = march();
    // Without labels there are no digits, as when cells are small.
    for day in &mut map.days {
        day.label.clear();
    }
    let chart = draw(&map, 900);
    let full = format!(
        "fill=\"{}\" d=\"",
        Palette::of(Theme::Day).morning_pain.full
    );
    // The longest path of the ink is that of the squares.
    let squares = chart
        .svg
        .split(&full)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .max_by_key(|data| data.len())
        .unwrap();
    let sides: Vec<f64> = squares
        .split('h')
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
            rest[..end].parse::<f64>().ok().filter(|side| *side > 0.0)
        })
        .collect();
    assert_eq!(sides.len(), 31, "a square for every day: {sides:?}");
    let side = |value: usize| sides[value - 1];
    assert!(
        side(1) < side(4) && side(4) < side(9),
        "larger values, larger squares"
    );
    let ratio = (side(8) / side(2)).powi(2);
    assert!(
        (ratio - 4.0).abs() < 0.5,
        "four times the value, four times the area: {ratio}"
    );
}

#[test]
fn a_missing_day_is_not_a_day_of_zero() {
    let mut map = march();
    map.days.retain(|d| d.date.day() != 11);
    let chart = draw(&map, 900);
    assert_eq!(chart.days.len(), 31, "its cell is there");
    assert!(
        chart.marks.iter().all(|m| m.date.day() != 11),
        "without a mark"
    );
    let zeros = chart.texts.iter().filter(|t| t.text == "0").count();
    assert_eq!(zeros, 2, "one other day of zero, and the key");
    assert!(
        chart.texts.iter().any(|t| t.text == "no entry"),
        "the key says what an empty cell is"
    );
}

#[test]
fn marked_days_have_their_sign_and_their_word() {
    let mut map = march();
    let words = |map: &HeatMap| -> Vec<String> {
        draw(map, 900).texts.into_iter().map(|t| t.text).collect()
    };
    assert!(
        !words(&map).contains(&"rough day".to_owned()),
        "nothing is marked"
    );
    map.marked = vec![
        HeatMark {
            date: date(2026, 3, 5),
            kind: HeatKind::Rough,
        },
        HeatMark {
            date: date(2026, 3, 6),
            kind: HeatKind::Flare,
        },
    ];
    let words = words(&map);
    for word in ["rough day", "flare"] {
        assert!(words.contains(&word.to_owned()), "{word} stands in the key");
    }
}

#[test]
fn a_lifetime_becomes_months_and_says_so() {
    let chart = draw(&sample_heat_map(36_525, 0.2), 900);
    assert_eq!(chart.aggregated_days, Some(31), "a cell is a month");
    assert!(
        chart.days.len() > 1190,
        "a hundred years of months: {}",
        chart.days.len()
    );
    assert!(
        chart
            .texts
            .iter()
            .any(|t| t.text.contains("Each cell is a month")),
        "the picture says so"
    );
    let decades = chart.days.iter().map(|d| (d.until - d.date).num_days() + 1);
    assert_eq!(
        decades.sum::<i64>(),
        36_525,
        "the cells cover every day once"
    );
}

#[test]
fn values_off_the_axis_are_refused() {
    let mut map = march();
    map.days[0].value = 12.0;
    assert_eq!(
        heat_map(&map, &Frame::new(900, Theme::Day), &english()),
        Err(ChartError::OffAxis { panel: 0 }),
        "twelve of ten"
    );
}
