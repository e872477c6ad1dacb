//! Draws the charts that have to be looked at: every chart, palette, width and length of range, whole and half missing.
//!
//! `cargo xtask gallery --charts` writes them to `docs/gallery/`;
//! `cargo run -p wane-charts --features png --example gallery -- DIRECTORY [--png] [PART OF A NAME …]`
//! writes them, or those whose names have one of the parts, anywhere, as pixels too.

use std::error::Error;
use std::path::{Path, PathBuf};

use wane_charts::{Chart, Frame, Theme, png};

#[path = "../tests/common/mod.rs"]
mod common;

use common::views::every;

/// Name, days, and how much is missing.
const RANGES: [(&str, usize, f64); 5] = [
    ("3-days", 3, 0.0),
    ("60-days", 60, 0.1),
    ("3-years", 1096, 0.1),
    ("half-missing", 60, 1.0),
    ("100-years", 36_525, 0.2),
];
const WIDTHS: [u32; 3] = [400, 900, 1600];
const THEMES: [Theme; 3] = [Theme::Day, Theme::Evening, Theme::Print];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let directory = PathBuf::from(arguments.first().ok_or("say which directory to write to")?);
    let pixels = arguments.iter().any(|a| a == "--png");
    let wanted: Vec<&str> = arguments[1..]
        .iter()
        .filter_map(|a| a.to_str())
        .filter(|a| *a != "--png")
        .collect();
    let calendar = common::english();
    for (range, days, missing) in RANGES {
        for (name, draw) in every(days, missing) {
            let folder = directory.join(name);
            std::fs::create_dir_all(&folder)?;
            for theme in THEMES {
                for width in WIDTHS {
                    // A hundred years are there to show how they are joined; once is enough.
                    if days > 10_000 && (width != 900 || theme != Theme::Day) {
                        continue;
                    }
                    let chart = draw(&Frame::new(width, theme), &calendar)?;
                    let theme = format!("{theme:?}").to_lowercase();
                    save(
                        &folder,
                        &format!("{range}-{width}-{theme}"),
                        &chart,
                        (pixels, &wanted),
                    )?;
                }
            }
            if days == 60 && missing < 0.5 {
                let large = Frame {
                    text_scale: 2.0,
                    ..Frame::new(400, Theme::Contrast)
                };
                let chart = draw(&large, &calendar)?;
                save(
                    &folder,
                    "60-days-400-contrast-large-text",
                    &chart,
                    (pixels, &wanted),
                )?;
            }
        }
    }
    std::fs::write(directory.join("README.md"), page())?;
    Ok(())
}

/// A page that shows the pictures, a section for each chart.
fn page() -> String {
    let mut page = String::from(
        "# Every chart\n\n\
         Drawn by `cargo xtask gallery --charts` from made-up diaries; the file names say range, width and palette.\n",
    );
    for (name, _) in every(1, 0.0) {
        page.push_str(&format!("\n## {name}\n\n"));
        let shown = [
            ("60-days-900-day", "60 days"),
            (
                "half-missing-400-evening",
                "60 days, half of them missing, evening",
            ),
            ("3-years-1600-print", "3 years, on paper"),
            ("100-years-900-day", "100 years"),
        ];
        for (file, what) in shown {
            page.push_str(&format!("![{name}: {what}]({name}/{file}.svg)\n\n"));
        }
        page.truncate(page.trim_end().len());
        page.push('\n');
    }
    page
}

fn save(
    folder: &Path,
    name: &str,
    chart: &Chart,
    (pixels, wanted): (bool, &[&str]),
) -> Result<(), Box<dyn Error>> {
    let whole = folder.join(name).display().to_string();
    if !wanted.is_empty() && !wanted.iter().any(|part| whole.contains(part)) {
        return Ok(());
    }
    std::fs::write(folder.join(format!("{name}.svg")), &chart.svg)?;
    if pixels {
        let picture = png(&chart.svg, 1.0)?;
        std::fs::write(folder.join(format!("{name}.png")), picture)?;
    }
    Ok(())
}
