//! The scatter: every pair where it is, equal pairs told by number, nothing fitted, nothing shaken.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use wane_charts::{
    Axis, Chart, ChartError, FitAt, Frame, How, Pair, Palette, Scatter, ScatterAxis, SeriesInk,
    Shape, Theme, scatter,
};

mod common;
use common::day;
use common::samples::sample_scatter;

fn pair(n: u64, across: f64, up: f64) -> Pair {
    Pair {
        date: day(n),
        across,
        up,
        how: How::Felt,
    }
}

fn of(pairs: Vec<Pair>) -> Scatter {
    Scatter {
        pairs,
        across: ScatterAxis {
            title: "Quality".to_owned(),
            axis: Axis::OneToFive,
        },
        up: ScatterAxis {
            title: "Pain".to_owned(),
            axis: Axis::ZeroToTen,
        },
        shape: Shape::Triangle,
        ink: SeriesInk::MorningPain,
        fit: Vec::new(),
        note_when_fitted: Some("A line and its range.".to_owned()),
        note_when_numbered: None,
        note_when_gathered: Some("Near mornings share a disc.".to_owned()),
    }
}

fn draw(s: &Scatter) -> Chart {
    scatter(s, &Frame::new(900, Theme::Day)).unwrap()
}

#[test]
fn equal_pairs_share_one_disc_whose_area_is_their_number() {
    let mut pairs: Vec<Pair> = (0..9).map(|n| pair(n, 3.0, 4.0)).collect();
    pairs.push(pair(9, 5.0, 1.0));
    let chart = draw(&of(pairs));
    let n: Vec<u32> = chart.groups.iter().map(|g| g.n).collect();
    assert_eq!(n, [9, 1], "nine mornings and one");
    let ratio = (chart.groups[0].w / chart.groups[1].w).powi(2);
    assert!((ratio - 9.0).abs() < 0.01, "nine times the area: {ratio}");
    assert!(
        chart.texts.iter().any(|t| t.text == "9"),
        "and the number stands in it"
    );
    assert_eq!(chart.marks.len(), 10, "every day can be read");
    assert!(!chart.gathered, "only equal pairs were joined");
}

#[test]
fn a_pair_stands_where_its_numbers_say() {
    let pairs = (0..11).map(|n| pair(n, 3.0, n as f64)).collect();
    let chart = draw(&of(pairs));
    let first = &chart.marks[0];
    for (n, mark) in chart.marks.iter().enumerate() {
        assert_eq!(mark.centre_x(), first.centre_x(), "no jitter to the side");
        let step = (first.centre_y() - chart.marks[10].centre_y()) / 10.0;
        let expected = first.centre_y() - step * n as f64;
        assert!(
            (mark.centre_y() - expected).abs() < 1e-6,
            "{n} stands at its height"
        );
    }
    let plot = &chart.panels[0];
    assert!(
        first.centre_y() < plot.y + plot.h && chart.marks[10].centre_y() > plot.y,
        "the axis from 0 to 10 is whole"
    );
}

#[test]
fn recalled_pairs_are_hollow_and_mixed_discs_are_not() {
    let recalled = |n| Pair {
        how: How::Recalled,
        ..pair(n, 2.0, 2.0)
    };
    let ground = Palette::of(Theme::Day).ground.to_string();
    let hollow = |s: &Scatter| {
        let svg = draw(s).svg;
        svg.matches(&format!("stroke=\"{ground}\"")).count()
    };
    assert_eq!(hollow(&of(vec![recalled(0)])), 1, "the ground shows inside");
    assert_eq!(
        hollow(&of(vec![pair(0, 2.0, 2.0)])),
        0,
        "a felt one is filled"
    );
    assert_eq!(
        hollow(&of(vec![recalled(0), pair(1, 2.0, 2.0)])),
        0,
        "recalled only when all are"
    );
}

#[test]
fn the_line_is_drawn_only_where_it_is_given() {
    let pale = Palette::of(Theme::Day).morning_pain.pale.to_string();
    let mut s = of((0..30)
        .map(|n| pair(n, 1.0 + (n % 5) as f64, (n % 11) as f64))
        .collect());
    let explains = |chart: &Chart| {
        chart
            .texts
            .iter()
            .any(|t| t.text == "A line and its range.")
    };
    assert!(!draw(&s).svg.contains(&pale), "nothing is fitted here");
    assert!(!explains(&draw(&s)), "and nothing is said of a line");
    let at = |across: f64| FitAt {
        across,
        middle: 5.0,
        low: 4.0,
        high: 12.0,
    };
    s.fit = vec![at(1.0), at(5.0)];
    let chart = draw(&s);
    assert!(chart.svg.contains(&pale), "the interval is a pale band");
    assert!(explains(&chart), "the picture says what the line is");
    s.fit[1].low = f64::NAN;
    assert_eq!(
        scatter(&s, &Frame::new(900, Theme::Day)),
        Err(ChartError::NotFinite { panel: 1 }),
        "an interval that is none"
    );
}

#[test]
fn values_off_their_axis_are_refused() {
    let refused = |p: Pair| scatter(&of(vec![p]), &Frame::new(900, Theme::Day));
    assert_eq!(
        refused(pair(0, 3.0, 11.0)),
        Err(ChartError::OffAxis { panel: 1 }),
        "pain of 11"
    );
    assert_eq!(
        refused(pair(0, 0.0, 1.0)),
        Err(ChartError::OffAxis { panel: 0 }),
        "quality of 0"
    );
}

#[test]
fn crowds_of_near_pairs_share_discs_and_it_is_said() {
    let mut s = sample_scatter(3653, 0.1, true);
    for (i, pair) in s.pairs.iter_mut().enumerate() {
        pair.across = (pair.across + (i % 7) as f64 * 0.01).clamp(3.0, 11.0);
    }
    let chart = draw(&s);
    assert!(
        chart.gathered,
        "too many different places for one disc each"
    );
    assert!(
        chart.texts.iter().any(|t| t.text.contains("nearly alike")),
        "the picture says so"
    );
    let total: u32 = chart.groups.iter().map(|g| g.n).sum();
    assert_eq!(total as usize, s.pairs.len(), "no pair is lost or doubled");
    for (i, a) in chart.groups.iter().enumerate() {
        for b in &chart.groups[i + 1..] {
            // A small disc on a large one is drawn later, so it can be seen.
            if a.w.max(b.w) > 2.0 * a.w.min(b.w) {
                continue;
            }
            let apart =
                (a.x + a.w / 2.0 - b.x - b.w / 2.0).hypot(a.y + a.h / 2.0 - b.y - b.h / 2.0);
            assert!(
                apart >= (a.w + b.w) / 2.0 * 0.5,
                "discs may touch, but none hides another"
            );
        }
    }
}
