//! Every chart of one made-up diary.

use wane_charts::{
    Calendar, Chart, ChartError, Comparison, ConsistencyBand, Frame, Ghost, HeatMap, Raster,
    Regularity, Scatter, Trend, Weekdays, comparison, consistency, heat_map, raster, regularity,
    scatter, trend, trend_over, weekday,
};

use super::sample_raster;
use super::samples::{
    plain_trend, sample_comparison, sample_consistency, sample_heat_map, sample_regularity,
    sample_scatter, sample_weekdays, wide_trend,
};

/// A function that draws one chart; what it draws from is made once.
pub type Draw = Box<dyn Fn(&Frame, &Calendar) -> Result<Chart, ChartError>>;

/// What every chart of one diary is drawn from.
pub struct Views {
    pub plain: Trend,
    pub wide: (Trend, Ghost),
    pub nights: Raster,
    pub weeks: Regularity,
    pub by_quality: Scatter,
    pub by_hours: Scatter,
    pub heat: HeatMap,
    pub weekdays: Weekdays,
    pub compared: Comparison,
    pub band: ConsistencyBand,
}

impl Views {
    /// A diary of `days` days; each day is missing with the chance `missing`, all are from 2 on.
    pub fn of(days: usize, missing: f64) -> Views {
        let mut nights = sample_raster(days, missing.min(1.0));
        if missing >= 2.0 {
            nights.rows.clear();
        }
        Views {
            plain: plain_trend(days, missing),
            wide: wide_trend(days, missing),
            nights,
            weeks: sample_regularity(days, missing),
            by_quality: sample_scatter(days, missing, false),
            by_hours: sample_scatter(days, missing, true),
            heat: sample_heat_map(days, missing),
            weekdays: sample_weekdays(days, missing),
            compared: sample_comparison(days, missing),
            band: sample_consistency(days, missing),
        }
    }

    /// The charts with their names.
    pub fn draws(self) -> Vec<(&'static str, Draw)> {
        let Views {
            plain,
            wide: (wide, ghost),
            nights,
            weeks,
            by_quality,
            by_hours,
            heat,
            weekdays,
            compared,
            band,
        } = self;
        vec![
            ("trend", Box::new(move |f, c| trend(&plain, f, c))),
            (
                "trend-wide",
                Box::new(move |f, c| trend_over(&wide, &ghost, f, c)),
            ),
            ("raster", Box::new(move |f, c| raster(&nights, f, c))),
            ("regularity", Box::new(move |f, c| regularity(&weeks, f, c))),
            ("scatter", Box::new(move |f, _| scatter(&by_quality, f))),
            ("scatter-hours", Box::new(move |f, _| scatter(&by_hours, f))),
            ("heat-map", Box::new(move |f, c| heat_map(&heat, f, c))),
            ("weekday", Box::new(move |f, c| weekday(&weekdays, f, c))),
            ("comparison", Box::new(move |f, _| comparison(&compared, f))),
            (
                "consistency",
                Box::new(move |f, c| consistency(&band, f, c)),
            ),
        ]
    }
}

/// Every chart of a diary with its name; see [`Views::of`].
pub fn every(days: usize, missing: f64) -> Vec<(&'static str, Draw)> {
    Views::of(days, missing).draws()
}
