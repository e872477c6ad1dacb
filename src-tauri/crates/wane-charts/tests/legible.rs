//! No label touches another, none leaves the picture, none lies on a plot: at every width, for every range.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use wane_charts::{Calendar, Frame, MarkedDay, MarkedSpan, Raster, Theme, Trend, raster, trend};

mod common;
use common::legible::{legible, long_winded};
use common::{english, panel, sample_raster, sample_trend};

#[test]
fn trends_are_legible_at_every_width_and_range() {
    for days in [
        1, 2, 3, 7, 14, 15, 30, 45, 60, 90, 200, 365, 500, 1096, 3653, 18_000, 36_525,
    ] {
        let t = sample_trend(days, 0.2);
        for width in (320..=2400).step_by(if days > 1000 { 320 } else { 80 }) {
            for text_scale in [1.0, 1.4, 2.0] {
                let frame = Frame {
                    width,
                    theme: Theme::Day,
                    text_scale,
                };
                let chart = trend(&t, &frame, &english()).unwrap();
                legible(
                    &chart,
                    &format!("{days} days at {width} px, text {text_scale}"),
                )
                .unwrap();
                assert!(
                    chart.texts.iter().all(|t| t.h >= 12.0),
                    "no text is smaller than 12 pixels"
                );
                let dates = chart
                    .texts
                    .iter()
                    .filter(|t| t.y > chart.panels[2].y + chart.panels[2].h);
                assert!(
                    dates.count() >= 2,
                    "{days} days at {width} px, text {text_scale}: some dates are named"
                );
            }
        }
    }
}

#[test]
fn rasters_are_legible_at_every_width_and_range() {
    for days in [
        1, 2, 3, 7, 14, 31, 32, 60, 90, 200, 365, 600, 601, 1096, 3653, 36_525,
    ] {
        let r = sample_raster(days, 0.2);
        for width in (320..=2400).step_by(if days > 1000 { 320 } else { 80 }) {
            for text_scale in [1.0, 1.4, 2.0] {
                let frame = Frame {
                    width,
                    theme: Theme::Day,
                    text_scale,
                };
                let chart = raster(&r, &frame, &english()).unwrap();
                legible(
                    &chart,
                    &format!("{days} days at {width} px, text {text_scale}"),
                )
                .unwrap();
                let hours = chart
                    .texts
                    .iter()
                    .filter(|t| t.text.ends_with(":00"))
                    .count();
                assert!(
                    hours >= 2,
                    "{days} days at {width} px, text {text_scale}: some hours are named"
                );
            }
        }
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
    ]
}

fn calendar() -> impl Strategy<Value = Calendar> {
    prop_oneof![Just(english()), Just(long_winded())]
}

fn days() -> impl Strategy<Value = usize> {
    prop_oneof![1_usize..20, 20_usize..200, 200_usize..3000]
}

/// Up to a dozen words: where on the range, how long, what.
fn marked() -> impl Strategy<Value = Vec<(f64, f64, String)>> {
    proptest::collection::vec((0.0..1.0_f64, 0.0..0.3_f64, word()), 0..12)
}

fn some_trend() -> impl Strategy<Value = Trend> {
    (
        days(),
        0.0..1.0_f64,
        word(),
        word(),
        marked(),
        marked(),
        0_u64..4000,
    )
        .prop_map(|(days, missing, title, other, spans, annotations, back)| {
            let mut t = sample_trend(days, missing);
            let shift = |d: NaiveDate| d - Days::new(back);
            let at = |share: f64| shift(t.from) + Days::new((share * days as f64) as u64);
            let spans: Vec<MarkedSpan> = spans
                .into_iter()
                .map(|(from, length, label)| MarkedSpan {
                    from: at(from),
                    to: at(from + length),
                    label,
                })
                .collect();
            let annotations: Vec<MarkedDay> = annotations
                .into_iter()
                .map(|(share, _, label)| MarkedDay {
                    date: at(share),
                    label,
                })
                .collect();
            t.panels[0].title = title.clone();
            t.ticked
                .iter_mut()
                .for_each(|ticked| ticked.label.clone_from(&title));
            t.panels
                .push(panel("factor", &other, Vec::new(), t.from, t.to));
            t.from = shift(t.from);
            t.to = shift(t.to);
            Trend {
                spans,
                annotations,
                ..t
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_trend_is_legible(t in some_trend(), width in 320_u32..=2400, text_scale in 1.0..=2.0_f64, words in calendar()) {
        let frame = Frame { width, theme: Theme::Evening, text_scale };
        let chart = trend(&t, &frame, &words).unwrap();
        if let Err(why) = legible(&chart, "trend") {
            return Err(TestCaseError::fail(why));
        }
    }

    #[test]
    fn any_raster_is_legible(
        days in days(),
        back in 0_u64..4000,
        start in 0_u32..1440,
        width in 320_u32..=2400,
        text_scale in 1.0..=2.0_f64,
        words in calendar(),
        hour in "[a-z]{1,12}",
    ) {
        let r = sample_raster(days, 0.3);
        let shift = |d: NaiveDate| d - Days::new(back);
        let hour_labels = std::array::from_fn(|h| format!("{h} {hour}"));
        let r = Raster { from: shift(r.from), to: shift(r.to), starts_at_min: start, hour_labels, ..r };
        let frame = Frame { width, theme: Theme::Evening, text_scale };
        let chart = raster(&r, &frame, &words).unwrap();
        if let Err(why) = legible(&chart, "raster") {
            return Err(TestCaseError::fail(why));
        }
    }
}
