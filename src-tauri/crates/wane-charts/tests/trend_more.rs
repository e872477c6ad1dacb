//! What a trend can carry besides its values: yes/no factors, and another stretch of time behind it.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use wane_charts::{
    Axis, Chart, ChartError, Frame, Ghost, GhostLine, Palette, Theme, Trend, trend, trend_over,
};

mod common;
use common::{day, english, felt, single};

fn frame() -> Frame {
    Frame::new(800, Theme::Day)
}

fn yes_no() -> Axis {
    Axis::YesNo {
        yes: "walked".to_owned(),
        no: "did not".to_owned(),
    }
}

fn draw(t: &Trend) -> Chart {
    trend(t, &frame(), &english()).unwrap()
}

#[test]
fn yes_and_no_stand_on_their_own_lines() {
    let points = (0..10).map(|n| felt(day(n), (n % 2) as f64)).collect();
    let chart = draw(&single(yes_no(), 10, points));
    let line = |name: &str| {
        let text = chart.texts.iter().find(|t| t.text == name).unwrap();
        text.y + text.h / 2.0
    };
    assert!(line("walked") < line("did not"), "yes is above no");
    for (n, mark) in chart.marks.iter().enumerate() {
        let expected = if n % 2 == 1 {
            line("walked")
        } else {
            line("did not")
        };
        assert!(
            (mark.centre_y() - expected).abs() < 1.5,
            "day {n} stands on its line"
        );
    }
}

#[test]
fn a_yes_or_no_of_many_days_is_the_share_of_days_with_yes() {
    let of = |every: u64| {
        let points = (0..3000)
            .map(|n| felt(day(n), f64::from(u8::from(n % 4 < every))))
            .collect();
        let chart = trend(
            &single(yes_no(), 3000, points),
            &Frame::new(400, Theme::Day),
            &english(),
        )
        .unwrap();
        assert!(
            chart.aggregated_days.is_some(),
            "three thousand days are joined"
        );
        let middle = chart.marks[chart.marks.len() / 2].clone();
        (chart.panels[0].clone(), middle.centre_y())
    };
    let ((plot, quarter), (_, all)) = (of(1), of(4));
    // The scale runs from -0.35 to 1.35.
    let expected = |share: f64| plot.y + plot.h * (1.0 - (share + 0.35) / 1.7);
    assert!(
        (quarter - expected(0.25)).abs() < 0.5,
        "a quarter of the days"
    );
    assert!((all - expected(1.0)).abs() < 0.5, "all of them");
}

fn ghost(line: Vec<Vec<(chrono::NaiveDate, f64)>>) -> Ghost {
    Ghost {
        from: day(100),
        lines: vec![GhostLine {
            panel: "one".to_owned(),
            line,
        }],
        label: "the month before".to_owned(),
    }
}

#[test]
fn the_other_stretch_lies_on_the_trend_s_own_days() {
    let t = single(Axis::ZeroToTen, 30, vec![felt(day(0), 5.0)]);
    let line = (0..60).map(|n| (day(100 + n), 5.0)).collect();
    let chart = trend_over(&t, &ghost(vec![line]), &frame(), &english()).unwrap();
    let dashed = format!("stroke=\"{}\"", Palette::of(Theme::Day).quiet);
    let path = chart.svg.split(&dashed).nth(1).unwrap();
    let data = path.split(" d=\"M").nth(1).unwrap();
    let x: f64 = data.split(' ').next().unwrap().parse().unwrap();
    let first = &chart.days[0];
    assert!(
        (x - first.x - first.w / 2.0).abs() < 0.2,
        "its first day lies on the trend's first: {x}"
    );
    let length: f64 = data
        .split('h')
        .nth(1)
        .unwrap()
        .split(['M', '"', 'l', 'v'])
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let last = &chart.days[29];
    assert!(
        x + length <= last.x + last.w,
        "what lies beyond the last day is left out"
    );
    assert!(
        chart.texts.iter().any(|t| t.text == "the month before"),
        "it has its name"
    );
    assert_eq!(
        chart.marks.len(),
        1,
        "it adds nothing to read as a day's value"
    );
}

#[test]
fn the_other_stretch_breaks_where_it_has_gaps_and_keeps_to_the_axis() {
    let t = single(Axis::ZeroToTen, 30, vec![felt(day(0), 5.0)]);
    let runs = vec![
        vec![(day(100), 3.0), (day(101), 4.0)],
        vec![(day(110), 3.0), (day(111), 4.0)],
    ];
    let chart = trend_over(&t, &ghost(runs), &frame(), &english()).unwrap();
    let dashed = format!("stroke=\"{}\"", Palette::of(Theme::Day).quiet);
    let data = chart
        .svg
        .split(&dashed)
        .nth(1)
        .unwrap()
        .split(" d=\"")
        .nth(1)
        .unwrap();
    let data = data.split('"').next().unwrap();
    assert_eq!(data.matches('M').count(), 2, "two runs, two lines: {data}");
    let off = ghost(vec![vec![(day(100), 11.0)]]);
    assert_eq!(
        trend_over(&t, &off, &frame(), &english()),
        Err(ChartError::OffAxis { panel: 0 }),
        "eleven of ten"
    );
}

#[test]
fn another_stretch_of_which_no_line_can_be_seen_is_not_named() {
    let t = single(Axis::ZeroToTen, 30, vec![felt(day(0), 5.0)]);
    let named = |runs: Vec<Vec<(chrono::NaiveDate, f64)>>| {
        let chart = trend_over(&t, &ghost(runs), &frame(), &english()).unwrap();
        chart.texts.iter().any(|t| t.text == "the month before")
    };
    assert!(named(vec![vec![(day(100), 3.0), (day(101), 4.0)]]));
    assert!(!named(vec![vec![(day(100), 3.0)]]), "a line of one day");
    assert!(!named(Vec::new()), "no day at all");
    let beyond = vec![(day(140), 3.0), (day(141), 4.0)];
    assert!(!named(vec![beyond]), "a line beyond the last day");
}

#[test]
fn a_trend_without_another_stretch_is_the_trend() {
    let t = common::sample_trend(60, 0.2);
    let none = Ghost {
        from: t.from,
        lines: Vec::new(),
        label: String::new(),
    };
    let over = trend_over(&t, &none, &frame(), &english()).unwrap();
    assert_eq!(over.svg, draw(&t).svg, "nothing behind it, nothing changed");
}
