//! Small pictures, kept whole, so that no change to them goes unseen.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use wane_charts::{Frame, How, Raster, RasterRow, Theme, Trend, raster, trend};

mod common;
use common::{day, english, sample_raster, sample_trend};

#[test]
fn three_days_of_a_trend() {
    let chart = trend(
        &sample_trend(3, 0.0),
        &Frame::new(400, Theme::Day),
        &english(),
    )
    .unwrap();
    insta::assert_snapshot!(chart.svg);
}

#[test]
fn one_panel_with_every_kind_of_day() {
    let mut t = sample_trend(10, 0.0);
    let kinds = [How::Felt, How::Felt, How::Recalled, How::Device];
    let points = t.panels[1]
        .points
        .iter()
        .enumerate()
        .filter(|(i, _)| !(4..6).contains(i));
    let points = points
        .map(|(i, p)| wane_charts::Point {
            how: kinds[i % 4],
            ..*p
        })
        .collect();
    t.panels[1].points = points;
    let t = Trend {
        panels: vec![t.panels.remove(1)],
        ..t
    };
    let chart = trend(&t, &Frame::new(360, Theme::Evening), &english()).unwrap();
    insta::assert_snapshot!(chart.svg);
}

#[test]
fn a_raster_with_every_kind_of_row() {
    let night = |n: u64| RasterRow {
        in_bed: Some((650.0, 1160.0)),
        asleep: vec![(670.0, 1140.0)],
        ..RasterRow::empty(day(n))
    };
    let rows = vec![
        night(0),
        RasterRow {
            awake: vec![(800.0, 840.0)],
            naps: vec![(130.0, 170.0)],
            ..night(1)
        },
        RasterRow {
            recalled: true,
            ..night(3)
        },
        RasterRow {
            device: true,
            ..night(4)
        },
    ];
    let r = Raster {
        from: day(0),
        to: day(4),
        rows,
        ..sample_raster(1, 0.0)
    };
    let chart = raster(&r, &Frame::new(480, Theme::Print), &english()).unwrap();
    insta::assert_snapshot!(chart.svg);
}
