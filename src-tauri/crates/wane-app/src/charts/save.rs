//! A chart as a file of its own.

use std::path::{Path, PathBuf};

use wane_text::Arg;

use crate::{App, fault::Fault, files, wire::*};

/// Pixels of a PNG for each of the picture, so that it is crisp on paper and on dense displays.
pub(super) const SCALE: f32 = 2.0;

impl App {
    /// See [`crate::commands`].
    pub(crate) fn save_chart(&self, request: ChartRequest) -> Result<SavedChart, Fault> {
        // Drawn first: the person is not asked for a place for something that cannot be drawn.
        let view = self.chart(request)?;
        let suggested = format!("wane-{}-{}-{}.png", name_of(view.name), view.from, view.to);
        let Some(path) = self
            .host
            .pick_place(&suggested)
            .ok_or_else(|| Fault::unsupported("save_chart"))?
        else {
            return Ok(SavedChart { text: None });
        };
        let path = with_ending(path);
        let bytes = match ending(&path).as_str() {
            "svg" => view.svg.into_bytes(),
            "png" => wane_charts::png(&view.svg, SCALE)?,
            _ => return Err(Fault::refused("error-picture-ending")),
        };
        files::write_whole(&path, &bytes)
            .map_err(|error| Fault::not_written(&error.kind().to_string()))?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        Ok(SavedChart {
            text: Some(self.words.text("chart-saved", &[("file", Arg::from(name))])),
        })
    }
}

fn name_of(name: ChartName) -> &'static str {
    match name {
        ChartName::Trend => "trend",
        ChartName::Raster => "nights",
        ChartName::Regularity => "weeks",
        ChartName::Scatter => "night-and-pain",
        ChartName::Calendar => "calendar",
        ChartName::Weekdays => "weekdays",
        ChartName::Consistency => "waking",
        ChartName::Comparison => "comparison",
    }
}

fn ending(path: &Path) -> String {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}

/// A name without an ending is that of a PNG.
fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_none() {
        path.with_extension("png")
    } else {
        path
    }
}
