//! Draws the charts that have to be looked at: every theme, width and length of range, whole and half missing.
//!
//! `cargo run -p wane-charts --features png --example gallery -- DIRECTORY`

use std::error::Error;
use std::path::{Path, PathBuf};

use wane_charts::{Chart, Frame, Theme, png, raster, trend};

#[path = "../tests/common/mod.rs"]
mod common;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = PathBuf::from(
        std::env::args_os()
            .nth(1)
            .ok_or("say which directory to write to")?,
    );
    std::fs::create_dir_all(&directory)?;
    let calendar = common::english();
    let ranges = [
        ("3-days", 3, 0.0),
        ("14-days", 14, 0.1),
        ("60-days", 60, 0.1),
        ("3-years", 1096, 0.1),
        ("half-missing", 60, 1.0),
        ("3-years-half-missing", 1096, 1.0),
        ("10-years", 3653, 0.2),
    ];
    for theme in Theme::ALL {
        for width in [400, 800, 1600] {
            // The two themes nobody sees every day are shown once each.
            if matches!(theme, Theme::Contrast | Theme::Print) && width != 800 {
                continue;
            }
            for (name, days, missing) in ranges {
                let frame = Frame::new(width, theme);
                let suffix = format!("{name}-{width}-{}", format!("{theme:?}").to_lowercase());
                let drawn = trend(&common::sample_trend(days, missing), &frame, &calendar)?;
                save(&directory, &format!("trend-{suffix}"), &drawn)?;
                let drawn = raster(&common::sample_raster(days, missing), &frame, &calendar)?;
                save(&directory, &format!("raster-{suffix}"), &drawn)?;
            }
        }
    }
    for (width, scale) in [(360, 2.0), (800, 2.0)] {
        let frame = Frame {
            text_scale: scale,
            ..Frame::new(width, Theme::Day)
        };
        let drawn = trend(&common::sample_trend(60, 0.1), &frame, &calendar)?;
        save(
            &directory,
            &format!("trend-60-days-{width}-day-large-text"),
            &drawn,
        )?;
        let drawn = raster(&common::sample_raster(60, 0.1), &frame, &calendar)?;
        save(
            &directory,
            &format!("raster-60-days-{width}-day-large-text"),
            &drawn,
        )?;
    }
    Ok(())
}

fn save(directory: &Path, name: &str, chart: &Chart) -> Result<(), Box<dyn Error>> {
    std::fs::write(directory.join(format!("{name}.svg")), &chart.svg)?;
    std::fs::write(directory.join(format!("{name}.png")), png(&chart.svg, 1.0)?)?;
    Ok(())
}
