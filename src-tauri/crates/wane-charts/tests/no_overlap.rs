//! Every chart, at every width, in every length of diary: words can be read, marks lie in the picture, data is drawn.
//!
//! The short form takes every 41st width from 320 to 2400; `WANE_CHART_WIDTHS=1` takes every one.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use proptest::prelude::*;
use wane_charts::{Chart, Frame, Theme};

mod common;
use common::english;
use common::legible::{legible, long_winded};
use common::views::{Views, every};

/// Days, and how much of them is missing: one day, three, sixty, three years, half missing, nothing at all.
const DIARIES: [(usize, f64); 7] = [
    (1, 0.0),
    (3, 0.0),
    (60, 0.1),
    (60, 1.0),
    (60, 2.0),
    (1096, 0.1),
    (1096, 1.0),
];

fn widths() -> impl Iterator<Item = u32> {
    let step = std::env::var("WANE_CHART_WIDTHS")
        .ok()
        .and_then(|step| step.parse().ok())
        .unwrap_or(41);
    (320..=2400).step_by(step).chain([2400])
}

fn frame(width: u32, text_scale: f64) -> Frame {
    Frame {
        width,
        theme: Theme::Day,
        text_scale,
    }
}

#[test]
fn no_words_overlap_in_any_chart_at_any_width() {
    let mut drawn = 0;
    for (days, missing) in DIARIES {
        for (name, draw) in every(days, missing) {
            for width in widths() {
                for text_scale in [1.0, 1.5, 2.0] {
                    let what = format!(
                        "{name}, {days} days, {missing} missing, {width} px, text {text_scale}"
                    );
                    let chart = draw(&frame(width, text_scale), &english()).unwrap();
                    legible(&chart, &what).unwrap();
                    drawn += 1;
                }
            }
        }
    }
    assert!(drawn > 8000, "many charts were looked at: {drawn}");
}

#[test]
fn the_check_finds_words_that_overlap_leave_lie_on_data_or_are_small() {
    let charts: Vec<Chart> = every(60, 0.1)
        .into_iter()
        .map(|(_, draw)| draw(&frame(500, 1.0), &english()).unwrap())
        .collect();
    for chart in &charts {
        legible(chart, "as drawn").unwrap();
        let spoilt = |spoil: &dyn Fn(&mut Chart)| {
            let mut chart = chart.clone();
            spoil(&mut chart);
            legible(&chart, "spoilt").is_err()
        };
        let found = [
            (
                "touching",
                spoilt(&|c| c.texts[1].x = c.texts[0].x)
                    || spoilt(&|c| c.texts.push(c.texts[0].clone())),
            ),
            (
                "leaving",
                spoilt(&|c| c.texts[0].x = f64::from(c.width) - 3.0),
            ),
            ("small", spoilt(&|c| c.texts[0].h = 11.0)),
            (
                "wider than thought",
                spoilt(&|c| c.texts.iter_mut().for_each(|t| t.w *= 4.0)),
            ),
        ];
        for (what, found) in found {
            assert!(found, "the control must be found: {what}");
        }
        let on_data = spoilt(&|c| {
            let mark = c.marks[0].clone();
            let text = &mut c.texts[0];
            (text.x, text.y) = (mark.centre_x() - text.w / 2.0, mark.centre_y() - 4.0);
        });
        assert!(on_data, "the control must be found: a word on a mark");
    }
}

/// Where the strokes and shapes of a picture begin.
fn starts(svg: &str) -> Vec<(f64, f64)> {
    let mut starts = Vec::new();
    for path in svg.split(" d=\"").skip(1) {
        let data = path.split('"').next().unwrap_or_default();
        for piece in data.split('M').skip(1) {
            let end = piece
                .find(|c: char| c.is_ascii_alphabetic())
                .unwrap_or(piece.len());
            let numbers: Vec<f64> = piece[..end]
                .replace('-', " -")
                .split_whitespace()
                .filter_map(|n| n.parse().ok())
                .collect();
            if let [x, y] = numbers[..] {
                starts.push((x, y));
            }
        }
    }
    starts
}

#[test]
fn every_mark_has_ink_and_everything_lies_in_the_picture() {
    for (days, missing) in [(1, 0.0), (3, 0.0), (60, 0.1), (60, 1.0), (1096, 0.1)] {
        for (name, draw) in every(days, missing) {
            for width in [320, 900, 2400] {
                let what = format!("{name}, {days} days, {width} px");
                let chart = draw(&frame(width, 1.0), &english()).unwrap();
                let (w, h) = (f64::from(chart.width), f64::from(chart.height));
                let inside = |x: f64, y: f64, aw: f64, ah: f64| {
                    x >= -4.0 && y >= -4.0 && x + aw <= w + 4.0 && y + ah <= h + 4.0
                };
                let starts = starts(&chart.svg);
                // The marks of a line lie on it; of each day, only its tick begins near.
                let lined = name == "consistency";
                assert!(
                    starts.iter().all(|s| inside(s.0, s.1, 0.0, 0.0)),
                    "{what}: strokes begin inside"
                );
                assert!(
                    chart.days.iter().all(|d| inside(d.x, d.y, d.w, d.h)),
                    "{what}: days lie inside"
                );
                assert!(
                    chart.groups.iter().all(|g| inside(g.x, g.y, g.w, g.h)),
                    "{what}: groups lie inside"
                );
                for mark in &chart.marks {
                    assert!(
                        inside(mark.x, mark.y, mark.w, mark.h),
                        "{what}: {mark:?} lies inside"
                    );
                    let near = |s: &&(f64, f64)| {
                        s.0 >= mark.x - 4.0
                            && s.0 <= mark.x + mark.w + 4.0
                            && (lined || (s.1 >= mark.y - 8.0 && s.1 <= mark.y + mark.h + 8.0))
                    };
                    assert!(starts.iter().any(|s| near(&s)), "{what}: {mark:?} is drawn");
                }
                let in_bars = chart.gathered && chart.groups.iter().any(|g| g.n > 0);
                assert!(
                    !chart.marks.is_empty() || in_bars,
                    "{what}: something can be read"
                );
            }
        }
    }
}

#[test]
fn an_empty_diary_has_no_mark_and_still_its_axes() {
    for (name, draw) in every(60, 2.0) {
        let chart = draw(&frame(800, 1.0), &english()).unwrap();
        assert!(chart.marks.is_empty(), "{name}: nothing is invented");
        assert!(chart.texts.len() > 3, "{name}: axes and title are there");
        assert!(
            chart.groups.iter().all(|g| g.n == 0),
            "{name}: groups without values"
        );
    }
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z]{1,6}",
        "[A-Za-z ]{10,60}",
        "[\u{400}-\u{44F}]{3,20}",
        "[\u{4E00}-\u{4E20}]{3,12}",
        "[W]{30}",
        "\\{n\\} [a-z]{3,9}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_in_any_chart_are_legible(
        words in proptest::collection::vec(word(), 1..6),
        days in prop_oneof![1_usize..20, 20_usize..200, 200_usize..900],
        missing in 0.0..1.0_f64,
        width in 320_u32..=2400,
        text_scale in 1.0..=2.0_f64,
        winded in any::<bool>(),
    ) {
        let calendar = if winded { long_winded() } else { english() };
        let say = |old: &str| {
            let place = old.len() % words.len();
            words[place].clone()
        };
        for (name, draw) in Views::of(days, missing).saying(&say).draws() {
            let chart = draw(&frame(width, text_scale), &calendar).unwrap();
            if let Err(why) = legible(&chart, name) {
                return Err(TestCaseError::fail(why));
            }
        }
    }
}
