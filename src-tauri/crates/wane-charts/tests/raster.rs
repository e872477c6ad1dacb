//! What a raster shows and where.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use wane_charts::{Chart, ChartError, Frame, How, Raster, RasterRow, Theme, raster};

mod common;
use common::{day, english, sample_raster};

fn draw(r: &Raster, width: u32) -> Chart {
    raster(r, &Frame::new(width, Theme::Day), &english()).unwrap()
}

/// Ten days from 1 January 2026 with the given rows.
fn ten_days(rows: Vec<RasterRow>) -> Raster {
    Raster {
        from: day(0),
        to: day(9),
        rows,
        target: None,
        ..sample_raster(1, 0.0)
    }
}

/// A night from 23:00 to 07:00 on a noon-to-noon row.
fn night(n: u64) -> RasterRow {
    RasterRow {
        in_bed: Some((640.0, 1150.0)),
        asleep: vec![(660.0, 1140.0)],
        ..RasterRow::empty(day(n))
    }
}

/// Minutes from the left edge to pixels.
fn x(chart: &Chart, minute: f64, minutes: f64) -> f64 {
    chart.panels[0].x + chart.panels[0].w * minute / minutes
}

/// How wide the filled shapes of one colour are, in the order in which they are drawn.
fn widths(chart: &Chart, colour: &str) -> Vec<f64> {
    let fill = format!("<path fill=\"{colour}\"");
    let paths = chart.svg.lines().filter(|l| l.starts_with(&fill));
    let data = paths.map(|l| l.split("d=\"").nth(1).unwrap());
    data.flat_map(|d| d.split('M').skip(1))
        .map(|shape| {
            shape
                .split('h')
                .nth(1)
                .unwrap()
                .split('v')
                .next()
                .unwrap()
                .parse()
                .unwrap()
        })
        .collect()
}

fn sleep_colour() -> String {
    wane_charts::Palette::of(Theme::Day).sleep.full.to_string()
}

#[test]
fn the_oldest_day_is_at_the_top() {
    let chart = draw(&ten_days(vec![night(7), night(2)]), 800);
    let rows: Vec<_> = chart.marks.iter().map(|m| m.date).collect();
    assert_eq!(
        rows,
        [day(2), day(7)],
        "in order of date, whatever the order of the rows"
    );
    assert!(
        chart.marks[0].y < chart.marks[1].y,
        "time runs down the page"
    );
    assert_eq!(
        chart.days.len(),
        10,
        "every day has a row, with an entry or without"
    );
    assert!(
        chart
            .days
            .windows(2)
            .all(|w| (w[0].y + w[0].h - w[1].y).abs() < 1e-9),
        "rows lie close"
    );
}

#[test]
fn bars_run_from_bed_to_wake_across_midnight() {
    let chart = draw(&ten_days(vec![night(3)]), 800);
    let mark = &chart.marks[0];
    assert!(
        (mark.x - x(&chart, 640.0, 1440.0)).abs() < 0.1,
        "from into bed"
    );
    assert!(
        (mark.x + mark.w - x(&chart, 1150.0, 1440.0)).abs() < 0.1,
        "to out of bed"
    );
    assert!(
        (mark.y - chart.days[3].y).abs() < 1e-9,
        "in the row of its day"
    );
    let asleep = widths(&chart, &sleep_colour());
    assert_eq!(asleep.len(), 1, "one solid bar");
    assert!(
        (asleep[0] - chart.panels[0].w / 3.0).abs() < 0.2,
        "eight hours are a third of the day"
    );
}

#[test]
fn awakenings_with_a_known_place_open_the_bar() {
    let row = RasterRow {
        awake: vec![(800.0, 830.0), (900.0, 910.0)],
        ..night(3)
    };
    let chart = draw(&ten_days(vec![row]), 800);
    assert_eq!(
        widths(&chart, &sleep_colour()).len(),
        3,
        "two holes leave three parts"
    );
}

#[test]
fn sleep_in_parts_is_drawn_in_parts() {
    let row = RasterRow {
        asleep: vec![(660.0, 800.0), (860.0, 1140.0)],
        ..night(3)
    };
    assert_eq!(
        widths(&draw(&ten_days(vec![row]), 800), &sleep_colour()).len(),
        2,
        "two sleeps, two bars"
    );
}

#[test]
fn a_bar_is_as_long_as_the_sleep_on_nights_of_a_clock_change() {
    for (minutes, axis) in [(1380.0, 1440.0), (1440.0, 1440.0), (1500.0, 1500.0)] {
        let row = RasterRow {
            day_minutes: minutes,
            asleep: vec![(660.0, 1080.0)],
            ..night(3)
        };
        let chart = draw(&ten_days(vec![row]), 800);
        let expected = chart.panels[0].w * 420.0 / axis;
        let got = widths(&chart, &sleep_colour())[0];
        assert!(
            (got - expected).abs() < 0.2,
            "seven hours on a day of {minutes} minutes: {got}, expected {expected}"
        );
    }
}

#[test]
fn recalled_rows_are_hollow_and_device_rows_are_outlined() {
    let colour = sleep_colour();
    let stroke = format!("stroke=\"{colour}\"");
    let felt = draw(&ten_days(vec![night(3)]), 800);
    assert!(
        !felt.svg.contains(&stroke),
        "an ordinary night has no outline"
    );
    let recalled = draw(
        &ten_days(vec![RasterRow {
            recalled: true,
            ..night(3)
        }]),
        800,
    );
    assert!(recalled.svg.contains(&stroke), "a recalled night has one");
    assert!(
        widths(&recalled, &colour).is_empty(),
        "and nothing solid inside"
    );
    assert_eq!(recalled.marks[0].how, How::Recalled, "its mark says so");
    let device = draw(
        &ten_days(vec![RasterRow {
            device: true,
            ..night(3)
        }]),
        800,
    );
    assert!(
        device.svg.contains(&stroke) && widths(&device, &colour).is_empty(),
        "a device's night is outlined too"
    );
    assert_eq!(device.marks[0].how, How::Device, "its mark says so");
    assert_ne!(device.svg, recalled.svg, "but it is not hollow");
}

#[test]
fn naps_have_a_shape_of_their_own() {
    let row = RasterRow {
        naps: vec![(120.0, 160.0)],
        ..RasterRow::empty(day(3))
    };
    let chart = draw(&ten_days(vec![row]), 800);
    assert!(
        widths(&chart, &sleep_colour()).is_empty(),
        "a nap is not a bar"
    );
    assert!(
        chart
            .svg
            .contains("stroke-linecap=\"round\" stroke-linejoin=\"round\""),
        "it has round ends"
    );
    assert_eq!(chart.marks.len(), 1, "a day with only a nap can be read");
}

#[test]
fn empty_rows_are_gaps() {
    let chart = draw(&ten_days(vec![night(3), RasterRow::empty(day(5))]), 800);
    assert_eq!(chart.marks.len(), 1, "a row with nothing in it is no entry");
    let dots = chart
        .svg
        .lines()
        .find(|l| l.contains("stroke-dasharray=\".01 6\""))
        .unwrap();
    assert_eq!(
        dots.matches('M').count(),
        9,
        "each of the nine other days has its row of dots"
    );
}

#[test]
fn rows_get_lower_as_days_get_more_until_weeks_share_one() {
    let mut last = f64::INFINITY;
    for (days, joined) in [
        (3, None),
        (14, None),
        (60, None),
        (365, None),
        (600, None),
        (601, Some(7)),
        (3653, Some(28)),
    ] {
        let chart = draw(&sample_raster(days, 0.1), 800);
        let row = chart.days[0].h;
        assert_eq!(chart.aggregated_days, joined, "{days} days");
        assert!(
            (2.0..=22.0).contains(&row),
            "{days} days have rows of {row} pixels"
        );
        assert!(joined.is_some() || row <= last, "more days, lower rows");
        assert!(
            chart.panels[0].h <= 1200.0,
            "{days} days are {} pixels high",
            chart.panels[0].h
        );
        last = row;
    }
}

#[test]
fn a_joined_row_is_solid_where_at_least_half_of_its_days_were_asleep() {
    // Monday to Thursday 23:00 to 07:00, Friday to Sunday 01:00 to 09:00, for two years.
    let rows = (0..730).map(|i| {
        use chrono::Datelike;
        let late = if day(i).weekday().num_days_from_monday() >= 4 {
            120.0
        } else {
            0.0
        };
        RasterRow {
            in_bed: None,
            asleep: vec![(660.0 + late, 1140.0 + late)],
            ..RasterRow::empty(day(i))
        }
    });
    let chart = draw(
        &Raster {
            to: day(729),
            ..ten_days(rows.collect())
        },
        800,
    );
    assert_eq!(
        chart.aggregated_days,
        Some(7),
        "two years are drawn by weeks"
    );
    let whole = chart.panels[0].w / 3.0;
    for width in &widths(&chart, &sleep_colour())[1..100] {
        assert!(
            (width - whole).abs() < 0.2,
            "four of seven days: their eight hours, not the union"
        );
    }
    let whole_week = &chart.marks[1];
    assert!(
        (whole_week.w - chart.panels[0].w * 600.0 / 1440.0).abs() < 0.2,
        "the mark spans all seven"
    );
}

#[test]
fn the_target_window_has_two_edges() {
    let with = draw(
        &Raster {
            target: Some((660.0, 1140.0)),
            ..ten_days(vec![night(3)])
        },
        800,
    );
    let without = draw(&ten_days(vec![night(3)]), 800);
    let edges = |chart: &Chart| {
        let line = chart
            .svg
            .lines()
            .find(|l| l.contains("stroke-dasharray=\"3 4\""));
        line.map_or(0, |l| l.matches('M').count())
    };
    assert_eq!((edges(&with), edges(&without)), (2, 0), "bed and wake");
}

#[test]
fn hours_are_named_in_the_words_given_from_the_edge_given() {
    let noon = draw(&ten_days(Vec::new()), 800);
    let midnight = noon.texts.iter().find(|t| t.text == "00:00").unwrap();
    let middle = noon.panels[0].x + noon.panels[0].w / 2.0;
    assert!(
        (midnight.x + midnight.w / 2.0 - middle).abs() < 0.1,
        "noon to noon: midnight is in the middle"
    );
    let evening = draw(
        &Raster {
            starts_at_min: 1080,
            ..ten_days(Vec::new())
        },
        800,
    );
    let midnight = evening.texts.iter().find(|t| t.text == "00:00").unwrap();
    let quarter = evening.panels[0].x + evening.panels[0].w / 4.0;
    assert!(
        (midnight.x + midnight.w / 2.0 - quarter).abs() < 0.1,
        "from six in the evening: after a quarter"
    );
}

#[test]
fn time_beyond_the_row_is_cut_off_at_its_edges() {
    let row = RasterRow {
        in_bed: Some((-60.0, 2000.0)),
        asleep: vec![(-60.0, 2000.0)],
        ..night(3)
    };
    let chart = draw(&ten_days(vec![row]), 800);
    let (mark, plot) = (&chart.marks[0], &chart.panels[0]);
    assert!(
        mark.x >= plot.x - 1e-9 && mark.x + mark.w <= plot.x + plot.w + 1e-9,
        "the bar stays in the plot"
    );
}

#[test]
fn what_cannot_be_drawn_is_refused_with_its_reason() {
    let check = |r: Raster, expected: ChartError| {
        let got = raster(&r, &Frame::new(800, Theme::Day), &english()).unwrap_err();
        assert_eq!(got, expected, "the reason names the row by its date");
    };
    check(
        ten_days(vec![RasterRow {
            asleep: vec![(900.0, 800.0)],
            ..night(3)
        }]),
        ChartError::Interval(day(3)),
    );
    check(
        ten_days(vec![RasterRow {
            naps: vec![(f64::NAN, 800.0)],
            ..night(4)
        }]),
        ChartError::Interval(day(4)),
    );
    check(
        Raster {
            target: Some((900.0, 800.0)),
            ..ten_days(Vec::new())
        },
        ChartError::Target,
    );
    check(
        Raster {
            to: day(0) - chrono::Days::new(1),
            ..ten_days(Vec::new())
        },
        ChartError::Backwards,
    );
}

#[test]
fn the_uppermost_name_of_a_long_raster_comes_with_its_year() {
    for days in [60, 200, 365, 600, 1096, 2000, 3653] {
        let chart = draw(&sample_raster(days, 0.1), 800);
        let plot = &chart.panels[0];
        let names = chart
            .texts
            .iter()
            .filter(|t| t.x + t.w < plot.x && t.y >= plot.y - 2.0);
        let first = names.clone().min_by(|a, b| a.y.total_cmp(&b.y)).unwrap();
        let with_year = names
            .filter(|t| t.y < first.y + 1.5 * first.h)
            .any(|t| t.text.contains("20"));
        assert!(
            with_year,
            "{days} days begin with {:?} and no year",
            first.text
        );
    }
}
