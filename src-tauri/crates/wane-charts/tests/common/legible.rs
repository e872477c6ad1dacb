//! Whether the words of a picture can be read: none touches another, leaves the picture or touches its edge, lies on data, or is too small.

use chrono::Weekday;
use wane_charts::{Calendar, Chart, TextBox};

/// The smallest text, in pixels of font size.
const LEAST_SIZE: f64 = 12.0;

/// The least space between a word and the left or right edge, in pixels: a saved picture has nothing around it.
const LEAST_MARGIN: f64 = 4.0;

/// Fails with a sentence if a label of `chart` is not legible.
pub fn legible(chart: &Chart, what: &str) -> Result<(), String> {
    for (i, a) in chart.texts.iter().enumerate() {
        let inside = a.x >= LEAST_MARGIN - 1e-6
            && a.y >= -1e-6
            && a.x + a.w <= f64::from(chart.width) - LEAST_MARGIN + 1e-6
            && a.y + a.h <= f64::from(chart.height) + 1e-6;
        if !inside {
            return Err(format!(
                "{what}: {a:?} leaves the picture of {} by {}",
                chart.width, chart.height
            ));
        }
        if a.h < LEAST_SIZE * wane_charts::text::LINE - 1e-6 {
            return Err(format!("{what}: {a:?} is smaller than {LEAST_SIZE} pixels"));
        }
        if let Some(b) = chart.texts[i + 1..].iter().find(|b| a.overlaps(b)) {
            return Err(format!("{what}: {a:?} touches {b:?}"));
        }
        if let Some(why) = on_data(chart, a) {
            return Err(format!("{what}: {why}"));
        }
    }
    Ok(())
}

/// Why a label lies on data: a word on a plot must lie wholly inside the one mark that it names.
fn on_data(chart: &Chart, a: &TextBox) -> Option<String> {
    let touches = |x: f64, y: f64, w: f64, h: f64| {
        a.x < x + w && x < a.x + a.w && a.y < y + h && y < a.y + a.h
    };
    let within = |x: f64, y: f64, w: f64, h: f64| {
        a.x >= x - 0.5 && a.y >= y - 0.5 && a.x + a.w <= x + w + 0.5 && a.y + a.h <= y + h + 0.5
    };
    for plot in &chart.panels {
        if !touches(plot.x, plot.y, plot.w, plot.h) {
            continue;
        }
        match plot.id.as_str() {
            // Between the cells of a calendar stand the names of its months.
            "heat-map" => {
                let cell = chart.days.iter().find(|d| touches(d.x, d.y, d.w, d.h))?;
                if !within(cell.x, cell.y, cell.w, cell.h) {
                    return Some(format!("{a:?} is larger than its cell {cell:?}"));
                }
            }
            "scatter" => {
                if !chart.groups.iter().any(|g| within(g.x, g.y, g.w, g.h)) {
                    return Some(format!("{a:?} lies on the plot and in no disc"));
                }
            }
            _ => return Some(format!("{a:?} lies on the plot {plot:?}")),
        }
    }
    None
}

/// A language with long names: every month has ten letters.
pub fn long_winded() -> Calendar {
    Calendar {
        months_short: std::array::from_fn(|i| format!("Monatsna{i:02}")),
        months_long: std::array::from_fn(|i| format!("Monatsname {i:02}")),
        weekdays_short: std::array::from_fn(|i| format!("Wochentag{i}")),
        first_weekday: Weekday::Sun,
        day_month: "{day}. {month}".to_owned(),
        month_year: "{month} im Jahre {year}".to_owned(),
    }
}
