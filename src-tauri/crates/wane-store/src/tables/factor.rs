//! Tables `factor` and `factor_value`.

use chrono::{DateTime, NaiveDate, Utc};
use wane_domain::{
    Id,
    diary::{Factor, FactorValue, Timing},
};

use crate::table::{dated, record};

record!(Factor in "factor", dates &[], {
    name: String,
    timing: Timing,
    unit: Option<String>,
    retired_at: Option<DateTime<Utc>>,
});

record!(FactorValue in "factor_value", dates &["date"], {
    factor: Id,
    date: NaiveDate,
    value: f64,
}, origin);

dated!(FactorValue by date);
