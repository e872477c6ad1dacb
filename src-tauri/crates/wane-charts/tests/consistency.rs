//! The consistency: excused days are grey and no misses, gaps are gaps, the axis is whole.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use wane_charts::{
    Chart, ChartError, ConsistencyBand, ConsistentDay, Frame, How, Palette, Theme, consistency,
};

mod common;
use common::samples::sample_consistency;
use common::{day, english};

/// `i` inside, `o` outside, `I` and `O` the same on an excused day, `x` excused without an awakening, `-` nothing.
fn of(letters: &str) -> ConsistencyBand {
    let drawn = |(n, letter): (usize, char)| {
        (letter != '-').then(|| ConsistentDay {
            date: day(n as u64),
            inside: (letter != 'x').then_some(letter.eq_ignore_ascii_case(&'i')),
            excused: letter.is_ascii_uppercase() || letter == 'x',
            share: (letter != 'x').then_some(0.5),
            how: How::Felt,
        })
    };
    ConsistencyBand {
        from: day(0),
        to: day(letters.len() as u64 - 1),
        days: letters.chars().enumerate().filter_map(drawn).collect(),
        ..sample_consistency(3, 2.0)
    }
}

fn draw(letters: &str) -> Chart {
    consistency(&of(letters), &Frame::new(800, Theme::Day), &english()).unwrap()
}

fn grey() -> String {
    let p = Palette::of(Theme::Day);
    format!("fill=\"{}\"", p.ground.towards(p.grey, 0.3))
}

#[test]
fn only_excused_days_have_a_grey_ground() {
    assert!(
        !draw("iioioi").svg.contains(&grey()),
        "an ordinary week is not grey"
    );
    for letters in ["iiOoii", "iiIoii", "iixxii"] {
        assert!(
            draw(letters).svg.contains(&grey()),
            "{letters} has excused days"
        );
    }
}

#[test]
fn an_excused_miss_looks_like_no_miss() {
    // With an excused miss there is one tick less; the short tick of an ordinary miss is a rectangle as any other.
    let ticks = |letters: &str| {
        let full = format!("fill=\"{}\" d=\"", Palette::of(Theme::Day).sleep.full);
        let svg = draw(letters).svg;
        let paths: String = svg
            .split(&full)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        paths.matches('z').count()
    };
    let key = 2;
    assert_eq!(ticks("iioiii") - key, 6, "six awakenings, six ticks");
    assert_eq!(ticks("iiOiii") - key, 5, "the excused miss has only a dot");
    assert_eq!(ticks("iiIiii") - key, 6, "the excused hit has its tick");
}

#[test]
fn the_line_stops_where_nothing_is_known() {
    let stretches = |letters: &str| {
        let stroke = format!(
            "stroke=\"{}\" stroke-width=\"2.2\"",
            Palette::of(Theme::Day).sleep.full
        );
        let svg = draw(letters).svg;
        let paths: Vec<&str> = svg.split(&stroke).skip(1).collect();
        paths
            .iter()
            .filter_map(|rest| rest.split(" d=\"").nth(1)?.split('"').next())
            .map(|data| data.matches('M').count())
            .sum::<usize>()
    };
    assert_eq!(stretches("iiiiiiii"), 1, "one line");
    assert_eq!(stretches("iii--iii"), 2, "a gap breaks it");
    assert_eq!(stretches("iiixxiii"), 2, "days without an awakening too");
}

#[test]
fn a_share_stands_at_its_height_on_a_whole_axis() {
    let mut band = of("iiii");
    for (n, share) in [0.0, 0.5, 1.0, 0.75].into_iter().enumerate() {
        band.days[n].share = Some(share);
    }
    let chart = consistency(&band, &Frame::new(800, Theme::Day), &english()).unwrap();
    let height = |n: usize| chart.marks[n].centre_y();
    assert!(
        ((height(0) + height(2)) / 2.0 - height(1)).abs() < 0.01,
        "a half is half-way from nothing to all"
    );
    let names: Vec<&str> = chart.texts.iter().map(|t| t.text.as_str()).collect();
    for name in ["0 %", "100 %"] {
        assert!(names.contains(&name), "the axis is whole: {names:?}");
    }
    band.days[0].share = Some(1.2);
    assert_eq!(
        consistency(&band, &Frame::new(800, Theme::Day), &english()),
        Err(ChartError::OffAxis { panel: 0 }),
        "more than all"
    );
}

#[test]
fn long_ranges_say_how_many_days_a_tick_stands_for() {
    let band = sample_consistency(3653, 0.1);
    let chart = consistency(&band, &Frame::new(800, Theme::Day), &english()).unwrap();
    let size = chart.aggregated_days.unwrap();
    assert!(
        chart
            .texts
            .iter()
            .any(|t| t.text.contains(&format!("{size} days"))),
        "{size} days are said"
    );
}
