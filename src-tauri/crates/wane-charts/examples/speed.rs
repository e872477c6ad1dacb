//! Speed: every chart of ten and of a hundred years, beside the floor of merely writing a string as long as its SVG.
//!
//! `cargo xtask bench --only charts` runs it on a release build and draws the same pictures with other libraries beside it.
//! `cargo run --release -p wane-charts --example speed -- RUNS NUMBERS.json` writes its figures and the diary they are of.

#![allow(
    clippy::print_stdout,
    reason = "a measurement is there to be read on the terminal"
)]
#![allow(clippy::disallowed_methods, reason = "a measurement reads the clock")]

use std::error::Error;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

use wane_charts::{Frame, Point, Theme};

#[path = "../tests/common/mod.rs"]
mod common;

use common::views::{Views, every};

/// Days of ten years and of a hundred.
const LENGTHS: [(usize, &str); 2] = [(3653, "10 years"), (36_525, "100 years")];
const MISSING: f64 = 0.2;
/// Width of the pictures, in pixels.
const WIDTH: u32 = 1200;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let runs: usize = arguments.next().ok_or("say how many runs")?.parse()?;
    let target = arguments.next().ok_or("say where to write the figures")?;
    let calendar = common::english();
    let frame = Frame::new(WIDTH, Theme::Day);
    let mut json = String::from("{\"charts\":[");
    println!(
        "{:14} {:>10} {:>11} {:>11} {:>9} {:>8}",
        "chart", "range", "median", "floor", "ratio", "SVG"
    );
    for (days, range) in LENGTHS {
        for (name, draw) in every(days, MISSING) {
            let mut written = 0;
            let mut svg = String::new();
            // In turn, so that a busy moment of the machine falls on both.
            let (mut drawn, mut floor) = (Vec::new(), Vec::new());
            for run in 0..runs + 2 {
                let start = Instant::now();
                let chart = draw(&frame, &calendar)?;
                let took = start.elapsed().as_secs_f64() * 1e3;
                svg = black_box(chart).svg;
                let start = Instant::now();
                written = black_box(write_as_long(svg.len())).len();
                let least = start.elapsed().as_secs_f64() * 1e3;
                // The first two warm the caches.
                if run >= 2 {
                    drawn.push(took);
                    floor.push(least);
                }
            }
            assert_eq!(written, svg.len(), "the floor writes as much");
            let (ms, least) = (median(&mut drawn), median(&mut floor));
            println!(
                "{name:14} {range:>10} {ms:>8.3} ms {least:>8.4} ms {:>8.0}x {:>6} K",
                ms / least,
                svg.len() / 1024
            );
            write!(
                json,
                "{}{{\"name\":\"{name}\",\"days\":{days},\"ms\":{ms},\"floor_ms\":{least},\"bytes\":{}}}",
                if json.ends_with('[') { "" } else { "," },
                svg.len()
            )?;
        }
    }
    json.push_str("],\"diary\":");
    diary(&mut json)?;
    json.push('}');
    std::fs::write(target, json)?;
    Ok(())
}

/// A string of so many bytes, written number by number as a picture is.
fn write_as_long(bytes: usize) -> String {
    let mut text = String::with_capacity(32 * 1024);
    while text.len() + 16 <= bytes {
        text.push_str("l1.5-2.5M100 200");
    }
    while text.len() < bytes {
        text.push('z');
    }
    text
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The ten years as numbers by day, for the other libraries; a missing day is `null`.
fn diary(json: &mut String) -> Result<(), Box<dyn Error>> {
    let views = Views::of(LENGTHS[0].0, MISSING);
    let trend = views.plain;
    write!(
        json,
        "{{\"from\":\"{}\",\"days\":{}",
        trend.from, LENGTHS[0].0
    )?;
    for panel in &trend.panels {
        write!(json, ",\"{}\":[", panel.id)?;
        let mut points = panel.points.iter().peekable();
        for (i, date) in trend.from.iter_days().take(LENGTHS[0].0).enumerate() {
            let comma = if i > 0 { "," } else { "" };
            match points.next_if(|p: &&Point| p.date == date) {
                Some(point) => write!(json, "{comma}{}", point.value)?,
                None => write!(json, "{comma}null")?,
            }
        }
        json.push(']');
    }
    json.push('}');
    Ok(())
}
