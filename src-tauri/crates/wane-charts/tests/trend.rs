//! What a trend shows and where.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use chrono::Days;
use wane_charts::trend::Point;
use wane_charts::{
    Axis, Chart, ChartError, Frame, How, MarkedDay, MarkedSpan, Theme, TickedDays, Trend, trend,
};

mod common;
use common::{date, day, english, felt, sample_trend, single};

fn draw(t: &Trend, width: u32) -> Chart {
    trend(t, &Frame::new(width, Theme::Day), &english()).unwrap()
}

#[test]
fn every_value_has_its_mark_and_no_other_day_has_one() {
    let t = sample_trend(60, 0.4);
    let chart = draw(&t, 800);
    for panel in &t.panels {
        let marked: Vec<_> = chart
            .marks
            .iter()
            .filter(|m| m.panel.as_deref() == Some(&panel.id))
            .map(|m| (m.date, m.how))
            .collect();
        let points: Vec<_> = panel.points.iter().map(|p| (p.date, p.how)).collect();
        assert_eq!(
            marked, points,
            "the marks of {} are its points, in order, as they came about",
            panel.id
        );
    }
    assert_eq!(chart.aggregated_days, None, "sixty days need no joining");
}

#[test]
fn marks_of_one_day_lie_in_that_day_s_column() {
    let chart = draw(&sample_trend(60, 0.4), 800);
    assert_eq!(
        chart.days.len(),
        60,
        "every day has a column, with an entry or without"
    );
    for mark in &chart.marks {
        let column = chart.days.iter().find(|d| d.date == mark.date).unwrap();
        assert_eq!(
            (mark.x, mark.w),
            (column.x, column.w),
            "{} lies in its column",
            mark.date
        );
    }
}

#[test]
fn columns_stand_side_by_side_over_the_whole_plot() {
    for width in [320, 800, 2400] {
        let chart = draw(&sample_trend(60, 0.0), width);
        let plot = &chart.panels[0];
        assert!(
            (chart.days[0].x - plot.x).abs() < 1e-6,
            "the first begins where the plot begins"
        );
        for pair in chart.days.windows(2) {
            assert!(
                (pair[0].x + pair[0].w - pair[1].x).abs() < 1e-6,
                "no space between {} and the next",
                pair[0].date
            );
        }
        let last = chart.days.last().unwrap();
        assert!(
            (last.x + last.w - plot.x - plot.w).abs() < 1e-6,
            "the last ends where the plot ends"
        );
    }
}

#[test]
fn higher_values_are_drawn_higher() {
    let points = (0..=10).map(|v| felt(day(v), v as f64)).collect();
    let chart = draw(&single(Axis::ZeroToTen, 11, points), 600);
    let plot = &chart.panels[0];
    let heights: Vec<f64> = chart.marks.iter().map(|m| m.centre_y()).collect();
    assert!(
        heights.windows(2).all(|w| w[1] < w[0]),
        "from 0 to 10 the marks climb"
    );
    assert!(
        (heights[0] - (plot.y + plot.h)).abs() < 0.1,
        "0 stands on the axis"
    );
    assert!(
        (heights[10] - plot.y).abs() < 0.1,
        "10 stands at the top: the scale is whole"
    );
}

#[test]
fn the_pain_scale_is_whole_whatever_the_values() {
    let chart = draw(
        &single(
            Axis::ZeroToTen,
            3,
            vec![felt(day(0), 4.0), felt(day(1), 5.0)],
        ),
        600,
    );
    let names: Vec<&str> = chart.texts.iter().map(|t| t.text.as_str()).collect();
    for name in ["0", "5", "10"] {
        assert!(
            names.contains(&name),
            "{name} is named although no value comes near it: {names:?}"
        );
    }
}

#[test]
fn recalled_values_are_hollow_and_devices_are_crosses() {
    let hows = [How::Felt, How::Recalled, How::Device];
    let svgs = hows.map(|how| {
        let points = vec![Point {
            date: day(1),
            value: 3.0,
            how,
        }];
        draw(&single(Axis::OneToFive, 3, points), 600).svg
    });
    assert!(
        svgs[0] != svgs[1] && svgs[1] != svgs[2] && svgs[0] != svgs[2],
        "the three look different"
    );
    let outline = |svg: &str| svg.matches('a').count();
    assert!(
        svgs[1].contains(" 0 1 1 ") && outline(&svgs[1]) > outline(&svgs[0]),
        "the hollow one is a ring"
    );
    assert!(
        !svgs[0].contains(" 0 1 1 ") && !svgs[2].contains(" 0 1 1 "),
        "the others are not"
    );
}

#[test]
fn gaps_have_a_dotted_ground_and_full_weeks_have_none() {
    let full = (0..14).map(|i| felt(day(i), 3.0)).collect();
    let full = draw(&single(Axis::OneToFive, 14, full), 600).svg;
    assert!(!full.contains("stroke-dasharray"), "no gap, no dots");
    let gappy = (0..14)
        .filter(|i| !(4..8).contains(i))
        .map(|i| felt(day(i), 3.0))
        .collect();
    let gappy = draw(&single(Axis::OneToFive, 14, gappy), 600);
    let dots: Vec<&str> = gappy
        .svg
        .lines()
        .filter(|l| l.contains("stroke-dasharray=\".01 6\""))
        .collect();
    assert_eq!(dots.len(), 1, "one path for the whole gap");
    let gap = (gappy.days[4].x, gappy.days[7].x + gappy.days[7].w);
    let starts = dots[0]
        .split('M')
        .skip(1)
        .map(|s| s.split(' ').next().unwrap().parse::<f64>().unwrap());
    for x in starts {
        assert!(
            (gap.0..=gap.1).contains(&x),
            "dots at {x} lie in the gap {gap:?}"
        );
    }
}

#[test]
fn a_panel_without_any_value_is_drawn_as_one_gap() {
    let chart = draw(
        &single(
            Axis::Hours {
                pattern: "{n} h".to_owned(),
            },
            10,
            Vec::new(),
        ),
        600,
    );
    assert!(chart.marks.is_empty(), "nothing to read");
    assert!(
        chart.svg.contains("stroke-dasharray=\".01 6\""),
        "the ground is dotted"
    );
    assert_eq!(chart.days.len(), 10, "the cursor still walks over the days");
}

#[test]
fn nothing_is_drawn_for_days_outside_the_range() {
    let points = vec![
        felt(day(0) - Days::new(1), 5.0),
        felt(day(2), 3.0),
        felt(day(9), 1.0),
    ];
    let mut t = single(Axis::OneToFive, 5, points);
    t.annotations = vec![MarkedDay {
        date: day(40),
        label: "later".to_owned(),
    }];
    t.spans = vec![MarkedSpan {
        from: day(20),
        to: day(30),
        label: "later still".to_owned(),
    }];
    let chart = draw(&t, 600);
    assert_eq!(chart.marks.len(), 1, "only the third day lies in the range");
    assert!(
        !chart.texts.iter().any(|t| t.text.starts_with("later")),
        "nor are words for other days"
    );
    assert_eq!(
        chart.unlabelled, 0,
        "what lies outside is not missing a label"
    );
}

#[test]
fn one_day_can_be_drawn() {
    let chart = draw(&single(Axis::ZeroToTen, 1, vec![felt(day(0), 4.0)]), 320);
    assert_eq!(
        (chart.marks.len(), chart.days.len()),
        (1, 1),
        "one day, one mark"
    );
}

#[test]
fn dates_are_named_as_finely_as_there_is_room() {
    let names = |days: usize, width: u32| -> Vec<String> {
        let chart = draw(&sample_trend(days, 0.0), width);
        chart.texts.iter().map(|t| t.text.clone()).collect()
    };
    let has = |names: &[String], name: &str| names.iter().any(|n| n == name);
    let three = names(3, 800);
    assert!(
        has(&three, "Sat") && has(&three, "14 Mar"),
        "weekdays and days: {three:?}"
    );
    let sixty = names(60, 800);
    assert!(
        has(&sixty, "2 Feb") && has(&sixty, "9 Feb") && !has(&sixty, "Mon"),
        "weeks: {sixty:?}"
    );
    let years = names(1096, 800);
    assert!(
        has(&years, "Jan") && has(&years, "2025"),
        "months and years: {years:?}"
    );
    let century = names(36_525, 800);
    assert!(
        has(&century, "1950") && !has(&century, "Jan"),
        "decades: {century:?}"
    );
}

#[test]
fn annotations_and_spans_carry_their_words() {
    let chart = draw(&sample_trend(60, 0.0), 800);
    for word in ["flare", "journey", "started physio", "rescue medicine"] {
        assert!(
            chart.texts.iter().any(|t| t.text == word),
            "{word} is in the picture, whole"
        );
    }
    assert_eq!(chart.unlabelled, 0, "nothing went without");
}

#[test]
fn words_without_room_are_counted() {
    let mut t = sample_trend(60, 0.0);
    let label = "something that takes a good deal of room".to_owned();
    t.annotations = (0..60)
        .map(|i| MarkedDay {
            date: t.from + Days::new(i),
            label: label.clone(),
        })
        .collect();
    let chart = draw(&t, 400);
    let shown = chart
        .texts
        .iter()
        .filter(|t| t.text.starts_with("some"))
        .count();
    assert!(
        shown < 60 && chart.unlabelled as usize + shown == 60,
        "{shown} shown, {} not",
        chart.unlabelled
    );
}

#[test]
fn emphasis_makes_a_panel_taller() {
    let mut t = sample_trend(60, 0.0);
    t.panels[1].emphasis = true;
    let chart = draw(&t, 800);
    assert!(
        chart.panels[1].h > chart.panels[0].h,
        "the emphasised panel has more room"
    );
}

#[test]
fn what_cannot_be_drawn_is_refused_with_its_reason() {
    let t = sample_trend(3, 0.0);
    let check = |t: &Trend, frame: Frame, expected: ChartError| {
        assert_eq!(
            trend(t, &frame, &english()).unwrap_err(),
            expected,
            "for {frame:?}"
        );
    };
    let fine = Frame::new(800, Theme::Day);
    check(&t, Frame { width: 319, ..fine }, ChartError::Width(319));
    check(
        &t,
        Frame {
            width: 2401,
            ..fine
        },
        ChartError::Width(2401),
    );
    check(
        &t,
        Frame {
            text_scale: 2.1,
            ..fine
        },
        ChartError::TextScale(2.1),
    );
    check(
        &Trend {
            panels: Vec::new(),
            ..t.clone()
        },
        fine,
        ChartError::NoPanel,
    );
    check(
        &Trend {
            to: t.from - Days::new(1),
            ..t.clone()
        },
        fine,
        ChartError::Backwards,
    );
    check(
        &Trend {
            from: date(1800, 1, 1),
            ..t.clone()
        },
        fine,
        ChartError::TooManyDays(82_618),
    );
    check(
        &single(Axis::ZeroToTen, 3, vec![felt(day(0), 11.0)]),
        fine,
        ChartError::OffAxis { panel: 0 },
    );
    check(
        &single(Axis::OneToFive, 3, vec![felt(day(0), 0.0)]),
        fine,
        ChartError::OffAxis { panel: 0 },
    );
    check(
        &single(Axis::ZeroToTen, 3, vec![felt(day(0), f64::NAN)]),
        fine,
        ChartError::NotFinite { panel: 0 },
    );
    let upside_down = Axis::Fixed {
        from: 2.0,
        to: 1.0,
        ticks: Vec::new(),
    };
    check(
        &single(upside_down, 3, Vec::new()),
        fine,
        ChartError::OffAxis { panel: 0 },
    );
}

#[test]
fn the_same_numbers_give_the_same_picture() {
    let t = sample_trend(60, 0.3);
    assert_eq!(
        draw(&t, 800),
        draw(&t, 800),
        "nothing depends on when or where it is drawn"
    );
}

#[test]
fn panels_of_efficiency_start_at_fifty_unless_a_value_is_lower() {
    let names = |value: f64| -> Vec<String> {
        let points = vec![felt(day(0), value)];
        let chart = draw(
            &single(
                Axis::Percent {
                    pattern: "{n} %".to_owned(),
                },
                3,
                points,
            ),
            600,
        );
        chart.texts.into_iter().map(|t| t.text).collect()
    };
    assert!(names(85.0).contains(&"75 %".to_owned()), "from 50 to 100");
    assert!(names(40.0).contains(&"0 %".to_owned()), "from 0 to 100");
}

#[test]
fn the_median_line_is_broken_where_the_caller_broke_it() {
    let points: Vec<Point> = (0..20)
        .map(|i| felt(day(i), 3.0 + f64::from((i % 3) as u8)))
        .collect();
    let mut t = single(Axis::ZeroToTen, 20, points);
    let run = |from: u64, to: u64| {
        (from..to)
            .map(|i| (day(i), (i % 5) as f64))
            .collect::<Vec<_>>()
    };
    t.panels[0].line = vec![run(0, 8), run(12, 20)];
    let chart = draw(&t, 600);
    let lines: Vec<&str> = chart
        .svg
        .lines()
        .filter(|l| l.contains("stroke-width=\"2.2\""))
        .collect();
    let path = lines.first().and_then(|l| l.split("d=\"").nth(1)).unwrap();
    assert_eq!(
        path.matches('M').count(),
        2,
        "two runs, two strokes: {path}"
    );
}

#[test]
fn ticked_days_are_strokes_in_a_row_with_one_name() {
    let mut t = single(Axis::ZeroToTen, 30, vec![felt(day(3), 4.0)]);
    let strokes = |t: &Trend| -> usize {
        let svg = draw(t, 900).svg;
        let thick = svg
            .lines()
            .filter(|line| line.contains("stroke-width=\"2\""));
        thick.map(|line| line.matches("v8").count()).sum()
    };
    let none = strokes(&t);
    t.ticked = Some(TickedDays {
        days: vec![day(2), day(9), day(2), day(400)],
        label: "rescue medicine".to_owned(),
    });
    assert_eq!(
        strokes(&t) - none,
        3,
        "one a day, none for a day outside, and one beside the name"
    );
    let chart = draw(&t, 900);
    let named = chart.texts.iter().filter(|t| t.text == "rescue medicine");
    assert_eq!(named.count(), 1, "the name stands once");
    t.ticked.iter_mut().for_each(|ticked| ticked.days.clear());
    assert_eq!(strokes(&t), none, "without such a day there is no row");
}
